"""The cells of a workbook's text, by sheet, row and column."""

from __future__ import annotations

import re
from typing import NamedTuple

from fulian.reading.files import SourceText
from fulian.reading.files._grid import column_name
from fulian.reading.form.layout import MARK, VERSION, FormInfo, FormKind
from fulian.reference.indicators import indicators

__all__ = ["Cell", "FoundInfo", "Grid", "find_info", "grids_of"]

_KINDS = "|".join(kind.zh for kind in FormKind)
# The title of the first sheet, with its lead and its heads under it.
_TITLE = re.compile(
    f"^(?P<body>[^\\t\\n]{{0,100}}?)(?P<year>[12][0-9]{{3}})年(?P<kind>{_KINDS})\n[^\\t\\n]{{1,100}}\n项目\t填写内容(?:\t|$)",
    re.MULTILINE,
)
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
    for one in source.stretches:
        start, end, place = one.start, one.end, one.place
        match = _ADDRESS.fullmatch(place.cell or "")
        if match is None or place.sheet is None:
            continue
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - 64
        grid = grids.setdefault(place.sheet, Grid(place.sheet))
        grid.add(Cell(source.text[start:end], start, end, int(match[2]), column))
    return list(grids.values())


class FoundInfo(NamedTuple):
    """What is said of a form, and where: in its hidden sheet, in that sheet unhidden, or only in its title."""

    info: FormInfo
    shown: str | None = None
    by_title: bool = False


def find_info(source: SourceText) -> FoundInfo | None:
    """Find what a workbook says of itself as a form; None for no form."""
    hidden: dict[str, list[tuple[str, str]]] = {}
    for aside in source.asides:
        if aside.kind == "hidden" and aside.place is not None and aside.place.sheet is not None:
            name, _, value = aside.text.partition("\t")
            hidden.setdefault(aside.place.sheet, []).append((name, value))
    for rows in hidden.values():
        if rows[0][0] == MARK and (info := FormInfo.of_rows(tuple(rows))) is not None:
            return FoundInfo(info)
    if MARK in source.text:
        for grid in grids_of(source):
            pairs = [(row[1].text if 1 in row else "", row[2].text if 2 in row else "") for row in grid.rows.values()]
            if pairs[0][0] == MARK and (info := FormInfo.of_rows(tuple(pairs))) is not None:
                return FoundInfo(info, shown=grid.name)
    return _info_by_title(source)


def _info_by_title(source: SourceText) -> FoundInfo | None:
    """What the first sheet's title tells of a form whose sheets were copied into a workbook without the hidden one."""
    match = _TITLE.search(source.text)
    if match is None or not 1950 <= int(match["year"]) <= 2099:
        return None
    kind = next(kind for kind in FormKind if kind.zh == match["kind"])
    codes = tuple(code for code, one in indicators().items() if f"\t{one.name}\t" in source.text)
    info = FormInfo(
        kind=kind, version=VERSION, year=int(match["year"]), organization=match["body"].strip(), indicators=codes
    )
    return FoundInfo(info, by_title=True)
