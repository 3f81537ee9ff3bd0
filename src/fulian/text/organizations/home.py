"""Whose report a text is: the body it names most plainly, or none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from fulian.errors import ParseError
from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.reference.divisions import find_divisions
from fulian.text._place_scanner import Hit
from fulian.text.organizations._mention import BodyForm, BodyMention
from fulian.text.organizations._namesakes import carried_names
from fulian.text.organizations._place import area_of, area_of_body, as_written, division_place
from fulian.text.organizations.mentions import Named, find_named
from fulian.text.organizations.parsing import parse_organization
from fulian.text.places import find_places, narrow

__all__ = ["kind_of_place", "name_the_body", "unnamed_body"]

_HAN = "\u4e00-\u9fff"
_ENOUGH = 3
_PARTS_TELL = 3  # so many places within it count for a city
_ENOUGH_WITHOUT_UNIT = 6
_TITLE_LINES = 3
_SIGNATURE_LINES = 6  # a signature is near the top or the foot
_LONGEST_TITLE = 60
_LONGEST_SIGNATURE = 40
_DEEPEST_INDENT = 80
_LONGEST_NAME = 12  # of a prefecture or a county
_OPENING = 100  # a report names its author in its first sentence

_NAMED = (BodyForm.FEDERATION, BodyForm.COMMITTEE, BodyForm.DEPARTMENT)
# 全市, 我县, 我们社区; 市妇联, 区委, 县政府: each says at which kind of place the writer is.
# One pattern for each first character, which a search is quick to find.
_OWN_UNITS = tuple(re.compile(f"{first}们?(社区|街道|[省市州县区镇乡村])") for first in "全我本该")
_OF_COMMUNITIES = tuple(
    (unit, re.compile(f"{unit[0]}(?<![全我本该].)(?<![全我本该]们.){unit[1]}妇联")) for unit in ("社区", "街道")
)
_OF_UNITS = tuple(
    re.compile(f"{word[0]}(?<=([省市州县区镇]).)(?<![全我本该上社]..)(?<![全我本该]们..){word[1:]}")
    for word in ("妇联", "委(?!员|托|派|屈)", "政府", "人民政府")
)
_OWN_ENDS = frozenset("们我本")
_OWN = re.compile("(?:我们|[我本])$")
_RELATIVE = re.compile("[我本该]?(?:省|自治区|市|州|县|区|旗|镇|乡|街道|村|社区)(?:直|妇)")
_SPACED_LINE = re.compile(f"\n([ \u3000]*(?:[{_HAN}][ \u3000]{{1,4}}){{2,}}[{_HAN}])[ \u3000]*$", re.MULTILINE)
_NUMBER = "[0-9〇○一二三四五六七八九十]"
_LINE_BREAK = re.compile("\n")
_DATE_OR_NOTHING = re.compile(
    rf"[\s(（]*(?:{_NUMBER}{{1,4}}年(?:{_NUMBER}{{1,3}}月)?(?:{_NUMBER}{{1,3}}日)?)?[)）\s]*(?:文件)?[:：]?\s*"
)


# A 市 may be of a prefecture or of a county.
_UNIT_LEVELS = {
    "省": Level.PROVINCE,
    "州": Level.PREFECTURE,
    **dict.fromkeys(("县", "区"), Level.COUNTY),
    **dict.fromkeys(("镇", "乡", "街道"), Level.TOWNSHIP),
    **dict.fromkeys(("村", "社区"), Level.VILLAGE),
}


class _Evidence(NamedTuple):
    """One piece of evidence that the text is a body's."""

    body: Organization
    weight: int
    plain: bool  # named as the author: in the title, as signature, as 我们…


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
    unit = _unit(stretch)
    within = find_named(stretch) if named is None else named.within(start, start + len(stretch))
    evidence = list(_evidence(stretch, within, unit, year))
    scores: Counter[Organization] = Counter()
    for one in evidence:
        scores[area_of_body(one.body)] += one.weight
    sure = {area_of_body(one.body) for one in evidence if one.plain}
    fitting = {body: score for body, score in scores.items() if body in sure or _fits(body, unit)}
    if not fitting:
        return _of_the_only_federation(evidence, scores)
    parts = {body: sum(_contains(body, other) for other in scores) for body in fitting}
    best = max(fitting, key=lambda body: (fitting[body] + min(parts[body], _PARTS_TELL), body in sure, body.name))
    if best not in sure and best.level is Level.COUNTY:
        # 高州市妇联获奖, beside three more counties of 茂名, is one of them
        best = next((body for body in fitting if parts[body] >= _PARTS_TELL and _contains(body, best)), best)
    rivals = [score for body, score in scores.items() if body != best and not _nested(body, best)]
    needed = _ENOUGH if unit or best in sure else _ENOUGH_WITHOUT_UNIT
    if scores[best] < needed and best not in sure:
        return _of_the_only_federation(evidence, scores)
    if scores[best] < needed or max(rivals, default=0) * 2 > scores[best]:
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


