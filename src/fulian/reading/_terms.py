"""The several years that a document is about: five-year plans by name, and what a report says it covers."""

from __future__ import annotations

import re
from itertools import islice

from fulian.reading._matter import Matter
from fulian.text.periods import PeriodForm, find_periods
from fulian.values.numeral import parse_numeral
from fulian.values.period import Period

__all__ = ["FIRST_BLOCKS", "OPENING", "five_year_plan_in", "plan_reviewed", "plan_under_way", "years_of_a_congress"]

_AND = re.compile("[和及与暨、]")
_CONGRESS = re.compile("代表大会|妇代会")
_YEARS_HEADED = re.compile(
    "(?<!今后)(?<!未来)([三四五])年(?:来|以来|间)?的?[^，。；0-9]{0,8}(?:工作|回顾|发展|成就|历程)"
)
# “十三五”期间, “十四五”以来: the years of a report that says no other.
_PLAN_UNDER_WAY = re.compile("“?(?P<number>十[一二三四五])五”?(?:期间|时期|(?P<since>以来))")
_ALL_FIVE = re.compile("[五5]年(?:来|间)|收官|圆满")
_SOME_YEAR = re.compile("(?:19|20)[0-9]{2}(?: ?年|[-./])")
_FIVE_YEARS = re.compile("五”?(?:期间|时期|以来)")
OPENING = 400  # characters in which a document says its year
FIRST_BLOCKS = 2  # of a body, in which it says what it is about


def five_year_plan_in(words: str) -> Period | None:
    """Give the years of the five-year plan that a title or a heading names (标题所示五年规划期).

    Args:
        words: A title or a heading.

    Returns:
        Five years; None where it names no such plan or several.

    Example:
        >>> str(five_year_plan_in("“十三五”妇女发展规划")), five_year_plan_in("妇女发展规划")
        ('2016/2020', None)
    """
    if "五" not in words:
        return None
    named = [one.resolve(None) for one in find_periods(words) if one.form is PeriodForm.FIVE_YEAR_PLAN]
    return named[0] if len(set(named)) == 1 else None  # a title may stand twice


def plan_reviewed(title: str) -> Period | None:
    """“十三五”工作总结和“十四五”工作思路: the plan that a report's title names, of two the first."""
    return five_year_plan_in(title) or five_year_plan_in(_AND.split(title, maxsplit=1)[0])


def plan_under_way(matter: Matter) -> Period | None:
    """The five years of a report that says no year, but “十四五”期间, or “十四五”以来 and 五年来."""
    if matter.sample or _FIVE_YEARS.search(matter.text, matter.start, matter.end) is None:
        return None
    if _SOME_YEAR.search(f"{matter.title}\n{matter.text[matter.start : matter.end]}"):
        return None
    match = _PLAN_UNDER_WAY.search(matter.text, matter.start, min(matter.end, matter.start + OPENING))
    if match is None or (match["since"] and _ALL_FIVE.search(matter.text, matter.start, matter.end) is None):
        return None
    return Period.five_year_plan(int(parse_numeral(match["number"]).value))


def years_of_a_congress(matter: Matter) -> re.Match[str] | None:
    """一、五年来的工作, in the report to a congress: its first heading says how many years it covers."""
    if not _CONGRESS.search(matter.title):
        return None
    heads = islice((block for block in matter.body if block.heading_end > block.text), FIRST_BLOCKS)
    return next(filter(None, (_YEARS_HEADED.search(matter.text, one.text, one.heading_end) for one in heads)), None)
