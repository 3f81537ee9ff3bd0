"""Plain text files in the encodings that Chinese documents come in."""

from __future__ import annotations

import codecs
import os
import re
from typing import BinaryIO, NamedTuple

from fulian.errors import ReadError
from fulian.reading.files._load import load_bytes

__all__ = ["DecodedText", "decode", "open_text"]

_EXPECTED = "text in UTF-8, GB18030 (GBK) or UTF-16"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office file (.docx, .xlsx)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.doc, .xls)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7fELF", "a program"),
)
_SAMPLE = 1 << 16
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
# What Chinese text is made of: ASCII, Latin-1 signs, general punctuation, numbers in circles, CJK.
_USUAL = re.compile(
    "[\t-\r -~\xa0-\xff\u2010-\u206f\u2103\u2109\u2116\u2150-\u218f\u2190-\u21ff\u2200-\u22ff\u2460-\u24ff\u2500-\u26ff"
    "\u3000-\u30ff\u3200-\u33ff\u4e00-\u9fff\uff00-\uffef]"
)


class DecodedText(NamedTuple):
    """A text and how it was decoded (解码结果).

    Attributes:
        text: The text, unchanged but for a byte order mark, which is no part of it.
        encoding: The encoding chosen: ``utf-8``, ``gb18030``, ``utf-16-le``, ``utf-16-be`` or ``utf-32-…``.
        file: The file's own name without its folder, or None.

    Example:
        >>> decode("妇联".encode("gbk")).encoding
        'gb18030'
    """

    text: str
    encoding: str
    file: str | None


def open_text(source: str | os.PathLike[str] | BinaryIO) -> DecodedText:
    """Read a file whole and decode it (读取文本文件).

    Args:
        source: A path, or a file opened for reading bytes.

    Returns:
        The text, its encoding and the file's name.

    Raises:
        ReadError: The file cannot be opened, or holds no text.

    Example:
        >>> from io import BytesIO
        >>> open_text(BytesIO("妇联".encode())).text
        '妇联'
    """
    data, file = load_bytes(source)
    return decode(data, file=file)


def decode(data: bytes, *, file: str | None = None) -> DecodedText:
    r"""Decode the bytes of a text file (解码).

    A byte order mark decides. Else what is valid UTF-8 and looks like a text is UTF-8; else the text is in GB18030 (of
    which GBK is a part) or UTF-16 in either order, whichever looks like Chinese text.

    Args:
        data: The whole file.
        file: Its name, for the error.

    Returns:
        The text, the encoding chosen and the name.

    Raises:
        ReadError: The bytes are no text, or text in no encoding known here.

    Example:
        >>> decode("\ufeff妇联".encode("utf-16-be")).encoding
        'utf-16-be'
        >>> decode(b"%PDF-1.7")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: data: expected text in UTF-8, GB18030 (GBK) or UTF-16, found a PDF file
    """
    for signature, found in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(file=file, found=found, expected=_EXPECTED)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decoded(data[len(mark) :], encoding)
            if text is None:
                raise ReadError(file=file, found=f"bytes marked as {encoding} that are none", expected=_EXPECTED)
            return DecodedText(text, encoding, file)
    text = _decoded(data, "utf-8")
    candidates = []
    if text is not None and not _looks_binary(text):
        # A few characters in GBK may be UTF-8 of Cyrillic or Arabic letters by chance.
        if data.isascii() or (likeness := _likeness(text)) >= 0.9:
            return DecodedText(text, "utf-8", file)
        candidates.append((likeness + 0.1, "utf-8", text))
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        text = _decoded(data, encoding)
        if text is not None and not _looks_binary(text):
            candidates.append((_likeness(text), encoding, text))
    likeness, encoding, text = max(candidates, key=lambda one: one[0], default=(0.0, "", ""))
    if likeness < 0.9 and encoding != "utf-8":
        raise ReadError(file=file, found="bytes that are no text in any of them", expected=_EXPECTED)
    return DecodedText(text, encoding, file)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_binary(text: str) -> bool:
    """Whether control characters stand in the text that no writer types."""
    return _CONTROL.search(text) is not None


def _likeness(text: str) -> float:
    """The share of characters that Chinese text is made of, at the beginning of the text."""
    sample = text[:_SAMPLE]
    return len(_USUAL.findall(sample)) / len(sample) if sample else 1.0
