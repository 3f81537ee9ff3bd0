"""What each paragraph of a Word file is for: told by the readers that read its text, brought back to its paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

import attrs

from fulian.checks.layout._picture import Laid, Picture, Span
from fulian.model.document import Document, FrameRole, Passage
from fulian.model.source import Source
from fulian.reading.files import SourceText
from fulian.reading.outline import Block, BlockKind, outline
from fulian.reading.table_layout import find_tables
from fulian.reference.official_layout import Element
from fulian.text.list_markers import MarkerStyle
from fulian.text.view import View
from fulian.values.span import Span as TextSpan

__all__ = ["with_roles"]

_ELEMENTS = {
    FrameRole.MASTHEAD: Element.MASTHEAD,
    FrameRole.NUMBER: Element.NUMBER,
    FrameRole.RECIPIENTS: Element.RECIPIENTS,
    FrameRole.ANNEX_LIST: Element.ANNEX_LIST,
    FrameRole.ANNEX_MARK: Element.ANNEX_MARK,
    FrameRole.SIGNATURE: Element.SIGNATURE,
    FrameRole.DATE: Element.DATE,
}
_LEVELS = {
    MarkerStyle.HAN: Element.LEVEL_1,
    MarkerStyle.HAN_PAREN: Element.LEVEL_2,
    MarkerStyle.ARABIC: Element.LEVEL_3,
    MarkerStyle.ARABIC_PAREN: Element.LEVEL_4,
}
_TITLES = (Element.TITLE, Element.ANNEX_TITLE)
_BELOW = (Element.BODY, Element.LEVEL_2, Element.LEVEL_3, Element.LEVEL_4)
_MARK = 2  # the first characters of a mark, which have its typeface whatever follows
_COPIES = re.compile("(?:抄送|抄报|分送)")
_PRINTING = re.compile("印发$")
_NOTE = re.compile("[（(].*[）)]", re.DOTALL)
_STOPS = "。；！？…"
_SIGNED = (Element.SIGNATURE, Element.DATE)
_RUNNING = 28  # a paragraph of a line or more is running text


def with_roles(
    picture: Picture, text: SourceText, document: Document, known: Mapping[int, Element] | None = None
) -> Picture:
    """Give a picture with what each of its paragraphs is for, and where its words stand in the document.

    Args:
        picture: The picture of the file.
        text: The text of the same file, with its places.
        document: The document that was read from it.
        known: What paragraphs outside the body are for, by number, where their writer says it; None where it is told by
            reading.
    """
    places = _Places(text, document.id)
    framed = _frame(picture, document, places) if known is None else dict(known)
    headings: dict[int, tuple[Element, Span]] = {}
    body: set[int] = set()
    view = View(document.text)
    for block in outline(view.text, tables=find_tables(view)):
        start = view.place(block.start)
        number = places.paragraph(start)
        if number is None or number in framed:
            continue
        first = places.first(number)
        body.add(number)
        level = _LEVELS.get(block.style) if block.style is not None else None
        if level is not None and first == start:
            headings[number] = level, _heading(block, view, start)
    begins = min(body, default=0)
    paragraphs = []
    for one in picture.paragraphs:
        element, heading = framed.get(one.number), None
        if element in _SIGNED and one.number < begins:
            element = None  # the author and the day under a title, of which the standard knows nothing
        elif element is None and one.number in headings:
            element, heading = headings[one.number]
            heading = _in_paragraph(heading, one, places)
        elif element is None and one.number in body and _is_running(one):
            element = Element.BODY
        paragraphs.append(attrs.evolve(one, element=element, heading=heading, source=places.source(one.number)))
    return attrs.evolve(picture, paragraphs=tuple(_doubtful(list(_notes(paragraphs)))))


def _is_running(paragraph: Laid) -> bool:
    """Whether a paragraph is running text beyond doubt: it ends with a stop, or is longer than a line."""
    words = paragraph.text.strip()
    return len(words) > _RUNNING or (len(words) > 8 and words[-1] in _STOPS)


def _in_paragraph(heading: Span, paragraph: Laid, places: _Places) -> Span:
    """A heading's reach in the paragraph's own words: without a mark that the program prints, with spaces before it."""
    source = places.source(paragraph.number)
    words = paragraph.text.strip()
    printed = len(source.quote) - len(words) if paragraph.numbered and source is not None else 0
    leading = len(paragraph.text) - len(paragraph.text.lstrip())
    return Span(0, max(heading.end - max(printed, 0), 1) + leading)


def _heading(block: Block, view: View, start: int) -> Span:
    """How far the mark and the heading reach, in characters of the paragraph."""
    end = block.end if block.kind is BlockKind.HEADING else max(block.text, block.heading_end)
    return Span(0, view.place(end - 1) + 1 - start)


def _frame(picture: Picture, document: Document, places: _Places) -> dict[int, Element]:
    """The paragraphs that the reader took out of the body."""
    laid = {one.number: one for one in picture.paragraphs}
    found: dict[int, Element] = {}
    for number, element in _framed(document, places):
        above = number - 1
        while above in laid and not laid[above].text.strip():
            above -= 1
        goes_on = element in _TITLES and found.get(above) is element
        # A line under a title is of the title where it looks like it: it may be the first line of a form.
        if not goes_on or _look(laid[above]) == _look(laid[number]):
            found[number] = element
    return found


def _look(paragraph: Laid) -> tuple[float | None, str]:
    return paragraph.size, paragraph.align


def _framed(document: Document, places: _Places) -> Iterator[tuple[int, Element]]:
    annexed = False
    for passage in document.frame:
        number = places.paragraph(passage.source.start)
        element = _element(passage, annexed=annexed)
        annexed |= passage.role is FrameRole.ANNEX_MARK
        if number is not None and element is not None:
            yield number, element
            last = places.paragraph(passage.source.end - 1)
            yield from ((other, element) for other in range(number + 1, (last or number) + 1))


def _element(passage: Passage, *, annexed: bool) -> Element | None:
    words = passage.text.strip()
    match passage.role:
        case FrameRole.TITLE:
            return Element.ANNEX_TITLE if annexed else Element.TITLE
        case FrameRole.MARKING:
            return _marking(words)
        case FrameRole.IMPRINT if _COPIES.match(words):
            return Element.COPIES
        case FrameRole.IMPRINT if _PRINTING.search(words):
            return Element.PRINTING
        case FrameRole.IMPRINT if _NOTE.fullmatch(words):
            return Element.NOTE
        case role:
            return _ELEMENTS.get(role)


def _doubtful(paragraphs: list[Laid]) -> Iterator[Laid]:
    """A line with a mark that is all heading is one beyond doubt only where text or a deeper level follows it."""
    for one, below in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        heading = one.heading
        if heading is not None and heading.end >= len(one.text.strip()):
            heads = below is not None and below.element in _BELOW and one.text.strip()[-1] not in _STOPS
            leading = len(one.text) - len(one.text.lstrip())
            heading = heading if heads else Span(0, min(_MARK + leading, heading.end))
        yield attrs.evolve(one, heading=heading)


def _marking(words: str) -> Element:
    if words.isdecimal():
        return Element.COPY_NUMBER
    if words.startswith("签发人"):
        return Element.SIGNATORY
    return Element.SECRECY if "密" in words else Element.URGENCY


def _notes(paragraphs: list[Laid]) -> Iterator[Laid]:
    """A paragraph in brackets right behind the date is a note."""
    above: Laid | None = None
    for one in paragraphs:
        words = one.text.strip()
        after_date = above is not None and above.element is Element.DATE
        if words and after_date and one.element in (None, Element.BODY) and _NOTE.fullmatch(words):
            yield attrs.evolve(one, element=Element.NOTE, heading=None)
        else:
            yield one
        above = one if words else above


class _Places:
    """The way between the characters of a text and the paragraphs of its file."""

    def __init__(self, text: SourceText, document_id: str) -> None:
        self._text, self._id = text.text, document_id
        held = [one for one in text.stretches if one.place.paragraph is not None]
        self._starts = [one.start for one in held]
        self._numbers = [one.place.paragraph for one in held]
        self._ends = [one.end for one in held]
        self._spans: dict[int, tuple[int, int]] = {}
        for one in held:
            number = one.place.paragraph or 0
            first, last = self._spans.get(number, (one.start, one.end))
            self._spans[number] = min(first, one.start), max(last, one.end)

    def paragraph(self, place: int) -> int | None:
        """The paragraph in which a character stands; None where it stands in none, such as a table's."""
        at = bisect_right(self._starts, place) - 1
        return self._numbers[at] if at >= 0 and place < self._ends[at] else None

    def first(self, number: int) -> int:
        """The first character of a paragraph."""
        return self._spans[number][0]

    def source(self, number: int) -> Source | None:
        """Where a paragraph's words stand; None where it has none."""
        if number not in self._spans:
            return None
        start, end = self._spans[number]
        return Source(document_id=self._id, span=TextSpan(start=start, end=end), quote=self._text[start:end])
