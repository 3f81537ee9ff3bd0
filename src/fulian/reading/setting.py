"""What a stretch of text is about: who reports, for which year, and whether it tells of deeds or of plans."""

from __future__ import annotations

from typing import TypeAlias

import attrs
from attrs.validators import instance_of, optional

from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.values.period import Period
from fulian.values.validation import whole_number

__all__ = ["Setting", "Stretch"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Setting:
    """What a reader knows of a stretch of text before looking at its sentences (语境).

    Attributes:
        organization: The body that reports or plans, or None where that cannot be known.
        year: The calendar year the stretch is about, or None where that cannot be known.
        status: ``actual`` for what was done, what was lacking and what is described; ``target`` for what is planned.
        heading: The nearest heading's words; empty where it stands under none.
        written: The year in which it was written, where 今年 and 去年 are counted from that one; None where they are
            counted from the year it is about. In what a report plans it is the report's year, which only 明年 is
            counted from.
        term: The years of a plan of several years or a report on several, whose figures hold for all of them unless
            they say otherwise; None for the rest.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The year is out of range.

    Example:
        >>> Setting(year=2016, status=Status.ACTUAL).heading
        ''
    """

    organization: Organization | None = attrs.field(default=None, validator=optional(instance_of(Organization)))
    year: int | None = attrs.field(default=None, validator=optional(whole_number(1949, 2100)))
    status: Status = attrs.field(default=Status.ACTUAL, validator=instance_of(Status))
    heading: str = attrs.field(default="", validator=instance_of(str))
    written: int | None = attrs.field(default=None, validator=optional(whole_number(1949, 2100)))
    term: Period | None = attrs.field(default=None, validator=optional(instance_of(Period)))

    @property
    def first_year(self) -> int | None:
        """The year, or the first of the term; None where neither can be known."""
        return self.year if self.year is not None or self.term is None else self.term.first.year


Stretch: TypeAlias = tuple[int, int, Setting]
"""A stretch of body text with its setting (语段): its first character in the view, the one after its last, and what it
is about."""
