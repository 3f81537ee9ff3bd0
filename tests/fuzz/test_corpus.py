"""The corpus that fuzzing left behind: each input still gives a reading, a record, or one of fulian's errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from .fuzz import CORPUS, TARGETS

pytest.importorskip("lxml")

INPUTS = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name[:8]}")
def test_an_input_of_the_corpus_raises_nothing_else(path: Path) -> None:
    """Whatever the target's function lets through fails here."""
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_has_a_corpus(target: str) -> None:
    """A target without inputs would test nothing."""
    assert any(path.parent.name == target for path in INPUTS)
