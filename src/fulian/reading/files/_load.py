"""The bytes of a file, given by path or opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from fulian.errors import ReadError

__all__ = ["load_bytes"]

_FOUND: dict[type[Exception], str] = {FileNotFoundError: "none of that name", IsADirectoryError: "a folder"}


def load_bytes(source: str | os.PathLike[str] | BinaryIO) -> tuple[bytes, str | None]:
    """Read a file whole; give its bytes and its own name.

    Raises:
        ReadError: It cannot be read, or is opened as text.
        TypeError: It is neither a path nor an opened file.
    """
    if isinstance(source, str) and (not source or "\n" in source):
        found = "a text" if source else "nothing"
        raise ReadError(file=None, found=found, expected="a path; fulian.read_text takes the text itself")
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        try:
            return path.read_bytes(), path.name
        except (OSError, ValueError) as error:
            told = getattr(error, "strerror", None) or str(error)
            found = _FOUND.get(type(error), f"one that cannot be read: {told}")
            raise ReadError(file=str(source), found=found, expected="a file") from error
    if not hasattr(source, "read"):
        raise TypeError(f"expected a path or a file opened for bytes, got {type(source).__name__}")
    name = getattr(source, "name", None)
    file = Path(name).name if isinstance(name, str) else None
    data = source.read()
    if not isinstance(data, bytes):
        raise ReadError(file=file, found=f"a file opened as {type(data).__name__}", expected="a file opened for bytes")
    return data, file or None
