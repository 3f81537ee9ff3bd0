"""Tables on a PDF page without ruled lines: words that stand in columns, rows whose cells take several lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from fulian.reading.files._pdf_lines import Piece, joined_lines

__all__ = ["rows_of_levels"]

_NUMBER = re.compile("[(（]?[-+−]?[0-9][0-9,，.]*[%％‰]?[)）]?[\u4e00-\u9fff]{0,3}")
_WORD = re.compile("[!-~]+")
_MOST_LOOSE = 8  # lines of cells in a row between two lines that hold more than one
_MOST_LEVELS = 300
_NARROWEST = 3.5  # a column whose cells take several lines is so wide at least, in heights
_LETTER = 0.55  # the width of a Latin letter, in heights
_LEADING = 1.3  # lines of a cell are no further apart than this many times the nearest
_NEARER = 1.15
_NEARER_THAN_A_ROW = 0.92  # a line that goes on below is nearer to that than two rows are; else it names a group
_WHITE = 3.5  # between a column that is full and the next there is no more white than this, in heights

_Level = Sequence[Piece]


def rows_of_levels(levels: list[list[Piece]]) -> list[list[Piece | None]]:
    """Give the levels of a part of a page as lines: those of a table as its rows, each cell in its column.

    A table is known by two levels at least that have the most pieces, numbers among them, in the same columns. A level
    that holds further lines of a row's cells is joined to it, above or below.
    """
    rows: list[list[Piece | None]] = []
    at = 0
    while at < len(levels):
        stop = _region(levels, at)
        table = _Table.of(levels[at:stop]) if stop - at > 1 else None
        if table is None:
            rows.append(list(levels[at]))
            at += 1
        else:
            rows += table.rows()
            at += table.length
    return rows


def _region(levels: list[list[Piece]], at: int) -> int:
    """Where the levels end that may be a table's from `at` on: levels of several pieces, a few of one between them."""
    first = next((level for level in levels[at : at + 2] if len(level) > 1), None)
    stop, loose = at, 0
    while first is not None and stop < min(len(levels), at + _MOST_LEVELS) and loose < _MOST_LOOSE:
        pieces = levels[stop]
        if len(pieces) == 1 and sum(one.left < pieces[0].right and pieces[0].left < one.right for one in first) > 1:
            break  # running text
        loose = 0 if len(pieces) > 1 else loose + 1
        stop += 1
    return stop


class _Band(NamedTuple):
    left: float
    right: float


class _Table:
    """The levels of a table, and the columns that they stand in."""

    def __init__(self, levels: list[dict[int, Piece]], bands: list[_Band]) -> None:
        self.levels, self.bands = levels, bands
        self.length = len(levels)
        self.numbers = [{at for at, one in level.items() if _NUMBER.fullmatch(one.text)} for level in levels]
        self.group = list(range(len(levels)))  # the first level of the row that each is of
        self.widths = [
            max((level[column].right - level[column].left for level in levels if column in level), default=0.0)
            for column in range(len(bands))
        ]
        self.leading = self._leading()
        counted = [
            next(iter(level.values())).bottom for level, found in zip(levels, self.numbers, strict=True) if found
        ]
        self.pitch = min((above - below for above, below in pairwise(counted)), default=0.0)

    @classmethod
    def of(cls, levels: list[list[Piece]]) -> _Table | None:
        """Make the table that some levels begin with, or None."""
        bands = _bands(levels)
        if bands is None:
            return None
        placed: list[dict[int, Piece]] = []
        for level in levels:
            cells = _in_columns(level, bands)
            if cells is None:
                break
            placed.append(cells)
        while placed and len(placed[-1]) < 2 and not _goes_on(placed, len(placed) - 1):
            placed.pop()
        full = [cells for cells in placed if len(cells) == len(bands)]
        counted = [cells for cells in full if any(_NUMBER.fullmatch(one.text) for one in cells.values())]
        if len(full) < 2 or not counted:
            return None
        table = cls(placed, bands)
        return table if len(placed[0]) > 1 or table._reach(0, 1)[1] is not None else None

    def rows(self) -> list[list[Piece | None]]:
        """Give the rows, with None for blank cells before the last that is filled."""
        for number in range(self.length):
            self._attach(number)
        rows: dict[int, dict[int, list[Piece]]] = {}
        for number, level in enumerate(self.levels):
            cells = rows.setdefault(self._first(number), {})
            for column, piece in level.items():
                cells.setdefault(column, []).append(piece)
        return [
            [_joined(cells[column]) if column in cells else None for column in range(max(cells) + 1)]
            for cells in rows.values()
        ]

    # -------------------------------------------------------------- lines of one row

    def _leading(self) -> float:
        """The least step from line to line within a column, where one of the two is no number."""
        steps = [
            above.bottom - piece.bottom
            for number, level in enumerate(self.levels)
            for column, piece in level.items()
            if (found := self._next(number, column, -1)) is not None
            and not _NUMBER.fullmatch((above := found[1]).text)
            and not _NUMBER.fullmatch(piece.text)
        ]
        return min(steps, default=0.0)

    def _next(self, number: int, column: int, step: int) -> tuple[int, Piece] | None:
        """The nearest level above (-1) or below (1) that has a piece in a column, and the piece."""
        number += step
        while 0 <= number < self.length:
            if column in self.levels[number]:
                return number, self.levels[number][column]
            number += step
        return None

    def _attach(self, number: int) -> None:
        """Join a level without numbers to the row above or below, where each of its pieces goes on from there."""
        if self.numbers[number]:
            return
        sides = [(self._reach(number, -1), -1), (self._reach(number, 1), 1)]
        near = [(step, other) for (step, other), _ in sides if other is not None]
        if not near:
            return
        least = min(step for step, _ in near)
        for step, other in near:
            if step <= _NEARER * least:
                self._join(number, other)

    def _reach(self, number: int, side: int) -> tuple[float, int | None]:
        """How far the lines are that a level's pieces go on from, or into; None where one of them does not."""
        furthest, at = 0.0, number
        for column, piece in self.levels[number].items():
            found = self._next(number, column, side)
            if found is None:
                return 0.0, None
            other_at, other = found
            upper, lower = (other, piece) if side < 0 else (piece, other)
            step = upper.bottom - lower.bottom
            far = step > (_LEADING * self.leading if side < 0 else _NEARER_THAN_A_ROW * self.pitch)
            if far or _NUMBER.fullmatch(other.text) or not self._is_cut(column, upper, lower):
                return 0.0, None
            furthest = max(furthest, step)
            at = min(at, other_at) if side < 0 else max(at, other_at)
        return furthest, at

    def _is_cut(self, column: int, upper: Piece, lower: Piece) -> bool:
        """Whether a line ends where its column does, near the next one."""
        beside = self.bands[column + 1].left if column + 1 < len(self.bands) else upper.right
        return beside - upper.right <= _WHITE * upper.height and _is_cut(upper, lower, self.widths[column])

    def _join(self, number: int, other: int) -> None:
        """Make the levels between two, both included, one row, if no column then has two numbers."""
        first, last = sorted((self._first(number), other))
        last = max(last, number)
        first = self._first(first)
        members = [at for at in range(self.length) if first <= self._first(at) <= last or first <= at <= last]
        counted = [column for at in members for column in self.numbers[at]]
        if len(counted) == len(set(counted)):
            for at in members:
                self.group[at] = first

    def _first(self, number: int) -> int:
        return self.group[number]


