"""Files that mean harm: nothing is followed, fetched or run, and nothing grows beyond its bound."""

from __future__ import annotations

import http.server
import io
import socket
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import pytest

import fulian
from fulian.errors import ReadError
from fulian.reading.files import SourceText, read_bytes

from ...programs import program
from .word_files import NAMES, PACKAGE, paragraph, word_file

openpyxl: Any = pytest.importorskip("openpyxl")
pytest.importorskip("lxml")
pytest.importorskip("pypdfium2")

DATA = Path(__file__).parent / "data"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_members(data: bytes, **members: bytes) -> bytes:
    """Add members, named with two underscores for a slash, to an archive, or put them in the place of others."""
    named = {name.replace("__", "/").replace("_dot_", "."): content for name, content in members.items()}
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, content in named.items():
            new.writestr(name, content)
    return packed.getvalue()


# ------------------------------------------------------------------ links


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Serve at an address of this machine; give it, and the list of what is asked for there."""
    requests: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle(self) -> None:
            requests.append(str(self.client_address))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", requests
    server.shutdown()
    server.server_close()


def linked_word_file(address: str) -> bytes:
    """Write a Word file with a template, a picture and included text elsewhere."""
    relations = "".join(
        f'<Relationship Id="x{number}" Type="{OFFICE}/{kind}" Target="{address}/{kind}" TargetMode="External"/>'
        for number, kind in enumerate(("attachedTemplate", "image", "oleObject", "hyperlink"))
    )
    field = f"<w:p><w:fldSimple w:instr=' INCLUDETEXT \"{address}/a.docx\" '><w:r><w:t>接访43件。</w:t></w:r></w:fldSimple></w:p>"
    related = f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
    return with_members(word_file(field), word___rels__document_dot_xml_dot_rels=related.encode())


def linked_text(address: str) -> bytes:
    """Write an OpenDocument text with a section and a picture elsewhere."""
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
    )
    section = f'<text:section text:name="s"><text:section-source xlink:href="{address}/s.odt"/><text:p>节</text:p></text:section>'
    picture = f'<draw:frame svg:width="5cm" svg:height="5cm"><draw:image xlink:href="{address}/p.png" xlink:type="simple"/></draw:frame>'
    body = f"<office:body><office:text>{section}<text:p>接访43件。{picture}</text:p></office:text></office:body>"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    kind = "application/vnd.oasis.opendocument.text"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{manifest}"><m:file-entry m:full-path="/" m:media-type="{kind}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink">{body}</office:document-content>',
        )
    return packed.getvalue()


def linked_workbook(address: str) -> bytes:
    """Write a workbook with a link, and a formula that asks a server."""
    book = openpyxl.Workbook()
    book.active["A1"] = "接访"
    book.active["A1"].hyperlink = f"{address}/a.xlsx"
    book.active["B1"] = f'=WEBSERVICE("{address}/b")'
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def linked_page(address: str) -> bytes:
    """Write a page with pictures, styles, frames and scripts elsewhere."""
    return (
        f'<!DOCTYPE html SYSTEM "{address}/d.dtd"><html><head><base href="{address}"><link rel="stylesheet" href="{address}/c.css">'
        f'<script src="{address}/s.js"></script></head><body><p>接访43件。</p><img src="{address}/p.png"><iframe src="{address}/f"></iframe>'
        f'<object data="{address}/o"></object></body></html>'
    ).encode()


@pytest.mark.parametrize("made", [linked_word_file, linked_text, linked_workbook, linked_page])
def test_links_are_never_followed(made: Any, asked: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is asked for what a file links to, neither by this process nor by LibreOffice."""
    if made is linked_text:
        program("soffice")
    address, requests = asked

    def connect(*_: object) -> NoReturn:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", connect)
    assert "接访" in read_bytes(made(address)).text
    assert requests == []


def test_files_of_this_machine_are_not_taken_in(tmp_path: Path) -> None:
    """A text that names a file of the machine as one of its sections does not get its words."""
    program("soffice")
    (tmp_path / "s.odt").write_bytes((DATA / "report-libreoffice.odt").read_bytes())
    assert read_bytes(linked_text(tmp_path.as_uri())).text.splitlines() == ["节", "接访43件。"]


# ------------------------------------------------------------------ macros


def test_macros_are_not_run() -> None:
    """A Word file and a workbook with macros are read, and a remark says that these were not run."""
    word = with_members(word_file(paragraph("接访43件。")), word__vbaProject_dot_bin=b"\xd0\xcf")
    book = with_members(linked_workbook("x"), xl__vbaProject_dot_bin=b"\xd0\xcf")
    for data in (word, book):
        source = read_bytes(data)
        assert "接访" in source.text
        assert "macros" in [one.code for one in source.remarks]


# ------------------------------------------------------------------ bombs


