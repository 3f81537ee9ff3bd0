"""What a reader finds before the figures are known: records in the making, by their places in the view."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from fulian.model.document import DocumentKind, FrameRole
from fulian.model.key_task import TaskKind
from fulian.model.organization import Organization
from fulian.reading.setting import Setting, Stretch
from fulian.values.period import Period
from fulian.values.unchecked import unchecked

__all__ = [
    "AchievementDraft",
    "Draft",
    "NoteDraft",
    "PartDraft",
    "PassageDraft",
    "PlanDraft",
    "ReportDraft",
    "SectionDraft",
    "TaskDraft",
    "make_setting",
]

make_setting = unchecked(Setting)
"""Makes a setting that is right by construction; a document has one for each of its stretches."""


@attrs.define
class PassageDraft:
    """A stretch with its role (段落草稿)."""

    start: int
    end: int
    role: FrameRole


@attrs.define
class AchievementDraft:
    """A piece of work done (成效草稿): its heading's bounds (empty where it has none) and its text's."""

    start: int
    heading: tuple[int, int]
    text: int
    end: int


@attrs.define
class TaskDraft:
    """A task (任务草稿): its title's bounds, its text's, and its number."""

    start: int
    title: tuple[int, int]
    end: int
    ordinal: int | None
    kind: TaskKind
    year: int | None


class SectionDraft(NamedTuple):
    """A section of a plan (部分草稿)."""

    start: int
    end: int
    ordinal: int | None
    title: tuple[int, int]
    text: tuple[int, int] | None
    tasks: list[TaskDraft]


@attrs.define
class PlanDraft:
    """A plan (要点草稿)."""

    start: int
    end: int
    year: int | None = None
    issuer: Organization | None = None
    title: tuple[int, int] | None = None
    guidance: list[PassageDraft] = attrs.Factory(list)
    sections: list[SectionDraft] = attrs.Factory(list)
    key_tasks: list[TaskDraft] = attrs.Factory(list)
    conclusion: list[PassageDraft] = attrs.Factory(list)


@attrs.define
class ReportDraft:
    """A report (报告草稿)."""

    start: int
    end: int
    organization: Organization | None = None
    year: int | None = None
    headline: tuple[int, int] | None = None
    introduction: list[PassageDraft] = attrs.Factory(list)
    achievements: list[AchievementDraft] = attrs.Factory(list)
    problems: list[PassageDraft] = attrs.Factory(list)
    commitments: list[TaskDraft] = attrs.Factory(list)
    commitment_period: Period | None = None


@attrs.define
class PartDraft:
    """One of the documents in a file (篇草稿)."""

    start: int
    end: int
    kind: DocumentKind
    ordinal: int | None = None
    title: tuple[int, int] | None = None
    organization: Organization | None = None
    year: int | None = None
    parts: list[PartDraft] = attrs.Factory(list)


class NoteDraft(NamedTuple):
    """Something doubtful (疑点草稿)."""

    code: str
    text: str
    start: int
    end: int


@attrs.define
class Draft:
    """All that the readers found (读取草稿), in the order of the document."""

    kind: DocumentKind = DocumentKind.OTHER
    organization: Organization | None = None
    year: int | None = None
    plans: list[PlanDraft] = attrs.Factory(list)
    reports: list[ReportDraft] = attrs.Factory(list)
    parts: list[PartDraft] = attrs.Factory(list)
    frame: list[PassageDraft] = attrs.Factory(list)
    stretches: list[Stretch] = attrs.Factory(list)
    notes: list[NoteDraft] = attrs.Factory(list)

    def stretch(self, start: int, end: int, setting: Setting) -> None:
        """Add a stretch of body text; an empty one is none."""
        if end > start:
            self.stretches.append((start, end, setting))
