"""Verbs of the trade: what federations do, as their reports put it."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

__all__ = ["deed_verbs"]


@cache
def deed_verbs() -> dict[str, str]:
    """Give the verbs that reports tell deeds with (工作动词), each with the kind of deed.

    Returns:
        The kind of deed of every verb, in the order of the table.

    Example:
        >>> "举办" in deed_verbs()
        True
    """
    path = files("fulian.reference") / "data" / "deed_verbs.csv"
    with path.open(encoding="utf-8") as rows:
        return {row["verb"]: row["reason"] for row in csv.DictReader(rows)}
