"""Text in a cell that stays text, whatever it begins with: in a workbook, and in CSV that a spreadsheet may open."""

from __future__ import annotations

import re
from typing import Any, Final

__all__ = ["guarded", "put_text"]

_FORMULA: Final = ("=", "+", "-", "@")
_MARKED: Final = re.compile(r"[=+\-@'\t\r\n]")  # what a spreadsheet takes for a formula, or drops
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def guarded(text: str) -> str:
    """Text of a CSV cell that no spreadsheet takes for a formula: with an apostrophe in front; a number needs none."""
    return f"'{text}" if _MARKED.match(text) and not _NUMBER.fullmatch(text) else text


def put_text(cell: Any, text: str) -> Any:
    """Put text into a cell of openpyxl; no spreadsheet takes it for a formula, not even when somebody edits it."""
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True
    return cell
