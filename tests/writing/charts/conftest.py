"""Texts of our own to draw charts of, and a way to look into an SVG."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

import fulian
from fulian.model.observation import Observation, Status
from fulian.model.reading import Reading
from fulian.values.period import Period
from fulian.writing.charts import Chart

TABLES = """湖南省妇联关于2022年贷款发放情况的通报

    2022年，各市州妇联对照任务抓落实。现将情况通报如下。

2022年各市州计划表
市州	发放妇女创业担保贷款（万元）	扶持妇女创业（人）
长沙市	50000	2600
株洲市	32000	1700
衡阳市	36000以上	1900
张家界市	9000	500
益阳市	18000	1000

2022年各市州完成情况表
市州	发放妇女创业担保贷款（万元）	扶持妇女创业（人）
长沙市	62300	2870
株洲市	约35000	1765
衡阳市	38600余	2013
张家界市	—	431
益阳市	16500-17600	近1000

2018年至2021年株洲市情况表
市州	年度	发放妇女创业担保贷款（万元）
株洲市	2018年	18200
株洲市	2019年	21000余
株洲市	2021年	29300

湖南省妇女联合会
2023年1月16日
"""
SVG = "{http://www.w3.org/2000/svg}"


def figure(
    body: str, print_: str, *, label: str = "办班", period: str = "2021", status: Status = Status.ACTUAL, at: int = 0
) -> Observation:
    """Make a figure of a body, as if it stood at a place of a document of its own."""
    return Observation(
        label=label,
        quantity=fulian.parse_quantity(print_),
        organization=fulian.parse_organization(body),
        period=Period.parse(period),
        status=status,
        source=fulian.Source(document_id=body, span=fulian.Span(start=at, end=at + len(print_)), quote=print_),
    )


class Picture:
    """An SVG taken apart: its texts in order, and the shapes of each mark."""

    def __init__(self, chart: Chart) -> None:
        self.root = ET.fromstring(chart.svg())  # noqa: S314 - our own output
        self.texts = ["".join(one.itertext()) for one in self.root.iter(f"{SVG}text")]
        self.groups: dict[int, list[ET.Element]] = {}
        for group in self.root.iter(f"{SVG}g"):
            if (mark := group.get("data-mark")) is not None:
                self.groups.setdefault(int(mark), []).append(group)

    def box(self, mark: int, piece: int = 0) -> tuple[float, float, float, float]:
        """Give the bounds of a piece of a mark: left, top, right, bottom."""
        path = self.groups[mark][piece].find(f"{SVG}path")
        assert path is not None
        numbers = [float(word) for word in path.attrib["d"].split() if word not in "MLz"]
        return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])

    def fill(self, mark: int, piece: int = 0) -> str:
        """Give what a piece of a mark is filled with."""
        path = self.groups[mark][piece].find(f"{SVG}path")
        assert path is not None
        return path.attrib["fill"]


@pytest.fixture
def picture() -> Callable[[Chart], Picture]:
    """Give what takes a chart's SVG apart."""
    return Picture


@pytest.fixture(scope="session")
def tables() -> Reading:
    """Give a reading of two tables of five cities and one of four years."""
    return fulian.read_text(TABLES)
