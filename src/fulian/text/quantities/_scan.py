"""The scan: candidates in order, each taken or refused."""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from typing import Final

from fulian.reference.fixed_phrases import fixed_phrase_at
from fulian.text.quantities._bare import implied_unit
from fulian.text.quantities._figure import Figure
from fulian.text.quantities._hedges import hedge
from fulian.text.quantities._misread import belongs_to_misread
from fulian.text.quantities._numbers import DIGITS, Value, number, quantity
from fulian.text.quantities._pattern import candidates
from fulian.text.quantities._refusals import NO_NUMBER_AFTER, STOPS, is_in_title, is_quoted_name, names_a_scheme
from fulian.text.quantities._units import kinds, rule_for
from fulian.values.numeral import parse_numeral
from fulian.values.quantity import Qualifier, Quantity

_AND: Final = frozenset(("、", "和", "与", "及", "，", ",", "、近", "和近"))
_ARABIC: Final = frozenset("0123456789")
_GOES_ON: Final = NO_NUMBER_AFTER | frozenset(
    string.ascii_letters + string.digits
)  # what a number may not begin behind
_TAKEN_APART: Final = frozenset("第xX×")
_LOOK_TWICE: Final = frozenset("前届村区屯队民年、")  # 前3名, 十届3次, 某村6组, 2018年13期
_LONGEST_ORDINAL: Final = 2  # digits of an item's number
_PART_REACHES: Final = 24  # characters between a whole and a part that has no unit
_figure: Callable[[tuple[int, int, Quantity, str]], Figure] = partial(tuple.__new__, Figure)  # by no call of Python
_SHARES: Final = {"百": "%", "千": "‰", "万": "/万", "十万": "/10万"}


def find_quantities(text: str) -> list[Figure]:
    """Find every quantity that a text states (数量识别), and none of what only holds a numeral.

    Args:
        text: Running text with half-width digits; paragraphs end with a line feed.

    Returns:
        The quantities in the order of the text, none overlapping another.

    Example:
        >>> [figure.quantity.text for figure in find_quantities("2016年举办招聘会44场，提供岗位7.57万个。")]
        ['44场', '7.57万个']
        >>> find_quantities("增强“四个意识”，做好“两癌”检查，纪念第12个节日。")
        []
    """
    return _Scan(text).run()


@cache
def _firm() -> frozenset[str]:
    """The measure words that count wherever they stand."""
    return frozenset(word for word, counts in kinds().items() if counts == "firm" and "个多" not in word)


def _numbers_an_item(text: str, start: int, end: int) -> bool:
    """5、5岁以下儿童: the number of an item, which a line begins with."""
    if end - start > _LONGEST_ORDINAL or text[end] != "、" or text[end - 1] not in _ARABIC:
        return False
    while start and text[start - 1] == " ":
        start -= 1
    return not start or text[start - 1] == "\n"


