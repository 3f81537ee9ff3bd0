"""``fulian read``: many files to data; one bad file does not stop the rest."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import fulian
from fulian.model.reading import Reading

from .conftest import Run, at_terminal


def many(files: Path) -> list[Reading]:
    """Read the documents of a folder by the library."""
    return [fulian.read(file) for file in sorted(files.glob("*.txt"))]


def test_one_file_gives_one_json_document(run: Run, samples: Path) -> None:
    """Standard output holds the reading's data and nothing else; standard error holds nothing."""
    ran = run("read", samples / "plan.txt")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)["kind"] == "Reading"
    assert fulian.loads(ran.out) == fulian.read(samples / "plan.txt")


def test_a_folder_gives_a_line_for_each_file(run: Run, samples: Path) -> None:
    """Each line is an envelope of its own, in the order of the names."""
    ran = run("read", samples)
    assert (ran.status, ran.err) == (0, "")
    assert [fulian.loads(line) for line in ran.out.splitlines()] == many(samples)


def test_one_document_or_lines_can_be_asked_for(run: Run, samples: Path) -> None:
    """``--one`` gives a collection of several, ``--lines`` a line of one."""
    assert fulian.loads(run("read", "--one", samples).out) == tuple(many(samples))
    assert run("read", "--lines", samples / "plan.txt").out.count("\n") == 1


def test_a_bad_file_does_not_stop_the_rest(run: Run, samples: Path) -> None:
    """It is named on standard error, and the status is 1."""
    ran = run("read", samples / "missing.txt", samples / "plan.txt", samples / "summary.txt")
    assert ran.status == 1
    assert len(ran.out.splitlines()) == 2
    assert ran.err.splitlines()[0].startswith(str(samples / "missing.txt") + ": expected")
    assert ran.err.splitlines()[-1] == "2 of 3 files read, 1 failed"


@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_readings_are_saved_in_the_format_of_the_suffix(run: Run, samples: Path, tmp_path: Path, suffix: str) -> None:
    """What is saved reads back equal; standard output stays empty."""
    output = tmp_path / f"readings{suffix}"
    ran = run("read", samples, "-o", output)
    assert (ran.status, ran.out) == (0, "")
    assert "4 readings" in ran.err
    assert fulian.load(output) == tuple(many(samples))


def test_one_reading_is_saved_by_itself(run: Run, samples: Path, tmp_path: Path) -> None:
    """One file named gives one record, not a collection of one."""
    output = tmp_path / "plan.json"
    assert run("read", samples / "plan.txt", "-o", output).status == 0
    assert fulian.load(output) == fulian.read(samples / "plan.txt")


@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_where_nothing_was_read_the_old_file_stays(run: Run, tmp_path: Path, suffix: str) -> None:
    """Neither a new file nor remains of one."""
    output = tmp_path / f"old{suffix}"
    output.write_text("old", encoding="utf-8")
    ran = run("read", tmp_path / "a.txt", tmp_path / "b.txt", "-o", output)
    assert ran.status == 1
    assert "not written" in ran.err
    assert (output.read_text(encoding="utf-8"), list(tmp_path.iterdir())) == ("old", [output])


@pytest.mark.parametrize("output", ["out.docx", "nowhere/out.json"])
def test_an_output_that_cannot_be_is_refused_before_reading(
    run: Run, samples: Path, tmp_path: Path, output: str
) -> None:
    """A suffix of no format, a folder that is not there: status 2."""
    ran = run("read", samples, "-o", tmp_path / output)
    assert ran.status == 2
    assert "'-o' / '--output'" in ran.err


def test_output_and_lines_do_not_go_together(run: Run, samples: Path, tmp_path: Path) -> None:
    """The suffix says the format; a contradiction is not guessed at."""
    assert run("read", samples, "--lines", "-o", tmp_path / "x.json").status == 2


def test_an_empty_folder_is_said(run: Run, tmp_path: Path) -> None:
    """Nothing to read is status 1, with a reason."""
    ran = run("read", tmp_path)
    assert (ran.status, ran.out) == (1, "")
    assert "no files to read" in ran.err


def test_files_of_other_kinds_are_named(run: Run, samples: Path, tmp_path: Path) -> None:
    """What is passed over in a folder and in an archive is said at the end, a few of many by name; hidden files are not."""
    (samples / "map.png").write_bytes(b"\x89PNG")
    (samples / ".DS_Store").touch()
    with zipfile.ZipFile(samples / "more.zip", "w") as archive:
        archive.writestr("a.txt", "接访43件。")
        archive.writestr("scan.jpg", b"")
    ran = run("read", samples, "-o", tmp_path / "out.jsonl")
    assert ran.status == 0
    last = ran.err.splitlines()[-1]
    assert last == f"2 files of other kinds passed over: {samples / 'map.png'}, {samples / 'more.zip'}/scan.jpg"
    for number in range(6):
        (samples / f"{number}.mp4").touch()
    assert run("read", samples).err.splitlines()[-1].endswith(f"{samples / '4.mp4'} and 3 more")
    assert "passed over" in run("check", samples).err
    assert run("read", samples / "plan.txt").err == ""


def test_two_jobs_give_the_data_of_one(run: Run, samples: Path, tmp_path: Path) -> None:
    """By two processes the lines and the complaints are those of one, in the same order."""
    (samples / "b.docx").write_bytes(b"PK\x03\x04 cut short")
    with zipfile.ZipFile(samples / "none.zip", "w") as archive:
        archive.writestr("notes.bin", b"")
    one, two = run("read", samples), run("read", samples, "--jobs", 2)
    assert (one.status, one.out) == (two.status, two.out)
    assert one.err.splitlines() == two.err.splitlines()
    assert "b.docx" in one.err
    run("read", samples, "-j", 2, "-o", tmp_path / "two.jsonl")
    assert (tmp_path / "two.jsonl").read_text(encoding="utf-8") == two.out


def test_hints_reach_documents_that_do_not_say(run: Run, tmp_path: Path) -> None:
    """The year and the body given are those of the report."""
    file = tmp_path / "summary.txt"
    file.write_text("工作总结\n一、维权工作\n全年接访43件。\n二、下一步打算\n加强普法。", encoding="gb18030")
    [report] = fulian.loads(run("read", file, "--year", 2016, "--organization", "株洲市妇联").out).reports
    assert report.year == 2016
    assert report.organization.division_code == "430200"


def test_standard_input_is_a_file_too(run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` reads bytes from standard input."""
    data = (samples / "plan.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert fulian.loads(run("read", "-").out).observations == fulian.read(samples / "plan.txt").observations


def test_data_is_utf8_whatever_the_terminal_has(samples: Path) -> None:
    """An output in ASCII changes nothing about the bytes."""
    command = [sys.executable, "-m", "fulian", "read", str(samples / "plan.txt")]
    plain = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})  # noqa: S603 - our own command
    assert fulian.loads(plain.stdout) == fulian.read(samples / "plan.txt")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("jobs", [(), ("--jobs", "2")])
def test_a_bar_moves_on_a_terminal_only(samples: Path, jobs: tuple[str, ...]) -> None:
    """Standard error on a terminal shows how far it is; standard output is the same data."""
    shown, data = at_terminal("stderr", "read", ".", *jobs, folder=samples, TERM="xterm", COLUMNS="80")
    assert b"4/4" in shown
    assert len(data.splitlines()) == 4
