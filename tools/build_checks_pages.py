"""Build docs/checks/: a page for each family of rules, from the rules themselves.

    python tools/build_checks_pages.py

Each example is read and checked while its page is built. A test compares the pages with the rules, so that a change of
one without the other is found.
"""

from __future__ import annotations

import inspect
from pathlib import Path

import fulian
from fulian.checks.catalogue import all_rules
from fulian.checks.matter import Need
from fulian.checks.rule import Rule

TARGET = Path(__file__).resolve().parent.parent / "docs" / "checks"

MADE = "<!-- Written by tools/build_checks_pages.py; change the rules instead. -->"

# The letter of a family, its page, its title and what the page says first.
FAMILIES = {
    "A": ("arithmetic", "arithmetic", "Figures that cannot all be true, by what their prints allow."),
    "I": ("identity", "identity", "Numbers, dates, names, codes and eras that do not go with each other."),
    "L": (
        "layout",
        "layout",
        "How an official document (公文) looks, after GB/T 9704-2012: `fulian check FILE.docx --layout`.",
    ),
    "S": ("structure", "structure", "Numbering, annexes, marks, and who is in a round-up."),
}


def section(rule: Rule) -> str:
    """A rule's part of its page."""
    lines = [f"## {rule.code} {rule.name}", "", f"{rule.en}", "", f"{rule.zh}", ""]
    lines += [" ".join(inspect.cleandoc(rule.look.__doc__ or "").split()), ""]
    if Need.LAYOUT in rule.needs:
        return "\n".join(lines)
    if rule.example is None:
        return "\n".join([*lines, "It looks at records that programs made; no text alone breaks it.", ""])
    lines += ["```text", rule.example, "```", ""]
    for finding in fulian.check(fulian.read_text(rule.example), rules=[rule.code]):
        sums = f": `{finding.arithmetic}`" if finding.arithmetic else ""
        mend = f"; `{finding.mend.source.quote}` → `{finding.mend.text}`" if finding.mend else ""
        lines += [f"**{finding.severity}**: {finding.message_en}{sums}{mend}", "", f"{finding.message_zh}", ""]
    return "\n".join(lines)


def pages() -> dict[str, str]:
    """The text of each page by its file name."""
    built = {}
    for letter, (name, title, lead) in FAMILIES.items():
        head = f"# Rules of {title}\n\n{MADE}\n\n{lead}\n"
        sections = [section(rule) for rule in all_rules() if rule.family == letter]
        built[f"{name}.md"] = "\n".join([head, *sections]).rstrip("\n") + "\n"
    return built


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    for file, text in pages().items():
        (TARGET / file).write_text(text, encoding="utf-8")
