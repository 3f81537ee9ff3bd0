"""One choice for every file: what it is, and who reads it."""

from __future__ import annotations

import importlib
import os
import re
from typing import BinaryIO, Protocol, cast

import attrs

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files._load import load_bytes
from fulian.reading.files.kinds import ENGLISH, FILE_KINDS, file_kind
from fulian.reading.files.source_text import Remark, SourceText
from fulian.reading.files.text_file import decode

__all__ = ["read_bytes", "read_source"]

# The module that reads a kind, loaded when the first such file comes. Each has a function `read`.
_READERS = {
    FileKind.PDF: "fulian.reading.files.pdf_file",
    FileKind.DOC: "fulian.reading.files.office_file",
    FileKind.RTF: "fulian.reading.files.office_file",
    FileKind.ODT: "fulian.reading.files.office_file",
    FileKind.XLSX: "fulian.reading.files.sheet_file",
    FileKind.XLS: "fulian.reading.files.xls_file",
    FileKind.CSV: "fulian.reading.files.csv_file",
    FileKind.DOCX: "fulian.reading.files.word_file",
    FileKind.HTML: "fulian.reading.files.html_file",
    FileKind.MHT: "fulian.reading.files.mht_file",
}

# How the records that fulian saves begin, as JSON, JSON Lines or YAML: a document's text does not.
_SAVED = re.compile(r'\s*(?:\{\s*"fulian":|fulian:) ?"1"')


class _Reader(Protocol):
    def __call__(self, data: bytes, *, kind: FileKind, file: str | None) -> SourceText: ...


def read_source(source: str | os.PathLike[str] | BinaryIO) -> SourceText:
    """Read the text of a file (读取原文), with the way back to its paragraphs, cells or pages.

    What it gives can be given to `fulian.read`; the spans of what is read then lead to places in the file.

    Args:
        source: A path, or a file opened for reading bytes. What it is, is told by its content.

    Returns:
        The text, its places, and what was left out of it.

    Raises:
        ReadError: The file cannot be opened or is damaged, is of a kind that cannot be read, or a package is missing
            (then `extra` names what brings it).

    Example:
        >>> from io import BytesIO
        >>> source = read_source(BytesIO("县妇联举办培训12期。".encode("gb18030")))
        >>> source.kind, source.encoding
        (<FileKind.TEXT: 'text'>, 'gb18030')
    """
    data, file = load_bytes(source)
    return read_bytes(data, file=file)


def read_bytes(data: bytes, *, file: str | None = None) -> SourceText:
    """Read the text of a file that is given as bytes (读取字节).

    Args:
        data: The whole file.
        file: Its name: for the error, and for its suffix where the content leaves the kind open.

    Returns:
        The text, its places, and what was left out of it.

    Raises:
        ReadError: The file is damaged, is of a kind that cannot be read, or a package is missing.

    Example:
        >>> read_bytes(b"", file="empty.txt").text
        ''
    """
    kind = file_kind(data, file=file)
    if kind is FileKind.TEXT:
        text, encoding, _ = decode(data, file=file)
        if _SAVED.match(text):
            expected = "a document; fulian.load takes saved records back"
            raise ReadError(file=file, found="records that fulian saved", expected=expected)
        return _told_by_content(SourceText(text=text, kind=kind, encoding=encoding, file=file))
    if kind is FileKind.ZIP:
        expected = "a document; fulian.read_many reads what an archive holds"
        raise ReadError(file=file, found="a ZIP archive", expected=expected)
    if kind not in _READERS:
        expected = "an .xlsx: open the file in LibreOffice or Excel and save it as that"
        raise ReadError(file=file, found=ENGLISH[kind], expected=expected)
    reader = cast("_Reader", importlib.import_module(_READERS[kind]).read)
    return _told_by_content(reader(data, kind=kind, file=file))


def _told_by_content(source: SourceText) -> SourceText:
    """Remark a suffix that belongs to another kind."""
    suffix = os.path.splitext(source.file or "")[1].lower()  # noqa: PTH122 - a name, not a path
    others = [one.kind for one in FILE_KINDS if suffix in one.suffixes]
    if not others or source.kind in others:
        return source
    remark = Remark("other-suffix", f"the suffix {suffix} says {others[0]}, the content is {source.kind}")
    return attrs.evolve(source, remarks=(remark, *source.remarks))
