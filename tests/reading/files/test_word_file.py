"""Word files: the text as a person sees it, and what stands beside it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

import fulian
from fulian.reading.files import SourceText, read_bytes
from fulian.values import Span

from .word_files import abstract_list, paragraph, use_list, word_file

docx: Any = pytest.importorskip("docx")
pytest.importorskip("lxml")

PLAN = abstract_list(0, ("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def lines(data: bytes) -> list[str]:
    """Read a file and give the lines of its text."""
    return read_bytes(data, file="plan.docx").text.splitlines()


def run(text: str, properties: str = "") -> str:
    """Write a run."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_numbers_are_printed_as_seen() -> None:
    """Each level counts by itself, in its own figures, and begins anew under a higher one."""
    body = "".join(
        paragraph(text, number=1, level=level)
        for text, level in [
            ("引领", 0),
            ("宣讲", 1),
            ("家访", 2),
            ("座谈", 2),
            ("阵地", 1),
            ("维权", 0),
            ("普法", 1),
            ("办班", 2),
        ]
    )
    assert lines(word_file(body, numbering=PLAN + use_list(1, 0))) == [
        "一、引领", "（一）宣讲", "1. 家访", "2. 座谈", "（二）阵地", "二、维权", "（一）普法", "1. 办班",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "number", "shown"),
    [
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseLegalSimplified", 3, "叁"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographLegalTraditional", 20, "貳拾"),
        ("ordinal", 21, "21st"),
        ("ordinal", 12, "12th"),
        ("japaneseCounting", 21, "二十一"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 5, "辰"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedParen", 4, "⑷"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalZero", 7, "07"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 28, "BB"),
        ("ideographDigital", 2021, "二〇二一"),
        ("taiwaneseCountingThousand", 30, "三十"),
        ("somethingNew", 5, "5"),
    ],
)
def test_number_formats(printed: str, number: int, shown: str) -> None:
    """A number is printed in the figures of its format; an unknown format is Arabic."""
    numbering = abstract_list(0, (printed, "%1、")) + use_list(
        1, 0, f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{number}"/></w:lvlOverride>'
    )
    assert lines(word_file(paragraph("事项", number=1), numbering=numbering)) == [f"{shown}、事项"]


def test_lists_that_share_a_definition_count_on_until_one_restarts() -> None:
    """Two lists of one definition are one count, unless the second says where it starts."""
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = PLAN + use_list(1, 0) + use_list(2, 0) + use_list(3, 0, restart)
    body = "".join(
        paragraph(text, number=number) for text, number in [("甲", 1), ("乙", 2), ("丙", 3), ("丁", 3), ("戊", 1)]
    )
    assert lines(word_file(body, numbering=numbering)) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"]


def test_a_level_may_count_on_through_higher_ones() -> None:
    """With restart 0 a level never begins anew; numbers of higher levels stand in its text."""
    numbering = abstract_list(
        0, ("chineseCounting", "第%1章"), ("decimal", "%1.%2"), extra='<w:lvlRestart w:val="0"/><w:isLgl/>'
    ) + use_list(1, 0)
    body = "".join(
        paragraph(text, number=1, level=level) for text, level in [("甲", 0), ("乙", 1), ("丙", 0), ("丁", 1)]
    )
    assert lines(word_file(body, numbering=numbering)) == ["第1章 甲", "1.1 乙", "第2章 丙", "2.2 丁"]


