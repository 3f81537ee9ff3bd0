"""The pass over a text that finds names of places: plain tuples, for scanners that build on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeAlias

from fulian.model.division import Division
from fulian.model.level import Level
from fulian.reference.divisions import all_divisions, short_names
from fulian.text._place_words import DISTRICT_NOUNS, PlaceWords, place_words

__all__ = [
    "Hit",
    "any_of",
    "begins_of_names",
    "ends_of_names",
    "may_begin_a_name",
    "may_end_a_name",
    "meanings",
    "scan_places",
]

_SUFFIX = re.compile("[省市州县区旗盟]")
_BODY = "妇{}(?:联|女联合会|儿工委|女儿童工作委员会)"
_BODY_WORD = re.compile(_BODY.format(""))
_LIST_TAIL = re.compile("等?(?:[0-9一二三四五六七八九十两几多]{1,3})?个?(?:省|市|州|县|区|地)")
_HEADING = re.compile(r"[#\s]{0,12}([\u4e00-\u9fff]{2,5})(?=\s{0,3}(?:[:：]|$))", re.MULTILINE)
# What leads from a name to the next in a row of names with a number each.
_NEXT_COUNTED = re.compile("[0-9][0-9.,]*[\u4e00-\u9fff%]{1,3}[，,、；;]([\u4e00-\u9fff]{2,4})(?=[0-9])")
_LINE_HEADING = re.compile(rf"\n{_HEADING.pattern}", re.MULTILINE)  # the search skips from break to break
_AFTER_NAME = re.compile("(?:市|州|县|区|妇联|党|政府|人民|[政区县市]委)")
# 长沙市民, 长沙市场: the 市 belongs to the next word. 民政, 民族 … are words of their own.
_CITY_TAKEN = re.compile("市(?:民(?![政族宗主兵办营间生])|场|值|价|容|面)")
# 洛阳镇, 长安乡: a township of the name; but 南京镇江, 株洲乡镇, 株洲乡村.
_TOWN = re.compile("镇(?![江远平安赉海雄康巴宁原坪沅村街乡])|乡(?![镇村亲土情贤下])|村(?![民委级干居镇庄落两支])")
_TOWNS = frozenset("镇乡村")
_DIGITS = frozenset("0123456789")
_CITY_TAKERS = frozenset("民场值价容面")
_BEFORE_UNIT = frozenset("和与及各全我本该省市州")  # 市和县妇联


# Where a name begins and ends, and the name: found by the thousand, so a bare tuple.
Hit: TypeAlias = tuple[int, int, str]
# Second characters of names that everyday words end with too (深化, 平台): before these the first has to be a name's.
_EVERYDAY = "化台作安中和名家新通建平"


class _Names(NamedTuple):
    """The names of the table, laid out for the scanner."""

    meanings: dict[str, tuple[Division, ...]]
    by_tail: dict[str, tuple[str, ...]]  # names with 市, 县 …, by their last three characters, longest first
    suffixes: tuple[re.Pattern[str], ...]  # where such a name may end: one for each suffix, which is quick to find
    by_head: dict[str, tuple[str, ...]]  # sure short names, by their first two characters, longest first
    pairs: re.Pattern[str]  # where a sure short name may begin
    begins: frozenset[str]  # the first two characters of all names
    ends: frozenset[str]  # their last two characters
    short: frozenset[str]  # all short names
    short_heads: frozenset[str]  # their first two characters
    short_tails: frozenset[str]  # their last two characters
    listed: re.Pattern[str]  # the 、 that a short name may stand beside
    bodies: re.Pattern[str]  # a body's word that one may stand before


@lru_cache(maxsize=1)
def _names() -> _Names:
    meanings: dict[str, list[Division]] = {}
    for one in all_divisions():
        for name in (one.name, *short_names(one.name)):
            meanings.setdefault(name, []).append(one)
    tails: dict[str, list[str]] = {}
    heads: dict[str, list[str]] = {}
    short = set()
    for name, found in meanings.items():
        if _SUFFIX.fullmatch(name[-1]) and any(one.name == name or len(name) > 2 for one in found):
            tails.setdefault(name[-3:], []).append(name)
        else:
            short.add(name)
            if name not in place_words().needs_evidence and any(one.level is not Level.COUNTY for one in found):
                heads.setdefault(name[:2], []).append(name)
    before_suffix: dict[str, set[str]] = {}
    for tail in tails:
        before_suffix.setdefault(tail[-1], set()).add(tail[-2])
    short_heads, short_tails = {name[:2] for name in short}, {name[-2:] for name in short}
    two_last = any_of(tail[0] for tail in short_tails) + any_of(tail[1] for tail in short_tails)
    return _Names(
        meanings={name: tuple(found) for name, found in meanings.items()},
        by_tail={tail: tuple(sorted(names, key=len, reverse=True)) for tail, names in tails.items()},
        by_head={head: tuple(sorted(names, key=len, reverse=True)) for head, names in heads.items()},
        suffixes=tuple(
            re.compile(f"{suffix}(?<={any_of(before)}.)") for suffix, before in sorted(before_suffix.items())
        ),
        pairs=re.compile(
            f"{any_of(head[0] for head in heads)}(?={any_of(head[1] for head in heads)})(?!{_false_pairs(heads)})"
        ),
        begins=frozenset(name[:2] for name in meanings),
        ends=frozenset(name[-2:] for name in meanings),
        short=frozenset(short),
        short_heads=frozenset(short_heads),
        short_tails=frozenset(short_tails),
        bodies=re.compile(_BODY.format(f"(?<={two_last}.)")),
        listed=re.compile(
            f"、(?:(?<={two_last}.)"
            f"|(?={any_of(head[0] for head in short_heads)}{any_of(head[1] for head in short_heads)}))"
        ),
    )


def any_of(chars: Iterable[str]) -> str:
    """The class of characters, for a pattern."""
    return f"[{''.join(sorted(set(chars)))}]"


def _false_pairs(heads: Iterable[str]) -> str:
    """The everyday second characters behind a first that no name has before them."""
    firsts: dict[str, list[str]] = {}
    for head in heads:
        if head[1] in _EVERYDAY:
            firsts.setdefault(head[1], []).append(head[0])
    return "|".join(f"{second}(?<!{any_of(before)}.)" for second, before in sorted(firsts.items()))


def meanings(name: str) -> tuple[Division, ...]:
    """The divisions that ever had the name, in code order."""
    return _names().meanings[name]


def may_begin_a_name(text: str, start: int) -> bool:
    """Whether some division's name begins with the two characters behind a place."""
    return text[start : start + 2] in _names().begins


