"""Where a province's cities stand on a map of equal tiles: laid out by hand where that was done, else in rows."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import attrs
from attrs.validators import instance_of, matches_re

from fulian.model.division import Division
from fulian.model.level import Level
from fulian.reference.divisions import FIRST_YEAR, LAST_YEAR, all_divisions, division
from fulian.values.validation import tuple_of, whole_number

__all__ = ["Tile", "TileMap", "tile_map"]


@attrs.frozen(kw_only=True)
class Tile:
    """The place of a city on a map of tiles (瓦片).

    Attributes:
        code: The city's division code.
        column: From 0 in the west.
        row: From 0 in the north.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The code is not six digits, or a number is negative.

    Example:
        >>> Tile(code="430100", column=2, row=1).code
        '430100'
    """

    code: str = attrs.field(validator=matches_re("[1-9][0-9]{5}"))
    column: int = attrs.field(validator=whole_number(0))
    row: int = attrs.field(validator=whole_number(0))


@attrs.frozen(kw_only=True)
class TileMap:
    """A province's prefectures as equal tiles (瓦片地图).

    Attributes:
        province: The province's code.
        tiles: One for each prefecture in use in the year, in code order.
        geographic: Whether the tiles stand as the cities lie; False where they only stand in code order.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The code is not six digits.

    Example:
        >>> tile_map("430000").geographic, tile_map("340000").geographic
        (True, False)
    """

    province: str = attrs.field(validator=matches_re("[1-9][0-9]{5}"))
    tiles: tuple[Tile, ...] = attrs.field(validator=tuple_of(Tile))
    geographic: bool = attrs.field(validator=instance_of(bool))


@cache
def _laid_out() -> dict[str, tuple[int, int]]:
    table = files("fulian.reference") / "data" / "tile_maps.csv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return {row["code"]: (int(row["column"]), int(row["row"])) for row in rows}


def tile_map(province: str, year: int | None = None) -> TileMap:
    """Lay out a province's prefectures as tiles (瓦片地图布局).

    By hand, after who borders whom, where the table has every prefecture of the year (at present Hunan); else in code
    order, in rows as near to a square as can be.

    Args:
        province: The code of a province.
        year: The calendar year whose list of divisions counts; the last one of the table where None.

    Returns:
        The layout; without tiles for a municipality, which has no prefectures.

    Raises:
        ParseError: No division has this code, or none had it in that year.

    Source:
        Ours; the table ``tile_maps.csv`` gives a reason for each tile.

    Example:
        >>> changsha = tile_map("430000").tiles[0]
        >>> changsha.code, changsha.column, changsha.row
        ('430100', 2, 1)
    """
    division(province, year)
    codes = [one.code for one in _prefectures(province, year)]
    places = _laid_out()
    geographic = bool(codes) and all(code in places for code in codes)
    columns = max(1, round((len(codes) * 1.3) ** 0.5))
    tiles = []
    for at, code in enumerate(codes):
        column, row = places[code] if geographic else (at % columns, at // columns)
        tiles.append(Tile(code=code, column=column, row=row))
    return TileMap(province=province, tiles=tuple(tiles), geographic=geographic)


def _prefectures(province: str, year: int | None) -> list[Division]:
    listed = LAST_YEAR if year is None else min(max(year, FIRST_YEAR), LAST_YEAR)
    return [
        one
        for one in all_divisions()
        if one.level is Level.PREFECTURE and one.province_code == province and one.is_valid(listed)
    ]
