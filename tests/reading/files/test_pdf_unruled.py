"""Tables of a PDF that no lines rule: rows stay whole where a cell takes several lines, blank cells stay blank."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import fulian
from fulian.reading.files import read_bytes, read_source

from ...programs import office_files, printed_page
from .test_pdf_file import say, small_pdf

pytest.importorskip("pypdfium2")

ROWS = [
    ("乡镇", "培训项目", "期数", "人次"),
    ("东镇", "乡村振兴巾帼带头人电商技能提升培训班", "12", "600"),
    ("西镇", "家政服务", "8", "420"),
    ("南镇妇女儿童服务中心站", "月嫂培训", "5", "300"),
    ("合计", "", "25", "1320"),
]
ABOVE = ["青禾县妇联2021年工作总结", "一、培训工作", "全年举办各类培训，各乡镇的情况如下："]
BELOW = ["二、维权工作", "全年接待来访妇女43人次。"]
TEXT = "\n".join([*ABOVE, *("\t".join(row) for row in ROWS), *BELOW, ""])
WIDTHS = "".join(f"td:nth-child({at}){{width:{width}px}}" for at, width in enumerate((70, 120, 80, 80), start=1))


def page(rows: Sequence[tuple[str, ...]], style: str) -> str:
    """Give a report with a table without rules as a web page."""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    around = ["".join(f"<p>{line}</p>" for line in lines) for lines in (ABOVE, BELOW)]
    font = "body{font-family:'Noto Serif CJK SC';font-size:16px;line-height:1.8} @page{size:A4;margin:25mm}"
    return f"<meta charset=utf-8><style>{font}{style}</style>{around[0]}<table>{cells}</table>{around[1]}"


def printed(words: str, folder: Path) -> Path:
    """Have Chromium print a page."""
    (folder / "a.html").write_text(words, encoding="utf-8")
    return printed_page(folder / "a.html", folder / "a.pdf")


@pytest.mark.parametrize("align", ["top", "middle", "bottom"])
def test_the_lines_of_a_cell_are_one_cell(align: str, tmp_path: Path) -> None:
    """As Chromium prints it, wherever in their row the shorter cells stand; each figure keeps the box of its own line."""
    source = read_source(printed(page(ROWS, f"td{{vertical-align:{align};padding:2px 14px}}{WIDTHS}"), tmp_path))
    assert source.text == TEXT
    reading, plain = fulian.read(source), fulian.read_text(TEXT)
    assert [(one.label, one.quantity, one.organization) for one in reading.observations] == [
        (one.label, one.quantity, one.organization) for one in plain.observations
    ]
    [place] = reading.document.locate(reading.observations[0].source.span)
    assert place.box is not None
    assert place.box.top - place.box.bottom < 20


def test_rows_without_white_between_them_are_parted(tmp_path: Path) -> None:
    """As LibreOffice prints a Word table, whose lines are as far apart within a row as from row to row."""
    docx: Any = pytest.importorskip("docx")
    document = docx.Document()
    for line in ABOVE:
        document.add_paragraph(line)
    table = document.add_table(rows=len(ROWS), cols=4)
    for at, row in enumerate(ROWS):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    for line in BELOW:
        document.add_paragraph(line)
    document.save(tmp_path / "a.docx")
    (tmp_path / "made").mkdir()
    [path] = office_files([tmp_path / "a.docx"], "pdf", tmp_path / "made")
    assert read_source(path).text == TEXT


def test_heads_of_several_lines_are_heads(tmp_path: Path) -> None:
    """Where every head takes two lines, both are one row."""
    rows = [
        ("乡镇或街道名称", "2021年举办培训期数（期）", "其中妇女参加培训的人次（人次）"),
        ("东镇", "12", "600"),
        ("西镇", "8", "420"),
    ]
    for align in ("top", "middle"):
        made = printed(page(rows, f"td{{width:100px;vertical-align:{align};padding:0 12px}}"), tmp_path)
        text = read_source(made).text
        assert "\n".join("\t".join(row) for row in rows) in text


def table(*rows: tuple[str, ...], step: int = 20) -> str:
    """Draw rows by hand, their cells at 72, 195 and 300 points; a cell of two lines has them parted by a bar."""
    drawn, top = [], 700
    for row in rows:
        lines = [cell.split("|") for cell in row]
        for at, cell in enumerate(lines):
            drawn += [say((72, 195, 300)[at], top - 14 * number, words) for number, words in enumerate(cell) if words]
        top -= step + 14 * (max(map(len, lines)) - 1)
    return " ".join(drawn)


def test_a_blank_cell_moves_no_number() -> None:
    """The numbers of a row stand under their heads though a cell before them is blank."""
    drawn = table(("Town", "Courses", "Women"), ("East", "12", "600"), ("West", "", "420"), ("All", "12", "1020"))
    assert read_bytes(small_pdf(drawn)).text == "Town\tCourses\tWomen\nEast\t12\t600\nWest\t\t420\nAll\t12\t1020\n"


def test_a_name_of_a_group_stays_a_row() -> None:
    """A short line alone in the first column is no further line of the cell above it."""
    drawn = table(("Town", "Courses", "Women"), ("East side", "", ""), ("Hill", "12", "600"), ("Dale", "8", "420"))
    assert read_bytes(small_pdf(drawn)).text == "Town\tCourses\tWomen\nEast side\nHill\t12\t600\nDale\t8\t420\n"


def test_words_of_a_cell_go_on_with_a_space() -> None:
    """Latin words of two lines are two words."""
    drawn = table(("Town", "Courses", "Women"), ("The greater eastern|towns", "12", "600"), ("Dale", "8", "420"))
    assert "The greater eastern towns\t12\t600\nDale\t8\t420\n" in read_bytes(small_pdf(drawn)).text
