"""A text cut into lines, and each line into a tree of marks, whatever way the marks overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from fulian.writing.review._marks import KINDS, Mark

__all__ = ["Line", "Marked", "Odd", "Stretch", "stretches"]

_RANKS: Final = {kind: rank for rank, kind in enumerate(KINDS)}
# Characters that cannot be seen, or that turn the direction of writing; the joiners within emoji are left alone.
_ODD: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ud800-\udfff]"
)
# How much text is laid out together, in characters: the browser leaves out stretches that are out of sight.
_STRETCH: Final = 1500


class Odd(NamedTuple):
    """A character that a person would not see (不可见字符), and its code for showing it: ``U+202E``."""

    char: str
    code: str


class Marked(NamedTuple):
    """A mark and what stands within it (标记树): text, odd characters, other marks.

    A mark that another cuts in two, or that goes over a line's end, comes in several; only one is the first.
    """

    mark: Mark
    first: bool
    inside: list[Node]


Node = str | Odd | Marked


class Line(NamedTuple):
    """A line of the document, its line feed included (行)."""

    number: int
    start: int
    end: int
    nodes: list[Node]


class Stretch(NamedTuple):
    """Some lines that are laid out together (片段)."""

    lines: list[Line]


def stretches(text: str, marks: Iterable[Mark]) -> Iterator[Stretch]:
    """Cut a text into stretches of lines, each line a tree of the marks that stand in it.

    The text of all nodes together is the text.
    """
    held: list[Line] = []
    for line in _lines(text, sorted(marks, key=lambda mark: mark.start)):
        if held and line.start - held[0].start >= _STRETCH:
            yield Stretch(held)
            held = []
        held.append(line)
    if held:
        yield Stretch(held)


def _lines(text: str, marks: Sequence[Mark]) -> Iterator[Line]:
    at = 0
    standing: list[Mark] = []  # the marks that reach into the line from before
    for number, (start, end) in enumerate(_bounds(text), start=1):
        while at < len(marks) and marks[at].start < end:
            standing.append(marks[at])
            at += 1
        yield Line(number, start, end, _tree(text, start, end, standing))
        standing = [mark for mark in standing if mark.end > end]


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield start, end
        start = end


def _tree(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Node]:
    """Nest the marks of a line: between two bounds the same marks stand, the outer kinds outside."""
    root: list[Node] = []
    if not marks:
        root += _shown(text[start:end])
        return root
    edges = {start, end}
    for mark in marks:
        edges.update((max(mark.start, start), min(mark.end, end)))
    path: list[Marked] = []
    active: list[Mark] = []
    coming = 0
    for left, right in pairwise(sorted(edges)):
        while coming < len(marks) and marks[coming].start <= left:
            active.append(marks[coming])
            coming += 1
        active = [mark for mark in active if mark.end > left]
        wanted = sorted(active, key=_nesting)
        same = 0
        while same < len(path) and same < len(wanted) and path[same].mark is wanted[same]:
            same += 1
        del path[same:]
        for mark in wanted[same:]:
            node = Marked(mark, mark.start == left, [])
            (path[-1].inside if path else root).append(node)
            path.append(node)
        (path[-1].inside if path else root).extend(_shown(text[left:right]))
    return root


def _nesting(mark: Mark) -> tuple[int, int, int]:
    return _RANKS[mark.kind], mark.start, mark.number


def _shown(text: str) -> Iterator[Node]:
    """The text itself, with the characters apart that a person would not see."""
    at = 0
    for match in _ODD.finditer(text):
        if at < match.start():
            yield text[at : match.start()]
        yield Odd(match[0], f"U+{ord(match[0]):04X}")
        at = match.end()
    if at < len(text):
        yield text[at:]
