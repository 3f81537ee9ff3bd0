"""What the reading of five published documents must show; their place is told by the fixture `documents`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest

from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import DocumentKind, FrameRole, Passage
from fulian.model.key_task import TaskKind
from fulian.model.reading import Part, Reading
from fulian.model.source import Source
from fulian.reading import read

NAMES = ("hunan-2014-plan", "hunan-2019-plan", "hunan-2016-cities", "hunan-2018-cities", "five-documents")
CITIES = {
    "长沙": "430100",
    "株洲": "430200",
    "湘潭": "430300",
    "衡阳": "430400",
    "邵阳": "430500",
    "岳阳": "430600",
    "常德": "430700",
    "张家界": "430800",
    "益阳": "430900",
    "郴州": "431000",
    "永州": "431100",
    "怀化": "431200",
    "娄底": "431300",
    "湘西": "433100",
}


@pytest.fixture(scope="module")
def readings(documents: Path) -> dict[str, Reading]:
    """Read each document once."""
    return {name: read(documents / f"{name}.txt") for name in NAMES}


def sources(thing: Any) -> Iterator[Source]:
    """Give every source in a record and in what it holds."""
    if isinstance(thing, Source):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from sources(one)
    elif attrs.has(type(thing)):
        for name in (field.name for field in attrs.fields(type(thing))):
            yield from sources(getattr(thing, name))


def bare(text: str) -> str:
    """Give a text without white space, and with the half-width digits and letters that a record has."""
    return "".join(
        chr(ord(char) - 0xFEE0) if char in "０１２３４５６７８９％．" or "Ａ" <= char <= "ｚ" else char
        for char in text
        if not char.isspace()
    )


def told(reading: Reading) -> Iterator[tuple[Source, list[str]]]:
    """Give each stretch that a record took, with the words it kept of it."""
    for passage in reading.document.frame:
        yield passage.source, [passage.text]
    for report in reading.reports:
        for passage in (*report.introduction, *report.problems):
            yield passage.source, [passage.text]
        for achievement in report.achievements:
            title = achievement.title or ""
            yield achievement.source, [achievement.text] + ([title] if title not in achievement.text else [])
        for task in report.commitments:
            yield task.source, [task.text]
    for plan in reading.plans:
        for passage in (*plan.guidance, *plan.conclusion):
            yield passage.source, [passage.text]
        for task in plan.key_tasks:
            yield task.source, [task.text]
        for section in plan.sections:
            yield from told_by(section)


def told_by(section: PlanSection) -> Iterator[tuple[Source, list[str]]]:
    """Give what a section and its tasks took; the section itself has what stands before its first task."""
    yield section.source, [section.title, *([section.text] if section.text else [])]
    for task in section.tasks:
        yield task.source, [task.text]


def independent_coverage(reading: Reading) -> float:
    """Count the characters that stand in records, without asking what is unread."""
    visible = len("".join(reading.document.text.split()))
    return sum(len(bare(words)) for _, kept in told(reading) for words in kept) / visible


@pytest.mark.parametrize("name", NAMES)
def test_nearly_everything_is_read(readings: dict[str, Reading], name: str) -> None:
    """More than 98 of 100 visible characters stand in some record, counted from the records themselves."""
    reading = readings[name]
    assert reading.coverage > 0.98
    assert 0.98 < independent_coverage(reading) <= 1.0


@pytest.mark.parametrize("name", NAMES)
def test_records_hold_nothing_that_is_not_printed(readings: dict[str, Reading], name: str) -> None:
    """The words of each record stand in its source, but for white space and the page numbers within a sentence."""
    page_numbers = {"five-documents": ["童4心"]}
    for source, kept in told(readings[name]):
        quote = bare(source.quote)
        for number in page_numbers.get(name, []):
            quote = quote.replace(number, number[0] + number[-1])
        for words in kept:
            assert bare(words) in quote


@pytest.mark.parametrize("name", NAMES)
def test_every_source_stands_in_the_document(readings: dict[str, Reading], name: str) -> None:
    """The text at each span is the quote, for each source in each record."""
    reading = readings[name]
    for source in sources(reading):
        source.verify(reading.document)


@pytest.mark.parametrize("name", NAMES)
def test_records_of_one_kind_do_not_overlap(readings: dict[str, Reading], name: str) -> None:
    """No character is told by two tasks, achievements or passages."""
    reading = readings[name]
    leaves = [source for source, _ in told(reading)]
    sections = {section.source for plan in reading.plans for section in plan.sections}
    spans = sorted(source.span for source in leaves if source not in sections)
    assert all(one.end <= other.start for one, other in pairwise(spans))


# ---------------------------------------------------------------- plans


def test_the_plan_of_2014_has_its_head(readings: dict[str, Reading]) -> None:
    """Number, issuer, date, recipients and annexes of an official document are told."""
    document = readings["hunan-2014-plan"].document
    assert document.number is not None
    assert (str(document.number), document.number.prefix) == ("湘妇字〔2014〕1号", "湘妇字")
    assert document.issued == date(2014, 2, 12)
    assert document.issuer is not None
    assert document.issuer.name == "湖南省妇女联合会"
    assert document.recipients == ("各市州妇联", "省直妇工委", "机关各部室", "各直属单位")
    assert document.attachments == ("湖南省妇联2014年工作要点", "湖南省妇联2014年十项重点工作")
    assert document.encoding == "utf-8"
    roles = {passage.role for passage in document.frame}
    assert {FrameRole.MASTHEAD, FrameRole.SIGNATURE, FrameRole.IMPRINT, FrameRole.ANNEX_LIST} <= roles


def test_the_plan_of_2014_has_its_sections(readings: dict[str, Reading]) -> None:
    """Five sections in order under a guidance, and the plan's own title and year."""
    [plan] = readings["hunan-2014-plan"].plans
    assert (plan.year, plan.title) == (2014, "湖南省妇联2014年工作要点")
    assert [section.ordinal for section in plan.sections] == [1, 2, 3, 4, 5]
    assert plan.sections[0].title == "积极引领妇女在深化改革中建功成才"
    assert plan.sections[-1].title == "以改革创新精神加强妇联自身建设"
    assert len(plan.guidance) == 1
    assert "总体要求" in plan.guidance[0].text


