"""The quick way for good records: JSON text written and read by functions made for each class.

The strict reader follows a description of the fields and gathers faults; that costs. Here each class gets one function
that writes it and one that reads it, as plain Python source made once from the same description, in the way that attrs
makes its own methods. They know only data without a fault: whatever is not as it should be raises `Aside`, and the
slow way looks at it, tells what is wrong, or takes it after all. So both ways accept the same data and give the same
records; a test holds that.

A record read here is made without its own constructor: its fields are checked in line by the very rules of its
validators and set one by one. Rules that are not known here, and rules between fields, are asked as the class has
them. Only fulian's own classes go this way. Where orjson is installed (the extra ``fast``), it does the parsing.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from json.encoder import encode_basestring
from typing import Any, Final

import attrs

from fulian.formats import _shapes, migrations
from fulian.formats._kinds import COLLECTION, own_class_of, own_kind_of
from fulian.values.period import Period

__all__ = ["MISSED", "dumps", "loads"]

MISSED: Final = object()
_PERIODS_KEPT: Final = 10_000
# Text of these fields comes again and again; equal ones are then one object.
_REPEATED: Final = frozenset(("document_id", "unit", "indicator", "name", "short_name", "division_code", "label"))


class Aside(Exception):  # noqa: N818 - no error: the slow way decides
    """Something that only the slow way can judge."""


def _aside(*_: object) -> Any:
    raise Aside


# ---------------------------------------------------------------- values that are cheap to share

_period_of_text: dict[str, Period] = {}
_text_of_days: dict[tuple[date, date], str] = {}


def _read_period(text: Any) -> Period:
    try:
        return _period_of_text[text]
    except (KeyError, TypeError):
        if type(text) is not str:
            raise Aside from None
    try:
        period = Period.parse(text)
    except ValueError as error:
        raise Aside from error
    if len(_period_of_text) >= _PERIODS_KEPT:
        _period_of_text.clear()
    _period_of_text[text] = period
    return period


def _write_period(period: Period) -> str:
    days = (period.first, period.last)
    text = _text_of_days.get(days)
    if text is None:
        if len(_text_of_days) >= _PERIODS_KEPT:
            _text_of_days.clear()
        text = _text_of_days[days] = f'"{period}"'
    return text


def _read_number(text: Any) -> Decimal:
    if type(text) is not str or len(text) > 1000 or not ((text.isdigit() and text.isascii()) or _is_number(text)):
        raise Aside
    return Decimal(text)


def _write_number(number: Decimal) -> str:
    text = str(number)
    if len(text) > 1000 or not (text.isdigit() or _is_number(text)):
        raise Aside
    return f'"{text}"'


_is_number = _shapes.NUMBER.fullmatch


def _read_day(text: Any) -> date:
    if type(text) is not str or not _shapes.DAY.fullmatch(text):
        raise Aside
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Aside from error


def _write_day(day: date) -> str:
    if type(day) is not date:
        raise Aside
    return f'"{day.isoformat()}"'


# ---------------------------------------------------------------- functions made for each class


_SHARED: Final[dict[str, Any]] = {
    "Aside": Aside,
    "aside": _aside,
    "new": object.__new__,
    "quote": encode_basestring,
    "intern": sys.intern,
    "read_period": _read_period,
    "write_period": _write_period,
    "read_number": _read_number,
    "write_number": _write_number,
    "read_day": _read_day,
    "write_day": _write_day,
}


class _Source:
    """The source of one function; all of them share their names, so that they call one another directly."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def add(self, depth: int, line: str) -> None:
        self.lines.append("    " * depth + line)

    @staticmethod
    def name(stem: str, thing: Any) -> str:
        """Give a name by which the source speaks of a thing."""
        name = f"{stem}_{len(_SHARED)}"
        _SHARED[name] = thing
        return name

    def function(self, name: str) -> Any:
        # The source is made from fulian's own classes, never from data.
        exec(compile("\n".join(self.lines), f"<fulian {name}>", "exec"), _SHARED)  # noqa: S102
        return _SHARED[name]


def _called(verb: str, make: Callable[[type], Any], cls: type) -> str:
    """The name of a class's function, made on its first call where it is not made yet."""
    name = f"{verb}_{cls.__name__}"
    if name not in _SHARED:

        def first_call(*arguments: Any) -> Any:
            return make(cls)(*arguments)

        _SHARED[name] = first_call
    return name


