"""Whose document it is: what signature, masthead, title and text say of the body that speaks."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Final

from fulian.errors import ParseError
from fulian.model.division import Division
from fulian.model.document import DocumentKind, FrameRole
from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.reading._draft import NoteDraft
from fulian.reading._matter import Matter
from fulian.reading._unlisted import unlisted_place
from fulian.reference.divisions import find_divisions
from fulian.text.organizations import (
    BodyForm,
    area_of_body,
    called_our_own,
    find_named,
    kind_of_place,
    name_the_body,
    name_the_institution,
    parse_organization,
    unnamed_body,
)
from fulian.text.places import PlaceMention, find_places, mentions_of, resolve

__all__ = ["body_of", "doubt_of"]

_NAVIGATION: Final = FrameRole.NAVIGATION
_ON_THE_WAY = frozenset("在赴到来往向")  # where a meeting was held, whom it went to see
_TWICE = 2
_WHERE_IT_WENT = re.compile("(?:省|自治区|市|州|盟)妇联[^，。；]{0,12}(?:在|赴|到|来|深入|走进)$")
_VENUE = re.compile("在[^，。在]{2,8}(?:举行|举办|召开|开幕|闭幕)$")
_A_YEAR = re.compile("(?:办事处|人民政府)?(?:(?:关于)?(?:19|20)[0-9]{2}年|妇女|妇联)")
# 白石镇强化家庭教育: what a township does, over a text that names no body.
_DOES = re.compile(
    "[:：]|(?:强化|深化|开展|扎实|积极|举办|组织|推进|推动|创新|打造|着力|全力|持续|多举措|抓好|做好|做实|聚焦|成立|启动)"
)
_OF_THE_FEDERATION = re.compile("年(?:度|上半年|下半年)?妇联工作")
_OWN_HALL = re.compile("行政中心|政府|会展|体育|文化|人民|大剧院|妇女儿童|市民")  # 在丽水市行政中心举办: at home
_CHINA = re.compile("[^\n]{0,30}(?:中国|全国)")
_BELOW_CITIES = ("县", "区", "旗", "镇", "乡", "村")
_UNITS = frozenset("省市州盟县区旗")
_MASKED = re.compile("[XxＸｘ×某_*＊#＃]")  # XX县, 某区: the name was taken out
# What stands before 县妇联 at the head of a title, where it is a name: not 各市县妇联, 邀请县妇联.
_UNLISTED = re.compile(
    "(?![^县旗]{0,3}[省市州盟区乡镇村各全我本该])(?!邀请|会同|协同|走访|参加|组织|配合|协助|联合|关于|根据|按照|支持|帮助|推荐|获得|荣获)"
    "([\u4e00-\u9fff]{2,3}[县旗])(?:妇女联合会|妇联)"
)
_LOCAL_PAPER = re.compile(
    "([\u4e00-\u9fff]{2,6}?)(?:[日晚时商]报|新闻网|妇女网|女性网|妇联|在线|政府网|电视台|发布|地方志|史志|人民政府)"
)


def body_of(
    matter: Matter, kind: DocumentKind, year: int | None, known: Organization | None = None
) -> Organization | None:
    """Tell the body that a document speaks for (发文或报告单位).

    Args:
        matter: The document; its frame is read.
        kind: What kind of document it is.
        year: The calendar year it is about, or None.
        known: The body that the caller knows, for a document whose signature, masthead and title name none.

    Returns:
        The body, by the signature, the masthead, the title, else the one known, else by the text; None where nothing
        tells, and for a round-up, which speaks for nobody.
    """
    body = _told(matter, kind, year, known)
    is_titled = not matter.sample and _OF_THE_FEDERATION.search(matter.title) is not None
    return _federation_of(body, year) if body is not None and is_titled else body


def _told(matter: Matter, kind: DocumentKind, year: int | None, known: Organization | None) -> Organization | None:
    for bounds in (matter.frame.signature, matter.frame.masthead):
        if bounds is not None:
            try:
                return parse_organization(matter.words(bounds), year=year)
            except ParseError:
                continue
    if not matter.sample and (body := name_the_body(matter.title, 0, len(matter.title), year=year)) is not None:
        return body
    unlisted = None if matter.sample else _unlisted_in_title(matter.title)
    if unlisted is not None:
        return unlisted
    if known is not None or kind is DocumentKind.ROUND_UP:
        return known
    own = None if matter.sample else called_our_own(matter.text[matter.start : matter.end])
    if own is not None:
        return own
    named = name_the_body(matter.text, _below_the_site(matter), matter.end, year=year, named=matter.found.named)
    if named is not None and named.kind is not OrganizationKind.AREA:
        return named
    whole = f"{matter.title}\n{matter.text[matter.start : matter.end]}"
    if named is None and _the_nation_met(matter):
        return _nation(whole)
    return (
        _township_of_the_title(matter, year)
        or _institution(matter, whole)
        or named
        or _place_in_title(matter, year)
        or _only_place(matter, year)
        or _place_throughout(matter, year)
        or _place_of_the_paper(matter, whole, year)
        or (None if matter.sample else unlisted_place(matter.title, whole, kind_of_place(whole)))
        or unnamed_body(whole)
        or _nation(whole)
    )


def _federation_of(body: Organization, year: int | None) -> Organization:
    """云冈区2016年妇联工作总结: a report of the area's federation, though the year stands between."""
    if body.kind is not OrganizationKind.AREA:
        return body
    try:
        return parse_organization(f"{body.name}妇联", year=year, within=body.division_code)
    except ParseError:
        return body


