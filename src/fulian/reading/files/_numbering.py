"""Automatic numbering of Word paragraphs, printed as a person sees it: 一、 （一） 1. ①."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import attrs

from fulian.reading.files._word_xml import Element, W, child, value
from fulian.values.numeral import format_numeral

__all__ = ["Numbering"]

_PLACEHOLDER = re.compile("%([1-9])")
_MOST = 99_999
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千万亿", "零壹貳參肆伍陸柒捌玖拾佰仟萬億")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
_SMALL_ROMAN = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _roman(number: int) -> str:
    printed = ""
    for worth, letters in (*_ROMAN, *_SMALL_ROMAN):
        count, number = divmod(number, worth)
        printed += letters * count
    return printed


def _letters(number: int) -> str:
    """A … Z, AA, BB: Word repeats the letter."""
    count, at = divmod(number - 1, 26)
    return chr(65 + at) * min(count + 1, 30)


def _in_full(number: int) -> str:
    """一十 for ten, as figures that are to be proof against change have it."""
    printed = format_numeral(number)
    return f"一{printed}" if printed.startswith("十") else printed


def _ordinal_ending(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _out_of(row: str) -> Callable[[int], str]:
    return lambda number: row[number - 1] if 1 <= number <= len(row) else str(number)


def _circled(number: int) -> str:
    first = 0x2460 if number <= 20 else 0x3251 if number <= 35 else 0x32B1
    offset = number - 1 if number <= 20 else number - 21 if number <= 35 else number - 36
    return chr(first + offset) if 1 <= number <= 50 else str(number)


_PRINTED: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "chineseCounting": format_numeral,
    "chineseCountingThousand": format_numeral,
    "japaneseCounting": format_numeral,
    "taiwaneseCounting": format_numeral,
    "taiwaneseCountingThousand": format_numeral,
    "chineseLegalSimplified": lambda number: _in_full(number).translate(_LEGAL),
    "ideographLegalTraditional": lambda number: _in_full(number).translate(_TRADITIONAL),
    "ideographDigital": lambda number: str(number).translate(_DIGITS),
    "japaneseDigitalTenThousand": lambda number: str(number).translate(_DIGITS),
    "taiwaneseDigital": lambda number: str(number).translate(_DIGITS),
    "ideographTraditional": _out_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _out_of("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _out_of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _out_of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _out_of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": lambda number: f"{number}{_ordinal_ending(number)}",
}


class _Level(NamedTuple):
    start: int
    printed: str  # the number format's name
    text: str  # with %1 … %9 where the numbers go
    restart: int | None  # the level, from 1, after which it begins anew; 0 for never, None for any higher
    legal: bool  # every number in it in Arabic figures
    gap: str


@attrs.define
class _List:
    """The numbers of one abstract list: where each level stands."""

    levels: dict[int, _Level]
    by_style: dict[str, int]  # the level that the paragraphs of a style have
    at: dict[int, int] = attrs.Factory(dict)


class Numbering:
    """The lists of a Word document, counted on as its paragraphs come."""

    def __init__(self, root: Element | None, styles: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._numbers: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._met: set[tuple[str, int]] = set()
        self._by_style, self._based_on = _lists_of_styles(styles)
        if root is None:
            return
        links: dict[str, str] = {}
        named: dict[str, str] = {}
        for abstract in root.iterfind(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            levels = list(abstract.iterfind(f"{W}lvl"))
            self._lists[key] = _List(dict(map(_level, levels)), _styles_of_levels(levels))
            if link := value(child(abstract, "numStyleLink")):
                links[key] = link
            if name := value(child(abstract, "styleLink")):
                named[name] = key
        for number in root.iterfind(f"{W}num"):
            key = value(child(number, "abstractNumId")) or ""
            key = named.get(links[key], key) if key in links else key
            self._numbers[number.get(f"{W}numId", "")] = (key, *_overrides(number))

    def mark(self, properties: Element | None) -> str:
        """Count a paragraph on, by its properties; give what stands before it, with the gap after it."""
        number, depth = self._list_of(properties)
        if number is None or number not in self._numbers:
            return ""
        key, levels, starts = self._numbers[number]
        counted = self._lists.get(key)
        level = levels.get(depth) or (counted.levels.get(depth) if counted else None)
        if counted is None or level is None:
            return ""
        start = level.start
        if depth in starts and (number, depth) not in self._met:
            start = starts[depth]
            counted.at.pop(depth, None)
        self._met.add((number, depth))
        counted.at[depth] = min(counted.at[depth] + 1 if depth in counted.at else start, _MOST)
        for deeper, other in counted.levels.items():
            if deeper > depth and (other.restart is None or other.restart > depth):
                counted.at.pop(deeper, None)
        return _print(level, depth, {**counted.levels, **levels}, counted.at)

    def _list_of(self, properties: Element | None) -> tuple[str | None, int]:
        if properties is None:
            return None, 0
        style = value(child(properties, "pStyle"))
        number, depth = self._by_style.get(style or "", (None, None))
        depth = self._linked(number, style, depth)
        own = child(properties, "numPr")
        if own is not None:
            number = value(child(own, "numId")) or number
            depth = _whole(value(child(own, "ilvl")), depth or 0)
        return (None if number == "0" else number), depth or 0

    def _linked(self, number: str | None, style: str | None, otherwise: int | None) -> int | None:
        """The level whose own style this is, or the one it is based on (ECMA-376 part 1, 17.9.23)."""
        if number not in self._numbers:
            return otherwise
        counted = self._lists.get(self._numbers[number][0])
        for _ in range(20):  # a chain that turns back on itself ends
            if counted is None or style is None:
                break
            if style in counted.by_style:
                return counted.by_style[style]
            style = self._based_on.get(style)
        return otherwise


def _styles_of_levels(levels: list[Element]) -> dict[str, int]:
    found: dict[str, int] = {}
    for level in levels:
        if style := value(child(level, "pStyle")):
            found.setdefault(style, _whole(level.get(f"{W}ilvl"), 0))
    return found


def _lists_of_styles(
    styles: Element | None,
) -> tuple[dict[str, tuple[str | None, int | None]], dict[str, str | None]]:
    """The list and level of each paragraph style, by itself or by what it is based on; and what each is based on."""
    own: dict[str, tuple[str | None, str | None, str | None]] = {}
    for style in styles.iterfind(f"{W}style") if styles is not None else ():
        numbers = style.find(f"{W}pPr/{W}numPr")
        listed = (value(child(numbers, "numId")), value(child(numbers, "ilvl")))
        own[style.get(f"{W}styleId", "")] = (value(child(style, "basedOn")), *listed)
    found: dict[str, tuple[str | None, int | None]] = {}
    for key in own:
        number: str | None = None
        depth: str | None = None
        at: str | None = key
        for _ in range(20):  # a chain that turns back on itself ends
            if at is None or at not in own:
                break
            below, its_number, its_depth = own[at]
            number, depth = number or its_number, depth or its_depth
            at = below
        if number:
            found[key] = (number, _whole(depth, 0) if depth else None)
    return found, {key: based for key, (based, _, _) in own.items()}


def _overrides(number: Element) -> tuple[dict[int, _Level], dict[int, int]]:
    levels: dict[int, _Level] = {}
    starts: dict[int, int] = {}
    for override in number.iterfind(f"{W}lvlOverride"):
        depth = _whole(override.get(f"{W}ilvl"), 0)
        if (start := value(child(override, "startOverride"))) is not None:
            starts[depth] = _whole(start, 1)
        if (level := child(override, "lvl")) is not None:
            levels[depth] = _level(level)[1]
    return levels, starts


def _level(element: Element) -> tuple[int, _Level]:
    restart = value(child(element, "lvlRestart"))
    gap = value(child(element, "suff")) or "tab"
    text = value(child(element, "lvlText")) or ""
    legal = child(element, "isLgl")
    level = _Level(
        start=_whole(value(child(element, "start")), 0),
        printed=value(child(element, "numFmt")) or "decimal",
        text=text,
        restart=None if restart is None else _whole(restart, 0),
        legal=legal is not None and value(legal) not in ("0", "false"),
        gap="" if gap == "nothing" or not _needs_gap(text) else " ",
    )
    return _whole(element.get(f"{W}ilvl"), 0), level


def _needs_gap(text: str) -> bool:
    """Chinese print sets no space after 、 or a closing bracket; after 1. or 第一章 it does."""
    return not text.endswith(("、", "）", ")", "．", "。", "：", "，"))


def _print(level: _Level, depth: int, levels: dict[int, _Level], at: dict[int, int]) -> str:
    if level.printed == "bullet":
        shown = "".join(char if not "\ue000" <= char <= "\uf8ff" else "•" for char in level.text)
        return f"{shown}{level.gap}" if shown.strip() else ""

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = level if place == depth else levels.get(place)
        if other is None or other.printed == "bullet":
            return ""  # what has no number of its own prints none in others
        count = at.setdefault(place, other.start) if place < depth else at.get(place, other.start)
        name = "decimal" if level.legal else other.printed
        return _PRINTED.get(name, str)(count)

    shown = _PLACEHOLDER.sub(number, level.text)
    return f"{shown}{level.gap}" if shown.strip() else ""


def _whole(text: str | None, otherwise: int) -> int:
    return min(int(text), _MOST) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise
