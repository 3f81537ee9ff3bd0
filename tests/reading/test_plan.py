"""Forms of plans."""

from __future__ import annotations

import pytest

from fulian.reading import read_text


def test_tasks_are_what_stands_one_level_below_a_section() -> None:
    """Deeper numbers belong to their task; what stands before the first task is the section's text."""
    text = "2021年工作要点\n一、强化引领\n坚持党的领导。\n（一）办宣讲\n1.进机关。办3场。\n2.进社区。办5场。\n（二）树典型。评选最美家庭。"
    [plan] = read_text(text).plans
    [section] = plan.sections
    assert (section.text, [task.title for task in section.tasks]) == ("坚持党的领导。", ["办宣讲", "树典型"])
    assert section.tasks[0].text == "办宣讲\n1.进机关。办3场。\n2.进社区。办5场。"


def test_a_paragraph_behind_a_list_closes_the_plan() -> None:
    """Where items stand on one line each, the paragraph after the last is the conclusion."""
    text = "2021年工作计划\n1、抓学习。办班3期。\n2、抓维权。接访到位。\n全县妇联要再接再厉，再创佳绩。"
    [plan] = read_text(text).plans
    assert [passage.text for passage in plan.conclusion] == ["全县妇联要再接再厉，再创佳绩。"]


def test_a_plan_of_paragraphs_has_guidance_and_tasks() -> None:
    """Without headings the first paragraph is the guidance and each other one a task."""
    [plan] = read_text("2021年工作计划\n全年要服务大局。\n举办培训班3期。\n新建妇女之家2个。").plans
    assert [passage.text for passage in plan.guidance] == ["全年要服务大局。"]
    assert [task.text for task in plan.key_tasks] == ["举办培训班3期。", "新建妇女之家2个。"]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("6月底前完成培训。", "2021-06"),
        ("年底前全部建成。", "2021"),
        ("2021年底前全部建成。", "2021"),
        ("年内全部建成。", "2021"),
        ("到2025年覆盖全部社区。", "2025"),
        ("上半年完成换届。", "2021-S1"),
        ("三季度末前完成换届。", "2021-Q3"),
        ("举办培训班。", "None"),
    ],
)
def test_deadlines(words: str, due: str) -> None:
    """A deadline is told where the words name one; the plan's own year is none."""
    [plan] = read_text(f"2021年工作要点\n一、强化服务\n{words}\n二、强化维权\n接访到位。").plans
    assert str(plan.sections[0].tasks[0].due) == due


def test_what_the_plan_before_came_to_was_done() -> None:
    """A section on how the last five-year plan was carried out tells states of its end, its rises are changes."""
    text = (
        "泾川县“十三五”妇女发展规划\n一、“十二五”规划目标完成情况\n县政协委员中女性比例为27.4%，比上期提高3个百分点。\n"
        "二、主要目标\n县政协委员中女性比例达到30%。\n"
    )
    found = [(str(one.status), str(one.period)) for one in read_text(text).observations]
    assert found == [("actual", "2015"), ("change", "2011/2015"), ("target", "2016/2020")]
    watch = "泾川县“十三五”妇女发展规划\n一、加强落实情况监测\n县政协委员中女性比例达到30%。"
    assert [str(one.status) for one in read_text(watch).observations] == ["target"]


def test_what_stood_before_a_plan_is_of_the_year_before_its_term() -> None:
    """发展现状 names no plan: the figures are of the year before."""
    text = "泾川县妇女发展规划（2016-2020年）\n一、发展现状\n全县建成妇女之家85个。\n二、主要任务\n建成妇女之家120个。"
    found = [(str(one.status), str(one.period)) for one in read_text(text).observations]
    assert found == [("actual", "2015"), ("target", "2016/2020")]


def test_a_foreword_without_a_heading_tells_of_the_years_before() -> None:
    """五年来 in a plan's first paragraphs tells what was done; the paragraph that enacts the plan plans."""
    text = (
        "庆元县妇女发展“十四五”规划\n庆元县妇女发展“十四五”规划\n妇女是建设的重要力量。\n"
        "五年来，妇女事业长足发展。女性平均预期寿命达到81.6岁，参加培训的妇女达9000人。\n"
        "根据省“十三五”期间的做法，特制定本规划。\n一、主要目标\n女性平均预期寿命达到83岁。\n"
    )
    found = [one for one in read_text(text).observations if one.quantity.unit != "年"]
    assert [str(one.status) for one in found] == ["actual", "actual", "target"]
    assert [str(one.period) for one in found] == ["2016/2020", "2016/2020", "2021/2025"]


def test_years_gone_by_in_a_plan_lie_before_it() -> None:
    """十年来 in the preface of a plan for 2011–2020 is 2001–2010, whatever year was told before; a rate is of their end."""
    text = (
        "泾川县妇女发展规划（2011-2020年）\n妇女发展是社会发展的重要组成部分。\n"
        "2002年，县政府颁布第一个规划。十年来，成绩显著。监测的指标中达标35项，达标率为97.2%。\n一、主要目标\n女代表达到30%。"
    )
    found = [(str(one.status), str(one.period)) for one in read_text(text).observations if one.quantity.unit != "年"]
    assert found == [("actual", "2001/2010"), ("actual", "2010"), ("target", "2011/2020")]
