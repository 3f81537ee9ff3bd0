"""The expressions of time that documents use, one pattern a kind, each read into a draft.

A pattern is tried only where its first character stands, so every pattern says which characters those are. None can
backtrack beyond a few characters.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from fulian.errors import ParseError
from fulian.text.periods._mention import Edge, PeriodForm
from fulian.values.numeral import parse_numeral
from fulian.values.period import Period


class Draft:
    """An expression as one pattern read it, before its neighbours are looked at.

    Attributes:
        end: The character after its last.
        form: How it tells the time.
        first: Where the time begins, or None where the words do not tell.
        last: Where it ends, or None.
        bare: Whether it names no year, not even 今年: 3月8日.
        closed: Whether it may still become the end of a range, or be opened by 以来.
        title: Whether it is a plan's own name.
        comparison: True: always one; False: never; None: its neighbours tell.
    """

    __slots__ = ("bare", "closed", "comparison", "end", "first", "form", "last", "title")

    def __init__(
        self,
        end: int,
        form: PeriodForm,
        first: Edge | None = None,
        last: Edge | None = None,
        *,
        bare: bool = False,
        closed: bool = True,
        title: bool = False,
        comparison: bool | None = None,
    ) -> None:
        self.end = end
        self.form = form
        self.first = first
        self.last = last
        self.bare = bare
        self.closed = closed
        self.title = title
        self.comparison = comparison


_ZEROS = "〇○零OoＯ0"
_ARABIC_YEAR = r"[0-9]{4}"
_CHINESE_YEAR = f"[一二][{_ZEROS}一二三四五六七八九]{{3}}"
_YEAR = f"(?:{_ARABIC_YEAR}|{_CHINESE_YEAR})"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = "(?:[12][0-9]|3[01]|0?[1-9]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
_COUNT = "(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})"
TO = "[ 　]?(?:[-—－–―─﹣～~]{1,2}|至|到)[ 　]?"
# What makes another word of a year or month: 年代, 年龄, 月龄.
_NOT_A_YEAR = "(?!代|龄|级|轻|幼|岁)"
_NOT_A_MONTH = "(?!龄|嫂|饼|薪|息|均收|均工|(?<=一月)一(?![日号])|(?<=三月)三(?![日号十]))"

_TAIL = f"""
    (?P<half>[上下])半年
  | 前(?P<quarters>[二两三23])个?季度
  | 第?(?:(?P<quarter1>[一二三四1-4])(?:季度)?(?:{TO}|[、和])第?)?(?P<quarter>[一二三四1-4])季度
  | 前(?P<months>{_COUNT})个月
  | (?P<month1>{_MONTH})(?:[ ]?月份?)?{TO}(?P<month2>{_MONTH})[ ]?月份?{_NOT_A_MONTH}(?![ ]?{_DAY}[ ]?[日号])
  | (?P<month>{_MONTH})[ ]?月份?{_NOT_A_MONTH}
      (?:[ ]?(?:(?P<day1>{_DAY})[ ]?[日号]?{TO})?(?P<day>{_DAY})[ ]?[日号](?!楼|院|店|线|令|文))?
