"""Find the expressions of time in running text: one pass, and a look at each one's neighbours."""

from __future__ import annotations

import re

from fulian.text.periods._grammar import TO, Draft, read_at
from fulian.text.periods._mention import Edge, PeriodForm, PeriodMention
from fulian.values.unchecked import unchecked

# A first look, made to fail fast: the characters that an expression begins with, before one that may come second.
_BEGIN = re.compile(
    "[0-9一二三四五六七八九十两几数多今本全去上明来下新前第年最近过这未接目当至迄任党同环往]"
    "(?<![0-9][0-9])"
    "(?=[ 0-9一二三四五六七八九十两几数多〇○零OＯ年月半季届五期内底末初近去来后下的前今比环往至到、/—－–~～-])"
    "(?:(?<![0-9几数多第党])|(?=[0-9]{0,3}(?:[ 年月学季至到—－–~～-]|[多余]年)|[0-9]{3}[./]|(?<=[1-4])、)"
    "|(?<=第)(?=[1-4一二三四](?:季|[ 　、和至到—－–―─﹣～~-]))|(?<=党)(?=的[十二]))"
)
_TO = re.compile(TO)
_OPENED = re.compile(
    "(?:以来|至今(?!年)|迄今|(?:以后|之后|开始|起(?![草诉点步伏义来跑飞源码立降初到])))"
    "|(?P<before>以前|之前|前(?![列三往期景沿提来端茅线后进述夕0-9一二两三四五六七八九十几]))"
)
_OPENED_STARTS = frozenset("以至迄之开起前")
_BEGUN_LONGEST = 26
# 2012年启动以来: what began then stands between.
_BEGUN = re.compile("[\u4e00-\u9fff]{1,8}?以来")
# 自2012年全市妇女第九次代表大会召开以来: behind 自 the words may be longer.
_BEGUN_FROM = re.compile("[^，,。；;：:、\n]{1,24}?以来")
_UNTIL = re.compile("(?:截[至止][到至]?|[到至])(?:了)?")
_FROM = frozenset("自从")
_UNTIL_ENDS = frozenset("至止到了")
_UNTIL_LONGEST = 3
# 提高到2010年的43%: 到 belongs to the verb.
_VERBS_WITH_TO = frozenset("高加降升达大少低长减增")
_LIKE = re.compile("的?同期(?:水平)?")
_LIKE_STARTS = frozenset("的同")
_BEFORE_COMPARED = frozenset("比较于过与同和跟")
_COMPARED = re.compile("(?:相比|比较|相对比|同比|比(?=[,，增下上提减])|(?:基本)?(?:持平|相当|一致))")
_ABOVE_OR_BELOW = frozenset("高低多少大小快慢优早晚")
_CONGRESSES = frozenset("一二三四五六七八九十")
_RATIO = frozenset("占例别配性")
_FORMS_THAT_JOIN = frozenset(
    (PeriodForm.DAY, PeriodForm.MONTH, PeriodForm.QUARTER, PeriodForm.HALF, PeriodForm.YEAR, PeriodForm.RELATIVE)
)
_TITLE_LONGEST = 80
_NOW = Edge(0, counted=True)
_EARLIEST = 1900  # histories tell of 1938年4月, which is no April of the reporting year
_mention = unchecked(PeriodMention)
# Members of an enumeration are slow to look up.
_PLAN, _SINCE, _UNTIL_THEN = PeriodForm.FIVE_YEAR_PLAN, PeriodForm.SINCE, PeriodForm.UNTIL


def find_periods(text: str) -> list[PeriodMention]:
    """Find the expressions of time in running text (查找时间表述).

    Years count as years from 1900 to 2100. Words that only look like times (三八, 2008人, 70周年, 两年的规划) are left
    alone.

    Args:
        text: Running text with half-width digits, such as a view gives.

    Returns:
        The expressions in the order of the text; no two overlap; empty where there is none.

    Example:
        >>> text = "截止2009年底，全市有家庭教育学校120所，比2005年增加31所；今年上半年又建9所。"
        >>> for mention in find_periods(text):
        ...     print(text[mention.start:mention.end], mention.form, mention.comparison, mention.resolve(2010))
        截止2009年底 until False 2009
        2005年 year True 2005
        今年上半年 half False 2010-S1
    """
    return scan(text, any_year=False)