def _of_the_only_federation(evidence: list[_Evidence], scores: Counter[Organization]) -> Organization | None:
    """The one federation of a listed place that a text names, and its place besides: 全乡 is of a place it tells of."""
    named = {one.body for one in evidence if one.body.kind is OrganizationKind.FEDERATION and one.body.division_code}
    if len(named) != 1:
        return None
    body = named.pop()
    return body if scores[area_of_body(body)] > _ENOUGH and body.level is not Level.TOWNSHIP else None


def _unit(text: str) -> str | None:
    """The kind of place the writer is in, by its own words; None where they do not tell."""
    counts: Counter[str] = Counter()
    for own in _OWN_UNITS:
        counts.update(own.findall(text) * 2)  # 区妇联 may be the one above
    for unit, of_one in _OF_COMMUNITIES:
        if times := sum(1 for _ in of_one.finditer(text)):
            counts[unit] += times
    for of in _OF_UNITS:
        counts.update(of.findall(text))
    if len(counts) > 1 and counts["省"] <= 2:
        del counts["省"]  # 居全省前列: a city's or a county's comparison
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


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
    return _unit(text)


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
        >>> unnamed_body("全镇办班5期，全镇妇女受益。") is None
        True
    """
    unit = _unit(text)
    if unit is None or not _speaks_of(text, unit):
        return None
    return Organization(
        name=f"{unit}妇女联合会",
        short_name=f"{unit}妇联",
        kind=OrganizationKind.FEDERATION,
        level=_UNIT_LEVELS.get(unit),
    )


def _speaks_of(text: str, unit: str) -> bool:
    """Whether 市妇联 stands in a text without the name of a city before it."""
    for match in re.finditer(f"(?<!各){unit}(?:妇女联合会|妇联)", text):
        first = max(0, match.start() - _LONGEST_NAME)
        named = find_places(text[first : match.end()])
        if not any(place.end == match.start() - first + len(unit) for place in named):
            return True
    return False


def _fits(body: Organization, unit: str | None) -> bool:
    return unit is None or body.name.endswith(unit)


def _contains(one: Organization, other: Organization) -> bool:
    """Whether the other lies in the one: a city whose counties are named is more likely to be the writer."""
    if one.division_code is None or other.division_code is None or one.division_code == other.division_code:
        return False
    return other.division_code.startswith(one.division_code.rstrip("0")) and one.level is Level.PREFECTURE


def _nested(one: Organization, other: Organization) -> bool:
    """Whether one of the two lies in the other."""
    if one.division_code is None or other.division_code is None:
        return False
    first, second = one.division_code.rstrip("0"), other.division_code.rstrip("0")
    return first.startswith(second) or second.startswith(first)


# ---------------------------------------------------------------- evidence


def _evidence(text: str, named: Named, unit: str | None, year: int | None) -> Iterable[_Evidence]:
    lines = _Lines(text)
    for match in _SPACED_LINE.finditer(f"\n{text}"):
        try:
            body = parse_organization(match[1], year=year)
        except ParseError:
            continue
        yield _Evidence(body, 8, plain=True)
    hint = _surroundings(named.places, year)
    for mention in named.bodies:
        if mention.form in _NAMED and not _RELATIVE.match(mention.text):
            yield from _of_body(mention, lines, unit, year, hint)
        elif mention.form is BodyForm.COMMUNITY:
            yield from _of_community(text, mention, lines, year)
    yield from _of_places(text, named.places, lines, unit, year, hint)
    yield from _of_namesakes(text, unit, year, hint)


class _Lines:
    """The lines of a stretch: which are titles, and what stands alone on one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
        first = list(islice(self._filled(self.starts), _SIGNATURE_LINES)) or [(0, 0)]
        last = list(islice(self._filled(reversed(self.starts)), _SIGNATURE_LINES)) or [(0, 0)]
        self.head_end = first[:_TITLE_LINES][-1][1]
        self.top_end = first[-1][1]
        self.foot_start = last[-1][0]

    def _filled(self, starts: Iterable[int]) -> Iterable[tuple[int, int]]:
        """The lines that hold more than spaces."""
        for start in starts:
            end = self.text.find("\n", start)
            line = self.text[start:] if end < 0 else self.text[start:end]
            if line and not line.isspace():
                yield start, start + len(line)

    def bounds(self, place: int) -> tuple[int, int]:
        line = bisect_right(self.starts, place) - 1
        following = self.starts[line + 1] - 1 if line + 1 < len(self.starts) else len(self.text)
        return self.starts[line], following

    def in_title(self, place: int) -> bool:
        begin, end = self.bounds(place)
        is_sentence = self.text[end - 1 : end] in ("。", "；", ";", "，", ",")
        return place < self.head_end and end - begin <= _LONGEST_TITLE and not is_sentence

    def begins(self, place: int) -> bool:
        begin, _ = self.bounds(place)
        return place - begin <= _DEEPEST_INDENT and not self.text[begin:place].strip("# \u3000\t")

    def opens_sentence(self, place: int) -> bool:
        return not place or not "\u4e00" <= self.text[place - 1] <= "\u9fff"

    def alone(self, begin: int, end: int) -> bool:
        if self.top_end <= begin < self.foot_start:
            return False
        _, line_end = self.bounds(begin)
        short = line_end - end <= _LONGEST_SIGNATURE
        return short and self.begins(begin) and bool(_DATE_OR_NOTHING.fullmatch(self.text, end, line_end))


