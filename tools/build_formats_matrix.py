"""Prove that every class comes back from every format, and write the matrix of docs/formats-matrix.md.

Run it after changing a record or a format: ``python tools/build_formats_matrix.py [EXAMPLES]`` (500 records a class by
default, which takes some ten minutes). A record that does not come back stops the script, and is told with its format.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
from hypothesis import HealthCheck, given, settings

from fulian import formats
from fulian.formats._shapes import Number, top_shape
from fulian.strategies._registration import STRATEGIES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "formats-matrix.md"
SIGNS = {frozenset({True}): "=", frozenset({True, False}): "≈"}


def everything(value: Any) -> Any:
    """Give all that a record holds, also what its equality and its repr leave out, and a number's very digits."""
    if isinstance(value, tuple):
        return tuple(everything(item) for item in value)
    if attrs.has(type(value)):
        return type(value), tuple(everything(getattr(value, field.name)) for field in attrs.fields(type(value)))
    return type(value), str(value) if isinstance(value, Decimal) else value


def prove(cls: type, examples: int) -> tuple[int, dict[str, str]]:
    """Run the law for a class in every format; give how many records were drawn, and each format's sign."""
    drawn = 0
    seen: dict[str, set[bool]] = {name: {True} for name in formats.formats()}
    make = STRATEGIES[cls]
    records = make() | make(nasty=True) if "nasty" in (make.__kwdefaults__ or {}) else make()

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(records)
    def holds(record: Any) -> None:
        nonlocal drawn
        drawn += 1
        for name, found in seen.items():
            read = formats.loads(formats.dumps(record, name), name)
            wanted = (record,) if makes_collections(name) else record
            assert read == wanted, (name, record)
            same = everything(read) == everything(wanted)
            assert same or loses_zeros(name), (name, record)
            found.add(same)

    holds()
    for name in filter(loses_zeros, seen if holds_numbers(cls) else ()):
        seen[name].add(False)
    return drawn, {name: SIGNS[frozenset(found)] for name, found in seen.items()}


def loses_zeros(name: str) -> bool:
    """Tell whether a format declares that it drops zeros behind the point."""
    return any("zeros" in loss for loss in formats.losses(name))


def makes_collections(name: str) -> bool:
    """Tell whether a format declares that what stood alone comes back as a tuple of one."""
    return any("always a collection" in loss for loss in formats.losses(name))


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
        "Made by `tools/build_formats_matrix.py`, which draws records of each class, half of them nasty where the",
        f"class can hold what is nasty: up to {examples} (a `Division` is one of a table, so there are fewer). It",
        "writes each in every format, reads it back, compares every field, also those that equality leaves out, and",
        "stops where one differs. **=** comes back to the last digit, **≈** equal, but for the zeros behind a number's",
        "point.",
        "",
        "The tests hold the same law on each run, with new records: 30 a class by default, 50 in the gate, 500 with",
        "`pytest --hypothesis-profile=thorough`; each goes through every format.",
        "",
        "| class | records | " + " | ".join(names) + " |",
        "|---|--:|" + "---|" * len(names),
    ]
    for cls in kinds:
        drawn, signs = prove(cls, examples)
        print(cls.__name__, drawn, *signs.values(), flush=True)
        lines.append(f"| `{cls.__name__}` | {drawn} | " + " | ".join(signs.values()) + " |")
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
    PAGE.write_text(page(int(sys.argv[1]) if len(sys.argv) > 1 else 500), encoding="utf-8")
