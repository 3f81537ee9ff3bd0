"""What a function that takes records was given: a record, a collection of them, or nothing that it can use."""

from __future__ import annotations

import os
import reprlib
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeGuard

import attrs

from fulian.model.reading import Reading

__all__ = ["given_readings", "given_records", "refusal"]

_A_RECORD: Final = "a reading or another record, or a collection of them"
_A_READING: Final = "a reading, or a collection of readings"
_HOMES: Final = ("fulian.model.", "fulian.values.")

_shown = reprlib.Repr()
_shown.maxstring = _shown.maxother = 60


def given_records(given: object) -> Any:
    """Take what was given as records: a record as it is, a collection as a tuple, which can be gone through twice.

    Args:
        given: A record, or a collection of records and collections.

    Raises:
        TypeError: It is neither, or something in it is not.

    Example:
        >>> given_records("plan.txt")
        Traceback (most recent call last):
        ...
        TypeError: expected a reading or another record, or a collection of them, got 'plan.txt' (a str); fulian.read \
makes a reading of a file, fulian.read_text of a text
    """
    return _taken(given, None)


def _taken(given: object, number: int | None) -> Any:
    if _is_record(given):
        return given
    if not _is_collection(given):
        raise refusal(given, _A_RECORD, number)
    return tuple(_taken(one, place) for place, one in enumerate(given))


def given_readings(given: object) -> tuple[Reading, ...]:
    """Take what was given as readings: one, or those of a collection.

    Args:
        given: A reading, or a collection of readings.

    Raises:
        TypeError: It is neither, or something in it is no reading.

    Example:
        >>> given_readings([])
        ()
    """
    if isinstance(given, Reading):
        return (given,)
    if not _is_collection(given):
        raise refusal(given, _A_READING)
    readings: list[Reading] = []
    for number, one in enumerate(given):
        if not isinstance(one, Reading):
            raise refusal(one, _A_READING, number)
        readings.append(one)
    return tuple(readings)


def refusal(given: object, expected: str, number: int | None = None) -> TypeError:
    """Make the error that says what was expected, what came, and what makes a reading of a path, a text or a result.

    Args:
        given: What came.
        expected: What was expected, in words.
        number: Its number in the collection that it stands in, from zero; None where it stands in none.

    Example:
        >>> refusal(12, "a reading", 0)
        TypeError('expected a reading, got 12 (an int) as number 1 of a collection')
    """
    kind = type(given).__name__
    came = "None" if given is None else f"{_shown.repr(given)} (a{'n' if kind[0] in 'aeiouAEIOU' else ''} {kind})"
    where = "" if number is None else f" as number {number + 1} of a collection"
    return TypeError(f"expected {expected}, got {came}{where}{_hint(given)}")


def _hint(given: object) -> str:
    if isinstance(given, str):
        return "; fulian.read makes a reading of a file, fulian.read_text of a text"
    if isinstance(given, os.PathLike | bytes):
        return "; fulian.read makes a reading of a file"
    return "; its reading is one, where there is no error" if _is_result(given) else ""


def _is_record(given: object) -> bool:
    """Whether something is a record: of the model, of a value, or of a class that a program brings."""
    home = type(given).__module__
    return attrs.has(type(given)) and (home.startswith(_HOMES) or not home.startswith("fulian."))


def _is_collection(given: object) -> TypeGuard[Iterable[object]]:
    no_collection = isinstance(given, str | bytes | os.PathLike | Mapping) or _is_result(given)
    return isinstance(given, Iterable) and not no_collection


def _is_result(given: object) -> bool:
    """Whether something is what came of a file: a tuple with names, one of which is that of the reading."""
    return isinstance(given, tuple) and hasattr(given, "reading")
