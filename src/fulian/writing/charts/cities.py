"""Cities compared on a figure: bars from the longest to the shortest, with what was planned beside what was done."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from fulian.model._given import given_records
from fulian.model.indicator import Indicator
from fulian.model.observation import Status
from fulian.writing.charts._bodies import Body, names_apart
from fulian.writing.charts._choice import Entry
from fulian.writing.charts._numbers import Scale
from fulian.writing.charts._places import places
from fulian.writing.charts._spec import Row, Rows
from fulian.writing.charts._telling import Ledger, part_of_year, sources, speech
from fulian.writing.charts.chart import Chart

__all__ = ["cities_chart"]


def cities_chart(
    records: Any,
    figure: str | Indicator,
    *,
    year: int | None = None,
    unit: str | None = None,
    province: str | None = None,
    title: str | None = None,
    language: str = "zh",
) -> Chart:
    r"""Compare cities on a figure (各地比较图): a bar for what each did, a line across it for what it had planned.

    A place and its federation are one row; places of one name are told apart by their codes. A body that reports, but
    not this figure, has a row that says so.

    Args:
        records: Readings, or other records that state figures, or an iterable of such.
        figure: An indicator, its code or its name; or words that stand in the figures' labels.
        year: The calendar year; where None the latest in which something was done.
        unit: The unit, where the words are used with several.
        province: A province's name or code: only its cities, all of them.
        title: What to write over it instead of the figure's name.
        language: ``zh`` or ``en``.

    Returns:
        The chart. Its marks go row by row, what was done before what was planned.

    Raises:
        TypeError: What is given is no record and no collection of records.
        DataError: No figure fits, the figures have several units, or two contradict each other.

    Example:
        >>> import fulian
        >>> reading = fulian.read_text("长沙市妇联2021年培训妇女960人。株洲市妇联2021年培训妇女近1200人。")
        >>> [(mark.row, mark.text) for mark in cities_chart(reading, "培训妇女").marks]
        [('株洲市', '实际至多1,200人'), ('长沙市', '实际960人')]
    """
    say = speech(language)
    records = given_records(records)
    held = places(records, figure, year=year, unit=unit, province=province, say=say)
    scale = Scale.of((entry.one.quantity for entry in held.entries), held.choice.unit, say)
    ledger = Ledger(scale)
    names = names_apart(held.found, say("no code", "代码不详"))
    reported = any(Status.ACTUAL in standings for standings in held.found.values())
    rows = []
    for body in sorted(held.found, key=lambda one: _order(held.found[one], one)):
        standings = held.found[body]
        done, planned = standings.get(Status.ACTUAL), standings.get(Status.TARGET)
        name = names[body]
        rows.append(
            Row(
                name=name,
                actual=ledger.maybe(name, done),
                target=ledger.maybe(name, planned),
                missing=None if done or (planned and not reported) else ledger.missing(name),
                note=part_of_year(done or planned),
            )
        )
    name = say(held.choice.name_en, held.choice.name)
    when = str(held.year) if held.year else say("time not told", "时间不详")
    return Chart(
        kind="cities",
        language=language,
        title=title or say(f"{name}, {when}", f"{when}年{held.together(say)}{name}" if held.year else name),
        subtitle="" if held.year else when,
        marks=tuple(ledger.marks),
        notes=held.notes,
        sources=sources(held.entries, say),
        spec=Rows(rows=tuple(rows), axis=scale.unit),
    )


def _order(standings: dict[Status, Entry], body: Body) -> tuple[int, Decimal, str, str]:
    """The longest bar first, then what is only planned, then what is missing; equals by code."""
    for rank, status in enumerate((Status.ACTUAL, Status.TARGET)):
        if status in standings:
            return rank, -standings[status].one.quantity.value, body.code or "", body.own_name
    return 2, Decimal(0), body.code or "", body.own_name
