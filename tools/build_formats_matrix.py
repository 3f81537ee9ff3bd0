"""Prove that every class comes back from every format, and write the matrix of docs/formats-matrix.md.

Run it after changing a record or a format: ``python tools/build_formats_matrix.py [EXAMPLES]`` (100 a cell by default).
A cell that fails stops the script, with the record that does not come back.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from fulian import formats
from fulian.formats._shapes import Number, top_shape
from fulian.strategies._registration import STRATEGIES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "formats-matrix.md"
SIGNS = {frozenset({True}): "=", frozenset({True, False}): "≈"}


def same_digits(one: Any, other: Any) -> bool:
    """Tell whether two equal records print the same, which a number's trailing zeros would not."""
    return repr(one) == repr(other)


def prove(cls: type, name: str, examples: int) -> str:
    """Run the law for a cell and give its sign."""
    seen = set()
    make = STRATEGIES[cls]
    nasty = make(nasty=True) if "nasty" in (make.__kwdefaults__ or {}) else make()

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(make() | nasty)
    def holds(record: Any) -> None:
        read = formats.loads(formats.dumps([record], name), name)
        assert read == (record,), record
        seen.add(same_digits(read, (record,)))

    holds()
    return SIGNS[frozenset(seen | {True} | ({False} if holds_numbers(cls) and loses_zeros(name) else set()))]


def loses_zeros(name: str) -> bool:
    """Tell whether a format declares that it drops zeros behind the point."""
    return any("zeros" in loss for loss in formats.losses(name))


def holds_numbers(cls: type) -> bool:
    """Tell whether a record can hold a Decimal, itself or in what it holds."""
    waiting, seen = [top_shape(cls)], set()
    while waiting:
        shape = waiting.pop()
        if isinstance(shape, Number):
            return True
        if id(shape) not in seen:
            seen.add(id(shape))
            waiting.extend(shape.inner())
    return False


def page(examples: int) -> str:
    """Write the page."""
    names = formats.formats()
    kinds = sorted(STRATEGIES, key=lambda cls: cls.__name__)
    lines = [
        "# What comes back from which format",
        "",
        "Made by `tools/build_formats_matrix.py`, which writes and reads back drawn records of each class, half of",
        f"them nasty ({examples} a cell), and stops where one does not come back equal. **=** comes back to the last",
        "digit, **≈** equal, but for the zeros behind a number's point. The tests hold the same law on each run.",
        "",
        "| class | " + " | ".join(names) + " |",
        "|---|" + "---|" * len(names),
    ]
    for cls in kinds:
        signs = [prove(cls, name, examples) for name in names]
        print(cls.__name__, *signs, flush=True)
        lines.append(f"| `{cls.__name__}` | " + " | ".join(signs) + " |")
    lines += ["", "## What a format cannot hold", "", *ledger()]
    return "\n".join(lines) + "\n"


def ledger() -> list[str]:
    """Tell each format's losses, in its own words."""
    lines = [
        "No format holds text with halves of surrogate pairs, numbers that are not finite or have more than a thousand",
        "characters, or records nested more than a hundred steps deep: writing refuses them with their paths. Beyond",
        "that each format declares (`fulian.formats.losses`):",
        "",
    ]
    for name in formats.formats():
        told = formats.losses(name)
        lines.append(f"- `{name}`: {' '.join(told) if told else 'nothing.'}")
    return lines


if __name__ == "__main__":
    PAGE.write_text(page(int(sys.argv[1]) if len(sys.argv) > 1 else 100), encoding="utf-8")