class _Scan:
    """One pass over a text; `waiting` holds numbers of a list whose last member may bring the unit."""

    __slots__ = ("figures", "text", "waiting")

    def __init__(self, text: str) -> None:
        self.text = text
        self.figures: list[Figure] = []
        self.waiting: list[tuple[int, int, Value]] = []

    def run(self) -> list[Figure]:
        text = self.text
        firm = _firm()
        for match in candidates().finditer(text):
            start, end = match.span()
            before = text[start - 1] if start else "\n"
            if before in _GOES_ON or (before == " " and text[start - 2 : start - 1] in _TAKEN_APART):
                continue  # 第 51 期, x 万份
            if before == "," and belongs_to_misread(text, start):
                continue  # 1O,500人
            first, gap, unit = match.group(1, 3, 4)
            if unit in firm and not gap and first[0] in _ARABIC and before not in _LOOK_TWICE:
                value = number(first)  # the common case, in a straight line
                if value is not None:
                    self.add(start, end, value, unit, "measure-word")
                    if self.waiting or unit[-1] == "点":
                        self.share_unit()
                    continue
            self.consider(match, before)
        return self.figures

    def consider(self, match: re.Match[str], before: str) -> None:
        """Take a candidate that is more than a number with a unit that always counts, or refuse it."""
        text = self.text
        start, end = match.span()
        first, over, gap, unit, middle, dash, second, last_gap, last_unit = match.groups()
        if unit is None:
            gap, unit = last_gap, last_unit
        if unit is None:
            if over is not None or text[end - 1] in "半数" or "/" in match.group():
                self.take_part(start, end, first, over)
            else:
                self.take_bare(start, end, first, second)
        elif second is not None and dash in "至到" and self.rises_from(start):
            if middle:  # 从30%到50%: two figures, not a range
                self.take(start, match.end(5), first, None, middle.strip())
            self.take(match.start(7), end, second, None, unit)
        elif gap and len(first) <= 2 and before == "\n" and first.isdigit() and unit.isalpha():
            return  # "2 家政服务": a section's number and its heading
        elif self.take(start, end, first, second, unit) and (self.waiting or unit[-1] == "点"):
            self.share_unit()

    def add(self, start: int, end: int, value: Value, unit: str, rule: str, to: list[Figure] | None = None) -> None:
        """Keep a figure with the hedge that its words give it; a number in a title belongs to the name."""
        text = self.text
        if text.rfind("《", start - 40 if start > 40 else 0, start) >= 0 and is_in_title(text, start):
            return
        qualifier = hedge(text, start, end, value.hedge)
        if rule == "duration" and text[start - 1 : start] == "近":
            qualifier = value.hedge  # 近三年 is the last three years, not nearly three
        figure = _figure((start, end, quantity(value, unit, qualifier, text[start:end]), rule))
        (self.figures if to is None else to).append(figure)

    def rises_from(self, start: int) -> bool:
        """Whether 从 or 由 stands before the number in its clause."""
        before = self.text[max(0, start - 12) : start]
        before = before.replace("从业", "").replace("从事", "")
        return max(before.rfind("从"), before.rfind("由")) > max(before.rfind(char) for char in "，,。；;\n")

    def take(self, start: int, end: int, first: str, second: str | None, unit: str) -> bool:
        """Take a number with its unit if a rule does."""
        value = number(first, second)
        if value is None:
            return False
        if "个多" in unit:  # 3个多月
            unit, value = unit.replace("多", ""), value._replace(hedge=Qualifier.OVER)
        plain = unit[:-3] if unit[-1] in ")）" else unit
        rule = rule_for(self.text, start, end, first, plain, value)
        if rule is None:
            return False
        following = self.text[end : end + 1]
        if rule == "tenths" and following and (following in DIGITS or following == "半"):  # 三成五, 七成半
            tenth = Decimal("0.5") if following == "半" else parse_numeral(following).value / 10
            value = value._replace(value=value.value + tenth)
            end += 1
        self.add(start, end, value, unit, rule)
        return True

    def share_unit(self) -> None:
        """168.3万、203.9万和141.5万人: the members of a list that wait for a unit take that of the last."""
        text, figures = self.text, self.figures
        last = len(figures) - 1
        if last < 0:
            return
        start, unit = figures[last].start, figures[last].quantity.unit
        whole = figures.pop()
        members: list[Figure] = []
        while self.waiting and text[self.waiting[-1][1] : start] in _AND:
            start, end, value = self.waiting.pop()
            self.add(start, end, value, unit, "list-shares-unit", members)
        figures += [*reversed(members), whole]
        last = len(figures) - 1
        start = whole.start
        self.waiting.clear()
        if unit[-1:] == "点" and unit[0] == "个" and last and figures[last - 1].quantity.unit == "个":
            previous = figures[last - 1]  # 0.21个和0.15个千分点
            if text[previous.end : start] in _AND:
                told = previous.quantity
                value = Value(told.value, None, told.qualifier, scaled=False)
                figures[last - 1] = Figure(
                    previous.start, previous.end, quantity(value, unit, told.qualifier, told.text), "list-shares-unit"
                )

    def take_bare(self, start: int, end: int, first: str, second: str | None) -> None:
        """Take a number without a unit where its noun implies one, or let it wait for the end of its list."""
        text = self.text
        value = number(first, second)
        if value is None or text[end : end + 2] == "团妇":
            return  # 142团妇联: a regiment's name
        arabic = "0" <= first[0] <= "9"
        if not arabic and (names_a_scheme(text, start, end) or is_quoted_name(text, start)):
            return
        if len(first) == 1 and not arabic:
            return  # the 万 of 深入万安镇
        if arabic or value.scaled:
            implied = implied_unit(text, start, end, first, value)
            if implied is not None and not fixed_phrase_at(text, start):
                self.add(start, end, value, *(implied if implied[0] else self.of_the_whole(start, implied)))
                return
        previous = self.figures[-1] if self.figures else None
        if (
            previous is not None
            and value.scaled
            and previous.rule == "head-implies-unit"
            and start - previous.end <= 6
            and STOPS.isdisjoint(text[previous.end : start])
        ):
            self.add(start, end, value, previous.quantity.unit, "head-implies-unit")  # 由1.2万增至3.9万
        elif arabic and text[end : end + 1] in ("、", "和", "与", "及"):
            if self.waiting and text[self.waiting[-1][1] : start] not in _AND:
                self.waiting.clear()
            if not _numbers_an_item(text, start, end):
                self.waiting.append((start, end, value))

    def of_the_whole(self, start: int, implied: tuple[str, str]) -> tuple[str, str]:
        """20万妇女，其中本省5万: a part of a whole is counted as it is."""
        whole = self.figures[-1] if self.figures else None
        if whole is None or start - whole.end > _PART_REACHES:
            return implied
        return (whole.quantity.unit, "part-of-whole") if "其中" in self.text[whole.end : start] else implied

    def take_part(self, start: int, end: int, first: str, over: str | None) -> None:
        """Take 百分之八十, 三分之二, 1/3, 半数, 一半, 过半."""
        text = self.text
        if over is not None and first in _SHARES:
            value = number(over)
            if value is not None:
                self.add(start, end, value, _SHARES[first], "share-in-words")
        elif text[end - 1] in "半数":
            if text[max(0, start - 3) : start] not in ("时间过", "任务过"):
                half = Value(Decimal(50), None, Qualifier.EXACT, scaled=False)
                if text[start - 1 : start] == "过":
                    half = half._replace(hedge=Qualifier.OVER)
                self.add(start, end, half, "%", "half")
        else:
            self.take_fraction(start, end, "1" if over is None else over, text[end - 1] if over is None else first)

    def take_fraction(self, start: int, end: int, above: str, below: str) -> None:
        """Take a fraction; a third has no end in decimals: four places, as percentages are printed with two."""
        if self.text[start:end][0] not in "1二两三四五六七八九十":
            return
        top, bottom = number(above), number(below)
        if top is not None and bottom is not None and top.value < bottom.value:
            ratio = (top.value / bottom.value).quantize(Decimal("0.0001")).normalize()
            self.add(start, end, Value(ratio, None, Qualifier.EXACT, scaled=False), "", "fraction")
