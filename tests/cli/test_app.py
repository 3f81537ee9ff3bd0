"""The command as a whole: help, version, errors in plain words, exit statuses."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

import fulian
import fulian.cli
from fulian.cli import _app, main
from fulian.errors import ReadError

from .conftest import Run

COMMANDS = ("demo", "show", "read", "explain", "check", "compare", "review", "chart", "schema", "convert")


def test_version_is_that_of_the_package(run: Run) -> None:
    """``--version`` prints name and version."""
    assert run("--version") == (0, f"fulian {version('fulian')}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(run: Run, command: str) -> None:
    """Each command is named by the general help, and its own help ends in examples."""
    assert f"\n  {command}" in run("--help").out
    ran = run(command, "--help")
    assert ran.status == 0
    assert f"  fulian {command}" in ran.out.partition("Examples:")[2]


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["show"], ["read"], ["show", "a.txt", "--year", "12"], ["explain", "a.txt", "--figure", "0"]],
)
def test_a_command_that_is_not_understood_gives_status_2(run: Run, arguments: list[str]) -> None:
    """Usage errors go to standard error and end in 2."""
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Usage: fulian" in ran.err


def test_an_organization_that_is_none_is_a_usage_error(run: Run, samples: Path) -> None:
    """The hint is understood before any file is read."""
    ran = run("show", samples / "plan.txt", "--organization", "???")
    assert ran.status == 2
    assert "--organization" in ran.err


@pytest.mark.parametrize("command", ["show", "read", "explain"])
def test_a_file_that_cannot_be_read_is_named_in_plain_words(run: Run, tmp_path: Path, command: str) -> None:
    """One line with the file's whole name, no traceback, status 1."""
    missing = tmp_path / "没有.txt"
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    for file in (missing, picture):
        ran = run(command, file)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith(f"{file}: ")
        assert "Traceback" not in ran.err


def test_debug_shows_where_an_error_came_from(tmp_path: Path) -> None:
    """``--debug`` before or behind the command's name lets the error through."""
    missing = str(tmp_path / "missing.txt")
    for arguments in (["--debug", "show", missing], ["show", missing, "--debug"], ["read", missing, "--debug"]):
        with pytest.raises(ReadError):
            main(arguments)


@pytest.mark.parametrize("package", ["click", "rich"])
def test_without_the_extra_the_command_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    """No traceback: one line that names the extra, and status 2."""
    monkeypatch.setattr(fulian.cli, "find_spec", lambda name: None if name == package else object())
    ran = run("demo")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"fulian: the command needs {package}; install it with: pip install 'fulian[cli]'\n"


def test_an_interrupted_command_leaves_nothing_half_written(
    run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle of many files: status 130, the old file whole, no remains beside it."""
    output = samples / "readings.jsonl"
    output.write_text("old", encoding="utf-8")
    before = sorted(samples.iterdir())
    calls = []

    def interrupted(name: str, *_: object) -> Iterator[fulian.ReadResult]:
        calls.append(name)
        if len(calls) > 1:
            raise KeyboardInterrupt
        yield from fulian.read_many(name)

    monkeypatch.setattr("fulian.cli._read.read_each", interrupted)
    ran = run("read", samples, "-o", output)
    assert ran.status == 130
    assert "interrupted" in ran.err
    assert output.read_text(encoding="utf-8") == "old"
    assert sorted(samples.iterdir()) == before


def test_version_and_help_load_no_readers() -> None:
    """What answers at once does not wait for rich or the tables of places."""
    code = (
        "import sys; from fulian.cli import main; main(['--version']); main(['--help']);"
        "print([name for name in ('rich', 'fulian.reading', 'fulian.text') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_module_is_the_command_too(samples: Path) -> None:
    """``python -m fulian`` does what ``fulian`` does, and gives its status."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "fulian", "show", str(samples / "missing.txt")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "missing.txt: expected" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise on Windows")
def test_a_reader_that_has_seen_enough_is_no_error(samples: Path) -> None:
    """A closed pipe ends the command in silence, as with head."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "fulian", "read", str(samples)], stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_command_needs_no_arguments_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without arguments those of the process are taken."""
    monkeypatch.setattr(sys, "argv", ["fulian", "--version"])
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert main() == 0


def test_commands_stand_in_the_order_a_newcomer_meets_them(run: Run) -> None:
    """The demo comes first."""
    out = run("--help").out
    places = [out.index(f"\n  {command}", out.index("Commands:")) for command in COMMANDS]
    assert places == sorted(places)
    assert _app.run(["--help"]) == 0


def test_schema_prints_that_of_a_kind(run: Run) -> None:
    """With a kind its JSON Schema, without one the names of the kinds; a kind that is none ends in 1."""
    assert "CityReport" in run("schema").out.split()
    printed = json.loads(run("schema", "CityReport").out)
    assert printed["title"] == "CityReport 市州工作报告"
    ran = run("schema", "CityRepot")
    assert (ran.status, ran.out) == (1, "")
    assert "'CityReport'" in ran.err
