"""Checks of the arguments that strategies take: said at the call, not at the first draw."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis.errors import InvalidArgument

__all__: list[str] = []


def check_bounds(low_name: str, low: object, high_name: str, high: object) -> None:
    """Refuse two bounds in the wrong order; None is an open bound."""
    if low is not None and high is not None and low > high:  # type: ignore[operator]
        raise InvalidArgument(f"{low_name}={low!r} must not be above {high_name}={high!r}")


def check_whole(name: str, value: object, low: int, high: int | None = None) -> None:
    """Refuse what is no int from `low` to `high`."""
    if type(value) is not int:
        raise InvalidArgument(f"{name} must be an int, got {value!r}")
    if value < low or (high is not None and value > high):
        upper = "" if high is None else f" to {high}"
        raise InvalidArgument(f"{name} must be from {low}{upper}, got {value}")


def check_type(name: str, value: object, wanted: type | tuple[type, ...]) -> None:
    """Refuse what is neither None nor of the class wanted."""
    if value is not None and not isinstance(value, wanted):
        kinds = wanted if isinstance(wanted, tuple) else (wanted,)
        raise InvalidArgument(f"{name} must be {' or '.join(kind.__name__ for kind in kinds)}, got {value!r}")


def check_day(name: str, value: object) -> None:
    """Refuse what is no date; a datetime is none."""
    if type(value) is not date:
        raise InvalidArgument(f"{name} must be a date, got {value!r}")


def number(name: str, value: object) -> Decimal:
    """Give the bound as a finite Decimal; refuse floats, which are not exact, and what is no number."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise InvalidArgument(f"{name} must be an int or a Decimal, got {value!r}")
    exact = Decimal(value)
    if not exact.is_finite():
        raise InvalidArgument(f"{name} must be finite, got {value!r}")
    return exact


def check_flag(name: str, value: object) -> None:
    """Refuse what is not a bool."""
    if not isinstance(value, bool):
        raise InvalidArgument(f"{name} must be True or False, got {value!r}")


def check_years(low: object, high: object, *, latest: int) -> None:
    """Refuse `min_year` and `max_year` that are no ints from 1949 to `latest`, or out of order."""
    check_whole("min_year", low, 1949, latest)
    check_whole("max_year", high, 1949, latest)
    check_bounds("min_year", low, "max_year", high)


def chosen(name: str, choice: tuple[str, ...] | None, known: tuple[str, ...]) -> tuple[str, ...]:
    """Give what was chosen, all where that is None; refuse what is not known, and nothing."""
    check_type(name, choice, tuple)
    some = known if choice is None else choice
    if not some or not set(some) <= set(known):
        raise InvalidArgument(f"{name} must be some of {', '.join(known)}, got {choice!r}")
    return some
