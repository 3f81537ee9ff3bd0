"""Packages that only some formats need."""

from __future__ import annotations

import importlib
from typing import Any

from fulian._missing import package_missing

__all__ = ["needed"]


def needed(package: str, *, extra: str, what: str) -> Any:
    """Import a package, or say which extra brings it."""
    try:
        return importlib.import_module(package)
    except ImportError as error:
        raise package_missing(package, what=what, extra=extra) from error
