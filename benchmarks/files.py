"""How fast is each kind of file read, beside the library beneath it alone?

Run as a script; needs the extra `files`. It makes its own input: a report of some hundred thousand characters.
"""

from __future__ import annotations

import io
import platform
import statistics
import time
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
from lxml import etree

from fulian.reading.files import read_bytes

PARAGRAPHS = [
    f"第{number}片区全年走访家庭{7 * number + 11}户，调解婚姻家庭纠纷{number + 2}起，"
    f"组织志愿者{3 * number}人次参加服务，满意率为9{number % 10}.5%。"
    for number in range(4000)
]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUNS = 7


def word_file() -> bytes:
    """Write the report as a Word file."""
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in PARAGRAPHS)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return packed.getvalue()


def workbook() -> bytes:
    """Write a workbook of twenty thousand cells."""
    book: Any = openpyxl.Workbook()
    for number in range(4000):
        book.active.append([f"第{number}片区", number, number * 2, 0.5, "说明"])
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def median(task: Callable[[], object]) -> tuple[float, float]:
    """Give the median and the spread of a task's time, in milliseconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        task()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), max(times) - min(times)


def main() -> None:
    """Measure each kind, and the parser beneath it."""
    text = "\n".join(PARAGRAPHS)
    page = f"<html><body>{''.join(f'<p>{one}</p>' for one in PARAGRAPHS)}</body></html>".encode()
    word, book = word_file(), workbook()
    machine = platform.processor() or platform.machine()
    print(f"{machine}, Python {platform.python_version()}, {len(text):,} characters, {RUNS} runs")
    tasks: dict[str, Callable[[], object]] = {
        "text": lambda: read_bytes(text.encode()),
        "page": lambda: read_bytes(page),
        "page, lxml alone": lambda: etree.fromstring(page, etree.HTMLParser(encoding="utf-8")),
        "Word": lambda: read_bytes(word),
        "Word, lxml alone": lambda: etree.fromstring(zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml")),
        "Excel": lambda: read_bytes(book),
        "Excel, openpyxl alone": lambda: openpyxl.load_workbook(io.BytesIO(book)),
    }
    for name, task in tasks.items():
        middle, spread = median(task)
        print(f"{name:24} {middle:8.1f} ms, spread {spread:.1f}")


if __name__ == "__main__":
    main()