def test_an_entity_bomb_is_refused_at_once() -> None:
    """Entities that grow a million times are refused in a Word file and in a workbook, harmless in a page."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 8))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "妇女">{levels}]>'
    document = f"{bomb}<w:document {NAMES}><w:body><w:p><w:r><w:t>&a7;</w:t></w:r></w:p></w:body></w:document>"
    with pytest.raises(ReadError, match=r"document type|damaged XML"):
        read_bytes(with_members(word_file(""), word__document_dot_xml=document.encode()))
    sheet = (
        f'{bomb}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
    )
    with pytest.raises(ReadError, match="document type"):
        read_bytes(with_members(linked_workbook("x"), xl__worksheets__sheet1_dot_xml=sheet.encode()))
    assert len(read_bytes(f"{bomb}<html><body><p>接访43件。&a7;</p></body></html>".encode()).text) < 1000


def test_elements_nested_without_end_are_told() -> None:
    """A hundred thousand elements one within the other are an error, or text, and no crash."""
    deep = 100_000
    with suppress(ReadError):
        read_bytes(b"<html>" + b"<div>" * deep + "接访43件。".encode())
    runs = "<w:ins>" * deep + "</w:ins>" * deep
    with pytest.raises(ReadError):
        read_bytes(word_file(f"<w:p>{runs}</w:p>"))


@pytest.mark.parametrize("depth", [2, 3000])
def test_messages_nested_without_end_are_told(depth: int) -> None:
    """A saved page of parts within parts is read, or an error, and no crash."""
    head = "".join(f"Content-Type: multipart/related; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    data = f"MIME-Version: 1.0\n{head}Content-Type: text/html; charset=utf-8\n\n<p>接访43件。</p>".encode()
    if depth == 2:
        assert read_bytes(data, file="a.mht").text == "接访43件。\n"
    else:
        with pytest.raises(ReadError, match=r"a\.mht: expected a saved web page, found a message that is damaged"):
            read_bytes(data, file="a.mht")


@pytest.mark.parametrize(
    "header", ["Content-Type: text/html; charset=" + "(" * 5000, "MIME-Version: " + "(" * 5000 + "1.0"]
)
def test_headers_nested_without_end_are_told(header: str) -> None:
    """A header's comments within comments are as bad."""
    data = f"MIME-Version: 1.0\n{header}\nContent-Type: text/html\n\n<p>43件</p>".encode()
    with suppress(ReadError):
        assert "43件" in read_bytes(data, file="a.mht").text


def test_a_bomb_in_an_archive_does_not_stop_the_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an archive with a bomb the other members are read."""
    monkeypatch.setattr("fulian.reading.files._archive.MOST_BYTES", 1 << 20)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("一.txt", "接访43件。")
        archive.writestr("二.docx", word_file(paragraph("女" * 1_000_000)))
    first, second = fulian.read_many(tmp_path / "a.zip")
    assert first.reading is not None
    assert "unpacks to more" in str(second.error)


# ------------------------------------------------------------------ wide

SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'


def sheet_of(markup: str, encoding: str = "utf-8") -> bytes:
    """Give a workbook whose sheet is of the markup."""
    declared = f'<?xml version="1.0" encoding="{encoding}"?>{SHEET.format(markup)}'
    return with_members(linked_workbook("x"), xl__worksheets__sheet1_dot_xml=declared.encode(encoding))


CELLS = (
    '<sheetData><row r="1"><c r="A1" t="str"><v>接访</v></c><c r="B1" t="str"><v>办结</v></c></row>'
    '<row r="2"><c r="A2" t="str"><v>乙</v></c><c r="B2"><v>43</v></c></row></sheetData>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
@pytest.mark.parametrize("whole", ["A1:A1048576", "A:A", "$A$1:$A$999999999"])
def test_merged_cells_reach_no_further_than_the_sheet(whole: str, encoding: str) -> None:
    """A column merged to its very end hides what its own cells hold, and costs nothing."""
    if encoding == "gb18030":
        whole, encoding = whole.replace(":", "&#58;"), "utf-8"  # the same, written so that no search finds it
    merged = f'{CELLS}<mergeCells count="1"><mergeCell ref="{whole}"/></mergeCells>'
    source = read_bytes(sheet_of(merged, encoding))
    assert source.text.splitlines()[:2] == ["接访\t办结", "\t43"]
    assert [one for name, one in source.fields if name == "merged"] == ["Sheet!A1:A2"]


def test_links_and_hidden_columns_without_end_cost_nothing() -> None:
    """A link on all cells of a sheet, and columns hidden beyond its last one."""
    link = '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
    assert read_bytes(sheet_of(CELLS + link)).text.startswith("接访\t办结")
    columns = '<cols><col min="2" max="2000000000" hidden="1"/></cols>'
    source = read_bytes(sheet_of(columns + CELLS))
    assert source.text.split() == ["接访", "乙"]
    assert [one.text for one in source.asides] == ["办结", "43"]


def test_merged_cells_that_cover_a_sheet_with_a_far_cell_are_refused() -> None:
    """There, nothing can be clipped."""
    far = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    merged = f'{far}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    with pytest.raises(ReadError, match="merged cells that cover 17,179,869,184 cells, the bound being 200,000"):
        read_bytes(sheet_of(merged))


def test_far_cells_of_many_rows_are_not_a_text_of_tabs() -> None:
    """Between two cells of a row stand 256 tabs at most."""
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="XFD{n}"><v>2</v></c></row>' for n in range(1, 101))
    assert len(read_bytes(sheet_of(f"<sheetData>{rows}</sheetData>")).text) < 100 * 260


def test_cells_that_each_cover_a_thousand_columns() -> None:
    """A row has some hundred or thousand columns by their say, and each cell its own."""
    page = "<table><tr>" + "<td colspan=1000>43件" * 3000 + "</table>"
    assert len(read_bytes(f"<html><body>{page}".encode()).text) < 20_000
    page = "<table>" + "<tr><td rowspan=9999>甲<td>43件" * 1000 + "</table>"
    assert len(read_bytes(f"<html><body>{page}".encode()).text) < 1000 * 220
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="1000"/></w:tcPr>{paragraph("43件")}</w:tc>'
    word = read_bytes(word_file(f"<w:tbl><w:tr>{cell * 3000}</w:tr></w:tbl>"))
    assert (word.text.count("43件"), len(word.text) < 20_000) == (3000, True)


# ------------------------------------------------------------------ damaged


def test_a_member_without_a_name_is_passed_over(tmp_path: Path) -> None:
    """A damaged directory may lose a member's name: the others are read."""
    packed = io.BytesIO(word_file(paragraph("接访43件。")))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr(zipfile.ZipInfo(""), "x")
    assert read_bytes(packed.getvalue()).text == "接访43件。\n"
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo(""), "x")
        archive.writestr("一.txt", "接访43件。")
    [one] = fulian.read_many(tmp_path / "a.zip")
    assert one.reading is not None
    assert one.reading.document.text == "接访43件。"


