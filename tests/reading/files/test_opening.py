"""One choice for every file: told by content, refused by name, located by span."""

from __future__ import annotations

import io
import os
import shutil
import struct
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian.errors import ReadError
from fulian.model import FileKind
from fulian.reading.files import FILE_KINDS, SourceText, file_kind, read_bytes, read_source, readable_suffixes
from fulian.reading.files import _archive as archive_module
from fulian.values import Span

from .word_files import NAMES, paragraph, word_file

pytest.importorskip("lxml")

DATA = Path(__file__).parent / "data"


def archive(**members: bytes) -> bytes:
    """Pack members, named with two underscores for a slash, into an archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    "path", sorted(one for one in DATA.iterdir() if one.suffix != ".md"), ids=lambda path: path.name
)
def test_a_kind_is_told_by_content_alone(path: Path) -> None:
    """Each file is told without its name, but for CSV, which only its suffix tells from text."""
    kind = file_kind(path.read_bytes())
    assert kind == ("text" if path.suffix in (".csv", ".txt") else path.suffix.removeprefix("."))


def test_kinds_say_what_they_handle() -> None:
    """Every kind is declared once, with suffixes of its own."""
    assert {one.kind for one in FILE_KINDS} == set(FileKind)
    suffixes = [suffix for one in FILE_KINDS for suffix in one.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert readable_suffixes() == set(suffixes) - {".zip"}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_a_program_calls_doc_may_be_rtf() -> None:
    """AbiWord, as other programs, writes RTF under .doc: it is read as what it is."""
    data = (DATA / "report-abiword.rtf").read_bytes()
    source = read_bytes(data, file="report.doc")
    assert (source.kind, source.text) == (FileKind.RTF, (DATA / "report.txt").read_text(encoding="utf-8"))
    assert "the suffix .doc says doc, the content is rtf" in [one.text for one in source.remarks]


def test_a_wrong_suffix_does_no_harm() -> None:
    """The content decides, and the reading notes the suffix."""
    page = io.BytesIO("<html><p>全年接访43件。</p></html>".encode())
    page.name = "report.doc"
    reading = fulian.read(page)
    assert reading.document.text == "全年接访43件。\n"
    assert [note.code for note in reading.notes] == ["other-suffix"]
    with pytest.raises(ReadError, match=r"report\.txt"):
        read_bytes(b"\x89PNG\r\n", file="report.txt")


@pytest.mark.parametrize("suffix", [".docx", ".doc", ".wps", ".xlsx", ".xls", ".pdf", ".odt", ".rtf"])
@pytest.mark.parametrize(
    "data", [b"", b"  \n", "接访43件。".encode(), "接访43件。".encode("utf-16"), bytes(range(256)) * 9]
)
def test_junk_under_the_suffix_of_a_document_is_an_error(suffix: str, data: bytes) -> None:
    """What begins as nothing known is no text there: the error says so, and how a text is read."""
    with pytest.raises(ReadError) as caught:
        read_bytes(data, file=f"report{suffix}")
    other = "other content (a plain text is read under the suffix .txt)"
    assert caught.value.found == (other if data.strip() else "an empty one")
    assert (caught.value.expected or "").endswith(f"({suffix})")


def test_an_archive_under_the_suffix_of_a_document_is_an_error(tmp_path: Path) -> None:
    """A ZIP without what a Word file holds is no archive of documents either, if it is called one."""
    path = tmp_path / "report.docx"
    path.write_bytes(archive(note=b"junk"))
    with pytest.raises(ReadError, match="holds no such document"):
        fulian.read(path)
    [result] = fulian.read_many(tmp_path)
    assert result.error is not None


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (archive(ppt__presentation=b""), "a PowerPoint file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le"), "locked with a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "no text and no table"),
        (b"PK\x03\x04" + bytes(50), "damaged or cut short"),
        (archive(note=b""), "a ZIP archive"),
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument spreadsheet"),
        (b"Rar!....", "a RAR archive"),
        (b"\x1f\x8b.....", "a gzip archive"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, found: str) -> None:
    """The error says what the file is and what could be done."""
    with pytest.raises(ReadError) as caught:
        read_bytes(data, file="report")
    assert found in caught.value.found
    assert caught.value.expected


def test_a_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive may not unpack to more than the bound, whether its directory says so or lies."""
    monkeypatch.setattr(archive_module, "MOST_BYTES", 1 << 16)
    data = word_file(paragraph("女" * 100_000))
    with pytest.raises(ReadError, match="unpacks to more"):
        read_bytes(data)
    # The same with a directory that says a hundred bytes: the central header's uncompressed size is at 24.
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    lying = data[: at + 24] + struct.pack("<I", 100) + data[at + 28 :]
    with pytest.raises(ReadError):
        read_bytes(lying)


def test_entities_are_never_resolved() -> None:
    """A Word file with a document type declaration is refused, whatever it declares."""
    for declared in (
        '<!ENTITY a "ha">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "http://example.org/x">',
    ):
        document = f"<!DOCTYPE x [{declared}]><w:document {NAMES}><w:body/></w:document>"
        with pytest.raises(ReadError):
            read_bytes(archive(word__document=b"", **{"word/document.xml": document.encode()}))


