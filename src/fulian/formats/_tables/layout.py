"""The tables there are, and their columns, made from the classes.

Each class of record has a table, with a column for each plain field. Values that have no life of their own (a quantity,
a source, a span) stand in the columns of their record, under its name and theirs. A record within a list stands in its
own table, with the key of the record it belongs to and its place there. Bodies and documents are shared: whoever names
one has its key. The table ``records`` says which records stood at the top, in order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Any, Final, TypeAlias

import attrs

from fulian import values
from fulian.formats import _shapes
from fulian.formats._kinds import kind_of, kinds
from fulian.formats._problems import Path
from fulian.model.document import Document
from fulian.model.organization import Organization
from fulian.model.source import Source

__all__ = ["RECORDS", "Column", "Owner", "Row", "Spec", "Tables", "found_at", "owners_of", "spec_of", "specs"]

Row: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, list[Row]]

RECORDS: Final = "records"
_NAMES: Final = {
    "AnnualPlan": "plans",
    "PlanSection": "sections",
    "CityReport": "reports",
    "Quantity": "quantities",
    "Box": "boxes",
    "Stretch": "stretches",
}
_SHARED: Final = frozenset((Organization, Document))


@attrs.frozen
class Column:
    """One column: its name, what its cells hold, and where that stands in the record's data.

    `kind` is text, whole, flag, number, day, choice, words (a list of text), data (anything, as JSON), key (of another
    table's row) or keys.
    """

    name: str
    kind: str
    path: Path
    required: bool
    shape: _shapes.Shape | None = None
    field: _shapes.Field | None = None
    target: str | None = None

    @property
    def may_be_empty_text(self) -> bool:
        """Whether a cell without anything in it is an empty text, not a missing one."""
        return self.kind == "text" and self.required

    @property
    def is_null_by_itself(self) -> bool:
        """Whether data must say null where the cell is empty, because the field has no default."""
        return len(self.path) == 1 and not self.required and self.field is not None and self.field.required


@attrs.frozen
class Owner:
    """A class whose lists hold the records of a table."""

    table: str
    fields: tuple[str, ...]

    @property
    def key(self) -> str:
        """The column with the owner's key."""
        return f"{_singular(self.table)}_key"

    @property
    def field(self) -> str:
        """The column with the name of the owner's list; only where it has several."""
        return f"{_singular(self.table)}_field"

    @property
    def place(self) -> str:
        """The column with the place in that list, from 1."""
        return f"{_singular(self.table)}_place"

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that this owner needs."""
        return (self.key, self.field, self.place) if len(self.fields) > 1 else (self.key, self.place)


@attrs.frozen
class Spec:
    """A table: its class, its columns, and the lists that stand in other tables."""

    name: str
    cls: type
    columns: tuple[Column, ...]
    lists: tuple[tuple[str, type], ...]
    shared: bool


def _singular(table: str) -> str:
    return table.removesuffix("s")


@cache
def table_name(cls: type) -> str:
    """The name of a class's table: its words in lower case, in the plural."""
    kind = kind_of(cls) or cls.__name__
    return _NAMES.get(kind) or re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).lower() + "s"


def _is_value(cls: type) -> bool:
    """Tell whether instances stand in the columns of the record that holds them."""
    return cls is Source or cls in (getattr(values, name) for name in values.__all__)


_KINDS: Final = {
    _shapes.Text: "text",
    _shapes.Whole: "whole",
    _shapes.Flag: "flag",
    _shapes.Number: "number",
    _shapes.Day: "day",
    _shapes.Choice: "choice",
    _shapes.Printed: "text",
}


@cache
def spec_of(cls: type) -> Spec:
    """The table of a class."""
    shape = _shapes.top_shape(cls)
    name = table_name(cls)
    if not isinstance(shape, _shapes.RecordShape):
        return Spec(name, cls, (Column("value", "text", (), required=True, shape=shape),), (), shared=False)
    columns: list[Column] = []
    lists: list[tuple[str, type]] = []
    _collect(shape, "", (), required=True, columns=columns, lists=lists)
    return Spec(name, cls, tuple(columns), tuple(lists), shared=cls in _SHARED)


def _collect(
    record: _shapes.RecordShape,
    prefix: str,
    path: Path,
    *,
    required: bool,
    columns: list[Column],
    lists: list[tuple[str, type]],
) -> None:
    for field in record.fields:
        shape, name, at = field.shape, prefix + field.key, (*path, field.key)
        needed = required and field.required
        if isinstance(shape, _shapes.Maybe):
            shape, needed = shape.shape, False
        kind = _KINDS.get(type(shape))
        if kind:
            columns.append(Column(name, kind, at, required=needed, shape=shape, field=field))
        elif isinstance(shape, _shapes.RecordShape):
            if _is_value(shape.cls):
                inner = prefix if field.key == "span" else f"{name}_"
                _collect(shape, inner, at, required=needed, columns=columns, lists=lists)
            else:
                columns.append(Column(f"{name}_key", "key", at, required=needed, target=table_name(shape.cls)))
        elif isinstance(shape, _shapes.Many) and isinstance(shape.shape, _shapes.Text):
            columns.append(Column(name, "words", at, required=False, shape=shape, field=field))
        elif isinstance(shape, _shapes.Many) and isinstance(shape.shape, _shapes.RecordShape):
            item = shape.shape.cls
            if item in _SHARED:
                columns.append(Column(f"{name}_keys", "keys", at, required=False, target=table_name(item)))
            elif not path and not _is_value(item):
                lists.append((field.key, item))
            else:
                columns.append(Column(name, "data", at, required=False, shape=shape, field=field))
        else:
            columns.append(Column(name, "data", at, required=False, shape=shape, field=field))


def specs() -> dict[str, Spec]:
    """Every table by its name, in the order that keys refer: what is named first, who names it after."""
    return {table_name(cls): spec_of(cls) for cls in kinds().values()}


def owners_of(cls: type) -> tuple[Owner, ...]:
    """The classes whose lists hold records of this class."""
    found: dict[str, list[str]] = defaultdict(list)
    for spec in specs().values():
        for field, item in spec.lists:
            if item is cls:
                found[spec.name].append(field)
    return tuple(Owner(table, tuple(fields)) for table, fields in found.items())


def found_at(data: Any, path: Path) -> Any:
    """What stands at a path in plain data; None where nothing does."""
    for step in path:
        if not isinstance(data, dict) or step not in data:
            return None
        data = data[step]
    return data
