"""What carries the short name of the place it is of: papers, schools and roads, and campaigns (冠名)."""

from __future__ import annotations

import re
from functools import lru_cache

from fulian.reference.divisions import find_divisions
from fulian.text._place_scanner import any_of, begins_of_names, ends_of_names, may_begin_a_name, may_end_a_name

__all__ = ["carried_names"]

_HAN = "\u4e00-\u9fff"
_NAMESAKES = (
    "晚报",
    "日报",
    "女性",
    "妇女网",
    "电视台",
    "新闻网",
    "融媒",
    "发布",
    "高中",
    "一中",
    "二中",
    "三中",
    "中学",
    "小学",
    "幼儿园",
    "职院",
    "职中",
    "师范",
    "医院",
    "高速",
    "新城",
    "大道",
    "讲堂",
    "好人",
    "巾帼",
    "姐妹",
)
# What a campaign calls the place.
_SLOGANS = (
    "平安",
    "法治",
    "法制",
    "幸福",
    "美丽",
    "和谐",
    "文明",
    "健康",
    "活力",
    "生态",
    "绿色",
    "魅力",
    "富裕",
    "富饶",
    "智慧",
    "清廉",
    "数字",
    "大美",
    "书香",
    "爱心",
    "诚信",
)
_CAMPAIGN = ("建设", "创建", "行动", "”", "」", "工程", "活动")
# 我县举办活动_罗田新闻网: the site that a page's title ends with is the place's own.
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
_BEFORE_A_SITE = frozenset("_-|—")
_SITES = ("新闻网", "妇女网", "融媒")
_OF_ITS_SITE = 3
_OF_A_SLOGAN = 2
_LENGTHS = (4, 3, 2)


def carried_names(text: str) -> list[tuple[str, int]]:
    """Find the short names that papers, schools, sites and campaigns carry (冠名地): 覃塘高中, 平安覃塘建设.

    Args:
        text: A document's text.

    Returns:
        Each name and what it weighs as evidence of the writer's place: first those of papers and the like.

    Example:
        >>> carried_names("深化“平安覃塘”建设，覃塘高中设岗。")
        [('覃塘', 1), ('覃塘', 2)]
    """
    of_namesakes: list[tuple[str, int]] = []
    of_campaigns: list[tuple[str, int]] = []
    for match in _carriers().finditer(text):
        if match.lastindex:
            _add_campaigns(text, match.end(), of_campaigns)
        else:
            _add_namesakes(text, match, of_namesakes)
    return of_namesakes + of_campaigns


@lru_cache(maxsize=1)
def _carriers() -> re.Pattern[str]:
    """The words that a name may stand before (a group) or behind; their first two characters turn most away."""
    words = (*_NAMESAKES, *_SLOGANS)
    return re.compile(
        f"{any_of(word[0] for word in words)}(?={any_of(word[1] for word in words)})"
        f"(?:({_by_second(_SLOGANS)})(?={begins_of_names()})|(?<={ends_of_names()}.)(?:{_by_second(_NAMESAKES)}))"
    )


def _by_second(words: tuple[str, ...]) -> str:
    """The rest of each word behind its first character: 报 and 学 serve for two words."""
    firsts: dict[str, list[str]] = {}
    for word in words:
        firsts.setdefault(word[1:], []).append(word[0])
    return "|".join(f"{rest[0]}(?<={any_of(before)}.){rest[1:]}" for rest, before in firsts.items())


def _add_namesakes(text: str, match: re.Match[str], found: list[tuple[str, int]]) -> None:
    end = match.start()
    if not may_end_a_name(text, end):
        return
    for length in _LENGTHS:
        name = text[max(end - length, 0) : end]
        if len(name) == length and find_divisions(name):
            of_site = text[end - length - 1 : end - length] in _BEFORE_A_SITE and match[0] in _SITES
            found.append((name, _OF_ITS_SITE if of_site and not _HAN_CHARACTER.match(text, match.end()) else 1))
            return


def _add_campaigns(text: str, start: int, found: list[tuple[str, int]]) -> None:
    if not may_begin_a_name(text, start):
        return
    for length in _LENGTHS:
        name = text[start : start + length]
        if text.startswith(_CAMPAIGN, start + length) and len(name) == length and find_divisions(name):
            found.append((name, _OF_A_SLOGAN))
            return
