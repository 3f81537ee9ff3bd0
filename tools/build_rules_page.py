"""Build docs/rules.md, the rules that settle a figure as a page, from the rules themselves.

    python tools/build_rules_page.py

A test compares the page with the rules, so that a change of one without the other is found.
"""

from __future__ import annotations

from pathlib import Path

from fulian.reading.figures.rules import RULES

TARGET = Path(__file__).resolve().parent.parent / "docs" / "rules.md"

HEAD = """\
# Rules of figures

<!-- Written by tools/build_rules_page.py; change src/fulian/reading/figures/rules.py instead. -->

Every figure is settled by small rules, and each rule that decided leaves a line in ``Observation.trail``:
`field:rule=decision`. `fulian explain FILE --at OFFSET` prints the trail of a figure with these reasons.

The examples are read as if a city's federation had reported them in 2010.
"""

TITLES = {
    "quantity": "What is a quantity",
    "period": "For when it holds",
    "organization": "Whose it is",
    "status": "Whether it was done",
    "label": "What was counted",
    "denominator": "What it is a part or a share of",
    "numerator": "What it is a share by",
    "indicator": "Which indicator it is",
}


def shown(example: str) -> str:
    """An example on one line; the lines of a table are parted by <br>, its cells by arrows."""
    return example.replace("\t", " → ").replace("\n", "<br>")


def page() -> str:
    """The whole page."""
    lines = [HEAD]
    for field in dict.fromkeys(rule.field for rule in RULES.values()):
        lines += [f"## {TITLES.get(field, field)}", "", "| rule | reason | example | decides on |", "|---|---|---|---|"]
        lines += [
            f"| `{rule.name}` | {rule.reason} | {shown(rule.example)} | {rule.figure} |"
            for rule in RULES.values()
            if rule.field == field
        ]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
