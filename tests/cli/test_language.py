"""In which language the command speaks: that of the locale, or the one that was asked for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import fulian
from fulian.reading.figures.rules import rule_of
from fulian.reading.files.kinds import FILE_KINDS

from .conftest import Run


@pytest.fixture
def chinese(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that runs the command in a Chinese locale."""
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    return run


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("show", "没有.txt"), 1, "没有.txt：没有这个文件\n"),
        (("read", "没有.txt"), 1, "没有.txt：没有这个文件\n1 个文件读了 0 个，1 个失败\n"),
        (("explain", "samples"), 1, "samples：这是文件夹，不是文件\n"),
        (("explain", "samples/plan.txt", "--figure", "99"), 1, "数据编号应在 1 到 32 之间，给出的是 99\n"),
        (("explain", "samples/plan.txt", "--at", "9:999"), 1, "需要：从 0 到 1405 的位置，或某个字的“行:列”；得到：'9:999'\n"),
        (("show", "samples/plan.txt", "--nonsense"), 2, "错误：没有 '--nonsense' 这个选项。\n"),
        (("shwo",), 2, "错误：没有 'shwo' 这个命令。是不是 'show'？\n"),
        (("show",), 2, "错误：缺少参数 'FILE...'。\n"),
        (("show", "a", "--year", "12"), 2, "错误：'--year' 的值无效：12 不在 1949<=x<=2100 的范围内。\n"),
        (("show", "a", "--organization", "?"), 2, "位置 0：需要：地名，例如株洲市、慈利县、新盛场镇；得到：'?'\n"),
        (("check", "a", "--select", "Q"), 2, "错误：rules：需要：规则的代码、类别或名称；得到：'Q'\n"),
        (("convert", "samples/plan.txt", "a.json"), 1, "需要：fulian 保存的记录；得到：文档（用 fulian read 可从它得到记录）\n"),
        (("schema", "Achievment"), 1, "Achievment：kind：需要：已知的类别，可能是 'Achievement'；得到：'Achievment'\n"),
        (("show", "broken.json"), 1, "broken.json：第 1 行第 3 列：需要：双引号里的键；得到：'fulian'\n"),
        (("show", "newer.json"), 1, "fulian：需要：格式版本 \"1\"；得到：'0'\n"),
        (("chart",), 2, "，可选：\n\tcities,\n\tyears,\n\ttargets,\n\tareas,\n\ttiles\n"),
        (("chart", "areas", "samples/plan.txt", "-o", "a.gif"), 2, "a.gif 不以 .svg 或 .png 结尾\n"),
    ],
)  # fmt: skip
def test_errors_are_said_in_chinese_in_a_chinese_locale(
    chinese: Run,
    samples: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    """Of files, of the command line, of data; nothing of them stays in English."""
    monkeypatch.chdir(samples.parent)
    Path("broken.json").write_text("{ fulian", encoding="utf-8")
    Path("newer.json").write_text('{"fulian": "0", "kind": "Collection", "data": []}', encoding="utf-8")
    ran = chinese(*arguments)
    assert (ran.status, ran.out) == (status, "")
    assert ran.err.endswith(said)
    if status == 2:
        assert ran.err.startswith("用法：fulian")
        assert "查看帮助。" in ran.err
    assert re.search("expected|found|Error|Usage|Missing|Choose|known", ran.err) is None


@pytest.mark.parametrize("command", [(), ("form",)])
def test_help_is_no_message(chinese: Run, command: tuple[str, ...]) -> None:
    """Where a command is named without its arguments its help is shown as --help shows it, not put into Chinese."""
    assert chinese(*command).err == chinese(*command, "--help").out


@pytest.mark.parametrize(
    ("package", "arguments", "said"),
    [
        ("matplotlib", ("chart", "areas", "samples/plan.txt", "-o", "{}.svg"), "图表需要软件包 matplotlib"),
        ("openpyxl", ("form", "city-report", "--year", "2024", "-o", "{}.xlsx"), "填报表需要软件包 openpyxl"),
        ("docx", ("write", "samples/plan.txt", "-o", "{}.docx"), "公文需要软件包 python-docx"),
    ],
)
def test_a_missing_package_is_told_in_one_language(
    run: Run,
    samples: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    package: str,
    arguments: tuple[str, ...],
    said: str,
) -> None:
    """What it is needed for is said in it too, and the package by the name under which it is installed."""
    monkeypatch.chdir(samples.parent)
    monkeypatch.setitem(sys.modules, package, None)
    given = [word.replace("{}", str(tmp_path / "made")) for word in arguments]
    name = said.rpartition(" ")[2]
    english = run(*given)
    assert (english.status, f"expected the package {name}, which is needed for " in english.err) == (1, True)
    assert re.search("[\u4e00-\u9fff]", english.err) is None
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    told = run(*given)
    assert (told.status, f"：{said}，还没有安装；安装命令：pip install" in told.err) == (1, True)
    assert "expected" not in told.err


@pytest.mark.parametrize("suffix", [one for kind in FILE_KINDS if kind.starts for one in kind.suffixes])
def test_a_file_that_is_not_what_its_name_says_is_told_in_one_language(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    """English holds no Chinese names of kinds, and Chinese no English ones."""
    (tmp_path / f"a{suffix}").write_text("xx", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert re.search("[\u4e00-\u9fff]", run("show", f"a{suffix}").err) is None
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert re.search(" (?:a|an|the|file|text) ", run("show", f"a{suffix}").err) is None


def test_the_language_asked_for_goes_before_the_locale(
    chinese: Run, run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also for what is wrong with another option; the next run is not touched by it."""
    assert chinese("show", "a", "--year", "12", "--language", "en").err.startswith("Usage: ")
    assert chinese("show", "a", "--year", "12").err.startswith("用法：")
    monkeypatch.setenv("LANG", "C.UTF-8")
    assert run("show", "none.txt", "--language", "zh").err == "none.txt：没有这个文件\n"
    assert run("show", "none.txt").err == "none.txt: expected a file, found none of that name\n"
    assert run("show", samples.parent / "empty", "--language", "zh").status == 1


def test_errors_are_in_english_where_the_terminal_has_no_chinese_characters(tmp_path: Path) -> None:
    """Question marks would tell nothing; where it has them, in whatever encoding, it is Chinese."""
    command = [sys.executable, "-m", "fulian", "show", str(tmp_path / "none.txt"), "--language", "zh"]
    for encoding, said in (("ascii", "expected a file, found none of that name"), ("gb18030", "没有这个文件")):
        env = {**os.environ, "PYTHONIOENCODING": encoding}
        done = subprocess.run(command, capture_output=True, check=False, env=env)  # noqa: S603 - our own command
        assert said in done.stderr.decode(encoding)


def test_the_rules_of_a_figure_give_their_reasons_in_chinese(chinese: Run, samples: Path) -> None:
    """Fields and decisions too; names of rules are names."""
    reading = fulian.read(samples / "summary.txt")
    out = chinese("explain", samples / "summary.txt", "--figure", 12, "--width", 200).out
    reasons = [rule.reason for rule, _ in map(rule_of, reading.observations[11].trail) if rule]
    assert len(reasons) > 4
    assert not any(reason in out for reason in reasons)
    assert "没有另外说明的，数据属于报告的年份。" in out
    trail = out.partition("判定规则\n")[2]
    assert re.search(r"^  状态 +setting-tells-deeds +实际$", trail, re.MULTILINE)
    assert re.search("^  (quantity|period|label|status)", trail, re.MULTILINE) is None


def test_doubts_and_what_was_written_are_told_in_chinese(chinese: Run, tmp_path: Path) -> None:
    """A note of the reader, and the line that says what a file holds."""
    file = tmp_path / "letter.txt"
    file.write_text("Hello.\nNothing of the trade.\n", encoding="utf-8")
    assert "unknown-kind：没有认出这个领域的工作要点、工作报告或调研报告，正文未读" in chinese("show", file).out
    ran = chinese("read", file, "-o", tmp_path / "letter.json")
    assert ran.err == f"{tmp_path / 'letter.json'}：1 份文件，0 项数据\n"
