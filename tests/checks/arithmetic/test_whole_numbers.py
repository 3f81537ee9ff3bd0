"""A growth in percent must come of a whole number the year before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fulian.checks.finding import Finding

Found = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "今年在校学生644人，同比去年增长3.4%。",
        "在园幼儿上半年270人、下半年262人，与去年同比增长25.0%和19.6%。",
        "培训妇女5049人，同比增长12.3%。",
        "发放贷款1.2亿元，同比增长12.3%。",
        "举办讲座近40场，同比增长25.2%。",
    ],
)
def test_silence_where_a_whole_number_fits(found: Found, text: str) -> None:
    """Large counts, money and hedged counts always leave room."""
    assert found(text, "A5") == []


def test_each_growth_meets_its_own_level(found: Found) -> None:
    """Two levels and two growths are paired in their turn, and both nearest whole numbers are shown."""
    first, second = found("在园幼儿上半年270人、下半年262人，与去年同比增长25.2%和19.8%。", "A5")
    assert first.arithmetic == "270 ÷ 215 − 1 = 25.58%; 270 ÷ 216 − 1 = 25%"
    assert (first.mend and first.mend.text, second.mend and second.mend.text) == ("25.0%", "19.6%")
