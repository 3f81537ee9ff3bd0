"""Lines that may belong to a table, cut into their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fulian.text.list_markers import marker_at
from fulian.text.quantities import Unit, figure_in_cell, parse_unit
from fulian.text.view import View

__all__ = [
    "A_YEAR",
    "FIELD",
    "STOPS",
    "UNIT_IN_TITLE",
    "UNIT_NOTE",
    "YEAR",
    "Cell",
    "Line",
    "cell_at",
    "runs_of_lines",
    "units_named",
]

_PROSE_ENDS = frozenset("。；！？，：、,;:!?…")
STOPS = re.compile("[，。；！？：;!?“”《》]")
_BARS = "|│｜┃"
_BAR = re.compile(f"[{_BARS}]")
_RULER = re.compile(r"[-—:=+ |│｜┃─]+")
_GAP = re.compile(" {2,}")
YEAR = re.compile("(?:19|20)[0-9]{2}")
A_YEAR = re.compile("(?:19|20)[0-9]{2} ?年")
_NOTHING = frozenset(("", "-", "—", "——", "–", "/", "\\", "无", "…", "--", "——"))
UNIT_NOTE = re.compile("[（(]?(?:计量)?单位[:：] ?([^，。；：:（）()]{1,14})[)）]?")
UNIT_IN_TITLE = re.compile("[（(](?:计量)?单位[:：] ?([^，。；：:（）()]{1,14})[)）]$")
FIELD = re.compile(
    "(?P<key>[\u4e00-\u9fff]{2,8}(?:[（(][^（）()：:]{1,6}[)）])?) ?[:：] ?(?P<value>[^，。；：:]{1,40})"
)

_LONGEST_CELL = 24
_LONGEST_SPACED_CELL = 16
_LONGEST_LINE = 400
_LONGEST_PLAIN_LINE = 160


class Cell(NamedTuple):
    """A cell (单元格): its bounds in the view without the white space around it; an empty one has none between them.

    Attributes:
        start: Its first character.
        end: The character after its last.
        kind: ``N`` a number, ``Y`` a bare number that may be a year, ``E`` nothing, ``T`` anything else.

    Example:
        >>> Cell(3, 6, "N").kind
        'N'
    """

    start: int
    end: int
    kind: str


class Line(NamedTuple):
    """A line that may belong to a table; `form` is bar, tab, space, cell, marked, field, unit or title.

    A marked line begins with the number of a heading, 一、 or 1.; in a table it may name the group of rows under it.
    """

    start: int
    end: int
    form: str
    cells: tuple[Cell, ...]


def runs_of_lines(view: View) -> Iterator[list[Line]]:
    """Lines in a row of which each may belong to a table."""
    text = view.text
    tabs, bars = "\t" in view.original, any(bar in text for bar in _BARS)
    for stretch in _without_prose(text, tabs=tabs):
        lines: list[Line] = []
        for at, words in stretch:
            line = _line(view, at, at + len(words), words, tabs=tabs, bars=bars)
            if line is not None:
                lines.append(line)
            elif not _is_ruler(words):
                if len(lines) > 1:
                    yield lines
                lines = []
        if len(lines) > 1:
            yield lines


def _without_prose(text: str, *, tabs: bool) -> Iterator[list[tuple[int, str]]]:
    """Where two and more lines stand together that do not end as prose does: a heading alone is not looked at."""
    lines: list[tuple[int, str]] = []
    at = 0
    for words in text.split("\n"):
        if words:
            if len(words) <= _LONGEST_LINE and (tabs or words[-1] not in _PROSE_ENDS):
                lines.append((at, words))
            elif not _is_ruler(words):
                if len(lines) > 1:
                    yield lines
                lines = []
        at += len(words) + 1
    if len(lines) > 1:
        yield lines


def _is_ruler(words: str) -> bool:
    """Whether a line is drawn, so that it parts no lines of a table."""
    return words[0] in "|-+=─" and _RULER.fullmatch(words) is not None


def _line(view: View, start: int, end: int, words: str, *, tabs: bool, bars: bool) -> Line | None:
    """A line in its cells, or None where it is prose."""
    text = view.text
    if bars and _BAR.search(words):
        if _RULER.fullmatch(words):
            return None
        inner = words.strip("|│｜┃ ")
        first = start + words.find(inner)
        last = first + len(inner)
        return Line(start, end, "bar", _cut(text, first, last, _BAR.finditer(text, first, last)))
    if tabs:
        places = _tabs(view, start, end)
        if places:
            return Line(start, end, "tab", _cut_at(text, start, end, places))
    if words[-1] in _PROSE_ENDS or len(words) > _LONGEST_PLAIN_LINE:
        return None
    if (tabs or bars) and (group := _marked_line(text, start, end)) is not None:
        return group
    return _line_of_words(text, start, end, words)


def _marked_line(text: str, start: int, end: int) -> Line | None:
    """A short line with the number of a heading and no sentence."""
    marker = marker_at(text, start) if end - start <= _LONGEST_CELL else None
    if marker is None or marker.end >= end or text.find(" ", marker.end, end) >= 0 or STOPS.search(text, start, end):
        return None
    return Line(start, end, "marked", (cell_at(text, marker.end, end),))


def _line_of_words(text: str, start: int, end: int, words: str) -> Line | None:
    """A line that no tab and no bar parts: cells parted by spaces, one cell, a field, a title or a note on units."""
    if "单位" in words:
        note = UNIT_NOTE.fullmatch(words)
        if note and units_named(note[1]):
            return Line(start, end, "unit", ())
        if UNIT_IN_TITLE.search(words):
            return Line(start, end, "title", ())
    if STOPS.search(words):
        field = FIELD.fullmatch(words) if "：" in words or ":" in words else None
        return None if field is None else Line(start, end, "field", ())
    if " " in words:
        cells = _cut(text, start, end, _GAP.finditer(text, start, end))
        if len(cells) == 1:
            cells = _spaced(text, start, end)
        if len(cells) > 1:
            short = all(cell.end - cell.start <= _LONGEST_SPACED_CELL for cell in cells)
            return Line(start, end, "space", cells) if short else None
    if len(words) > _LONGEST_CELL or marker_at(text, start):
        return None
    return Line(start, end, "cell", (cell_at(text, start, end),))


def _tabs(view: View, start: int, end: int) -> list[int]:
    """The places of a line's tabs; those before its first character are places before `start`."""
    original = view.original
    first, last = view.place(start), view.place(end - 1) + 1
    before = first
    while before and original[before - 1] in " \t\u3000\xa0":
        before -= 1
    leading = original.count("\t", before, first)
    if original.find("\t", first, last) < 0 and not leading:
        return []
    if last - first == end - start:
        inside = [start + place for place, char in enumerate(original[first:last]) if char == "\t"]
    else:
        inside = [place for place in range(start, end) if original[view.place(place)] == "\t"]
    return [start - 1] * leading + inside if inside else []


