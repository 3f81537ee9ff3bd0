"""Five-year plans and congresses against the year of the text that names them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fulian.checks.finding import Finding, Mend, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.checks.when import year_at
from fulian.values.period import Period

__all__ = ["congress_in_its_time", "five_year_plan_in_its_time", "law_publicity_plan_in_its_time"]

_ORDINALS: Final = {word: number for number, word in enumerate("一二三四五六七八九", start=1)}
_ORDINAL = "[一二三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?"
_FIVE = re.compile(f"“({_ORDINAL})五”(?P<what>普法|法治宣传|法制宣传)?")
_PREPARED = re.compile("编制|规划|谋划|前期|筹备|起草|研究|纲要|展望|思路|开局|目标|建议")
_CONGRESS = re.compile(
    "(?P<body>中国妇女|党的)(?P<ordinal>十[一二三四五六七八九]?|二十[一二三四五六七八九]?)大(?!队|学|会堂)"
)
# The year each congress met: of the Party, and of China's women.
_PARTY: Final = {16: 2002, 17: 2007, 18: 2012, 19: 2017, 20: 2022}
_WOMEN: Final = {10: 2008, 11: 2013, 12: 2018, 13: 2023}


def _number(word: str) -> int:
    tens, _, ones = word.rpartition("十")
    if "十" not in word:
        return _ORDINALS[word]
    return 10 * (_ORDINALS[tens] if tens else 1) + (_ORDINALS[ones] if ones else 0)


@rule(
    "I202",
    name="five-year-plan-in-its-time",
    en="A five-year plan is not spoken of as current two years or more before it begins.",
    zh="五年规划不早于其起始年两年以上被当作现行规划引用。",
    needs=(Need.TEXT,),
    example=("县妇联2014年工作总结\n2014年，县妇联按照“十三五”要求举办讲座12场。"),
)
def five_year_plan_in_its_time(matter: Matter) -> Iterator[Finding]:
    """“十三五” began in 2016: in a text of 2014 it is doubtful, unless words near it say that it is being prepared."""
    text = matter.view.text
    for match in _FIVE.finditer(text):
        number = _number(match[1])
        if match["what"] or number < 9:
            continue
        first = Period.five_year_plan(number).first.year
        year = year_at(matter, matter.view.place(match.start()))
        near = text[max(0, match.start() - 16) : match.end() + 16]
        if year is None or year > first - 2 or _PREPARED.search(near):
            continue
        yield Finding(
            code="I202",
            severity=Severity.WARNING,
            verdict=Verdict.INCONSISTENT,
            message_en=f"{match[0]} is {first} to {first + 4}; the text speaks for {year}",
            message_zh=f"{match[0]}为{first}至{first + 4}年，文中所述为{year}年",
            sources=(matter.source(match.start(), match.end()),),
        )


@rule(
    "I203",
    name="law-publicity-plan-in-its-time",
    en="A five-year plan of law publicity is spoken of within its years, the year before or the year after.",
    zh="“N五”普法规划在其规划期及前后一年内引用。",
    needs=(Need.TEXT,),
    example=("县妇联2019年工作总结\n2019年，县妇联开展“五五”普法宣传。"),
)
def law_publicity_plan_in_its_time(matter: Matter) -> Iterator[Finding]:
    """“五五”普法 was 2006 to 2010, “七五”普法 2016 to 2020."""
    for match in _FIVE.finditer(matter.view.text):
        number = _number(match[1])
        if not match["what"] or number > 9:
            continue
        first = 1981 + 5 * number
        year = year_at(matter, matter.view.place(match.start()))
        if year is None or first - 1 <= year <= first + 5:
            continue
        right = (year - 1981) // 5
        place = matter.source(match.start(), match.end())
        yield Finding(
            code="I203",
            severity=Severity.WARNING,
            verdict=Verdict.INCONSISTENT,
            message_en=f"{match[0]} is {first} to {first + 4}; the text speaks for {year}",
            message_zh=f"{match[0]}为{first}至{first + 4}年，文中所述为{year}年",
            sources=(place,),
            mend=Mend(source=place, text=f"“{'一二三四五六七八九'[right - 1]}五”{match['what']}")
            if 1 <= right <= 9
            else None,
        )


@rule(
    "I204",
    name="congress-in-its-time",
    en="A congress is not spoken of two years or more before it met.",
    zh="不早于召开之年两年以上引用代表大会。",
    needs=(Need.TEXT,),
    example=("县妇联2014年工作总结\n2014年，县妇联学习党的十九大精神。"),
)
def congress_in_its_time(matter: Matter) -> Iterator[Finding]:
    """党的十九大 met in 2017, 中国妇女十二大 in 2018."""
    for match in _CONGRESS.finditer(matter.view.text):
        met = (_PARTY if match["body"] == "党的" else _WOMEN).get(_number(match["ordinal"]))
        year = year_at(matter, matter.view.place(match.start()))
        if met is None or year is None or year > met - 2:
            continue
        yield Finding(
            code="I204",
            severity=Severity.WARNING,
            verdict=Verdict.INCONSISTENT,
            message_en=f"{match[0]} met in {met}; the text speaks for {year}",
            message_zh=f"{match[0]}于{met}年召开，文中所述为{year}年",
            sources=(matter.source(match.start(), match.end()),),
        )
