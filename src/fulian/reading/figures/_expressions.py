"""What an expression of time does in its sentence: whether it dates figures, from where, how coarsely."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from fulian.model.observation import Status
from fulian.reading.figures._draft import Draft, Sentence
from fulian.text.periods import PeriodForm, PeriodMention
from fulian.values.numeral import parse_numeral
from fulian.values.period import Period

__all__ = [
    "as_coarse_as_figures",
    "compared_with",
    "dates",
    "is_a_rate",
    "is_at_the_head",
    "is_of_the_end",
    "is_parted",
    "is_past_its_members",
    "is_since",
    "says_its_year",
    "says_who_met",
    "stands_within",
    "starts_a_rise",
    "years_in_all",
]

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_SINCE: Final = PeriodForm.SINCE
_DAY: Final = PeriodForm.DAY
_FIVE_YEAR_PLAN: Final = PeriodForm.FIVE_YEAR_PLAN
_YEAR: Final = PeriodForm.YEAR

_HEAD: Final = 12  # characters that still count as the head of a sentence
_FROM: Final = re.compile("[从由自][^，,；;。]{0,4}$")
_WAY: Final = 60  # characters from where a rise began to the verb that says where it arrived
_ARRIVES: Final = re.compile("(?:提高|提升|上升|增加|增长|发展|扩大|下降|降低|减少|缩小|增|升|降|减)[到至为]")
_SAYS_ITS_YEAR: Final = re.compile("今|本年|去年|上一?年|明年|来年|下一?年|新的|前年|目前|当前")
# 省妇联主席介绍，五年来: who tells it delays the head of the sentence.
_TELLS: Final = re.compile("[^，,。；;]{0,40}(?:介绍|表示|获悉|了解到|指出|透露|显示|表明|统计|悉|说|称)[，,：:]")
# “十一五”妇儿规划中的儿童部分: a plan that is told of dates nothing.
_PLAN_NAMED: Final = re.compile("”?(?:妇儿|妇女|儿童|发展|事业|[省市县区])+(?:规划|纲要)(?!期)")
_MARK: Final = re.compile("(?:终期|中期|末期|规划|国家|省定)+(?:发展)?(?:目标|要求|标准)")
_WIRED: Final = frozenset("电讯")
_BEGINS_ON: Final = frozenset("于自")
_HAS_BEGUN: Final = re.compile(
    "(?:正式)?(?:启动|成立|创建|建成|开通|设立|挂牌|组建|实施|发起)(?![^，,。；;]{0,6}(?:以来|起[，,]))[^。；;]{0,60}?[，,](?:目前|至今|如今|现|已|累计)"
)
_MARK_STARTS: Final = frozenset("终中末规国省")
_SUMS_UP: Final = frozenset(("召开", "举行", "总结", "回顾", "部署", "安排", "谋划"))
_WORK_OF_A_YEAR: Final = re.compile(
    "年?度?[^，,。；;0-9]{0,12}(?:工作|任务|会议?|重点)(?=[，,。；;和并]|任务|会|情况|思路|进行)"
)
# 保持了上年100%的水平; 县妇联成立于1956年，现有干部6人; 距2020年还有两年: the time is what these speak of.
_TAKING: Final = (
    *("保持", "保持了", "维持", "维持了"),
    *("成立于", "创建于", "始建于", "创办于", "启动于", "开始于"),
    *("距", "距离", "离"),
)
_TAKERS: Final = frozenset(words[-1] for words in _TAKING)
_ENTRY: Final = re.compile("【[^】]{1,40}】[ 　]*")  # what an entry of a year-book is called
_PARTED: Final = re.compile("[;；]")
_LEADS_IN: Final = re.compile("(?:工作|任务|事项?|活动|如下|方面|点)[：:]")  # 下半年抓好以下工作：…；…
_LONGEST_TIME: Final = 30  # characters of an expression of time
_OF: Final = re.compile("的?[(（]?")  # 比2010年的42.6%, 较2012年(84.9%)
_MOVES: Final = re.compile("(?:又|再|大幅|明显|稳步)?(?:下降|降低|减少|提高|上升|增加|增长|提升)")
# 十年累计转移, 三年培育: so many years in all.
_IN_ALL: Final = re.compile(
    "(?:^|[，,；;、市县区省州联])(?P<years>[二两三四五六七八九十]|[1-9][0-9]?)年(?:间|内)?"
    "(?=共|累计|总共|培|建|发|投|完成|新|为$)"
)
_RAGGED: Final = re.compile("-[0-9]{2}.*/")  # from a month or a day to another
_MET: Final = re.compile("(?:[上下]午)?[，,]?[^，,。；;]{0,40}?(?:召开|举行)[^，,。；;]{0,40}会")
_MEETING: Final = 90
_EVER_SINCE: Final = re.compile("份?[^，,。；;0-9]{0,10}(?:以来|至今|起|开始)")
# 梳理2017-2019年信访件66件；…: years within a clause, which date nothing beyond it.
_WITHIN: Final = re.compile(
    "[\u4e00-\u9fff](?<![在从自至到于以，])(?:19|20)[0-9]{2}年?[-—–~～至到]{1,2}(?:19|20)?[0-9]{2}年?的?$"
)
_SPAN_REACH: Final = 14
_RATE: Final = re.compile("率(?:分别|均|稳定|保持)?(?:在|达到?|为|是|约|近)*$")
_RATES: Final = frozenset(("‰", "/万", "/10万"))
# In a report on five years a share of people is a state at their end; 2010年以来胜诉比例 is of all those cases.
_STATE: Final = re.compile(
    "(?:率|比例|占比|比重|寿命|人数|总数)(?:分别|均|稳定|保持)?(?:在|高?达到?|为|是|约|近|超过?|提[高升]到|上?升[到至]|降[到至])*$"
    "|占[^，,；;]{1,16}的(?:约|近)?$"
)
# 比五年前增加3个百分点: what is compared with a time gone by is of the end, too.
_COMPARES: Final = re.compile("比(?:(?:19|20)[0-9]{2}年|[三四五十]年前)[^，,；;]{0,8}$")


def says_its_year(sentence: Sentence, mention: PeriodMention) -> bool:
    return _SAYS_ITS_YEAR.search(sentence.text, mention.start, mention.end) is not None


def is_at_the_head(sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether an expression stands at a sentence's head, which begins behind 据统计, and 省妇联主席介绍."""
    if mention.start - sentence.start <= _HEAD:
        return True
    text, start = sentence.text, sentence.start
    if text[start] == "【" and (named := _ENTRY.match(text, start, sentence.end)):
        return mention.start - named.end() <= _HEAD
    told = _TELLS.match(text, start, sentence.end)
    return told is not None and mention.start - told.end() <= _HEAD


