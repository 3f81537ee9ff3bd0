"""``fulian table``: the figures of many files as one flat table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import fulian
from fulian.formats import dumps_table

from .conftest import Run


def readings(samples: Path) -> list[fulian.Reading]:
    """Read the documents of a folder by the library."""
    return [fulian.read(file) for file in sorted(samples.glob("*.txt"))]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet"])
def test_a_folder_gives_one_table(run: Run, samples: Path, tmp_path: Path, suffix: str) -> None:
    """The bytes of the library's own table; how many files and figures stands on standard error."""
    output = tmp_path / f"figures.{suffix}"
    ran = run("table", samples, "-o", output)
    figures = sum(len(one.observations) for one in readings(samples))
    assert (ran.status, ran.out, ran.err) == (0, "", f"{output}: 4 readings, {figures} figures\n")
    assert output.read_bytes() == dumps_table(readings(samples), suffix)


def test_saved_readings_and_standard_input_give_the_same(run: Run, piped: Run, samples: Path, tmp_path: Path) -> None:
    """CSV on standard output, without the mark; by one process or two."""
    expected = dumps_table(readings(samples)).decode("utf-8-sig").splitlines()
    run("read", samples, "-o", tmp_path / "readings.jsonl")
    data = (tmp_path / "readings.jsonl").read_bytes()
    for ran in (
        run("table", samples),
        run("table", samples, "-o", "-", "--jobs", "2"),
        run("table", tmp_path / "readings.jsonl"),
        piped(data, "table", "-"),
    ):
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.splitlines() == expected


def test_two_files_of_one_name_are_told_apart(run: Run, tmp_path: Path) -> None:
    """Their rows have the same file, and different documents."""
    for year, number in ((2019, 3), (2021, 5)):
        (tmp_path / str(year)).mkdir()
        text = f"某县妇联{year}年工作总结\n举办招聘会{number}场。\n"
        (tmp_path / str(year) / "plan.txt").write_text(text, encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(run("table", tmp_path).out)))
    assert [(row["file"], row["value"]) for row in rows] == [("plan.txt", "3"), ("plan.txt", "5")]
    assert len({row["document"] for row in rows}) == 2


def test_a_bad_file_does_not_stop_the_rest(run: Run, samples: Path, tmp_path: Path) -> None:
    """It is named on standard error, and the status is 1; where nothing is read, nothing is written."""
    ran = run("table", samples / "missing.txt", samples / "plan.txt")
    assert ran.status == 1
    assert ran.out.splitlines() == dumps_table(fulian.read(samples / "plan.txt")).decode("utf-8-sig").splitlines()
    assert ran.err.splitlines()[-1] == "1 of 2 files read, 1 failed"
    output = tmp_path / "figures.csv"
    ran = run("table", samples / "missing.txt", "-o", output)
    assert (ran.status, output.exists()) == (1, False)
    assert f"{output}: not written, for nothing was read" in ran.err
    assert run("table", samples / "missing.txt").out == ""


def test_damaged_records_are_told_by_name(run: Run, samples: Path, tmp_path: Path) -> None:
    """As a damaged document is; the rest is written."""
    bad = tmp_path / "bad.json"
    bad.write_text('{"fulian": "1", "kind": "Quantity", "data": {}}', encoding="utf-8")
    ran = run("table", bad, samples / "plan.txt")
    assert ran.status == 1
    assert ran.err.startswith(f"{bad}:")
    assert len(ran.out.splitlines()) == 1 + len(fulian.read(samples / "plan.txt").observations)


def test_another_suffix_is_a_usage_error(run: Run, samples: Path, tmp_path: Path) -> None:
    """The suffixes there are get named, and so is a folder that is not there."""
    ran = run("table", samples, "-o", tmp_path / "figures.json")
    assert ran.status == 2
    assert "figures.json does not end in .xlsx, .csv or .parquet" in " ".join(ran.err.split())
    ran = run("table", samples, "-o", tmp_path / "none" / "figures.csv")
    assert (ran.status, "there is no folder" in ran.err) == (2, True)


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_read_and_convert_name_the_command_for_tables(run: Run, samples: Path, tmp_path: Path, suffix: str) -> None:
    """Who asks them for a flat table learns what writes one."""
    saved = tmp_path / "readings.json"
    run("read", samples, "-o", saved)
    target = tmp_path / f"figures.{suffix}"
    for ran in (run("read", samples, "-o", target), run("convert", saved, target)):
        assert ran.status == 2
        assert "fulian table writes figures to it" in " ".join(ran.err.split())
