"""The structs that msgspec read to records: one function for each class.

msgspec has checked types, keys and bounds. The rest of each validator's rule is checked here, in line where the rule is
known, else by the validator itself; rules between fields as the class has them. A record is then made without its
constructor, as one that can still be changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeAlias

import attrs

from fulian.formats import _shapes
from fulian.formats._kinds import own_kind_of, own_kinds
from fulian.formats._swift.rules import rule_in_line
from fulian.formats._swift.source import Aside, Names, Source, aside, is_flat, leaf_of, made_once
from fulian.values.unchecked import changeable
from fulian.values.validation import NUMBER

__all__ = ["reader", "reader_of"]

# Text of these fields comes again and again; equal ones are then one object.
_REPEATED: Final = frozenset(("document_id", "unit", "indicator", "name", "short_name", "division_code", "label"))
_MOST_KEPT: Final = 10_000
_Kept: TypeAlias = dict[str, Any]


def _kept(kept: _Kept, make: Callable[[str], Any]) -> Callable[[str], Any]:
    """Make the function that is asked for what is not kept yet: it makes the value of a text, and keeps it."""

    def learn(text: str) -> Any:
        value = make(text)
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[text] = value
        return value

    return learn


_small_numbers: Final[dict[str, Decimal]] = {}  # of three characters at most, so that there are never many


def _number(text: str) -> Decimal:
    if not NUMBER.fullmatch(text):
        raise Aside
    number = Decimal(text)
    if len(text) < 4:
        _small_numbers[text] = number
    return number


def reader_of(envelope: Any) -> Callable[[Any, list[int]], Any]:
    """Give the function that reads the data of an envelope of msgspec's, or of an item of a collection."""
    struct: Any = type(envelope)
    return _reader_of_struct(struct)


@made_once
def _reader_of_struct(struct: Any) -> Callable[[Any, list[int]], Any]:
    return reader(own_kinds()[struct.__struct_config__.tag])


@made_once
def reader(cls: type) -> Callable[[Any, list[int]], Any]:
    """Make the function that gives the record of a struct.

    It adds to ``keys[0]`` how many keys the data had at least: those of the fields that do not have their default.
    """
    if own_kind_of(cls) is None or not all(field.init and field.converter is None for field in attrs.fields(cls)):
        raise Aside
    shape = _shapes.top_shape(cls)
    if not isinstance(shape, _shapes.RecordShape):
        parse = _parser(shape)
        return lambda text, _: parse(text)
    source = Source(_NAMES, cls, "data, keys")
    source.add(f"count = {_required_keys(shape)}")
    record = _record(source, shape, "data")
    source.add("keys[0] += count", f"return {record}")
    made: Callable[[Any, list[int]], Any] = source.made()
    return made


_NAMES: Final = Names(
    "read",
    reader,
    Decimal=Decimal,
    small_numbers=_small_numbers.get,
    number=_number,
)


def _parser(shape: _shapes.Shape) -> Callable[[str], Any]:
    assert isinstance(shape, _shapes.Printed)  # noqa: S101 - what stands alone is a record or prints
    return shape.parse


def _required_keys(shape: _shapes.RecordShape) -> int:
    """How many keys the data of a record surely has, with those of the records that are read in the same function."""
    leaves = [leaf for field in shape.fields if (leaf := leaf_of(field))]
    return sum(field.required for field in shape.fields) + sum(map(_required_keys, leaves))


def _record(source: Source, shape: _shapes.RecordShape, data: str) -> str:
    """Read a record's fields and make it; give the variable that holds it."""
    cls, names = shape.cls, source.names
    values, asked = [], []
    for field in shape.fields:
        value = source.local()
        source.add(f"{value} = {data}.{field.key}")
        if leaf := leaf_of(field):
            value = _record(source, leaf, value)
        else:
            _read_field(source, field, value)
        values.append(value)
        if not _is_known(field):
            asked.append((field, value))
    made = source.local()
    called: list[str] = []
    if hasattr(cls, "__attrs_post_init__"):
        held = {field.name: value for field, value in zip(shape.fields, values, strict=True)}
        in_line = rule_in_line(cls, held, names)
        if in_line is None:
            called = [f"{names.of('check', cls.__attrs_post_init__)}({made})"]
        else:
            source.add(*in_line)
    source.add(*_making(names, shape, values, made), *called)
    for field, value in asked:
        rule, attribute = names.of("rule", field.attribute.validator), names.of("attribute", field.attribute)
        source.add(f"{rule}({made}, {attribute}, {value})")
    return made


