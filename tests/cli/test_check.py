"""``fulian check``: findings for a person, for programs, and an exit status for both."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from ..checks.layout.planted import plant, say
from .conftest import Run

SLIP = "县妇联2020年工作总结\n2020年，全县公务员200名，其中女性40名，占30%。\n"


@pytest.fixture
def slip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a file with one slip, in a folder of its own which is where the command runs."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "slip.txt"
    file.write_text(SLIP, encoding="utf-8")
    return file


def test_the_samples_are_in_order(run: Run, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing found: status 0, and it is said how much was looked at."""
    monkeypatch.chdir(tmp_path)
    ran = run("check", samples)
    assert (ran.status, ran.err) == (0, "")
    assert "4 files: nothing found" in ran.out


def test_a_file_that_cannot_be_read_is_counted(run: Run, samples: Path) -> None:
    """In the last line, as read counts it; nothing found is said of those that were read."""
    ran = run("check", samples, "none.txt")
    assert (ran.status, ran.out.splitlines()[-1].partition(":")[0]) == (1, "4 of 5 files read, 1 failed")
    told = run("check", samples, "none.txt", "--language", "zh").out
    assert told.splitlines()[-1].startswith("5 个文件读了 4 个，1 个失败：未发现问题；")


def test_a_finding_is_marked_under_its_line(run: Run, slip: Path) -> None:
    """A Chinese character is two cells wide, in the line and under it."""
    ran = run("check", slip.name)
    assert (ran.status, ran.err) == (1, "")
    head, line, under, sums, fit, *_ = ran.out.splitlines()
    assert head.startswith("slip.txt:2:26  error A101")
    assert line == "     2 | 2020年，全县公务员200名，其中女性40名，占30%。"
    assert under.index("^") == 9 + len("2020年，全县公务员200名，其中女性40名，占".encode("gb18030"))
    assert under.count("^") == 3
    assert (sums, fit) == ("  = 40 ÷ 200 = 20%", "  would fit: 30% -> 20%")


def test_rules_are_chosen_on_the_command_line_and_in_a_file(run: Run, slip: Path) -> None:
    """The command line goes before pyproject.toml; an unknown word is a mistyped command."""
    assert run("check", slip.name, "--ignore", "A101").status == 0
    assert run("check", slip.name, "--select", "S").status == 0
    (slip.parent / "pyproject.toml").write_text('[tool.fulian]\nignore = ["A"]\n', encoding="utf-8")
    assert run("check", slip.name).status == 0
    assert run("check", slip.name, "--ignore", "S").status == 1
    ran = run("check", slip.name, "--select", "Q1")
    assert ran.status == 2
    assert "'Q1'" in ran.err


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_data_goes_to_standard_output_or_a_file(run: Run, slip: Path, form: str) -> None:
    """Both hold the same; the suffix gives the format."""
    ran = run("check", slip.name, "--format", form)
    assert (ran.status, ran.err) == (1, "")
    output = slip.parent / f"findings.{form}"
    assert run("check", slip.name, "-o", output).status == 1
    assert json.loads(output.read_text(encoding="utf-8")) == json.loads(ran.out)


@pytest.fixture
def slanted(tmp_path: Path, samples: Path, run: Run) -> Path:
    """An official document whose number somebody printed in square brackets."""
    out = tmp_path / "notice.docx"
    assert run("write", samples / "plan.txt", "-o", out).status == 0
    out.write_bytes(plant(out.read_bytes(), say("赣妇字", "〔2022〕6号", "[2022]06号")))
    return out


