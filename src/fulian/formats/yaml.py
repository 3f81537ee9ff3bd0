"""YAML 1.2, for people: Chinese as it is, comments welcome on input, multi-line text line by line.

Reading needs the extra ``yaml``. Only the types of JSON are known: a word is text unless it is ``true``, ``false``,
``null`` or a number, so a day needs no quotes and a number of a quantity does (``value: "44"``). Tags, anchors and
aliases are refused. Comments are not kept.
"""

from __future__ import annotations

import importlib
import re
from decimal import Decimal
from functools import cache
from typing import Any, Final

from fulian.formats._extras import needed
from fulian.formats._json_text import PairsParser, decoded
from fulian.formats._plain import plain_of, record_of
from fulian.formats._problems import one_fault, shown

__all__ = ["LOSSES", "dumps", "loads"]

LOSSES: Final[tuple[str, ...]] = (
    "Comments of a file that is read are not kept.",
    "Text of more than sixteen million characters is refused.",
)

_WIDTH: Final = 100
_LONGEST: Final = 16_000_000
_DEEPEST: Final = 200  # brackets within brackets; a record has at most a hundred
_SHORT_ENOUGH: Final = "YAML of at most sixteen million characters; JSON has no such bound"
# Text that needs no quotes, in a list in brackets either: words, Chinese punctuation, no sign that YAML minds.
_BARE: Final = re.compile(
    r"[A-Za-z_\u4e00-\u9fff《“〔（][A-Za-z0-9_\u4e00-\u9fff，。、；：！？“”‘’《》（）〔〕—…%/.()-]*"
    r"(?: [A-Za-z0-9_\u4e00-\u9fff，。、；：！？“”《》（）〔〕—…%/.()-]+)*"
)
_RESERVED: Final = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "inf", "infinity"))
# Lines that a literal block gives back unchanged: printable, no space at the ends, and not only line breaks.
_LINES: Final = re.compile(
    r"[^\s\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
    r"(?:[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*"
    r"[^\s\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff])?"
)
_SPACED_END: Final = re.compile(r"[ \t]\n")
_ESCAPED: Final = re.compile(r'["\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')
_WHOLE: Final = re.compile(r"[-+]?[0-9]+")
_POINTED: Final = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,6})?")
_STRING: Final = "tag:yaml.org,2002:str"
_PLAIN_TAGS: Final = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp", "value")
)


def dumps(record: Any) -> str:
    """Write a record as YAML text (序列化).

    Args:
        record: A record, a list or tuple of records, or a record with its unknown keys.

    Returns:
        The text, with a line break at its end.

    Raises:
        DataError: Something cannot be written.
        TypeError: It is no record.

    Example:
        >>> from decimal import Decimal
        >>> from fulian.values import Quantity
        >>> print(dumps(Quantity(value=Decimal("75700"), unit="个", text="7.57万个")), end="")
        fulian: "1"
        kind: Quantity
        data: {value: "75700", unit: 个, text: "7.57万个"}
    """
    text = "".join(_members(plain_of(record), 0))
    if len(text) > _LONGEST:
        raise one_fault("data", _SHORT_ENOUGH, f"{len(text)} characters")
    return text


def loads(data: str | bytes, *, keep_unknown: bool = False) -> Any:
    """Read a record from YAML text, strictly and safely (反序列化).

    Args:
        data: The text, or its bytes in UTF-8.
        keep_unknown: Whether to keep keys that are not of the vocabulary, instead of refusing them.

    Returns:
        The record, or a tuple of records; with `keep_unknown` a :class:`~fulian.formats.WithUnknown` around it.

    Raises:
        DataError: The text is not YAML, or does not fit; all faults at once.
        ReadError: The package ruamel.yaml is not installed.

    Example:
        >>> loads('''
        ... fulian: "1"   # the format version
        ... kind: Span
        ... data: {start: 8, end: 11}
        ... ''')
        Span(start=8, end=11)
    """
    ruamel = needed("ruamel.yaml", extra="yaml", what="reading YAML")
    text = decoded(data)
    if len(text) > _LONGEST:
        raise one_fault("data", _SHORT_ENOUGH, f"{len(text)} characters")
    try:
        # The parser in Python: the one in C is seven times as fast and crashes on data nested deep enough.
        parser = ruamel.YAML(typ="safe", pure=True)
        parser.Scanner = _scanner()
        root = parser.compose(text)
    except ruamel.error.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1} column {mark.column + 1}" if mark else "data"
        raise one_fault(where, "YAML", str(error.problem or error.context)) from error
    except (ruamel.error.YAMLError, ValueError) as error:
        raise one_fault("data", "YAML", str(error).partition("\n")[0][:100]) from error
    except RecursionError as error:
        raise one_fault("data", "data nested at most some hundred deep", "more") from error
    if root is None:
        raise one_fault("data", 'an envelope that begins with fulian: "1"', "nothing")
    builder = _Builder()
    try:
        plain = builder.value(root)
    except RecursionError as error:
        raise one_fault("data", "data nested at most some hundred deep", "more") from error
    builder.check(plain)
    return record_of(plain, keep_unknown=keep_unknown)


