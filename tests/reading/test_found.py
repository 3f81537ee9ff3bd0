from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fulian.reading._found import Found
from fulian.text.organizations import find_named
from fulian.text.periods import find_periods

LINES = st.lists(
    st.sampled_from(
        [
            "慈利县妇联办班5期。",
            "截至2016年底，全市建站3个。",
            "宁波、温州两地",
            "市妇联",
            "去年以来，长岭村接访",
            "XX县举办",
            "",
        ]
    ),
    max_size=6,
).map("\n".join)


@given(LINES, LINES)
def test_what_a_stretch_of_lines_mentions_is_what_the_whole_text_does_there(before: str, lines: str) -> None:
    """Looking once in the whole text and taking a stretch of whole lines gives what looking in the stretch gives."""
    text = f"{before}\n{lines}\n{before}"
    start, end = len(before) + 1, len(before) + 1 + len(lines)
    found = Found(text)
    assert found.named.within(start, end) == find_named(text[start:end])
    there = [(one.start - start, one.end - start, one.form) for one in found.periods_within(start, end)]
    assert there == [(one.start, one.end, one.form) for one in find_periods(text[start:end])]
