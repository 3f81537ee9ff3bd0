"""Plain data as a set of related tables, and back: what CSV packages, workbooks and Parquet files share.

Each class of record has a table, with a column for each plain field. Values that have no life of their own (a quantity,
a source, a span) stand in the columns of their record, under its name and theirs. A record within a list stands in its
own table, with the key of the record it belongs to and its place there. Bodies and documents are shared: whoever names
one has its key. The table ``records`` says which records stood at the top, in order.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, TypeAlias

import attrs

from fulian import values
from fulian.errors import DataError, Fault
from fulian.formats import _shapes, migrations
from fulian.formats._envelope import unwrap, wrap
from fulian.formats._kinds import COLLECTION, class_of, kind_of, kinds
from fulian.formats._problems import Path, Problems, one_fault, printed_path, shown
from fulian.formats.unknown import WithUnknown
from fulian.model.document import Document
from fulian.model.organization import Organization
from fulian.model.source import Source

__all__ = ["RECORDS", "Column", "Owner", "Spec", "Tables", "join", "spec_of", "specs", "split", "table_names"]

Row: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, list[Row]]

RECORDS: Final = "records"
_NAMES: Final = {
    "AnnualPlan": "plans",
    "PlanSection": "sections",
    "CityReport": "reports",
    "Quantity": "quantities",
}
_SHARED: Final = frozenset((Organization, Document))
_INT: Final = re.compile(r"-?[0-9]{1,18}")


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


def table_names() -> tuple[str, ...]:
    """The names of all tables."""
    return (RECORDS, *specs())


def owners_of(cls: type) -> tuple[Owner, ...]:
    """The classes whose lists hold records of this class."""
    found: dict[str, list[str]] = defaultdict(list)
    for spec in specs().values():
        for field, item in spec.lists:
            if item is cls:
                found[spec.name].append(field)
    return tuple(Owner(table, tuple(fields)) for table, fields in found.items())


def split(record: Any) -> Tables:
    """Spread a record, or a list of records, over its tables; a table without rows is left out.

    Raises:
        DataError: Something cannot be written, or is of a class that has no table.
        TypeError: It is no record.
    """
    if isinstance(record, WithUnknown):
        if record.unknown:
            faults = [
                Fault(path=str(one), expected="a key of the vocabulary: tables have no room for others", value="one")
                for one in record.unknown
            ]
            raise DataError(faults)
        record = record.record
    envelope = wrap(list(record) if isinstance(record, list | tuple) else [record])
    splitter = _Splitter()
    for place, item in enumerate(envelope["data"], start=1):
        cls = class_of(item["kind"])
        assert cls is not None, item["kind"]  # noqa: S101 - wrap gave it its kind
        splitter.top(place, item["kind"], splitter.put(cls, item["data"], ("data", place - 1, "data")))
    return splitter.tables()


class _Splitter:
    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {}
        self.same: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.free: dict[tuple[str, str, str], int] = defaultdict(int)
        self.order: list[Row] = []
        self.specs = specs()
        self.owners = {spec.name: owners_of(spec.cls) for spec in self.specs.values()}

    def tables(self) -> Tables:
        """All tables, those that others refer to first."""
        return {RECORDS: self.order, **{name: self.rows[name] for name in self.specs if name in self.rows}}

    def top(self, place: int, kind: str, key: int) -> None:
        """Note a record that stands by itself."""
        self.order.append({"place": place, "kind": kind, "key": key})

    def put(self, cls: type, data: Any, path: Path) -> int:
        """Give the key of the row that holds the data, made where there is none yet."""
        spec = spec_of(cls)
        text = json.dumps(data, ensure_ascii=False)
        known = self.same[spec.name, text]
        return known[0] if known else self.add(spec, data, text, path)

    def put_in_list(self, owner: Owner, key: int, field: str, place: int, *, spec: Spec, data: Any, path: Path) -> None:
        """Tie a row to its place in an owner's list: one that holds the same and has no such owner yet, or a new one.

        So a figure that stands in an achievement and in the reading's own list is one row, not two.
        """
        text = json.dumps(data, ensure_ascii=False)
        known = self.same[spec.name, text]
        used = self.free[spec.name, text, owner.table]
        self.free[spec.name, text, owner.table] = used + 1
        row_key = known[used] if used < len(known) else self.add(spec, data, text, path)
        row = self.rows[spec.name][row_key - 1]
        row[owner.key], row[owner.place] = key, place
        if len(owner.fields) > 1:
            row[owner.field] = field

    def add(self, spec: Spec, data: Any, text: str, path: Path) -> int:
        """Make a row, and the rows of all that it holds."""
        row: Row = {}
        if isinstance(data, dict) and _shapes.KIND_KEY in data:
            found = f"{data[_shapes.KIND_KEY]!r}, which has fields more"
            raise one_fault(path, f"a record of fulian's own class {spec.cls.__name__} in a table", found)
        for column in spec.columns:
            value = _get(data, column.path)
            if value is None:
                continue
            if column.kind == "key":
                row[column.name] = self.put(self.specs[column.target or ""].cls, value, (*path, *column.path))
            elif column.kind == "keys":
                item = self.specs[column.target or ""].cls
                row[column.name] = [self.put(item, one, (*path, *column.path)) for one in value]
            else:
                row[column.name] = value
        rows = self.rows.setdefault(spec.name, [])
        key = len(rows) + 1
        rows.append({"key": key, **row})
        self.same[spec.name, text].append(key)
        for field, item in spec.lists:
            inner = spec_of(item)
            owner = next(one for one in self.owners[inner.name] if one.table == spec.name)
            for place, one in enumerate(data.get(field, ()), start=1):
                at = (*path, field, place - 1)
                self.put_in_list(owner, key, field, place, spec=inner, data=one, path=at)
        return key


def _get(data: Any, path: Path) -> Any:
    for step in path:
        if not isinstance(data, dict) or step not in data:
            return None
        data = data[step]
    return data


def join(tables: Mapping[str, list[Row]], *, keep_unknown: bool = False, first_row: int = 1) -> Any:
    """Put the records together again, strictly.

    Args:
        tables: The rows of each table, with cells of plain data; None or nothing for an empty cell.
        keep_unknown: Tables have no unknown keys; the result is only wrapped as elsewhere.
        first_row: The number by which a fault names the first row.

    Raises:
        DataError: A table, a column, a key or a cell does not fit; the paths name table, row and column.
    """
    envelope = _Joiner(tables, first_row, trace=False).envelope()
    try:
        return unwrap(envelope, keep_unknown=keep_unknown)
    except DataError as error:
        # Which cell made which piece of data is only asked where something is wrong.
        joiner = _Joiner(tables, first_row, trace=True)
        joiner.envelope()
        raise DataError([joiner.placed(fault) for fault in error.faults]) from error


class _Joiner:
    def __init__(self, tables: Mapping[str, list[Row]], first_row: int, *, trace: bool) -> None:
        self.tables = tables
        self.first_row = first_row
        self.trace = trace
        self.specs = specs()
        self.owners = {spec.name: owners_of(spec.cls) for spec in self.specs.values()}
        self.problems = Problems()
        self.cells: dict[str, str] = {}
        self.by_key: dict[str, dict[int, tuple[int, Row]]] = {}
        self.held: dict[tuple[str, int, str], list[tuple[int, int, Row]]] = defaultdict(list)
        self.building: set[tuple[str, int]] = set()

    def at(self, table: str, row: int, column: str) -> str:
        return f"{table}, row {row + self.first_row - 1}, {column}"

    def refuse(self, table: str, row: int, column: str, expected: str, found: str) -> None:
        self.problems.faults.append(Fault(path=self.at(table, row, column), expected=expected, value=found))

    def envelope(self) -> dict[str, Any]:
        """Give the plain data of a collection."""
        known = self.specs
        for name in self.tables:
            if name != RECORDS and name not in known:
                likely = self.problems.likely(name, (RECORDS, *known))
                perhaps = f", perhaps {likely!r}" if likely else ""
                self.problems.faults.append(Fault(path=name, expected=f"a known table{perhaps}", value=shown(name)))
        if RECORDS not in self.tables:
            self.problems.faults.append(Fault(path=RECORDS, expected="a table of that name", value="none"))
        self.problems.check()
        for name, rows in self.tables.items():
            if name != RECORDS:
                self.index(known[name], rows)
        for name, rows in self.tables.items():
            for number, row in enumerate(rows, start=1):
                for owner in self.owners.get(name, ()):
                    self.index_owner(known[name], owner, number, row)
        data = [self.top(place, *pair) for place, pair in enumerate(self.in_order(self.tables[RECORDS]))]
        self.problems.check()
        return {"fulian": migrations.CURRENT, "kind": COLLECTION, "data": data}

    def in_order(self, rows: list[Row]) -> Iterator[tuple[int, Row]]:
        numbered = [(number, row) for number, row in enumerate(rows, start=1) if row]
        for number, row in numbered:
            for column in row:
                if column not in ("place", "kind", "key"):
                    self.refuse(RECORDS, number, column, "a column of this table: place, kind, key", shown(column))
            if type(row.get("place")) is not int:
                self.refuse(RECORDS, number, "place", "a whole number", shown(row.get("place")))
        self.problems.check()
        return iter(sorted(numbered, key=lambda pair: pair[1]["place"]))

    def top(self, place: int, number: int, row: Row) -> dict[str, Any]:
        kind, key = row.get("kind"), row.get("key")
        cls = class_of(kind) if isinstance(kind, str) else None
        if cls is None:
            likely = self.problems.likely(kind, kinds()) if isinstance(kind, str) else None
            perhaps = f", perhaps {likely!r}" if likely else ""
            self.refuse(RECORDS, number, "kind", f"a known kind{perhaps}", shown(kind))
            return {}
        path: Path = ("data", place, "data")
        return {"kind": kind, "data": self.build(table_name(cls), key, RECORDS, number, "key", path)}

    def index(self, spec: Spec, rows: list[Row]) -> None:
        """Find each row by its key, and the rows of each list."""
        owners = self.owners[spec.name]
        allowed = {"key", *(column.name for column in spec.columns), *(name for one in owners for name in one.columns)}
        found = self.by_key.setdefault(spec.name, {})
        strange = {column for row in rows for column in row if column not in allowed}
        for column in sorted(strange):
            likely = self.problems.likely(column, allowed)
            perhaps = f", perhaps {likely!r}" if likely else ""
            self.problems.faults.append(
                Fault(path=spec.name, expected=f"a column of this table{perhaps}", value=shown(column))
            )
        for number, row in enumerate(rows, start=1):
            if not row:
                continue
            key = row.get("key")
            if type(key) is not int:
                self.refuse(spec.name, number, "key", "a whole number", shown(key))
            elif key in found:
                self.refuse(spec.name, number, "key", "a key that no other row has", shown(key))
            else:
                found[key] = (number, row)

    def index_owner(self, spec: Spec, owner: Owner, number: int, row: Row) -> None:
        key, place = row.get(owner.key), row.get(owner.place)
        if key is None and place is None:
            return
        field = row.get(owner.field) if len(owner.fields) > 1 else owner.fields[0]
        if type(key) is not int:
            self.refuse(spec.name, number, owner.key, "a whole number", shown(key))
        elif type(place) is not int:
            self.refuse(spec.name, number, owner.place, "a whole number", shown(place))
        elif field not in owner.fields:
            self.refuse(spec.name, number, owner.field, "one of " + ", ".join(owner.fields), shown(field))
        elif key not in self.by_key.get(owner.table, {}):
            self.refuse(spec.name, number, owner.key, f"the key of a row of {owner.table}", shown(key))
        else:
            self.held[owner.table, key, field].append((place, number, row))

    def build(self, table: str, key: Any, by: str, number: int, column: str, path: Path) -> Any:
        """Put one record together; `by`, `number` and `column` say who asks for it."""
        entry = self.by_key.get(table, {}).get(key) if type(key) is int else None
        if entry is None:
            self.refuse(by, number, column, f"the key of a row of {table}", shown(key))
            return {}
        if (table, key) in self.building or len(path) > 2 * _shapes.DEEPEST:
            self.refuse(by, number, column, f"a row of {table} that does not hold itself", shown(key))
            return {}
        self.building.add((table, key))
        made = self.fill(self.specs[table], *entry, path)
        self.building.discard((table, key))
        return made

    def fill(self, spec: Spec, number: int, row: Row, path: Path) -> Any:
        data: dict[str, Any] = {}
        if self.trace:
            self.cells[printed_path(path)] = f"{spec.name}, row {number + self.first_row - 1}"
            for column in spec.columns:
                self.cells[printed_path((*path, *column.path))] = self.at(spec.name, number, column.name)
        for column in spec.columns:
            value = row.get(column.name)
            if value is None and not column.may_be_empty_text:
                if column.is_null_by_itself:
                    data[column.name] = None
                continue
            if not column.path:
                return "" if value is None else value
            if column.kind == "key":
                value = self.build(column.target or "", value, spec.name, number, column.name, (*path, *column.path))
            elif column.kind == "keys":
                value = self.build_all(column, value, spec.name, number, (*path, *column.path))
            _put(data, column.path, "" if value is None else value)
        for column in spec.columns:
            _fill_empty_texts(data, column, row)
        for field, item in spec.lists:
            inner = spec_of(item)
            rows = sorted(self.held.get((spec.name, row["key"], field), ()), key=lambda one: one[:2])
            if rows:
                data[field] = [
                    self.build(inner.name, one.get("key"), inner.name, line, "key", (*path, field, place))
                    for place, (_, line, one) in enumerate(rows)
                ]
        return data

    def build_all(self, column: Column, value: Any, table: str, number: int, path: Path) -> Any:
        if not isinstance(value, list):
            self.refuse(table, number, column.name, "a list of keys", shown(value))
            return []
        return [
            self.build(column.target or "", one, table, number, column.name, (*path, place))
            for place, one in enumerate(value)
        ]

    def placed(self, fault: Fault) -> Fault:
        """The same fault, with its table, row and column instead of its path in the data."""
        path, rest = fault.path, ""
        while path:
            cell = self.cells.get(path)
            if cell:
                return Fault(
                    path=cell + (f", {rest.lstrip('.')}" if rest else ""), expected=fault.expected, value=fault.value
                )
            cut = max(path.rfind("."), path.rfind("["))
            path, rest = (path[:cut], path[cut:] + rest) if cut > 0 else ("", rest)
        return fault


def _put(data: dict[str, Any], path: Path, value: Any) -> None:
    *above, last = path
    for step in above:
        data = data.setdefault(str(step), {})
    data[str(last)] = value


def _fill_empty_texts(data: dict[str, Any], column: Column, row: Row) -> None:
    """A text that its value must have, and may be empty: empty where the rest of the value is there.

    A source with a span but an empty quote is a source; where all its cells are empty there is none.
    """
    if column.kind != "text" or column.field is None or not column.field.required or row.get(column.name) is not None:
        return
    holder = _get(data, column.path[:-1]) if len(column.path) > 1 else data
    if isinstance(holder, dict):
        holder.setdefault(str(column.path[-1]), "")
