"""The places that bodies are of: listed, relative, masked, or below the county."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from fulian.errors import ParseError
from fulian.model.division import Division
from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.reference.divisions import FIRST_YEAR, LAST_YEAR, division, find_divisions, short_names
from fulian.text._place_words import DISTRICT_NOUNS
from fulian.text.places import narrow

__all__ = [
    "HEAD",
    "NATION",
    "NATIONAL",
    "ORGANS",
    "Place",
    "area_of",
    "area_of_body",
    "as_written",
    "division_place",
    "home_place",
    "masked_stretches",
    "place_of",
    "relative_place",
]

_HAN = "\u4e00-\u9fff"
HEAD = re.compile(
    "(?P<federation>妇女联合会|妇联)"
    "|(?P<childrens>(?:人民)?(?:政府)?(?:妇女儿童工作委员会|妇儿工委)(?P<office>办公室|办)?)"
    "|(?P<working>(?:妇女工作委员会|妇工委))"
    "|(?P<committee>妇女委员会|妇委会)"
    "|(?P<workers>女职工委员会|女工委)"
    "|(?P<congress>妇女代表会|妇代会)"
    "|(?P<unit>(?:妇女儿童|妇儿|妇女|儿童)(?:活动中心|服务中心|发展中心|干部学校|发展基金会))"
    f"|(?P<association>女[{_HAN}]{{1,8}}(?:协会|联谊会|商会))"
)
NATIONAL = frozenset({"全国", "中华全国", "国务院"})
_RELATIVE = re.compile(
    "(?:我们|[我本全该])?(?P<unit>省|自治区|市|自治州|州|盟|地区|县|区|旗|镇|乡|街道|街|村|社区|团)(?P<organs>直属机关|直机关|直)?"
)
MASKS = "XxＸｘ×某_*＊#＃"
_MASKED = f"[{MASKS}]{{0,2}}(?:省|市|州|县|区|旗|镇|乡|街道|村|社区)"
MASKED = re.compile(f"[{MASKS}]{_MASKED}")
# By first character: the search for a single one is quick, and few texts have more than two of them.
_MASKED_BY_FIRST = tuple((mask, re.compile(f"{re.escape(mask)}{_MASKED}")) for mask in MASKS)
_OPEN = re.compile(
    "(?:第[一二三四五六七八九十]{1,3}师)?[0-9一二三四五六七八九〇零十]{2,4}团(?:场(?!所))?"
    f"|[{_HAN}]{{1,9}}?(?:街道办事处|街道|社区|镇|乡|村|新区)|[{_HAN}]{{0,9}}?(?:开发区|高新区|经开区|管理区)"
)
_ZONE = re.compile("高新区|经开区|开发区")
ORGANS = re.compile("(?:直属机关|直机关|直)$")
_TOWNSHIP_UNITS = frozenset({"镇", "乡", "街道", "街", "场", "团"})
_VILLAGE_UNITS = frozenset({"村", "社区"})
_LEVELS = {
    **dict.fromkeys(("省", "自治区"), Level.PROVINCE),
    **dict.fromkeys(("州", "自治州", "盟", "地区"), Level.PREFECTURE),
    **dict.fromkeys(("县", "区", "旗"), Level.COUNTY),
    **dict.fromkeys(_TOWNSHIP_UNITS, Level.TOWNSHIP),
    **dict.fromkeys(_VILLAGE_UNITS, Level.VILLAGE),
}


class Place(NamedTuple):
    """A place that a body works in: its full and short names, its level, the code of its county or above."""

    name: str
    short: str
    level: Level | None
    code: str | None


NATION = Place("全国", "全国", Level.NATIONAL, None)


def masked_stretches(text: str) -> list[tuple[int, int]]:
    """Where masked names stand (XX县, 某镇), in no order; X某县 is found for 某县 as well."""
    return [
        (match.start(), match.end())
        for mask, pattern in _MASKED_BY_FIRST
        if mask in text
        for match in pattern.finditer(text)
    ]


def area_of(place: Place) -> Organization:
    """Make the area (地区) of a place, for figures about the place itself."""
    return Organization(
        name=place.name,
        short_name=place.short if place.short != place.name else None,
        kind=OrganizationKind.AREA,
        level=place.level,
        division_code=place.code,
    )


def place_of(name: str, text: str, year: int | None, within: str | Organization | None) -> Place:
    """The place that a name means: relative, masked, in the list of divisions, or below it."""
    if name in NATIONAL:
        return NATION
    relative = _RELATIVE.fullmatch(name)
    if relative:
        found = relative_place(relative["unit"], year, within)
        if found is None:
            unit = relative["unit"]
            raise ParseError(text=text, position=0, expected=f"a name that tells which {unit}, or `within`")
        return found
    home = _code(within)
    at = 0
    place: Place | None = None
    while at < len(name):
        step = _listed(name, at, year, place.code if place and place.code else home) or _unlisted(name, at)
        if step is None:
            raise ParseError(text=text, position=at, expected="a place such as 株洲市, 慈利县, 新盛场镇")
        length, one = step
        place = _joined(place, one, home)
        at += length
    if place is None:
        raise ParseError(text=text, position=0, expected="a place such as 株洲市, 慈利县, 新盛场镇")
    return place


def _listed(name: str, at: int, year: int | None, home: str | None) -> tuple[int, Place] | None:
    """A division at this point of the name; a short one only where a body, or the name's end, follows it."""
    for length in range(min(len(name) - at, 17), 1, -1):
        candidates = find_divisions(name[at : at + length])
        written, rest = name[at : at + length], at + length
        if written in DISTRICT_NOUNS:
            candidates = _lying_within(candidates, home, year)
        if not candidates:
            continue
        whole = any(written[-1] == one.name[-1] for one in candidates)
        if not whole and rest < len(name) and not _ZONE.match(name, rest) and not _listed(name, rest, year, home):
            continue  # the 望城 of 望城坡街道
        found = narrow(written, candidates, year=year, home=home)
        if found is not None:
            return length, as_written(division_place(found), written)
        if all(one.name == written for one in candidates):
            return length, Place(written, written, candidates[0].level, None)
    return None


