"""Words of the trade: which area of work each speaks of, and which of them name a campaign."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable
from functools import cache
from importlib.resources import files

from fulian.model.work_area import WorkArea

__all__ = ["area_of", "area_words", "find_programme_words", "programme_words"]

_FEW = 16


@cache
def area_words() -> dict[str, WorkArea]:
    """Give the words that tell an area of work (工作领域词表).

    Returns:
        The area of each word, in the order of the table.

    Source:
        Ours, after the domains of the outlines 2011-2020 and 2021-2030 and the federations' usage; the table has a
        reason for each word.

    Example:
        >>> area_words()["担保贷款"].zh
        '妇女与经济'
    """
    return {word: WorkArea(row["area"]) for word, row in _rows().items()}


@cache
def programme_words() -> frozenset[str]:
    """Give the campaigns and schemes that texts name without quotation marks (品牌活动词表).

    Returns:
        The names.

    Example:
        >>> "春蕾计划" in programme_words()
        True
    """
    return frozenset(word for word, row in _rows().items() if row["programme"])


@cache
def _rows() -> dict[str, dict[str, str]]:
    with (files("fulian.reference") / "data" / "work_areas.csv").open("r", encoding="utf-8") as lines:
        return {row["word"]: row for row in csv.DictReader(lines)}


@cache
def _area_pattern() -> re.Pattern[str]:
    return _any_of(_rows())


@cache
def _programme_pattern() -> re.Pattern[str]:
    return re.compile(_branches(sorted(programme_words())))  # so few that the search skips to their firsts


def _any_of(words: Collection[str]) -> re.Pattern[str]:
    """All words in one pattern that branches by character.

    Two character classes turn most places away at once, and one more for each few first characters passes over these.
    Behind it the second character decides: to compare one is quicker than to look ahead.
    """
    firsts = sorted({word[0] for word in words})
    seconds = sorted({word[1] for word in words})
    groups = []
    for at in range(0, len(firsts), _FEW):
        few = firsts[at : at + _FEW]
        begun: dict[str, list[str]] = {}
        for word in sorted(words):
            if word[0] in few:
                begun.setdefault(word[:2], []).append(word[2:])
        branches = [f"{re.escape(two[1])}(?<={re.escape(two)}){_branches(rests)}" for two, rests in begun.items()]
        groups.append(f"[{_escaped(few)}](?:{'|'.join(branches)})")
    return re.compile(f"(?=[{_escaped(firsts)}][{_escaped(seconds)}])(?:{'|'.join(groups)})")


def _escaped(chars: Iterable[str]) -> str:
    return "".join(map(re.escape, chars))


def _branches(words: Iterable[str]) -> str:
    by_char: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            by_char.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    pieces = [re.escape(char) + _branches(rest) for char, rest in by_char.items()]
    if not pieces:
        return ""
    # The longest word wins: what may follow is tried before the word is allowed to end here.
    return f"(?:{'|'.join(pieces)}){'?' if ends else ''}"


def find_programme_words(text: str) -> list[tuple[int, int]]:
    """Find the campaigns named without quotation marks (查找品牌活动).

    Args:
        text: Running text.

    Returns:
        Start and end of each, in order; the longest where several begin at one place.

    Example:
        >>> find_programme_words("继续实施春蕾计划")
        [(4, 8)]
    """
    return [match.span() for match in _programme_pattern().finditer(text)]


def area_of(text: str, start: int = 0, end: int | None = None, *, heading: tuple[int, int] = (0, 0)) -> WorkArea | None:
    """Tell the area of work that a passage speaks of (判定工作领域).

    Args:
        text: The text.
        start: The passage's first character.
        end: The character after its last; None for the end of the text.
        heading: The bounds of its heading, whose words count three times; empty where it has none.

    Returns:
        The area with the most words; of two equals the one met first, the heading's before the passage's. None where
        no word of the table stands there.

    Example:
        >>> area_of("开展维权普法培训班").zh
        '法律与维权'
        >>> area_of("召开会议") is None
        True
    """
    table, words = area_words(), _area_pattern()
    counts: dict[WorkArea, int] = {}
    if heading[1] > heading[0]:
        for word in words.findall(text, *heading):
            area = table[word]
            counts[area] = counts.get(area, 0) + 3
    for word in words.findall(text, start, len(text) if end is None else end):
        area = table[word]
        counts[area] = counts.get(area, 0) + 1
    return max(counts, key=counts.__getitem__) if counts else None
