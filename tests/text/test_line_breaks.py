"""Line breaks: what a glance at a line's first character tells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fulian.text import line_breaks


@given(st.from_regex(line_breaks._FIELD, fullmatch=True))
def test_every_line_that_says_what_the_page_is_is_seen(line: str) -> None:
    """The quick look at a line's first character misses none of its fields."""
    assert line_breaks._is_field(line)
