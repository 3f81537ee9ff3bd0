"""``fulian compare``: a table for a person, data for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

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


@pytest.mark.parametrize("width", [60, 80])
def test_places_stand_under_their_row_where_it_is_narrow(run: Run, pair: tuple[Path, Path], width: int) -> None:
    """They are whole at any width, and the columns above stay in line."""
    pair[1].write_text("县妇联2020年工作总结\n2020年，县妇联发放贷款1亿元，举办家庭教育讲座12场。\n", encoding="utf-8")
    pair[0].write_text("县妇联2020年工作要点\n发放贷款1.2亿元，举办家庭教育讲座20场。\n", encoding="utf-8")
    ran = run("compare", *pair, "--width", width)
    head, loans, places, talks, other, summary = ran.out.splitlines()
    assert head.split() == ["outcome", "first", "second", "what", "when"]
    assert (places, other) == ("  plan.txt:2:5 report.txt:2:14", "  plan.txt:2:19 report.txt:2:26")
    assert [cell_len(line[: line.index("2020")]) for line in (loans, talks)] == [
        cell_len(head[: head.index("when")])
    ] * 2
    assert all(cell_len(line) <= width for line in ran.out.splitlines())
    assert summary == "2 documents: 1 missed, 1 unclear"


def test_what_cannot_be_compared_is_told_with_the_reason(run: Run, samples: Path) -> None:
    """In the language of the terminal, with its own punctuation."""
    ran = run("compare", samples / "plan.txt", samples / "summary.txt")
    assert ran.out == "2 documents: nothing to compare, for no figures agree in body, unit and year\n"
    ran = run("compare", samples / "plan.txt", samples / "summary.txt", "--language", "zh")
    assert ran.out.startswith("2 个文件：没有可比对的数据：")


def test_the_table_says_how_sure_a_figure_is(run: Run, pair: tuple[Path, Path]) -> None:
    """A hedge is why an outcome cannot be told."""
    pair[1].write_text("县妇联2020年工作总结\n2020年，县妇联举办家庭教育讲座近25场。\n", encoding="utf-8")
    _, row, _ = run("compare", *pair, "--width", "200", "--language", "en").out.splitlines()
    assert re.split(" {2,}", row)[:3] == ["unclear", "20 场", "at most 25 场"]


def test_data_hold_the_same(run: Run, pair: tuple[Path, Path]) -> None:
    """As JSON, with the places of both figures."""
    [row] = json.loads(run("compare", *pair, "--format", "json").out)["data"]
    assert (row["outcome"], row["first"]["value"], row["second"]["value"]) == ("missed", "20", "12")


def test_a_file_that_cannot_be_read_is_named(run: Run, pair: tuple[Path, Path]) -> None:
    """Nothing is compared with a file that is not there."""
    ran = run("compare", pair[0], "missing.txt")
    assert ran.status == 1
    assert ran.err.startswith("missing.txt: ")
