"""Traditional characters: what a text from Hong Kong or Macau prints where the lexicons have simplified ones."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

__all__ = ["is_traditional", "simplified"]

_TELLTALES = ("婦", "聯", "萬", "億")  # one of them stands in every text of the trade that has figures


def is_traditional(text: str) -> bool:
    """Tell whether a text is printed in traditional characters (是否繁体).

    Args:
        text: Any text.

    Returns:
        Whether one of the trade's commonest characters stands in it in its traditional form.

    Example:
        >>> is_traditional("婦聯舉辦講座12場。"), is_traditional("妇联举办讲座12场。")
        (True, False)
    """
    return any(char in text for char in _TELLTALES)


def simplified(text: str) -> str:
    """Give a text in simplified characters, as many as it had (简化字).

    Args:
        text: Any text.

    Returns:
        The text, with each traditional character as the commonest simplified one that stands for it.

    Example:
        >>> simplified("婦聯舉辦講座12場。")
        '妇联举办讲座12场。'
    """
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    with (files("fulian.reference") / "data" / "traditional_characters.csv").open(encoding="utf-8") as rows:
        return {ord(row["traditional"]): row["simplified"] for row in csv.DictReader(rows)}
