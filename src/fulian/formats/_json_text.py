"""JSON text and plain data: what Python's own parser lets pass is noticed, and numbers keep their digits."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any, Final

from fulian.formats._problems import Path, Problems, one_fault, shown

__all__ = ["EXPECTED", "PairsParser", "compact", "decoded", "parse", "pretty"]

_WIDTH: Final = 100
# What Python's parser says, as what it looked for.
EXPECTED: Final = {
    "Expecting value": "a value of JSON",
    "Expecting property name enclosed in double quotes": "a key in double quotes",
    "Expecting ':' delimiter": "a colon after the key",
    "Expecting ',' delimiter": "a comma, or the end of the list or object",
    "Extra data": "nothing after the end of the data",
    "Unterminated string starting at": "a quotation mark that ends this text",
    "Invalid control character at": "no control character within a text: a line break is written \\n, a tab \\t",
    "Invalid \\escape": "an escape of JSON after the backslash, such as \\n or \\u5987; two backslashes for one",
    "Invalid \\uXXXX escape": "four hexadecimal digits after \\u",
    "Illegal trailing comma before end of object": "no comma before the end of the object",
    "Illegal trailing comma before end of array": "no comma before the end of the list",
}
_TOO_DEEP: Final = "data nested at most some hundred deep"


class _Doubled(dict[str, Any]):
    """An object in which a key stood more than once."""

    keys_twice: tuple[str, ...] = ()


class _NotANumber:
    """NaN, Infinity or -Infinity, which are not JSON."""

    def __init__(self, name: str) -> None:
        self.name = name


class PairsParser:
    """Objects from pairs of key and value, noticing what parsers let pass: a key twice, NaN and infinities."""

    def __init__(self) -> None:
        self.odd = False

    def pairs(self, pairs: list[tuple[Any, Any]]) -> dict[Any, Any]:
        """Make an object."""
        made = dict(pairs)
        if len(made) == len(pairs):
            return made
        self.odd = True
        doubled = _Doubled(made)
        seen: set[str] = set()
        doubled.keys_twice = tuple(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        return doubled

    def constant(self, name: str) -> _NotANumber:
        """Stand in for a number that JSON does not have."""
        self.odd = True
        return _NotANumber(name)

    def check(self, data: Any) -> None:
        """Tell where the odd things stand."""
        if not self.odd:
            return
        problems = Problems()
        waiting: list[tuple[Path, Any]] = [((), data)]
        while waiting:
            path, value = waiting.pop()
            if isinstance(value, _NotANumber):
                problems.add(path, "a value that JSON has", value.name)
            elif isinstance(value, dict):
                for key in dict.fromkeys(getattr(value, "keys_twice", ())):
                    problems.add((*path, key), "each key once", f"{shown(key)} more than once")
                waiting.extend(((*path, key), item) for key, item in reversed(value.items()))
            elif isinstance(value, list):
                waiting.extend(((*path, place), item) for place, item in reversed(list(enumerate(value))))
        problems.check()


def parse(data: str | bytes, *, where: str = "line {line} column {column}") -> Any:
    """Parse JSON text to plain data; numbers with a point are Decimals, so that nothing is rounded."""
    text = decoded(data)
    parser = PairsParser()
    try:
        plain = json.loads(
            text, object_pairs_hook=parser.pairs, parse_constant=parser.constant, parse_float=_exact_number
        )
    except json.JSONDecodeError as error:
        found = shown(text[error.pos : error.pos + 20]) if error.pos < len(text) else "the end"
        place = where.format(line=error.lineno, column=error.colno)
        raise one_fault(place, EXPECTED.get(error.msg, f"JSON ({error.msg})"), found) from error
    except RecursionError as error:
        raise one_fault("data", _TOO_DEEP, "more") from error
    except ValueError as error:  # Python's own limit on the digits of whole numbers
        raise one_fault("data", "whole numbers of 64 bits", "a number of thousands of digits") from error
    parser.check(plain)
    return plain


def decoded(data: str | bytes) -> str:
    """Give the text of bytes in UTF-8."""
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"the byte 0x{data[error.start]:02x} at {error.start}"
        raise one_fault("data", "text in UTF-8", found) from error


def _exact_number(text: str) -> Decimal:
    return Decimal(text if len(text) <= 1000 and not re.search(r"[eE][+-]?[0-9]{7}", text) else "1E+999999")


def compact(value: Any) -> str:
    """Write plain data in one line."""
    try:
        return _text(value)
    except RecursionError as error:
        raise one_fault("data", _TOO_DEEP, "more") from error


def _text(value: Any) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        return "{" + ",".join([f"{encode_basestring(key)}:{_text(item)}" for key, item in value.items()]) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join([_text(item) for item in value]) + "]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)  # int, and Decimal as it came


def pretty(value: Any, indent: int) -> str:
    """Write plain data over several lines; an object or list that fits in one line stays in one."""
    try:
        return _pretty(value, indent, 0)
    except RecursionError as error:
        raise one_fault("data", _TOO_DEEP, "more") from error


def _pretty(value: Any, indent: int, level: int) -> str:
    if type(value) is str:
        return encode_basestring(value)
    if isinstance(value, dict):
        parts = [f"{encode_basestring(key)}: {_pretty(item, indent, level + 1)}" for key, item in value.items()]
        opening, closing = "{", "}"
    elif isinstance(value, list | tuple):
        parts = [_pretty(item, indent, level + 1) for item in value]
        opening, closing = "[", "]"
    else:
        return _text(value)
    if level and sum(map(len, parts)) + 2 * len(parts) + indent * level <= _WIDTH:
        line = ", ".join(parts)
        if "\n" not in line:
            return opening + line + closing
    if not parts:
        return opening + closing
    margin = "\n" + " " * indent * (level + 1)
    return opening + margin + f",{margin}".join(parts) + margin[: len(margin) - indent] + closing
