"""A closed vocabulary whose members know their Chinese term."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

__all__ = ["Term"]


class Term(StrEnum):
    """A member of a closed vocabulary (术语): an English value, and the Chinese term beside it.

    Members are written ``NAME = "value", "中文"``: the value is what data carries, ``zh`` what a Chinese reader sees.

    Example:
        >>> class Season(Term):
        ...     SPRING = "spring", "春季"
        >>> Season.SPRING, Season("spring").zh
        (<Season.SPRING: 'spring'>, '春季')
    """

    zh: str

    def __new__(cls, value: str, zh: str = "") -> Self:
        """Make a member; the default is for type checkers, which take a look-up by value for this call."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.zh = zh
        return member
