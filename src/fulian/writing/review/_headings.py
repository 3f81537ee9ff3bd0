"""Which lines of a document are its title and its headings, so that the page can set them apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from fulian.model.document import FrameRole
from fulian.model.reading import Part, Reading
from fulian.model.source import Source

__all__ = ["Headings"]

# A longer line is a paragraph that begins with its heading.
_LONGEST = 60


class Headings:
    """Tells the role of a line (行的作用): the document's title, a heading, or neither."""

    def __init__(self, reading: Reading) -> None:
        self._titles = [passage.source.span for passage in reading.document.frame if passage.role is FrameRole.TITLE]
        self._starts = sorted(_starts(reading))

    def role(self, start: int, end: int) -> str:
        """Give ``title``, ``heading`` or an empty text for the line of these bounds."""
        if end - start > _LONGEST:
            return ""
        if any(span.start < end and start < span.end for span in self._titles):
            return "title"
        nearest = bisect_right(self._starts, end - 1) - 1
        return "heading" if nearest >= 0 and self._starts[nearest] >= start else ""


def _starts(reading: Reading) -> Iterator[int]:
    for plan in reading.plans:
        yield from _places(section.source for section in plan.sections)
    yield from _places(report.source for report in reading.reports if report.headline)
    yield from _part_starts(reading.parts)


def _part_starts(parts: Iterable[Part]) -> Iterator[int]:
    for part in parts:
        yield part.source.start
        yield from _part_starts(part.parts)


def _places(sources: Iterable[Source | None]) -> Iterator[int]:
    return (source.start for source in sources if source is not None)
