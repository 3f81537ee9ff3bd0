"""Lines of PDF pages to paragraphs: running heads out, what the paper's edge cut made whole."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from itertools import pairwise

from fulian.reading.files._pdf_lines import PdfLine
from fulian.text.list_markers import marker_at

__all__ = ["body_and_margins", "leading", "paragraphs"]

_MARGIN = 0.1  # of the page's height, where running heads and page numbers stand
_PAGE_NUMBER = re.compile("[-—–－·• ]*(?:第? ?[0-9]{1,4} ?页?)(?: ?[/／,，共]{1,2} ?[0-9]{1,4} ?页?)?[-—–－·• ]*")
_BROWSER = re.compile("(?:[0-9]{1,4}[/-]){2}[0-9]{1,4}[, ].{0,4}[0-9]{1,2}:[0-9]{2}.*|(?:file|https?)://.*")
_NARROWEST = 12  # a column holds so many characters at least
_NUMBERS = re.compile("[0-9]+")
_PART = "(?:[0-9A-Za-z.,%‰]{1,40}|.)"
_STOP = "[，。、；：！？）》”’%,;:)]"
# What some program breaks no line within: a bracket and what it opens, a quotation mark and both its sides, a number
# that follows a stop.
_WORD = re.compile(
    f"[“‘（《〈【「『(\\[]{{0,2}}{_PART}(?:{_STOP}{{0,2}}[“”]{_PART}|{_STOP}{{1,2}}[0-9A-Za-z.,%‰]{{1,40}}){{0,3}}"
)
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
        step = leading(lines)
        for number, line in enumerate(lines):
            if open_lines:
                last = open_lines[-1]
                if _continues(last, line, bounds, columns[number], step):
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
    order = sorted(range(len(lines)), key=lambda number: lines[number].left)
    edges: list[tuple[float, float]] = [(0.0, 0.0)] * len(lines)
    group: list[int] = []
    for at, number in enumerate(order):
        group.append(number)
        last = at + 1 == len(order)
        if last or lines[order[at + 1]].left - lines[number].left > 3 * lines[number].height:
            lefts = _least_of_a_size([(lines[one].height, lines[one].left) for one in group])
            rights = _least_of_a_size([(lines[one].height, -_edge(lines[one])) for one in group])
            for one in group:
                edges[one] = (lefts[lines[one].height], -rights[lines[one].height])
            group = []
    return edges


def _least_of_a_size(things: list[tuple[float, float]]) -> dict[float, float]:
    """The least value among things of about one size, for each size; a thing is its size and its value."""
    found: dict[float, float] = {}
    near: deque[tuple[float, float]] = deque()  # sizes with their values, both rising: what may still be the least
    things = sorted(things)
    coming = 0
    for size, _ in things:
        while coming < len(things) and _is_same_size(things[coming][0], size):
            while near and near[-1][1] >= things[coming][1]:
                near.pop()
            near.append(things[coming])
            coming += 1
        while not _is_same_size(near[0][0], size):
            near.popleft()
        found[size] = near[0][1]
    return found


def _edge(line: PdfLine) -> float:
    """Where a line's words end; a stop may hang over the edge."""
    return line.right - (line.height / 2 if _STOPS.fullmatch(line.text[-1:]) else 0)


def _same_size(one: PdfLine, other: PdfLine) -> bool:
    """Whether two lines are of one print; what stands in them makes one a little higher than another."""
    return _is_same_size(one.height, other.height)


def _is_same_size(one: float, other: float) -> bool:
    return 0.8 < one / other < 1.25


def leading(lines: list[PdfLine]) -> float:
    """The distance from line to line within a paragraph, in points: the least of those that are common."""
    steps = Counter(round(one.bottom - other.bottom) for one, other in pairwise(lines) if one.bottom - other.bottom > 2)
    most = max(steps.values(), default=0)
    return float(min((step for step, count in steps.items() if count >= max(2, most / 5)), default=0))


def _continues(
    last: PdfLine, line: PdfLine, last_edges: tuple[float, float], edges: tuple[float, float], leading: float
) -> bool:
    """Whether a line is the rest of the sentence that the last one was too short for."""
    if "\t" in last.text or "\t" in line.text or not _same_size(last, line):
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
    """How wide the line's first word is, with the punctuation that must not begin or end a line: what did not fit."""
    word = _WORD.match(line.text)
    end = word.end() if word else 1
    stops = _STOPS.match(line.text, end)
    letters = sum(0.6 if char.isascii() else 1.0 for char in line.text[:end])
    return (letters + (len(stops[0]) if stops else 0) + 0.7) * line.height
