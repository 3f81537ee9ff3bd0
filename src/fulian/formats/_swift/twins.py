"""Structs of msgspec for each class of records: what it reads into, holding the rules that it can, and writes from."""

from __future__ import annotations

import typing
from datetime import date
from enum import Enum
from typing import Annotated, Any, Final

import msgspec

from fulian.formats import _rules, _shapes
from fulian.formats._kinds import COLLECTION, own_class_of, own_kinds
from fulian.formats._swift.source import made_once
from fulian.values.validation import LONGEST_NUMBER

__all__ = ["LEFT_OUT", "decoder", "envelope", "envelopes", "item", "leaves_out_itself", "written_twin"]

LEFT_OUT: Final = msgspec.UNSET


class _Twins:
    """Gives the twins for reading by the names of their classes, so that a class can hold itself."""

    def __init__(self, *, bare: bool) -> None:
        self.bare = bare

    def __getattr__(self, name: str) -> Any:
        cls = own_class_of(name)
        if cls is None:
            raise AttributeError(name)
        return _read_twin(cls, bare=self.bare)


_STRUCT: Final[dict[str, Any]] = {"gc": False, "kw_only": True, "forbid_unknown_fields": True}


@made_once
def _read_twin(cls: type, *, bare: bool) -> type[msgspec.Struct]:
    """The struct that data of the class is read into; a bare one has LEFT_OUT for what the data leaves out."""
    fields: list[Any] = []
    for field in _shapes.record_shape(cls).fields:
        kind = _type_of(field.shape, field.attribute.validator)
        if field.required:
            fields.append((field.key, kind))
        elif bare:
            fields.append((field.key, typing.Union[kind, msgspec.UnsetType], LEFT_OUT))  # noqa: UP007 - of values
        else:
            fields.append((field.key, kind, field.default))
    return msgspec.defstruct(f"Read{cls.__name__}", fields, namespace={"_twins": _Twins(bare=bare)}, **_STRUCT)


def _type_of(shape: _shapes.Shape, rule: Any = None) -> Any:
    """The type by which msgspec checks a shape; what it does not check is left to :mod:`.reading`."""
    match shape:
        case _shapes.Text() | _shapes.Printed():
            return str
        case _shapes.Whole():
            bounds = _rules.schema_of_rule(rule)
            return Annotated[int, msgspec.Meta(ge=bounds["minimum"], le=bounds["maximum"])]
        case _shapes.Flag():
            return bool
        case _shapes.Number():
            return Annotated[str, msgspec.Meta(max_length=LONGEST_NUMBER)]
        case _shapes.Day():
            return date
        case _shapes.Choice():
            return shape.members
        case _shapes.Maybe():
            return typing.Optional[_type_of(shape.shape, rule)]  # noqa: UP045 - of values
        case _shapes.Many():
            return typing.Tuple[_type_of(shape.shape), ...]  # noqa: UP006 - takes a name as well
        case _shapes.RecordShape():
            return typing.ForwardRef(f"_twins.{shape.cls.__name__}")
        case _:
            raise AssertionError(shape)


def _list_of(kind: Any) -> Any:
    return list[kind]


@made_once
def envelopes(*, bare: bool = False) -> dict[str, type[msgspec.Struct]]:
    """The structs of the envelopes, by kind: those of single records, and that of a collection.

    Args:
        bare: Whether what data leaves out is left out of the structs as well, so that they are written with the same
            keys; else they have the defaults.
    """
    items, found = [], {}
    for kind, cls in own_kinds().items():
        data: Any = _type_of(_shapes.top_shape(cls))
        tagged = {"tag_field": "kind", "tag": kind, "namespace": {"_twins": _Twins(bare=bare)}, **_STRUCT}
        items.append(msgspec.defstruct(f"ReadItem{kind}", [("data", data)], **tagged))
        found[kind] = msgspec.defstruct(f"ReadEnvelope{kind}", [("fulian", str), ("data", data)], **tagged)
    found[COLLECTION] = msgspec.defstruct(
        "ReadCollection",
        [("fulian", str), ("data", _list_of(typing.Union[tuple(items)]))],  # noqa: UP007 - of values
        tag_field="kind",
        tag=COLLECTION,
        **_STRUCT,
    )
    return found


@made_once
def decoder(*, bare: bool = False) -> msgspec.json.Decoder[Any]:
    """What reads the envelope of any kind from JSON, or of a collection."""
    return msgspec.json.Decoder(typing.Union[tuple(envelopes(bare=bare).values())])  # noqa: UP007 - of values


def leaves_out_itself(field: _shapes.Field) -> bool:
    """Tell whether msgspec leaves out the field's default, which is one and the same object wherever it stands."""
    default = field.default
    return field.required or default in (None, (), "") or isinstance(default, Enum | bool)


@made_once
def written_twin(cls: type) -> type[msgspec.Struct]:
    """The struct that a record of the class is written from: its fields in order, the defaults left out."""
    fields: list[Any] = []
    for field in _shapes.record_shape(cls).fields:
        default = ... if field.required else field.default if leaves_out_itself(field) else LEFT_OUT
        fields.append((field.key, Any, default))
    return msgspec.defstruct(f"Written{cls.__name__}", fields, gc=False, omit_defaults=True)


envelope: Final = msgspec.defstruct("WrittenEnvelope", [("fulian", str), ("kind", str), ("data", Any)], gc=False)
item: Final = msgspec.defstruct("WrittenItem", [("kind", str), ("data", Any)], gc=False)
