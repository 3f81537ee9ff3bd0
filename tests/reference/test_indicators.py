from __future__ import annotations

import re
import runpy
from decimal import Decimal
from pathlib import Path

import pytest

from fulian.errors import ParseError
from fulian.model.indicator import Direction, Indicator, IndicatorKind
from fulian.reference.indicators import catalogue, expand_wording, indicator, indicators

ROOT = Path(__file__).resolve().parents[2]
PREFIXES = {
    "HEA": "健康",
    "EDU": "教育",
    "ECO": "经济",
    "DEC": "参与决策和管理",
    "SOC": "社会保障",
    "FAM": "家庭建设",
    "ENV": "环境",
    "LAW": "法律",
    "CHD": "儿童",
    "ORG": "组织建设",
    "THO": "思想引领",
}
HEADS = {"人", "名", "位"}
SHARES = {"%", "‰", "/万", "/10万", "1/10万"}
ALL = list(indicators().values())


def test_every_entry_is_an_indicator() -> None:
    """The catalogue has well over the outlines' hundred indicators, each under its own code."""
    assert len(ALL) > 300
    assert all(code == one.code and isinstance(one, Indicator) for code, one in indicators().items())
    assert list(catalogue()) == list(indicators())


def test_a_code_begins_with_its_domain() -> None:
    """The three letters before the first underscore are the domain's."""
    assert {(one.code[:3], one.domain) for one in ALL} == set(PREFIXES.items())
    assert all(one.code[3] == "_" for one in ALL)


def test_names_and_aliases_are_unique_over_the_file() -> None:
    """No name or alias belongs to two entries, nor stands twice in one."""
    words = [word for one in ALL for word in (one.name, *one.aliases)]
    assert sorted(words) == sorted(set(words))


def test_every_entry_has_an_english_name_of_its_own() -> None:
    """English names are there, and no two entries share one."""
    names = [one.name_en for one in ALL]
    assert None not in names
    assert len(set(names)) == len(names)


def test_heads_are_kept_apart_from_times() -> None:
    """No entry is counted both in persons and in person-times."""
    for one in ALL:
        units = {unit.lstrip("万亿") for unit in (one.unit, *one.usual_units)}
        assert not (units & HEADS and "人次" in units), one.code


def test_the_canonical_unit_is_what_the_name_says() -> None:
    """A name that ends in 人次, 人数, 户数, 件数 or 率 has that unit."""
    ends = {"人次": {"人次"}, "人数": {"人"}, "户数": {"户"}, "件数": {"件"}, "笔数": {"笔"}, "率": SHARES}
    for one in ALL:
        for end, units in ends.items():
            if one.name.endswith(end):
                assert one.unit in units, one.code


def test_shares_are_rates_with_their_terms() -> None:
    """Whatever has a share's unit is a rate, with numerator, denominator and the multiplier of its unit."""
    multipliers = {"%": 100, "‰": 1000, "/万": 10_000, "/10万": 100_000}
    for one in ALL:
        if one.unit in SHARES:
            assert one.kind is IndicatorKind.RATE, one.code
            assert one.numerator, one.code
            assert one.denominator, one.code
            assert one.multiplier == multipliers[one.unit], one.code
        elif one.kind is not IndicatorKind.RATE:
            assert one.multiplier is None, one.code


@pytest.mark.parametrize("word", ["死亡率", "患病率", "辍学率", "文盲率", "发病率", "犯罪率", "迟缓率"])
def test_evils_are_better_low(word: str) -> None:
    """What names a loss is better the lower it is."""
    found = [one for one in ALL if word in one.name]
    assert found
    assert all(one.direction is Direction.LOWER for one in found)


@pytest.mark.parametrize("word", ["信访", "家庭暴力投诉", "人身安全保护令", "纠纷件数"])
def test_complaints_have_no_direction(word: str) -> None:
    """A rise of complaints may be better reporting, so their counts are neutral."""
    counts = [one for one in ALL if word in one.name and one.unit not in SHARES]
    assert all(one.direction is Direction.NEUTRAL for one in counts)


def test_targets_have_the_outlines_form() -> None:
    """A target is a year with a bound or a direction, and is in one of that decade's outlines."""
    form = re.compile(r"(2020|2030) (?:(?:<=|>=|=|~)([0-9.]+)|rise|fall|eliminate)")
    decades = {"2020": {"WP20", "CP20"}, "2030": {"WP30", "CP30"}}
    for one in ALL:
        for target in one.targets:
            match = form.fullmatch(target)
            assert match is not None, (one.code, target)
            assert decades[match[1]] & set(one.basis), (one.code, target)
            assert match[2] is None or Decimal(match[2]) >= 0


def test_every_entry_says_how_sure_it_is() -> None:
    """Each entry has its basis and its evidence, and each target its own evidence."""
    for entry in catalogue().values():
        one = entry.indicator
        assert one.basis, one.code
        assert set(one.basis) <= {"WP20", "WP30", "CP20", "CP30", "NBS", "ACWF"}, one.code
        assert one.evidence in {"seen", "known"}, one.code
        years = {int(target[:4]) for target in one.targets}
        assert set(entry.target_evidence) == years, one.code
        assert set(entry.target_evidence.values()) <= {"seen", "known", "local"}, one.code


def test_levels_of_an_honour_come_together() -> None:
    """A code of one level has the code of all levels beside it, counted in the same unit."""
    levels = ("_NAT", "_PROV", "_CITY", "_COUNTY")
    for one in ALL:
        if one.code.endswith(levels):
            base = indicator(one.code.rpartition("_")[0])
            assert (base.unit, base.kind, base.domain) == (one.unit, one.kind, one.domain)


def test_wordings_are_no_names_and_keep_their_form() -> None:
    """Wordings are written as labels are compared, and say something."""
    for entry in catalogue().values():
        for pattern in (*entry.wordings, *entry.vague_wordings):
            for text in expand_wording(pattern):
                assert len(text) > 1, (entry.indicator.code, pattern)


def test_an_unknown_code_is_an_error() -> None:
    """A code that the catalogue lacks is refused, with the text that was given."""
    with pytest.raises(ParseError) as caught:
        indicator("HEA_NOTHING")
    assert caught.value.text == "HEA_NOTHING"


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("培训妇女", ("培训妇女",)),
        ("[各类]培训班", ("培训班", "各类培训班")),
        ("(受理|接待)信访", ("受理信访", "接待信访")),
        ("[为[农村]妇女]检查", ("检查", "为妇女检查", "为农村妇女检查")),
        ("(甲|甲)乙", ("甲乙",)),
    ],
)
def test_a_wording_is_written_out(pattern: str, texts: tuple[str, ...]) -> None:
    """Brackets are choices, square ones may be left out, and no text comes twice."""
    assert expand_wording(pattern) == texts


@pytest.mark.parametrize(("pattern", "position"), [("(受理信访", 5), ("受理)信访", 2), ("[受理)信访", 3)])
def test_a_bracket_without_counterpart_is_an_error(pattern: str, position: int) -> None:
    """A pattern whose brackets do not match is refused, with the place."""
    with pytest.raises(ParseError) as caught:
        expand_wording(pattern)
    assert caught.value.position == position


def test_the_page_is_the_catalogue() -> None:
    """docs/indicators.md is what tools/build_indicators_page.py writes from the catalogue now."""
    script = ROOT / "tools" / "build_indicators_page.py"
    written = (ROOT / "docs" / "indicators.md").read_text(encoding="utf-8")
    assert runpy.run_path(str(script))["page"]() == written, "run: python tools/build_indicators_page.py"
