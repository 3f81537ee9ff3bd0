"""From records to paragraphs, headings and annexes."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import fulian
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


HEADED = """某县妇联2021年工作总结

一、2021年做了什么
（一）办班
1.办厨艺班5期。
2.办插花班3期。
（二）走访。走访家庭30户。
二、存在的短板
（一）人手
专干只有2名。
（二）经费。经费只有3万元。
三、2022年的思路
（一）建家。建家4个。
"""


def test_a_reading_keeps_the_headings_that_its_document_printed() -> None:
    """Each in its words and on its level; passages are numbered under them as they were."""
    lines = compose(fulian.read_text(HEADED), OfficialFrame()).main.lines
    assert [line.text for line in lines] == HEADED.split("\n")[2:-1]


def test_sections_that_no_heading_stands_over_stay_sections() -> None:
    """一、办班 tells a deed by itself: no heading of ours is put over it."""
    text = "某县妇联2021年工作总结\n一、办班\n办厨艺班5期。\n二、走访\n走访家庭30户。\n三、下一步打算\n建家4个。"
    lines = compose(fulian.read_text(text), OfficialFrame()).main.lines
    assert [line.text for line in lines] == text.split("\n")[1:]


def test_a_fellow_of_the_highest_headings_stands_under_none() -> None:
    """（二）走访 goes on where （一）办班 left off, whatever stood under that."""
    text = (
        "某县妇联2021年工作总结\n（一）办班\n1.厨艺班。办厨艺班5期。\n2.插花班。办插花班3期。\n（二）走访。走访30户。"
    )
    lines = compose(fulian.read_text(text), OfficialFrame()).main.lines
    assert [line.text for line in lines] == [
        "一、办班",
        "（一）厨艺班。办厨艺班5期。",
        "（二）插花班。办插花班3期。",
        "二、走访。走访30户。",
    ]


def test_the_report_of_a_reading_alone_has_our_headings() -> None:
    """A record does not know what its document printed over its passages."""
    [report] = fulian.read_text(HEADED).reports
    lines = [line.text for line in compose(report, OfficialFrame()).main.lines]
    assert [line for line in lines if line[1] == "、"] == ["一、主要工作成效", "二、人手", "三、2022年工作打算"]


def test_the_heading_of_an_entry_heads_no_section() -> None:
    """What stands over a body's whole report in a round-up is the report's headline."""
    text = (
        "湖南省妇联召开工作交流会 各市晒出成绩单\n长沙：岗位送到家门口\n2021年，长沙市妇联办班5期。\n"
        "株洲：课堂搬到田埂上\n2021年，株洲市妇联走访30户。\n湘潭：调解走进派出所\n2021年，湘潭市妇联建家4个。"
    )
    reading = fulian.read_text(text)
    alone = attrs.evolve(reading, reports=reading.reports[1:2])
    lines = [line.text for line in compose(alone, OfficialFrame()).main.lines]
    assert lines == ["一、主要工作成效", "（一）2021年，株洲市妇联走访30户。"]


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("各县妇联、各直属单位：", "各县妇联、各直属单位："),
        ("各县妇联，机关各部室、各直属单位:", "各县妇联，机关各部室、各直属单位："),
        ("各县妇联 ; 各直属单位：", "各县妇联；各直属单位："),
    ],
)
def test_a_reading_keeps_the_line_of_recipients(printed: str, written: str) -> None:
    """What sets the names apart tells groups of them; only half-width marks are made full-width."""
    reading = fulian.read_text(f"某市妇联2021年工作总结\n{printed}\n一、办班\n办厨艺班5期。")
    assert compose(reading, OfficialFrame()).recipients == written
    given = compose(reading, OfficialFrame(recipients=("市委办公室",)))
    assert (given.recipients, given.frame.recipients) == (None, ("市委办公室",))


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
