"""Saved web pages in one file (.mht): a message whose first page is the document."""

from __future__ import annotations

import email
import email.policy

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files._builder import TextBuilder
from fulian.reading.files.html_file import decode_page, read_page
from fulian.reading.files.source_text import SourceText

__all__ = ["read"]


def read(data: bytes, *, kind: FileKind, file: str | None) -> SourceText:  # noqa: ARG001 - every reader is given it
    r"""Read a saved web page (读取网页存档).

    Args:
        data: The file's bytes.
        kind: The kind that was told by its content.
        file: Its name, for the error.

    Returns:
        The page's own text, as of a web page.

    Raises:
        ReadError: The file holds no page, or the package lxml is missing.

    Example:
        >>> data = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>接访43件。</p>".encode()
        >>> read(data, kind=FileKind.MHT, file=None).text
        '接访43件。\n'
    """
    expected = "a saved web page"
    message = email.message_from_bytes(data, policy=email.policy.default)
    try:
        pages = [part for part in message.walk() if part.get_content_type() == "text/html"]
        payload = pages[0].get_payload(decode=True) if pages else None
    except (LookupError, ValueError, AttributeError, TypeError) as error:
        raise ReadError(file=file, found="a message that is damaged", expected=expected) from error
    if not isinstance(payload, bytes) or not payload.strip():
        raise ReadError(file=file, found="a message without a page", expected=expected)
    builder = TextBuilder()
    charset = pages[0].get_param("charset")
    declared = f"<!-- charset={charset} -->".encode() if isinstance(charset, str) else b""
    text, encoding = decode_page(declared + payload, file=file, builder=builder)
    location = str(pages[0].get("Content-Location") or message.get("Snapshot-Content-Location") or "")
    if location.startswith(("http://", "https://")):
        builder.fields.append(("url", location))
    read_page(text, builder, file=file)
    if version := message.get("MIME-Version"):
        builder.version = f"MIME {str(version).strip()[:10]}"
    return builder.close(FileKind.MHT, file=file, encoding=encoding)
