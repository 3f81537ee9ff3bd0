"""One body's figure over years: points and a line, broken where a year is missing."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fulian.errors import DataError, Fault, ParseError
from fulian.model._given import given_records
from fulian.model.indicator import Indicator
from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.text.organizations import parse_organization
from fulian.writing.charts._bodies import Body, body_of
from fulian.writing.charts._choice import Choice, Entry, choose, pick
from fulian.writing.charts._numbers import Scale
from fulian.writing.charts._spec import Point, Years
from fulian.writing.charts._telling import Ledger, part_of_year, sources, speech
from fulian.writing.charts.chart import Chart

__all__ = ["years_chart"]

_MOST = 60


def years_chart(
    records: Any,
    figure: str | Indicator,
    *,
    organization: str | Organization | None = None,
    unit: str | None = None,
    title: str | None = None,
    language: str = "zh",
) -> Chart:
    r"""Show one body's figure over years (历年变化图).

    Every year from the first to the last has its place; where one is missing the line is broken and the place is
    hatched: nothing is put in between.

    Args:
        records: Readings, or other records that state figures, or an iterable of such.
        figure: An indicator, its code or its name; or words that stand in the figures' labels.
        organization: The body, or its name; may be left out where the figures are of one body.
        unit: The unit, where the words are used with several.
        title: What to write over it instead of the body's and the figure's names.
        language: ``zh`` or ``en``.

    Returns:
        The chart. Its marks go year by year, what was done before what was planned.

    Raises:
        TypeError: What is given is no record and no collection of records.
        DataError: No figure fits, the figures are of several bodies or units, or two contradict each other.

    Example:
        >>> import fulian
        >>> reading = fulian.read_text("长沙市妇联2019年培训妇女960人，2021年培训妇女1200余人。")
        >>> [(mark.row, mark.text) for mark in years_chart(reading, "培训妇女").marks]
        [('2019', '实际960人'), ('2020', '无数据'), ('2021', '实际至少1,200人')]
    """
    say = speech(language)
    records = given_records(records)
    choice = choose(records, figure, unit)
    body = _body(choice, organization)
    groups: dict[tuple[int, Status], list[Entry]] = {}
    for one in choice.entries:
        if one.body == body and one.year is not None:
            groups.setdefault((one.year, one.one.status), []).append(one)
    found = {key: pick(group, f"{body.name} {key[0]} {key[1].zh}") for key, group in groups.items()}
    years = [year for year, _ in found]
    if not years or max(years) - min(years) > _MOST:
        raise DataError([Fault(path="figure", expected=f"figures within {_MOST} years", value=repr(sorted(years)))])
    scale = Scale.of((entry.one.quantity for entry in found.values()), choice.unit, say)
    ledger = Ledger(scale)
    points = []
    for year in range(min(years), max(years) + 1):
        done, planned = found.get((year, Status.ACTUAL)), found.get((year, Status.TARGET))
        points.append(
            Point(
                year=year,
                actual=ledger.maybe(str(year), done),
                target=ledger.maybe(str(year), planned),
                missing=None if done or planned else ledger.missing(str(year)),
            )
        )
    parts = [f"{year}年{part}" for (year, _), entry in sorted(found.items()) if (part := part_of_year(entry))]
    left = sum(one.body == body and one.year is None for one in choice.entries)
    notes = (
        [say(f"For a part of the year: {', '.join(parts)}.", f"只是一年中的一段：{'、'.join(parts)}。")]
        if parts
        else []
    )
    if left:
        notes.append(say(f"Left out: {left} not of one year.", f"未画入：{left}个数字不属于某一年。"))
    name = say(choice.name_en, choice.name)
    span = str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"
    return Chart(
        kind="years",
        language=language,
        title=title or say(f"{body.name}: {name}, {span}", f"{body.name}{name}，{span}年"),
        marks=tuple(ledger.marks),
        notes=tuple(notes),
        sources=sources(found.values(), say),
        spec=Years(points=tuple(points), axis=scale.unit),
    )


def _body(choice: Choice, organization: str | Organization | None) -> Body:
    bodies = Counter(one.body for one in choice.entries if one.body is not None)
    if organization is None:
        wanted = list(bodies)
    else:
        try:
            parsed = parse_organization(organization) if isinstance(organization, str) else organization
        except ParseError as error:
            raise DataError([Fault(path="organization", expected=error.expected, value=repr(organization))]) from error
        asked = body_of(parsed, None)
        wanted = [body for body in bodies if body == asked]
    if len(wanted) != 1:
        told = ", ".join(f"{body.name}{f' {body.code}' if body.code else ''}" for body in bodies) or "none"
        value = "nothing" if organization is None else repr(organization)
        raise DataError([Fault(path="organization", expected=f"one body that the figures are of: {told}", value=value)])
    return wanted[0]
