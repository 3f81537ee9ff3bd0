"""Running rules: which ran, which could not, in what order findings come."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian.checks import Finding, Matter, Need, Severity, Verdict, all_rules, check_fully, register, rule, unregister
from fulian.model import CityReport
from fulian.strategies import annual_plans, city_reports, readings


@rule("X001", name="shout", en="Nobody shouts.", zh="不喊叫。", needs=(Need.TEXT,))
def shout(matter: Matter) -> Iterator[Finding]:
    """Find the first exclamation mark."""
    at = matter.view.text.find("！")
    if at >= 0:
        yield Finding(
            code="X001",
            severity=Severity.NOTE,
            verdict=Verdict.NOTE,
            message_en="shouting",
            message_zh="喊叫",
            sources=(matter.source(at, at + 1),),
        )


def test_a_rule_of_ones_own_runs_alone() -> None:
    """A rule object given is run, and nothing else."""
    checked = check_fully(fulian.read_text("好！"), rules=[shout])
    assert [one.sources[0].quote for one in checked.findings] == ["！"]
    assert checked.ran == (shout,)
    assert checked.worst is Severity.NOTE


def test_codes_and_rules_can_be_mixed_and_no_other_word_passes() -> None:
    """A word that means no rule is refused by name."""
    checked = check_fully(fulian.read_text("好！"), rules=["A101", shout])
    assert [one.code for one in checked.ran + tuple(rule for rule, _ in checked.unable)] == ["X001", "A101"]
    with pytest.raises(ValueError, match="'Q7'"):
        fulian.check(fulian.read_text("好"), rules=["Q7"])


def test_own_codes_cannot_be_taken() -> None:
    """A user's rule may not replace one of fulian's."""
    taken = rule("A101", name="taken", en="x", zh="x")(lambda _: ())
    with pytest.raises(ValueError, match="share-of-whole"):
        register(taken)


def test_an_added_rule_can_be_taken_out_again() -> None:
    """It runs by default in between; what was not added cannot be taken out."""
    added = register(rule("X777", name="quiet", en="x", zh="x")(lambda _: ()))
    assert added in all_rules()
    unregister("X777")
    assert added not in all_rules()
    for code in ("X777", "A101"):
        with pytest.raises(ValueError, match=f"no rule was added under the code {code}"):
            unregister(code)


def test_what_a_record_lacks_is_said() -> None:
    """A report made by a program has no text: the rules that need one are named; those on layout are not asked."""
    checked = check_fully(CityReport(year=2016))
    needs = {need for _, needs in checked.unable for need in needs}
    assert {Need.TEXT, Need.FIGURES} <= needs
    asked = [rule for rule in all_rules() if Need.LAYOUT not in rule.needs]
    assert len(checked.ran) + len(checked.unable) == len(asked)


def test_codes_and_names_are_each_ones_own() -> None:
    """No two rules share a code or a name, and each says in both languages what holds."""
    rules = all_rules()
    assert len({one.code for one in rules}) == len({one.name for one in rules}) == len(rules)


@given(st.one_of(readings(), city_reports(), annual_plans()))
def test_any_record_can_be_checked(record: object) -> None:
    """Checking any valid record gives findings whose sources stand in its document, in order, and never fails."""
    for finding in fulian.check(record):
        for source in finding.sources:
            if isinstance(record, fulian.Reading):
                source.verify(record.document)


@given(st.text(max_size=400))
def test_any_text_can_be_checked(text: str) -> None:
    """Whatever characters a text is made of, checking its reading does not fail, and gives the same twice."""
    reading = fulian.read_text(text)
    assert fulian.check(reading) == fulian.check(reading)
