"""A piece of work that a federation sets itself."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of, optional

from fulian.model.observation import Observation
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.model.work_area import WorkArea
from fulian.values.period import Period
from fulian.values.term import Term
from fulian.values.validation import filled, tuple_of, whole_number

__all__ = ["KeyTask", "TaskKind"]


class TaskKind(Term):
    """What a commitment is (任务类别): a study tells goals, tasks and measures apart; a plan has tasks.

    Example:
        >>> TaskKind.MEASURE.zh
        '对策措施'
    """

    TASK = "task", "任务"
    GOAL = "goal", "目标"
    MEASURE = "measure", "对策措施"


@attrs.frozen(kw_only=True, weakref_slot=False)
class KeyTask:
    """A piece of work that a federation sets itself (重点工作).

    Attributes:
        title: What is to be done, in the document's words: the item itself, or its run-in heading.
        text: The whole passage as a person reads it, lines joined; begins with or equals the title.
        kind: Task, goal or measure.
        ordinal: Its number among its fellows as printed (第一, 1., （三）), from 1; None where it has none.
        area: The area of work, or None where the words do not tell.
        programmes: The programmes and campaigns that it names in quotation marks or by the trade's terms, in order.
        instruments: The laws, plans and papers that it names in book-title marks, without the marks, in order.
        responsible: The bodies that it makes responsible, in order; may be empty.
        due: The time by or in which it is to be done, or None where it does not say.
        targets: The figures it states, in order; may be empty.
        source: Where the passage stands.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: Title or text is blank.

    Example:
        >>> from fulian.values import Span
        >>> words = "举办10场创业讲座。"
        >>> KeyTask(
        ...     title=words, text=words, source=Source(document_id="d1", span=Span(start=0, end=10), quote=words),
        ... ).kind.zh
        '任务'
    """

    title: str = attrs.field(validator=filled())
    text: str = attrs.field(validator=filled())
    kind: TaskKind = attrs.field(default=TaskKind.TASK, validator=instance_of(TaskKind))
    ordinal: int | None = attrs.field(default=None, validator=optional(whole_number(1)))
    area: WorkArea | None = attrs.field(default=None, validator=optional(instance_of(WorkArea)))
    programmes: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    instruments: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    responsible: tuple[Organization, ...] = attrs.field(default=(), validator=tuple_of(Organization))
    due: Period | None = attrs.field(default=None, validator=optional(instance_of(Period)))
    targets: tuple[Observation, ...] = attrs.field(default=(), validator=tuple_of(Observation))
    source: Source = attrs.field(validator=instance_of(Source))
