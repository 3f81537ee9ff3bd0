"""From drafts to records: each with its source, its figures, its programmes, instruments and area."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import FrameRole, Passage
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation
from fulian.model.organization import Organization
from fulian.model.reading import Note, Part
from fulian.model.source import Source
from fulian.reading._details import Details
from fulian.reading._draft import (
    AchievementDraft,
    Draft,
    NoteDraft,
    PartDraft,
    PassageDraft,
    PlanDraft,
    ReportDraft,
    SectionDraft,
    TaskDraft,
)
from fulian.text.view import View
from fulian.values.span import Span
from fulian.values.unchecked import unchecked

__all__ = ["Builder"]

# What may stand before and behind a line break in a Chinese title, with no space in its place.
_HAN = "0-9\u2010-\u201f\u3001-\u9fff\uff00-\uff60"
_BETWEEN_HAN = re.compile(f"(?<=[{_HAN}])\\s*\\n\\s*(?=[{_HAN}])")


_achievement, _passage, _task = unchecked(Achievement), unchecked(Passage), unchecked(KeyTask)
_report, _section = unchecked(CityReport), unchecked(PlanSection)
_YEARS = range(1949, 2101)

# What print sets wide: characters each apart, and the kind of document at a title's end.
# Source: 党政机关公文处理工作条例 (中办发〔2012〕14号), 8, for the kinds.
_SET_WIDE = re.compile(
    "[\u4e00-\u9fff](?: [\u4e00-\u9fff]){2,}(?![\u4e00-\u9fff])"
    "|(?<![\u4e00-\u9fff])[\u4e00-\u9fff] [\u4e00-\u9fff](?![\u4e00-\u9fff])"
    "|(?:决 [议定]|命 令|公 [报告]|通 [告知报]|意 见|报 告|请 示|批 复|议 案|纪 要|要 点|总 结|计 划|方 案)$"
)


class Builder:
    """Makes the records of one document (记录生成), and keeps account of what they took.

    Args:
        view: The document's view.
        document_id: The document's id.
        observations: Its figures, in document order.

    Example:
        >>> builder = Builder(View("办班5期。"), "d1", ())
        >>> builder.passage(PassageDraft(0, 5, FrameRole.BODY)).text
        '办班5期。'
        >>> builder.unread()
        ()
    """

    def __init__(self, view: View, document_id: str, observations: Sequence[Observation]) -> None:
        self.view = view
        self.text = view.text
        self.id = document_id
        self.observations = observations
        self.starts = [one.source.span.start for one in observations]
        self.taken: list[tuple[int, int]] = []  # places in the document
        self.details = Details(view.text)

    # -------------------------------------------------------------- records

    def passage(self, draft: PassageDraft) -> Passage:
        """Make a passage."""
        start, end, source = self.take(draft.start, draft.end)
        return _passage(text=self.text[start:end], role=draft.role, source=source)

    def passages(self, drafts: Iterable[PassageDraft]) -> tuple[Passage, ...]:
        """Make passages; blank ones are none."""
        text = self.text
        return tuple(
            self.passage(draft)
            for draft in drafts
            if not (text[draft.start].isspace() and text[draft.start : draft.end].isspace())
        )

    def achievement(self, draft: AchievementDraft) -> Achievement:
        """Make an achievement."""
        start, end, source = self.take(draft.start, draft.end)
        return _achievement(
            title=self.words(draft.heading),
            text=self.text[draft.text : end],
            area=self.details.area(start, end, draft.heading),
            programmes=self.details.programmes(start, end),
            instruments=self.details.instruments(start, end),
            observations=self.figures(source.span),
            source=source,
        )

    def task(self, draft: TaskDraft, issuer: Organization | None = None) -> KeyTask:
        """Make a task of a body."""
        start, end, source = self.take(draft.start, draft.end)
        return _task(
            title=self.text[draft.title[0] : draft.title[1]],
            text=self.text[draft.title[0] : end],
            kind=draft.kind,
            ordinal=draft.ordinal,
            area=self.details.area(start, end, draft.title),
            programmes=self.details.programmes(start, end),
            instruments=self.details.instruments(start, end),
            responsible=self.details.responsible(start, end, issuer),
            due=self.details.due(start, end, draft.year),
            targets=self.figures(source.span),
            source=source,
        )

    def section(self, draft: SectionDraft, issuer: Organization | None = None) -> PlanSection:
        """Make a section of a plan."""
        # The section itself has what stands before its first task; its tasks have the rest.
        start, end = _shrink(self.text, draft.start, draft.tasks[0].start if draft.tasks else draft.end)
        if end > start:
            self.taken.append((self.view.place(start), self.view.place(end - 1) + 1))
        make = _section if draft.ordinal is None or draft.ordinal > 0 else PlanSection  # which says what is wrong
        return make(
            ordinal=draft.ordinal,
            title=self.words(draft.title) or "—",
            text=self.words(draft.text),
            tasks=tuple(self.task(task, issuer) for task in draft.tasks),
            source=self.view.source(self.id, draft.start, draft.end),
        )

    def plan(self, draft: PlanDraft) -> AnnualPlan:
        """Make a plan."""
        start, end = _shrink(self.text, draft.start, draft.end)
        return AnnualPlan(
            year=draft.year,
            issuer=draft.issuer,
            title=self.title(draft.title),
            guidance=self.passages(draft.guidance),
            sections=tuple(self.section(section, draft.issuer) for section in draft.sections),
            key_tasks=tuple(self.task(task, draft.issuer) for task in draft.key_tasks),
            conclusion=self.passages(draft.conclusion),
            document_id=self.id,
            source=self.view.source(self.id, start, end) if end > start else None,
        )

    def report(self, draft: ReportDraft) -> CityReport:
        """Make a report."""
        start, end = _shrink(self.text, draft.start, draft.end)
        make = _report if draft.year is None or draft.year in _YEARS else CityReport  # which says what is wrong
        return make(
            organization=draft.organization,
            year=draft.year,
            headline=self.title(draft.headline),
            introduction=self.passages(draft.introduction),
            achievements=tuple(self.achievement(one) for one in draft.achievements),
            problems=self.passages(draft.problems),
            commitments=tuple(self.task(task, draft.organization) for task in draft.commitments),
            commitment_period=draft.commitment_period,
            document_id=self.id,
            source=self.view.source(self.id, start, end) if end > start else None,
        )

    def part(self, draft: PartDraft) -> Part:
        """Make a part of a file."""
        start, end = _shrink(self.text, draft.start, draft.end)
        return Part(
            ordinal=draft.ordinal,
            title=self.title(draft.title),
            kind=draft.kind,
            organization=draft.organization,
            year=draft.year,
            parts=tuple(self.part(part) for part in draft.parts),
            source=self.view.source(self.id, start, end),
        )

    def note(self, draft: NoteDraft) -> Note:
        """Make a note."""
        source: Source | None = None
        if draft.end > draft.start:
            source = self.view.source(self.id, draft.start, draft.end)
        return Note(code=draft.code, text=draft.text, source=source)

    # -------------------------------------------------------------- pieces

    def words(self, bounds: tuple[int, int] | None) -> str | None:
        """The words between two bounds as one line, Chinese lines joined without a space; None where there are none."""
        if bounds is None:
            return None
        words = self.text[bounds[0] : bounds[1]]
        if "\n" in words:
            words = _BETWEEN_HAN.sub("", words)
        return " ".join(words.split()) or None

    def title(self, bounds: tuple[int, int] | None) -> str | None:
        """A title's words, closed up where print had set them wide (通　知, 工 作 要 点)."""
        words = self.words(bounds)
        return _SET_WIDE.sub(lambda wide: wide.group().replace(" ", ""), words) if words and " " in words else words

    def figures(self, span: Span) -> tuple[Observation, ...]:
        """The figures that lie in a span of the document."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end, first)
        return tuple(self.observations[first:last]) if last > first else ()

    def take(self, start: int, end: int) -> tuple[int, int, Source]:
        """Note that a record took a stretch of the view; give it without the white space around it, and its source."""
        start, end = _shrink(self.text, start, end)
        source = self.view.source(self.id, start, end)
        span = source.span
        self.taken.append((span.start, span.end))
        return start, end, source

    # -------------------------------------------------------------- what is left

    def unread(self) -> tuple[Passage, ...]:
        """The passages of the document that no record took, in order."""
        original = self.view.original
        left: list[Passage] = []
        at = 0
        for start, end in sorted(self.taken):
            if start > at and not original[at:start].isspace():
                self._leave(original, at, start, left)
            at = max(at, end)
        self._leave(original, at, len(original), left)
        return tuple(left)

    def _leave(self, original: str, start: int, end: int, left: list[Passage]) -> None:
        words = original[start:end]
        kept = words.strip()
        if kept:
            start += len(words) - len(words.lstrip())
            source = Source(document_id=self.id, span=Span(start=start, end=start + len(kept)), quote=kept)
            left.append(Passage(text=kept, role=FrameRole.BODY, source=source))

    def everything(self, draft: Draft) -> tuple[tuple[AnnualPlan, ...], tuple[CityReport, ...], tuple[Part, ...]]:
        """Make all plans, reports and parts of a draft."""
        return (
            tuple(self.plan(plan) for plan in draft.plans),
            tuple(self.report(report) for report in draft.reports),
            tuple(self.part(part) for part in draft.parts),
        )


def _shrink(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
