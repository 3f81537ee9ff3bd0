"""Annexes that a document announces against those that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fulian.checks.finding import Finding, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.model.document import FrameRole

__all__ = ["annexes_present"]

_NUMBER = re.compile("附件 ?([1-9][0-9]?)")


@rule(
    "S201",
    name="annexes-present",
    en="Where a document holds annexes, it holds all that it announces.",
    zh="文内带有附件的，所列附件齐全。",
    needs=(Need.DOCUMENT,),
    example=(
        "县妇联2020年工作要点\n"
        "一、抓学习\n"
        "举办讲座。\n"
        "附件：1.活动安排\n"
        "2.名单\n"
        "县妇联\n"
        "2020年1月5日\n"
        "附件1\n"
        "活动安排\n"
        "3月举办讲座。"
    ),
)
def annexes_present(matter: Matter) -> Iterator[Finding]:
    """A document that holds none of its annexes has them in files of their own, and is left alone."""
    document = matter.document
    if document is None or len(document.attachments) < 2:
        return
    marks = [one for one in document.frame if one.role is FrameRole.ANNEX_MARK]
    numbers = {int(match[1]) for one in marks if (match := _NUMBER.search(one.text))}
    missing = [number for number in range(1, len(document.attachments) + 1) if number not in numbers]
    if not numbers or not missing:
        return
    listed = [one.source for one in document.frame if one.role is FrameRole.ANNEX_LIST]
    for number in missing:
        title = document.attachments[number - 1]
        own = [source for source in listed if title in "".join(source.quote.split())]
        yield Finding(
            code="S201",
            severity=Severity.WARNING,
            verdict=Verdict.INCONSISTENT,
            message_en=f"annex {number} is announced and does not stand in the document: {title}",
            message_zh=f"附件{number}《{title}》已列出，文内没有",
            sources=tuple(own[:1] or listed[:1]),
            path=f"document.attachments[{number - 1}]",
        )
