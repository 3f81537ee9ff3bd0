"""Numbers of headings and items that skip or repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from fulian.checks.finding import Finding, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.errors import ParseError
from fulian.values.numeral import format_numeral, parse_numeral

__all__ = ["ordinals_in_order"]

_HAN = "[一二三四五六七八九十]{1,3}"
_LINE = re.compile(
    f"^[ \t　#]*(?:(?P<han>{_HAN})、|[（(](?P<paren>{_HAN})[）)]|(?P<arabic>[1-9][0-9]?)[.．、](?![0-9])"
    "|[（(](?P<digits>[1-9][0-9]?)[）)])",
    re.MULTILINE,
)
_RANK: Final = {"han": 0, "paren": 1, "arabic": 2, "digits": 3}
# 第一篇, 范文2, 附件1: where another document begins, its numbers begin anew.
_ANEW = re.compile("^[ \t　#]*(?:第[一二三四五六七八九十]{1,3}[篇章部]|附件|.{0,40}范文[0-9])", re.MULTILINE)


class _Mark(NamedTuple):
    style: str
    number: int
    start: int
    end: int


@rule(
    "S101",
    name="ordinals-in-order",
    en="The numbers of headings and items follow each other.",
    zh="标题、条目序号连续，不跳号、不重号。",
    needs=(Need.TEXT,),
    example=("县妇联2020年工作要点\n一、抓学习\n强化培训。\n三、抓队伍\n建强队伍。"),
)
def ordinals_in_order(matter: Matter) -> Iterator[Finding]:
    """Numbers at the beginning of lines.

    A number that is missing there may stand within a line (（二） behind a full stop, 二是): a skip is told only where
    the missing number is printed in no form between its neighbours.
    """
    text = matter.view.text
    last: dict[str, _Mark] = {}
    anew = [match.start() for match in _ANEW.finditer(text)]
    for mark in _marks(text):
        while anew and anew[0] <= mark.start:
            anew.pop(0)
            last.clear()
        before = last.get(mark.style)
        for style, rank in _RANK.items():
            if rank > _RANK[mark.style]:
                last.pop(style, None)
        last[mark.style] = mark
        if before is None or mark.number in (1, before.number + 1) or mark.number < before.number:
            continue
        if mark.number == before.number:
            yield _finding(matter, mark, before, f"the number {mark.number} stands twice", f"序号{mark.number}重复")
        elif not any(
            _printed(number, text, before.end, mark.start) for number in range(before.number + 1, mark.number)
        ):
            yield _finding(
                matter,
                mark,
                before,
                f"the numbers skip from {before.number} to {mark.number}",
                f"序号由{before.number}跳至{mark.number}",
            )


def _marks(text: str) -> Iterator[_Mark]:
    for match in _LINE.finditer(text):
        style = match.lastgroup or ""
        try:
            number = int(parse_numeral(match[style]).value)
        except ParseError:
            continue
        yield _Mark(style, number, match.start(style), match.end())


def _printed(number: int, text: str, start: int, end: int) -> bool:
    """Whether a number stands anywhere in a stretch in a form that numbers items."""
    word = format_numeral(number)
    forms = (f"{word}、", f"{word}）", f"{word})", f"{word}是", f"第{word}", f"{word}要", f"{number}.", f"{number}、")
    return any(
        text.find(form, start, end) >= 0 for form in (*forms, f"{number}）", f"{number})", f"{number}．", f"{word},")
    )


def _finding(matter: Matter, mark: _Mark, before: _Mark, en: str, zh: str) -> Finding:
    return Finding(
        code="S101",
        severity=Severity.WARNING,
        verdict=Verdict.INCONSISTENT,
        message_en=en,
        message_zh=zh,
        sources=(matter.source(mark.start, mark.end), matter.source(before.start, before.end)),
    )
