"""Workbooks and CSV files: what a person sees in the cells, and their addresses."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import fulian
from fulian.errors import ReadError
from fulian.model import FileKind
from fulian.reading.files import SourceText, read_bytes, read_source
from fulian.reading.files._cell_print import printed
from fulian.values import Span

from ...programs import office_files

openpyxl: Any = pytest.importorskip("openpyxl")
pytest.importorskip("xlrd")

DATA = Path(__file__).parent / "data"
SHEET = (
    "2021年各乡镇妇联工作情况汇总表（单位：人次、万元）\n乡镇\t培训\t\t资金（万元）\t办结率\n\t期数\t人次\n东镇\t12\t600\t30.50\t95.3%\n"
    "合计\t20\t1,020\t48.50\t93.0%\n\n注：数据截至2021年12月31日。\n\n姓名\t日期\t备注\n林月\t2021年3月8日\n周青\t2021年5月4日\t代表\n\n"
)


def located(source: SourceText, words: str) -> list[str]:
    """Where words stand in the file."""
    start = source.text.index(words)
    return [str(place) for place in source.locate(Span(start=start, end=start + len(words)))]


@pytest.mark.parametrize("name", ["summary-openpyxl.xlsx", "summary-libreoffice.xlsx"])
def test_a_workbook_is_rows_of_cells(name: str) -> None:
    """Cells are printed as shown, merged ones once; what is hidden stands beside."""
    source = read_source(DATA / name)
    assert source.text == SHEET
    assert [(one.kind, one.text.split("\t")[0], str(one.place)) for one in source.asides] == [
        ("hidden", "西镇", "汇总!A5"), ("hidden", "勿用", "草稿!A1"),
    ]  # fmt: skip
    assert located(source, "1,020") == ["汇总!C6"]
    assert located(source, "合计\t20") == ["汇总!A6", "汇总!B6"]
    assert located(source, "代表") == ["名单!C3"]


def test_an_old_workbook_is_read() -> None:
    """An .xls gives what the .xlsx gives: cells as shown, merged ones, hidden rows and sheets."""
    old, new = (read_source(DATA / f"summary-libreoffice.{suffix}") for suffix in ("xls", "xlsx"))
    assert old.text == SHEET
    assert (old.remarks, old.asides, sorted(old.fields)) == (new.remarks, new.asides, sorted(new.fields))
    assert located(old, "95.3%") == ["汇总!E4"]


def test_an_old_workbook_of_another_program_is_read() -> None:
    """BIFF8 that no office program wrote gives the same text and the same hidden parts."""
    one, other = (read_source(DATA / f"summary-{program}.xls") for program in ("xlwt", "libreoffice"))
    assert (one.text, one.asides, one.version) == (SHEET, other.asides, "BIFF8")
    assert located(one, "1,020") == ["汇总!C6"]


def formatted(path: Path, style: Callable[[str], str] = str) -> None:
    """Make a workbook whose cells show less, or other, than they store."""
    book = openpyxl.Workbook()
    sheet = book.active
    for at, (value, shown) in enumerate(FORMATTED, start=1):
        cell = sheet.cell(1, at, value)
        cell.number_format = style(shown)
    sheet["A2"].comment = openpyxl.comments.Comment("核实过", "统计员")
    sheet["A2"] = "注"
    sheet.column_dimensions["J"].hidden = True
    sheet["J1"] = "不看"
    book.save(path)


FORMATTED = [
    (0.12, "0%"), (42430, 'yyyy"年"m"月"'), (42430, "yyyy-mm-dd"), (42430, "yyyy"), (1234567.891, "#,##0.00"),
    (12.0, "General"), (0.5, "hh:mm"), (42430.75, "yyyy-mm-dd hh:mm"),
]  # fmt: skip
SHOWN = "12%\t2016年3月\t2016年3月1日\t2016年\t1,234,567.89\t12\t12:00\t2016年3月1日 18:00\n注\n\n"


def test_cells_are_shown_by_their_formats(tmp_path: Path) -> None:
    """A share, a month, a year, a time stand as the sheet shows them, in .xlsx and in the .xls that LibreOffice makes."""
    path = tmp_path / "a.xlsx"
    formatted(path)
    assert read_source(path).text == SHOWN
    (tmp_path / "old").mkdir()
    [old] = office_files([path], "xls", tmp_path / "old")
    source = read_source(old)
    assert (source.text, source.version) == (SHOWN, "BIFF8")
    assert [(one.kind, one.text, str(one.place)) for one in source.asides] == [
        ("hidden", "不看", "Sheet!J1"), ("comment", "核实过", "Sheet!A2"),
    ]  # fmt: skip


def rewritten(path: Path, change: Callable[[bytes], bytes]) -> bytes:
    """Give a workbook's file with its parts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)))
    return made.getvalue()


