"""Sums against the totals that they make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from fulian.checks.arithmetic.people import PEOPLE, counts, same_kind
from fulian.checks.arithmetic.ranges import Range, in_print, range_of, show
from fulian.checks.finding import Finding, Mend, Severity, Verdict
from fulian.checks.matter import Matter, Need, Printed, Statement
from fulian.checks.rule import rule
from fulian.model.observation import Status

__all__ = ["parts_of_whole", "total_of_list"]

_AMONG = re.compile("^[，,（(]?其中[：:]?[^，,。；;、]{0,24}$")
_ITEM = re.compile("^[^，,。；;0-9]{0,4}[，,、；;和及]+[^，,。；;、0-9]{0,24}$")
_TOTAL = re.compile(
    "^[^，,。；;]{0,6}[，,、][ ]?(?:合计|共计|总计|总共|共)(?P<deed>[\u4e00-\u9fff]{0,6}?)(?:为|有|达)?$"
)
_LIST = re.compile("^[^，,。；;0-9]{0,4}(?:[，,、和及])[^，,。；;、0-9]{0,20}$")
_OWN_END = re.compile("^[。；;，,）)!！]|^$")
# What lies under two names cannot be both: men and women, town and country, the halves of a year, levels of government.
_APART = (
    ("男", "女"),
    ("城镇", "农村"),
    ("城市", "农村"),
    ("上半年", "下半年"),
    ("线上", "线下"),
    ("国家级", "省级", "市级", "县级", "区级"),
)
_NEAR = Fraction(1, 20)


@rule(
    "A301",
    name="parts-of-whole",
    en="The parts that 其中 lists do not add up to more than the whole, nor fall just short of it.",
    zh="“其中”所列各项之和不超过总数，也不略少于总数。",
    needs=(Need.TEXT, Need.FIGURES),
    example="全年举办活动29场，其中讲座12场、培训18场。",
)
def parts_of_whole(matter: Matter) -> Iterator[Finding]:
    """A list behind 其中, in the unit of its whole.

    Parts of people may overlap (women, members of the Party): there, only parts that cannot be both, or a sum within a
    twentieth of the whole, are spoken of. A list need not be complete: one that falls short by a twentieth or less
    is a note.
    """
    for statement in matter.statements:
        for number in range(1, len(statement.figures)):
            whole = statement.figures[number - 1]
            if counts(whole.one) and _AMONG.match(statement.before(number)):
                parts = _parts(statement, number, whole)
                finding = _judge(statement, number, whole, parts) if len(parts) > 1 else None
                if finding is not None:
                    yield finding


def _parts(statement: Statement, number: int, whole: Printed) -> list[Printed]:
    parts: list[Printed] = []
    for at in range(number, len(statement.figures)):
        one = statement.figures[at]
        if not same_kind(one.one, whole.one) or one.one.status is not whole.one.status:
            break
        if parts and not _ITEM.match(statement.before(at)):
            break
        parts.append(one)
    return parts


def _sum(parts: Sequence[Printed]) -> tuple[Range, Fraction]:
    total, exact = Range(Fraction(0), Fraction(0)), Fraction(0)
    for part in parts:
        total = total.plus(range_of(part.one.quantity))
        exact += Fraction(part.one.quantity.value)
    return total, exact


def _judge(statement: Statement, number: int, whole: Printed, parts: list[Printed]) -> Finding | None:
    total, exact = _sum(parts)
    printed = range_of(whole.one.quantity)
    if total.meets(printed) or printed.low is None or not whole.one.quantity.value:
        return None
    over = printed.high is not None and total.low is not None and total.low > printed.high
    near = abs(exact - Fraction(whole.one.quantity.value)) <= _NEAR * Fraction(whole.one.quantity.value)
    apart = _are_apart(statement, number, parts)
    people = whole.one.quantity.unit in PEOPLE
    if over and (apart or (near and not people)):
        severity, verdict = Severity.ERROR, Verdict.INCONSISTENT
    elif over and near:
        severity, verdict = Severity.WARNING, Verdict.CANNOT_TELL
    elif not over and near:
        severity, verdict = Severity.NOTE, Verdict.CANNOT_TELL
    else:
        return None
    figures = "、".join(str(part.one.quantity) for part in parts)
    gap = show(abs(exact - Fraction(whole.one.quantity.value)))
    return Finding(
        code="A301",
        severity=severity,
        verdict=verdict,
        message_en=f"the parts of {whole.one.quantity} add up to {show(exact)}, {gap} {'more' if over else 'less'}",
        message_zh=f"{whole.one.quantity}其中各项（{figures}）之和为{show(exact)}，{'多' if over else '少'}{gap}",
        sources=(whole.one.source, *(part.one.source for part in parts)),
        arithmetic=_written(parts, exact),
        numbers=(
            ("whole", whole.one.quantity.value),
            *((f"part{at}", part.one.quantity.value) for at, part in enumerate(parts, start=1)),
        ),
        mend=Mend(source=whole.one.source, text=in_print(exact, whole.one.quantity)),
    )


def _written(parts: Sequence[Printed], exact: Fraction) -> str:
    return " + ".join(f"{part.one.quantity.value:f}" for part in parts) + f" = {show(exact)}"


def _are_apart(statement: Statement, number: int, parts: list[Printed]) -> bool:
    """Whether each part is named by another word of one group."""
    names = [statement.before(at) for at in range(number, number + len(parts))]
    for group in _APART:
        words = [next((word for word in group if word in name), None) for name in names]
        if None not in words and len(set(words)) == len(words):
            return True
    return False


@rule(
    "A302",
    name="total-of-list",
    en="A total behind 共 or 合计 is the sum of the list before it.",
    zh="“共”“合计”之数等于其前所列各项之和。",
    needs=(Need.TEXT, Need.FIGURES),
    example="举办讲座12场、培训18场，共31场。",
)
def total_of_list(matter: Matter) -> Iterator[Finding]:
    """A场, B场, 共C场 in one unit, where 共 has no words of its own or repeats the deed of every part."""
    for statement in matter.statements:
        for number in range(2, len(statement.figures)):
            total = statement.figures[number]
            named = _TOTAL.match(statement.before(number)) if counts(total.one) else None
            if named is None or not _OWN_END.match(statement.after(number)):
                continue
            parts = _list_before(statement, number)
            deeds = [statement.clause(at) for at in range(number - len(parts), number)]
            if len(parts) < 2 or not all(deed.endswith(named["deed"]) for deed in deeds):
                continue
            allowed, exact = _sum(parts)
            if allowed.meets(range_of(total.one.quantity)):
                continue
            yield Finding(
                code="A302",
                severity=Severity.ERROR,
                verdict=Verdict.INCONSISTENT,
                message_en=f"the total {total.one.quantity} is not the sum of the list before it",
                message_zh=f"合计{total.one.quantity}不等于其前各项之和",
                sources=(total.one.source, *(part.one.source for part in parts)),
                arithmetic=_written(parts, exact),
                numbers=(
                    ("total", total.one.quantity.value),
                    *((f"part{at}", part.one.quantity.value) for at, part in enumerate(parts, start=1)),
                ),
                mend=Mend(source=total.one.source, text=in_print(exact, total.one.quantity)),
            )


def _list_before(statement: Statement, number: int) -> list[Printed]:
    total = statement.figures[number]
    parts: list[Printed] = []
    for at in range(number - 1, -1, -1):
        one = statement.figures[at]
        if not same_kind(one.one, total.one) or one.one.status in (Status.CHANGE, Status.CONDITION):
            return []  # a list with something else in it is not understood
        parts.insert(0, one)
        if "其中" in statement.before(at):
            return []
        if not _LIST.match(statement.before(at)) or at == 0:
            break
    return parts