@cache
def _writer(cls: type) -> Callable[[Any, int], str]:
    """Make ``write(record, depth) -> str``."""
    if own_kind_of(cls) is None:
        return _aside
    shape = _shapes.top_shape(cls)
    if not isinstance(shape, _shapes.RecordShape):
        return lambda value, _: _write_plain_printed(value)
    source = _Source()
    source.add(0, f"def write_{cls.__name__}(record, depth):")
    source.add(1, f"if record.__class__ is not {source.name('cls', cls)} or depth > {_shapes.DEEPEST}:")
    source.add(2, "raise Aside")
    pending: list[str] = []
    source.add(1, "text = ''")
    for field in shape.fields:
        _write_field(source, field, pending)
    tail = f" + {' + '.join(pending)}" if pending else ""
    source.add(1, f"return '{{' + (text{tail})[2:] + '}}'")
    made: Callable[[Any, int], str] = source.function(f"write_{cls.__name__}")
    return made


def _write_plain_printed(value: Any) -> str:
    return _write_period(value) if type(value) is Period else encode_basestring(str(value))


def _write_field(source: _Source, field: _shapes.Field, pending: list[str]) -> None:
    """Write a field that may be left out; one that may not waits to be written with its neighbours."""
    shape, default = field.shape, field.default
    key = json.dumps(field.key)
    if default is attrs.NOTHING:
        if isinstance(shape, _shapes.Whole):
            source.add(1, f"if not -{2**63} < record.{field.name} < {2**63}:")
            source.add(2, "raise Aside")
        pending.append(f"', {key}: ' + {_write_value(source, shape, f'record.{field.name}')}")
        return
    if pending:
        source.add(1, f"text += {' + '.join(pending)}")
        pending.clear()
    source.add(1, f"value = record.{field.name}")
    if default is None:
        test = "value is not None"
    elif default == ():
        test = "value"
    elif type(default) is str:
        test = f"value != {default!r}"
    else:
        test = f"value is not {source.name('default', default)}"
    source.add(1, f"if {test}:")
    if isinstance(shape, _shapes.Maybe) and default is None:
        shape = shape.shape
    if isinstance(shape, _shapes.Whole):
        source.add(2, f"if not -{2**63} < value < {2**63}:")
        source.add(3, "raise Aside")
    source.add(2, f"text += ', {key}: ' + {_write_value(source, shape, 'value')}")


def _write_value(source: _Source, shape: _shapes.Shape, value: str) -> str:
    """The expression that writes a value of this shape."""
    match shape:
        case _shapes.Text():
            return f"quote({value})"
        case _shapes.Whole():
            return f"str({value})"
        case _shapes.Flag():
            return f"('true' if {value} else 'false')"
        case _shapes.Number():
            return f"write_number({value})"
        case _shapes.Day():
            return f"write_day({value})"
        case _shapes.Choice():
            return f"quote({value}._value_)"
        case _shapes.Printed():
            return f"write_period({value})" if shape.cls is Period else f"quote(str({value}))"
        case _shapes.Maybe():
            return f"('null' if {value} is None else {_write_value(source, shape.shape, value)})"
        case _shapes.Many():
            inner = _write_value(source, shape.shape, "item").replace("depth + 1", "depth + 2")
            return f"'[' + ', '.join([{inner} for item in {value}]) + ']'"
        case _shapes.RecordShape():
            whole = _in_one_line(source, shape, value)
            if whole is not None:
                guards, text = whole
                return f"(f'{text}' if {' and '.join(guards)} else aside())"
            return f"{_called('write', _writer, shape.cls)}({value}, depth + 1)"
        case _:
            raise AssertionError(shape)


def _in_one_line(source: _Source, shape: _shapes.RecordShape, value: str) -> tuple[list[str], str] | None:
    """The inside of a format string for a small record whose fields must all be there, and what must hold for it.

    Spans and sources are most of all records; writing them in their holder's own line saves their calls.
    """
    guards, parts = [f"{value}.__class__ is {source.name('cls', shape.cls)}"], []
    for field in shape.fields:
        inner = f"{value}.{field.name}"
        match field.shape:
            case _ if not field.required:
                return None
            case _shapes.Text():
                text = f"{{quote({inner})}}"
            case _shapes.Whole():
                guards.append(f"-{2**63} < {inner} < {2**63}")
                text = f"{{{inner}}}"
            case _shapes.RecordShape():
                whole = _in_one_line(source, field.shape, inner)
                if whole is None:
                    return None
                guards += whole[0]
                text = whole[1]
            case _:
                return None
        parts.append(f"{json.dumps(field.key)}: {text}")
    return guards, "{{" + ", ".join(parts) + "}}"


