"""The rows of a sheet as lines of a text, each cell with its address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from fulian.reading.files._builder import TextBuilder, place
from fulian.reading.files._grid import column_name
from fulian.values.place import Place

__all__ = ["LONGEST_CELL", "SheetRow", "put_sheet", "sheet_place"]

LONGEST_CELL = 100_000
_WIDEST_GAP = 256  # blank columns between two cells; behind more of them no table goes on


class SheetRow(NamedTuple):
    """A row that holds something: its number, from 1; cells that are shown and that are hidden, by column from 0."""

    number: int
    shown: list[tuple[int, str]]
    hidden: list[tuple[int, str]]


def sheet_place(sheet: str, row: int, column: int) -> Place:
    """Give a cell's place, its row from 1 and its column from 0; a sheet whose name is blank has none."""
    return place(sheet=sheet if sheet.strip() else None, cell=f"{column_name(column)}{row}")


def put_sheet(builder: TextBuilder, name: str, rows: Iterable[SheetRow], *, hidden: bool) -> None:
    """Add a sheet: a line for each row, an empty one where rows are empty and behind the sheet."""
    last: int | None = None
    for row in rows:
        unseen = [*row.shown, *row.hidden] if hidden else row.hidden
        if unseen:
            words = "\t".join(words for _, words in unseen)
            builder.aside("hidden", words, sheet_place(name, row.number, unseen[0][0]))
        if row.shown and not hidden:
            if last is not None and row.number > last + 1:
                builder.blank()
            _put_row(builder, name, row)
        last = row.number if row.shown or row.hidden else last
    if last is not None and not hidden:
        builder.blank()


def _put_row(builder: TextBuilder, name: str, row: SheetRow) -> None:
    """Add the cells of a row from its first column on, blank ones between them included."""
    at = 0
    for column, words in row.shown:
        builder.between("\t" * min(column - at, _WIDEST_GAP))
        builder.piece(words, sheet_place(name, row.number, column))
        at = column
    builder.between("\n")
