"""The lines of a PDF page in the order in which a person reads them: tables as rows, columns one after the other."""

from __future__ import annotations

from statistics import median
from typing import NamedTuple

from fulian.reading.files._pdf_lines import PdfLine, Piece, levels_of, pieces_of
from fulian.reading.files._pdf_page import PageContent
from fulian.reading.files._pdf_tables import RuledTable, ruled_tables
from fulian.reading.files._pdf_unruled import rows_of_levels
from fulian.text.list_markers import marker_at

__all__ = ["lines_of"]

_FEWEST = 3  # a column has so many lines at least
_NARROWEST = 8  # and holds so many characters
_FULL = 0.6  # a line of running text fills so much of its column
_INDENT = 2.5  # how far a line may stand in from its column's edge, in characters
_GUTTER = 0.8  # how wide the white between columns is at least, in characters
_DEEPEST = 4  # columns within columns

_Item = Piece | RuledTable


def lines_of(content: PageContent, page: int) -> list[PdfLine]:
    """Give a page's lines in reading order."""
    tables, outside = ruled_tables(page, content.chars, content.rules)
    return _read([*pieces_of(outside), *tables], page, 0)


class _Band(NamedTuple):
    """A stretch of a page in two columns, and what stands above and below it."""

    above: list[_Item]
    left: list[_Item]
    right: list[_Item]
    below: list[_Item]


def _read(items: list[_Item], page: int, depth: int) -> list[PdfLine]:
    """Read what a part of a page holds: its columns one after the other, else level by level."""
    lines: list[PdfLine] = []
    while depth < _DEEPEST and (band := _columns(items)) is not None:
        lines += _read(band.above, page, depth)
        lines += _read(band.left, page, depth + 1)
        lines += _read(band.right, page, depth + 1)
        items = band.below
    free: list[list[Piece]] = []  # levels with no ruled table beside or between them
    for level in levels_of(items):
        pieces = [one for one in level if isinstance(one, Piece)]
        tables = [one for one in level if isinstance(one, RuledTable)]
        if pieces:
            free.append(pieces)
        if tables:
            lines += [_row(page, row) for row in rows_of_levels(free)]
            lines += [row for one in tables for row in one.rows]
            free = []
    return [*lines, *(_row(page, row) for row in rows_of_levels(free))]


def _row(page: int, pieces: list[Piece | None]) -> PdfLine:
    line = PdfLine.of(page, pieces)
    if all(len(words) == 1 and not words.isascii() for words in line.text.split("\t")):
        line.text = line.text.replace("\t", " ")  # one word with its letters set apart
    else:
        line.text = _without_tab_after_a_mark(line.text)
    return line


def _without_tab_after_a_mark(text: str) -> str:
    """What is set off from its number is no cell of a table."""
    mark, tab, rest = text.partition("\t")
    found = marker_at(f"{mark}字") if tab else None
    if found is None or found.end < len(mark):
        return text
    return f"{mark} {rest}" if mark[-1].isascii() and mark[-1] != ")" else f"{mark}{rest}"


def _columns(items: list[_Item]) -> _Band | None:
    """The first stretch of a part that is set in columns, parted at its leftmost gutter."""
    if len(items) < 2 * _FEWEST:
        return None
    size = median([one.height for one in items if isinstance(one, Piece)] or [10.0])
    items = sorted(items, key=lambda one: -one.top)
    for gutter in _gutters(items, size):
        band = _parted(items, gutter, size)
        if band is not None:
            return band
    return None


def _gutters(items: list[_Item], size: float) -> list[float]:
    """Where a column may begin: several lines begin there, or a little further in, and several end before."""
    lefts = sorted(one.left for one in items)
    rights = sorted(one.right for one in items)
    found: list[float] = []
    for number, left in enumerate(lefts):
        if len(rights) < _FEWEST or rights[_FEWEST - 1] > left:
            continue
        if found and left - found[-1] < size:
            continue
        shared = sum(1 for other in lefts[number : number + 200] if other <= left + _INDENT * size)
        if shared >= _FEWEST:
            found.append(left - 0.2 * size)
    return found


def _parted(items: list[_Item], gutter: float, size: float) -> _Band | None:
    """Part items, which come from the top, at a gutter: the first stretch of them that no item crosses."""
    start = 0
    for at in range(len(items) + 1):
        crosses = at < len(items) and items[at].left < gutter < items[at].right
        if at < len(items) and not crosses:
            continue
        stretch = items[start:at]
        left = [one for one in stretch if one.right <= gutter]
        right = [one for one in stretch if one.left >= gutter]
        if _are_columns(left, right, size):
            return _Band(items[:start], left, right, items[at:])
        start = at + 1 if crosses else at
    return None


def _are_columns(left: list[_Item], right: list[_Item], size: float) -> bool:
    """Whether two sides are columns of running text rather than cells side by side."""
    if min(_count(left), _count(right)) < _FEWEST:
        return False
    if min(one.left for one in right) - max(one.right for one in left) < _GUTTER * size:
        return False
    if min(one.bottom for one in right) > max(one.top for one in left):
        return False  # the one stands wholly above the other
    orders = [one.order for one in left], [one.order for one in right]
    in_turn = max(orders[0]) < min(orders[1]) or max(orders[1]) < min(orders[0])
    least = 0.3 if in_turn else 0.5  # cells are drawn row by row
    return _fullness(left, size) >= least and _fullness(right, size) >= least


def _count(items: list[_Item]) -> int:
    return sum(len(one.rows) if isinstance(one, RuledTable) else 1 for one in items)


def _fullness(items: list[_Item], size: float) -> float:
    """Which share of the lines fills most of the column's width; none where it is too narrow for running text."""
    levels = levels_of(items)
    width = max(one.right for one in items) - min(one.left for one in items)
    # What stands apart on a line is cells, and the white between them fills nothing.
    full = sum(1 for level in levels if sum(one.right - one.left for one in level) >= _FULL * width)
    return full / len(levels) if width >= _NARROWEST * size else 0.0