def may_end_a_name(text: str, end: int) -> bool:
    """Whether some division's name ends with the two characters before a place."""
    return text[max(end - 2, 0) : end] in _names().ends


def begins_of_names() -> str:
    """A pattern for the two characters that a division's name may begin with."""
    begins = _names().begins
    return any_of(one[0] for one in begins) + any_of(one[1] for one in begins)


def ends_of_names() -> str:
    """A pattern for the two characters that a division's name may end with."""
    ends = _names().ends
    return any_of(one[0] for one in ends) + any_of(one[1] for one in ends)


def scan_places(text: str) -> list[Hit]:
    """Find the mentions, in text order, none overlapping another; linear in the length of the text."""
    found, doubtful = _with_suffix(text)
    sure = _leftmost([*found, *_sure_short(text)])
    if doubtful:
        sure = _with_neighbours(text, sure, doubtful)
    counted = _counted_after(text, sure)
    if counted:
        sure = _leftmost([*sure, *counted])
    weak = [*_before_bodies(text), *_headings(text), *_inside_the_last(text, sure)]
    return _leftmost([*sure, *weak, *_in_lists(text, [*sure, *weak])])


def _leftmost(hits: list[Hit]) -> list[Hit]:
    """Of overlapping hits keep the one that begins first, and of these the longest."""
    hits.sort()
    kept: list[Hit] = []
    last_start = last_end = -1
    for hit in hits:
        start, end, _ = hit
        if start >= last_end:
            kept.append(hit)
        elif start == last_start:
            kept[-1] = hit
        else:
            continue
        last_start, last_end = start, end
    return kept


