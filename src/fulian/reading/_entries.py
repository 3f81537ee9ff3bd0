"""The entries of a round-up: headings that name bodies, and the divisions these may mean."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final, NamedTuple

from fulian.model.division import Division
from fulian.model.level import Level
from fulian.reading._matter import Matter
from fulian.reading.outline import Block, BlockKind
from fulian.reference.divisions import FIRST_YEAR, LAST_YEAR, find_divisions
from fulian.text._place_scanner import may_begin_a_name

__all__ = ["LONGEST_HEADLINE", "Entry", "best_of", "common_level", "common_region", "find_entries", "place_of"]

LONGEST_HEADLINE = 36
_FEWEST = 3  # places that make a round-up
_HAN = "\u4e00-\u9fff"
_NAME = re.compile(f"[{_HAN}]{{2,12}}")
_BODY_ENDS = (
    *("妇联", "妇女联合会", "妇工委", "妇委会", "妇儿工委", "委员会", "办公室", "部", "委", "处", "室"),
    *("中心", "学校", "协会", "党委", "报社"),
)
_BODY_NAME = re.compile(f"[\u4e00-\u9fff、（）()]{{2,40}}(?:{'|'.join(_BODY_ENDS)})")
_LEAD_IN = re.compile("[【■●◆★▶]? ?([\u4e00-\u9fff]{2,12})(?:】[:：]?|[:：]) ?")
# 长沙:服务大局, 武汉 建在楼宇里的家: what parts a place from its headline.
_COLON = re.compile(f"[:： |｜·—-](?:(?<=[:：])|(?:(?<=[{_HAN}][ |｜·])[ |｜·]*|(?<=[{_HAN}][—-])[—-]?)(?=[{_HAN}“]))")
_UNITS = frozenset("省市州县区盟旗")
_LASTS = frozenset(word[-1] for word in _BODY_ENDS) | frozenset(":： |｜·—-")
_PARAGRAPH: Final = BlockKind.PARAGRAPH
_RUN_IN: Final = BlockKind.RUN_IN


class Entry(NamedTuple):
    """A heading that names a body (条目).

    Attributes:
        number: The number of its block.
        name: The bounds of the words that name the body.
        headline: The bounds of its headline, where it stands behind the name; else None.
        candidates: The divisions that the name may mean; empty where it names a body.
        text: Where its own text begins, if some stands in the same line; else the block's end.

    Example:
        >>> Entry(0, (0, 2), None, find_divisions("株洲市"), 3).candidates[0].code
        '430200'
    """

    number: int
    name: tuple[int, int]
    headline: tuple[int, int] | None
    candidates: tuple[Division, ...]
    text: int

    def in_year(self, year: int) -> Entry:
        """The entry with the candidates of one year only, where there are any."""
        listed = min(max(year, FIRST_YEAR), LAST_YEAR)
        valid = tuple(one for one in self.candidates if one.is_valid(listed))
        return self._replace(candidates=valid or self.candidates)


def find_entries(matter: Matter) -> list[Entry]:
    r"""Give the headings that name places and bodies, where a round-up stands (条目识别).

    Args:
        matter: The document.

    Returns:
        The entries in order; empty where fewer than three places head passages in one form.

    Example:
        >>> from fulian.reading import read_text
        >>> text = "各市妇联\n长沙：2020年，办班5期。\n株洲：2020年，接访3件。\n湘潭：2020年，建站2个。"
        >>> [str(report.organization) for report in read_text(text).reports]
        ['长沙市妇联', '株洲市妇联', '湘潭市妇联']
    """
    by_form: dict[tuple[object, int], list[Entry]] = {}
    for first, last in matter.frame.body:
        for number in range(first, last):
            block = matter.blocks[number]
            if entry := _entry(matter, number, block):
                by_form.setdefault((block.style, block.level), []).append(entry)
    entries = max(by_form.values(), key=lambda found: sum(bool(entry.candidates) for entry in found), default=[])
    places = {entry.candidates[0].name for entry in entries if entry.candidates}
    placed = sum(bool(entry.candidates) for entry in entries)
    return entries if len(places) >= _FEWEST and placed * 2 > len(entries) else []


def _entry(matter: Matter, number: int, block: Block) -> Entry | None:
    text = block.end
    headline = None
    if block.kind is _PARAGRAPH:
        lead_in = _LEAD_IN.match(matter.text, block.start, block.end)
        if lead_in is None:
            return None
        name_bounds, text = lead_in.span(1), lead_in.end()
    elif block.heading_end <= block.text or not _may_name(matter.text, block.text, block.heading_end):
        return None
    else:
        name_bounds = (block.text, block.heading_end)
        if block.kind is _RUN_IN:
            text = block.heading_end
            while text < block.end and matter.text[text] in "*：:。—】 ":
                text += 1
        cut = _COLON.search(matter.text, *name_bounds)
        if cut:
            headline = (cut.end(), block.heading_end) if block.heading_end > cut.end() else None
            name_bounds = (block.text, cut.start())
    name = matter.text[name_bounds[0] : name_bounds[1]].strip()
    candidates = _places(name)
    if not candidates and (headline or not name.endswith(_BODY_ENDS) or not _BODY_NAME.fullmatch(name)):
        return None
    return Entry(number, name_bounds, headline, candidates, text)


def _may_name(text: str, start: int, end: int) -> bool:
    """Whether a heading begins as places do or ends as bodies do: at a glance, since few do either."""
    return text[end - 1] in _LASTS or text[start] == " " or may_begin_a_name(text, start)


def _places(name: str) -> tuple[Division, ...]:
    """The divisions that a heading's words name, as a place or as its federation."""
    if not may_begin_a_name(name, 0) or not _NAME.fullmatch(name):
        return ()
    place = place_of(name)
    return find_divisions(place) or (find_divisions(place[:-1]) if place[-1:] in _UNITS and len(place) > 2 else ())


def place_of(name: str) -> str:
    return name.removesuffix("妇联").removesuffix("妇女联合会")


def common_level(entries: list[Entry]) -> Level | None:
    """The level at which most of the names are places; the higher one of two equals."""
    counts = Counter(level for entry in entries for level in {one.level for one in entry.candidates})
    return max(counts, key=lambda level: (counts[level], -level.rank), default=None)


def common_region(entries: list[Entry], level: Level | None) -> str | None:
    """The province, or for counties the prefecture, in which most of the places lie."""
    regions: Counter[str] = Counter()
    for entry in entries:
        same = [one for one in entry.candidates if one.level is level]
        if level is Level.COUNTY:
            regions.update({one.prefecture_code or one.province_code for one in same})
        elif level is Level.PREFECTURE:
            regions.update({one.province_code for one in same})
    if not regions:
        return None
    (region, count), *_ = regions.most_common(1)
    return region if count * 2 > sum(bool(entry.candidates) for entry in entries) else None


def best_of(candidates: tuple[Division, ...], within: str | None, level: Level | None) -> Division | None:
    """Choose among candidates by the level and the region that the other entries share; None where doubt is left."""
    stem = within.rstrip("0") if within else ""
    stem = stem + "0" if len(stem) % 2 else stem
    fitting = [one for one in candidates if one.level is level and one.code.startswith(stem)] or [
        one for one in candidates if one.code.startswith(stem)
    ]
    codes = {one.code for one in fitting}
    return fitting[-1] if len(codes) == 1 else None
