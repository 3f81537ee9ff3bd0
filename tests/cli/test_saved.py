"""What fulian saved is taken wherever a document is: by its suffix, or by its content from standard input."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import fulian
from fulian.cli._saved import load_saved, saved_format
from fulian.formats import dumps, formats

from .conftest import Run


@pytest.fixture
def readings(samples: Path) -> tuple[fulian.Reading, ...]:
    """Give the readings of two samples."""
    return tuple(fulian.read(samples / name) for name in ("plan.txt", "round-up.txt"))


def as_bytes(record: object, form: str) -> bytes:
    """Write a record in a format."""
    data = dumps(record, form)
    return data.encode() if isinstance(data, str) else data


@pytest.mark.parametrize("form", formats())
def test_the_content_tells_the_format(readings: tuple[fulian.Reading, ...], form: str) -> None:
    """Each format's own bytes are known again, and give the same records."""
    data = as_bytes(readings, form)
    assert saved_format("-", data) == form
    assert load_saved("-", data) == readings


def test_one_reading_on_one_line_is_json(readings: tuple[fulian.Reading, ...]) -> None:
    """It comes back as itself, not as a collection."""
    for indent in (None, 2):
        data = dumps(readings[0], indent=indent).encode() + b"\n"
        assert saved_format("-", data) == "json"
        assert load_saved("-", data) == readings[0]


@pytest.mark.parametrize(
    "data", [b"", "县妇联2020年工作总结".encode(), b'{"title": "fulian"}', b"PK\x03\x04", b"\x83\xa6other"]
)
def test_a_document_is_no_saved_record(data: bytes) -> None:
    """So it goes to the readers."""
    assert saved_format("-", data) is None


def test_the_content_tells_where_the_suffix_does_not(
    run: Run, readings: tuple[fulian.Reading, ...], tmp_path: Path
) -> None:
    """A file that a shell wrote has any name; a package that fulian saved is no archive of documents."""
    kept = tmp_path / "kept.out"
    kept.write_bytes(as_bytes(readings, "jsonl"))
    assert run("show", kept).out.startswith("关于印发《江西省妇联2022年工作要点》的通知")
    package = tmp_path / "kept.csv.zip"
    package.write_bytes(as_bytes(readings, "csv"))
    assert run("check", package).err == ""


@pytest.mark.parametrize(
    "command",
    [("show", "-"), ("explain", "-", "--figure", "3"), ("check", "-"), ("check", "-", "--format", "json")],
)
@pytest.mark.parametrize("form", ["json", "jsonl", "yaml", "msgpack"])
def test_standard_input_may_be_a_document_or_what_was_saved(
    piped: Run, readings: tuple[fulian.Reading, ...], samples: Path, command: tuple[str, ...], form: str
) -> None:
    """The same comes out, but for the name that a saved reading has kept."""
    from_text = piped((samples / "plan.txt").read_bytes(), *command)
    from_saved = piped(as_bytes(readings[0], form), *command)
    assert (from_saved.status, from_saved.err) == (0, "")
    assert from_saved.out.replace("plan.txt · ", "") == from_text.out


def test_commands_that_write_take_what_was_saved(
    piped: Run, readings: tuple[fulian.Reading, ...], tmp_path: Path
) -> None:
    """A page, a chart, an official document, a form; comparing takes it beside files."""
    data = as_bytes(readings[0], "json")
    for command in (
        ("review", "-", "-o", tmp_path / "a.html"),
        ("chart", "areas", "-", "-o", tmp_path / "a.svg"),
        ("write", "-", "-o", tmp_path / "a.docx"),
        ("form", "annual-plan", "--from", "-", "-o", tmp_path / "a.xlsx"),
    ):
        assert piped(data, *command).status == 0
        assert Path(command[-1]).stat().st_size
    assert piped(data, "compare", "-", tmp_path / "a.docx").out.startswith("2 documents: ")


def test_records_that_are_no_readings_are_named(piped: Run, readings: tuple[fulian.Reading, ...]) -> None:
    """A plan alone can be written, but not shown."""
    ran = piped(as_bytes(readings[0].plans[0], "json"), "show", "-")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err == "standard input: expected saved readings, found records of the kind AnnualPlan\n"


@pytest.mark.parametrize(
    "command", [("show", "-"), ("read", "-"), ("convert", "-", "a.json"), ("check", "--layout", "-")]
)
def test_a_standard_input_that_is_closed_is_said_so(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """As a program without a terminal has it."""
    monkeypatch.setattr(sys, "stdin", None)
    ran = run(*command)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("standard input: expected an open stream, found a closed one\n")