def test_formats_that_chinese_programs_know_by_number_are_days(tmp_path: Path) -> None:
    """ECMA-376 part 1, 18.8.30: under zh-cn format 57 is yyyy"年"m"月", whether or not the file spells it out."""
    path = tmp_path / "a.xlsx"
    formatted(path, lambda shown: 'yyyy"年"m"月"' if "年" in shown else "General")
    data = rewritten(path, lambda part: re.sub(rb"<numFmts.*?</numFmts>", b"", part).replace(b'"164"', b'"57"'))
    assert read_bytes(data).text.split("\t")[:3] == ["0.12", "2016年3月", "42430"]


def test_a_strict_workbook_is_read() -> None:
    """ISO/IEC 29500 strict, as Excel saves on request, has other names for everything and the same cells."""
    names = ((b"spreadsheetml/2006/", b"spreadsheetml/"), (b"officeDocument/2006/", b"officeDocument/"))

    def strict(part: bytes) -> bytes:
        for old, new in names:
            part = part.replace(b"http://schemas.openxmlformats.org/" + old, b"http://purl.oclc.org/ooxml/" + new)
        return part

    source = read_bytes(rewritten(DATA / "summary-openpyxl.xlsx", strict))
    assert (source.version, source.text) == ("OOXML strict", SHEET)


def test_rows_with_tabs_under_a_workbooks_suffix_are_read() -> None:
    """What programs export as .xls is often rows with tabs."""
    source = read_bytes("乡镇\t期数\n东镇\t12\n".encode("gb18030"), file="a.xls")
    assert (source.kind, located(source, "12"), [one.code for one in source.remarks]) == (
        FileKind.CSV, ["B2"], ["other-suffix"],
    )  # fmt: skip


def test_a_csv_file_is_read() -> None:
    """A CSV in GB18030 gives the first sheet's cells with their addresses."""
    source = read_source(DATA / "summary-libreoffice.csv")
    assert source.encoding == "gb18030"
    assert "东镇\t12\t600\t30.50\t95.3%" in source.text
    assert located(source, "30.50") == ["D4"]


def test_a_csv_file_with_a_byte_order_mark_is_read() -> None:
    """The mark is no character of the first cell, and a figure knows its row and its cell."""
    reading = fulian.read(DATA / "summary-python.csv")
    assert reading.document.text.startswith("2021年")
    told = {(one.quantity.value, str(reading.document.locate(one.source.span)[0])) for one in reading.observations}
    assert {(Decimal("30.50") * 10000, "D3"), (Decimal(420), "C4")} <= told


@pytest.mark.parametrize("sign", [",", "\t", ";", "，", "|"])
def test_cells_are_separated_by_any_usual_sign(sign: str) -> None:
    """Commas, tabs, semicolons, Chinese commas and bars are told by how often they stand."""
    text = "\n".join(sign.join(row) for row in [("乡镇", "期数", "人次"), ("东镇", "12", "600")])
    assert read_bytes(text.encode(), file="a.csv").text == "乡镇\t期数\t人次\n东镇\t12\t600\n"


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (0.953, "0.0%", "95.3%"),
        (0.5, "0%", "50%"),
        (1020, "#,##0", "1,020"),
        (48.5, "0.00", "48.50"),
        (2.675, "0.00", "2.68"),
        (12.0, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (1e21, "General", "1000000000000000000000"),
        (1234.5, '#,##0.0"万元"', "1,234.5"),
        (-3, "0;[Red]-0", "-3"),
        (Decimal("1.50"), "0.0#", "1.5"),
        (True, "General", "TRUE"),
        (dt.datetime(2021, 3, 8), "yyyy-mm-dd", "2021年3月8日"),  # noqa: DTZ001 - a sheet's times have no zone
        (dt.datetime(2021, 3, 8, 9, 30), "General", "2021年3月8日 09:30"),  # noqa: DTZ001 - as above
        (dt.date(2021, 3, 8), "General", "2021年3月8日"),
        (dt.time(9, 30), "General", "09:30"),
        (None, "General", ""),
        (" 东镇\n妇联 ", "General", "东镇 妇联"),
        (float("nan"), "0.0", "nan"),
    ],
)
def test_values_are_printed_as_shown(value: object, number_format: str, shown: str) -> None:
    """A number keeps the places, the percent sign and the grouping of its format; a day is a Chinese day."""
    assert printed(value, number_format) == shown