def _lying_within(candidates: tuple[Division, ...], home: str | None, year: int | None) -> tuple[Division, ...]:
    """Those that lie in the writer's prefecture: 唐山市's 新区, and not that of 光明新区; or the only one of a year."""
    if home is None:
        listed = None if year is None else min(max(year, FIRST_YEAR), LAST_YEAR)
        valid = tuple(one for one in candidates if listed is not None and one.is_valid(listed))
        return valid if len(valid) == 1 else ()
    return tuple(one for one in candidates if one.code.startswith(home[:4].removesuffix("00")))


def _unlisted(name: str, at: int) -> tuple[int, Place] | None:
    """A masked name, or a place below the county: the list of divisions does not know either."""
    masked = MASKED.match(name, at)
    found = masked or _OPEN.match(name, at)
    if found is None:
        return None
    words = found[0].removesuffix("办事处")
    unit = next((one for one in ("街道", "社区", "地区") if words.endswith(one)), words[-1])
    level = None if words.endswith(("新区", "开发区", "高新区", "经开区", "管理区")) else _LEVELS.get(unit)
    return len(found[0]), Place(words, words, level, None)


def _joined(outer: Place | None, inner: Place, home: str | None) -> Place:
    """The inner place with what the outer one tells: 湖南省|株洲市 is 株洲市, 慈利县|零阳镇 keeps both."""
    if inner.code is not None:
        if outer is not None and outer.level is Level.PREFECTURE and inner.name in DISTRICT_NOUNS:
            return inner._replace(name=outer.name + inner.name, short=outer.short + inner.short)
        return inner
    if outer is None:
        below = inner.level in {Level.TOWNSHIP, Level.VILLAGE}
        county = home if below and home and not home.endswith("00") else None
        return inner._replace(code=county)
    if outer.level in {Level.NATIONAL, Level.PROVINCE} and inner.level is Level.COUNTY:
        return inner
    below = inner.level in {Level.TOWNSHIP, Level.VILLAGE}
    code = outer.code if below and outer.code and not outer.code.endswith("00") else None
    return Place(outer.name + inner.name, outer.short + inner.short, inner.level, code)


def division_place(found: Division) -> Place:
    """The place of a listed division. Autonomous places are shortened to 湘西州, 新晃县; regions to 广西."""
    short = found.name
    if "自治" in found.name:
        forms = short_names(found.name)
        short = forms[0] if found.level is Level.PROVINCE else forms[1]
    return Place(found.name, short, found.level, found.code)


