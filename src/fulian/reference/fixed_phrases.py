"""Fixed phrases: names, slogans and idioms that hold a numeral without counting anything."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

__all__ = ["fixed_phrase_at", "fixed_phrases", "hollow_nouns"]

_GOES_ON = frozenset("0123456789.,万亿余多")
_NUMERALS = frozenset("零〇一二两三四五六七八九十百千万亿半0123456789")


@cache
def fixed_phrases() -> dict[str, str]:
    """Give the lexicon of fixed phrases (固定短语表), each with the reason that it counts nothing.

    Returns:
        The reason of every phrase, in the order of the table.

    Example:
        >>> fixed_phrases()["两癌"]
        "a phrase of the federations' own trade"
    """
    return _table("fixed_phrases.csv", "phrase", "reason")


@cache
def hollow_nouns() -> dict[str, str]:
    """Give the nouns that are counted for rhetoric (虚指名词): 五个方面, 三大主题, 四项原则.

    Returns:
        The reason of every noun, in the order of the table.

    Example:
        >>> "方面" in hollow_nouns()
        True
    """
    return _table("hollow_nouns.csv", "noun", "reason")


def _table(name: str, key: str, value: str) -> dict[str, str]:
    with (files("fulian.reference") / "data" / name).open(encoding="utf-8") as rows:
        return {row[key]: row[value] for row in csv.DictReader(rows)}


_Places = dict[str, list[tuple[int, str]]]


@cache
def _by_numeral() -> tuple[_Places, _Places]:
    """The phrases by each numeral in them and the character behind it, or before it where the numeral is the last.

    With each phrase stands the place of the numeral in it; the longest come first.
    """
    behind: _Places = {}
    before: _Places = {}
    for phrase in sorted(fixed_phrases(), key=len, reverse=True):
        for place, char in enumerate(phrase):
            if char not in _NUMERALS:
                continue
            if place + 1 < len(phrase):
                behind.setdefault(phrase[place : place + 2], []).append((place, phrase))
            else:
                before.setdefault(phrase[place - 1 :], []).append((place, phrase))
    return behind, before


def fixed_phrase_at(text: str, position: int) -> str | None:
    """Find the fixed phrase that the numeral at a position belongs to.

    Args:
        text: Running text.
        position: The place of a numeral's first character, in code points from zero.

    Returns:
        The longest phrase of the lexicon that stands over the position, or None.

    Example:
        >>> fixed_phrase_at("免费“两癌”检查", 3), fixed_phrase_at("慰问两户家庭", 2)
        ('两癌', None)
    """
    behind, before = _by_numeral()
    known = behind.get(text[position : position + 2], ())
    closing = before.get(text[max(0, position - 1) : position + 1])
    if closing is not None:
        known = sorted([*known, *closing], key=lambda pair: -len(pair[1]))
    for place, phrase in known:
        start = position - place
        if start < 0 or not text.startswith(phrase, start):
            continue
        if phrase.isdecimal() and text[start + len(phrase) : start + len(phrase) + 1] in _GOES_ON:
            continue  # 120 is a hotline, 120万 is not
        return phrase
    return None
