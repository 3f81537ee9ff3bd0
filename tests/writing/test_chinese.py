"""The catalogue of Chinese texts: whole, in good order, and found again with whatever stands in the slots."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian.formats._json_text import EXPECTED
from fulian.reading.figures.rules import RULES
from fulian.reading.files.kinds import ENGLISH
from fulian.writing._chinese import entries, in_chinese

SOURCE = Path(fulian.__file__).parent


def test_a_text_stands_once_with_its_slots_on_both_sides() -> None:
    """In Chinese a slot may stand elsewhere, or twice; none is lost."""
    texts = [one.english for one in entries()]
    assert len(texts) == len(set(texts))
    for one in entries():
        assert one.kind in ("reason", "note", "error", "command")
        if slots := re.findall(r"\{(?:file)?\}", one.english):
            marks = [f"<{place}>" for place in range(len(slots))]
            assert all(mark in one.chinese.format(*marks) for mark in marks), one


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: f"{rule.field}-{rule.name}")
def test_every_rule_has_its_reason_in_chinese(rule: object) -> None:
    """So that explain can say it."""
    assert isinstance(rule, type(next(iter(RULES.values()))))
    said = in_chinese(rule.reason)
    assert said != rule.reason
    assert said.endswith("。")


def texts_of(tree: ast.Module, calls: tuple[str, ...], keywords: tuple[str, ...], *, place: int = 0) -> Iterator[str]:
    """Texts that stand whole in such calls, as arguments of these names or at a place; {} for what changes."""
    named = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", getattr(node.func, "attr", "")) not in calls:
            continue
        values = [keyword.value for keyword in node.keywords if keyword.arg in keywords]
        for value in values if keywords else node.args[place : place + 1]:
            found = named.get(value.id, value) if isinstance(value, ast.Name) else value
            if isinstance(found, ast.Constant) and isinstance(found.value, str):
                yield found.value
            elif isinstance(found, ast.JoinedStr):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in found.values)


def said_to_users() -> Iterator[str]:
    """What errors of the readers, the charts, the checks and the command say, as it stands in the source."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from texts_of(tree, ("ReadError", "ParseError", "Fault"), ("expected", "found"))
        yield from texts_of(tree, ("BadParameter", "UsageError", "Failure"), ())
        yield from texts_of(tree, ("one_fault", "refuse", "refused"), (), place=1)
        yield from texts_of(tree, ("refuse",), (), place=3)
        yield from texts_of(tree, ("needed", "package_missing", "Archive", "stream_of", "parse_xml"), ("what",))
    yield from ENGLISH.values()
    yield from EXPECTED.values()


@pytest.mark.parametrize("text", sorted(set(said_to_users())))
def test_every_error_has_its_words_in_chinese(text: str) -> None:
    """A new error needs a new line in the catalogue; what only hands on other words needs none."""
    if re.search("[A-Za-z]{2}", text.replace("{}", "")) is not None:
        assert in_chinese(text.replace("{}", "7")) != text.replace("{}", "7")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12))
def test_a_name_is_kept(name: str) -> None:
    """Whatever the file's name is, also one of the catalogue's own words, the error names it."""
    assert in_chinese(f"{name}: expected a file, found none of that name") == f"{name}：没有这个文件"
    assert in_chinese(f"{name}: expected a table, found none") == f"{name}：需要：表（table）；得到：没有"


@pytest.mark.parametrize("name", ["nothing", "a file", "none of that name"])
def test_a_name_that_is_a_word_of_the_catalogue_is_kept(name: str) -> None:
    """It is a name where it stands for one."""
    assert in_chinese(f"{name}: expected a file, found a folder") == f"{name}：这是文件夹，不是文件"


def test_slots_are_said_in_chinese_too() -> None:
    """What was expected and what came are texts of their own."""
    said = in_chinese("a.pdf: expected a PDF file, found one of 9000 pages, the bound being 5000")
    assert said == "a.pdf：需要：PDF 文件；得到：有 9000 页的文件，上限是 5000 页"
    said = in_chinese(
        "Error: Invalid value for '--number': '七号' at 2: expected a year in brackets, such as 〔2014〕, found the end"
    )
    assert said == "错误：'--number' 的值无效：'七号'，位置 2：需要：括号里的年份，例如〔2014〕；得到：末尾"


def test_what_the_catalogue_does_not_have_stays() -> None:
    """A document's own words are no texts of ours."""
    assert in_chinese("全年接访43件") == "全年接访43件"
    assert in_chinese("Hello") == "Hello"
