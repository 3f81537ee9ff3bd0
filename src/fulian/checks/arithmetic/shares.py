"""Shares against the part and the whole that they were formed of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fulian.checks.arithmetic.people import CASES, counts, same_kind
from fulian.checks.arithmetic.ranges import Range, in_print, printed_step, range_of, scale_of, show, truncated
from fulian.checks.finding import Finding, Mend, Severity, Verdict
from fulian.checks.matter import Matter, Need, Printed, Statement
from fulian.checks.rule import rule
from fulian.model.observation import Observation, Status

__all__ = ["part_in_whole", "share_of_named_whole", "share_of_part_among", "share_of_whole", "shares_in_turn"]

_NAMED = re.compile("占(?P<whole>[^，,。；;]{0,20}?)(?:的?(?:比例|比重|比率))?(?:为|达到?|的)?(?:约|近|超过?)?$")
_TOTAL = re.compile("(?:其|总数|总量|总体|全部|总人数|总额|总|数|的|同期|人数|中|比例|比重)+")
_UNIVERSE = re.compile(
    "(?:共有|现有|共|总[数计]?|全[市县区省州国镇乡村校院社年]|应|全部|登记|户籍|活产|筛查|普查|检查|参检|受理|接待|接访|排查)"
)
_DONE = re.compile("(?:其中|已|实际|有|配备|完成|参加|接受)")
_TAKEN = re.compile("[^，,。；;0-9]{0,16}中[，,]?(?:已?有|已)")
_RATE = re.compile("(?P<stem>[\u4e00-\u9fff]{2})率(?:分别)?(?:为|是|达到?了?|在)?(?:约|近)?$")
_EXCEPT = re.compile("(?:除|不含|扣除|剔除|不包括)[^，,。；;]{0,12}$")
_AMONG = re.compile("[^，,。；;0-9]{0,16}中[，,有已]")
_TURN = re.compile("分别占(?P<whole>[^，,。；;]{0,16}?)(?:总数|总人数|总量)?的?$")


def _quotient(part: Observation, whole: Observation, share: Observation) -> tuple[Range, Fraction] | None:
    """What the share of two figures may be, in the unit of a printed one; and its middle."""
    scale = scale_of(share.quantity.unit)
    if scale is None or not whole.quantity.value:
        return None
    middle = Fraction(part.quantity.value) / Fraction(whole.quantity.value) * scale
    return range_of(part.quantity).over(range_of(whole.quantity)).times(scale), middle


def _fits(part: Observation, whole: Observation, share: Observation) -> bool:
    quotient = _quotient(part, whole, share)
    return quotient is not None and quotient[0].meets(range_of(share.quantity))


def _judge(part: Observation, whole: Observation, share: Observation, severity: Severity, code: str) -> Finding | None:
    quotient = _quotient(part, whole, share)
    if quotient is None or quotient[0].meets(range_of(share.quantity)):
        return None
    unit = share.quantity.unit
    right = in_print(quotient[1], share.quantity)
    cut = quotient[0].meets(truncated(share.quantity))
    places = len(str(printed_step(share.quantity).denominator)) - 1 + (2 if cut else 0)
    shown = f"{show(quotient[1], max(places, 2))}{unit}"
    sums = f"{part.quantity.value:,f} ÷ {whole.quantity.value:,f} = {shown}".replace(",", "")
    numbers = (
        ("part", part.quantity.value),
        ("whole", whole.quantity.value),
        ("printed", share.quantity.value),
        ("right", Decimal(show(quotient[1], 6))),
    )
    sources = (share.source, part.source, whole.source)
    names = (share.quantity, part.quantity, whole.quantity)
    if cut:
        return Finding(
            code=code,
            severity=Severity.NOTE,
            verdict=Verdict.NOTE,
            message_en="the share {} was cut off, not rounded: {} in {}".format(*names),
            message_zh="占比{}为截尾，未四舍五入：{}占{}".format(*names),
            sources=sources,
            arithmetic=sums,
            numbers=numbers,
            mend=Mend(source=share.source, text=right),
        )
    return Finding(
        code=code,
        severity=severity,
        verdict=Verdict.INCONSISTENT,
        message_en="the share {} is not that of {} in {}".format(*names),
        message_zh="占比{}与{}占{}不符".format(*names),
        sources=sources,
        arithmetic=sums,
        numbers=numbers,
        mend=Mend(source=share.source, text=right),
    )


def _earlier(statement: Statement, number: int) -> list[Printed]:
    return [one for one in statement.figures[:number] if counts(one.one) and one.one.status is not Status.CHANGE]


def _explained(statement: Statement, number: int) -> bool:
    """Whether any part and whole before a share in its sentence give it."""
    share = statement.figures[number].one
    before = [one.one for one in _earlier(statement, number)]
    return any(_fits(part, whole, share) for at, whole in enumerate(before) for part in before[at + 1 :])


def _speaks_of(named: str, words: str) -> bool:
    """Whether the whole that 占 names is what the words before a figure count: it has no words of its own, or these."""
    own = _TOTAL.sub("", named)
    return own in words


@rule(
    "A101",
    name="share-of-whole",
    en="A share behind its part and its whole is what the two give.",
    zh="占比与其前的分子、分母相符。",
    needs=(Need.FIGURES,),
    example="全县公务员6420名，其中女性1318名，占总数的23.50%。",
)
def share_of_whole(matter: Matter) -> Iterator[Finding]:
    """Shares whose part and whole the reading tied, or a program gave."""
    seen = matter.places
    for share in matter.observations:
        part, whole = matter.figure(share, share.numerator), matter.figure(share, share.denominator)
        if part is None or whole is None or share.status is Status.CHANGE:
            continue
        place = seen.get(share.source)
        if place is None and matter.reading is not None:
            continue
        if place is not None:
            statement, number = place
            named = _NAMED.search(statement.before(number))
            at = next((at for at, one in enumerate(statement.figures) if one.one is whole), None)
            words = "" if at is None else statement.text[: statement.figures[at].start]
            if named is None or not _speaks_of(named["whole"], words) or _explained(statement, number):
                continue
        finding = _judge(part, whole, share, Severity.ERROR, "A101")
        if finding is not None:
            yield finding


@rule(
    "A102",
    name="rate-of-whole",
    en="A rate that is named for what its part did is what the part and the whole before it give.",
    zh="以分子行为命名的比率，与其前的分子、分母相符。",
    needs=(Need.TEXT, Need.FIGURES),
    example="全县共排查矛盾纠纷1321件，化解1297件，化解率91.2%。",
)
def share_of_named_whole(matter: Matter) -> Iterator[Finding]:
    """普查率 behind 接受普查…人 and a whole; silent where any whole, also one less what 除 takes off, fits."""
    for statement in matter.statements:
        for number, figure in enumerate(statement.figures[1:], start=1):
            named = _RATE.search(statement.clause(number))
            if named is None or figure.one.status is not Status.ACTUAL or scale_of(figure.one.quantity.unit) is None:
                continue
            earlier = _earlier(statement, number)
            if len(earlier) < 2 or earlier[-1] is not statement.figures[number - 1]:
                continue
            part = earlier[-1].one
            around = statement.clause(number - 1) + statement.before(number).partition("，")[0].partition(",")[0]
            deed = statement.clause(number - 1).strip()
            does = deed.startswith(named["stem"]) or deed.endswith(named["stem"]) or _DONE.search(around) is not None
            if named["stem"] in around and does:
                yield from _rate(statement, number, part, earlier[:-1])


def _rate(statement: Statement, number: int, part: Observation, wholes: list[Printed]) -> Iterator[Finding]:
    share = statement.figures[number].one
    if _explained(statement, number):
        return
    told = [
        one.one
        for one in wholes
        if _one_kind(one.one, part)
        and one.one.quantity.value >= part.quantity.value
        and (
            _UNIVERSE.search(statement.text, max(0, one.start - 24), one.start) or _AMONG.match(statement.text, one.end)
        )
    ]
    less = [one.one for one in wholes if _EXCEPT.search(statement.text[: one.start])]
    if len(told) != 1:
        return
    for taken in less:
        rest = range_of(told[0].quantity).minus(range_of(taken.quantity))
        scale = scale_of(share.quantity.unit) or 1
        if range_of(part.quantity).over(rest).times(scale).meets(range_of(share.quantity)):
            return
    finding = _judge(part, told[0], share, Severity.WARNING, "A102")
    if finding is not None:
        yield finding if not less else _with_rest(finding, part, told[0], less, share)


def _one_kind(one: Observation, other: Observation) -> bool:
    """Whether two figures count one kind of thing; deaths and illnesses come in cases, those they befall in people."""
    return same_kind(one, other) or {one.quantity.unit, other.quantity.unit} <= CASES


def _with_rest(
    finding: Finding, part: Observation, whole: Observation, less: list[Observation], share: Observation
) -> Finding:
    """The same finding, saying what the whole gives without those that 除 takes off."""
    rest = Fraction(whole.quantity.value) - sum(Fraction(one.quantity.value) for one in less)
    if rest <= 0:
        return finding
    scale = scale_of(share.quantity.unit) or 1
    right = Fraction(part.quantity.value) / rest * scale
    sums = f"{part.quantity.value:f} ÷ {show(rest)} = {show(right)}{share.quantity.unit}"
    return Finding(
        code=finding.code,
        severity=finding.severity,
        verdict=finding.verdict,
        message_en=f"{finding.message_en}, nor of {part.quantity} in the rest",
        message_zh=f"{finding.message_zh}，扣除后亦不符",
        sources=(*finding.sources, *(one.source for one in less)),
        arithmetic=f"{finding.arithmetic}; {sums}",
        numbers=(*finding.numbers, ("rest", Decimal(show(rest))), ("of_rest", Decimal(show(right, 6)))),
        mend=finding.mend,
    )


@rule(
    "A106",
    name="share-of-part-among",
    en="A share right behind a whole and a part, taken by 中有 or with the whole named again, is what the two give.",
    zh="“……中有……，占……”及“……，占（所述总体）……”的占比与分子、分母相符。",
    needs=(Need.TEXT, Need.FIGURES),
    example="全县412个行政村中有386个建立了妇联，占83.7%。",
)
def share_of_part_among(matter: Matter) -> Iterator[Finding]:
    """4.9万个村中有4.6万个, 占93.9%, or 常住人口52万人, 女性25万人, 占总人口的48%: three figures in a row."""
    for statement in matter.statements:
        for number in range(2, len(statement.figures)):
            whole, part, share = (one.one for one in statement.figures[number - 2 : number + 1])
            named = _NAMED.search(statement.before(number)) if scale_of(share.quantity.unit) else None
            if named is None or share.status is Status.CHANGE or share.denominator is not None:
                continue
            if not (counts(whole) and counts(part) and same_kind(whole, part)):
                continue
            if not _takes(statement, number, _TOTAL.sub("", named["whole"])) or _explained(statement, number):
                continue
            finding = _judge(part, whole, share, Severity.ERROR, "A106")
            if finding is not None:
                yield finding


def _takes(statement: Statement, number: int, own: str) -> bool:
    """Whether the part before a share is of the whole before that: by 中有, or by the whole's name said again."""
    if own:
        return len(own) > 1 and statement.clause(number - 2).endswith(own)
    return _TAKEN.fullmatch(statement.before(number - 1)) is not None


