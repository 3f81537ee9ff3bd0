"""Which charts suit which documents."""

from __future__ import annotations

import base64

import fulian
from fulian.writing.review._charts import charts_of, charts_together

PLAN = "石门县妇联2020年工作要点\n一、家庭建设\n（一）寻找最美家庭20户。\n二、维权服务\n（一）调解家庭纠纷。"


def test_a_plan_is_shown_by_area() -> None:
    """One chart in two languages, a picture that stands in the page."""
    [chart] = charts_of(fulian.read_text(PLAN))
    assert ["家庭建设", "1项任务，1个数字", None] in chart["zh"]["marks"]
    assert ["family", "1 task, 1 figure", None] in chart["en"]["marks"]
    kind, data = chart["zh"]["picture"].split(",")
    assert kind == "data:image/svg+xml;base64"
    assert base64.b64decode(data).startswith(b"<svg")


def test_bodies_are_compared_where_three_report_the_same() -> None:
    """Two bodies are not worth a chart; of three each figure is named by its number in the document."""
    lines = [
        f"2022年，{name}妇联扶持妇女创业{number}人。" for number, name in enumerate(("石门县", "桑植县", "慈利县"), 120)
    ]
    assert charts_of(fulian.read_text("\n".join(lines[:2]))) == []
    [chart] = charts_of(fulian.read_text("\n".join(lines)))
    assert {(row, place) for row, _, place in chart["zh"]["marks"]} == {
        ("石门县", (0, 0)),
        ("桑植县", (0, 1)),
        ("慈利县", (0, 2)),
    }


def test_targets_alone_are_no_chart_but_what_became_of_them_is() -> None:
    """A plan and a report together show the target with its outcome; each figure knows its document."""
    plan = fulian.read_text("石门县妇联2020年工作要点\n一、家庭建设\n（一）举办家庭教育讲座20场。")
    report = fulian.read_text("石门县妇联2020年工作总结\n2020年，石门县妇联举办家庭教育讲座25场。")
    assert [chart["en"]["title"] for chart in charts_of(plan) if "argets" in chart["en"]["title"]] == []
    [chart] = charts_together([plan, report])
    assert [place for _, _, place in chart["zh"]["marks"]] == [(1, 0), (0, 0)]
    assert charts_together([plan]) == []


def test_a_document_with_nothing_to_draw_has_no_chart() -> None:
    """No empty picture."""
    assert charts_of(fulian.read_text("妇联")) == []
