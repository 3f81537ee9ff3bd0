"""Which version of its format a file says it is in that LibreOffice reads for us."""

from __future__ import annotations

import re
import struct

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files._archive import Archive
from fulian.reading.files._ole import stream_of

__all__ = ["version_of_old_file"]

# [MS-DOC] 2.5.1: what the file information block calls the version that wrote it.
_WORD = {0xC1: "97", 0xD9: "2000", 0x101: "2002", 0x10C: "2003", 0x112: "2007"}
_LISTS = 152  # where the block counts its last table
_OPEN_DOCUMENT = re.compile(rb'office:version="([0-9.]{1,8})"')
_RTF = re.compile(rb"\{\\rtf([0-9]{1,3})")


def version_of_old_file(data: bytes, kind: FileKind, *, file: str | None) -> str | None:
    """Tell the version, such as ``Word 2003``, ``RTF 1`` or ``ODF 1.3``; None where the file says none."""
    if kind is FileKind.RTF:
        mark = _RTF.match(data)
        return f"RTF {mark[1].decode()}" if mark else None
    if kind is FileKind.ODT:
        said = _OPEN_DOCUMENT.search(_content(data, file))
        return f"ODF {said[1].decode()}" if said else None
    return _word_version(data, file)


def _content(data: bytes, file: str | None) -> bytes:
    try:
        return Archive(data, file=file, what="an OpenDocument text").get("content.xml") or b""
    except ReadError:
        return b""


def _word_version(data: bytes, file: str | None) -> str | None:
    block = stream_of(data, "WordDocument", file=file, what="old Word files") or b""
    try:
        (version,) = struct.unpack_from("<H", block, 2)
        (lists,) = struct.unpack_from("<H", block, _LISTS)
        more, newer = struct.unpack_from("<HH", block, _LISTS + 2 + 8 * lists)
    except struct.error:  # a file that is not quite in order may be read all the same
        return None
    found = _WORD.get(newer if more else version)
    return f"Word {found}" if found else None
