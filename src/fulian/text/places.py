"""Names of places in running text, and which division each means."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of

from fulian.model.division import Division
from fulian.model.level import Level
from fulian.reference.divisions import FIRST_YEAR, LAST_YEAR
from fulian.text._place_scanner import Hit, meanings, scan_places
from fulian.values.validation import tuple_of, whole_number

__all__ = ["PlaceMention", "find_places", "mentions_of", "narrow", "resolve"]


@attrs.frozen(kw_only=True)
class PlaceMention:
    """A place name where it stands in a text (地名).

    Attributes:
        start: The first code point, from zero.
        end: The code point after the last.
        text: The name as written: 株洲市, or 株洲 alone.
        candidates: The divisions that ever had the name, in code order; never empty.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> [mention] = find_places("全市5个区县中，慈利县率先完成任务。")
        >>> mention.start, mention.text, mention.candidates[0].code
        (8, '慈利县', '430821')
    """

    start: int = attrs.field(validator=whole_number(0))
    end: int = attrs.field(validator=whole_number(1))
    text: str = attrs.field(validator=instance_of(str))
    candidates: tuple[Division, ...] = attrs.field(validator=tuple_of(Division))


def find_places(text: str) -> list[PlaceMention]:
    """Find the names of provinces, prefectures and counties in running text (识别地名).

    A name with its 省, 市, 县 … is a mention wherever it stands. A short name is one where it is a province's or a
    prefecture's and no common word; else only with evidence: before 妇联, beside a sure name in a list with 、, right
    after the place it lies in, or as a heading.

    Args:
        text: Any text.

    Returns:
        The mentions in text order, none overlapping another; may be empty.

    Example:
        >>> [mention.text for mention in find_places("宁波、温州两地，慈利县妇联，资阳妇联；和平与发展")]
        ['宁波', '温州', '慈利县', '资阳']
    """
    return mentions_of(scan_places(text))


def mentions_of(hits: list[Hit]) -> list[PlaceMention]:
    """Give names of places that were found before, with the divisions they may mean (地名及其备选).

    Args:
        hits: What `find_named` found, as its `places`.

    Returns:
        A mention for each, in the same order.

    Example:
        >>> mentions_of([(0, 3, "慈利县")])[0].candidates[0].code
        '430821'
    """
    return [PlaceMention(start=start, end=end, text=name, candidates=meanings(name)) for start, end, name in hits]


def resolve(mention: PlaceMention, *, year: int | None = None, home: str | None = None) -> Division | None:
    """Tell which division a mention means, or that it cannot be told (确定所指行政区划).

    Args:
        mention: The mention, with its candidates.
        year: The calendar year that the text speaks of, or None where that is not known.
        home: The code of the division whose body wrote the text, or None.

    Returns:
        The only candidate left, by the year, then by lying in the writer's county, prefecture or province; for a short
        name, a province before all others, and a prefecture (长沙) before its own county. None where several are left.

    Example:
        >>> [mention] = find_places("永定区新建儿童之家6所。")
        >>> resolve(mention, year=2020, home="430800").code, resolve(mention, year=2020)
        ('430802', None)
    """
    return narrow(mention.text, mention.candidates, year=year, home=home)


def narrow(
    name: str, candidates: tuple[Division, ...], *, year: int | None = None, home: str | None = None
) -> Division | None:
    """Narrow the divisions of a name down to one, or say that it cannot be done (消歧).

    Args:
        name: The name as written.
        candidates: The divisions it may mean.
        year: The calendar year spoken of, or None.
        home: The code of the writer's division, or None.

    Returns:
        The one that is left, or None.

    Example:
        >>> from fulian.reference import find_divisions
        >>> narrow("长沙", find_divisions("长沙")).name
        '长沙市'
    """
    listed = None if year is None else min(max(year, FIRST_YEAR), LAST_YEAR)
    standing = tuple(one for one in candidates if (one.is_valid(listed) if listed else one.end is None)) or candidates
    provinces = [one for one in standing if one.level is Level.PROVINCE]
    if len(provinces) == 1 and provinces[0].name != name and all(one.name != name for one in standing):
        return provinces[0]  # 河北 is the province, whatever district bears its name
    for stem in _widening(home):
        inside = tuple(one for one in standing if one.code.startswith(stem))
        if inside:
            return _only(name, inside)
    return None


def _widening(home: str | None) -> tuple[str, ...]:
    """The beginnings of codes around a place: its own, its prefecture's, its province's, any."""
    if home is None:
        return ("",)
    if home.endswith("0000"):
        return (home[:2], "")
    return (home[:4], home[:2], "") if home.endswith("00") else (home, home[:4], home[:2], "")


def _only(name: str, candidates: tuple[Division, ...]) -> Division | None:
    if len({one.code for one in candidates}) == 1:
        return candidates[-1]
    if any(one.name == name for one in candidates):
        return None
    ranked = sorted(candidates, key=lambda one: one.level.rank)
    top = ranked[0]
    lower = ranked[1].level is not top.level
    return top if lower and all(one.code[:2] == top.code[:2] for one in candidates) else None
