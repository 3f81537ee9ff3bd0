"""Tables with a cell a line: the shape that returns tells the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fulian.reading._table_lines import A_YEAR, Cell
from fulian.reading._table_parts import COUNTED, Row, Run, Table, unit_in_head
from fulian.text.quantities import Unit

__all__ = ["Stacks"]

_WIDEST = 13  # columns of a table with a cell a line


class Stacks(Run):
    """Reads the tables with a cell a line (逐格表)."""

    def stacks(self, at: int, stop: int, free: int) -> Iterator[Table]:
        """Tables with a cell a line among the lines from `at` to `stop`."""
        cells = [line.cells[0] for line in self.lines[at:stop]]
        kinds = "".join(cell.kind for cell in cells)
        place = 0
        units = self.above(at, free)[1]
        while (first := kinds.find("N", place)) >= 0:
            named = first > place and kinds[first - 1] == "T"
            if not named and self.words(cells[first]) != "1":
                place = first + 1  # neither the name of its row stands before it nor an index begins with it
                continue
            best, reach = None, first + 1
            for width in range(2, _WIDEST):
                for lead in (1, 2, 0, 3) if named else (0,):
                    start = first - lead
                    if start < place or lead >= width or kinds[start:first] != "T" * lead:
                        continue
                    if lead == 0 and not self.is_index(cells, first, width):
                        continue
                    count = _repeats(kinds, start, width)
                    reach = max(reach, start + count * width)
                    headed = self.is_headed(cells, kinds, start, width, place)
                    if not self.is_stack(cells, kinds, start, width, count, place, units, headed=headed):
                        continue
                    rank = (headed, count * width, -width)
                    if best is None or rank > best[0]:
                        best = (rank, start, width, count)
            if best is not None:
                (headed, *_), start, width, count = best
                yield self.stack(cells, start, width, count, at, free, headed=headed)
            place = reach

    def is_index(self, cells: Sequence[Cell], first: int, width: int) -> bool:
        """Whether rows begin with 1, 2, 3."""
        following = first + width
        return (
            width > 2
            and following < len(cells)
            and self.words(cells[first]) == "1"
            and self.words(cells[following]) == "2"
        )

    def is_headed(self, cells: Sequence[Cell], kinds: str, start: int, width: int, place: int) -> bool:
        """Whether as many heads as columns stand above the first row."""
        if start - width < place or not set(kinds[start - width : start]) <= {"T", "Y"} or kinds[start - width] == "Y":
            return False
        if width > 2:
            return True
        words = self.words(cells[start - 1])
        return bool(A_YEAR.search(words) or unit_in_head(words)[1] or COUNTED.search(words))

    def is_stack(
        self,
        cells: Sequence[Cell],
        kinds: str,
        start: int,
        width: int,
        count: int,
        place: int,
        units: tuple[Unit, ...],
        *,
        headed: bool,
    ) -> bool:
        """Whether rows of one shape are a table: with a head for each column, or pairs of a name and a number."""
        shape = kinds[start : start + width]
        if not count or "T" not in shape or "N" not in shape:
            return False
        if headed and count == 1:
            return width > 2 and shape[1:].strip("NY") == "" and self.tells(cells[start - width : start], shape)
        if headed:
            return True
        if count < 2 or shape != "TN":
            return False
        title = self.words(cells[start - 1]) if start > place else ""
        rows = [Row(0, 0, tuple(cells[row : row + 2])) for row in range(start, start + 2 * count, 2)]
        unit = unit_in_head(title)[1]
        return self.all_have_units(rows, (unit,) if unit else units)

    def stack(
        self, cells: Sequence[Cell], start: int, width: int, count: int, at: int, free: int, *, headed: bool
    ) -> Table:
        def row(first: int) -> Row:
            return Row(cells[first].start, cells[first + width - 1].end, tuple(cells[first : first + width]))

        rows = tuple(row(start + number * width) for number in range(count))
        heads = (row(start - width),) if headed else ()
        top = start - width if headed else start
        if top:
            return Table(cells[top].start, rows[-1].end, heads, rows, (cells[top - 1].start, cells[top - 1].end))
        title, units, noted = self.above(at, free)
        return Table(cells[0].start if noted is None else noted, rows[-1].end, heads, rows, title, units)


def _repeats(kinds: str, start: int, width: int) -> int:
    """How many rows of one shape follow one another; an empty cell fits any shape."""
    shape = kinds[start : start + width].replace("Y", "N")
    count = 0
    while start + (count + 1) * width <= len(kinds):
        at = start + count * width
        row = kinds[at : at + width].replace("Y", "N")
        if row != shape and not all(one == other or "E" in (one, other) for one, other in zip(row, shape, strict=True)):
            break
        count += 1
    return count
