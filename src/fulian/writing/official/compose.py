"""From a record to the content of an official document: which paragraphs, under which headings, in which annexes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from fulian.errors import DataError, Fault
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import FrameRole
from fulian.model.key_task import KeyTask
from fulian.model.reading import Reading
from fulian.writing.official._passages import joined, marked, numbered, one_line
from fulian.writing.official._reports import is_running, report_lines, report_title
from fulian.writing.official.content import Content, Sheet, lines_of, paragraphs
from fulian.writing.official.frame import OfficialFrame

__all__ = ["compose"]

_BETWEEN = "[ 　]*([，,、；;])[ 　]*"  # names of recipients
_FULL_WIDTH = str.maketrans(",;:", "，；：")


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
    printed = None if frame.recipients else _printed_recipients(reading)
    frame = frame.completed(body, reading.document if reading else None)
    if isinstance(inner, AnnualPlan):
        return _plan(inner, frame, reading, printed)
    main = _sheet(one_line(frame.title) or report_title(inner), report_lines(inner, reading))
    return Content(frame=frame, main=main, annexes=_further(frame), recipients=printed)


def _printed_recipients(reading: Reading | None) -> str | None:
    """The line of recipients as the document has it, commas among them and the colon behind them full-width."""
    names = reading.document.recipients if reading else ()
    if reading is None or not names:
        return None
    line = re.compile("[ 　]*" + _BETWEEN.join(f"({re.escape(name)})" for name in names) + "[ 　]*[:：]")
    for passage in reading.document.frame:
        found = line.fullmatch(passage.text.strip()) if passage.role is FrameRole.RECIPIENTS else None
        if found is not None:
            words = found.groups()
            between = (mark.translate(_FULL_WIDTH) for mark in (*words[1::2], ":"))
            return "".join(name + mark for name, mark in zip(names, between, strict=True))
    return None


def _only_record(reading: Reading) -> AnnualPlan | CityReport:
    found: tuple[AnnualPlan | CityReport, ...] = (*reading.plans, *reading.reports)
    if len(found) != 1:
        plans, reports = len(reading.plans), len(reading.reports)
        value = f"{plans} {'plan' if plans == 1 else 'plans'} and {reports} {'report' if reports == 1 else 'reports'}"
        expected = "one plan or one report; write each by itself"
        raise DataError([Fault(path="reading", expected=expected, value=value)])
    return found[0]


def _sheet(title: str, texts: Iterable[str]) -> Sheet:
    return Sheet(title=title, lines=lines_of(texts))


def _further(frame: OfficialFrame) -> tuple[Sheet, ...]:
    """The annexes that the frame adds."""
    return tuple(_sheet(one_line(annex.title) or "附件", paragraphs(annex.text)) for annex in frame.annexes)


# -------------------------------------------------------------------- plans


def _plan(plan: AnnualPlan, frame: OfficialFrame, reading: Reading | None, recipients: str | None) -> Content:
    """A plan by itself, its list of key tasks behind it; or, where it has recipients, both behind a notice."""
    title = one_line(plan.title) or f"{one_line(frame.issuer) or ''}{f'{plan.year}年' if plan.year else ''}工作要点"
    texts = [*_plan_lines(plan)]
    tasks = [f"{number}.{text}" for number, text in _key_tasks(plan)]
    if not texts and tasks:
        texts, tasks = tasks, []
    listed = (_sheet(_title_of_tasks(title, reading), tasks),) if tasks else ()
    transmittal = _transmittal(reading)
    if not frame.recipients and not transmittal:
        main = _sheet(one_line(frame.title) or title, texts)
        return Content(frame=frame, main=main, annexes=(*listed, *_further(frame)), recipients=recipients)
    notice = one_line(frame.title) or _title_of_notice(title, frame, reading)
    words = transmittal or [f"现将《{title}》印发给你们，请结合实际认真贯彻落实。"]
    annexes = (_sheet(title, texts), *listed, *_further(frame))
    return Content(frame=frame, main=_sheet(notice, words), annexes=annexes, recipients=recipients)


def _key_tasks(plan: AnnualPlan) -> Iterator[tuple[int, str]]:
    for place, task in enumerate(plan.key_tasks, start=1):
        yield task.ordinal or place, task.text


def _transmittal(reading: Reading | None) -> list[str]:
    """What the notice itself says, where the plan was read from one."""
    frame = reading.document.frame if reading else ()
    return [one for passage in frame if passage.role is FrameRole.TRANSMITTAL for one in paragraphs(passage.text)]


def _title_of_notice(title: str, frame: OfficialFrame, reading: Reading | None) -> str:
    printed = one_line(reading.document.title) if reading else None
    if printed and printed != title:
        return printed
    return f"{one_line(frame.issuer) or ''}关于印发《{title}》的通知"


def _title_of_tasks(title: str, reading: Reading | None) -> str:
    """What the list of key tasks is called: as the document announces it, else after the plan."""
    announced = reading.document.attachments if reading else ()
    if len(announced) > 1:
        return announced[1]
    return title.replace("工作要点", "重点任务") if "工作要点" in title else "重点任务"


def _plan_lines(plan: AnnualPlan) -> Iterator[str]:
    yield from joined(plan.guidance)
    for place, section in enumerate(plan.sections, start=1):
        yield from _section_lines(section, section.ordinal or place)
    yield from joined(plan.conclusion)


def _section_lines(section: PlanSection, ordinal: int) -> Iterator[str]:
    yield marked(1, ordinal, one_line(section.title) or "")
    yield from paragraphs(section.text or "")
    yield from _task_lines(section.tasks, running=section.text is None)


def _task_lines(tasks: Sequence[KeyTask], *, running: bool) -> Iterator[str]:
    """Tasks with their numbers; tasks that are sentences without one run on, where nothing else stands before them."""
    if running and is_running(tasks):
        if tasks:
            yield "".join(task.text for task in tasks)
        return
    last = 0
    for task in tasks:
        last = task.ordinal or last + 1
        yield from numbered(last, task.text)
