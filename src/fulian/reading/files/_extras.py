"""Packages that only some kinds of file need."""

from __future__ import annotations

import importlib
from typing import Any

from fulian._missing import package_missing

__all__ = ["needed"]


def needed(package: str, *, file: str | None, what: str) -> Any:
    """Import a package, or say which extra brings it."""
    try:
        return importlib.import_module(package)
    except ImportError as error:
        raise package_missing(package, what=what, extra="files", file=file) from error
