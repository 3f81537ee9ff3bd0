"""Records to the structs that msgspec writes: one function for each class."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from fulian.formats import _shapes
from fulian.formats._kinds import own_kind_of
from fulian.formats._swift.source import Aside, Names, Source, aside, is_flat, leaf_of, made_once
from fulian.formats._swift.twins import LEFT_OUT, leaves_out_itself, written_twin
from fulian.values.period import Period

__all__ = ["struct_of"]


def struct_of(record: Any) -> Any:
    """Give the struct of a record, or the text of a value that prints."""
    return _writer(record.__class__)(record)


@made_once
def _writer(cls: type) -> Callable[[Any], Any]:
    if own_kind_of(cls) is None:
        raise Aside
    shape = _shapes.top_shape(cls)
    if not isinstance(shape, _shapes.RecordShape):
        return str
    source = Source(_NAMES, cls, "record")
    value = _struct(source, shape, "record")
    source.add(f"return {value}")
    made: Callable[[Any], Any] = source.made()
    return made


_NAMES: Final = Names(
    "write",
    _writer,
    LEFT_OUT=LEFT_OUT,
    aside=aside,
    date=date,
)


def _struct(source: Source, shape: _shapes.RecordShape, record: str) -> str:
    """The expression that makes the struct of a record; small records within it are made in the same line."""
    names = source.names
    source.add(f"if type({record}) is not {names.of('cls', shape.cls)}:", "    raise Aside")
    arguments = [_argument(source, field, f"{record}.{field.name}") for field in shape.fields]
    return f"{names.of('twin', written_twin(shape.cls))}({', '.join(arguments)})"


def _argument(source: Source, field: _shapes.Field, value: str) -> str:
    """The expression of a field's value; what need not be written is the very default."""
    shape = field.shape
    if leaf := leaf_of(field):
        name = source.local()
        source.add(f"{name} = {value}")
        return _struct(source, leaf, name)
    if isinstance(shape, _shapes.Many) and isinstance(shape.shape, _shapes.RecordShape) and is_flat(shape.shape.cls):
        return _structs(source, shape.shape, value)
    written = _value(source, shape, value)
    if leaves_out_itself(field):
        return written
    same = "==" if isinstance(field.default, str | int) else "is"
    return f"(LEFT_OUT if {value} {same} {source.names.of('default', field.default)} else {written})"


def _structs(source: Source, shape: _shapes.RecordShape, records: str) -> str:
    """Make the structs of a tuple of records in a loop; give the variable that holds them."""
    made, record = source.local(), source.local()
    source.add(f"{made} = ()")
    with source.block(f"if {records}:"):
        source.add(f"{made} = []")
        with source.block(f"for {record} in {records}:"):
            source.add(f"{made}.append({_struct(source, shape, record)})")
    return made


def _value(source: Source, shape: _shapes.Shape, value: str) -> str:
    """The expression that writes a value of this shape; it reads a slot again rather than keep what was read."""
    match shape:
        case _shapes.Day():
            return f"({value} if {value}.__class__ is date else aside())"
        case _shapes.Printed():
            return f"{value}._printed" if shape.cls is Period else f"str({value})"
        case _shapes.Maybe():
            inner = _value(source, shape.shape, value)
            return value if inner == value else f"(None if {value} is None else {inner})"
        case _shapes.Many():
            inner = _value(source, shape.shape, "item")
            return value if inner == "item" else f"([{inner} for item in {value}] if {value} else ())"
        case _shapes.RecordShape():
            return source.call(shape.cls, value)
        case _:  # text, numbers, true and false, members of an enum: msgspec writes them as they are, numbers as text
            return value
