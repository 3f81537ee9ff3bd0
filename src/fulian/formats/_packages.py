"""Zip files that hold the files of a set of tables."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

from fulian.formats._problems import one_fault

__all__ = ["packed", "unpacked"]

_MOST_BYTES: Final = 1 << 30
_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)  # a fixed time: the same records give the same bytes
_BROKEN: Final = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error)


def packed(files: Mapping[str, bytes | str], *, compression: int) -> bytes:
    """Put files into a zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, _BEGINNING), content, compression)
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
