"""A planted slip is found; what holds together is passed over in silence."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import fulian
from fulian.checks.finding import Finding
from fulian.strategies import Slip, WrittenDocument, written_annual_plans, written_city_reports, written_slips


def marks(findings: tuple[Finding, ...], slip: Slip) -> bool:
    """Whether one of the findings stands on the wrong figure."""
    return any(source.span.overlaps(slip.span) for finding in findings for source in finding.sources)


def test_nineteen_of_twenty_slips_are_found() -> None:
    """Of drawn sentences with one wrong figure, at least 95 in a hundred are found, the wrong figure marked."""
    found: list[bool] = []

    @settings(max_examples=400, phases=[Phase.generate], derandomize=True, database=None, deadline=None)
    @given(written_slips())
    def look(slip: Slip) -> None:
        found.append(marks(fulian.check(fulian.read_text(slip.text)), slip))

    look()
    assert sum(found) >= 0.95 * len(found)


@given(written_slips())
def test_the_same_sentences_put_right_are_passed_over(slip: Slip) -> None:
    """With the right figure in its place nothing is said."""
    unit = slip.span.of(slip.text).lstrip("0123456789.")
    text = f"{slip.text[: slip.span.start]}{slip.right:f}{unit}{slip.text[slip.span.end :]}"
    assert fulian.check(fulian.read_text(text)) == ()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(written_city_reports(), written_annual_plans()))
def test_drawn_documents_are_passed_over(written: WrittenDocument) -> None:
    """Reports and plans as they are published, with nothing wrong in them, give no finding."""
    assert fulian.check(fulian.read_text(written.document.text)) == ()
