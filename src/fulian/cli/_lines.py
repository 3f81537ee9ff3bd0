"""Lines of text on a terminal, where a Chinese character is as wide as two Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text

__all__ = ["break_offsets", "clip", "one_line", "pad", "wrap"]

# What may not be sent to a terminal as it is: controls, and marks that turn the direction of writing.
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
# Words of letters and digits stay whole; every other character may be broken after, but for the marks below.
_ATOMS = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,:%/_+-]*+|.", re.DOTALL)
_NOT_FIRST = frozenset("，。、；：？！）】》〉」』”’〕…—％%·～,.;:?!)]}")
_NOT_LAST = frozenset("（【《〈「『“‘〔([{")


def one_line(text: str) -> str:
    """Make text fit for one line: white space and controls become single spaces."""
    return _UNFIT.sub(" ", text).strip()


def _atoms(text: str) -> Iterator[tuple[int, str]]:
    """What must not be broken, each with its place: a word, or a character with the marks that belong to it."""
    held, begin = "", 0
    for match in _ATOMS.finditer(text):
        atom = match.group()
        joins = held and (atom[0] in _NOT_FIRST or held[-1] in _NOT_LAST)
        if held and not joins:
            yield begin, held
            held = ""
        if not held:
            begin = match.start()
        held += atom
        if len(held) > 24:  # a run of marks, or a word longer than any line: break where it falls
            yield begin, held
            held = ""
    if held:
        yield begin, held


def break_offsets(text: str, width: int) -> list[int]:
    """Say where lines of at most `width` cells begin, the first left out; marks stay with what they close or open."""
    offsets: list[int] = []
    used = 0
    for begin, atom in _atoms(text):
        size = cell_len(atom)
        if used and used + size > width:
            offsets.append(begin)
            used = 0
        if size > width:
            for at, char in enumerate(atom):
                wide = cell_len(char)
                if used and used + wide > width:
                    offsets.append(begin + at)
                    used = 0
                used += wide
        else:
            used += size
    return offsets


def wrap(text: Text, width: int, *, most: int | None = None) -> list[Text]:
    """Break a text into lines of at most `width` cells; where there are more than `most`, the last one ends in ….

    Args:
        text: The text, on one line.
        width: Cells a line.
        most: How many lines at most; None for as many as it takes.

    Returns:
        The lines, at least one.
    """
    width = max(width, 2)
    offsets = break_offsets(text.plain, width)
    if most is not None and len(offsets) >= most:
        rest = offsets[most - 2] if most > 1 else 0
        lines = list(text[:rest].divide(offsets[: most - 2])) if most > 1 else []
        return [*(_trimmed(line) for line in lines), clip(text[rest:], width)]
    return [_trimmed(line) for line in text.divide(offsets)]


def _trimmed(line: Text) -> Text:
    line = line[len(line.plain) - len(line.plain.lstrip(" ")) :]
    line.rstrip()
    return line


def clip(text: Text, width: int) -> Text:
    """Cut a text to `width` cells; … says that there was more."""
    if text.cell_len <= width:
        return text
    kept, used = 0, 0
    for char in text.plain:
        wide = cell_len(char)
        if used + wide > width - 1:
            break
        kept, used = kept + 1, used + wide
    short = text[:kept]
    short.rstrip()
    short.append("…")
    return short


def pad(text: Text, width: int) -> Text:
    """Fill a text with spaces on the right up to `width` cells."""
    padded = text.copy()
    padded.append(" " * max(0, width - text.cell_len))
    return padded
