"""Records put together again from the rows of the tables, strictly: each fault names its cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from fulian.errors import DataError, Fault
from fulian.formats import _shapes, migrations
from fulian.formats._kinds import COLLECTION, class_of, kinds
from fulian.formats._plain import record_of
from fulian.formats._problems import Path, Problems, printed_path, shown
from fulian.formats._tables.layout import (
    RECORDS,
    Column,
    Owner,
    Row,
    Spec,
    found_at,
    owners_of,
    spec_of,
    specs,
    table_name,
)

__all__ = ["join"]


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
        return record_of(envelope, keep_unknown=keep_unknown)
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
    holder = found_at(data, column.path[:-1]) if len(column.path) > 1 else data
    if isinstance(holder, dict):
        holder.setdefault(str(column.path[-1]), "")
