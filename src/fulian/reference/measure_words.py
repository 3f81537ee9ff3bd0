"""Measure words: what may stand behind a number, and what must not follow it."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import attrs
from attrs.validators import in_, instance_of

from fulian.values.validation import filled, tuple_of

__all__ = ["MeasureWord", "measure_words"]

_COUNTS = ("article", "date", "doubling", "duration", "firm", "loose", "ordinal", "place", "score", "tenths", "whole")


@attrs.frozen(kw_only=True)
class MeasureWord:
    """A measure word or unit (量词、计量单位).

    Attributes:
        word: The word as written, without a multiplier.
        unless_followed_by: What may not follow it: ``家`` counts firms, but not in 家庭. May be empty.
        counts: How far it can be trusted: ``firm`` counts things; ``loose`` counts slogans as readily (个, 项);
            ``place`` is a division counted without a measure word; ``article`` means "some"; ``ordinal`` and ``date``
            never count; ``whole`` counts no decimals (2.0版); ``duration``, ``doubling``, ``score`` and ``tenths`` need
            a second look.
        reason: Why it is listed.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The word is blank, or `counts` is none of the above.

    Example:
        >>> measure_words()["人次"].counts
        'firm'
    """

    word: str = attrs.field(validator=filled())
    unless_followed_by: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    counts: str = attrs.field(validator=in_(_COUNTS))
    reason: str = attrs.field(validator=instance_of(str))


@cache
def measure_words() -> dict[str, MeasureWord]:
    """Give the table of measure words (量词表).

    Returns:
        Every measure word by its own characters, in the order of the table.

    Example:
        >>> "庭" in measure_words()["家"].unless_followed_by
        True
    """
    with (files("fulian.reference") / "data" / "measure_words.csv").open(encoding="utf-8") as rows:
        return {
            row["word"]: MeasureWord(
                word=row["word"],
                unless_followed_by=tuple(row["unless_followed_by"].split()),
                counts=row["counts"],
                reason=row["reason"],
            )
            for row in csv.DictReader(rows)
        }
