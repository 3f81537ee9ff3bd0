"""Titles and headings are told from paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given

import fulian
from fulian.model.reading import Reading
from fulian.strategies import readings
from fulian.writing.review._headings import Headings


def roles(reading: Reading) -> dict[str, str]:
    """Give the role of each line that has one."""
    headings = Headings(reading)
    found, start = {}, 0
    for line in reading.document.text.splitlines(keepends=True):
        role = headings.role(start, start + len(line))
        if role:
            found[line.strip()] = role
        start += len(line)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "石门县妇联2020年工作要点\n一、家庭建设\n1.寻找最美家庭20户。\n二、妇女发展\n2.培训妇女300人。",
            {"石门县妇联2020年工作要点": "title", "一、家庭建设": "heading", "二、妇女发展": "heading"},
        ),
        (
            "石门县妇联2023年工作总结\n一、主要成效\n2023年，石门县妇联举办招聘会20场。\n",
            {"石门县妇联2023年工作总结": "title", "一、主要成效": "heading"},
        ),
    ],
)
def test_titles_and_headings_are_set_apart(text: str, expected: dict[str, str]) -> None:
    """Sections and what a report tells under; a task that is a whole line is no heading."""
    assert roles(fulian.read_text(text)) == expected


def test_a_paragraph_that_begins_with_its_heading_is_none() -> None:
    """The line ends with other words."""
    text = "石门县妇联2020年工作要点\n一、家庭建设。寻找最美家庭20户，表彰平安家庭30户，建成家长学校12所。\n二、妇女发展\n培训妇女300人。"
    assert "heading" not in {role for line, role in roles(fulian.read_text(text)).items() if line.startswith("一")}


@given(readings(nasty=True))
def test_any_line_has_a_role_or_none(reading: Reading) -> None:
    """Whatever a record says, each line is a title, a heading or neither."""
    assert set(roles(reading).values()) <= {"title", "heading"}
