"""Targets against what became of them: pairs of points in one unit, or shares of the target where units differ."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import attrs

from fulian.checks.arithmetic.people import same_kind
from fulian.checks.compare import compare
from fulian.errors import DataError, Fault
from fulian.formats._figures import figures_of
from fulian.model._given import given_records
from fulian.model.indicator import Indicator
from fulian.model.observation import Observation, Status
from fulian.text.wrapping import one_line
from fulian.values.quantity import Quantity
from fulian.writing._speech import Speech
from fulian.writing.charts._bodies import Body, body_of, names_apart
from fulian.writing.charts._choice import Entry, choose, pick, readings_of, subject
from fulian.writing.charts._numbers import Scale, Value
from fulian.writing.charts._spec import Row, Rows
from fulian.writing.charts._telling import Ledger, sources, speech
from fulian.writing.charts.chart import Chart

__all__ = ["targets_chart"]

_HUNDRED = Decimal(100)


@attrs.frozen
class _Pair:
    """A target, and what was done of it in its year by its body; None where nothing is told of it."""

    target: Entry
    actual: Entry | None

    @property
    def share(self) -> Decimal | None:
        """What was done as a percentage of the target."""
        if self.actual is None or not self.target.one.quantity.value:
            return None
        return self.actual.one.quantity.value / self.target.one.quantity.value * _HUNDRED


def targets_chart(
    records: Any,
    figure: str | Indicator | None = None,
    *,
    year: int | None = None,
    unit: str | None = None,
    title: str | None = None,
    language: str = "zh",
) -> Chart:
    r"""Set targets against what became of them (目标完成图).

    With a figure: a row for each body, both numbers on one axis in the figure's unit. Without: a row for each target,
    as a share of it, since their units differ. Figures are paired where body, year and unit agree and the words are the
    same, and across documents as `fulian.checks.compare` pairs a plan with a report. A target of which nothing is told
    has a row that says so.

    Args:
        records: Readings, or other records that state figures, or an iterable of such.
        figure: An indicator, its code or its name; or words that stand in the figures' labels. None for all targets.
        year: The calendar year; where None the latest for which a target and what was done of it are known.
        unit: The unit, where the words are used with several.
        title: What to write over it.
        language: ``zh`` or ``en``.

    Returns:
        The chart. Its marks go row by row, what was done before what was planned.

    Raises:
        TypeError: What is given is no record and no collection of records.
        DataError: No figure fits, no target has its counterpart, or figures contradict each other.

    Example:
        >>> import fulian
        >>> plan = fulian.read_text("县妇联2020年工作要点\n2020年，县妇联将举办讲座20场。")
        >>> report = fulian.read_text("县妇联2020年工作总结\n2020年，县妇联举办讲座12场。")
        >>> [(mark.row, mark.text) for mark in targets_chart([plan, report]).marks]
        [('举办讲座', '实际12场'), ('举办讲座', '计划20场')]
    """
    say = speech(language)
    records = given_records(records)
    pairs = _pairs(records) if figure is None else _pairs_of(choose(records, figure, unit).entries)
    years = {pair.target.year for pair in pairs if pair.actual and pair.target.year}
    year = max(years, default=None) if year is None else year
    pairs = [pair for pair in pairs if pair.target.year == year]
    if year is None or not any(pair.actual for pair in pairs):
        if not years:
            raise DataError([Fault(path="records", expected="targets with what was done of them", value="none")])
        told = ", ".join(map(str, sorted(years)))
        raise DataError(
            [Fault(path="year", expected=f"a year with targets and what was done: {told}", value=str(year))]
        )
    pairs.sort(key=lambda pair: (pair.share is None, -(pair.share or 0), pair.target.one.source.start))
    entries = [entry for pair in pairs for entry in (pair.actual, pair.target) if entry]
    marks_in = _in_shares if figure is None else _in_units
    ledger, spec = marks_in(pairs, say)
    what = say("Targets and what was done", "目标与完成情况")
    if figure is not None:
        chosen = choose(records, figure, unit)
        what = say(f"{chosen.name_en}: planned and done", f"{chosen.name}：计划与实际")
    bodies = {pair.target.body for pair in pairs}
    [whose] = [body.name if body else "" for body in bodies] if len(bodies) == 1 else [""]
    return Chart(
        kind="targets",
        language=language,
        title=title or say(f"{whose}, {year}: {what}".removeprefix(", "), f"{whose}{year}年{what}"),
        subtitle=say("Done, in percent of the target", "完成数占计划数的百分比")
        if figure is None
        else say("Those who did most of what they had planned stand first", "按完成比例从高到低排列"),
        marks=tuple(ledger),
        sources=sources(entries, say),
        spec=spec,
    )


def _pairs_of(entries: Sequence[Entry]) -> list[_Pair]:
    """Pair the figures of one thing, body by body and year by year."""
    groups: dict[tuple[Body, int], dict[Status, list[Entry]]] = {}
    for one in entries:
        if one.body and one.year:
            groups.setdefault((one.body, one.year), {}).setdefault(one.one.status, []).append(one)
    found = []
    for (body, year), standings in groups.items():
        picked = {status: pick(group, f"{body.name} {year} {status.zh}") for status, group in standings.items()}
        if Status.TARGET in picked:
            found.append(_Pair(picked[Status.TARGET], picked.get(Status.ACTUAL)))
    return found


def _pairs(records: Any) -> list[_Pair]:
    """Pair every target: with a figure of the same words, else with the one that a later document's words come near."""
    entries = [
        Entry(one, document, body_of(one.organization, one.period), exact=True)
        for one, document in figures_of(records)
        if one.status in (Status.ACTUAL, Status.TARGET)
    ]
    documents = {document.id: document for _, document in figures_of(records) if document}
    across = {
        _place(one.first): Entry(one.second, documents.get(one.second.source.document_id), None, exact=True)
        for one in compare(list(readings_of(records)))
        if one.second and one.second.status is Status.ACTUAL and one.first.status is Status.TARGET
    }
    done: dict[object, list[Entry]] = {}
    for entry in entries:
        if entry.one.status is Status.ACTUAL:
            done.setdefault(_matter(entry), []).append(entry)
    found: dict[object, _Pair] = {}  # a plan that says a target twice has one row for it
    for entry in entries:
        if entry.one.status is Status.TARGET and entry.one.label and entry.one.quantity.value:
            same = [one for one in done.get(_matter(entry), ()) if same_kind(one.one, entry.one)]
            values = {one.one.quantity.value for one in same}
            counterpart = same[0] if len(values) == 1 else across.get(_place(entry.one))
            found.setdefault((_matter(entry), entry.one.quantity.value), _Pair(entry, counterpart))
    return list(found.values())


