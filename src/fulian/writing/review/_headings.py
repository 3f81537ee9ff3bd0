"""Which lines of a document are its title and its headings, so that the page can set them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fulian.model.achievement import Achievement
from fulian.model.document import FrameRole
from fulian.model.key_task import KeyTask
from fulian.model.reading import Part, Reading

__all__ = ["Headings"]

# A longer line is a paragraph that begins with its heading.
_LONGEST = 60


class Headings:
    """Tells the role of a line (行的作用): the document's title, a heading, or neither."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.document.text
        self._titles = [passage.source.span for passage in reading.document.frame if passage.role is FrameRole.TITLE]
        self._headings: dict[int, str] = {}
        for start, words in _headings(reading):
            self._headings.setdefault(self._text.rfind("\n", 0, start) + 1, words)

    def role(self, start: int, end: int) -> str:
        """Give ``title``, ``heading`` or an empty text for the line of these bounds."""
        if end - start > _LONGEST:
            return ""
        if any(span.start < end and start < span.end for span in self._titles):
            return "title"
        words = self._headings.get(start)
        return "heading" if words and self._text[start:end].rstrip("。：: \r\n").endswith(words) else ""


def _headings(reading: Reading) -> Iterator[tuple[int, str]]:
    """Where each heading's line begins, and the words that it ends with."""
    for plan in reading.plans:
        for section in plan.sections:
            yield section.source.start, section.title
            yield from _works(section.tasks)
    for report in reading.reports:
        if report.headline and report.source:
            yield report.source.start, report.headline
        yield from _works((*report.achievements, *report.commitments))
    yield from _parts(reading.parts)


def _works(works: Iterable[KeyTask | Achievement]) -> Iterator[tuple[int, str]]:
    """The headings of tasks and achievements; a task that says no more than its title is no heading."""
    for one in works:
        if one.title and len(one.text) > len(one.title) + 1:
            yield one.source.start, one.title


def _parts(parts: Iterable[Part]) -> Iterator[tuple[int, str]]:
    for part in parts:
        if part.title:
            yield part.source.start, part.title
        yield from _parts(part.parts)
