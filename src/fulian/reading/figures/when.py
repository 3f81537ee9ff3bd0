"""For when a figure holds: the year of its setting, unless the sentence or the paragraph says otherwise."""

from __future__ import annotations

import re

from fulian.reading.figures.draft import Draft, Sentence
from fulian.text.periods import PeriodForm, PeriodMention
from fulian.values.period import Period

__all__ = ["Clock"]

# An expression at the head of a paragraph dates what follows it; a day or a month dates its own sentence only.
_REACH_ON = frozenset((PeriodForm.YEAR, PeriodForm.YEARS, PeriodForm.UNTIL))
_REACH_ON_FROM_HEAD = frozenset((PeriodForm.SINCE, PeriodForm.RECENT, PeriodForm.RELATIVE))
_GOES_ON = re.compile("[ 　]*(?:仅|其中|此外|另外|并且?|同时|还)")
_NOW = re.compile("现有|目前|现已|现在|至今|当前")
_ALL_ALONG = re.compile("一直|连续多年|多年来|历年|逐年|始终")
_FROM = re.compile("[从由自][^，,；;。]{0,4}$")
_FROM_HERE = re.compile("[从由](?:最初|原来|原先|当初|上[年届]|过去|以前)?的?[ ]?$")
_ROSE_TO = re.compile("[到至为]")
# 第五届人大代表中女性占18%: true of a term whose years nobody says.
_OF_A_TERM = re.compile("第[一二三四五六七八九十]{1,3}[次届][^，,；;。]{0,14}(?:代表|委员|常委|执委)")
_HEAD = 12  # characters into a paragraph that still count as its head


def _is_gloss(sentence: Sentence, mention: PeriodMention) -> bool:
    """宣传册（2019-2021年）: years in brackets tell the thing's time, not the figure's."""
    before = sentence.text[mention.start - 1 : mention.start]
    return before in ("(", "（") and sentence.text[mention.end : mention.end + 1] in (")", "）")


