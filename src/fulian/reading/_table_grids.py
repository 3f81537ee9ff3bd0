"""Tables with a row a line, its cells parted by tabs, bars or spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fulian.reading._table_lines import A_YEAR, STOPS, UNIT_NOTE, Cell, units_named
from fulian.reading._table_parts import MADE_BY, Row, Run, Table
from fulian.text.quantities import Unit

__all__ = ["Grids"]

_MOST_HEADS = 3  # rows of heads
_TABLE_NUMBER = re.compile("附?[表件] ?[0-9一二三四五六七八九十]{0,3}[:：]?")


class Grids(Run):
    """Reads the tables with a row a line (逐行表)."""

    def grids(self, at: int, stop: int, free: int) -> Iterator[Table]:
        """Tables with a row a line among the lines from `at` to `stop`."""
        while at < stop:
            title, units, noted = self.above(at, free)
            at, title, units = self.dressing(at, stop, title, units)
            first = self.first_row(at, stop)
            if first is None:
                return
            grouped = first  # where the names of groups begin that stand between the heads and the first row
            while grouped > at and self.names_a_group(grouped - 1):
                grouped -= 1
            heads = self.heads(at, grouped, len(self.lines[first].cells))
            width = len(heads[-1].cells) if heads else len(self.lines[first].cells)
            last = self.last_row(first, stop, width, marked=self.lines[first - 1].form == "marked" and grouped < first)
            rows = self.rows(first, last, groups=False)
            if self.is_grid(self.lines[first].form, heads, rows, units):
                start = heads[0].start if heads else rows[0].start
                if noted is not None:
                    start = min(start, noted)
                groups = self.rows(grouped if heads else first, last, groups=True)
                yield Table(start, rows[-1].end, heads, rows, title, units, groups=groups)
            at = free = last

    def rows(self, start: int, stop: int, *, groups: bool) -> tuple[Row, ...]:
        """The rows of some lines: those with numbers, or those that name groups."""
        return tuple(
            Row(*self.lines[number][:2], self.lines[number].cells)
            for number in range(start, stop)
            if self.names_a_group(number) is groups
        )

    def dressing(
        self, at: int, stop: int, title: tuple[int, int] | None, units: tuple[Unit, ...]
    ) -> tuple[int, tuple[int, int] | None, tuple[Unit, ...]]:
        """Titles and notes that a spreadsheet puts into rows of their own."""
        while at < stop:
            filled = [cell for cell in self.lines[at].cells if cell.kind != "E"]
            words = [self.words(cell) for cell in filled]
            notes = [note for note in map(UNIT_NOTE.fullmatch, words) if note]
            named = [cell for cell, said in zip(filled, words, strict=True) if not _TABLE_NUMBER.fullmatch(said)]
            if notes:
                units = units_named(notes[0][1]) or units
            elif len(named) == 1 and named[0].kind == "T" and not MADE_BY.fullmatch(self.words(named[0])):
                title = (named[0].start, named[0].end)
            elif filled and not all(map(MADE_BY.fullmatch, words)):
                break
            at += 1
        return at, title, units

    def first_row(self, at: int, stop: int) -> int | None:
        """The first line that holds numbers, which years alone are not unless they stand below a head."""
        for number in range(at, stop):
            kinds = {cell.kind for cell in self.lines[number].cells}
            if "N" in kinds or (
                "Y" in kinds and number > at and kinds - {"Y", "E"} and self.has_words_only(number - 1)
            ):
                return number
        return None

    def has_words_only(self, number: int) -> bool:
        return all(cell.kind in "TE" and not A_YEAR.search(self.words(cell)) for cell in self.lines[number].cells)

    def heads(self, at: int, first: int, width: int) -> tuple[Row, ...]:
        """The head rows right above a line, as wide as the first row of numbers."""
        lines = self.lines[max(at, first - _MOST_HEADS) : first]
        widest = max((len(line.cells) for line in lines if line.form != "space"), default=0)
        heads: list[Row] = []
        for line in lines:
            cells = line.cells
            if line.form != "space" and len(cells) < width <= widest:
                cells = (*cells, *[Cell(line.end, line.end, "E")] * (width - len(cells)))  # its last cells are merged
            if len(cells) == width - 1 and cells[0].kind != "E":
                cells = (Cell(line.start, line.start, "E"), *cells)  # the corner is empty
            if line.form == "space" and (len(cells) != width or any(STOPS.search(self.words(one)) for one in cells)):
                heads = []
            elif len(cells) < width - 1 and line is lines[-1]:
                return ()
            else:
                heads.append(Row(line.start, line.end, cells))
        return _filled(heads)

    def last_row(self, first: int, stop: int, width: int, *, marked: bool) -> int:
        """The line behind the table's last row. Rows without a number are of it where one with numbers follows them.

        So is a line with the number of a heading, where the first row stands under such a one (`marked`).
        """
        last = number = first + 1
        while number < stop:
            if self.continues(first, number, width):
                last = number + 1
            elif not self.is_empty(first, number) and not (
                self.names_a_group(number) and (marked or self.lines[number].form != "marked")
            ):
                break
            number += 1
        return last

    def is_empty(self, first: int, number: int) -> bool:
        """Whether a line as wide as the first row has no number where that has its numbers: 2020年 — —, 城区."""
        ours, theirs = self.lines[first].cells, self.lines[number].cells
        pairs = zip(ours, theirs, strict=False)
        return len(ours) == len(theirs) and all(other.kind == "E" for one, other in pairs if one.kind in "NY")

    def continues(self, first: int, number: int, width: int) -> bool:
        """Whether a line is a further row of the table."""
        ours, theirs = self.lines[first].cells, self.lines[number].cells
        same = [_alike(one, other) for one, other in zip(ours, theirs, strict=False)]
        if self.lines[first].form == "space":
            blank = [one.kind == "E" or other.kind == "E" for one, other in zip(ours, theirs, strict=False)]
            return len(ours) == len(theirs) and all(map(max, same, blank))
        numbers = any(alike and cell.kind in "NY" for alike, cell in zip(same, theirs, strict=False))
        return 2 <= len(theirs) <= max(width, len(ours)) and numbers

    def is_grid(self, form: str, heads: tuple[Row, ...], rows: tuple[Row, ...], units: tuple[Unit, ...]) -> bool:
        """Whether rows with or without heads are a table: two rows, or one under a head that says what it holds."""
        shape = [cell.kind for cell in rows[0].cells]
        numbers = sum(kind in "NY" for kind in shape)
        if form == "space" and (numbers * 2 < len(shape) or not heads):
            return False
        if "T" not in shape and not (heads and "Y" in shape[:1]):
            return False
        if len(rows) == 1:
            return bool(heads) and len(shape) > 1 and self.tells(heads[-1].cells, shape)
        return bool(heads) or (len(shape) == 2 and shape[0] == "T" and self.all_have_units(rows, units))


def _filled(heads: list[Row]) -> tuple[Row, ...]:
    """The head rows that belong together; a head over several columns stands over each of them."""
    kept = heads[-1:]
    for upper in reversed(heads[:-1]):
        if len(kept[0].cells) < len(upper.cells) or all(cell.kind != "E" for cell in upper.cells):
            break
        kept.insert(0, upper)
    rows: list[Row] = []
    for row in kept[:-1]:
        above = rows[-1].cells if rows else ()
        given = kept[len(rows) - 1].cells if rows else ()
        cells: list[Cell] = []
        for number, cell in enumerate(row.cells):
            # blank beside a head: it goes on from the left, unless it goes on from above
            beside = number > 0 and (number >= len(given) or given[number].kind == "E")
            same = not above or (number < len(above) and above[number] == above[number - 1]) or number >= len(above)
            cells.append(cells[-1] if cell.kind == "E" and cells and (not rows or (beside and same)) else cell)
        cells += [cells[-1]] * (len(kept[-1].cells) - len(cells))
        rows.append(Row(row.start, row.end, tuple(cells)))
    return (*rows, *kept[-1:])


def _alike(one: Cell, other: Cell) -> bool:
    return one.kind == other.kind or {one.kind, other.kind} <= {"N", "Y"}
