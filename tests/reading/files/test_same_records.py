"""The law of files: the same content gives the same records, whatever the kind of file and the program that made it."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import attrs
import docx
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import fulian
from fulian import strategies
from fulian.model import Reading, Source
from fulian.reading.files import read_bytes

from ...programs import office_files, printed_page, program
from .word_files import paragraph, word_file

pytest.importorskip("lxml")
pytest.importorskip("pypdfium2")

DATA = Path(__file__).parent / "data"


def without_places(value: Any) -> Any:
    """Give a record as plain data without its sources, which differ where the characters between lines do."""
    if isinstance(value, Source):
        return "".join(value.quote.split())
    if isinstance(value, tuple | list):
        return [without_places(one) for one in value]
    if attrs.has(type(value)):
        fields = (field.name for field in attrs.fields(type(value)))
        return {
            name: without_places(getattr(value, name))
            for name in fields
            if name not in ("document_id", "numerator", "denominator")
        }
    return value


def records(reading: Reading) -> Any:
    """Give what a reading holds, apart from its document and from where things stand."""
    return [without_places(one) for one in (reading.plans, reading.reports, reading.observations)]


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("report-by-hand.docx", "report.txt"),
        ("report-python-docx.docx", "report.txt"),
        ("report-libreoffice.docx", "report.txt"),
        ("report-libreoffice.html", "report.txt"),
        ("report-libreoffice.pdf", "report.txt"),
        ("report-chromium.pdf", "report.txt"),
        ("table-python-docx.docx", "table.txt"),
        ("table-chromium.pdf", "table.txt"),
        ("table-libreoffice.pdf", "table.txt"),
        ("table-libreoffice.html", "table.txt"),
        ("columns-libreoffice.pdf", "columns.txt"),
        ("long-chromium.pdf", "long.txt"),
        ("long-libreoffice.pdf", "long.txt"),
        ("report-libreoffice.doc", "report.txt"),
        ("report-libreoffice.odt", "report.txt"),
        ("report-libreoffice.rtf", "report.txt"),
        ("report-pandoc.docx", "report.txt"),
        ("report-pandoc.odt", "report.txt"),
        ("report-pandoc.rtf", "report.txt"),
        ("report-abiword.docx", "report.txt"),
        ("report-abiword.odt", "report.txt"),
        ("report-abiword.rtf", "report.txt"),
        ("report-abiword.html", "report.txt"),
        ("report-chromium.mht", "report.txt"),
    ],
)
def test_every_kind_gives_the_records_of_the_text(name: str, original: str) -> None:
    """A report in each kind, by each program, is read as its plain text is; each figure can be located."""
    if name.endswith((".doc", ".odt", ".rtf")):
        program("soffice")
    text = fulian.read(DATA / original)
    assert len(text.observations) >= 15
    source = fulian.read_source(DATA / name)
    reading = fulian.read(source)
    assert source.text.splitlines() == (DATA / original).read_text(encoding="utf-8").splitlines()
    assert records(reading) == records(text)
    assert all(source.locate(figure.source.span) for figure in reading.observations)
    assert reading.document.file == name


def lines_of(document: Path) -> list[str]:
    """Give a document's paragraphs."""
    return [line.strip() for line in document.read_text(encoding="utf-8").splitlines() if line.strip()]


def web_page(lines: list[str]) -> str:
    """Give lines as a plain page, such as one is printed from."""
    style = (
        "body{font-family:'Noto Serif CJK SC';line-height:1.8} p{text-indent:2em;margin:0} @page{size:A4;margin:25mm}"
    )
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><style>{style}</style></head><body>{paragraphs}</body></html>'


def written(documents: Path, folder: Path) -> tuple[list[Path], list[Path], list[Path]]:
    """Write the published documents, paragraph for paragraph, as plain texts, Word files and pages."""
    texts, words, pages = [], [], []
    for document in sorted(documents.glob("*.txt")):
        lines = lines_of(document)
        texts.append(folder / document.name)
        texts[-1].write_text("\n".join(lines) + "\n", encoding="utf-8")
        word = docx.Document()
        for line in lines:
            word.add_paragraph(line)
        words.append(texts[-1].with_suffix(".docx"))
        word.save(str(words[-1]))
        pages.append(texts[-1].with_suffix(".html"))
        pages[-1].write_text(web_page(lines), encoding="utf-8")
    assert len(texts) >= 5
    return texts, words, pages


