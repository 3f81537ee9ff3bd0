"""Which rule takes a number with its unit."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from fulian.reference.measure_words import measure_words
from fulian.text.quantities._numbers import Value
from fulian.text.quantities._refusals import chinese_counts, counts_hollow

_BEFORE_YEARS: Final = re.compile(
    "(?:近|过去|未来|今后|为期|历时|最近|连续|累计|每|满|前|后|长达|持续|约|超过|这|又|达|了|任期|用|年限[^，,。；;]{0,4}"
    "|提高|延长|增加|增长|缩短)$"
)
_AFTER_YEARS: Final = re.compile(
    "(?:间|规划|行动|计划|攻坚|任期|以上|以内|以下|内|之内|后|前|期|工作|时间|制|奋斗|再|的)"
)
_ANNIVERSARY: Final = re.compile(
    "[“”三八六一五·.]{0,5}[^\\W\\d]{0,8}?(?:妇女节|劳动节|儿童节|教师节|母亲节|护士节|记者节|助残日|家庭日|人权日|艾滋病日|国庆|建军节)"
)
_A_NUMBER_COUNTED: Final = re.compile('[0-9.]{1,6}[%”"]')
_A_DAY: Final = re.compile("[节日庆]")  # what the name of an anniversary has
_ITEM_AND_YEAR: Final = re.compile("[0-9]{1,3}[.](?:19|20)[0-9]{2}[ ]?年")  # 1.2019年，…: an item's number, and a year
_RANK: Final = re.compile("前$")  # 前三位
# 九届四次执委会, 团结村二组: an ordinal without 第.
_ORDINAL_BEHIND: Final = {
    **dict.fromkeys(("位", "名", "强"), _RANK),
    "次": re.compile("届(?:[一二三四五六七八九十]{1,2}次[、和及])*$"),
    "组": re.compile("(?<![每各全])(?:村|社区|屯|队|村民)(?:[0-9一二三四五六七八九十]{1,2}、)*$"),
}
# 江淮研究 2018年13期: a journal's issue.
_OF_A_YEAR: Final = re.compile("(?:19|20)[0-9]{2}年$")
_ENDS_A_LINE: Final = frozenset(("", "\n", " ", ")", "）", "》"))
_PLAN_BY_NUMBER: Final = re.compile("第[一二三四五六七八九十]{1,3}个$")  # 第十四个五年规划
_IS_A_TIME: Final = re.compile("多?(?:以来|来(?!自|源))")  # 四年来 tells when, not how long
_SCORED: Final = re.compile("(?:满意|分值|得分|评分|均分|成绩|考核|测评|总分)[^，,。；;\n]{0,8}$")


@cache
def kinds() -> dict[str, str]:
    """How far each measure word can be trusted."""
    return {word.word: word.counts for word in measure_words().values()}


def rule_for(text: str, start: int, end: int, numeral: str, unit: str, value: Value) -> str | None:
    """The rule that takes a number with this unit, or None where it counts nothing."""
    counts = kinds().get(unit, "firm")
    chinese = not "0" <= numeral[0] <= "9"
    if unit == "个" and _A_DAY.search(text, end, end + 17) and _ANNIVERSARY.match(text, end):
        return None  # 迎接第112个三八妇女节, though without 第
    if unit == "个" and "0" <= text[end : end + 1] <= "9" and _A_NUMBER_COUNTED.match(text, end):
        return None  # 三个100%, “4个2”地区: a slogan that counts numbers
    if unit == "卷" and not chinese and len(numeral) == len("2023") and numeral[:2] in ("19", "20"):
        return None  # 年鉴2023卷: the volume of a year
    if unit == "期" and text[end : end + 1] in _ENDS_A_LINE and _OF_A_YEAR.search(text, max(0, start - 5), start):
        return None
    if unit == "个月" and text[end - 2] == "个" and text[start - 1 : start] == "前":
        return None  # 前10个月: when
    if unit in _ORDINAL_BEHIND and _ORDINAL_BEHIND[unit].search(text, max(0, start - 12), start):
        return None
    if counts == "firm" and not chinese:
        return "measure-word"
    if counts in ("ordinal", "date"):
        return None
    if chinese and not chinese_counts(text, start, end, numeral, counts):
        return None
    return _careful(text, start, end, unit, counts, value, chinese=chinese)


def _careful(text: str, start: int, end: int, unit: str, counts: str, value: Value, *, chinese: bool) -> str | None:
    """A second look at words that count only in company."""
    match counts:
        case "duration":
            if "." in text[start:end] and _ITEM_AND_YEAR.fullmatch(text, start, end):
                return None
            return "duration" if _is_span_of_years(text, start, end, value) else None
        case "article":
            return None if chinese and value.value < 2 else "measure-word"
        case "tenths":
            return "tenths" if chinese and value.value < 10 else None
        case "doubling":
            return "doubling" if text[max(0, start - 4) : start].rstrip("了近约").endswith("翻") else None
        case "score":
            return "score" if not chinese and _SCORED.search(text[max(0, start - 16) : start]) else None
        case "loose":
            return None if value.value <= (12 if chinese else 9) and counts_hollow(text, end) else "measure-word"
        case "whole":  # 2.0版: an edition; pages are counted whole
            return None if "." in text[start:end] else "measure-word"
        case "place":  # 3村 counts; 三区, 百县 name more often than they count
            return None if chinese and len(unit) == 1 else "division"
        case _:
            return "measure-word"


def _is_span_of_years(text: str, start: int, end: int, value: Value) -> bool:
    """五年规划, 近三年: a length of time rather than a date."""
    if value.value != int(value.value):
        return True  # 提高0.8年: no date has decimals
    if value.value > 60 or value.value == 1 or _IS_A_TIME.match(text, end):
        return False
    if text[start - 1 : start] == "个" and _PLAN_BY_NUMBER.search(text, max(0, start - 6), start):
        return False
    return bool(_BEFORE_YEARS.search(text[max(0, start - 7) : start]) or _AFTER_YEARS.match(text, end))