@lru_cache(maxsize=1024)
def as_coarse_as_figures(period: Period, *, recent: bool) -> Period:
    first, last = period.first, period.last
    span = last.year - first.year
    if recent and span % 5 == 0 and span:
        return Period.years(first.year + 1, last.year)  # 五年来 and 十年来 are plans' terms, both ends counted
    if (first.year, first.month) == (last.year, last.month):
        return Period.month(first.year, first.month)
    return Period.years(first.year, last.year) if _RAGGED.search(str(period)) else period


def dates(sentence: Sentence, mention: PeriodMention) -> bool:
    """Whether an expression dates the figures after it, rather than a thing, a goal or what they are compared with."""
    if mention.title:
        return False
    text, start = sentence.text, mention.start
    before = text[max(sentence.start, start - 3) : start]
    after = text[mention.end : mention.end + 2]
    if after[:1] in _WIRED and mention.form is _DAY:
        return False  # 新华社北京12月27日电: when the news was written
    if mention.form is _FIVE_YEAR_PLAN and _PLAN_NAMED.match(text, mention.end, sentence.end):
        return False
    if mention.form is _YEAR and before[-2:] in _SUMS_UP and _WORK_OF_A_YEAR.match(text, mention.end, sentence.end):
        return False  # 召开2017年工作总结会, 总结2017年工作，部署2018年任务
    if mention.comparison:  # 去年同期为1.1万人: not what is compared with, but the subject
        return after[:1] in ("为", "是", "有", "达") and not before.endswith(("比", "较", "与", "同"))
    if before[-1:] in ("(", "（") and after[:1] in (")", "）"):
        return before[-2:-1] == "年"  # 民国17年（1928年）; but not 宣传册（2019-2021年）
    if before[-1:] in _TAKERS and before.endswith(_TAKING):
        return False
    if after[:1] == "的" and before.endswith(("是", "相当于", "超过", "高于", "低于")):
        return False  # 是2010年的1.8倍
    if before[-1:] in _BEGINS_ON and _HAS_BEGUN.match(text, mention.end, sentence.end):
        return False  # 于2003年7月启动，…，已捐赠车2000辆
    if after[:1] in _MARK_STARTS and _MARK.match(sentence.text, mention.end, sentence.end):
        return False  # 达到2010年终期目标要求
    return after not in ("目标", "规划", "基础", "的基", "水平")


