"""Footnotes at the foot of a PDF page, each with a note's mark: small print, or lines that a rule or white sets off.

Print of the text's own size is a footnote only where the words above bear its mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from fulian.reading.files._pdf_lines import PdfLine, joined_lines
from fulian.reading.files._pdf_page import Rect
from fulian.reading.files._pdf_paragraphs import leading
from fulian.text._note_marks import NOTE_SIGNS, find_note_marks

__all__ = ["part_footnotes", "short_rules"]

_MARK = re.compile(
    "[①-⑳]|[\\[［〔【]注?[0-9]{1,2}[\\]］〕】]|⁽?[⁰¹²³⁴-⁹]{1,2}⁾?|[*＊※†‡]{1,3}|[0-9]{1,2}(?![0-9.．、:：年月日%％]) ?"
)
_SMALLER = 0.93  # how small their print is beside that of most of the text
_SHORTEST, _LONGEST, _MOST = 36.0, 170.0, 0.5  # a rule above footnotes: in points, or a part of the text's width
_NEAR = 2.0  # how far its edge may stand from that of the text, in heights of its print
_WIDER = 1.4  # how much wider the white above them is than from line to line
_SIGNS = re.compile(f"[{NOTE_SIGNS}]")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹［］", "0123456789[]", "⁽⁾ ")  # so a raised mark and a plain one are the same
_STOPS = frozenset("。！？；：")


def short_rules(rules: list[Rect]) -> list[Rect]:
    """Give the level rules of a page that are as long as one above footnotes may be."""
    return [rule for rule in rules if rule.right - rule.left >= _SHORTEST > rule.top - rule.bottom]


def part_footnotes(
    pages: list[list[PdfLine]], rules: Sequence[Sequence[Rect]]
) -> tuple[list[list[PdfLine]], list[tuple[str, PdfLine]]]:
    """Tell the lines of a text from the footnotes below them.

    Args:
        pages: The lines of each page, in reading order.
        rules: The level rules of each page.

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
    last = max(number for number, lines in enumerate(pages) if lines)
    kept: list[list[PdfLine]] = []
    notes: list[tuple[str, PdfLine]] = []
    for number, lines in enumerate(pages):
        first = _first_of_foot(lines, small)
        if first == len(lines):
            first = _first_borne(lines, rules[number], is_last=number == last)
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
    return found if _is_below(lines, found) else len(lines)


def _is_below(lines: list[PdfLine], first: int) -> bool:
    """Whether the lines from here on stand below all others, and not alone on their page."""
    return 0 < first < len(lines) and all(line.bottom > lines[first].bottom for line in lines[:first])


def _first_borne(lines: list[PdfLine], rules: Sequence[Rect], *, is_last: bool) -> int:
    """Where notes in the text's own print begin, parted from it, their marks borne by words above; else how many lines.

    A rule parts them. White alone does too where the text goes on overleaf: what ends a document may be of its text.
    """
    rule = _lowest(lines, rules)
    first, widest = len(lines), 0.0  # step from line to line below the first
    while first > 1 and "\t" not in lines[first - 1].text:
        first -= 1
        step = lines[first - 1].bottom - lines[first].bottom
        if _MARK.match(lines[first].text) and (
            (rule is not None and _is_ruled_off(lines, first, rule))
            or (not is_last and step > _WIDER * widest and step > _WIDER * leading(lines[:first]) > 0)
        ):
            is_foot = _is_below(lines, first) and _marks(lines[first:]) <= _borne(lines[:first])
            return first if is_foot else len(lines)
        widest = max(widest, step)
    return len(lines)


def _lowest(lines: list[PdfLine], rules: Sequence[Rect]) -> Rect | None:
    """The lowest rule that stands above the page's last line, if it is as one above footnotes."""
    above = [rule for rule in rules if lines and rule.bottom > lines[-1].bottom]
    rule = min(above, key=lambda one: one.bottom, default=None)
    if rule is None:
        return None
    left, right = min(one.left for one in lines), max(one.right for one in lines)
    is_short = rule.right - rule.left < max(_LONGEST, _MOST * (right - left))
    return rule if is_short and abs(rule.left - left) < _NEAR * lines[-1].height else None


def _is_ruled_off(lines: list[PdfLine], first: int, rule: Rect) -> bool:
    """Whether a rule stands between a line and the one before it."""
    return lines[first].top - 1 < rule.top and rule.bottom < lines[first - 1].bottom + 1


def _marks(lines: list[PdfLine]) -> set[str]:
    """The marks of the notes; a bare number is one at the beginning, and may be of the words in other lines."""
    marks = [mark[0].translate(_PLAIN) for line in lines if (mark := _MARK.match(line.text)) is not None]
    return {mark for number, mark in enumerate(marks) if not number or not mark.isdigit()}


def _borne(lines: list[PdfLine]) -> set[str]:
    """The marks that words of the lines bear."""
    text = "".join(line.text + ("\n" if line.text[-1:] in _STOPS else "") for line in lines)
    marks = find_note_marks(text, set(_SIGNS.findall(text)))
    return {text[start:end].translate(_PLAIN) for start, end in marks}


def _notes(lines: list[PdfLine]) -> list[tuple[str, PdfLine]]:
    groups: list[list[PdfLine]] = []
    for line in lines:
        if not groups or _MARK.match(line.text):
            groups.append([])
        groups[-1].append(line)
    return [(joined_lines([line.text for line in group]), group[0]) for group in groups]
