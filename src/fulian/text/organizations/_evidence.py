"""What tells that a text is a body's: names at its head and foot, places, what carries a place's name."""

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
from fulian.text.organizations._place import area_of, as_written, division_place
from fulian.text.organizations.mentions import Named
from fulian.text.organizations.parsing import parse_organization
from fulian.text.places import narrow

__all__ = ["ENOUGH", "Evidence", "evidence_of", "fits"]

_HAN = "\u4e00-\u9fff"
ENOUGH = 3  # evidence that a federation named with its place is
_TITLE_LINES = 3
_SIGNATURE_LINES = 6  # a signature is near the top or the foot
_LONGEST_TITLE = 60
_LONGEST_SIGNATURE = 40
_DEEPEST_INDENT = 80
_OPENING = 100  # a report names its author in its first sentence
_NAMED = (BodyForm.FEDERATION, BodyForm.COMMITTEE, BodyForm.DEPARTMENT)
_AGENCIES = frozenset(("新华社", "中新社", "中新网", "人民网", "央广网", "光明网"))
_OWN_ENDS = frozenset("们我本")
_OWN = re.compile("(?:我们|[我本])$")
_RELATIVE = re.compile("[我本该]?(?:省|自治区|市|州|县|区|旗|镇|乡|街道|村|社区)(?:直|妇)")
_SPACED_LINE = re.compile(f"\n([ \u3000]*(?:[{_HAN}][ \u3000]{{1,4}}){{2,}}[{_HAN}])[ \u3000]*$", re.MULTILINE)
_NUMBER = "[0-9〇○一二三四五六七八九十]"
_LINE_BREAK = re.compile("\n")
_DATE_OR_NOTHING = re.compile(
    rf"[\s(（]*(?:{_NUMBER}{{1,4}}年(?:{_NUMBER}{{1,3}}月)?(?:{_NUMBER}{{1,3}}日)?)?[)）\s]*(?:文件)?[:：]?\s*"
)


class Evidence(NamedTuple):
    """One piece of evidence that the text is a body's."""

    body: Organization
    weight: int
    plain: bool  # named as the author: in the title, as signature, as 我们…


def fits(body: Organization, unit: str | None) -> bool:
    return unit is None or body.name.endswith(unit)


def evidence_of(text: str, named: Named, unit: str | None, year: int | None) -> Iterable[Evidence]:
    lines = _Lines(text)
    for match in _SPACED_LINE.finditer(f"\n{text}"):
        try:
            body = parse_organization(match[1], year=year)
        except ParseError:
            continue
        yield Evidence(body, 8, plain=True)
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
    short = called.removesuffix("妇女联合会").removesuffix("妇联")
    divisions = find_divisions(short) if listed else ()
    if listed and body.division_code is None:
        return (body if any(one.name == short for one in divisions) else None), None
    if divisions and not any(short.endswith(one.name[-1]) for one in divisions):
        return None, _division(short, unit, year, hint)
    return body, None


def _of_body(
    mention: BodyMention, lines: _Lines, unit: str | None, year: int | None, hint: str | None
) -> Iterable[Evidence]:
    body, area = _body_called(mention.text, unit, year, hint)
    if area is not None:
        yield Evidence(area, ENOUGH, plain=False)
    if body is None:
        return
    if not mention.in_title and lines.alone(mention.start, mention.end):
        yield Evidence(body, 8, plain=True)
    elif lines.in_title(mention.start):
        yield Evidence(body, 4 if mention.in_title else 8, plain=True)
    elif not mention.in_title and body.level is not Level.NATIONAL:
        if lines.text[mention.start - 1 : mention.start] == "、" or lines.text.startswith("等", mention.end):
            yield Evidence(body, 1, plain=False)  # 甲市、乙市妇联获奖, 甲市妇联等9家: of a row that is told of
            return
        opens = mention.start <= _OPENING and lines.opens_sentence(mention.start)
        if opens or body.division_code is not None or body.level is not Level.COUNTY:
            yield Evidence(body, 5 if opens else 3, plain=opens)  # a namesake in passing is of nobody knows where


def _of_community(text: str, mention: BodyMention, lines: _Lines, year: int | None) -> Iterable[Evidence]:
    try:
        body = parse_organization(mention.text, year=year)
    except ParseError:
        return
    if _OWN.search(text, max(mention.start - 2, 0), mention.start):
        yield Evidence(body, 5, plain=True)
    elif lines.begins(mention.start):
        yield Evidence(body, 3, plain=False)
    else:
        yield Evidence(body, 1, plain=False)


def _of_places(
    text: str, hits: list[Hit], lines: _Lines, unit: str | None, year: int | None, hint: str | None
) -> Iterable[Evidence]:
    """Names of divisions: as the heading, after 我们, and how often."""
    seen: Counter[Organization] = Counter()
    areas: dict[str, Organization | None] = {}
    spent: set[str] = set()
    for start, end, name in hits:
        if name not in areas:
            areas[name] = _division(name, unit, year, hint)
        area = areas[name]
        if area is None or text[start - 3 : start] in _AGENCIES:
            continue  # 新华社北京12月27日电: where the news was written
        if start < lines.head_end and lines.in_title(start) and lines.alone(start, end):
            yield Evidence(area, 4, plain=True)
        elif text[start - 1 : start] in _OWN_ENDS and _OWN.search(text, max(start - 2, 0), start):
            yield Evidence(area, 5, plain=True)
        elif name not in spent:
            if seen[area] < 4:
                seen[area] += 1
                yield Evidence(area, 1, plain=False)
            else:
                spent.add(name)


def _of_namesakes(text: str, unit: str | None, year: int | None, hint: str | None) -> Iterable[Evidence]:
    """覃塘高中, 平安覃塘建设: a short name that its papers, schools and campaigns carry."""
    seen: Counter[Organization] = Counter()
    for name, weight in carried_names(text):
        area = _division(name, unit, year, hint)
        if area is None or not fits(area, unit) or seen[area] >= 3:
            continue
        seen[area] += 1
        yield Evidence(area, weight, plain=False)
