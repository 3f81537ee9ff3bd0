"""Marks that open and do not close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fulian.checks.finding import Finding, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule

__all__ = ["marks_closed"]

_PAIRS = (("《", "》"), ("“", "”"))
_LONGEST = 300


@rule(
    "S301",
    name="marks-closed",
    en="A mark 《 or “ that opens is closed, and one that closes was opened.",
    zh="书名号、引号成对。",
    needs=(Need.TEXT,),
    example="开展最美家庭”活动。",
)
def marks_closed(matter: Matter) -> Iterator[Finding]:
    """Each paragraph by itself; a quotation of several paragraphs, each opened anew and closed at the end, is one."""
    text = matter.view.text
    for opening, closing in _PAIRS:
        marks = re.compile(f"[{opening}{closing}]|\n")
        yield from _unpaired(matter, text, marks, opening, closing)


def _unpaired(matter: Matter, text: str, marks: re.Pattern[str], opening: str, closing: str) -> Iterator[Finding]:
    opened: list[int] = []
    for match in marks.finditer(text):
        at, char = match.start(), match.group()
        if char == opening:
            opened.append(at)
        elif char == closing and opened:
            opened.pop()
        elif char == closing:
            if not _is_continued(text, at, opening, closing):
                yield _finding(matter, at, f"{closing} closes what was not opened", f"{closing}没有对应的{opening}")
        else:
            for place in opened:
                if not _goes_on(text, at, opening, closing):
                    yield _finding(matter, place, f"{opening} is not closed", f"{opening}没有对应的{closing}")
            opened.clear()
    for place in opened:
        yield _finding(matter, place, f"{opening} is not closed", f"{opening}没有对应的{closing}")


def _goes_on(text: str, at: int, opening: str, closing: str) -> bool:
    """Whether what a paragraph leaves open is closed in the next ones before anything is opened at other places."""
    close = text.find(closing, at, at + _LONGEST)
    if close < 0:
        return False
    between = text[at:close]
    return between.count(opening) == between.count("\n" + opening)


def _is_continued(text: str, at: int, opening: str, closing: str) -> bool:
    """Whether a closing mark ends what an earlier paragraph opened."""
    start = max(0, at - _LONGEST)
    before = text.rfind(opening, start, at)
    return before >= 0 and text.rfind(closing, start, at) < before


def _finding(matter: Matter, at: int, en: str, zh: str) -> Finding:
    return Finding(
        code="S301",
        severity=Severity.WARNING,
        verdict=Verdict.INCONSISTENT,
        message_en=en,
        message_zh=zh,
        sources=(matter.source(at, at + 1),),
    )
