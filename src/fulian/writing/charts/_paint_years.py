"""Draws a figure over years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from fulian.writing._speech import Speech
from fulian.writing.charts._numbers import Value
from fulian.writing.charts._paint_rows import number, ticks
from fulian.writing.charts._shapes import dot, gap, hedge_keys, plot_keys
from fulian.writing.charts._sheet import ACTUAL, BLANK, GRID, INK, MUTED, TARGET, WIDTH, Sheet, box, em, write
from fulian.writing.charts._spec import Point, Years

__all__ = ["paint_years"]

_HEIGHT, _BELOW, _ABOVE = 330, 26, 34


def paint_years(spec: Years, say: Speech, title: str, subtitle: str, footers: Sequence[str]) -> Figure:
    """Draw years on a sheet."""
    values = [value for point in spec.points for value in (point.actual, point.target)]
    keys = plot_keys(
        say,
        actual=any(point.actual for point in spec.points),
        target=any(point.target for point in spec.points),
        missing=any(point.missing is not None for point in spec.points),
        dots=True,
    )
    marks, low, high = ticks([value for value in values if value])
    left = 24 + max(em(number(mark)) for mark in marks) * 11 + 10
    sheet = Sheet(
        title=title,
        subtitle=subtitle,
        keys=[*keys, *hedge_keys(say, values, dots=True)],
        footers=footers,
        height=_HEIGHT,
        left=left,
        right=28,
    )
    figure, _, plot = sheet.plot()
    per_point = (high - low) / (_HEIGHT - _BELOW - _ABOVE)
    bottom, top = low - _BELOW * per_point, high + _ABOVE * per_point
    first, last = spec.points[0].year, spec.points[-1].year
    plot.set_xlim(first - 0.5, last + 0.5)
    plot.set_ylim(bottom, top)
    for mark in marks:
        colour = MUTED if mark == 0 else GRID
        plot.plot([first - 0.5, last + 0.5], [mark, mark], color=colour, linewidth=1, zorder=1, clip_on=False)
        write(plot, first - 0.5, mark, number(mark), 11, colour=MUTED, align="right", shift=(-8, -4))
    write(plot, first - 0.5, high, spec.axis, 11, colour=MUTED, align="left", shift=(-left + 24, 16))
    slot = (WIDTH - sheet.left - sheet.right) / len(spec.points)
    _line(plot, [(point.year, point.actual) for point in spec.points])
    for point in spec.points:
        _point(plot, point, (low, high), slot, say)
    return figure


def _line(plot: Axes, points: Sequence[tuple[int, Value | None]]) -> None:
    """Join neighbours only: a year without a figure breaks the line."""
    for (year, one), (following, other) in pairwise(points):
        if one and other:
            middle = [(value.low + value.high) / 2 for value in (one, other)]
            plot.plot([year, following], middle, color=ACTUAL, linewidth=2.4, zorder=3, clip_on=False)


def _point(plot: Axes, point: Point, ends: tuple[float, float], slot: float, say: Speech) -> None:
    low, high = ends
    every = max(1, round(46 / slot))
    if point.missing is not None:
        width = min(0.62, 70 / slot)
        gap(plot, point.year - width / 2, low, width, high - low, point.missing)
        if slot >= 46:
            blank = box(plot, point.year - width * 0.47, low, width * 0.94, (high - low) * 0.09, facecolor=BLANK)
            blank.set_zorder(2)
            write(plot, point.year, low, say("no figure", "无数据"), 11, colour=MUTED, align="center", shift=(0, 8))
    if point.year % every == 0:
        write(plot, point.year, low, str(point.year), 12, colour=INK, align="center", shift=(0, -18))
    if point.target:
        dot(plot, point.target, point.year, colour=TARGET, upright=True)
    if point.actual:
        dot(plot, point.actual, point.year, colour=ACTUAL, upright=True)
    if slot < 46:  # no room for numbers; the description has them
        return
    over = point.target is not None and point.actual is not None and point.target.high > point.actual.high
    for value, colour, above in ((point.actual, INK, not over), (point.target, TARGET, over or not point.actual)):
        if value:
            lift = 20 if value.qualifier.value == "over" else 12
            drop = -32 if value.qualifier.value == "under" else -22
            place = value.high if above else value.low
            shift = (0, lift if above else drop)
            write(plot, point.year, place, value.text, 12.5, colour=colour, align="center", shift=shift)
