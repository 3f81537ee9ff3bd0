"""Faults gathered on the way through a piece of data, and the words they are told in."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, TypeAlias

from fulian.errors import DataError, Fault

__all__ = ["FAILED", "Path", "Problems", "has_surrogates", "one_fault", "printed_path", "shown"]

Path: TypeAlias = tuple[str | int, ...]

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_PLAIN_KEY: Final = re.compile(r"[^\W\d]\w*|\$kind")
# Looking for the likely key costs a tenth of a millisecond; nobody reads the hundredth suggestion.
_MOST_SUGGESTIONS: Final = 100


def has_surrogates(text: str) -> bool:
    """Tell whether the text has halves of surrogate pairs, which no encoding of Unicode can carry."""
    return not text.isascii() and _SURROGATE.search(text) is not None


class _Failed:
    """What stands for a value that could not be read; its fault is told already."""

    def __repr__(self) -> str:
        return "FAILED"


FAILED: Final = _Failed()


def printed_path(path: Path) -> str:
    """Print a path: ``data.sections[2].title``; a key that is no plain word stands in brackets."""
    printed = ""
    for step in path:
        if isinstance(step, int):
            printed += f"[{step}]"
        elif _PLAIN_KEY.fullmatch(step) and len(step) <= 60:
            printed += f".{step}" if printed else step
        else:
            printed += f"[{_cut(step)}]"
    return printed


def _cut(text: str) -> str:
    return repr(text if len(text) <= 40 else text[:39] + "…")


def shown(value: Any) -> str:
    """Show a piece of data in a few characters, in the words of data: null, true, a list of 3."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return _cut(value)
    if isinstance(value, dict):
        keys = [_cut(key) if isinstance(key, str) else repr(key)[:40] for key in list(value)[:3]]
        more = ", …" if len(value) > 3 else ""
        return f"an object with {', '.join(keys)}{more}" if keys else "an empty object"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}" if value else "an empty list"
    if isinstance(value, int):
        return str(value) if value.bit_length() < 200 else "a number of more than 60 digits"
    if isinstance(value, float | Decimal):
        return f"the number {value}"[:60]
    printed = repr(value)
    return printed if len(printed) <= 60 else printed[:59] + "…"


def one_fault(path: Path | str, expected: str, found: str) -> DataError:
    """Make the error of a single fault; `found` is in words already."""
    where = path if isinstance(path, str) else printed_path(path)
    return DataError([Fault(path=where, expected=expected, value=found)])


class Problems:
    """The faults found so far, in the order of the data."""

    __slots__ = ("_suggested", "faults")

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._suggested = 0

    def add(self, path: Path, expected: str, found: str) -> None:
        """Note one fault; `found` is in words already."""
        self.faults.append(Fault(path=printed_path(path), expected=expected, value=found))

    def likely(self, word: str, known: Iterable[str]) -> str | None:
        """Give the known word that a misspelt one was probably meant to be."""
        self._suggested += 1
        if self._suggested > _MOST_SUGGESTIONS or len(word) > 60:
            return None
        lowered = {name.lower(): name for name in known}
        close = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
        return lowered[close[0]] if close else None

    def check(self) -> None:
        """Raise all faults at once, if there are any."""
        if self.faults:
            raise DataError(self.faults)
