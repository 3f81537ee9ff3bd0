"""For when a figure holds: the year of its setting, unless the sentence or the paragraph says otherwise."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, TypeGuard

from fulian.model.observation import Status
from fulian.reading.figures._draft import Draft, Sentence, Teller
from fulian.reading.figures._expressions import (
    as_coarse_as_figures,
    compared_with,
    dates,
    is_a_rate,
    is_at_the_head,
    is_of_the_end,
    is_parted,
    is_past_its_members,
    is_since,
    says_its_year,
    says_who_met,
    stands_within,
    starts_a_rise,
    years_in_all,
)
from fulian.reading.figures._time import Aside, Time
from fulian.reading.setting import Setting
from fulian.text.periods import PeriodForm, PeriodMention
from fulian.values.period import Period

__all__ = ["Clock"]

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_TERM: Final = PeriodForm.TERM
_SINCE: Final = PeriodForm.SINCE
_UNTIL: Final = PeriodForm.UNTIL
_YEARS: Final = PeriodForm.YEARS
_RECENT: Final = PeriodForm.RECENT
_RELATIVE: Final = PeriodForm.RELATIVE
_YEAR: Final = PeriodForm.YEAR
_DAY: Final = PeriodForm.DAY
_FIVE_YEAR_PLAN: Final = PeriodForm.FIVE_YEAR_PLAN
_ACTUAL: Final = Status.ACTUAL
_TARGET: Final = Status.TARGET

# A year at the head of a sentence dates the sentences after it, too; from a paragraph's head so do 五年来 and 去年.
_REACH_ON: Final = frozenset((PeriodForm.YEAR, PeriodForm.YEARS, PeriodForm.UNTIL))
_REACH_ON_FROM_HEAD: Final = frozenset((PeriodForm.SINCE, PeriodForm.RECENT, PeriodForm.RELATIVE))
# A day or a month dates its own part of a sentence.
_ONE_CLAUSE: Final = frozenset((PeriodForm.DAY, PeriodForm.MONTH, PeriodForm.HALF, PeriodForm.QUARTER))
_WHOLE_YEARS: Final = frozenset((PeriodForm.YEAR, PeriodForm.YEARS))
_HELD: Final = re.compile("[，,]?[^，,。；;]{0,20}?(?:召开|举行|举办)")
_DATED: Final = frozenset((PeriodForm.DAY, PeriodForm.MONTH))
_SPANNING: Final = frozenset((PeriodForm.SINCE, PeriodForm.RECENT))

_GOES_ON: Final = re.compile("[ 　]*(?:仅|其中|此外|另外|并且?|同时|还)")
_GOES_ON_STARTS: Final = frozenset(" 　仅其此另并同还")
_NOW: Final = re.compile("现有|目前|现已|现在|至今|当前|如今")
_ALL_ALONG: Final = re.compile("一直|连续多年|多年来|历年|逐年|始终")
_FROM_HERE: Final = re.compile("[从由](?:最初|原来|原先|当初|上[年届]|过去|以前)?的?[ ]?$")
_TO_THERE: Final = re.compile("[^，,；;。]{0,3}[到至]|[^，,；;。]{0,8}(?:增|升|降|提高|发展|减少|扩大)")
_ARRIVED: Final = re.compile("[到至为]")
# 第五届人大代表中女性占18%: true of a term whose years nobody says.
_OF_A_TERM: Final = re.compile(
    "第[一二三四五六七八九十]{1,3}[次届][^，,；;。]{0,14}(?:代表|委员|常委)(?!大会)(?:[^，,；;。]*[中里][，,])?[^，,；;。]*$"
)
# 今年, 去年 say the year themselves; 全年, 年底, 1-10月 take that of their paragraph.
_OF_ITS_PARAGRAPH: Final = _ONE_CLAUSE | {PeriodForm.RELATIVE}
_THIS_YEAR: Final = ("今年", "本年")
_AT_PRESENT: Final = ("目前", "现在", "当前")
_NEXT_STARTS: Final = frozenset("明来下")  # 明年, in the plans of a report
_AHEAD_STARTS: Final = frozenset("下今接未")
_AHEAD: Final = re.compile("下一?步|下一?阶段|今后|接下来|未来")
_JULY: Final = 7
_ELECTS: Final = re.compile("选举|产生|当选|增[选补]|推选|替补")  # 选举产生第五届执委55名: on that day
_whole_year = lru_cache(maxsize=256)(Period.year)
_BEGINNINGS: Final = frozenset(("where-a-rise-began", "where-a-span-began", "before-a-rise"))
_SAID: Final = {form: f"said-as-{form}" for form in PeriodForm}


_NO_TIME: Final = Time(None, "", None, 0)


def _spans(period: Period | None) -> TypeGuard[Period]:
    return period is not None and period.first.year < period.last.year


class Clock:
    """What the time is while a reader goes through a stretch (时间线索).

    It knows the year of the setting, the last expression that reaches on, and the five-year plan under way.
    """

    def __init__(self) -> None:
        self.year: int | None = None
        self.written: int | None = None  # the year that 今年 and 去年 are counted from, where it is another
        self.term: Period | None = None
        self.default: Period | None = None
        self.end: Period | None = None  # the reporting year, in a report on several years the last
        self.several = False  # whether it is one on several years
        self.usual = Time(None, "setting-year", None, 0)  # the time where nothing says another
        self.carried: tuple[Period, PeriodForm] | None = None
        self.last: Period | None = None  # what the sentence before ended with
        self.recalled: int | None = None  # the year that an annal's paragraph said last
        self.plan: Period | None = None
        self.teller = Teller("period")

    def begin_stretch(self, setting: Setting) -> None:
        """Take a new setting's year, or the term of its plan."""
        self.written = setting.written
        year, term = setting.year, setting.term
        if year == self.year and (term is self.term or term == self.term):
            return
        self.year, self.term = year, term
        self.end = None if year is None else _whole_year(year)
        self.default = term or self.end
        self.several = self.end is not None and self.default != self.end
        self.usual = Time(self.default, "setting-year", None, 0)
        self.last = None

    def begin_paragraph(self) -> None:
        """Forget what the paragraph before was about."""
        self.carried = self.last = self.recalled = None

    def pass_over(self, text: str, start: int) -> None:
        """Go on past a sentence that holds neither a figure nor a time."""
        if self.last is None or text[start] not in _GOES_ON_STARTS or not _GOES_ON.match(text, start):
            self.last = self.default if self.carried is None else self.carried[0]

    def date(self, sentence: Sentence) -> None:
        """Give every figure of a sentence its time, and remember what reaches on."""
        time = self._at_start(sentence.text, sentence.start)
        mentions = [mention for mention in sentence.periods if dates(sentence, mention)] if sentence.periods else []
        if sentence.drafts:
            time = self._date_figures(sentence, mentions, time)
        else:
            for mention in mentions:
                self._note_plan(sentence, mention)
        if mentions:
            self._remember(sentence, mentions)
            if self.year is None:
                self._recall(mentions)
        self.last = time.period

    def _date_figures(self, sentence: Sentence, mentions: list[PeriodMention], time: Time) -> Time:
        """Give every figure of a sentence its time; give the time after them."""
        text = sentence.text
        began: Period | None = None  # when a rise began: 由2010年的8.4%降到3.1%
        at, place = 0, sentence.start
        previous: Draft | None = None
        rose = False  # whether the figure before is what a rise began from
        aside = Aside()
        for draft in sentence.drafts:
            start = draft.start
            arrives = (began is not None or rose) and _ARRIVED.search(text, place, start) is not None
            began = None if arrives else began
            if time.form is not None and self._is_over(sentence, time, draft, place):
                time = self.usual
            own: PeriodMention | None = None
            if mentions:
                while at < len(mentions) and mentions[at].end <= start:
                    mention = mentions[at]
                    time = aside.over(time, mention.start)
                    aside.open(sentence, mention, time)
                    if starts_a_rise(sentence, mention):
                        began = self._meaning(sentence, mention, time)
                    else:
                        time = self._said(sentence, mention, time)
                    self._note_plan(sentence, mention)
                    at += 1
                time = aside.over(time, start)
                own = mentions[at] if at < len(mentions) and mentions[at].start < start else None
            if own is not None:  # 今后五年: the figure is the length of the time itself
                draft.period, rule = self._meaning(sentence, own, time), _SAID[own.form]
            elif began is not None:
                draft.period, rule = began, "where-a-rise-began"
            elif draft.joined and previous is not None:
                draft.period, rule = previous.period, "listed-with-the-figure-before"
            elif rose and arrives and _spans(time.period):
                draft.period, rule = _whole_year(time.period.last.year), "where-a-rise-ended"
            else:
                draft.period, rule = self._settled(sentence, draft, time)
                if rule in ("years-in-all", "stands-now"):
                    time = Time(draft.period, rule, None, draft.end)
            self.teller.tell(draft, rule, draft.period)
            place, previous, rose = draft.end, draft, rule in _BEGINNINGS
        for mention in mentions[at:]:
            self._note_plan(sentence, mention)
        return time

    def _at_start(self, text: str, start: int) -> Time:
        if self.last is not None and text[start] in _GOES_ON_STARTS and _GOES_ON.match(text, start):
            return Time(self.last, "sentence-goes-on", None, start)
        if self.year is None and self.recalled is not None and text.startswith("同年", start):
            return Time(_whole_year(self.recalled), "paragraph-says", _YEAR, start)
        if self.carried is not None:
            if text[start] in _AHEAD_STARTS and _AHEAD.match(text, start):
                self.carried = None  # 2021年，…。下一步，…
                return self.usual
            return Time(self.carried[0], "paragraph-says", self.carried[1], start)
        return self.usual

    def _said(self, sentence: Sentence, mention: PeriodMention, time: Time) -> Time:
        """The time after an expression has been read."""
        period = self._meaning(sentence, mention, time)
        if period is None and mention.form is not _TERM:
            if self.year is None and sentence.text.startswith("今年", mention.start):
                return Time(None, _SAID[mention.form], mention.form, mention.end)  # 2009年, and then 今年: another
            return time
        if time.form is _SINCE and time.period is not None and mention.form is _UNTIL and period:
            period = Period.years(time.period.first.year, period.last.year)  # 自2009年…以来，截至2013年6月底
        return Time(period, _SAID[mention.form], mention.form, mention.end)

    def _settled(self, sentence: Sentence, draft: Draft, time: Time) -> tuple[Period | None, str]:
        """The time of a figure, where its own clause may correct what was said before."""
        words = draft.lead
        if sentence.text[draft.start - 1] in "年期的(（" and (base := compared_with(sentence, draft)) is not None:
            return self._meaning(sentence, base, time), "what-is-compared-with"
        rises = ("从" in words or "由" in words) and _FROM_HERE.search(words) is not None
        if rises and _TO_THERE.match(sentence.clause_after(draft)):
            if time.form is _YEARS and time.period is not None:
                return Period.year(time.period.first.year), "where-a-span-began"
            return self._compared(sentence, draft, time)
        if (
            "年" in words
            and self.year is not None
            and (in_all := years_in_all(words, self.year, sentence.setting.status))
        ):
            return in_all, "years-in-all"
        form = time.form
        spanning = (
            form is not None
            and form in _SPANNING
            and (time.rule == "paragraph-says" or (time.rule.startswith("said") and time.said_at < draft.clause_start))
        )
        of_several = self.several and time.period == self.default
        if (spanning and is_a_rate(draft)) or (of_several and is_of_the_end(words)):
            return self._end_of(time.period), "rate-at-the-end"
        along = self.plan is not None and ("年" in words or "直" in words or "终" in words)
        if along and _ALL_ALONG.search(words):
            return self.plan, "all-along-the-plan"
        if "第" in words and time.period == self.default and _OF_A_TERM.search(words) and not _ELECTS.search(words):
            return None, "of-a-term"
        reaches = form is not None and (form in _REACH_ON or (form in _SPANNING and time.rule == "paragraph-says"))
        if reaches and form is not _UNTIL and _NOW.search(words):
            self.carried = None
            return self.end or self.default, "stands-now"
        if of_several and _NOW.search(words):
            return self.end, "stands-now"
        return time.period, time.rule

    def _end_of(self, period: Period | None) -> Period | None:
        """The last year of a report; of years that lie before a plan, theirs."""
        if self.end is None and period is not None and period != self.default:
            return _whole_year(period.last.year)
        return self.end or self.default

    def _compared(self, sentence: Sentence, draft: Draft, time: Time) -> tuple[Period | None, str]:
        """比2010年降低0.6个百分点，由31.4%降为30.8%: where a rise began is what the sentence compares with."""
        for mention in reversed(sentence.periods_between(sentence.start, draft.start)):
            if mention.comparison:
                return self._meaning(sentence, mention, time), "before-a-rise-compared"
        return None, "before-a-rise"

    def _meaning(self, sentence: Sentence, mention: PeriodMention, time: Time) -> Period | None:
        """The days that an expression means, as coarse as figures are dated: by months, halves, quarters and years."""
        form = mention.form
        if form in _WHOLE_YEARS and (said := mention.resolve(None)) is not None:
            return said  # so it is mostly: it names its years itself
        if form is _RECENT and not mention.tells:
            return self.plan
        term = sentence.setting.term
        if form is _RECENT and term is not None and sentence.setting.status is _TARGET:  # 十年来, in a plan's preface
            return as_coarse_as_figures(mention.resolve(term.first.year - 1) or term, recent=True)
        if form is _RELATIVE and time.form is _UNTIL and not says_its_year(sentence, mention):
            return time.period  # 截止2009年12月底，全年…
        period = mention.resolve(self._year_of(sentence, mention, time))
        if form in _DATED and period is not None and is_since(sentence, mention):
            return _whole_year(period.last.year)  # 自4月进驻以来: the months from then on
        if period is None or form in _WHOLE_YEARS:
            return period
        if form is _SINCE and period.first.month == _JULY and period.first.year == period.last.year == self.year:
            return _whole_year(self.year)  # 7月以来: the months from then on, no half by name
        return as_coarse_as_figures(period, recent=form is _RECENT)

    def _year_of(self, sentence: Sentence, mention: PeriodMention, time: Time) -> int | None:
        """The year of an expression without one: what the sentence said, else its paragraph, else the report."""
        reaches = time.form in _REACH_ON and time.rule.startswith("said")
        of_its_paragraph = time.form is _YEAR and mention.form in _OF_ITS_PARAGRAPH
        if of_its_paragraph and not says_its_year(sentence, mention):
            reaches = True
        written = self.written
        now = written or self.year
        earlier = reaches and now is not None and time.period is not None and time.period.last.year < now
        if earlier and sentence.text.startswith(_THIS_YEAR, mention.start):
            return now  # 2019年办班5期，今年办班8期
        if written is not None and not reaches and says_its_year(sentence, mention):
            ahead = self.year is None or written > self.year or sentence.text[mention.start] in _NEXT_STARTS
            return written if ahead else self.year
        if not reaches and self._is_of_a_meeting(sentence, mention):
            return written
        said = time.period if reaches else None
        if said is not None and said.first.year == said.last.year:
            return said.first.year
        if self.year is None and not says_its_year(sentence, mention):
            return self.recalled
        return self.year

    def _recall(self, mentions: list[PeriodMention]) -> None:
        """1984年1月，办班。6月，培训78人: in an annal a month is of the year that was said last."""
        for mention in mentions:
            period = mention.resolve(None)
            if period is not None and period.first.year == period.last.year:
                self.recalled = period.first.year

    def _note_plan(self, sentence: Sentence, mention: PeriodMention) -> None:
        named = mention.form is _SINCE and "五”" in sentence.text[mention.start : mention.end]
        if mention.form is _FIVE_YEAR_PLAN or named:
            period = mention.resolve(self.year)
            if period is not None and (self.year is None or period.first.year <= self.year <= period.last.year + 1):
                self.plan = period

    def _remember(self, sentence: Sentence, mentions: list[PeriodMention]) -> None:
        """Keep the last expression of a sentence that dates what comes after it."""
        if self._tells_of_a_day(sentence, mentions[-1]):
            day = self._meaning(sentence, mentions[-1], _NO_TIME)
            self.carried = None if day is None else (day, mentions[-1].form)
            return
        for mention in reversed(mentions):
            if starts_a_rise(sentence, mention):
                continue
            if sentence.text.endswith("计划", 0, mention.start):
                continue  # 计划2015—2017年…: what comes after tells of now again
            form = mention.form
            counted = form is _RECENT and mention.tells  # 近三年来, wherever in a paragraph
            if not (form in _REACH_ON or counted or (sentence.opens and form in _REACH_ON_FROM_HEAD)):
                continue
            if form is _UNTIL or is_at_the_head(sentence, mention):
                period = self._meaning(sentence, mention, _NO_TIME)
                if period is not None and not (self._is_part_of_default(period) or self._is_to_come(sentence, period)):
                    self.carried = (period, form)
                    return

    def _is_over(self, sentence: Sentence, time: Time, draft: Draft, place: int) -> bool:
        """Whether what dates its own part of a sentence stands before a ；, and a term's members in another clause."""
        if time.form is _TERM and is_past_its_members(sentence.text, draft.clause_start, time.said_at):
            return True
        return self._is_of_one_clause(sentence, time) and is_parted(sentence.text, time.said_at, place, draft.start)

    def _is_of_one_clause(self, sentence: Sentence, time: Time) -> bool:
        if time.form is _YEARS and time.rule.startswith("said"):
            return stands_within(sentence.text, time.said_at)
        if time.form is _UNTIL and time.period is not None:  # 11月底前; but 截至11月底 dates the whole sentence
            if "截" in sentence.text[max(sentence.start, time.said_at - 30) : time.said_at]:
                return False
            if self.written is not None and sentence.text.startswith(_AT_PRESENT, time.said_at - 2):
                return True  # 2018年，…。目前，建有基地5个；争取资金9万元
            return self._is_part_of_default(time.period)
        return time.form in _ONE_CLAUSE

    def _tells_of_a_day(self, sentence: Sentence, mention: PeriodMention) -> bool:
        """1950年3月，召开第二次妇女代表大会。出席代表86人: what was held on a day that says its year.

        In an annal whatever a paragraph opens with: 1961年5月，县妇联恢复。配主任1名.
        """
        if mention.form not in _DATED:
            return False
        opens = self.year is None and sentence.opens and is_at_the_head(sentence, mention)
        if not opens and _HELD.match(sentence.text, mention.end, sentence.end) is None:
            return False
        period = mention.resolve(None)
        if period is None and sentence.opens and self._is_of_a_meeting(sentence, mention):
            return True
        return period is not None and period.last.year != self.year

    def _is_of_a_meeting(self, sentence: Sentence, mention: PeriodMention) -> bool:
        """1月5日，县妇联召开…总结会: of the year in which the text was written."""
        later = self.written is not None and self.year is not None and self.written >= self.year
        return later and mention.form is _DAY and says_who_met(sentence, mention)

    def _is_to_come(self, sentence: Sentence, period: Period) -> bool:
        """到2020年要…: in a report, what comes after tells of what was done again."""
        return sentence.setting.status is _ACTUAL and self.year is not None and period.last.year > self.year

    def _is_part_of_default(self, period: Period) -> bool:
        """截止11月底: a part of the reporting year dates its own sentence only."""
        default = self.end or self.default
        if default is None:
            return False
        left, right = period.first, period.last
        first, last = default.first, default.last
        return first <= left and right <= last and (first < left or right < last)
