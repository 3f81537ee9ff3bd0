"""Sentences that speak of plans, and of what is lacking."""

from __future__ import annotations

import pytest

from fulian.reading.sentences import announces, find_statements, first_plan, tells_lack, without_stop
from fulian.text.clauses import find_sentences


@pytest.mark.parametrize(
    ("text", "year", "first"),
    [
        ("2018年，市妇联办班5期。2019年，市妇联将办班8期。", 2018, 1),
        ("2018年，市妇联办班5期。今年，市妇联将启动新平台。", 2018, 1),
        ("2018年，市妇联将培训覆盖到全部乡镇。培训600人。", 2018, 2),
        ("全年办班5期。下一步，继续加强培训。", None, 1),
        ("上半年，办班5期。下半年，要办班8期。", None, 1),
        ("去年，办班5期。今年，各级妇联要办班8期。", 2015, 1),
        ("去年，办班5期。今年，按要求办班8期。", 2015, 2),
        ("党委获得称号。党委将致力于转变作风。", 2018, 1),
        ("今年，我会继续深入开展普法活动。发放资料2万份。", 2018, 2),
        ("2019年，市妇联将办班8期。", 2018, 0),
    ],
)
def test_where_plans_begin(text: str, year: int | None, first: int) -> None:
    """A later year, 今年 with 将, 下一步 and 将 with an activity begin a plan; 将 before an object does not."""
    assert first_plan(text, find_sentences(text, 0, len(text)), year) == first


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("今年，县妇联将重点抓好以下工作：", True),
        ("会议决定，明年办好九件实事。", True),
        ("下一步，要从三个方面开展工作：", True),
        ("一年来，主要做了以下工作：", False),
        ("今年以来，主要开展以下工作：", False),
        ("县妇联将继续努力。", False),
        ("将培训落实到了村，开展了以下工作：", False),
    ],
)
def test_what_announces_a_list_of_plans(text: str, does: bool) -> None:  # noqa: FBT001 - a table's column
    """A word of will before 做好以下工作 or 办好九件实事 announces plans; deeds, and plans without a list, do not."""
    assert announces(text, 0, len(text)) is does


@pytest.mark.parametrize(
    ("text", "lacks"),
    [("但离上级要求还有差距。", True), ("服务水平有待进一步提高。", True), ("解决了一批问题。", False)],
)
def test_what_is_lacking(text: str, lacks: bool) -> None:  # noqa: FBT001 - a table's column
    """Words of lack are told from problems solved."""
    assert tells_lack(text, 0, len(text)) is lacks


def test_statements_are_cut_at_semicolons() -> None:
    """A semicolon ends a statement; stops stay with what they end."""
    text = "办班5期；接访3件。"
    assert [text[start:end] for start, end in find_statements(text, 0, len(text))] == ["办班5期；", "接访3件。"]
    assert without_stop(text, (0, 5)) == (0, 4)


def test_deeds_behind_a_plan_are_none() -> None:
    """What 将 tells in the midst of deeds does not make a plan of all that follows."""
    text = "泾川县妇联选择15个村作为示范点。所有示范点将开展活动。同时，县妇联印制了传单1000份。"
    assert first_plan(text, find_sentences(text, 0, len(text)), 2016) == 3
    text = "泾川县妇联选择15个村作为示范点。所有示范点将开展活动。县妇联为了群众办好实事。"
    assert first_plan(text, find_sentences(text, 0, len(text)), 2016) == 1
