"""Patterns and their signs: a quick look never misses what a search would find."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import fulian.reading.figures
from fulian.reading.figures import _distribute, _expressions, _label, _standing, _when, _whose, _words
from fulian.reading.figures._sought import Sought

MODULES: list[ModuleType] = [
    importlib.import_module(f"fulian.reading.figures.{module.name}")
    for module in pkgutil.iter_modules(fulian.reading.figures.__path__)
]
SOUGHT = {
    f"{module.__name__.rpartition('.')[2]}.{name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if isinstance(value, Sought)
}


@pytest.mark.parametrize("name", SOUGHT)
@given(data=st.data())
def test_every_match_holds_a_sign(name: str, data: st.DataObject) -> None:
    """Whatever a pattern finds has one of its signs in it."""
    one = SOUGHT[name]
    found = data.draw(st.from_regex(one.pattern))
    assert one.search(found) is not None


QUICK_LOOKS: dict[re.Pattern[str], Callable[[str], object]] = {
    _when._FROM_HERE: lambda words: "从" in words or "由" in words,
    _when._ALL_ALONG: lambda words: not set("年直终").isdisjoint(words),
    _standing._FROM_NOW: lambda words: "从" in words or "由" in words,
    _words._FROM_TO: lambda words: not set("由从到至为").isdisjoint(words),
    _expressions._IN_ALL: lambda words: "年" in words,
    _when._OF_A_TERM: lambda words: "第" in words,
    _standing._NAMES: lambda words: "“" in words or "《" in words,
    _standing._ROSE_BY.pattern: lambda words: words[-1] in _standing._ROSE_BY_ENDS,
    _standing._TASK: lambda words: _standing._OF_A_MARK.search(words[-_standing._MARK_REACH :]),
    _standing._ASSIGNED: lambda words: _standing._OF_A_MARK.search(words[-_standing._MARK_REACH :]),
    _standing._A_HEAD: lambda words: "均" in words or "每" in words,
    _standing._EACH: lambda words: "均" in words or "每" in words,
    _standing._LEVEL_A_HEAD: lambda words: "均" in words or "每" in words,
    _standing._WILL.pattern: _standing._PLANS.search,
    _standing._WILL_BEFORE: _standing._PLANS.search,
    _standing._AIM_BEFORE: _standing._PLANS.search,
    _words._IN_ALL: lambda words: "有" in words or "计" in words,
}


@pytest.mark.parametrize("pattern", QUICK_LOOKS, ids=lambda pattern: pattern.pattern[:12])
@given(data=st.data())
def test_a_quick_look_misses_no_match(pattern: re.Pattern[str], data: st.DataObject) -> None:
    """What a rule looks at before it searches is there in whatever the pattern finds."""
    assert QUICK_LOOKS[pattern](data.draw(st.from_regex(pattern)))


STARTS: dict[re.Pattern[str], frozenset[str]] = {
    _standing._MARK: _standing._MARK_STARTS,
    _whose._THE_WORLD: _whose._THE_WORLD_STARTS,
    _whose._THE_OTHERS: _whose._OTHERS_STARTS,
    _whose._AN_EXAMPLE: _whose._EXAMPLE_STARTS,
    _when._GOES_ON: _when._GOES_ON_STARTS,
    _label._CIRCUMSTANCE: _label._CIRCUMSTANCE_STARTS,
    _label._HEDGES_BEHIND: _label._HEDGE_STARTS,
    _words._NO_NOUN: _words._NO_NOUN_STARTS,
}


@pytest.mark.parametrize("pattern", STARTS, ids=lambda pattern: pattern.pattern[:12])
@given(data=st.data())
def test_what_is_matched_starts_with_a_start(pattern: re.Pattern[str], data: st.DataObject) -> None:
    """What a rule matches at a place begins with one of the characters that it looks at first."""
    assert data.draw(st.from_regex(pattern, fullmatch=True))[0] in STARTS[pattern]


@given(st.from_regex(_distribute._AND, fullmatch=True))
def test_no_and_is_longer_than_the_longest(found: str) -> None:
    """Figures that stand further apart are not joined."""
    assert len(found) <= _distribute._LONGEST_AND


@given(st.from_regex(_label._LEANING))
def test_no_words_that_lean_are_longer_than_the_longest(found: str) -> None:
    """Longer words need not be asked whether they lean."""
    assert len(found) <= _label._LONGEST_LEANING


@given(st.from_regex(_words._CLOSERS))
@example("其中")
@example("达到\n")
def test_whatever_closes_a_clause_ends_in_a_closers_end(found: str) -> None:
    """The quick look at the last character misses no closing words."""
    assert _words.unclosed(found) == _words._CLOSERS.sub("", found)


@pytest.mark.parametrize("last", sorted(_words._CLOSER_ENDS - {"均", "在"}))  # these two hang on what stands before
def test_what_closes_alone_is_what_the_pattern_closes(last: str) -> None:
    """One character behind a noun closes a clause by the quick look exactly where the pattern says so."""
    assert (last in _words._CLOSES_ALONE) == (_words._CLOSERS.fullmatch(last) is not None)
    assert _words.unclosed(f"妇女{last}") == _words._CLOSERS.sub("", f"妇女{last}")


def test_without_signs_nothing_is_found_or_changed() -> None:
    """Words without a sign come back as they are."""
    one = Sought("增长|减少", signs="增减")
    assert one.search("救助妇女") is None
    assert one.match("救助妇女") is None
    assert one.sub("", "救助妇女") == "救助妇女"
    assert one.sub("", "增长救助") == "救助"
    found = one.match("减少3人")
    assert isinstance(found, re.Match)
