"""The pages on checks are those of the rules, and what they show works."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

import fulian
from fulian.checks import catalogue
from fulian.checks.catalogue import all_rules
from fulian.checks.rule import Rule

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")


def built_pages() -> dict[str, str]:
    """The pages as the tool builds them now."""
    space = runpy.run_path(str(ROOT / "tools" / "build_checks_pages.py"))
    pages: dict[str, str] = space["pages"]()
    return pages


def test_the_pages_are_those_of_the_rules() -> None:
    """A rule that was changed without its page is found: tools/build_checks_pages.py writes them."""
    built = built_pages()
    assert {name: (ROOT / "docs" / "checks" / name).read_text(encoding="utf-8") for name in built} == built


def test_every_rule_has_a_page() -> None:
    """No family is left out."""
    text = "".join(built_pages().values())
    assert [one.code for one in all_rules() if f"## {one.code} {one.name}" not in text] == []


@pytest.mark.parametrize("rule", [one for one in all_rules() if one.example], ids=lambda rule: rule.code)
def test_an_example_breaks_its_rule_and_no_other(rule: Rule) -> None:
    """What a page shows is found, once, and nothing else is said of the text."""
    assert [one.code for one in fulian.check(fulian.read_text(rule.example or ""))] == [rule.code]


def test_the_rule_shown_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example registers a rule that then runs by default."""
    monkeypatch.setattr(catalogue, "_ADDED", {})
    [code] = [block for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "register(" in block]
    exec(compile(code, "checks.md", "exec"), {})  # noqa: S102 - our own page
    assert [one.code for one in fulian.check(fulian.read_text("全年培训妇女600人。"))] == ["X001"]
