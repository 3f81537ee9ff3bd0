"""Draws charts with matplotlib, always with the same settings whatever the user's own are."""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from fulian.text.wrapping import one_line
from fulian.writing._speech import Speech
from fulian.writing.charts._fonts import STACK, find_font
from fulian.writing.charts._paint_areas import paint_areas
from fulian.writing.charts._paint_rows import paint_rows
from fulian.writing.charts._paint_tiles import paint_tiles
from fulian.writing.charts._paint_years import paint_years
from fulian.writing.charts._sheet import MOST_SOURCES, clean
from fulian.writing.charts._spec import Areas, Rows, Spec, Years
from fulian.writing.charts._svg import to_page_svg
from fulian.writing.charts.chart import Chart

__all__ = ["draw_png", "draw_svg"]

_LATIN = "DejaVu Sans"  # comes with matplotlib
_SETTINGS = {
    "text.parse_math": False,  # a $ in a name is a $
    "svg.fonttype": "none",
    "svg.hashsalt": "fulian",
    "hatch.linewidth": 1.1,
    "path.simplify": False,
}
_KEPT = frozenset(("backend", "backend_fallback", "interactive", "toolbar", "timezone"))
# The settings of matplotlib are those of the whole process.
_lock = threading.Lock()


@contextmanager
def _settings(*families: str) -> Iterator[None]:
    plain: dict[Any, Any] = {name: value for name, value in mpl.rcParamsDefault.items() if name not in _KEPT}
    with _lock, warnings.catch_warnings(), mpl.rc_context():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        mpl.rcParams.update(plain | _SETTINGS | {"font.family": list(families)})
        yield


def _paint(chart: Chart, spec: Spec) -> Figure:
    say = Speech(chart.language)
    footers = [*chart.notes, *_sources(chart, say)]
    if isinstance(spec, Rows):
        return paint_rows(spec, say, chart.title, chart.subtitle, footers)
    if isinstance(spec, Years):
        return paint_years(spec, say, chart.title, chart.subtitle, footers)
    if isinstance(spec, Areas):
        return paint_areas(spec, say, chart.title, chart.subtitle, footers)
    return paint_tiles(spec, say, chart.title, chart.subtitle, footers)


def _sources(chart: Chart, say: Speech) -> list[str]:
    if not chart.sources:
        return []
    named = say("; ", "；").join(chart.sources[:MOST_SOURCES])
    count = len(chart.sources)
    if count > MOST_SOURCES:
        named += say(f" and {count - MOST_SOURCES} more", f"等{count}份文件")
    return [say("Source: ", "资料来源：") + named]


def draw_svg(chart: Chart, spec: Spec) -> str:
    """Draw a chart as SVG."""
    drawn = io.StringIO()
    with _settings(_LATIN):
        _paint(chart, spec).savefig(drawn, format="svg", metadata={"Date": None})
    marks = {}
    for number, mark in enumerate(chart.marks):
        data = {"data-mark": str(number)}
        if mark.observation:
            source = mark.observation.source
            data |= {
                "data-document": clean(source.document_id),
                "data-start": str(source.start),
                "data-end": str(source.end),
            }
        marks[f"mark-{number}"] = (clean(f"{mark.row} {mark.text}"), data)
    fonts = ", ".join([*(f"'{family}'" for family in STACK), "sans-serif"])
    return to_page_svg(
        drawn.getvalue(), fonts=fonts, title=clean(chart.title), description=clean(chart.description), marks=marks
    )


def draw_png(chart: Chart, spec: Spec, *, scale: float, font: str | None) -> bytes:
    """Draw a chart as PNG."""
    drawn = io.BytesIO()
    with _settings(find_font(font), _LATIN):
        words = {"Software": None, "Title": one_line(clean(chart.title))}
        _paint(chart, spec).savefig(drawn, format="png", dpi=72 * scale, metadata=words)
    return drawn.getvalue()