def _with_suffix(text: str) -> tuple[list[Hit], set[Hit]]:
    """Names with 省, 市, 县 …, found by their last three characters, in no order; and which of them are doubtful."""
    by_tail = _names().by_tail
    words = place_words()
    hits: list[Hit] = []
    doubtful: set[Hit] = set()
    for found in chain.from_iterable(pattern.finditer(text) for pattern in _names().suffixes):
        end = found.end()
        tail = text[end - 3 if end > 3 else 0 : end]
        names = by_tail.get(tail)
        if names:
            hit = _ending_at(text, end, names, words)
            if hit is None:
                continue
            name = hit[2]
            if name in DISTRICT_NOUNS:
                continue  # 新区妇联 at the head of a text: of which city nobody says
            if name in (words.needs_evidence if hit[1] < end else words.ordinary_areas):
                doubtful.add(hit)
            hits.append(hit)
        elif tail[-2:] in by_tail and tail[-2:] not in DISTRICT_NOUNS:
            hit = (end - 2, end, tail[-2:])
            doubtful.add(hit)
            hits.append(hit)
    return hits, doubtful


def _ending_at(text: str, end: int, names: tuple[str, ...], words: PlaceWords) -> Hit | None:
    for name in names:
        start = end - len(name)
        if start < 0 or not text.startswith(name, start):
            continue
        last = name[-1]
        if last == "区":
            return None if text.startswith(("域", "间", "块"), end) else (start, end, name)
        if last == "市":
            if start and text[start - 1] in words.not_after.get(name[:-1], ""):
                return None
            if text[end : end + 1] in _CITY_TAKERS and _CITY_TAKEN.match(text, end - 1):
                return start, end - 1, name[:-1]
        return start, end, name
    return None


def _sure_short(text: str) -> list[Hit]:
    """Short names of provinces and prefectures that are no common word."""
    by_head, not_after = _names().by_head, place_words().not_after
    hits: list[Hit] = []
    for found in _names().pairs.finditer(text):
        start = found.start()
        for name in by_head.get(text[start : start + 2], ()):
            if text.startswith(name, start):
                taken, end = not_after.get(name), start + len(name)
                of_a_town = text[end : end + 1] in _TOWNS and _TOWN.match(text, end)
                if not of_a_town and (taken is None or not start or text[start - 1] not in taken):
                    hits.append((start, end, name))
                break
    return hits


def _with_neighbours(text: str, hits: list[Hit], doubtful: set[Hit]) -> list[Hit]:
    """Keep a doubtful name with suffix only right after a place or before a body's word; 和县 only after a place."""
    kept: list[Hit] = []
    for hit in hits:
        if hit not in doubtful:
            kept.append(hit)
            continue
        start, end, name = hit
        follows = bool(kept) and kept[-1][1] == start
        before_body = (len(name) > 2 or name[0] not in _BEFORE_UNIT) and _BODY_WORD.match(text, end)
        begins = start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff"
        if follows or before_body or (begins and len(name) == 2):
            kept.append(hit)
    return kept


def _counted_after(text: str, hits: list[Hit]) -> list[Hit]:
    """承德282个，保定418个，定州16个: a short name in a row of names that have a number each."""
    short = _names().short
    known: set[int] | None = None
    counted: list[Hit] = []
    for _, end, _ in hits:
        if text[end : end + 1] not in _DIGITS:
            continue
        following = _NEXT_COUNTED.match(text, end)
        if following is not None and known is None:
            known = {start for start, _, _ in hits}
        while following is not None and known is not None and following.start(1) not in known and following[1] in short:
            counted.append((following.start(1), following.end(1), following[1]))
            following = _NEXT_COUNTED.match(text, following.end(1))
    return counted