def test_the_key_tasks_of_2014_are_whole(readings: dict[str, Reading]) -> None:
    """Ten tasks; those broken over two lines end with the second line's words."""
    [plan] = readings["hunan-2014-plan"].plans
    assert [task.ordinal for task in plan.key_tasks] == list(range(1, 11))
    titles = {task.ordinal: task.title for task in plan.key_tasks}
    assert titles[5].endswith("工作多机构合作")
    assert titles[6].endswith("“两委”相关工作")
    assert titles[10].endswith("工作绩效考核")


def test_the_plan_of_2019_has_its_head(readings: dict[str, Reading]) -> None:
    """Date of issue, recipients and title are told; there is no number."""
    document = readings["hunan-2019-plan"].document
    assert document.issued == date(2019, 2, 21)
    assert document.recipients == ("各市州妇联", "省直妇工委")
    assert document.number is None
    assert document.issuer is not None
    assert document.issuer.name == "湖南省妇女联合会"


def test_the_plan_of_2019_has_its_tasks(readings: dict[str, Reading]) -> None:
    """Six sections with 4, 3, 3, 3, 3 and 3 tasks by their run-in headings, and no sentence taken for one."""
    [plan] = readings["hunan-2019-plan"].plans
    assert plan.year == 2019
    assert [len(section.tasks) for section in plan.sections] == [4, 3, 3, 3, 3, 3]
    assert [[task.title[:4] for task in section.tasks] for section in plan.sections] == [
        ["用习近平", "召开省第", "加强妇联", "强化思想"],
        ["扎实推进", "持续深化", "大力推进"],
        ["创新家庭", "做好家庭", "推动家庭"],
        ["做好做实", "做好做实", "做好做实"],
        ["织密基层", "做好联合", "建好网上"],
        ["培树基层", "培树女性", "培树优秀"],
    ]
    assert all(section.text for section in plan.sections)


def test_the_tasks_of_2019_name_programmes_and_instruments(readings: dict[str, Reading]) -> None:
    """Quoted campaigns and titled papers stand on the tasks that name them; nested titles are whole."""
    [plan] = readings["hunan-2019-plan"].plans
    by_title = {task.title: task for section in plan.sections for task in section.tasks}
    assert by_title["做好家庭教育支持行动"].instruments == ("湖南省家庭教育促进条例",)
    assert "湖南省实施〈反家庭暴力法〉办法" in by_title["做好做实妇女维权工作"].instruments
    assert "巾帼初心耀三湘" in by_title["强化思想政治引领"].programmes
    assert "美家美妇" in by_title["创新家庭文明建设工作"].programmes


# ---------------------------------------------------------------- round-ups


@pytest.mark.parametrize(("name", "year"), [("hunan-2016-cities", 2016), ("hunan-2018-cities", 2018)])
def test_fourteen_cities_report(readings: dict[str, Reading], name: str, year: int) -> None:
    """Each city has its code, its headline, achievements of the year and commitments for the next."""
    reading = readings[name]
    assert reading.document.kind is DocumentKind.ROUND_UP
    reports = [report for report in reading.reports if report.organization and "省" not in report.organization.name]
    found = {report.organization.division_code for report in reports if report.organization}
    assert found == set(CITIES.values())
    assert len(reports) == 14
    for report in reports:
        assert report.year == year
        assert str(report.commitment_period) == str(year + 1)
        assert report.headline
        assert report.achievements
        assert report.commitments
        assert all(str(year + 1) not in achievement.text for achievement in report.achievements)
        assert all(f"{year}年" not in task.text for task in report.commitments)


def test_provincial_bodies_report_beside_the_cities(readings: dict[str, Reading]) -> None:
    """Three headings name bodies of the province; the one that names two is noted as joint."""
    reading = readings["hunan-2016-cities"]
    bodies = [str(report.organization) for report in reading.reports[14:]]
    assert bodies == ["湖南省直妇工委", "湖南省妇联办公室", "湖南省妇联组织联络部"]
    assert [note.code for note in reading.notes] == ["joint-report"]


