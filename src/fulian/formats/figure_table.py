"""The table of figures as a file: one row a figure, for spreadsheets and programs.

CSV needs nothing else; Parquet and Excel workbooks need the extra ``tables``. In each of the three, columns and terms
have the names that they have in `observations_table`.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from fulian.formats._cell_text import guarded
from fulian.formats._extras import needed
from fulian.formats._files import replacing
from fulian.formats._problems import one_fault, shown
from fulian.formats.observations import COLUMNS, _as_arrow, _rows_of
from fulian.formats.xlsx import _tidy_workbook

__all__ = ["TABLE_FORMATS", "dump_table", "dumps_table"]

TABLE_FORMATS: Final = ("csv", "parquet", "xlsx")
"""The formats of the table, which are the suffixes of its files, too."""


def dump_table(records: Any, path: str | os.PathLike[str]) -> None:
    r"""Write the table of all figures of some readings to a file (指标值表), whole or not at all.

    Args:
        records: What `observations_table` takes.
        path: The file to write; its suffix (``.csv``, ``.parquet``, ``.xlsx``) gives the format.

    Raises:
        DataError: The suffix is none of these, or the numbers do not fit in one column.
        ReadError: A package is not installed; it names the extra.
        OSError: The file cannot be written.

    Example:
        >>> import tempfile
        >>> import fulian
        >>> target = Path(tempfile.mkdtemp(), "figures.csv")
        >>> dump_table(fulian.read_text("县妇联2021年工作总结\n举办招聘会44场。"), target)
        >>> target.read_text(encoding="utf-8-sig").splitlines()[1].split(",")[6:11]
        ['举办招聘会', 'ECO_JOB_FAIRS', '44', '', '场']
    """
    data = dumps_table(records, Path(path).suffix.lower().removeprefix("."))
    with replacing(path) as file:
        file.write(data)


def dumps_table(records: Any, format: str = "csv") -> bytes:  # noqa: A002 - as in fulian.dumps
    """Write the table of all figures of some readings as bytes (指标值表).

    Args:
        records: What `observations_table` takes.
        format: ``csv``: UTF-8 with a byte order mark, so that spreadsheets show Chinese; numbers with the digits of the
            record; text that a spreadsheet would take for a formula with an apostrophe in front. ``parquet``: the table
            of Arrow. ``xlsx``: a workbook with one sheet, its text never a formula.

    Returns:
        The file's bytes.

    Raises:
        DataError: The format is none of these, or the numbers do not fit in one column.
        ReadError: A package is not installed; it names the extra.

    Example:
        >>> dumps_table([]).decode("utf-8-sig").split(",")[:4]
        ['organization', 'code', 'level', 'year']
    """
    return _table_of_rows(_rows_of(records), format)


def _table_of_rows(rows: Iterable[Mapping[str, Any]], format: str) -> bytes:  # noqa: A002 - as above
    """Write rows of figures as `dumps_table` does."""
    match format:
        case "csv":
            return "".join(_csv_lines(rows)).encode("utf-8-sig")
        case "parquet":
            buffer = io.BytesIO()
            needed("pyarrow.parquet", extra="tables", what="Parquet files").write_table(_as_arrow(list(rows)), buffer)
            return buffer.getvalue()
        case "xlsx":
            return _tidy_workbook(list(rows))
        case _:
            raise one_fault("format", f"one of {', '.join(TABLE_FORMATS)}", shown(format))


def _csv_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Give the lines of the table, the head first, each as soon as its row comes."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    yield buffer.getvalue()
    for row in rows:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow([_cell(row[name]) for name in COLUMNS])
        yield buffer.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    return guarded(str(value)) if isinstance(value, str) else value
