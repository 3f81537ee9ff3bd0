"""Tables that ruled lines draw on a PDF page: which cells they bound, and what stands in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import attrs

from fulian.reading.files._pdf_lines import PdfLine, Piece, joined_lines, pieces_of
from fulian.reading.files._pdf_page import PdfChar, Rect

__all__ = ["RuledTable", "ruled_tables"]

_TOUCH = 2.5  # points: lines so near each other meet
_MOST_RULES = 3000
_MOST_LINES = 400  # a table has no more columns or rows on a page


@attrs.define
class RuledTable:
    """A table of a page: where it stands, its rows, and which of the page's characters is drawn first of it."""

    rows: list[PdfLine]
    left: float
    bottom: float
    right: float
    top: float
    order: int


def ruled_tables(
    page: int, chars: list[PdfChar], rules: list[Rect]
) -> tuple[list[RuledTable], list[tuple[int, PdfChar]]]:
    """Give the tables of a page, and the characters outside them with their place in the drawing."""
    grids = [grid for group in _meeting(rules) if (grid := _Grid.of(group)) is not None]
    if not grids:
        return [], list(enumerate(chars))
    outside: list[tuple[int, PdfChar]] = []
    for order, char in enumerate(chars):
        if not any(grid.take(order, char) for grid in grids):
            outside.append((order, char))
    tables = [RuledTable(rows, *grid.box, grid.order) for grid in grids if (rows := grid.rows(page))]
    return tables, outside


def _meeting(rules: list[Rect]) -> list[list[Rect]]:
    """Rules in groups that hang together; on a page of very many, which is a drawing, none."""
    if len(rules) > _MOST_RULES:
        return []
    group_of = list(range(len(rules)))

    def first(one: int) -> int:
        while group_of[one] != one:
            group_of[one] = one = group_of[group_of[one]]
        return one

    order = sorted(range(len(rules)), key=lambda one: -rules[one].top)
    reached: list[int] = []  # those above that come down to the present one
    for one in order:
        reached = [other for other in reached if rules[other].bottom - _TOUCH <= rules[one].top]
        for other in reached:
            if _touches(rules[one], rules[other]):
                group_of[first(one)] = first(other)
        reached.append(one)
    groups: dict[int, list[Rect]] = {}
    for one in order:
        groups.setdefault(first(one), []).append(rules[one])
    return list(groups.values())


def _touches(one: Rect, other: Rect) -> bool:
    return (
        one.left <= other.right + _TOUCH
        and other.left <= one.right + _TOUCH
        and one.bottom <= other.top + _TOUCH
        and other.bottom <= one.top + _TOUCH
    )


@attrs.define
class _Grid:
    """The smallest cells that a group of rules bounds; those with no rule between them are one."""

    box: Rect
    across: list[float]  # where upright rules stand, from left to right
    down: list[float]  # where level rules stand, from the foot up
    cell_of: dict[tuple[int, int], tuple[int, int]]  # column, row from the foot -> the cell that it is part of
    chars: dict[tuple[int, int], list[tuple[int, PdfChar]]] = attrs.Factory(dict)
    order: int = 0

    @classmethod
    def of(cls, rules: list[Rect]) -> _Grid | None:
        """Make the grid of rules, where they bound two columns at least."""
        upright = [one for one in rules if one.top - one.bottom > one.right - one.left]
        level = [one for one in rules if one.top - one.bottom <= one.right - one.left]
        across = _places((one.left + one.right) / 2 for one in upright)
        down = _places((one.bottom + one.top) / 2 for one in level)
        if not 3 <= len(across) <= _MOST_LINES or not 2 <= len(down) <= _MOST_LINES:
            return None
        grid = cls(Rect(across[0], down[0], across[-1], down[-1]), across, down, {})
        grid._join(upright, level)
        return grid

    def _join(self, upright: list[Rect], level: list[Rect]) -> None:
        """Give each smallest cell the one it is part of."""
        walls = sorted(((one.left + one.right) / 2, one.bottom, one.top) for one in upright)
        floors = sorted(((one.bottom + one.top) / 2, one.left, one.right) for one in level)
        columns, rows = len(self.across) - 1, len(self.down) - 1
        for row in range(rows - 1, -1, -1):
            middle = (self.down[row] + self.down[row + 1]) / 2
            for column in range(columns):
                here = (column, row)
                self.cell_of[here] = here
                if column and not _stands(walls, self.across[column], middle):
                    self.cell_of[here] = self.cell_of[column - 1, row]
                elif row + 1 < rows and not _stands(
                    floors, self.down[row + 1], (self.across[column] + self.across[column + 1]) / 2
                ):
                    self.cell_of[here] = self.cell_of[column, row + 1]

    def take(self, order: int, char: PdfChar) -> bool:
        """Take a character that stands in the table."""
        across, up = (char.left + char.right) / 2, (char.bottom + char.top) / 2
        if not (self.box.left < across < self.box.right and self.box.bottom < up < self.box.top):
            return False
        self.order = self.order if self.chars else order
        place = (bisect_right(self.across, across) - 1, bisect_right(self.down, up) - 1)
        self.chars.setdefault(self.cell_of[place], []).append((order, char))
        return True

    def rows(self, page: int) -> list[PdfLine]:
        """Give the rows that hold words; a cell over several rows or columns stands once, at its first."""
        found = []
        for row in range(len(self.down) - 2, -1, -1):
            pieces = [self._piece((column, row)) for column in range(len(self.across) - 1)]
            while pieces and pieces[-1] is None:
                pieces.pop()
            if pieces:
                found.append(PdfLine.of(page, pieces))
        return found

    def _piece(self, cell: tuple[int, int]) -> Piece | None:
        lines = pieces_of(self.chars.get(cell, ()))
        if not lines:
            return None
        return Piece(
            text=joined_lines([one.text for one in lines]),
            left=min(one.left for one in lines),
            bottom=min(one.bottom for one in lines),
            right=max(one.right for one in lines),
            top=max(one.top for one in lines),
            height=max(one.height for one in lines),
            order=min(one.order for one in lines),
        )


def _places(values: Iterable[float]) -> list[float]:
    """Places with those that are one put together."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _TOUCH:
            found.append(value)
    return found


def _stands(rules: list[tuple[float, float, float]], place: float, at: float) -> bool:
    """Whether a rule at a place reaches past a point of it."""
    first = bisect_right(rules, (place - 2 * _TOUCH, 0.0, 0.0))
    for where, start, end in rules[first:]:
        if where > place + 2 * _TOUCH:
            return False
        if start - _TOUCH <= at <= end + _TOUCH:
            return True
    return False
