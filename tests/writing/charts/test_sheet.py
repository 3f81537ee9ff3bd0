"""The sheet: widths without a font, lines that fit, colours that everybody can tell apart."""

from __future__ import annotations

import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import font_manager
from matplotlib.colors import to_rgb
from matplotlib.ft2font import FT2Font

from fulian.writing.charts._fonts import STACK
from fulian.writing.charts._paint_tiles import CLASSES
from fulian.writing.charts._sheet import ACTUAL, TARGET, clip, em, wrapped

# Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009),
# severity 1.0: what is seen with the one or the other kind of cones missing, in linear RGB.
BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def linear(colour: str) -> list[float]:
    """Give a colour as linear RGB."""
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgb(colour)]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """Give linear RGB as CIE L*a*b*, white of D65."""
    red, green, blue = (min(max(part, 0), 1) for part in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, kind: str) -> tuple[float, float, float]:
    """Give a colour as it is seen with a kind of colour blindness."""
    rgb = linear(colour)
    return lab([sum(weight * part for weight, part in zip(row, rgb, strict=True)) for row in BLIND[kind]])


def distance(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Give how far two colours are apart (CIE 1976): 2.3 is just seen, 20 is another colour."""
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


@pytest.mark.parametrize("kind", BLIND)
def test_done_and_planned_are_told_apart_by_everybody(kind: str) -> None:
    """With each kind of cones missing blue and vermilion are still two colours."""
    assert distance(seen(ACTUAL, kind), seen(TARGET, kind)) > 40


@pytest.mark.parametrize("kind", BLIND)
def test_classes_of_the_map_keep_their_order(kind: str) -> None:
    """Each class is darker than the one before, by enough to be seen."""
    lightness = [seen(colour, kind)[0] for colour in CLASSES]
    assert all(one - other > 8 for one, other in itertools.pairwise(lightness))


@pytest.mark.usefixtures("chinese_font")
def test_widths_are_no_less_than_those_of_the_fonts() -> None:
    """Of every font asked for that this machine has, in both weights: no text is wider than was counted."""
    fonts = [one for one in font_manager.fontManager.ttflist if one.name in STACK and "Serif" not in one.name]
    for entry in fonts:
        font = FT2Font(entry.fname, face_index=entry.index)
        font.set_size(100, 72)
        for char in string.ascii_letters + string.digits + "%.,:;()[]-–—“”…·（）《》，。&@妇联":
            if not font.get_char_index(ord(char)):
                continue  # drawn in the next family that has it
            wide = font.load_char(ord(char)).linearHoriAdvance / 65536 / 100
            assert wide <= em(char) + 0.01, (entry.name, char)


@given(st.text(), st.floats(40, 700))
def test_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    """A wrapped text has every visible character, in lines that fit; a clipped one fits and ends in … where it was cut."""
    lines = wrapped(text, 12, width)
    assert "".join("".join(lines).split()) == "".join(clip(text, 12, 10**9).split())
    assert all(em(line) * 12 <= width for line in lines)
    short = clip(text, 12, width)
    assert em(short) * 12 <= width
    assert short.endswith("…") or short == clip(text, 12, 10**9)