@cache
def _scanner() -> Any:
    """A scanner that ends at brackets within brackets without end, over which the library takes seconds."""
    scanner: Any = importlib.import_module("ruamel.yaml.scanner").Scanner

    class Scanner(scanner):  # type: ignore[misc]  # the library is loaded when YAML is read
        def fetch_flow_collection_start(self, *arguments: Any, **options: Any) -> None:
            if len(self.flow_context) > _DEEPEST:
                raise RecursionError
            super().fetch_flow_collection_start(*arguments, **options)

    return Scanner


class _Builder(PairsParser):
    """Plain data from YAML's nodes; a node met twice is an alias."""

    def __init__(self) -> None:
        super().__init__()
        self.met: set[int] = set()

    def value(self, node: Any) -> Any:
        if id(node) in self.met:
            raise self.refused(node, "no aliases", "one")
        self.met.add(id(node))
        tag = str(node.tag)
        if tag not in _PLAIN_TAGS:
            raise self.refused(node, "no tags", shown(tag))
        match node.id:
            case "mapping":
                return self.pairs([(self.key(key), self.value(value)) for key, value in node.value])
            case "sequence":
                return [self.value(item) for item in node.value]
            case _:
                return _scalar(node.value) if node.style is None and tag != _STRING else node.value

    def key(self, node: Any) -> Any:
        if node.id != "scalar" or str(node.tag) not in _PLAIN_TAGS:
            raise self.refused(node, "a key that is text", f"a {node.id}")
        return node.value

    @staticmethod
    def refused(node: Any, expected: str, found: str) -> Exception:
        mark = node.start_mark
        return one_fault(f"line {mark.line + 1} column {mark.column + 1}", expected, found)


def _scalar(text: str) -> Any:
    """A word without quotes: null, true, false, a number, else text."""
    if text in ("null", "Null", "NULL", "~", ""):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if len(text) <= 1000 and _WHOLE.fullmatch(text):
        return int(text)
    if len(text) <= 1000 and _POINTED.fullmatch(text):
        return Decimal(text)
    return text


def _members(data: dict[str, Any], level: int) -> list[str]:
    """Write an object, a key a line."""
    margin = "  " * level
    lines = []
    for key, value in data.items():
        lines.append(f"{margin}{_word(key)}:")
        lines += _after(value, level, inside_list=False)
    return lines


def _after(value: Any, level: int, *, inside_list: bool) -> list[str]:
    """Write what follows a colon, on the same line where it fits, else under it."""
    inline = _inline(value, 1)
    if inline is not None and len(inline) + 2 * level <= _WIDTH:
        return [f" {inline}\n"]
    if isinstance(value, str):
        return _long_text(value, level)
    if isinstance(value, dict):
        inner = _members(value, level + 1)
        return ["\n", *inner] if not inside_list else [" " + inner[0].lstrip(), *inner[1:]]
    margin = "  " * (level + 1)
    lines = ["\n"]
    for item in value:
        lines.append(f"{margin}-")
        lines += _after(item, level + 1, inside_list=True)
    return lines


def _long_text(text: str, level: int) -> list[str]:
    if "\n" in text and _is_block(text):
        end = "" if text.endswith("\n") else "-"
        margin = "  " * (level + 1)
        body = "".join(f"{margin}{line}\n" if line else "\n" for line in text.removesuffix("\n").split("\n"))
        return [f" |{end}\n", body]
    return [f" {_word(text)}\n"]


def _is_block(text: str) -> bool:
    body = text.removesuffix("\n")
    return _LINES.fullmatch(body) is not None and not _SPACED_END.search(text)


def _inline(value: Any, within: int = 0) -> str | None:
    """Write in one line what is short; None for what is better written under its key.

    It may hold one object or list more: ``- {start: 0, end: 14, place: {paragraph: 1}}``.
    """
    if isinstance(value, str):
        return None if "\n" in value and _is_block(value) else _word(value)
    if isinstance(value, dict | list):
        items = value.values() if isinstance(value, dict) else value
        if len(value) > 8 or (not within and any(isinstance(item, dict | list) and item for item in items)):
            return None
        words = [_inline(item, within - 1) for item in items]
        if None in words:
            return None
        if isinstance(value, dict):
            return "{" + ", ".join(f"{_word(key)}: {word}" for key, word in zip(value, words, strict=True)) + "}"
        return "[" + ", ".join(map(str, words)) + "]"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def _word(text: str) -> str:
    """Write text in one line: as it is where that cannot be taken for anything else, else in double quotes."""
    if len(text) <= 400 and _BARE.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char)
    return short or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")
