"""The kinds of file, each with what tells it: its first bytes, what it holds inside, its media type, its suffixes."""

from __future__ import annotations

import io
import re
import zipfile
from typing import NamedTuple

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind

__all__ = ["ENGLISH", "FILE_KINDS", "Handled", "file_kind", "readable_suffixes"]


class Handled(NamedTuple):
    """What a kind of file is told by (文件格式声明).

    Attributes:
        kind: The kind.
        suffixes: The suffixes of its files, in lower case, the commonest first.
        media_type: Its media type, as registered with IANA where it is.
        starts: What its first bytes are; empty where they don't tell.
        holds: For an archive, a member that it holds; for an old Office file, the name of a stream.

    Example:
        >>> next(one.suffixes for one in FILE_KINDS if one.kind is FileKind.DOC)
        ('.doc', '.wps')
    """

    kind: FileKind
    suffixes: tuple[str, ...]
    media_type: str
    starts: tuple[bytes, ...] = ()
    holds: tuple[str, ...] = ()


_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FILE_KINDS = (
    Handled(FileKind.DOCX, (".docx", ".docm"), _WORD, (_ZIP,), ("word/document.xml",)),
    Handled(FileKind.XLSX, (".xlsx", ".xlsm"), _EXCEL, (_ZIP,), ("xl/workbook.xml",)),
    Handled(FileKind.ODT, (".odt",), "application/vnd.oasis.opendocument.text", (_ZIP,)),
    Handled(FileKind.ODS, (".ods",), "application/vnd.oasis.opendocument.spreadsheet", (_ZIP,)),
    Handled(FileKind.ZIP, (".zip",), "application/zip", (_ZIP, b"PK\x05\x06")),
    Handled(FileKind.DOC, (".doc", ".wps"), "application/msword", (_OLE,), ("WordDocument",)),
    Handled(FileKind.XLS, (".xls", ".et"), "application/vnd.ms-excel", (_OLE,), ("Workbook", "Book")),
    Handled(FileKind.PDF, (".pdf",), "application/pdf", (b"%PDF",)),
    Handled(FileKind.RTF, (".rtf",), "application/rtf", (b"{\\rtf",)),
    Handled(FileKind.MHT, (".mht", ".mhtml"), "multipart/related"),
    Handled(FileKind.HTML, (".html", ".htm", ".shtml", ".xhtml"), "text/html"),
    Handled(FileKind.CSV, (".csv", ".tsv"), "text/csv"),
    Handled(FileKind.TEXT, (".txt", ".text", ".md"), "text/plain"),
)
"""Every kind, the surest told first."""

ENGLISH = {
    FileKind.TEXT: "a text",
    FileKind.HTML: "a web page",
    FileKind.MHT: "a saved web page",
    FileKind.DOCX: "a Word file",
    FileKind.DOC: "an old Word file",
    FileKind.ODT: "an OpenDocument text",
    FileKind.RTF: "an RTF file",
    FileKind.XLSX: "an Excel workbook",
    FileKind.XLS: "an old Excel workbook",
    FileKind.ODS: "an OpenDocument spreadsheet",
    FileKind.CSV: "a table in CSV",
    FileKind.PDF: "a PDF file",
    FileKind.ZIP: "a ZIP archive",
}
"""What errors call a file of each kind; the catalogue of Chinese texts has them too."""

_EXPECTED = "a text, a web page, a Word, PDF or Excel file"
_FOREIGN = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
)
_HEAD = 4096
_PAGE = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|meta|body)[\s>]")
_TAG = re.compile(rb"(?i)<(?:p|div|table|span|br|h[1-6]|article|section)[\s/>]")
_MESSAGE = re.compile(rb"(?im)^(?:mime-version|content-type):")


def readable_suffixes() -> frozenset[str]:
    """Give the suffixes of the files that hold documents (可读后缀).

    Returns:
        Lower case, with the point; without archives, which hold files.

    Example:
        >>> ".docx" in readable_suffixes(), ".zip" in readable_suffixes()
        (True, False)
    """
    return frozenset(suffix for one in FILE_KINDS if one.kind is not FileKind.ZIP for suffix in one.suffixes)


