"""Which year a document is about, by the day on which it was issued or printed."""

from __future__ import annotations

import re

from fulian.model.document import DocumentKind
from fulian.reading._kinds import kind_by_title
from fulian.reading._matter import Matter
from fulian.reading._terms import OPENING

__all__ = ["FIRST_MONTHS", "THE_YEAR_GONE_BY", "year_by_day"]

_MONTH = re.compile("(?<![0-9一二三四五六七八九十年至到-])(1?[0-9])月(?=[0-9份上中下底初，,])")
# Begins with 月, the rarest of its characters, so that the search skips all others.
_MONTH_AND_DAY = re.compile(
    "月(?:(?<=(?<![0-9年])([0-9])月)|(?<=(?<![0-9年])([0-9]{2})月))(?=[0-9]{1,2}日)([0-9]{1,2})"
)
_DAYS = 2
_DECEMBER = 12
_HALF = 6  # months in which 过去一年 is the calendar year before
_LAST_YEAR = re.compile("全年|一年来|过去一?年|去年")
# 讯（记者 甲）11月4日, on a page of January: of the year before.
_NEWS_DAY = re.compile("[讯电][(（][^）)\n]{0,30}[）)] ?([0-9]{1,2})月[0-9]{1,2}日")
FIRST_MONTHS = 3  # in which reports on the year before are written
THE_YEAR_GONE_BY = re.compile("过去(?:的)?一年[，,来里的中]")


def year_by_day(matter: Matter, kind: DocumentKind) -> int | None:
    """The year that the day of issue tells: a text of a year's first months may look back on the year before."""
    day = matter.frame.issued or matter.frame.published
    if day is None:
        return None
    if kind is DocumentKind.PLAN:
        return day.year + 1 if day.month >= 11 else day.year
    if kind is DocumentKind.STUDY:
        return day.year
    news = _NEWS_DAY.search(matter.text, matter.start, min(matter.end, matter.start + OPENING))
    if news is not None and day.month < int(news[1]) <= _DECEMBER:
        return day.year - 1
    if _tells_of_its_days(matter, day.month, day.day):
        return day.year
    if day.month <= _HALF and THE_YEAR_GONE_BY.search(matter.text, matter.start, matter.end):
        return day.year - 1
    return day.year - 1 if day.month <= FIRST_MONTHS and _looks_back(matter, day.month) else day.year


def _tells_of_its_days(matter: Matter, month: int, day: int) -> bool:
    """News of the days before it was printed: 3月4日, 3月5日 and no day of another month, on a page of 6 March."""
    days = 0
    for found in _MONTH_AND_DAY.finditer(matter.text, matter.start, matter.end):
        if int(found[1] or found[2]) != month or int(found[3]) > day:
            return False
        days += 1
    return days >= _DAYS


def _looks_back(matter: Matter, month_of_issue: int) -> bool:
    """Whether a text of a year's first months is on the year before, and no news."""
    words = f"{matter.title}\n{matter.text[matter.start : matter.end]}"
    if _LAST_YEAR.search(words) is not None:
        return True
    months = [int(month) for month in _MONTH.findall(words)]
    if months and max(months) <= month_of_issue:
        return False  # 3月1日至8日, in a report of 12 March
    return kind_by_title(matter.title) is DocumentKind.SUMMARY
