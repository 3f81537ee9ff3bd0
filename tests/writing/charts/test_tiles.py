"""A map of tiles: each city once, in its place, darker where there is more."""

from __future__ import annotations

import pytest

import fulian
from fulian.model.reading import Reading
from fulian.writing.charts import tiles_chart
from fulian.writing.charts._paint_tiles import CLASSES, contrast, text_colour
from fulian.writing.charts._sheet import ACTUAL, MUTED, PAPER, TARGET

from .conftest import SVG, Picture, figure

LOAN = "发放妇女创业担保贷款"


def test_every_city_has_a_tile_in_its_place(tables: Reading) -> None:
    """长沙 stands under 岳阳 and over 湘潭; 张家界 is hatched, and so are the nine of which nothing is told."""
    chart = tiles_chart(tables, LOAN)
    found = Picture(chart)
    place = {mark.row: found.box(at) for at, mark in enumerate(chart.marks)}
    assert len(place) == 14
    assert place["岳阳市"][0] == place["长沙市"][0] == place["湘潭市"][0]
    assert place["岳阳市"][3] < place["长沙市"][1] < place["长沙市"][3] < place["湘潭市"][1]
    hatched = [mark.row for at, mark in enumerate(chart.marks) if found.fill(at).startswith("url(#")]
    assert hatched == [mark.row for mark in chart.marks if mark.text == "无数据"]
    assert len(hatched) == 10


def test_more_is_darker(tables: Reading) -> None:
    """The colours follow the numbers, and are of the key."""
    chart = tiles_chart(tables, "扶持妇女创业", planned=True)
    found = Picture(chart)
    shown = [
        (mark.observation.quantity.value, found.fill(at)) for at, mark in enumerate(chart.marks) if mark.observation
    ]
    shades = [CLASSES.index(colour) for _, colour in sorted(shown)]
    assert shades == sorted(shades)
    assert (shades[0], shades[-1]) == (0, 4)


def test_another_province_is_laid_out_in_code_order() -> None:
    """And the chart says that places mean nothing."""
    chart = tiles_chart([figure("合肥市妇联", "5期"), figure("芜湖市妇联", "8期")], "办班")
    assert len(chart.marks) == 16
    assert chart.notes == ("方块按行政区划代码排列，不表示方位。",)


def test_two_provinces_need_a_choice() -> None:
    """The error names them."""
    figures = [figure("合肥市妇联", "5期"), figure("长沙市妇联", "8期")]
    with pytest.raises(fulian.DataError, match="安徽省, 湖南省"):
        tiles_chart(figures, "办班")
    assert [mark.text for mark in tiles_chart(figures, "办班", province="430000").marks if mark.observation] == [
        "实际8期"
    ]


@pytest.mark.parametrize("ground", [*CLASSES, PAPER])
def test_text_stands_out_from_its_ground(ground: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1 for text."""
    assert contrast(text_colour(ground), ground) >= 4.5


def test_colours_stand_out_from_paper() -> None:
    """WCAG 2.2, 1.4.11: at least 3 to 1 for what has to be seen, 4.5 where it is the colour of text."""
    assert contrast(ACTUAL, PAPER) >= 3
    assert contrast(TARGET, PAPER) >= 4.5
    assert contrast(MUTED, PAPER) >= 4.5


def test_names_are_legible_on_their_tiles(tables: Reading) -> None:
    """The text on the darkest tile is not that on the lightest."""
    found = Picture(tiles_chart(tables, LOAN))
    colours = {
        "".join(one.itertext()): one.get("fill")
        for one in found.root.iter(f"{SVG}text")
        if one.get("font-weight") == "700"
    }
    assert colours["长沙"] != colours["益阳"]
