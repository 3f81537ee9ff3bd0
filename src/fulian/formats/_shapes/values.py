"""How a single value looks as plain data, and lists of values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from fulian.errors import ParseError
from fulian.formats._problems import FAILED, Path, Problems, has_surrogates, shown
from fulian.formats._rules import words_of_message
from fulian.formats.unknown import Unknown
from fulian.values.validation import LONGEST_NUMBER, NUMBER

__all__ = ["Choice", "Day", "Flag", "Many", "Maybe", "Number", "Printed", "Reading", "Shape", "Text", "Whole"]

# Steps from the envelope down: far beyond any record of the trade, well within Python's recursion limit.
DEEPEST: Final = 100
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Reading:
    """One strict reading of plain data: the faults so far, and the unknown keys that are kept."""

    __slots__ = ("keep_unknown", "problems", "unknown")

    def __init__(self, *, keep_unknown: bool) -> None:
        self.problems = Problems()
        self.keep_unknown = keep_unknown
        self.unknown: list[Unknown] = []

    def refuse(self, path: Path, expected: str, value: Any) -> Any:
        """Note that the value does not fit."""
        self.problems.add(path, expected, shown(value))
        return FAILED


class Shape:
    """How one field looks as data."""

    expected = ""

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        """Make the Python value, or note what does not fit and give FAILED."""
        raise NotImplementedError

    def write(self, value: Any, path: Path, problems: Problems) -> Any:
        """Make the plain data, or note why it cannot be written."""
        raise NotImplementedError

    def inner(self) -> Iterator[Shape]:
        """The shapes within this one."""
        return iter(())


class Text(Shape):
    """Any text that Unicode can encode."""

    expected = "text"

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        if type(value) is not str:
            return reading.refuse(path, self.expected, value)
        if has_surrogates(value):
            return reading.refuse(path, "text without lone surrogates", value)
        return value

    def write(self, value: Any, path: Path, problems: Problems) -> Any:
        if has_surrogates(value):
            problems.add(path, "text without lone surrogates", shown(value))
        return value


class Whole(Shape):
    """A whole number."""

    expected = "a whole number"

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        if type(value) is not int:
            return reading.refuse(path, self.expected, value)
        if abs(value) >= 2**63:
            return reading.refuse(path, "a whole number of 64 bits", value)
        return value

    def write(self, value: Any, path: Path, problems: Problems) -> Any:
        if abs(value) >= 2**63:
            problems.add(path, "a whole number of 64 bits", shown(value))
        return value


class Flag(Shape):
    """True or false."""

    expected = "true or false"

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        return value if type(value) is bool else reading.refuse(path, self.expected, value)

    def write(self, value: Any, path: Path, problems: Problems) -> Any:  # noqa: ARG002 - nothing can fail
        return value


class Number(Shape):
    """An exact number, written as text: most readers of JSON make binary floats of its numbers."""

    expected = 'a number as text, such as "12.5"'

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        if type(value) is not str or len(value) > LONGEST_NUMBER or not NUMBER.fullmatch(value):
            return reading.refuse(path, self.expected, value)
        return Decimal(value)

    def write(self, value: Any, path: Path, problems: Problems) -> Any:
        if value.is_finite():
            text = str(value)
            if len(text) <= LONGEST_NUMBER and NUMBER.fullmatch(text):
                return text
            bounds = f"a number of at most {LONGEST_NUMBER} characters and six digits of exponent"
            problems.add(path, bounds, text if len(text) <= LONGEST_NUMBER else f"one of {len(text)} characters")
        else:
            problems.add(path, "a finite number", str(value))
        return None


class Day(Shape):
    """A day of the calendar."""

    expected = "a day such as 2014-01-20"

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        if type(value) is str and DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                return reading.refuse(path, "a day that exists", value)
        return reading.refuse(path, self.expected, value)

    def write(self, value: Any, path: Path, problems: Problems) -> Any:
        if type(value) is not date:
            problems.add(path, "a date without a time", shown(value))
        return value.isoformat()


class Choice(Shape):
    """A member of a closed vocabulary, written as its value."""

    def __init__(self, members: type[Enum]) -> None:
        self.members = members
        self.by_value = {member.value: member for member in members}
        self.expected = "one of " + ", ".join(map(str, self.by_value))

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        if type(value) is str and value in self.by_value:
            return self.by_value[value]
        likely = reading.problems.likely(value, self.by_value) if type(value) is str else None
        perhaps = f", perhaps {likely!r}" if likely else ""
        return reading.refuse(path, self.expected + perhaps, value)

    def write(self, value: Any, path: Path, problems: Problems) -> Any:  # noqa: ARG002 - nothing can fail
        return value.value


class Printed(Shape):
    """A value that is written as it prints."""

    def __init__(self, cls: type, parse: Callable[[str], Any], expected: str) -> None:
        self.cls = cls
        self.parse = parse
        self.expected = expected

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        if type(value) is not str:
            return reading.refuse(path, self.expected, value)
        try:
            return self.parse(value)
        except ParseError as error:
            return reading.refuse(path, error.expected, value)
        except (TypeError, ValueError) as error:
            return reading.refuse(path, f"{self.expected}: {words_of_message(error)[0]}", value)

    def write(self, value: Any, path: Path, problems: Problems) -> Any:
        text = str(value)
        if has_surrogates(text):
            problems.add(path, "text without lone surrogates", shown(text))
        return text


class Maybe(Shape):
    """Another shape, or null."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.expected = f"{shape.expected}, or null"

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        return None if value is None else self.shape.read(value, path, reading)

    def write(self, value: Any, path: Path, problems: Problems) -> Any:
        return None if value is None else self.shape.write(value, path, problems)

    def inner(self) -> Iterator[Shape]:
        yield self.shape


class Many(Shape):
    """A list, each element of another shape."""

    expected = "a list"

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        if not isinstance(value, list):
            return reading.refuse(path, self.expected, value)
        read = self.shape.read
        items = [read(item, (*path, place), reading) for place, item in enumerate(value)]
        return FAILED if any(item is FAILED for item in items) else tuple(items)

    def write(self, value: Any, path: Path, problems: Problems) -> Any:
        write = self.shape.write
        return [write(item, (*path, place), problems) for place, item in enumerate(value)]

    def inner(self) -> Iterator[Shape]:
        yield self.shape
