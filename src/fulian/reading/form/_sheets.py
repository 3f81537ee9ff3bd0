"""A form's sheets as somebody left them: found by name or by heads, their columns by heads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from fulian.reading.files import SourceText
from fulian.reading.form._cells import Cell, Grid, grids_of
from fulian.reading.form._notes import Notes
from fulian.reading.form.layout import GUIDE, LAYOUTS, WORKINGS, FormInfo, SheetLayout

__all__ = ["Found", "Row", "find_sheets"]


class Row(NamedTuple):
    """A row of a sheet: its cells by the names of their columns, and the cells that stand in no column of the form."""

    number: int
    cells: dict[str, Cell]
    strays: tuple[Cell, ...]


class Found:
    """A sheet of a form with what somebody wrote in it."""

    def __init__(self, layout: SheetLayout, grid: Grid, head: int, columns: dict[str, int]) -> None:
        self.layout, self.grid, self.head, self.columns = layout, grid, head, columns
        heads = grid.rows.get(head, {})
        self.workings = {column for column, cell in heads.items() if cell.text == WORKINGS}

    def rows(self) -> Iterator[Row]:
        """The rows under the heads that hold something."""
        keys = {column: key for key, column in self.columns.items()}
        for number, cells in self.grid.rows.items():
            if number > self.head:
                known = {keys[column]: cell for column, cell in cells.items() if column in keys}
                strays = tuple(cell for column, cell in cells.items() if column not in keys)
                yield Row(number, known, tuple(cell for cell in strays if cell.column not in self.workings))

    def workings_cells(self) -> Iterator[Cell]:
        """The cells that the sheet's checks work with, where they are shown."""
        for cells in self.grid.rows.values():
            yield from (cell for column, cell in cells.items() if column in self.workings)

    def heads(self) -> Iterator[Cell]:
        """The form's own print over the rows."""
        for number, cells in self.grid.rows.items():
            if number <= self.head:
                yield from cells.values()

    def address(self, row: int, key: str) -> str:
        """Name a cell of a row, also one that holds nothing."""
        return self.grid.address(row, self.columns[key])

    def title(self, key: str, year: int) -> str:
        """The head of a column as the form prints it."""
        column = self.layout.column(key)
        return column.head(year) if column is not None else key


def find_sheets(
    source: SourceText, info: FormInfo, shown: str | None, notes: Notes
) -> tuple[dict[str, Found], list[Grid]]:
    """Find the sheets of a form, and those that are none of it; say what is missing or was renamed."""
    grids = [grid for grid in grids_of(source) if grid.name not in (GUIDE, shown)]
    found: dict[str, Found] = {}
    for layout in LAYOUTS[info.kind] if info.kind is not None else ():
        candidates = sorted(grids, key=lambda grid: grid.name != layout.name)
        made = next((one for grid in candidates if (one := _fit(layout, grid, info.year)) is not None), None)
        if made is None:
            notes.of("", "form-sheet-missing", f"缺少工作表“{layout.name}”，或它的表头已被改动，这一表没有读入")
            continue
        found[layout.key] = made
        grids.remove(made.grid)
        if made.grid.name != layout.name:
            words = f"工作表“{layout.name}”已改名为“{made.grid.name}”，仍按原表读入"
            notes.of("", "form-sheet-renamed", words)
        for column in layout.columns if layout.key != "basics" else ():
            if column.key not in made.columns and column.key not in ("number", "last", "check"):
                notes.of(made.grid.name, "form-column-missing", f"缺少“{column.head(info.year)}”一列，这一列没有读入")
    return found, grids


def _fit(layout: SheetLayout, grid: Grid, year: int) -> Found | None:
    """Take a grid for a sheet of the form where its heads say so."""
    if layout.key == "basics":
        return _fit_basics(layout, grid, year)
    heads = {column.head(year): column.key for column in layout.columns}
    needed = {column.head(year) for column in layout.columns if column.key in ("name", "text", "title")}
    for number, cells in grid.rows.items():
        columns: dict[str, int] = {}
        for cell in cells.values():
            if cell.text in heads:
                columns.setdefault(heads[cell.text], cell.column)
        told = {layout_column.head(year) for layout_column in layout.columns if layout_column.key in columns}
        if len(columns) >= max(2, len(heads) // 2) and needed & told:
            return Found(layout, grid, number, columns)
    return None


def _fit_basics(layout: SheetLayout, grid: Grid, year: int) -> Found | None:
    """The first sheet has its heads at the left: a line for each."""
    for number, cells in grid.rows.items():
        told = {cell.text: cell.column for cell in cells.values()}
        if "项目" in told and "填写内容" in told:
            return Found(layout, grid, number, {"item": told["项目"], "value": told["填写内容"], "hint": 0})
    names = {column.head(year) for column in layout.columns}
    lines = [row for row in grid.rows.values() if 1 in row and row[1].text in names]
    return Found(layout, grid, 0, {"item": 1, "value": 2, "hint": 0}) if len(lines) * 2 >= len(names) else None