def _making(names: Names, shape: _shapes.RecordShape, values: list[str], made: str) -> list[str]:
    """The lines that make a record of its values, without its constructor."""
    stores = [f"{made}.{field.name} = {value}" for field, value in zip(shape.fields, values, strict=True)]
    draft, cls = names.of("draft", changeable(shape.cls)), names.of("cls", shape.cls)
    return [f"{made} = {draft}()", *stores, f"{made}.__class__ = {cls}"]


def _read_field(source: Source, field: _shapes.Field, value: str) -> None:
    with ExitStack() as blocks:
        if not field.required:
            blocks.enter_context(source.block(f"if {_differs(source.names, field, value)}:"))
            source.add("count += 1")
        shape = field.shape
        if isinstance(shape, _shapes.Maybe):
            shape = shape.shape
            if field.default is not None:
                blocks.enter_context(source.block(f"if {value} is not None:"))
        _read_value(source, field, shape, value)


def _differs(names: Names, field: _shapes.Field, value: str) -> str:
    """The condition that a value is not the field's default, which needs neither looking at nor changing."""
    default = field.default
    if default is None:
        return f"{value} is not None"
    if default in ((), ""):
        return value
    return f"{value} {'is not' if isinstance(default, Enum | bool) else '!='} {names.of('default', default)}"


def _read_value(source: Source, field: _shapes.Field, shape: _shapes.Shape, value: str) -> None:
    """Make the field's value of what msgspec read, and hold its rule."""
    match shape:
        case _shapes.Text():
            rule = _rule(field)
            if field.name in _REPEATED:
                source.add(_from_kept(source, value, rule))
            elif rule is _filled:
                source.add(f"if not {value} or {value}.isspace():", "    raise Aside")
            elif rule is not str:
                source.add(f"{source.names.of('rule', rule)}({value})")
        case _shapes.Number():
            plain = f"len({value}) > 3 and {value}.isdigit() and {value}.isascii()"
            source.add(f"{value} = Decimal({value}) if {plain} else small_numbers({value}) or number({value})")
        case _shapes.Printed():
            source.add(_from_kept(source, value, _parser(shape)))
        case _shapes.RecordShape():
            source.add(f"{value} = {source.call(shape.cls, value, 'keys')}")
        case _shapes.Many(shape=_shapes.RecordShape() as item):
            _read_many(source, item, value)
        case _shapes.Many(shape=_shapes.Text()) | _shapes.Whole() | _shapes.Flag() | _shapes.Day() | _shapes.Choice():
            pass
        case _:
            source.add("raise Aside")


def _read_many(source: Source, shape: _shapes.RecordShape, values: str) -> None:
    if not is_flat(shape.cls):
        source.add(f"{values} = tuple([{source.call(shape.cls, 'item', 'keys')} for item in {values}])")
        return
    made, item = source.local(), source.local()
    source.add(f"{made} = []")
    with source.block(f"for {item} in {values}:"):
        source.add(f"count += {_required_keys(shape)}")
        source.add(f"{made}.append({_record(source, shape, item)})")
    source.add(f"{values} = tuple({made})")


def _from_kept(source: Source, value: str, make: Callable[[str], Any]) -> str:
    kept: _Kept = {}
    known, learn = source.names.of("known", kept.get), source.names.of("learn", _kept(kept, make))
    return f"{value} = {known}({value}) or {learn}({value})"


def _inner_rule(field: _shapes.Field) -> Any:
    rule: Any = field.attribute.validator
    return rule.validator if type(rule).__name__ == "_OptionalValidator" else rule


# msgspec has checked what these rules say, or _rule does.
_CHECKED: Final = frozenset(
    ["NoneType", "_InstanceOfValidator", "_TupleOf", "_Filled", "_ExactNumber", "_WholeNumber", "_MatchesReValidator"]
)


def _is_known(field: _shapes.Field) -> bool:
    return type(_inner_rule(field)).__name__ in _CHECKED


def _rule(field: _shapes.Field) -> Callable[[str], str]:
    """The function that holds a field's rule on a text, and gives the text."""
    rule = _inner_rule(field)
    match type(rule).__name__:
        case "_Filled":
            return _filled
        case "_MatchesReValidator":
            fits = re.compile(rule.pattern.pattern, rule.pattern.flags).fullmatch
            return lambda text: text if fits(text) else aside()
        case _:
            return str


def _filled(text: str) -> str:
    return text if text and not text.isspace() else aside()