# ------------------------------------------------------------------ size


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system how much memory was used at most")
def test_a_long_pdf_is_read_in_bounded_memory(tmp_path: Path) -> None:
    """Five hundred pages take little more memory than fifty: a page at a time is held."""
    from .test_pdf_file import say, small_pdf

    line = "courses held in town and the women who came to them, by the month"
    pages = ["".join(say(72, 700 - 20 * row, f"{page} {row} {line}") for row in range(4)) for page in range(500)]
    used = []
    for count in (50, 500):
        file = tmp_path / f"{count}.pdf"
        file.write_bytes(small_pdf(*pages[:count]))
        code = (
            "import resource, sys; from fulian.reading.files import read_source; source = read_source(sys.argv[1]);"
            "print(source.stretches[-1].place.page, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
        )
        run = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True)  # noqa: S603
        last, megabytes = map(int, run.stdout.split())
        assert last == count
        used.append(megabytes if sys.platform == "linux" else megabytes // 1024)
    assert used[1] < used[0] + 60, used


# ------------------------------------------------------------------ cut anywhere


@pytest.mark.parametrize(
    "name",
    [
        "report-by-hand.docx", "report-libreoffice.docx", "summary-openpyxl.xlsx", "summary-libreoffice.xls",
        "report-chromium.pdf", "report-libreoffice.html",
    ],
)  # fmt: skip
def test_a_file_cut_anywhere_is_a_text_or_an_error(name: str) -> None:
    """Cut at twenty places, a file of each kind is read as far as it goes, or refused by name."""
    whole = (DATA / name).read_bytes()
    for part in range(20):
        try:
            source = read_bytes(whole[: part * len(whole) // 20], file=name)
        except ReadError as error:
            assert error.file == name  # noqa: PT017 - either outcome is right
        else:
            assert isinstance(source, SourceText)


def test_a_chain_of_sectors_that_leads_into_itself_ends(tmp_path: Path) -> None:
    """An old workbook whose stream goes round in its container is refused at once."""
    data = bytearray((DATA / "summary-libreoffice.xls").read_bytes())

    def number(at: int) -> int:
        return int.from_bytes(data[at : at + 4], "little")

    entry = data.index("Workbook\0".encode("utf-16-le"))
    first = number(entry + 116)
    short_table = 512 + 512 * number(60)
    data[short_table + 4 * first : short_table + 4 * first + 4] = first.to_bytes(4, "little")
    path = tmp_path / "a.xls"
    path.write_bytes(data)
    code = f"import fulian; fulian.read_source({str(path)!r})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)  # noqa: S603
    assert "expected an old Excel workbook, found one that is damaged" in run.stderr
