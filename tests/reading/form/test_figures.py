"""What people type for a figure: each accepted spelling, and what is no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.reading.form.figures import Asked, asked_of, asked_of_part, leaps, printed_figure, read_figure
from fulian.reference.indicators import indicator, indicators
from fulian.values.quantity import Qualifier

PEOPLE = asked_of(indicator("EDU_TRAINED"))  # 人次
LOANS = asked_of(indicator("ECO_LOAN_AMOUNT"))  # 万元
RATE = asked_of(indicator("LAW_PETITION_CLOSED"))  # %

TYPED = (
    ("200", "200", Qualifier.EXACT),
    ("1,020", "1020", Qualifier.EXACT),
    ("1，020", "1020", Qualifier.EXACT),
    ("3.2万", "32000", Qualifier.EXACT),
    ("3.2万人次", "32000", Qualifier.EXACT),
    ("1200人次", "1200", Qualifier.EXACT),
    ("１２００", "1200", Qualifier.EXACT),
    ("1200 人次", "1200", Qualifier.EXACT),
    ("3千", "3000", Qualifier.EXACT),
    ("约200", "200", Qualifier.ABOUT),
    ("大约200人次", "200", Qualifier.ABOUT),
    ("200左右", "200", Qualifier.ABOUT),
    ("200以上", "200", Qualifier.OVER),
    ("200人次以上", "200", Qualifier.OVER),
    ("不少于200", "200", Qualifier.OVER),
    ("200余", "200", Qualifier.OVER),
    ("不足200", "200", Qualifier.UNDER),
    ("近200人次", "200", Qualifier.UNDER),
)


@pytest.mark.parametrize(("text", "value", "qualifier"), TYPED)
def test_a_figure_is_read_as_people_type_it(text: str, value: str, qualifier: Qualifier) -> None:
    """Separators, wide digits, 万, the unit and hedges are all understood; the characters are kept as typed."""
    figure = read_figure(text, PEOPLE)
    assert figure is not None
    quantity = figure.quantity
    assert (quantity.value, quantity.unit, quantity.qualifier) == (Decimal(value), "人次", qualifier)
    assert quantity.text == text[figure.start : figure.end]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("320", "3200000"),
        ("320万元", "3200000"),
        ("3.2亿元", "320000000"),
        ("3200000元", "3200000"),
        ("5万元", "50000"),
    ],
)
def test_money_counts_in_the_unit_that_is_printed_or_typed(text: str, value: str) -> None:
    """A bare number is of the row's 万元; a unit that is typed goes before it."""
    figure = read_figure(text, LOANS)
    assert figure is not None
    assert (figure.quantity.value, figure.quantity.unit) == (Decimal(value), "元")


@pytest.mark.parametrize(
    "text", ["很多", "无", "/", "1200人", "95%", "13-15", "13至15", "三百", "2024.3.5", "1e5", "12人次和13人次", ""]
)
def test_what_is_no_figure_of_the_row_is_none(text: str) -> None:
    """Words, another unit, a range, a date: nothing is guessed."""
    assert read_figure(text, PEOPLE) is None


def test_a_second_multiplier_is_not_guessed() -> None:
    """3.2万 under 万元 may mean 3.2 or 32,000 of them: it is none."""
    assert read_figure("3.2万", LOANS) is None


def test_verdicts_follow_from_the_catalogue() -> None:
    """A share is at most the whole, people come whole, nothing is negative; a completion may pass 100."""
    assert [one.words for one in RATE.verdicts(Decimal("100.1"))] == ["不应大于100"]
    assert [one.words for one in PEOPLE.verdicts(Decimal("12.5"))] == ["应为整数"]
    assert [one.words for one in PEOPLE.verdicts(Decimal(-3))] == ["不应为负数"]
    assert asked_of(indicator("HEA_2CANCER_TASK_RATE")).verdicts(Decimal(120)) == ()
    assert LOANS.verdicts(Decimal("0.5")) == ()


def test_ten_times_is_a_leap_and_zero_is_none() -> None:
    """Exactly ten times is none; more is, in both directions; with a zero there is nothing to compare."""
    assert not leaps(Decimal(100), Decimal(10))
    assert leaps(Decimal(101), Decimal(10))
    assert leaps(Decimal(10), Decimal(101))
    assert not leaps(Decimal(0), Decimal(10))
    assert not leaps(Decimal(10), Decimal(0))


def test_each_indicator_takes_a_bare_number_and_its_own_unit() -> None:
    """For every entry of the catalogue a number is enough, and the unit that the form prints may stand behind it."""
    for entry in indicators().values():
        asked = asked_of(entry)
        assert read_figure("12", asked) is not None, entry.code
        if entry.code not in ("CHD_SEX_RATIO", "FAM_CHORES_GAP", "LAW_DV_ORDERS"):
            assert read_figure(f"12{asked.unit}", asked) is not None, entry.code


@given(
    st.decimals(min_value=0, max_value=10**9, places=2),
    st.sampled_from(Qualifier),
    st.sampled_from([RATE, PEOPLE, LOANS]),
)
def test_what_is_printed_is_read_back(value: Decimal, qualifier: Qualifier, asked: Asked) -> None:
    """Printing a figure for a row and reading it gives its value and its hedge back."""
    figure = read_figure(printed_figure(value, qualifier, asked), asked)
    assert figure is not None
    assert (figure.quantity.value, figure.quantity.qualifier) == (value, qualifier)


@given(st.text(max_size=30))
def test_any_text_is_a_figure_within_it_or_none(text: str) -> None:
    """Whatever is typed, nothing fails, and a figure's characters are those at its place."""
    for asked in (PEOPLE, LOANS, RATE, asked_of_part("受理件数")):
        figure = read_figure(text, asked)
        assert figure is None or text[figure.start : figure.end] == figure.quantity.text
