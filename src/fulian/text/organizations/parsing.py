"""From a name to the body it names."""

from __future__ import annotations

import re
from functools import lru_cache

from fulian.errors import ParseError
from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.text.organizations._place import HEAD, NATION, NATIONAL, ORGANS, Place, area_of, place_of

__all__ = ["parse_organization"]

_HAN = "\u4e00-\u9fff"
_LONGEST = 60
_SPACE = re.compile(r"\s+")
_INSTITUTION = re.compile(
    f"[{_HAN}]{{2,24}}(?:大学|学院|学校|医院|公司|集团|局|厅|委|院|所|银行|系统|中学|小学|机关|中心)"
)
_PART = re.compile(
    f"(?P<unit>[{_HAN}]{{0,10}}(?:学校|学院|活动中心|儿童中心|服务中心|发展中心|信息中心|网络中心|基金会|幼儿园|报社))"
    f"|(?P<department>[{_HAN}]{{0,14}}(?:部|室|科|处|党委|党组|机关|办))(?:[(（][{_HAN}]{{2,8}}[)）])?"
)


@lru_cache(maxsize=16384)
def parse_organization(text: str, *, year: int | None = None, within: str | Organization | None = None) -> Organization:
    """Read the name of one body (解析组织名称): a federation, a part of one, a committee, or a place.

    Args:
        text: The name and nothing else, in full or as texts shorten it: 株洲市妇女联合会, 湘西州妇联, 省妇联办公室,
            省直妇工委, 县妇儿工委办, 新盛场镇妇联, XX村妇联, 慈利县. White space within is dropped.
        year: The calendar year whose division names count; None for those in use today, else of any year.
        within: The body or the division (its code) that the name is spoken in: 市妇联 is the federation of its city,
            永定区 the one that lies in it. None where nothing is known; then a relative name is refused.

    Returns:
        The body, with its full name, the short one, its kind, level and division code. A part (办公室, 组织部,
        妇儿工委办, an affiliated unit) has the whole as its parent; a federation has none, since level and code tell
        the one that guides it. The code is None where a county's name could be several counties', and for masked names
        (XX县).

    Raises:
        ParseError: The text names no body, or names it relative to a place that `within` does not give.

    Source:
        Charter of the All-China Women's Federation (revised 2023) for levels and bodies; the abbreviations are usage.

    Example:
        >>> parse_organization("湘西州妇联").name
        '湘西州妇女联合会'
        >>> office = parse_organization("省妇联办公室", within="430200")
        >>> office.name, str(office.parent), office.division_code
        ('湖南省妇女联合会办公室', '湖南省妇联', '430000')
        >>> parse_organization("市妇联")
        Traceback (most recent call last):
        ...
        fulian.errors.ParseError: '市妇联' at 0: expected a name that tells which 市, or `within`, found '市妇联'
    """
    clean = _SPACE.sub("", text)
    if not clean or len(clean) > _LONGEST:
        raise ParseError(text=text, position=0, expected=f"the name of a body, up to {_LONGEST} characters")
    head = HEAD.search(clean)
    if head is None:
        part = _PART.fullmatch(clean)
        whole = _federation_of(within) if part else None
        if part and whole is not None:
            return _part(whole, clean, is_unit=bool(part["unit"]))
        return area_of(place_of(clean, text, year, within))
    if head["association"] and head.end() == len(clean):
        return _association(clean, head, year, within)
    place, organs = _owner(clean[: head.start()], text, head, year, within)
    whole = _body(place, organs, head, text)
    rest = clean[head.end() :]
    if not rest:
        return whole
    part = _PART.fullmatch(rest)
    if part is None or whole.kind is not OrganizationKind.FEDERATION:
        at = max(text.find(rest), 0)
        raise ParseError(text=text, position=at, expected="the end, or a department such as 办公室, 组织联络部")
    return _part(whole, rest, is_unit=bool(part["unit"]))


def _federation_of(within: str | Organization | None) -> Organization | None:
    """The federation that a bare 办公室 is of: the body spoken of, or the one it is part of."""
    while isinstance(within, Organization):
        if within.kind is OrganizationKind.FEDERATION:
            return within
        within = within.parent
    return None


