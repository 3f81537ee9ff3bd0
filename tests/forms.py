"""Forms that tests fill in as a person would: by the names of rows and the heads of columns."""

from __future__ import annotations

import importlib
from io import BytesIO
from typing import Any

import fulian
from fulian.model.reading import Reading
from fulian.reading.form.layout import FormKind
from fulian.writing.form import dumps_form

openpyxl: Any = importlib.import_module("openpyxl")

FEW = ("ORG_HOMES", "ECO_LOAN_AMOUNT", "EDU_TRAINED", "LAW_PETITION_CLOSED", "HEA_2CANCER_TASK_RATE")


class Form:
    """An open workbook with a form, whose cells can be written by what they are for."""

    def __init__(self, data: bytes) -> None:
        self.book: Any = openpyxl.load_workbook(BytesIO(data))

    def row(self, name: str, sheet: str = "指标数据") -> int:
        """Find the row of an indicator."""
        page = self.book[sheet]
        return next(row for row in range(1, page.max_row + 1) if page.cell(row, 2).value == name)

    def column(self, head: str, sheet: str = "指标数据") -> int:
        """Find the column of a head."""
        page = self.book[sheet]
        return next(column for column in range(1, page.max_column + 1) if page.cell(3, column).value == head)

    def cell(self, name: str, head: str) -> Any:
        """Give the cell of an indicator under a head."""
        return self.book["指标数据"].cell(self.row(name), self.column(head))

    def write(self, name: str, head: str, value: object) -> str:
        """Write into a cell of figures; give its address."""
        cell = self.cell(name, head)
        cell.value = value
        return f"指标数据!{cell.coordinate}"

    def write_row(self, sheet: str, number: int, **cells: object) -> None:
        """Write a row of a sheet of words, from 1."""
        for head, value in cells.items():
            self.book[sheet].cell(3 + number, self.column(head, sheet)).value = value

    def data(self) -> bytes:
        """The workbook's bytes."""
        buffer = BytesIO()
        self.book.save(buffer)
        return buffer.getvalue()

    def read(self) -> Reading:
        """Read the form as fulian reads any file."""
        return fulian.read(BytesIO(self.data()))


def new_form(kind: FormKind = FormKind.CITY_REPORT, **options: Any) -> Form:
    """Make a form of a few indicators for 株洲市妇联 and 2024, unless told otherwise."""
    return Form(dumps_form(kind, **{"organization": "株洲市妇联", "year": 2024, "indicators": FEW, **options}))
