"""Changes against the two levels that they lie between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fulian.checks.arithmetic.people import counts, same_kind
from fulian.checks.arithmetic.ranges import Range, in_print, range_of, show, truncated
from fulian.checks.finding import Finding, Mend, Severity, Verdict
from fulian.checks.matter import Matter, Need, Statement
from fulian.checks.rule import rule
from fulian.model.observation import Observation
from fulian.values.quantity import QuantityKind

__all__ = ["change_between_levels", "direction_of_change", "growth_of_change"]

_UP = "增加|增长|上升|提高|提升|扩大|净增|多|上涨|递增"
_DOWN = "减少|下降|降低|缩小|回落|减|少|下滑"
_CHANGE = re.compile(f"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?(?:约|近)?$")
_FROM = re.compile("[从由][^，,。；;从由]{0,16}$")
_TO = re.compile(
    f"^[^，,。；;]{{0,4}}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))[^，,。；;]{{0,8}}?(?:到|至|为)了?"
    "(?:(?:[0-9]{4}|今|本|当|去|上)年的?)?(?:约|近)?$"
)
_YEAR_BEFORE = re.compile("(?:上年|去年|前年|上一年|同期|上年度)(?:同期|末|底|度)?的?(?:为|是|有|只有|仅有|仅为)?$")
_AGAINST = re.compile("(?:比|较|与|同)[^，,。；;]{0,12}$")
_AGAINST_LAST = re.compile(f"^[，,]?(?:同比|[比较](?:上年|去年|上一年|上年同期|去年同期))(?:净)?(?:{_UP}|{_DOWN})了?$")
_RATE_OF_CHANGE = re.compile("^[，,、]?(?:(?P<up>增幅|增长率?|增速)|(?P<down>降幅|下降|减幅))(?:为|达到?)?$")
_ONE = Range(Fraction(1), Fraction(1))
_THEN = re.compile("[上去前同0-9]年|同期")
_ONLY_CHANGE = re.compile(
    f"^[，,]?(?:同比|环比|比上年|比去年|较上年|较去年)?(?:净|共|累计|约)?(?:{_UP}|{_DOWN})了?(?:约|近)?$"
)


def _pairs(statement: Statement) -> Iterator[tuple[int, Observation, Observation, str]]:
    """Neighbours that are levels of one thing at two times: the second's place, the earlier, the later, which way."""
    for number in range(1, len(statement.figures)):
        first, second = statement.figures[number - 1].one, statement.figures[number].one
        if not _levels(first, second):
            continue
        between = statement.before(number)
        to = _TO.search(between)
        if to is not None and _FROM.search(statement.before(number - 1)):
            yield number, first, second, "up" if to["up"] else "down"
        elif _YEAR_BEFORE.search(statement.clause(number)) or (
            _AGAINST.search(statement.clause(number)) and _THEN.search(statement.clause(number))
        ):
            yield number, second, first, ""


def _levels(one: Observation, other: Observation) -> bool:
    if one.quantity.kind is QuantityKind.SHARE or other.quantity.kind is QuantityKind.SHARE:
        return one.quantity.unit == other.quantity.unit
    return counts(one) and counts(other) and same_kind(one, other)


@rule(
    "A201",
    name="change-between-levels",
    en="A change is the difference, or the growth, of the two levels stated before it.",
    zh="增减幅度与其前两个时期的数值相符。",
    needs=(Need.TEXT, Need.FIGURES),
    example="接访数由2019年的120件增加到2020年的150件，增长20%。",
)
def change_between_levels(matter: Matter) -> Iterator[Finding]:
    """从A增加到B，增加C; B，上年为A，增长C: by number, in percent, in percentage points, in multiples."""
    for statement in matter.statements:
        for number, earlier, later, _ in _pairs(statement):
            if number + 1 >= len(statement.figures):
                continue
            change = statement.figures[number + 1].one
            words = statement.before(number + 1)
            told = _CHANGE.search(words)
            if told is None or not _ONLY_CHANGE.match(words):
                continue
            finding = _judge(earlier, later, change, rises=told["up"] is not None)
            if finding is not None:
                yield finding


