"""Bodies, their levels, their division codes and the years in which these are valid."""

from __future__ import annotations

from collections.abc import Iterator

from fulian.checks.finding import Finding, Severity, Verdict
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.errors import ParseError
from fulian.model.division import Division
from fulian.model.level import Level
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.reference.divisions import division, find_divisions, short_names, successor_in

__all__ = ["code_of_credit", "code_of_level", "code_of_name", "code_of_year"]


def _latest(code: str | None) -> Division | None:
    try:
        return None if code is None else division(code)
    except ParseError:
        return None


@rule(
    "I301",
    name="code-of-year",
    en="A place is called what it was called in the year that is spoken of.",
    zh="地名、区划代码在所述年份有效。",
    needs=(Need.BODIES,),
    example=("宁乡县妇联2019年工作总结\n2019年，宁乡县妇联举办讲座12场。"),
)
def code_of_year(matter: Matter) -> Iterator[Finding]:
    """A county that became a city or a district keeps its old name only for the years before."""
    told: set[tuple[str, int]] = set()
    for body, year, source, path in _dated(matter):
        place = _latest(body.division_code)
        if place is None or place.end is None or place.end >= year or (place.code, year) in told:
            continue
        if not body.name.startswith(place.name):
            continue
        told.add((place.code, year))
        later = successor_in(place, year)
        yield Finding(
            code="I301",
            severity=Severity.WARNING,
            verdict=Verdict.INCONSISTENT,
            message_en=f"{place.name} ({place.code}) ended in {place.end}"
            + (f", when {later.name} ({later.code}) took its place" if later else "")
            + f"; the text speaks for {year}",
            message_zh=f"{place.name}（{place.code}）{place.end}年起撤销"
            + (f"，改为{later.name}（{later.code}）" if later else "")
            + f"，所述为{year}年",
            sources=() if source is None else (source,),
            path=path,
        )


def _dated(matter: Matter) -> Iterator[tuple[Organization, int, Source | None, str]]:
    """Bodies with the year in which something is said of them, where it stands and the path to it."""
    for path, report in matter.reports:
        if report.organization is not None and report.year is not None:
            source = report.source
            short = source if source is not None and len(source.quote) <= 200 else _named(matter, report.organization)
            yield report.organization, report.year, short, f"{path}.organization".lstrip(".")
    for path, plan in matter.plans:
        if plan.issuer is not None and plan.year is not None:
            yield plan.issuer, plan.year, _named(matter, plan.issuer), f"{path}.issuer".lstrip(".")
    for number, one in enumerate(matter.observations):
        if one.organization is not None and one.period is not None:
            yield one.organization, one.period.first.year, one.source, f"observations[{number}].organization"


def _named(matter: Matter, body: Organization) -> Source | None:
    """Where the document names a body first."""
    for name in (body.short_name, body.name):
        at = matter.view.text.find(name) if name else -1
        if name and at >= 0:
            return matter.source(at, at + len(name))
    return None


@rule(
    "I302",
    name="code-of-level",
    en="A body's division code is of its own level.",
    zh="组织层级与行政区划代码的级别一致。",
    needs=(Need.BODIES,),
)
def code_of_level(matter: Matter) -> Iterator[Finding]:
    """A provincial body has a province's code; one below the county has its county's, or that of a place above."""
    for path, body in matter.bodies:
        place = _latest(body.division_code)
        if place is None or body.level is None:
            continue
        below = body.level.rank > Level.COUNTY.rank
        if body.level is place.level or below:
            continue
        yield Finding(
            code="I302",
            severity=Severity.ERROR,
            verdict=Verdict.INCONSISTENT,
            message_en=f"{body} is said to be of the level {body.level}; its code {place.code} is {place.name}",
            message_zh=f"{body}层级为{body.level.zh}，代码{place.code}为{place.name}（{place.level.zh}）",
            path=f"{path}.division_code".lstrip("."),
        )


@rule(
    "I303",
    name="code-of-name",
    en="A body's division code is that of the place that its name begins with.",
    zh="行政区划代码与组织名称中的地名一致。",
    needs=(Need.BODIES,),
)
def code_of_name(matter: Matter) -> Iterator[Finding]:
    """A name may begin with the place itself or with one that it lies in; judged where the place is clear."""
    for path, body in matter.bodies:
        place = _latest(body.division_code)
        if place is None or body.level is None or body.level.rank > Level.COUNTY.rank:
            continue
        stem, name = body.division_code or "", body.name
        above = (stem[:2] + "0000", stem[:4] + "00", stem)
        own = {word for code in above if (one := _latest(code)) for word in (one.name, *short_names(one.name))}
        named = _place_named(name)
        if named is None or named.code in above or any(name.startswith(word) or word in name for word in own):
            continue
        yield Finding(
            code="I303",
            severity=Severity.ERROR,
            verdict=Verdict.INCONSISTENT,
            message_en=f"{body} has the code {place.code}, which is {place.name}, not {named.name} ({named.code})",
            message_zh=f"{body}的代码{place.code}为{place.name}，不是{named.name}（{named.code}）",
            path=f"{path}.division_code".lstrip("."),
        )


def _place_named(name: str) -> Division | None:
    """The one place whose full name a body's name begins with; None where none, or several, could be meant."""
    for end in range(min(len(name), 12), 2, -1):
        found = find_divisions(name[:end])
        if found and all(one.name == name[:end] for one in found):
            return found[0] if len(found) == 1 else None
    return None


@rule(
    "I401",
    name="code-of-credit",
    en="A unified social credit code has no doubtful part, and its division is that of its body.",
    zh="统一社会信用代码无可疑之处，登记机关行政区划与组织一致。",
    needs=(Need.BODIES,),
)
def code_of_credit(matter: Matter) -> Iterator[Finding]:
    """What can never be right is refused when a code is made; this looks at what is unusual."""
    for path, body in matter.bodies:
        code = body.credit_code
        if code is None:
            continue
        for doubt in code.doubts:
            yield Finding(
                code="I401",
                severity=Severity.NOTE,
                verdict=Verdict.NOTE,
                message_en=f"the credit code {code} of {body}: {doubt}",
                message_zh=f"{body}的统一社会信用代码{code}存疑：{doubt}",
                path=f"{path}.credit_code".lstrip("."),
            )
        other = body.division_code is not None and body.division_code[:2] != code.division_code[:2]
        if other and not code.division_code.startswith("10"):
            yield Finding(
                code="I401",
                severity=Severity.WARNING,
                verdict=Verdict.INCONSISTENT,
                message_en=f"the credit code {code} was given in another province than that of {body}",
                message_zh=f"{body}的统一社会信用代码{code}登记机关属于另一省份",
                path=f"{path}.credit_code".lstrip("."),
            )
