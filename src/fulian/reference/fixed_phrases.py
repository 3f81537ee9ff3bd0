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


@cache
def _by_numeral() -> dict[str, tuple[tuple[int, str], ...]]:
    """The phrases by each numeral in them, with the place of the numeral in the phrase."""
    places: dict[str, list[tuple[int, str]]] = {}
    for phrase in fixed_phrases():
        for place, char in enumerate(phrase):
            if char in _NUMERALS:
                places.setdefault(char, []).append((place, phrase))
    return {char: tuple(sorted(found, key=lambda pair: -len(pair[1]))) for char, found in places.items()}


@cache
def _beside_a_numeral() -> frozenset[str]:
    """Each numeral of a phrase with the character before it and with the one behind it."""
    return frozenset(
        phrase[at : at + 2]
        for phrase in fixed_phrases()
        for at in range(len(phrase) - 1)
        if not _NUMERALS.isdisjoint(phrase[at : at + 2])
    )


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
    beside = _beside_a_numeral()
    if text[position : position + 2] not in beside and text[max(0, position - 1) : position + 1] not in beside:
        return None  # so it is mostly
    for place, phrase in _by_numeral().get(text[position], ()):
        start = position - place
        if start < 0 or not text.startswith(phrase, start):
            continue
        if phrase.isdecimal() and text[start + len(phrase) : start + len(phrase) + 1] in _GOES_ON:
            continue  # 120 is a hotline, 120万 is not
        return phrase
    return None