"""
_BEHIND = f"(?:(?=[ 第前上下0-9一二三四五六七八九十])[ ]?(?:{_TAIL}))?"  # behind a year: mostly none, so a look first
# The end or the beginning of a year or month stands for that year or month: 2009年底 is 2009, 5月下旬 is May.
_PART = """(?:(?=[年底末初内上中下全])
    (?:年?[底末]|年?初(?![中级步次选审评赛衷心])|年?内(?![容部蒙设外涵])|[上中下]旬|全年))?"""
_RANGES = f"(?={_YEAR}[ ]?学?年?度?[ 　]?[—－–―─﹣至到/～~-])"  # a range of years is rare

_ABSOLUTE = re.compile(
    f"""(?:(?<![0-9.])|(?<=[0-9][.])(?=(?:19|20)[0-9]{{2}}[ ]?年))  # 2.2020年: an item's number before the year
    (?:{_RANGES}(?P<from>{_YEAR})(?:[ ]?学?年度?)?(?:{TO}|/))?
    (?P<year>{_YEAR})[ ]?学?年{_NOT_A_YEAR}度?{_BEHIND}{_PART}""",
    re.VERBOSE,
)
_BRACKETED = re.compile(f"(?<=[(（])(?P<from>{_YEAR}){TO}(?P<year>{_YEAR})(?=[)）])")
_POINTED = re.compile(
    r"(?<![0-9A-Za-z./-])(?P<year>[0-9]{4})(?P<sign>[-./])(?P<month>1[0-2]|0?[1-9])(?P=sign)"
    r"(?P<day>[12][0-9]|3[01]|0?[1-9])(?![0-9.])"
)
_RELATIVE = re.compile(
    "(?:(?P<this>今年|(?<![基成样资原书文版脚])本年|(?<![健安完齐保])全年)"
    "|(?P<last>(?:(?<=超过)|(?<!过))去年|(?<![以网线会晚岁])上年|上一年)"
    "|(?P<next>(?<![说证表声查])明年|(?<![年以将向])来年|(?<!以)下年度|下一年|新的一年)"
    "|(?P<before>(?<![0-9一二两三四五六七八九十几多年])前年))"
    f"(?![龄级纪轻均限代段])度?{_BEHIND}{_PART}",
    re.VERBOSE,
)
_edge: Callable[[tuple[int, bool, int, int]], Edge] = partial(tuple.__new__, Edge)  # by no call of Python
_THIS_YEAR, _LAST_YEAR = Edge(0, counted=True), Edge(-1, counted=True)
_SHIFTS = {"this": _THIS_YEAR, "last": _LAST_YEAR, "next": Edge(1, counted=True), "before": Edge(-2, counted=True)}
_HEADS = frozenset(("year", *_SHIFTS))  # the groups that a tail stands behind
_BARE = re.compile(
    f"""(?<!每年)(?<![0-9.每第几数多个一二三四五六七八九十百])
    (?=[^月季半\n]{{0,12}}+[月季半])  # one of them stands in every tail: most numbers are no time, and fail here
    (?:{_TAIL}){_PART}""",
    re.VERBOSE,
)
_YEAR_END = re.compile(
    "(?<![0-9零〇一二两三四五六七八九十百几半每近来当同历学该周青少老中幼童成常多整])年(?:底|末|初|内(?![容部设外涵]))"
)

_PLAN = re.compile(
    "(?<![0-9一二三四五六七八九十百第])(?:(?P<number>十[一二三四五六七])五(?![六0-9个名条岁人天])"
    '|(?P<early>[六七八九十])五(?=[”"’」]?(?:计划)?(?:期间|时期|以来|末|期末)))'
    '(?P<quote>[”"’」])?'
    "(?P<rest>(?:(?:发展)?(?:规划|计划|纲要))?(?:期末|末期|期初|初期|时期[末初]?|期间|期内|末|初))?"
    "(?P<name>(?:发展)?(?:规划|计划|纲要)(?!实施以来|以来))?"
)
_RECENT = re.compile(
    f"(?:(?<![将接附临靠邻])最?近(?=年)|(?:(?<![将接附临靠邻])最?近|(?<!超)过去|(?<![0-9])这)"
    f"(?:(?P<count>{_COUNT})|[几多数些])[多余]?个?)年{_NOT_A_YEAR}(?![份历工党教])(?:以来|多来|来(?!自|到|访|临)|间|里)?"
)
_COUNTED_BACK = re.compile(
    f"(?:(?<![0-9近.])|(?<=[0-9][.])(?=[一二两三四五六七八九十]))(?:(?P<count>{_COUNT})|[几数多])[多余]?年多?(?:以来|来(?!自|到|访|临|源|年))"
)
_COMING = re.compile(f"(?:未来|今后|接下来)的?(?:(?P<count>{_COUNT})|[几数])年{_NOT_A_YEAR}(?:里|间|内)?")
_NOW = re.compile("(?:目前|当前|至今(?![年后天晚日])|迄今|今日为?止)(?:为止)?")
_TERM = re.compile("(?:本届|上一?届|任期内?|任内)(?:以来)?")
_CONGRESS = re.compile("党的(?P<congress>十[一二三四五六七八九]|二十)大(?:召开)?以来")
_SAME_TIME = re.compile("同比(?!例)|环比")
_SAME_SEASON = re.compile(
    "同期(?:(?<=[比较与和史]同期)|(?=相比|水平|增|减|上升|下降|提高|多|少))|(?<=[比较])往年(?:同期)?"
)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else int(parse_numeral(text).value)


@lru_cache(maxsize=1024)  # a document names few years, and each of them many times
def _of_year(text: str) -> Edge:
    return Edge(year_of(text))


def year_of(text: str) -> int:
    """Read a year's four digits, Arabic or Chinese, whatever the zeros look like."""
    if text.isdecimal():
        return int(text)
    return int("".join("0" if digit in _ZEROS else str(parse_numeral(digit).value) for digit in text))


