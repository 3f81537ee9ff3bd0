"""PDF files: paragraphs made whole, pages and boxes, and what is no text."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fulian.errors import ReadError
from fulian.reading.files import SourceText, read_bytes, read_source
from fulian.reading.files._pdf_paragraphs import _least_of_a_size
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
    assert str(place).startswith("page 1 (72")
    left, bottom, right, top = attrs.astuple(place.box)
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


def test_text_that_lies_on_its_side_is_read() -> None:
    """A wide table set sideways on an upright page is read as if the page were turned."""
    drawn = f"q 0 1 -1 0 500 0 cm {say(72, 300, 'Upper line')}{say(72, 280, 'Lower line')} Q"
    assert read_bytes(small_pdf(drawn)).text == "Upper line\nLower line\n"


def test_what_is_drawn_late_stands_in_its_line() -> None:
    """Signs in a second font, drawn after the line with gaps left for them, are put where they stand."""
    line = (
        say(72, 700, "the")
        + say(100.1, 700, "Spring Buds")
        + say(175, 700, "plan")
        + say(93, 700, "<")
        + say(164, 700, ">")
    )
    assert read_bytes(small_pdf(line)).text == "the <Spring Buds> plan\n"


def test_a_line_drawn_twice_is_read_once() -> None:
    """Letters drawn once more a hair's breadth beside, to look bold, are one."""
    assert read_bytes(small_pdf(say(72, 700, "Bookkeeper") + say(72.3, 700, "Bookkeeper"))).text == "Bookkeeper\n"


WORDS = "these words fill the column from edge to edge"


@pytest.mark.parametrize("in_turn", [True, False])
@pytest.mark.parametrize(("left", "right"), [(8, 8), (9, 4), (4, 9)])
def test_columns_are_read_one_after_the_other(left: int, right: int, *, in_turn: bool) -> None:
    """Two columns, of equal length or not, drawn in turn or line by line, under a title across both."""
    first = [say(40, 700 - 16 * number, f"{WORDS} l{number}") for number in range(left)]
    second = [say(320, 700 - 16 * number, f"{WORDS} r{number}") for number in range(right)]
    longest = max(left, right)
    mixed = [one for number in range(longest) for one in (*first[number : number + 1], *second[number : number + 1])]
    drawn = say(220, 760, "A title over both of the columns") + "".join(first + second if in_turn else mixed)
    words = read_bytes(small_pdf(drawn)).text.split()
    marks = [word for word in words if word[0] in "lr" and word[1:].isdigit()]
    assert marks == [f"l{number}" for number in range(left)] + [f"r{number}" for number in range(right)]


def test_cells_side_by_side_are_no_columns() -> None:
    """A table without rules is read row by row, however long it is."""
    rows = [
        say(60, 700 - 16 * number, f"Town {number}") + say(220, 700 - 16 * number, f"{number}") for number in range(12)
    ]
    assert read_bytes(small_pdf("".join(rows))).text.splitlines() == [
        f"Town {number}\t{number}" for number in range(12)
    ]


def rule(left: float, bottom: float, right: float, top: float, *, how: str) -> str:
    """Draw a rule as a line, as a thin area, or as a stroke around nothing."""
    if how == "line":
        return f"{left} {bottom} m {right} {top} l S "
    return f"{left} {bottom} {right - left or 0.7} {top - bottom or 0.7} re {'f' if how == 'area' else 'S'} "


@pytest.mark.parametrize("how", ["line", "area", "stroke"])
def test_rules_bound_the_cells_of_a_table(how: str) -> None:
    """Between rules words of several lines are one cell; a cell over two rows or columns stands once."""
    across, down = (60, 120, 160, 200, 420), (600, 640, 660, 680)
    level = [rule(60, y, 420, y, how=how) for y in (600, 640, 680)] + [rule(120, 660, 200, 660, how=how)]
    upright = [rule(x, 600, x, 680, how=how) for x in (60, 120, 200, 420)] + [rule(160, 600, 160, 660, how=how)]
    assert len(across) == len(down) + 1
    words = [
        (64, 665, "Town"), (124, 665, "Courses"), (204, 665, "What was done"), (124, 645, "Held"), (164, 645, "Hers"),
        (64, 615, "East"), (124, 615, "12"), (164, 615, "600"), (204, 625, "They learned to keep"), (204, 608, "books"),
    ]  # fmt: skip
    drawn = "".join(level + upright) + "".join(say(*one) for one in words) + say(60, 560, "Below.")
    source = read_bytes(small_pdf(drawn))
    assert (
        source.text
        == "Town\tCourses\t\tWhat was done\n\tHeld\tHers\nEast\t12\t600\tThey learned to keep books\nBelow.\n"
    )
    start = source.text.index("600")
    (place,) = source.locate(Span(start=start, end=start + 3))
    assert place.box is not None
    assert 160 < place.box.left < place.box.right < 200


def test_a_box_around_a_paragraph_is_no_table() -> None:
    """A frame with a paragraph in it changes nothing."""
    drawn = "50 650 300 80 re S " + say(60, 700, "First line") + say(60, 660, "Second line")
    assert read_bytes(small_pdf(drawn)).text == "First line\nSecond line\n"


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


@given(st.lists(st.tuples(st.floats(0.5, 100), st.floats(-1000, 1000)), max_size=40))
@example([(10.0, 5.0), (12.4, 3.0), (12.5, 1.0), (8.0, 0.0), (8.1, 2.0)])
def test_the_least_of_a_size_is_the_least_of_all_that_are_alike(things: list[tuple[float, float]]) -> None:
    """Each line's column is found in one pass over all of them."""
    assert _least_of_a_size(things) == {
        size: min(value for other, value in things if 0.8 < other / size < 1.25) for size, _ in things
    }


def test_a_page_of_lines_each_further_in_is_read_in_time() -> None:
    """Eight thousand lines, each a column of its own by where it begins."""
    drawn = "BT /F1 12 Tf 72 700 Td " + "(ab) Tj 30 -12 Td " * 8000 + "ET"
    start = time.process_time()
    assert read_bytes(small_pdf(drawn)).text.count("ab") == 8000
    assert time.process_time() - start < 30
