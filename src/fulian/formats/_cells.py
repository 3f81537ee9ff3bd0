"""Cells of text, and the plain data in them: what CSV files and workbooks share."""

from __future__ import annotations

import re
from typing import Any, Final

from fulian.errors import DataError
from fulian.formats._json_text import compact, parse
from fulian.formats._tables import RECORDS, Column, Owner, Spec, owners_of, specs

__all__ = ["from_text", "heads", "kind_of_column", "to_text"]

_WHOLE: Final = re.compile(r"-?[0-9]{1,18}")


def heads(table: str) -> dict[str, Column | None]:
    """Every column of a table in order, with its description; None for the whole numbers that tie rows together."""
    if table == RECORDS:
        return {"place": None, "kind": Column("kind", "text", (), required=True), "key": None}
    spec: Spec = specs()[table]
    ties: dict[str, Column | None] = {"key": None}
    for owner in owners_of(spec.cls):
        ties.update(_owner_columns(owner))
    return {**ties, **{column.name: column for column in spec.columns}}


def _owner_columns(owner: Owner) -> dict[str, Column | None]:
    several = len(owner.fields) > 1
    return {
        name: Column(name, "text", (), required=False) if several and name == owner.field else None
        for name in owner.columns
    }


def kind_of_column(column: Column | None) -> str:
    """What a column's cells hold; ``key`` for the whole numbers that tie rows together."""
    return "key" if column is None else column.kind


def to_text(value: Any, kind: str) -> str:
    """Write plain data in a cell; lists as JSON."""
    if kind in ("words", "keys", "data"):
        return compact(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def from_text(text: str, kind: str) -> Any:
    """Read plain data from a cell; what is not of the kind stays text, for the strict reader to tell."""
    if kind in ("whole", "key") and _WHOLE.fullmatch(text):
        return int(text)
    if kind == "flag" and text in ("true", "false"):
        return text == "true"
    if kind in ("words", "keys", "data"):
        try:
            return parse(text)
        except DataError:
            return text
    return text
