"""Rules are chosen by code, family or name, in code and in pyproject.toml; the closer word wins."""

from __future__ import annotations

from pathlib import Path

import pytest

import fulian
from fulian.checks.arithmetic.shares import share_of_named_whole, share_of_whole
from fulian.checks.settings import Selection, load_selection


@pytest.mark.parametrize(
    ("select", "ignore", "takes"),
    [
        ((), (), True),
        (("A",), (), True),
        (("S",), (), False),
        (("A",), ("A1",), False),
        (("A101",), ("A1",), True),
        (("A101",), ("A101",), False),
        ((), ("share-of-whole",), False),
    ],
)
def test_the_closer_word_wins(select: tuple[str, ...], ignore: tuple[str, ...], *, takes: bool) -> None:
    """And of two as close, that which leaves out."""
    assert Selection(select=select, ignore=ignore).takes(share_of_whole) is takes


def test_ignoring_one_leaves_its_neighbours() -> None:
    """A rule's code means no other rule."""
    assert Selection(ignore=("A101",)).takes(share_of_named_whole)


def test_the_nearest_table_counts(tmp_path: Path) -> None:
    """A pyproject.toml without the table is passed over for one above it."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.fulian]\nselect = ["A"]\nignore = ["A5"]\n', encoding="utf-8")
    (inner / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert load_selection(inner) == Selection(select=("A",), ignore=("A5",))


@pytest.mark.parametrize(
    "table", ['[tool.fulian]\nselect = "A"\n', "[tool.fulian]\nselects = []\n", "[tool]\nfulian = 3\n", "[tool"]
)
def test_a_table_that_does_not_fit_is_refused(tmp_path: Path, table: str) -> None:
    """The error names the file and the key."""
    (tmp_path / "pyproject.toml").write_text(table, encoding="utf-8")
    with pytest.raises(fulian.DataError, match=r"pyproject\.toml"):
        load_selection(tmp_path)
