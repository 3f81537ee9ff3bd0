"""For when the plans of a report are: by their heading, the words that they open with, and the day of the report."""

from __future__ import annotations

import re

from fulian.errors import ParseError
from fulian.reading._matter import Matter
from fulian.reading._years import year_in
from fulian.text.periods import parse_period
from fulian.values.numeral import parse_numeral
from fulian.values.period import Period

__all__ = ["PlanTimes"]

_SAME_YEAR = re.compile("下半年|下阶段|下一阶段|第[二三四]季度|年内|年底前")
_PART_OF_A_YEAR = re.compile("上半年|半年|季度|进展|[0-9一二三四五六七八九十]月|阶段性")
# 2020年1—9月，…: the months that a report opens with.
_FIRST_MONTHS = re.compile("上半年|前[二三]个?季度|(?<![0-9])1月?份?[-—–~～至到]+(?:[2-9]|1[01])月")
_OPENING_WORDS = 60
_LATE = 10  # a report that is dated in its own year before November is no report on the whole of it
_FIVE_YEARS = re.compile("“?[一二三四五六七八九十]{1,3}五”?(?:时期|期间|规划)?")
_COMING_YEARS = re.compile("(?:今后|未来)的?([三四五])年")  # 今后五年的奋斗目标: the years after the report's
_NEXT_YEAR = re.compile("明年|来年|下一年|新的一年|下一年度")
_YEAR = re.compile("(?<![到至])(?:19|20)[0-9]{2}(?= ?年)")
# 明年，我们将…; 2020年，要…, at the head of a section of plans. But 到2025年 is the end of what is planned.
_YEAR_AHEAD = re.compile(
    "[ 　。：:]*(?:在)?(?:(?P<year>(?:19|20)[0-9]{2}) ?年(?:度|里)?[，,县市区省镇将要我]|明年|来年|新的一年)"
)
_FIRST_WORDS = 30
_WORK = re.compile("(?:工作|重点|展望|部署)(?!.*情况)")


class PlanTimes:
    """For when the plans of a report are (计划时间)."""

    def __init__(self, matter: Matter) -> None:
        self.matter = matter
        self.year = matter.year
        self.dated = matter.frame.issued or matter.frame.published

    def are_headed(self, words: str) -> bool:
        """Whether a heading says the work of a year after the report's: 2021年重点工作, in a report on 2020."""
        year = year_in(words) if _WORK.search(words) else None
        return year is not None and self.year is not None and year > self.year

    def headed(self, words: str) -> Period | None:
        """The time that a heading of plans names."""
        year = year_in(words)
        if year is not None:
            return Period.year(year)
        coming = _COMING_YEARS.search(words)
        if coming is not None and self.year is not None:
            return Period.years(self.year + 1, self.year + int(parse_numeral(coming[1]).value))
        match = _FIVE_YEARS.search(words)
        if match:
            try:
                return parse_period(match.group().strip("“”时期间规划"))
            except ParseError:
                return None
        if _NEXT_YEAR.search(words) and self.year is not None:
            return Period.year(self.year + 1)
        if self.matter.written is not None and "今年" in words:
            return Period.year(self.matter.written)
        if self.year is not None and (_SAME_YEAR.search(words) or self.are_for_the_rest):
            return Period.year(self.year)
        return None

    def opened(self, start: int, end: int) -> Period | None:
        """明年，我们将做好三件事: the year that the first words of a section of plans say."""
        match = _YEAR_AHEAD.match(self.matter.text, start, end)
        if match is None:
            return None
        if match["year"]:
            return Period.year(int(match["year"]))
        return None if self.year is None else Period.year(self.year + 1)

    def announced(self, opening: tuple[int, int]) -> int | None:
        """The year that the sentence says which announces or opens plans."""
        words = self.matter.text[opening[0] : min(opening[1], opening[0] + _FIRST_WORDS)]
        match = _YEAR.search(words)
        if match:
            return int(match.group())
        if self.year is None:
            return None
        if self.are_for_the_rest and _SAME_YEAR.search(words):
            return self.year  # 下半年，要办班: in a report on the first half
        if self.year_at_hand is not None and "今年" in words:
            return self.year  # news of July: 今年7-11月将开展6场
        soon = self.dated is not None and self.dated.year == self.year + 1 and "今年" in words
        return self.year + 1 if soon or _NEXT_YEAR.search(words) else None

    @property
    def year_at_hand(self) -> int | None:
        """The year of a text that is dated in it: news, whose plans are for the same year where they name none."""
        return self.year if self.dated is not None and self.dated.year == self.year else None

    @property
    def are_for_the_rest(self) -> bool:
        """Whether the report is of a part of its year, so that its plans are for the rest of it."""
        matter = self.matter
        if _PART_OF_A_YEAR.search(matter.title):
            return True
        if self.dated is not None and self.dated.year == self.year:
            return self.dated.month <= _LATE
        start = matter.body[0].start if matter.body else matter.end
        return _FIRST_MONTHS.search(matter.text, start, min(start + _OPENING_WORDS, matter.end)) is not None
