from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.values import Interval

NUMBERS = st.decimals(min_value=-1000, max_value=1000, places=2)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw intervals with and without ends."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return Interval(low=draw(st.sampled_from([low, None])), high=draw(st.sampled_from([high, None])))


@given(intervals(), intervals(), NUMBERS)
def test_a_number_in_both_makes_two_intervals_meet(one: Interval, other: Interval, number: Decimal) -> None:
    """Meeting is symmetric, and a shared number proves it."""
    assert one.meets(other) == other.meets(one)
    if number in one and number in other:
        assert one.meets(other)


@given(intervals(), intervals())
def test_intervals_that_meet_share_an_end_or_everything(one: Interval, other: Interval) -> None:
    """Two intervals meet just where one of their ends lies in both, or both are without ends."""
    ends = [end for interval in (one, other) for end in (interval.low, interval.high) if end is not None]
    assert one.meets(other) == (not ends or any(end in one and end in other for end in ends))


@given(intervals())
def test_the_ends_are_included(interval: Interval) -> None:
    """An interval is closed, and meets itself."""
    assert all(end in interval for end in (interval.low, interval.high) if end is not None)
    assert interval.meets(interval)


def test_ends_out_of_order_are_refused() -> None:
    """The message shows both ends."""
    with pytest.raises(ValueError, match="in order, got 3 to 2"):
        Interval(low=Decimal(3), high=Decimal(2))


@pytest.mark.parametrize("end", [Decimal("NaN"), Decimal("Infinity")])
def test_an_end_that_is_not_finite_is_refused(end: Decimal) -> None:
    """Openness is said by None, never by infinity."""
    with pytest.raises(ValueError, match="must be <finite number"):
        Interval(low=None, high=end)


@pytest.mark.parametrize("end", [1, 1.5, "1"])
def test_an_end_is_a_decimal(end: Any) -> None:
    """An int, a float or a str is no end."""
    with pytest.raises(TypeError, match="low"):
        Interval(low=end, high=None)


@pytest.mark.parametrize("thing", ["3", 3.0, None, Decimal("NaN")])
def test_what_is_no_number_is_in_no_interval(thing: object) -> None:
    """Only Decimals and whole numbers can lie in an interval."""
    assert thing not in Interval(low=None, high=None)


def test_a_whole_number_can_lie_in_an_interval() -> None:
    """An int is compared with the ends."""
    assert 3 in Interval(low=Decimal(3), high=Decimal(4))
    assert 5 not in Interval(low=Decimal(3), high=Decimal(4))
