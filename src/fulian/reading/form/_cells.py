"""The cells of a workbook's text, by sheet, row and column."""

from __future__ import annotations

import re
from typing import NamedTuple

from fulian.reading.files import SourceText
from fulian.reading.files._grid import column_name
from fulian.reading.form.layout import MARK, FormInfo

__all__ = ["Cell", "Grid", "find_info", "grids_of"]

_ADDRESS = re.compile("([A-Z]{1,3})([0-9]{1,7})")


class Cell(NamedTuple):
    """A cell with its words and where they stand in the workbook's text."""

    text: str
    start: int
    end: int
    row: int
    column: int


class Grid:
    """The cells of a sheet that are shown and hold something."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: dict[int, dict[int, Cell]] = {}

    def add(self, cell: Cell) -> None:
        """Add a cell."""
        self.rows.setdefault(cell.row, {})[cell.column] = cell

    def address(self, row: int, column: int) -> str:
        """Name a cell as people do: 指标数据!E7."""
        return f"{self.name}!{column_name(column - 1)}{row}"


def grids_of(source: SourceText) -> list[Grid]:
    """Give the sheets of a workbook that are shown, in order."""
    grids: dict[str, Grid] = {}
    for start, end, place in source.stretches:
        match = _ADDRESS.fullmatch(place.cell or "")
        if match is None or place.sheet is None:
            continue
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - 64
        grid = grids.setdefault(place.sheet, Grid(place.sheet))
        grid.add(Cell(source.text[start:end], start, end, int(match[2]), column))
    return list(grids.values())


def find_info(source: SourceText) -> tuple[FormInfo, str | None] | None:
    """Find what a form's hidden sheet says, and the sheet's name where somebody has unhidden it; None for no form."""
    hidden: dict[str, list[tuple[str, str]]] = {}
    for aside in source.asides:
        if aside.kind == "hidden" and aside.place is not None and aside.place.sheet is not None:
            name, _, value = aside.text.partition("\t")
            hidden.setdefault(aside.place.sheet, []).append((name, value))
    for rows in hidden.values():
        if rows[0][0] == MARK and (info := FormInfo.of_rows(tuple(rows))) is not None:
            return info, None
    if MARK in source.text:
        for grid in grids_of(source):
            pairs = [(row[1].text if 1 in row else "", row[2].text if 2 in row else "") for row in grid.rows.values()]
            if pairs[0][0] == MARK and (info := FormInfo.of_rows(tuple(pairs))) is not None:
                return info, grid.name
    return None
