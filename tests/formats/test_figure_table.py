"""The table of figures as a file: the same rows in CSV, Parquet and an Excel workbook."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import strategies
from fulian.errors import DataError
from fulian.formats import dump_table, dumps_table
from fulian.formats.figure_table import TABLE_FORMATS
from fulian.formats.observations import COLUMNS, _rows_of

openpyxl: Any = pytest.importorskip("openpyxl")
parquet: Any = pytest.importorskip("pyarrow.parquet")

TEXT = "某县妇联2021年工作总结\n举办招聘会44场，培训妇女2.50万人，满意率98%以上。"


def rows_of_csv(data: bytes) -> list[dict[str, str]]:
    """Read a table of CSV as a spreadsheet does."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.lists(strategies.readings(nasty=True), max_size=2))
def test_csv_holds_every_row_and_no_formula(readings: list[fulian.Reading]) -> None:
    """Texts and numbers come back; a text that a spreadsheet would take for a formula has an apostrophe in front."""
    data = dumps_table(readings)
    assert data.startswith(b"\xef\xbb\xbforganization,")
    found, expected = rows_of_csv(data), list(_rows_of(readings))
    assert len(found) == len(expected)
    for row, other in zip(found, expected, strict=True):
        assert list(row) == list(COLUMNS)
        for name in COLUMNS:
            value, cell = other[name], row[name]
            if isinstance(value, Decimal):
                assert Decimal(cell) == value
            elif isinstance(value, str):
                assert cell in (str(value), f"'{value}")
                assert cell[:1] not in ("=", "+", "@", "\t", "\r", "\n")
                assert not cell.startswith("-") or cell[1:].replace(".", "", 1).isdigit()
            else:
                assert cell == ("" if value is None else str(value))


def test_each_format_has_the_same_rows() -> None:
    """The names of columns and terms too."""
    reading = fulian.read_text(TEXT)
    by_csv = rows_of_csv(dumps_table(reading))
    assert [(row["label"], row["value"], row["qualifier"]) for row in by_csv][::2] == [
        ("举办招聘会", "44", "exact"), ("满意率", "98", "over"),
    ]  # fmt: skip
    arrow = parquet.read_table(io.BytesIO(dumps_table(reading, "parquet")))
    assert arrow.equals(fulian.observations_table(reading))
    book = openpyxl.load_workbook(io.BytesIO(dumps_table(reading, "xlsx")))
    [sheet] = book.worksheets
    head, *rows = sheet.iter_rows(values_only=True)
    assert list(head) == list(COLUMNS)
    for row, line in zip(rows, by_csv, strict=True):
        shown = ["" if cell is None else str(cell) for cell in row]
        assert shown[:8] + shown[10:] == [line[name] for name in COLUMNS][:8] + [line[name] for name in COLUMNS][10:]
        assert row[8] == float(line["value"])


@pytest.mark.parametrize("label", ["=1+1", "+86", "-办班", "@SUM(A1)", "'=1"])
def test_a_label_is_never_a_formula(label: str) -> None:
    """In CSV an apostrophe stands in front, in a workbook the cell is text."""
    reading = fulian.read_text(TEXT)
    [figure, *_] = reading.observations
    named = attrs.evolve(reading, observations=(attrs.evolve(figure, label=label),))
    assert rows_of_csv(dumps_table(named))[0]["label"] == f"'{label}"
    sheet = openpyxl.load_workbook(io.BytesIO(dumps_table(named, "xlsx"))).active
    assert (sheet["G2"].value, sheet["G2"].data_type) == (label, "s")


@pytest.mark.parametrize("suffix", TABLE_FORMATS)
def test_the_suffix_tells_the_format(tmp_path: Path, suffix: str) -> None:
    """The same records give the same bytes."""
    target = tmp_path / f"figures.{suffix.upper()}"
    reading = fulian.read_text(TEXT)
    dump_table(reading, target)
    assert target.read_bytes() == dumps_table(reading, suffix)


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    """The formats there are get named, and nothing is written."""
    with pytest.raises(DataError, match="format: expected one of csv, parquet, xlsx, found 'json'"):
        dump_table((), tmp_path / "figures.json")
    assert not list(tmp_path.iterdir())
