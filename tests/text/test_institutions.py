"""Bodies of another kind: which texts they speak for."""

from __future__ import annotations

import pytest

from fulian.text.organizations import name_the_institution


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("南岭理工大学妇委会2019年总结\n我校现有女教职工320人。", "南岭理工大学妇委会"),
        ("三八节前，化工学院分妇委会召开座谈会。我院现有教师60人。", "化工学院分妇委会"),
        ("洛阳市女企业家协会2020年工作总结\n协会现有会员86名。", "洛阳市女企业家协会"),
    ],
)
def test_an_institution_reports_for_itself(text: str, name: str) -> None:
    """Its name opens a sentence near the beginning, and the text calls it its own."""
    assert str(name_the_institution(text)) == name


@pytest.mark.parametrize(
    "text",
    [
        "县妇联走进江北学校，开展讲座5场。",
        "推动学院发展\n举办讲座5场，学院领导参加。",
        "大学生返乡创业86人。",
    ],
)
def test_a_guest_is_no_author(text: str) -> None:
    """An institution that a text only speaks of."""
    assert name_the_institution(text) is None


def test_a_foundation_of_the_national_federation() -> None:
    """Named three times it speaks for itself; once, it gave something to a place."""
    text = "中国妇女发展基金会慈善奖\n中国妇女发展基金会筹款900万元，中国妇基会修水窖30口。"
    assert str(name_the_institution(text)) == "中国妇基会"
    assert name_the_institution("泾川办实事\n中国妇女发展基金会向泾川捐款9万元。") is None
