"""The page on checks has every rule, by code and name, and the rule that it shows works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import fulian
from fulian.checks import catalogue
from fulian.checks.catalogue import all_rules

PAGE = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| ([A-Z][0-9]{3}) \| ([a-z-]+) \|", PAGE, re.MULTILINE))


def test_each_rule_has_its_row() -> None:
    """No rule is left out, and no row is left over."""
    assert {one.code: one.name for one in all_rules() if not one.code.startswith("X")} == ROWS


def test_the_rule_shown_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """The example registers a rule that then runs by default."""
    monkeypatch.setattr(catalogue, "_ADDED", {})
    [code] = [block for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL) if "register(" in block]
    exec(compile(code, "checks.md", "exec"), {})  # noqa: S102 - our own page
    assert [one.code for one in fulian.check(fulian.read_text("全年培训妇女600人。"))] == ["X001"]
