"""Every rule shows itself on its own example, and every decision has its rule."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from fulian.model import Observation, Status
from fulian.reading.figures import observe
from fulian.reading.figures.rules import RULES, Rule, rule_of
from fulian.reading.setting import Setting
from fulian.text.organizations import parse_organization
from fulian.text.view import View


def read(text: str) -> tuple[Observation, ...]:
    """The figures of a text reported by a city's federation in 2010."""
    home = parse_organization("张家界市妇联")
    setting = Setting(organization=home, year=2010, status=Status.ACTUAL)
    return observe(View(text), [(0, len(text), setting)], "d1")


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.example], ids=lambda rule: rule.name)
def test_rule_decides_its_example(rule: Rule) -> None:
    """The trail of the example's figure names the rule."""
    found = [one for one in read(rule.example) if str(one.quantity) == rule.figure]
    assert found, [str(one.quantity) for one in read(rule.example)]
    assert any(line.startswith(f"{rule.field}:{rule.name}=") for line in found[0].trail), found[0].trail


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: f"{rule.field}-{rule.name}")
def test_every_trail_line_has_a_rule(rule: Rule) -> None:
    """No line of a trail names a rule that does not stand in the table."""
    for one in read(rule.example):
        for line in one.trail:
            known, decision = rule_of(line)
            assert known is not None, line
            assert decision or line.startswith("label:")  # told later, by its list


def test_the_page_lists_the_rules_of_now() -> None:
    """docs/rules.md is what tools/build_rules_page.py writes from the rules now."""
    root = Path(__file__).resolve().parents[3]
    written = (root / "docs" / "rules.md").read_text(encoding="utf-8")
    script = runpy.run_path(str(root / "tools" / "build_rules_page.py"))
    assert script["page"]() == written, "run: python tools/build_rules_page.py"