@cache
def _reader(cls: type) -> Callable[[Any, int, list[int]], Any]:
    """Make ``read(data, depth, keys) -> record``; `keys` counts the keys of all objects."""
    if own_kind_of(cls) is None:
        return _aside
    shape = _shapes.top_shape(cls)
    if not isinstance(shape, _shapes.RecordShape):
        assert isinstance(shape, _shapes.Printed)  # noqa: S101 - what stands alone is a record or prints
        read_printed = _read_period if shape.cls is Period else _printed_reader(shape)
        return lambda value, _, __: read_printed(value)
    source = _Source()
    source.add(0, f"def read_{cls.__name__}(data, depth, keys):")
    source.add(1, f"if data.__class__ is not dict or depth > {_shapes.DEEPEST}:")
    source.add(2, "raise Aside")
    source.add(1, "get = data.get")
    source.add(1, "count = 0")
    later: list[str] = []
    for place, field in enumerate(shape.fields):
        _read_field(source, field, f"v{place}", later)
    source.add(1, "if count != len(data):")
    source.add(2, "raise Aside")
    source.add(1, "keys[0] += count")
    source.add(1, f"made = new({source.name('cls', cls)})")
    for place, field in enumerate(shape.fields):
        # What a slot's descriptor sets, a frozen class does not refuse.
        source.add(1, f"{source.name('set', vars(cls)[field.name].__set__)}(made, v{place})")
    if later or hasattr(cls, "__attrs_post_init__"):
        source.add(1, "try:")
        for line in later:
            source.add(2, line)
        if hasattr(cls, "__attrs_post_init__"):
            source.add(2, "made.__attrs_post_init__()")
        source.add(1, "except (TypeError, ValueError) as error:")
        source.add(2, "raise Aside from error")
    source.add(1, "return made")
    made: Callable[[Any, int, list[int]], Any] = source.function(f"read_{cls.__name__}")
    return made


def _printed_reader(shape: _shapes.Printed) -> Callable[[Any], Any]:
    parsed = lru_cache(maxsize=4096)(shape.parse)

    def read(text: Any) -> Any:
        if type(text) is not str:
            raise Aside
        try:
            return parsed(text)
        except (TypeError, ValueError) as error:
            raise Aside from error

    return read


def _read_field(source: _Source, field: _shapes.Field, name: str, later: list[str]) -> None:
    shape = field.shape
    optional = isinstance(shape, _shapes.Maybe)
    inner = shape.shape if isinstance(shape, _shapes.Maybe) else shape
    source.add(1, f"{name} = get({field.key!r})")
    if optional:
        source.add(1, f"if {name} is None:")
        if field.required or field.default is not None:
            source.add(2, "raise Aside")  # null and nothing differ here: rare enough for the slow way
        else:
            source.add(2, f"count += {field.key!r} in data")
        source.add(1, "else:")
    elif field.required:
        source.add(1, "if 1:")
    else:
        default = source.name("default", field.default)
        source.add(1, f"if {name} is None:")
        source.add(2, f"if {field.key!r} in data:")
        source.add(3, "raise Aside")
        source.add(2, f"{name} = {default}")
        source.add(1, "else:")
    source.add(2, "count += 1")
    _read_value(source, field, inner, name)
    _check(source, field, name, later)


def _read_value(source: _Source, field: _shapes.Field, shape: _shapes.Shape, name: str) -> None:
    match shape:
        case _shapes.Text() | _shapes.Whole() | _shapes.Flag():
            kind = {_shapes.Text: "str", _shapes.Whole: "int", _shapes.Flag: "bool"}[type(shape)]
            source.add(2, f"if {name}.__class__ is not {kind}:")
            source.add(3, "raise Aside")
            if kind == "int":
                source.add(2, f"if not -{2**63} < {name} < {2**63}:")
                source.add(3, "raise Aside")
            elif field.name in _REPEATED:
                source.add(2, f"{name} = intern({name})")
        case _shapes.Many(shape=_shapes.Text()):
            source.add(2, f"if {name}.__class__ is not list:")
            source.add(3, "raise Aside")
            source.add(2, f"for item in {name}:")
            source.add(3, "if item.__class__ is not str:")
            source.add(4, "raise Aside")
            source.add(2, f"{name} = tuple({name})")
        case _shapes.Many(shape=_shapes.RecordShape(cls=item)):
            source.add(2, f"if {name}.__class__ is not list:")
            source.add(3, "raise Aside")
            read = _called("read", _reader, item)
            source.add(2, f"{name} = tuple([{read}(item, depth + 2, keys) for item in {name}])")
        case _shapes.RecordShape():
            read = _called("read", _reader, shape.cls)
            source.add(2, f"{name} = {read}({name}, depth + 1, keys)")
        case _shapes.Choice():
            source.add(2, "try:")
            source.add(3, f"{name} = {source.name('members', shape.by_value)}[{name}]")
            source.add(2, "except (KeyError, TypeError):")
            source.add(3, "raise Aside from None")
        case _shapes.Number():
            source.add(2, f"{name} = read_number({name})")
        case _shapes.Day():
            source.add(2, f"{name} = read_day({name})")
        case _shapes.Printed():
            read = "read_period" if shape.cls is Period else source.name("read", _printed_reader(shape))
            source.add(2, f"{name} = {read}({name})")
        case _:
            source.add(2, "raise Aside")


