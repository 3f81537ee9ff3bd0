"""The text of a file, with the way back to the paragraph, the cell or the page that each stretch of it came from."""

from __future__ import annotations

from typing import NamedTuple

import attrs
from attrs.validators import instance_of, optional

from fulian.model.file_kind import FileKind
from fulian.model.stretch import Stretch, locate
from fulian.values.place import Place
from fulian.values.span import Span
from fulian.values.validation import filled, tuple_of

__all__ = ["Aside", "Heading", "Remark", "SourceText"]


@attrs.frozen(kw_only=True)
class Aside:
    """What stands in a file beside its running text, and was left out of it (文外内容).

    Attributes:
        kind: What it is: ``header``, ``footer``, ``footnote``, ``endnote``, ``comment``, ``deleted`` (by a tracked
            change), ``hidden``, ``contents`` (a list of the headings), ``navigation``, ``metadata``, ``page-number``.
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

    `fulian.read` takes it in place of the file. The document keeps kind, version, encoding, name and places of it.

    Attributes:
        text: The text; every span counts in it. A row of a table is a line, its cells separated by tabs.
        kind: What kind of file it is, by its content.
        version: The version of the format that the file says it is in, such as ``PDF 1.7``; None where it says none.
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
    version: str | None = attrs.field(default=None, validator=optional(filled()))
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
            >>> stretches = (Stretch(start=4, end=7, place=Place(sheet="表1", cell="B1")),)
            >>> source = SourceText(text="培训班 12期", kind=FileKind.XLSX, stretches=stretches)
            >>> [str(place) for place in source.locate(Span(start=4, end=6))]
            ['表1!B1']
        """
        return locate(span, self.text, self.stretches)

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
