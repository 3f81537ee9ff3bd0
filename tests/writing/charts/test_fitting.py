"""The charts that readings have figures for."""

from __future__ import annotations

import fulian
from fulian.model.reading import Reading
from fulian.writing.charts import charts_of

from .conftest import figure


def test_what_many_tell_is_compared(tables: Reading) -> None:
    """Cities and years of both things; no map, since five cities of fourteen are too few."""
    charts = charts_of(tables)
    assert [chart.kind for chart in charts] == ["cities", "years", "cities"]
    assert charts_of(tables, most=1) == charts[:1]


def test_a_plan_and_a_report_are_set_against_each_other() -> None:
    """Areas of the plan, and its targets with what was done."""
    plan = fulian.read_text(
        "县妇联2020年工作要点\n一、家庭建设\n（一）举办家教讲座20场。\n二、维权\n（一）调解纠纷30件。"
    )
    report = fulian.read_text("县妇联2020年工作总结\n2020年，县妇联举办家教讲座12场。")
    assert [chart.kind for chart in charts_of([plan, report])] == ["areas", "targets"]


def test_nothing_to_draw_gives_no_chart() -> None:
    """Where there are no figures, where there are too few, and where a choice between figures is needed."""
    assert charts_of(fulian.read_text("县妇联召开会议。")) == ()
    assert charts_of([figure("长沙市妇联", "5期")]) == ()
    torn = [figure(body, "5期") for body in ("长沙市妇联", "株洲市妇联", "湘潭市妇联")]
    assert [chart.kind for chart in charts_of(torn)] == ["cities"]
    assert charts_of([*torn, figure("长沙市妇联", "8期", at=9)]) == ()
