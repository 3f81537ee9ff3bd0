"""Footnotes at the foot of a PDF page: small print below the text that begins with a note's mark."""

from __future__ import annotations

import re
from collections import Counter

from fulian.reading.files._pdf_lines import PdfLine, joined_lines

__all__ = ["part_footnotes"]

_MARK = re.compile(
    "[①-⑳]|[\\[［〔【]注?[0-9]{1,2}[\\]］〕】]|⁽?[⁰¹²³⁴-⁹]{1,2}⁾?|[*＊※†‡]{1,3}|[0-9]{1,2}(?![0-9.．、:：年月日%％]) ?"
)
_SMALLER = 0.93  # how small their print is beside that of most of the text


def part_footnotes(
    pages: list[list[PdfLine]],
) -> tuple[list[list[PdfLine]], list[tuple[str, PdfLine]]]:
    """Tell the lines of a text from the footnotes below them.

    Args:
        pages: The lines of each page, in reading order.

    Returns:
        The lines without them, and each footnote as a text with its first line.
    """
    prints: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            prints[round(line.height, 1)] += len(line.text)
    if not prints:
        return pages, []
    small = _SMALLER * prints.most_common(1)[0][0]
    kept: list[list[PdfLine]] = []
    notes: list[tuple[str, PdfLine]] = []
    for lines in pages:
        first = _first_of_foot(lines, small)
        kept.append(lines[:first])
        notes += _notes(lines[first:])
    return kept, notes


def _first_of_foot(lines: list[PdfLine], small: float) -> int:
    """Where the small print at the foot begins, with a mark; the number of lines where there is none."""
    first = found = len(lines)
    while first and lines[first - 1].height < small and "\t" not in lines[first - 1].text:
        first -= 1
        if _MARK.match(lines[first].text):
            found = first
    above = lines[:found]
    if not above or not all(line.bottom > lines[found].bottom for line in above if found < len(lines)):
        return len(lines)  # a page of them alone, or what stands below: no foot
    return found


def _notes(lines: list[PdfLine]) -> list[tuple[str, PdfLine]]:
    groups: list[list[PdfLine]] = []
    for line in lines:
        if not groups or _MARK.match(line.text):
            groups.append([])
        groups[-1].append(line)
    return [(joined_lines([line.text for line in group]), group[0]) for group in groups]
