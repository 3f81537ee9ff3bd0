r"""Excel workbooks: the related tables, a sheet each, and in front one sheet of figures for people to read.

Needs the extra ``tables``. The first sheet, 指标值, has one row a figure with Chinese heads, filters and a frozen head;
it is for reading and is not read back. The other sheets can be edited and are read back strictly.

Text is always stored as text, never as a formula, whatever it begins with. A number stands as a number where Excel can
hold its very digits, else as text. What a workbook cannot hold is escaped with a backslash: control characters as
``\u0001``, a backslash as ``\\``, an empty text where a missing one would be meant as ``\e``; text longer than a cell
can hold (32,767 characters) goes on in the sheet ``more_text``. A workbook is always a collection: one record comes
back as a tuple of one.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from fulian.formats._cell_text import put_text
from fulian.formats._cells import from_text, heads, kind_of_column, to_text
from fulian.formats._extras import needed
from fulian.formats._packages import workbook_bytes
from fulian.formats._problems import one_fault, shown
from fulian.formats._tables import RECORDS, Column, Row, Tables, join, specs, split
from fulian.formats.observations import COLUMNS, _rows_of
from fulian.formats.unknown import WithUnknown
from fulian.values.term import Term

__all__ = ["LOSSES", "dumps", "loads"]

LOSSES: Final[tuple[str, ...]] = (
    "A workbook is always a collection: a record that stood alone comes back as a tuple of one.",
    "Unknown keys are refused.",
    "Records of subclasses with fields more, inside others, are refused.",
    "The sheet of figures for people is not read back.",
)

_A4: Final = 9  # ECMA-376 part 1, 18.3.1.63
_FIGURES: Final = "指标值"
_MORE: Final = "more_text"
_MORE_COLUMNS: Final = ("table", "key", "column", "piece", "text")
_PIECE: Final = 16_000  # code points: never more than 32,000 of the units that Excel counts
_LIMIT: Final = 32_000
_MOST_ROWS: Final = 1_048_575  # of a sheet, less its head
_MOST_BYTES: Final = 1 << 30
_FIRST_DAY: Final = date(1900, 3, 1)  # Excel's calendar has a 29 February 1900
_WIDTHS: Final = {
    "机构": 28, "行政区划代码": 14, "层级": 8, "年份": 7, "时期": 12, "状态": 8, "指标": 36, "指标代码": 22, "数值": 14,
    "上限": 12, "单位": 8, "限定": 22, "原文": 16, "文件": 24, "起": 7, "止": 7,
    "文件标识": 18,
}  # fmt: skip
_RIGHT: Final = frozenset(("年份", "数值", "上限", "起", "止"))  # what stands over numbers, which stand at the right
_PLAIN_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.([0-9]{1,9}))?")
_ESCAPED: Final = re.compile(r"\\|[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=[xX][0-9A-Fa-f]{4}_)|x(?=005F_)")
_ESCAPE: Final = re.compile(r"\\(u[0-9a-f]{4}|.)", re.DOTALL)


def dumps(record: Any) -> bytes:
    """Write records as an Excel workbook (工作簿).

    Args:
        record: A record, or a list or tuple of records of any kinds.

    Returns:
        The bytes of an ``.xlsx`` file.

    Raises:
        DataError: Something cannot be written; tables have no room for unknown keys, nor for fields of subclasses.
        ReadError: The package openpyxl is not installed.
        TypeError: It is no record.

    Example:
        >>> from fulian.values import Span
        >>> loads(dumps(Span(start=8, end=11)))
        (Span(start=8, end=11),)
    """
    openpyxl = needed("openpyxl", extra="tables", what="Excel workbooks")
    tables = split(record)
    book = openpyxl.Workbook(write_only=True)
    writer = _Writer(openpyxl)
    content = record.record if isinstance(record, WithUnknown) else record
    writer.figures(book.create_sheet(_FIGURES), content)
    for name, rows in tables.items():
        writer.table(book.create_sheet(name), name, rows)
    if writer.more:
        sheet = book.create_sheet(_MORE)
        sheet.append(list(_MORE_COLUMNS))
        for line in writer.more:
            sheet.append([writer.text(sheet, cell) if isinstance(cell, str) else cell for cell in line])
    return workbook_bytes(book)


def _tidy_workbook(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Give the workbook whose one sheet is the tidy table of figures."""
    openpyxl = needed("openpyxl", extra="tables", what="Excel workbooks")
    if len(rows) > _MOST_ROWS:
        raise one_fault("figures", f"at most {_MOST_ROWS} in one sheet", str(len(rows)))
    book = openpyxl.Workbook(write_only=True)
    _Writer(openpyxl).tidy(book.create_sheet(_FIGURES), rows)
    return workbook_bytes(book)


