"""A report goes out as a workbook, somebody corrects a number, and it comes back as records.

Needs the extra `tables`.
"""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path

import openpyxl

import fulian

source = fulian.Source(document_id="d1", span=fulian.Span(start=0, end=9), quote="举办招聘会20场。")
report = fulian.CityReport(
    organization=fulian.Organization(name="慈利县妇女联合会", kind=fulian.OrganizationKind.FEDERATION),
    year=2023,
    achievements=(
        fulian.Achievement(
            text="举办招聘会20场。",
            source=source,
            observations=(
                fulian.Observation(
                    label="举办招聘会",
                    quantity=fulian.Quantity(value=Decimal(20), unit="场", text="20场"),
                    status=fulian.Status.ACTUAL,
                    source=fulian.Source(document_id="d1", span=fulian.Span(start=5, end=8), quote="20场"),
                ),
            ),
        ),
    ),
)

with tempfile.TemporaryDirectory() as folder:
    file = Path(folder, "report.xlsx")
    fulian.dump(report, file)

    # Somebody opens the workbook and corrects the number.
    book = openpyxl.load_workbook(file)
    sheet = book["observations"]
    heads = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, heads["quantity_value"]).value = 21
    book.save(file)
    [corrected] = fulian.load(file)
    figure = corrected.achievements[0].observations[0]
    print(f"corrected in the workbook: {figure.label} {figure.quantity.value}{figure.quantity.unit}, where 20场 stood")

    # A slip is told by its cell.
    sheet.cell(2, heads["status"]).value = "done"
    book.save(file)
    try:
        fulian.load(file)
    except fulian.DataError as error:
        print(f"refused: {error}")
