"""Targets against what became of them: in one unit by body, or as shares where units differ."""

from __future__ import annotations

import pytest

import fulian
from fulian.checks.compare import compare
from fulian.model.reading import Reading
from fulian.writing.charts import targets_chart

from .conftest import SVG, Picture


def test_bodies_stand_by_how_much_of_the_target_was_done(tables: Reading) -> None:
    """Most first; a city of which nothing is told comes last, and says so."""
    chart = targets_chart(tables, "发放妇女创业担保贷款")
    assert list(dict.fromkeys(mark.row for mark in chart.marks)) == ["长沙市", "株洲市", "衡阳市", "益阳市", "张家界市"]
    assert [mark.text for mark in chart.marks if mark.row == "张家界市"] == ["计划0.9亿元", "无数据"]


def test_points_stand_where_their_numbers_are(tables: Reading) -> None:
    """On one axis: the distance of two points is that of their numbers."""
    chart = targets_chart(tables, "扶持妇女创业")
    found = Picture(chart)
    per = set()
    for at in range(0, 4, 2):
        places = []
        for mark in (at, at + 1):
            use = found.groups[mark][-1].find(f".//{SVG}use")
            assert use is not None
            places.append(float(use.attrib["x"]))
        numbers = [
            float(one.quantity.value) for one in (chart.marks[at].observation, chart.marks[at + 1].observation) if one
        ]
        per.add(round((places[0] - places[1]) / (numbers[0] - numbers[1]), 2))
    assert len(per) == 1


def test_without_a_figure_each_target_has_a_row_in_percent() -> None:
    """A plan and a report, paired as compare pairs them; the bar of 12 of 20 ends at 60 of 100."""
    plan = fulian.read_text("县妇联2020年工作要点\n2020年，县妇联将举办讲座20场。\n县妇联将发放贷款300万元。")
    report = fulian.read_text("县妇联2020年工作总结\n2020年，县妇联举办讲座12场。\n县妇联发放贷款450万元。")
    chart = targets_chart([plan, report])
    assert [(mark.row, mark.text) for mark in chart.marks] == [
        ("发放贷款", "实际450万元"), ("发放贷款", "计划300万元"), ("举办讲座", "实际12场"), ("举办讲座", "计划20场"),
    ]  # fmt: skip
    found = Picture(chart)
    (left, _, most, _), (_, _, least, _) = found.box(0), found.box(2)
    assert (most - left) / (least - left) == pytest.approx(150 / 60, rel=1e-3)
    assert {"0", "50", "100", "150", "%"} <= set(found.texts)


def test_a_target_without_a_counterpart_is_refused_where_there_is_none() -> None:
    """A plan alone has nothing to compare."""
    with pytest.raises(fulian.DataError, match="records: expected targets with what was done of them, found none"):
        targets_chart(fulian.read_text("县妇联2020年工作要点\n2020年，县妇联将举办讲座20场。"))


@pytest.mark.parametrize(
    ("planned", "done", "outcome"),
    [
        ("1000人次", "800人次", "missed"),
        ("1万人次", "8000人次", "missed"),
        ("1000人次", "1200人次", "met"),
        ("1万人次", "1万人次", "met"),
    ],
)
def test_the_chart_and_the_comparison_agree(planned: str, done: str, outcome: str) -> None:
    """What compare calls met is drawn at a hundred percent or more of its target, what it calls missed at less."""
    plan = fulian.read_text(f"慈利县妇联2020年工作要点\n一、就业\n全年培训妇女{planned}。")
    report = fulian.read_text(f"慈利县妇联2020年工作总结\n2020年，慈利县妇联培训妇女{done}。")
    found = Picture(targets_chart([plan, report]))
    (left, _, most, _), reference = found.box(0), found.box(1)
    assert [one.outcome.value for one in compare([plan, report])] == [outcome]
    assert (most - left >= (reference[0] + reference[2]) / 2 - left - 0.01) is (outcome == "met")
