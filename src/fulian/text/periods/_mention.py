"""An expression of time in running text, and what it means once the reporting year is known."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import attrs

from fulian.values.period import Period
from fulian.values.term import Term


class PeriodForm(Term):
    """How an expression tells the time (时间表述).

    Example:
        >>> PeriodForm("five_year_plan").zh
        '五年规划'
    """

    DAY = "day", "日"
    MONTH = "month", "月"
    QUARTER = "quarter", "季度"
    HALF = "half", "半年"
    YEAR = "year", "年"
    YEARS = "years", "数年"
    FIVE_YEAR_PLAN = "five_year_plan", "五年规划"
    RELATIVE = "relative", "今年、去年、年底"
    SINCE = "since", "以来"
    UNTIL = "until", "截至"
    RECENT = "recent", "近几年"
    COMING = "coming", "今后几年"
    TERM = "term", "任期、届"


class Edge(NamedTuple):
    """One end of a period before the reporting year is known: a calendar year, or a step from the reporting year.

    Month and day are 0 where the words go no finer.
    """

    year: int
    counted: bool = False  # True where `year` is counted from the reporting year: -1 is 去年
    month: int = 0
    day: int = 0

    def calendar_year(self, reporting: int | None) -> int | None:
        """Give the calendar year, or None where it hangs on a reporting year that nobody knows."""
        if not self.counted:
            return self.year
        return None if reporting is None else reporting + self.year


@attrs.frozen(kw_only=True, weakref_slot=False)
class PeriodMention:
    """An expression of time in a text (时间表述): where it stands and how to understand it.

    Attributes:
        start: The first code point of the expression, a leading 截至, 到 or 至 included.
        end: The code point after the last.
        form: How the expression tells the time.
        comparison: True where it dates what a figure is compared with (``比2005年``, ``较上年同期``, ``同比``), not the
            figure.
        title: True where it belongs to the name of a thing and dates no figure: inside 《》, or a plan's own name
            (``“十三五”规划``).

    Units:
        Code points of the text that was searched.

    Example:
        >>> from fulian.text.periods import find_periods
        >>> since, = find_periods("2006年以来，累计救助女童")
        >>> since.form.value, str(since.resolve(2010)), since.resolve(None)
        ('since', '2006/2010', None)
    """

    start: int
    end: int
    form: PeriodForm
    comparison: bool = False
    title: bool = False
    _first: Edge | None = None
    _last: Edge | None = None

    @property
    def tells(self) -> bool:
        """Whether the expression tells the time once the reporting year is known; 近年来 and 本届 do not."""
        return self._first is not None and self._last is not None

    def resolve(self, year: int | None) -> Period | None:
        """Give the days that the expression means.

        Args:
            year: The calendar year of the reporting text, which 今年, 上半年, 5月 and 近五年 are counted from; None
                where nobody knows it.

        Returns:
            The period, or None where the expression does not tell (``近年来``, ``本届``), hangs on an unknown year,
            or names a day that does not exist.

        Example:
            >>> from fulian.text.periods import find_periods
            >>> [str(mention.resolve(2018)) for mention in find_periods("去年底，近五年，上半年，3月8日")]
            ['2017', '2014/2018', '2018-S1', '2018-03-08']
        """
        if self._first is None or self._last is None:
            return None
        return _days(self._first, self._last, year)


@lru_cache(maxsize=1024)  # a document speaks of few periods, and of each many times
def _days(first_edge: Edge, last_edge: Edge, year: int | None) -> Period | None:
    first_year, last_year = first_edge.calendar_year(year), last_edge.calendar_year(year)
    if first_year is None or last_year is None:
        return None
    try:
        first = date(first_year, first_edge.month or 1, first_edge.day or 1)
        month = last_edge.month or 12
        last = date(last_year, month, last_edge.day or calendar.monthrange(last_year, month)[1])
    except ValueError:  # 2月30日
        return None
    return Period(first=first, last=last) if first <= last else None
