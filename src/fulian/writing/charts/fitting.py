"""The charts that readings have figures for, without being asked for one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from fulian.errors import DataError
from fulian.formats._figures import figures_of
from fulian.model._given import given_records
from fulian.model.level import Level
from fulian.model.observation import Status
from fulian.writing.charts._bodies import Body, body_of
from fulian.writing.charts._choice import subject, year_of
from fulian.writing.charts._telling import speech
from fulian.writing.charts.areas import areas_chart
from fulian.writing.charts.chart import Chart
from fulian.writing.charts.cities import cities_chart
from fulian.writing.charts.targets import targets_chart
from fulian.writing.charts.tiles import tiles_chart
from fulian.writing.charts.years import years_chart

__all__ = ["charts_of"]

# How many rows, years or tiles there must be for a picture to tell more than the words.
_LEAST = {"areas": 2, "cities": 3, "targets": 1, "tiles": 6, "years": 3}


def charts_of(records: Any, *, language: str = "zh", most: int = 8) -> tuple[Chart, ...]:
    r"""Give the charts that some readings have figures for (可绘图表).

    A plan's areas; targets and what was done; and of each thing that three bodies or more tell, or one body for three
    years or more, a comparison, a map where six cities of one province tell it, and the years.

    Args:
        records: Readings, or other records that state figures, or an iterable of such.
        language: ``zh`` or ``en``.
        most: How many charts at most.

    Returns:
        The charts, those of the things that most bodies tell first; empty where there is nothing to draw. What cannot
        be drawn without a choice between figures is left out.

    Raises:
        TypeError: What is given is no record and no collection of records.
        DataError: `language` is neither.

    Example:
        >>> import fulian
        >>> plan = fulian.read_text("县妇联2020年工作要点\n一、家庭建设\n寻找最美家庭20户。\n二、维权\n接待来访300件。")
        >>> [chart.kind for chart in charts_of(plan)]
        ['areas']
    """
    speech(language)
    records = given_records(records)
    charts: list[Chart] = []
    for make in _makers(records):
        if len(charts) == most:
            break
        try:
            chart = make(language)
        except DataError:  # there is nothing of this kind, or it needs a choice that only a person can make
            continue
        shown = {mark.row for mark in chart.marks if mark.observation or chart.kind == "areas"}
        if len(shown) >= _LEAST[chart.kind]:
            charts.append(chart)
    return tuple(charts)


def _makers(records: Any) -> Iterator[Callable[[str], Chart]]:
    yield lambda language: areas_chart(records, language=language)
    tellers: dict[str, dict[Body, set[int]]] = {}
    for one, _ in figures_of(records):
        body, year = body_of(one.organization, one.period), year_of(one.period)
        if one.status in (Status.ACTUAL, Status.TARGET) and body and year and one.label:
            tellers.setdefault(one.indicator or subject(one.label), {}).setdefault(body, set()).add(year)
    if not any(len(bodies) >= _LEAST["cities"] for bodies in tellers.values()):
        yield lambda language: targets_chart(records, language=language)
    for name, bodies in sorted(tellers.items(), key=lambda item: -len(item[1])):
        if len(bodies) >= _LEAST["cities"]:
            yield lambda language, name=name: cities_chart(records, name, language=language)  # type: ignore[misc]
        if sum(body.level is Level.PREFECTURE for body in bodies) >= _LEAST["tiles"]:
            yield lambda language, name=name: tiles_chart(records, name, language=language)  # type: ignore[misc]
        for body, years in bodies.items():
            if len(years) >= _LEAST["years"]:
                yield lambda language, name=name, body=body: years_chart(  # type: ignore[misc]
                    records, name, organization=body.name, language=language
                )