def test_layout_is_checked_on_request(run: Run, slanted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The finding, its line, its clause and what would fit; in Chinese too."""
    monkeypatch.chdir(slanted.parent)
    ran = run("check", "notice.docx", "--layout")
    assert (ran.status, ran.err) == (1, "")
    assert "notice.docx:2:1 (paragraph 4)  warning L205  the document number is printed 赣妇字[2022]06号" in ran.out
    assert "would fit: 赣妇字[2022]06号 -> 赣妇字〔2022〕6号" in ran.out
    assert "GB/T 9704-2012, 7.2.5: write 赣妇字〔2022〕6号" in ran.out
    assert "1 file: 1 warning; 51 rules ran" in ran.out
    assert "发文字号写作“赣妇字[2022]06号”" in run("check", "notice.docx", "--layout", "--language", "zh").out


def test_findings_on_layout_are_written_like_others(run: Run, slanted: Path) -> None:
    """JSON and SARIF have clause and advice, a workbook has columns for them."""
    [file] = json.loads(run("check", slanted, "--layout", "--format", "json").out)["data"]["files"]
    [finding] = file["findings"]
    assert (finding["code"], finding["clause"]) == ("L205", "GB/T 9704-2012, 7.2.5")
    assert finding["advice"] == {"en": "write 赣妇字〔2022〕6号", "zh": "改为“赣妇字〔2022〕6号”"}
    [result] = json.loads(run("check", slanted, "--layout", "--format", "sarif").out)["runs"][0]["results"]
    assert result["properties"]["clause"] == "GB/T 9704-2012, 7.2.5"
    book = slanted.with_suffix(".xlsx")
    assert run("check", slanted, "--layout", "-o", book).status == 1
    cells = [cell.value for row in openpyxl.load_workbook(book)["检查结果"].iter_rows() for cell in row]
    assert "改为“赣妇字〔2022〕6号”" in cells


def test_layout_is_of_word_files(run: Run, slanted: Path, samples: Path) -> None:
    """Another file is named as an error; of a folder the Word files alone are looked at; rules need the option."""
    assert run("check", samples / "plan.txt", "--layout").status == 1
    ran = run("check", slanted.parent, "--layout", "--ignore", "L2")
    assert (ran.status, ran.err) == (0, "")
    assert "1 file: nothing found" in ran.out
    assert run("check", samples / "plan.txt", "--select", "L").status == 2


def test_rules_that_had_nothing_to_look_at_are_counted_and_named_on_request(run: Run, slip: Path) -> None:
    """A report alone has no plan; that is one clause of the last line, and a line of its own with --verbose."""
    slip.write_text(SLIP.replace("30%", "20%"), encoding="utf-8")
    *_, last = run("check", slip.name).out.splitlines()
    ran, _, all_of_them = last.removeprefix("1 file: nothing found; ").partition(" rules ran")[0].partition(" of ")
    assert int(ran) < int(all_of_them)
    assert last.endswith(" rules ran (--verbose tells which not)")
    [*_, summary, told] = run("check", slip.name, "-v").out.splitlines()
    assert summary == last.removesuffix(" (--verbose tells which not)")
    assert told.startswith("not run, for there are no plans: I201")
    [*_, summary, told] = run("check", slip.name, "-v", "--language", "zh").out.splitlines()
    assert summary == f"1 个文件：未发现问题；执行了 {ran} 条规则（共 {all_of_them} 条）"
    assert told.startswith("没有工作要点，未执行：I201")


def test_a_workbook_needs_a_file(run: Run, slip: Path) -> None:
    """It is written whole to the file that is named."""
    assert run("check", slip.name, "--format", "xlsx").status == 2
    assert run("check", slip.name, "-o", "findings.xlsx").status == 1
    assert (slip.parent / "findings.xlsx").read_bytes()[:2] == b"PK"
    assert run("check", slip.name, "-o", "findings.txt").status == 2


def test_equal_findings_are_shown_once(run: Run, slip: Path) -> None:
    """The second and third are named by their places."""
    slip.write_text("开展最美家庭”活动。\n" * 3, encoding="utf-8")
    ran = run("check", slip.name)
    assert ran.out.count("S301") == 1
    assert "the same at 2:7, 3:7" in ran.out


def test_a_bad_file_does_not_stop_the_rest(run: Run, slip: Path) -> None:
    """It is named on standard error, and the rest is checked."""
    ran = run("check", "missing.txt", slip.name, "--language", "zh")
    assert (ran.status, ran.err) == (1, "missing.txt：没有这个文件\n")
    assert "占比30%与40名占200名不符" in ran.out


def test_what_is_printed_is_neutralised(run: Run, slip: Path) -> None:
    """Controls and marks that turn the direction of writing do not reach the terminal."""
    slip.write_text(SLIP.replace("占30%", "\u202e占30%\x1b[31m"), encoding="utf-8")
    out = run("check", slip.name).out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_where_nothing_was_looked_at_nothing_is_said_of_findings(run: Run, tmp_path: Path) -> None:
    """A missing file is named, and no summary reads as if all were clear."""
    ran = run("check", tmp_path / "missing.txt")
    assert (ran.status, ran.out) == (1, "")
    assert "missing.txt" in ran.err
