"""Quick looks before the patterns of the readers: none misses what its pattern would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.model.division import Division
from fulian.reading import _entries, _years
from fulian.reading.frame import _official, _web_page
from fulian.reading.outline import Block, BlockKind
from fulian.reference.divisions import all_divisions

SIGNS: dict[re.Pattern[str], re.Pattern[str]] = {
    _web_page._BYLINE: _web_page._SIGN_OF_A_BYLINE,
    _web_page._DATED_LINE: _web_page._SIGN_OF_A_BYLINE,
    _years._WILL_BE: _years._SIGN_OF_A_PLAN,
    _years._ARRANGED: _years._SIGN_OF_A_PLAN,
    _years._RECALLS: _years._SIGN_OF_MEMORY,
}


@pytest.mark.parametrize("pattern", SIGNS, ids=lambda pattern: pattern.pattern[:12])
@given(data=st.data())
def test_every_match_holds_a_sign(pattern: re.Pattern[str], data: st.DataObject) -> None:
    """Whatever a pattern finds has one of its signs in it."""
    found = data.draw(st.from_regex(pattern, fullmatch=True))
    assert SIGNS[pattern].search(found)


@given(st.from_regex(_official._IMPRINT, fullmatch=True).filter(lambda line: line[-1] in "发份）)" or "：" in line[:6]))
def test_an_imprint_is_not_passed_over(line: str) -> None:
    """It ends as imprints do, or has its colon at its head."""
    block = Block(BlockKind.PARAGRAPH, 30, None, 0, 0, len(line), 0)
    assert _official._may_be_of_a_foot(line, block)


@given(st.sampled_from(all_divisions()))
def test_a_name_is_not_passed_over(division: Division) -> None:
    """A heading that is a place's or a body's name may be one."""
    for name in (division.name, f"{division.name}妇联", *(f"本地{end}" for end in _entries._BODY_ENDS)):
        assert _entries._may_name(name, 0, len(name))
