"""A table of contents within a text: lines that end with leaders and the number of a page."""

from __future__ import annotations

import re

__all__ = ["find_contents"]

_PAGE = "[-–—(（]? ?(?:[0-9]{1,4}|[IVXivxⅠ-Ⅻ]{1,4}) ?[)）]?[-–—]?"
_LED = re.compile(f"[^\n]{{1,60}}?(?:(?:[.．·‥・] ?){{4,}}|(?:[…⋯] ?){{2,}}) ?{_PAGE}")
# A view may have left out the number, as that of a page.
_BARE = re.compile("[^\n。；]{2,60}?(?:(?:[.．·‥・] ?){6,}|(?:[…⋯] ?){3,})")
_SPACED = re.compile(f"[^\n。；]{{2,60}}? +{_PAGE}")
_HEAD = re.compile("目 {0,4}[录次]")
# One pattern for each first character: the search for a single one is quick, and few texts have more than two of them.
_SIGNS = tuple(
    (first, re.compile(f"{re.escape(first)}{rest}"))
    for firsts, rest in (("目", " {0,4}[录次]\n"), ("…⋯", "[…⋯]"), (".．·‥・", " ?[.．·‥・]"))
    for first in firsts
)
_LONGEST = 160
_FEWEST = 2
_REACH = 20_000  # a table of contents stands at the head


def find_contents(text: str, start: int, end: int) -> list[tuple[int, int]]:
    r"""Give the bounds of the tables of contents at the head of a stretch (目录), each with its head.

    Args:
        text: The text of a view.
        start: The stretch's first character.
        end: The character after its last.

    Returns:
        Bounds of whole lines, in order; mostly none.

    Example:
        >>> text = "工作总结\n目录\n一、维权…………1\n二、家庭…………3\n一、维权\n接访43件。"
        >>> [text[first:last] for first, last in find_contents(text, 0, len(text))]
        ['目录\n一、维权…………1\n二、家庭…………3']
    """
    end = min(end, start + _REACH)
    found: list[tuple[int, int]] = []
    stretch = text[start:end]
    if not any(sign in stretch and pattern.search(stretch) for sign, pattern in _SIGNS):
        return found
    begun, entries, headed, at = -1, 0, False, start
    for line in stretch.split("\n"):
        is_head = _HEAD.fullmatch(line) is not None
        if is_head or _is_entry(line, headed=headed):
            if begun < 0:
                begun, headed = at, is_head
            entries += not is_head
        else:
            if entries >= _FEWEST:
                found.append((begun, at - 1))
            begun, entries, headed = -1, 0, False
        at += len(line) + 1
    if entries >= _FEWEST:
        found.append((begun, at - 1))
    return found


def _is_entry(line: str, *, headed: bool) -> bool:
    """Whether a line is of a table of contents; under its head a space is enough before the page."""
    if not line or len(line) > _LONGEST:
        return False
    if _LED.fullmatch(line) or _BARE.fullmatch(line):
        return True
    return headed and _SPACED.fullmatch(line) is not None
