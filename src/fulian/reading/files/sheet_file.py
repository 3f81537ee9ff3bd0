"""Workbooks (.xlsx): rows of cells as they are shown, each with its address."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files._archive import Archive
from fulian.reading.files._builder import TextBuilder
from fulian.reading.files._cell_print import CHINESE_FORMATS, printed
from fulian.reading.files._conformance import STRICT_VERSION, as_transitional, version_of
from fulian.reading.files._extras import needed
from fulian.reading.files._sheet_ranges import MOST_COLUMNS, covers_very_many, with_clipped_ranges
from fulian.reading.files._sheet_rows import LONGEST_CELL, SheetRow, put_sheet, sheet_place
from fulian.reading.files.source_text import SourceText

__all__ = ["read"]

_WHAT = "an Excel workbook"
_MOST_BYTES = 128 << 20
_DOCTYPE = tuple("<!DOCTYPE".encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))
_BLANK_FORMULA = re.compile(rb"</f>(?:<v ?/>|<v></v>)?</c>")
_ESCAPED = re.compile("_x00(?:(5)[Ff]|0[9AaDd])_")


def read(data: bytes, *, kind: FileKind, file: str | None) -> SourceText:
    """Read a workbook (读取 Excel 工作簿).

    Args:
        data: The file's bytes.
        kind: The kind that was told by its content.
        file: Its name, for the error.

    Returns:
        A line for each row that holds something, its cells separated by tabs; an empty line where rows are empty and
        between sheets. A merged cell stands once, and the cells it covers are among the fields. Hidden rows, columns
        and sheets are among the asides.

    Raises:
        ReadError: The file is damaged or too large, or a package is missing.

    Example:
        >>> read(b"PK", kind=FileKind.XLSX, file="a.xlsx")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: a.xlsx: expected an Excel workbook, found one that is damaged, cut short or locked ...
    """
    builder = TextBuilder()
    _read_book(data, builder, file)
    return builder.close(kind, file=file)


def _read_book(data: bytes, builder: TextBuilder, file: str | None) -> None:
    archive = Archive(data, file=file, what=_WHAT)
    wide = _look_inside(archive, builder)
    builder.version = version_of(archive.read("xl/workbook.xml"))
    if builder.version == STRICT_VERSION:
        data = as_transitional(Archive(data, file=file, what=_WHAT))
    if wide:
        data = with_clipped_ranges(Archive(data, file=file, what=_WHAT), wide)
    openpyxl = needed("openpyxl", file=file, what="Excel workbooks")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what of a workbook's looks openpyxl does not keep
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            for sheet in book.worksheets:
                hidden = sheet.sheet_state != "visible"
                put_sheet(
                    builder, sheet.title, _rows(sheet, builder, openpyxl.utils.datetime.from_excel), hidden=hidden
                )
                builder.fields += [("merged", f"{sheet.title}!{cells}") for cells in sheet.merged_cells.ranges]
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        found = f"one that is damaged ({type(error).__name__}: {str(error)[:100]})"
        raise ReadError(file=file, found=found, expected=_WHAT) from error
    if book.properties.title:
        builder.fields.append(("title", str(book.properties.title).strip()))


def _look_inside(archive: Archive, builder: TextBuilder) -> list[str]:
    """Refuse what no workbook has, and note what will not be read; give the sheets with ranges to be clipped."""
    blank = size = 0
    wide: list[str] = []
    for name in archive.names:
        if not name.endswith((".xml", ".rels")):
            continue
        part = archive.read(name)
        if any(mark in part for mark in _DOCTYPE):
            found = "XML with a document type declaration, which may hide a bomb"
            raise ReadError(file=archive.file, found=found, expected=_WHAT)
        if covers_very_many(part):
            wide.append(name)
        if name.startswith("xl/worksheets/"):
            size += len(part)
            blank += len(_BLANK_FORMULA.findall(part))
    if size > _MOST_BYTES:
        found = f"sheets of {size >> 20} MB of XML, the bound being {_MOST_BYTES >> 20}"
        raise ReadError(file=archive.file, found=found, expected=_WHAT)
    if blank:
        text = f"{blank} formulas have no value stored; opening and saving the file in Excel stores them"
        builder.remark("formulas-without-values", text)
    if any(name.endswith("vbaProject.bin") for name in archive.names):
        builder.remark("macros", "the file holds macros; they were not run")
    return wide


def _rows(sheet: Any, builder: TextBuilder, from_serial: Callable[..., Any]) -> Iterator[SheetRow]:
    """Each row that holds something: its number, the cells that are shown, and those that are hidden."""
    hidden_columns = _hidden_columns(sheet)
    rows: dict[int, list[Any]] = {}
    # Only the cells that are there: a sheet's dimensions may be a million rows for one cell.
    for (number, _), cell in sorted(sheet._cells.items()):  # noqa: SLF001 - there is no public way to them
        rows.setdefault(number, []).append(cell)
    for number, cells in rows.items():
        hidden_row = number in sheet.row_dimensions and sheet.row_dimensions[number].hidden
        shown: list[tuple[int, str]] = []
        hidden: list[tuple[int, str]] = []
        for cell in cells:
            if words := _printed(cell, from_serial)[:LONGEST_CELL]:
                into = hidden if hidden_row or cell.column in hidden_columns else shown
                into.append((cell.column - 1, words))
            if getattr(cell, "comment", None) is not None:
                builder.aside("comment", cell.comment.text or "", sheet_place(sheet.title, number, cell.column - 1))
        yield SheetRow(number, shown, hidden)


def _printed(cell: Any, from_serial: Callable[..., Any]) -> str:
    """A cell as it is shown; a day in a format that only Chinese programs have comes as its number."""
    value = cell.value
    if isinstance(value, str):
        return printed(_plain(value))
    style = CHINESE_FORMATS.get(cell.style_id and cell._style.numFmtId)  # noqa: SLF001 - there is no public way to it
    if style is None or isinstance(value, bool) or not isinstance(value, int | float):
        return printed(value, style or cell.number_format)
    return printed(from_serial(value, cell.parent.parent.epoch), style)


def _plain(text: str) -> str:
    """Undo Excel's way of writing a line's end, a tab, and what looks like its way of writing such: _x000D_."""
    return _ESCAPED.sub(lambda match: "_" if match[1] == "5" else " ", text) if "_x" in text else text


def _hidden_columns(sheet: Any) -> set[int]:
    found: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            found.update(range(max(0, dimension.min or 0), min(dimension.max or 0, MOST_COLUMNS) + 1))
    return found