def test_sentences_cut_by_pages_are_whole(readings: dict[str, Reading]) -> None:
    """A sentence that goes on behind blank lines is one sentence in its record."""
    texts = [one.text for report in readings["hunan-2016-cities"].reports for one in report.achievements]
    assert any("近2000人,建成村级电子商务服务站1287个" in text for text in texts)
    planned = [one.text for report in readings["hunan-2016-cities"].reports for one in report.commitments]
    assert any("“巾帼聚力”" in text for text in planned)
    assert any("手工编织培训班" in text for text in planned)


def test_the_article_of_2019_has_its_frame(readings: dict[str, Reading]) -> None:
    """Publisher, authors, editor, day and address of a web article are told, and its title."""
    document = readings["hunan-2018-cities"].document
    assert document.publisher == "红网"
    assert document.authors == ("彭双林", "黄蕴", "肖文婕")
    assert document.editor == "李丽"
    assert document.published == date(2019, 1, 25)
    assert document.url == "https://hn.rednet.cn/c/2019/01/25/4817566.htm"
    assert document.title is not None
    assert document.title.startswith("湖南省妇联2019年工作务虚会召开")


# ---------------------------------------------------------------- collections


def test_five_documents_are_told_apart(readings: dict[str, Reading]) -> None:
    """Five parts in order, three samples in the first, each with its kind."""
    reading = readings["five-documents"]
    assert reading.document.kind is DocumentKind.COLLECTION
    assert [part.ordinal for part in reading.parts] == [1, 2, 3, 4, 5]
    assert [part.ordinal for part in reading.parts[0].parts] == [1, 2, 3]
    assert [part.kind for part in reading.parts[0].parts] == [
        DocumentKind.PLAN,
        DocumentKind.SUMMARY,
        DocumentKind.PLAN,
    ]
    assert [part.kind for part in reading.parts[1:]] == [DocumentKind.STUDY, *[DocumentKind.SUMMARY] * 3]


def body(part: Part) -> str | None:
    """Give the name of a part's body, with the place alone where it is a federation."""
    return str(part.organization).removesuffix("妇联") if part.organization else None


def test_bodies_and_years_are_found_or_left_open(readings: dict[str, Reading]) -> None:
    """Each part's body is found from its text; years not told stay open."""
    parts = readings["five-documents"].parts
    assert [body(part) for part in parts[1:]] == ["张家界市", "株洲市", "罗江县", "覃塘区"]
    assert [part.year for part in parts[1:]] == [2010, None, 2014, 2013]
    assert [body(part) for part in parts[0].parts] == [None, "西漾渔业社区", "社区"]
    assert [part.year for part in parts[0].parts] == [None, None, None]


def study(reading: Reading) -> CityReport:
    """Give the study among the reports."""
    [found] = [one for one in reading.reports if one.organization and one.organization.division_code == "430800"]
    return found


def test_a_study_tells_achievements_problems_goals_tasks_and_measures(readings: dict[str, Reading]) -> None:
    """Achievements, problems, and commitments of three kinds, by the section each stands in."""
    report = study(readings["five-documents"])
    assert [one.title for one in report.achievements][1] == "妇女参政议政水平有了明显提高"
    assert len(report.achievements) == 6
    assert len(report.problems) == 5
    kinds = [task.kind for task in report.commitments]
    assert kinds == [TaskKind.GOAL, *[TaskKind.TASK] * 6, *[TaskKind.MEASURE] * 6]
    assert str(report.commitment_period) == "2011/2015"
    assert str(report.commitments[0].due) == "2015"


def test_a_summary_tells_problems_and_the_next_year(readings: dict[str, Reading]) -> None:
    """The last summary has its problems and four commitments for the year after."""
    report = readings["five-documents"].reports[-1]
    assert len(report.problems) == 1
    assert [task.ordinal for task in report.commitments] == [1, 2, 3, 4]
    assert (report.year, str(report.commitment_period)) == (2013, "2014")
    assert [one.title for one in report.achievements][:1] == ["加强组织领导,确保妇女儿童维权工作有序开展"]


def test_glued_headings_are_headings(readings: dict[str, Reading]) -> None:
    """A heading at the end of the paragraph before it heads what follows."""
    [report] = [one for one in readings["five-documents"].reports if one.year == 2014]
    titles = [one.title for one in report.achievements]
    assert titles[3:] == [
        "素质提升增才干",
        "经济建设建新功",
        "关爱行动暖人心",
        "依法维权出实招",
        "幸福家庭行动创优儿童成长环境",
    ]


def test_a_passage_is_a_passage(readings: dict[str, Reading]) -> None:
    """Plans of samples keep what stands before their first section as guidance."""
    plans: tuple[AnnualPlan, ...] = readings["five-documents"].plans
    assert len(plans) == 2
    for plan in plans:
        assert [type(one) for one in plan.guidance] == [Passage]
