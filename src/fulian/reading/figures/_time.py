"""The time at a place in a sentence, and passing words on another time."""

from __future__ import annotations

import re
from typing import Final

from fulian.reading.figures._draft import Sentence
from fulian.text.periods import PeriodForm, PeriodMention
from fulian.values.period import Period

__all__ = ["Aside", "Time"]

_OPENS_AN_ASIDE: Final = frozenset("在与同和较跟继")
_ASIDE_ENDS: Final = re.compile("基础上|相比|比较|之?后(?=[，,])")
_ASIDE: Final = 40  # characters that an aside is long at most


class Time:
    """What the time is at a place in a sentence, and which rule says so."""

    __slots__ = ("form", "period", "rule", "said_at")

    def __init__(self, period: Period | None, rule: str, form: PeriodForm | None, said_at: int) -> None:
        self.period = period
        self.rule = rule
        self.form = form
        self.said_at = said_at


class Aside:
    """A passing word on another time, after which the time is what it was: 在2013年…的基础上, 与2015年的…相比."""

    __slots__ = ("before", "end")

    def __init__(self) -> None:
        self.end = -1
        self.before: Time | None = None

    def open(self, sentence: Sentence, mention: PeriodMention, time: Time) -> None:
        """Remember the time where an expression opens an aside."""
        if sentence.text[mention.start - 1 : mention.start] in _OPENS_AN_ASIDE:
            end = _ASIDE_ENDS.search(sentence.text, mention.end, min(sentence.end, mention.end + _ASIDE))
            if end is not None:
                self.end, self.before = end.end(), time

    def over(self, time: Time, place: int) -> Time:
        """The time at a place: that of before the aside, where it is over."""
        if self.before is None or place < self.end:
            return time
        time, self.before = self.before, None
        return time
