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
# Behind a word and before a stop, or at a line's end: 43件①，. A list's ① stands behind a stop.
_BORNE = re.compile("[①-⑳](?<=[\u4e00-\u9fff0-9%”》）)].)(?=[，。；、：）)\n])")
_MOST = 2  # the notes of a document are at most so small a part of it: half


def find_footnotes(roles: Roles) -> None:
    """Give the lines that are footnotes their role; what numbers its own paragraphs so has none.

    Args:
        roles: The account of roles.
    """
    found = [number for number, block in enumerate(roles.blocks) if number not in roles.of and _is_note(roles, block)]
    found += _circled(roles)
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
    mark = _BRACKETED.match(text, start, end)
    return mark.end() if mark else start + 1


def _is_note(roles: Roles, block: Block) -> bool:
    return roles.text[block.start] in "[［" and _BRACKETED.match(roles.text, block.start, block.end) is not None


def _circled(roles: Roles) -> list[int]:
    """The last lines of the body that begin with ①, ②, where words before them bear these marks."""
    circled: list[int] = []
    for number in range(len(roles.blocks) - 1, -1, -1):
        if number not in roles.of:
            if roles.blocks[number].style is not MarkerStyle.CIRCLED:
                break
            circled.append(number)
    if not circled:
        return circled
    borne = set(_BORNE.findall(roles.text, roles.blocks[0].start, roles.blocks[-1].end))
    return list(takewhile(lambda number: roles.text[roles.blocks[number].start] in borne, circled))
