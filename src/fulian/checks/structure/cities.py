"""The cities of a round-up: one twice, one missing, not as many as its headline says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fulian.checks.finding import Finding, Severity, Verdict
from fulian.checks.matter import Located, Matter, Need
from fulian.checks.rule import rule
from fulian.errors import ParseError
from fulian.model.level import Level
from fulian.model.organization import OrganizationKind
from fulian.model.source import Source
from fulian.reference.divisions import LAST_YEAR, all_divisions
from fulian.values.numeral import parse_numeral
from fulian.values.span import Span

__all__ = ["all_cities_present", "no_city_twice"]

_COUNTED = re.compile("(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})个?(?:市州|地市州?|州市|设区市)")


def _cities(matter: Matter) -> dict[str, list[Located]]:
    """The reports of prefectures' federations, by code."""
    found: dict[str, list[Located]] = {}
    for one in matter.reports:
        body = one.record.organization
        if body is None or body.level is not Level.PREFECTURE or body.kind is not OrganizationKind.FEDERATION:
            continue
        if body.division_code is not None:
            found.setdefault(body.division_code, []).append(one)
    return found


def _head(source: Source | None) -> tuple[Source, ...]:
    """The beginning of a report, which is all that needs to be shown."""
    if source is None:
        return ()
    first = source.quote.partition("\n")[0][:40] or source.quote[:1]
    span = Span(start=source.start, end=source.start + len(first))
    return (Source(document_id=source.document_id, span=span, quote=first),)


@rule(
    "S401",
    name="no-city-twice",
    en="A round-up has one report of a city for a year.",
    zh="综述中同一市州同一年度只有一篇报告。",
    needs=(Need.REPORTS,),
    example=(
        "湖南省三市州妇联2020年干了什么\n"
        "\n"
        "株洲市\n"
        "2020年，株洲市妇联救助困难母亲356名。\n"
        "\n"
        "湘潭市\n"
        "2020年，湘潭市妇联救助困难母亲88名。\n"
        "\n"
        "衡阳市\n"
        "2020年，衡阳市妇联走访家庭30户。\n"
        "\n"
        "株洲市\n"
        "2020年，株洲市妇联举办讲座12场。"
    ),
)
def no_city_twice(matter: Matter) -> Iterator[Finding]:
    """Reports of one document, or a tuple of reports without documents."""
    for code, located in _cities(matter).items():
        seen: dict[tuple[object, object], Located] = {}
        for one in located:
            other = seen.setdefault((one.record.year, one.record.document_id), one)
            if other is one:
                continue
            yield Finding(
                code="S401",
                severity=Severity.WARNING,
                verdict=Verdict.INCONSISTENT,
                message_en=f"{one.record.organization} ({code}) reports twice for {one.record.year}",
                message_zh=f"{one.record.organization}（{code}）{one.record.year}年有两篇报告",
                sources=(*_head(one.record.source), *_head(other.record.source)),
                path=one.path or None,
            )


@rule(
    "S402",
    name="all-cities-present",
    en="A round-up of a province's cities leaves none out, and has as many as its headline says.",
    zh="一省市州综述不遗漏市州，数目与标题一致。",
    needs=(Need.REPORTS, Need.DOCUMENT),
    example=(
        "湖南省四市州妇联2020年干了什么\n"
        "\n"
        "株洲市\n"
        "2020年，株洲市妇联救助困难母亲356名。\n"
        "\n"
        "湘潭市\n"
        "2020年，湘潭市妇联救助困难母亲88名。\n"
        "\n"
        "衡阳市\n"
        "2020年，衡阳市妇联举办讲座12场。"
    ),
)
def all_cities_present(matter: Matter) -> Iterator[Finding]:
    """Told where the headline counts the cities, or where at least three in four of a province's cities report."""
    cities = _cities(matter)
    document = matter.document
    if document is None or len(cities) < 3:
        return
    [(province, number)] = Counter(code[:2] for code in cities).most_common(1)
    year = next((one.record.year for found in cities.values() for one in found if one.record.year), LAST_YEAR)
    listed = [
        one
        for one in all_divisions()
        if one.level is Level.PREFECTURE and one.code.startswith(province) and one.is_valid(min(year, LAST_YEAR))
    ]
    counted = _COUNTED.search(document.title or "")
    said = _value(counted["number"]) if counted else None
    whole = said == len(listed) or (said is None and number * 4 >= len(listed) * 3)
    missing = [one for one in listed if one.code not in cities] if whole else []
    sources = tuple(one.source for one in document.frame if one.role.value == "title")[:1]
    if missing:
        names = "、".join(one.name for one in missing)
        yield Finding(
            code="S402",
            severity=Severity.WARNING,
            verdict=Verdict.INCONSISTENT if said else Verdict.CANNOT_TELL,
            message_en=f"no report of {names}: {number} of {len(listed)} cities report",
            message_zh=f"缺少{names}：{len(listed)}个市州中有{number}个",
            sources=sources,
        )
    elif said is not None and said != number:
        yield Finding(
            code="S402",
            severity=Severity.WARNING,
            verdict=Verdict.INCONSISTENT,
            message_en=f"the title says {said} cities, {number} report",
            message_zh=f"标题为{said}个市州，文中有{number}个",
            sources=sources,
        )


def _value(text: str) -> int | None:
    try:
        return int(parse_numeral(text).value)
    except ParseError:
        return None
