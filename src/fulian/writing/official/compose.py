"""From a record to the content of an official document: which paragraphs, under which headings, in which annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from fulian.errors import DataError, Fault
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import DocumentKind, FrameRole, Passage
from fulian.model.key_task import KeyTask, TaskKind
from fulian.model.reading import Reading
from fulian.reading._kinds import kind_by_title
from fulian.reading.outline import BlockKind, outline
from fulian.reading.table_layout import find_tables
from fulian.text.clauses import find_sentences
from fulian.text.view import View
from fulian.values.numeral import format_numeral
from fulian.values.period import Period
from fulian.writing.official.content import Content, Sheet, lines_of, paragraphs
from fulian.writing.official.frame import OfficialFrame

__all__ = ["compose"]

_STOPS = "。！？；"
_HEADINGS = {TaskKind.TASK: "工作打算", TaskKind.GOAL: "工作目标", TaskKind.MEASURE: "对策措施"}


def compose(record: AnnualPlan | CityReport | Reading, frame: OfficialFrame) -> Content:
    """Give the content of the official document that a record makes (拟稿).

    Args:
        record: A plan, a report, or a reading that holds one of either.
        frame: What stands around the body; what it leaves open is taken from the record.

    Returns:
        The content, its frame filled in.

    Raises:
        DataError: A reading holds no plan and no report, or more than one.

    Example:
        >>> content = compose(AnnualPlan(year=2024, title="县妇联2024年工作要点"), OfficialFrame())
        >>> content.main.title
        '县妇联2024年工作要点'
    """
    reading = record if isinstance(record, Reading) else None
    inner = record if not isinstance(record, Reading) else _only_record(record)
    body = inner.issuer if isinstance(inner, AnnualPlan) else inner.organization
    frame = frame.completed(body, reading.document if reading else None)
    if isinstance(inner, AnnualPlan):
        return _plan(inner, frame, reading)
    title = _one_line(frame.title) or _report_title(inner)
    return Content(frame=frame, main=_sheet(title, _report_lines(inner)), annexes=_further(frame))


def _only_record(reading: Reading) -> AnnualPlan | CityReport:
    found: tuple[AnnualPlan | CityReport, ...] = (*reading.plans, *reading.reports)
    if len(found) != 1:
        value = f"{len(reading.plans)} plans and {len(reading.reports)} reports"
        expected = "one plan or one report; write each by itself"
        raise DataError([Fault(path="reading", expected=expected, value=value)])
    return found[0]


def _sheet(title: str, texts: Iterable[str]) -> Sheet:
    return Sheet(title=title, lines=lines_of(texts))


def _further(frame: OfficialFrame) -> tuple[Sheet, ...]:
    """The annexes that the frame adds."""
    return tuple(_sheet(_one_line(annex.title) or "附件", paragraphs(annex.text)) for annex in frame.annexes)


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _numbered(ordinal: int, text: str) -> list[str]:
    """A passage as paragraphs, the first with the mark （一）; the rows of a table bear none."""
    first, *rest = paragraphs(text) or [text]
    if _is_table(text):
        return [first, *rest]
    return [f"（{format_numeral(ordinal)}）{first}", *rest]


def _is_table(text: str) -> bool:
    """Whether a passage begins with the rows of a table."""
    view = View(text)
    tables = find_tables(view)
    return bool(tables) and not view.text[: tables[0].start].strip()


def _headed(ordinal: int, title: str) -> str:
    return f"{format_numeral(ordinal)}、{' '.join(title.split())}"


# -------------------------------------------------------------------- plans


def _plan(plan: AnnualPlan, frame: OfficialFrame, reading: Reading | None) -> Content:
    """A plan by itself, its list of key tasks behind it; or, where it has recipients, both behind a notice."""
    title = _one_line(plan.title) or f"{_one_line(frame.issuer) or ''}{f'{plan.year}年' if plan.year else ''}工作要点"
    texts = [*_plan_lines(plan)]
    tasks = [f"{number}.{text}" for number, text in _key_tasks(plan)]
    if not texts and tasks:
        texts, tasks = tasks, []
    listed = (_sheet(_title_of_tasks(title, reading), tasks),) if tasks else ()
    transmittal = _transmittal(reading)
    if not frame.recipients and not transmittal:
        main = _sheet(_one_line(frame.title) or title, texts)
        return Content(frame=frame, main=main, annexes=(*listed, *_further(frame)))
    notice = _one_line(frame.title) or _title_of_notice(title, frame, reading)
    words = transmittal or [f"现将《{title}》印发给你们，请结合实际认真贯彻落实。"]
    return Content(frame=frame, main=_sheet(notice, words), annexes=(_sheet(title, texts), *listed, *_further(frame)))


def _key_tasks(plan: AnnualPlan) -> Iterator[tuple[int, str]]:
    for place, task in enumerate(plan.key_tasks, start=1):
        yield task.ordinal or place, task.text


def _transmittal(reading: Reading | None) -> list[str]:
    """What the notice itself says, where the plan was read from one."""
    frame = reading.document.frame if reading else ()
    return [one for passage in frame if passage.role is FrameRole.TRANSMITTAL for one in paragraphs(passage.text)]


def _title_of_notice(title: str, frame: OfficialFrame, reading: Reading | None) -> str:
    printed = _one_line(reading.document.title) if reading else None
    if printed and printed != title:
        return printed
    return f"{_one_line(frame.issuer) or ''}关于印发《{title}》的通知"


def _title_of_tasks(title: str, reading: Reading | None) -> str:
    """What the list of key tasks is called: as the document announces it, else after the plan."""
    announced = reading.document.attachments if reading else ()
    if len(announced) > 1:
        return announced[1]
    return title.replace("工作要点", "重点任务") if "工作要点" in title else "重点任务"


def _plan_lines(plan: AnnualPlan) -> Iterator[str]:
    yield from _passages(plan.guidance)
    for place, section in enumerate(plan.sections, start=1):
        yield from _section_lines(section, section.ordinal or place)
    yield from _passages(plan.conclusion)


def _section_lines(section: PlanSection, ordinal: int) -> Iterator[str]:
    yield _headed(ordinal, section.title)
    yield from paragraphs(section.text or "")
    yield from _task_lines(section.tasks, running=section.text is None)


def _passages(passages: Sequence[Passage]) -> Iterator[str]:
    for passage in passages:
        yield from paragraphs(passage.text)


def _task_lines(tasks: Sequence[KeyTask], *, running: bool) -> Iterator[str]:
    """Tasks with their numbers; tasks that are sentences without one run on, where nothing else stands before them."""
    if running and all(task.ordinal is None and _is_sentence(task.text) for task in tasks):
        if tasks:
            yield "".join(task.text for task in tasks)
        return
    last = 0
    for task in tasks:
        last = task.ordinal or last + 1
        yield from _numbered(last, task.text)


def _is_sentence(text: str) -> bool:
    return text[-1] in _STOPS and len(find_sentences(text, 0, len(text))) == 1 and "\n" not in text


# -------------------------------------------------------------------- reports


def _report_title(report: CityReport) -> str:
    """The report's own title; where that is a headline and names no kind of document, it goes under one that does."""
    headline = _one_line(report.headline)
    if headline and kind_by_title(headline) in (DocumentKind.SUMMARY, DocumentKind.STUDY):
        return headline
    return _formal_title(report) + (f"\n——{headline}" if headline else "")