def doubt_of(matter: Matter, body: Organization | None) -> NoteDraft | None:
    """Say of a county which ones its name may mean, or that no list has it (主体存疑).

    Args:
        matter: The document.
        body: The body it speaks for, or None.

    Returns:
        A note on the place where the name stands first; None where it is settled, left out or no county's.
    """
    if body is None or body.level is not Level.COUNTY or body.division_code is not None:
        return None
    name = area_of_body(body).name
    start = matter.text.find(name, matter.start, matter.end)
    if start < 0 or len(name) == 1 or _MASKED.search(name):
        return None
    codes = sorted({one.code for one in find_divisions(name)})
    if codes:
        return NoteDraft("ambiguous-place", f"{name} may be {', '.join(codes)}", start, start + len(name))
    return NoteDraft("unlisted-place", f"{name} is in no list of divisions", start, start + len(name))


def _unlisted_in_title(title: str) -> Organization | None:
    """青禾县妇联2021年工作总结: a county that no list has is called as its title calls it, without a code."""
    match = _UNLISTED.match(title)
    if match is None or find_named(match[1]).places:
        return None
    place = match[1]
    return Organization(
        name=f"{place}妇女联合会", short_name=f"{place}妇联", kind=OrganizationKind.FEDERATION, level=Level.COUNTY
    )


def _below_the_site(matter: Matter) -> int:
    """Where the document begins below what its site says of itself: 您的位置：某某妇女网>新闻."""
    at = matter.start
    for one in sorted(matter.frame.passages, key=attrgetter("start")):
        if one.role is not _NAVIGATION or matter.text[at : one.start].strip():
            break
        at = one.end
    return at


def _the_nation_met(matter: Matter) -> bool:
    """…活动在武汉举行, over a text on 全国: the place in the title is where it met."""
    text = matter.text[matter.start : matter.end]
    venue = not matter.sample and _VENUE.search(matter.title) is not None
    return venue and text.count("全国") >= _TWICE and kind_of_place(text) is None


def _nation(whole: str) -> Organization | None:
    """The nation, of a text that names no body and speaks of 我国 twice, or once under a title with 中国."""
    if whole.count("全国妇联") >= _TWICE and not kind_of_place(whole):
        return parse_organization("全国妇联")
    times = whole.count("我国")
    if times < _TWICE and not (times and _CHINA.match(whole)):
        return None
    if kind_of_place(whole):
        return None
    return Organization(name="全国", kind=OrganizationKind.AREA, level=Level.NATIONAL)


def _institution(matter: Matter, whole: str) -> Organization | None:
    """What is no federation may report for itself, in a text that speaks of no 全市 or 县妇联."""
    found = None if matter.sample else name_the_institution(whole)
    return None if found is None or kind_of_place(whole) else found


def _township_of_the_title(matter: Matter, year: int | None) -> Organization | None:
    """琼中县营根镇2013年妇女工作要点: the township that a title opens with."""
    first = next(iter(() if matter.sample else find_named(matter.title).bodies), None)
    if first is None or first.start or first.form is not BodyForm.COMMUNITY:
        return None
    if _A_YEAR.match(matter.title, first.end):
        return first.resolve(None, year)
    if kind_of_place(matter.text[matter.start : matter.end]) is None and _DOES.match(matter.title, first.end):
        return first.resolve(None, year)
    return None


