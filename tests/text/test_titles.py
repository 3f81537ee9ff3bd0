"""Where the lines of a title break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.text.titles import is_well_shaped, title_lines, width_of

# Titles as federations print them, with where a practised hand breaks them.
BROKEN = [
    ("株洲市妇联2024年工作要点",),
    ("关于印发", "《江西省妇联2022年工作要点》的通知"),
    ("株洲市妇女联合会", "关于2024年工作情况的报告"),
    ("甘泉县妇联2021年工作总结和", "2022年工作思路"),
    ("全国妇联关于表彰全国三八红旗手标兵、", "全国三八红旗手和全国三八红旗集体的决定"),
]


@pytest.mark.parametrize("lines", BROKEN, ids=lambda lines: lines[0])
def test_titles_break_between_words(lines: tuple[str, ...]) -> None:
    """Bodies, book titles, years and kinds of documents stay whole."""
    assert title_lines("".join(lines)) == lines


@given(st.text(st.sampled_from("妇联关于印发《》的通知2024年工作要点，、（）a "), min_size=1, max_size=120))
def test_the_lines_are_the_title(title: str) -> None:
    """Nothing is lost, no line is too wide, none is empty, and none begins with a closing mark unless it must."""
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(lines)
    assert max(map(width_of, lines)) <= 19


@given(st.text(max_size=3000))
def test_any_text_is_broken(title: str) -> None:
    """Hostile text too, and quickly."""
    assert "".join(title_lines(title)) == title


@pytest.mark.parametrize(
    ("widths", "well"),
    [((6, 8), True), ((8, 6), True), ((6, 9, 6), True), ((9, 6, 9), False), ((8, 8), False), ((12, 2), False)],
)
def test_trapezoids_and_diamonds_are_well_shaped(widths: tuple[int, ...], well: bool) -> None:  # noqa: FBT001
    """GB/T 9704-2012, 7.3.1; rectangles and hourglasses are not, and neither is a line of two characters."""
    assert is_well_shaped(tuple("字" * width for width in widths)) is well
