"""The marks that number headings and items: 一、 （一） 1. （1） ① 第一、 and what people write for them."""

from __future__ import annotations

import re

from fulian.values.term import Term

__all__ = ["ListMarker", "MarkerStyle", "marker_at", "markers_inside"]


class MarkerStyle(Term):
    """How a mark is printed (序号样式); the order of the members is the order of the levels, highest first.

    Source:
        GB/T 9704-2012, 7.3.3 (一、 （一） 1. （1）); the others are what documents print beside them.

    Example:
        >>> MarkerStyle.HAN.rank < MarkerStyle.HAN_PAREN.rank < MarkerStyle.ARABIC.rank
        True
    """

    MARKDOWN = "markdown", "井号标题"
    BOLD = "bold", "加粗标题"
    PART = "part", "第一篇"
    CHAPTER = "chapter", "第一部分"
    FIRST = "first", "第一、"
    HAN = "han", "一、"
    HAN_PAREN = "han-paren", "（一）"
    HAN_HALF = "han-half", "一）"
    ARABIC = "arabic", "1."
    ARABIC_PAREN = "arabic-paren", "（1）"
    ARABIC_HALF = "arabic-half", "1）"
    CIRCLED = "circled", "①"
    BULLET = "bullet", "•"

    @property
    def rank(self) -> int:
        """The level it stands for, 0 the highest; 第一、 and 一、 share one, and so do （一） and 一）."""
        return _RANKS[self]


_RANKS = {
    style: rank
    for rank, styles in enumerate(
        (
            (MarkerStyle.MARKDOWN, MarkerStyle.BOLD),
            (MarkerStyle.PART,),
            (MarkerStyle.CHAPTER,),
            (MarkerStyle.FIRST, MarkerStyle.HAN),
            (MarkerStyle.HAN_PAREN, MarkerStyle.HAN_HALF),
            (MarkerStyle.ARABIC,),
            (MarkerStyle.ARABIC_PAREN, MarkerStyle.ARABIC_HALF),
            (MarkerStyle.CIRCLED,),
            (MarkerStyle.BULLET,),
        )
    )
    for style in styles
}


class ListMarker:
    """A mark that numbers a heading or an item (序号).

    Attributes:
        style: How it is printed.
        ordinal: Its number, from 1; None where it has none (#, •).
        start: The first character of the mark, in the text that was looked at.
        end: The character after the mark and the white space behind it.

    Example:
        >>> marker = ListMarker(MarkerStyle.HAN_PAREN, 3, 0, 3)
        >>> marker.style.zh, marker.ordinal
        ('（一）', 3)
    """

    __slots__ = ("end", "ordinal", "start", "style")

    def __init__(self, style: MarkerStyle, ordinal: int | None, start: int, end: int) -> None:
        self.style = style
        self.ordinal = ordinal
        self.start = start
        self.end = end


_DIGITS = "一二三四五六七八九"
_ORDINALS = {
    f"{tens}{'十' if rank else ''}{ones}": rank * 10 + place
    for rank, tens in enumerate(("", "", *_DIGITS[1:]))
    for place, ones in enumerate(("", *_DIGITS))
    if rank or place
}
_ORDINALS.update({f"十{ones}": 10 + place for place, ones in enumerate(("", *_DIGITS))})
_ORDINALS.update({chr(first + place): place + 1 for first in (0x2460, 0x2474) for place in range(20)})  # ① ⑴

