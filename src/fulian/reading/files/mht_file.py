"""Saved web pages in one file (.mht): a message whose first page is the document."""

from __future__ import annotations

import email
import email.policy
from typing import NamedTuple

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
    try:
        page = _first_page(data)
    except Exception as error:  # email raises whatever a damaged header makes it stumble over
        raise ReadError(file=file, found="a message that is damaged", expected=expected) from error
    if page is None or not page.content.strip():
        raise ReadError(file=file, found="a message without a page", expected=expected)
    builder = TextBuilder()
    declared = f"<!-- charset={page.charset} -->".encode() if page.charset else b""
    text, encoding = decode_page(declared + page.content, file=file, builder=builder)
    if page.location.startswith(("http://", "https://")):
        builder.fields.append(("url", page.location))
    read_page(text, builder, file=file)
    builder.version = page.version
    return builder.close(FileKind.MHT, file=file, encoding=encoding)


class _Page(NamedTuple):
    """A page within a message: its bytes, and what the headers say of it."""

    content: bytes
    charset: str
    location: str
    version: str | None


def _first_page(data: bytes) -> _Page | None:
    """The first page of a message."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes):
        return None
    charset, version = part.get_param("charset"), message.get("MIME-Version")
    return _Page(
        content,
        charset if isinstance(charset, str) else "",
        str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""),
        f"MIME {str(version).strip()[:10]}" if version else None,
    )
