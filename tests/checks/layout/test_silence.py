"""The rules on layout are silent on what keeps the standard, and sensible on what other programs write."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given

import fulian
from fulian import strategies
from fulian.checks.layout.front import check_layout
from fulian.errors import ReadError
from fulian.strategies.written_documents import WrittenDocument
from fulian.writing.official import OfficialFrame
from fulian.writing.official.compose import compose
from fulian.writing.official.word import draw

from ...programs import office_files
from ...reading.files.word_files import abstract_list, paragraph, use_list, word_file
from ...writing.official.test_write import frames
from .planted import notice, report

DATA = Path(__file__).parents[2] / "reading" / "files" / "data"


@given(strategies.written_annual_plans(), frames)
def test_nothing_is_said_of_a_plan_that_fulian_wrote(written: WrittenDocument, frame: OfficialFrame) -> None:
    """Whatever its frame, and although the roles of its paragraphs are told by reading alone."""
    [plan] = fulian.read_text(written.document.text).plans
    assert check_layout(BytesIO(draw(compose(plan, frame)).data)) == ()


@given(strategies.written_city_reports(), frames)
def test_nothing_is_said_of_a_report_that_fulian_wrote(written: WrittenDocument, frame: OfficialFrame) -> None:
    """The same of reports."""
    assert check_layout(BytesIO(draw(compose(written.reports[0], frame)).data)) == ()


@pytest.mark.parametrize("name", ["report-libreoffice.docx", "report-python-docx.docx"])
def test_the_defaults_of_other_programs_are_told(name: str) -> None:
    """Letter paper, small print, no faces of the standard, no page numbers: each is told where it is, and no more."""
    found = check_layout(DATA / name)
    codes = {one.code for one in found}
    assert {"L101", "L104", "L301", "L302", "L303", "L321", "L322", "L323", "L324", "L511"} <= codes
    assert codes <= {"L101", "L104", "L105", "L301", "L302", "L303", "L321", "L322", "L323", "L324", "L511"}


def test_nothing_is_said_of_what_libreoffice_saved_again(tmp_path: Path) -> None:
    """It writes styles, grid, frames and borders in its own way; the look is the same."""
    (tmp_path / "notice.docx").write_bytes(notice())
    (tmp_path / "report.docx").write_bytes(report())
    given = [tmp_path / "notice.docx", tmp_path / "report.docx"]
    saved = office_files(given, "docx:MS Word 2007 XML", tmp_path / "saved")
    assert [check_layout(path) for path in saved] == [(), ()]


def test_what_a_file_does_not_say_is_not_reported() -> None:
    """Without styles, fonts, sizes, a page and a footer nothing can be told of them."""
    data = word_file(paragraph("县妇联2024年工作总结") + paragraph("一、维权") + paragraph("全年接访43件，办结40件。"))
    assert {one.code for one in check_layout(BytesIO(data))} == {"L303", "L323"}


def test_measures_that_are_none_are_passed_over() -> None:
    """Hostile values of attributes, and styles based on each other in a ring."""
    look = '<w:rPr><w:rFonts w:eastAsia=""/><w:sz w:val="x"/><w:color w:val="red"/></w:rPr>'
    broken = (
        f'<w:p><w:pPr><w:pStyle w:val="a"/><w:ind w:left="wide" w:firstLineChars="∞"/><w:spacing w:line="e"'
        f' w:lineRule="exact"/><w:jc w:val="sideways"/></w:pPr><w:r>{look}<w:t>全年接访43件，办结40件。</w:t></w:r></w:p>'
        '<w:sectPr><w:pgSz w:w="-"/><w:pgMar w:top="nan"/><w:docGrid w:type="lines" w:linePitch="0"/></w:sectPr>'
    )
    ring = (
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    assert check_layout(BytesIO(word_file(paragraph("县妇联2024年工作总结") + broken, styles=ring)))


def _run(text: str, font: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:eastAsia="{font}"/></w:rPr><w:t>{text}</w:t></w:r>'


def _codes(body: str, *, numbering: str = "") -> set[str]:
    parts = {"numbering": numbering} if numbering else {}
    title = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run("县妇联2024年工作总结", "方正小标宋简体")}</w:p>'
    return {one.code for one in check_layout(BytesIO(word_file(title + body, **parts)))}


def test_author_and_day_under_a_title_are_no_signature() -> None:
    """The standard does not know them: whatever their face and place, nothing is said."""
    under = "".join(
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run(words, "楷体")}</w:p>'
        for words in ("县妇联", "2024年12月20日")
    )
    text = f'<w:p><w:pPr><w:ind w:firstLineChars="200"/></w:pPr>{_run("全年接访43件，办结40件。", "仿宋")}</w:p>'
    assert _codes(under + text) == set()


def test_spaces_are_an_indent() -> None:
    """Two ideographic spaces move a paragraph two characters in, and its heading is still told from its text."""
    item = _run("　　（一）深化宣讲。", "楷体") + _run("全年宣讲210场，覆盖妇女1.8万人次。", "仿宋")
    assert _codes(f"<w:p>{item}</w:p>") == set()


def test_what_a_program_numbers_has_its_heading_where_it_stands() -> None:
    """The mark is none of the paragraph's characters; text behind the heading is text."""
    number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    numbering = abstract_list(0, ("chineseCounting", "（%1）")) + use_list(1, 0)
    item = _run("深化宣讲。", "楷体") + _run("全年宣讲210场，覆盖妇女1.8万人次。", "仿宋")
    assert _codes(f"<w:p>{number}{item}</w:p>", numbering=numbering) == set()


def test_a_font_of_the_theme_goes_before_a_named_one() -> None:
    """As in Word: what names both has the theme's."""
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/>'
        "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312" w:eastAsiaTheme="minorEastAsia"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    data = word_file(paragraph("县妇联2024年工作总结") + paragraph("全年接访43件，办结40件。"), styles=styles)
    with_theme = _with_part(data, "word/theme/theme1.xml", theme)
    said = [one.message_zh for one in check_layout(BytesIO(with_theme)) if one.code == "L321"]
    assert said == ["正文用主题字体“等线”，不是仿宋"]


def _with_part(data: bytes, name: str, content: str) -> bytes:
    import zipfile

    packed = BytesIO(data)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def test_only_word_files_have_a_layout() -> None:
    """A text is refused, and so is a file that is damaged."""
    with pytest.raises(ReadError, match="expected a Word file"):
        check_layout(BytesIO("县妇联2024年工作要点".encode()))
    with pytest.raises(ReadError):
        check_layout(BytesIO(word_file(paragraph("要点"))[:400]))
