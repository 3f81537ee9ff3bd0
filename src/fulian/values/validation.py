"""Rules on fields that attrs does not bring: small callables whose repr states the rule."""

from __future__ import annotations

from typing import Any

import attrs

__all__ = ["filled", "tuple_of", "whole_number"]


@attrs.frozen(repr=False, slots=True)
class _TupleOf:
    member: type | tuple[type, ...]

    def __call__(self, instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) is not tuple:
            raise TypeError(f"'{attribute.name}' must be a tuple of {_names(self.member)}, got {value!r}")
        for place, item in enumerate(value):
            if not isinstance(item, self.member):
                raise TypeError(f"'{attribute.name}[{place}]' must be {_names(self.member)}, got {item!r}")

    def __repr__(self) -> str:
        return f"<tuple of {_names(self.member)}>"


@attrs.frozen(repr=False, slots=True)
class _Filled:
    def __call__(self, instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, str):
            raise TypeError(f"'{attribute.name}' must be str, got {value!r}")
        if not value or value.isspace():
            raise ValueError(f"'{attribute.name}' must not be blank, got {value!r}")

    def __repr__(self) -> str:
        return "<text that is not blank>"


@attrs.frozen(repr=False, slots=True)
class _WholeNumber:
    low: int
    high: int | None

    def __call__(self, instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) is not int:
            raise TypeError(f"'{attribute.name}' must be int, got {value!r}")
        if value < self.low or (self.high is not None and value > self.high):
            raise ValueError(f"'{attribute.name}' must be {self!r}, got {value}")

    def __repr__(self) -> str:
        return f"<whole number from {self.low}{'' if self.high is None else f' to {self.high}'}>"


def _names(member: type | tuple[type, ...]) -> str:
    members = member if isinstance(member, tuple) else (member,)
    return " or ".join(one.__name__ for one in members)


def tuple_of(member: type | tuple[type, ...]) -> _TupleOf:
    """Make a rule: a tuple (not a list), each element an instance of `member` (元组).

    Args:
        member: The class, or a tuple of classes, that elements are instances of.

    Returns:
        A validator for an attrs field.

    Example:
        >>> tuple_of(str)
        <tuple of str>
    """
    return _TupleOf(member)


def filled() -> _Filled:
    """Make a rule: a str with something in it besides white space (非空文本).

    Returns:
        A validator for an attrs field.

    Example:
        >>> filled()
        <text that is not blank>
    """
    return _Filled()


def whole_number(low: int, high: int | None = None) -> _WholeNumber:
    """Make a rule: an int (no bool) from `low` to `high`, ends included (整数).

    Args:
        low: The least value allowed.
        high: The greatest value allowed, or None for no upper end.

    Returns:
        A validator for an attrs field.

    Example:
        >>> whole_number(1949, 2100)
        <whole number from 1949 to 2100>
    """
    return _WholeNumber(low, high)
