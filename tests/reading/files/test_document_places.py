"""A document remembers the file it came in: its kind, its version, and where each figure stands in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import fulian
from fulian import formats

pytest.importorskip("lxml")
pytest.importorskip("openpyxl")
pytest.importorskip("pypdfium2")
pytest.importorskip("xlrd")

DATA = Path(__file__).parent / "data"
FILES = sorted(one for one in DATA.iterdir() if one.suffix not in (".md", ".doc", ".odt", ".rtf"))
VERSIONS: dict[str, set[str | None]] = {
    ".txt": {None},
    ".csv": {None},
    ".html": {None, "XHTML 1.0 Transitional", "HTML 4.01"},
    ".mht": {"MIME 1.0"},
    ".docx": {"OOXML transitional"},
    ".xlsx": {"OOXML transitional"},
    ".xls": {"BIFF8"},
    ".pdf": {"PDF 1.4", "PDF 1.6", "PDF 1.7"},
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_document_says_what_its_source_says(path: Path) -> None:
    """Kind, version, encoding and the place of every figure are those of the file's own text."""
    source = fulian.read_source(path)
    reading = fulian.read(path)
    document = reading.document
    assert (document.file_kind, document.file_version, document.encoding) == (
        source.kind, source.version, source.encoding,
    )  # fmt: skip
    assert document.file_version in VERSIONS[path.suffix]
    assert document.file_kind == path.suffix.removeprefix(".").replace("txt", "text")
    for figure in reading.observations:
        places = document.locate(figure.source.span)
        assert places == source.locate(figure.source.span)
        assert places


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_places_survive_every_format(path: Path) -> None:
    """Saved in any format and loaded again, a document tells the very same places."""
    reading = fulian.read(path)
    for name in formats.formats():
        loaded = formats.loads(formats.dumps(reading, name), name)
        [again] = loaded if isinstance(loaded, tuple) else [loaded]
        assert again == reading
        for figure in again.observations:
            assert again.document.locate(figure.source.span) == reading.document.locate(figure.source.span)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("suffix", "version"), [("doc", "Word 2002"), ("odt", "ODF 1.3")])
def test_a_file_read_through_another_has_its_own_version(suffix: str, version: str) -> None:
    """What LibreOffice turns into a Word file says its own kind and version; its paragraphs are counted."""
    reading = fulian.read(DATA / f"report-libreoffice.{suffix}")
    assert (reading.document.file_kind, reading.document.file_version) == (suffix, version)
    assert [place.zh for place in reading.document.locate(reading.observations[0].source.span)] == ["第3段"]


def test_a_text_given_as_such_has_its_lines() -> None:
    """What came in no file has no kind, and its places are its lines."""
    reading = fulian.read_text("县妇联2021年工作总结\n一、维权\n全年接访43件。")
    assert (reading.document.file_kind, reading.document.file_version) == (None, None)
    assert [str(place) for place in reading.document.locate(reading.observations[0].source.span)] == ["line 3"]


def test_data_from_before_places_were_kept_is_read() -> None:
    """A document without them, as older data has it, is located by the lines of its text."""
    data = '{"fulian": "1", "kind": "Document", "data": {"id": "d1", "text": "工作要点\\n接访43件", "file": "a.docx"}}'
    document = formats.loads(data)
    assert (document.file_kind, document.stretches) == (None, ())
    assert [place.line for place in document.locate(fulian.Span(start=5, end=6))] == [2]