def _place(one: Observation) -> tuple[str, int]:
    return one.source.document_id, one.source.start


def _matter(entry: Entry) -> tuple[object, ...]:
    return entry.body, entry.year, entry.one.indicator or subject(entry.one.label)


def _in_units(pairs: Sequence[_Pair], say: Speech) -> tuple[list[Any], Rows]:
    """A row for each body, on one axis."""
    quantities = [entry.one.quantity for pair in pairs for entry in (pair.target, pair.actual) if entry]
    ledger = Ledger(Scale.of(quantities, pairs[0].target.one.quantity.unit, say))
    names = names_apart([pair.target.body for pair in pairs if pair.target.body], say("no code", "代码不详"))
    rows = []
    for pair in pairs:
        name = names[pair.target.body] if pair.target.body else ""
        rows.append(
            Row(
                name=name,
                actual=ledger.maybe(name, pair.actual),
                target=ledger.value(name, pair.target.one),
                missing=None if pair.actual else ledger.missing(name),
            )
        )
    return ledger.marks, Rows(rows=tuple(rows), axis=ledger.scale.unit, paired=True)


def _in_shares(pairs: Sequence[_Pair], say: Speech) -> tuple[list[Any], Rows]:
    """A row for each target, in percent of it; the numbers themselves stand beside."""
    many = len({pair.target.body for pair in pairs}) > 1
    ledger = Ledger(Scale.of((), "", say))
    rows = []
    for pair in pairs:
        target = pair.target.one
        ledger.scale = Scale.of(
            [one.one.quantity for one in (pair.target, pair.actual) if one], target.quantity.unit, say
        )
        name = one_line(subject(target.label))
        if many and pair.target.body:
            name = f"{pair.target.body.name} {name}"
        rows.append(
            Row(
                name=name,
                actual=_share(ledger.value(name, pair.actual.one), target.quantity, ledger.scale)
                if pair.actual
                else None,
                target=_share(ledger.value(name, target), target.quantity, ledger.scale),
                missing=None if pair.actual else ledger.missing(name),
            )
        )
    return ledger.marks, Rows(rows=tuple(rows), axis="%", reference=100)


def _share(value: Value, target: Quantity, scale: Scale) -> Value:
    """Put a number where it stands as a percentage of the target; what is printed stays the number itself."""
    whole = float(target.value / scale.divisor)
    text = scale.with_unit(value.text)
    return attrs.evolve(value, low=value.low / whole * 100, high=value.high / whole * 100, text=text)
