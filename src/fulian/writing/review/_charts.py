"""The charts that suit a document: what it promises by area of work, what became of targets, its cities compared."""

from __future__ import annotations

import base64
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from fulian.errors import DataError
from fulian.model.observation import Observation, Status
from fulian.model.reading import Reading
from fulian.writing.charts import Chart, areas_chart, cities_chart, targets_chart

__all__ = ["charts_of", "charts_together"]

_LANGUAGES: Final = ("en", "zh")
# A comparison of fewer bodies says nothing that their rows do not say.
_FEWEST_BODIES: Final = 3
_MOST_COMPARISONS: Final = 4


def charts_of(reading: Reading) -> list[dict[str, Any]]:
    """Draw what suits one document, as data for the page; may be empty.

    Raises:
        ReadError: The extra ``charts`` is not installed.
    """
    return list(_drawn((reading,), [areas_chart, targets_chart, *_comparisons((reading,))]))


def charts_together(readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """Draw what several documents say together: targets and what became of them, bodies compared.

    Raises:
        ReadError: The extra ``charts`` is not installed.
    """
    if len(readings) < 2:
        return []
    return list(_drawn(readings, [targets_chart, *_comparisons(readings)]))


def _comparisons(readings: Sequence[Reading]) -> Iterator[Callable[..., Chart]]:
    """The indicators that most bodies report, one chart each."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for one in reading.observations:
            if one.indicator and one.organization and one.status is Status.ACTUAL:
                bodies[one.indicator].add(one.organization.name)
    often = sorted(
        (code for code in bodies if len(bodies[code]) >= _FEWEST_BODIES), key=lambda code: -len(bodies[code])
    )
    for code in often[:_MOST_COMPARISONS]:
        yield lambda records, *, language, code=code: cities_chart(records, code, language=language)


def _drawn(readings: Sequence[Reading], makers: Sequence[Callable[..., Chart]]) -> Iterator[dict[str, Any]]:
    places = {
        one.source: (document, number)
        for document, reading in enumerate(readings)
        for number, one in enumerate(reading.observations)
    }
    for make in makers:
        try:
            charts = {language: make(readings, language=language) for language in _LANGUAGES}
        except DataError:
            continue  # the documents hold nothing for this chart, or contradict each other
        if charts["zh"].kind == "targets" and not _any_outcome(charts["zh"]):
            continue
        yield {language: _plain(chart, places) for language, chart in charts.items()}


def _any_outcome(chart: Chart) -> bool:
    """Whether it shows what became of any target, and not targets alone."""
    return any(mark.observation is not None and mark.observation.status is Status.ACTUAL for mark in chart.marks)


def _plain(chart: Chart, places: dict[Any, tuple[int, int]]) -> dict[str, Any]:
    picture = base64.b64encode(chart.svg().encode()).decode()
    return {
        "title": chart.title,
        "subtitle": chart.subtitle,
        "picture": f"data:image/svg+xml;base64,{picture}",
        "marks": [[mark.row, mark.text, _place(mark.observation, places)] for mark in chart.marks],
        "notes": [*chart.notes, *chart.sources],
    }


def _place(one: Observation | None, places: dict[Any, tuple[int, int]]) -> tuple[int, int] | None:
    return None if one is None else places.get(one.source)
