"""``fulian compare``: a table for a person, data for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Give a plan and a report on its year."""
    plan, report = tmp_path / "plan.txt", tmp_path / "report.txt"
    plan.write_text("县妇联2020年工作要点\n2020年，县妇联将举办家庭教育讲座20场。\n", encoding="utf-8")
    report.write_text("县妇联2020年工作总结\n2020年，县妇联举办家庭教育讲座12场。\n", encoding="utf-8")
    return plan, report


def test_the_table_says_what_became_of_each_target(run: Run, pair: tuple[Path, Path]) -> None:
    """Outcome, both figures, what was counted, when, and where each stands."""
    ran = run("compare", *pair, "--width", "200")
    assert (ran.status, ran.err) == (0, "")
    _, row, summary = ran.out.splitlines()
    assert re.split(" {2,}", row) == [
        "missed",
        "20 场",
        "12 场",
        "举办家庭教育讲座",
        "2020",
        "plan.txt:2:19 report.txt:2:18",
    ]
    assert summary == "2 documents: 1 missed"


def test_the_table_says_how_sure_a_figure_is(run: Run, pair: tuple[Path, Path]) -> None:
    """A hedge is why an outcome cannot be told."""
    pair[1].write_text("县妇联2020年工作总结\n2020年，县妇联举办家庭教育讲座近25场。\n", encoding="utf-8")
    _, row, _ = run("compare", *pair, "--width", "200", "--language", "en").out.splitlines()
    assert re.split(" {2,}", row)[:3] == ["unclear", "20 场", "under 25 场"]


def test_data_hold_the_same(run: Run, pair: tuple[Path, Path]) -> None:
    """As JSON, with the places of both figures."""
    [row] = json.loads(run("compare", *pair, "--format", "json").out)["data"]
    assert (row["outcome"], row["first"]["value"], row["second"]["value"]) == ("missed", "20", "12")


def test_a_file_that_cannot_be_read_is_named(run: Run, pair: tuple[Path, Path]) -> None:
    """Nothing is compared with a file that is not there."""
    ran = run("compare", pair[0], "missing.txt")
    assert ran.status == 1
    assert ran.err.startswith("missing.txt: ")
