"""A workbook: for people to read and edit, safe, and strict when read back."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import formats, strategies
from fulian.formats import xlsx
from fulian.formats.xlsx import _escape, _unescape

openpyxl: Any = pytest.importorskip("openpyxl")

SOURCE = fulian.Source(document_id="d1", span=fulian.Span(start=0, end=2), quote="44")
FIGURE = fulian.Observation(
    label="举办招聘会",
    quantity=fulian.Quantity(value=Decimal("1.10"), unit="亿元"),
    organization=fulian.Organization(name="长沙市妇女联合会", kind=fulian.OrganizationKind.FEDERATION),
    period=fulian.Period.year(2016),
    status=fulian.Status.ACTUAL,
    source=SOURCE,
)


def book_of(record: Any) -> Any:
    """Open the workbook of a record."""
    return openpyxl.load_workbook(io.BytesIO(xlsx.dumps(record)))


def saved(book: Any) -> bytes:
    """Save a workbook that was edited."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_the_first_sheet_is_for_people() -> None:
    """Figures with Chinese heads and terms, a filter, a frozen head, widths and number formats."""
    sheet = book_of(FIGURE).worksheets[0]
    assert sheet.title == "指标值"
    assert [cell.value for cell in sheet[1]][:9] == [
        "机构", "行政区划代码", "层级", "年份", "时期", "状态", "指标", "指标代码", "数值",
    ]  # fmt: skip
    assert sheet["A2"].value == "长沙市妇女联合会"
    assert (sheet["D2"].value, sheet["F2"].value) == (2016, "实际")
    assert (sheet["I2"].value, sheet["I2"].number_format) == (1.1, "#,##0.00")
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:Q2"
    assert sheet.column_dimensions["A"].width == 28


def test_what_is_printed_is_legible() -> None:
    """On paper the columns of a sheet stand beside each other, its head on every page."""
    for sheet in book_of(FIGURE).worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"


def test_no_cell_is_a_formula() -> None:
    """Text that begins as a formula is stored as text and comes back."""
    notes = tuple(fulian.Note(code=text, text=text) for text in ("=1+1", "+86", "-3", "@SUM(A1)", "=", "'x"))
    book = book_of(notes)
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)
    assert formats.loads(formats.dumps(notes, "xlsx"), "xlsx") == notes


@given(
    st.text(st.characters(exclude_categories=["Cs"]))
    | st.lists(st.sampled_from(["_x0041_", "x005F_", "_", "\\", "\x00", "\r\n", "u0041", "+", "e"])).map("".join)
)
def test_escaped_text_comes_back(text: str) -> None:
    """What a workbook cannot hold is escaped, and only that."""
    assert _unescape(_escape(text)) == text


@given(
    st.lists(
        st.sampled_from(["_x0041_", "x005F_", "_", "\\", "\x00", "\r\n", "\\+", "\\e", " ", "\n", "é"]), min_size=1
    ).map("".join)
)
def test_awkward_text_comes_back(text: str) -> None:
    """Escapes of Excel's own and of ours, control characters and spaces at the ends come back in a workbook."""
    document = fulian.Document(id="d1", text=text)
    assert formats.loads(formats.dumps(document, "xlsx"), "xlsx") == (document,)


def test_a_text_longer_than_a_cell_goes_on_elsewhere() -> None:
    """Text beyond 32,767 characters, counted as Excel does, is whole when read back."""
    documents = tuple(
        fulian.Document(id=f"d{place}", text=text)
        for place, text in enumerate(("长" * 100_000, "𠮷" * 40_000, "\\" * 33_000, "a\\+"))
    )
    book = book_of(documents)
    longest = max(
        len(str(cell.value).encode("utf-16-le")) // 2 for sheet in book for row in sheet.iter_rows() for cell in row
    )
    assert longest <= 32_767
    assert formats.loads(formats.dumps(documents, "xlsx"), "xlsx") == documents


def test_what_people_edit_is_read() -> None:
    """A changed number, a year typed as a number, a day as a day, an emptied cell and a blank row are read."""
    document = fulian.Document(id="d1", text="办会")
    book = book_of((FIGURE, document))
    sheet = book["observations"]
    head = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, head["quantity_value"]).value = 45
    sheet.cell(2, head["period"]).value = 2017
    sheet.cell(2, head["organization_key"]).value = None
    sheet.cell(4, 1).value = None
    sheet = book["documents"]
    head = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(2, head["title"]).value = 2016
    import datetime as dt

    sheet.cell(2, head["issued"]).value = dt.datetime(2014, 2, 12)  # noqa: DTZ001 - as openpyxl has days
    figure, read = formats.loads(saved(book), "xlsx")
    assert (figure.quantity.value, figure.period, figure.organization) == (45, fulian.Period.year(2017), None)
    assert (read.title, str(read.issued)) == ("2016", "2014-02-12")


@pytest.mark.parametrize(
    ("sheet", "column", "value", "message"),
    [
        (
            "observations",
            "quantity_value",
            "=1+1",
            "observations, row 2, quantity_value: expected a value, found the formula '=1+1'",
        ),
        (
            "observations",
            "quantity_value",
            "viele",
            "observations, row 2, quantity_value: expected a number as text, such as \"12.5\", found 'viele'",
        ),
        (
            "observations",
            "status",
            "done",
            "observations, row 2, status: expected one of actual, target, change, condition",
        ),
        (
            "observations",
            "source_end",
            2.5,
            "observations, row 2, source_end: expected a whole number, found the number 2.5",
        ),
        (
            "observations",
            "source_end",
            9,
            "observations, row 2, source: expected that a quote must be as long as its span",
        ),
        ("observations", "label", True, "observations, row 2, label: expected text, found true"),
        (
            "observations",
            "organization_key",
            5,
            "observations, row 2, organization_key: expected the key of a row of organizations, found 5",
        ),
        ("organizations", "name", None, "organizations, row 2, name: expected text that is not blank, found ''"),
        ("records", "kind", "Observaton", "records, row 2, kind: expected a known kind, perhaps 'Observation'"),
    ],
)
def test_what_does_not_fit_is_told_by_its_cell(sheet: str, column: str, value: Any, message: str) -> None:
    """A fault names sheet, row and column."""
    book = book_of(FIGURE)
    head = {cell.value: cell.column for cell in book[sheet][1]}
    book[sheet].cell(2, head[column]).value = value
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(saved(book), "xlsx")
    assert str(caught.value).startswith(message)


def test_a_sheet_with_another_name_is_told() -> None:
    """A sheet that is no table is refused, so that a misspelt name loses nothing."""
    book = book_of(FIGURE)
    book["observations"].title = "observation"
    with pytest.raises(fulian.DataError, match="observation: expected a known table, perhaps 'observations'"):
        formats.loads(saved(book), "xlsx")


@given(strategies.quantities(min_value=-(10**20), max_value=10**20, nasty=True))
def test_a_number_keeps_its_digits(quantity: fulian.Quantity) -> None:
    """Whatever Excel's fifteen digits can hold is a number, the rest text; the digits come back."""
    [read] = formats.loads(formats.dumps(quantity, "xlsx"), "xlsx")
    assert str(read.value) == str(quantity.value)
