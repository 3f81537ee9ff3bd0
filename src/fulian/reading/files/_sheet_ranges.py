"""Ranges of a sheet that cover more cells than it has: openpyxl makes an object for each cell of a merged one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection
from contextlib import suppress
from typing import Final, NamedTuple
from xml.parsers import expat

from fulian.errors import ReadError
from fulian.reading.files._archive import Archive
from fulian.reading.files._extras import needed
from fulian.reading.files._grid import column_name
from fulian.reading.files._xml import Element, parse_xml

__all__ = ["MOST_COLUMNS", "covers_very_many", "with_clipped_ranges"]

MOST_COLUMNS: Final = 16_384
"""The columns that a sheet has."""

_MOST_ROWS: Final = 1_048_576
_MOST_COVERED: Final = 200_000  # cells that the ranges of a sheet cover together
_REFERENCE: Final = re.compile(r"\$?([A-Za-z]{0,3})\$?([0-9]{0,9})")
_EXPANDED: Final = {"mergeCell": 1, "hyperlink": 20}  # and how much work each cell is
_MAY_HOLD: Final = re.compile("|".join(_EXPANDED).encode())
# What need not be parsed to know whether it may hold such: text in which ASCII letters are as they are.
_ASCII_SHOWS: Final = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*<(?:\?xml(?:(?!encoding)[^<>]){0,80}(?:encoding\s*=\s*["'](?i:utf-8|us-ascii)["'][^<>]{0,40})?>"""
    rb"|(?!\?)[^\x00])"
)


class _Range(NamedTuple):
    """The first and last column and row of a range, from 1."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def cells(self) -> int:
        return max(0, self.right - self.left + 1) * max(0, self.bottom - self.top + 1)


def covers_very_many(part: bytes) -> bool:
    """Tell whether the merged cells and links of a sheet cover very many cells, whether it has them or not."""
    if _ASCII_SHOWS.match(part) and _MAY_HOLD.search(part) is None:
        return False
    covered = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal covered
        kind = name.rpartition(":")[2]
        if kind in _EXPANDED:
            covered += _EXPANDED[kind] * _range_of(attributes.get("ref", "")).cells

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    with suppress(expat.ExpatError, LookupError, ValueError):  # openpyxl cannot read it either; up to there it counts
        parser.Parse(part, True)
    return covered > _MOST_COVERED


def with_clipped_ranges(archive: Archive, wide: Collection[str]) -> bytes:
    """Give a workbook whose merged cells reach no further than the cells that it has, and without wide links.

    Args:
        archive: The workbook.
        wide: The sheets to clip, as its members are named.

    Raises:
        ReadError: A sheet cannot be parsed, or its merged cells cover very many cells even so.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in archive.names:
            part = archive.read(name)
            file.writestr(name, _clipped(part, archive) if name in wide else part)
    return made.getvalue()


def _clipped(part: bytes, archive: Archive) -> bytes:
    etree = needed("lxml.etree", file=archive.file, what=archive.what)
    root = parse_xml(part, file=archive.file, what=archive.what)
    last = _last_cell(root)
    covered = 0
    for element in list(root.iter("{*}mergeCell", "{*}hyperlink")):
        whole = _range_of(element.get("ref", ""))
        clipped = whole._replace(right=min(whole.right, last[0]), bottom=min(whole.bottom, last[1]))
        if etree.QName(element).localname == "mergeCell" and clipped.cells > 1:
            covered += clipped.cells
            left, right = column_name(clipped.left - 1), column_name(clipped.right - 1)
            element.set("ref", f"{left}{clipped.top}:{right}{clipped.bottom}")
        elif whole.cells > 1:
            element.getparent().remove(element)
    if covered > _MOST_COVERED:
        found = f"merged cells that cover {covered:,} cells, the bound being {_MOST_COVERED:,}"
        raise ReadError(file=archive.file, found=found, expected=archive.what)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _last_cell(root: Element) -> tuple[int, int]:
    """The last column and the last row that hold a cell; one that does not say where it stands is behind the last."""
    columns = rows = column = row = 0
    for element in root.iter("{*}row", "{*}c"):
        place = _REFERENCE.fullmatch(element.get("r", ""))
        if element.tag.endswith("}row"):
            row, column = int(place[2]) if place and place[2] else row + 1, 0
        else:
            column = _number(place[1]) if place and place[1] else column + 1
            row = int(place[2]) if place and place[2] else row
        columns, rows = max(columns, column), max(rows, row)
    return columns, rows


def _range_of(reference: str) -> _Range:
    """The range that a reference names; A:A is a whole column, 1:1 a whole row. Of what is none, a single cell."""
    first, _, last = reference.partition(":")
    ends = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last or first)
    if ends[0] is None or ends[1] is None:
        return _Range(1, 1, 1, 1)
    (left, top), (right, bottom) = ends[0].groups(), ends[1].groups()
    return _Range(
        _number(left) if left else 1,
        int(top) if top else 1,
        _number(right) if right else MOST_COLUMNS,
        int(bottom) if bottom else _MOST_ROWS,
    )


def _number(letters: str) -> int:
    """A column's number, from 1."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - 64
    return number
