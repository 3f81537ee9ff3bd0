"""Layouts of tiles: each prefecture once, no two in one place."""

from __future__ import annotations

import pytest

from fulian.errors import ParseError
from fulian.model.level import Level
from fulian.reference import all_divisions
from fulian.reference.tile_maps import tile_map

PROVINCES = sorted({one.code for one in all_divisions() if one.level is Level.PROVINCE and one.end is None})


@pytest.mark.parametrize("province", PROVINCES)
def test_every_prefecture_has_a_place_of_its_own(province: str) -> None:
    """Of every province, none twice, none missing."""
    layout = tile_map(province)
    codes = [one.code for one in all_divisions()
             if one.level is Level.PREFECTURE and one.province_code == province and one.end is None]  # fmt: skip
    assert [tile.code for tile in layout.tiles] == codes
    assert len({(tile.column, tile.row) for tile in layout.tiles}) == len(codes)


def test_hunan_is_laid_out_by_hand() -> None:
    """Neighbours on the map are neighbours on the ground."""
    place = {tile.code: (tile.column, tile.row) for tile in tile_map("430000").tiles}
    assert tile_map("430000").geographic
    for one, other in (("430100", "430600"), ("430100", "430300"), ("430300", "430200"), ("431300", "430500")):
        (a, b), (c, d) = place[one], place[other]
        assert abs(a - c) + abs(b - d) == 1


def test_an_unknown_code_is_refused() -> None:
    """There is no province 99."""
    with pytest.raises(ParseError, match="990000"):
        tile_map("990000")