_HAN = r"[一二三四五六七八九十]{1,3}"
_YEAR = "(?=(?:19|20)[0-9]{2}年)"  # 2.2020年工作要点 is item 2, not a decimal
_PART = rf"第(?P<part>{_HAN}|[0-9]{{1,2}})篇(?:[:：、.]|[ \t]+|$)"
_CHAPTER = rf"第(?P<chapter>{_HAN}|[0-9]{{1,2}})(?:部分|章|节|编)[:：、.\s]?"
_ARABIC = f"(?P<arabic>[0-9]{{1,3}})(?:[、．]|[.](?:(?![0-9])|{_YEAR}))"
_BULLET = "(?P<bullet>[•●◆■▪►▶➢※☆★]|[-*·](?=[ \t]))"
# The marks that a line may begin with, by their first characters.
_AT_START = {
    char: re.compile(f"(?:{mark})[ \t]*", re.MULTILINE)
    for chars, mark in (
        ("#＃", r"(?P<markdown>[#＃]{1,6})[ \t]+(?=\S)"),
        ("*", rf"(?P<bold>\*\*)(?=[^*\n]{{1,60}}\*\*)|{_BULLET}"),
        ("第", f"{_PART}|{_CHAPTER}|第(?P<first>{_HAN})[、，,：:]"),
        (_DIGITS + "十", rf"(?P<han>{_HAN})(?:[、．]|[.](?![0-9]))|(?P<han_half>{_HAN})[）)][、.．]?"),
        ("（(〔", rf"(?:.(?P<han_paren>{_HAN})[）)〕]|[（(](?P<arabic_paren>[0-9]{{1,2}})[）)])[、.．]?"),
        ("0123456789", rf"{_ARABIC}|(?P<arabic_half>[0-9]{{1,2}})[）)][、.．]?"),
        ("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", r"(?P<circled>.)[、.．]?"),
        ("•●◆■▪►▶➢※☆★-·", _BULLET),
    )
    for char in chars
}
# One pattern for each first character, a bracket or the stop before a mark: the search for a single one is quick, and
# no two of their matches overlap.
_BRACKETED = rf"(?P<han_paren>{_HAN})[）)][、.．]?[ \t]*"
_BEHIND_A_STOP = (
    rf"(?:(?P<han_half>{_HAN})[）)][、.．]?"
    rf"|(?P<han>{_HAN})、"
    rf"|(?P<arabic>[0-9]{{1,2}})(?:、|[.．](?:(?![0-9])|{_YEAR}))"
    r"|[（(](?P<arabic_paren>[0-9]{1,2})[）)])[ \t]*"
)
_INSIDE = tuple(
    (first, re.compile(f"{re.escape(first)}{rest}"))
    for firsts, rest in (("（(", _BRACKETED), ("。！？；;!?：:”", _BEHIND_A_STOP))
    for first in firsts
)


def marker_at(text: str, start: int = 0) -> ListMarker | None:
    """Give the mark that a line begins with (行首序号).

    Args:
        text: The text; half-width digits, as a view gives them.
        start: Where the line begins.

    Returns:
        The mark, or None where the line begins with none. A decimal number (3.5) or a date is none.

    Example:
        >>> marker_at("1、组织培训").ordinal, marker_at("3.5万人"), marker_at("2014年工作")
        (1, None, None)
    """
    pattern = _AT_START.get(text[start : start + 1])
    match = pattern.match(text, start) if pattern is not None else None
    return _marker(match, start) if match else None


def markers_inside(text: str, start: int, end: int) -> list[ListMarker]:
    """Give what may be marks within a line (段内序号), for the caller to judge by their running order.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop.

    Returns:
        （一） anywhere, the other marks where a sentence has just ended; in order, may be empty.

    Example:
        >>> [marker.ordinal for marker in markers_inside("（一）素质。办班。（二）维权。宣传。", 0, 18)]
        [1, 2]
    """
    since = start - 1 if start else 0
    found = []
    for first, pattern in _INSIDE:
        if text.find(first, since, end) >= 0:
            stop = first not in "（("
            found += [
                _marker(match, match.start() + stop)
                for match in pattern.finditer(text, since, end)
                if match.start() + stop >= start
            ]
    found.sort(key=_start)
    return found


def _start(marker: ListMarker) -> int:
    return marker.start


def _marker(match: re.Match[str], start: int) -> ListMarker:
    group = str(match.lastgroup)
    printed = match.group(group)
    ordinal = _ORDINALS.get(printed) or (int(printed) if printed.isdecimal() else None)
    return ListMarker(_STYLES[group], ordinal or None, start, match.end())


_STYLES = {style.value.replace("-", "_"): style for style in MarkerStyle}
