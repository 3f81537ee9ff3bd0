"""Whose report a text is: the body it names most plainly, or none."""

from __future__ import annotations

import re
from collections import Counter

from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.reference.divisions import find_divisions
from fulian.text.organizations._evidence import ENOUGH, Evidence, evidence_of, fits
from fulian.text.organizations._place import MASKS, area_of_body
from fulian.text.organizations.mentions import Named, find_named
from fulian.text.places import find_places

__all__ = ["kind_of_place", "name_the_body", "unnamed_body"]

_PARTS_TELL = 3  # so many places within it count for a city
_ENOUGH_WITHOUT_UNIT = 6
_LONGEST_NAME = 12  # of a prefecture or a county

# 全市, 我县, 我们社区; 市妇联, 区委, 县政府: each says at which kind of place the writer is.
# One pattern for each first character, which a search is quick to find.
_OWN_UNITS = tuple(re.compile(f"{first}们?(社区|街道|[省市州县区镇乡村])") for first in "全我本该")
_OF_COMMUNITIES = tuple(
    (unit, re.compile(f"{unit[0]}(?<![全我本该各乡镇村].)(?<![全我本该]们.){unit[1]}妇联")) for unit in ("社区", "街道")
)
_OF_UNITS = tuple(
    # 各镇, 市州 and 乡镇 are several of them.
    re.compile(f"{word[0]}(?<=([省市州县区镇]).)(?<![全我本该上社各市州县乡]..)(?<![全我本该]们..){word[1:]}")
    for word in ("妇联", "委(?!员|托|派|屈)", "政府", "人民政府")
)


_BELOW_A_PROVINCE = "市州县区"
# A 市 may be of a prefecture or of a county.
_UNIT_LEVELS = {
    "省": Level.PROVINCE,
    "州": Level.PREFECTURE,
    **dict.fromkeys(("县", "区"), Level.COUNTY),
    **dict.fromkeys(("镇", "乡", "街道"), Level.TOWNSHIP),
    **dict.fromkeys(("村", "社区"), Level.VILLAGE),
}


def name_the_body(
    text: str, start: int = 0, end: int | None = None, *, year: int | None = None, named: Named | None = None
) -> Organization | None:
    r"""Tell whose report a stretch of text is, from what it calls itself and its surroundings (判定行文主体).

    Evidence and its weight: a federation alone on a line, as in a signature, 8; in one of the first three lines, 8 (in
    a title in 《》 there, 4); at a sentence's start within the first 100 characters, 5; elsewhere 3. A place after 我们
    or 我, 5; a village or community that begins a line, 3; a place alone on one of the first three lines, 4. Each other
    mention of a place 1, up to four; a paper, a school or a road with the place's name 1 and a campaign (平安…建设) 2,
    three at most. What the writer calls its own place (全市, 区妇联, 县政府) has to fit: where 全区 is written the body
    is a 区.

    Args:
        text: The text.
        start: Where the stretch begins, in code points.
        end: Where it ends, excluded; None for the end of the text.
        year: The calendar year it is about, or None.
        named: What `find_named` found in the whole text; None to look for it in the stretch.

    Returns:
        The federation where it is named in full, else the area. None where the evidence is under 3 (under 6 without
        any 全市, 区妇联 or the like), where another body that neither contains it nor lies in it has more than half as
        much, and where three federations or more within it are named but itself only in passing.

    Example:
        >>> report = "总结\n今年，全市新建妇女之家8个。《株洲晚报》开专栏，株洲女性网发信息，市妇联服务株洲发展。"
        >>> str(name_the_body(report))
        '株洲市'
        >>> name_the_body("总结\\n今年，全市新建妇女之家8个，长沙、株洲客人前来参观。") is None
        True
    """
    stretch = text[start:end]
    unit = kind_of_place(stretch)
    within = find_named(stretch) if named is None else named.within(start, start + len(stretch))
    evidence = list(evidence_of(stretch, within, unit, year))
    scores: Counter[Organization] = Counter()
    for one in evidence:
        scores[area_of_body(one.body)] += one.weight
    sure = {area_of_body(one.body) for one in evidence if one.plain}
    _gather_townships(scores)
    fitting = {body: score for body, score in scores.items() if body in sure or fits(body, unit)}
    if not fitting:
        return _of_the_only_federation(evidence, scores)
    parts = {body: sum(_contains(body, other) for other in scores) for body in fitting}
    best = max(fitting, key=lambda body: (fitting[body] + min(parts[body], _PARTS_TELL), body in sure, body.name))
    if best not in sure and best.level is Level.COUNTY:
        # 高州市妇联获奖, beside three more counties of 茂名, is one of them
        best = next((body for body in fitting if parts[body] >= _PARTS_TELL and _contains(body, best)), best)
    rivals = [score for body, score in scores.items() if body != best and not _nested(body, best)]
    needed = ENOUGH if unit or best in sure else _ENOUGH_WITHOUT_UNIT
    if scores[best] < needed and best not in sure:
        return _of_the_only_federation(evidence, scores)
    if scores[best] < needed or max(rivals, default=0) * 2 > scores[best]:
        return None
    if best not in sure and best.level is Level.PROVINCE and _tells_of_provinces(best, scores):
        return None
    guests = {
        one.body
        for one in evidence
        if one.body.kind is not OrganizationKind.AREA and _nested(one.body, best) and area_of_body(one.body) != best
    }
    if best not in sure and len(guests) >= 3:
        return None
    full = [one for one in evidence if area_of_body(one.body) == best and one.body.kind is not OrganizationKind.AREA]
    return max(full, key=lambda one: (one.plain, one.weight)).body if full else best


