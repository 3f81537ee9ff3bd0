"""Footnotes within a text are notes on a word: neither achievements nor promises, and their figures are told."""

from __future__ import annotations

import pytest

import fulian
from fulian import FrameRole, Status

HEAD = "青禾县妇联2021年工作总结\n一、维权工作\n全年接访43件{}，办结41件。\n"
PLANS = "二、下一步工作打算\n计划举办培训10期。\n"


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (
            HEAD.format("[1]") + PLANS + "[1]含来电12件。\n[2]数据来自县信访局。",
            ["[1]含来电12件。", "[2]数据来自县信访局。"],
        ),
        (HEAD.format("［１］") + PLANS + "［１］ 含来电12件。\n青禾县妇联\n2022年1月5日", ["［1］ 含来电12件。"]),
        (HEAD.format("[1]") + "[1]含来电12件。\n" + PLANS, ["[1]含来电12件。"]),
        (HEAD.format("①") + PLANS + "①含来电12件。", ["①含来电12件。"]),
        (HEAD.format("〔1〕") + PLANS + "〔1〕含来电12件。", ["〔1〕含来电12件。"]),
        (HEAD.format("[注1]") + PLANS + "[注1]含来电12件。", ["[注1]含来电12件。"]),
        (HEAD.format("¹") + PLANS + "¹ 含来电12件。", ["¹ 含来电12件。"]),
        (HEAD.format("*") + PLANS + "* 含来电12件。", ["* 含来电12件。"]),
    ],
    ids=[
        "brackets at the end",
        "full width, signed",
        "at a page's foot",
        "circled",
        "other brackets",
        "a word in them",
        "raised",
        "a star",
    ],
)
def test_a_footnote_is_no_promise(text: str, notes: list[str]) -> None:
    """Its line has a role of its own; what it counts was done, and is not labelled by the mark."""
    reading = fulian.read_text(text)
    assert [one.text for one in reading.document.frame if one.role is FrameRole.FOOTNOTE] == notes
    [report] = reading.reports
    assert [one.text for one in report.commitments] == ["计划举办培训10期。"]
    figures = {one.quantity.text: (one.label, one.status) for one in reading.observations}
    assert figures["12件"] == ("含来电", Status.ACTUAL)
    assert figures["10期"][1] is Status.TARGET
    assert reading.unread == ()


@pytest.mark.parametrize(
    "text",
    [
        "青禾县妇联2021年工作总结\n[1]全年接访43件，办结41件。\n[2]举办培训10期。\n[3]慰问妇女12人。\n",
        "青禾县妇联2021年工作总结\n一、维权工作\n做好以下工作：\n①接访43件；\n②办结41件。\n",
    ],
    ids=["paragraphs numbered so", "a list"],
)
def test_what_numbers_its_own_paragraphs_so_has_no_footnotes(text: str) -> None:
    """Where most lines begin with such a mark, or no word bears it, they are the text."""
    reading = fulian.read_text(text)
    assert not [one for one in reading.document.frame if one.role is FrameRole.FOOTNOTE]
    assert len(reading.reports[0].achievements) > 1
