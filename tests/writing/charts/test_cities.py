"""Cities compared: what is drawn is what the documents say, hedges and gaps with it."""

from __future__ import annotations

import pytest

import fulian
from fulian.model.reading import Reading
from fulian.writing.charts import cities_chart

from .conftest import Picture, figure

LOAN = "发放妇女创业担保贷款"


def test_bars_are_as_long_as_their_figures(tables: Reading) -> None:
    """From one zero, in one proportion, the longest first."""
    chart = cities_chart(tables, LOAN)
    found = Picture(chart)
    done = [(at, mark.observation) for at, mark in enumerate(chart.marks) if mark.text.startswith("实际")]
    assert [mark.row for mark in chart.marks if mark.text.startswith("实际")] == [
        "长沙市",
        "衡阳市",
        "株洲市",
        "益阳市",
    ]
    points = set()
    for at, one in done:
        left, _, right, _ = found.box(at)
        assert one is not None
        points.add((round(left, 1), round((right - left) / float(one.quantity.value) * 1e8, 1)))
    assert len(points) == 1


def test_hedges_are_drawn_as_such(tables: Reading) -> None:
    """About is lighter, over has an open arrow, a range a lighter end, under a hatched one; the key says so."""
    chart = cities_chart(tables, LOAN)
    found = Picture(chart)
    place = {(mark.row, mark.text[:2]): at for at, mark in enumerate(chart.marks)}
    exact, about = found.fill(place["长沙市", "实际"]), found.fill(place["株洲市", "实际"])
    assert about != exact
    assert len(found.groups[place["长沙市", "实际"]]) == 1
    assert len(found.groups[place["衡阳市", "实际"]]) == 2
    low, high = (found.box(place["益阳市", "实际"], piece) for piece in (0, 1))
    assert low[2] == high[0] < high[2]
    assert found.fill(place["益阳市", "实际"], 1) == about
    under = cities_chart(tables, "扶持妇女创业")
    [at] = [at for at, mark in enumerate(under.marks) if "至多" in mark.text]
    assert Picture(under).fill(at, 1).startswith("url(#")
    assert {"约数", "至少此数", "区间"} <= set(found.texts)
    assert {"约3.5", "至少3.86", "1.65–1.76", "6.23"} <= set(found.texts)


def test_a_missing_figure_is_drawn_as_missing(tables: Reading) -> None:
    """A hatched place and the words, beside the target that is there."""
    chart = cities_chart(tables, LOAN)
    found = Picture(chart)
    [at] = [at for at, mark in enumerate(chart.marks) if mark.text == "无数据"]
    assert chart.marks[at].row == "张家界市"
    assert chart.marks[at].observation is None
    assert found.fill(at).startswith("url(#")
    assert found.texts.count("无数据") == 2


def test_a_provinces_other_cities_are_missing(tables: Reading) -> None:
    """With a province named, all its cities have a row."""
    chart = cities_chart(tables, LOAN, province="湖南")
    assert len({mark.row for mark in chart.marks}) == 14
    assert sum(mark.text == "无数据" for mark in chart.marks) == 10
    with pytest.raises(fulian.DataError, match="expected a province"):
        cities_chart(tables, LOAN, province="湖西")


def test_units_that_differ_are_refused() -> None:
    """Money and people are not drawn on one axis; the error names both, and one can be chosen."""
    figures = [
        figure("长沙市妇联", "30万元", label="培训投入"),
        figure("株洲市妇联", "300人", label="培训妇女"),
        figure("湘潭市妇联", "50名", label="培训妇女"),
    ]
    with pytest.raises(fulian.DataError, match="expected one unit for '培训'") as caught:
        cities_chart(figures, "培训")
    assert "元" in caught.value.faults[0].value
    assert "人 (2)" in caught.value.faults[0].value
    assert [mark.row for mark in cities_chart(figures, "培训", unit="人").marks] == ["株洲市", "湘潭市"]


def test_places_of_one_name_are_kept_apart() -> None:
    """Two 永定区 are two rows, named with the city they lie in; a place and its federation are one."""
    chart = cities_chart([figure("张家界市永定区妇联", "5期"), figure("龙岩市永定区妇联", "8期")], "办班")
    assert [mark.row for mark in chart.marks] == ["永定区（龙岩市）", "永定区（张家界市）"]
    assert {mark.observation.organization.division_code for mark in chart.marks if mark.observation
            and mark.observation.organization} == {"350803", "430802"}  # fmt: skip


def test_figures_that_contradict_each_other_are_refused() -> None:
    """Nothing is chosen silently: the error names both."""
    figures = [
        figure("长沙市妇联", "5期", label="为妇女办班"),
        figure("长沙市", "8期", label="为干部办班", at=9),
    ]
    with pytest.raises(fulian.DataError, match="closer words may tell them apart") as caught:
        cities_chart(figures, "办班")
    assert "5期" in caught.value.faults[0].value


def test_what_is_not_there_is_said_with_what_is(tables: Reading) -> None:
    """The error names figures that could be shown, or years."""
    with pytest.raises(fulian.DataError, match="发放妇女创业担保贷款"):
        cities_chart(tables, "放烟花")
    with pytest.raises(fulian.DataError, match="a year that figures are for: 2018, 2019, 2021, 2022"):
        cities_chart(tables, LOAN, year=2015)


def test_another_level_is_left_out_and_said() -> None:
    """The province's sum is no bar among its cities'."""
    figures = [figure("湖南省妇联", "90期"), figure("长沙市妇联", "5期"), figure("株洲市妇联", "8期")]
    chart = cities_chart(figures, "办班")
    assert [mark.row for mark in chart.marks] == ["株洲市", "长沙市"]
    assert chart.notes == ("未画入层级不同的：湖南省。",)


def test_english_on_request(tables: Reading) -> None:
    """Title, key, unit and hedges; names stay as they are."""
    chart = cities_chart(tables, "ECO_LOAN_AMOUNT", language="en")
    texts = Picture(chart).texts
    assert {"done", "planned", "million yuan", "~350", "≥386"} <= set(texts)
    assert chart.title.endswith(", 2022")
    with pytest.raises(fulian.DataError, match="expected zh or en"):
        cities_chart(tables, LOAN, language="fr")