def file_kind(data: bytes, *, file: str | None = None) -> FileKind:
    """Tell what kind of file it is, by its content first and by its suffix only where the content leaves it open.

    Args:
        data: The whole file.
        file: Its name, for its suffix and for the error.

    Returns:
        The kind. What looks like nothing else is text.

    Raises:
        ReadError: It is a kind that is not read here.

    Example:
        >>> file_kind(b"<!DOCTYPE html><p>...", file="notice.txt")
        <FileKind.HTML: 'html'>
    """
    if data.startswith((_ZIP, b"PK\x05\x06")):
        return _archive_kind(data, file)
    if data.startswith(_OLE):
        return _old_office_kind(data, file)
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if data.startswith(b"{\\rtf"):
        return FileKind.RTF
    for start, found in _FOREIGN:
        if data.startswith(start):
            raise ReadError(file=file, found=found, expected=_EXPECTED)
    return _text_kind(data, file)


def _archive_kind(data: bytes, file: str | None) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = archive.open("mimetype").read(100).decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError, EOFError) as error:
        found = "a ZIP archive or an Office file (.docx, .xlsx) that is damaged or cut short"
        raise ReadError(file=file, found=found, expected=_EXPECTED) from error
    for one in FILE_KINDS:
        if one.starts[:1] == (_ZIP,) and (names.intersection(one.holds) or mimetype.strip() == one.media_type):
            return one.kind
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        return FileKind.DOCX  # its main part has another name
    if any(name.startswith("ppt/") for name in names):
        raise ReadError(file=file, found="a PowerPoint file", expected=_EXPECTED)
    if "OFD.xml" in names:
        raise ReadError(file=file, found="an OFD file", expected=f"{_EXPECTED} (OFD readers can save as PDF)")
    claimed = _claimed(file)
    if claimed is not None and claimed.kind is not FileKind.ZIP:
        found = "a ZIP archive that holds no such document"
        raise ReadError(file=file, found=found, expected=f"{ENGLISH[claimed.kind]} ({_suffix(file)})")
    return FileKind.ZIP


def _old_office_kind(data: bytes, file: str | None) -> FileKind:
    def holds(stream: str) -> bool:
        return f"{stream}\0".encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise ReadError(file=file, found="an Office file locked with a password", expected="a file without a password")
    for one in FILE_KINDS:
        if one.starts == (_OLE,) and any(holds(stream) for stream in one.holds):
            return one.kind
    raise ReadError(file=file, found="an old Office file that is no text and no table", expected=_EXPECTED)


def _text_kind(data: bytes, file: str | None) -> FileKind:
    suffix = _suffix(file)
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")
    head = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if len(_MESSAGE.findall(head)) >= 2 and re.search(rb"(?i)multipart/|text/html", head):
        return FileKind.MHT
    opens = head.lstrip()[:1] == b"<"
    if opens and (_PAGE.search(head) or _TAG.match(head.lstrip())):
        return FileKind.HTML
    if suffix in _suffixes(FileKind.HTML) and (_TAG.search(data) or _PAGE.search(head)):
        return FileKind.HTML
    if suffix in _suffixes(FileKind.CSV):
        return FileKind.CSV
    claimed = _claimed(file)
    if claimed is None:
        return FileKind.TEXT
    if claimed.kind in (FileKind.XLS, FileKind.XLSX) and b"\t" in head and b"\0" not in head:
        return FileKind.CSV  # what many programs export under these suffixes
    # Nothing tells such content from what is left of a damaged file.
    found = "other content (a plain text is read under the suffix .txt)" if data.strip() else "an empty one"
    raise ReadError(file=file, found=found, expected=f"{ENGLISH[claimed.kind]} ({suffix})")


def _claimed(file: str | None) -> Handled | None:
    """The kind that a file's suffix names, if it is one that first bytes tell."""
    suffix = _suffix(file)
    return next((one for one in FILE_KINDS if one.starts and suffix in one.suffixes), None)


def _suffix(file: str | None) -> str:
    name = (file or "").lower()
    return name[name.rfind(".") :] if "." in name else ""


def _suffixes(kind: FileKind) -> tuple[str, ...]:
    return next(one.suffixes for one in FILE_KINDS if one.kind is kind)
