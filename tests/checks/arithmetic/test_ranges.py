"""Calculating with ranges loses nothing, and a result is printed like the figure beside it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fulian.checks.arithmetic.ranges import Range, in_print, range_of, show
from fulian.strategies import quantities
from fulian.values import Quantity

NUMBERS = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Range, Fraction]:
    """Draw a range, and a number in it."""
    low, number, high = sorted((draw(NUMBERS), draw(NUMBERS), draw(NUMBERS)))
    return Range(None if draw(st.booleans()) else low, None if draw(st.booleans()) else high), number


def holds(one: Range, number: Fraction) -> bool:
    """Whether a number lies in a range."""
    return one.meets(Range(number, number))


@given(ranges(), ranges(), st.integers(-5, 5))
def test_what_numbers_give_their_ranges_allow(
    one: tuple[Range, Fraction], other: tuple[Range, Fraction], factor: int
) -> None:
    """For numbers in two ranges, sum, difference, product and quotient lie in those of the ranges."""
    (left, x), (right, y) = one, other
    assert holds(left.plus(right), x + y)
    assert holds(left.minus(right), x - y)
    assert holds(left.times(factor), x * factor)
    if y > 0:
        assert holds(left.over(right), x / y)
    assert holds(left.by(right), x * y)


@given(quantities())
def test_what_is_printed_lies_in_its_own_range(quantity: Quantity) -> None:
    """No print forbids the very number that it shows, and the range is never narrower than the value's interval."""
    if quantity.value >= 0:
        assert holds(range_of(quantity), Fraction(quantity.value))


@given(st.integers(0, 10**6))
def test_printed_numbers_read_back(number: int) -> None:
    """`show` keeps whole numbers, and `in_print` prints a count as it would stand."""
    assert show(Fraction(number)) == str(number)
    like = Quantity(value=Decimal(5), unit="名", text="5名")
    assert in_print(Fraction(number), like) == f"{number}名"
