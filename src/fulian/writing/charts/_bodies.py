"""Whose figures stand together: a place and its federation are one, two places of one name are two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from fulian.errors import ParseError
from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.reference.divisions import division, parent, short_names
from fulian.text.wrapping import one_line
from fulian.values.period import Period

__all__ = ["Body", "body_of", "names_apart", "place", "short_name"]

# Bodies whose figures are those of their place.
_OF_PLACES = frozenset(
    (
        OrganizationKind.FEDERATION,
        OrganizationKind.AREA,
        OrganizationKind.CHILDRENS_WORK_COMMITTEE,
        OrganizationKind.CHILDRENS_WORK_OFFICE,
    )
)
_DIVIDED = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)


@attrs.frozen
class Body:
    """Who a row of a chart is about; equal where code and, for what is no place of its own, name are.

    Attributes:
        code: The division code, or None where that is not known.
        own_name: The name of a body that is no place; empty for a place with a code.
        name: What to call it.
        level: The level it works at, or None.
    """

    code: str | None
    own_name: str
    name: str = attrs.field(eq=False)
    level: Level | None = attrs.field(eq=False)


def place(code: str, year: int | None) -> Body:
    """Give the place of a division code, by the name that it had in a year."""
    try:
        found = division(code, year)
    except ParseError:  # the code was not in use in that year, but it is a code
        found = division(code)
    return Body(code=code, own_name="", name=found.name, level=found.level)


def body_of(organization: Organization | None, period: Period | None) -> Body | None:
    """Give the body that a figure is about, or None where that is not known."""
    if organization is None:
        return None
    code, level = organization.division_code, organization.level
    if code and organization.kind in _OF_PLACES and level in _DIVIDED:
        try:
            return place(code, period.last.year if period else None)
        except ParseError:  # no division has this code: the name is all there is
            pass
    return Body(code=code, own_name=organization.name, name=one_line(str(organization)), level=level)


def short_name(body: Body) -> str:
    """Give the name that a tile has room for: 株洲, 湘西."""
    forms = () if body.own_name else short_names(body.name)
    return forms[0] if forms else body.name


def names_apart(bodies: Iterable[Body], unknown: str) -> dict[Body, str]:
    """Give each body a name that no other one has: 永定区（张家界市）, and `unknown` where there is no code."""
    names = {body: body.name for body in bodies}
    for tell in (_above, lambda body: body.code or unknown, lambda body: body.own_name):
        often = Counter(names.values())
        names |= {
            body: f"{body.name}（{tell(body)}）" for body, name in names.items() if often[name] > 1 and tell(body)
        }
    return names


def _above(body: Body) -> str:
    try:
        above = parent(division(body.code)) if body.code and not body.own_name else None
    except ParseError:
        above = None
    return above.name if above else ""
