"""Words in the cells of a form: as text, whole, and only what a workbook can hold."""

from __future__ import annotations

import re
from typing import Any

from fulian.formats._cell_text import put_text
from fulian.formats._problems import one_fault

__all__ = ["fitting", "put"]

_LIMIT = 32_000  # of the units that Excel counts, which are those of UTF-16
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=[xX][0-9A-Fa-f]{4}_)")


def fitting(text: str) -> str:
    """A text without what no workbook can hold: control characters and halves of surrogate pairs."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def put(cell: Any, text: str) -> None:
    """Put text into a cell, where it stays text."""
    text = fitting(text)
    if len(text.encode("utf-16-le")) > 2 * _LIMIT:
        where = f"{cell.parent.title}!{cell.coordinate}"
        raise one_fault(where, f"a text of at most {_LIMIT:,} characters for a cell", f"one of {len(text):,}")
    put_text(cell, _LOOKS_ESCAPED.sub("_x005F_", text))
