"""Parquet: the related tables in Arrow's types, one file a table, in one zip file or in a folder.

Needs the extra ``tables``. Numbers are decimal128, days date32, closed vocabularies dictionaries, lists of words lists.
A set is always a collection: one record comes back as a tuple of one. A number's trailing zeros after the point are not
kept (1.10 comes back as 1.1).
"""

from __future__ import annotations

import io
import os
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from fulian.errors import ReadError
from fulian.formats import _shapes
from fulian.formats._arrow import arrow, decimal_type, terms
from fulian.formats._cells import heads, kind_of_column
from fulian.formats._files import replacing
from fulian.formats._json_text import compact, parse
from fulian.formats._packages import packed, unpacked
from fulian.formats._problems import one_fault
from fulian.formats._tables import RECORDS, Column, Row, Tables, join, specs, split

__all__ = ["LOSSES", "dump_folder", "dumps", "load_folder", "loads"]

LOSSES: Final[tuple[str, ...]] = (
    "A set is always a collection: a record that stood alone comes back as a tuple of one.",
    "Unknown keys are refused.",
    "Records of subclasses with fields more, inside others, are refused.",
    "A number's zeros behind the point are not kept: 1.10 comes back as 1.1.",
    "Numbers that need more than seventy-six digits in one column are refused.",
)


def dumps(record: Any) -> bytes:
    """Write records as a zip file of Parquet files (列式数据).

    Args:
        record: A record, or a list or tuple of records of any kinds.

    Returns:
        The bytes of a zip file with a Parquet file for each table that has rows.

    Raises:
        DataError: Something cannot be written; tables have no room for unknown keys, nor for fields of subclasses.
        ReadError: The package pyarrow is not installed.
        TypeError: It is no record.

    Example:
        >>> from fulian.values import Span
        >>> loads(dumps(Span(start=8, end=11)))
        (Span(start=8, end=11),)
    """
    return packed(_files(split(record)), compression=zipfile.ZIP_STORED)


def loads(data: str | bytes, *, keep_unknown: bool = False) -> Any:
    """Read records from a zip file of Parquet files, strictly (读取列式数据).

    Args:
        data: The bytes of the zip file.
        keep_unknown: Tables have no unknown keys; the result is only wrapped as with other formats.

    Returns:
        A tuple of records; with `keep_unknown` a :class:`~fulian.formats.WithUnknown` around it.

    Raises:
        DataError: It is no such file, or a cell does not fit; the paths name table, row and column.
        ReadError: The package pyarrow is not installed.

    Example:
        >>> loads(b"PK")
        Traceback (most recent call last):
        ...
        fulian.errors.DataError: data: expected a zip file of Parquet files, found File is not a zip file
    """
    return _join(unpacked(data, "a zip file of Parquet files"), keep_unknown=keep_unknown)


def dump_folder(record: Any, folder: str | os.PathLike[str]) -> None:
    """Write records as Parquet files in a folder (列式数据目录), for DuckDB, polars and pandas to open one by one.

    Args:
        record: A record, or a list or tuple of records of any kinds.
        folder: Where to write; made where it does not exist. Files of other names stay.

    Raises:
        DataError: Something cannot be written.
        OSError: A file cannot be written.
        ReadError: The package pyarrow is not installed.
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
    for name, content in files.items():
        with replacing(Path(folder, name)) as file:
            file.write(content)


def load_folder(folder: str | os.PathLike[str]) -> Any:
    """Read records from the Parquet files of a folder, strictly (读取列式数据目录).

    Args:
        folder: The folder.

    Returns:
        A tuple of records.

    Raises:
        DataError: A cell does not fit; the paths name table, row and column.
        ReadError: There is no such folder, or the package pyarrow is not installed.

    Example:
        >>> load_folder("missing")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: missing: expected a folder with records.parquet, found none
    """
    if not Path(folder, f"{RECORDS}.parquet").is_file():
        raise ReadError(file=str(folder), found="none", expected=f"a folder with {RECORDS}.parquet")
    return _join({file.name: file.read_bytes() for file in Path(folder).glob("*.parquet")})


def _files(tables: Tables) -> dict[str, bytes]:
    pa, parquet = arrow(), arrow(".parquet")
    files = {}
    for name, rows in tables.items():
        columns = {
            column: _column([row.get(column) for row in rows], about, f"{name}, {column}")
            for column, about in heads(name).items()
        }
        buffer = io.BytesIO()
        parquet.write_table(pa.table(columns), buffer, compression="zstd")
        files[f"{name}.parquet"] = buffer.getvalue()
    return files


def _column(cells: list[Any], column: Column | None, where: str) -> Any:
    pa = arrow()
    match kind_of_column(column):
        case "number":
            numbers = [None if cell is None else Decimal(cell) for cell in cells]
            return pa.array(numbers, decimal_type(numbers, where))
        case "day":
            return pa.array([None if cell is None else date.fromisoformat(cell) for cell in cells], pa.date32())
        case "choice":
            shape = column.shape if column else None
            return terms(cells, list(shape.by_value) if isinstance(shape, _shapes.Choice) else ())
        case "whole" | "key":
            return pa.array(cells, pa.int64())
        case "flag":
            return pa.array(cells, pa.bool_())
        case "words":
            return pa.array(cells, pa.list_(pa.string()))
        case "keys":
            return pa.array(cells, pa.list_(pa.int64()))
        case "data":
            return pa.array([None if cell is None else compact(cell) for cell in cells], pa.string())
        case _:
            return pa.array(cells, pa.string())


def _join(files: dict[str, bytes], *, keep_unknown: bool = False) -> Any:
    pa, parquet = arrow(), arrow(".parquet")
    tables: Tables = {}
    for file, content in files.items():
        name = file.removesuffix(".parquet")
        known = heads(name) if name == RECORDS or name in specs() else {}
        try:
            # Without threads of Arrow's: one that is still at work when Python ends aborts the process.
            opened = parquet.ParquetFile(pa.BufferReader(content), pre_buffer=False)
            rows = opened.read(use_threads=False).to_pylist()
        except (pa.ArrowException, OSError, ValueError) as error:
            raise one_fault(file, "a Parquet file", str(error)[:100]) from error
        tables[name] = [_row(row, known) for row in rows]
    return join(tables, keep_unknown=keep_unknown)


def _row(row: dict[str, Any], known: dict[str, Column | None]) -> Row:
    return {name: _value(cell, kind_of_column(known.get(name))) for name, cell in row.items() if cell is not None}


def _value(cell: Any, kind: str) -> Any:
    if isinstance(cell, Decimal):
        return _plain(cell)
    if type(cell) is date:
        return cell.isoformat()
    if kind == "data" and isinstance(cell, str):
        return parse(cell)
    return cell


def _plain(number: Decimal) -> str:
    """Print a number without the zeros that its column's scale puts behind it."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
