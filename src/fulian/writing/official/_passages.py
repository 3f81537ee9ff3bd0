"""Passages as the paragraphs of a body: marked by level, the rows of tables bare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fulian.model.document import Passage
from fulian.reading.table_layout import find_tables
from fulian.text.view import View
from fulian.values.numeral import format_numeral
from fulian.writing.official.content import paragraphs

__all__ = ["DEEPEST", "joined", "marked", "numbered", "one_line"]

# GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）
_MARKS = ("{}、", "（{}）", "{}.", "（{}）")
_IN_CHARACTERS = 2
DEEPEST = len(_MARKS)


def one_line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def joined(passages: Iterable[Passage]) -> Iterator[str]:
    """The paragraphs of some passages."""
    for passage in passages:
        yield from paragraphs(passage.text)


def marked(depth: int, ordinal: int, text: str) -> str:
    """A paragraph behind the mark of its level, from 1."""
    number = format_numeral(ordinal) if depth <= _IN_CHARACTERS else str(ordinal)
    return _MARKS[depth - 1].format(number) + text


def numbered(ordinal: int, text: str, depth: int = 2) -> list[str]:
    """A passage as paragraphs, the first with the mark of its level; the rows of a table bear none."""
    first, *rest = paragraphs(text) or [text]
    if _is_table(text):
        return [first, *rest]
    return [marked(depth, ordinal, first), *rest]


def _is_table(text: str) -> bool:
    """Whether a passage begins with the rows of a table."""
    view = View(text)
    tables = find_tables(view)
    return bool(tables) and not view.text[: tables[0].start].strip()
