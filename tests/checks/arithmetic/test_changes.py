"""Changes are judged against the two levels that a sentence states."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fulian.checks.finding import Finding, Severity

Found = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    "text",
    [
        "接访数由2019年的120件增加到2020年的150件，增加30件。",
        "接访数由2019年的120件增加到2020年的150件，增长25%。",
        "入园率由62.1%提高到68.4%，提高6.3个百分点。",
        "全年办理案件150件，上年为120件，增长25%。",
        "贷款由1.2亿元增加到1.5亿元，增长23%。",
        "入园率从80%下降到76%，下降5%。",
        "参保女职工4.75万人，比2005年增加2.05万人。",
    ],
)
def test_silence_where_it_holds(found: Found, text: str) -> None:
    """Differences, growths and points that the levels allow, and changes without a stated base, are left alone."""
    assert found(text, "A2") == []


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("接访数由2019年的120件增加到2020年的150件，增加35件。", "30件"),
        ("接访数由2019年的120件增加到2020年的150件，增长20%。", "25%"),
        ("入园率由62.1%提高到68.4%，提高5.3个百分点。", "6.3个百分点"),
        ("全年办理案件150件，上年为120件，增长31.0%。", "25.0%"),
        ("案件由150件下降到120件，下降25%。", "20%"),
    ],
)
def test_a_change_that_is_not_that_of_its_levels(found: Found, text: str, mend: str) -> None:
    """The mend is printed like the change."""
    [finding] = found(text, "A2")
    assert (finding.code, finding.severity) == ("A201", Severity.ERROR)
    assert finding.mend is not None
    assert finding.mend.text == mend


@pytest.mark.parametrize(
    ("text", "mends"),
    [
        ("女性就业人员为452.6万人，比上年减少10.4万人，降幅2.2%。", []),
        ("女性就业人员为452.6万人，比上年减少10.4万人，降幅9.2%。", ["2.2%"]),
        ("办理案件150件，同比增加30件，增长25%。", []),
        ("办理案件150件，同比增加30件，增长20%。", ["25%"]),
    ],
)
def test_a_growth_behind_its_change(found: Found, text: str, mends: list[str]) -> None:
    """The year before is the level with the change taken back."""
    assert [one.mend and one.mend.text for one in found(text, "A203")] == mends


def test_percent_meant_as_points(found: Found) -> None:
    """The difference of two percentages is points; called percent, it is a warning that says so."""
    [finding] = found("入园率由62.1%提高到68.4%，提高6.3%。", "A2")
    assert (finding.severity, finding.mend and finding.mend.text) == (Severity.WARNING, "6.3个百分点")


def test_a_rise_that_falls(found: Found) -> None:
    """从150增加到120 cannot be."""
    assert "A202" in [one.code for one in found("接访数由150件增加到120件。", "A2")]