def scan(text: str, *, any_year: bool) -> list[PeriodMention]:
    """Find the expressions of time; with `any_year` also in the year 5 or 3000."""
    found: list[PeriodMention] = []
    previous: tuple[int, Draft] | None = None
    reached = 0
    for begin in _BEGIN.finditer(text):
        at = begin.start()
        if at < reached:
            continue
        draft = read_at(text, at)
        if draft is None or not (any_year or _in_our_time(draft)):
            continue
        if previous is not None and (joined := _join(text, previous[1], at, draft)):
            at, draft = previous[0], joined
            found.pop()
        previous = (at, draft)
        mention = _in_context(text, at, draft)
        found.append(mention)
        reached = mention.end
    return found


def _in_our_time(draft: Draft) -> bool:
    first, last = draft.first, draft.last
    if first is None or last is None:
        return True
    return (first.counted or _EARLIEST <= first.year <= 2100) and (last.counted or _EARLIEST <= last.year <= 2100)


def _join(text: str, left: Draft, at: int, right: Draft) -> Draft | None:
    """Make one range of two expressions with nothing but a dash, 至 or 到 between them: 去年10月至今年3月."""
    gap = at - left.end
    if not 0 < gap <= 4:
        return None
    if left.form not in _FORMS_THAT_JOIN or right.form not in _FORMS_THAT_JOIN or not _TO.fullmatch(text, left.end, at):
        return None
    if left.first is None or right.last is None:
        return None
    last = right.last
    if right.bare and left.last is not None:
        last = last._replace(year=left.last.year, counted=left.last.counted)
    form = PeriodForm.YEARS if left.form == right.form == PeriodForm.YEAR else right.form
    return Draft(right.end, form, left.first, last, bare=left.bare)


def _in_context(text: str, at: int, draft: Draft) -> PeriodMention:
    """Look at what stands before and behind an expression: 截至, 以来, 比, 同期, quotation marks, 《."""
    start, end, form, first, last = at, draft.end, draft.form, draft.first, draft.last
    if form is _PLAN and text[start - 1 : start] in ("“", '"', "‘", "「"):
        start -= 1
    if draft.closed and first is not None:
        opened = _OPENED.match(text, end) if text[end : end + 1] in _OPENED_STARTS else None
        if opened is not None:
            end = opened.end()
            form, last = (_UNTIL_THEN, last) if opened["before"] else (_SINCE, _NOW)
        elif not draft.bare and _has_begun(text, start, end):
            form, last = _SINCE, _NOW
    before = _until_before(text, start)
    if before < start:
        start = before
        form = _UNTIL_THEN if form is not _SINCE else form
    if draft.comparison is None and text[end : end + 1] in _LIKE_STARTS and (like := _LIKE.match(text, end)):
        end, comparison = like.end(), True
    else:
        comparison = bool(draft.comparison) or _is_compared(text, start, end)
    title = draft.title or _in_title(text, start)
    return _mention(start=start, end=end, form=form, comparison=comparison, title=title, first=first, last=last)


def _has_begun(text: str, start: int, end: int) -> bool:
    """Whether 以来 follows with a few words between: 2012年启动以来."""
    if text.find("以来", end, end + _BEGUN_LONGEST) < 0:
        return False
    return (_BEGUN_FROM if text[start - 1 : start] in _FROM else _BEGUN).match(text, end) is not None


def _until_before(text: str, start: int) -> int:
    """Give where 截至, 截止到, 到 or 至 right before an expression begins; `start` where none stands there."""
    if text[start - 1 : start] not in _UNTIL_ENDS:
        return start
    for length in range(min(_UNTIL_LONGEST, start), 0, -1):
        if _UNTIL.fullmatch(text, start - length, start):
            verb = length == 1 and text[start - 2 : start - 1] in _VERBS_WITH_TO
            return start if verb else start - length
    return start


def _is_compared(text: str, start: int, end: int) -> bool:
    word = text[start - 1 : start]
    if word not in _BEFORE_COMPARED:
        return False
    before = text[start - 2 : start - 1] if start > 1 else ""
    if word in ("比", "较"):
        return not (word == "比" and before in _RATIO and text[max(start - 3, 0) : start] != "分别比")
    if word == "于":
        congress = text[max(start - 3, 0) : max(start - 2, 0)] in _CONGRESSES  # 妇女十大于2008年召开
        return before in _ABOVE_OR_BELOW and not congress
    if word == "过":
        return before == "超"
    return word in ("与", "同", "和", "跟") and _COMPARED.match(text, end) is not None


def _in_title(text: str, start: int) -> bool:
    since = start - _TITLE_LONGEST if start > _TITLE_LONGEST else 0
    opened = text.rfind("《", since, start)
    return opened >= 0 and opened > text.rfind("》", since, start)
