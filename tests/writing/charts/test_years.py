"""A figure over years: every year has its place, and no line crosses a gap."""

from __future__ import annotations

import pytest

import fulian
from fulian.model.reading import Reading
from fulian.writing.charts import years_chart

from .conftest import SVG, Picture, figure

LOAN = "发放妇女创业担保贷款"


def test_a_missing_year_breaks_the_line(tables: Reading) -> None:
    """2020 is hatched; lines join 2018 with 2019 and 2021 with 2022, and nothing else."""
    chart = years_chart(tables, LOAN, organization="株洲市妇联")
    assert [(mark.row, mark.text) for mark in chart.marks] == [
        ("2018", "实际1.82亿元"), ("2019", "实际至少2.1亿元"), ("2020", "无数据"), ("2021", "实际2.93亿元"),
        ("2022", "实际约3.5亿元"), ("2022", "计划3.2亿元"),
    ]  # fmt: skip
    found = Picture(chart)
    x = {}
    for at in (0, 1, 3, 4):
        use = found.groups[at][0].find(f".//{SVG}use")
        assert use is not None
        x[chart.marks[at].row] = round(float(use.attrib["x"]), 1)
    lines = [path.attrib["d"].split() for path in found.root.iter(f"{SVG}path") if path.get("stroke-width") == "2.4"]
    ends = sorted((round(float(line[1]), 1), round(float(line[4]), 1)) for line in lines)
    assert ends == [(x["2018"], x["2019"]), (x["2021"], x["2022"])]
    assert found.fill(2).startswith("url(#")


def test_the_body_has_to_be_one(tables: Reading) -> None:
    """Where figures are of several, the error names them with their codes."""
    with pytest.raises(fulian.DataError, match="长沙市 430100") as caught:
        years_chart(tables, LOAN)
    assert caught.value.faults[0].path == "organization"
    with pytest.raises(fulian.DataError, match="one body that the figures are of"):
        years_chart(tables, LOAN, organization="合肥市妇联")


def test_a_part_of_a_year_is_said_to_be_one() -> None:
    """A half is not drawn as a year without a word."""
    chart = years_chart(
        [figure("长沙市妇联", "5期", period="2020"), figure("长沙市妇联", "8期", period="2021-S1", at=9)], "办班"
    )
    assert chart.notes == ("只是一年中的一段：2021年上半年。",)


def test_the_whole_year_goes_before_its_part() -> None:
    """Of two figures of a year that for the whole is shown."""
    chart = years_chart([figure("长沙市妇联", "8期", period="2021-S1"), figure("长沙市妇联", "15期", at=9)], "办班")
    assert [mark.text for mark in chart.marks] == ["实际15期"]
