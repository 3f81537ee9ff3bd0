"""Where in its file a figure, a finding, an unread passage stands is said beside the line of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

openpyxl = pytest.importorskip("openpyxl")
docx = pytest.importorskip("docx")


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """Make a Word file with a slip in its second paragraph."""
    document = docx.Document()
    document.add_paragraph("县妇联2020年工作总结")
    document.add_paragraph("2020年，全县公务员200名，其中女性40名，占30%。")
    path = tmp_path / "a.docx"
    document.save(path)
    return path


def test_explain_names_the_place(run: Run, word: Path, tmp_path: Path) -> None:
    """Paragraph or cell in the language asked for; nothing more of plain text."""
    assert "· paragraph 2" in run("explain", word, "--figure", 1, "--language", "en").out
    assert "· 第2段" in run("explain", word, "--figure", 1, "--language", "zh").out
    plain = tmp_path / "a.txt"
    plain.write_text("举办讲座12场。", encoding="utf-8")
    assert "line 1, column 5\n" in run("explain", plain, "--figure", 1, "--language", "en").out


def test_check_names_the_place(run: Run, word: Path) -> None:
    """Behind line and column."""
    assert "a.docx:2:26 (paragraph 2)" in run("check", word, "--language", "en").out


def test_show_names_the_place_of_what_is_unread(run: Run, tmp_path: Path) -> None:
    """And the version of the file where it has no encoding."""
    book = openpyxl.Workbook()
    book.active.append(["某公司", "营业收入12万元"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    out = run("show", path, "--language", "en").out
    assert "· OOXML transitional ·" in out
    assert "(Sheet!A1" in out