@rule(
    "A103",
    name="shares-in-turn",
    en="Shares that 分别占 hands out are those of the parts before them, each in its turn.",
    zh="“分别占”后的占比与其前各分子依次相符。",
    needs=(Need.TEXT, Need.FIGURES),
    example="全年新发展党员912名，新发展党员中女性的402名，大专以上的315名，分别占新发展党员总数的49.1%和34.5%。",
)
def shares_in_turn(matter: Matter) -> Iterator[Finding]:
    """As many shares as parts, behind 分别占 and the name of a whole counted before."""
    for statement in matter.statements:
        for number, figure in enumerate(statement.figures):
            named = _TURN.search(statement.before(number)) if scale_of(figure.one.quantity.unit) else None
            if named is None:
                continue
            run = _run(statement, number)
            parts = statement.figures[max(0, number - len(run)) : number]
            wholes = [one for one in _earlier(statement, number - len(run)) if one not in parts]
            if len(parts) != len(run) or len(run) < 2 or not all(counts(one.one) for one in parts):
                continue
            tied = [
                one.one
                for one in wholes
                if all(same_kind(one.one, part.one) for part in parts)
                and _speaks_of(named["whole"], statement.text[: one.start])
            ]
            if not tied:
                continue
            whole = tied[-1]
            for part, share in zip(parts, run, strict=True):
                if any(_fits(part.one, other.one, share.one) for other in wholes):
                    continue
                finding = _judge(part.one, whole, share.one, Severity.ERROR, "A103")
                if finding is not None:
                    yield finding


