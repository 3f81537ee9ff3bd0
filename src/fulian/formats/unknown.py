"""Keys that this version of fulian does not know, kept so that they survive a round trip.

Records are frozen and have no room for them, so they stand beside the record, each with its place.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any, Final

import attrs
from attrs.validators import deep_iterable, instance_of

from fulian.formats._problems import Path, Problems, has_surrogates, one_fault, printed_path, shown
from fulian.values.validation import tuple_of

__all__ = ["Unknown", "WithUnknown"]

_DEEPEST: Final = 100


@attrs.frozen(kw_only=True)
class Unknown:
    """One key that is not of the vocabulary (未识别的键), and what it held.

    Attributes:
        path: The steps to the object it stood in, from the envelope: ``("data", "sections", 2)``; keys and, from zero,
            places in lists.
        key: The key.
        value: What it held, as plain data.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> print(Unknown(path=("data", "sections", 2), key="mood", value="good"))
        data.sections[2].mood
    """

    path: tuple[str | int, ...] = attrs.field(validator=tuple_of((str, int)))
    key: str = attrs.field(validator=instance_of(str))
    value: Any

    def __str__(self) -> str:
        return printed_path((*self.path, self.key))


def _keep(path: Path, key: str, value: Any, problems: Problems) -> Unknown:
    """Keep a key that a reader met, and note what no format could write again."""
    level: list[Any] = [key, value]
    for _ in range(_DEEPEST):
        for one in level:
            if isinstance(one, str) and has_surrogates(one):
                problems.add((*path, key), "text without lone surrogates", "some")
            elif not (one is None or isinstance(one, str | int | Decimal | list | dict) or _is_finite(one)):
                problems.add((*path, key), "what JSON can hold", shown(one))
        level = [item for one in level for item in _within(one)]
        if not level:
            return Unknown(path=path, key=key, value=_exact(value))
    problems.add((*path, key), f"data nested at most {_DEEPEST} deep", "more")
    return Unknown(path=path, key=key, value=None)


def _is_finite(value: Any) -> bool:
    return isinstance(value, float) and math.isfinite(value)


def _exact(value: Any) -> Any:
    """The same data with its numbers as they print, so that another format can write the same digits."""
    if isinstance(value, float) and math.isfinite(value):
        return Decimal(repr(value))
    if isinstance(value, dict):
        return {key: _exact(item) for key, item in value.items()}
    return [_exact(item) for item in value] if isinstance(value, list) else value


def _within(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [*value, *value.values()]
    return value if isinstance(value, list) else []


@attrs.frozen(kw_only=True)
class WithUnknown:
    """A record together with the keys that this version does not know (记录与未识别内容).

    Reading with ``keep_unknown=True`` gives one; writing takes one. To change the record and keep the rest, use
    ``attrs.evolve(kept, record=changed)``. A kept key goes back to the place it came from: where the changed record has
    no such place any more, writing refuses and names the key, so that nothing is lost or moved silently; drop it from
    `unknown`, or give it another path. An element put in front of others in a list moves their places.

    Attributes:
        record: The record, or a tuple of records.
        unknown: The keys kept, in the order of the data; may be empty.
        version: The format version that the data named; written back as it was.

    Raises:
        TypeError: `unknown` is no tuple of :class:`Unknown`, or `version` no text.

    Example:
        >>> import fulian
        >>> kept = fulian.loads('{"fulian": "1", "kind": "Span", "data": {"start": 0, "end": 2, "page": 7}}',
        ...                     keep_unknown=True)
        >>> kept.record, [str(one) for one in kept.unknown]
        (Span(start=0, end=2), ['data.page'])
        >>> print(fulian.dumps(kept))
        {"fulian":"1","kind":"Span","data":{"start":0,"end":2,"page":7}}
    """

    record: Any
    unknown: tuple[Unknown, ...] = attrs.field(
        default=(), validator=deep_iterable(instance_of(Unknown), instance_of(tuple))
    )
    version: str = attrs.field(default="1", validator=instance_of(str))

    def put_back(self, envelope: dict[str, Any]) -> None:
        """Put the kept keys into written data, at their places.

        Args:
            envelope: The data of the record, which is changed.

        Raises:
            DataError: A key's place is gone, or taken by a key of the vocabulary.

        Example:
            >>> kept = WithUnknown(record=None, unknown=(Unknown(path=("data",), key="page", value=7),))
            >>> data = {"data": {}}
            >>> kept.put_back(data)
            >>> data
            {'data': {'page': 7}}
        """
        problems = Problems()
        for one in self.unknown:
            target: Any = envelope
            try:
                for step in one.path:
                    target = target[step]
            except (KeyError, IndexError, TypeError):
                target = None
            if not isinstance(target, dict):
                problems.add(one.path, f"the object that held the unknown key {one.key!r}", "nothing")
            elif one.key in target:
                raise one_fault((*one.path, one.key), "a key that is not written already", repr(one.key))
            else:
                target[one.key] = one.value
        problems.check()