def _part(whole: Organization, rest: str, *, is_unit: bool) -> Organization:
    return Organization(
        name=whole.name + rest,
        short_name=f"{whole}{rest}",
        kind=OrganizationKind.AFFILIATED_UNIT if is_unit else OrganizationKind.DEPARTMENT,
        level=whole.level,
        division_code=whole.division_code,
        parent=whole,
    )


def _association(clean: str, head: re.Match[str], year: int | None, within: str | Organization | None) -> Organization:
    place = place_of(clean[: head.start()], clean, year, within)
    return Organization(
        name=place.name + head[0],
        short_name=place.short + head[0] if place.short != place.name else None,
        kind=OrganizationKind.ASSOCIATION,
        level=place.level,
        division_code=place.code,
    )


def _owner(
    owner: str, text: str, head: re.Match[str], year: int | None, within: str | Organization | None
) -> tuple[Place, bool]:
    """The place before the head, and whether the body is of the organs directly under it (省直)."""
    if owner in NATIONAL:
        return NATION, False
    organs = bool(ORGANS.search(owner))
    bare = ORGANS.sub("", owner) if organs else owner
    if head["childrens"]:
        bare = bare.removesuffix("政府").removesuffix("人民")
    if not bare:
        raise ParseError(text=text, position=0, expected="a place before the kind of body, such as 株洲市")
    try:
        return place_of(bare, text, year, within), organs
    except ParseError:
        if (head["committee"] or head["working"] or head["workers"]) and _INSTITUTION.fullmatch(owner):
            return Place(owner, owner, None, None), False
        raise


def _body(place: Place, organs: bool, head: re.Match[str], text: str) -> Organization:  # noqa: FBT001 (private)
    under = "直机关" if organs else ""
    if head["federation"]:
        full = "中华全国" if place is NATION else place.name
        return _made(f"{full}{under}妇女联合会", f"{place.short}{under}妇联", OrganizationKind.FEDERATION, place)
    if head["childrens"]:
        government = "国务院" if place is NATION else f"{place.name}人民政府"
        short = ("国务院" if place is NATION else place.short) + "妇儿工委"
        kind = OrganizationKind.CHILDRENS_WORK_COMMITTEE
        committee = _made(f"{government}妇女儿童工作委员会", short, kind, place)
        if not head["office"]:
            return committee
        return Organization(
            name=committee.name + "办公室",
            short_name=f"{committee}办",
            kind=OrganizationKind.CHILDRENS_WORK_OFFICE,
            level=place.level,
            division_code=place.code,
            parent=committee,
        )
    if head["working"]:
        short = place.short + ("直" if organs else "")
        return _made(f"{place.name}{under}妇女工作委员会", f"{short}妇工委", OrganizationKind.WORKING_COMMITTEE, place)
    if head["committee"]:
        return _made(
            f"{place.name}{under}妇女委员会", f"{place.short}{under}妇委会", OrganizationKind.WOMENS_COMMITTEE, place
        )
    if head["workers"]:
        return _made(
            f"{place.name}{under}女职工委员会", f"{place.short}{under}女工委", OrganizationKind.WOMENS_COMMITTEE, place
        )
    if head["unit"]:
        unit = head["unit"].replace("妇儿", "妇女儿童")
        return _made(place.name + unit, place.short + unit, OrganizationKind.AFFILIATED_UNIT, place)
    if place.level not in {Level.VILLAGE, None}:
        # Above the village 妇代会 is a congress, that is a meeting.
        raise ParseError(text=text, position=0, expected="a village or community before 妇代会")
    return _made(f"{place.name}妇女代表会", f"{place.short}妇代会", OrganizationKind.FEDERATION, place)


def _made(name: str, short: str, kind: OrganizationKind, place: Place) -> Organization:
    return Organization(
        name=name,
        short_name=short if short != name else None,
        kind=kind,
        level=place.level,
        division_code=place.code,
    )
