"""What a file says of its document apart from the text: the tags of a page, the properties of a file."""

from __future__ import annotations

import re
from datetime import date

import attrs

from fulian.errors import ParseError
from fulian.model.reading import Note, Reading
from fulian.reading.files import SourceText
from fulian.text.document_numbers import parse_document_number
from fulian.values.document_number import DocumentNumber

__all__ = ["with_what_the_file_says"]

_DAY = re.compile("([12][0-9]{3})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})")


def with_what_the_file_says(reading: Reading, source: SourceText) -> Reading:
    """Give the reading with what the file itself says: of its document where the text is silent, and as notes.

    The tags of a page are made for machines: for publisher, day of publication and address their word comes first.
    """
    if not source.fields and not source.remarks:
        return reading
    document = reading.document
    author = source.field("author")
    document = attrs.evolve(
        document,
        title=document.title or source.field("title"),
        number=document.number or _number(source.field("number")),
        published=_day(source.field("published")) or document.published,
        publisher=source.field("publisher") or document.publisher,
        authors=document.authors or ((author,) if author else ()),
        url=source.field("url") or document.url,
    )
    notes = tuple(Note(code=remark.code, text=remark.text) for remark in source.remarks)
    return attrs.evolve(reading, document=document, notes=(*notes, *reading.notes))


def _day(words: str | None) -> date | None:
    match = _DAY.search(words or "")
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _number(words: str | None) -> DocumentNumber | None:
    try:
        return parse_document_number(words) if words else None
    except ParseError:
        return None
