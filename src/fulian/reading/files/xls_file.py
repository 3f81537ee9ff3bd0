"""Old workbooks (.xls): rows of cells as they are shown, each with its address."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files._builder import TextBuilder
from fulian.reading.files._cell_print import CHINESE_FORMATS, printed
from fulian.reading.files._extras import needed
from fulian.reading.files._grid import column_name
from fulian.reading.files._ole import stream_of
from fulian.reading.files._sheet_rows import LONGEST_CELL, SheetRow, put_sheet, sheet_place
from fulian.reading.files.source_text import SourceText

__all__ = ["read"]

_WHAT = "an old Excel workbook"
_MACROS = "_VBA_PROJECT".encode("utf-16-le")


def read(data: bytes, *, kind: FileKind, file: str | None) -> SourceText:
    """Read an old workbook (读取旧版 Excel 工作簿).

    Args:
        data: The file's bytes.
        kind: The kind that was told by its content.
        file: Its name, for the error.

    Returns:
        The text, as of a workbook of today: see the reader of those.

    Raises:
        ReadError: The file is damaged or locked, or a package is missing.

    Example:
        >>> read(b"", kind=FileKind.XLS, file="a.xls")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: a.xls: expected an old Excel workbook, found one that is damaged or locked with ...
    """
    xlrd = needed("xlrd", file=file, what="old Excel workbooks")
    stream = stream_of(data, "Workbook", "Book", file=file, what="old Excel workbooks")
    builder = TextBuilder()
    try:
        book = xlrd.open_workbook(
            file_contents=stream or b"", formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        cells = _Cells(book, xlrd)
        for sheet in book.sheets():
            put_sheet(builder, sheet.name, cells.rows(sheet), hidden=sheet.visibility != 0)
            _look_around(sheet, builder)
    except Exception as error:  # xlrd raises whatever a damaged record makes it stumble over
        found = f"one that is damaged or locked with a password ({type(error).__name__}: {str(error)[:100]})"
        raise ReadError(file=file, found=found, expected=_WHAT) from error
    builder.version = f"BIFF{book.biff_version // 10}"
    if _MACROS in data:
        builder.remark("macros", "the file holds macros; they were not run")
    return builder.close(kind, file=file)


def _look_around(sheet: Any, builder: TextBuilder) -> None:
    """Keep the notes on cells, and name the merged ones."""
    for (row, column), note in sorted(sheet.cell_note_map.items()):
        builder.aside("comment", note.text or "", sheet_place(sheet.name, row + 1, column))
    for top, below, left, beyond in sheet.merged_cells:
        cells = f"{column_name(left)}{top + 1}:{column_name(beyond - 1)}{below}"
        builder.fields.append(("merged", f"{sheet.name}!{cells}"))


class _Cells:
    """The cells of a book, printed as their formats say."""

    def __init__(self, book: Any, xlrd: Any) -> None:
        self.book, self.xlrd = book, xlrd
        self.formats = [self._format(style.format_key) for style in book.xf_list]

    def _format(self, key: int) -> str:
        found = self.book.format_map.get(key)
        return CHINESE_FORMATS.get(key) or (found.format_str if found is not None else None) or "General"

    def rows(self, sheet: Any) -> Iterator[SheetRow]:
        """Give the rows of a sheet that hold something."""
        hidden_columns = {column for column, about in sheet.colinfo_map.items() if about.hidden}
        for number in range(sheet.nrows):
            about = sheet.rowinfo_map.get(number)
            row = SheetRow(number + 1, [], [])
            for column, cell in enumerate(sheet.row(number)):
                if words := self._printed(cell)[:LONGEST_CELL]:
                    unseen = column in hidden_columns or (about is not None and about.hidden)
                    (row.hidden if unseen else row.shown).append((column, words))
            if row.shown or row.hidden:
                yield row

    def _printed(self, cell: Any) -> str:
        xlrd = self.xlrd
        if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
            return ""
        if cell.ctype == xlrd.XL_CELL_BOOLEAN:
            return printed(bool(cell.value))
        if cell.ctype == xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
        style = self.formats[cell.xf_index] if cell.xf_index is not None else "General"
        if cell.ctype == xlrd.XL_CELL_DATE and (when := self._when(cell.value)) is not None:
            return printed(when, style)
        if cell.ctype == xlrd.XL_CELL_TEXT:
            return printed(str(cell.value))
        # BIFF keeps every number as binary fractions; a whole one is a whole number.
        return printed(int(cell.value) if float(cell.value).is_integer() else cell.value, style)

    def _when(self, serial: float) -> datetime | time | None:
        """The day or time of a number; None where no calendar has it."""
        try:
            when: datetime = self.xlrd.xldate_as_datetime(serial, self.book.datemode)
        except (ValueError, OverflowError):
            return None
        return when.time() if serial < 1 else when
