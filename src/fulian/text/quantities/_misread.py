"""Letters that stand where a digit is meant, as text recognition leaves them: 6O场, l2人, 1O0名."""

from __future__ import annotations

import re
from typing import Final

from fulian.text.quantities._pattern import measure_word

__all__ = ["belongs_to_misread", "find_misread"]

_LETTERS: Final = "OolI"  # that look like 0 and 1
_IS_LETTER: Final = re.compile(f"[{_LETTERS}]")
_BEFORE: Final = re.compile(f"[0-9{_LETTERS}.,]{{0,16}}$")
_REACH: Final = 16
_RUN: Final = re.compile(
    f"[0-9{_LETTERS}]{{1,16}}(?:,[0-9{_LETTERS}]{{3}}(?![0-9{_LETTERS}])){{0,5}}(?:[.][0-9{_LETTERS}]{{1,16}})?"
)
_NO_NAME: Final = f"(?!O[23]O?(?![0-9{_LETTERS}]))"  # ozone, O2O
_IS_NUMBER: Final = re.compile(f"{_NO_NAME}[{_LETTERS}.,]*[0-9]|l[{_LETTERS}]")
_IS_LATIN: Final = re.compile("[A-Za-z0-9]").match
_LITRES: Final = re.compile("[0-9]l(?: ?[瓶桶罐壶杯箱袋盒]|$)")  # 5l桶装, 10l


def find_misread(text: str) -> list[tuple[int, int]]:
    """Find what looks like a number before a measure word and has letters for digits (形近字母误作数字).

    No figure is read from such a number, since nobody can say what was printed: a 6O may be 60, 6.0 or a model's name.

    Args:
        text: Running text with half-width digits and letters.

    Returns:
        The bounds of each, its measure word included, in order.

    Example:
        >>> text = "培训6O场，l2人参加，新设2个O2O平台。"
        >>> [text[start:end] for start, end in find_misread(text)]
        ['6O场', 'l2人']
    """
    found: list[tuple[int, int]] = []
    if not any(letter in text for letter in _LETTERS):
        return found
    behind = 0
    for match in _IS_LETTER.finditer(text):
        at = match.start()
        if at < behind:
            continue
        start, behind = _run_at(text, at, behind)
        if behind and (unit := _unit_of(text, start, behind)):
            found.append((start, unit))
    return found


def belongs_to_misread(text: str, start: int) -> bool:
    """Tell whether a number behind a comma is the end of one that has letters for digits: 1O,500人.

    Args:
        text: Running text.
        start: Where the number begins, behind the comma.

    Returns:
        Whether the whole is such a number.

    Example:
        >>> belongs_to_misread("约1O,500人", 4), belongs_to_misread("通过WTO,500人", 6)
        (True, False)
    """
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    letter = _IS_LETTER.search(before[0]) if before else None
    if before is None or letter is None:
        return False
    first, end = _run_at(text, before.start() + letter.start(), 0)
    return end > start and _unit_of(text, first, end) > 0


def _run_at(text: str, at: int, least: int) -> tuple[int, int]:
    """The digits and letters that a letter stands among."""
    before = _BEFORE.search(text, max(least, at - _REACH), at)
    start = before.start() if before else at
    while start < at and text[start] in ".,":
        start += 1
    run = _RUN.match(text, start)
    return start, run.end() if run else at + 1


def _unit_of(text: str, start: int, end: int) -> int:
    """Where the measure word behind a run ends; 0 where none follows, or where it is no number with letters in it."""
    if _IS_NUMBER.match(text, start, end) is None or _LITRES.match(text, end - 2):
        return 0
    if (start and _IS_LATIN(text[start - 1])) or (text[end : end + 1] and _IS_LATIN(text[end])):
        return 0
    unit = measure_word().match(text, end)
    return unit.end() if unit else 0
