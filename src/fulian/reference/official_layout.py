"""GB/T 9704-2012: how an official document looks. The one home of its measures, faces, sizes and clauses."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Final

import attrs
from attrs.validators import instance_of, optional

from fulian.values.term import Term
from fulian.values.validation import filled

__all__ = [
    "BOTTOM_MM",
    "CHARACTERS_A_LINE",
    "CLAUSE_COLOUR",
    "CLAUSE_GRID",
    "CLAUSE_PAGE",
    "CLAUSE_PAPER",
    "FOOTER_MM",
    "LEFT_MM",
    "LINES_A_PAGE",
    "MARGIN_TOLERANCE_MM",
    "MASTHEAD_BELOW_MM",
    "PAGE_HEIGHT_MM",
    "PAGE_WIDTH_MM",
    "RED",
    "RIGHT_MM",
    "SEPARATOR_BELOW_MM",
    "STANDARD",
    "TEXT_HEIGHT_MM",
    "TEXT_WIDTH_MM",
    "THICK_LINE_MM",
    "THIN_LINE_MM",
    "TOP_MM",
    "Element",
    "Face",
    "Look",
    "face_of",
    "fonts_of",
    "from_the_right",
    "look_of",
]

STANDARD: Final = "GB/T 9704-2012"
"""The standard that all of this is from: layout key for official document of Party and government organs."""

PAGE_WIDTH_MM: Final = 210.0
PAGE_HEIGHT_MM: Final = 297.0
TOP_MM: Final = 37.0
LEFT_MM: Final = 28.0
TEXT_WIDTH_MM: Final = 156.0
TEXT_HEIGHT_MM: Final = 225.0
RIGHT_MM: Final = PAGE_WIDTH_MM - LEFT_MM - TEXT_WIDTH_MM
BOTTOM_MM: Final = PAGE_HEIGHT_MM - TOP_MM - TEXT_HEIGHT_MM
MARGIN_TOLERANCE_MM: Final = 1.0
LINES_A_PAGE: Final = 22
CHARACTERS_A_LINE: Final = 28
MASTHEAD_BELOW_MM: Final = 35.0
SEPARATOR_BELOW_MM: Final = 4.0
FOOTER_MM: Final = 7.0
THICK_LINE_MM: Final = 0.35
THIN_LINE_MM: Final = 0.25
RED: Final = "FF0000"

CLAUSE_PAPER: Final = "5.1"
CLAUSE_PAGE: Final = "5.2.1"
CLAUSE_GRID: Final = "5.2.3"
CLAUSE_COLOUR: Final = "5.2.4"


class Face(Term):
    """A typeface that the standard names (字体).

    Example:
        >>> Face.KAI.zh
        '楷体'
    """

    FANGSONG = "fangsong", "仿宋"
    KAI = "kai", "楷体"
    HEI = "hei", "黑体"
    SONG = "song", "宋体"
    TITLE_SONG = "title-song", "小标宋"


class Element(Term):
    """A piece of an official document (公文格式要素), in the order in which the standard treats them.

    Source:
        GB/T 9704-2012, 7.1, with the levels of the body told apart.

    Example:
        >>> Element.COPIES.zh
        '抄送机关'
    """

    COPY_NUMBER = "copy-number", "份号"
    SECRECY = "secrecy", "密级和保密期限"
    URGENCY = "urgency", "紧急程度"
    MASTHEAD = "masthead", "发文机关标志"
    NUMBER = "number", "发文字号"
    SIGNATORY = "signatory", "签发人"
    SEPARATOR = "separator", "版头中的分隔线"
    TITLE = "title", "标题"
    RECIPIENTS = "recipients", "主送机关"
    BODY = "body", "正文"
    LEVEL_1 = "level-1", "第一层标题"
    LEVEL_2 = "level-2", "第二层标题"
    LEVEL_3 = "level-3", "第三层标题"
    LEVEL_4 = "level-4", "第四层标题"
    ANNEX_LIST = "annex-list", "附件说明"
    SIGNATURE = "signature", "发文机关署名"
    DATE = "date", "成文日期"
    NOTE = "note", "附注"
    ANNEX_MARK = "annex-mark", "附件标记"
    ANNEX_TITLE = "annex-title", "附件标题"
    IMPRINT_LINE = "imprint-line", "版记中的分隔线"
    COPIES = "copies", "抄送机关"
    PRINTING = "printing", "印发机关和印发日期"
    PAGE_NUMBER = "page-number", "页码"


@attrs.frozen(kw_only=True)
class Look:
    """How a piece of an official document looks (要素版式).

    Attributes:
        element: The piece.
        clause: The clause of the standard.
        face: Its typeface, or None for a line.
        size: Its size, or None where the standard leaves it open.
        place: Where it stands and how, in words.

    Units:
        A size is in points: 2号 22, 3号 16, 4号 14.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> look_of(Element.TITLE).face.zh, look_of(Element.TITLE).size
        ('小标宋', 22.0)
    """

    element: Element = attrs.field(validator=instance_of(Element))
    clause: str = attrs.field(validator=filled())
    face: Face | None = attrs.field(default=None, validator=optional(instance_of(Face)))
    size: float | None = attrs.field(default=None, validator=optional(instance_of(float)))
    place: str = attrs.field(validator=filled())


@cache
def _looks() -> dict[Element, Look]:
    return {
        Element(row["element"]): Look(
            element=Element(row["element"]),
            clause=row["clause"],
            face=Face(row["face"]) if row["face"] else None,
            size=float(row["size"]) if row["size"] else None,
            place=row["place"],
        )
        for row in _rows("official_layout.csv")
    }


@cache
def _fonts() -> dict[Face, tuple[str, ...]]:
    rows = _rows("official_fonts.csv")
    return {face: tuple(row["font"] for row in rows if row["face"] == face) for face in Face}


def _rows(name: str) -> list[dict[str, str]]:
    with (files("fulian.reference") / "data" / name).open(encoding="utf-8") as rows:
        return list(csv.DictReader(rows))


def look_of(element: Element) -> Look:
    """Give how a piece of an official document looks (要素版式).

    Args:
        element: The piece.

    Returns:
        Its clause, typeface, size and place.

    Source:
        GB/T 9704-2012, clause 7.

    Example:
        >>> look_of(Element.PAGE_NUMBER).clause
        '7.5'
    """
    return _looks()[element]


def fonts_of(face: Face) -> tuple[str, ...]:
    """Give the names of fonts that have a typeface (字体名称).

    Args:
        face: The typeface.

    Returns:
        The names; the first is the one that fulian writes.

    Example:
        >>> fonts_of(Face.KAI)[:3]
        ('楷体_GB2312', '楷体', 'KaiTi')
    """
    return _fonts()[face]


def face_of(font: str) -> Face | None:
    """Give the typeface of a font (字体归类).

    Args:
        font: The font's name; letters in either case.

    Returns:
        The typeface, or None where the font has none that the standard names, or is not known.

    Example:
        >>> face_of("simhei"), face_of("Arial")
        (<Face.HEI: 'hei'>, None)
    """
    return _by_font().get(font.strip().casefold())


@cache
def _by_font() -> dict[str, Face]:
    return {font.casefold(): face for face, fonts in _fonts().items() for font in fonts}


def from_the_right(name: float, day: float, *, sealed: bool) -> tuple[float, float]:
    """Give how far a signature and its date stand from the right (署名、日期右空字数).

    Args:
        name: The width of the signature, in characters.
        day: The width of the date.
        sealed: Whether the document is sealed.

    Returns:
        Characters from the right edge to the signature, and to the date.

    Source:
        GB/T 9704-2012, 7.3.5.1: sealed, the date stands four characters from the right, the signature centred on it;
        7.3.5.2: unsealed, the signature two from the right, the date two to the right of its beginning; where the
        date is the longer, the date two from the right, the signature moved in as far.

    Example:
        >>> from_the_right(8, 6.5, sealed=True), from_the_right(8, 6.5, sealed=False)
        ((3.25, 4), (2, 1.5))
    """
    if sealed:
        of_name = 4 + (day - name) / 2
        return (of_name, 4) if of_name >= 0 else (0, 4 - of_name)
    if day > name:
        return day + 4 - name, 2
    return 2, name - day
