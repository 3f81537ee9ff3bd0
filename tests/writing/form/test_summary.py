"""What a folder of forms comes to, as a workbook, as CSV and as Parquet."""

from __future__ import annotations

import csv
import importlib
import io
from pathlib import Path
from typing import Any

import pytest

from fulian.errors import DataError
from fulian.writing.form import CollectedForms, collect_forms, dumps_collected, expected_bodies

from .test_collect import hand_in

openpyxl: Any = importlib.import_module("openpyxl")
parquet: Any = importlib.import_module("pyarrow.parquet")


@pytest.fixture
def collected(tmp_path: Path) -> CollectedForms:
    """Two forms, one of them with a fault, and a body whose name would be a formula."""
    hand_in(tmp_path, "a.xlsx", "长沙市妇联", 妇女之家数=1020, 妇女小额担保贷款发放额="约320", 信访办结率=95)
    hand_in(tmp_path, "b.xlsx", "=1+1", 妇女之家数=30, 妇女教育培训人次="很多")
    return collect_forms(tmp_path, year=2024, expected=expected_bodies("湖南省", year=2024))


def _rows(book: Any, name: str) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in book[name].iter_rows(min_row=4)]


def test_the_workbook_tells_who_what_and_what_is_wrong(collected: CollectedForms) -> None:
    """Each body with its standing, totals with each body's figure beside, all figures, and the faults."""
    book = openpyxl.load_workbook(io.BytesIO(dumps_collected(collected)))
    assert book.sheetnames == ["上报情况", "汇总", "数据", "问题"]
    standing = {row[1]: row[2] for row in _rows(book, "上报情况")}
    assert (standing["长沙市妇联"], standing["株洲市妇联"]) == ("已报", "缺报")
    assert standing["=1+1"] == "不在应报名单内；有1处问题"
    totals = {row[1]: row[2:] for row in _rows(book, "汇总")}
    assert totals["妇女之家数"] == ["实际", "个", 2, 1050, 1020, 30]
    assert totals["妇女小额担保贷款发放额"] == ["实际", "万元", 1, "约320", "约320", None]
    assert totals["信访办结率"][3] == "不加总"
    assert len(_rows(book, "数据")) == 4
    assert [row[2].partition("：")[0] for row in _rows(book, "问题")] == ["指标数据!E9"]


def test_no_cell_of_a_summary_is_a_formula(collected: CollectedForms) -> None:
    """A name that begins with = is text in the workbook, and marked in CSV."""
    book = openpyxl.load_workbook(io.BytesIO(dumps_collected(collected)))
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    rows = list(csv.reader(io.StringIO(dumps_collected(collected, "csv").decode("utf-8-sig"))))
    assert rows[0][0] == "机构"
    assert {row[0] for row in rows[1:]} == {"长沙市妇女联合会", "'=1+1"}
    assert [row[8] for row in rows[1:] if row[7] == "ECO_LOAN_AMOUNT"] == ["3200000"]


def test_parquet_has_the_table(collected: CollectedForms) -> None:
    """The file holds what `table` gives."""
    assert parquet.read_table(io.BytesIO(dumps_collected(collected, "parquet"))).equals(collected.table())


def test_another_format_is_refused(collected: CollectedForms) -> None:
    """The error names the formats."""
    with pytest.raises(DataError, match="xlsx, csv, parquet"):
        dumps_collected(collected, "docx")
