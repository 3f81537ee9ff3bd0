"""The headings that a document printed over the passages of its body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from fulian.model.city_report import CityReport
from fulian.model.document import DocumentKind, FrameRole, Passage
from fulian.model.reading import Reading
from fulian.model.source import Source
from fulian.reading.outline import Block, outline
from fulian.text.list_markers import MarkerStyle
from fulian.text.view import View
from fulian.writing.official._passages import DEEPEST, one_line

__all__ = ["Heading", "Headings"]

_LOOKED_AT = 80  # characters of a passage, in which its mark stands


class Heading(NamedTuple):
    """A heading: where it begins in its document, its level in the outline, its words without the mark."""

    start: int
    level: int
    words: str


class Headings:
    """The headings of a report's document with nothing but deeper passages under them (原文标题).

    A passage that is headed by itself keeps its heading in its own words; what stands over several is of the frame.
    """

    def __init__(self, report: CityReport, reading: Reading | None) -> None:
        found = sorted(_headings(report, reading), key=attrgetter("start")) if reading else []
        self.known = reading is not None
        self.starts = [one.start for one in found]
        self.chains: list[tuple[Heading, ...]] = []
        chain: tuple[Heading, ...] = ()
        for one in found:
            chain = (*_above(chain, one.level), one)
            self.chains.append(chain)

    def over(self, source: Source) -> tuple[Heading, ...]:
        """The headings over a passage, the highest first; as many as leave a level for the passage."""
        chain, block = self._last_before(source), _opening(source.quote)
        if block is not None and block.style is not None:
            chain = _above(chain, block.level)
        return chain[: DEEPEST - 1]

    def heads_itself(self, source: Source) -> bool:
        """Whether the document numbers a passage with its highest headings, or as sections are (二、培训)."""
        block = _opening(source.quote) if self.known and not self.over(source) else None
        if block is None or block.style is None:
            return False
        return block.style.rank <= MarkerStyle.HAN.rank or bool(self._last_before(source))

    def _last_before(self, source: Source) -> tuple[Heading, ...]:
        """The last heading before a passage, with those over it."""
        place = bisect_right(self.starts, source.start)
        return self.chains[place - 1] if place else ()


def _above(chain: tuple[Heading, ...], level: int) -> tuple[Heading, ...]:
    return tuple(one for one in chain if one.level < level)


def _headings(report: CityReport, reading: Reading) -> Iterator[Heading]:
    for passage in reading.document.frame:
        block = _opening(passage.text) if passage.role is FrameRole.HEADING else None
        words = one_line(passage.text[block.text :]) if block is not None else None
        if block is not None and words and not _is_of_the_head(passage, words, report, reading):
            yield Heading(passage.source.start, block.level, words)


def _is_of_the_head(passage: Passage, words: str, report: CityReport, reading: Reading) -> bool:
    """Whether a heading stands over the report as a whole, or outside of it."""
    if (headline := one_line(report.headline)) and headline in words:
        return True
    if report.source is None:
        return False
    start, end = report.source.start, report.source.end
    entry = reading.document.kind is DocumentKind.ROUND_UP and passage.source.start == start
    return entry or not start <= passage.source.start < end


def _opening(text: str) -> Block | None:
    """The block that a passage begins with."""
    blocks = outline(View(text[:_LOOKED_AT]).text)
    return blocks[0] if blocks else None
