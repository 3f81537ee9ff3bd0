"""The parts of a report: what each tells of, and for which year."""

from __future__ import annotations

import pytest

from fulian.reading import read_text


def figures(text: str) -> list[tuple[str, str, str]]:
    """Each figure of a text with its standing and its time."""
    return [(one.source.quote, str(one.status), str(one.period)) for one in read_text(text).observations]


@pytest.mark.parametrize(
    ("heading", "period"),
    [("2020年工作计划", "2020"), ("2020年工作打算：", "2020"), ("下一步工作打算", "None")],
)
def test_a_part_without_a_number_stands_above_what_begins_anew(heading: str, period: str) -> None:
    """A line that is all of a part's heading: the marks behind it are under it, not under the part before."""
    text = f"泾川县妇联2019年工作总结\n一、培训\n办班5期。\n二、维权\n接访43件。\n{heading}\n一、培训\n办班6期。\n二、维权\n普法8场。"
    assert figures(text) == [
        ("5期", "actual", "2019"),
        ("43件", "actual", "2019"),
        ("6期", "target", period),
        ("8场", "target", period),
    ]


def test_the_second_half_has_a_part_behind_numbered_items() -> None:
    """下半年工作安排 on a line of its own, behind 1. and 2.: what follows is planned."""
    text = "泾川县妇联2022年上半年工作总结\n1.办班6期。\n2.接访9件。\n下半年工作安排\n1.办班4期。\n2.普法3场。"
    assert [status for _, status, _ in figures(text)] == ["actual", "actual", "target", "target"]


@pytest.mark.parametrize(
    ("opening", "year"),
    [("明年，我们将抓好培训。", "2022"), ("2022年，县妇联将抓好培训。", "2022"), ("将抓好培训。", "None")],
)
def test_the_words_that_plans_open_with_say_their_year(opening: str, year: str) -> None:
    """明年 behind 下一步打算 dates all that the part plans."""
    text = f"泾川县妇联2021年工作总结\n一、培训\n办班5期。\n二、下一步打算\n{opening}一是办班6期；二是普法8场。"
    assert figures(text)[1:] == [("6期", "target", year), ("8场", "target", year)]


def test_this_year_is_planned_in_a_report_of_january() -> None:
    """今年工作打算, in a report on the year gone by that is signed in the next."""
    text = "工作总结\n过去一年，全县办班5期。\n二、今年工作打算\n办班6期。\n泾川县妇联\n2022年1月12日"
    assert figures(text) == [("5期", "actual", "2021"), ("6期", "target", "2022")]


def test_next_year_is_counted_from_the_report() -> None:
    """明年 in the plans of 2021's report is 2022, though these are dated 2022 already."""
    text = "泾川县妇联2021年工作总结\n一、培训\n办班5期。\n二、2022年打算\n明年，办班6期。"
    assert figures(text)[1] == ("6期", "target", "2022")


def test_what_is_next_is_not_of_a_year_told_before() -> None:
    """2021年，… in a paragraph dates no 下一步."""
    text = "泾川县妇联巧手行动\n2022-09-06\n2021年，全县办班36期。今年，办班32期。下一步，计划再办班20期。"
    assert figures(text)[0] == ("36期", "actual", "2021")
    assert figures(text)[2][1] == "target"


def test_until_a_year_is_the_end_of_what_is_planned() -> None:
    """下一步，力争到2025年…: the plans themselves are not of 2025."""
    text = "泾川县妇联巧手行动\n2022-09-06\n今年，办班32期。下一步，县妇联将办班20期，到2025年达到100期。"
    assert [status for _, status, _ in figures(text)[1:]] == ["target", "target"]
    assert [period == "2025" for _, _, period in figures(text)[1:]] == [False, True]
