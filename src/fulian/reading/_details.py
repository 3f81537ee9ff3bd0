"""What tasks and achievements tell beside their words: looked for once in a text, told for any stretch of it."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left

from fulian.errors import ParseError
from fulian.model.organization import Organization
from fulian.model.work_area import WorkArea
from fulian.reference.work_areas import area_of
from fulian.text.organizations import parse_organization
from fulian.text.quoted import QuotedName, find_instruments, find_programmes
from fulian.values.period import Period

__all__ = ["Details"]

# 到2025年, 上半年内, 年底前, 3月底前, 二季度完成: each begins with the word that few texts are full of, 年, 月 or 季.
_DUE = re.compile(
    "[年月季](?:"
    "(?<=年)(?:(?<=[到至](?P<goal>(?:19|20)[0-9]{2})年)|(?<=(?P<half>[上下])半年)(?:之?前|内|完成|结束前)"
    "|(?P<end>底?(?:之前|以前|前)|末前|底?内|底完成))"
    "|(?<=(?P<month>[0-9])月)(?:[上中下]旬|[0-9]{1,2}日|底|末|份)?(?:之?前|以前|内完成)"
    "|(?<=(?P<quarter>[一二三四1-4])季)度(?:之?前|末?前|内|完成))"
)
_MONTH_BEFORE = re.compile("[0-9]{1,2}$")
_YEAR_BEFORE = re.compile("((?:19|20)[0-9]{2})(?:年)?$")
_HALVES = {"上": 1, "下": 2}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_RESPONSIBLE = re.compile("(?:责任|牵头|配合|承办|主办)(?:单位|部门|部室|科室|处室|领导)[:：] ?([^。；;）)\n]{2,80})")
_BETWEEN_NAMES = re.compile("[、，,和 ]+")


class Details:
    """The programmes, instruments, areas, deadlines and responsible bodies of a text (要素).

    Args:
        text: A view's text.

    Example:
        >>> details = Details("实施“巾帼暖心”行动，落实《家庭教育促进法》，年底前建家长学校。")
        >>> details.programmes(0, 34), details.instruments(0, 34), str(details.due(0, 34, 2022))
        (('巾帼暖心',), ('家庭教育促进法',), '2022')
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._programmes = _Names(find_programmes(text))
        self._instruments = _Names(find_instruments(text))

    def programmes(self, start: int, end: int) -> tuple[str, ...]:
        """The programmes that a stretch names, in order, each once."""
        return self._programmes.within(start, end)

    def instruments(self, start: int, end: int) -> tuple[str, ...]:
        """The instruments that a stretch names, in order, each once."""
        return self._instruments.within(start, end)

    def area(self, start: int, end: int, heading: tuple[int, int]) -> WorkArea | None:
        """The area of work that a stretch speaks of, its heading's words first."""
        if (heading[1] - heading[0]) * 2 > end - start:
            heading = (0, 0)  # a title that is nearly the whole text adds nothing to it
        return area_of(self.text, start, end, heading=heading)

    def due(self, start: int, end: int, year: int | None) -> Period | None:
        """The time by which a task is to be done, where its words name a deadline; `year` is the plan's own."""
        for match in _DUE.finditer(self.text, start, end):
            try:
                period = _deadline(match, year)
            except ValueError:
                continue
            if period is not None:
                return period
        return None

    def responsible(self, start: int, end: int, issuer: Organization | None = None) -> tuple[Organization, ...]:
        """The bodies that a task of `issuer` makes responsible, in order."""
        if self.text.find("：", start, end) < 0 and self.text.find(":", start, end) < 0:
            return ()
        bodies: list[Organization] = []
        for match in _RESPONSIBLE.finditer(self.text, start, end):
            for name in _BETWEEN_NAMES.split(match[1]):
                try:
                    body = parse_organization(name, within=issuer)
                except ParseError:
                    continue
                if body not in bodies:
                    bodies.append(body)
        return tuple(bodies)


class _Names:
    """Names by their places."""

    def __init__(self, names: list[QuotedName]) -> None:
        self.names = names
        self.starts = [name.start for name in names]
        self.starts.append(sys.maxsize)  # a last start that no stretch reaches

    def within(self, start: int, end: int) -> tuple[str, ...]:
        first = bisect_left(self.starts, start)
        if self.starts[first] >= end:
            return ()
        last = bisect_left(self.starts, end, first)
        return tuple(dict.fromkeys([name.name for name in self.names[first:last] if name.name]))


def _deadline(match: re.Match[str], year: int | None) -> Period | None:
    if match["goal"]:
        return Period.year(int(match["goal"]))
    text, at = match.string, match.start()
    month = _MONTH_BEFORE.search(text, max(0, at - 2), at) if match["month"] else None
    at = month.start() if month else at - (2 if match["half"] else 1 if match["quarter"] else 0)
    # A year may stand before it; else the plan's own year is meant.
    before = _YEAR_BEFORE.search(text, max(0, at - 5), at)
    named = int(before[1]) if before else year
    if named is None or (match["end"] and match["end"][0] in "之以前" and not before):
        return None
    if month:
        return Period.month(named, int(month[0]))
    if match["half"]:
        return Period.half(named, _HALVES[match["half"]])
    if match["quarter"]:
        return Period.quarter(named, _QUARTERS[match["quarter"]])
    return Period.year(named)
