"""Marks of documents within a file."""

from __future__ import annotations

from fulian.reading import read_text
from fulian.reading.parts import find_parts, find_samples


def test_a_series_may_begin_again() -> None:
    """A second 第一篇 behind a full series begins another; parts stand beside one another."""
    text = "第一篇:甲\n做了。\n第二篇:乙\n做了。\n第一篇:丙\n做了。\n第二篇:丁\n做了。"
    assert [mark.ordinal for mark in find_parts(text, 0, len(text))] == [1, 2, 1, 2]


def test_marks_out_of_order_are_none() -> None:
    """A single mark, a mark within a line and a number out of order open no document."""
    assert find_parts("第一篇:甲\n做了。", 0, 9) == []
    assert find_parts("见第一篇:甲\n见第二篇:乙", 0, 15) == []
    assert find_samples("计划范文1做了。计划范文3做了。", 0, 17) == []
    assert find_samples("范文1范文1范文1", 0, 9) == []


def test_many_parts_do_not_nest() -> None:
    """However many series a file holds, its parts are one level deep and its samples two."""
    text = "".join(f"第{number % 9 + 1}篇:总结\n做了。\n" for number in range(3000))
    parts = read_text(text).parts
    assert len(parts) == 3000
    assert all(part.parts == () for part in parts)
