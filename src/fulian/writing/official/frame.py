"""What stands around the body of an official document: who issues it, to whom, when, with which annexes."""

from __future__ import annotations

from datetime import date

import attrs
from attrs.validators import deep_iterable, instance_of, optional

from fulian.model.document import Document
from fulian.model.organization import Organization, OrganizationKind
from fulian.values.document_number import DocumentNumber
from fulian.values.validation import digits, filled, tuple_of

__all__ = ["Annex", "OfficialFrame"]


@attrs.frozen(kw_only=True)
class Annex:
    r"""A text that a document carries behind it (附件).

    Attributes:
        title: Its title, as the list of annexes has it.
        text: Its text, a line for each paragraph.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: Title or text is blank.

    Example:
        >>> Annex(title="参会回执", text="单位：\n姓名：").title
        '参会回执'
    """

    title: str = attrs.field(validator=filled())
    text: str = attrs.field(validator=filled())


@attrs.frozen(kw_only=True)
class OfficialFrame:
    """The frame of an official document (公文版头、主体要素和版记).

    What is None or empty here is taken from the record, or from its document where a reading is written; what they
    don't have either is left out of the document. Where recipients are known, a plan goes out as the annex of a notice
    (通知); else it stands by itself.

    Attributes:
        issuer: The issuing body's full name (发文机关), for masthead and signature.
        masthead: The words of the masthead (发文机关标志); the issuer's name with 文件 where None.
        number: The document number (发文字号).
        title: The document's title (标题); made from issuer, matter and kind of document where None.
        recipients: The main recipients (主送机关), in order.
        issued: The date of issue (成文日期).
        annexes: Further annexes (附件), behind those that the record itself makes.
        sealed: Whether the document will be sealed (加盖印章), which decides where signature and date stand.
        copy_number: The number of this copy (份号), six digits.
        secrecy: Secrecy and its term (密级和保密期限), such as 秘密★1年.
        urgency: Urgency (紧急程度), such as 特急.
        signatory: Who signs a document to a superior (签发人).
        note: What to know of the document (附注), such as 此件公开发布, without brackets.
        copies: Who gets a copy (抄送机关), in order.
        printing: The organ that prints it (印发机关); it stands with its day, and not without one.
        printed: The day it is printed (印发日期); the date of issue where None.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: A name is blank, or the copy number is not six digits.

    Source:
        GB/T 9704-2012, 7.

    Example:
        >>> frame = OfficialFrame(issuer="株洲市妇女联合会", recipients=("各县市区妇联",), issued=date(2024, 2, 3))
        >>> frame.sealed
        True
    """

    issuer: str | None = attrs.field(default=None, validator=optional(filled()))
    masthead: str | None = attrs.field(default=None, validator=optional(filled()))
    number: DocumentNumber | None = attrs.field(default=None, validator=optional(instance_of(DocumentNumber)))
    title: str | None = attrs.field(default=None, validator=optional(filled()))
    recipients: tuple[str, ...] = attrs.field(default=(), validator=[tuple_of(str), deep_iterable(filled())])
    issued: date | None = attrs.field(default=None, validator=optional(instance_of(date)))
    annexes: tuple[Annex, ...] = attrs.field(default=(), validator=tuple_of(Annex))
    sealed: bool = attrs.field(default=True, validator=instance_of(bool))
    copy_number: str | None = attrs.field(default=None, validator=optional(digits(6)))
    secrecy: str | None = attrs.field(default=None, validator=optional(filled()))
    urgency: str | None = attrs.field(default=None, validator=optional(filled()))
    signatory: str | None = attrs.field(default=None, validator=optional(filled()))
    note: str | None = attrs.field(default=None, validator=optional(filled()))
    copies: tuple[str, ...] = attrs.field(default=(), validator=[tuple_of(str), deep_iterable(filled())])
    printing: str | None = attrs.field(default=None, validator=optional(filled()))
    printed: date | None = attrs.field(default=None, validator=optional(instance_of(date)))

    def completed(self, body: Organization | None, document: Document | None = None) -> OfficialFrame:
        """Fill in what a record and its document know (补全).

        Args:
            body: The body whose record is written, or None.
            document: The document it was read from, or None.

        Returns:
            The frame with issuer, number, recipients and date of issue, as far as they are known.

        Example:
            >>> source = Document(id="d1", text="通知", recipients=("各县市区妇联",), issued=date(2024, 2, 3))
            >>> OfficialFrame().completed(None, source).recipients
            ('各县市区妇联',)
        """
        if document is not None:
            body = document.issuer or body
        issuer = self.issuer or (body.name if body and body.kind is not OrganizationKind.AREA else None)
        if document is None:
            return attrs.evolve(self, issuer=issuer)
        return attrs.evolve(
            self,
            issuer=issuer,
            number=self.number or document.number,
            recipients=self.recipients or document.recipients,
            issued=self.issued or document.issued,
        )
