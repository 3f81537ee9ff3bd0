"""The text of a file, with the way back to the paragraph, the cell or the page that each stretch of it came from."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

import attrs
from attrs.validators import instance_of, optional

from fulian.reading.files.kinds import FileKind
from fulian.values.span import Span
from fulian.values.validation import filled, tuple_of

__all__ = ["Aside", "Heading", "Place", "Remark", "SourceText", "Stretch"]


@attrs.frozen(kw_only=True)
class Place:
    """Where in a file a stretch of its text stands (文件位置).

    What a kind of file doesn't have is None: a web page has no pages, a PDF no paragraphs.

    Attributes:
        page: The page, from 1.
        box: The stretch's left, bottom, right and top on the page, from the page's lower left corner.
        paragraph: The paragraph, from 1, counted through the document; those in tables are not counted.
        table: The table, from 1, counted through the document.
        sheet: The sheet's name; None in a CSV file, which is one sheet without a name.
        cell: The cell's address, such as ``C7``; in a Word table or a web page's, column and row are counted as there.
        line: The line of a plain text, from 1.

    Units:
        A box is in points, 1/72 inch.

    Example:
        >>> print(Place(sheet="汇总", cell="C7"))
        汇总!C7
        >>> print(Place(page=3, box=(72.0, 500.0, 310.5, 512.0)))
        page 3 (72.0, 500.0, 310.5, 512.0)
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    paragraph: int | None = None
    table: int | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        if self.sheet is not None:
            return f"{self.sheet}!{self.cell}" if self.cell else self.sheet
        if self.cell is not None and self.table is None:
            return self.cell
        if self.page is not None:
            return f"page {self.page} {self.box}" if self.box else f"page {self.page}"
        if self.table is not None:
            return f"table {self.table}, {self.cell}" if self.cell else f"table {self.table}"
        if self.paragraph is not None:
            return f"paragraph {self.paragraph}"
        return f"line {self.line}" if self.line is not None else "the file"


class Stretch(NamedTuple):
    """A stretch of a text with its place in the file (段位).

    Attributes:
        start: Its first character, code points from zero.
        end: The character after its last.
        place: Where it stands.

    Example:
        >>> str(Stretch(start=0, end=12, place=Place(paragraph=1)).place)
        'paragraph 1'
    """

    start: int
    end: int
    place: Place


@attrs.frozen(kw_only=True)
class Aside:
    """What stands in a file beside its running text, and was left out of it (文外内容).

    Attributes:
        kind: What it is: ``header``, ``footer``, ``footnote``, ``endnote``, ``comment``, ``deleted`` (by a tracked
            change), ``hidden``, ``navigation``, ``metadata``, ``page-number``.
        text: Its words.
        place: Where it stands, or None where the file doesn't say.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: Kind or text is blank.

    Example:
        >>> Aside(kind="navigation", text="首页 > 工作动态").text
        '首页 > 工作动态'
    """

    kind: str = attrs.field(validator=filled())
    text: str = attrs.field(validator=filled())
    place: Place | None = attrs.field(default=None, validator=optional(instance_of(Place)))


class Heading(NamedTuple):
    """A line that the file itself marks as a heading (标题行), by a style, an outline level or its look.

    Attributes:
        start: Its first character, code points from zero.
        end: The character after its last.
        level: How deep it stands, from 1.

    Example:
        >>> Heading(start=0, end=4, level=1).level
        1
    """

    start: int
    end: int
    level: int


class Remark(NamedTuple):
    """Something about a file that its reader should know (文件说明).

    Attributes:
        code: A short stable name in lower-case English with hyphens.
        text: What there is to know, in plain English.

    Example:
        >>> Remark("tracked-changes", "2 insertions accepted").code
        'tracked-changes'
    """

    code: str
    text: str


@attrs.frozen(kw_only=True)
class SourceText:
    r"""The text that a file holds (原文), line for paragraph, and where in the file each stretch of it stands.

    `fulian.read` takes it in place of the file, so that the spans of what was read can be located.

    Attributes:
        text: The text; every span counts in it. A row of a table is a line, its cells separated by tabs.
        kind: What kind of file it is, by its content.
        encoding: The encoding of the file's characters, where it is a kind that has one; else None.
        file: The file's own name without its folder, or None.
        stretches: Where the text stands in the file, in order, without overlap. Empty for plain text, whose places are
            its lines.
        headings: The lines that the file itself marks as headings, in order; the outline heeds them where a line has no
            number of its own.
        asides: What was left out of the text, in the order of the file.
        remarks: What there is to know about the file.
        fields: What the file says of itself apart from its text: pairs of a name (``title``, ``published``,
            ``publisher``, ``author``, ``number``, ``url``, ``annex`` …) and a value.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> source = SourceText(text="县妇联工作要点\n一、维权", kind=FileKind.TEXT)
        >>> [str(place) for place in source.locate(Span(start=8, end=12))]
        ['line 2']
    """

    text: str = attrs.field(validator=instance_of(str), repr=lambda text: f"<{len(text)} characters>")
    kind: FileKind = attrs.field(validator=instance_of(FileKind))
    encoding: str | None = attrs.field(default=None, validator=optional(filled()))
    file: str | None = attrs.field(default=None, validator=optional(filled()))
    stretches: tuple[Stretch, ...] = attrs.field(default=(), validator=instance_of(tuple), repr=False)
    headings: tuple[Heading, ...] = attrs.field(default=(), validator=instance_of(tuple), repr=False)
    asides: tuple[Aside, ...] = attrs.field(default=(), validator=tuple_of(Aside))
    remarks: tuple[Remark, ...] = attrs.field(default=(), validator=tuple_of(Remark))
    fields: tuple[tuple[str, str], ...] = attrs.field(default=(), validator=instance_of(tuple))

    def locate(self, span: Span) -> tuple[Place, ...]:
        """Give the places in the file that a span of the text touches (定位).

        Args:
            span: A span of the text, such as ``observation.source.span``.

        Returns:
            The places in the order of the text. Empty where the span holds nothing but what fulian put between two
            stretches, such as a line break.

        Raises:
            IndexError: The span reaches beyond the text.

        Example:
            >>> stretches = (Stretch(0, 3, Place(sheet="表1", cell="A1")), Stretch(4, 7, Place(sheet="表1", cell="B1")))
            >>> source = SourceText(text="培训班 12期", kind=FileKind.XLSX, stretches=stretches)
            >>> [str(place) for place in source.locate(Span(start=4, end=6))]
            ['表1!B1']
        """
        if span.end > len(self.text):
            raise IndexError(f"expected a span within {len(self.text)} characters, found {span}")
        if not self.stretches:
            first = self.text.count("\n", 0, span.start) + 1
            last = first + self.text.count("\n", span.start, span.end - 1)
            return tuple(Place(line=line) for line in range(first, last + 1))
        at = max(bisect_right(self.stretches, span.start, key=lambda stretch: stretch.start) - 1, 0)
        found: list[Place] = []
        while at < len(self.stretches) and self.stretches[at].start < span.end:
            if self.stretches[at].end > span.start and (not found or found[-1] != self.stretches[at].place):
                found.append(self.stretches[at].place)
            at += 1
        return tuple(found)

    def field(self, name: str) -> str | None:
        """Give the first value that the file itself gives for a name (文件字段).

        Args:
            name: The field's name.

        Returns:
            The value, or None.

        Example:
            >>> SourceText(text="", kind=FileKind.HTML, fields=(("publisher", "县政府网"),)).field("publisher")
            '县政府网'
        """
        return next((value for key, value in self.fields if key == name), None)
