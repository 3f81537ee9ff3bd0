"""What a plan promises by area: tasks and figures counted, those of no area too."""

from __future__ import annotations

import pytest

import fulian
from fulian.writing.charts import areas_chart

from .conftest import Picture

PLAN = """甲县妇联2020年工作要点

一、家庭建设
（一）寻找最美家庭20户。
（二）开展家庭教育讲座9场、培训家长300人次。
二、维权服务
（一）调解婚姻家庭纠纷，推进平安家庭创建。
三、其他
（一）做好有关工作。
"""


def test_tasks_and_figures_are_counted_by_area() -> None:
    """Every task is in one row; bars are as long as their counts."""
    reading = fulian.read_text(PLAN)
    chart = areas_chart(reading)
    tasks = [task for section in reading.plans[0].sections for task in section.tasks]
    assert chart.marks[0].row == "家庭建设"
    assert sum(int(mark.text.partition("项")[0]) for mark in chart.marks) == len(tasks)
    assert sum(int(mark.text.partition("，")[2].partition("个")[0]) for mark in chart.marks) == 3
    found = Picture(chart)
    lengths = [found.box(0, piece)[2] - found.box(0, piece)[0] for piece in (0, 1)]
    counts = [int(part) for part in chart.marks[0].text.replace("项任务，", " ").replace("个数字", "").split()]
    assert lengths[0] / lengths[1] == pytest.approx(counts[0] / counts[1], rel=1e-3)


def test_tasks_of_no_known_area_come_last() -> None:
    """They are counted, and said to be of no area."""
    marks = areas_chart(fulian.read_text(PLAN)).marks
    assert marks[-1].row == "未能归类"


def test_areas_have_english_names_on_request() -> None:
    """The terms of the vocabulary, and counts with their plurals."""
    chart = areas_chart(fulian.read_text(PLAN), language="en")
    assert chart.marks[0].row == "family"
    assert chart.marks[-1].text == "1 task, 0 figures"


def test_a_report_without_tasks_is_refused() -> None:
    """There is nothing to count."""
    with pytest.raises(fulian.DataError, match="a plan or a report that has tasks"):
        areas_chart(fulian.read_text("甲县妇联办班5期。"))
