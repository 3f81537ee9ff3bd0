"""The law of files: the same content gives the same records, whatever the kind of file and the program that made it."""

from __future__ import annotations

import html
import io
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian.model import Reading, Source
from fulian.reading.files import read_bytes

from ...programs import program
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
        ("long-chromium.pdf", "long.txt"),
        ("long-libreoffice.pdf", "long.txt"),
        ("report-libreoffice.doc", "report.txt"),
        ("report-libreoffice.odt", "report.txt"),
    ],
)
def test_every_kind_gives_the_records_of_the_text(name: str, original: str) -> None:
    """A report in each kind, by each program, is read as its plain text is; each figure can be located."""
    if name.endswith((".doc", ".odt")):
        program("soffice")
    text = fulian.read(DATA / original)
    assert len(text.observations) >= 15
    source = fulian.read_source(DATA / name)
    reading = fulian.read(source)
    assert source.text.splitlines() == (DATA / original).read_text(encoding="utf-8").splitlines()
    assert records(reading) == records(text)
    assert all(source.locate(figure.source.span) for figure in reading.observations)
    assert reading.document.file == name


def test_the_published_documents_give_the_same_records(documents: Path) -> None:
    """Each published document, put into a Word file and a web page line for line, is read as before."""
    for path in sorted(documents.glob("*.txt"), key=lambda one: one.stat().st_size)[:4]:
        text = path.read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if line.strip()]
        plain = fulian.read_text("\n".join(lines) + "\n")
        page = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
        word = word_file("".join(paragraph(html.escape(line)) for line in lines))
        for data in (f"<html><body>{page}</body></html>".encode(), word):
            assert records(fulian.read(io.BytesIO(data))) == records(plain)


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
