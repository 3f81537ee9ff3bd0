"""A table of contents within a text says again what the headings say: it makes neither sections nor achievements."""

from __future__ import annotations

import pytest

import fulian
from fulian import FrameRole

TITLE = "青禾县妇联2021年工作总结\n"
BODY = "一、思想引领\n宣讲42场，惠及妇女3000人。\n二、维权关爱\n接访43件。\n"


@pytest.mark.parametrize(
    "lines",
    [
        ["一、思想引领…………1", "二、维权关爱…………2"],
        ["目录", "一、思想引领......1", "（一）宣讲........... 12", "二、维权关爱......(3)"],
        ["目　　录", "一、思想引领\t1", "二、维权关爱\t2"],
        ["目 录", "一、思想引领 · · · · · · - 1 -", "二、维权关爱 · · · · · · - 2 -"],
        ["目次", "思想引领 …………", "维权关爱 …………"],
    ],
)
def test_it_is_one_passage(lines: list[str]) -> None:
    """Its lines have leaders, or under a head a space, before the number of a page; title and sections stay."""
    reading = fulian.read_text(TITLE + "\n".join(lines) + "\n" + BODY)
    told = [one for one in reading.document.frame if one.role is FrameRole.CONTENTS]
    assert [one.source.quote.split() for one in told] == ["\n".join(lines).split()]
    assert reading.document.title == TITLE.strip()
    assert [one.title for one in reading.reports[0].achievements] == ["思想引领", "维权关爱"]
    assert [figure.quantity.text for figure in reading.observations] == ["42场", "3000人", "43件"]


@pytest.mark.parametrize(
    "lines", [["一、宣讲……"], ["培训妇女 600", "接访 43"], ["目录", "走访了许多家庭，还有很多很多……"], ["评选活动……2"]]
)
def test_other_lines_have_not(lines: list[str]) -> None:
    """Words left open, counts, and one line alone are no table of contents."""
    reading = fulian.read_text(TITLE + "\n".join(lines) + "\n" + BODY)
    assert not [one for one in reading.document.frame if one.role is FrameRole.CONTENTS]