def _dated(match: re.Match[str], first: Edge, last: Edge, form: PeriodForm, *, bare: bool = False) -> Draft:
    """Narrow the year or years that a head names to the half, quarter, months or days behind it."""
    narrowed = _tail(match) if match.lastgroup not in _HEADS else None
    if narrowed is not None and first.year == last.year:  # 1950—1955年5月: still years
        form, (month1, day1), (month2, day2) = narrowed
        first, last = (
            _edge((first.year, first.counted, month1, day1)),
            _edge((last.year, last.counted, month2, day2)),
        )
    return Draft(match.end(), form, first, last, bare=bare)


def _tail(match: re.Match[str]) -> tuple[PeriodForm, tuple[int, int], tuple[int, int]] | None:
    """Give the form, first month and day, last month and day that a tail names; a day of 0 is the whole month."""
    if match["month"]:
        month, day = _number(match["month"]), _number(match["day"]) if match["day"] else 0
        first_day = _number(match["day1"]) if match["day1"] else day
        return PeriodForm.DAY if day else PeriodForm.MONTH, (month, first_day), (month, day)
    if match["month2"]:
        return PeriodForm.MONTH, (_number(match["month1"]), 0), (_number(match["month2"]), 0)
    if match["half"]:
        return PeriodForm.HALF, (1 if match["half"] == "上" else 7, 0), (6 if match["half"] == "上" else 12, 0)
    if match["quarter"]:
        first_quarter, last_quarter = _number(match["quarter1"] or match["quarter"]), _number(match["quarter"])
        return PeriodForm.QUARTER, (3 * first_quarter - 2, 0), (3 * last_quarter, 0)
    if match["quarters"]:
        return PeriodForm.QUARTER, (1, 0), (3 * _number(match["quarters"]), 0)
    if match["months"]:
        return PeriodForm.MONTH, (1, 0), (_number(match["months"]), 0)
    return None


def _absolute(match: re.Match[str]) -> Draft:
    last = _of_year(match["year"])
    if match["from"]:
        return _dated(match, _of_year(match["from"]), last, PeriodForm.YEARS)
    return _dated(match, last, last, PeriodForm.YEAR)


def _bracketed(match: re.Match[str]) -> Draft:
    first, last = _of_year(match["from"]), _of_year(match["year"])
    return Draft(match.end(), PeriodForm.YEARS, first, last)


def _pointed(match: re.Match[str]) -> Draft:
    edge = Edge(int(match["year"]), month=int(match["month"]), day=int(match["day"]))
    return Draft(match.end(), PeriodForm.DAY, edge, edge)


def _relative(match: re.Match[str]) -> Draft:
    edge = next(edge for word, edge in _SHIFTS.items() if match[word])
    return _dated(match, edge, edge, PeriodForm.RELATIVE)


def _bare(match: re.Match[str]) -> Draft:
    return _dated(match, _THIS_YEAR, _THIS_YEAR, PeriodForm.MONTH, bare=True)


def _year_end(match: re.Match[str]) -> Draft:
    return Draft(match.end(), PeriodForm.RELATIVE, _THIS_YEAR, _THIS_YEAR)