def as_written(place: Place, written: str) -> Place:
    """An autonomous place by the name that its own organs use: 湘西州, 都安县, unless the long one is printed."""
    if "自治" not in place.name or place.level is Level.PROVINCE:
        return place
    name = written if written.endswith(place.name[-1]) else place.short
    return place._replace(name=name, short=name)


def _code(within: str | Organization | None) -> str | None:
    return within.division_code if isinstance(within, Organization) else within


def home_place(home: Organization) -> Place:
    """The place of a body: its name without the words for the kind of body."""
    root = home
    while root.parent is not None:
        root = root.parent
    head = HEAD.search(root.name)
    name = root.name[: head.start()] if head else root.name
    name = ORGANS.sub("", name.removesuffix("人民政府"))
    if root.level is Level.NATIONAL:
        return NATION
    if root.division_code and root.level in {Level.PROVINCE, Level.PREFECTURE, Level.COUNTY}:
        return division_place(division(root.division_code))._replace(name=name)
    return Place(name, name, root.level, root.division_code)


@lru_cache(maxsize=4096)
def area_of_body(body: Organization) -> Organization:
    """Give the area that a body works in (所在地区): what a committee's monitoring figures are about.

    Args:
        body: Any body; an area is its own.

    Returns:
        The area of its place.

    Example:
        >>> from fulian.text.organizations import parse_organization
        >>> str(area_of_body(parse_organization("上饶市妇儿工委")))
        '上饶市'
    """
    return body if body.kind is OrganizationKind.AREA else area_of(home_place(body))


@lru_cache(maxsize=16384)
def relative_place(unit: str, year: int | None, within: str | Organization | None) -> Place | None:
    """The 市, 县, 镇 … that a body means when it says 全市, 我县, 镇妇联; None where its own place does not tell."""
    if isinstance(within, Organization):
        own = home_place(within)
        if unit in _TOWNSHIP_UNITS or unit in _VILLAGE_UNITS:
            return _low(unit, own)
        if own.code is None:
            return own if own.name.endswith(unit) or _LEVELS.get(unit) is own.level else None
    elif within is None or unit in _TOWNSHIP_UNITS or unit in _VILLAGE_UNITS:
        return None
    code = _code(within)
    found = _around(unit, code, year) if code else None
    if found is None:
        return None
    if isinstance(within, Organization) and found.code == within.division_code:
        return home_place(within)  # by the name it goes by
    place = division_place(found)
    return as_written(place, place.short)


def _low(unit: str, own: Place) -> Place | None:
    """The township or village a body lies in, as far as its own name tells."""
    if unit in _VILLAGE_UNITS:
        return own if own.level is Level.VILLAGE and own.name.endswith(unit) else None
    if own.level is Level.TOWNSHIP:
        return own if own.name.endswith(unit) or (unit == "街" and own.name.endswith("街道")) else None
    if own.level is Level.VILLAGE:
        cut = re.match(f"[{_HAN}XＸ×某]{{1,12}}?(?:街道|镇|乡)", own.name)
        return Place(cut[0], cut[0], Level.TOWNSHIP, own.code) if cut else None
    return None


def _around(unit: str, code: str, year: int | None) -> Division | None:
    """The division of this kind that a division is or lies in."""
    upward = [found for found in (_named(one, year) for one in _codes_around(code)) if found is not None]
    region = upward[-1] if upward and upward[-1].name.endswith("自治区") else None
    match unit:
        case "省":
            return next((one for one in upward if one.level is Level.PROVINCE and one.name.endswith("省")), None)
        case "区":
            own = upward[0] if upward else None
            return own if own and own.level is Level.COUNTY and own.name.endswith("区") else region
        case "自治区":
            return region
        case "州":
            return next((one for one in upward if one.name.endswith("自治州")), None)
        case _:
            return next((one for one in upward if one.name.endswith(unit)), None)


def _codes_around(code: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((code, code[:4] + "00", code[:2] + "0000")))


def _named(code: str, year: int | None) -> Division | None:
    for when in (year, None):
        try:
            return division(code, when)
        except ParseError:
            continue
    return None
