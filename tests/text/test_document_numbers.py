from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.errors import ParseError
from fulian.text import find_document_numbers, parse_document_number
from fulian.values import DocumentNumber

NUMBERS = st.builds(
    DocumentNumber,
    prefix=st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=14),
    year=st.integers(1900, 2099),
    serial=st.integers(1, 99999),
)
BRACKETS = ["〔〕", "[]", "【】", "［］", "（）", "()", "﹝﹞", "〖〗"]
FIFTH = DocumentNumber(prefix="湘妇字", year=2016, serial=5)


@given(NUMBERS)
def test_a_printed_number_parses_back(number: DocumentNumber) -> None:
    """Parsing what a number prints gives it back, whatever its sign."""
    parsed = parse_document_number(str(number))
    assert parsed == number
    assert parsed.text == str(number)


@given(NUMBERS, st.sampled_from(BRACKETS), st.sampled_from(["", "第", "第 "]), st.integers(0, 3), st.booleans())
def test_brackets_ordinal_zeros_and_the_missing_sign_make_no_difference(
    number: DocumentNumber,
    brackets: str,
    ordinal: str,
    zeros: int,
    sign: bool,  # noqa: FBT001 - drawn, not passed
) -> None:
    """GB/T 9704-2012, 7.2.5 forbids 第, leading zeros and other brackets; they are read all the same."""
    serial = str(number.serial).zfill(min(len(str(number.serial)) + zeros, 6))
    printed = f"{number.prefix}{brackets[0]}{number.year}{brackets[1]}{ordinal}{serial}{'号' if sign else ''}"
    assert parse_document_number(printed) == number


@pytest.mark.parametrize(
    "text",
    [
        "湘妇字〔2016〕5号",
        "湘妇字〔２０１６〕５号",
        "湘 妇 字 〔 2016 〕 5 号",
        "\n湘妇字〔2016〕5号\u3000",
        "湘妇字〔2016年〕5号",
        "湘妇字〔16〕5号",
        "湘妇字〔2016]5号",
        "湘妇字〔二〇一六〕五号",
        "湘妇字〔二○一六〕第五号",
        "关于做好春节慰问工作的通知（湘妇字〔2016〕5号）",
        "《关于做好春节慰问工作的通知》(湘妇字[2016]5号)",
        "文号：湘妇字〔2016〕5号",
    ],
)
def test_forms_met_in_print_are_read(text: str) -> None:
    """Width, spaces, a short year, mixed brackets, Chinese digits and a title before it are all met."""
    assert parse_document_number(text) == FIFTH


@pytest.mark.parametrize(("short", "year"), [("49", 1949), ("98", 1998), ("00", 2000), ("14", 2014), ("48", 2048)])
def test_a_year_of_two_digits_lies_from_1949_on(short: str, year: int) -> None:
    """The federation was founded in 1949, so that 49 to 99 are of the last century."""
    assert parse_document_number(f"妇字〔{short}〕1号").year == year


def test_the_number_keeps_the_characters_it_was_read_from() -> None:
    """The title before it is not part of them, spaces inside it are."""
    assert parse_document_number("关于培训的通知（湘妇字〔 2016 〕5号）").text == "湘妇字〔 2016 〕5号"


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("", 0, "an organ's sign"),
        ("第5号", 0, "an organ's sign"),
        ("〔2016〕5号", 0, "an organ's sign"),
        ("湘〔2016〕5号", 0, "an organ's sign"),
        ("AB〔2016〕5号", 0, "an organ's sign"),
        ("湘妇字", 3, "a year in brackets"),
        ("湘妇字5号", 3, "a year in brackets"),
        ("湘妇字2016年5号", 3, "a year in brackets"),
        ("湘妇字〔2216〕5号", 4, "a year from 1900 to 2099"),
        ("湘妇字〔216〕5号", 4, "a year from 1900 to 2099"),
        ("湘妇字〔2016〕号", 9, "a number from 1"),
        ("湘妇字〔2016〕0号", 9, "a number from 1"),
        ("湘妇字〔2016〕100000号", 9, "a number from 1"),
        ("湘 妇 字 5号", 6, "a year in brackets"),
        ("湘妇字〔2016〕5号文件要求", 11, "nothing behind the number"),
        ("湘妇字〔2016〕5号、湘妇字〔2016〕6号", 11, "nothing behind the number"),
    ],
)
def test_what_is_no_number_is_refused_at_its_place(text: str, position: int, expected: str) -> None:
    """The error says where in the text as written, and what would have been right there."""
    with pytest.raises(ParseError, match=expected) as caught:
        parse_document_number(text)
    assert (caught.value.text, caught.value.position) == (text, position)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("根据国发〔2016〕8号文件要求", ["国发〔2016〕8号"]),
        ("按照湘妇字〔2016〕5号和湘妇办〔2016〕6号部署", ["湘妇字〔2016〕5号", "湘妇办〔2016〕6号"]),
        ("各单位要落实全国妇联妇字〔2016〕3号精神", ["妇字〔2016〕3号"]),
        ("省委办公厅湘办发〔2016〕9号", ["湘办发〔2016〕9号"]),
        ("某省妇女联合会文件\n湘妇字〔2016〕5号\n\n关于", ["湘妇字〔2016〕5号"]),
        ("现转发粤妇字[2016]第07号，请遵照执行", ["粤妇字[2016]第07号"]),
        ("（湘政妇儿工委办发〔2016〕2号）", ["湘政妇儿工委办发〔2016〕2号"]),
        ("发文字号：湘妇办〔2016〕12 成文日期：2016年", ["湘妇办〔2016〕12"]),
        ("湘妇字 〔2016〕 5 号", ["湘妇字 〔2016〕 5 号"]),
        ("某某路（2016）12号楼", []),
        ("建设示范点（2016）3个", []),
        ("附件（2016）", []),
        ("〔2016〕5号", []),
        ("", []),
    ],
)
def test_numbers_are_found_in_running_text(text: str, found: list[str]) -> None:
    """Words that lead up to a number are not part of its sign; house numbers and counts are no numbers."""
    numbers = find_document_numbers(text)
    assert [text[start:end] for start, end, _ in numbers] == found
    assert [number.text for _, _, number in numbers] == found


@given(st.lists(st.tuples(st.sampled_from(["根据", "，", "转发", "。\n", "（", "）"]), NUMBERS.map(str)), max_size=5))
def test_found_numbers_stand_where_they_are_said_to(pieces: list[tuple[str, str]]) -> None:
    """Places are in order, do not overlap, and their characters parse to the number found there."""
    text = "".join(lead + number for lead, number in pieces)
    reached = 0
    for start, end, number in find_document_numbers(text):
        assert reached <= start < end <= len(text)
        assert parse_document_number(text[start:end]) == number
        reached = end


@given(st.text("湘妇字〔〕[]（）()【】第号年 0159０１二〇一五\n国发关于", max_size=40))
def test_any_text_gives_a_number_or_a_parse_error(text: str) -> None:
    """Nothing but fulian's own error comes out, with a position within the text; searching raises nothing."""
    find_document_numbers(text)
    try:
        number = parse_document_number(text)
    except ParseError:
        return
    assert parse_document_number(str(number)) == number
