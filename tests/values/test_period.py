from __future__ import annotations

import copy
import itertools
import pickle
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.errors import ParseError
from fulian.values import Period

YEARS = st.integers(1, 9999)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw days, months, quarters, halves, years and ranges of them, anywhere in the calendar."""
    year = draw(YEARS)
    match draw(st.sampled_from(["day", "days", "month", "months", "quarter", "half", "year", "years"])):
        case "day":
            return Period.day(draw(st.dates()))
        case "days":
            days = sorted((draw(st.dates()), draw(st.dates())))
            return Period(first=days[0], last=days[1])
        case "month":
            return Period.month(year, draw(st.integers(1, 12)))
        case "months":
            first, last = sorted((draw(st.integers(1, 12)), draw(st.integers(1, 12))))
            later = draw(st.integers(year, 9999))
            return Period(first=Period.month(year, first).first, last=Period.month(later, last).last)
        case "quarter":
            return Period.quarter(year, draw(st.integers(1, 4)))
        case "half":
            return Period.half(year, draw(st.integers(1, 2)))
        case "year":
            return Period.year(year)
        case _:
            return Period.years(year, draw(st.integers(year, 9999)))


@given(periods())
def test_a_printed_period_parses_back(period: Period) -> None:
    """Parsing what a period prints gives it back."""
    assert Period.parse(str(period)) == period


@given(periods(), periods())
def test_periods_are_the_same_where_their_print_is(one: Period, other: Period) -> None:
    """Print, equality and hash agree."""
    assert (one == other) == (str(one) == str(other))
    assert one != other or hash(one) == hash(other)


@given(YEARS)
def test_halves_and_quarters_make_up_the_year(year: int) -> None:
    """Halves and quarters follow one another without a gap and fill the year."""
    for parts in ([Period.half(year, half) for half in (1, 2)], [Period.quarter(year, n) for n in (1, 2, 3, 4)]):
        assert (parts[0].first, parts[-1].last) == (Period.year(year).first, Period.year(year).last)
        assert all(one.last + timedelta(days=1) == other.first for one, other in itertools.pairwise(parts))


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        ((2016, 1, 1), (2016, 12, 31), "2016"),
        ((2009, 12, 1), (2009, 12, 31), "2009-12"),
        ((2010, 6, 18), (2010, 6, 18), "2010-06-18"),
        ((2014, 1, 1), (2014, 6, 30), "2014-S1"),
        ((2014, 7, 1), (2014, 12, 31), "2014-S2"),
        ((2014, 7, 1), (2014, 9, 30), "2014-Q3"),
        ((2014, 2, 1), (2014, 4, 30), "2014-02/2014-04"),
        ((2013, 7, 1), (2014, 6, 30), "2013-07/2014-06"),
        ((2016, 1, 1), (2020, 12, 31), "2016/2020"),
        ((2016, 2, 28), (2016, 3, 1), "2016-02-28/2016-03-01"),
        ((9999, 12, 1), (9999, 12, 31), "9999-12"),
        ((5, 1, 1), (5, 12, 31), "0005"),
    ],
)
def test_a_period_prints_in_the_shortest_form_that_says_it_all(
    first: tuple[int, int, int], last: tuple[int, int, int], printed: str
) -> None:
    """Years, halves, quarters, months and days each have their form."""
    assert str(Period(first=date(*first), last=date(*last))) == printed


@pytest.mark.parametrize(
    "text", ["", "14", "2014年", "2014-1", "2014-S3", "2014-Q5", "2014-01-1", "2014/01", "2014\n", " 2014", "２０１４"]
)
def test_what_is_no_printed_form_is_refused(text: str) -> None:
    """The error has the text, the position and the forms that would have been right."""
    with pytest.raises(ParseError, match="expected a period such as 2016") as caught:
        Period.parse(text)
    assert (caught.value.text, caught.value.position) == (text, 0)


@pytest.mark.parametrize("text", ["2014-13", "2014-02-30", "0000", "2020/2016", "2014-02-10/2014-02-01"])
def test_a_day_that_does_not_exist_is_refused(text: str) -> None:
    """A form alone does not make a period; the cause is chained."""
    with pytest.raises(ParseError, match="expected a day that exists") as caught:
        Period.parse(text)
    assert isinstance(caught.value.__cause__, ValueError)


def test_a_period_does_not_end_before_it_begins() -> None:
    """The message shows both days."""
    with pytest.raises(ValueError, match="2014-02-02 to 2014-02-01"):
        Period(first=date(2014, 2, 2), last=date(2014, 2, 1))


@pytest.mark.parametrize("bound", [datetime(2014, 1, 1), "2014-01-01", None])  # noqa: DTZ001 - any datetime is refused
def test_a_bound_is_a_date(bound: Any) -> None:
    """A datetime, a str and None are refused, and the message names the field."""
    with pytest.raises(TypeError, match="'first' must be a date"):
        Period(first=bound, last=date(2014, 1, 1))


@pytest.mark.parametrize("make", [Period.half, Period.quarter, Period.month])
@pytest.mark.parametrize("number", [0, 13])
def test_parts_of_a_year_are_counted_from_one(make: Any, number: int) -> None:
    """There is no half, quarter or month zero or thirteen."""
    with pytest.raises(ValueError, match=r"got|month"):
        make(2014, number)


@pytest.mark.parametrize("year", [0, 10000])
def test_a_year_is_one_of_the_calendar(year: int) -> None:
    """The calendar goes from year 1 to year 9999."""
    with pytest.raises(ValueError, match="year"):
        Period.year(year)
    with pytest.raises(ValueError, match="year"):
        Period.month(year, 1)


def test_periods_sort_by_their_first_day() -> None:
    """The earlier first day comes first; of two with the same, the shorter."""
    assert sorted([Period.year(2016), Period.month(2016, 1), Period.year(2015)]) == [
        Period.year(2015),
        Period.month(2016, 1),
        Period.year(2016),
    ]


@attrs.frozen(kw_only=True)
class _NamedPeriod(Period):
    name: str


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])  # noqa: S301 - its own
def test_a_copy_prints_as_the_period_does(again: Callable[[Period], Period]) -> None:
    """A copy of a period, or of one of a program's own class, is equal to it and prints alike."""
    for period in (Period.year(2014), _NamedPeriod(first=date(2014, 1, 1), last=date(2014, 3, 31), name="春")):
        made = again(period)
        assert made == period
        assert type(made) is type(period)
        assert str(made) == str(period)


@pytest.mark.parametrize(
    ("number", "printed"), [(1, "1953/1957"), (2, "1958/1962"), (3, "1966/1970"), (14, "2021/2025")]
)
def test_five_year_plans_have_their_years(number: int, printed: str) -> None:
    """The first two follow one another; three years passed before the third, and none since."""
    assert str(Period.five_year_plan(number)) == printed


@pytest.mark.parametrize("number", [0, -1, 9999])
def test_there_is_no_such_plan(number: int) -> None:
    """Plans are counted from one, and years end with 9999."""
    with pytest.raises(ValueError, match=r"counted from 1|out of range"):
        Period.five_year_plan(number)
