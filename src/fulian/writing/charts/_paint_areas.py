"""Draws the areas of a plan: tasks and figures side by side, on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from fulian.writing._speech import Speech
from fulian.writing.charts._sheet import ACTUAL, INK, MUTED, Sheet, box, clip, em, write
from fulian.writing.charts._spec import Areas

__all__ = ["paint_areas"]

_STEP, _SIZE = 30, 13
_FIGURES = "#5f7f8f"


def paint_areas(spec: Areas, say: Speech, title: str, subtitle: str, footers: Sequence[str]) -> Figure:
    """Draw areas on a sheet."""
    names = [clip(row.name, _SIZE, 220) for row in spec.rows]
    height = 30 + _STEP * len(spec.rows)
    left = 24 + max(em(name) for name in names) * _SIZE + 12
    sheet = Sheet(title=title, subtitle=subtitle, keys=(), footers=footers, height=height, left=left, right=24)
    figure, _, plot = sheet.plot()
    most = max(max(row.tasks, row.figures) for row in spec.rows)
    second = most * 1.18  # where the second panel begins, on the scale of both
    plot.set_xlim(0, second * 2)
    plot.set_ylim(height, 0)
    panels = ((0.0, say("tasks", "任务（项）"), ACTUAL), (second, say("figures set", "数字（个）"), _FIGURES))
    for begin, head, _ in panels:
        write(plot, begin, 16, head, 12, colour=MUTED)
        plot.plot([begin, begin], [24, height], color=MUTED, linewidth=1, zorder=1, clip_on=False)
    for at, (row, name) in enumerate(zip(spec.rows, names, strict=True)):
        y = 30 + _STEP * (at + 0.5)
        write(plot, 0, y, name, _SIZE, align="right", shift=(-10, -_SIZE * 0.36))
        for (begin, _, colour), count in zip(panels, (row.tasks, row.figures), strict=True):
            patch = box(plot, begin, y - 8, count, 16, facecolor=colour)
            patch.set_gid(f"mark-{row.mark}")
            grey = MUTED if count == 0 else INK
            write(plot, begin + count, y, str(count), _SIZE, colour=grey, shift=(6, -_SIZE * 0.36))
    return figure
