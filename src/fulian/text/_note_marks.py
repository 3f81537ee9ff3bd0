"""Marks of footnotes (43件①, 43件[1]) and glosses of sounds (30份(fèn)) within running text: no words of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["GLOSS_SIGNS", "NOTE_SIGNS", "find_glosses", "find_note_marks"]

_CIRCLED: Final = "①-⑳㉑-㉟❶-❿"
_RAISED: Final = "⁰¹²³⁴-⁹"
NOTE_SIGNS: Final = f"\\[［〔【{_CIRCLED}{_RAISED}⁽*＊※†‡"
"""What a mark begins with, as the inside of a class of characters."""

GLOSS_SIGNS: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
"""Vowels with a tone, of which a gloss has one at least."""

_HAN: Final = "\u4e00-\u9fff"
_WORD: Final = f"{_HAN}0-9０-９%％”》）)"
_STOPS: Final = "，。；、"
_BEHIND_A_NUMBER: Final = re.compile(f"[0-9０-９%％][{_HAN}]{{0,3}}$")
_REACH: Final = 4
_NUMBER: Final = "(?:[0-9０-９]{1,2}|[①-⑳])"
# 43件[1], [1,2], [注1], 〔1〕, but not 湘妇〔14〕3号.
_IN_BRACKETS: Final = re.compile(
    f"[\\[［〔【](?<=[{_WORD}{_STOPS}].)(?:\\^|[脚尾]?注)?{_NUMBER}(?:[,，、~～–—-]{_NUMBER}){{0,8}}[\\]］〕】]"
    "(?! ?第?[0-9０-９]{1,4} ?号)"
)
# 43件¹, but not 30米², and no power of a number.
_RAISED_MARK: Final = re.compile(
    f"(?<=[{_HAN}%％”》）){_STOPS}])(?:[{_RAISED}]{{1,2}}|⁽[{_RAISED}]{{1,2}}⁾)(?:[,，、⁻][{_RAISED}]{{1,2}})*"
)
_STAR: Final = re.compile("[*＊※†‡]{1,3}(?![0-9０-９])")
_CIRCLED_MARK: Final = re.compile(f"[{_CIRCLED}]+")
_IS_CIRCLED: Final = re.compile(f"[{_CIRCLED}]").match
_BORNE: Final = re.compile(f"[{_WORD}]")
_ENDS: Final = frozenset("，。；、：！？）)”」\n")


def find_note_marks(text: str, signs: Iterable[str]) -> list[tuple[int, int]]:
    r"""Find the marks of footnotes in a text (脚注标记).

    Args:
        text: The text.
        signs: Which of the signs that begin one stand in it.

    Returns:
        Their bounds, in order. A circled number that opens an item of a list is none.

    Example:
        >>> text = "接访43件①，培训600人次[2]；走访60户¹。"
        >>> [text[start:end] for start, end in find_note_marks(text, "①[¹")]
        ['①', '[2]', '¹']
        >>> find_note_marks("做法：①宣讲42场②走访60户", "①②")
        []
    """
    found: list[tuple[int, int]] = []
    circled: list[tuple[int, int]] = []
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            if _IS_CIRCLED(sign) is None:
                match = _mark_at(text, at)
                if match is not None:
                    found.append(match.span())
            elif at == 0 or _IS_CIRCLED(text, at - 1) is None:
                run = _CIRCLED_MARK.match(text, at)
                if run is not None:
                    circled.append(run.span())
            at = text.find(sign, at + 1)
    found += _without_lists(text, sorted(circled))
    found.sort()
    return [bounds for number, bounds in enumerate(found) if not number or found[number - 1][1] <= bounds[0]]


_GLOSS: Final = re.compile(f"[(（](?<=[{_HAN}].)(?=[^(（)）]{{0,16}}[{GLOSS_SIGNS}])[a-zü{GLOSS_SIGNS}' ]{{1,18}}[)）]")


def find_glosses(text: str) -> list[tuple[int, int]]:
    """Find the glosses in brackets that say how the words before them sound (注音).

    Args:
        text: The text.

    Returns:
        Their bounds, in order.

    Example:
        >>> find_glosses("走访20户(hù)家庭(family)")
        [(5, 9)]
    """
    return [match.span() for match in _GLOSS.finditer(text)]


def _mark_at(text: str, at: int) -> re.Match[str] | None:
    """The mark, in brackets, raised or a star, that begins at a place."""
    if text[at] in "[［〔【":
        return _IN_BRACKETS.match(text, at)
    if text[at] in "*＊※†‡":
        return _STAR.match(text, at) if _follows_a_figure(text, at) else None
    if text[at] in "²³" and text[at - 1 : at] in ("米", "里"):
        return None
    return _RAISED_MARK.match(text, at)


def _follows_a_figure(text: str, at: int) -> bool:
    return _BEHIND_A_NUMBER.search(text, max(0, at - _REACH), at) is not None


def _without_lists(text: str, circled: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of circled numbers those that no list has: 43件①， and 最美家庭①30户, but not 做法有①宣讲42场②走访60户."""
    kept: list[tuple[int, int]] = []
    line: list[tuple[int, int]] = []
    end = -1
    for bounds in circled:
        if bounds[0] > end:
            kept += _marks_of_line(text, line)
            line, end = [], text.find("\n", bounds[0])
            end = len(text) if end < 0 else end
        line.append(bounds)
    return kept + _marks_of_line(text, line)


def _marks_of_line(text: str, circled: list[tuple[int, int]]) -> list[tuple[int, int]]:
    borne: list[tuple[int, int]] = []
    doubtful: list[tuple[int, int]] = []
    lists = False
    for start, end in circled:
        before, after = text[start - 1 : start], text[end : end + 1] or "\n"
        if _BORNE.match(before) is None and (after != "\n" or before not in _STOPS):
            lists = True  # it opens a line or a clause
        elif after in _ENDS or after.isdigit():
            borne.append((start, end))
        else:
            doubtful.append((start, end))
    several = len({text[start] for start, _ in doubtful}) > 1
    if lists or (several and not all(_follows_a_figure(text, start) for start, _ in doubtful)):
        return borne
    return borne + doubtful
