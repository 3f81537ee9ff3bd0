"""What a document's frame says."""

from __future__ import annotations

from datetime import date

import attrs

from fulian.reading._draft import PassageDraft
from fulian.values.document_number import DocumentNumber

__all__ = ["Frame"]


@attrs.define
class Frame:
    """What stands around a document's body, and what it says (文件框架).

    Attributes:
        passages: The frame's passages, in order.
        body: The runs of blocks that are left as body, by the number of the first and of the one after the last.
        annexes: The numbers of the blocks that mark an annex.
        title: The title's bounds, or None.
        number: The document number, or None.
        masthead: The bounds of the issuer's name in the masthead, or None.
        signature: The bounds of the signature, or None.
        recipients: The recipients' names, in order.
        issued: The date of issue, or None.
        published: The date of publication, or None.
        publisher: The publisher, or None.
        authors: The authors, in order.
        editor: The editor, or None.
        url: The address, or None.
        attachments: The annexes' titles, in order.

    Example:
        >>> Frame().recipients
        ()
    """

    passages: list[PassageDraft] = attrs.Factory(list)
    body: list[tuple[int, int]] = attrs.Factory(list)
    annexes: list[int] = attrs.Factory(list)
    title: tuple[int, int] | None = None
    number: DocumentNumber | None = None
    masthead: tuple[int, int] | None = None
    signature: tuple[int, int] | None = None
    recipients: tuple[str, ...] = ()
    issued: date | None = None
    published: date | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    url: str | None = None
    attachments: list[str] = attrs.Factory(list)
