"""Text in a workbook's cell that stays text, whatever it begins with."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["put_text"]

_FORMULA: Final = ("=", "+", "-", "@")


def put_text(cell: Any, text: str) -> Any:
    """Put text into a cell of openpyxl; no spreadsheet takes it for a formula, not even when somebody edits it."""
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_FORMULA):
        cell.quotePrefix = True
    return cell
