"""Periods as documents print them, with what they say (带答案的时期)."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.strategies._arguments import check_years, chosen
from fulian.strategies._sharing import one_of
from fulian.strategies.texts import Written
from fulian.values.numeral import format_numeral
from fulian.values.period import Period
from fulian.values.span import Span

__all__ = ["period_forms", "written_periods"]

_DIGITS_IN_WORDS: Final = str.maketrans("0123456789", "〇一二三四五六七八九")
_PLANS: Final = {10: "十", 11: "十一", 12: "十二", 13: "十三", 14: "十四"}


def _period_texts(year: int, month: int, span: int) -> dict[str, tuple[str, Period]]:
    """Every printed form for a year, a month and a number of years to come."""
    day = Period.month(year, month).last
    later = year + span
    words = str(year).translate(_DIGITS_IN_WORDS)
    return {
        "year": (f"{year}年", Period.year(year)),
        "year-in-words": (f"{words}年", Period.year(year)),
        "half": (f"{year}年{'上' if month < 7 else '下'}半年", Period.half(year, 1 if month < 7 else 2)),
        "quarter": (f"{year}年第{'一二三四'[(month - 1) // 3]}季度", Period.quarter(year, (month + 2) // 3)),
        "month": (f"{year}年{month}月", Period.month(year, month)),
        "day": (f"{year}年{month}月{day.day}日", Period.day(day)),
        "day-in-words": (
            f"{words}年{format_numeral(month)}月{format_numeral(day.day)}日",
            Period.day(day),
        ),
        "day-with-points": (f"{year}.{month}.{day.day}", Period.day(day)),
        "day-with-hyphens": (day.isoformat(), Period.day(day)),
        "years": (f"{year}—{later}年", Period.years(year, later)),
        "years-each": (f"{year}年至{later}年", Period.years(year, later)),
    }


_PERIOD_FORMS: Final = (*_period_texts(2014, 1, 1), "plan")


@st.composite
def _written_periods(draw: st.DrawFn, forms: tuple[str, ...], low: int, high: int) -> Written[Period]:
    form = draw(one_of(forms))
    if form == "plan":
        number = draw(one_of(tuple(_PLANS)))
        text, truth = f"“{_PLANS[number]}五”时期", Period.five_year_plan(number)
    else:
        year = draw(st.integers(low, high))
        text, truth = _period_texts(year, draw(st.integers(1, 12)), draw(st.integers(1, 9)))[form]
    return Written(text=text, span=Span(start=0, end=len(text)), truth=truth, form=form)


def period_forms() -> tuple[str, ...]:
    """Name the printed forms of periods (时期写法).

    Returns:
        The names, as :func:`written_periods` takes them.

    Example:
        >>> period_forms()[:3]
        ('year', 'year-in-words', 'half')
    """
    return _PERIOD_FORMS


def written_periods(
    *, forms: tuple[str, ...] | None = None, min_year: int = 1990, max_year: int = 2040
) -> SearchStrategy[Written[Period]]:
    """Draw periods as documents print them, with what they say (时期与答案).

    Args:
        forms: The printed forms to choose from, of :func:`period_forms`; None for all.
        min_year: The earliest year, from 1949; five-year plans (``plan``) have their own years.
        max_year: The latest year to begin, to 2090.

    Returns:
        A strategy for :class:`Written` whose truth is a period.

    Raises:
        InvalidArgument: A form is none, or a year is out of range.

    Example:
        >>> from hypothesis import given
        >>> @given(written_periods(forms=("half",), min_year=2014, max_year=2014))
        ... def holds(written):
        ...     assert (written.text, str(written.truth)) in {("2014年上半年", "2014-S1"), ("2014年下半年", "2014-S2")}
        >>> holds()
    """
    check_years(min_year, max_year, latest=2090)
    return _written_periods(chosen("forms", forms, _PERIOD_FORMS), min_year, max_year)
