"""Whether a growth or a share can come of whole people, events and things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from fulian.checks.arithmetic.people import counts
from fulian.checks.arithmetic.ranges import Range, in_print, printed_step, range_of, show, truncated
from fulian.checks.finding import Finding, Mend, Severity, Verdict
from fulian.checks.matter import Matter, Need, Printed, Statement
from fulian.checks.rule import rule
from fulian.values.quantity import Qualifier, QuantityKind

__all__ = ["growth_of_whole_numbers"]

_RISE = "(?P<up>增长|增加|上升|提高|提升)|(?P<down>下降|减少|降低)"
_AGAINST = re.compile(
    f"^[，,]?(?:(?:与|同|比|较|和)?(?:上年|去年|上一年|前年)?(?:同期)?(?:相比)?[，,]?(?:同比|环比)?(?:上年|去年)?(?:同期)?(?:分别)?(?:{_RISE})了?)$"
)
_AND = re.compile("^(?:[^0-9，,。；;]{0,8}、|、|和|与|，|,)?[^0-9，,。；;]{0,8}$")
# A level of the year before, or one that is compared with it already: then the growth has two levels (A201).
_OTHER_YEAR = re.compile("上年|去年|前年|上一年|同期|[从由比较]|(?:增加|增长|提高|上升|下降|减少|降低)到")
_ONLY_AND = re.compile("^(?:、|和|与)$")


@rule(
    "A501",
    name="growth-of-whole-numbers",
    en="A growth in percent comes of a whole number of people or things the year before.",
    zh="增长率能由上年的整数得出。",
    needs=(Need.TEXT, Need.FIGURES),
    example="今年在园幼儿270人，同比增长25.2%。",
)
def growth_of_whole_numbers(matter: Matter) -> Iterator[Finding]:
    """在校学生644人，同比增长3.4% has 623 the year before; where no whole number does, one of the two is wrong."""
    for statement in matter.statements:
        for number, figure in enumerate(statement.figures):
            if figure.one.quantity.unit != "%" or not number:
                continue
            told = _AGAINST.match(statement.before(number))
            if told is None:
                continue
            for level, growth in _matched(statement, number):
                finding = _judge(level, growth, rises=told["up"] is not None)
                if finding is not None:
                    yield finding


def _matched(statement: Statement, number: int) -> list[tuple[Printed, Printed]]:
    """The level and its growth; or, where several growths follow in a row, as many levels and growths in their turn."""
    end = number + 1
    while end < len(statement.figures) and _ONLY_AND.match(statement.before(end)):
        end += 1
    growths = statement.figures[number:end]
    levels = statement.figures[max(0, number - len(growths)) : number]
    if len(levels) != len(growths) or not all(one.one.quantity.unit == "%" for one in growths):
        return []
    if any(_OTHER_YEAR.search(statement.clause(at)) for at in range(number - len(levels), number)):
        return []
    if any(not _AND.match(statement.before(at)) for at in range(number - len(levels) + 1, number)):
        return []
    return list(zip(levels, growths, strict=True))


def _judge(level: Printed, growth: Printed, *, rises: bool) -> Finding | None:
    count, rate = level.one.quantity, growth.one.quantity
    exact = count.qualifier is Qualifier.EXACT and count.high is None and rate.qualifier is Qualifier.EXACT
    if not (exact and counts(level.one) and count.kind is QuantityKind.COUNT and rate.high is None):
        return None
    known = range_of(count)
    if known.low != known.high or printed_step(count) != 1 or count.value % 1:
        return None
    factor = 1 if rises else -1
    if _whole(count.value, range_of(rate), factor):
        return None
    cut = _whole(count.value, truncated(rate), factor)
    value = Fraction(count.value)
    before = value / (1 + Fraction(rate.value) / 100 * factor) if Fraction(rate.value) * factor > -100 else Fraction(0)
    near = [whole for whole in (floor(before), ceil(before)) if whole > 0]
    if not near:
        return None
    rates = [abs(value / whole - 1) * 100 for whole in near]
    best = min(rates, key=lambda one: abs(one - Fraction(rate.value)))
    sums = "; ".join(
        f"{count.value:f} ÷ {whole} − 1 = {show((value / whole - 1) * 100)}%" for whole in dict.fromkeys(near)
    )
    return Finding(
        code="A501",
        severity=Severity.NOTE if cut else Severity.WARNING,
        verdict=Verdict.NOTE if cut else Verdict.INCONSISTENT,
        message_en=(
            f"the growth {rate} was cut off, not rounded"
            if cut
            else f"no whole number the year before gives {count} a growth of {rate}"
        ),
        message_zh=(f"增长率{rate}为截尾，未四舍五入" if cut else f"没有哪个上年整数能使{count}增减{rate}"),
        sources=(growth.one.source, level.one.source),
        arithmetic=sums,
        numbers=(("level", count.value), ("printed", rate.value), ("nearest", Decimal(show(best, 6)))),
        mend=Mend(source=growth.one.source, text=in_print(best, rate)),
    )


def _whole(level: Decimal, rates: Range, factor: int) -> bool:
    """Whether some whole number before gives a growth within the range: an endpoint counts."""
    if rates.low is None or rates.high is None:
        return True
    ends = sorted(1 + end / 100 * factor for end in (rates.low, rates.high))
    if ends[0] <= 0:
        return True
    return ceil(Fraction(level) / ends[1]) <= floor(Fraction(level) / ends[0])
