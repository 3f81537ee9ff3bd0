"""Tables in plain text (.csv, .tsv)."""

from __future__ import annotations

import csv
import io

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files._builder import TextBuilder, place
from fulian.reading.files._grid import column_name
from fulian.reading.files.source_text import SourceText
from fulian.reading.files.text_file import decode

__all__ = ["read"]

_LONGEST_CELL = 1_000_000


def read(data: bytes, *, kind: FileKind, file: str | None) -> SourceText:
    r"""Read a table in plain text (读取 CSV 表格).

    Args:
        data: The file's bytes.
        kind: The kind that was told by its suffix.
        file: Its name, for the error.

    Returns:
        A line for each row, its cells separated by tabs, each with its address.

    Raises:
        ReadError: The bytes are no text, or no rows of cells.

    Example:
        >>> read("乡镇,期数\n东镇,12\n".encode("gbk"), kind=FileKind.CSV, file=None).text
        '乡镇\t期数\n东镇\t12\n'
    """
    text, encoding, _ = decode(data, file=file)
    builder = TextBuilder()
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)), start=1):
            cells = [" ".join(cell.split()) for cell in row]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                builder.row((cell, place(cell=f"{column_name(at)}{number}")) for at, cell in enumerate(cells))
    except csv.Error as error:
        raise ReadError(file=file, found=f"one that cannot be parsed ({error})", expected="rows of cells") from error
    return builder.close(kind, file=file, encoding=encoding)


def _delimiter(text: str) -> str:
    """The commonest of the signs that separate cells, in the first lines."""
    head = text[:4096]
    return max(("\t", ",", ";", "，", "|"), key=lambda sign: (head.count(sign), sign == ","))
