"""Tables with merged cells, as the rows that a person sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["Cell", "arranges", "column_name", "lay_out"]

_MOST_COLUMNS = 200  # beyond which no cell covers more than its own
_LONGEST_CELL = 300


class Cell(NamedTuple):
    """A cell of a table: its words, and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1


def lay_out(rows: Iterable[Iterable[Cell]]) -> Iterator[list[tuple[int, str]]]:
    """Give each row's cells with their columns, from 0; a column that a merged cell covers is blank in the other rows.

    Blank cells at a row's end are left out.
    """
    covered: dict[int, int] = {}  # column -> how many rows more it is covered
    for row in rows:
        placed: list[tuple[int, str]] = []
        following: dict[int, int] = {column: left - 1 for column, left in covered.items() if left > 1}
        at = 0
        for cell in row:
            while at in covered:
                placed.append((at, ""))
                at += 1
            width = max(1, min(cell.columns, _MOST_COLUMNS - at))
            placed.append((at, cell.text))
            placed += [(column, "") for column in range(at + 1, at + width)]
            if cell.rows > 1 and at < _MOST_COLUMNS:
                following.update(dict.fromkeys(range(at, at + width), cell.rows - 1))
            at += width
        while placed and not placed[-1][1]:
            placed.pop()
        yield placed
        covered = following


def column_name(column: int) -> str:
    """Give a column's letters, from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def arranges(rows: list[list[str]]) -> bool:
    """Whether a table only arranges running text: it has one column, or a cell with more than a table's words."""
    most = max((sum(bool(cell.strip()) for cell in row) for row in rows), default=0)
    return most < 2 or any(len(cell) > _LONGEST_CELL for row in rows for cell in row)
