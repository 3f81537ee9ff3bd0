"""The text as a person reads it, with the way back to the very characters it came from."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from itertools import accumulate

from fulian.model.source import Source
from fulian.reference.traditional import is_traditional, simplified
from fulian.text._note_marks import GLOSS_SIGNS, NOTE_SIGNS, find_glosses, find_note_marks
from fulian.text.line_breaks import find_lines
from fulian.values.span import Span
from fulian.values.unchecked import unchecked

__all__ = ["View"]

# Full-width digits, letters, percent sign and point; punctuation stays as it is.
_FULL_WIDTH = "０-９Ａ-Ｚａ-ｚ％．"
_SPACE = "\t\xa0\u2000-\u200a\u202f\u205f\u3000"
_BREAK = "\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_INVISIBLE = "\x00-\x08\x0e-\x1b\x7f\xad\u200b-\u200f\u2060\ufeff"
_ODD = re.compile(f"[{_FULL_WIDTH}{_SPACE}{_BREAK}{_INVISIBLE}{NOTE_SIGNS}{GLOSS_SIGNS}]")
_IS_FULL_WIDTH, _IS_SPACE, _IS_BREAK = (re.compile(f"[{chars}]").match for chars in (_FULL_WIDTH, _SPACE, _BREAK))
_IS_NOTE_SIGN = re.compile(f"[{NOTE_SIGNS}]").match
# Spaces between Chinese words and digits, where a text sets them throughout: 2020 年, 办班 5 期, 降低 43.7% 。
_SET_APART = re.compile("[ \xa0](?:(?<=[\u4e00-\u9fff《（(].)(?=[0-9])|(?<=[0-9%‰].)(?=[\u4e00-\u9fff，。、；（）]))")
_UNIT_SET_APART = re.compile("[ \xa0](?<=[0-9].)[年月日个名人万]")
_UNIT_CLOSE_BY = re.compile("[0-9][年月日个名人万]")
_THROUGHOUT = 3  # years and units set apart, and more of them than of those that are not
_TONED = frozenset(GLOSS_SIGNS)
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")


_BEHIND = sys.maxsize
_span, _source = unchecked(Span), unchecked(Source)


class View:
    r"""A text as a person reads it (阅读视图): what rules look at.

    Sentences cut by a line or page break are whole; page numbers within them, marks of footnotes and glosses of
    sounds are gone; full-width digits and letters are half-width, traditional characters are simplified, every space
    is a plain one, and each paragraph is one line. Each character of the view stands for one character of the text,
    so that every place in the view has its place in the text.

    Attributes:
        original: The text, unchanged.
        text: The text as a person reads it; paragraphs are separated by one ``\n`` each.
        note_marks: The marks of footnotes that words bear, and that the text leaves out: ``①``, ``[1]``.

    Example:
        >>> view = View("组织妇女参加培训，\n共２００人次。")
        >>> view.text
        '组织妇女参加培训，共200人次。'
        >>> view.span(8, 13)
        Span(start=8, end=14)
    """

    __slots__ = ("_asked", "_places", "_shifts", "_starts", "note_marks", "original", "text")

    def __init__(self, original: str) -> None:
        self.original = original
        odd = set(_ODD.findall(original))  # one pass finds all that is not shown as it is
        pieces = _pieces(original)
        if any(map(_UNSEEN.match, odd)):
            pieces = _without(_UNSEEN, original, pieces)
        signs = [char for char in odd if _IS_NOTE_SIGN(char)]
        marks = find_note_marks(original, signs) if signs else []
        glosses = find_glosses(original) if not odd.isdisjoint(_TONED) else []
        if marks or glosses:
            pieces = _cut_out(sorted([*marks, *glosses]), pieces)
        if _sets_digits_apart(original):
            pieces = _without(_SET_APART, original, pieces)
        self.note_marks = frozenset([original[start:end] for start, end in marks])
        text = "".join([original[start:end] for start, end in pieces])
        for char in odd:
            text = text.replace(char, _shown(char))
        self.text = simplified(text) if is_traditional(text) else text
        # Where each piece begins in the view, then a place behind all of them; where it begins in the text; how far
        # it stands from there.
        self._starts: list[int] = [0, *accumulate([end - start for start, end in pieces])]
        self._starts[-1] = _BEHIND
        self._places: list[int] = [start for start, _ in pieces]
        self._shifts: list[int] = [place - start for place, start in zip(self._places, self._starts, strict=False)]
        self._asked = 0  # the piece that was asked for last: most questions come in order, many of one piece

    def place(self, position: int) -> int:
        r"""Give the place in the text of a character of the view (原文位置).

        Args:
            position: A place in the view, from zero.

        Returns:
            The place of that very character in the text.

        Example:
            >>> View("一 \n\n 二").place(2)
            5
        """
        return position + self._shifts[self._piece(position)]

    def _piece(self, position: int) -> int:
        """The piece that holds a place in the view."""
        starts, piece = self._starts, self._asked
        if not starts[piece] <= position < starts[piece + 1]:
            self._asked = piece = bisect_right(starts, position) - 1
        return piece

    def seen(self, place: int) -> int:
        r"""Give the place in the view of a character of the text (视图位置), the inverse of `place`.

        Args:
            place: A place in the text, from zero.

        Returns:
            The place of that very character in the view; where it is not shown, of the next that is.

        Example:
            >>> View("一 \n\n 二").seen(5), View("一 \n\n 二").seen(3)
            (2, 2)
        """
        piece = bisect_right(self._places, place) - 1
        if piece < 0:
            return 0
        return min(place - self._shifts[piece], self._starts[piece + 1], len(self.text))

    def span(self, start: int, end: int) -> Span:
        r"""Give the span in the text of a stretch of the view (原文起止).

        Args:
            start: The stretch's first character in the view.
            end: The character after its last; greater than `start`.

        Returns:
            From the first to the last of the characters that it shows; what the view leaves out between them is in it.

        Example:
            >>> View("　一、\n\n二、").span(0, 2)
            Span(start=1, end=3)
        """
        if not 0 <= start < end:
            return Span(start=start, end=end)  # which says what is wrong
        first, last = self._bounds(start, end)
        return _span(start=first, end=last)

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        starts, piece = self._starts, self._asked
        if not starts[piece] <= start < starts[piece + 1]:
            self._asked = piece = bisect_right(starts, start) - 1
        shift = self._shifts[piece]
        return start + shift, end + shift if end <= starts[piece + 1] else self.place(end - 1) + 1

    def source(self, document_id: str, start: int, end: int) -> Source:
        r"""Give the source of a stretch of the view (出处).

        Args:
            document_id: The document's id.
            start: The stretch's first character in the view.
            end: The character after its last; greater than `start`.

        Returns:
            The span in the text, with the characters that stand there.

        Example:
            >>> View("培训\n5 场").source("d1", 3, 5).quote
            '5 '
        """
        if not 0 <= start < end:
            return Source(document_id=document_id, span=self.span(start, end), quote="")  # the span says what is wrong
        first, last = self._bounds(start, end)
        quote = self.original[first:last]
        make = _source if len(quote) == last - first else Source  # which says what is wrong
        return make(document_id=document_id, span=_span(start=first, end=last), quote=quote)


def _sets_digits_apart(text: str) -> bool:
    """Whether a text sets its numbers apart with spaces: its years and units tell."""
    spaces = [space for space in " \xa0" if space in text]
    if not any(f"{space}{unit}" in text for space in spaces for unit in "年月"):
        return False
    apart = sum(1 for _ in _UNIT_SET_APART.finditer(text))
    return apart >= _THROUGHOUT and apart > sum(1 for _ in _UNIT_CLOSE_BY.finditer(text))


def _shown(char: str) -> str:
    """The plain character that a full-width one, a white space or a line break is shown as."""
    if _IS_FULL_WIDTH(char):
        return chr(ord(char) - 0xFEE0)
    if _IS_SPACE(char):
        return " "
    return "\n" if _IS_BREAK(char) else char


def _pieces(text: str) -> list[tuple[int, int]]:
    """The stretches of the text that the view shows, in order; neighbours are one stretch."""
    pieces: list[tuple[int, int]] = []
    open_at = open_to = -1
    lines = find_lines(text)
    last = len(lines) - 1
    for number, (start, end, goes_on) in enumerate(lines):
        if start != open_to:
            if open_to >= 0:
                pieces.append((open_at, open_to))
            open_at = start
        open_to = end
        if number == last or (goes_on and not _needs_space(text, end, lines[number + 1][0])):
            continue
        after = end if text[end] == "\n" else _break_after(text, end)
        if after != end:
            pieces.append((open_at, end))
            open_at = after
        open_to = after + 1
    if open_to >= 0:
        pieces.append((open_at, open_to))
    return pieces


def _needs_space(text: str, end: int, start: int) -> bool:
    """Whether two Latin words would run together."""
    return text[end - 1].isascii() and text[end - 1].isalpha() and text[start].isascii() and text[start].isalpha()


_ANY_BREAK = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def _break_after(text: str, end: int) -> int:
    match = _ANY_BREAK.search(text, end)
    return match.start() if match else end


def _without(what: re.Pattern[str], text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept = []
    for start, end in pieces:
        at = start
        for match in what.finditer(text, start, end):
            if at < match.start():
                kept.append((at, match.start()))
            at = match.end()
        if at < end:
            kept.append((at, end))
    return kept


def _cut_out(marks: list[tuple[int, int]], pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept = []
    number, count = 0, len(marks)
    for start, end in pieces:
        at = start
        while number < count and marks[number][1] <= start:
            number += 1
        while number < count and marks[number][0] < end:
            if at < marks[number][0]:
                kept.append((at, marks[number][0]))
            at = max(at, marks[number][1])
            if at >= end:
                break  # it may reach into the next piece
            number += 1
        if at < end:
            kept.append((at, end))
    return kept
