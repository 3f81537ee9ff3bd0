"""Which year a document is about, by the plainest statement it makes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from operator import itemgetter
from typing import Final

from fulian.model.document import DocumentKind, FrameRole
from fulian.reading._by_day import FIRST_MONTHS, THE_YEAR_GONE_BY, year_by_day
from fulian.reading._matter import Matter
from fulian.reading._terms import (
    FIRST_BLOCKS,
    OPENING,
    five_year_plan_in,
    plan_reviewed,
    plan_under_way,
    years_of_a_congress,
)
from fulian.text.periods import PeriodForm
from fulian.values.numeral import parse_numeral
from fulian.values.period import Period

__all__ = ["term_of", "written_in", "year_in", "year_of"]

# A single year; 2016-2020 is a plan's term and says nothing of the document's own year.
_TITLE_YEAR = re.compile(
    "(?<![0-9—–~～-])((?:19|20)[0-9]{2})(?![0-9]| ?[—–~～-]+ ?(?:19|20)?[0-9]{2}(?![0-9])"
    "|[余多万]?[个名人位户件份场次期元家所套例])"
)
_SHORT_YEAR = re.compile("(?<![0-9])(0[0-9])年")  # 07年妇女儿童事业监测公报
_CHINESE_YEAR = re.compile("([一二][九〇零○][〇零○一二三四五六七八九]{2})年")
_SPAN = re.compile("((?:19|20)[0-9]{2}) ?年?[—–~～至-]+ ?((?:19|20)[0-9]{2})")
# 1999年调查时我们发现, 当时: a year that is looked back at.
_RECALLS = re.compile("[^。；;\n]*?(?:当时|那时|那年|时我们)")
_RECALLED = 30
_YEARS_OF_A_CHRONICLE = 5
# 2001—2010年妇女发展纲要: the years of a plan date no deed.
_OF_A_PLAN = re.compile("[^，。；、,;\n]{0,20}(?:纲要|规划|计划)")
# 到2005年底，全县共有家长学校30所: no aim, but how things stand.
_STANDS_AT = re.compile("(?<=[底末])[，,]?(?:全[省市州县区旗]|[我本][省市州县区旗])[^。；\n达实力争将]{0,30}[0-9]")
_OF_LATE = re.compile("年(?<=[三四五]年)来")  # who counts back the years speaks of a present
# 20XX年, ××年: begins with one class of characters, so that the search skips all others.
_MASKED_YEAR = re.compile(
    "[12xX×Ｘ*＊_](?<![0-9a-zA-Z].)(?:(?<=1)9|(?<=2)0|[xX×Ｘ*＊_](?<![12].))[xX×Ｘ*＊_]{0,2}(?<![0-9])年"
)
_REVIEWED = re.compile("回眸|巡礼|评估|实施情况|实施.{0,30}情况|终期|监测|总结|回顾|完成情况|执行情况")
_UNDER_WAY = re.compile(
    "以来|中期|开局|期间(?!.*(?:回眸|回顾|总结|巡礼))"
)  # “十四五”规划中期评估: its last year is still to come
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年(?:[，,]|度|以来|[^0-9月底末前秋春]{2}))")
_PLANNED = re.compile(
    "((?:19|20)[0-9]{2})年(?![0-9一二三四五六七八九十]{1,3}月|[上下]半年|第?[一二三四]季度)度?(?:的)?(?:工作|妇女|妇联|主要|重点)?.{0,6}(?:计划|打算|思路|安排|要点|目标|任务|展望)"
)
_AND_ITS_PLAN = re.compile("^[^0-9]*总结(?:和|及|与|暨)(?:19|20)[0-9]{2}年(?:度|工作)*(?:思路|计划|打算|要点|安排)")
_TO_BE = re.compile("(?:19|20)[0-9]{2}年[^，。；]{0,8}将(?!军)")  # 2013年将培训妇女9万人
# What is to come dates no report: 到2020年, 力争2018年.
_TO_COME = re.compile("(?:将|力争|计划|目标|确保|规划|争取|要|(?:部署|安排)(?![，,])|谋划|展望|决定)[^。；;\n]*\\Z")
_WILL_BE = re.compile("(?:[^。；;\\n]*?[，,])?[^。；;，,\\n]{0,10}(?:将|拟|计划|力争)(?!军)")  # 2013年，省妇联将
_ARRANGED = re.compile(
    "的?[^，,。；;\\n]{0,8}(?:任务|工作|活动)[^，,。；;\\n并和及]{0,6}(?:部署|安排|谋划|规划)"
)  # 对2019年的工作作出安排
_ARRANGES = re.compile(
    "(?:部署|安排|谋划)(?:了|好)?((?:19|20)[0-9]{2})年(?:度|的)?[^，。；]{0,8}(?:任务|工作|重点|思路)"
)
# 2004年实施的项目: when a thing began, not what the text is about.
_OF_A_THING = re.compile("(?:开始)?(?:实施|启动|建立|成立|颁布|出台|制定|设立|建成|创办|开通)的")
_OF_A_MEETING = re.compile("(?:召开|举行).{0,30}(?:会|会议)$")  # 县妇联召开2017年工作总结会
_NEAR = 24
# The rules above are asked only where one of their signs stands: mostly none does.
_SIGN_OF_A_PLAN = re.compile("[将拟划争署排]")
_SIGN_OF_MEMORY = re.compile("[时那]")
_UNTIL: Final = PeriodForm.UNTIL
_AHEAD: Final = (PeriodForm.COMING, PeriodForm.FIVE_YEAR_PLAN)
# 成立于1988年, 追溯到1925年: when a body began.
_FOUNDED = re.compile("(?:成立|始建|创建|建立|创办|组建|诞生|设立|启动|开始|起源|始|追溯|发端)(?:于|到|至)?$")
_TO_THIS_DAY = re.compile("年(?<=((?:19|20)[0-9]{2})年)(?:[0-9]{1,2}月份?)?至今")  # 2012年至今: it is of a later year
_AFTER = re.compile("继((?:19|20)[0-9]{2})年")
_THIS_YEAR = re.compile("今(?<!自今)年|近日|日前|昨[日天]|今[日天](?=[上下]午|在|从|起|举)")
_YEAR_OF_A_PLAN = re.compile("(?<![0-9])((?:19|20)[0-9]{2})年度?(?![0-9]{1,2}月)")
_LAST_OF_ALL = 2100  # a reporting year that no text has
_YEARS_IN_TITLE = re.compile("(?<!第)([三四五十])年(?:来|工作(?:总结|回顾|综述|报告)|回[眸顾]|巡礼|答卷|成就)")
_YEARS_AT_HEAD = re.compile("(?:过去|近|这)?([三四五十])年来[，,]")
# 本次调查于2017年8月进行: what a study found is of that year, whenever it was printed.
_SURVEYED = re.compile("[本此这]次(?:抽样|问卷|专题)?(?:调查|调研)(?:时间)?[于在从为是]?((?:19|20)[0-9]{2})年")
_NEWS = re.compile("[0-9]日[讯电]|讯[(（ ]|电[(（ ]")
_LONG_AGO = 3
_AGAIN = re.compile("今年[，,]?又")  # 2009年，建116所。今年，又建18所: it is of a later year, which nobody says
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def year_in(words: str) -> int | None:
    """Give the first year that a title names (标题年份).

    Args:
        words: A title or a heading.

    Returns:
        The year; None where it names none or only a span of years.

    Example:
        >>> year_in("2013年工作总结和2014年工作计划"), year_in("规划(2011-2020年)"), year_in("二〇一二年总结")
        (2013, None, 2012)
    """
    match = _TITLE_YEAR.search(words)
    if match:
        return _sane(int(match[1]))
    short = _SHORT_YEAR.search(words)
    if short:
        return 2000 + int(short[1])
    chinese = _CHINESE_YEAR.search(words)
    return _sane(int(chinese[1].translate(_DIGITS))) if chinese else None


def year_of(matter: Matter, kind: DocumentKind) -> int | None:
    """Give the year a document is about (文件年份).

    The title says it plainest: its year, or the last year of the plan that it reviews; then the date of a study, a
    heading for the next year's plan, the years that a plan's sentences open with or the latest year that a report tells
    of, and the date of issue.

    Args:
        matter: The document.
        kind: What kind of document it is.

    Returns:
        The year, or None where nothing tells.
    """
    if matter.year is not None and (matter.sample or _by_title(matter.title, kind) is None):
        return matter.year
    return _sane(_told(matter, kind))


def _told(matter: Matter, kind: DocumentKind) -> int | None:
    if not matter.sample and (year := _by_title(matter.title, kind)) is not None:
        return year
    if term_of(matter, kind) is not None:
        return None  # a plan of several years is about none of them
    if _MASKED_YEAR.search(matter.text, matter.start, min(matter.end, matter.start + OPENING)):
        return None  # whoever made a model of it took the year out; those left in it are not its own
    by_date = year_by_day(matter, kind)
    if kind is DocumentKind.STUDY and by_date is not None:
        surveyed = _SURVEYED.search(matter.text, matter.start, matter.end)
        return int(surveyed[1]) if surveyed and int(surveyed[1]) <= by_date else by_date
    if by_date is not None and years_of_a_congress(matter) is not None:
        return by_date  # the years it covers are those before it meets, whichever is told of last
    if kind is DocumentKind.PLAN:
        by_text = _by_openings(matter, plan=True) or _first_named(matter)
    else:
        told = _years_told(matter)
        if _is_chronicle(told) and not _OF_LATE.search(matter.text, matter.start, matter.end):
            return None
        day = matter.frame.issued or matter.frame.published
        past = [year for year in told if day is None or year <= day.year]  # what is later is still to come
        by_text = _before_the_plan(matter) or max(past, default=None) or _by_openings(matter, plan=False)
        if _is_outdated(matter, by_text) or (by_text is not None and day is not None and by_text > day.year):
            by_text = None
    if by_text is not None or by_date is not None:
        return by_text if by_text is not None else by_date
    under_way = plan_under_way(matter)
    if under_way is not None or kind is DocumentKind.PLAN:
        return None if under_way is None else under_way.last.year
    if "中期" in matter.title and (terms := _SPAN.findall(matter.title)):
        return (int(terms[-1][0]) + int(terms[-1][1])) // 2  # of 2011–2020 it is 2015
    return _before_what_is_arranged(matter) or _since_when(matter)


def _before_what_is_arranged(matter: Matter) -> int | None:
    """News of a meeting that sums up the year gone by and arranges the work of a year: of the year before that one."""
    arranged = _ARRANGES.search(matter.text, matter.start, min(matter.end, matter.start + OPENING))
    if arranged is None or not THE_YEAR_GONE_BY.search(matter.text, matter.start, matter.end):
        return None
    return int(arranged[1]) - 1


def _since_when(matter: Matter) -> int | None:
    """2007年以来…。今年3月…: the only year that a report names, where it says 今年 of the same."""
    if _THIS_YEAR.search(matter.text, matter.start, matter.end) is None:
        return None
    mentions = matter.found.periods_within(matter.start, matter.end)
    since = [one.resolve(_LAST_OF_ALL) for one in mentions if one.form is PeriodForm.SINCE]
    years = {period.first.year for period in since if period is not None and _sane(period.first.year)} - {_LAST_OF_ALL}
    return years.pop() if len(years) == 1 else None


def term_of(matter: Matter, kind: DocumentKind, year: int | None = None) -> Period | None:
    """Give the years that a plan of several years, or a report on several, is about (规划期、总结期).

    Args:
        matter: The document.
        kind: What kind of document it is.
        year: The year that a report was made in, or None.

    Returns:
        Two to fifteen years; None for any other document.
    """
    if year is not None:
        return _years_reviewed(matter, kind, year)
    if kind is not DocumentKind.PLAN or matter.sample or year_in(matter.title) is not None:
        return None
    match = _SPAN.search(matter.title)
    if match is None:
        return five_year_plan_in(matter.title)
    first, last = int(match[1]), int(match[2])
    return Period.years(first, last) if _sane(first) and _sane(last) and 1 <= last - first <= 15 else None


def _years_reviewed(matter: Matter, kind: DocumentKind, year: int) -> Period | None:
    """The years of a report that is called 五年工作回顾, or begins with 五年来."""
    if kind is not DocumentKind.SUMMARY or matter.sample or year_in(matter.title) is not None or not matter.body:
        return None
    opening = (_YEARS_AT_HEAD.match(matter.text, block.text, block.end) for block in matter.body[:FIRST_BLOCKS])
    planned = plan_reviewed(matter.title) or plan_under_way(matter)
    if planned is not None and planned.last.year == year:
        return planned
    match = _YEARS_IN_TITLE.search(matter.title) or next(filter(None, opening), None) or years_of_a_congress(matter)
    return Period.years(year - int(parse_numeral(match[1]).value) + 1, year) if match else None


def written_in(matter: Matter, year: int | None) -> int | None:
    """Give the year in which a text on the year before was written (写作年份), for news and other texts.

    Args:
        matter: The document.
        year: The year it is about.

    Returns:
        The year after it, where the text is dated in it; None where it is not, or where the title names a year: then
        去年 and 今年 are counted from that.
    """
    day = matter.frame.issued or matter.frame.published
    if day is None and year is not None and _arranged_after(matter) == year + 1:
        return year + 1
    if day is None or year is None or day.year != year + 1:
        return None
    if year_in(matter.title) is not None and not (_TO_BE.search(matter.title) or _OF_A_MEETING.search(matter.title)):
        return None
    return day.year


def _arranged_after(matter: Matter) -> int | None:
    """会议总结2008年工作，安排2009年任务: the year that a meeting at its beginning arranges."""
    arranged = _ARRANGES.search(matter.text, matter.start, min(matter.end, matter.start + OPENING))
    return int(arranged[1]) if arranged is not None else None


def _sane(year: int | None) -> int | None:
    return year if year is not None and 1949 <= year <= 2100 else None


def _by_title(title: str, kind: DocumentKind) -> int | None:
    if kind is not DocumentKind.PLAN and _TO_BE.search(title):
        return None  # news of what a year will bring
    year = year_in(title)
    if year is not None and _AND_ITS_PLAN.search(title):
        return year - 1  # 工作总结及2011年工作思路: the year that it names is that of the plan
    if year is not None and "年鉴" in title:
        return year - 1  # 某市年鉴2009: what was done in the year before
    if year is not None or kind is DocumentKind.PLAN or not _REVIEWED.search(title):
        return year
    terms = _SPAN.findall(title)
    if terms and _UNDER_WAY.search(title):
        return None
    if terms:
        return int(terms[-1][1])
    planned = None if _UNDER_WAY.search(title) else plan_reviewed(title)
    return planned.last.year if planned is not None else None


def _before_the_plan(matter: Matter) -> int | None:
    """A summary that ends with the plan for a year tells of the year before."""
    for block in matter.body:
        if block.heading_end > block.text and (match := _PLANNED.search(matter.text, block.text, block.heading_end)):
            return int(match[1]) - 1
    return None


def _years_told(matter: Matter) -> Counter[int]:
    """The years that a report dates its deeds and states by, and how often."""
    told: Counter[int] = Counter()
    text = matter.text
    title = FrameRole.TITLE
    frame = [(one.start, one.end) for one in matter.frame.passages if one.role is not title]
    for mention in matter.found.periods_within(matter.start, matter.end):
        if text[mention.start - 1 : mention.start] == "继":
            continue  # 继2013年…后: it is of a later year
        if mention.comparison or mention.title or mention.form in _AHEAD:
            continue
        period = mention.resolve(None)
        if period is None or _sane(period.last.year) is None:
            continue
        if mention.form is _UNTIL and text[mention.start] != "截" and not _STANDS_AT.match(text, mention.end):
            continue
        if period.first.year != period.last.year and _OF_A_PLAN.match(text, mention.end):
            continue
        if _TO_COME.search(text, max(matter.start, mention.start - 30), mention.start):
            continue
        near = min(matter.end, mention.end + _NEAR)
        if _SIGN_OF_A_PLAN.search(text, mention.end, near) and (
            _WILL_BE.match(text, mention.end, near) or _ARRANGED.match(text, mention.end, near)
        ):
            continue
        if _stands_in(frame, mention.start):
            continue
        if _OF_A_THING.match(text, mention.end, near) or _FOUNDED.search(
            text, max(0, mention.start - 6), mention.start
        ):
            continue
        far = min(matter.end, mention.end + _RECALLED)
        if not (_SIGN_OF_MEMORY.search(text, mention.end, far) and _RECALLS.match(text, mention.end, far)):
            told[period.last.year] += 1
    return told


def _is_outdated(matter: Matter, year: int | None) -> bool:
    """Whether a text is of a later year than those it tells of: it speaks of 今年 and is dated, or says 继2013年…后."""
    if year is None:
        return False
    after = _AFTER.findall(matter.text, matter.start, matter.end)
    if any(int(one) >= year for one in after):
        return True
    if "至今" in matter.text and any(
        int(one) >= year for one in _TO_THIS_DAY.findall(matter.text, matter.start, matter.end)
    ):
        return True
    day = matter.frame.issued or matter.frame.published
    if day is None and _AGAIN.search(matter.text, matter.start, matter.end):
        return True
    if (
        day is not None
        and day.year - year >= _LONG_AGO
        and _NEWS.search(matter.text, matter.start, min(matter.end, matter.start + OPENING))
    ):
        return True  # news that only tells of years long gone by
    if day is None or day.year <= year or (day.year == year + 1 and day.month <= FIRST_MONTHS):
        return False
    return _THIS_YEAR.search(matter.text, matter.start, matter.end) is not None


def _first_named(matter: Matter) -> int | None:
    """The year that a plan without a title names in its first words."""
    body = matter.body
    if matter.title or not body:
        return None
    match = _YEAR_OF_A_PLAN.search(matter.text, body[0].start, min(body[0].end, body[0].start + _NEAR * 4))
    return int(match[1]) if match else None


def _stands_in(frame: list[tuple[int, int]], place: int) -> bool:
    """Whether a place is in a date line or another line of the frame."""
    at = bisect_right(frame, place, key=itemgetter(0)) - 1
    return at >= 0 and place < frame[at][1]


def _is_chronicle(told: Counter[int]) -> bool:
    """Whether a text goes from year to year and is of none of them."""
    return len(told) >= _YEARS_OF_A_CHRONICLE and told[max(told)] * 3 <= told.total()


def _by_openings(matter: Matter, *, plan: bool) -> int | None:
    counts = Counter(
        int(match.group())
        for match in _YEAR.finditer(matter.text, matter.start, matter.end)
        if _opens_a_sentence(matter.text, match.start(), matter.start)
        if plan or not _dates_another(matter.text, match.start(), match.end())
    )
    if not counts:
        return None
    most = max(counts.values())
    return max(year for year, count in counts.items() if count == most)


def _dates_another(text: str, start: int, end: int) -> bool:
    """从1998年以来, 2004年实施的项目, 2013年，省妇联将: a year that a report only looks back or ahead to."""
    before = text[start - 1 : start]
    if before in ("从", "自") or (before == "于" and _FOUNDED.search(text, max(0, start - 6), start)):
        return True
    return bool(_OF_A_THING.match(text, end + 1) or _WILL_BE.match(text, end, end + _NEAR))


def _opens_a_sentence(text: str, place: int, start: int) -> bool:
    """Whether at most a few words stand between the last stop, which is no comma, and the place."""
    for before in range(place - 1, max(start, place - 7) - 1, -1):
        if text[before] in "。！？\n":
            return True
        if text[before] in "，,":
            return False
    return place - start < 7
