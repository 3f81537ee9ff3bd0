"""Files that are zip files within: sets of tables, workbooks, Word's documents. Their times are fixed."""

from __future__ import annotations

import importlib
import io
import zipfile
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import IO, Any, Final

from fulian.formats._problems import one_fault

__all__ = ["UndatedZip", "packed", "unpacked", "workbook_bytes"]

_MOST_BYTES: Final = 1 << 30
_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)  # a fixed time: the same records give the same bytes
_BROKEN: Final = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error)


class UndatedZip(zipfile.ZipFile):
    """A zip file whose members all bear one fixed time, whenever it is written."""

    def open(self, name: str | zipfile.ZipInfo, mode: Any = "r", *args: Any, **options: Any) -> IO[bytes]:
        if mode == "w" and isinstance(name, zipfile.ZipInfo):
            name.date_time = _BEGINNING
        return super().open(name, mode, *args, **options)


def workbook_bytes(book: Any) -> bytes:
    """Give the bytes of openpyxl's workbook: its times are fixed, so the same content gives the same bytes."""
    writer = importlib.import_module("openpyxl.writer.excel")  # book.save() would put the present time in
    book.properties.created = book.properties.modified = datetime(*_BEGINNING, tzinfo=UTC)
    buffer = io.BytesIO()
    writer.ExcelWriter(book, UndatedZip(buffer, "w", zipfile.ZIP_DEFLATED)).save()
    return buffer.getvalue()


def packed(files: Mapping[str, bytes | str], *, compression: int) -> bytes:
    """Put files into a zip file."""
    buffer = io.BytesIO()
    with UndatedZip(buffer, "w", compression) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def unpacked(data: str | bytes, what: str) -> dict[str, bytes]:
    """Give the files of a zip file, by name.

    Raises:
        DataError: It is no zip file, or holds more than a gigabyte.
    """
    if isinstance(data, str):
        raise one_fault("data", f"the bytes of {what}", "text")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            small = sum(entry.file_size for entry in package.infolist()) <= _MOST_BYTES
            files = {name: package.read(name) for name in package.namelist()} if small else {}
    except _BROKEN as error:
        raise one_fault("data", what, str(error)[:100] or type(error).__name__) from error
    if not small:
        raise one_fault("data", f"{what} of at most one gigabyte", "more")
    return files
