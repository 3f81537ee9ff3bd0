"""The marks of STANDARDS 3.5 and what people print for them."""

from __future__ import annotations

import pytest

from fulian.text.list_markers import MarkerStyle, marker_at, markers_inside


@pytest.mark.parametrize(
    ("line", "style", "ordinal"),
    [
        ("一、总体要求", MarkerStyle.HAN, 1),
        ("十二、保障", MarkerStyle.HAN, 12),
        ("（三）拓展", MarkerStyle.HAN_PAREN, 3),
        ("(三)、拓展", MarkerStyle.HAN_PAREN, 3),
        ("一)、素质提升", MarkerStyle.HAN_HALF, 1),
        ("1.组织", MarkerStyle.ARABIC, 1),
        ("1、组织", MarkerStyle.ARABIC, 1),
        ("4．组织", MarkerStyle.ARABIC, 4),
        ("（2）组织", MarkerStyle.ARABIC_PAREN, 2),
        ("2)组织", MarkerStyle.ARABIC_HALF, 2),
        ("③组织", MarkerStyle.CIRCLED, 3),
        ("第二、组织", MarkerStyle.FIRST, 2),
        ("第二篇:总结", MarkerStyle.PART, 2),
        ("第三部分 打算", MarkerStyle.CHAPTER, 3),
        ("#### 长沙", MarkerStyle.MARKDOWN, None),
        ("**长沙**", MarkerStyle.BOLD, None),
        ("• 长沙", MarkerStyle.BULLET, None),
    ],
)
def test_marks_are_known(line: str, style: MarkerStyle, ordinal: int | None) -> None:
    """Each form is told with its style and number."""
    marker = marker_at(line)
    assert marker is not None
    assert (marker.style, marker.ordinal, marker.start) == (style, ordinal, 0)


@pytest.mark.parametrize("line", ["3.5万人", "2014年工作", "2014.1.20", "一批骨干", "第一篇文章写得好", "3.15活动", ""])
def test_numbers_and_words_are_no_marks(line: str) -> None:
    """A decimal, a date and a word that begins with a numeral number nothing."""
    assert marker_at(line) is None


def test_marks_inside_a_line_stand_where_a_sentence_ends() -> None:
    """（一） counts anywhere, 1. and 一、 only behind a stop."""
    text = "成效好。2.办班8期。又1.5万元，第3.项。（一）维权"
    assert [marker.style for marker in markers_inside(text, 1, len(text))] == [
        MarkerStyle.ARABIC,
        MarkerStyle.HAN_PAREN,
    ]