class _Writer:
    def __init__(self, openpyxl: Any) -> None:
        self.cell = openpyxl.cell.WriteOnlyCell
        self.bold = openpyxl.styles.Font(bold=True)
        self.right = openpyxl.styles.Alignment(horizontal="right")
        self.letter = openpyxl.utils.get_column_letter
        self.fitting = openpyxl.worksheet.properties.PageSetupProperties
        self.more: list[tuple[str, int, str, int, str]] = []

    def head(self, sheet: Any, titles: list[str], widths: dict[str, int], rows: int) -> None:
        """Write the head, freeze it, and let people filter."""
        for place, title in enumerate(titles, start=1):
            sheet.column_dimensions[self.letter(place)].width = widths.get(title, max(10, len(title) + 4))
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{self.letter(len(titles))}{rows + 1}"
        sheet.print_title_rows = "1:1"  # printed, the columns stand on one sheet of paper, the head on each
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = self.fitting(fitToPage=True)
        cells = []
        for title in titles:
            cell = self.cell(sheet, title)
            cell.font = self.bold
            if title in _RIGHT:
                cell.alignment = self.right
            cells.append(cell)
        sheet.append(cells)

    def figures(self, sheet: Any, record: Any) -> None:
        """Write the sheet for people: terms in Chinese, numbers with their places."""
        rows = list(_rows_of(record))
        self.head(sheet, list(COLUMNS.values()), _WIDTHS, len(rows))
        for row in rows:
            sheet.append([self.figure(sheet, row[name]) for name in COLUMNS])

    def tidy(self, sheet: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write a sheet of figures for programs: columns and terms by their names in data."""
        widths = {name: _WIDTHS[title] for name, title in COLUMNS.items()}
        self.head(sheet, list(COLUMNS), widths, len(rows))
        for row in rows:
            values = (row[name] for name in COLUMNS)
            sheet.append([self.figure(sheet, str(one) if isinstance(one, Term) else one) for one in values])

    def figure(self, sheet: Any, value: Any) -> Any:
        if isinstance(value, Decimal):
            return self.number(sheet, str(value))
        if isinstance(value, Term):
            return value.zh
        if isinstance(value, str):
            return self.text(sheet, _escape(value)[:_LIMIT])
        return value

    def table(self, sheet: Any, table: str, rows: list[Row]) -> None:
        """Write a sheet that can be read back."""
        columns = heads(table)
        self.head(sheet, list(columns), {"text": 60, "title": 30, "name": 24, "source_quote": 40}, len(rows))
        for row in rows:
            cells = []
            for name, column in columns.items():
                value = row.get(name)
                cells.append(None if value is None else self.value(sheet, value, column, (table, row.get("key"), name)))
            sheet.append(cells)

    def value(self, sheet: Any, value: Any, column: Column | None, at: tuple[str, Any, str]) -> Any:
        kind = kind_of_column(column)
        if kind == "number":
            return self.number(sheet, value)
        if kind == "day" and date.fromisoformat(value) >= _FIRST_DAY:
            cell = self.cell(sheet, date.fromisoformat(value))
            cell.number_format = "yyyy-mm-dd"
            return cell
        if kind in ("whole", "key", "flag") and (isinstance(value, bool) or abs(value) < 10**15):
            return value
        text = _escape(to_text(value, kind))
        if not text:
            return None if column is not None and column.may_be_empty_text else "\\e"
        if len(text) > _PIECE and len(text.encode("utf-16-le")) > 2 * _LIMIT:
            pieces = [text[start : start + _PIECE] for start in range(0, len(text), _PIECE)]
            self.more += [(at[0], at[1], at[2], place, piece) for place, piece in enumerate(pieces[1:], start=1)]
            text = pieces[0] + "\\+"
        return self.text(sheet, text)

    def text(self, sheet: Any, text: str) -> Any:
        """A cell of text that no spreadsheet takes for a formula."""
        return put_text(self.cell(sheet), text)

    def number(self, sheet: Any, text: str) -> Any:
        """A number where fifteen digits hold it, else its text."""
        plain = _PLAIN_NUMBER.fullmatch(text)
        if plain is None or sum(map(str.isdigit, text)) > 15 or text.startswith("-0"):
            return self.text(sheet, text)
        places = plain[1]
        cell = self.cell(sheet, float(text) if places else int(text))
        cell.number_format = "#,##0" + (f".{'0' * len(places)}" if places else "")
        return cell


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\\\\" if match[0] == "\\" else f"\\u{ord(match[0]):04x}", text)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda match: _unescaped(match[1]), text)


def _unescaped(code: str) -> str:
    return chr(int(code[1:], 16)) if len(code) == 5 else {"e": "", "+": ""}.get(code, code)


def loads(data: str | bytes, *, keep_unknown: bool = False) -> Any:
    """Read records from an Excel workbook, strictly (读取工作簿).

    A number typed into a column of text, such as the year 2016 as a period, counts as its text: a spreadsheet leaves
    people no choice. A formula is refused.

    Args:
        data: The bytes of the ``.xlsx`` file.
        keep_unknown: Tables have no unknown keys; the result is only wrapped as with other formats.

    Returns:
        A tuple of records; with `keep_unknown` a :class:`~fulian.formats.WithUnknown` around it.

    Raises:
        DataError: It is no workbook, or a cell does not fit; the paths name sheet, row and column.
        ReadError: The package openpyxl is not installed.

    Example:
        >>> loads(b"PK")
        Traceback (most recent call last):
        ...
        fulian.errors.DataError: data: expected an Excel workbook, found File is not a zip file
    """
    openpyxl = needed("openpyxl", extra="tables", what="Excel workbooks")
    if isinstance(data, str):
        raise one_fault("data", "the bytes of an Excel workbook", "text")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            small = sum(entry.file_size for entry in package.infolist()) <= _MOST_BYTES
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True) if small else None
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        TypeError,
        OSError,
        EOFError,
        SyntaxError,
        NotImplementedError,
        RuntimeError,
        AttributeError,
        IndexError,
        openpyxl.utils.exceptions.InvalidFileException,
    ) as error:  # fmt: skip - openpyxl tells a broken file in all these ways
        raise one_fault("data", "an Excel workbook", str(error)[:100] or type(error).__name__) from error
    if book is None:
        raise one_fault("data", "a workbook of at most one gigabyte", "more")
    sheets = {sheet.title: _Sheet(sheet) for sheet in book.worksheets if sheet.title != _FIGURES}
    more = _more_text(sheets.pop(_MORE)) if _MORE in sheets else {}
    tables: Tables = {name: list(_rows(name, sheet, more)) for name, sheet in sheets.items()}
    return join(tables, keep_unknown=keep_unknown, first_row=2)


class _Sheet:
    """The cells of a sheet, row by row, under the names of its head."""

    def __init__(self, sheet: Any) -> None:
        self.title = sheet.title
        lines = sheet.iter_rows()
        self.head = [cell.value for cell in next(lines, ())]
        self.lines = lines

    def rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        for number, line in enumerate(self.lines, start=2):
            cells = {}
            for name, cell in zip(self.head, line, strict=False):
                if cell.value is None:
                    continue
                if cell.data_type in ("f", "e"):
                    found = f"{'the formula' if cell.data_type == 'f' else 'the error'} {shown(str(cell.value))}"
                    raise one_fault(f"{self.title}, row {number}, {name}", "a value", found)
                cells[str(name)] = cell
            yield number, cells


def _more_text(sheet: _Sheet) -> dict[tuple[str, int, str], list[tuple[int, str]]]:
    more: dict[tuple[str, int, str], list[tuple[int, str]]] = {}
    for number, cells in sheet.rows():
        if set(cells) != set(_MORE_COLUMNS):
            raise one_fault(f"{_MORE}, row {number}", "cells for " + ", ".join(_MORE_COLUMNS), shown(list(cells)))
        table, key, column, piece, text = (cells[name].value for name in _MORE_COLUMNS)
        if type(piece) is not int:
            raise one_fault(f"{_MORE}, row {number}, piece", "a whole number", shown(piece))
        more.setdefault((str(table), key, str(column)), []).append((piece, str(text)))
    return more


def _rows(table: str, sheet: _Sheet, more: dict[tuple[str, int, str], list[tuple[int, str]]]) -> Iterator[Row]:
    known = heads(table) if table == RECORDS or table in specs() else {}
    for _, cells in sheet.rows():
        row = {}
        key = cells["key"].value if "key" in cells else None
        for name, cell in cells.items():
            value = cell.value
            if isinstance(value, str) and _goes_on(value):
                value = value[:-2] + "".join(piece for _, piece in sorted(more.get((table, key or 0, name), ())))
            row[name] = _value(value, cell.number_format, kind_of_column(known.get(name)))
        yield row


def _goes_on(text: str) -> bool:
    """Tell whether a cell's text ends with the sign that the rest stands elsewhere, not with an escaped backslash."""
    body = text.removesuffix("+")
    return body != text and (len(body) - len(body.rstrip("\\"))) % 2 == 1


def _value(value: Any, number_format: str, kind: str) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, str):
        text = _unescape(value)
        return text if kind == "text" else from_text(text, kind)
    if kind == "number":
        return _digits(value, number_format)
    if kind in ("text", "choice"):
        return str(value)
    return value


def _digits(value: float, number_format: str) -> str:
    """The number with as many places as its format shows, so that 1.10 stays 1.10."""
    text = repr(value)
    if "e" in text:
        return str(Decimal(text))
    shown_places = len(number_format.partition(".")[2]) if re.fullmatch(r"#,##0(?:\.0+)?", number_format) else 0
    whole, _, places = text.partition(".")
    places = "" if places == "0" else places
    places = places.ljust(shown_places, "0")
    return f"{whole}.{places}" if places else whole
