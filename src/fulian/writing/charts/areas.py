"""What a plan promises by area of work: how many tasks, and how many figures are set for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fulian.errors import DataError, Fault
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.key_task import KeyTask
from fulian.model.observation import Status
from fulian.model.reading import Reading
from fulian.model.work_area import WorkArea
from fulian.text.wrapping import one_line
from fulian.writing.charts._choice import readings_of
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
        DataError: There are no tasks.

    Example:
        >>> import fulian
        >>> plan = fulian.read_text("县妇联2020年工作要点\n一、家庭建设\n（一）寻找最美家庭20户。")
        >>> [(mark.row, mark.text) for mark in areas_chart(plan).marks]
        [('家庭建设', '1项任务，1个数字')]
    """
    say = speech(language)
    held = list(_promises(records, AnnualPlan)) or list(_promises(records, CityReport))
    tasks = [task for _, some, _ in held for task in some]
    if not tasks:
        raise DataError([Fault(path="records", expected="a plan or a report that has tasks", value="none")])
    groups = {area: [task for task in tasks if task.area is area] for area in (*WorkArea, None)}
    ordered = sorted((area for area in groups if groups[area]), key=lambda area: (area is None, -len(groups[area])))
    rows, marks = [], []
    for area in ordered:
        name = say.term(area) if area else say("area not told", "未能归类")
        figures = sum(one.status in _PROMISED for task in groups[area] for one in task.targets)
        count = len(groups[area])
        marks.append(
            Mark(
                row=name,
                text=say(
                    f"{count} task{'' if count == 1 else 's'}, {figures} figure{'' if figures == 1 else 's'}",
                    f"{count}项任务，{figures}个数字",
                ),
            )
        )
        rows.append(AreaRow(name=name, tasks=count, figures=figures, mark=len(marks) - 1))
    extra = sum(left for _, _, left in held)
    notes = (
        [say(f"Not counted again: a list of {extra} key tasks.", f"另有重点任务清单{extra}项，不重复计入。")]
        if extra
        else []
    )
    documents = {document_name(reading.document, say): None for reading in readings_of(records)}
    names = {name for name, _, _ in held if name}
    what = names.pop() if len(names) == 1 else say(f"{len(held)} plans", f"{len(held)}份计划")
    return Chart(
        kind="areas",
        language=language,
        title=title or say(f"{what}: tasks and figures by area", f"{what}：各领域的任务和数字"),
        subtitle="",
        marks=tuple(marks),
        notes=tuple(notes),
        sources=tuple(documents),
        spec=Areas(rows=tuple(rows)),
    )


def _promises(records: Any, kind: type[AnnualPlan | CityReport]) -> Iterator[tuple[str, tuple[KeyTask, ...], int]]:
    """Give each plan or report as its name, its tasks, and how many are listed besides."""
    match records:
        case Reading():
            yield from _promises((*records.plans, *records.reports), kind)
        case AnnualPlan() if kind is AnnualPlan:
            tasks = tuple(task for section in records.sections for task in section.tasks)
            name = one_line(records.title or f"{records.issuer or ''}{records.year or ''}")
            yield name, tasks or records.key_tasks, len(records.key_tasks) if tasks else 0
        case CityReport() if kind is CityReport:
            yield one_line(records.headline or str(records.organization or "")), records.commitments, 0
        case Iterable() if not isinstance(records, str | bytes):
            for record in records:
                yield from _promises(record, kind)
        case _:
            pass  # a record of another kind promises nothing
