"""Ordinals, annexes, marks and the cities of a round-up."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

import fulian
from fulian.checks.finding import Finding
from fulian.model import (
    CityReport,
    Document,
    FrameRole,
    Level,
    Organization,
    OrganizationKind,
    Passage,
    Reading,
    Source,
)
from fulian.reference.divisions import all_divisions
from fulian.values import Span

Found = Callable[..., list[Finding]]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("一、抓学习\n强化培训。\n二、抓服务\n服务妇女。\n三、抓队伍\n建强队伍。", 0),
        ("一、抓学习\n强化培训。\n三、抓队伍\n建强队伍。", 1),
        ("一、抓学习\n强化培训。\n二、抓服务\n服务妇女。\n二、抓队伍\n建强队伍。", 1),
        ("一、抓学习\n（一）办班。\n（二）讲座。\n二、抓服务\n（一）走访。\n（二）救助。", 0),
        ("一、抓学习\n（一）办班。（二）讲座。\n（三）走访。", 0),
        ("第一篇：总结\n一、抓学习\n二、抓服务\n第二篇：计划\n二、抓服务\n三、抓队伍", 0),
        ("1.办班。\n3.5万人参加培训。\n2.讲座。", 0),
    ],
)
def test_ordinals_follow_each_other(found: Found, text: str, count: int) -> None:
    """A number printed within a line counts; below another heading and in another document numbers begin anew."""
    assert len(found(text, "S101")) == count


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("印发《家庭教育规划》，开展“最美家庭”活动。", []),
        ("印发《关于转发《家庭教育规划》的通知》。", []),
        ("印发《家庭教育规划，举办讲座。", ["《"]),
        ("开展最美家庭”活动。", ["”"]),
        ("开展“最美家庭“活动。", ["“", "“"]),
        ("“第一段话。\n“第二段话。”", []),
    ],
)
def test_marks_are_closed(found: Found, text: str, quotes: list[str]) -> None:
    """Marks within marks, and quotations of several paragraphs, are no faults."""
    assert [one.sources[0].quote for one in found(text, "S301")] == quotes


def passage(document_id: str, text: str, words: str, role: FrameRole) -> Passage:
    """A passage of a frame."""
    start = text.index(words)
    span = Span(start=start, end=start + len(words))
    return Passage(text=words, role=role, source=Source(document_id=document_id, span=span, quote=words))


def test_an_annex_that_is_announced_stands_in_the_document() -> None:
    """Where the first of two annexes is there, the second must be; where none is, they are files of their own."""
    text = "附件：1.要点 2.十项重点工作 附件1"
    listed = (passage("d1", text, "1.要点 2.十项重点工作", FrameRole.ANNEX_LIST),)
    marked = passage("d1", text, "附件1", FrameRole.ANNEX_MARK)
    document = Document(id="d1", text=text, attachments=("要点", "十项重点工作"), frame=(*listed, marked))
    assert [one.code for one in fulian.check(Reading(document=document))] == ["S201"]
    assert fulian.check(Reading(document=attrs.evolve(document, frame=listed))) == ()


CITIES = [
    one for one in all_divisions() if one.level is Level.PREFECTURE and one.code[:2] == "43" and one.is_valid(2016)
]


def round_up(*names: str, title: str | None = None) -> Reading:
    """A round-up of cities by name."""
    by_name = {one.name: one.code for one in CITIES}
    reports = tuple(
        CityReport(
            year=2016,
            document_id="d1",
            organization=Organization(
                name=f"{name}妇女联合会",
                kind=OrganizationKind.FEDERATION,
                level=Level.PREFECTURE,
                division_code=by_name[name],
            ),
        )
        for name in names
    )
    return Reading(document=Document(id="d1", text="x", title=title), reports=reports)


def test_a_round_up_has_each_city_once() -> None:
    """All once is right; one missing and one twice are each told."""
    names = [one.name for one in CITIES]
    assert fulian.check(round_up(*names, title="十四市州妇联干了什么")) == ()
    assert [one.code for one in fulian.check(round_up(*names, names[0]))] == ["S401"]
    [finding] = fulian.check(round_up(*names[1:], title="14市州妇联干了什么"))
    assert finding.code == "S402"
    assert names[0] in finding.message_zh
    assert fulian.check(round_up(*names[:5])) == ()
