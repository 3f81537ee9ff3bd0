"""A published document: its text, unchanged, and what its frame says of it."""

from __future__ import annotations

from datetime import date

import attrs
from attrs.validators import instance_of, optional

from fulian.model.file_kind import FileKind
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.model.stretch import Stretch, check_stretches, locate
from fulian.values.document_number import DocumentNumber
from fulian.values.place import Place
from fulian.values.span import Span
from fulian.values.term import Term
from fulian.values.validation import filled, tuple_of

__all__ = ["Document", "DocumentKind", "FrameRole", "Passage"]


class DocumentKind(Term):
    """What kind of document it is (文件类别), by what it does rather than by what it is called.

    Example:
        >>> DocumentKind.ROUND_UP.zh
        '多地工作综述'
    """

    PLAN = "plan", "工作要点"
    ROUND_UP = "round-up", "多地工作综述"
    SUMMARY = "summary", "工作总结"
    STUDY = "study", "调研报告"
    COLLECTION = "collection", "文集"
    FORM = "form", "填报表"
    OTHER = "other", "其他"


class FrameRole(Term):
    """What a passage is for (段落作用): a piece of the frame around a document's body, or of the body itself.

    Source:
        GB/T 9704-2012, 7, for the elements of an official document; the rest is ours.

    Example:
        >>> FrameRole.RECIPIENTS.zh
        '主送机关'
    """

    MARKING = "marking", "份号、密级、紧急程度和签发人"
    MASTHEAD = "masthead", "发文机关标志"
    NUMBER = "number", "发文字号"
    TITLE = "title", "标题"
    RECIPIENTS = "recipients", "主送机关"
    TRANSMITTAL = "transmittal", "印发正文"
    ANNEX_LIST = "annex-list", "附件说明"
    ANNEX_MARK = "annex-mark", "附件标记"
    SIGNATURE = "signature", "发文机关署名"
    DATE = "date", "成文日期"
    IMPRINT = "imprint", "版记"
    CONTENTS = "contents", "目录"
    FOOTNOTE = "footnote", "脚注"
    NAVIGATION = "navigation", "网页导航"
    BYLINE = "byline", "来源与作者"
    LEAD = "lead", "导语"
    GUIDANCE = "guidance", "总体要求"
    HEADING = "heading", "标题行"
    BODY = "body", "正文"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Passage:
    """A stretch of a document with its role (段落).

    Attributes:
        text: The passage as a person reads it: lines joined, page breaks gone.
        role: What it is for.
        source: Where it stands.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The text is blank.

    Example:
        >>> from fulian.values import Span
        >>> source = Source(document_id="d1", span=Span(start=0, end=5), quote="各县妇联：")
        >>> Passage(text="各县妇联：", role=FrameRole.RECIPIENTS, source=source).role.zh
        '主送机关'
    """

    text: str = attrs.field(validator=filled())
    role: FrameRole = attrs.field(validator=instance_of(FrameRole))
    source: Source = attrs.field(validator=instance_of(Source))


@attrs.frozen(kw_only=True)
class Document:
    """A published document (文件): the decoded text, unchanged, and what its head and foot say.

    Attributes:
        id: The document's id: by default the first sixteen hexadecimal digits of the SHA-256 of its text in UTF-8, so
            that the same text has the same id on any machine.
        title: The title, or None where none could be told.
        kind: What kind of document it is.
        number: The document number (发文字号), or None.
        issuer: The issuing body (发文机关), or None.
        recipients: The main recipients (主送机关) as printed, in order; may be empty.
        issued: The date of issue (成文日期), or None.
        published: The day it was published on the web or in print (发布日期), or None.
        publisher: The paper or site that published it (来源), or None.
        authors: The authors and correspondents named, in order; may be empty.
        editor: The editor named (编辑), or None.
        url: The address the document itself gives, or None.
        attachments: The titles of the annexes (附件) that it announces, in order; may be empty.
        frame: The passages outside the body that say all this, in document order, each with its source.
        text: The decoded text, unchanged; every span in every record counts in it.
        encoding: The encoding the text was decoded from, such as ``utf-8`` or ``gb18030``; None for text given as str.
        file: The file's own name without its folder, or None.
        file_kind: What kind of file it came in, by its content; None for text given as str.
        file_version: The version of the format that the file says it is in, such as ``PDF 1.7`` or ``BIFF8``; None
            where it says none.
        stretches: Where the text stands in the file, in order, without overlap: a paragraph, a cell or a printed line
            each. Empty for plain text, whose places are its lines.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The id is blank, or the stretches are out of order or beyond the text.

    Source:
        GB/T 9704-2012, 7, for the elements of an official document.

    Example:
        >>> Document(id="d1", text="县妇联2020年工作要点").kind.zh
        '其他'
    """

    id: str = attrs.field(validator=filled())
    title: str | None = attrs.field(default=None, validator=optional(filled()))
    kind: DocumentKind = attrs.field(default=DocumentKind.OTHER, validator=instance_of(DocumentKind))
    number: DocumentNumber | None = attrs.field(default=None, validator=optional(instance_of(DocumentNumber)))
    issuer: Organization | None = attrs.field(default=None, validator=optional(instance_of(Organization)))
    recipients: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    issued: date | None = attrs.field(default=None, validator=optional(instance_of(date)))
    published: date | None = attrs.field(default=None, validator=optional(instance_of(date)))
    publisher: str | None = attrs.field(default=None, validator=optional(filled()))
    authors: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    editor: str | None = attrs.field(default=None, validator=optional(filled()))
    url: str | None = attrs.field(default=None, validator=optional(filled()))
    attachments: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    frame: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage))
    text: str = attrs.field(validator=instance_of(str), repr=lambda text: f"<{len(text)} characters>")
    encoding: str | None = attrs.field(default=None, validator=optional(filled()))
    file: str | None = attrs.field(default=None, validator=optional(filled()))
    file_kind: FileKind | None = attrs.field(default=None, validator=optional(instance_of(FileKind)))
    file_version: str | None = attrs.field(default=None, validator=optional(filled()))
    stretches: tuple[Stretch, ...] = attrs.field(
        default=(), validator=tuple_of(Stretch), repr=lambda stretches: f"<{len(stretches)} stretches>"
    )

    def __attrs_post_init__(self) -> None:
        check_stretches(self.stretches, self.text)

    def locate(self, span: Span) -> tuple[Place, ...]:
        r"""Give the places in the file that a span of the text touches (定位).

        Args:
            span: A span of the text, such as ``observation.source.span``.

        Returns:
            The places in the order of the text. Empty where the span holds nothing but what fulian put between two
            stretches, such as a line break.

        Raises:
            IndexError: The span reaches beyond the text.

        Example:
            >>> place = Place(sheet="表1", cell="B1")
            >>> document = Document(id="d1", text="培训班\t12期", stretches=(Stretch(start=4, end=7, place=place),))
            >>> [str(place) for place in document.locate(Span(start=4, end=6))]
            ['表1!B1']
        """
        return locate(span, self.text, self.stretches)
