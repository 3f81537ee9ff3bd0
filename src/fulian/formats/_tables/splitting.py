"""Records taken apart into the rows of the tables."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from fulian.errors import DataError, Fault
from fulian.formats import _shapes
from fulian.formats._kinds import class_of
from fulian.formats._plain import plain_of
from fulian.formats._problems import Path, one_fault
from fulian.formats._tables.layout import (
    RECORDS,
    Owner,
    Row,
    Spec,
    Tables,
    found_at,
    owners_of,
    spec_of,
    specs,
)
from fulian.formats.unknown import WithUnknown

__all__ = ["split"]


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
    envelope = plain_of(list(record) if isinstance(record, list | tuple) else [record])
    splitter = _Splitter()
    for place, item in enumerate(envelope["data"], start=1):
        cls = class_of(item["kind"])
        assert cls is not None, item["kind"]  # noqa: S101 - plain_of gave it its kind
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
            value = found_at(data, column.path)
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
