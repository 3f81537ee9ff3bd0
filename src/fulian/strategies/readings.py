"""Strategies for readings: everything that was read from one document, each piece true to it."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.document import Document, DocumentKind, FrameRole
from fulian.model.observation import Observation
from fulian.model.reading import Note, Part, Reading
from fulian.model.source import Source
from fulian.strategies._sharing import maybe, one_of, whole_or_none
from fulian.strategies.bodies import organizations
from fulian.strategies.documents import _filled_sources, _standing_in, documents, passages, sources
from fulian.strategies.figures import observations
from fulian.strategies.words import headings
from fulian.strategies.work import annual_plans, city_reports

__all__ = ["notes", "parts", "readings"]

_CODES = ("ambiguous-place", "broken-numbering", "unread-table")


def notes(document: Document | None = None, *, nasty: bool = False) -> SearchStrategy[Note]:
    """Draw notes of what was doubtful (疑点).

    Args:
        document: The document they are about; None for one that is drawn.
        nasty: Whether to draw also words that break naive code.

    Returns:
        A strategy for notes, with a source or without.

    Raises:
        InvalidArgument: The document is empty or no document.

    Example:
        >>> from hypothesis import given
        >>> @given(notes())
        ... def holds(note):
        ...     assert note.code.replace("-", "").isalpha()
        >>> holds()
    """

    def within(one: Document) -> SearchStrategy[Note]:
        return st.builds(
            Note, code=st.sampled_from(_CODES), text=headings(nasty=nasty), source=st.none() | sources(one)
        )

    return _standing_in(document, within, nasty=nasty)


@st.composite
def _parts(draw: st.DrawFn, document: Document, depth: int, nasty: bool) -> Part:  # noqa: FBT001 - private
    inner = st.lists(_parts(document, depth - 1, nasty), max_size=2).map(tuple) if depth else st.just(())
    return Part(
        ordinal=draw(whole_or_none(1, 9)),
        title=draw(maybe(headings(nasty=nasty))),
        kind=draw(one_of(tuple(DocumentKind))),
        organization=draw(maybe(organizations(nasty=nasty))),
        year=draw(whole_or_none(1949, 2100)),
        parts=draw(inner),
        source=draw(_filled_sources(document)),
    )


def parts(document: Document | None = None, *, nasty: bool = False) -> SearchStrategy[Part]:
    """Draw the documents that a file holds (篇), up to two more within each.

    Args:
        document: The file's document; None for one that is drawn.
        nasty: Whether to draw also words that break naive code.

    Returns:
        A strategy for parts.

    Raises:
        InvalidArgument: The document is empty or no document.

    Example:
        >>> from hypothesis import given
        >>> @given(parts())
        ... def holds(part):
        ...     assert all(inner.source.document_id == part.source.document_id for inner in part.parts)
        >>> holds()
    """
    return _standing_in(document, lambda one: _parts(one, 1, nasty), nasty=nasty)


def _stated(plans: tuple[AnnualPlan, ...], reports: tuple[CityReport, ...]) -> Iterator[Observation]:
    for plan in plans:
        for task in (*plan.key_tasks, *(task for section in plan.sections for task in section.tasks)):
            yield from task.targets
    for report in reports:
        for achievement in report.achievements:
            yield from achievement.observations
        for commitment in report.commitments:
            yield from commitment.targets


def _place(record: Observation | Note) -> tuple[int, int]:
    source: Source | None = record.source
    return (0, 0) if source is None else (source.start, source.end)


@st.composite
def _readings(draw: st.DrawFn, document: Document, nasty: bool) -> Reading:  # noqa: FBT001 - private
    plans = draw(st.lists(annual_plans(document, nasty=nasty), max_size=1).map(tuple))
    reports = draw(st.lists(city_reports(document, nasty=nasty), max_size=2).map(tuple))
    loose = draw(st.lists(observations(document, nasty=nasty), max_size=2))
    unread = draw(st.lists(passages(document, roles=(FrameRole.BODY,)), max_size=1))
    return Reading(
        document=document,
        parts=draw(st.lists(parts(document, nasty=nasty), max_size=1).map(tuple)),
        plans=plans,
        reports=reports,
        observations=tuple(sorted((*_stated(plans, reports), *loose), key=_place)),
        unread=tuple(unread),
        notes=tuple(sorted(draw(st.lists(notes(document, nasty=nasty), max_size=2)), key=_place)),
    )


def readings(document: Document | None = None, *, nasty: bool = False) -> SearchStrategy[Reading]:
    """Draw readings (读取结果): every source is true to the document, every figure is among the observations.

    Args:
        document: The document that was read; None for one that is drawn.
        nasty: Whether to draw also words and numbers that break naive code.

    Returns:
        A strategy for readings.

    Raises:
        InvalidArgument: The document is empty or no document.

    Example:
        >>> from hypothesis import given
        >>> @given(readings())
        ... def holds(reading):
        ...     for figure in reading.observations:
        ...         figure.source.verify(reading.document)
        >>> holds()
    """
    if document is None:
        return documents(nasty=nasty).flatmap(lambda one: _readings(one, nasty))
    return _standing_in(document, lambda one: _readings(one, nasty), nasty=nasty)
