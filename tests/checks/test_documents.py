"""Every finding on the published documents is known and was looked at by hand; docs/checks.md tells each verdict."""

from __future__ import annotations

from pathlib import Path

import pytest

import fulian
from fulian.checks.finding import Severity

COLLECTION = [
    ("I203", Severity.WARNING, "“五五”普法"),
    ("A101", Severity.ERROR, "19.76%"),
    ("A101", Severity.NOTE, "17.37%"),
    ("A102", Severity.WARNING, "61.15%"),
    ("A301", Severity.NOTE, "2888条"),
    ("A501", Severity.WARNING, "25.2%"),
    ("A501", Severity.WARNING, "19.8%"),
]


def found(file: Path) -> list[tuple[str, Severity, str]]:
    """Check a file: codes, severities, and the characters each finding stands on first."""
    findings = fulian.check(fulian.read(file))
    return [(one.code, one.severity, one.sources[0].quote) for one in findings]


def test_the_collection(documents: Path) -> None:
    """The study and the summaries: one share that is wrong, one cut off, one rate that follows from neither whole."""
    assert found(documents / "five-documents.txt") == COLLECTION


@pytest.mark.parametrize("name", ["hunan-2014-plan", "hunan-2016-cities", "hunan-2018-cities", "hunan-2019-plan"])
def test_the_others_have_no_finding(documents: Path, name: str) -> None:
    """Plans and round-ups state few figures that depend on each other, and are in order."""
    assert found(documents / f"{name}.txt") == []


@pytest.mark.parametrize("quote", ["17.4%", "88.1%", "62.3%", "43.2%", "99.45%", "2.3/万", "52.19%"])
def test_silence_on_the_shares_that_hold(documents: Path, quote: str) -> None:
    """Each of these can be had from its part and whole as printed."""
    assert quote not in [first for _, _, first in found(documents / "five-documents.txt")]