def _formal_title(report: CityReport) -> str:
    body = _one_line(report.organization.name) if report.organization else ""
    if report.year is None:
        return f"{body}工作情况报告"
    return f"{body}关于{report.year}年工作情况的报告" if body else f"{report.year}年工作情况报告"


def _report_lines(report: CityReport) -> Iterator[str]:
    yield from _passages(report.introduction)
    ordinal = 0
    if report.achievements:
        ordinal += 1
        yield _headed(ordinal, "主要工作成效")
        for place, one in enumerate(report.achievements, start=1):
            run_in = one.title is None or one.text.startswith(one.title)
            yield from _numbered(place, one.text if run_in else f"{one.title}\n{one.text}")
    if report.problems:
        ordinal += 1
        heading, texts = _problems(report.problems)
        yield _headed(ordinal, heading)
        yield from texts
    for kind, tasks in groupby(report.commitments, key=lambda task: task.kind):
        ordinal += 1
        yield _headed(ordinal, f"{_when(report.commitment_period)}{_HEADINGS[kind]}")
        yield from _task_lines(tuple(tasks), running=True)


def _problems(passages: Sequence[Passage]) -> tuple[str, list[str]]:
    """What was lacking, and the heading it stands under: its own, where the first passage begins with one."""
    first, *rest = passages
    heading, text = _split_heading(first.text)
    texts = [*paragraphs(text), *(one for passage in rest for one in paragraphs(passage.text))]
    return heading or "存在的问题", texts


def _split_heading(text: str) -> tuple[str | None, str]:
    blocks = outline(text)
    if len(blocks) > 1 and blocks[0].kind is BlockKind.HEADING and blocks[0].style is not None:
        return text[blocks[0].text : blocks[0].heading_end], text[blocks[1].start :]
    return None, text


def _when(period: Period | None) -> str:
    """The time of commitments as a heading says it."""
    if period is None:
        return "下一步"
    first, last = period.first.year, period.last.year
    return f"{first}年" if first == last else f"{first}—{last}年"
