"""Records to the structs that msgspec writes: one function for each class."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, Final

from fulian.formats import _shapes
from fulian.formats._kinds import own_kind_of
from fulian.formats._rules import schema_of_rule
from fulian.formats._swift.source import Aside, Names, Source, aside, leaf_of, made_once
from fulian.formats._swift.twins import LEFT_OUT, written_twin
from fulian.values.period import Period

__all__ = ["writer"]

_LARGEST: Final = 2**63 - 1


_small_numbers: Final[set[str]] = set()  # of four characters at most, so that there are never many


def _checked_number(text: str) -> str:
    if len(text) > _shapes.LONGEST_NUMBER or not _shapes.NUMBER.fullmatch(text):
        raise Aside
    if len(text) <= 4:
        _small_numbers.add(text)
    return text


@lru_cache(maxsize=10_000)
def _period(first: date, last: date) -> str:
    return str(Period(first=first, last=last))


@made_once
def writer(cls: type) -> Callable[[Any], Any]:
    """Make the function that gives the struct of a record of the class, or the text of a value that prints."""
    if own_kind_of(cls) is None:
        raise Aside
    shape = _shapes.top_shape(cls)
    if not isinstance(shape, _shapes.RecordShape):
        return str
    source = Source(_NAMES, cls, "record")
    value = _struct(source, shape, "record")
    source.add(1, f"return {value}")
    made: Callable[[Any], Any] = source.made()
    return made


_NAMES: Final = Names(
    "write",
    writer,
    LEFT_OUT=LEFT_OUT,
    aside=aside,
    date=date,
    number=_checked_number,
    period=_period,
    small_numbers=_small_numbers,
)


def _struct(source: Source, shape: _shapes.RecordShape, record: str) -> str:
    """The expression that makes the struct of a record; small records within it are made in the same line."""
    source.add(1, f"if type({record}) is not {source.names.of('cls', shape.cls)}:", "    raise Aside")
    arguments = [_argument(source, field, f"{record}.{field.name}") for field in shape.fields]
    return f"{source.names.of('twin', written_twin(shape.cls))}({', '.join(arguments)})"


def _argument(source: Source, field: _shapes.Field, value: str) -> str:
    """The expression of a field's value; of what need not be written, LEFT_OUT."""
    shape, default = field.shape, field.default
    if field.required:
        if leaf := leaf_of(field):
            name = source.local()
            source.add(1, f"{name} = {value}")
            return _struct(source, leaf, name)
        return _value(source, shape, value, field.attribute.validator)
    inner = shape.shape if isinstance(shape, _shapes.Maybe) and default is None else shape
    written = _value(source, inner, value, field.attribute.validator)
    if default in (None, ()) and written == value:
        return value
    if default is None:
        return f"(None if {value} is None else {written})"
    if default == ():
        return f"({written} if {value} else ())"
    if default == "":
        return f"({value} or LEFT_OUT)"
    same = f"== {default!r}" if type(default) is str else f"is {source.names.of('default', default)}"
    return f"(LEFT_OUT if {value} {same} else {written})"


def _value(source: Source, shape: _shapes.Shape, value: str, rule: Any = None) -> str:
    """The expression that writes a value of this shape."""
    match shape:
        case _shapes.Whole():
            return _whole(value, rule)
        case _shapes.Number():
            name = source.local()
            short = f"{name}.isdigit() and len({name}) <= {_shapes.LONGEST_NUMBER}"
            return f"({name} if ({name} := str({value})) in small_numbers or {short} else number({name}))"
        case _shapes.Day():
            return f"({value} if {value}.__class__ is date else aside())"
        case _shapes.Printed():
            return f"period({value}.first, {value}.last)" if shape.cls is Period else f"str({value})"
        case _shapes.Maybe():
            inner = _value(source, shape.shape, value, rule)
            return inner if inner == value else f"(None if {value} is None else {inner})"
        case _shapes.Many():
            inner = _value(source, shape.shape, "item")
            return value if inner == "item" else f"[{inner} for item in {value}]"
        case _shapes.RecordShape():
            return source.call(shape.cls, value)
        case _:  # text, true and false, days and members of an enum: msgspec writes them as they are
            return value


def _whole(value: str, rule: Any) -> str:
    """The expression of a whole number; what its rule does not keep within 64 bits is looked at."""
    bounds = schema_of_rule(rule)
    low = "" if bounds.get("minimum", -_LARGEST - 1) >= -_LARGEST else f"{-_LARGEST} <= "
    high = "" if bounds.get("maximum", _LARGEST + 1) <= _LARGEST else f" <= {_LARGEST}"
    return f"({value} if {low}{value}{high} else aside())" if low or high else value
