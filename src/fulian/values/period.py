"""A stretch of days: a year, a quarter, a plan's five years."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache, partial
from typing import Any

import attrs
from dateutil.relativedelta import relativedelta

from fulian.errors import ParseError

__all__ = ["Period"]

_FORMS = re.compile(
    r"(?P<y1>[0-9]{4})/(?P<y2>[0-9]{4})"
    r"|(?P<d1>[0-9]{4}-[0-9]{2}-[0-9]{2})/(?P<d2>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"|(?P<m1>[0-9]{4}-[0-9]{2})/(?P<m2>[0-9]{4}-[0-9]{2})"
    r"|(?P<year>[0-9]{4})(?:-(?:S(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)
_EXPECTED = "a period such as 2016, 2009-12, 2010-06-18, 2014-S1, 2014-Q3 or 2016/2020"


def _is_day(instance: object, attribute: attrs.Attribute[date], value: object) -> None:
    if type(value) is not date:
        raise TypeError(f"'{attribute.name}' must be a date, got {value!r}")


class _Printed:
    """Keeps the printed form: periods are few, and each is written again and again."""

    __slots__ = ("_printed",)
    _printed: str


@attrs.frozen(kw_only=True, order=True)
class Period(_Printed):
    """A stretch of days (时期), from `first` to `last`, both included.

    It prints in the shortest form that says it all: a year ``2016``, a month ``2009-12``, a day ``2010-06-18``, a half
    ``2014-S1``, a quarter ``2014-Q3``, whole years ``2016/2020``, whole months ``2014-02/2014-04``, days with ``/``
    between them. ``Period.parse(str(period)) == period`` always holds.

    Attributes:
        first: The first day.
        last: The last day; not before the first.

    Units:
        Days of the Gregorian calendar.

    Raises:
        TypeError: A bound is not a date (a datetime is not one).
        ValueError: The last day lies before the first.

    Source:
        The single forms are those of SDMX 2.1 TIME_PERIOD; a slash between two of them follows ISO 8601-1:2019, 5.5.

    Example:
        >>> print(Period.year(2016), Period.half(2014, 1), Period.years(2016, 2020))
        2016 2014-S1 2016/2020
        >>> Period.parse("2009-12").last
        datetime.date(2009, 12, 31)
    """

    first: date = attrs.field(validator=_is_day)
    last: date = attrs.field(validator=_is_day)

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period must not end before it begins, got {self.first} to {self.last}")
        object.__setattr__(self, "_printed", _printed(self.first, self.last))

    def __reduce__(self) -> tuple[Any, ...]:  # copies are made by the constructor, so that they know how they print
        fields = {field.alias: getattr(self, field.name) for field in attrs.fields(type(self))}
        return partial(type(self), **fields), ()

    @classmethod
    def year(cls, year: int) -> Period:
        """Make the period of one calendar year (年度).

        Args:
            year: The year, 1 to 9999.

        Returns:
            1 January to 31 December.

        Raises:
            ValueError: The year is out of range.

        Example:
            >>> str(Period.year(2014))
            '2014'
        """
        return cls.years(year, year)

    @classmethod
    def years(cls, first: int, last: int) -> Period:
        """Make the period of whole calendar years, both included.

        Args:
            first: The first year.
            last: The last year.

        Returns:
            1 January of the first to 31 December of the last.

        Raises:
            ValueError: A year is out of range, or they are out of order.

        Example:
            >>> str(Period.years(2016, 2020))
            '2016/2020'
        """
        return cls(first=date(first, 1, 1), last=date(last, 12, 31))

    @classmethod
    def five_year_plan(cls, number: int) -> Period:
        """Make the years of a national five-year plan (五年规划、五年计划).

        Args:
            number: Which plan it is: 13 for “十三五”.

        Returns:
            Five whole years; from the third plan on each began in a year that ends in 1 or 6.

        Raises:
            ValueError: There is no such plan, or its years are out of range.

        Source:
            The plans' own names: the first was of 1953 to 1957, the second of 1958 to 1962.

        Example:
            >>> str(Period.five_year_plan(13)), str(Period.five_year_plan(1))
            ('2016/2020', '1953/1957')
        """
        if number < 1:
            raise ValueError(f"five-year plans are counted from 1, got {number}")
        first = {1: 1953, 2: 1958}.get(number, 1951 + 5 * number)
        return cls.years(first, first + 4)

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """Make a half of a year (上半年, 下半年).

        Args:
            year: The year.
            half: 1 or 2.

        Returns:
            Six whole months.

        Raises:
            ValueError: `half` is neither, or the year is out of range.

        Example:
            >>> str(Period.half(2014, 2))
            '2014-S2'
        """
        if half not in (1, 2):
            raise ValueError(f"a year has halves 1 and 2, got {half}")
        return cls._months(year, 6 * half - 5, 6)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """Make a quarter of a year (季度).

        Args:
            year: The year.
            quarter: 1 to 4.

        Returns:
            Three whole months.

        Raises:
            ValueError: `quarter` is none of the four, or the year is out of range.

        Example:
            >>> str(Period.quarter(2014, 3))
            '2014-Q3'
        """
        if quarter not in (1, 2, 3, 4):
            raise ValueError(f"a year has quarters 1 to 4, got {quarter}")
        return cls._months(year, 3 * quarter - 2, 3)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Make one calendar month (月).

        Args:
            year: The year.
            month: 1 to 12.

        Returns:
            The whole month.

        Raises:
            ValueError: The month or the year is out of range.

        Example:
            >>> str(Period.month(2009, 12))
            '2009-12'
        """
        return cls._months(year, month, 1)

    @classmethod
    def day(cls, day: date) -> Period:
        """Make the period of a single day (日).

        Args:
            day: The day.

        Returns:
            That day.

        Example:
            >>> str(Period.day(date(2010, 6, 18)))
            '2010-06-18'
        """
        return cls(first=day, last=day)

    @classmethod
    def _months(cls, year: int, month: int, count: int) -> Period:
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"a year lies between {MINYEAR} and {MAXYEAR}, got {year}")
        first = date(year, month, 1)
        return cls(first=first, last=first + relativedelta(months=count - 1, day=31))

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period in the forms that it prints.

        Args:
            text: A printed period, exactly.

        Returns:
            The period.

        Raises:
            ParseError: `text` is none of the forms, or names a day that does not exist.

        Example:
            >>> Period.parse("2014-Q3").first
            datetime.date(2014, 7, 1)
            >>> Period.parse("2014-13")
            Traceback (most recent call last):
            ...
            fulian.errors.ParseError: '2014-13' at 0: expected a day that exists, found '2014-13'
        """
        match = _FORMS.fullmatch(text)
        if match is None:
            raise ParseError(text=text, position=0, expected=_EXPECTED)
        try:
            return cls._from_match(match)
        except ValueError as error:
            raise ParseError(text=text, position=0, expected="a day that exists") from error

    @classmethod
    def _from_match(cls, match: re.Match[str]) -> Period:
        part = match.groupdict()
        if part["y1"]:
            return cls.years(int(part["y1"]), int(part["y2"]))
        if part["d1"]:
            return cls(first=date.fromisoformat(part["d1"]), last=date.fromisoformat(part["d2"]))
        if part["m1"]:
            return cls(
                first=date.fromisoformat(part["m1"] + "-01"),
                last=date.fromisoformat(part["m2"] + "-01") + relativedelta(day=31),
            )
        year = int(part["year"])
        if part["half"]:
            return cls.half(year, int(part["half"]))
        if part["quarter"]:
            return cls.quarter(year, int(part["quarter"]))
        if part["day"]:
            return cls.day(date(year, int(part["month"]), int(part["day"])))
        if part["month"]:
            return cls.month(year, int(part["month"]))
        return cls.year(year)

    def __str__(self) -> str:
        return self._printed


@lru_cache(maxsize=1024)  # a document speaks of few periods, and of each many times
def _printed(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    whole_months = first.day == 1 and (last == date.max or (last + timedelta(days=1)).day == 1)
    if not whole_months:
        return f"{first.isoformat()}/{last.isoformat()}"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.month == 1 and months % 12 == 0:
        return f"{first.year:04d}" if months == 12 else f"{first.year:04d}/{last.year:04d}"
    if months == 6 and first.month in (1, 7):
        return f"{first.year:04d}-S{1 if first.month == 1 else 2}"
    if months == 3 and first.month in (1, 4, 7, 10):
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    start = f"{first.year:04d}-{first.month:02d}"
    return start if months == 1 else f"{start}/{last.year:04d}-{last.month:02d}"
