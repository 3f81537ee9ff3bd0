"""Strategies for the work itself: tasks and plans, achievements and reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import Document, FrameRole
from fulian.model.key_task import KeyTask, TaskKind
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization
from fulian.model.work_area import WorkArea
from fulian.strategies._arguments import check_type, check_whole, check_years
from fulian.strategies._sharing import maybe, one_of, some, whole_or_none
from fulian.strategies.bodies import organizations
from fulian.strategies.documents import _filled_sources, _standing_in, passages
from fulian.strategies.figures import observations
from fulian.strategies.values import periods
from fulian.strategies.words import headings, instruments, programmes
from fulian.values.period import Period

__all__ = ["achievements", "annual_plans", "city_reports", "key_tasks", "plan_sections"]

_DONE = (Status.ACTUAL, Status.CHANGE)
_PLANNED = (Status.TARGET, Status.CONDITION)
_T = TypeVar("_T")


def _of_a_body(
    make: Callable[[Document, Organization | None, int | None, bool], SearchStrategy[_T]],
    document: Document | None,
    organization: Organization | None,
    year: int | None,
    *,
    nasty: bool,
) -> SearchStrategy[_T]:
    """What stands in a document, about one body and year; the arguments are refused at the call."""
    check_type("organization", organization, Organization)
    if year is not None:
        check_whole("year", year, 1949, 2100)
    return _standing_in(document, lambda one: make(one, organization, year, nasty), nasty=nasty)


def _figures(
    document: Document,
    organization: Organization | None,
    year: int | None,
    statuses: tuple[Status, ...],
    *,
    nasty: bool,
) -> SearchStrategy[tuple[Observation, ...]]:
    """Up to two figures of a body, for a year."""
    period = None if year is None else Period.year(year)
    drawn = observations(document, organization=organization, period=period, statuses=statuses, nasty=nasty)
    return st.lists(drawn, max_size=2).map(tuple)


@st.composite
def _key_tasks(
    draw: st.DrawFn,
    document: Document,
    organization: Organization | None,
    year: int | None,
    nasty: bool,  # noqa: FBT001 - private
) -> KeyTask:
    source = draw(_filled_sources(document))
    title = source.quote
    if draw(st.booleans()):
        title = title[: draw(st.integers(1, len(title)))]
        title = source.quote if title.isspace() else title
    due = periods() if year is None else periods(min_day=date(year, 1, 1), max_day=date(year, 12, 31))
    return KeyTask(
        title=title,
        text=source.quote,
        kind=draw(one_of(tuple(TaskKind))),
        ordinal=draw(whole_or_none(1, 20)),
        area=draw(maybe(one_of(tuple(WorkArea)))),
        programmes=draw(some(programmes(nasty=nasty), 2)),
        instruments=draw(some(instruments(nasty=nasty), 2)),
        responsible=draw(some(organizations(nasty=nasty), 1)),
        due=draw(maybe(due)),
        targets=draw(_figures(document, organization, year, _PLANNED, nasty=nasty)),
        source=source,
    )


def key_tasks(
    document: Document | None = None,
    *,
    organization: Organization | None = None,
    year: int | None = None,
    nasty: bool = False,
) -> SearchStrategy[KeyTask]:
    """Draw tasks that stand in their document (重点工作); the text begins with the title.

    Args:
        document: The document they stand in; None for one that is drawn.
        organization: The body their targets are about; None to leave that open.
        year: The year they are for; None to leave that open.
        nasty: Whether to draw also words that break naive code.

    Returns:
        A strategy for tasks; their figures are targets or conditions.

    Raises:
        InvalidArgument: An argument is of the wrong class or out of range, or the document is empty.

    Example:
        >>> from hypothesis import given
        >>> @given(key_tasks(year=2024))
        ... def holds(task):
        ...     assert task.due is None or task.due.first.year == 2024
        ...     assert task.text.startswith(task.title)
        >>> holds()
    """
    return _of_a_body(_key_tasks, document, organization, year, nasty=nasty)


@st.composite
def _plan_sections(
    draw: st.DrawFn,
    document: Document,
    organization: Organization | None,
    year: int | None,
    nasty: bool,  # noqa: FBT001 - private
) -> PlanSection:
    tasks = key_tasks(document, organization=organization, year=year, nasty=nasty)
    return PlanSection(
        ordinal=draw(whole_or_none(1, 12)),
        title=draw(headings(nasty=nasty)),
        text=draw(st.none() | _filled_sources(document).map(lambda source: source.quote)),
        tasks=draw(st.lists(tasks, max_size=2).map(tuple)),
        source=draw(_filled_sources(document)),
    )


def plan_sections(
    document: Document | None = None,
    *,
    organization: Organization | None = None,
    year: int | None = None,
    nasty: bool = False,
) -> SearchStrategy[PlanSection]:
    """Draw sections of plans (部分), with up to two tasks.

    Args:
        document: The document they stand in; None for one that is drawn.
        organization: The body their targets are about; None to leave that open.
        year: The year they are for; None to leave that open.
        nasty: Whether to draw also words that break naive code.

    Returns:
        A strategy for sections.

    Raises:
        InvalidArgument: An argument is of the wrong class or out of range, or the document is empty.

    Example:
        >>> from hypothesis import given
        >>> @given(plan_sections())
        ... def holds(section):
        ...     assert all(goal.status in ("target", "condition") for task in section.tasks for goal in task.targets)
        >>> holds()
    """
    return _of_a_body(_plan_sections, document, organization, year, nasty=nasty)


@st.composite
def _annual_plans(draw: st.DrawFn, document: Document, low: int, high: int, nasty: bool) -> AnnualPlan:  # noqa: FBT001 - private
    issuer = draw(maybe(organizations(nasty=nasty)))
    year = draw(whole_or_none(low, high))
    sections = plan_sections(document, organization=issuer, year=year, nasty=nasty)
    tasks = key_tasks(document, organization=issuer, year=year, nasty=nasty)
    return AnnualPlan(
        year=year,
        issuer=issuer,
        title=draw(maybe(headings(nasty=nasty))),
        guidance=draw(st.lists(passages(document, roles=(FrameRole.GUIDANCE,)), max_size=1).map(tuple)),
        sections=draw(st.lists(sections, max_size=2).map(tuple)),
        key_tasks=draw(st.lists(tasks, max_size=1).map(tuple)),
        conclusion=draw(st.lists(passages(document, roles=(FrameRole.BODY,)), max_size=1).map(tuple)),
        document_id=document.id,
        source=draw(st.none() | _filled_sources(document)),
    )


def annual_plans(
    document: Document | None = None, *, min_year: int = 1949, max_year: int = 2100, nasty: bool = False
) -> SearchStrategy[AnnualPlan]:
    """Draw plans for a year (年度工作要点): the targets are the issuer's, and for the year.

    Args:
        document: The document they stand in; None for one that is drawn.
        min_year: The earliest year, from 1949.
        max_year: The latest year, to 2100.
        nasty: Whether to draw also words that break naive code.

    Returns:
        A strategy for plans.

    Raises:
        InvalidArgument: A year is no int or out of range, they are out of order, or the document is empty.

    Example:
        >>> from hypothesis import given
        >>> @given(annual_plans(min_year=2014, max_year=2014))
        ... def holds(plan):
        ...     assert plan.year in (None, 2014)
        >>> holds()
    """
    check_years(min_year, max_year, latest=2100)
    return _standing_in(document, lambda one: _annual_plans(one, min_year, max_year, nasty), nasty=nasty)


@st.composite
def _achievements(
    draw: st.DrawFn,
    document: Document,
    organization: Organization | None,
    year: int | None,
    nasty: bool,  # noqa: FBT001 - private
) -> Achievement:
    source = draw(_filled_sources(document))
    return Achievement(
        title=draw(maybe(headings(nasty=nasty))),
        text=source.quote,
        area=draw(maybe(one_of(tuple(WorkArea)))),
        programmes=draw(some(programmes(nasty=nasty), 2)),
        instruments=draw(some(instruments(nasty=nasty), 2)),
        observations=draw(_figures(document, organization, year, _DONE, nasty=nasty)),
        source=source,
    )


def achievements(
    document: Document | None = None,
    *,
    organization: Organization | None = None,
    year: int | None = None,
    nasty: bool = False,
) -> SearchStrategy[Achievement]:
    """Draw pieces of work that were done (工作成效); their figures are actual ones or changes.

    Args:
        document: The document they stand in; None for one that is drawn.
        organization: The body their figures are about; None to leave that open.
        year: The year of their figures; None to leave that open.
        nasty: Whether to draw also words that break naive code.

    Returns:
        A strategy for achievements.

    Raises:
        InvalidArgument: An argument is of the wrong class or out of range, or the document is empty.

    Example:
        >>> from hypothesis import given
        >>> @given(achievements(year=2016))
        ... def holds(achievement):
        ...     assert all(str(figure.period) == "2016" for figure in achievement.observations)
        >>> holds()
    """
    return _of_a_body(_achievements, document, organization, year, nasty=nasty)


@st.composite
def _city_reports(draw: st.DrawFn, document: Document, low: int, high: int, nasty: bool) -> CityReport:  # noqa: FBT001 - private
    body = draw(maybe(organizations(nasty=nasty)))
    year = draw(whole_or_none(low, high))
    following = None if year is None or year == 2100 else year + 1
    done = achievements(document, organization=body, year=year, nasty=nasty)
    planned = key_tasks(document, organization=body, year=following, nasty=nasty)
    return CityReport(
        organization=body,
        year=year,
        headline=draw(maybe(headings(nasty=nasty))),
        introduction=draw(st.lists(passages(document, roles=(FrameRole.LEAD,)), max_size=1).map(tuple)),
        achievements=draw(st.lists(done, max_size=2).map(tuple)),
        problems=draw(st.lists(passages(document, roles=(FrameRole.BODY,)), max_size=1).map(tuple)),
        commitments=draw(st.lists(planned, max_size=2).map(tuple)),
        commitment_period=None if following is None else Period.year(following),
        document_id=document.id,
        source=draw(st.none() | _filled_sources(document)),
    )


def city_reports(
    document: Document | None = None, *, min_year: int = 1949, max_year: int = 2100, nasty: bool = False
) -> SearchStrategy[CityReport]:
    """Draw reports of one body (市州工作报告): figures are the body's, commitments are for the year after.

    Args:
        document: The document they stand in; None for one that is drawn.
        min_year: The earliest year reported, from 1949.
        max_year: The latest year, to 2100.
        nasty: Whether to draw also words that break naive code.

    Returns:
        A strategy for reports.

    Raises:
        InvalidArgument: A year is no int or out of range, they are out of order, or the document is empty.

    Example:
        >>> from hypothesis import given
        >>> @given(city_reports(min_year=2016, max_year=2016))
        ... def holds(report):
        ...     assert report.year is None or str(report.commitment_period) == "2017"
        >>> holds()
    """
    check_years(min_year, max_year, latest=2100)
    return _standing_in(document, lambda one: _city_reports(one, min_year, max_year, nasty), nasty=nasty)