def _run(statement: Statement, number: int) -> tuple[Printed, ...]:
    """Shares in a row with nothing but 、 or 和 between them."""
    end = number + 1
    while end < len(statement.figures) and statement.before(end).strip() in ("、", "和", "与", "，", ","):
        end += 1
    return statement.figures[number:end]


@rule(
    "A104",
    name="part-in-whole",
    en="A part that 其中 takes from a whole is not greater than the whole.",
    zh="“其中”之数不大于总数。",
    needs=(Need.FIGURES,),
    example="全年受理信访43件，其中区妇联受理51件。",
)
def part_in_whole(matter: Matter) -> Iterator[Finding]:
    """Parts whose whole the reading tied, or a program gave; in a sentence, with 其中 between the two."""
    seen = matter.places
    for part in matter.observations:
        whole = matter.figure(part, part.denominator)
        if whole is None or part.numerator is not None or not counts(part) or not same_kind(part, whole):
            continue
        place = seen.get(part.source)
        if (place is None and matter.reading is not None) or (place and not _among(*place, whole)):
            continue
        low, high = range_of(part.quantity).low, range_of(whole.quantity).high
        if low is None or high is None or low <= high:
            continue
        yield Finding(
            code="A104",
            severity=Severity.ERROR,
            verdict=Verdict.INCONSISTENT,
            message_en=f"the part {part.quantity} is greater than its whole {whole.quantity}",
            message_zh=f"其中{part.quantity}大于总数{whole.quantity}",
            sources=(part.source, whole.source),
            arithmetic=f"{part.quantity.value:f} > {whole.quantity.value:f}",
            numbers=(("part", part.quantity.value), ("whole", whole.quantity.value)),
        )


def _among(statement: Statement, number: int, whole: Observation) -> bool:
    ends = [one.end for one in statement.figures[:number] if one.one is whole]
    return bool(ends) and "其中" in statement.text[ends[0] : statement.figures[number].start]
