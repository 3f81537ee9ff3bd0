"""The charts of the review page: those that a document has figures for, in both languages, as data for the page."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from typing import Any, Final

from fulian.model.observation import Observation
from fulian.model.reading import Reading
from fulian.writing.charts import Chart
from fulian.writing.charts import charts_of as charts_that_fit

__all__ = ["charts_of", "charts_together"]

_LANGUAGES: Final = ("en", "zh")


def charts_of(reading: Reading) -> list[dict[str, Any]]:
    """Draw what suits one document, as data for the page; may be empty.

    Raises:
        ReadError: The extra ``charts`` is not installed.
    """
    return list(_drawn((reading,)))


def charts_together(readings: Sequence[Reading]) -> list[dict[str, Any]]:
    """Draw what several documents say together: areas, targets and what became of them, bodies compared.

    Raises:
        ReadError: The extra ``charts`` is not installed.
    """
    return list(_drawn(readings)) if len(readings) > 1 else []


def _drawn(readings: Sequence[Reading]) -> Iterator[dict[str, Any]]:
    places = {
        one.source: (document, number)
        for document, reading in enumerate(readings)
        for number, one in enumerate(reading.observations)
    }
    for charts in zip(*(charts_that_fit(readings, language=language) for language in _LANGUAGES), strict=True):
        yield {chart.language: _plain(chart, places) for chart in charts}


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
