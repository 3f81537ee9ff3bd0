"""The head and the foot of official documents."""

from __future__ import annotations

import fulian
from fulian.model import FrameRole

HEAD = "000012\n秘密★1年\n特急\n甘泉县妇女联合会文件\n甘妇〔2024〕3号　　签发人：王某某\n"
TITLE = "甘泉县妇女联合会\n关于2024年工作情况的报告\n——家门口的岗位更多了\n"
BODY = "市妇联：\n一、主要工作\n1.举办招聘会12场。\n2.培训妇女300人。\n甘泉县妇女联合会\n"


def test_what_stands_over_the_masthead_is_no_title() -> None:
    """Copy number, secrecy, urgency; the signatory stands on the line of the number."""
    document = fulian.read_text(HEAD + TITLE + BODY).document
    assert [one.role for one in document.frame[:5]] == [*[FrameRole.MARKING] * 3, FrameRole.MASTHEAD, FrameRole.NUMBER]
    assert str(document.number) == "甘妇〔2024〕3号"


def test_a_title_over_several_lines_is_one() -> None:
    """The body's name, what it is about, a subtitle; Chinese lines join without a space."""
    document = fulian.read_text(HEAD + TITLE + BODY).document
    assert document.title == "甘泉县妇女联合会关于2024年工作情况的报告——家门口的岗位更多了"


def test_a_superior_is_a_recipient() -> None:
    """A body's name alone, under an official head; without the head it may be a heading."""
    assert fulian.read_text(HEAD + TITLE + BODY).document.recipients == ("市妇联",)
    assert fulian.read_text(TITLE + BODY).document.recipients == ()


def test_the_mastheads_name_behind_the_text_signs_it() -> None:
    """Also where no date stands under it; it is no part of the last task."""
    reading = fulian.read_text(HEAD + TITLE + BODY)
    assert reading.document.frame[-1].role is FrameRole.SIGNATURE
    assert reading.reports[0].achievements[-1].text == "培训妇女300人。"
