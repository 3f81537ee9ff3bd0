"""``fulian chart``: a chart of what documents say, as a picture in a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from fulian.errors import DataError, Fault
from fulian.model.reading import Reading
from fulian.writing.charts import Chart, areas_chart, cities_chart, targets_chart, tiles_chart, years_chart

__all__ = ["KINDS", "make", "misplaced"]

KINDS: dict[str, tuple[Callable[..., Chart], tuple[str, ...]]] = {
    "cities": (cities_chart, ("figure", "year", "unit", "province")),
    "years": (years_chart, ("figure", "organization", "unit")),
    "targets": (targets_chart, ("figure", "year", "unit")),
    "areas": (areas_chart, ()),
    "tiles": (tiles_chart, ("figure", "year", "unit", "province", "planned")),
}
"""Each kind of chart: what makes it, and the options that it takes besides title and language."""


def misplaced(kind: str, options: dict[str, Any]) -> list[str]:
    """Name the options that were given and that this kind of chart has no use for."""
    return [name for name, value in options.items() if value not in (None, False) and name not in KINDS[kind][1]]


def make(kind: str, readings: Sequence[Reading], options: dict[str, Any]) -> Chart:
    """Make a chart.

    Raises:
        DataError: There is nothing to show, or what is there does not fit together; a fault that an option would mend
            names the option.
    """
    given = {name: value for name, value in options.items() if value not in (None, False)}
    if kind in ("cities", "years", "tiles"):
        given.setdefault("figure", "")  # the error names figures that there are
    try:
        return KINDS[kind][0](readings, **given)
    except DataError as error:
        named = [
            Fault(path=f"--{one.path}", expected=one.expected, value=one.value) if one.path in KINDS[kind][1] else one
            for one in error.faults
        ]
        raise DataError(named) from error
