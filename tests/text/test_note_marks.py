"""Marks of footnotes are no words of a text; numbers of items, powers and document numbers are no such marks."""

from __future__ import annotations

import pytest

import fulian
from fulian.text.view import View

MARKS = ["①", "⑳", "㉑", "❶", "[1]", "［１］", "[注1]", "[1,2]", "[2-4]", "[^3]", "〔1〕", "【12】", "¹", "⁽²⁾", "¹⁰"]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_left_out(mark: str) -> None:
    """Behind a figure, before its number, at a clause's or a line's end: the view and the labels are without it."""
    text = "全年接访43件{0}，评选最美家庭{0}30户{0}和五好家庭12户。走访家庭60户。{0}\n"
    view = View(text.format(mark))
    assert view.text == text.format("").removesuffix("\n")
    assert view.note_marks == {mark}
    read = fulian.read_text("青禾县妇联2021年工作总结\n一、维权\n" + text.format(mark))
    assert [figure.label for figure in read.observations] == ["接访", "评选最美家庭", "评选五好家庭", "走访家庭"]
    assert [figure.source.quote for figure in read.observations] == ["43件", "30户", "12户", "60户"]


@pytest.mark.parametrize("mark", ["*", "**", "※", "†"])
def test_a_star_marks_a_figure(mark: str) -> None:
    """A star is such a mark only behind a figure; elsewhere it may hide a name."""
    assert View(f"接访43件{mark}，办结41件。").text == "接访43件，办结41件。"
    assert View(f"林{mark}，周{mark}等来访。").text == f"林{mark}，周{mark}等来访。"


@pytest.mark.parametrize(
    "text",
    [
        "①宣讲42场②走访60户③培训600人次",
        "做法包括①加强领导②落实责任",
        "主要抓了：①宣讲；②走访。",
        "青妇〔14〕3号",
        "青妇办[9] 12号",
        "新建阵地30米²，绿化5公里²",
        "面积10²米",
        "长2米*3米",
        "【概况】全年接访43件",
        "[1]含来电12件。",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    """Items of a list, document numbers, powers, products, heads of entries and a note's own mark are read."""
    assert View(text).text == text
    assert not View(text).note_marks


def test_the_number_of_an_item_is_no_part_of_a_label() -> None:
    """It opens a clause, as a semicolon does."""
    reading = fulian.read_text(
        "青禾县妇联2021年工作总结\n一、维权\n主要做法：①宣讲42场②走访家庭60户③培训妇女600人次。\n"
    )
    assert [figure.label for figure in reading.observations] == ["宣讲", "走访家庭", "培训妇女"]
