"""What one body reports of its work."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of, optional

from fulian.model.achievement import Achievement
from fulian.model.document import Passage
from fulian.model.key_task import KeyTask
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.values.period import Period
from fulian.values.validation import filled, tuple_of, whole_number

__all__ = ["CityReport"]


@attrs.frozen(kw_only=True)
class CityReport:
    """What one body reports of its work (市州工作报告): what it did, what was lacking, what it will do.

    Named for its commonest author; a county, a community or a department reports in the same form.

    Attributes:
        organization: The body that reports, or None where that cannot be known.
        year: The calendar year reported, or None where the document gives no way to know.
        headline: The headline or title it stands under, or None.
        introduction: What stands before the first achievement, passage by passage; may be empty.
        achievements: What was done, in order; may be empty.
        problems: What was lacking, passage by passage; may be empty.
        commitments: What is to be done, in order: tasks, and in a study goals and measures; may be empty.
        commitment_period: The time the commitments are for, or None where the document does not say.
        document_id: The id of the document it was read from, or None where a program made it.
        source: Where the report stands, headline included; None where a program made it.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The year is out of range.

    Example:
        >>> CityReport(year=2016, headline="为妇女就业保驾护航", commitment_period=Period.year(2017)).achievements
        ()
    """

    organization: Organization | None = attrs.field(default=None, validator=optional(instance_of(Organization)))
    year: int | None = attrs.field(default=None, validator=optional(whole_number(1949, 2100)))
    headline: str | None = attrs.field(default=None, validator=optional(filled()))
    introduction: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    achievements: tuple[Achievement, ...] = attrs.field(default=(), validator=tuple_of(Achievement))
    problems: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    commitments: tuple[KeyTask, ...] = attrs.field(default=(), validator=tuple_of(KeyTask))
    commitment_period: Period | None = attrs.field(default=None, validator=optional(instance_of(Period)))
    document_id: str | None = attrs.field(default=None, validator=optional(filled()))
    source: Source | None = attrs.field(default=None, validator=optional(instance_of(Source)))