def _place_in_title(matter: Matter, year: int | None) -> Organization | None:
    """The one place that a title names, where it is beyond doubt."""
    if matter.sample:
        return None
    mentions = find_places(matter.title)
    if len({one.text for one in mentions}) != 1 or _WHERE_IT_WENT.search(matter.title, 0, mentions[0].start):
        return None  # 自治区妇联在桂林举办…
    division = resolve(mentions[0], year=year)
    if division is None:
        return None
    unit = kind_of_place(matter.text[matter.start : matter.end])
    if unit in _BELOW_CITIES and division.level is not Level.COUNTY:
        return None  # 杭州某县, over a text on 我县
    return parse_organization(mentions[0].text, year=year, within=division.code)


def _place_throughout(matter: Matter, year: int | None) -> Organization | None:
    """The one county or prefecture that a text names twice and more, and no other beside it: news of that place."""
    if matter.sample:
        return None
    mentions = _places_of(matter)
    divisions = [resolve(one, year=year) for one in mentions]
    below = [one for one in divisions if one is not None and one.level is not Level.PROVINCE]
    unit = kind_of_place(matter.text[matter.start : matter.end])
    if unit in _BELOW_CITIES and not any(one.name.endswith(unit) for one in below):
        return None  # 全区 is of a district that nobody names, not of its city
    if len(below) < _TWICE or len({one.code for one in below}) != 1:
        return None
    printed = next(one.text for one, division in zip(mentions, divisions, strict=True) if division == below[0])
    name = printed if "自治" in below[0].name else below[0].name  # 张家川县, as its own organs say
    return parse_organization(name, year=year, within=below[0].code)


def _place_of_the_paper(matter: Matter, whole: str, year: int | None) -> Organization | None:
    """来源：宣城日报 over a text on 我市: the place of that kind whose paper or site printed it."""
    paper = _LOCAL_PAPER.match(matter.frame.publisher or "")
    unit = kind_of_place(whole) if paper is not None and not matter.sample else None
    if paper is None or unit not in _UNITS:
        return None
    name = paper[1] if paper[1].endswith(unit) else paper[1] + unit
    mentions = find_places(name)
    division = resolve(mentions[0], year=year) if len(mentions) == 1 and mentions[0].text == name else None
    return None if division is None else parse_organization(division.name, year=year, within=division.code)


def _places_of(matter: Matter) -> list[PlaceMention]:
    return mentions_of(matter.found.named.within(matter.start, matter.end).places)


def _is_a(unit: str, division: Division | None) -> bool:
    """Whether a division is a county, a district and so on."""
    return division is not None and division.name.endswith(unit)


def _only_place(matter: Matter, year: int | None) -> Organization | None:
    """The one province that a text on 全省 names, the one county that a text on 全县 names in full."""
    text = matter.text[matter.start : matter.end]
    unit = None if matter.sample else kind_of_place(text)
    if unit not in _UNITS:
        return None
    named = _places_of(matter)
    if unit == "区":
        regions = {one.name for one in (resolve(mention, year=year) for mention in named) if one is not None}
        regions = {name for name in regions if name.endswith("自治区")}
        if regions:  # 全区 of an autonomous region
            return parse_organization(regions.pop(), year=year) if len(regions) == 1 else None
    mentions = [
        one
        for one in named
        if unit == "省"
        or (
            one.text.endswith(unit)
            and (text[one.start - 1 : one.start] not in _ON_THE_WAY or _OWN_HALL.match(text, one.end))
        )
    ]
    if not mentions and unit in _BELOW_CITIES:  # 杭州, and then 我县 …, 为桐庐发展作出贡献
        named = [one for one in named if _is_a(unit, resolve(one, year=year))]
    if not mentions and len({one.text for one in named}) == 1:  # 全市 …, 为巴中发展作出贡献
        mentions = [one for one in named if text[one.start - 1 : one.start] not in _ON_THE_WAY]
    found = {resolve(mention, year=year) for mention in mentions} - {None}
    fitting = {one.name for one in found if one is not None and one.name.endswith(unit)}
    if len(fitting) != 1 or (unit != "省" and len({one.text for one in mentions}) != 1):
        return None
    name = fitting.pop()
    if "自治" in name and unit != "省" and mentions[0].text.endswith(unit):
        name = mentions[0].text  # 张家川县, as its own organs say
    return parse_organization(name + ("妇联" if unit == "省" else ""), year=year)
