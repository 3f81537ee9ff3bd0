"""The characters of a PDF page gathered into lines by where they stand, in whatever order they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from statistics import median
from typing import Protocol, TypeVar

import attrs

from fulian.reading.files._pdf_page import PdfChar
from fulian.reading.files._raised import raised
from fulian.values.place import Box

__all__ = ["PdfLine", "Piece", "joined_lines", "levels_of", "pieces_of"]


class _HasBox(Protocol):
    left: float
    bottom: float
    right: float
    top: float


_Placed = TypeVar("_Placed", bound=_HasBox)

_SAME_LINE = 0.4  # how much of the lower character's height two of a line share at least
_SPACE = 0.15  # a gap between Latin words, in heights of a character
_CELL = 1.3  # a gap between cells of a table, in a line drawn in one go
_NEAR = 0.75  # a gap between what is drawn at different times and still is one line
_TWICE = 0.15
_SMALL, _RAISED = 0.9, 0.15  # how small a raised number is beside its line's print, and how far above, in heights
_BACK = 0.5  # how far a character may stand back into the one before


@attrs.define
class Piece:
    """Words that stand together on one level."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    height: float  # of its largest character
    order: int  # which of the page's characters is drawn first of it

    @property
    def box(self) -> Box:
        """The box in tenths of a point."""
        return _rounded(self)


@attrs.define
class PdfLine:
    """A line of a page, or a row of a table: its pieces, from left to right; a blank cell is None."""

    page: int
    pieces: list[Piece | None]
    left: float
    bottom: float
    right: float
    top: float
    height: float
    text: str = ""

    @classmethod
    def of(cls, page: int, pieces: list[Piece | None]) -> PdfLine:
        """Make a line of pieces, of which one at least has words."""
        shown = [one for one in pieces if one is not None]
        return cls(
            page=page,
            pieces=pieces,
            left=min(one.left for one in shown),
            bottom=min(one.bottom for one in shown),
            right=max(one.right for one in shown),
            top=max(one.top for one in shown),
            height=max(one.height for one in shown),
            text="\t".join(one.text if one is not None else "" for one in pieces),
        )

    @property
    def box(self) -> Box:
        """The box in tenths of a point."""
        return _rounded(self)


def pieces_of(chars: Iterable[tuple[int, PdfChar]]) -> list[Piece]:
    """Give the pieces that characters make, level by level from the top, each level from left to right.

    A character comes with its place in the drawing.
    """
    levels = [_gathered(runs) for runs in levels_of(_runs(chars))]
    # Around numbers in Chinese text some programs set a gap that is no space: what is usual on the page tells.
    gaps = [gap for level in levels for _, group in level for gap in _gaps(group, mixed=True)]
    usual = median(gaps) if gaps else 0.0
    return [_piece(group, order, usual) for level in levels for order, group in level]


def joined_lines(lines: Sequence[str]) -> str:
    """The lines of a cell as one: between Latin words a space."""
    whole = ""
    for line in lines:
        whole += f" {line}" if whole[-1:].isascii() and whole[-1:].isalpha() and line[:1].isalpha() else line
    return whole


def levels_of(things: Iterable[_Placed]) -> list[list[_Placed]]:
    """Group what stands side by side, from the top of the page to its foot."""
    levels: list[list[_Placed]] = []
    for thing in sorted(things, key=lambda one: (-one.top, one.left)):
        near = next((one for one in reversed(levels[-4:]) if _level(one[0], thing)), None)
        if near is None:
            levels.append([thing])
        else:
            near.append(thing)
    for one in levels:
        one.sort(key=lambda thing: thing.left)
    return levels


@attrs.define
class _Run:
    """Characters drawn one after the other, with no gap between them."""

    chars: list[PdfChar]
    last: PdfChar  # its last that is no space, where it has one
    order: int
    left: float
    bottom: float
    right: float
    top: float


def _rounded(placed: _HasBox) -> Box:
    return Box(
        left=_tenths(placed.left), bottom=_tenths(placed.bottom), right=_tenths(placed.right), top=_tenths(placed.top)
    )


def _tenths(points: float) -> Decimal:
    return Decimal(f"{round(points, 1) + 0.0:.1f}".removesuffix(".0"))


def _level(one: _HasBox, other: _HasBox) -> bool:
    """Whether two stand side by side."""
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > 0.55 * min(one.top - one.bottom, other.top - other.bottom)


def _runs(chars: Iterable[tuple[int, PdfChar]]) -> list[_Run]:
    runs: list[_Run] = []
    for order, char in chars:
        last = runs[-1] if runs else None
        if last is not None and char.bottom == last.last.bottom and -1 < char.left - last.last.right < 1:
            last.chars.append(char)  # nearly all characters of a page are such
            if char.char != " ":
                last.last = char
                last.right = max(last.right, char.right)
                last.top = max(last.top, char.top)
        elif last is not None and _goes_on(last, char):
            last.chars.append(char)
            if char.char == " ":
                continue
            last.last = char
            last.left, last.right = min(last.left, char.left), max(last.right, char.right)
            last.bottom, last.top = min(last.bottom, char.bottom), max(last.top, char.top)
        else:
            runs.append(_Run([char], char, order, char.left, char.bottom, char.right, char.top))
    return runs


