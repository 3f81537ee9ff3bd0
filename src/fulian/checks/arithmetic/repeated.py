"""One rate or stock stated twice."""

from __future__ import annotations

from collections.abc import Iterator

from fulian.checks.arithmetic.ranges import range_of
from fulian.checks.finding import Finding, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.model.observation import Observation, Status
from fulian.values.quantity import QuantityKind

__all__ = ["one_figure_stated_twice"]

_STOCK = ("率", "总数", "比例", "人口", "总人口")


@rule(
    "A601",
    name="one-figure-stated-twice",
    en="A rate or a stock of one body at one time is the same wherever it is stated.",
    zh="同一主体同一时期的同一比率或存量，前后所述一致。",
    needs=(Need.FIGURES,),
    example=("县妇联2020年工作总结\n2020年，全县适龄妇女两癌筛查率达82.4%。\n2020年，全县适龄妇女两癌筛查率达84.2%。"),
)
def one_figure_stated_twice(matter: Matter) -> Iterator[Finding]:
    """The same words, body, time and unit in two sentences.

    Counts of deeds are left out: two classes of one name are two classes. So are words that stand twice in one
    sentence.
    """
    sentence = {figure.one.source: at for at, one in enumerate(matter.statements) for figure in one.figures}
    first: dict[tuple[object, ...], Observation] = {}
    for one in matter.observations:
        if one.status is not Status.ACTUAL or len(one.label) < 5 or one.period is None:
            continue
        if not (one.label.endswith(_STOCK) and (one.quantity.kind is QuantityKind.SHARE or "率" not in one.label)):
            continue
        key = (one.label, str(one.organization), one.period, one.quantity.unit, one.source.document_id)
        other = first.setdefault(key, one)
        if other is one or sentence.get(other.source, -1) == sentence.get(one.source, -2):
            continue
        if range_of(other.quantity).meets(range_of(one.quantity)):
            continue
        yield Finding(
            code="A601",
            severity=Severity.WARNING,
            verdict=Verdict.INCONSISTENT,
            message_en=f"{one.label} is {one.quantity} here and {other.quantity} before",
            message_zh=f"{one.label}此处为{one.quantity}，前文为{other.quantity}",
            sources=(one.source, other.source),
            numbers=(("here", one.quantity.value), ("before", other.quantity.value)),
        )
