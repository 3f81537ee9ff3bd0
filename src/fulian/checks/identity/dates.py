"""The document number, the dates and the years of a document against each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from fulian.checks.finding import Finding, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.checks.when import year_in
from fulian.model.document import Document, FrameRole
from fulian.model.level import Level
from fulian.model.source import Source

__all__ = ["number_of_issuer", "number_of_year", "plan_of_year", "published_after_issue"]

# The letters of provinces in document numbers, and the first two digits of their codes.
_PROVINCES: Final = {
    "京": 11,
    "津": 12,
    "冀": 13,
    "晋": 14,
    "蒙": 15,
    "内": 15,
    "辽": 21,
    "吉": 22,
    "黑": 23,
    "沪": 31,
    "苏": 32,
    "浙": 33,
    "皖": 34,
    "闽": 35,
    "赣": 36,
    "鲁": 37,
    "豫": 41,
    "鄂": 42,
    "湘": 43,
    "粤": 44,
    "桂": 45,
    "琼": 46,
    "渝": 50,
    "川": 51,
    "黔": 52,
    "贵": 52,
    "滇": 53,
    "云": 53,
    "藏": 54,
    "陕": 61,
    "甘": 62,
    "青": 63,
    "宁": 64,
    "新": 65,
}


def _sources(document: Document, *roles: FrameRole) -> tuple[Source, ...]:
    """The first passage of each role, where there is one."""
    first = {one.role: one.source for one in reversed(document.frame)}
    return tuple(first[role] for role in roles if role in first)


@rule(
    "I101",
    name="number-of-year",
    en="The year in a document number is that of the date of issue.",
    zh="发文字号年份与成文日期一致。",
    needs=(Need.DOCUMENT,),
    example=(
        "湘妇字〔2014〕1号\n"
        "湖南省妇联2015年工作要点\n"
        "各市州妇联：\n"
        "一、抓学习\n"
        "举办讲座12场。\n"
        "湖南省妇女联合会\n"
        "2015年3月5日"
    ),
)
def number_of_year(matter: Matter) -> Iterator[Finding]:
    """In January a number of the year before still occurs, and is left alone."""
    document = matter.document
    if document is None or document.number is None or document.issued is None:
        return
    number, issued = document.number, document.issued
    if number.year == issued.year or (issued.month == 1 and number.year == issued.year - 1):
        return
    yield Finding(
        code="I101",
        severity=Severity.ERROR,
        verdict=Verdict.INCONSISTENT,
        message_en=f"the document number {number} is of {number.year}, the date of issue is {issued}",
        message_zh=f"发文字号{number}为{number.year}年，成文日期为{issued}",
        sources=_sources(document, FrameRole.NUMBER, FrameRole.DATE),
        numbers=(("number", Decimal(number.year)), ("issued", Decimal(issued.year))),
        path="document.number",
    )


@rule(
    "I102",
    name="number-of-issuer",
    en="The document number of a provincial body begins with its province's letter, not with another's.",
    zh="省级机关发文字号的地区代字与发文机关一致。",
    needs=(Need.DOCUMENT,),
    example=(
        "粤妇字〔2014〕1号\n"
        "湖南省妇联2014年工作要点\n"
        "各市州妇联：\n"
        "一、抓学习\n"
        "举办讲座12场。\n"
        "湖南省妇女联合会\n"
        "2014年3月5日"
    ),
)
def number_of_issuer(matter: Matter) -> Iterator[Finding]:
    """Only provinces have letters of their own; a city's letter may be that of another province."""
    document = matter.document
    issuer = document.issuer if document else None
    if document is None or document.number is None or issuer is None or issuer.level is not Level.PROVINCE:
        return
    said = _PROVINCES.get(document.number.prefix[0])
    if said is None or issuer.division_code is None or issuer.division_code.startswith(str(said)):
        return
    yield Finding(
        code="I102",
        severity=Severity.WARNING,
        verdict=Verdict.INCONSISTENT,
        message_en=f"the document number {document.number} has another province's letter than {issuer}",
        message_zh=f"发文字号{document.number}的地区代字与发文机关{issuer}不符",
        sources=_sources(document, FrameRole.NUMBER, FrameRole.SIGNATURE),
        path="document.number",
    )


@rule(
    "I103",
    name="published-after-issue",
    en="A document is not published before its date of issue.",
    zh="发布日期不早于成文日期。",
    needs=(Need.DOCUMENT,),
    example=(
        "湖南省妇联2014年工作要点\n"
        "发布时间：2014-02-01\n"
        "各市州妇联：\n"
        "一、抓学习\n"
        "举办讲座12场。\n"
        "湖南省妇女联合会\n"
        "2014年3月5日"
    ),
)
def published_after_issue(matter: Matter) -> Iterator[Finding]:
    """Both dates are of the document itself."""
    document = matter.document
    if document is None or document.issued is None or document.published is None:
        return
    if document.published >= document.issued:
        return
    yield Finding(
        code="I103",
        severity=Severity.WARNING,
        verdict=Verdict.INCONSISTENT,
        message_en=f"published on {document.published}, before its date of issue {document.issued}",
        message_zh=f"发布日期{document.published}早于成文日期{document.issued}",
        sources=_sources(document, FrameRole.DATE, FrameRole.BYLINE),
        path="document.published",
    )


@rule(
    "I201",
    name="plan-of-year",
    en="A plan's year is that of its title, and its document is issued in that year or late in the year before.",
    zh="工作要点的年度与标题一致，成文日期在当年或上年年底。",
    needs=(Need.PLANS,),
    example=("湖南省妇联2015年工作要点\n各市州妇联：\n一、抓学习\n举办讲座12场。\n湖南省妇女联合会\n2014年3月5日"),
)
def plan_of_year(matter: Matter) -> Iterator[Finding]:
    """A plan for 2014 is issued from October 2013 to the end of 2014."""
    document = matter.document
    for path, plan in matter.plans:
        if plan.year is None:
            continue
        named = year_in(plan.title)
        sources: tuple[Source, ...] = (plan.source,) if plan.source and len(plan.source.quote) < 200 else ()
        if document is not None:
            sources = _sources(document, FrameRole.TITLE, FrameRole.DATE) or sources
        if named is not None and named != plan.year:
            yield Finding(
                code="I201",
                severity=Severity.ERROR,
                verdict=Verdict.INCONSISTENT,
                message_en=f"the plan is for {plan.year}, its title says {named}",
                message_zh=f"工作要点年度为{plan.year}年，标题为{named}年",
                sources=sources,
                path=f"{path}.year" if path else "year",
            )
        issued = document.issued if document is not None and len(matter.plans) == 1 else None
        if issued is None or issued.year == plan.year or (issued.year == plan.year - 1 and issued.month >= 10):
            continue
        yield Finding(
            code="I201",
            severity=Severity.WARNING,
            verdict=Verdict.INCONSISTENT,
            message_en=f"the plan is for {plan.year}, its document is dated {issued}",
            message_zh=f"工作要点年度为{plan.year}年，成文日期为{issued}",
            sources=sources,
            path=f"{path}.year" if path else "year",
        )
