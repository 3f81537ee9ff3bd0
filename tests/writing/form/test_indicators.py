"""Which indicators a form asks for."""

from __future__ import annotations

import pytest

from fulian.errors import ParseError
from fulian.reference.indicators import indicators
from fulian.writing.form.indicators import USUAL, choose_indicators


def test_the_usual_ones_are_the_federations_own() -> None:
    """Every usual indicator is one that federations report, counts all levels, and is unlike the others."""
    known = indicators()
    assert len(USUAL) == len(set(USUAL))
    assert all("ACWF" in known[code].basis or code == "LAW_LEGAL_AID_F" for code in USUAL)
    assert not [code for code in USUAL if code.endswith(("_NAT", "_PROV", "_CITY", "_COUNTY"))]


def test_areas_and_codes_can_be_mixed_and_stand_area_by_area() -> None:
    """An area stands for all its indicators; the order is that of the areas, then of the catalogue."""
    chosen = choose_indicators(["ORG_HOMES", "environment", "THO_TALKS", "ORG_HOMES"])
    assert chosen[0] == "THO_TALKS"
    assert chosen[-1] == "ORG_HOMES"
    assert set(chosen[1:-1]) == {code for code, one in indicators().items() if one.domain == "环境"}


def test_what_is_neither_is_refused() -> None:
    """A misspelt code is named."""
    with pytest.raises(ParseError, match="ORG_HOME"):
        choose_indicators(["ORG_HOME"])