def test_the_published_documents_give_the_same_records(documents: Path, tmp_path: Path) -> None:
    """Each published document, as a Word file or a page by two programs each, is read as its plain text is."""
    texts, words, pages = written(documents, tmp_path)
    expected = [records(fulian.read(text)) for text in texts]
    office = tmp_path / "office"
    for paths in (words, pages, office_files(words, "docx", office), office_files(words, "html", office)):
        for path, one in zip(paths, expected, strict=True):
            assert records(fulian.read(path)) == one, path


def test_the_published_documents_give_the_same_figures_in_print(documents: Path, tmp_path: Path) -> None:
    """Out of PDF files of two programs, 99 of 100 figures at least are the same in every field."""
    texts, words, pages = written(documents, tmp_path)
    expected = [[without_places(one) for one in fulian.read(text).observations] for text in texts]
    figures = sum(map(len, expected))
    assert figures >= 300
    printed = [printed_page(page, page.with_suffix(".pdf")) for page in pages]
    for paths in (printed, office_files(words, "pdf", tmp_path / "office")):
        found = [[without_places(one) for one in fulian.read(path).observations] for path in paths]
        same = sum(one in others for ones, others in zip(expected, found, strict=True) for one in ones)
        assert same >= 0.99 * figures, paths[0]
        assert sum(map(len, found)) <= 1.01 * figures, paths[0]


LINES = st.lists(
    st.text(alphabet="妇女儿童维权培训举办期人次，。：、（）一二三0123456789.%“”", min_size=1, max_size=40),
    min_size=1,
    max_size=12,
)


@given(LINES)
def test_any_lines_come_back(lines: list[str]) -> None:
    """Paragraphs of any words are the lines of the text, out of a Word file and out of a page."""
    word = read_bytes(word_file("".join(paragraph(line) for line in lines)))
    page = read_bytes(f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode())
    assert word.text.splitlines() == lines
    left_out = [one.text for one in page.asides]
    assert sorted(page.text.splitlines() + left_out) == sorted(lines)


DRAWN = st.one_of(strategies.written_city_reports(), strategies.written_annual_plans())


@given(DRAWN)
def test_drawn_documents_give_the_same_records(drawn: strategies.WrittenDocument) -> None:
    """What a document says that was drawn and written in some layout is read alike as text, Word file and page."""
    lines = [line for line in drawn.document.text.splitlines() if line.strip()]
    expected = records(fulian.read_text("\n".join(lines) + "\n"))
    word = word_file("".join(paragraph(html.escape(line)) for line in lines))
    assert records(fulian.read(read_bytes(word))) == expected
    assert records(fulian.read(read_bytes(web_page(lines).encode()))) == expected


@settings(max_examples=1, phases=(Phase.generate,), deadline=None)
@given(st.lists(DRAWN, min_size=12, max_size=12))
def test_drawn_documents_give_the_same_figures_in_print(tmp_path_factory: Any, drawn: Any) -> None:
    """Out of PDF files of LibreOffice, 99 of 100 figures at least are the same in every field."""
    folder = tmp_path_factory.mktemp("drawn")
    texts, words = [], []
    for number, one in enumerate(drawn):
        lines = [line for line in one.document.text.splitlines() if line.strip()]
        texts.append("\n".join(lines) + "\n")
        words.append(folder / f"{number:02}.docx")
        words[-1].write_bytes(word_file("".join(paragraph(html.escape(line)) for line in lines)))
    same = figures = 0
    for text, path in zip(texts, office_files(words, "pdf", folder / "office"), strict=True):
        expected = [without_places(figure) for figure in fulian.read_text(text).observations]
        found = [without_places(figure) for figure in fulian.read(path).observations]
        same += sum(figure in found for figure in expected)
        figures += len(expected)
        assert len(found) <= 1.01 * len(expected) + 1
    assert figures > 0
    assert same >= 0.99 * figures
