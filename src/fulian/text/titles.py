"""Where the lines of a title break: between words, in the shape of a trapezoid or a diamond."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import combinations, pairwise
from typing import Final

from fulian.reference.deed_verbs import deed_verbs
from fulian.reference.fixed_phrases import fixed_phrases
from fulian.text.places import find_places

__all__ = ["is_well_shaped", "title_lines", "width_of"]

_WIDEST: Final = 19.0  # characters of 2号 that a line of 156 mm takes, with a little air at both sides
_MOST_LINES: Final = 5
_MOST_A_LINE: Final = 60  # characters that a line could hold, were they narrow
_MOST_BREAKS: Final = 24
_SHORTEST: Final = 4.0
_LONGEST_WORD: Final = 12
_OPENING: Final = "《“（(〈‘"
_CLOSING: Final = "》”）)〉’，。、：；！？,.:;!?年月日%％"
_BODY: Final = "a body"
_FREE, _GOOD, _WORD, _BARE = 0.0, 1.0, 2.0, 9.0


def width_of(text: str) -> float:
    """Give how wide a text is, in Chinese characters (字宽).

    Args:
        text: The text.

    Returns:
        One for each full-width character, half for the others.

    Example:
        >>> width_of("2014年1月20日")
        6.5
    """
    return sum(0.5 if char < "\u2000" and char not in "·×÷—" else 1.0 for char in text)


def title_lines(title: str, widest: float = _WIDEST) -> tuple[str, ...]:
    """Break a title into its lines (标题回行).

    Args:
        title: The title, on one line.
        widest: How many characters a line takes.

    Returns:
        Its lines, whole words in each; together they are the title.

    Source:
        GB/T 9704-2012, 7.3.1: words stay whole, lines are balanced and form a trapezoid or a diamond.

    Example:
        >>> title_lines("株洲市妇女联合会关于印发《2024年工作要点》的通知")
        ('株洲市妇女联合会', '关于印发《2024年工作要点》的通知')
    """
    if width_of(title) <= widest:
        return (title,)
    costs = _costs(title)
    best = sorted(costs, key=lambda place: (costs[place], place))[:_MOST_BREAKS]
    for count in range(2, _MOST_LINES + 1):
        if width_of(title) > count * widest:
            continue
        fitting = [
            (_cost(lines) + sum(costs[place] for place in places), lines)
            for places in combinations(sorted(best), count - 1)
            if max(map(width_of, lines := _cut(title, places))) <= widest and is_well_shaped(lines)
        ]
        if fitting and min(fitting)[0] < _BARE:
            return min(fitting)[1]
        if fitting and count == _MOST_LINES:
            return min(fitting)[1]
    return _forced(title, widest) or tuple(_filled(title, costs, widest))


def is_well_shaped(lines: tuple[str, ...]) -> bool:
    """Tell whether lines form a trapezoid or a diamond (梯形、菱形), not a rectangle and not an hourglass.

    Args:
        lines: A title's lines.

    Returns:
        True for one line too.

    Source:
        GB/T 9704-2012, 7.3.1.

    Example:
        >>> is_well_shaped(("关于印发", "工作要点的通知")), is_well_shaped(("三八红旗手", "表彰", "的决定通知"))
        (True, False)
    """
    widths = [width_of(line) for line in lines]
    if len(widths) < 2:
        return True
    top = widths.index(max(widths))
    rises = all(one <= other for one, other in pairwise(widths[: top + 1]))
    falls = all(one >= other for one, other in pairwise(widths[top:]))
    return rises and falls and len(set(widths)) > 1 and min(widths) >= _SHORTEST


def _cut(title: str, places: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(title[start:end] for start, end in zip((0, *places), (*places, len(title)), strict=True))


def _cost(lines: tuple[str, ...]) -> float:
    """How far the lines are from each other in length."""
    widths = [width_of(line) for line in lines]
    return (max(widths) - min(widths)) / max(widths)


def _costs(title: str) -> dict[int, float]:
    """The places at which a line may end, and how badly each of them reads."""
    costs = {}
    inner = title.find("《"), title.rfind("》")
    for place in range(1, len(title)):
        before, after = title[place - 1], title[place]
        if after in _CLOSING or before in _OPENING or (before.isascii() and after.isascii()) or after == " ":
            continue
        costs[place] = _BARE
        if before in "、》 " or after == "《" or title.startswith("关于", place):
            costs[place] = _FREE
        elif before in "的和与及暨":
            costs[place] = _GOOD
        if title.endswith("关于", 0, place):
            costs[place] = _BARE - _WORD  # what a document is about begins with 关于
    ends = 0
    for start, end in _words(title):
        for place in range(start + 1, end):
            costs.pop(place, None)
        if start == ends and start in costs:
            costs[start] = min(costs[start], _WORD)
        ends = end
    for place in list(costs):
        if inner[0] < place <= inner[1]:
            costs[place] += _GOOD
        if title[place] in "的和与及":
            costs[place] += _GOOD
    return costs


def _words(title: str) -> Iterator[tuple[int, int]]:
    """The words that are known, in order: the longest at each place, numbers, and places with the body behind them."""
    words = _lexicon()
    places = {mention.start: mention.end for mention in find_places(title)}
    at = 0
    while at < len(title):
        end = max(places.get(at, at), _number_end(title, at)) or at
        longest = _longest(title, at, words)
        if at < end and words.get(title[end : _longest(title, end, words)]) == _BODY:
            end = _longest(title, end, words)
        end = max(end, longest)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _number_end(title: str, at: int) -> int:
    while at < len(title) and (title[at].isdecimal() or (title[at] == "年" and at and title[at - 1].isdecimal())):
        at += 1
    return at


def _longest(title: str, at: int, words: dict[str, str]) -> int:
    lengths = range(min(_LONGEST_WORD, len(title) - at), 1, -1)
    return next((at + length for length in lengths if title[at : at + length] in words), at)


@cache
def _lexicon() -> dict[str, str]:
    with (files("fulian.reference") / "data" / "title_words.csv").open(encoding="utf-8") as rows:
        own = {row["word"]: row["reason"] for row in csv.DictReader(rows)}
    return {**deed_verbs(), **fixed_phrases(), **own}


def _forced(title: str, widest: float) -> tuple[str, ...] | None:
    """A trapezoid cut without regard to words, for a title that has none; None where it takes too many lines."""
    for count in range(2, _MOST_LINES + 1):
        rest, lines = title, list[str]()
        while rest:
            left = max(count - len(lines), 1)
            line = _head(rest, width_of(rest) / left - (0.75 if left > 1 else 0))
            lines.append(line)
            rest = rest[len(line) :]
        found = tuple(lines)
        if len(found) == count and max(map(width_of, found)) <= widest and is_well_shaped(found):
            return found
    return None


def _head(text: str, width: float) -> str:
    """The first characters of a text that are no wider than a width, at least one."""
    end = 1
    while end < len(text) and width_of(text[: end + 1]) <= width:
        end += 1
    return text[:end]


def _filled(title: str, costs: dict[int, float], widest: float) -> Iterator[str]:
    """The lines of a title that no shape fits: as full as they go."""
    start = 0
    while start < len(title):
        end = start + len(_head(title[start : start + _MOST_A_LINE], widest))
        if end < len(title):
            end = max((place for place in costs if start < place <= end), default=end)
        yield title[start:end]
        start = end
