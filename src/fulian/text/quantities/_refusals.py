"""What holds a numeral and counts nothing: names, slogans, figures of speech."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from fulian.reference.divisions import all_divisions, short_names
from fulian.reference.fixed_phrases import fixed_phrase_at, hollow_nouns
from fulian.text.quantities._numbers import is_digit_string
from fulian.text.quantities._pattern import ROUND

NO_NUMBER_AFTER: Final = frozenset("第〔[【#＃№双首.．·•/—-－+＋×")
_UNIT_NOTE: Final = re.compile("单位[:：][^，。；：:\n]{0,12}$")
STOPS: Final = frozenset('，,。；;、：:！!？?\n（）()“”《》‘’"')
_SENTENCE_STOPS: Final = STOPS - {"、"}  # “补齐三个短板、守住一条底线” is one slogan
_SCHEME: Final = re.compile("[^\\W0-9的了]{2,10}?(?:计划|工程)(?![^\\W\\d]{0,2}(?:资金|项目))")
# Titles that are won, though 三个文明 are a slogan; 职能部门, though 三项职能 are one.
_MODEL: Final = re.compile("文明(?:家庭|户|村|单位|岗|校园|社区|镇)|职能(?:机构|部门|处室|科室|部室)")
_BEHIND_A_PLACE: Final = re.compile("[镇乡]|年鉴|县?志(?!愿)|妇联|妇女联合会|妇儿工委|人民|各界")
_NUMERALS: Final = frozenset("一二三四五六七八九十百千万")
_OF_A_PAIR: Final = frozenset("人户家")
_NEXT_OF_A_PAIR: Final = re.compile(
    "[，,、][\u4e00-\u9fff]{2,3}一[人户家](?![\u4e00-\u9fff])|[，,、][\u4e00-\u9fff]{2,3}一[人户家]的"
)
_FIRST_OF_A_PAIR: Final = re.compile("一[人户家][，,、][\u4e00-\u9fff]{2,3}$")
_EACH: Final = frozenset("每同另某任何这那该第统唯之哪")


def chinese_counts(text: str, start: int, end: int, numeral: str, counts: str) -> bool:
    """Whether a Chinese numeral before a measure word counts; far more of them name things than Arabic ones do."""
    if counts in ("doubling", "tenths"):
        return True
    if text[start] in ROUND and _names_a_unit(text, start, end):
        return False
    if numeral == "一":
        return _is_one_after_noun(text, start, end, counts) and not fixed_phrase_at(text, start)
    if is_digit_string(numeral) or fixed_phrase_at(text, start) or numeral in ("半", "零"):
        return False
    if _is_a_place(text, start):
        return False
    return not (is_quoted_name(text, start) or _is_chain(text, start, end) or names_a_scheme(text, start, end))


def counts_hollow(text: str, end: int) -> bool:
    """五个方面, 三项重点工作: what is counted is a slogan's word."""
    phrase = text[end : end + 7]
    for place, char in enumerate(phrase):
        if char in STOPS or char == "的":
            phrase = phrase[:place]
            break
    if _MODEL.match(phrase):
        return False
    return phrase.startswith(_hollow()) or phrase.endswith(_hollow())


def _is_a_place(text: str, start: int) -> bool:
    """三门县, 六枝年鉴: a place of the register that begins like a count, in full or with what follows a place."""
    names = _places_like_counts().get(text[start : start + 2], ())
    return any(
        text.startswith(name, start) and (is_full or _BEHIND_A_PLACE.match(text, start + len(name)) is not None)
        for name, is_full in names
    )


@cache
def _places_like_counts() -> dict[str, list[tuple[str, bool]]]:
    """Names that begin with a numeral, by their first two characters, and whether each is a full one."""
    found: dict[str, dict[str, bool]] = {}
    for one in all_divisions():
        if one.name[0] in _NUMERALS:
            names = found.setdefault(one.name[:2], {})
            names.update(dict.fromkeys(short_names(one.name), False) | {one.name: True})
    return {beginning: list(names.items()) for beginning, names in found.items()}


@cache
def _hollow() -> tuple[str, ...]:
    return tuple(hollow_nouns())


def _names_a_unit(text: str, start: int, end: int) -> bool:
    """单位：人次、万元, 资金（万元）, a cell with nothing but 万元: a unit that waits for its numbers."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    alone = not before.strip() and not after.strip()
    return (
        alone or (before in "（(" and after in "）)") or _UNIT_NOTE.search(text, max(0, start - 16), start) is not None
    )


def _is_one_after_noun(text: str, start: int, end: int, counts: str) -> bool:
    """一 counts behind its noun, at the end of a clause: 举办座谈会一次。 Before a noun it is an article."""
    if counts != "firm" or (end < len(text) and text[end] not in STOPS) or text[end : end + 1] == "”":
        return False
    before = text[max(0, start - 3) : start]
    if text[max(0, start - 12) : start].rpartition("，")[2].rpartition(",")[2].find("每") >= 0:
        return False  # 每五年举行一次 tells how often
    if _is_one_of_a_pair(text, start, end):
        return False
    return bool(before) and before[-1].isalpha() and _EACH.isdisjoint(before) and before[-1] not in "的了有是"


def _is_one_of_a_pair(text: str, start: int, end: int) -> bool:
    """培训一人，就业一人: a saying on one of each."""
    if text[end - 1] not in _OF_A_PAIR:
        return False
    return (
        _NEXT_OF_A_PAIR.match(text, end) is not None
        or _FIRST_OF_A_PAIR.search(text, max(0, start - 8), start) is not None
    )


def _opened_at(text: str, position: int, opening: str, closing: str, reach: int) -> int:
    """Where the mark was opened that a position stands inside of; -1 where none is, within `reach` characters."""
    opened = text.rfind(opening, max(0, position - reach), position)
    if opened >= 0 and text.find(closing, opened, position) < 0 and text.find("\n", opened, position) < 0:
        return opened
    return -1


def is_quoted_name(text: str, start: int) -> bool:
    """“三项服务”, “百名讲师进乡村”: a short quoted name that begins with a Chinese numeral, or nearly so."""
    opened = _opened_at(text, start, "“", "”", 12)
    if opened < 0:
        return False
    if text[start] in ROUND and text[opened + 1] in ROUND and text.find("”", start, start + 16) >= 0:
        return True  # “千万农家女，百项新技术”
    if start - opened > 6:
        return False
    closed = text.find("”", start, start + 24)
    return closed >= 0 and _SENTENCE_STOPS.isdisjoint(text[start:closed])


def is_in_title(text: str, start: int) -> bool:
    """《…三年行动计划》: a number in a title belongs to the name."""
    return _opened_at(text, start, "《", "》", 40) >= 0


def names_a_scheme(text: str, start: int, end: int) -> bool:
    """百万妇女培训计划, 千名女带头人培育工程: a round number that opens the name of a scheme."""
    return text[start] in ROUND and _SCHEME.match(text, end) is not None


def _is_chain(text: str, start: int, end: int) -> bool:
    """千家万户, 百县千村万户: round numbers in a row are a figure of speech."""
    return text[start] in ROUND and not ROUND.isdisjoint(text[max(0, start - 2) : start] + text[end : end + 2])