def _goes_on(run: _Run, char: PdfChar) -> bool:
    """Whether a character stands on the run's line, right behind its last."""
    last = run.last
    least = min(last.top - last.bottom, char.top - char.bottom)
    # a comma hangs, a dash floats: what counts is the line's own band
    shared = min(last.top, char.top) - max(last.bottom, char.bottom)
    if shared < _SAME_LINE * least and not run.bottom - 1 <= (char.top + char.bottom) / 2 <= run.top + 1:
        return False
    most = max(last.top - last.bottom, char.top - char.bottom, 1.0)
    return -_BACK * max(least, 4) <= char.left - last.left and char.left - last.right <= _CELL * most


def _gathered(runs: list[_Run]) -> list[tuple[int, list[PdfChar]]]:
    """Put together what stands side by side, however it was drawn: its characters, and which is drawn first."""
    groups: list[list[_Run]] = []
    right = 0.0
    for run in runs:
        if groups and run.left - right <= _NEAR * max(run.top - run.bottom, 1.0):
            groups[-1].append(run)
            right = max(right, run.right) if run.last.char != " " else right
        elif run.last.char != " ":
            groups.append([run])
            right = run.right
    return [(min(one.order for one in group), _in_a_row(group)) for group in groups]


def _in_a_row(runs: list[_Run]) -> list[PdfChar]:
    """The characters of runs from left to right, each once: some files draw them twice, so that they look bold."""
    found: list[PdfChar] = []
    for one in sorted((one for run in runs for one in run.chars), key=lambda one: one.left):
        last = found[-1] if found else None
        if last is None or one.char != last.char or one.left - last.left > _TWICE * (one.top - one.bottom):
            found.append(one)
    return found


def _gaps(chars: list[PdfChar], *, mixed: bool) -> list[float]:
    """The gaps between neighbours, in heights: between Chinese ones, or where Chinese and Latin ones meet."""
    return [
        (one.left - last.right) / (one.top - one.bottom)
        for last, one in pairwise(chars)
        if last.char.isalnum() and one.char.isalnum() and (last.char.isascii() != one.char.isascii()) == mixed
    ]


def _piece(chars: list[PdfChar], order: int, usual_mixed: float) -> Piece:
    spaced = {number - at for at, number in enumerate(n for n, one in enumerate(chars) if one.char == " ")}
    chars = [one for one in chars if one.char != " "]
    spaced &= set(range(1, len(chars)))
    height = max(1.0, *(one.top - one.bottom for one in chars))
    gaps = _gaps(chars, mixed=False)
    usual = median(gaps) if gaps else 0.0
    if spaced:  # what is as wide as a space that is drawn is one
        drawn = min((chars[at].left - chars[at - 1].right) / height for at in spaced)
        usual = min(usual, 0.8 * drawn - _SPACE)
    signs = _raised_digits(chars, height)
    words = [signs[0]]
    for number, (last, one) in enumerate(pairwise(chars), start=1):
        mixed = last.char.isascii() != one.char.isascii()
        is_spaced = number in spaced or _is_space(last, one, usual_mixed if mixed else usual)
        words += (" " if is_spaced else "", signs[number])
    return Piece(
        text="".join(words),
        left=min(one.left for one in chars),
        bottom=min(one.bottom for one in chars),
        right=max(one.right for one in chars),
        top=max(one.top for one in chars),
        height=height,
        order=order,
    )


def _raised_digits(chars: list[PdfChar], height: float) -> list[str]:
    """The characters as such; numbers printed smaller and above the line as raised ones, as of a note's mark."""
    signs = [one.char for one in chars]
    small = [one.top - one.bottom < _SMALL * height for one in chars]
    if any(small) and not all(small):
        base = min(one.bottom for one, is_small in zip(chars, small, strict=True) if not is_small)
        above = [is_small and one.bottom - base > _RAISED * height for one, is_small in zip(chars, small, strict=True)]
        at = 0
        for is_above, group in groupby(above):
            end = at + sum(1 for _ in group)
            if is_above and (number := raised("".join(signs[at:end]))) is not None:
                signs[at:end] = number
            at = end
    return signs


def _is_space(last: PdfChar, one: PdfChar, usual: float) -> bool:
    """Whether the gap between two characters is more than is usual."""
    gap = (one.left - last.right) / (one.top - one.bottom)
    if last.char.isascii() and (one.char.isascii() or not last.char.isalnum()):
        return gap > _SPACE
    return gap - usual > _SPACE and last.char.isalnum() and one.char.isalnum()
