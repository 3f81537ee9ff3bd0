"""What a fuzzer throws at fulian: any bytes, any text, any data. Only fulian's own errors may come of it, and in time.

``python tests/fuzz/fuzz.py TARGET --seconds 60`` mutates the corpus of a target with atheris (extra ``fuzz``), led by the
branches that an input reaches. What reaches new ones is gathered in ``.fuzz/TARGET``, where the next run goes on; what
fails is written to ``.fuzz/failures`` and ends the run. Once mended, a failure joins the kept corpus, which runs with the
other tests, without atheris.
"""

from __future__ import annotations

import argparse
import importlib
import io
import pkgutil
import sys
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any

CORPUS = Path(__file__).parent / "corpus"
_GROWN = Path(".fuzz")
_SECONDS_AN_INPUT = 20
_MEGABYTES = 3072
_LONGEST = 8192
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="xl/workbook.xml"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="worksheets/sheet1.xml"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SHEET}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
}
_PDF = (
    b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F1 4 0 R>>>>>>endobj "
    b"4 0 obj<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>endobj "
    b"5 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/SimSun/DW 1000"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>endobj "
    b"6 0 obj<</Length %d>>stream\n%b\nendstream endobj trailer<</Root 1 0 R>>\n%%%%EOF"
)


def fuzz_file(data: bytes) -> None:
    """Read any bytes as a file whose name's suffix says one thing or another; the first byte chooses it."""
    import fulian

    names = ("a.txt", "a.html", "a.docx", "a.csv", "a.pdf", "a.xlsx", "a.mht", "a")
    file = io.BytesIO(data[1:])
    file.name = names[data[0] % len(names)] if data else "a"
    with suppress(fulian.FulianError):
        _hold(fulian.read(file))


def fuzz_text(data: bytes) -> None:
    """Read, check and write any text."""
    import fulian

    _hold(fulian.read_text(data.decode("utf-8", "replace")))


def fuzz_page(data: bytes) -> None:
    """Read any markup as the body of a page."""
    import fulian

    with suppress(fulian.FulianError):
        _hold(fulian.read(io.BytesIO(b"<html><meta charset=utf-8><title>a</title><body>" + data)))


def fuzz_word(data: bytes) -> None:
    """Read any markup as the body of a Word file."""
    import fulian

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        body = f'<w:document xmlns:w="{_WORD}"><w:body>'.encode() + data + b"</w:body></w:document>"
        archive.writestr("word/document.xml", body)
    with suppress(fulian.FulianError):
        _hold(fulian.read(io.BytesIO(packed.getvalue())))


def fuzz_sheet(data: bytes) -> None:
    """Read any markup as a sheet of a workbook."""
    import fulian

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in _BOOK.items():
            archive.writestr(name, part)
        sheet = f'<worksheet xmlns="{_SHEET}">'.encode() + data + b"</worksheet>"
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    with suppress(fulian.FulianError):
        _hold(fulian.read(io.BytesIO(packed.getvalue())))


def fuzz_pdf(data: bytes) -> None:
    """Read any drawing as what two pages of a PDF file show."""
    import fulian

    with suppress(fulian.FulianError):
        _hold(fulian.read(io.BytesIO(_PDF % (len(data), data))))


def fuzz_json(data: bytes) -> None:
    """Load any bytes as JSON, with and without unknown keys; what loads is written and loaded again, the same."""
    import fulian

    for keep in (False, True):
        with suppress(fulian.FulianError):
            record = fulian.loads(data, keep_unknown=keep)
            assert fulian.loads(fulian.dumps(record), keep_unknown=keep) == record


def fuzz_format(data: bytes) -> None:
    """Load any bytes in a format; the first byte chooses it. What loads is written and loaded again, the same."""
    import fulian
    from fulian.formats import formats

    name = formats()[(data[0] if data else 0) % len(formats())]
    with suppress(fulian.FulianError):
        record = fulian.loads(data[1:], name)
        assert fulian.loads(fulian.dumps(record, name), name) == record


def fuzz_value(data: bytes) -> None:
    """Parse any text as a value of each kind."""
    import fulian

    text = data.decode("utf-8", "replace")
    for parse in (
        fulian.parse_numeral,
        fulian.parse_quantity,
        fulian.parse_period,
        fulian.parse_organization,
        fulian.parse_document_number,
        fulian.CreditCode.parse,
    ):
        with suppress(fulian.FulianError):
            parse(text)


def _hold(reading: Any) -> None:
    """Fail where a reading does not keep what every reading promises, or cannot be checked and written."""
    import fulian
    from fulian.checks.output.plain import Inspected
    from fulian.checks.output.sarif import dumps_sarif
    from fulian.checks.run import check_fully

    text = reading.document.text
    for one in reading.observations:
        assert text[one.source.start : one.source.end] == one.source.quote
    assert 0 <= reading.coverage <= 1
    checked = check_fully(reading)
    assert dumps_sarif([Inspected(name="a", record=reading, checked=checked)])
    assert fulian.loads(fulian.dumps(reading)) == reading


TARGETS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {
        "file": fuzz_file,
        "format": fuzz_format,
        "json": fuzz_json,
        "page": fuzz_page,
        "pdf": fuzz_pdf,
        "sheet": fuzz_sheet,
        "text": fuzz_text,
        "value": fuzz_value,
        "word": fuzz_word,
    }
)


def main() -> None:
    """Fuzz one target for a while."""
    atheris = importlib.import_module("atheris")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    grown, failures = _GROWN / given.target, _GROWN / "failures"
    for folder in (grown, failures):
        folder.mkdir(parents=True, exist_ok=True)
    with atheris.instrument_imports(include=["fulian"]):
        fulian = importlib.import_module("fulian")
        for module in pkgutil.walk_packages(fulian.__path__, prefix="fulian."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    options = [
        f"-max_total_time={given.seconds}",
        f"-timeout={_SECONDS_AN_INPUT}",
        f"-rss_limit_mb={_MEGABYTES}",
        f"-max_len={_LONGEST}",
        f"-artifact_prefix={failures}/{given.target}-",
    ]
    atheris.Setup([sys.argv[0], *options, str(grown), str(CORPUS / given.target)], TARGETS[given.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
