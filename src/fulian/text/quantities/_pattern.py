"""The pattern that finds candidates: a number, perhaps a second one after a dash, perhaps a unit."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from fulian.reference.measure_words import measure_words

NUMERALS: Final = "零〇一二两三四五六七八九十百千万亿半几数廿卅"
ROUND: Final = frozenset("百千万亿")

_CHINESE: Final = f"[{NUMERALS}]{{0,15}}+(?:点[零〇一二三四五六七八九]{{1,6}}+)?(?:[余多][万亿]?)?"
# Groups of three by comma or thin space; single digits that a typesetter spaced out; a plain run.
_ARABIC: Final = (
    r"(?:[0-9]{0,2}(?:[,\u00a0\u2009\u202f ][0-9]{3}(?![0-9])){1,5}+"
    r"|(?: [0-9]){1,6}+(?: \. [0-9](?: [0-9]){0,3}+)?(?![0-9.])| \. [0-9](?: [0-9]){0,3}+(?![0-9.])|[0-9]{0,23}+)"
    r"(?:\.[0-9]{1,10}+)?"
)
_MULTIPLIERS: Final = (
    r"(?:(?:[ ](?=[余多][百千万亿]))?"
    r"[余多几]?(?:[ ](?=[百千万亿]))?(?:个(?=[万亿]))?(?:[万亿](?!分)|十(?!分)|百(?!分)|千(?![克米瓦卡字分]))"
    r"(?:[0-9]{1,4}+(?:\.[0-9]{1,4}+)?(?=[千百十万]))?){0,3}+"
    r"(?:[余多]| [余多](?=[个次人名户家场件份位])|来(?=[个次人名户家场件期岁亩份条位天项所台]))?"
)
_DASH: Final = r"(?:[-—–－~～―]{1,2}|至|到)"
_GAP: Final = "[ \u00a0\u2009]?"
# A year is the commonest number that counts nothing; before a dash it may be the end of a range.
_NO_YEAR: Final = f"(?!(?<=[12])[0-9]{{3}}年(?!{_GAP}{_DASH}))"


# What may follow plain digits within a number; mostly a unit does, and nothing of the kind need be looked for.
_MORE: Final = "[,. \u00a0\u2009\u202f余多几十百千万亿来]|个[万亿]"


def _number(*, arabic: str = "", chinese: str = "") -> str:
    """A number, with what is asked of Arabic digits and of Chinese numerals behind the first."""
    digits = f"(?<=[0-9]){arabic}(?:[0-9]{{0,23}}+(?!{_MORE})|{_ARABIC}{_MULTIPLIERS})"
    return f"[0-9{NUMERALS}](?<![0-9A-Za-z.][0-9])(?:{digits}|(?<![0-9]){chinese}{_CHINESE})"


# Without a unit a number counts only where a noun may follow, or where 万 or 亿 ends it.
_BARE: Final = "(?:(?<=[0-9余多])(?=[\u4e00-\u9fff、])(?![年月日号时届点章条第级楼室])|(?<=[万亿余多]))"


# How the commonest measure words begin: these are tried first.
_COMMON: Final = "年人个名%元批期场岁条份篇日届次户项件所例起村家位天"


# 项目, 名单 and 支队 are words, but 77项目标, 30名单身母亲 and 12支队伍 count what stands behind.
_UNLESS = {"目": "目(?!标(?!准))", "单": "单(?![身亲])", "队": "队(?!伍)"}


def _unit() -> str:
    """Every measure word with what may not follow it; a second may stand in brackets: 人(次).

    Words that begin alike share a branch, the longest first in it, so that few branches are looked at.
    """
    branches: dict[str, list[str]] = {char: [] for char in _COMMON}
    for word in sorted(measure_words().values(), key=lambda one: (-len(one.word), one.word)):
        unless = "|".join(sorted(_UNLESS.get(one) or re.escape(one) for one in word.unless_followed_by))
        rest = re.escape(word.word[1:]) + (f"(?!{unless})" if unless else "")
        branches.setdefault(word.word[0], []).append(rest)
    alternatives = [f"{re.escape(char)}(?:{'|'.join(rests)})" for char, rests in branches.items() if rests]
    second = "".join(sorted(word for word in measure_words() if len(word) == 1 and word.isalpha()))
    return f"(?=[{_firsts()}])(?:{'|'.join(alternatives)})(?:[(（][{second}][)）])?"


def _firsts() -> str:
    """How measure words begin, for a class."""
    return "".join(sorted({re.escape(word[0]) for word in measure_words()}))


def _behind_a_numeral() -> str:
    """What stands behind the first character of a Chinese numeral that may count: 一 and 万 of other words fail here.

    More of the numeral, a part (三分之二), a dash or a unit, perhaps behind a space; 一半 and 过半 need nothing.
    """
    return f"(?:(?=[{NUMERALS}点余多分/ \u00a0\u2009至到—–－~～―{_firsts()}-])|(?<=[一过]半))"


@cache
def candidates() -> re.Pattern[str]:
    """Give the pattern; groups: first, over, gap, unit; then, where it may be a range, middle, dash, second, gap, unit.

    The common case, one number and its unit, is tried before a range, which looks for a unit twice.
    """
    unit, number = _unit(), _number()
    first = _number(arabic=_NO_YEAR, chinese=_behind_a_numeral())
    return re.compile(
        f"({first})(?:分之({number})|/[2-9](?![0-9/万])|(?<=[半数])(?:(?<=半数)|(?<=[一过]半)(?!年))"
        f"|({_GAP})((?>{unit}))(?!{_GAP}{_DASH}{_GAP}[0-9{NUMERALS}])"
        f"|(?:({_GAP}{unit})?{_GAP}({_DASH}){_GAP}({number}))?(?:({_GAP})({unit})|{_BARE}))"
    )


@cache
def measure_word() -> re.Pattern[str]:
    """Give the pattern of what may stand behind digits: more of the number in Chinese (余, 万), then a measure word."""
    more = "[余多来几]|[百千万亿]{1,2}+[余多]?"
    return re.compile(f"(?:{more})?+{_GAP}(?:[年月日]|{_unit()})|[万亿]")
