"""Numbers without a unit: the noun behind them, or what was said before, may imply it."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from fulian.reference.counted_nouns import counted_nouns
from fulian.text.quantities._hedges import hedge
from fulian.text.quantities._numbers import Value
from fulian.text.quantities._pattern import NUMERALS, ROUND
from fulian.values.quantity import Qualifier

# What the number counts is said before it: 人数达100万, 贷款2000万.
_HEADS: Final = (
    ("人次", "(?:人次)"),
    (
        "人",
        "(?:人数|人口|粉丝[量数]?|用户|会员|执委|志愿者|党员|人员|妇女|女性|女童|儿童|未成年人|老年?人|学生|职工|劳动力|总数)",
    ),
    ("户", "(?:户数)"),
    ("元", "(?:资金|基金|贷款|金额|经费|善款|捐款|投入|贴息|保费|保额|产值|收入|营业额|筹资|贷)"),
)
_GO_ON: Final = frozenset("和与及至到、-—–－~～")  # a list or a range, whose end may bring the unit
_HEAD_PATTERNS: Final = tuple((unit, re.compile(f"{head}[^，,。；;、：:0-9\n]{{0,6}}$")) for unit, head in _HEADS)


@cache
def _noun_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A pattern for each implied unit: up to nine characters of description, then the noun: 农村适龄妇女."""
    by_unit: dict[str, list[str]] = {}
    for noun, unit in counted_nouns().items():
        by_unit.setdefault(unit, []).append(re.escape(noun))
    described = f"(?!周年|[年月日号时点届中后级楼路])[^\\W0-9_的了{NUMERALS}]{{0,9}}?"
    # A name that goes on is no count: 妇女节, 妇女工作.
    ends = "(?!节|联|会|儿|小额|贷款|担保|工委|之家|权|事业|工作|发展|组织|热线|维权|维护)"
    return tuple(
        (unit, re.compile(f"{described}(?:{'|'.join(sorted(nouns, key=len, reverse=True))}){ends}"))
        for unit, nouns in by_unit.items()
    )


def implied_unit(text: str, start: int, end: int, numeral: str, value: Value) -> tuple[str, str] | None:
    """The unit that the noun behind a number, or the one before it, implies, and the rule that says so."""
    if not value.scaled and (value.value != value.value.to_integral_value() or value.high is not None):
        return None
    hedged = hedge(text, start, end, value.hedge) is not Qualifier.EXACT
    if len(numeral) == 4 and 1949 <= value.value <= 2049 and not hedged:
        return None  # a year
    for unit, pattern in _noun_patterns():
        match = pattern.match(text, end)
        if match is not None and (value.scaled or value.value >= 10 or match.end() - end <= 6):
            return unit, "noun-implies-unit"
    if text[start:end].endswith("个亿"):
        return "元", "sum-of-money"
    if value.scaled or (hedged and text[start] in ROUND):
        before = text[max(0, start - 16) : start]
        heads = [(match.start(), unit) for unit, pattern in _HEAD_PATTERNS if (match := pattern.search(before))]
        if heads:
            return max(heads)[1], "head-implies-unit"  # the nearest head tells
    if value.scaled and numeral[0].isdigit() and text[end : end + 1] not in _GO_ON:
        return "", "scaled-number"
    return None
