"""Draws a map of tiles, with its classes beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Polygon
from matplotlib.ticker import MaxNLocator

from fulian.values.quantity import Qualifier
from fulian.writing._speech import Speech
from fulian.writing.charts._numbers import Value
from fulian.writing.charts._paint_rows import number
from fulian.writing.charts._shapes import arrow, gap
from fulian.writing.charts._sheet import BLANK, INK, MUTED, PAPER, WIDTH, Sheet, box, clip, write
from fulian.writing.charts._spec import Cell, Tiles

__all__ = ["CLASSES", "contrast", "paint_tiles", "text_colour"]

CLASSES = ("#e2edf4", "#b5d0e1", "#7facc8", "#3a759c", "#14507c")
"""One hue from light to dark: the order is seen in grey and with every kind of colour blindness."""

_TILE, _GAP = 108, 6
_DASHES = (0, (3, 2.4))


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light = sorted((_luminance(one), _luminance(other)))
    return (light[1] + 0.05) / (light[0] + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_colour(ground: str) -> str:
    """Give the colour of text that stands out more from a ground."""
    return max((INK, PAPER), key=lambda colour: contrast(colour, ground))


def paint_tiles(spec: Tiles, say: Speech, title: str, subtitle: str, footers: Sequence[str]) -> Figure:
    """Draw tiles on a sheet."""
    columns = max(cell.column for cell in spec.cells) + 1
    rows = max(cell.row for cell in spec.cells) + 1
    side = min(_TILE, (WIDTH - 48 - 190) / columns - _GAP)
    height = rows * (side + _GAP) - _GAP + 10
    sheet = Sheet(title=title, subtitle=subtitle, keys=(), footers=footers, height=height, left=24, right=24)
    figure, _, plot = sheet.plot()
    plot.set_xlim(0, WIDTH - 48)
    plot.set_ylim(height, 0)
    values = [cell.value for cell in spec.cells if cell.value]
    breaks = _breaks(values)
    for cell in spec.cells:
        x, y = cell.column * (side + _GAP), cell.row * (side + _GAP)
        _tile(plot, cell, (x, y), side, breaks, say)
    _key(plot, spec, columns * (side + _GAP) + 26, breaks, say)
    return figure


def _breaks(values: Sequence[Value]) -> list[float]:
    """Choose round numbers between the classes, at most four."""
    low, high = min(value.low for value in values), max(value.high for value in values)
    if low == high:
        return []
    inner = [float(x) for x in MaxNLocator(nbins=5, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)]
    return [x for x in inner if low < x <= high][: len(CLASSES) - 1]


def _colour(value: float, breaks: Sequence[float]) -> str:
    place = bisect_right(breaks, value)
    # Fewer classes are spread over the whole range, so that the most is always the darkest.
    return CLASSES[round(place * (len(CLASSES) - 1) / len(breaks))] if breaks else CLASSES[2]


def _tile(
    plot: Axes, cell: Cell, place: tuple[float, float], side: float, breaks: Sequence[float], say: Speech
) -> None:
    x, y = place
    middle, name, under = x + side / 2, y + side / 2 - 2, y + side / 2 + 18
    if cell.value is None:
        gap(plot, x, y, side, side, cell.mark)
        box(plot, x + 8, name - 20, side - 16, 46, facecolor=BLANK, zorder=2)
        write(plot, middle, name, clip(cell.name, 15, side - 12), 15, align="center", weight="bold")
        write(plot, middle, under, say("no figure", "无数据"), 12, colour=MUTED, align="center")
        return
    ground = _colour(cell.value.low, breaks)
    box(plot, x, y, side, side, facecolor=ground).set_gid(f"mark-{cell.mark}")
    ink = text_colour(ground)
    if cell.value.is_range:
        _corner(plot, x + side, y, 26, _colour(cell.value.high, breaks))
    if cell.value.qualifier is Qualifier.ABOUT:
        box(plot, x + 4, y + 4, side - 8, side - 8, fill=False, edgecolor=ink, linewidth=1.2, linestyle=_DASHES)
    elif cell.value.qualifier in (Qualifier.OVER, Qualifier.UNDER):
        arrow(plot, x + side - 13, y + 13, "^" if cell.value.qualifier is Qualifier.OVER else "v", INK, away=0)
    write(plot, middle, name, clip(cell.name, 15, side - 12), 15, colour=ink, align="center", weight="bold")
    write(plot, middle, under, clip(cell.value.text, 13, side - 8), 13, colour=ink, align="center")


def _corner(plot: Axes, x: float, y: float, size: float, colour: str) -> None:
    """Fold the upper right corner over, to show the upper end of a range."""
    plot.add_patch(Polygon([(x, y), (x, y + size), (x - size, y)], facecolor=colour, edgecolor=PAPER, linewidth=1.2))


def _key(plot: Axes, spec: Tiles, x: float, breaks: Sequence[float], say: Speech) -> None:
    """Draw the classes with their bounds, and what else the tiles use."""
    y = 0.0
    write(plot, x, y + 11, spec.axis, 12, colour=MUTED)
    y += 22
    bounds = [None, *breaks, None]
    for at in range(len(breaks), -1, -1):
        low, high = bounds[at], bounds[at + 1]
        ground = _colour(low if low is not None else float("-inf"), breaks)
        box(plot, x, y, 26, 18, facecolor=ground)
        if low is None:
            words = say(f"below {number(high)}", f"不足{number(high)}") if high is not None else say("all", "全部")
        else:
            words = (
                say(f"{number(low)} and more", f"{number(low)}及以上")
                if high is None
                else f"{number(low)}–{number(high)}"
            )
        write(plot, x + 34, y + 13.5, words, 12, colour=MUTED)
        y += 22
    values = [cell.value for cell in spec.cells if cell.value]
    y += 8
    for qualifier, words in (
        (Qualifier.ABOUT, say("about (~)", "约数")),
        (Qualifier.OVER, say("at least this (≥)", "至少此数")),
        (Qualifier.UNDER, say("at most this (≤)", "至多此数")),
    ):
        if any(value.qualifier is qualifier for value in values):
            box(plot, x, y, 26, 18, facecolor=CLASSES[1])
            if qualifier is Qualifier.ABOUT:
                box(plot, x + 2.5, y + 2.5, 21, 13, fill=False, edgecolor=INK, linewidth=1.1, linestyle=_DASHES)
            else:
                arrow(plot, x + 13, y + 9, "^" if qualifier is Qualifier.OVER else "v", INK, away=0)
            write(plot, x + 34, y + 13.5, words, 12, colour=MUTED)
            y += 22
    if any(value.is_range for value in values):
        box(plot, x, y, 26, 18, facecolor=CLASSES[1])
        _corner(plot, x + 26, y, 13, CLASSES[3])
        write(plot, x + 34, y + 13.5, say("up to (corner)", "区间，角上为上限"), 12, colour=MUTED)
        y += 22
    if any(cell.value is None for cell in spec.cells):
        gap(plot, x, y, 26, 18)
        write(plot, x + 34, y + 13.5, say("no figure", "无数据"), 12, colour=MUTED)
