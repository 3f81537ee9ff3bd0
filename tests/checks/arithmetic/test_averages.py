"""Amounts per head and completion rates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fulian.checks.finding import Finding

Found = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("为96名贫困母亲发放救助金96万元，人均1万元。", []),
        ("为96名贫困母亲发放救助金48万元，人均1.00万元。", ["A401"]),
        ("99名患病妇女得到人均1万元救助。", []),
        ("举办培训班12期，每期60人，共培训720人。", []),
        ("举办培训班12期，每期60余人，共培训760人。", []),
        ("举办培训班12期，每期60人，共培训妇女骨干等920人。", []),
        ("举办培训班12期，每期60人，共培训920人。", ["A403"]),
        ("帮扶困难儿童40名，每名资助0.2万元，共资助8万元。", []),
        ("帮扶困难儿童40名，每名资助0.2万元，共资助12万元。", ["A403"]),
        ("计划培训500人，实际培训600人，完成率120%。", []),
        ("计划培训500人，实际培训600人，完成率130%。", ["A402"]),
        ("计划培训1000人，实际培训800人，完成率80%。", []),
        ("计划培训1000人，实际培训800人，完成率100%。", ["A402"]),
        ("计划培训1万人，实际培训8000人，完成率100%。", ["A402"]),
        ("计划培训1万人，实际培训约8000人，完成率88%。", []),
    ],
)
def test_amounts_and_rates_meet_their_figures(found: Found, text: str, codes: list[str]) -> None:
    """They are judged only where the sentence has just the figures that form them."""
    assert [one.code for one in found(text, "A4")] == codes
