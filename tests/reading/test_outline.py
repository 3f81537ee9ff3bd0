"""The outline: kinds, levels and bounds of blocks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.reading.outline import BlockKind, outline
from fulian.text.view import View


def shape(text: str) -> list[tuple[str, int | None, str]]:
    """Give each block's kind, number and heading."""
    return [(block.kind.value, block.ordinal, text[block.text : block.heading_end]) for block in outline(text)]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("一、维权工作\n全年接访43件。", [("heading", 1, "维权工作"), ("paragraph", None, "")]),
        ("（一）办培训。全年办班12期。", [("run-in", 1, "办培训")]),
        ("1.妇女与经济——妇女参与经济的广度不断拓展。", [("run-in", 1, "妇女与经济")]),
        ("1.加强领导：成立专班，明确责任。", [("run-in", 1, "加强领导")]),
        ("1.推进妇联改革\n2.加强培训", [("item", 1, ""), ("item", 2, "")]),
        ("### 各市妇联在行动\n#### 长沙", [("heading", None, "各市妇联在行动"), ("heading", None, "长沙")]),
        ("**长沙**\n办班5期，效果好。", [("heading", None, "长沙"), ("paragraph", None, "")]),
        ("**长沙：**办班5期，效果好。", [("run-in", None, "长沙")]),
        ("基本情况\n全县有妇女12万人，其中执委300人。", [("heading", None, "基本情况"), ("paragraph", None, "")]),
        (
            "长沙:服务妇女有实招\n2020年,长沙市妇联办班12期,培训600人。",
            [("heading", None, "长沙:服务妇女有实招"), ("paragraph", None, "")],
        ),
        ("第一、抓学习\n组织学习12次。", [("heading", 1, "抓学习"), ("paragraph", None, "")]),
    ],
)
def test_blocks_of_each_form(text: str, blocks: list[tuple[str, int | None, str]]) -> None:
    """Headings, run-in headings, items and paragraphs are told apart."""
    assert shape(text) == blocks


def test_a_running_order_inside_a_paragraph_cuts_it() -> None:
    """（一）…（二）… behind full stops are blocks of their own; a reference to a clause is none."""
    text = "社区开展活动。(一)文明家庭。评选20户。(二)未成年人。办班3期。"
    assert [kind for kind, _, _ in shape(text)] == ["paragraph", "run-in", "run-in"]
    assert len(outline("依照条例第三条（二）项规定办理，效果好。")) == 1


def test_a_heading_glued_to_the_paragraph_before_it_is_a_heading() -> None:
    """一)、 behind a full stop at a line's end heads the next line where 二)、 follows."""
    text = "合力推进工作。一)、提升素质\n培训24名干部。二)、建设阵地\n新建5个之家。"
    assert shape(text) == [
        ("paragraph", None, ""),
        ("heading", 1, "提升素质"),
        ("paragraph", None, ""),
        ("heading", 2, "建设阵地"),
        ("paragraph", None, ""),
    ]


def test_items_right_behind_their_heading() -> None:
    """三、工作计划(一)…(二)… is a heading and two items."""
    text = "三、工作计划(一)加强协调,提高效果。(二)加强队伍,提升能力。"
    assert shape(text) == [("heading", 3, "工作计划"), ("item", 1, ""), ("item", 2, "")]


def test_the_file_may_tell_the_headings() -> None:
    """A line that the file marks is a heading, as deep as so many #; under numbered headings it stands below them."""
    text = "思想引领\n宣讲42场。\n普法\n讲座7场。"
    told = outline(text, levels={0: 1, text.index("普法"): 2})
    assert [(one.kind.value, one.level) for one in told] == [
        ("heading", -6), ("paragraph", 30), ("heading", -5), ("paragraph", 30),
    ]  # fmt: skip
    text = "一、思想引领\n普法。活动\n讲座7场。"
    told = outline(text, levels={0: 1, text.index("普法"): 2})
    assert [(one.kind.value, one.level) for one in told] == [("heading", 3), ("heading", 20), ("paragraph", 30)]


@given(
    st.lists(
        st.sampled_from(
            ["一、", "（一）", "1.", "。", "\n", "维权工作", "，", "：", "##", "# ", "**", " ", "2014年", "——", "(二)"]
        ),
        max_size=30,
    ).map("".join)
)
def test_blocks_hold_the_whole_text_once(text: str) -> None:
    """Blocks are in order, do not overlap, and leave out only white space."""
    view = View(text)
    blocks = outline(view.text)
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    assert all(
        block.start <= block.text <= block.heading_end <= block.end or block.heading_end == block.start
        for block in blocks
    )
    assert all(block.kind is not BlockKind.HEADING or block.heading_end > block.text for block in blocks)
    held = "".join(view.text[block.start : block.end] for block in blocks)
    assert "".join(held.split()) == "".join(view.text.split())
