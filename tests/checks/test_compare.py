"""What became of a plan's targets, and what two reports of one body say of one thing."""

from __future__ import annotations

import pytest

import fulian
from fulian.checks.compare import Outcome, compare

PLAN = "县妇联2020年工作要点\n2020年，县妇联将举办家庭教育讲座20场。"


def outcomes(first: str, second: str) -> list[tuple[str, str]]:
    """The figures of the first text that were told of, and the outcomes."""
    return [
        (str(one.first.quantity), one.outcome.value)
        for one in compare([fulian.read_text(first), fulian.read_text(second)])
    ]


@pytest.mark.parametrize(
    ("report", "outcome"),
    [
        ("县妇联举办家庭教育讲座20场。", Outcome.MET),
        ("县妇联举办家庭教育讲座25场。", Outcome.MET),
        ("县妇联举办家庭教育讲座12场。", Outcome.MISSED),
        ("县妇联举办家庭教育讲座近25场。", Outcome.UNCLEAR),
        ("县妇联广泛开展家庭教育讲座，走访妇女30人。", Outcome.NOT_REPORTED),
        ("县妇联走访困难妇女30人。", Outcome.DROPPED),
    ],
)
def test_a_target_meets_its_report(report: str, outcome: Outcome) -> None:
    """By what both prints allow; a target of which nothing is said is told as well."""
    assert outcomes(PLAN, f"县妇联2020年工作总结\n2020年，{report}") == [("20场", outcome.value)]


@pytest.mark.parametrize(
    ("planned", "done", "outcome"),
    [
        ("1000人次", "800人次", Outcome.MISSED),
        ("1000人次", "500人次", Outcome.MISSED),
        ("5000人次", "4600人次", Outcome.MISSED),
        ("1万人次", "8000人次", Outcome.MISSED),
        ("1万人次", "1万人次", Outcome.MET),
        ("1000人次", "约1000人次", Outcome.UNCLEAR),
        ("近1000人次", "1100人次", Outcome.MET),
        ("1000人次", "近900人次", Outcome.MISSED),
    ],
)
def test_a_target_in_round_numbers_is_no_rounded_print(planned: str, done: str, outcome: Outcome) -> None:
    """A target is the number that it states; only what was done may be rounded or hedged."""
    plan = f"慈利县妇联2020年工作要点\n一、就业\n全年培训妇女{planned}。"
    report = f"慈利县妇联2020年工作总结\n2020年，慈利县妇联培训妇女{done}。"
    assert [kind for _, kind in outcomes(plan, report)] == [outcome.value]


def test_a_ceiling_is_met_from_below() -> None:
    """What is not to be exceeded is missed by more, at whatever digit."""
    plan = "慈利县妇联2020年工作要点\n一、家庭\n全年将把家庭矛盾纠纷控制在300件以内。"
    report = "慈利县妇联2020年工作总结\n2020年，慈利县妇联受理家庭矛盾纠纷{}件。"
    assert [outcomes(plan, report.format(number))[0][1] for number in (280, 300, 312)] == ["met", "met", "missed"]


def test_a_target_that_became_another_is_told_in_thousands_too() -> None:
    """1000人次 and 1200人次 are two targets."""
    plan = "慈利县妇联2020年工作要点\n一、就业\n全年培训妇女1000人次。"
    report = "慈利县妇联2020年工作总结\n2020年，慈利县妇联计划培训妇女1200人次。"
    assert outcomes(plan, report) == [("1000人次", "restated")]
    assert outcomes(plan.replace("1000", "1.2万"), report.replace("1200", "1.25万")) == [("1.2万人次", "restated")]


def test_other_years_and_other_bodies_are_left_alone() -> None:
    """A report on another year says nothing of a target; nor does that of another county."""
    assert outcomes(PLAN, "县妇联2021年工作总结\n2021年，县妇联举办家庭教育讲座12场。") == []
    plan = "慈利县妇联2020年工作要点\n2020年，慈利县妇联将举办家庭教育讲座20场。"
    assert outcomes(plan, "桑植县妇联2020年工作总结\n2020年，桑植县妇联举办家庭教育讲座12场。") == []


def test_a_sum_of_all_up_to_now_does_not_shrink() -> None:
    """累计 of a later year is not less than that of an earlier one, in whatever order they are given."""
    earlier = "慈利县妇联2019年工作总结\n2019年，慈利县妇联累计救助困难母亲356名。"
    later = "慈利县妇联2020年工作总结\n2020年，慈利县妇联累计救助困难母亲312名。"
    assert outcomes(earlier, later) == [("356名", "shrunk")]
    assert outcomes(later, earlier) == [("312名", "shrunk")]
    assert outcomes(earlier.replace("累计", ""), later.replace("累计", "")) == []


def test_last_years_sentence_is_known_again() -> None:
    """Word for word, with a figure that is not round."""
    sentence = "全年共调解各类婚姻家庭矛盾纠纷137件。"
    earlier = f"慈利县妇联2019年工作总结\n2019年，慈利县妇联做好维权工作。{sentence}"
    later = f"慈利县妇联2020年工作总结\n2020年，慈利县妇联做好维权工作。{sentence}"
    assert ("137件", "repeated") in outcomes(earlier, later)


def test_a_round_up_and_a_summary_agree() -> None:
    """Two statements for one body, year and label that cannot both be true are told."""
    round_up = "各县妇联2020年干了什么\n\n慈利县\n2020年，慈利县妇联救助困难母亲356名。\n\n桑植县\n2020年，桑植县妇联救助困难母亲88名。"
    summary = "慈利县妇联2020年工作总结\n2020年，慈利县妇联救助困难母亲365名。"
    assert ("356名", "differs") in outcomes(round_up, summary)
    assert outcomes(round_up, summary.replace("365", "356")) == []