def _judge(earlier: Observation, later: Observation, change: Observation, *, rises: bool) -> Finding | None:
    old, new = (earlier, later) if rises else (later, earlier)
    difference = range_of(new.quantity).minus(range_of(old.quantity))
    exact = Fraction(new.quantity.value) - Fraction(old.quantity.value)
    kind, shares = change.quantity.kind, earlier.quantity.kind is QuantityKind.SHARE
    printed = range_of(change.quantity)
    relative = _growth(range_of(new.quantity), range_of(old.quantity), rises=rises)
    value = Fraction(earlier.quantity.value)
    if kind is QuantityKind.POINTS and shares:
        allowed, right, sums = difference, exact, f"{new.quantity.value:f} − {old.quantity.value:f} = {show(exact)}"
    elif kind is QuantityKind.SHARE and change.quantity.unit == "%" and value:
        allowed, right = relative.times(100), exact / value * 100
        sums = f"({new.quantity.value:f} − {old.quantity.value:f}) ÷ {earlier.quantity.value:f} = {show(right)}%"
        if shares and not allowed.meets(printed) and difference.meets(printed):
            return _points_meant(earlier, later, change)
    elif change.quantity.unit == "倍" and value and not shares:
        allowed, right = relative, exact / value
        sums = f"({new.quantity.value:f} − {old.quantity.value:f}) ÷ {earlier.quantity.value:f} = {show(right)}"
    elif same_kind(change, earlier) and counts(change):
        allowed, right, sums = difference, exact, f"{new.quantity.value:f} − {old.quantity.value:f} = {show(exact)}"
    else:
        return None
    if allowed.meets(printed):
        return None
    cut = allowed.meets(truncated(change.quantity))
    zh = "增" if rises else "减"
    return Finding(
        code="A201",
        severity=Severity.NOTE if cut else Severity.ERROR,
        verdict=Verdict.NOTE if cut else Verdict.INCONSISTENT,
        message_en=(
            f"the change {change.quantity} was cut off, not rounded"
            if cut
            else f"the change {change.quantity} is not that from {earlier.quantity} to {later.quantity}"
        ),
        message_zh=(
            f"{zh}幅{change.quantity}为截尾，未四舍五入"
            if cut
            else f"{zh}幅{change.quantity}与由{earlier.quantity}到{later.quantity}不符"
        ),
        sources=(change.source, earlier.source, later.source),
        arithmetic=sums,
        numbers=(
            ("earlier", earlier.quantity.value),
            ("later", later.quantity.value),
            ("printed", change.quantity.value),
            ("right", Decimal(show(right, 6))),
        ),
        mend=Mend(source=change.source, text=in_print(right, change.quantity)) if right >= 0 else None,
    )


def _growth(new: Range, old: Range, *, rises: bool) -> Range:
    """How much the larger lies above the smaller, or the smaller below the larger, in wholes of the earlier one.

    It is taken as a quotient less one: the difference over the base would count the doubt of the base twice.
    """
    if rises:
        return new.over(old).minus(Range(Fraction(1), Fraction(1)))
    return Range(Fraction(1), Fraction(1)).minus(old.over(new))


def _points_meant(earlier: Observation, later: Observation, change: Observation) -> Finding:
    text = change.quantity.text or str(change.quantity)
    return Finding(
        code="A201",
        severity=Severity.WARNING,
        verdict=Verdict.INCONSISTENT,
        message_en=f"{change.quantity} is the difference of two percentages: it is percentage points, not percent",
        message_zh=f"{change.quantity}是两个百分比之差，单位应为百分点",
        sources=(change.source, earlier.source, later.source),
        arithmetic=f"{later.quantity.value:f} − {earlier.quantity.value:f} = "
        f"{show(abs(Fraction(later.quantity.value) - Fraction(earlier.quantity.value)))}",
        numbers=(("earlier", earlier.quantity.value), ("later", later.quantity.value)),
        mend=Mend(source=change.source, text=text.replace("%", "个百分点")),
    )