def _bands(levels: list[list[Piece]]) -> list[_Band] | None:
    """The columns, by the levels that have the most pieces; None where these do not stand one under the other."""
    most = max(len(level) for level in levels)
    full = [level for level in levels if len(level) == most]
    if most < 2 or len(full) < 2:
        return None
    bands = [_Band(min(level[at].left for level in full), max(level[at].right for level in full)) for at in range(most)]
    apart = all(one.right < other.left for one, other in pairwise(bands))
    return bands if apart else None


def _in_columns(level: _Level, bands: list[_Band]) -> dict[int, Piece] | None:
    """The pieces of a level by column; None where one reaches into two columns, or two into one."""
    middles = [(one.right + other.left) / 2 for one, other in pairwise(bands)]
    found: dict[int, Piece] = {}
    for piece in level:
        column = bisect_right(middles, (piece.left + piece.right) / 2)
        before = piece.left < bands[column - 1].right if column else False
        behind = column + 1 < len(bands) and piece.right > bands[column + 1].left
        if before or behind or column in found:
            return None
        found[column] = piece
    return found


def _goes_on(levels: list[dict[int, Piece]], number: int) -> bool:
    """Whether the last level holds a further line of a cell: what stands above it in its column fills that."""
    for column, piece in levels[number].items():
        above = [level[column] for level in levels[:number] if column in level]
        width = max((one.right - one.left for one in (*above, piece)), default=0.0)
        if not above or not _is_cut(above[-1], piece, width):
            return False
        if above[-1].bottom - piece.bottom > 2.5 * piece.height:
            return False
    return True


def _is_cut(upper: Piece, lower: Piece, width: float) -> bool:
    """Whether a line ends where the column does, so that the word that begins the next had no room in it."""
    word = _WORD.match(lower.text)
    letters = _LETTER * len(word[0]) if word else 1.0
    reached = upper.right - upper.left
    return reached >= _NARROWEST * upper.height and reached + letters * upper.height >= width - 0.1 * upper.height


def _joined(pieces: list[Piece]) -> Piece:
    """The lines of a cell as one."""
    if len(pieces) == 1:
        return pieces[0]
    return Piece(
        text=joined_lines([one.text for one in pieces]),
        left=min(one.left for one in pieces),
        bottom=min(one.bottom for one in pieces),
        right=max(one.right for one in pieces),
        top=max(one.top for one in pieces),
        height=max(one.height for one in pieces),
        order=min(one.order for one in pieces),
    )