def _surroundings(hits: list[Hit], year: int | None) -> str | None:
    """The prefecture, else the province, that the text names most: it settles a name that several counties have."""
    counts: Counter[str] = Counter()
    for name, times in Counter(name for _, _, name in hits).items():
        found = narrow(name, find_divisions(name), year=year)
        if found is not None and found.level is not Level.COUNTY:
            counts[found.code] += times
    ranked = counts.most_common(1)
    return ranked[0][0] if ranked else None


@lru_cache(maxsize=4096)
def _division(name: str, unit: str | None, year: int | None, hint: str | None) -> Organization | None:
    """The area of a name, of the writer's kind where one such has the name."""
    candidates = find_divisions(name)
    if year is not None:
        candidates = find_divisions(name, year=year) or candidates
    of_unit = tuple(one for one in candidates if unit and one.name.endswith(unit))
    found = None
    for few in (of_unit, candidates):
        if few and found is None:
            found = narrow(name, few, year=year) or narrow(name, few, year=year, home=hint)
    return area_of(as_written(division_place(found), name)) if found else None


@lru_cache(maxsize=4096)
def _body_called(
    called: str, unit: str | None, year: int | None, hint: str | None
) -> tuple[Organization | None, Organization | None]:
    """The body of a name; or only the area, where it does not say whether that is a 县 or a 区 (罗江妇联)."""
    try:
        body = parse_organization(called, year=year, within=hint)
    except ParseError:
        return None, None
    while body.parent is not None and body.kind is not OrganizationKind.CHILDRENS_WORK_OFFICE:
        body = body.parent
    listed = body.level in {Level.PROVINCE, Level.PREFECTURE, Level.COUNTY}
    if listed and body.division_code is None:
        return None, None
    short = called.removesuffix("妇女联合会").removesuffix("妇联")
    divisions = find_divisions(short) if listed else ()
    if divisions and not any(short.endswith(one.name[-1]) for one in divisions):
        return None, _division(short, unit, year, hint)
    return body, None


def _of_body(
    mention: BodyMention, lines: _Lines, unit: str | None, year: int | None, hint: str | None
) -> Iterable[_Evidence]:
    body, area = _body_called(mention.text, unit, year, hint)
    if area is not None:
        yield _Evidence(area, _ENOUGH, plain=False)
    if body is None:
        return
    if not mention.in_title and lines.alone(mention.start, mention.end):
        yield _Evidence(body, 8, plain=True)
    elif lines.in_title(mention.start):
        yield _Evidence(body, 4 if mention.in_title else 8, plain=True)
    elif not mention.in_title and body.level is not Level.NATIONAL:
        if lines.text[mention.start - 1 : mention.start] == "、":
            yield _Evidence(body, 1, plain=False)  # 甲市、乙市妇联获奖: the last of a row that is told of
            return
        opens = mention.start <= _OPENING and lines.opens_sentence(mention.start)
        yield _Evidence(body, 5 if opens else 3, plain=opens)


def _of_community(text: str, mention: BodyMention, lines: _Lines, year: int | None) -> Iterable[_Evidence]:
    try:
        body = parse_organization(mention.text, year=year)
    except ParseError:
        return
    if _OWN.search(text, max(mention.start - 2, 0), mention.start):
        yield _Evidence(body, 5, plain=True)
    elif lines.begins(mention.start):
        yield _Evidence(body, 3, plain=False)
    else:
        yield _Evidence(body, 1, plain=False)


def _of_places(
    text: str, hits: list[Hit], lines: _Lines, unit: str | None, year: int | None, hint: str | None
) -> Iterable[_Evidence]:
    """Names of divisions: as the heading, after 我们, and how often."""
    seen: Counter[Organization] = Counter()
    areas: dict[str, Organization | None] = {}
    spent: set[str] = set()
    for start, end, name in hits:
        if name not in areas:
            areas[name] = _division(name, unit, year, hint)
        area = areas[name]
        if area is None:
            continue
        if start < lines.head_end and lines.in_title(start) and lines.alone(start, end):
            yield _Evidence(area, 4, plain=True)
        elif text[start - 1 : start] in _OWN_ENDS and _OWN.search(text, max(start - 2, 0), start):
            yield _Evidence(area, 5, plain=True)
        elif name not in spent:
            if seen[area] < 4:
                seen[area] += 1
                yield _Evidence(area, 1, plain=False)
            else:
                spent.add(name)


def _of_namesakes(text: str, unit: str | None, year: int | None, hint: str | None) -> Iterable[_Evidence]:
    """覃塘高中, 平安覃塘建设: a short name that its papers, schools and campaigns carry."""
    seen: Counter[Organization] = Counter()
    for name, weight in carried_names(text):
        area = _division(name, unit, year, hint)
        if area is None or not _fits(area, unit) or seen[area] >= 3:
            continue
        seen[area] += 1
        yield _Evidence(area, weight, plain=False)
