"""``fulian explain``: a figure in its sentence, with the rules that decided."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

import fulian
from fulian.cli._explain import figure_at, offset_of, sentence_around
from fulian.reading.figures.rules import rule_of
from fulian.values.span import Span

from .conftest import Run


def test_a_figure_is_marked_in_its_sentence(run: Run, samples: Path) -> None:
    """The marks stand under the very characters, a Chinese character being two wide."""
    file = samples / "round-up.txt"
    reading = fulian.read(file)
    for number, one in enumerate(reading.observations, start=1):
        lines = run("explain", file, "--figure", number, "--width", 70).out.splitlines()
        at = next(place for place, line in enumerate(lines) if line.strip() and set(line.strip()) == {"^"})
        before = len(lines[at]) - len(lines[at].lstrip())
        marked = lines[at].strip()
        text, begin = lines[at - 1], 0
        while cell_len(text[:begin]) < before:
            begin += 1
        assert one.source.quote.replace("\n", "").startswith(text[begin : begin + 1])
        assert len(marked) <= cell_len(one.source.quote)


def test_cells_of_a_row_stay_apart(run: Run, tmp_path: Path) -> None:
    """The figure of a table's cell is marked in its row, with a space to each side."""
    file = tmp_path / "表.txt"
    file.write_text("青禾县妇联2021年培训情况表\n乡镇\t期数\t人次\n东镇\t12\t600\n西镇\t8\t420\n", encoding="utf-8")
    lines = run("explain", file, "--at", "4:4").out.splitlines()
    assert "  西镇 8 420" in lines
    assert lines[lines.index("  西镇 8 420") + 1] == "       ^"


def test_every_rule_of_the_trail_gives_its_reason(run: Run, samples: Path) -> None:
    """Field, rule and decision of each line of the trail, and the reason of each rule that is known."""
    file = samples / "summary.txt"
    reading = fulian.read(file)
    out = run("explain", file, "--figure", 1, "--width", 200).out
    for line in reading.observations[0].trail:
        rule, decision = rule_of(line)
        assert decision in out
        assert rule is None or rule.reason in out


def test_a_share_names_its_part_and_its_whole(run: Run, tmp_path: Path) -> None:
    """With the numbers by which those figures can be asked for."""
    file = tmp_path / "share.txt"
    file.write_text("2021年工作总结\n一、培训\n培训妇女1360人，其中贫困妇女510人，占37.5%。", encoding="utf-8")
    out = run("explain", file, "--figure", 3).out
    assert "part      510人  #2" in out
    assert "of        1360人  #1" in out


def test_a_figure_can_be_asked_for_by_its_place(run: Run, samples: Path) -> None:
    """An offset from zero, or a line and column from one; anywhere in the figure."""
    file = samples / "summary.txt"
    reading = fulian.read(file)
    one = reading.observations[4]
    line = reading.document.text.count("\n", 0, one.source.start) + 1
    column = one.source.start - reading.document.text.rfind("\n", 0, one.source.start)
    by_number = run("explain", file, "--figure", 5).out
    assert run("explain", file, "--at", one.source.start).out == by_number
    assert run("explain", file, "--at", one.source.end).out == by_number
    assert run("explain", file, "--at", f"{line}:{column}").out == by_number


def test_a_place_without_a_figure_names_the_nearest(run: Run, samples: Path) -> None:
    """Status 1, and the figures before and after."""
    ran = run("explain", samples / "summary.txt", "--at", 0)
    assert (ran.status, ran.out) == (1, "")
    assert "expected a figure at 0, found none; the nearest are #1 32万" in ran.err


@pytest.mark.parametrize("place", ["999999", "x", "0:1", "-1", "1:999"])
def test_a_place_that_is_none_is_refused(run: Run, samples: Path, place: str) -> None:
    """It says what a place looks like."""
    ran = run("explain", samples / "plan.txt", f"--at={place}")
    assert ran.status == 1
    assert "LINE:COLUMN" in ran.err


def test_without_a_choice_all_figures_are_listed(run: Run, samples: Path) -> None:
    """Each with its number, so that one can be chosen; a number that is none says how many there are."""
    count = len(fulian.read(samples / "plan.txt").observations)
    assert f"#{count}  " in run("explain", samples / "plan.txt").out
    ran = run("explain", samples / "plan.txt", "--figure", count + 1)
    assert ran.status == 1
    assert f"a figure from 1 to {count}" in ran.err
    assert run("explain", samples / "plan.txt", "--figure", 1, "--at", 1).status == 2


def test_a_saved_reading_explains_itself_too(run: Run, samples: Path, tmp_path: Path) -> None:
    """The trail travels with the data; several readings are too many."""
    run("read", samples / "plan.txt", "-o", tmp_path / "plan.json")
    assert run("explain", tmp_path / "plan.json", "--figure", 2).out == (
        run("explain", samples / "plan.txt", "--figure", 2).out
    )
    run("read", samples, "-o", tmp_path / "all.jsonl")
    assert "expected one reading, found 4" in run("explain", tmp_path / "all.jsonl").err


def test_offsets_count_lines_as_documents_do() -> None:
    """Lines and columns count from one, offsets from zero; a line break belongs to its line."""
    text = "一二\r\n三四\n五"
    assert [offset_of(place, text) for place in ("1:1", "2:1", "2:2", "3:1", "3:2", "4:1")] == [0, 4, 5, 7, None, None]
    assert [offset_of(place, text) for place in ("0", "8", "9", "１")] == [0, 8, None, None]


def test_a_sentence_has_bounds() -> None:
    """From full stop to full stop; without any, no farther than a few lines."""
    text = "前一句。共12人，后半句。再一句"
    assert sentence_around(text, Span(start=5, end=8)).of(text) == "共12人，后半句。"
    long = "字" * 5000
    assert len(sentence_around(long, Span(start=2500, end=2501))) < 400


def test_a_document_without_figures_has_none_anywhere() -> None:
    """Also its place is asked for without harm."""
    assert figure_at(fulian.read_text("没有数字。"), 2) is None


def test_a_document_without_figures_says_so(run: Run, tmp_path: Path) -> None:
    """A list of none is a line, not a blank page; to ask for one is an error."""
    file = tmp_path / "none.txt"
    file.write_text("妇联工作没有数字。\n", encoding="utf-8")
    assert "no figures" in run("explain", file).out
    ran = run("explain", file, "--figure", 1)
    assert ran.status == 1
    assert "none.txt: no figures" in ran.err