def _cut(text: str, start: int, end: int, gaps: Iterator[re.Match[str]]) -> tuple[Cell, ...]:
    cells = []
    at = start
    for gap in gaps:
        cells.append(cell_at(text, at, gap.start()))
        at = gap.end()
    cells.append(cell_at(text, at, end))
    return tuple(cells)


def _cut_at(text: str, start: int, end: int, places: list[int]) -> tuple[Cell, ...]:
    cells = []
    at = start
    for place in places:
        cells.append(cell_at(text, at, max(place, at)))
        at = max(place + 1, start)
    cells.append(cell_at(text, at, end))
    return tuple(cells)


def _spaced(text: str, start: int, end: int) -> tuple[Cell, ...]:
    """Cells parted by one space each; 合 计 and 慈利县 （本级） stay one."""
    cells: list[Cell] = []
    at = start
    for words in text[start:end].split(" "):
        stop = at + len(words)
        letter = len(words) == 1 and words.isalpha() and cells and _is_letter(text, cells[-1])
        joins = cells and (letter or words.startswith(("（", "(")))
        if joins:
            cells[-1] = cell_at(text, cells[-1].start, stop)
        elif words:  # none stands behind a last space, where an invisible character ended the line
            cells.append(cell_at(text, at, stop))
        at = stop + 1
    return tuple(cells)


def _is_letter(text: str, cell: Cell) -> bool:
    return cell.end - cell.start == 1 and text[cell.start].isalpha()


def cell_at(text: str, start: int, end: int) -> Cell:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    words = text[start:end]
    if words in _NOTHING:
        return Cell(start, end, "E")
    if len(words) == 4 and YEAR.fullmatch(words):
        return Cell(start, end, "Y")
    number = end - start <= 30 and figure_in_cell(text, start, end) is not None and not A_YEAR.fullmatch(words)
    return Cell(start, end, "N" if number else "T")


def units_named(words: str) -> tuple[Unit, ...]:
    """The units of a note; none where a part of it is no unit."""
    found = [parse_unit(word) for word in re.split("[、/，, ]+", words.strip())]
    units = tuple(unit for unit in found if unit is not None)
    return units if len(units) == len(found) else ()