def _plan(match: re.Match[str]) -> Draft:
    years = Period.five_year_plan(_number(match["number"] or match["early"]))
    first, last = Edge(years.first.year), Edge(years.last.year)
    rest = (match["rest"] or "").removesuffix("期")
    if rest.endswith(("末", "期末")):
        first = last
    elif rest.endswith(("初", "期初")):
        last = first
    return Draft(match.end(), PeriodForm.FIVE_YEAR_PLAN, first, last, title=bool(match["name"]))


def _recent(match: re.Match[str]) -> Draft:
    """近五年 is five calendar years, the reporting year the last of them."""
    if not match["count"]:
        return Draft(match.end(), PeriodForm.RECENT, closed=False)
    first = Edge(1 - _number(match["count"]), counted=True)
    return Draft(match.end(), PeriodForm.RECENT, first, _THIS_YEAR, closed=False)


def _counted_back(match: re.Match[str]) -> Draft:
    """四年来 counts four years back from the reporting year; 一年来 is what a year's report calls its year."""
    if not match["count"]:
        return Draft(match.end(), PeriodForm.RECENT, closed=False)
    count = _number(match["count"])
    first = Edge(-count if count > 1 else 0, counted=True)
    return Draft(match.end(), PeriodForm.RECENT, first, _THIS_YEAR, closed=False)


def _coming(match: re.Match[str]) -> Draft:
    if not match["count"]:
        return Draft(match.end(), PeriodForm.COMING, closed=False)
    last = Edge(_number(match["count"]), counted=True)
    return Draft(match.end(), PeriodForm.COMING, Edge(1, counted=True), last, closed=False)


def _now(match: re.Match[str]) -> Draft:
    return Draft(match.end(), PeriodForm.UNTIL, _THIS_YEAR, _THIS_YEAR, closed=False)


def _term(match: re.Match[str]) -> Draft:
    return Draft(match.end(), PeriodForm.TERM, closed=False)


def _congress(match: re.Match[str]) -> Draft:
    """The party's congresses met every five years since the eleventh, in 1977."""
    first = Edge(1977 + 5 * (_number(match["congress"]) - 11))
    return Draft(match.end(), PeriodForm.SINCE, first, _THIS_YEAR, closed=False)


def _same_time(match: re.Match[str]) -> Draft:
    edge = None if match[0] in ("环比", "往年", "往年同期") else _LAST_YEAR
    form = PeriodForm.RECENT if edge is None else PeriodForm.RELATIVE
    return Draft(match.end(), form, edge, edge, closed=False, comparison=True)


Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Draft]]
_ARABIC = "0123456789"
_CHINESE = "一二三四五六七八九十"
_KINDS: tuple[tuple[str, Rule], ...] = (
    (_ARABIC + "一二", (_ABSOLUTE, _absolute)),
    (_ARABIC + "一二", (_BRACKETED, _bracketed)),
    (_ARABIC, (_POINTED, _pointed)),
    ("今本全去上明来下新前", (_RELATIVE, _relative)),
    ("六七八九十", (_PLAN, _plan)),
    (_ARABIC + _CHINESE + "几数多两", (_COUNTED_BACK, _counted_back)),
    (_ARABIC + _CHINESE + "上下前第", (_BARE, _bare)),
    ("年", (_YEAR_END, _year_end)),
    ("最近过这", (_RECENT, _recent)),
    ("未今接", (_COMING, _coming)),
    ("目当至迄今", (_NOW, _now)),
    ("本上任", (_TERM, _term)),
    ("党", (_CONGRESS, _congress)),
    ("同环", (_SAME_TIME, _same_time)),
    ("同往", (_SAME_SEASON, _same_time)),
)
RULES: dict[str, tuple[Rule, ...]] = {
    char: tuple(rule for chars, rule in _KINDS if char in chars) for char in "".join(chars for chars, _ in _KINDS)
}


def read_at(text: str, at: int) -> Draft | None:
    """Read the expression of time that begins at a place, or give None where none does."""
    for pattern, build in RULES.get(text[at], ()):
        match = pattern.match(text, at)
        if match is not None:
            try:
                return build(match)
            except ParseError:  # 十十月: digits that make no number
                continue
    return None
