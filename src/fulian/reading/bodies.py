"""Which body a text speaks for."""
from __future__ import annotations

import re

from fulian.errors import ParseError
from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.reference.divisions import find_divisions

__all__: list[str] = []


def federation_of(code: str, name: str, level: Level) -> Organization:
    """Make the federation of a division."""
    return Organization(
        name=f"{name}妇女联合会", short_name=f"{name}妇联", kind=OrganizationKind.FEDERATION, level=level,
        division_code=code,
    )


def parse_body(text: str, *, year: int | None = None, within: str | None = None) -> Organization:
    text = "".join(text.split())
    match = re.fullmatch("(.*?)(?:妇联|妇女联合会)", text)
    if match:
        found = find_divisions(match[1], year=year, within=within)
        if match[1] == "省" and within:
            found = tuple(d for d in find_divisions("湖南省") )
        if found:
            return federation_of(found[0].code, found[0].name, found[0].level)
    if not text:
        raise ParseError(text=text, position=0, expected="a body")
    return Organization(name=text, kind=OrganizationKind.OTHER)


def name_the_body(text: str, start: int, end: int, *, year: int | None = None) -> Organization | None:
    match = re.compile("([\u4e00-\u9fff]{2,4}[省市县区])妇联").search(text, start, end)
    return parse_body(match.group(), year=year) if match else None
