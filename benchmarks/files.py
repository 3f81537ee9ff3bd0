"""How fast is each kind of file read, beside the library beneath it alone? And what do two processes gain?

Run as a script; needs the extra `files`. It makes its own input: a report of some hundred thousand characters in each
kind of file, and a folder of reports.
"""

from __future__ import annotations

import csv
import io
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import xlrd
from lxml import etree

from fulian.reading.files import read_bytes

PARAGRAPHS = [
    f"第{number}片区全年走访家庭{7 * number + 11}户，调解婚姻家庭纠纷{number + 2}起，"
    f"组织志愿者{3 * number}人次参加服务，满意率为9{number % 10}.5%。"
    for number in range(4000)
]
ROWS = [[f"第{number}片区", number, number * 2, 0.5, "说明"] for number in range(4000)]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINE, LINES = 40, 40  # characters of a printed line, lines of a page
RUNS = 5
REPORTS, LENGTH = (400, 2000), 30  # and paragraphs of each


def word_file(paragraphs: list[str]) -> bytes:
    """Write a report as a Word file."""
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


def workbook() -> bytes:
    """Write a workbook of twenty thousand cells."""
    book: Any = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def table() -> bytes:
    """Write the same cells as CSV."""
    text = io.StringIO()
    csv.writer(text).writerows(ROWS)
    return text.getvalue().encode()


def old_workbook(book: bytes) -> bytes | None:
    """Have LibreOffice save the workbook as .xls; None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.xlsx").write_bytes(book)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, "--headless", profile, "--convert-to", "xls", "--outdir", folder, f"{folder}/a.xlsx"]
        subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - no shell
        return Path(folder, "a.xls").read_bytes()


def pdf_file() -> bytes:
    """Write the report as a PDF file in a Chinese font that every reader knows, a page for forty lines."""
    lines = [one[at : at + LINE] for one in PARAGRAPHS for at in range(0, len(one), LINE)]
    letters = "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000"
    font = (
        "<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H"
        f"/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun{letters}>>]>>"
    )
    objects, kids = ["<</Type/Catalog/Pages 2 0 R>>", "", font], []
    for first in range(0, len(lines), LINES):
        shown = "".join(
            f"BT /F1 11 Tf 72 {780 - 17 * row} Td <{line.encode('utf-16-be').hex()}> Tj ET\n"
            for row, line in enumerate(lines[first : first + LINES])
        )
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        resources = "/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {len(objects)} 0 R{resources}>>")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    data, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj{one}endobj\n".encode()
    start = len(data)
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{entries}".encode()
    return data + f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode()


def pdfium_alone(data: bytes) -> int:
    """Have pdfium give the text of each page."""
    document = pypdfium2.PdfDocument(data)
    length = 0
    for page in document:
        textpage = page.get_textpage()
        length += len(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return length


def median(task: Callable[[], object]) -> tuple[float, float]:
    """Give the median and the spread of a task's time, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        task()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), max(times) - min(times)


def kinds() -> None:
    """Measure each kind, and the parser beneath it."""
    text = "\n".join(PARAGRAPHS)
    page = f"<html><body>{''.join(f'<p>{one}</p>' for one in PARAGRAPHS)}</body></html>".encode()
    word, book, cells, pdf = word_file(PARAGRAPHS), workbook(), table(), pdf_file()
    print(f"{len(text):,} characters, {len(ROWS) * len(ROWS[0]):,} cells, {RUNS} runs")
    tasks: dict[str, Callable[[], object]] = {
        "text": lambda: read_bytes(text.encode()),
        "page": lambda: read_bytes(page),
        "page, lxml alone": lambda: etree.fromstring(page, etree.HTMLParser(encoding="utf-8")),
        "Word": lambda: read_bytes(word),
        "Word, lxml alone": lambda: etree.fromstring(zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml")),
        "PDF": lambda: read_bytes(pdf),
        "PDF, pdfium alone": lambda: pdfium_alone(pdf),
        "Excel": lambda: read_bytes(book),
        "Excel, openpyxl alone": lambda: openpyxl.load_workbook(io.BytesIO(book)),
        "CSV": lambda: read_bytes(cells, file="table.csv"),
        "CSV, csv alone": lambda: list(csv.reader(io.StringIO(cells.decode()))),
    }
    if (old := old_workbook(book)) is not None:
        tasks["Excel, .xls"] = lambda: read_bytes(old)
        tasks["Excel, .xls, xlrd alone"] = lambda: xlrd.open_workbook(file_contents=old, formatting_info=True)
    for name, task in tasks.items():
        middle, spread = median(task)
        print(f"{name:24} {middle:8.1f} ms, spread {spread:.1f}")


def processes() -> None:
    """Measure `fulian read` over folders of reports by one process and by two, by turns: time, and processors' time."""
    paragraphs = PARAGRAPHS * 4
    for reports in REPORTS:
        with tempfile.TemporaryDirectory() as folder:
            for number in range(reports):
                first = LENGTH * (number % 400)
                data = word_file(["青禾县妇联2021年工作总结", "一、主要工作", *paragraphs[first : first + LENGTH]])
                Path(folder, f"{number:04}.docx").write_bytes(data)
            taken: dict[int, list[tuple[float, float]]] = {1: [], 2: []}
            for _ in range(3):
                for count, times in taken.items():
                    start, used = time.perf_counter(), processor_time()
                    command = [sys.executable, "-m", "fulian", "read", folder, "--jobs", str(count)]
                    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fulian itself
                    times.append((time.perf_counter() - start, processor_time() - used))
        print(f"fulian read, {reports} reports of {LENGTH} paragraphs")
        for count, times in taken.items():
            passed, used = (statistics.median(one) for one in zip(*times, strict=True))
            print(f"  --jobs {count} {passed:6.2f} s, of processors {used:6.2f} s")


def processor_time() -> float:
    """Give the processors' time that this process and its children took so far, in seconds."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    """Measure both."""
    machine = platform.processor() or platform.machine()
    print(f"{machine}, {os.cpu_count()} processors, Python {platform.python_version()}")
    kinds()
    processes()


if __name__ == "__main__":
    main()
