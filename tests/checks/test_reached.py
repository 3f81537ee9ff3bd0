"""Whether what was done reaches a target."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian.checks.arithmetic.ranges import printed_range
from fulian.checks.reached import is_ceiling, reached
from fulian.values.quantity import Qualifier


@pytest.mark.parametrize(
    ("target", "done", "answer"),
    [
        ("1000人次", "800人次", False),
        ("1000人次", "500人次", False),
        ("1000人次", "999人次", False),
        ("1000人次", "1000人次", True),
        ("1000人次", "1100人次", True),
        ("5000人", "4600人", False),
        ("4600人", "5000人", True),
        ("1万人", "8000人", False),
        ("1万人", "1万人", True),
        ("1万人", "10000人", True),
        ("10000人", "1.0万人", None),
        ("10000人", "0.9万人", False),
        ("10000人", "1.2万人", True),
        ("12000人", "1.2万人", None),
        ("3000万元", "2986.5万元", False),
        ("95%", "95.0%", True),
        ("95%", "94.6%", False),
        ("1000人以上", "1000人", True),
        ("1000人", "约1000人", None),
        ("1000人", "近1000人", None),
        ("1000人", "近900人", False),
        ("1000人", "1000余人", True),
        ("约300场", "约300场", True),
        ("约300场", "260场", None),
        ("约300场", "150场", False),
    ],
)
def test_a_target_is_a_bound_and_what_was_done_is_what_its_print_allows(
    target: str, done: str, *, answer: bool | None
) -> None:
    """None where the print allows both."""
    assert reached(fulian.parse_quantity(target), fulian.parse_quantity(done)) is answer


@pytest.mark.parametrize(
    ("target", "done", "answer"),
    [
        ("5%", "5%", True),
        ("5%", "4.8%", True),
        ("5%", "5.3%", False),
        ("5.0%", "5%", None),
        ("1000元", "1200元", False),
        ("1000元", "约1000元", None),
    ],
)
def test_a_ceiling_is_a_bound_too(target: str, done: str, *, answer: bool | None) -> None:
    """What must not be exceeded is not, at the very number."""
    assert reached(fulian.parse_quantity(target), fulian.parse_quantity(done), ceiling=True) is answer


@pytest.mark.parametrize(
    ("words", "ceiling"),
    [
        ("县妇联将培训妇女近900人次", False),
        ("县妇联将培训妇女900人次以上", False),
        ("县妇联将把讲座费用控制在900元以内", True),
        ("婴儿死亡率下降到5‰", True),
        ("婴儿死亡率控制在5‰以内", True),
    ],
)
def test_a_ceiling_is_told_from_a_number_that_is_nearly_reached(words: str, *, ceiling: bool) -> None:
    """近 names what is to be reached; 以内 and a rate that had better be low name what is not to be exceeded."""
    text = f"县妇联2020年工作要点\n2020年，{words}。"
    [one] = fulian.read_text(text).observations
    assert is_ceiling(one, text[: one.source.start]) is ceiling


@given(
    target=st.integers(1, 10**7),
    done=st.integers(1, 10**7),
    hedge=st.sampled_from(("", "约", "近")),
    multiplier=st.sampled_from(("", "万")),
)
def test_the_answer_is_one_that_the_print_allows(target: int, done: int, hedge: str, multiplier: str) -> None:
    """A plain target is reached or not as the least and the most that the report's print allows say."""
    wanted, told = fulian.parse_quantity(f"{target}人"), fulian.parse_quantity(f"{hedge}{done}{multiplier}人")
    allowed, answer = printed_range(told), reached(wanted, told)
    least = told.value if told.qualifier is Qualifier.EXACT and not multiplier else allowed.low
    if answer is True:
        assert least is not None
        assert least >= target
    elif answer is False:
        assert allowed.high is not None
        assert allowed.high < Fraction(target)
    else:
        assert hedge or multiplier
