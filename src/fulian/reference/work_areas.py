"""Words of the trade: which area of work each speaks of, and which of them name a campaign."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from fulian.model.work_area import WorkArea

__all__ = ["area_of", "area_words", "find_area_words", "programme_words"]


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
    with (files("fulian.reference") / "data" / "work_areas.csv").open(encoding="utf-8", newline="") as lines:
        return {row["word"]: row for row in csv.DictReader(lines)}


@cache
def _pattern() -> re.Pattern[str]:
    """All words in one pattern that branches by character, so that it costs the same however many they are."""
    return re.compile(_branches(sorted(_rows())))


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


def find_area_words(text: str) -> list[tuple[int, int, str]]:
    """Find the words of the table in a text (查找领域词).

    Args:
        text: Running text.

    Returns:
        Start, end and word of each, in order; the longest where several begin at one place.

    Example:
        >>> find_area_words("发放小额担保贷款")
        [(2, 8, '小额担保贷款')]
    """
    return [(match.start(), match.end(), match.group()) for match in _pattern().finditer(text)]


def area_of(words: Iterable[str], heading: Iterable[str] = ()) -> WorkArea | None:
    """Tell the area of work that words speak of (判定工作领域).

    Args:
        words: The words of the table that a passage holds.
        heading: Those that its heading holds; each counts three times.

    Returns:
        The area with the most words; of two equals the one met first, the heading's before the passage's. None where
        there are no words.

    Example:
        >>> area_of(["维权", "普法", "培训班"]).zh
        '法律与维权'
    """
    table = area_words()
    counts: Counter[WorkArea] = Counter()
    for word in heading:
        counts[table[word]] += 3
    for word in words:
        counts[table[word]] += 1
    return counts.most_common(1)[0][0] if counts else None
