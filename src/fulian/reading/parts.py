"""Files that hold several documents: 第一篇, 第二篇 …, and the samples 范文1, 范文2 within one."""

from __future__ import annotations

import re
from typing import NamedTuple

from fulian.text.list_markers import marker_at

__all__ = ["PartMark", "find_parts"]

_PART = re.compile("第[一二三四五六七八九十0-9]{1,3}篇")
_SAMPLE = re.compile(
    "[范样模](?:文|本|例|板)[（(]?([0-9]{1,2}|[一二三四五六七八九十]{1,2})[)）]?[:：]?(?![0-9份个篇条])"
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
        The marks in order, numbered 1, 2, 3 … as printed; empty where there are not at least two.

    Example:
        >>> marks = find_parts("总结范文1\n一年来做了。总结范文2社区做了。", 0, 24)
        >>> [(mark.ordinal, mark.sample) for mark in marks]
        [(1, True), (2, True)]
    """
    marks: list[PartMark] = []
    for match in _PART.finditer(text, start, end):
        begins_line = match.start() == start or text[match.start() - 1] == "\n"
        marker = marker_at(text, match.start()) if begins_line else None
        if marker and marker.ordinal == len(marks) + 1:
            line_end = text.find("\n", match.end(), end)
            marks.append(PartMark(match.start(), line_end if line_end >= 0 else end, marker.end, marker.ordinal, False))
    if len(marks) > 1:
        return marks
    samples: list[PartMark] = []
    for match in _SAMPLE.finditer(text, start, end):
        ordinal = int(match[1]) if match[1].isascii() else _DIGITS.get(match[1], 0)
        first = _title_start(text, samples[-1].end if samples else start, match.start())
        if ordinal == len(samples) + 1 and first is not None:
            samples.append(PartMark(first, match.end(), first, ordinal, True))
    return samples if len(samples) > 1 else []


def _title_start(text: str, start: int, mark: int) -> int | None:
    """Where the title that ends with 范文 begins: right after a sentence or at a line's start, not too far before."""
    for place in range(mark, max(start, mark - 40) - 1, -1):
        if place == start or text[place - 1] in "。！？\n":
            return place
        if text[place - 1] in "，,;；":
            return None
    return None
