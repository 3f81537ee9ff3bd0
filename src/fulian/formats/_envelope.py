"""The envelope around written data: a format version, a kind, the data."""

from __future__ import annotations

from typing import Any

from fulian.formats import migrations
from fulian.formats._kinds import COLLECTION, class_of, expected_kind, kind_of
from fulian.formats._problems import FAILED, Path, Problems, one_fault, shown
from fulian.formats._shapes import Reading, top_shape
from fulian.formats.unknown import WithUnknown, _keep

__all__ = ["unwrap", "wrap"]

_KEYS = ("fulian", "kind", "data")


def wrap(record: Any) -> dict[str, Any]:
    """Make the envelope of a record, a list or tuple of records, or a record with its unknown keys.

    Raises:
        DataError: Something in it cannot be written; all such things at once.
        TypeError: It is no record.
    """
    problems = Problems()
    kept = record if isinstance(record, WithUnknown) else None
    content = kept.record if kept else record
    version = kept.version if kept else migrations.CURRENT
    if isinstance(content, list | tuple):
        items = [_wrap_one(item, ("data", place), problems) for place, item in enumerate(content)]
        envelope: dict[str, Any] = {"fulian": version, "kind": COLLECTION, "data": items}
    else:
        envelope = {"fulian": version, **_wrap_one(content, (), problems)}
    problems.check()
    if kept:
        kept.put_back(envelope)
    return envelope


def _wrap_one(record: Any, path: Path, problems: Problems) -> dict[str, Any]:
    kind = kind_of(type(record))
    if kind is None:
        raise TypeError(
            f"expected a record of fulian or of a class made known by fulian.formats.register, "
            f"got {type(record).__name__} {shown(record)}"
        )
    return {"kind": kind, "data": top_shape(type(record)).write(record, (*path, "data"), problems)}


def unwrap(data: Any, *, keep_unknown: bool = False) -> Any:
    """Read an envelope strictly.

    Returns:
        The record, or a tuple of records for a collection; with `keep_unknown`, a WithUnknown.

    Raises:
        DataError: Something does not fit; all such things at once, each with its path.
    """
    if not isinstance(data, dict) or not any(key in data for key in _KEYS):
        raise one_fault("data", 'an envelope such as {"fulian": "1", "kind": "CityReport", "data": {…}}', shown(data))
    reading = Reading(keep_unknown=keep_unknown)
    if isinstance(data.get("fulian"), str):
        data = migrations.migrate(data)
    _check_version(data, reading)
    _check_keys(data, (), _KEYS, reading)
    if data.get("kind") == COLLECTION and "data" in data:
        record = _unwrap_many(data["data"], reading)
    else:
        record = _unwrap_one(data, (), reading)
    reading.problems.check()
    if not keep_unknown:
        return record
    return WithUnknown(record=record, unknown=tuple(reading.unknown), version=data["fulian"])


def _check_version(data: dict[str, Any], reading: Reading) -> None:
    version = data.get("fulian")
    if "fulian" not in data:
        reading.problems.add(("fulian",), f'the format version, "{migrations.CURRENT}" (required)', "nothing")
    elif not isinstance(version, str) or not version:
        reading.refuse(("fulian",), f'the format version as text, "{migrations.CURRENT}"', version)
    elif version != migrations.CURRENT and not (reading.keep_unknown and _is_newer(version)):
        hint = "; keep_unknown=True reads what it can of newer data" if _is_newer(version) else ""
        reading.refuse(("fulian",), f'the format version "{migrations.CURRENT}"{hint}', version)


def _is_newer(version: str) -> bool:
    digits = version.isascii() and version.isdigit() and len(version) < 6
    return digits and int(version) > int(migrations.CURRENT)


def _check_keys(data: dict[Any, Any], path: Path, known: tuple[str, ...], reading: Reading) -> None:
    for key, value in data.items():
        if not isinstance(key, str):
            reading.problems.add(path, "keys that are text", shown(key))
        elif key not in known:
            if reading.keep_unknown:
                reading.unknown.append(_keep(path, key, value, reading.problems))
            else:
                likely = reading.problems.likely(key, [name for name in known if name not in data])
                perhaps = f", perhaps {likely!r}" if likely else ""
                reading.problems.add((*path, key), f"a key of the envelope{perhaps}", shown(key))


def _unwrap_many(items: Any, reading: Reading) -> Any:
    if not isinstance(items, list):
        return reading.refuse(("data",), "a list of objects with kind and data", items)
    records = []
    for place, item in enumerate(items):
        path = ("data", place)
        if not isinstance(item, dict):
            reading.refuse(path, "an object with kind and data", item)
            continue
        _check_keys(item, path, _KEYS[1:], reading)
        records.append(_unwrap_one(item, path, reading))
    return tuple(records)


def _unwrap_one(data: dict[str, Any], path: Path, reading: Reading) -> Any:
    kind = data.get("kind")
    cls = class_of(kind) if isinstance(kind, str) else None
    if "kind" not in data:
        reading.problems.add((*path, "kind"), "the kind of the data, such as 'CityReport' (required)", "nothing")
    elif cls is None:
        reading.refuse((*path, "kind"), expected_kind(kind, reading.problems), kind)
    if "data" not in data:
        reading.problems.add((*path, "data"), "the data of the record (required)", "nothing")
    elif cls is not None:
        return top_shape(cls).read(data["data"], (*path, "data"), reading)
    return FAILED
