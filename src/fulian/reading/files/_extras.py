"""Packages that only some kinds of file need."""

from __future__ import annotations

import importlib
from typing import Any

from fulian.errors import ReadError

__all__ = ["needed"]


def needed(package: str, *, file: str | None, what: str) -> Any:
    """Import a package, or say which extra brings it."""
    try:
        return importlib.import_module(package)
    except ImportError as error:
        expected = f"the package {package.partition('.')[0]}, which {what} needs"
        raise ReadError(file=file, found="none", expected=expected, extra="files") from error
