"""The matrix in the documentation is that of the formats and classes there are, and losses are declared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import settings

import fulian
from fulian import formats
from fulian.strategies._registration import STRATEGIES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formats-matrix.md"


def test_the_matrix_is_up_to_date() -> None:
    """Every class has its row, every format its column and its losses (else run tools/build_formats_matrix.py)."""
    text = PAGE.read_text(encoding="utf-8")
    assert "| class | records | " + " | ".join(formats.formats()) + " |" in text
    assert re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) == sorted(cls.__name__ for cls in STRATEGIES)
    for name in formats.formats():
        assert all(loss in text for loss in formats.losses(name))


def test_the_matrix_tells_how_often_the_law_is_held() -> None:
    """The page names the examples of each profile."""
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    default, gate, thorough = (settings.get_profile(name).max_examples for name in ("default", "ci", "thorough"))
    assert f"{default} a class by default, {gate} in the gate, {thorough} with" in text


@pytest.mark.parametrize("name", formats.formats())
def test_a_collection_is_declared_where_it_is_one(name: str) -> None:
    """A record that stands alone comes back alone, or its format says that it does not."""
    year = fulian.Period.year(2014)
    read = formats.loads(formats.dumps(year, name), name)
    assert (read == (year,)) == any("always a collection" in loss for loss in formats.losses(name))
