"""A record written as an official document and read back."""

from __future__ import annotations

import re
import sys
import zipfile
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import strategies
from fulian.errors import DataError, ReadError
from fulian.formats._extras import needed
from fulian.model import AnnualPlan, CityReport, KeyTask, Observation, Organization, OrganizationKind, Reading
from fulian.strategies.written_documents import WrittenDocument
from fulian.writing.official import Annex, OfficialFrame, _package, write_official
from fulian.writing.official.compose import compose
from fulian.writing.official.content import Content, Sheet, lines_of
from fulian.writing.official.word import draw
from fulian.writing.official.write import _faults_of_layout

from ...reading.specimens import PLAN, RUN_INS, SUMMARY


def read_back(record: AnnualPlan | CityReport | Reading, frame: OfficialFrame | None = None) -> Reading:
    """Write a record and read the file."""
    return fulian.read(BytesIO(draw(compose(record, frame or OfficialFrame())).data))


def figures(observations: Iterable[Observation]) -> list[tuple[str, str, str, str]]:
    """What figures say: print, standing, time and body."""
    return [(str(one.quantity), one.status, str(one.period), str(one.organization)) for one in observations]


def tasks(given: Iterable[KeyTask]) -> list[tuple[str, str, list[tuple[str, str, str, str]]]]:
    """What tasks say: title without its stop, words, figures."""
    return [(one.title.rstrip("。"), one.text, figures(one.targets)) for one in given]


def assert_same_plan(found: AnnualPlan, plan: AnnualPlan) -> None:
    """Two plans say the same: they differ in sources, and in what was not known of the first one's figures."""
    assert (found.title, found.year, found.issuer) == (plan.title, plan.year, plan.issuer)
    assert [one.text for one in found.guidance] == [one.text for one in plan.guidance]
    sections = [(one.ordinal, one.title, one.text) for one in plan.sections]
    assert [(one.ordinal, one.title, one.text) for one in found.sections] == sections
    for section, other in zip(found.sections, plan.sections, strict=True):
        assert tasks(section.tasks) == tasks(other.tasks)
    assert tasks(found.key_tasks) == tasks(plan.key_tasks)


def assert_same_report(found: CityReport, report: CityReport) -> None:
    """Two reports say the same: they differ in sources, and a headline that names no kind of document goes under one."""
    assert (found.organization, found.year) == (report.organization, report.year)
    assert found.headline is not None
    assert (report.headline or "") in found.headline
    done = [(one.title, one.text, figures(one.observations)) for one in report.achievements]
    assert [(one.title, one.text, figures(one.observations)) for one in found.achievements] == done
    assert tasks(found.commitments) == tasks(report.commitments)
    assert found.commitment_period == report.commitment_period


frames = st.builds(
    OfficialFrame,
    number=st.none() | strategies.document_numbers(),
    recipients=st.sampled_from([(), ("各县市区妇联", "市直机关妇工委")]),
    issued=st.none() | st.dates(date(2000, 1, 1), date(2030, 12, 31)),
    sealed=st.booleans(),
    signatory=st.sampled_from([None, "王某某"]),
    copies=st.sampled_from([(), ("市委办公室", "市政府办公室")]),
    printing=st.sampled_from([None, "妇女联合会办公室"]),
    urgency=st.sampled_from([None, "特急"]),
    secrecy=st.sampled_from([None, "秘密★1年"]),
    copy_number=st.sampled_from([None, "000012"]),
)


@given(strategies.written_annual_plans(), frames)
def test_a_plan_that_was_read_is_written_and_read_the_same(written: WrittenDocument, frame: OfficialFrame) -> None:
    """The plan comes back whole, and so does its frame, whatever the frame is."""
    [plan] = fulian.read_text(written.document.text).plans
    reading = read_back(plan, frame)
    [found] = reading.plans
    assert_same_plan(found, plan)
    document = reading.document
    assert (document.number, document.recipients) == (frame.number, frame.recipients)
    assert document.issued == (frame.issued or document.issued if frame.printing else frame.issued)
    assert document.issuer == plan.issuer


@given(strategies.written_city_reports())
def test_a_report_is_written_and_read_the_same(written: WrittenDocument) -> None:
    """Every report of a drawn document comes back whole, also out of a round-up."""
    for report in written.reports:
        [found] = read_back(report).reports
        assert_same_report(found, report)


@given(strategies.written_city_reports())
def test_a_reading_is_written_with_its_own_headings_and_read_the_same(written: WrittenDocument) -> None:
    """What was done and what is planned comes back, and the file keeps the standard."""
    reading = fulian.read_text(written.document.text)
    for report in reading.reports:
        alone = attrs.evolve(reading, reports=(report,))
        drawn = draw(compose(alone, OfficialFrame()))
        assert _faults_of_layout(drawn) == []
        [found] = fulian.read(BytesIO(drawn.data)).reports
        assert [one.text for one in found.achievements] == [one.text for one in report.achievements]
        assert [one.text for one in found.commitments] == [one.text for one in report.commitments]