def starts_a_rise(sentence: Sentence, mention: PeriodMention) -> bool:
    """由2015年的…, 由2015年每人…提高到…: the time a rise began."""
    text, start, end = sentence.text, mention.start, mention.end
    if mention.form is _SINCE:
        return False
    if text[end : end + 1] == "的":
        return bool(_FROM.search(text[max(sentence.start, start - 3) : start]))
    return (
        text[start - 1] in "由从"
        and start > sentence.start
        and _ARRIVES.search(text, end, min(end + _WAY, sentence.end)) is not None
    )


def is_parted(text: str, said_at: int, last: int, place: int) -> bool:
    """Whether a semicolon ends the clause that a time was said in, since the last figure; a lead-in has no such end."""
    parting = _PARTED.search(text, max(said_at, last), place)
    return parting is not None and _LEADS_IN.search(text, said_at, parting.start()) is None


def compared_with(sentence: Sentence, draft: Draft) -> PeriodMention | None:
    """比2010年的42.6%下降2个百分点: the time right before a figure, where the sentence compares with it."""
    mentions = sentence.periods_between(max(sentence.start, draft.start - _LONGEST_TIME), draft.start)
    if not mentions or not mentions[-1].comparison:
        return None
    between = _OF.fullmatch(sentence.text, mentions[-1].end, draft.start)
    told = between is not None and (between.end() > between.start() or _MOVES.match(sentence.text, draft.end))
    return mentions[-1] if told else None


def is_past_its_members(text: str, clause: int, said_at: int) -> bool:
    """新一届代表中女性增多，村委会成员中女性占30%: a clause that no longer tells of a congress's members."""
    return clause > said_at and text[clause - 2 : clause - 1] not in ("中", "里")


def says_who_met(sentence: Sentence, mention: PeriodMention) -> bool:
    """1月5日，县妇联召开…总结会: a day, and the meeting that was held on it."""
    near = sentence.text[mention.end : min(sentence.end, mention.end + _MEETING)]
    return "会" in near and _MET.match(near) is not None


def is_since(sentence: Sentence, mention: PeriodMention) -> bool:
    """自4月进驻以来: the months from then on."""
    since = sentence.text[mention.start - 1] in "自从"
    return since and _EVER_SINCE.match(sentence.text, mention.end, sentence.end) is not None


def stands_within(text: str, said_at: int) -> bool:
    """梳理2017-2019年信访件: whether a span of years that ends here stands within a clause, not at its head."""
    return _WITHIN.search(text, max(0, said_at - _SPAN_REACH), said_at) is not None


def is_a_rate(draft: Draft) -> bool:
    """Whether a figure says how things stand: 率达95%, 12/10万."""
    return draft.quantity.unit in _RATES or _RATE.search(draft.lead) is not None


def is_of_the_end(words: str) -> bool:
    """Whether the words before a figure tell of the end of the years that a report is on."""
    return _STATE.search(words) is not None or _COMPARES.search(words) is not None


def years_in_all(words: str, year: int | None, status: Status) -> Period | None:
    """十年累计转移: so many years, gone by in a report, to come in a plan."""
    told = _IN_ALL.search(words) if "年" in words else None
    if told is None or year is None:
        return None
    count = int(parse_numeral(told["years"]).value)
    first = year if status is Status.TARGET else year - count + 1
    return Period.years(first, first + count - 1)
