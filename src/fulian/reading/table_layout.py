"""Tables that stand in plain text: which lines are one, where its heads, rows and cells are.

Three forms are known. A row a line, its cells parted by tabs, bars or spaces; a cell a line, as tables come out of web
pages, where the shape that returns tells the columns; and fields, 项目：… over 数量：…. Prose is never one: a table
needs two rows of one shape, or a row under a head that says which times or units its columns hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from fulian.reading._table_grids import Grids
from fulian.reading._table_lines import FIELD, Cell, cell_at, runs_of_lines
from fulian.reading._table_parts import Row, Run, Table, unit_in_head
from fulian.reading._table_stacks import Stacks
from fulian.text.view import View

__all__ = ["find_tables"]

_MOST_GROUPS = 8  # names of groups one under another between two rows
_SUBJECTS = frozenset(
    ("项目", "项目名称", "活动", "活动名称", "名称", "内容", "活动内容", "指标", "指标名称", "事项", "任务")
)


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
        tables += _tables(Run(view.text, lines))
    return tables


def _tables(run: Run) -> Iterator[Table]:
    """The tables of a run of lines."""
    lines, grids, stacks = run.lines, Grids(run.text, run.lines), Stacks(run.text, run.lines)
    at = 0
    free = 0  # what stands before belongs to the table before
    while at < len(lines):
        form, stop = lines[at].form, at + 1
        while (end := _further(run, at, stop)) > stop:
            stop = end
        found: list[Table] = []
        if form in ("bar", "tab", "space") and stop - at > 1:
            found = list(grids.grids(at, stop, free))
        elif form == "cell" and stop - at > 3:
            found = list(stacks.stacks(at, stop, free))
        elif form == "field" and stop - at > 1:
            found = list(_fields(run, at, stop))
        if found:
            free = stop
        yield from found
        at = stop


def _further(run: Run, at: int, stop: int) -> int:
    """Where the lines of one form go on from `stop`; a few names of groups may stand between rows of cells."""
    lines, form = run.lines, run.lines[at].form
    if form in ("bar", "tab"):
        most = min(len(lines), stop + _MOST_GROUPS)
        while stop < most and run.names_a_group(stop):
            stop += 1
    return stop + 1 if stop < len(lines) and lines[stop].form == form else at


def _fields(run: Run, at: int, stop: int) -> Iterator[Table]:
    """Fields of a record: what it is about, then its numbers."""
    subject: tuple[int, int] | None = None
    whose: tuple[int, int] | None = None
    rows: list[Row] = []
    for number in range(at, stop + 1):
        line = run.lines[number] if number < stop else None
        match = FIELD.fullmatch(run.text, line.start, line.end) if line is not None else None
        key = match["key"] if match else ""
        if match is None or key in _SUBJECTS:
            if subject is not None and rows:
                yield Table(rows[0].start, rows[-1].end, (), tuple(rows), subject, (), whose, record=True)
            subject, rows = match.span("value") if match else None, []
            continue
        cell = cell_at(run.text, *match.span("value"))
        if key in ("单位", "县区", "地区", "实施单位", "申报单位"):
            whose = match.span("value")
        elif cell.kind == "N" and (run.has_unit(cell) or unit_in_head(key)[1]):
            head = Cell(*match.span("key"), "T")
            rows.append(Row(match.start(), match.end(), (head, cell)))
