"""One figure that a document states."""

from __future__ import annotations

from decimal import Decimal

import attrs
from attrs.validators import instance_of, matches_re, optional

from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.values.period import Period
from fulian.values.quantity import Quantity
from fulian.values.span import Span
from fulian.values.term import Term
from fulian.values.validation import exact_number, tuple_of

__all__ = ["Observation", "Status"]

_IMPOSSIBLE, _SURE = Decimal(0), Decimal(1)


class Status(Term):
    """The standing of a figure (状态): whether it was done, is planned, is a change or only a condition.

    Example:
        >>> Status("target").zh
        '计划'
    """

    ACTUAL = "actual", "实际"
    TARGET = "target", "计划"
    CHANGE = "change", "增减"
    CONDITION = "condition", "限定条件"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Observation:
    """One figure that a document states (指标值): what was counted, how much, by whom, for when, and whether done.

    Attributes:
        label: What was counted, in the document's own words, shortest that tells; may be empty where nothing tells.
        indicator: The catalogue's code, when it is sure; else None.
        certainty: How sure the indicator is, above 0 up to 1; None where there is no indicator.
        quantity: How many or how much.
        organization: The body or place the figure is about, or None where that cannot be known.
        period: When it holds, or None where the document gives no way to know.
        status: Done, planned, a change, or only a condition.
        numerator: For a share, where the figure stands that it is a share by (the part); else None.
        denominator: For a share or a part, where the figure stands that it is of (the whole); else None.
        source: Where the figure stands: from the first character of the number to the end of its unit.
        trail: The rules that decided, in order, each ``field:rule=decision``; not part of equality.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: `certainty` is out of range or stands without an indicator.

    Example:
        >>> from fulian.values import Span
        >>> Observation(
        ...     label="组织招聘会", quantity=Quantity(value=Decimal(44), unit="场", text="44场"), status=Status.ACTUAL,
        ...     source=Source(document_id="d1", span=Span(start=8, end=11), quote="44场"),
        ... ).period is None
        True
    """

    label: str = attrs.field(validator=instance_of(str))
    indicator: str | None = attrs.field(default=None, validator=optional(matches_re("[A-Z][A-Z0-9_]*")))
    certainty: Decimal | None = attrs.field(default=None, validator=optional(exact_number()))
    quantity: Quantity = attrs.field(validator=instance_of(Quantity))
    organization: Organization | None = attrs.field(default=None, validator=optional(instance_of(Organization)))
    period: Period | None = attrs.field(default=None, validator=optional(instance_of(Period)))
    status: Status = attrs.field(validator=instance_of(Status))
    numerator: Span | None = attrs.field(default=None, validator=optional(instance_of(Span)))
    denominator: Span | None = attrs.field(default=None, validator=optional(instance_of(Span)))
    source: Source = attrs.field(validator=instance_of(Source))
    trail: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str), eq=False)

    def __attrs_post_init__(self) -> None:
        if self.certainty is not None:
            if self.indicator is None:
                raise ValueError("'certainty' needs an indicator")
            if not _IMPOSSIBLE < self.certainty <= _SURE:
                raise ValueError(f"'certainty' must be above 0 up to 1, got {self.certainty}")
