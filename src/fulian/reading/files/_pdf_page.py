"""What one PDF page holds: its characters and its ruled lines, turned as the page is shown."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = ["PageContent", "PdfChar", "Rect", "page_content"]

_DROPPED = frozenset("\r\n\x02\ufffe\uffff\xad\x00")
_SPACES = frozenset(" \t\u00a0\u2002\u2003\u2009\u3000")
_THIN = 3.0  # points: what is thinner is a line, not an area
_SHORTEST_RULE = 4.0
_MOST_OBJECTS = 50_000
_SMALLEST = 0.5
_BELOW = 0.14  # how much of a print's height hangs below the line
_ASKED = 64  # so many characters of a page are asked which way up they are


class Rect(NamedTuple):
    """A rectangle in points, from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class PdfChar(NamedTuple):
    """A character that is drawn, with the room that its print takes up, whatever its shape; a space has no width."""

    char: str
    left: float
    bottom: float
    right: float
    top: float


class PageContent(NamedTuple):
    """What a page holds, and how large it is as it is shown."""

    height: float
    chars: list[PdfChar]
    rules: list[Rect]  # each as thin as it is drawn, level or upright


def page_content(page: Any, raw: Any) -> PageContent:
    """Give the characters of a page in the order in which they are drawn, and its ruled lines."""
    width, height = page.get_size()
    if page.get_rotation() in (90, 270):
        width, height = height, width  # that of the paper before it is turned
    textpage = page.get_textpage()
    try:
        turned = _Turn(_reading_direction(textpage, raw), width, height)
        chars = list(_chars(textpage, raw, turned))
    finally:
        textpage.close()
    return PageContent(turned.height, chars, list(_rules(page, raw, turned)))


class _Turn:
    """How a box of the file stands once its page is turned so that most of the text is upright."""

    def __init__(self, degrees: int, width: float, height: float) -> None:
        self.degrees = degrees
        self.width, self.height = (height, width) if degrees in (90, 270) else (width, height)

    def __call__(self, left: float, bottom: float, right: float, top: float) -> Rect:
        if self.degrees == 90:
            return Rect(bottom, self.height - right, top, self.height - left)
        if self.degrees == 180:
            return Rect(self.width - right, self.height - top, self.width - left, self.height - bottom)
        if self.degrees == 270:
            return Rect(self.width - top, left, self.width - bottom, right)
        return Rect(left, bottom, right, top)


def _reading_direction(textpage: Any, raw: Any) -> int:
    """By how many degrees most of the text is turned on the paper: it tells more than the page's own turn."""
    count = textpage.count_chars()
    asked = range(0, count, max(1, count // _ASKED))
    angles = Counter(round(math.degrees(raw.FPDFText_GetCharAngle(textpage.raw, index)) / 90) % 4 for index in asked)
    return -90 * angles.most_common(1)[0][0] % 360 if angles else 0


def _chars(textpage: Any, raw: Any, turned: _Turn) -> Iterator[PdfChar]:
    handle = textpage.raw
    across, up = ctypes.c_double(), ctypes.c_double()  # where a character begins, on the line that it is written on
    at_across, at_up = ctypes.byref(across), ctypes.byref(up)
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    at_box, at_matrix = ctypes.byref(box), ctypes.byref(matrix)
    code_of, origin_of, matrix_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetMatrix
    size_of, box_of = raw.FPDFText_GetFontSize, raw.FPDFText_GetLooseCharBox
    for index in range(textpage.count_chars()):
        code = code_of(handle, index)
        char = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if char in _SPACES:
            if raw.FPDFText_IsGenerated(handle, index) == 1:
                continue
            char = " "
        if char in _DROPPED or not origin_of(handle, index, at_across, at_up):
            continue
        matrix_of(handle, index, at_matrix)
        size = size_of(handle, index) * math.hypot(matrix.c, matrix.d)
        if turned.degrees:
            left, base, _, _ = turned(across.value, up.value, across.value, up.value)
        else:
            left, base = across.value, up.value
        right = left
        if size >= _SMALLEST and _is_full_width(char):
            right += size
        elif char != " ":
            if not box_of(handle, index, at_box):
                continue
            low, high = min(box.bottom, box.top), max(box.bottom, box.top)
            left, low, right, high = turned(box.left, low, box.right, high)
            size = size if size >= _SMALLEST else high - low
        bottom = base - _BELOW * size
        yield PdfChar(char, left, bottom, right, bottom + size)


def _is_full_width(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uff01" <= char <= "\uff60"


def _rules(page: Any, raw: Any, turned: _Turn) -> Iterator[Rect]:
    """The ruled lines: thin areas, strokes, and the edges of boxes that are drawn as strokes."""
    handle = page.raw
    sides = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(side) for side in sides]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for index in range(min(raw.FPDFPage_CountObjects(handle), _MOST_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(handle, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(drawn, *pointers):
            continue
        left, bottom, right, top = (side.value for side in sides)
        box = turned(left, bottom, right, top)
        wide, high = box.right - box.left, box.top - box.bottom
        if max(wide, high) < _SHORTEST_RULE:
            continue
        if min(wide, high) <= _THIN:
            yield box
        elif raw.FPDFPath_GetDrawMode(drawn, ctypes.byref(fill), ctypes.byref(stroke)) and stroke.value:
            yield box._replace(right=box.left)
            yield box._replace(left=box.right)
            yield box._replace(top=box.bottom)
            yield box._replace(bottom=box.top)
