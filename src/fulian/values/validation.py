"""Rules on fields that attrs does not bring: small callables whose repr states the rule."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

import attrs

__all__ = ["LARGEST_WHOLE", "LONGEST_NUMBER", "NUMBER", "digits", "exact_number", "filled", "tuple_of", "whole_number"]

# The largest whole number up to which every reader of JSON tells each from the next.
LARGEST_WHOLE: Final = 2**53 - 1

# What an exact number's print may be, so that every format can hold it and no reader is kept busy with it.
LONGEST_NUMBER: Final = 1000
_SURELY_SHORT: Final = 9  # an exponent of seven digits takes more characters
NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,6})?")


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
class _Digits:
    count: int

    def __call__(self, instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, str):
            raise TypeError(f"'{attribute.name}' must be str, got {value!r}")
        if len(value) != self.count or not (value.isascii() and value.isdigit()):
            raise ValueError(f"'{attribute.name}' must be {self.count} digits, got {value!r}")

    def __repr__(self) -> str:
        return f"<text of {self.count} digits>"


@attrs.frozen(repr=False, slots=True)
class _WholeNumber:
    low: int
    high: int

    def __call__(self, instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if type(value) is not int:
            raise TypeError(f"'{attribute.name}' must be int, got {value!r}")
        if not self.low <= value <= self.high:
            raise ValueError(f"'{attribute.name}' must be {self!r}, got {value}")

    def __repr__(self) -> str:
        return f"<whole number from {self.low} to {self.high}>"


@attrs.frozen(repr=False, slots=True)
class _ExactNumber:
    def __call__(self, instance: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, Decimal):
            raise TypeError(f"'{attribute.name}' must be Decimal, got {value!r}")
        text = str(value)
        if len(text) <= _SURELY_SHORT and value.is_finite():
            return
        if len(text) > LONGEST_NUMBER or not NUMBER.fullmatch(text):
            got = text if len(text) <= LONGEST_NUMBER else f"{text[:20]}… ({len(text)} characters)"
            raise ValueError(f"'{attribute.name}' must be {self!r}, got {got}")

    def __repr__(self) -> str:
        return f"<finite number of at most {LONGEST_NUMBER} characters and six digits of exponent>"


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


def digits(count: int) -> _Digits:
    """Make a rule: a str of so many digits, 0 to 9 (数字串).

    Args:
        count: How many.

    Returns:
        A validator for an attrs field.

    Example:
        >>> digits(6)
        <text of 6 digits>
    """
    return _Digits(count)


def filled() -> _Filled:
    """Make a rule: a str with something in it besides white space (非空文本).

    Returns:
        A validator for an attrs field.

    Example:
        >>> filled()
        <text that is not blank>
    """
    return _Filled()


def exact_number() -> _ExactNumber:
    """Make a rule: a Decimal that is finite and prints within bounds that every format holds (精确数).

    The print has at most :data:`LONGEST_NUMBER` characters, and an exponent in it at most six digits.

    Returns:
        A validator for an attrs field.

    Example:
        >>> exact_number()
        <finite number of at most 1000 characters and six digits of exponent>
    """
    return _ExactNumber()


def whole_number(low: int, high: int = LARGEST_WHOLE) -> _WholeNumber:
    """Make a rule: an int (no bool) from `low` to `high`, ends included (整数).

    Args:
        low: The least value allowed.
        high: The greatest value allowed.

    Returns:
        A validator for an attrs field.

    Example:
        >>> whole_number(1949, 2100)
        <whole number from 1949 to 2100>
    """
    return _WholeNumber(low, high)
