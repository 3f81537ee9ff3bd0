"""The written file as LibreOffice prints it, measured on the pages."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

import fulian
from fulian.model import AnnualPlan
from fulian.writing.official import Annex, OfficialFrame, write_official

from ...programs import office_files
from ...reading.specimens import PLAN

MM = 72 / 25.4
LONG = "全市各级妇联要把服务妇女群众作为根本任务" * 60


class Printed(NamedTuple):
    """A line of a page: its words, and its edges in millimetres from the page's left and upper edges."""

    text: str
    left: float
    right: float
    middle: float


def lines_of(page: pdfium.PdfPage) -> list[Printed]:
    """The lines of a page from top to bottom, by where their characters stand."""
    text_page = page.get_textpage()
    height = page.get_height()
    rows: dict[int, list[tuple[float, float, float, str]]] = defaultdict(list)
    for number in range(text_page.count_chars()):
        char = text_page.get_text_range(number, 1)
        if not char.strip():
            continue
        left, bottom, right, top = text_page.get_charbox(number, loose=True)
        middle = height - (top + bottom) / 2
        row = next((key for key in rows if abs(key / 10 - middle) < 8), round(middle * 10))
        rows[row].append((left, right, middle, char))
    found = []
    for key in sorted(rows):
        chars = sorted(rows[key])
        text = "".join(char for *_, char in chars)
        found.append(Printed(text, chars[0][0] / MM, max(one[1] for one in chars) / MM, key / 10 / MM))
    return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[Printed]]:
    """A notice with two annexes, one of them long, printed."""
    folder = tmp_path_factory.mktemp("official")
    frame = OfficialFrame(
        annexes=(Annex(title="补充说明", text=f"{LONG}\n{LONG}"),),
        copies=("市委办公室",),
        printing="甘泉县妇女联合会办公室",
    )
    write_official(fulian.read_text(PLAN), folder / "plan.docx", frame=frame)
    [made] = office_files([folder / "plan.docx"], "pdf", folder)
    with pdfium.PdfDocument(made) as document:
        return [lines_of(page) for page in document]


def body(page: list[Printed]) -> list[Printed]:
    """The lines of a page within the text area."""
    return [line for line in page if line.middle < 37 + 225]


def full_page(pages: list[list[Printed]]) -> list[Printed]:
    """A page that is nothing but running text."""
    return next(body(page) for page in pages if sum(line.text in LONG for line in page) >= 20)


def test_a_page_has_22_lines(pages: list[list[Printed]]) -> None:
    """GB/T 9704-2012, 5.2.3: evenly over 225 mm."""
    lines = full_page(pages)
    assert len(lines) == 22
    pitch = (lines[-1].middle - lines[0].middle) / 21
    assert abs(pitch - 225 / 22) < 0.05


def test_a_line_has_28_characters(pages: list[list[Printed]]) -> None:
    """GB/T 9704-2012, 5.2.3: from margin to margin."""
    line = full_page(pages)[5]
    assert len(line.text) == 28
    assert abs(line.left - 28) < 1
    assert abs(line.right - (28 + 156)) < 1.5


def test_a_paragraph_begins_two_characters_in(pages: list[list[Printed]]) -> None:
    """GB/T 9704-2012, 7.3.3."""
    first = next(line for page in pages for line in page if line.text.startswith("现将"))
    assert abs(first.left - (28 + 2 * 156 / 28)) < 1


def test_the_masthead_stands_35_mm_below_the_text_area(pages: list[list[Printed]]) -> None:
    """GB/T 9704-2012, 7.2.4: its upper edge; centred."""
    line = next(line for line in pages[0] if line.text == "甘泉县妇女联合会文件")
    assert 37 + 35 <= line.middle <= 37 + 35 + 22
    assert abs((line.left + line.right) / 2 - (28 + 78)) < 1.5


def test_page_numbers_are_right_on_odd_pages_and_left_on_even_ones(pages: list[list[Printed]]) -> None:
    """GB/T 9704-2012, 7.5: between dashes, one character in, 7 mm below the text area."""
    for number, page in enumerate(pages, start=1):
        line = page[-1]
        assert line.text == f"—{number}—"
        assert 5 < line.middle - (37 + 225) < 9
        inset = 28 + 156 - line.right if number % 2 else line.left - 28
        assert 3 < inset < 7


def test_the_imprint_ends_the_last_page(pages: list[list[Printed]]) -> None:
    """GB/T 9704-2012, 7.4: copies over printing, at the foot of the text area."""
    *_, copies, printing = body(pages[-1])
    assert copies.text == "抄送：市委办公室。"
    assert printing.text == "甘泉县妇女联合会办公室2020年3月5日印发"
    assert 0 < 37 + 225 - printing.middle < 225 / 22


def test_an_annex_begins_a_page(pages: list[list[Printed]]) -> None:
    """GB/T 9704-2012, 7.3.7: its mark on the first line, its title on the third."""
    heads = [page for page in pages if page[0].text.startswith("附件")]
    assert [page[0].text for page in heads] == ["附件1", "附件2", "附件3"]
    for page in heads:
        assert abs((page[1].middle - page[0].middle) - 2 * 225 / 22) < 3
        assert abs((page[1].left + page[1].right) / 2 - (28 + 78)) < 1.5


@pytest.mark.parametrize("sealed", [True, False])
def test_signature_and_date_stand_at_the_right(tmp_path: Path, sealed: bool) -> None:  # noqa: FBT001
    """GB/T 9704-2012, 7.3.5: the date four characters from the right under a seal; else the longer of both two."""
    frame = OfficialFrame(issuer="甘泉县妇女联合会", issued=date(2024, 12, 30), sealed=sealed)
    plan = AnnualPlan(year=2024, title="县妇联2024年工作要点", key_tasks=())
    write_official(plan, tmp_path / "a.docx", frame=frame)
    [made] = office_files([tmp_path / "a.docx"], "pdf", tmp_path)
    with pdfium.PdfDocument(made) as document:
        lines = lines_of(document[0])
    day = next(line for line in lines if line.text == "2024年12月30日")
    name = next(line for line in reversed(lines) if line.text == "甘泉县妇女联合会")
    character = 156 / 28
    if sealed:
        assert abs(28 + 156 - day.right - 4 * character) < 1.5
        assert abs((name.left + name.right) - (day.left + day.right)) / 2 < 6  # digits of other fonts are wider
    else:
        assert abs(28 + 156 - name.right - 2 * character) < 1.5
