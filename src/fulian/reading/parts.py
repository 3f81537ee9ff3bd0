"""Files that hold several documents: 第一篇, 第二篇 …, and the samples 范文1, 范文2 within one."""

from __future__ import annotations

import re
from typing import NamedTuple

from fulian.text.list_markers import marker_at

__all__ = ["PartMark", "find_parts", "find_samples"]

_PART = re.compile("第[一二三四五六七八九十0-9]{1,3}篇")
# 范文1, 样本（二）, 模板3: three patterns, since the search is quick for one first character only.
_SAMPLES = tuple(
    re.compile(f"{first}[文本例板][（(]?([0-9]{{1,2}}|[一二三四五六七八九十]{{1,2}})[)）]?[:：]?(?![0-9份个篇条])")
    for first in "范样模"
)
_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)}


class PartMark(NamedTuple):
    r"""The words that open a document within a file (篇标).

    Attributes:
        start: Their first character.
        end: The character after their last: there the document itself begins.
        title: The first character of the title in them.
        ordinal: The number printed.
        sample: Whether it is a sample (范文): then the title is its collector's.

    Example:
        >>> [mark.ordinal for mark in find_parts("第一篇:总结\n甲。\n第二篇:计划\n乙。", 0, 20)]
        [1, 2]
    """

    start: int
    end: int
    title: int
    ordinal: int
    sample: bool


def find_parts(text: str, start: int, end: int) -> list[PartMark]:
    r"""Give the marks of the documents that a stretch holds (分篇).

    Args:
        text: The view's text.
        start: The stretch's first character.
        end: The character after its last.

    Returns:
        The marks in order, numbered 1, 2, 3 … as printed, from 1 again where a new series begins; empty where there
        are not at least two.

    Example:
        >>> [mark.ordinal for mark in find_parts("第一篇:总结\n甲。\n第二篇:计划\n乙。", 0, 20)]
        [1, 2]
    """
    marks: list[PartMark] = []
    for match in _PART.finditer(text, start, end):
        begins_line = match.start() == start or text[match.start() - 1] == "\n"
        marker = marker_at(text, match.start()) if begins_line else None
        if marker and _is_next(marker.ordinal, marks):
            line_end = text.find("\n", match.end(), end)
            line_end = end if line_end < 0 else line_end
            marks.append(PartMark(match.start(), line_end, marker.end, marker.ordinal or 1, False))
    return marks if len(marks) > 1 else []


def find_samples(text: str, start: int, end: int) -> list[PartMark]:
    r"""Give the marks of the samples that a stretch holds (范文).

    Args:
        text: The view's text.
        start: The stretch's first character.
        end: The character after its last.

    Returns:
        As `find_parts`; a sample's text may stand right behind its mark.

    Example:
        >>> [mark.ordinal for mark in find_samples("总结范文1\n一年来做了。总结范文2社区做了。", 0, 24)]
        [1, 2]
    """
    marks: list[PartMark] = []
    for match in sorted((match for one in _SAMPLES for match in one.finditer(text, start, end)), key=re.Match.start):
        ordinal = int(match[1]) if match[1].isascii() else _DIGITS.get(match[1], 0)
        first = _title_start(text, marks[-1].end if marks else start, match.start())
        if first is not None and _is_next(ordinal, marks):
            marks.append(PartMark(first, match.end(), first, ordinal, True))
    return marks if len(marks) > 1 else []


def _is_next(ordinal: int | None, marks: list[PartMark]) -> bool:
    """Whether a number goes on with a series, or begins one."""
    if not marks:
        return ordinal == 1
    return ordinal == marks[-1].ordinal + 1 or (ordinal == 1 and marks[-1].ordinal > 1)


def _title_start(text: str, start: int, mark: int) -> int | None:
    """Where the title that ends with 范文 begins: right after a sentence or at a line's start, not too far before."""
    for place in range(mark, max(start, mark - 40) - 1, -1):
        if place == start or text[place - 1] in "。！？\n":
            return place
        if text[place - 1] in "，,;；":
            return None
    return None
