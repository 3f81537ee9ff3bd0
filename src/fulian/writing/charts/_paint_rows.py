"""Draws rows of bars, and rows of paired points."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from fulian.writing._speech import Speech
from fulian.writing.charts._numbers import Value, plain
from fulian.writing.charts._shapes import bar, dot, gap, hedge_keys, line_across, plot_keys
from fulian.writing.charts._sheet import ACTUAL, GRID, INK, MISSING, MUTED, TARGET, WIDTH, Sheet, clip, em, write
from fulian.writing.charts._spec import Row, Rows

__all__ = ["paint_rows", "ticks"]

_STEP, _SIZE = 29, 13
_GUTTER, _LEAST = 260, 160  # the widest that names may be, the narrowest that the plot may be
_BELOW = 40


def paint_rows(spec: Rows, say: Speech, title: str, subtitle: str, footers: Sequence[str]) -> Figure:
    """Draw rows on a sheet."""
    values = [value for row in spec.rows for value in (row.actual, row.target)]
    dots = spec.paired
    keys = plot_keys(
        say,
        actual=any(row.actual for row in spec.rows),
        target=any(row.target for row in spec.rows),
        missing=any(row.missing is not None for row in spec.rows),
        dots=dots,
    )
    columns = _Columns.of(spec.rows, say)
    gutter = min(_GUTTER, WIDTH - 48 - columns.width - _LEAST)
    names = [clip(row.name + (f"（{row.note}）" if row.note else ""), _SIZE, gutter) for row in spec.rows]
    left = 24 + max(em(name) for name in names) * _SIZE + 12
    height = 26 + _STEP * len(spec.rows) + _BELOW
    sheet = Sheet(
        title=title,
        subtitle=subtitle,
        keys=[*keys, *hedge_keys(say, values, dots=dots)],
        footers=footers,
        height=height,
        left=left,
        right=24 + columns.width,
    )
    figure, _, plot = sheet.plot()
    room = WIDTH - sheet.left - sheet.right
    marks, low, high = ticks([value for value in values if value], spec.reference, most=int(room / 60))
    plot.set_xlim(low, high)
    plot.set_ylim(height, 0)
    bottom = height - _BELOW
    _axis(plot, marks, bottom, spec)
    columns.heads(plot, high)
    point = (high - low) / room
    for at, (row, name) in enumerate(zip(spec.rows, names, strict=True)):
        y = 26 + _STEP * (at + 0.5)
        write(plot, low, y, name, _SIZE, align="right", shift=(-10, -_SIZE * 0.36))
        (_pair if dots else _bars)(plot, row, y, point)
        columns.row(plot, high, y, row)
    return figure


def _bars(plot: Axes, row: Row, y: float, point: float) -> None:
    if row.missing is not None:
        gap(plot, 0, y - 7.5, 40 * point, 15, row.missing)
    if row.actual:
        bar(plot, row.actual, y, point=point)
    if row.target:
        line_across(plot, row.target, y)


def _pair(plot: Axes, row: Row, y: float, point: float) -> None:
    if row.missing is not None:
        gap(plot, 0, y - 6, 40 * point, 12, row.missing)
    if row.actual and row.target:
        plot.plot([row.actual.high, row.target.low], [y, y], color=MISSING, linewidth=2, zorder=2, clip_on=False)
    if row.target:
        dot(plot, row.target, y, colour=TARGET)
    if row.actual:
        dot(plot, row.actual, y, colour=ACTUAL)


def _axis(plot: Axes, marks: Sequence[float], bottom: float, spec: Rows) -> None:
    for x in marks:
        strong = x in (0, spec.reference)
        plot.plot([x, x], [20, bottom], color=MUTED if strong else GRID, linewidth=1, zorder=1, clip_on=False)
        write(plot, x, bottom, number(x), 11, colour=MUTED, align="center", shift=(0, -14))
    if spec.axis:
        write(plot, marks[-1], bottom, spec.axis, 12, colour=MUTED, align="center", shift=(0, -30))


def number(x: float) -> str:
    """Print a place on an axis."""
    from decimal import Decimal  # noqa: PLC0415

    return plain(Decimal(repr(round(x, 6))))


def ticks(
    values: Sequence[Value], reference: float | None = None, *, most: int = 6
) -> tuple[list[float], float, float]:
    """Choose the places that an axis names, zero among them, and its two ends."""
    least = min([0.0, *(value.low for value in values)])
    longest = max([0.0, *(value.high for value in values), reference or 0.0]) or 1.0
    locator = MaxNLocator(nbins=max(2, min(most, 6)), steps=[1, 2, 2.5, 5, 10])
    marks = [float(x) for x in locator.tick_values(least, longest * 1.001)]
    # The axis ends a little behind the longest bar, not at the next round number.
    end = longest + (longest - least) * 0.04
    marks = [mark for mark in marks if mark <= end]
    return marks, marks[0], end


class _Columns:
    """The numbers at the right of the rows: what was done, what was planned."""

    def __init__(self, actual: float, target: float, say: Speech) -> None:
        self.actual, self.target, self.say = actual, target, say
        self.width = (actual + 14 if actual else 0) + (target + 14 if target else 0)

    @classmethod
    def of(cls, rows: Sequence[Row], say: Speech) -> _Columns:
        """Measure them."""
        missing = say("no figure", "无数据")
        done = [row.actual.text if row.actual else missing if row.missing is not None else "" for row in rows]
        planned = [row.target.text for row in rows if row.target]
        wide = [max((em(text) * _SIZE for text in texts), default=0) for texts in (done, planned)]
        heads = [em(say("done", "实际")) * 11, em(say("planned", "计划")) * 11]
        actual, target = (max(text, head) if text else 0 for text, head in zip(wide, heads, strict=True))
        return cls(actual, target, say)

    def heads(self, plot: Axes, x: float) -> None:
        """Write what stands in them."""
        if self.actual and self.target:
            self._write(plot, x, 14, self.say("done", "实际"), self.say("planned", "计划"), 11)

    def row(self, plot: Axes, x: float, y: float, row: Row) -> None:
        """Write the numbers of a row."""
        missing = self.say("no figure", "无数据") if row.missing is not None else ""
        self._write(
            plot, x, y, row.actual.text if row.actual else missing, row.target.text if row.target else "", _SIZE
        )

    def _write(self, plot: Axes, x: float, y: float, done: str, planned: str, size: float) -> None:
        drop = -size * 0.36
        grey = not any(char.isdigit() for char in done)
        if done:
            shift = (14 + self.actual, drop)
            write(plot, x, y, done, size, colour=MUTED if grey else INK, align="right", shift=shift)
        if planned:
            shift = ((14 + self.actual if self.actual else 0) + 14 + self.target, drop)
            write(plot, x, y, planned, size, colour=TARGET, align="right", shift=shift)
