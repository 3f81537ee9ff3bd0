"""What a plan promises by area of work: how many tasks, and how many figures are set for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from fulian.errors import DataError, Fault
from fulian.model._given import given_records
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.document import Document
from fulian.model.key_task import KeyTask
from fulian.model.observation import Status
from fulian.model.reading import Reading
from fulian.model.work_area import WorkArea
from fulian.text.wrapping import one_line
from fulian.writing._speech import Speech
from fulian.writing.charts._spec import AreaRow, Areas
from fulian.writing.charts._telling import document_name, speech
from fulian.writing.charts.chart import Chart, Mark

__all__ = ["areas_chart"]

# What a task sets: not what only limits it, such as an age.
_PROMISED = (Status.TARGET, Status.CHANGE, Status.ACTUAL)


def areas_chart(records: Any, *, title: str | None = None, language: str = "zh") -> Chart:
    r"""Count what a plan promises by area of work (工作领域图): its tasks, and the figures set for them.

    A plan's list of key tasks repeats what its sections say, so it is counted only where there are no sections. Of
    readings without a plan, what reports commit themselves to is counted.

    Args:
        records: A plan, a report, a reading or an iterable of such.
        title: What to write over it instead of the plan's title.
        language: ``zh`` or ``en``.

    Returns:
        The chart. Its marks are the areas that have tasks, the one with most first; tasks whose words tell no area
        come last.

    Raises:
        TypeError: What is given is no record and no collection of records.
        DataError: There are no tasks.

    Example:
        >>> import fulian
        >>> plan = fulian.read_text("县妇联2020年工作要点\n一、家庭建设\n（一）寻找最美家庭20户。")
        >>> [(mark.row, mark.text) for mark in areas_chart(plan).marks]
        [('家庭建设', '1项任务，1个数字')]
    """
    say = speech(language)
    records = given_records(records)
    held = [one for one in _promises(records, AnnualPlan, None) if one.tasks]
    plans = bool(held)
    held = held or [one for one in _promises(records, CityReport, None) if one.tasks]
    if not held:
        raise DataError([Fault(path="records", expected="a plan or a report that has tasks", value="none")])
    rows, marks = [], []
    for area, tasks in _by_area(held):
        name = say.term(area) if area else say("area not told", "未能归类")
        figures = sum(one.status in _PROMISED for task in tasks for one in task.targets)
        english = f"{_counted(len(tasks), 'task')}, {_counted(figures, 'figure')}"
        marks.append(Mark(row=name, text=say(english, f"{len(tasks)}项任务，{figures}个数字")))
        rows.append(AreaRow(name=name, tasks=len(tasks), figures=figures, mark=len(marks) - 1))
    again = sum(one.again for one in held)
    note = say(f"Not counted again: a list of {again} key tasks.", f"另有重点任务清单{again}项，不重复计入。")
    documents = {document_name(one.document, say): None for one in held if one.document}
    return Chart(
        kind="areas",
        language=language,
        title=title or _named(held, say, plans=plans) + say(": tasks and figures by area", "：各领域的任务和数字"),
        marks=tuple(marks),
        notes=(note,) if again else (),
        sources=tuple(documents),
        spec=Areas(rows=tuple(rows)),
    )


@attrs.frozen
class _Promise:
    """A plan or a report: its name, its tasks, how many are listed besides, and its document."""

    name: str
    tasks: tuple[KeyTask, ...]
    again: int
    document: Document | None


def _promises(records: Any, kind: type[AnnualPlan | CityReport], document: Document | None) -> Iterator[_Promise]:
    match records:
        case Reading():
            yield from _promises((*records.plans, *records.reports), kind, records.document)
        case AnnualPlan() if kind is AnnualPlan:
            tasks = tuple(task for section in records.sections for task in section.tasks)
            name = one_line(records.title or f"{records.issuer or ''}{records.year or ''}")
            yield _Promise(name, tasks or records.key_tasks, len(records.key_tasks) if tasks else 0, document)
        case CityReport() if kind is CityReport:
            yield _Promise(
                one_line(records.headline or str(records.organization or "")), records.commitments, 0, document
            )
        case tuple():
            for record in records:
                yield from _promises(record, kind, document)
        case _:
            pass  # a record of another kind promises nothing


def _by_area(held: Iterable[_Promise]) -> Iterator[tuple[WorkArea | None, list[KeyTask]]]:
    """Give the areas that have tasks, the one with most first, those of no area last."""
    tasks = [task for one in held for task in one.tasks]
    groups = {area: [task for task in tasks if task.area is area] for area in (*WorkArea, None)}
    for area in sorted(groups, key=lambda area: (area is None, -len(groups[area]))):
        if groups[area]:
            yield area, groups[area]


def _named(held: list[_Promise], say: Speech, *, plans: bool) -> str:
    names = {one.name for one in held if one.name}
    if len(names) == 1:
        return names.pop()
    count = len(held)
    return (
        say(_counted(count, "plan"), f"{count}份计划")
        if plans
        else say(f"What {count} {'body plans' if count == 1 else 'bodies plan'}", f"{count}个单位的打算")
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