def _gather_townships(scores: Counter[Organization]) -> None:
    """武进区洛阳镇, and then 洛阳镇: what speaks for the bare name speaks for the one that says where it lies."""
    low = [body for body in scores if body.level in (Level.TOWNSHIP, Level.VILLAGE)]
    for bare in low if len(low) > 1 else ():
        whole = [body for body in low if body.name.endswith(bare.name) and len(body.name) > len(bare.name)]
        if len(whole) == 1:
            scores[whole[0]] += scores.pop(bare)


def _of_the_only_federation(evidence: list[Evidence], scores: Counter[Organization]) -> Organization | None:
    """The one federation of a listed place that a text names, and its place besides: 全乡 is of a place it tells of."""
    named = {one.body for one in evidence if one.body.kind is OrganizationKind.FEDERATION and one.body.division_code}
    if len(named) != 1:
        return None
    body = named.pop()
    if (body.level is Level.PROVINCE and _tells_of_provinces(body, scores)) or _is_one_of_many(body, scores):
        return None
    return body if scores[area_of_body(body)] > ENOUGH and body.level is not Level.TOWNSHIP else None


def _tells_of_provinces(body: Organization, scores: Counter[Organization]) -> bool:
    """Whether other provinces are told of beside the one whose federation is named: news of the whole nation."""
    area = area_of_body(body)
    return any(one.level is Level.PROVINCE and one != area and score >= 2 for one, score in scores.items())


def _is_one_of_many(body: Organization, scores: Counter[Organization]) -> bool:
    """Whether three more places of its level are told of: 各县区 in a row, one of them with its federation named."""
    area = area_of_body(body)
    return sum(one.level is area.level and one != area for one in scores) >= _PARTS_TELL


def kind_of_place(text: str) -> str | None:
    """Tell in what kind of place a text is written (行文地区类别), by 全市, 我县, 区妇联 and their like.

    Args:
        text: The text.

    Returns:
        社区, 街道 or one of 省市州县区镇乡村; None where its words do not tell.

    Example:
        >>> kind_of_place("我县重视妇女工作，县妇联办班5期，获省妇联表彰。")
        '县'
    """
    counts: Counter[str] = Counter()
    for own in _OWN_UNITS:
        if said := own.findall(text):
            counts.update(said * 2)  # 区妇联 may be the one above
    below = counts["省"] > 0 and any(counts[unit] >= counts["省"] for unit in _BELOW_A_PROVINCE)
    for unit, of_one in _OF_COMMUNITIES:
        if times := sum(1 for _ in of_one.finditer(text)):
            counts[unit] += times
    for of in _OF_UNITS:
        if said := of.findall(text):
            counts.update(said)
    if below or (len(counts) > 1 and counts["省"] <= 2):
        del counts["省"]  # 居全省前列: a city's or a county's comparison; 全省10件实事, where it says 全市 as often
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def unnamed_body(text: str) -> Organization | None:
    """Give the body of a text that names its place nowhere (未具名机构): 镇妇联, in the text's own words.

    Args:
        text: The text.

    Returns:
        The federation of the kind of place that the text is written in, without a code; None where no such federation
        is spoken of.

    Example:
        >>> str(unnamed_body("一年来，镇妇联在全镇办班5期，受到市妇联好评。"))
        '镇妇联'
        >>> str(unnamed_body("一年来，**镇妇联在全镇办班5期，镇妇联受到好评。"))
        '**镇妇联'
        >>> unnamed_body("全镇办班5期，全镇妇女受益。") is None
        True
    """
    unit = kind_of_place(text)
    if unit is None or not _speaks_of(text, unit):
        return None
    place = "自治区" if unit == "区" and "自治区妇联" in text else _as_printed(text, unit)
    return Organization(
        name=f"{place}妇女联合会",
        short_name=f"{place}妇联",
        kind=OrganizationKind.FEDERATION,
        level=Level.PROVINCE if place == "自治区" else _UNIT_LEVELS.get(unit),
    )


def _as_printed(text: str, unit: str) -> str:
    """The place with its name taken out, as its text prints it: **县, XX镇, ##镇; else the kind of place alone."""
    masked = re.search(f"[{MASKS}]{{1,3}}{unit}(?![域场民])", text)
    return masked[0] if masked else unit


def _speaks_of(text: str, unit: str) -> bool:
    """Whether 市妇联 stands in a text without the name of a city before it."""
    for match in re.finditer(f"(?<!各){unit}(?:妇女联合会|妇联)", text):
        first = max(0, match.start() - _LONGEST_NAME)
        named = find_places(text[first : match.end()])
        if not any(place.end == match.start() - first + len(unit) for place in named):
            return True
    return False


def _contains(one: Organization, other: Organization) -> bool:
    """Whether the other lies in the one: a city whose counties are named is more likely to be the writer."""
    if one.division_code is None or other.division_code is None or one.division_code == other.division_code:
        return False
    return other.division_code.startswith(one.division_code.rstrip("0")) and one.level is Level.PREFECTURE


def _nested(one: Organization, other: Organization) -> bool:
    """Whether one of the two lies in the other, or may: 市中区 is a district of several cities."""
    return any(
        first.startswith(second) or second.startswith(first) for first in _codes_of(one) for second in _codes_of(other)
    )


def _codes_of(body: Organization) -> list[str]:
    """The codes of the divisions that a body may be of, without the noughts at their end."""
    if body.division_code is not None:
        return [body.division_code.rstrip("0")]
    if body.level is not Level.COUNTY:
        return []
    return [one.code.rstrip("0") for one in find_divisions(area_of_body(body).name)]


# ---------------------------------------------------------------- evidence
