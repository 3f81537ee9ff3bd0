"""Documents against each other: what a plan set and reports say of it, what two reports of one body say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

import attrs
from attrs.validators import instance_of, optional

from fulian.checks.arithmetic.people import same_kind
from fulian.checks.arithmetic.ranges import range_of
from fulian.checks.matter import Matter
from fulian.checks.reached import is_ceiling, reached, stated_range
from fulian.model._given import given_readings
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization
from fulian.model.reading import Reading
from fulian.values.term import Term
from fulian.values.validation import filled

__all__ = ["Comparison", "Outcome", "compare"]

# How alike two labels must be to speak of one thing: the share of their pairs of characters that both have.
_ALIKE = Fraction(3, 5)


class Outcome(Term):
    """What became of a figure in a later document, or in another one (比对结果).

    Example:
        >>> Outcome("not-reported").zh
        '未见对应数字'
    """

    MET = "met", "已完成"
    MISSED = "missed", "未完成"
    UNCLEAR = "unclear", "无法判定"
    RESTATED = "restated", "目标改动"
    NOT_REPORTED = "not-reported", "未见对应数字"
    DROPPED = "dropped", "未见提及"
    SHRUNK = "shrunk", "累计数减少"
    REPEATED = "repeated", "照抄上年"
    DIFFERS = "differs", "两处不一"


@attrs.frozen(kw_only=True)
class Comparison:
    r"""What two documents say of one thing (比对记录).

    Attributes:
        outcome: What became of it.
        label: What was counted, in the first document's words.
        first: The figure in the first document.
        second: The figure in the other, or None where it has none.
        first_file: The first document's file name or id.
        second_file: The other's.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: A name is blank.

    Example:
        >>> import fulian
        >>> plan = fulian.read_text("县妇联2020年工作要点\n2020年，县妇联将举办讲座20场。")
        >>> report = fulian.read_text("县妇联2020年工作总结\n2020年，县妇联举办讲座12场。")
        >>> [(str(one.first.quantity), str(one.second.quantity), one.outcome.value) for one in compare([plan, report])]
        [('20场', '12场', 'missed')]
    """

    outcome: Outcome = attrs.field(validator=instance_of(Outcome))
    label: str = attrs.field(validator=instance_of(str))
    first: Observation = attrs.field(validator=instance_of(Observation))
    second: Observation | None = attrs.field(default=None, validator=optional(instance_of(Observation)))
    first_file: str = attrs.field(validator=filled())
    second_file: str = attrs.field(validator=filled())


def compare(readings: Iterable[Reading]) -> tuple[Comparison, ...]:
    """Compare documents, each with every one that follows it (跨文件比对).

    A plan comes before the reports on its year; two reports of one body, or a round-up and a body's own summary, in any
    order. Figures are matched where body, unit and year agree and the labels are alike; what cannot be matched is left
    alone, but a plan's target without a match is told. A target is the number that it states, what was done is all
    that its print allows (`fulian.checks.reached`).

    Args:
        readings: The readings, in order.

    Returns:
        What was found, pair by pair, in the order of the first document.

    Raises:
        TypeError: One is no reading.

    Example:
        >>> compare([])
        ()
    """
    matters = [Matter(reading) for reading in given_readings(readings)]
    found: list[Comparison] = []
    for first, second in combinations(matters, 2):
        found += _targets(first, second)
        found += _levels(first, second)
        found += _repeated(first, second)
    return tuple(found)


def _name(matter: Matter) -> str:
    document = matter.document
    return (document.file or document.id) if document else "-"


def _comparison(
    outcome: Outcome, first: Observation, second: Observation | None, files: tuple[Matter, Matter]
) -> Comparison:
    return Comparison(
        outcome=outcome,
        label=first.label,
        first=first,
        second=second,
        first_file=_name(files[0]),
        second_file=_name(files[1]),
    )


# -------------------------------------------------------------------- targets


def _targets(plan: Matter, report: Matter) -> Iterator[Comparison]:
    years = {one.period.first.year for one in report.observations if one.period and one.status is Status.ACTUAL}
    years |= {one.record.year for one in report.reports}
    tasks = _tasks(plan)
    for target in plan.observations:
        if target.status is not Status.TARGET or target.period is None or target.period.first.year not in years:
            continue
        if not _reports_on(report, target.organization) or len(target.label) < 2:
            continue
        done = _best(target, [one for one in report.observations if one.status is Status.ACTUAL])
        again = _best(target, [one for one in report.observations if one.status is Status.TARGET])
        if again is not None and not stated_range(again.quantity).meets(stated_range(target.quantity)):
            yield _comparison(Outcome.RESTATED, target, again, (plan, report))
        if done is not None:
            yield _comparison(_outcome(plan, target, done), target, done, (plan, report))
        elif again is None:
            task = tasks.get((target.source.document_id, target.source.start))
            told = _mentioned(report, target, task)
            yield _comparison(Outcome.NOT_REPORTED if told else Outcome.DROPPED, target, None, (plan, report))


def _tasks(matter: Matter) -> dict[tuple[str, int], KeyTask]:
    """The task of each target, by the target's place."""
    tasks = [task for one in matter.plans for section in one.record.sections for task in section.tasks]
    tasks += [task for one in matter.plans for task in one.record.key_tasks]
    tasks += [task for one in matter.reports for task in one.record.commitments]
    return {(one.source.document_id, one.source.start): task for task in tasks for one in task.targets}


