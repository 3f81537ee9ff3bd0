"""Tables that stand in plain text: which lines are one, where its heads, rows and cells are.

Three forms are known. A row a line, its cells parted by tabs, bars or spaces; a cell a line, as tables come out of web
pages, where the shape that returns tells the columns; and fields, 项目：… over 数量：…. Prose is never one: a table
needs two rows of one shape, or a row under a head that says which times or units its columns hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fulian.reading._table_lines import (
    A_YEAR,
    FIELD,
    STOPS,
    UNIT_IN_TITLE,
    UNIT_NOTE,
    YEAR,
    Cell,
    Line,
    cell_at,
    runs_of_lines,
    units_named,
)
from fulian.text.quantities import Unit, figure_in_cell, parse_unit
from fulian.text.view import View

__all__ = ["Row", "Table", "find_tables", "unit_in_head"]

_BRACKET = re.compile("[（(](?:单位[:：] ?)?([^（）()]{1,8})[)）]")
_SUBJECTS = frozenset(
    ("项目", "项目名称", "活动", "活动名称", "名称", "内容", "活动内容", "指标", "指标名称", "事项", "任务")
)
# The head of a column of numbers, where it has neither a unit nor a year.
_COUNTED = re.compile("[数量额值率比]$|比例|比重|占比|情况|人次|合计|总计|小计|规模|增[长减幅]")
_MOST_HEADS = 3  # rows of heads
_WIDEST = 13  # columns of a table with a cell a line


class Row(NamedTuple):
    """A row of a table (表行).

    Attributes:
        start: Its first character in the view.
        end: The character after its last.
        cells: Its cells from the left; a row may be shorter than the heads where its last cells are empty.

    Example:
        >>> Row(0, 6, (Cell(0, 2, "T"), Cell(3, 6, "N"))).cells[1].kind
        'N'
    """

    start: int
    end: int
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    r"""A table in plain text (文中表格).

    Attributes:
        start: The first character of its first head, or row.
        end: The character after its last row.
        heads: Its head rows from above; empty where it has none.
        rows: The rows that hold its numbers.
        title: The bounds of the line above that names it, or of what its fields are about; else None.
        units: The units that a note 单位：… gives for all of it, in order; may be empty.
        whose: The bounds of the body that a field 单位：… names, or None.
        record: Whether its rows are the fields of what the title names.
        groups: The lines between its rows that only name what the rows under them are of, such as 东片区 or 一、健康.

    Example:
        >>> [table] = find_tables(View("县区 办班（期）\n慈利县 12\n桑植县 9"))
        >>> len(table.heads), len(table.rows)
        (1, 2)
    """

    start: int
    end: int
    heads: tuple[Row, ...]
    rows: tuple[Row, ...]
    title: tuple[int, int] | None = None
    units: tuple[Unit, ...] = ()
    whose: tuple[int, int] | None = None
    record: bool = False
    groups: tuple[Row, ...] = ()


def find_tables(view: View) -> list[Table]:
    r"""Find the tables of a text (识别文中表格).

    Args:
        view: The text as a person reads it.

    Returns:
        The tables in order, none overlapping another; empty for prose.

    Example:
        >>> view = View("县区\t培训（人）\n慈利县\t120\n桑植县\t90\n合计\t210")
        >>> [len(table.rows) for table in find_tables(view)]
        [3]
        >>> find_tables(View("全年培训120人。\n接访43件。"))
        []
    """
    tables: list[Table] = []
    for lines in runs_of_lines(view):
        tables += _Run(view.text, lines).tables()
    return tables


def unit_in_head(words: str) -> tuple[str, Unit | None]:
    """Part a head's words from its unit (表头计量单位).

    Args:
        words: A head: 培训人数（人）, 金额/万元, 占比%.

    Returns:
        The words without the unit, and the unit; None where the head has none.

    Example:
        >>> name, unit = unit_in_head("发放贷款(万元)")
        >>> name, unit.unit, str(unit.factor)
        ('发放贷款', '元', '10000')
    """
    for match in _BRACKET.finditer(words):
        unit = parse_unit(match[1])
        if unit is not None:
            return (words[: match.start()] + words[match.end() :]).strip(), unit
    name, mark, last = words.rpartition("/")
    unit = parse_unit(last) if mark and name else None
    if unit is not None:
        return name.strip(), unit
    if words[-1:] in ("%", "‰") and len(words) > 1:
        return words[:-1].rstrip(), parse_unit(words[-1])
    return words, None


class _Run:
    """Reads the tables of a run of lines."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text = text
        self.lines = lines

    def tables(self) -> Iterator[Table]:
        lines = self.lines
        at = 0
        free = 0  # what stands before belongs to the table before
        while at < len(lines):
            form, stop = lines[at].form, at + 1
            while (end := self.further(at, stop)) > stop:
                stop = end
            found: list[Table] = []
            if form in ("bar", "tab", "space") and stop - at > 1:
                found = list(self.grids(at, stop, free))
            elif form == "cell" and stop - at > 3:
                found = list(self.stacks(at, stop, free))
            elif form == "field" and stop - at > 1:
                found = list(self.fields(at, stop))
            if found:
                free = stop
            yield from found
            at = stop

    def further(self, at: int, stop: int) -> int:
        """Where the lines of one form go on from `stop`; names of groups may stand between rows of cells."""
        lines, form = self.lines, self.lines[at].form
        if form in ("bar", "tab"):
            while stop < len(lines) and self.names_a_group(stop):
                stop += 1
        return stop + 1 if stop < len(lines) and lines[stop].form == form else at

    def names_a_group(self, number: int) -> bool:
        """Whether a line holds one cell of words and nothing besides."""
        line = self.lines[number]
        filled = [cell for cell in line.cells if cell.end > cell.start]
        return line.form in ("cell", "marked", "bar", "tab") and len(filled) == 1 and filled[0].kind == "T"

    def words(self, cell: Cell) -> str:
        return self.text[cell.start : cell.end]

    def above(self, at: int, free: int) -> tuple[tuple[int, int] | None, tuple[Unit, ...], int | None]:
        """The title and the note on units in the lines above a table, and where the note begins."""
        units: tuple[Unit, ...] = ()
        title = noted = None
        for line in reversed(self.lines[max(free, at - 2) : at]):
            if line.form == "marked":
                break
            words = self.text[line.start : line.end]
            note = UNIT_NOTE.fullmatch(words) if line.form == "unit" else None
            if note:
                units, noted = units_named(note[1]), line.start
            elif title is None and line.form in ("cell", "space", "title"):
                title = (line.start, line.end)
                inside = UNIT_IN_TITLE.search(words)
                if inside and not units:
                    units = units_named(inside[1])
            if title is not None:
                break
        return title, units, noted

    # -------------------------------------------------------------- a row a line

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
            if notes:
                units = units_named(notes[0][1]) or units
            elif len(filled) == 1 and filled[0].kind == "T":
                title = (filled[0].start, filled[0].end)
            else:
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
        same = [
            one.kind == other.kind or {one.kind, other.kind} <= {"N", "Y"}
            for one, other in zip(ours, theirs, strict=False)
        ]
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

    def tells(self, heads: Sequence[Cell], shape: Sequence[str]) -> bool:
        """Whether each head over a number names a year or a unit, or what is counted."""
        over = [self.words(head) for head, kind in zip(heads, shape, strict=False) if kind in "NY"]
        return bool(over) and all(
            A_YEAR.search(words) or YEAR.fullmatch(words) or unit_in_head(words)[1] or _COUNTED.search(words)
            for words in over
        )

    def all_have_units(self, rows: Sequence[Row], units: tuple[Unit, ...]) -> bool:
        return bool(units) or all(
            self.has_unit(row.cells[-1]) or unit_in_head(self.words(row.cells[0]))[1] for row in rows
        )

    def has_unit(self, cell: Cell) -> bool:
        figure = figure_in_cell(self.text, cell.start, cell.end) if cell.kind == "N" else None
        return figure is not None and figure.quantity.unit != ""

    # -------------------------------------------------------------- a cell a line

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
        return bool(A_YEAR.search(words) or unit_in_head(words)[1] or _COUNTED.search(words))

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

    # -------------------------------------------------------------- fields

    def fields(self, at: int, stop: int) -> Iterator[Table]:
        """Fields of a record: what it is about, then its numbers."""
        subject: tuple[int, int] | None = None
        whose: tuple[int, int] | None = None
        rows: list[Row] = []
        for number in range(at, stop + 1):
            line = self.lines[number] if number < stop else None
            match = FIELD.fullmatch(self.text, line.start, line.end) if line is not None else None
            key = match["key"] if match else ""
            if match is None or key in _SUBJECTS:
                if subject is not None and rows:
                    yield Table(rows[0].start, rows[-1].end, (), tuple(rows), subject, (), whose, record=True)
                subject, rows = match.span("value") if match else None, []
                continue
            cell = cell_at(self.text, *match.span("value"))
            if key in ("单位", "县区", "地区", "实施单位", "申报单位"):
                whose = match.span("value")
            elif cell.kind == "N" and (self.has_unit(cell) or unit_in_head(key)[1]):
                head = Cell(*match.span("key"), "T")
                rows.append(Row(match.start(), match.end(), (head, cell)))


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