@rule(
    "A202",
    name="direction-of-change",
    en="What rises from one level to another rises, and what falls falls.",
    zh="“增加到”“下降到”与两个数值的大小方向一致。",
    needs=(Need.TEXT, Need.FIGURES),
    example="接访数由150件增加到120件。",
)
def direction_of_change(matter: Matter) -> Iterator[Finding]:
    """从A增加到B where B is certainly less than A, or 从A下降到B where it is certainly more."""
    for statement in matter.statements:
        for _, earlier, later, way in _pairs(statement):
            small, large = (earlier, later) if way == "up" else (later, earlier)
            low, high = range_of(small.quantity).low, range_of(large.quantity).high
            if not way or low is None or high is None or low <= high:
                continue
            yield Finding(
                code="A202",
                severity=Severity.ERROR,
                verdict=Verdict.INCONSISTENT,
                message_en=f"said to {'rise' if way == 'up' else 'fall'} from {earlier.quantity} to {later.quantity}",
                message_zh=f"称由{earlier.quantity}{'上升' if way == 'up' else '下降'}到{later.quantity}，方向相反",
                sources=(later.source, earlier.source),
                numbers=(("earlier", earlier.quantity.value), ("later", later.quantity.value)),
            )


@rule(
    "A203",
    name="growth-of-change",
    en="A growth in percent behind a level and its change is what the two give.",
    zh="增幅与其前的数值、增减量相符。",
    needs=(Need.TEXT, Need.FIGURES),
    example="办理案件150件，同比增加30件，增长20%。",
)
def growth_of_change(matter: Matter) -> Iterator[Finding]:
    """489.6万人, 比上年减少11.3万人, 降幅2.3%: the year before is the level with the change taken back."""
    for statement in matter.statements:
        for number in range(2, len(statement.figures)):
            level, change, growth = (one.one for one in statement.figures[number - 2 : number + 1])
            told, way = _CHANGE.search(statement.before(number - 1)), _RATE_OF_CHANGE.match(statement.before(number))
            if told is None or way is None or growth.quantity.unit != "%" or not counts(level):
                continue
            if not _AGAINST_LAST.match(statement.before(number - 1)) or not same_kind(level, change):
                continue
            rises = told["up"] is not None
            if (way["down"] is None) is not rises or statement.text[: statement.figures[number - 2].start].count(
                "其中"
            ):
                continue
            finding = _of_change(level, change, growth, rises=rises)
            if finding is not None:
                yield finding


def _of_change(level: Observation, change: Observation, growth: Observation, *, rises: bool) -> Finding | None:
    now, by = range_of(level.quantity), range_of(change.quantity)
    value, moved = Fraction(level.quantity.value), Fraction(change.quantity.value)
    before = value - moved if rises else value + moved
    if before <= 0:
        return None
    # The year before over the change, turned round, counts the doubt of the change once.
    ratio = now.over(by).minus(Range(Fraction(1), Fraction(1))) if rises else now.over(by).plus(_ONE)
    if ratio.low is None or ratio.low <= 0:
        return None
    allowed = Range(Fraction(100), Fraction(100)).over(ratio)
    if allowed.meets(range_of(growth.quantity)) or allowed.meets(truncated(growth.quantity)):
        return None
    right = moved / before * 100
    sign = "−" if rises else "+"
    return Finding(
        code="A203",
        severity=Severity.ERROR,
        verdict=Verdict.INCONSISTENT,
        message_en=f"the growth {growth.quantity} is not that of a change by {change.quantity} to {level.quantity}",
        message_zh=f"增减幅{growth.quantity}与增减{change.quantity}后为{level.quantity}不符",
        sources=(growth.source, change.source, level.source),
        arithmetic=(
            f"{change.quantity.value:f} ÷ ({level.quantity.value:f} {sign} {change.quantity.value:f}) = {show(right)}%"
        ),
        numbers=(
            ("level", level.quantity.value),
            ("change", change.quantity.value),
            ("printed", growth.quantity.value),
            ("right", Decimal(show(right, 6))),
        ),
        mend=Mend(source=growth.source, text=in_print(right, growth.quantity)),
    )
