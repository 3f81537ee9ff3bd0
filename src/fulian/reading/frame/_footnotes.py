"""Footnotes that stand in the text itself: lines that begin with the mark which a word before them bears."""

from __future__ import annotations

import re
from itertools import takewhile

from fulian.model.document import FrameRole
from fulian.reading.frame._roles import Roles
from fulian.reading.outline import Block
from fulian.text.list_markers import MarkerStyle

__all__ = ["find_footnotes", "words_of_footnote"]

_BRACKETED = re.compile("[\\[［][0-9]{1,2}[\\]］][ 　]*(?=[^ 　\n])")
# Of other marks a line's is a footnote's only where a word bears it: 〔1〕, [注1], ¹, *.
_OTHER = re.compile("([\\[［〔【][^\\]］〕】\n]{1,4}[\\]］〕】]|[⁰¹²³⁴-⁹⁽⁾]{1,4}|[*＊※†‡]{1,3})[ 　]*(?=[^ 　\n])")
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST = 2  # the notes of a document are at most so small a part of it: half


def find_footnotes(roles: Roles, borne: frozenset[str]) -> None:
    """Give the lines that are footnotes their role; what numbers its own paragraphs so has none.

    Args:
        roles: The account of roles.
        borne: The marks that words of the text bear.
    """
    found = [
        number for number, block in enumerate(roles.blocks) if number not in roles.of and _is_note(roles, block, borne)
    ]
    if borne:
        found += _circled(roles, borne)
    if not found:
        return
    size = sum(roles.blocks[number].end - roles.blocks[number].start for number in found)
    if size * _MOST <= sum(block.end - block.start for block in roles.blocks):
        roles.of.update(dict.fromkeys(found, FrameRole.FOOTNOTE))


def words_of_footnote(text: str, start: int, end: int) -> int:
    """Give where the words of a footnote begin, behind its mark (脚注正文).

    Args:
        text: The text of a view.
        start: The footnote's first character.
        end: The character after its last.

    Returns:
        A place in the text.

    Example:
        >>> words_of_footnote("[1] 含来电。", 0, 8)
        4
    """
    mark = _BRACKETED.match(text, start, end) or _OTHER.match(text, start, end)
    return mark.end() if mark else start + 1


def _is_note(roles: Roles, block: Block, borne: frozenset[str]) -> bool:
    first = roles.text[block.start]
    if first in "[［" and _BRACKETED.match(roles.text, block.start, block.end) is not None:
        return True
    if not borne or (first.isalnum() and first not in _RAISED):
        return False
    mark = _OTHER.match(roles.text, block.start, block.end)
    return mark is not None and mark[1] in borne


def _circled(roles: Roles, borne: frozenset[str]) -> list[int]:
    """The last lines of the body that begin with ①, ②, where words before them bear these marks."""
    circled: list[int] = []
    for number in range(len(roles.blocks) - 1, -1, -1):
        if number not in roles.of:
            if roles.blocks[number].style is not MarkerStyle.CIRCLED:
                break
            circled.append(number)
    return list(takewhile(lambda number: roles.text[roles.blocks[number].start] in borne, circled))
