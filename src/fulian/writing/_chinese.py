"""What stands in English only where it is made (errors, notes, reasons of rules), in Chinese.

The catalogue is a table, ``chinese.csv``: an English text, with ``{}`` for what changes and is said in Chinese too,
``{file}`` for what is kept as it is, and the Chinese for it, where ``{}`` stands for the same things in their order and
``{0}``, ``{1}`` in another one.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["entries", "in_chinese"]

_SLOT = re.compile(r"(\{(?:file)?\})")
_KEPT = "{file}"


class _Entry(NamedTuple):
    """A line of the catalogue."""

    kind: str
    english: str
    chinese: str


@cache
def entries() -> tuple[_Entry, ...]:
    """The catalogue, in its order."""
    table = files("fulian.writing").joinpath("chinese.csv").read_text(encoding="utf-8")
    return tuple(_Entry(**row) for row in csv.DictReader(table.splitlines()))


class _Pattern(NamedTuple):
    """A text with slots: what fits it, which of its slots are kept as they are, and the Chinese."""

    fitting: re.Pattern[str]
    kept: tuple[bool, ...]
    chinese: str


@cache
def _whole() -> dict[str, str]:
    return {one.english: one.chinese for one in entries() if _SLOT.search(one.english) is None}


@cache
def _patterns() -> tuple[_Pattern, ...]:
    """The texts with slots: those first that begin with a word of their own, then those that say most."""
    found = [one for one in entries() if _SLOT.search(one.english)]
    found.sort(key=lambda one: (one.english.startswith("{"), -len(_SLOT.sub("", one.english))))
    return tuple(map(_pattern, found))


def _pattern(one: _Entry) -> _Pattern:
    parts = _SLOT.split(one.english)
    fitting = "".join("(.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return _Pattern(re.compile(fitting, re.DOTALL), tuple(slot == _KEPT for slot in parts[1::2]), one.chinese)


def in_chinese(text: str) -> str:
    """Say a text in Chinese, and what stands in its slots too; what the catalogue does not have stays as it is.

    Example:
        >>> in_chinese("没有.txt: expected a file, found none of that name")
        '没有.txt：没有这个文件'
        >>> in_chinese("a.docx: expected a Word file, found one without a body")
        'a.docx：需要：Word 文件；得到：没有正文的文件'
    """
    if text in _whole():
        return _whole()[text]
    for pattern in _patterns():
        if found := pattern.fitting.fullmatch(text):
            slots = zip(found.groups(), pattern.kept, strict=True)
            return pattern.chinese.format(*(slot if kept else in_chinese(slot) for slot, kept in slots))
    return text
