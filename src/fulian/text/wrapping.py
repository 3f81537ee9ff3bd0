"""Where Chinese text may be broken into lines, whatever its characters are measured in: cells of a terminal, points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

__all__ = ["break_offsets", "one_line"]

# What may not be shown as it is: controls, and marks that turn the direction of writing.
_UNFIT = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
# Words of letters and digits stay whole; every other character may be broken after, but for the marks below.
_ATOMS = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,:%/_+-]*+|.", re.DOTALL)
_NOT_FIRST = frozenset("，。、；：？！）】》〉」』”’〕…—％%·～,.;:?!)]}")
_NOT_LAST = frozenset("（【《〈「『“‘〔([{")


def one_line(text: str) -> str:
    r"""Make text fit for one line (单行文本): white space and controls become single spaces.

    Args:
        text: Any text.

    Returns:
        The text without line breaks, controls and marks that turn the direction of writing.

    Example:
        >>> one_line("株洲市妇联\n 2021年")
        '株洲市妇联 2021年'
    """
    return _UNFIT.sub(" ", text).strip()


def break_offsets(text: str, width: float, measure: Callable[[str], float]) -> list[int]:
    """Say where lines begin (折行位置); marks stay with what they close or open, words of Latin letters stay whole.

    Args:
        text: The text, on one line.
        width: How wide a line may be.
        measure: What tells how wide a piece of text is, in the same measure as `width`.

    Returns:
        The offset of each line but the first, in order; empty where one line holds all.

    Source:
        After GB/T 15834-2011, 5.1: which punctuation may not begin or end a line.

    Example:
        >>> break_offsets("培训妇女（含线上），共960人。", 5, len)
        [4, 7, 11]
    """
    offsets: list[int] = []
    used = 0.0
    for begin, atom in _atoms(text):
        size = measure(atom)
        if used and used + size > width:
            offsets.append(begin)
            used = 0.0
        if size > width:
            for at, char in enumerate(atom):
                wide = measure(char)
                if used and used + wide > width:
                    offsets.append(begin + at)
                    used = 0.0
                used += wide
        else:
            used += size
    return offsets


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