class Clock:
    """What the time is while a reader goes through a stretch (时间线索).

    It knows the year of the setting, the last expression that reaches on, and the five-year plan under way.
    """

    def __init__(self) -> None:
        self.year: int | None = None
        self.default: Period | None = None
        self.carried: Period | None = None
        self.carried_form: PeriodForm | None = None
        self.plan: Period | None = None
        self.last: Period | None = None  # what the sentence before ended with

    def begin_stretch(self, year: int | None) -> None:
        """Take a new setting's year."""
        if year != self.year:
            self.year = year
            self.default = None if year is None else Period.year(year)
            self.begin_paragraph()

    def begin_paragraph(self) -> None:
        """Forget what the paragraph before was about."""
        self.carried = self.carried_form = self.last = None

    def date(self, sentence: Sentence) -> None:
        """Give every figure of a sentence its time, and remember what reaches on."""
        now, rule = self._at_start(sentence)
        form = self.carried_form
        year = self.year
        mentions = [
            mention
            for mention in sentence.periods
            if not (mention.comparison or mention.title or _is_gloss(sentence, mention))
        ]
        at = 0
        once: Period | None = None  # when a rise began: 由2010年的8.4%降到3.1%
        previous_end = sentence.start
        for draft in sentence.drafts:
            if once is not None and _ROSE_TO.search(sentence.text, previous_end, draft.figure.start):
                once = None
            while at < len(mentions) and mentions[at].start < draft.figure.start:
                mention = mentions[at]
                at += 1
                if mention.end > draft.figure.start:
                    continue
                period = self._meaning(mention, year, now, form)
                if self._starts_a_rise(sentence, mention) and mention.form is not PeriodForm.SINCE:
                    once = period
                elif period is not None or mention.form is PeriodForm.TERM:
                    now, rule, form = period, f"said-as-{mention.form.value}", mention.form
                    if mention.form in _REACH_ON and period is not None and period.first.year == period.last.year:
                        year = period.first.year
                self._note_plan(sentence.text, mention)
            previous_end = draft.figure.end
            if once is not None:
                draft.period = once
                draft.decide("period", "where-a-rise-began", once)
                continue
            self._settle(sentence, draft, now, rule, form)
        for mention in mentions[at:]:
            self._note_plan(sentence.text, mention)
        self._remember(sentence, mentions, year)
        self.last = now

    def _at_start(self, sentence: Sentence) -> tuple[Period | None, str]:
        if self.last is not None and _GOES_ON.match(sentence.text, sentence.start):
            return self.last, "sentence-goes-on"
        if self.carried is not None:
            return self.carried, "paragraph-says"
        return self.default, "setting-year"

    def _settle(self, sentence: Sentence, draft: Draft, now: Period | None, rule: str, form: PeriodForm | None) -> None:
        words = sentence.clause_before(draft)
        if _FROM_HERE.search(words) and re.match(
            "[^，,；;。]{0,3}[到至]|[^，,；;。]{0,8}(?:增|升|降|提高|下降|增加|发展|减少|跃升|扩大)",
            sentence.clause_after(draft),
        ):
            draft.period = None
            draft.decide("period", "before-a-rise", None)
            return
        if self.plan is not None and _ALL_ALONG.search(words):
            now, rule = self.plan, "all-along-the-plan"
        elif _OF_A_TERM.search(words) and now == self.default:
            now, rule = None, "of-a-term"
        elif rule != "setting-year" and form is not PeriodForm.UNTIL and now != self.default:
            if _NOW.search(words) and (form in _REACH_ON or rule == "paragraph-says"):
                now, rule = self.default, "stands-now"
                self.carried = self.carried_form = None
        draft.period = now
        draft.decide("period", rule, now)

    def _within_default(self, period: Period) -> bool:
        """截止11月底: a part of the reporting year dates its own sentence only."""
        default = self.default
        return (
            default is not None and period != default and default.first <= period.first and period.last <= default.last
        )

    def _starts_a_rise(self, sentence: Sentence, mention: PeriodMention) -> bool:
        return bool(_FROM.search(sentence.text[max(sentence.start, mention.start - 3) : mention.start])) and (
            sentence.text[mention.end : mention.end + 1] == "的"
        )

    def _meaning(
        self, mention: PeriodMention, year: int | None, now: Period | None, form: PeriodForm | None
    ) -> Period | None:
        if mention.form is PeriodForm.RECENT and not mention.tells:
            return self.plan
        if mention.form is PeriodForm.RELATIVE and now is not None and form is PeriodForm.UNTIL:
            return now  # 截止2009年12月底，全年…
        period = mention.resolve(year)
        if period is None:
            return None
        span = period.last.year - period.first.year
        if mention.form is PeriodForm.RECENT and span % 5 == 0 == period.last.year % 5:
            return Period.years(period.first.year + 1, period.last.year)  # 五年来, at the end of a five-year plan
        if period.first == period.last:  # a day's figures are kept by the month
            return Period.month(period.first.year, period.first.month)
        if mention.form in (PeriodForm.MONTH, PeriodForm.DAY) and period.first.month != period.last.month:
            return Period.years(period.first.year, period.last.year)
        return period

    def _note_plan(self, text: str, mention: PeriodMention) -> None:
        if mention.form is PeriodForm.FIVE_YEAR_PLAN or (
            mention.form is PeriodForm.SINCE and "五”" in text[mention.start : mention.end]
        ):
            period = mention.resolve(self.year)
            if period is not None and (self.year is None or period.first.year <= self.year <= period.last.year + 1):
                self.plan = period

    def _remember(self, sentence: Sentence, mentions: list[PeriodMention], year: int | None) -> None:
        for mention in reversed(mentions):
            if self._starts_a_rise(sentence, mention):
                continue
            at_head = mention.start - sentence.start <= _HEAD
            if mention.form is not PeriodForm.UNTIL and not at_head:
                continue
            if mention.form in _REACH_ON or (sentence.opens and mention.form in _REACH_ON_FROM_HEAD):
                period = self._meaning(mention, year, None, None)
                if period is not None and not self._within_default(period):
                    self.carried, self.carried_form = period, mention.form
                    return
