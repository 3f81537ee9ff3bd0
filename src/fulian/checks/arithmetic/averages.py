"""Per-head amounts, totals of equal lots and completion rates against the figures that they were formed of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fulian.checks.arithmetic.people import PEOPLE, counts, same_kind
from fulian.checks.arithmetic.ranges import in_print, printed_range, range_of, show
from fulian.checks.finding import Finding, Mend, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.reached import stated_range
from fulian.checks.rule import rule
from fulian.model.observation import Observation, Status
from fulian.values.quantity import QuantityKind

__all__ = ["completion_rate", "per_head_amount", "total_of_lots"]

_EACH = re.compile(
    "(?:(?P<people>人均|平均每人|每人平均)|(?P<homes>户均|平均每户)|(?P<one>平均每(?P<unit>[\u4e00-\u9fff])))"
    "[^，,。；;0-9]{0,6}$"
)
_LOT = re.compile("^[，,（(]?(?:平均)?每(?P<lot>[\u4e00-\u9fff])(?:培训|参训|参加|发放|补贴|补助|资助|奖励)?$")
_ALL = re.compile("^[，,）)](?:合计|共计|总计|累计|共)(?:培训|参训|参加|发放|补贴|补助|资助|奖励)?(?:资金)?$")
_PLANNED = re.compile("(?:计划|目标|任务)[^，,。；;]{0,12}$")
_DONE = re.compile("(?:实际|完成|已)[^，,。；;]{0,12}$")
_COMPLETION = re.compile(
    "(?:完成率|完成(?:了)?(?:全年|年度)?(?:目标)?(?:计划|任务|目标)(?:数|任务)?的?|占(?:计划|任务|目标)的?)"
    "(?:为|达到?)?$"
)


@rule(
    "A401",
    name="per-head-amount",
    en="An amount per head is the money of the sentence over its heads.",
    zh="人均、户均金额等于同句金额除以人数、户数。",
    needs=(Need.TEXT, Need.FIGURES),
    example="为96名贫困母亲发放救助金48万元，人均1.00万元。",
)
def per_head_amount(matter: Matter) -> Iterator[Finding]:
    """人均…元 in a sentence with just one other sum of money and one count of people or homes."""
    for statement in matter.statements:
        for number, figure in enumerate(statement.figures):
            told = _EACH.search(statement.clause(number)) if figure.one.quantity.kind is QuantityKind.MONEY else None
            if told is None:
                continue
            units = PEOPLE if told["people"] else {"户"} if told["homes"] else {told["unit"]}
            others = [one.one for at, one in enumerate(statement.figures) if at != number]
            money = [one for one in others if one.quantity.unit == figure.one.quantity.unit]
            heads = [one for one in others if one.quantity.unit in units]
            if len(money) != 1 or len(heads) != 1 or not heads[0].quantity.value:
                continue
            allowed = range_of(money[0].quantity).over(range_of(heads[0].quantity))
            if not allowed.meets(range_of(figure.one.quantity)):
                yield _quotient("A401", figure.one, money[0], heads[0], 1)


@rule(
    "A403",
    name="total-of-lots",
    en="A total behind so many lots of so much each is their product.",
    zh="“……期，每期……，共……”的总数等于期数与每期数之积。",
    needs=(Need.TEXT, Need.FIGURES),
    example="举办培训班12期，每期60人，共培训920人。",
)
def total_of_lots(matter: Matter) -> Iterator[Finding]:
    """12期, 每期60人, 共培训720人: three figures in a row, with nothing between them but 每 and 共."""
    for statement in matter.statements:
        for number in range(2, len(statement.figures)):
            lots, each, total = (one.one for one in statement.figures[number - 2 : number + 1])
            told = _LOT.match(statement.before(number - 1))
            if told is None or told["lot"] != lots.quantity.unit or not _ALL.match(statement.before(number)):
                continue
            if not (counts(lots) and counts(each) and counts(total) and same_kind(each, total)):
                continue
            allowed = range_of(lots.quantity).by(range_of(each.quantity))
            if allowed.meets(range_of(total.quantity)):
                continue
            right = Fraction(lots.quantity.value) * Fraction(each.quantity.value)
            yield _finding("A403", total, {"lots": lots, "each": each}, right, sign="×", said=("times", "乘以"))


@rule(
    "A402",
    name="completion-rate",
    en="A completion rate is what was done over what was planned in its sentence.",
    zh="完成率等于同句实际数除以计划数。",
    needs=(Need.TEXT, Need.FIGURES),
    example="计划培训500人，实际培训600人，完成率130%。",
)
def completion_rate(matter: Matter) -> Iterator[Finding]:
    """计划A, 实际B, 完成率C with just one planned and one done count before it, in one unit."""
    for statement in matter.statements:
        for number, figure in enumerate(statement.figures):
            if figure.one.quantity.unit != "%" or not _COMPLETION.search(statement.before(number)):
                continue
            before = list(enumerate(statement.figures[:number]))
            planned = [one.one for at, one in before if _PLANNED.search(statement.clause(at)) and counts(one.one)]
            done = [
                one.one
                for at, one in before
                if _DONE.search(statement.clause(at)) and counts(one.one) and one.one not in planned
            ]
            if len(planned) != 1 or len(done) != 1 or len(before) != 2 or not same_kind(planned[0], done[0]):
                continue
            if done[0].status is Status.CHANGE or not planned[0].quantity.value:
                continue
            allowed = printed_range(done[0].quantity).over(stated_range(planned[0].quantity)).times(100)
            if not allowed.meets(range_of(figure.one.quantity)):
                yield _quotient("A402", figure.one, done[0], planned[0], 100)


def _quotient(code: str, printed: Observation, upper: Observation, lower: Observation, scale: int) -> Finding:
    right = Fraction(upper.quantity.value) / Fraction(lower.quantity.value) * scale
    named = {"upper": upper, "lower": lower}
    return _finding(code, printed, named, right, sign="÷", said=("over", "除以"), unit="%" if scale > 1 else "")


def _finding(
    code: str,
    printed: Observation,
    named: dict[str, Observation],
    right: Fraction,
    *,
    sign: str,
    said: tuple[str, str],
    unit: str = "",
) -> Finding:
    """Say that a printed figure is not what two others give; `said` is the sign in English and in Chinese words."""
    first, second = named.values()
    return Finding(
        code=code,
        severity=Severity.WARNING,
        verdict=Verdict.INCONSISTENT,
        message_en=f"{printed.quantity} is not {first.quantity} {said[0]} {second.quantity}",
        message_zh=f"{printed.quantity}与{first.quantity}{said[1]}{second.quantity}不符",
        sources=(printed.source, first.source, second.source),
        arithmetic=f"{first.quantity.value:f} {sign} {second.quantity.value:f} = {show(right)}{unit}",
        numbers=(
            *((name, one.quantity.value) for name, one in named.items()),
            ("printed", printed.quantity.value),
            ("right", Decimal(show(right, 6))),
        ),
        mend=Mend(source=printed.source, text=in_print(right, printed.quantity)),
    )
