"""The characters of one PDF page gathered into lines by where they stand."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import attrs

from fulian.text.list_markers import marker_at

__all__ = ["PdfLine", "page_lines"]

_SAME_LINE = 0.4  # how much of the lower character's height two of a line share at least
_SPACE = 0.15  # a gap between Latin words, in heights of a character
_CELL = 1.3  # a gap between cells of a table
_DROPPED = frozenset("\r\n\x02\ufffe\uffff\xad\x00")


class _Char(NamedTuple):
    char: str
    left: float
    bottom: float
    right: float
    top: float


@attrs.define
class PdfLine:
    """A line of a page, or a row of a table: its words and its box."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    height: float  # of its largest character

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The box in tenths of a point."""
        return (round(self.left, 1), round(self.bottom, 1), round(self.right, 1), round(self.top, 1))


def page_lines(page: Any, number: int, raw: Any) -> list[PdfLine]:
    """Give a page's lines in the order in which the file draws them."""
    lines: list[list[_Char]] = []
    for char in _chars(page, raw):
        if lines and _goes_on(lines[-1], char):
            lines[-1].append(char)
        else:
            lines.append([char])
    made = [_line(chars, number) for chars in lines if any(not one.char.isspace() for one in chars)]
    rows = _rows(made)
    for row in rows:
        row.text = _without_tab_after_a_mark(row.text)
    return rows


def _chars(page: Any, raw: Any) -> list[_Char]:
    """The characters that are drawn, turned as the page is shown."""
    textpage = page.get_textpage()
    width, height = page.get_size()
    rotation = page.get_rotation()
    handle = textpage.raw
    box = raw.FS_RECTF()  # the room that a character takes up, so that one line's boxes are of one height
    pointer = ctypes.byref(box)
    box_of, code_of, is_generated = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetUnicode, raw.FPDFText_IsGenerated
    chars = []
    for index in range(textpage.count_chars()):
        code = code_of(handle, index)
        if code == 32 and is_generated(handle, index) == 1:
            continue
        char = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if char in _DROPPED or not box_of(handle, index, pointer):
            continue
        low, high = min(box.bottom, box.top), max(box.bottom, box.top)
        chars.append(_Char(char, *_turned(box.left, low, box.right, high, rotation, width, height)))
    textpage.close()
    return chars


def _turned(
    left: float, bottom: float, right: float, top: float, rotation: int, width: float, height: float
) -> tuple[float, float, float, float]:
    """A box as it stands on the page that is shown; width and height are those of the page shown."""
    if rotation == 90:
        return bottom, height - right, top, height - left
    if rotation == 180:
        return width - right, height - top, width - left, height - bottom
    if rotation == 270:
        return width - top, left, width - bottom, right
    return left, bottom, right, top


def _goes_on(line: list[_Char], char: _Char) -> bool:
    """Whether a character stands on the line, behind its last."""
    last = line[-1]
    if char.char.isspace() or last.char.isspace():
        # white space has a box without height
        return char.left >= last.left - 1 and abs(char.bottom - last.bottom) <= max(
            char.top - char.bottom, last.top - last.bottom, 2
        )
    shared = min(last.top, char.top) - max(last.bottom, char.bottom)
    least = min(last.top - last.bottom, char.top - char.bottom)
    if shared < _SAME_LINE * least:
        # a comma hangs, a dash floats: what counts is the line's own band
        band_top, band_bottom = max(one.top for one in line[-8:]), min(one.bottom for one in line[-8:])
        if not band_bottom - 1 <= (char.top + char.bottom) / 2 <= band_top + 1:
            return False
    return char.left >= last.left - 0.5 * max(least, 4)


def _line(chars: list[_Char], page: int) -> PdfLine:
    """Put a line's characters together, with the spaces and tabs that its gaps stand for."""
    drawn = [one for one in chars if not one.char.isspace()]
    height = max(1.0, *(one.top - one.bottom for one in drawn))
    pieces = []
    last: _Char | None = None
    spaced = False
    for one in chars:
        if one.char.isspace():
            spaced = True
            continue
        if last is not None:
            pieces.append(_between(last, one, height, spaced=spaced))
        pieces.append(one.char)
        last, spaced = one, False
    return PdfLine(
        page=page,
        text="".join(pieces),
        left=min(one.left for one in drawn),
        bottom=min(one.bottom for one in drawn),
        right=max(one.right for one in drawn),
        top=max(one.top for one in drawn),
        height=height,
    )


def _between(last: _Char, one: _Char, height: float, *, spaced: bool) -> str:
    gap = one.left - last.right
    if gap > _CELL * height:
        return "\t"
    if _is_latin(last.char) and _is_latin(one.char):
        return " " if spaced or gap > _SPACE * height else ""
    return " " if spaced and gap > 0.45 * height else ""


def _is_latin(char: str) -> bool:
    return char.isascii() and not char.isspace()


def _rows(lines: list[PdfLine]) -> list[PdfLine]:
    """Join what stands side by side, drawn one after the other: the cells of a row."""
    rows: list[PdfLine] = []
    for line in lines:
        last = rows[-1] if rows else None
        if last is not None and line.left > last.right and _level(last, line):
            between = "\t" if line.left - last.right > _CELL * max(last.height, line.height) else ""
            last.text = f"{last.text}{between}{line.text}"
            last.right = line.right
            last.bottom, last.top = min(last.bottom, line.bottom), max(last.top, line.top)
            last.height = max(last.height, line.height)
        else:
            rows.append(line)
    return rows


def _without_tab_after_a_mark(text: str) -> str:
    """What is set off from its number is no cell of a table."""
    mark, tab, rest = text.partition("\t")
    found = marker_at(f"{mark}字") if tab else None
    if found is None or found.end < len(mark):
        return text
    return f"{mark} {rest}" if mark[-1].isascii() and mark[-1] != ")" else f"{mark}{rest}"


def _level(one: PdfLine, other: PdfLine) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.6 * min(one.top - one.bottom, other.top - other.bottom)
