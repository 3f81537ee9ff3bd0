"""What holds of the programs that other tests ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

from .programs import program, run_program


def test_a_missing_program_fails_in_ci_and_is_skipped_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """CI cannot pass over a test for want of a program; on another machine the test says what it lacks."""
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="no-such-program"):
        program("no-such-program")
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception, match="no-such-program"):
        program("no-such-program")


def test_a_program_that_fails_fails_its_test(tmp_path: Path) -> None:
    """What a program prints comes back; when it fails, its own words are in the failure."""
    assert b"usage" in run_program("python3", "-h")
    with pytest.raises(AssertionError, match=r"none\.py"):
        run_program("python3", tmp_path / "none.py")
