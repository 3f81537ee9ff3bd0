"""Bytes to text, and what is said of the choice."""

from __future__ import annotations

import codecs
from contextlib import suppress
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.errors import ReadError
from fulian.reading.files import decode, open_text

SENTENCE = "2021年，县妇联举办培训班12期，培训妇女600人次。\n一、维权工作\n"
CHINESE = st.text(alphabet="妇女儿童联合会工作要点总结计划，。；：“”《》0123456789年月日%\n", min_size=4, max_size=60)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SENTENCE.encode(), "utf-8"),
        (codecs.BOM_UTF8 + SENTENCE.encode(), "utf-8"),
        (SENTENCE.encode("gbk"), "gb18030"),
        (SENTENCE.encode("gb18030"), "gb18030"),
        (SENTENCE.encode("utf-16"), "utf-16-le"),
        (SENTENCE.encode("utf-16-le"), "utf-16-le"),
        (SENTENCE.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"), "utf-32-le"),
        (b"", "utf-8"),
    ],
)
def test_encodings_are_told(data: bytes, encoding: str) -> None:
    """The text is the same in each encoding, without its byte order mark, and the choice is named."""
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text == (SENTENCE if data else "")


@given(CHINESE, st.sampled_from(["utf-8", "gb18030", "utf-8-sig", "utf-16"]))
def test_decoding_gives_the_text_back(text: str, encoding: str) -> None:
    """Chinese text in an encoding of the list decodes to itself."""
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_read_error(data: bytes) -> None:
    """Bytes give a text or a ReadError, nothing else."""
    with suppress(ReadError):
        assert isinstance(decode(data).text, str)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.4 ...", "a PDF file"),
        (b"PK\x03\x04....", "a ZIP archive or an Office file (.docx, .xlsx)"),
        (b"\x89PNG\r\n", "a PNG picture"),
        (bytes(range(256)) * 4, "bytes that are no text in any of them"),
        (codecs.BOM_UTF8 + b"\xff\xff", "bytes marked as utf-8 that are none"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, found: str) -> None:
    """The error says what the file is and what was expected."""
    with pytest.raises(ReadError) as caught:
        decode(data, file="report.bin")
    assert (caught.value.file, caught.value.found) == ("report.bin", found)
    assert "UTF-8" in caught.value.expected


def test_files_are_read_by_path_and_open(tmp_path: Path) -> None:
    """A path, its string and an open file give the same text; line ends are left as they are."""
    path = tmp_path / "县妇联.txt"
    path.write_bytes("一、维权\r\n二、普法".encode("gbk"))
    with path.open("rb") as opened:
        readings = [open_text(path), open_text(str(path)), open_text(opened)]
    assert {one.text for one in readings} == {"一、维权\r\n二、普法"}
    assert {one.file for one in readings} == {"县妇联.txt"}
    assert open_text(BytesIO("妇联".encode())).file is None


def test_a_file_that_cannot_be_opened_is_a_read_error(tmp_path: Path) -> None:
    """A missing file, a folder and a file opened for text are refused with their cause."""
    with pytest.raises(ReadError) as caught:
        open_text(tmp_path / "none.txt")
    assert isinstance(caught.value.__cause__, OSError)
    with pytest.raises(ReadError):
        open_text(tmp_path)
    with pytest.raises(ReadError):
        open_text("a\x00b")
    with pytest.raises(ReadError, match="opened as str"):
        open_text(StringIO("妇联"))  # type: ignore[arg-type]