def test_damaged_parts_are_told() -> None:
    """A Word file cut anywhere, or with broken XML inside, is a ReadError with the file's name."""
    whole = (DATA / "report-python-docx.docx").read_bytes()
    for end in (10, 1000, len(whole) - 10):
        with pytest.raises(ReadError) as caught:
            read_bytes(whole[:end], file="cut.docx")
        assert caught.value.file == "cut.docx"
    with pytest.raises(ReadError, match="damaged XML"):
        read_bytes(archive(**{"word/document.xml": b"<w:document"}))


@pytest.mark.parametrize(
    ("package", "name"), [("lxml.etree", "report-by-hand.docx"), ("lxml.etree", "report-libreoffice.html"),
                          ("pypdfium2", "report-chromium.pdf"), ("openpyxl", "summary-openpyxl.xlsx"),
                          ("xlrd", "summary-libreoffice.xls")]
)  # fmt: skip
def test_a_missing_package_is_told_with_its_extra(package: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its package a kind is refused with the command that installs it; text needs none."""
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ReadError, match=r"pip install 'fulian\[files\]'") as caught:
        read_source(DATA / name)
    assert (caught.value.extra, caught.value.file) == ("files", name)
    assert read_source(DATA / "report.txt").kind is FileKind.TEXT


def test_packages_are_loaded_when_needed() -> None:
    """Reading a text loads none of the packages that other kinds need."""
    code = (
        "import sys, io, fulian; fulian.read(io.BytesIO('接访43件。'.encode()));"
        "print([one for one in ('lxml', 'openpyxl', 'pypdfium2', 'xlrd', 'email') if one in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ))  # noqa: S603
    assert run.stdout.strip() == "[]"


def test_the_lines_of_a_text_are_its_places() -> None:
    """In plain text a span stands on its lines; beyond the text it is refused."""
    source = read_bytes("甲\n乙\n丙".encode())
    assert [str(place) for place in source.locate(Span(start=0, end=3))] == ["line 1", "line 2"]
    assert [place.line for place in source.locate(Span(start=4, end=5))] == [3]
    with pytest.raises(IndexError):
        source.locate(Span(start=4, end=6))


@pytest.mark.parametrize(
    "path",
    sorted(one for one in DATA.iterdir() if one.suffix in (".pdf", ".docx", ".xlsx")),
    ids=lambda path: path.name,
)
def test_every_word_has_its_place(path: Path) -> None:
    """Stretches are in order and do not overlap; what lies between them is only what separates."""
    source = read_source(path)
    at = 0
    for stretch in source.stretches:
        assert at <= stretch.start < stretch.end <= len(source.text)
        assert source.text[at : stretch.start].strip() == ""
        at = stretch.end
    assert source.text[at:].strip() == ""


def signatures() -> Any:
    """Give how files of any kind begin."""
    return st.sampled_from(
        [
            b"",
            b"PK\x03\x04",
            b"%PDF-1.4\n",
            b"<html>",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"MIME-Version: 1.0\nContent-Type: text/html\n\n",
        ]
    )


@given(signatures(), st.binary(max_size=200), st.sampled_from(["a.csv", "a.html", "a.txt", None]))
def test_any_bytes_are_a_source_or_a_read_error(start: bytes, data: bytes, file: str | None) -> None:
    """Bytes give a text or a ReadError, nothing else."""
    with suppress(ReadError):
        assert isinstance(read_bytes(start + data, file=file), SourceText)


@given(st.data())
def test_spoiled_files_are_a_source_or_a_read_error(data: st.DataObject) -> None:
    """A real file with bytes changed gives a text or a ReadError, nothing else."""
    name = data.draw(
        st.sampled_from(
            [
                "report-by-hand.docx",
                "report-libreoffice.docx",
                "summary-openpyxl.xlsx",
                "summary-libreoffice.xls",
                "report-libreoffice.pdf",
            ]
        )
    )
    spoiled = bytearray((DATA / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ReadError):
        assert isinstance(read_bytes(bytes(spoiled), file=name), SourceText)


@pytest.mark.parametrize("format_name", ["json", "jsonl", "yaml"])
def test_saved_records_are_no_document(tmp_path: Path, format_name: str) -> None:
    """What fulian saved is loaded, not read again as if it were prose."""
    file = tmp_path / f"saved.{format_name}"
    fulian.dump(fulian.read_text("全年接访43件。"), file)
    with pytest.raises(ReadError, match=r"expected a document; fulian\.load .*found records that fulian saved"):
        fulian.read(file)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    """A missing file and an unreadable one are told apart."""
    with pytest.raises(ReadError, match=r"none\.txt: expected a file, found none of that name"):
        fulian.read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="expected a file, found a folder"):
        fulian.read(tmp_path)


@pytest.mark.parametrize(("source", "found"), [("县妇联总结\n一、维权", "a text"), ("", "nothing")])
def test_a_text_is_no_path(source: str, found: str) -> None:
    """Whoever gives the text itself is told what takes it."""
    with pytest.raises(ReadError, match="read_text takes the text itself") as caught:
        fulian.read(source)
    assert caught.value.found == found


def test_what_is_no_file_is_refused() -> None:
    """A number is neither a path nor an opened file."""
    with pytest.raises(TypeError, match="got int"):
        fulian.read(12)  # type: ignore[arg-type]
