"""The sheet a chart is drawn on: heading, key, room for the plot, notes and sources, all measured in points.

Widths are counted from the characters, not from a font, so that a sheet is laid out alike on every machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import attrs
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from fulian.text.wrapping import break_offsets, one_line

__all__ = [
    "ACTUAL",
    "ACTUAL_LIGHT",
    "BLANK",
    "GRID",
    "INK",
    "MISSING",
    "MOST_SOURCES",
    "MUTED",
    "PAPER",
    "TARGET",
    "TARGET_LIGHT",
    "WIDTH",
    "Key",
    "Sheet",
    "box",
    "clean",
    "clip",
    "em",
    "write",
]

# Blue and vermilion are told apart with every kind of colour blindness, and in grey by their lightness.
PAPER, INK, MUTED, GRID = "#ffffff", "#18232e", "#56626e", "#e1e6ea"
ACTUAL, ACTUAL_LIGHT = "#1f6693", "#9fc3da"
TARGET, TARGET_LIGHT = "#bf4a14", "#f0c3ab"
MISSING, BLANK = "#8b95a0", "#f5f6f7"

WIDTH = 720
_MARGIN = 24
_NOT_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_TITLE, _SUBTITLE, _KEY, _SMALL = 20, 13, 12, 11
MOST_SOURCES = 4

Key = tuple[str, Callable[[Axes, float, float], Any]]
"""An entry of the key: its words, and what draws its sample at a place."""


def em(text: str) -> float:
    """How wide a text is, in widths of a Chinese character: no less than it is in the fonts that are asked for."""
    return sum(_wide(char) for char in text)


def _wide(char: str) -> float:
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF" or char in "“”‘’…—–·@":
        return 1
    if char in "mwMW%":
        return 0.97
    if char in "il.,:;'|!()[] ":
        return 0.38
    return 0.78 if char.isupper() or char == "&" else 0.64


def clip(text: str, size: float, width: float) -> str:
    """Cut a text to a width in points; … says that there was more."""
    text = clean(text)
    if em(text) * size <= width:
        return text
    kept = ""
    for char in text:
        if em(kept + char) * size > width - size:
            break
        kept += char
    return f"{kept.rstrip()}…"


def clean(text: str) -> str:
    """Make text fit for a picture: one line, and nothing that an SVG may not hold."""
    return _NOT_XML.sub("\ufffd", one_line(text))


def wrapped(text: str, size: float, width: float) -> list[str]:
    """Break a text into lines of a width in points."""
    text = clean(text)
    offsets = [0, *break_offsets(text, width / size, em), len(text)]
    lines = [text[begin:end].strip() for begin, end in pairwise(offsets)]
    return [line for line in lines if line]


@attrs.frozen(kw_only=True)
class Sheet:
    """A sheet with its words; `plot` gives the room between them."""

    title: str
    subtitle: str
    keys: Sequence[Key]
    footers: Sequence[str]
    height: float
    left: float
    right: float

    def plot(self) -> tuple[Figure, Axes, Axes]:
        """Lay the sheet out.

        Returns:
            The figure; the paper, in points from its upper left corner; and the plot, whose sides are the sheet's
            `left` and `right` and which is `height` high.
        """
        room = WIDTH - 2 * _MARGIN
        title = wrapped(self.title, _TITLE, room)
        subtitle = wrapped(self.subtitle, _SUBTITLE, room)
        footer = [line for text in self.footers for line in wrapped(text, _SMALL, room)]
        rows = self._key_rows(room)
        top = _MARGIN + 27 * len(title) + 20 * len(subtitle) + 4
        under_keys = top + 22 * len(rows) + (10 if rows else 4)
        total = under_keys + self.height + (14 if footer else 0) + 16 * len(footer) + 14
        figure = Figure(figsize=(WIDTH / 72, total / 72), dpi=72, facecolor=PAPER)
        paper = figure.add_axes((0, 0, 1, 1))
        paper.set_axis_off()
        paper.set_xlim(0, WIDTH)
        paper.set_ylim(total, 0)
        for at, line in enumerate(title):
            write(paper, _MARGIN, _MARGIN + 16 + 27 * at, line, _TITLE, weight="bold")
        for at, line in enumerate(subtitle):
            write(paper, _MARGIN, _MARGIN + 27 * len(title) + 11 + 20 * at, line, _SUBTITLE, colour=MUTED)
        for at, row in enumerate(rows):
            for x, (words, draw) in row:
                draw(paper, x, top + 22 * at + 8)
                write(paper, x + 30, top + 22 * at + 12, words, _KEY, colour=MUTED)
        for at, line in enumerate(footer):
            write(paper, _MARGIN, under_keys + self.height + 24 + 16 * at, line, _SMALL, colour=MUTED)
        plot = figure.add_axes(
            (
                self.left / WIDTH,
                1 - (under_keys + self.height) / total,
                (WIDTH - self.left - self.right) / WIDTH,
                self.height / total,
            )
        )
        plot.set_facecolor("none")
        plot.tick_params(length=0, labelbottom=False, labelleft=False)
        for side in plot.spines.values():
            side.set_visible(False)
        return figure, paper, plot

    def _key_rows(self, room: float) -> list[list[tuple[float, Key]]]:
        rows: list[list[tuple[float, Key]]] = []
        x = room + 1.0
        for key in self.keys:
            wide = 30 + em(key[0]) * _KEY + 18
            if x + wide - 18 > room:
                rows.append([])
                x = 0
            rows[-1].append((_MARGIN + x, key))
            x += wide
        return rows


def write(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    size: float,
    *,
    colour: str = INK,
    align: str = "left",
    weight: str = "normal",
    shift: tuple[float, float] = (0, 0),
) -> None:
    """Write text with its baseline at a place of some axes, moved by points right and up."""
    axes.annotate(
        clean(text),
        (x, y),
        xytext=shift,
        textcoords="offset points",
        ha=align,
        va="baseline",
        fontsize=size,
        color=colour,
        fontweight=weight,
        annotation_clip=False,
        zorder=6,
    )


def box(axes: Axes, x: float, y: float, width: float, height: float, **look: Any) -> Rectangle:
    """Draw a rectangle."""
    patch = Rectangle((x, y), width, height, clip_on=False, **look)
    axes.add_patch(patch)
    return patch