def workbook(**cells: Any) -> bytes:
    """Write a workbook with some cells."""
    book = openpyxl.Workbook()
    for address, value in cells.items():
        book.active[address] = value
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def test_a_formula_without_a_value_is_remarked() -> None:
    """Where a program stored a formula without its value, the remark says how to mend it."""
    source = read_bytes(workbook(A1="合计", B1="=1+2"))
    assert (source.text, [one.code for one in source.remarks]) == ("合计\n\n", ["formulas-without-values"])


def test_wide_and_far_cells_are_read() -> None:
    """Ten thousand columns are read; one cell at the sheet's far corner costs no more than itself."""
    book = openpyxl.Workbook()
    book.active.append(list(range(10_000)))
    packed = io.BytesIO()
    book.save(packed)
    assert read_bytes(packed.getvalue()).text.count("\t") == 9_999
    far = read_bytes(workbook(A1="近", A1048576="远"))
    assert (far.text, located(far, "远")) == ("近\n\n远\n\n", ["Sheet!A1048576"])


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Change a member of an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for member in before.namelist():
            content = before.read(member)
            after.writestr(member, content.replace(old, new) if member == name else content)
    return packed.getvalue()


def test_hostile_workbooks_are_refused() -> None:
    """Entities, damaged parts and cut files are a clear error."""
    data = workbook(A1="甲")
    bomb = changed(data, "xl/worksheets/sheet1.xml", b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "ha">]><worksheet')
    with pytest.raises(ReadError, match="document type"):
        read_bytes(bomb)
    with pytest.raises(ReadError, match="damaged"):
        read_bytes(changed(data, "xl/worksheets/sheet1.xml", b"</worksheet>", b""))
    for end in (30, 500, len(data) - 30):
        with pytest.raises(ReadError):
            read_bytes(data[:end], file="cut.xlsx")
    old = (DATA / "summary-libreoffice.xls").read_bytes()
    with pytest.raises(ReadError):
        read_bytes(old[: len(old) // 2])


def test_what_excel_escapes_is_read_as_it_was_meant() -> None:
    """A line's end that Excel wrote as _x000D_ is white space; what only looks so, and is escaped, stays words."""
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = "上行_x000D_下行", "_x005F_x0041_"
    buffer = io.BytesIO()
    book.save(buffer)
    assert read_bytes(buffer.getvalue(), file="a.xlsx").text == "上行 下行\n_x0041_\n\n"


def test_merged_cells_are_named() -> None:
    """Which cells are merged can be had from the fields."""
    assert ("merged", "汇总!B2:C2") in read_source(DATA / "summary-openpyxl.xlsx").fields


def figures(rows: Sequence[Sequence[Any]], *merged: str) -> list[tuple[str | None, ...]]:
    """Read a sheet of rows: whose each figure is, what it counts, value and unit, when, where it stands."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    packed = io.BytesIO()
    book.save(packed)
    source = read_bytes(packed.getvalue())
    reading = fulian.read(source)
    assert all(one.status is fulian.Status.ACTUAL for one in reading.observations)
    return [
        (
            one.organization.name if one.organization else None, one.label, str(one.quantity.value), one.quantity.unit,
            str(one.period), *(place.cell or "" for place in source.locate(one.source.span)),
        )
        for one in reading.observations
    ]  # fmt: skip


def test_a_table_of_cities_gives_their_figures() -> None:
    """Heads over two rows name what is counted, brackets and title give the units, the total is the province's."""
    rows: list[list[Any]] = [
        ["湖南省2021年妇女工作主要指标（单位：人次、万元）"],
        ["市州", "培训", None, "资金", None],
        [None, "期数", "人次", "争取资金", "发放贷款（亿元）"],
        ["长沙市", 12, 6000, 300.5, 1.2],
        ["湘西州", 5, 1200, 90, 0.3],
        ["合计", 17, 7200, 390.5, 1.5],
        ["注：数据截至2021年12月31日。"],
    ]
    assert figures(rows, "A1:E1", "A2:A3", "B2:C2", "D2:E2") == [
        ("长沙市", "培训期数", "12", "期", "2021", "B4"), ("长沙市", "培训人次", "6000", "人次", "2021", "C4"),
        ("长沙市", "争取资金", "3005000", "元", "2021", "D4"), ("长沙市", "资金发放贷款", "120000000", "元", "2021", "E4"),
        ("湘西州", "培训期数", "5", "期", "2021", "B5"), ("湘西州", "培训人次", "1200", "人次", "2021", "C5"),
        ("湘西州", "争取资金", "900000", "元", "2021", "D5"), ("湘西州", "资金发放贷款", "30000000", "元", "2021", "E5"),
        ("湖南省", "培训期数", "17", "期", "2021", "B6"), ("湖南省", "培训人次", "7200", "人次", "2021", "C6"),
        ("湖南省", "争取资金", "3905000", "元", "2021", "D6"), ("湖南省", "资金发放贷款", "150000000", "元", "2021", "E6"),
    ]  # fmt: skip


def test_heads_over_three_rows() -> None:
    """A head over several columns stands over each, one over several rows over its own column alone."""
    rows: list[list[Any]] = [
        ["2021年各市妇联工作情况"],
        ["单位：人"],
        ["市州", "妇女", None, None, "儿童"],
        [None, "培训", None, "维权", "救助"],
        [None, "农村", "城镇", "接访", None],
        ["长沙市", 100, 200, 30, 4],
        ["株洲市", 80, 90, 20, 3],
    ]
    labels = ["妇女培训农村", "妇女培训城镇", "妇女维权接访", "儿童救助"]
    assert [one[:4] for one in figures(rows, "A3:A5", "B3:D3", "B4:C4", "E4:E5")] == [
        (city, label, str(value), "人")
        for city, values in (("长沙市", (100, 200, 30, 4)), ("株洲市", (80, 90, 20, 3)))
        for label, value in zip(labels, values, strict=True)
    ]


def test_several_tables_on_a_sheet() -> None:
    """Each table has the title above it, with its year."""
    rows: list[list[Any]] = [
        ["2020年培训情况"], ["市州", "期数", "人次"], ["长沙市", 1, 2], ["株洲市", 3, 4], [],
        ["2021年维权情况"], ["市州", "接访（件）", "办结（件）"], ["长沙市", 11, 12], ["株洲市", 13, 14],
    ]  # fmt: skip
    assert [one[1:] for one in figures(rows) if one[0] == "长沙市"] == [
        ("培训期数", "1", "期", "2020", "B3"), ("培训人次", "2", "人次", "2020", "C3"),
        ("接访", "11", "件", "2021", "B8"), ("办结", "12", "件", "2021", "C8"),
    ]  # fmt: skip


def test_indicators_in_rows() -> None:
    """Cities may be the columns, and the units a column of their own, of which none is a figure."""
    rows: list[list[Any]] = [
        ["指标", "单位", "长沙市", "株洲市"],
        ["举办培训班", "期", 12, 8],
        ["发放贷款", "万元", 100, 60.5],
    ]
    assert [one[:4] + one[5:] for one in figures(rows)] == [
        ("长沙市", "举办培训班", "12", "期", "C2"), ("株洲市", "举办培训班", "8", "期", "D2"),
        ("长沙市", "发放贷款", "1000000", "元", "C3"), ("株洲市", "发放贷款", "605000", "元", "D3"),
    ]  # fmt: skip


def test_merged_rows_that_name_groups_end_no_table(tmp_path: Path) -> None:
    """东片 over three columns names what the rows under it are of; in a workbook, and in LibreOffice's .xls and .pdf of it."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["2021年培训情况表"],
        ["乡镇", "期数", "人次"],
        ["东片"],
        ["东镇", 12, 600],
        ["西片"],
        ["西镇", 5, 300],
    ):
        sheet.append(row)
    for number in (1, 3, 5):
        sheet.merge_cells(start_row=number, end_row=number, start_column=1, end_column=3)
    path = tmp_path / "a.xlsx"
    book.save(path)
    (tmp_path / "made").mkdir()
    made = [path, *(one for suffix in ("xls", "pdf") for one in office_files([path], suffix, tmp_path / "made"))]
    for one in made:
        figures = fulian.read(one).observations
        assert [(figure.quantity.text, figure.label) for figure in figures] == [
            ("12", "东镇期数"), ("600", "东镇人次"), ("5", "西镇期数"), ("300", "西镇人次"),
        ]  # fmt: skip
