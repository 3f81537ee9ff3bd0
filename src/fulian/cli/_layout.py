"""``fulian check --layout``: the rules on layout over Word files."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from fulian.checks.layout.front import look_at
from fulian.checks.matter import Need
from fulian.checks.output.plain import Inspected
from fulian.checks.rule import Rule
from fulian.checks.run import check_fully
from fulian.cli._check import rules_for
from fulian.cli._inputs import STDIN, standard_input

__all__ = ["inspect_layout", "layout_rules_for"]


def layout_rules_for(select: Sequence[str], ignore: Sequence[str], folder: Path) -> tuple[Rule, ...]:
    """Choose rules on layout, and whatever other rules the command line names.

    Raises:
        DataError: A word means no rule, or the table of pyproject.toml does not fit.
    """
    chosen = rules_for(select, ignore, folder, layout=True)
    if select:
        return chosen
    return tuple(rule for rule in chosen if Need.LAYOUT in rule.needs)


def inspect_layout(name: str, rules: Sequence[Rule]) -> Inspected:
    """Check the layout of one Word file; ``-`` is standard input."""
    source = BytesIO(standard_input()) if name == STDIN else name
    reading, picture = look_at(source)
    return Inspected(
        name="stdin" if name == STDIN else name, record=reading, checked=check_fully(reading, rules, layout=picture)
    )
