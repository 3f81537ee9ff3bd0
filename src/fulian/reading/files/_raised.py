"""Numbers that a file prints raised, in characters that are: 43件¹, 30米²."""

from __future__ import annotations

import re

__all__ = ["raised"]

_SHORT = re.compile("[0-9]{1,3}|[(（][0-9]{1,2}[)）]")
_RAISED = str.maketrans("0123456789()（）", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁽⁾")


def raised(text: str) -> str | None:
    """Give a short number in raised characters; None for other words, which are read as they are."""
    return text.translate(_RAISED) if _SHORT.fullmatch(text) else None
