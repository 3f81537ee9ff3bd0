"""A CSV data package (Frictionless ``datapackage.json``): related tables, in one zip file or in a folder.

Needs nothing but Python. A cell of text that a spreadsheet would take for a formula (it begins with ``=``, ``+``,
``-``, ``@`` or a control character) or that begins with an apostrophe gets an apostrophe in front, as spreadsheets do
themselves; reading takes it off. Numbers keep their digits; lists of words are JSON in a cell. A package is always a
collection: one record comes back as a tuple of one.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import zipfile
from pathlib import Path
from typing import Any, Final

from fulian.errors import ReadError
from fulian.formats import _shapes
from fulian.formats._cells import from_text, heads, kind_of_column, to_text
from fulian.formats._files import replacing
from fulian.formats._json_text import decoded, parse
from fulian.formats._packages import packed, unpacked
from fulian.formats._problems import one_fault, shown
from fulian.formats._rules import schema_of_rule
from fulian.formats._tables import RECORDS, Column, Row, Tables, join, owners_of, specs, split

__all__ = ["LOSSES", "dump_folder", "dumps", "load_folder", "loads"]

LOSSES: Final[tuple[str, ...]] = (
    "A package is always a collection: a record that stood alone comes back as a tuple of one.",
    "Unknown keys are refused.",
    "Records of subclasses with fields more, inside others, are refused.",
)

_DESCRIPTOR: Final = "datapackage.json"
_MARKED: Final = re.compile(r"[=+\-@'\t\r\n]")
_TYPES: Final = {
    "text": "string",
    "choice": "string",
    "whole": "integer",
    "key": "integer",
    "number": "number",
    "flag": "boolean",
    "day": "date",
    "words": "array",
    "keys": "array",
    "data": "any",
}


def dumps(record: Any) -> bytes:
    """Write records as a zipped CSV data package (数据包).

    Args:
        record: A record, or a list or tuple of records of any kinds.

    Returns:
        The bytes of a zip file: ``datapackage.json`` and a CSV file for each table that has rows.

    Raises:
        DataError: Something cannot be written; tables have no room for unknown keys, nor for fields of subclasses.
        TypeError: It is no record.

    Example:
        >>> from fulian.values import Span
        >>> import io, zipfile
        >>> zipfile.ZipFile(io.BytesIO(dumps(Span(start=8, end=11)))).namelist()
        ['datapackage.json', 'records.csv', 'spans.csv']
    """
    return packed(_files(split(record)), compression=zipfile.ZIP_DEFLATED)


def loads(data: str | bytes, *, keep_unknown: bool = False) -> Any:
    """Read records from a zipped CSV data package, strictly (读取数据包).

    Args:
        data: The bytes of the zip file.
        keep_unknown: Tables have no unknown keys; the result is only wrapped as with other formats.

    Returns:
        A tuple of records; with `keep_unknown` a :class:`~fulian.formats.WithUnknown` around it.

    Raises:
        DataError: It is no such package, or a cell does not fit; the paths name table, row and column.

    Example:
        >>> from fulian.values import Span
        >>> loads(dumps([Span(start=8, end=11)]))
        (Span(start=8, end=11),)
    """
    return _join(unpacked(data, "a zipped data package"), keep_unknown=keep_unknown)


def dump_folder(record: Any, folder: str | os.PathLike[str]) -> None:
    """Write records as a CSV data package in a folder (数据包目录).

    Each file is written whole or not at all, the descriptor last.

    Args:
        record: A record, or a list or tuple of records of any kinds.
        folder: Where to write; made where it does not exist. Files of other names stay.

    Raises:
        DataError: Something cannot be written.
        OSError: A file cannot be written.
        TypeError: It is no record.

    Example:
        >>> import tempfile
        >>> from fulian.values import Span
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     dump_folder(Span(start=8, end=11), folder)
        ...     load_folder(folder)
        (Span(start=8, end=11),)
    """
    files = _files(split(record))
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name in sorted(files, key=lambda name: name == _DESCRIPTOR):
        with replacing(Path(folder, name)) as file:
            file.write(files[name])


def load_folder(folder: str | os.PathLike[str]) -> Any:
    """Read records from a CSV data package in a folder, strictly (读取数据包目录).

    Args:
        folder: The folder that holds ``datapackage.json``.

    Returns:
        A tuple of records.

    Raises:
        DataError: It is no such package, or a cell does not fit; the paths name table, row and column.
        ReadError: There is no such folder or descriptor.

    Example:
        >>> load_folder("missing")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: missing: expected a folder with datapackage.json, found none
    """
    if not Path(folder, _DESCRIPTOR).is_file():
        raise ReadError(file=str(folder), found="none", expected=f"a folder with {_DESCRIPTOR}")
    return _join({file.name: file.read_bytes() for file in Path(folder).iterdir() if file.is_file()})


def _files(tables: Tables) -> dict[str, bytes]:
    files = {_DESCRIPTOR: (json.dumps(_descriptor(tables), ensure_ascii=False, indent=2) + "\n").encode()}
    for name, rows in tables.items():
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        columns = _used(name, rows)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_cell(row.get(column), about) for column, about in columns.items()])
        files[f"{name}.csv"] = text.getvalue().encode()
    return files


def _used(table: str, rows: list[Row]) -> dict[str, Column | None]:
    """The columns that a table shows: all of the record's own, and of the owners' those that tie a row."""
    ties = {name for row in rows for name in row}
    return {name: column for name, column in heads(table).items() if name in ties or (column and column.path)}


def _cell(value: Any, column: Column | None) -> str:
    if value is None:
        return ""
    kind = kind_of_column(column)
    text = to_text(value, kind)
    if kind != "text":
        return text
    empty = not text and column is not None and not column.may_be_empty_text
    return f"'{text}" if empty or _MARKED.match(text) else text


def _descriptor(tables: Tables) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "fulian",
        "fulian": "1",
        "resources": [_resource(name, rows, tables) for name, rows in tables.items()],
    }


def _resource(name: str, rows: list[Row], tables: Tables) -> dict[str, Any]:
    columns = _used(name, rows)
    fields = [_field(column, about) for column, about in columns.items()]
    foreign = []
    if name != RECORDS:
        foreign += [
            _foreign_key(owner.key, owner.table)
            for owner in owners_of(specs()[name].cls)
            if owner.key in columns and owner.table in tables
        ]
        foreign += [
            _foreign_key(column, about.target)
            for column, about in columns.items()
            if about and about.kind == "key" and about.target in tables
        ]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": ["place" if name == RECORDS else "key"]}
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "name": name.replace("_", "-"),
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _foreign_key(field: str, table: str | None) -> dict[str, Any]:
    return {"fields": [field], "reference": {"resource": str(table).replace("_", "-"), "fields": ["key"]}}


def _field(name: str, column: Column | None) -> dict[str, Any]:
    kind = kind_of_column(column)
    described: dict[str, Any] = {"name": name, "type": _TYPES[kind]}
    constraints: dict[str, Any] = {}
    if column is None:
        if name in ("key", "place"):
            constraints["required"] = True
    else:
        if column.required and not column.may_be_empty_text:
            constraints["required"] = True
        if isinstance(column.shape, _shapes.Choice):
            constraints["enum"] = list(column.shape.by_value)
        if column.field is not None and kind == "whole":
            rules = schema_of_rule(column.field.attribute.validator)
            constraints.update({key: value for key, value in rules.items() if key in ("minimum", "maximum")})
    if constraints:
        described["constraints"] = constraints
    return described


def _join(files: dict[str, bytes], *, keep_unknown: bool = False) -> Any:
    descriptor = parse(files[_DESCRIPTOR]) if _DESCRIPTOR in files else None
    resources = descriptor.get("resources") if isinstance(descriptor, dict) else None
    if not isinstance(resources, list):
        raise one_fault(_DESCRIPTOR, "a data package's descriptor with resources", shown(descriptor))
    tables = {}
    for place, resource in enumerate(resources):
        path = resource.get("path") if isinstance(resource, dict) else None
        if not isinstance(path, str) or path not in files:
            raise one_fault(f"{_DESCRIPTOR}, resources[{place}].path", "a file of the package", shown(path))
        name = path.removesuffix(".csv")
        tables[name] = _rows(name, decoded(files[path]))
    return join(tables, keep_unknown=keep_unknown, first_row=2)


def _rows(table: str, text: str) -> list[Row]:
    known = heads(table) if table == RECORDS or table in specs() else {}
    csv.field_size_limit(max(csv.field_size_limit(), 1 << 30))  # a document's text may be longer than csv's own limit
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise one_fault(f"{table}.csv", "CSV", str(error)) from error
    if not lines:
        raise one_fault(f"{table}.csv", "a head of column names", "nothing")
    head, *body = lines
    for place, line in enumerate(body, start=2):
        if line and len(line) != len(head):
            raise one_fault(f"{table}, row {place}", f"{len(head)} cells", str(len(line)))
    return [
        {name: _value(cell, known.get(name)) for name, cell in zip(head, line, strict=False) if cell} for line in body
    ]


def _value(cell: str, column: Column | None) -> Any:
    kind = kind_of_column(column)
    if kind == "text":
        return cell.removeprefix("'")
    return from_text(cell, kind)