def _short_before(text: str, end: int) -> Hit | None:
    short = _names().short
    for length in (4, 3, 2):
        name = text[max(end - length, 0) : end]
        if name in short:
            return end - len(name), end, name
    return None


def _short_at(text: str, start: int) -> Hit | None:
    names = _names()
    if text[start : start + 2] not in names.short_heads:
        return None
    short = names.short
    for length in (4, 3, 2):
        name = text[start : start + length]
        if name in short:
            return start, start + len(name), name
    return None


def _before_bodies(text: str) -> list[Hit]:
    """资阳妇联: what stands before a federation is a place."""
    tails = _names().short_tails
    hits: list[Hit] = []
    for found in _names().bodies.finditer(text):
        start = found.start()
        if start > 1 and text[start - 2 : start] in tails and (hit := _short_before(text, start)):
            hits.append(hit)
    return hits


def _headings(text: str) -> list[Hit]:
    """A line that is a name and nothing else, or begins with a name and a colon."""
    short = _names().short
    hits: list[Hit] = []
    first = _HEADING.match(text)
    for found in (*((first,) if first else ()), *_LINE_HEADING.finditer(text)):
        name = found[1]
        if name in short and name not in place_words().ordinary_words:
            hits.append((found.start(1), found.end(1), name))
    return hits


def _inside_the_last(text: str, hits: list[Hit]) -> Iterable[Hit]:
    """湖南慈利, 阳泉市城区: a short name, or a noun that names a district, right after the place that it lies in."""
    heads = _names().short_heads
    for _, end, outer in hits:
        following = text[end : end + 2]
        if following in DISTRICT_NOUNS:
            of_a_body = _BODY_WORD.match(text, end + 2) is not None
            if any(of_a_body or one.end is None for one in _lying_in(outer, following)):
                yield end, end + 2, following
            continue
        inner = _short_at(text, end) if following in heads else None
        if inner is None or inner[2] in place_words().ordinary_words or text.startswith(("村", "镇"), inner[1]):
            continue
        if any(one.name != outer for one in _lying_in(outer, inner[2])):
            yield inner


def _lying_in(outer: str, name: str) -> Iterable[Division]:
    """The divisions of a name that lie in a province or a prefecture of another."""
    stems = tuple(
        one.code[: 2 if one.level is Level.PROVINCE else 4] for one in meanings(outer) if one.level is not Level.COUNTY
    )
    return (one for one in meanings(name) if one.code.startswith(stems)) if stems else ()


def _in_lists(text: str, sure: list[Hit]) -> Iterable[Hit]:
    """炎陵、茶陵等县: short names in a list that has a sure name in it, or that goes on with 等县, 两市 …."""
    items: dict[int, Hit] = {hit[0]: hit for hit in sure}
    certain = set(items)
    heads, tails = _names().short_heads, _names().short_tails
    for found in _names().listed.finditer(text):
        mark = found.start()
        if mark > 1 and text[mark - 2 : mark] in tails and (hit := _short_before(text, mark)):
            items.setdefault(hit[0], hit)
        if text[mark + 1 : mark + 3] in heads and (hit := _short_at(text, mark + 1)):
            items.setdefault(hit[0], hit)
    if len(items) == len(certain):
        return
    run: list[Hit] = []
    last = -1
    for start in sorted(items):
        hit = items[start]
        if start != last + 1 or text[last : last + 1] != "、":
            if len(run) > 1:
                yield from _listed(text, run, certain)
            run = [hit]
        else:
            run.append(hit)
        last = hit[1]
    yield from _listed(text, run, certain)


def _listed(text: str, run: list[Hit], certain: set[int]) -> Iterable[Hit]:
    if len(run) < 2:
        return
    if any(hit[0] in certain for hit in run) or _LIST_TAIL.match(text, run[-1][1]):
        yield from (hit for hit in run if hit[0] not in certain)
