"""Which year a document is about, by the plainest statement it makes."""

from __future__ import annotations

import re
from collections import Counter

from fulian.model.document import DocumentKind
from fulian.reading._matter import Matter

__all__ = ["year_in", "year_of"]

# A single year; 2016-2020 is a plan's term and says nothing of the document's own year.
_TITLE_YEAR = re.compile("(?<![0-9—–~～-])((?:19|20)[0-9]{2})(?![0-9]| ?[—–~～-]+ ?(?:19|20)?[0-9]{2}(?![0-9]))")
_OPENING_YEAR = re.compile(
    "(?:^|[。！？\n])[^，,。\n]{0,6}?((?:19|20)[0-9]{2})年(?=[，,]|度|以来|[^0-9月底末前秋春]{2})", re.MULTILINE
)
_PLANNED = re.compile(
    "((?:19|20)[0-9]{2})年度?(?:的)?(?:工作|妇女|妇联|主要|重点)?.{0,6}(?:计划|打算|思路|安排|要点|目标|任务|展望)"
)


def year_in(words: str) -> int | None:
    """Give the first year that a title names (标题年份).

    Args:
        words: A title or a heading.

    Returns:
        The year; None where it names none or only a span of years.

    Example:
        >>> year_in("2013年工作总结和2014年工作计划"), year_in("规划(2011-2020年)")
        (2013, None)
    """
    match = _TITLE_YEAR.search(words)
    year = int(match[1]) if match else None
    return year if year and 1949 <= year <= 2100 else None


def year_of(matter: Matter, kind: DocumentKind) -> int | None:
    """Give the year a document is about (文件年份).

    The title says it plainest; then a heading for the next year's plan, the years that sentences open with, and the
    date of issue. A study describes the state of affairs when it was written.

    Args:
        matter: The document.
        kind: What kind of document it is.

    Returns:
        The year, or None where nothing tells.
    """
    if matter.year is not None:
        return matter.year
    if not matter.sample and (year := year_in(matter.title)) is not None:
        return year
    by_date = _by_date(matter, kind)
    if kind is DocumentKind.STUDY and by_date is not None:
        return by_date
    if kind is not DocumentKind.PLAN and (year := _before_the_plan(matter)) is not None:
        return year
    by_openings = _by_openings(matter)
    return by_openings if by_openings is not None else by_date


def _before_the_plan(matter: Matter) -> int | None:
    """A summary that ends with the plan for a year tells of the year before."""
    for block in matter.body:
        if block.heading_end > block.text and (match := _PLANNED.search(matter.text, block.text, block.heading_end)):
            return int(match[1]) - 1
    return None


def _by_openings(matter: Matter) -> int | None:
    counts = Counter(int(match[1]) for match in _OPENING_YEAR.finditer(matter.text, matter.start, matter.end))
    if not counts:
        return None
    most = max(counts.values())
    year = max(year for year, count in counts.items() if count == most)
    return year if 1949 <= year <= 2100 else None


def _by_date(matter: Matter, kind: DocumentKind) -> int | None:
    day = matter.frame.issued or matter.frame.published
    if day is None:
        return None
    if kind is DocumentKind.PLAN:
        return day.year + 1 if day.month >= 11 else day.year
    if kind is DocumentKind.STUDY:
        return day.year
    return day.year - 1 if day.month <= 3 else day.year
