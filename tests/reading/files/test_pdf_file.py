"""PDF files: paragraphs made whole, pages and boxes, and what is no text."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from fulian.errors import ReadError
from fulian.reading.files import SourceText, read_bytes, read_source
from fulian.values import Span

pytest.importorskip("pypdfium2")

DATA = Path(__file__).parent / "data"


def small_pdf(*contents: str, extra: str = "", box: str = "0 0 595 842") -> bytes:
    """Write a PDF by hand: a page for each content stream, in a font of Latin letters."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for content in contents:
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        resources = "/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]{extra}/Contents {len(objects)} 0 R{resources}>>")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    data = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj{one}endobj\n".encode()
    start = len(data)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode()
    return data + f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()


def say(x: float, y: float, words: str) -> str:
    """Write words at a place."""
    return f"BT /F1 12 Tf {x} {y} Td ({words}) Tj ET "


def located(source: SourceText, words: str) -> list[tuple[int | None, bool]]:
    """Give the page of each place of words, and whether it has a box."""
    start = source.text.index(words)
    return [(place.page, place.box is not None) for place in source.locate(Span(start=start, end=start + len(words)))]


def test_running_heads_and_page_numbers_stand_beside() -> None:
    """What recurs at the pages' edges is left out, and listed with its page."""
    source = read_source(DATA / "long-chromium.pdf")
    kinds = {one.kind for one in source.asides}
    assert kinds == {"header", "page-number"}
    assert {one.text for one in source.asides if one.kind == "header"} == {"青禾县妇联文件汇编"}
    assert [one.place.page for one in source.asides if one.kind == "page-number" and one.place] == list(
        range(1, len(source.asides) // 2 + 1)
    )


def test_a_sentence_over_two_pages_is_whole() -> None:
    """A paragraph cut by the page is one line, with a place on each page."""
    source = read_source(DATA / "long-chromium.pdf")
    pages = [
        {place.page for place in source.locate(Span(start=at, end=at + len(line)))} for at, line in lines_of(source)
    ]
    assert any(len(one) == 2 for one in pages)


def lines_of(source: SourceText) -> list[tuple[int, str]]:
    """Give each line with where it begins."""
    at, found = 0, []
    for line in source.text.splitlines():
        found.append((at, line))
        at += len(line) + 1
    return found


def test_two_columns_are_read_one_after_the_other() -> None:
    """The text of a page in two columns is in order, its paragraphs whole."""
    title, *rest = (DATA / "report.txt").read_text(encoding="utf-8").splitlines()
    assert read_source(DATA / "columns-chromium.pdf").text.splitlines() == [title, *rest, *rest]


def test_a_place_has_page_and_box() -> None:
    """Each printed line can be located by its page and its box in points."""
    source = read_bytes(small_pdf(say(72, 700, "First page"), say(72, 600, "Second page")))
    assert source.text == "First page\nSecond page\n"
    assert located(source, "Second") == [(2, True)]
    (place,) = source.locate(Span(start=0, end=5))
    assert place.box is not None
    left, bottom, right, top = place.box
    assert 71 <= left <= 74
    assert 120 < right < 150
    assert 690 < bottom <= 700
    assert 708 < top < 720


def test_words_set_apart_are_cells() -> None:
    """Words on one level with wide gaps are the cells of a row, drawn together or one by one."""
    drawn = say(72, 700, "Town") + say(200, 700, "Courses") + say(72, 680, "East") + say(200, 680, "12")
    assert read_bytes(small_pdf(drawn)).text == "Town\tCourses\nEast\t12\n"


@pytest.mark.parametrize(
    ("turn", "matrix"), [(90, "0 1 -1 0 500 0"), (180, "-1 0 0 -1 595 842"), (270, "0 -1 1 0 0 842")]
)
def test_turned_pages_are_read_as_shown(turn: int, matrix: str) -> None:
    """A page that is shown turned is read in the order in which it is shown."""
    drawn = f"q {matrix} cm {say(72, 300, 'Upper line')}{say(72, 280, 'Lower line')} Q"
    source = read_bytes(small_pdf(drawn, extra=f"/Rotate {turn}"))
    assert source.text == "Upper line\nLower line\n"


def test_a_scan_says_so() -> None:
    """Pages without text are an error that says what to do; a few of them among others, a remark."""
    with pytest.raises(ReadError, match="without text") as caught:
        read_bytes(small_pdf("", ""), file="scan.pdf")
    assert "OCR" in caught.value.expected
    mixed = read_bytes(small_pdf(say(72, 700, "Some text"), ""))
    assert [(one.code, one.text) for one in mixed.remarks] == [("pages-without-text", "1 of 2 pages hold no text: 2")]


def test_damaged_files_are_told() -> None:
    """A PDF that is cut short, or holds anything, is read as far as it goes or refused."""
    whole = (DATA / "report-libreoffice.pdf").read_bytes()
    for end in (5, 20, 500, len(whole) // 2):
        with suppress(ReadError):
            assert isinstance(read_bytes(whole[:end], file="cut.pdf").text, str)


def test_many_pages_are_read() -> None:
    """Five hundred pages are five hundred lines, the page numbers beside."""
    pages = [say(72, 700, f"Line {number}") + say(290, 30, f"- {number} -") for number in range(1, 501)]
    source = read_bytes(small_pdf(*pages))
    assert len(source.text.splitlines()) == len(source.asides) == 500