def _check(source: _Source, field: _shapes.Field, name: str, later: list[str]) -> None:
    """Hold the field's rule: in line where it is known, else as the validator has it."""
    rule: Any = field.attribute.validator
    if type(rule).__name__ == "_OptionalValidator":
        rule = rule.validator
    kind = type(rule).__name__
    if rule is None or kind in ("_InstanceOfValidator", "_TupleOf"):
        return  # the shape's own type is at least as strict
    if kind == "_Filled":
        source.add(2, f"if not {name} or {name}.isspace():")
    elif kind == "_WholeNumber":
        high = f" or {name} > {rule.high}" if rule.high is not None else ""
        source.add(2, f"if {name} < {rule.low}{high}:")
    elif kind == "_MatchesReValidator":
        match = source.name("matches", re.compile(rule.pattern.pattern, rule.pattern.flags).fullmatch)
        source.add(2, f"if not {match}({name}):")
    else:
        asked = source.name("rule", field.attribute.validator)
        later.append(f"{asked}(made, {source.name('attribute', field.attribute)}, {name})")
        return
    source.add(3, "raise Aside")


# ---------------------------------------------------------------- whole texts


def _parse_plainly(raw: bytes) -> Any:
    return json.loads(raw.decode(), parse_float=_aside, parse_constant=_aside)


try:
    import orjson
except ImportError:
    _parse: Callable[[bytes], Any] = _parse_plainly
else:
    # Its floats, and the large whole numbers that it makes floats of, fit no field, so the slow way sees them.
    _parse = orjson.loads


def dumps(record: Any) -> str | None:
    """Write the envelope of a good record, or of a list of such, in one line; None where the slow way has to."""
    try:
        if isinstance(record, list | tuple):
            items = ", ".join([f'{{"kind": "{_kind(one)}", "data": {_writer_of(one)(one, 3)}}}' for one in record])
            text = f'{{"fulian": "{migrations.CURRENT}", "kind": "{COLLECTION}", "data": [{items}]}}'
        else:
            data = _writer_of(record)(record, 1)
            text = f'{{"fulian": "{migrations.CURRENT}", "kind": "{_kind(record)}", "data": {data}}}'
        text.encode()  # no half of a surrogate pair gets through
    except (Aside, UnicodeEncodeError, RecursionError, AttributeError, TypeError, KeyError):
        return None
    return text


def _writer_of(record: Any) -> Callable[[Any, int], str]:
    return _writer(record.__class__)


def _kind(record: Any) -> str:
    kind = own_kind_of(type(record))
    if kind is None:
        raise Aside
    return kind


def loads(data: str | bytes) -> Any:
    """Read the envelope of good data; MISSED where the slow way has to look."""
    try:
        raw = data.encode() if isinstance(data, str) else data
        if b"\\ud" in raw or b"\\uD" in raw:  # escaped surrogates may come in halves
            return MISSED
        plain = _parse(raw)
        if type(plain) is not dict or len(plain) != 3 or plain.get("fulian") != migrations.CURRENT or migrations.STEPS:
            return MISSED
        keys = [3]
        kind, content = plain.get("kind"), plain.get("data")
        if kind == COLLECTION:
            if type(content) is not list:
                return MISSED
            record: Any = tuple([_read_one(item, 3, keys) for item in content])
        else:
            record = _reader(_class(kind))(content, 1, keys)
    except (Aside, UnicodeError, RecursionError, TypeError, ValueError):
        return MISSED
    return record if _each_key_once(raw, keys[0]) else MISSED


def _read_one(item: Any, depth: int, keys: list[int]) -> Any:
    if type(item) is not dict or len(item) != 2 or "data" not in item:
        raise Aside
    keys[0] += 2
    return _reader(_class(item.get("kind")))(item["data"], depth, keys)


def _class(kind: Any) -> type:
    cls = own_class_of(kind) if isinstance(kind, str) else None
    if cls is None:
        raise Aside
    return cls


def _each_key_once(raw: bytes, keys: int) -> bool:
    """Tell whether no object had a key twice, which parsers do not tell.

    Each key that was printed has its colon. Where there are as many colons as keys were read, none was printed twice.
    Where texts have colons too, and none follows a space, each key is followed by ``":`` at once; then as many of these
    as keys were read say the same.
    """
    if raw.count(b":") == keys:
        return True
    if b" :" in raw or b"\n:" in raw or b"\t:" in raw or b"\r:" in raw:
        return False
    return raw.count(b'":') == keys
