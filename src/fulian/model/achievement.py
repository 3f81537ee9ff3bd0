"""A piece of work that was done."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of, optional

from fulian.model.observation import Observation
from fulian.model.source import Source
from fulian.model.work_area import WorkArea
from fulian.values.validation import filled, tuple_of

__all__ = ["Achievement"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Achievement:
    """A piece of work that was done (工作成效), as its report tells it.

    Attributes:
        title: The heading or run-in heading it stands under, or None.
        text: The passage as a person reads it, lines joined.
        area: The area of work, or None where the words do not tell.
        programmes: The programmes and campaigns it names, in order; may be empty.
        instruments: The laws, plans and papers it names, without book-title marks, in order; may be empty.
        observations: The figures it states, in order; may be empty.
        source: Where the passage stands.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The text is blank.

    Example:
        >>> from fulian.values import Span
        >>> words = "举办培训班12期。"
        >>> Achievement(
        ...     text=words, source=Source(document_id="d1", span=Span(start=0, end=9), quote=words)
        ... ).observations
        ()
    """

    title: str | None = attrs.field(default=None, validator=optional(filled()))
    text: str = attrs.field(validator=filled())
    area: WorkArea | None = attrs.field(default=None, validator=optional(instance_of(WorkArea)))
    programmes: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    instruments: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    observations: tuple[Observation, ...] = attrs.field(default=(), validator=tuple_of(Observation))
    source: Source = attrs.field(validator=instance_of(Source))
