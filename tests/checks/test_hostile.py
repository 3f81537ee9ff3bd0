"""Texts made to trouble a checker: long, deep, huge, unclosed. Checking ends, says little, and raises nothing."""

from __future__ import annotations

import pytest

import fulian
from fulian.checks.output.plain import Inspected, dumps_json
from fulian.checks.output.sarif import dumps_sarif
from fulian.checks.output.workbook import dumps_workbook
from fulian.checks.run import check_fully

TEXTS = {
    "one sentence of figures": "3名，其中2名，占60%，" * 1000,
    "marks that only open": "《“" * 1000,
    "marks that only close": "”》" * 1000,
    "numbers without end": "一、\n三、\n" * 500,
    "levels in a chain": "从3名增加到5名，增长" * 1000,
    "shares without a whole": "分别占的" * 2000,
    "a number longer than any": f"公务员{'9' * 400}名，其中女性1名，占1%。",
    "a whole of nothing": "公务员0名，其中女性0名，占0%。全年办理案件0件，上年为0件，增长5%。",
    "a part of a tiny share": "公务员1名，其中女性1名，占0.0000000000000000000001%。",
    "marks that turn the writing": "公务员200名，\u202e其中女性40名，占30%。\x1b[2J\x07",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_hostile_texts_are_checked_to_the_end(text: str) -> None:
    """Findings come, or none; whatever they are, each can be written in every form."""
    reading = fulian.read_text(text)
    inspected = [Inspected(name="../../x\n.txt", record=reading, checked=check_fully(reading))]
    assert dumps_json(inspected)
    assert "../../x%0A.txt" in dumps_sarif(inspected) or not inspected[0].checked.findings
    if len(text) < 200:
        assert dumps_workbook(inspected)


def test_a_sentence_with_too_many_figures_is_left_alone() -> None:
    """Its ties cannot be trusted; the same slip in a sentence of its own is found."""
    slip = "公务员200名，其中女性40名，占30%"
    assert [one.code for one in fulian.check(fulian.read_text(slip + "。"))] == ["A101"]
    assert fulian.check(fulian.read_text("，".join([slip] * 40) + "。"), rules=["A1"]) == ()
