"""What is to be drawn, as plain data: rows of bars, points over years, tiles. Nothing here knows how it is drawn."""

from __future__ import annotations

import attrs

from fulian.writing.charts._numbers import Value

__all__ = ["AreaRow", "Areas", "Cell", "Point", "Row", "Rows", "Spec", "Tiles", "Years"]


@attrs.frozen(kw_only=True)
class Row:
    """A row of bars: its name, what was done and what was planned; a mark without a value is missing."""

    name: str
    actual: Value | None
    target: Value | None
    missing: int | None = None
    note: str = ""


@attrs.frozen(kw_only=True)
class Rows:
    """Rows of bars on one axis; as pairs of points where it is the distance between them that counts."""

    rows: tuple[Row, ...]
    axis: str
    paired: bool = False
    reference: float | None = None


@attrs.frozen(kw_only=True)
class Point:
    """A year: what was done and what was planned; neither where it is missing."""

    year: int
    actual: Value | None
    target: Value | None
    missing: int | None = None


@attrs.frozen(kw_only=True)
class Years:
    """One body's figures, year by year without a gap."""

    points: tuple[Point, ...]
    axis: str


@attrs.frozen(kw_only=True)
class AreaRow:
    """An area of work: how many tasks and how many figures a plan has in it."""

    name: str
    tasks: int
    figures: int
    mark: int


@attrs.frozen(kw_only=True)
class Areas:
    """The areas of a plan."""

    rows: tuple[AreaRow, ...]


@attrs.frozen(kw_only=True)
class Cell:
    """A tile: where it stands, its short name, and its value; without one it is missing."""

    name: str
    column: int
    row: int
    value: Value | None
    mark: int


@attrs.frozen(kw_only=True)
class Tiles:
    """The tiles of a province."""

    cells: tuple[Cell, ...]
    axis: str


Spec = Rows | Years | Areas | Tiles
