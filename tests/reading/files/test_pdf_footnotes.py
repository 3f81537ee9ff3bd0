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


LONG = "县妇联组织巾帼志愿者走村入户，开展家庭教育讲座7场，覆盖家长300人次，发放手册500份，群众反映良好，" * 20


@pytest.mark.parametrize("separator", [True, False], ids=["ruled", "white"])
def test_a_footnote_in_the_texts_own_print(separator: bool, tmp_path: Path) -> None:  # noqa: FBT001 - drawn
    """As LibreOffice prints a Word file whose notes are as large as its text."""
    up = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    marked = f"<w:p><w:r><w:t>全年接访43件</w:t></w:r><w:r>{up}<w:footnoteReference w:id='2'/></w:r><w:r><w:t>。</w:t></w:r></w:p>"
    line = "<w:r><w:separator/></w:r>" if separator else ""
    note = (
        f'<w:footnote w:type="separator" w:id="0"><w:p>{line}</w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r>{up}<w:footnoteRef/></w:r><w:r><w:t>含来电12件。</w:t></w:r></w:p></w:footnote>'
    )
    path = tmp_path / "a.docx"
    body = paragraph("青禾县妇联2021年工作总结") + paragraph("一、维权") + marked + paragraph(LONG + "完。") * 2
    path.write_bytes(word_file(body, footnotes=note))
    [printed] = office_files([path], "pdf", tmp_path)
    word, pdf = fulian.read_source(path), fulian.read_source(printed)
    assert [(one.kind, one.text, one.place and one.place.page) for one in pdf.asides] == [
        ("footnote", "1含来电12件。", 1)
    ]
    assert [one.replace("¹", "") for one in pdf.text.splitlines()] == word.text.splitlines()


PAGE = "<div style='position:relative;height:240mm;overflow:hidden;break-after:page'>{}<div style='position:absolute;bottom:0'>{}</div></div>"
RULE = "<div style='border-top:1px solid;width:5cm'></div>"


def printed(body: str, folder: Path) -> fulian.reading.files.SourceText:
    """Print a page by Chromium and read the PDF file."""
    (folder / "a.html").write_text(f"<meta charset=utf-8><style>{FONT}</style>{body}", encoding="utf-8")
    return read_source(printed_page(folder / "a.html", folder / "a.pdf"))


@pytest.mark.parametrize(
    ("mark", "rule"),
    [("①", RULE), ("[1]", ""), ("〔1〕", RULE), ("<sup>1</sup>", "")],
    ids=["circled, ruled", "bracketed, white", "bracketed, ruled", "raised, white"],
)
def test_notes_at_the_foot_that_words_above_refer_to(mark: str, rule: str, tmp_path: Path) -> None:
    """A mark of any kind; the second line of a note is its own, though it begins with a number."""
    other = mark.replace("1", "2").replace("①", "②")
    notes = f"{rule}{mark} 含来电<br>12件。<br>{other} 不含网络信访。"
    text = f"<p>全年接访43件{mark}，办结41件{other}。</p><p>{LONG}完。</p>"
    source = printed(PAGE.format(text, notes) + "<p>走访60户。</p>", tmp_path)
    assert source.text.splitlines()[-2:] == [f"{LONG}完。", "走访60户。"]
    assert {one.kind for one in source.asides} == {"footnote"}
    assert "".join(one.text for one in source.asides).endswith("不含网络信访。")


@pytest.mark.parametrize(
    ("text", "foot"),
    [
        ("<p>全年接访43件。</p>", f"{RULE}① 含来电12件。"),
        ("<p>全年接访43件①。</p>", "① 含来电12件。<br>② 不含网络信访。"),
        ("<p>工作有：①接访43件②走访60户。</p>", "① 含来电12件。"),
        ("<p>全年接访43件①。</p>", "<div style='border-top:1px solid;width:16cm'></div><br>注：① 含来电12件。"),
    ],
    ids=["no mark above", "one mark not borne", "a list's number", "no mark at its head"],
)
def test_lines_at_the_foot_that_nothing_refers_to_are_text(text: str, foot: str, tmp_path: Path) -> None:
    """Nothing is left out for where it stands alone."""
    source = printed(PAGE.format(text, foot) + "<p>走访60户。</p>", tmp_path)
    assert "含来电12件" in source.text
    assert source.asides == ()


def test_notes_at_the_end_of_a_document_are_text_without_a_rule(tmp_path: Path) -> None:
    """They may be typed, and are passages of the role footnote then; a rule makes them notes."""
    text = "<p>全年接访43件①。</p><p>走访60户。</p>"
    typed = printed(f"{text}<p style='margin-top:5em'>① 含来电12件。</p>", tmp_path)
    assert typed.text.splitlines()[-1] == "① 含来电12件。"
    ruled = printed(f"{text}{RULE}<p>① 含来电12件。</p>", tmp_path)
    assert [one.text for one in ruled.asides] == ["① 含来电12件。"]
