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
_LONGEST = 4096
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


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
