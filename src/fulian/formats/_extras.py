"""Packages that only some formats need."""

from __future__ import annotations

import importlib
from typing import Any

from fulian.errors import ReadError

__all__ = ["needed"]


def needed(package: str, *, extra: str, what: str) -> Any:
    """Import a package, or say which extra brings it."""
    try:
        return importlib.import_module(package)
    except ImportError as error:
        raise ReadError(
            file=None, found="none", expected=f"the package {package}, which {what} needs", extra=extra
        ) from error