def _reports_on(report: Matter, body: Organization | None) -> bool:
    """Whether a document reports for a body: by its reports' bodies; where none is known, it may."""
    bodies = [one.record.organization for one in report.reports if one.record.organization is not None]
    return not bodies or body is None or any(_same_body(body, one) for one in bodies)


def _outcome(plan: Matter, target: Observation, done: Observation) -> Outcome:
    place = plan.places.get(target.source)
    words = place[0].clause(place[1]) if place else ""
    met = reached(target.quantity, done.quantity, ceiling=is_ceiling(target, words))
    if met is None:
        return Outcome.UNCLEAR
    return Outcome.MET if met else Outcome.MISSED


def _mentioned(report: Matter, target: Observation, task: KeyTask | None) -> bool:
    """Whether a report has a name that the target's task has, or half of the words of what was to be counted."""
    text = report.view.text
    names = (*task.programmes, *task.instruments) if task else ()
    pairs = [target.label[at : at + 2] for at in range(len(target.label) - 1)]
    return any(name in text for name in names) or 2 * sum(pair in text for pair in pairs) >= len(pairs)


# -------------------------------------------------------------------- levels


def _levels(first: Matter, second: Matter) -> Iterator[Comparison]:
    later = [one for one in second.observations if one.status is Status.ACTUAL and one.period]
    for one in first.observations:
        if one.status is not Status.ACTUAL or one.period is None or len(one.label) < 4:
            continue
        same = [
            other
            for other in later
            if other.label == one.label and same_kind(other, one) and _same_body(other.organization, one.organization)
        ]
        if len(same) != 1 or same[0].period is None:
            continue
        other = same[0]
        here, there = range_of(one.quantity), range_of(other.quantity)
        if one.period == same[0].period and not here.meets(there):
            yield _comparison(Outcome.DIFFERS, one, other, (first, second))
        elif one.period.last != same[0].period.last and _grows_only(first, one) and _grows_only(second, other):
            old, new = (one, other) if one.period.last < same[0].period.last else (other, one)
            low, high = range_of(old.quantity).low, range_of(new.quantity).high
            if low is not None and high is not None and high < low:
                yield _comparison(Outcome.SHRUNK, one, other, (first, second))


def _grows_only(matter: Matter, one: Observation) -> bool:
    """Whether a figure is said to be the sum of all up to now: 累计 in its own clause."""
    place = matter.places.get(one.source)
    return place is not None and "累计" in place[0].clause(place[1])


# -------------------------------------------------------------------- sentences


def _repeated(first: Matter, second: Matter) -> Iterator[Comparison]:
    """Sentences with an odd figure that stand word for word in reports on two years."""
    earlier = {statement.text.strip(): statement for statement in first.statements}
    for statement in second.statements:
        twin = earlier.get(statement.text.strip())
        if twin is None or len(statement.text.strip()) < 12:
            continue
        for one, other in zip(twin.figures, statement.figures, strict=False):
            here, there = one.one, other.one
            odd = here.quantity.value >= 100 and here.quantity.value % 100 != 0
            years = here.period and there.period and here.period != there.period
            if odd and years and here.status is there.status is Status.ACTUAL and _same_reporter(here, there):
                yield _comparison(Outcome.REPEATED, here, there, (first, second))
                break


def _same_reporter(one: Observation, other: Observation) -> bool:
    return one.organization is not None and _same_body(one.organization, other.organization)


# -------------------------------------------------------------------- matching


def _best(target: Observation, others: Sequence[Observation]) -> Observation | None:
    """The figure that is most like a target: same body, unit and year, and labels alike."""
    best, most = None, _ALIKE
    for one in others:
        if not same_kind(one, target) or one.period is None or target.period is None:
            continue
        if one.period.first.year != target.period.first.year or not _same_body(one.organization, target.organization):
            continue
        alike = _likeness(one.label, target.label)
        if alike > most or (alike == most and best is None):
            best, most = one, alike
    return best


def _likeness(one: str, other: str) -> Fraction:
    """How alike two labels are: twice the pairs of neighbouring characters that both have, over all pairs."""
    if one == other:
        return Fraction(1)
    left, right = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return Fraction(2 * len(left & right), len(left) + len(right)) if left and right else Fraction(0)


def _same_body(one: Organization | None, other: Organization | None) -> bool:
    """Whether two figures may be of one body: the same place's, or where one of them is not known."""
    if one is None or other is None:
        return True
    if one.division_code and other.division_code:
        return one.division_code == other.division_code
    return one.name == other.name or str(one) == str(other)
