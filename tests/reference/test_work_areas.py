"""The table of the trade's words."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from fulian.model.work_area import WorkArea
from fulian.reference.work_areas import area_of, area_words, programme_words


def test_each_word_has_an_area_and_a_reason() -> None:
    """No word stands twice, none is shorter than two characters, each line says why."""
    with (files("fulian.reference") / "data" / "work_areas.csv").open("r", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert len({row["word"] for row in rows}) == len(rows) == len(area_words())
    assert all(row["reason"] and len(row["word"]) >= 2 for row in rows)


def test_every_area_has_words() -> None:
    """No area is without a word that tells it."""
    assert set(area_words().values()) == set(WorkArea)


def test_programmes_are_words_of_the_table() -> None:
    """A campaign also tells an area."""
    assert programme_words() <= set(area_words())


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("举办家政服务技能培训，帮助妇女就业", WorkArea.ECONOMY),
        ("调解婚姻家庭纠纷，开展普法", WorkArea.LAW),
        ("组织“两癌”免费检查和义诊", WorkArea.HEALTH),
        ("新建妇女之家，培训执委", WorkArea.ORGANIZATION),
        ("慰问留守儿童，建儿童之家", WorkArea.CHILDREN),
        ("寻找最美家庭，弘扬家风", WorkArea.FAMILY),
    ],
)
def test_areas_of_sentences(text: str, area: WorkArea) -> None:
    """A sentence's words tell its area."""
    assert area_of(text) is area


def test_a_heading_weighs_more() -> None:
    """The heading's one word outweighs two of the text."""
    text = "家庭建设。举办就业创业活动"
    assert area_of(text, heading=(0, 4)) is WorkArea.FAMILY
