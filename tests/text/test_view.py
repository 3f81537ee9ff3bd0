"""The view shows a text as a person reads it, and knows the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.text.view import View

PIECES = st.sampled_from(
    [
        "妇联", "培训妇女", "。", "，", "；", "“", "”", "《", "》", "一、", "（二）", "1.", "\n", "\n\n", "\r\n", "\r", "\f", " ", "\u3000", "\xa0",
        "２０", "％", "Ａ", " 4", "- 5 -", "3", "\u200b", "\ufeff", "\u2028", "x", "10", "：", "第二篇", "附件1：",
        "①", "②", "[1]", "〔2〕", "¹", "*", "件", "米²", "(fèn)", "(x)",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text())


@given(TEXTS)
def test_each_character_stands_for_one_of_the_text(text: str) -> None:
    """A character of the view is the text's own at its place, half-width, or white space for white space."""
    view = View(text)
    places = [view.place(position) for position in range(len(view.text))]
    assert places == sorted(set(places))
    for shown, place in zip(view.text, places, strict=True):
        original = text[place]
        alike = shown == original or ord(original) - ord(shown) == 0xFEE0
        assert alike or (shown in " \n" and (original.isspace() or original in "\x1c\x1d\x1e"))


@given(TEXTS)
def test_the_way_back_and_forth(text: str) -> None:
    """What stands at a place of the text is found again in the view; what is not shown leads to the next that is."""
    view = View(text)
    assert [view.seen(view.place(position)) for position in range(len(view.text))] == list(range(len(view.text)))
    places = [view.place(position) for position in range(len(view.text))]
    for place in range(len(text)):
        assert view.seen(place) == sum(one < place for one in places)


@given(TEXTS)
def test_nothing_visible_is_lost_but_page_numbers(text: str) -> None:
    """What the view leaves out is white space, invisible characters, page numbers, marks of footnotes and sounds."""
    view = View(text)
    shown = {view.place(position) for position in range(len(view.text))}
    left = {char for place, char in enumerate(text) if place not in shown}
    left -= set("-—–－·0123456789第页共/") | set("".join(view.note_marks)) | set("(fèn)")
    assert all(char.isspace() or not char.isprintable() for char in left)


@given(TEXTS)
def test_a_span_holds_what_the_view_shows(text: str) -> None:
    """The span of a whole view begins at its first and ends behind its last character."""
    view = View(text)
    if view.text:
        span = view.span(0, len(view.text))
        assert (span.start, span.end) == (view.place(0), view.place(len(view.text) - 1) + 1)
        assert not view.text.split() or text[span.start : span.end].strip("\ufeff\u200b").split()
        assert view.source("d1", 0, len(view.text)).quote == text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("全年举办培训班8期，培训妇女近500人，\n\n\n帮助210人就业。", "全年举办培训班8期，培训妇女近500人，帮助210人就业。"),
        ("实施“巾帼\n\n暖心”行动，慰问困难妇女。", "实施“巾帼暖心”行动，慰问困难妇女。"),
        ("今年以来全县妇联新建妇女之家12个。培训执\n委300人，成效明显。", "今年以来全县妇联新建妇女之家12个。培训执委300人，成效明显。"),
        ("表彰先进。全县现有示范幼儿园，永定街道童 4\n心幼儿园等，办得好。", "表彰先进。全县现有示范幼儿园，永定街道童心幼儿园等，办得好。"),
        ("表彰先进。全县共有妇女之家，合计 4\n个，办得好。", "表彰先进。全县共有妇女之家，合计 4个，办得好。"),
        ("培训妇女，\n- 12 -\n共300人。", "培训妇女，共300人。"),
        ("1.培训妇女骨干人数统计表\t12\t30\n2.慰问\t13\t31\n合计\t25\t61", "1.培训妇女骨干人数统计表 12 30\n2.慰问 13 31\n合计 25 61"),
        ("1.建立妇女维权站点个数统计\n1340\n2.建立基地\n1200", "1.建立妇女维权站点个数统计\n1340\n2.建立基地\n1200"),
        ("关于开展评比工作的\n通　　知", "关于开展评比工作的通  知"),
        ("3.推进乡镇妇联组织建设和换届工作\n规范化\n4.加强培训", "3.推进乡镇妇联组织建设和换届工作规范化\n4.加强培训"),
    ],
)  # fmt: skip
def test_cut_sentences_are_joined(text: str, shown: str) -> None:
    """A sentence that a line or a page cut is whole; a page number within it is gone, a figure is not."""
    assert View(text).text == shown


@pytest.mark.parametrize(
    "text",
    [
        "一、统筹城乡妇女发展\n搭建服务平台，提供岗位。",
        "三、加强协调配合,努力为妇女办实事,办好事\n切实履行职能,努力办好。",
        "基本情况\n我社区现有妇女207人。",
        "工作顺利完成。(三)丰富维权载体\n妇联担负着职责,开展活动。",
        "希望对你有帮助。2020妇联计划范文1\n进一步理清思路,做好工作。",
        "第一篇:2020年妇联工作计划\n妇联是参与者;妇联是见证者。",
        "来源：县妇联 作者：张三\n近日，县妇联开展活动，很好。",
        "—分享—\n1月3日，会议召开。",
    ],
)
def test_headings_and_finished_lines_stay_lines(text: str) -> None:
    """A heading, a mark, a byline or a glued heading is not joined with the text below."""
    assert View(text).text.count("\n") == 1


def test_traditional_characters_are_shown_simplified() -> None:
    """As many characters as there were, so that every place stays the same; a text without 婦, 聯, 萬 or 億 is left."""
    text = "婦聯籌得善款7萬餘元，\n著力幫扶乾縣婦女。"
    view = View(text)
    assert view.text == "妇联筹得善款7万余元，著力帮扶乾县妇女。"
    assert view.source("d1", 6, 10).quote == "7萬餘元"
    assert View("顯著").text == "顯著"


def test_numbers_that_a_text_sets_apart_are_closed_up() -> None:
    """Spaces around digits go where years are set apart throughout; a table's columns keep theirs."""
    text = "2010 年至 2015 年，孕产妇死亡率为 14.2/10 万，比 2009 年降低 12.5% 。"
    view = View(text)
    assert view.text == "2010年至2015年，孕产妇死亡率为14.2/10万，比2009年降低12.5%。"
    start = view.text.index("14.2")
    span = view.span(start, start + 8)
    assert text[span.start : span.end] == "14.2/10 万"
    for other in ("2010年培训 5 期", "甲镇 12 30 45", "2010 年培训5期，2011年培训7期，2012年培训8期"):
        assert View(other).text == other