@given(strategies.readings().filter(lambda reading: len(reading.plans) + len(reading.reports) == 1))
def test_every_word_of_a_reading_stands_in_the_document_in_order(reading: Reading) -> None:
    """Whatever passages its frame has; the file keeps the standard."""
    drawn = draw(compose(reading, OfficialFrame()))
    assert _faults_of_layout(drawn) == []
    text, at = shown(drawn.data), 0
    for passage in words([*reading.plans, *reading.reports][0]):
        found = text.find(squeezed(passage), at)
        if found < 0:
            found = text.find(squeezed(passage.partition("、")[2]), at)
        assert found >= 0, passage
        at = found


def words(record: object) -> list[str]:
    """Every passage of a record in the order in which it is written."""
    match record:
        case AnnualPlan(guidance=guidance, sections=sections, key_tasks=listed, conclusion=conclusion):
            inner = [
                text for one in sections for text in (one.title, one.text or "", *(task.text for task in one.tasks))
            ]
            passages = [*(one.text for one in guidance), *inner, *(one.text for one in conclusion)]
            return [*passages, *(one.text for one in listed)]
        case CityReport(introduction=introduction, achievements=done, problems=problems, commitments=planned):
            inner = [one.text for one in done]
            return [
                *(one.text for one in introduction), *inner, *(one.text for one in problems), *(one.text for one in planned)
            ]  # fmt: skip
        case _:
            raise TypeError(record)


def squeezed(text: str) -> str:
    """A text without its white space."""
    return re.sub(r"\s+", "", text)


def shown(data: bytes) -> str:
    """The words of a Word file, as XML has them."""
    paragraphs = needed("docx", extra="word", what="the test").Document(BytesIO(data)).paragraphs
    return squeezed("".join(one.text for one in paragraphs))


@given(strategies.annual_plans() | strategies.city_reports())
def test_every_word_of_a_record_stands_in_the_document_in_order(record: AnnualPlan | CityReport) -> None:
    """Nothing is lost and nothing changes place, whatever a program put together."""
    text, at = shown(draw(compose(record, OfficialFrame())).data), 0
    for passage in words(record):
        found = text.find(squeezed(passage), at)
        if found < 0:  # what was lacking lost the number of its heading, which the document numbers anew
            found = text.find(squeezed(passage.partition("、")[2]), at)
        assert found >= 0, passage
        at = found


@given(strategies.annual_plans(nasty=True) | strategies.city_reports(nasty=True))
def test_hostile_words_stay_words_or_are_refused_by_name(record: AnnualPlan | CityReport) -> None:
    """Markup, quotes, right-to-left and astral characters are kept; what XML has no way to write is named."""
    content = compose(record, OfficialFrame())
    target = Path(f"{id(record)}.docx")
    unfit = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    lines = [content.main.title, *(line.text for sheet in (content.main, *content.annexes) for line in sheet.lines)]
    lines += [sheet.title for sheet in content.annexes] + [content.frame.issuer or ""]
    if any(unfit.search(line) for line in lines):
        with pytest.raises(DataError, match=r"characters that XML can hold, not U\+"):
            write_official(record, target)
        return
    drawn = draw(content)
    text = shown(drawn.data)
    for line in lines[1:]:
        assert squeezed(line) in text
    assert _faults_of_layout(drawn) == []


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "\"'&amp;", "\u202eאבג\u202c", "𠮷野家👩‍👧", "]]>", "妇联" * 200]
)
def test_hostile_names_stay_names(name: str, tmp_path: Path) -> None:
    """In every place of the frame, and in the title."""
    frame = OfficialFrame(
        issuer=name, title=name, recipients=(name,), signatory=name, note=name, copies=(name,), printing=name,
        issued=date(2024, 2, 3), annexes=(Annex(title=name, text=name),),
    )  # fmt: skip
    target = tmp_path / "plan.docx"
    write_official(AnnualPlan(year=2024), target, frame=frame)
    assert shown(target.read_bytes()).count(squeezed(name)) >= 8
    fulian.read(target)


@pytest.mark.parametrize("name", ["甲县\n妇联", "\n甲县妇联", "甲县妇联\r\n"])
def test_a_name_over_two_lines_makes_a_title_of_one(name: str) -> None:
    """A title made from the body's name has no break where the name has one."""
    body = Organization(name=name, kind=OrganizationKind.FEDERATION)
    for record in (AnnualPlan(year=2024, issuer=body), CityReport(organization=body, year=2024)):
        content = compose(record, OfficialFrame())
        assert "\n" not in content.main.title
        assert _faults_of_layout(draw(content)) == []


