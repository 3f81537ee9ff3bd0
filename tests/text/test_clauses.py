"""Sentences and clauses: where they end, and that nothing is lost or cut twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.text.clauses import find_clauses, find_sentences

TEXTS = st.text(alphabet="办讲座3场。！？\n，；：——”）“（ .,;:", max_size=60)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("举办讲座3场。收信9封。", ["举办讲座3场。", "收信9封。"]),
        ("一、抓培训\n办班5期。", ["一、抓培训\n", "办班5期。"]),
        ("她问：“办了几期？”大家笑了。", ["她问：“办了几期？”", "大家笑了。"]),
        ("（共评出5户。）随后表彰。", ["（共评出5户。）", "随后表彰。"]),
        ("真好！！！再办一期", ["真好！！！", "再办一期"]),
        ("达到98.5%，满意。", ["达到98.5%，满意。"]),
        ("。\n\n \n讲座3场", ["讲座3场"]),
        ("办班5期。", ["办班5期。"]),
        ("办班5期", ["办班5期"]),
        ("", []),
        ("。", []),
        ("  。", []),
        ("  \n ", []),
    ],
)
def test_sentences_end_at_full_stops_and_lines(text: str, sentences: list[str]) -> None:
    """A sentence ends at a full stop, a question or exclamation mark or a line's end, a closing quote or bracket included."""
    assert [text[start:end] for start, end in find_sentences(text, 0, len(text))] == sentences


@given(TEXTS)
def test_full_stops_end_what_other_marks_end(text: str) -> None:
    """A text whose sentences end with nothing but full stops is cut as one that has exclamation marks in their place."""
    assert find_sentences(text, 0, len(text)) == find_sentences(text.replace("。", "！"), 0, len(text))


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("培训58期，培训妇女5049人；帮助3568人就业。", ["培训58期", "培训妇女5049人", "帮助3568人就业。"]),
        ("主要成绩：办班5期", ["主要成绩", "办班5期"]),
        ("做好一件事——办班5期", ["做好一件事", "办班5期"]),
        ("妇女之家、儿童之家各5个", ["妇女之家、儿童之家各5个"]),
        ("办班", ["办班"]),
    ],
)
def test_clauses_end_at_commas_semicolons_and_colons(text: str, clauses: list[str]) -> None:
    """A clause ends before a comma, semicolon, colon or dash; 、 only divides a list."""
    assert [text[start:end] for start, end in find_clauses(text, 0, len(text))] == clauses


def test_only_the_stretch_is_divided() -> None:
    """Nothing before the start or behind the end is looked at."""
    text = "前文。办班5期，收信9封。后文。"
    start, end = text.index("办"), text.index("后")
    assert find_sentences(text, start, end) == [(start, end)]
    assert [text[start:end] for start, end in find_clauses(text, start, end)] == ["办班5期", "收信9封。"]


@given(text=TEXTS)
def test_sentences_lie_in_order_and_leave_out_only_marks(text: str) -> None:
    """Sentences do not overlap, none is blank, and what lies between them is blank or a mark."""
    at = 0
    for start, end in find_sentences(text, 0, len(text)):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip(" 。！？!?\n”’」』）)")
        assert text[start:end].strip()
        at = end
    assert not text[at:].strip(" 。！？!?\n”’」』）)")


@given(text=TEXTS)
def test_clauses_lie_in_order_and_hold_everything_but_marks(text: str) -> None:
    """Clauses do not overlap, and only their closing marks lie between them."""
    at = 0
    for start, end in find_clauses(text, 0, len(text)):
        assert at <= start <= end <= len(text)
        assert text[at:start] in {"", "，", ",", "；", ";", "：", ":", "——"}
        at = end
    assert text[at:] in {"", "，", ",", "；", ";", "：", ":", "——"}