def test_styles_number_their_paragraphs() -> None:
    """A style, or the one it is based on, puts its paragraphs in a list; number 0 takes one out."""
    styles = (
        '<w:style w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = paragraph("甲", style="A") + paragraph("乙", style="B") + paragraph("丙", style="A", number=0)
    assert lines(word_file(body, numbering=PLAN + use_list(1, 0), styles=styles)) == ["一、甲", "二、乙", "丙"]


def test_a_list_names_the_styles_of_its_levels() -> None:
    """ECMA-376 part 1, 17.9.23: a level's pStyle, not the style's own ilvl, says how deep its paragraphs stand."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{printed}"/><w:pStyle w:val="H{depth}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (printed, text) in enumerate([("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）")])
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{use_list(1, 0)}'
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:styleId="H0">{listed}</w:style><w:style w:styleId="H1">{listed}</w:style><w:style w:styleId="K"><w:basedOn w:val="H1"/></w:style>'
    body = "".join(
        paragraph(text, style=style) for text, style in [("甲", "H0"), ("乙", "H1"), ("丙", "K"), ("丁", "H0")]
    )
    assert lines(word_file(body, numbering=numbering, styles=styles)) == ["一、甲", "（一）乙", "（二）丙", "二、丁"]


def test_a_bullet_prints_nothing_in_the_numbers_under_it() -> None:
    """What stands for a level without a number of its own is left out of %1.%2.%3."""
    numbering = abstract_list(0, ("decimal", "%1."), ("bullet", "—"), ("decimal", "%1.%2%3.")) + use_list(1, 0)
    body = "".join(paragraph(text, number=1, level=level) for text, level in [("甲", 0), ("乙", 2), ("丙", 2)])
    assert lines(word_file(body, numbering=numbering)) == ["1. 甲", "1.1. 乙", "1.2. 丙"]


def test_tracked_changes_are_accepted() -> None:
    """What was put in is read, what was taken away stands beside, and a remark says so."""
    body = (
        "<w:p><w:r><w:t>培训</w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t>期。</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>接访</w:t></w:r></w:p><w:p><w:r><w:t>43件。</w:t></w:r></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>"
    )
    source = read_bytes(word_file(body))
    assert source.text == "培训12期。\n接访43件。\n新处\n"
    assert [(one.kind, one.text) for one in source.asides] == [("deleted", "10"), ("deleted", "旧处")]
    assert [one.code for one in source.remarks] == ["tracked-changes"]


def test_paragraphs_that_a_change_took_away_are_not_counted() -> None:
    """A numbered paragraph that was deleted, or moved from its place, has no number."""
    properties = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:{0}/></w:rPr></w:pPr>'
    gone = f"<w:p>{properties.format('del')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    left = f"<w:p>{properties.format('moveFrom')}<w:moveFrom><w:r><w:t>丙</w:t></w:r></w:moveFrom></w:p>"
    come = f"<w:p>{properties.format('moveTo')}<w:moveTo><w:r><w:t>丙</w:t></w:r></w:moveTo></w:p>"
    body = paragraph("甲", number=1) + gone + left + paragraph("乙", number=1) + come
    assert lines(word_file(body, numbering=PLAN + use_list(1, 0))) == ["一、甲", "二、乙", "三、丙"]


def test_rows_and_cells_that_a_change_took_away_are_noted() -> None:
    """They are no part of the table, and what they said stands beside."""
    cells = [f"<w:tc>{paragraph(words)}</w:tc>" for words in ("东镇", "12", "西镇", "8")]
    gone = f'<w:tc><w:tcPr><w:cellDel w:id="1"/></w:tcPr>{paragraph("9")}</w:tc>'
    row = f'<w:tr><w:trPr><w:del w:id="2"/></w:trPr>{cells[2]}{cells[3]}</w:tr>'
    source = read_bytes(word_file(f"<w:tbl><w:tr>{cells[0]}{cells[1]}{gone}</w:tr>{row}</w:tbl>"))
    assert source.text == "东镇\t12\n"
    assert [(one.kind, one.text, str(one.place)) for one in source.asides] == [
        ("deleted", "9", "table 1, A1"), ("deleted", "西镇\t8", "table 1, A1"),
    ]  # fmt: skip
    assert [one.code for one in source.remarks] == ["tracked-changes"]


@pytest.mark.parametrize("by", ["control", "style", "Chinese style"])
def test_a_table_of_contents_stands_beside(by: str) -> None:
    """Its lines say again what the headings say; they are kept apart and make no sections."""
    style = "T" if "style" in by else ""
    styles = f'<w:style w:styleId="T"><w:name w:val="{"toc 1" if by == "style" else "WPSOffice手动目录 1"}"/></w:style>'
    listed = paragraph("目录", style=style) + paragraph("一、维权　1", style=style)
    if by == "control":
        gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        listed = f"<w:sdt>{gallery}<w:sdtContent>{listed}</w:sdtContent></w:sdt>"
    body = paragraph("县妇联2021年工作总结") + listed + paragraph("一、维权") + paragraph("全年接访43件。")
    source = read_bytes(word_file(body, styles=styles))
    assert source.text.splitlines() == ["县妇联2021年工作总结", "一、维权", "全年接访43件。"]
    assert [(one.kind, one.text) for one in source.asides] == [("contents", "目录"), ("contents", "一、维权　1")]
    assert located(source, "43件") == ["paragraph 5"]


def test_raised_numbers_are_raised_characters() -> None:
    """A note's mark and a power are seen to be raised: they are no digits of the number beside them."""
    up = '<w:vertAlign w:val="superscript"/>'
    body = f"<w:p>{run('接访43件')}{run('1', up)}{run('，新建30m')}{run('2', up)}{run('，均为实数')}{run('注', up)}{run('。')}</w:p>"
    source = read_bytes(word_file(body))
    assert source.text == "接访43件¹，新建30m²，均为实数注。\n"
    assert [figure.quantity.text for figure in fulian.read(source).observations] == ["43件", "30m²"]


def test_what_stands_beside_the_text() -> None:
    """Hidden words, notes, headers and footers are kept apart; a glossed word is read without its gloss."""
    body = (
        f"<w:p>{run('培训')}{run('内部', '<w:vanish/>')}{run('5期')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>fèn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>份</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>不含网络培训</w:t></w:r></w:p></w:footnote>'
    source = read_bytes(word_file(body, footnotes=note, header1=paragraph("内部资料"), footer1=paragraph("第1页")))
    assert source.text == "培训5期\n份\n"
    assert [(one.kind, one.text) for one in source.asides] == [
        ("hidden", "内部"), ("footnote", "不含网络培训"), ("header", "内部资料"), ("footer", "第1页"),
    ]  # fmt: skip


def test_a_style_may_hide_words() -> None:
    """Words of a hidden style, or of one based on it, are kept apart, unless the run itself shows them."""
    styles = (
        '<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="K"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="S"><w:basedOn w:val="H"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    )
    words = "".join(
        run(text, f'<w:rStyle w:val="{style}"/>') for text, style in [("甲", "H"), ("乙", "K"), ("丙", "S")]
    )
    unhidden = run("戊", '<w:vanish w:val="false"/>')
    shown = f"<w:p><w:pPr><w:pStyle w:val='H'/></w:pPr>{run('丁')}{unhidden}</w:p>"
    source = read_bytes(word_file(f"<w:p>{words}</w:p>{shown}", styles=styles))
    assert source.text == "丙\n戊\n"
    assert [(one.kind, one.text) for one in source.asides] == [("hidden", "甲乙"), ("hidden", "丁")]


def test_text_boxes_are_read_once() -> None:
    """A text box stands after its paragraph; of two forms of it one is read."""
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    drawn = f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    assert lines(word_file(f"<w:p><w:r><w:t>框外</w:t></w:r>{drawn}</w:p>")) == ["框外", "框内"]


def test_soft_breaks_and_other_characters() -> None:
    """A soft break begins a line, a page break doesn't; a tab is a tab, a field shows its result."""
    body = (
        '<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t><w:tab/><w:t>丁</w:t></w:r>'
        '<w:r><w:instrText>DATE</w:instrText><w:noBreakHyphen/><w:sym w:char="2460"/><w:sym w:char="F0A7"/></w:r></w:p>'
    )
    assert lines(word_file(body)) == ["甲", "乙丙\t丁-①"]


HEADED = [
    (0, "青禾县妇联2021年工作总结"), (1, "思想引领"), (None, "全年举办宣讲42场，覆盖妇女8600人次。"), (1, "维权关爱"), (2, "普法"),
    (None, "举办讲座7场。"), (2, "接访"), (None, "接访43件。"), (1, "下一步打算"), (None, "举办巾帼电商培训10期。"),
]  # fmt: skip


def headed(*, by: str) -> bytes:
    """Make a report whose headings have no numbers, by python-docx: marked by style, by outline level or by look."""
    document = docx.Document()
    for level, words in HEADED:
        if by == "style":
            document.add_paragraph(words) if level is None else document.add_heading(words, level)
            continue
        added = document.add_paragraph()
        run = added.add_run(words)
        if by == "outline" and level:
            outline = docx.oxml.OxmlElement("w:outlineLvl")
            outline.set(docx.oxml.ns.qn("w:val"), str(level - 1))
            added._p.get_or_add_pPr().append(outline)
        if by == "look" and level is not None:
            run.bold, run.font.size = True, docx.shared.Pt(24 - 4 * level)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize("by", ["style", "outline", "look"])
def test_headings_without_numbers(by: str) -> None:
    """A heading style, an outline level, or a print larger than that of the text makes a line a heading."""
    source = read_bytes(headed(by=by))
    assert source.text.splitlines() == [words for _, words in HEADED]
    told = [(source.text[one.start : one.end], one.level) for one in source.headings]
    assert told == [(words, level) for level, words in HEADED if level]
    [report] = fulian.read(source).reports
    assert [one.title for one in report.achievements] == ["思想引领", "普法", "接访"]
    assert [one.text for one in report.commitments] == ["举办巾帼电商培训10期。"]


def test_a_chinese_style_and_one_based_on_it_are_headings() -> None:
    """标题 1 is a heading style as heading 1 is, whatever its id; what is based on it is one too."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="标题 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a9"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>'
    )
    body = paragraph("甲", style="1") + paragraph("话", style="x") + paragraph("乙", style="a9") + paragraph("话")
    assert [one.level for one in read_bytes(word_file(body, styles=styles)).headings] == [1, 1]


def test_bold_words_within_text_make_no_heading() -> None:
    """Lines are headings by look only where all of them is so printed, is short, and where there are several."""
    bold = "<w:b/>"
    body = (
        f"<w:p>{run('重点', bold)}{run('办班12期。')}</w:p><w:p>{run('只此一行', bold)}</w:p><w:p>{run('全年接访43件，走访60户。' * 3)}</w:p>"
        f"<w:p>{run('整段都是粗体。', bold)}</w:p>"
    )
    assert read_bytes(word_file(body)).headings == ()


def made_with_python_docx() -> bytes:
    """Make a document with a table that has merged cells."""
    document = docx.Document()
    document.add_heading("县妇联2021年工作总结", 1)
    document.add_paragraph("全年办班12期。")
    table = document.add_table(rows=3, cols=3)
    for at, words in enumerate(["乡镇", "人数", "", "", "女", "男", "东镇", "3", "4"]):
        table.cell(at // 3, at % 3).text = words
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    document.add_paragraph("下一步加强普法。")
    document.sections[0].header.paragraphs[0].text = "县妇联"
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def located(source: SourceText, words: str) -> list[str]:
    """Where words stand in the file."""
    start = source.text.index(words)
    return [str(place) for place in source.locate(Span(start=start, end=start + len(words)))]


def test_tables_are_rows_of_cells() -> None:
    """Cells are separated by tabs, a merged cell stands once, and each cell can be located."""
    source = read_bytes(made_with_python_docx())
    assert source.text.splitlines() == [
        "县妇联2021年工作总结", "全年办班12期。", "乡镇\t人数", "\t女\t男", "东镇\t3\t4", "下一步加强普法。",
    ]  # fmt: skip
    assert located(source, "4") == ["table 1, C3"]
    assert located(source, "下一步") == ["paragraph 3"]
    assert [(one.kind, one.text) for one in source.asides] == [("header", "县妇联")]


def test_a_table_that_only_frames_text_is_text() -> None:
    """The paragraphs of a table with one column are lines."""
    cell = f"<w:tc>{paragraph('甲')}{paragraph('乙')}</w:tc>"
    assert lines(word_file(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")) == ["甲", "乙"]


def test_the_strict_form_is_read() -> None:
    """A file in the strict form of the standard gives the same text."""
    data = word_file(paragraph("甲"))
    plain = lines(data)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            strict = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, strict)
    assert lines(packed.getvalue()) == plain == ["甲"]
    assert read_bytes(packed.getvalue()).version == "OOXML strict"


def test_parts_may_have_other_names() -> None:
    """Word on the web writes word/document2.xml: the relationships say which part is which."""
    data = word_file(paragraph("甲", number=1), numbering=PLAN + use_list(1, 0))
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            for one in (b"document", b"numbering"):
                name = name.replace(f"{one.decode()}.xml", f"{one.decode()}2.xml")  # noqa: PLW2901 - it is renamed
                content = content.replace(one + b".xml", one + b"2.xml")
            new.writestr(name, content)
    assert "word/numbering2.xml" in zipfile.ZipFile(packed).namelist()
    assert lines(packed.getvalue()) == ["一、甲"]
