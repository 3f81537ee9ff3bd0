"""What a text mentions, looked for once for all readers that ask."""

from __future__ import annotations

from bisect import bisect_left

from fulian.text.organizations import Named, find_named
from fulian.text.periods import PeriodMention, find_periods

__all__ = ["Found"]


class Found:
    """The times, places and bodies of a text (全文查找); each kind is looked for when first asked for.

    Args:
        text: A view's text.

    Example:
        >>> found = Found("2016年，慈利县妇联办班。")
        >>> found.periods[0].end, found.named.bodies[0].text
        (5, '慈利县妇联')
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._periods: list[PeriodMention] | None = None
        self._named: Named | None = None

    @property
    def periods(self) -> list[PeriodMention]:
        """The expressions of time, in the order of the text."""
        if self._periods is None:
            self._periods = find_periods(self.text)
        return self._periods

    @property
    def named(self) -> Named:
        """The places and bodies, in the order of the text."""
        if self._named is None:
            self._named = find_named(self.text)
        return self._named

    def periods_within(self, start: int, end: int) -> list[PeriodMention]:
        """Give the expressions of time that lie in a stretch."""
        first = bisect_left(self.periods, start, key=_start)
        last = bisect_left(self.periods, end, lo=first, key=_start)
        return [one for one in self.periods[first:last] if one.end <= end]


def _start(mention: PeriodMention) -> int:
    return mention.start
