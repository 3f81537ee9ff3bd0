"""Workbooks (.xlsx, .xls): rows of cells as they are shown, each with its address."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable
from typing import Any

from fulian.errors import ReadError
from fulian.reading.files._archive import Archive
from fulian.reading.files._builder import TextBuilder
from fulian.reading.files._cell_print import printed
from fulian.reading.files._extras import needed
from fulian.reading.files._grid import column_name
from fulian.reading.files.kinds import FileKind
from fulian.reading.files.source_text import Place, SourceText

__all__ = ["read"]

_WHAT = "an Excel workbook"
_MOST_BYTES = 128 << 20
_DOCTYPE = tuple("<!DOCTYPE".encode(codec) for codec in ("ascii", "utf-16-le", "utf-16-be"))
_BLANK_FORMULA = re.compile(rb"</f>(?:<v ?/>|<v></v>)?</c>")
_LONGEST_CELL = 100_000
_ESCAPED = re.compile("_x00(?:(5)[Ff]|0[9AaDd])_")

# A row: its number, from 1; its cells that are shown, each with its column, from 0; those that are hidden.
_Row = tuple[int, list[tuple[int, str]], list[tuple[int, str]]]


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
    if kind is FileKind.XLSX:
        _read_xlsx(data, builder, file)
    else:
        _read_xls(data, builder, file)
    return builder.close(kind, file=file)


# ------------------------------------------------------------------ .xlsx


def _read_xlsx(data: bytes, builder: TextBuilder, file: str | None) -> None:
    _look_inside(Archive(data, file=file, what=_WHAT), builder)
    openpyxl = needed("openpyxl", file=file, what="Excel workbooks")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what of a workbook's looks openpyxl does not keep
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            for sheet in book.worksheets:
                _Sheet(builder, sheet.title, hidden=sheet.sheet_state != "visible").read(_rows(sheet, builder))
                builder.fields += [("merged", f"{sheet.title}!{cells}") for cells in sheet.merged_cells.ranges]
    except Exception as error:  # openpyxl raises whatever a damaged part makes it stumble over
        found = f"one that is damaged ({type(error).__name__}: {str(error)[:100]})"
        raise ReadError(file=file, found=found, expected=_WHAT) from error
    if book.properties.title:
        builder.fields.append(("title", str(book.properties.title).strip()))


def _look_inside(archive: Archive, builder: TextBuilder) -> None:
    """Refuse what no workbook has, and note what will not be read."""
    blank = size = 0
    for name in archive.names:
        if not name.endswith((".xml", ".rels")):
            continue
        part = archive.read(name)
        if any(mark in part for mark in _DOCTYPE):
            found = "XML with a document type declaration, which may hide a bomb"
            raise ReadError(file=archive.file, found=found, expected=_WHAT)
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


def _rows(sheet: Any, builder: TextBuilder) -> Iterable[_Row]:
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
            value = _plain(cell.value) if isinstance(cell.value, str) else cell.value
            if words := printed(value, cell.number_format)[:_LONGEST_CELL]:
                into = hidden if hidden_row or cell.column in hidden_columns else shown
                into.append((cell.column - 1, words))
            if getattr(cell, "comment", None) is not None:
                builder.aside("comment", cell.comment.text or "", Place(sheet=sheet.title, cell=cell.coordinate))
        yield number, shown, hidden


def _plain(text: str) -> str:
    """Undo Excel's way of writing a line's end, a tab, and what looks like its way of writing such: _x000D_."""
    return _ESCAPED.sub(lambda match: "_" if match[1] == "5" else " ", text) if "_x" in text else text


def _hidden_columns(sheet: Any) -> set[int]:
    found: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            found.update(range(dimension.min or 0, (dimension.max or 0) + 1))
    return found


# ------------------------------------------------------------------ .xls


def _read_xls(data: bytes, builder: TextBuilder, file: str | None) -> None:
    calamine = needed("python_calamine", file=file, what="old Excel workbooks")
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        for number, about in enumerate(book.sheets_metadata):
            sheet = book.get_sheet_by_index(number)
            top, left = sheet.start or (0, 0)
            values = sheet.to_python(skip_empty_area=True)
            rows: Iterable[_Row] = (
                (
                    top + at + 1,
                    [(left + column, words) for column, one in enumerate(row) if (words := printed(one))],
                    [],
                )
                for at, row in enumerate(values)
            )
            hidden = about.visible is not calamine.SheetVisibleEnum.Visible
            _Sheet(builder, about.name, hidden=hidden).read(rows)
    except BaseException as error:
        # The parser is compiled code, whose alarm on a damaged file is no Exception.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        found = f"one that is damaged or locked with a password ({str(error)[:100]})"
        raise ReadError(file=file, found=found, expected=_WHAT) from error
    builder.remark("numbers-as-stored", "numbers of an .xls stand as they are stored: what it shows as 95.3% is 0.953")


# ------------------------------------------------------------------ rows to lines


class _Sheet:
    """A sheet's rows on their way into a text."""

    def __init__(self, builder: TextBuilder, name: str, *, hidden: bool) -> None:
        self.builder, self.name, self.hidden = builder, name, hidden

    def read(self, rows: Iterable[_Row]) -> None:
        last: int | None = None
        for number, shown, hidden in rows:
            unseen = [*shown, *hidden] if self.hidden else hidden
            if unseen:
                self.builder.aside("hidden", "\t".join(words for _, words in unseen), self._place(number, unseen[0][0]))
            if shown and not self.hidden:
                if last is not None and number > last + 1:
                    self.builder.blank()
                self.builder.row(self._cells(number, shown))
            last = number if shown or hidden else last
        if last is not None and not self.hidden:
            self.builder.blank()

    def _cells(self, number: int, shown: list[tuple[int, str]]) -> Iterable[tuple[str, Place]]:
        """The cells of a row from its first column on, blank ones between them included."""
        at = 0
        for column, words in shown:
            for blank in range(at, column):
                yield "", self._place(number, blank)
            yield words, self._place(number, column)
            at = column + 1

    def _place(self, number: int, column: int) -> Place:
        return Place(sheet=self.name, cell=f"{column_name(column)}{number}")
