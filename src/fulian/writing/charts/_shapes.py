"""How a number is drawn: exact, about, over, under, between two, or missing. The same in every chart and its key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from matplotlib.axes import Axes
from matplotlib.transforms import offset_copy

from fulian.values.quantity import Qualifier
from fulian.writing._speech import Speech
from fulian.writing.charts._numbers import Value
from fulian.writing.charts._sheet import (
    ACTUAL,
    ACTUAL_LIGHT,
    BLANK,
    GRID,
    MISSING,
    MUTED,
    PAPER,
    TARGET,
    TARGET_LIGHT,
    Key,
    box,
)

__all__ = ["arrow", "bar", "dot", "gap", "hedge_keys", "line_across", "plot_keys"]

_LIGHT: dict[str, Any] = {"facecolor": ACTUAL_LIGHT, "edgecolor": ACTUAL, "linewidth": 1.2}
_OPEN: dict[str, Any] = {"facecolor": PAPER, "edgecolor": ACTUAL, "hatch": "/////", "linewidth": 1.2}


def arrow(axes: Axes, x: float, y: float, where: str, colour: str, *, away: float = 8, mark: int | None = None) -> None:
    """Draw an open arrow head, so many points away from a place: ``>``, ``<``, ``^`` or ``v``."""
    across, up = {">": (away, 0), "<": (-away, 0), "^": (0, away), "v": (0, -away)}[where]
    moved = offset_copy(axes.transData, axes.get_figure(root=True), across, up, units="points")
    [head] = axes.plot(
        [x], [y], marker=where, markersize=6.5, markerfacecolor=PAPER, markeredgecolor=colour, markeredgewidth=1.3,
        linestyle="none", transform=moved, clip_on=False, zorder=5,
    )  # fmt: skip
    _name(head, mark)


def bar(axes: Axes, value: Value, y: float, *, thick: float = 15, point: float = 1) -> None:
    """Draw a bar from zero.

    Args:
        axes: Where; down in points.
        value: How far, and how sure.
        y: Its middle.
        thick: How thick it is, in points.
        point: How much one point is on the axis.
    """
    top = y - thick / 2

    def piece(begin: float, end: float, **look: Any) -> None:
        _name(box(axes, begin, top, end - begin, thick, **look), value.mark)

    if value.qualifier is Qualifier.ABOUT:
        piece(0, value.high, **_LIGHT)
        return
    if value.qualifier is Qualifier.UNDER:
        begin = max(0.0, value.high - 16 * point)
        piece(0, begin, facecolor=ACTUAL)
        piece(begin, value.high, **_OPEN)
        return
    piece(0, value.low, facecolor=ACTUAL)
    if value.is_range:
        piece(value.low, value.high, **_LIGHT)
    if value.qualifier is Qualifier.OVER:
        arrow(axes, value.high, y, ">", ACTUAL, mark=value.mark)


def line_across(axes: Axes, value: Value, y: float, *, tall: float = 23) -> None:
    """Draw what was planned as a line across a row."""
    if value.is_range:
        _name(box(axes, value.low, y - 3, value.high - value.low, 6, facecolor=TARGET, alpha=0.4, zorder=4), value.mark)
    for x in {value.low, value.high}:
        style = (0, (1.2, 0.9)) if value.qualifier is Qualifier.ABOUT else "solid"
        [line] = axes.plot(
            [x, x], [y - tall / 2, y + tall / 2], color=TARGET, linewidth=2.6, linestyle=style,
            solid_capstyle="butt", dash_capstyle="butt", clip_on=False, zorder=4,
        )  # fmt: skip
        _name(line, value.mark)
    if value.qualifier in (Qualifier.OVER, Qualifier.UNDER):
        over = value.qualifier is Qualifier.OVER
        arrow(axes, value.high if over else value.low, y, ">" if over else "<", TARGET, away=6, mark=value.mark)


def dot(axes: Axes, value: Value, along: float, *, colour: str, upright: bool = False) -> None:
    """Draw a point: to the right on a row, or upright over a year."""

    def place(number: float) -> tuple[float, float]:
        return (along, number) if upright else (number, along)

    light = {ACTUAL: ACTUAL_LIGHT, TARGET: TARGET_LIGHT}.get(colour, GRID)
    full = PAPER if colour == TARGET else colour
    if value.is_range:
        (x0, y0), (x1, y1) = place(value.low), place(value.high)
        [span] = axes.plot(
            [x0, x1], [y0, y1], color=light, linewidth=9, solid_capstyle="butt", clip_on=False, zorder=3.5
        )
        _name(span, value.mark)
    for number in sorted({value.low, value.high}):
        x, y = place(number)
        [point] = axes.plot(
            [x], [y], marker="o", markersize=11 if colour == TARGET else 8.5, linestyle="none",
            markeredgecolor=colour, markeredgewidth=2 if colour == TARGET else 1.6,
            markerfacecolor=light if value.qualifier is Qualifier.ABOUT else full, clip_on=False, zorder=4,
        )  # fmt: skip
        _name(point, value.mark)
    if value.qualifier in (Qualifier.OVER, Qualifier.UNDER):
        over = value.qualifier is Qualifier.OVER
        where = ("^" if over else "v") if upright else (">" if over else "<")
        x, y = place(value.high if over else value.low)
        arrow(axes, x, y, where, colour, away=10, mark=value.mark)


def gap(axes: Axes, x: float, y: float, width: float, height: float, mark: int | None = None) -> None:
    """Draw the place where a figure is missing."""
    patch = box(axes, x, y, width, height, facecolor=BLANK, edgecolor=MISSING, hatch="////", linewidth=0)
    _name(patch, mark)


def _name(artist: Any, mark: int | None) -> None:
    if mark is not None:
        artist.set_gid(f"mark-{mark}")


# -------------------------------------------------------------------- the key


def plot_keys(say: Speech, *, actual: bool, target: bool, missing: bool, dots: bool = False) -> list[Key]:
    """Give the entries of the key for what was done, what was planned and what is missing."""
    keys: list[Key] = []
    if actual:
        keys.append((say("done", "实际"), lambda axes, x, y: _sample(axes, x, y, Qualifier.EXACT, dots=dots)))
    if target and dots:
        keys.append((say("planned", "计划"), lambda axes, x, y: dot(axes, _value(x + 11), y, colour=TARGET)))
    elif target:
        keys.append((say("planned", "计划"), lambda axes, x, y: line_across(axes, _value(x + 11), y, tall=15)))
    if missing:
        keys.append((say("no figure", "无数据"), lambda axes, x, y: gap(axes, x, y - 6, 22, 12)))
    return keys


def hedge_keys(say: Speech, values: Iterable[Value | None], *, dots: bool = False) -> list[Key]:
    """Give the entries of the key for hedges and ranges that occur."""
    shown = [value for value in values if value]
    words = {
        Qualifier.ABOUT: say("about (~)", "约数"),
        Qualifier.OVER: say("at least this (≥)", "至少此数"),
        Qualifier.UNDER: say("at most this (≤)", "至多此数"),
    }
    keys: list[Key] = [
        (text, lambda axes, x, y, one=qualifier: _sample(axes, x, y, one, dots=dots))  # type: ignore[misc]
        for qualifier, text in words.items()
        if any(value.qualifier is qualifier for value in shown)
    ]
    if any(value.is_range for value in shown):
        keys.append((say("between two numbers", "区间"), lambda axes, x, y: _range_sample(axes, x, y, dots=dots)))
    return keys


def _sample(axes: Axes, x: float, y: float, qualifier: Qualifier, *, dots: bool) -> None:
    """A bar or a dot as in the plot; bars begin at zero, so that a key's bar is drawn by hand."""
    if dots:
        dot(
            axes,
            _value(x + (16 if qualifier is Qualifier.UNDER else 8), qualifier),
            y,
            colour=MUTED if qualifier is not Qualifier.EXACT else ACTUAL,
        )
        return
    if qualifier is Qualifier.ABOUT:
        box(axes, x, y - 6, 22, 12, **_LIGHT)
        return
    box(axes, x, y - 6, 22 if qualifier is Qualifier.EXACT else 10, 12, facecolor=ACTUAL)
    if qualifier is Qualifier.OVER:
        arrow(axes, x + 10, y, ">", ACTUAL)
    elif qualifier is Qualifier.UNDER:
        box(axes, x + 10, y - 6, 12, 12, **_OPEN)


def _range_sample(axes: Axes, x: float, y: float, *, dots: bool) -> None:
    if dots:
        dot(axes, Value(low=x + 3, high=x + 19, qualifier=Qualifier.EXACT, text="", mark=0), y, colour=MUTED)
        return
    box(axes, x, y - 6, 8, 12, facecolor=ACTUAL)
    box(axes, x + 8, y - 6, 14, 12, **_LIGHT)


def _value(x: float, qualifier: Qualifier = Qualifier.EXACT) -> Value:
    return Value(low=x, high=x, qualifier=qualifier, text="", mark=-1)
