"""Nouns that a number may stand before without a measure word."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

__all__ = ["counted_nouns"]


@cache
def counted_nouns() -> dict[str, str]:
    """Give the nouns that are counted without a measure word (可直接计数的名词), each with the unit it implies.

    Returns:
        The implied measure word of every noun, in the order of the table.

    Example:
        >>> counted_nouns()["妇女"], counted_nouns()["农户"]
        ('人', '户')
    """
    path = files("fulian.reference") / "data" / "counted_nouns.csv"
    with path.open(encoding="utf-8") as rows:
        return {row["noun"]: row["unit"] for row in csv.DictReader(rows)}
