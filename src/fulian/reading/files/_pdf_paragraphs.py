"""Lines of PDF pages to paragraphs: running heads out, what the paper's edge cut made whole."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from fulian.reading.files._pdf_page import PdfLine
from fulian.text.list_markers import marker_at

__all__ = ["body_and_margins", "paragraphs"]

_MARGIN = 0.1  # of the page's height, where running heads and page numbers stand
_PAGE_NUMBER = re.compile("[-—–－·• ]*(?:第? ?[0-9]{1,4} ?页?)(?: ?[/／,，共]{1,2} ?[0-9]{1,4} ?页?)?[-—–－·• ]*")
_BROWSER = re.compile("(?:[0-9]{1,4}[/-]){2}[0-9]{1,4}[, ].{0,4}[0-9]{1,2}:[0-9]{2}.*|(?:file|https?)://.*")
_NARROWEST = 12  # a column holds so many characters at least
_NUMBERS = re.compile("[0-9]+")
_WORD = re.compile("[0-9A-Za-z.,%]{1,40}")
_STOPS = re.compile("[，。、；：！？）》”’%]{1,3}")
_ENDS = frozenset("。！？；!?;：:")


def body_and_margins(
    pages: list[tuple[float, list[PdfLine]]],
) -> tuple[list[list[PdfLine]], list[tuple[str, PdfLine]]]:
    """Tell the body's lines from page numbers and running heads; the latter with their kind.

    A page is its height and its lines.
    """
    outer = [[line for line in lines if _in_margin(line, height)] for height, lines in pages]
    counts = Counter(shape for lines in outer for shape in {_shape(line) for line in lines})
    often = max(2, len(pages) // 3)
    body: list[list[PdfLine]] = []
    beside: list[tuple[str, PdfLine]] = []
    for (height, lines), margins in zip(pages, outer, strict=True):
        left_out: set[int] = set()
        for line in margins:
            kind = "header" if line.bottom > height / 2 else "footer"
            if _PAGE_NUMBER.fullmatch(line.text.strip()):
                kind = "page-number"
            elif not (len(pages) > 2 and counts[_shape(line)] >= often) and not _BROWSER.fullmatch(line.text):
                continue
            left_out.add(id(line))
            beside.append((kind, line))
        body.append([line for line in lines if id(line) not in left_out])
    return body, beside


def _in_margin(line: PdfLine, height: float) -> bool:
    return line.bottom > (1 - _MARGIN) * height or line.top < _MARGIN * height


def _shape(line: PdfLine) -> str:
    """A line without its numbers."""
    return _NUMBERS.sub("#", "".join(line.text.split()))


def paragraphs(pages: list[list[PdfLine]]) -> Iterator[list[PdfLine]]:
    """Give the paragraphs of the body, each as its lines."""
    open_lines: list[PdfLine] = []
    bounds: tuple[float, float] = (0.0, 0.0)
    for lines in pages:
        columns = _columns(lines)
        leading = _leading(lines)
        for number, line in enumerate(lines):
            if open_lines:
                last = open_lines[-1]
                if _continues(last, line, bounds, columns[number], leading):
                    open_lines.append(line)
                    bounds = columns[number]
                    continue
                yield open_lines
            open_lines = [line]
            bounds = columns[number]
    if open_lines:
        yield open_lines


def _columns(lines: list[PdfLine]) -> list[tuple[float, float]]:
    """The edges of the column that each line stands in: lines of one size that begin near each other share one."""
    order = sorted(range(len(lines)), key=lambda number: (_size(lines[number]), lines[number].left))
    edges: list[tuple[float, float]] = [(0.0, 0.0)] * len(lines)
    group: list[int] = []

    def settle() -> None:
        if group:
            edge = (min(lines[one].left for one in group), max(lines[one].right for one in group))
            for one in group:
                edges[one] = edge

    for number in order:
        last = lines[group[-1]] if group else lines[number]
        if _size(lines[number]) != _size(last) or lines[number].left - last.left > 3 * last.height:
            settle()
            group = []
        group.append(number)
    settle()
    return edges


def _size(line: PdfLine) -> int:
    """The size of a line's print, in steps of a fifth."""
    return round(math.log(max(line.height, 1.0)) / math.log(1.2))


def _leading(lines: list[PdfLine]) -> float:
    """The commonest distance from line to line, in points."""
    steps = Counter(round(one.bottom - other.bottom) for one, other in pairwise(lines))
    usual = [(count, step) for step, count in steps.items() if step > 2]
    return float(max(usual)[1]) if usual else 0.0


def _continues(
    last: PdfLine, line: PdfLine, last_edges: tuple[float, float], edges: tuple[float, float], leading: float
) -> bool:
    """Whether a line is the rest of the sentence that the last one was too short for."""
    if "\t" in last.text or "\t" in line.text or not 0.8 < last.height / line.height < 1.25:
        return False
    if marker_at(line.text) is not None:
        return False
    width = last_edges[1] - last_edges[0]
    if width < _NARROWEST * last.height or last.right + _unbreakable(line) < last_edges[1]:
        return False  # it ended though there was room for more
    if line.left > edges[0] + 1.2 * line.height:
        return False
    same_page = last.page == line.page and line.bottom < last.bottom
    if not same_page and last.text[-1] in _ENDS:
        return False
    step = last.bottom - line.bottom
    if same_page and leading and step > 1.35 * leading + 1:
        return False
    # Where a paragraph ends flush with the margin, a wider step tells.
    return not (same_page and last.text[-1] in _ENDS and leading and step > 1.12 * leading + 0.6)


def _unbreakable(line: PdfLine) -> float:
    """How wide the line's first word is, with the punctuation that must not begin a line: what did not fit above."""
    word = _WORD.match(line.text)
    stops = _STOPS.match(line.text, word.end() if word else 1)
    letters = max(0.6 * len(word[0]), 1.0) if word else 1.0
    return (letters + (len(stops[0]) if stops else 0) + 0.7) * line.height
