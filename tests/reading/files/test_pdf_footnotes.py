"""Footnotes of a PDF: their marks are raised, and they stand beside the text, whose sentences they do not cut."""

from __future__ import annotations

from pathlib import Path

import pytest

import fulian
from fulian.reading.files import read_bytes, read_source

from ...programs import office_files, printed_page
from .test_pdf_file import small_pdf
from .word_files import paragraph, word_file

pytest.importorskip("pypdfium2")

FONT = "body{font-family:'Noto Serif CJK SC';font-size:16px;line-height:1.8} small{font-size:11px}"


def test_raised_numbers_are_raised_characters(tmp_path: Path) -> None:
    """As Chromium prints them: a note's mark is no digit of the figure before it."""
    body = "<p>接访43件<sup>1</sup>，新建30m<sup>2</sup>，办结41件<sup>[2]</sup>，走访60户<sup>③</sup>。</p>"
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8><style>{FONT}</style>{body}", encoding="utf-8")
    source = read_source(printed_page(tmp_path / "a.html", tmp_path / "a.pdf"))
    assert source.text == "接访43件¹，新建30m²，办结41件[2]，走访60户③。\n"


@pytest.mark.parametrize("mark", ["1", "①", "[1]", "*"])
def test_small_print_at_the_foot_is_a_footnote(mark: str, tmp_path: Path) -> None:
    """It begins with a mark; its lines are one, and each note is one aside."""
    text = "全年接访43件，办结41件，群众满意率达到百分之九十五以上。"
    body = f"<p>{text}</p><small>{mark} 含来电12件。<br>{mark} 不含网络信访。</small>"
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8><style>{FONT}</style>{body}", encoding="utf-8")
    source = read_source(printed_page(tmp_path / "a.html", tmp_path / "a.pdf"))
    assert source.text == f"{text}\n"
    assert [(one.kind, one.text) for one in source.asides] == [
        ("footnote", f"{mark} 含来电12件。"), ("footnote", f"{mark} 不含网络信访。"),
    ]  # fmt: skip


def test_a_sentence_over_two_pages_with_a_footnote_between(tmp_path: Path) -> None:
    """As LibreOffice prints a Word file: the sentence is whole, and the records are those of the Word file."""
    up = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    style = '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="footnote text"/><w:rPr><w:sz w:val="16"/></w:rPr></w:style>'
    marked = f"<w:p><w:r><w:t>全年接访43件</w:t></w:r><w:r>{up}<w:footnoteReference w:id='2'/></w:r><w:r><w:t>。</w:t></w:r></w:p>"
    long = paragraph(
        "县妇联组织巾帼志愿者走村入户，开展家庭教育讲座7场，覆盖家长300人次，发放手册500份，群众反映良好，" * 20
        + "完。"
    )
    note = (
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:pPr><w:pStyle w:val="N"/></w:pPr><w:r>{up}<w:footnoteRef/></w:r><w:r><w:t>含来电12件。</w:t></w:r></w:p></w:footnote>'
    )
    path = tmp_path / "a.docx"
    body = paragraph("青禾县妇联2021年工作总结") + paragraph("一、维权") + marked + long * 2
    path.write_bytes(word_file(body, footnotes=note, styles=style))
    [printed] = office_files([path], "pdf", tmp_path)
    word, pdf = fulian.read_source(path), fulian.read_source(printed)
    assert {one.place.page for one in pdf.asides if one.place and one.kind == "footnote"} == {1}
    assert [line.replace("¹", "") for line in pdf.text.splitlines()] == word.text.splitlines()
    assert [(one.label, one.quantity) for one in fulian.read(pdf).observations] == [
        (one.label, one.quantity) for one in fulian.read(word).observations
    ]


def test_small_print_without_a_mark_is_text() -> None:
    """Nor are a page of small print alone, and what begins as a number counts."""
    small = "BT /F1 8 Tf 72 {} Td ({}) Tj ET "
    large = "BT /F1 14 Tf 72 700 Td (Courses were held in all towns) Tj ET "
    for words in ("Source: the towns", "12.5 percent", "2021: a year"):
        assert read_bytes(small_pdf(large + small.format(90, words))).text.splitlines()[-1] == words
