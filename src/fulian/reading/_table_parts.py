"""A table in plain text, its rows, the units in its heads, and what is asked of lines that may hold one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from fulian.reading._table_lines import (
    A_YEAR,
    UNIT_IN_TITLE,
    UNIT_NOTE,
    YEAR,
    Cell,
    Line,
    units_named,
)
from fulian.text.quantities import Unit, figure_in_cell, parse_unit

__all__ = ["COUNTED", "MADE_BY", "Row", "Run", "Table", "unit_in_head"]

_BRACKET = re.compile("[（(](?:单位[:：] ?)?([^（）()]{1,8})[)）]")
# The head of a column of numbers, where it has neither a unit nor a year.
COUNTED = re.compile("[数量额值率比]$|比例|比重|占比|情况|人次|合计|总计|小计|规模|增[长减幅]")

# Who filled a table in, and when, above its heads.
MADE_BY = re.compile(
    "(?:制表|填报|填表|报送|上报|编制|统计|制作|审核|负责|汇总|填写)?"
    "(?:单位|部门|机构|机关|人|时间|日期|期间)(?:[（(][^（）()]{0,8}[)）])? ?[:：].{0,40}"
    "|(?:19|20)[0-9]{2} ?(?:[-./] ?[0-9]{1,2} ?[-./] ?[0-9]{1,2}|年 ?[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?日)?)"
)


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
        >>> from fulian.reading.table_layout import find_tables
        >>> from fulian.text.view import View
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


class Run:
    """A run of lines of which each may belong to a table (行组)."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text = text
        self.lines = lines

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
            elif title is None and line.form in ("cell", "space", "title") and not MADE_BY.fullmatch(words):
                title = (line.start, line.end)
                inside = UNIT_IN_TITLE.search(words)
                if inside and not units:
                    units = units_named(inside[1])
            if title is not None:
                break
        return title, units, noted

    def tells(self, heads: Sequence[Cell], shape: Sequence[str]) -> bool:
        """Whether each head over a number names a year or a unit, or what is counted."""
        over = [self.words(head) for head, kind in zip(heads, shape, strict=False) if kind in "NY"]
        return bool(over) and all(
            A_YEAR.search(words) or YEAR.fullmatch(words) or unit_in_head(words)[1] or COUNTED.search(words)
            for words in over
        )

    def all_have_units(self, rows: Sequence[Row], units: tuple[Unit, ...]) -> bool:
        return bool(units) or all(
            self.has_unit(row.cells[-1]) or unit_in_head(self.words(row.cells[0]))[1] for row in rows
        )

    def has_unit(self, cell: Cell) -> bool:
        figure = figure_in_cell(self.text, cell.start, cell.end) if cell.kind == "N" else None
        return figure is not None and figure.quantity.unit != ""