def test_characters_that_xml_cannot_hold_are_all_named(tmp_path: Path) -> None:
    """Each with its place; no file is left behind."""
    frame = OfficialFrame(issuer="市\x00妇联", recipients=("甲", "乙\x1b"), issued=date(2024, 2, 3))
    with pytest.raises(DataError) as caught:
        write_official(AnnualPlan(year=2024, title="要\ufffe点"), tmp_path / "a.docx", frame=frame)
    paths = [fault.path for fault in caught.value.faults]
    assert paths[:2] == ["frame.issuer", "frame.recipients[1]"]
    assert "annexes[0].title" in paths
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", [PLAN, SUMMARY, RUN_INS], ids=["plan", "summary", "run-ins"])
def test_a_reading_is_written_and_read_the_same(text: str) -> None:
    """Record and frame: number, issuer, recipients, date, annexes and the notice's own words."""
    reading = fulian.read_text(text)
    found = read_back(reading)
    for plan, other in zip(found.plans, reading.plans, strict=True):
        assert_same_plan(plan, other)
    for report, first in zip(found.reports, reading.reports, strict=True):
        assert [one.text for one in report.achievements] == [one.text for one in first.achievements]
        assert figures(found.observations) == figures(reading.observations)
    document, given_document = found.document, reading.document
    assert (document.number, document.recipients, document.issued) == (
        given_document.number,
        given_document.recipients,
        given_document.issued,
    )
    assert given_document.issuer in (document.issuer, None)


@pytest.mark.parametrize(
    "name", ["hunan-2014-plan.txt", "hunan-2019-plan.txt", "hunan-2016-cities.txt", "hunan-2018-cities.txt"]
)
def test_the_published_documents_are_written_and_read_the_same(documents: Path, name: str) -> None:
    """Plans come back whole; of the reports on cities all achievements, commitments and their figures."""
    reading = fulian.read(documents / name)
    for plan in reading.plans:
        [found] = read_back(reading).plans
        assert_same_plan(found, plan)
    for report in reading.reports:
        [other] = read_back(report).reports
        assert (other.organization, other.year) == (report.organization, report.year)
        assert squeezed("".join(one.text for one in other.achievements)) == squeezed(
            "".join(one.text for one in report.achievements)
        )
        assert squeezed("".join(one.text for one in other.commitments)) == squeezed(
            "".join(one.text for one in report.commitments)
        )


def test_the_same_record_gives_the_same_bytes() -> None:
    """No clock and no chance goes into the file."""
    reading = fulian.read_text(PLAN)
    assert draw(compose(reading, OfficialFrame())) == draw(compose(reading, OfficialFrame()))


def test_nothing_of_the_template_is_left() -> None:
    """No theme, no picture, no foreign style, no trace of the library in the file's properties."""
    packed = zipfile.ZipFile(BytesIO(draw(compose(fulian.read_text(PLAN), OfficialFrame())).data))
    names = packed.namelist()
    assert not [name for name in names if "theme" in name.lower() or name.endswith("jpeg") or "customXml" in name]
    text = "".join(packed.read(name).decode() for name in names)
    assert not re.search(r'w:(?:ascii|hAnsi|eastAsia|cs)?[tT]heme="|python-docx|Calibri|Cambria', text)


def test_the_file_names_what_may_stand_in_for_a_font() -> None:
    """A machine with 仿宋 and without 仿宋_GB2312 shows 仿宋, not whatever comes first."""
    packed = zipfile.ZipFile(BytesIO(draw(compose(fulian.read_text(PLAN), OfficialFrame())).data))
    table = packed.read("word/fontTable.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,' in table


def test_without_python_docx_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said, and nothing is written."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ReadError, match=r"pip install 'fulian\[word\]'"):
        write_official(fulian.read_text(PLAN), tmp_path / "plan.docx")
    assert not list(tmp_path.iterdir())


def test_a_file_that_does_not_keep_the_standard_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked at before it is put in its place: the fault is named, nothing is written."""
    monkeypatch.setattr(_package, "TOP_MM", 30.0)
    with pytest.raises(DataError, match=r"5\.2\.1: set the upper margin to 37 mm, found the upper margin is 30\.0 mm"):
        write_official(fulian.read_text(PLAN), tmp_path / "plan.docx")
    assert not list(tmp_path.iterdir())


def test_a_reading_of_several_records_is_refused(tmp_path: Path) -> None:
    """Its number of plans and reports is told."""
    reading = fulian.read_text(SUMMARY)
    twice = attrs.evolve(reading, reports=reading.reports * 2)
    with pytest.raises(DataError, match="0 plans and 2 reports"):
        write_official(twice, tmp_path / "a.docx")
    with pytest.raises(TypeError, match=r"got '要点' \(a str\)"):
        write_official("要点", tmp_path / "a.docx")  # type: ignore[arg-type]


def test_a_paragraph_that_breaks_off_has_the_heading_that_its_reader_sees() -> None:
    """A reader takes the next line for the rest of it; writer and checker agree on how far the heading reaches."""
    sheet = Sheet(
        title="工作要点", lines=lines_of(["一、强化思想引领", "（一）全年举办招聘会101场。全", "全年接访16件。"])
    )
    assert [line.lead for line in sheet.lines] == [8, 15, 0]
    assert _faults_of_layout(draw(Content(frame=OfficialFrame(), main=sheet))) == []
