"""A federation's plan for a year."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of, optional

from fulian.model.document import Passage
from fulian.model.key_task import KeyTask
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.values.validation import filled, tuple_of, whole_number

__all__ = ["AnnualPlan", "PlanSection"]


@attrs.frozen(kw_only=True)
class PlanSection:
    """A section of a plan (部分).

    Attributes:
        ordinal: Its number as printed (一、, 1.), from 1; None where it has none.
        title: Its heading without the number.
        text: What stands between the heading and the first task, lines joined; None where nothing does.
        tasks: Its tasks, in order; may be empty.
        source: Where the section stands, heading included.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The title is blank.

    Example:
        >>> from fulian.values import Span
        >>> source = Source(document_id="d1", span=Span(start=0, end=7), quote="一、强化引领。")
        >>> PlanSection(ordinal=1, title="强化引领", source=source).tasks
        ()
    """

    ordinal: int | None = attrs.field(default=None, validator=optional(whole_number(1)))
    title: str = attrs.field(validator=filled())
    text: str | None = attrs.field(default=None, validator=optional(filled()))
    tasks: tuple[KeyTask, ...] = attrs.field(default=(), validator=tuple_of(KeyTask))
    source: Source = attrs.field(validator=instance_of(Source))


@attrs.frozen(kw_only=True)
class AnnualPlan:
    """A federation's plan for a year (年度工作要点).

    Attributes:
        year: The calendar year it plans, or None where the document gives no way to know.
        issuer: The body whose plan it is, or None where that cannot be known.
        title: The plan's title, or None.
        guidance: What stands before the first section (总体要求), passage by passage; may be empty.
        sections: Its sections, in order; may be empty.
        key_tasks: Its list of key tasks (重点工作), where it has one apart from the sections; may be empty.
        conclusion: What stands after the last section, passage by passage; may be empty.
        document_id: The id of the document it was read from, or None where a program made it.
        source: Where the plan stands, or None where a program made it.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The year is out of range.

    Example:
        >>> AnnualPlan(year=2014, title="县妇联2014年工作要点").sections
        ()
    """

    year: int | None = attrs.field(default=None, validator=optional(whole_number(1949, 2100)))
    issuer: Organization | None = attrs.field(default=None, validator=optional(instance_of(Organization)))
    title: str | None = attrs.field(default=None, validator=optional(filled()))
    guidance: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    sections: tuple[PlanSection, ...] = attrs.field(default=(), validator=tuple_of(PlanSection))
    key_tasks: tuple[KeyTask, ...] = attrs.field(default=(), validator=tuple_of(KeyTask))
    conclusion: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    document_id: str | None = attrs.field(default=None, validator=optional(filled()))
    source: Source | None = attrs.field(default=None, validator=optional(instance_of(Source)))
