"""From records to paragraphs, headings and annexes."""

from __future__ import annotations

from typing import Any

import pytest

from fulian.model import (
    Achievement,
    AnnualPlan,
    CityReport,
    Document,
    KeyTask,
    Organization,
    OrganizationKind,
    PlanSection,
    Source,
)
from fulian.reference.official_layout import Element
from fulian.values import Period, Span
from fulian.writing.official import Annex, OfficialFrame
from fulian.writing.official.compose import compose


def source(text: str) -> Source:
    """A source somewhere in a document."""
    return Source(document_id="d1", span=Span(start=0, end=len(text)), quote=text)


def task(text: str, ordinal: int | None = None) -> KeyTask:
    """A task of a text."""
    return KeyTask(title=text, text=text, ordinal=ordinal, source=source(text))


PLAN = AnnualPlan(
    year=2024,
    title="县妇联2024年工作要点",
    sections=(
        PlanSection(title="加强引领", tasks=(task("举办宣讲12场。", 1), task("办班3期。", 2)), source=source("一")),
        PlanSection(title="加强维权", tasks=(task("接访群众。"), task("办理案件。")), source=source("二")),
    ),
    key_tasks=(task("换届"), task("建家")),
)


def test_a_plan_by_itself_has_its_key_tasks_behind_it() -> None:
    """Sections get numbers, sentences without one run on, the list is the only annex."""
    content = compose(PLAN, OfficialFrame())
    assert [line.text for line in content.main.lines] == [
        "一、加强引领",
        "（一）举办宣讲12场。",
        "（二）办班3期。",
        "二、加强维权",
        "接访群众。办理案件。",
    ]
    assert [line.element for line in content.main.lines[:2]] == [Element.LEVEL_1, Element.LEVEL_2]
    [annex] = content.annexes
    assert (annex.title, [line.text for line in annex.lines]) == ("县妇联2024年重点任务", ["1.换届", "2.建家"])


def test_a_plan_with_recipients_goes_out_behind_a_notice() -> None:
    """要点 is none of the fifteen kinds of document: a notice issues it, with both lists as annexes."""
    content = compose(PLAN, OfficialFrame(issuer="甘泉县妇女联合会", recipients=("各乡镇妇联",)))
    assert content.main.title == "甘泉县妇女联合会关于印发《县妇联2024年工作要点》的通知"
    assert [annex.title for annex in content.annexes] == ["县妇联2024年工作要点", "县妇联2024年重点任务"]


def test_further_annexes_stand_behind() -> None:
    """In the order given."""
    frame = OfficialFrame(annexes=(Annex(title="参会回执", text="单位：\n姓名："),))
    assert [annex.title for annex in compose(PLAN, frame).annexes] == ["县妇联2024年重点任务", "参会回执"]


def test_a_report_without_a_headline_gets_the_standards_title() -> None:
    """发文机关 + 关于 + 事由 + 的 + 文种; a headline goes under it."""
    body = Organization(name="株洲市妇女联合会", kind=OrganizationKind.FEDERATION)
    report = CityReport(
        organization=body, year=2024, commitments=(task("办班5期。"),), commitment_period=Period.year(2025)
    )
    content = compose(report, OfficialFrame())
    assert content.main.title == "株洲市妇女联合会关于2024年工作情况的报告"
    assert [line.text for line in content.main.lines] == ["一、2025年工作打算", "办班5期。"]
    named = compose(CityReport(organization=body, year=2024, headline="护航创业路"), OfficialFrame())
    assert named.main.title == "株洲市妇女联合会关于2024年工作情况的报告\n——护航创业路"


def test_the_rows_of_a_table_bear_no_number() -> None:
    """A head of columns behind （一） would be taken for a heading; what is told in words is numbered."""
    rows = "县区 培训（人）\n慈利县 120\n桑植县 90"
    told = Achievement(text="走访家庭30户。", source=source("走访"))
    report = CityReport(year=2024, achievements=(Achievement(text=rows, source=source(rows)), told))
    lines = compose(report, OfficialFrame()).main.lines
    assert [(line.element, line.text) for line in lines[1:]] == [
        *[(Element.BODY, row) for row in rows.split("\n")],
        (Element.LEVEL_2, "（二）走访家庭30户。"),
    ]


def test_the_frame_goes_before_the_document() -> None:
    """What it leaves open the document fills in."""
    document = Document(id="d1", text="通知", recipients=("各县妇联",))
    frame = OfficialFrame(issuer="某市妇女联合会").completed(None, document)
    assert (frame.issuer, frame.recipients) == ("某市妇女联合会", ("各县妇联",))


def test_an_area_is_no_issuer() -> None:
    """Figures may be 长沙市's; documents are issued by a body."""
    area = Organization(name="长沙市", kind=OrganizationKind.AREA)
    assert OfficialFrame().completed(area).issuer is None


@pytest.mark.parametrize("field", ["issuer", "title", "recipients", "copies", "printing"])
def test_a_blank_name_is_refused(field: str) -> None:
    """It would print a bare colon or comma."""
    blank: Any = ("各县妇联", " ") if field in ("recipients", "copies") else " "
    with pytest.raises(ValueError, match=f"'{field}' must not be blank, got ' '"):
        OfficialFrame(**{field: blank})
