"""Which paragraphs of a Word file are headings: by their style or outline level, else by their look."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from fulian.reading.files._word_xml import Element, W, child, is_on, value
from fulian.reading.files.source_text import Heading

__all__ = ["Looks"]

_NAME = re.compile("(?i)(?:heading|标题) ?([1-9])")
_BODY_LEVEL = 9  # an outline level that says that it is none
_LARGER = 1.08  # how much larger the print of a heading is, where it is not bold
_LONGEST = 40
_FEWEST = 2  # so many headings of a look make it one
_STOPS = frozenset("。！？；!?;，,、")


class _Style(NamedTuple):
    based_on: str | None
    level: int | None
    size: int | None
    bold: bool | None


class _Look(NamedTuple):
    """How a line is printed: its size in half points, and whether it is bold."""

    size: int
    bold: bool


class Looks:
    """The paragraphs of a Word file as they look, gathered until all are there."""

    def __init__(self, styles: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default = 21
        self._usual: str | None = None
        self._lines: list[tuple[int, int, str, int | None, _Look | None]] = []
        for style in styles.iterfind(f"{W}style") if styles is not None else ():
            key = style.get(f"{W}styleId", "")
            self._styles[key] = _style(style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self._usual = key
        if styles is not None:
            self._default = _size(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) or 20

    def take(self, paragraph: Element, text: str, start: int) -> None:
        """Note a paragraph's line, which begins at a place of the text."""
        properties = child(paragraph, "pPr")
        style = value(child(properties, "pStyle")) or self._usual
        outline = _whole(value(child(properties, "outlineLvl")))
        level = outline + 1 if outline is not None else self._of(style, "level")
        look = None if level else self._look(paragraph, style, text)
        self._lines.append((start, start + len(text), text, level if level and level <= _BODY_LEVEL else None, look))

    def headings(self) -> list[Heading]:
        """Give the headings: those that say so, else those that look so."""
        said = [Heading(start, end, level) for start, end, _, level, _ in self._lines if level]
        return said or self._by_look()

    def _by_look(self) -> list[Heading]:
        letters: Counter[_Look] = Counter()
        for _, _, text, _, look in self._lines:
            if look is not None:
                letters[look] += len(text)
        if not letters:
            return []
        body = letters.most_common(1)[0][0]
        apart = [line for line in self._lines if line[4] is not None and _stands_out(line[2], line[4], body)]
        often = Counter(line[4] for line in apart)
        looks = sorted((look for look, count in often.items() if look and count >= _FEWEST), reverse=True)
        return [Heading(line[0], line[1], looks.index(line[4]) + 1) for line in apart if line[4] in looks]

    def _look(self, paragraph: Element, style: str | None, text: str) -> _Look | None:
        """How a paragraph is printed, where all of it is printed alike."""
        if len(text) > 10 * _LONGEST:  # no heading: what its first words look like is enough
            runs = list(paragraph.iterfind(f"{W}r"))[:1]
        else:
            runs = [
                run for run in paragraph.iter(f"{W}r") if any((one.text or "").strip() for one in run.iter(f"{W}t"))
            ]
        found = {self._look_of(child(run, "rPr"), style) for run in runs}
        return found.pop() if len(found) == 1 else None

    def _look_of(self, properties: Element | None, style: str | None) -> _Look:
        size = _size(properties) or self._of(style, "size") or self._default
        bold = child(properties, "b")
        return _Look(size, bool(self._of(style, "bold")) if bold is None else is_on(bold))

    def _of(self, style: str | None, name: str) -> int | None:
        """What a style says, or the one it is based on."""
        for _ in range(20):  # a chain that turns back on itself ends
            if style is None or style not in self._styles:
                return None
            found: int | None = getattr(self._styles[style], name)
            if found is not None:
                return found
            style = self._styles[style].based_on
        return None


def _stands_out(text: str, look: _Look, body: _Look) -> bool:
    larger = look.size > _LARGER * body.size
    bolder = look.bold and not body.bold and look.size >= body.size
    return (larger or bolder) and len(text) <= _LONGEST and text[-1] not in _STOPS and "\t" not in text


def _style(style: Element) -> _Style:
    named = _NAME.fullmatch((value(child(style, "name")) or "").strip())
    outline = _whole(value(child(child(style, "pPr"), "outlineLvl")))
    level = int(named[1]) if named else outline + 1 if outline is not None else None
    properties = child(style, "rPr")
    bold = child(properties, "b")
    return _Style(value(child(style, "basedOn")), level, _size(properties), None if bold is None else is_on(bold))


def _size(properties: Element | None) -> int | None:
    return _whole(value(child(properties, "sz")))


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else None
