"""Numbers and units where a table parts them: a cell holds the number, a head the unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from fulian.errors import ParseError
from fulian.reference.measure_words import measure_words
from fulian.text.quantities._figure import Figure
from fulian.text.quantities._hedges import AFTER, hedge
from fulian.text.quantities._numbers import number, quantity
from fulian.values.numeral import parse_numeral
from fulian.values.quantity import Qualifier

_ARABIC: Final = r"[0-9][0-9,]{0,20}+(?:[ ][0-9]{3}){0,4}+(?![0-9])(?:\.[0-9]{1,10}+)?"
_CELL: Final = re.compile(
    f"(?:约|近|超过?|逾|不足|达到?|[≥≤＞＜><])?[ ]?(?P<sign>[-−+])?"
    rf"(?P<first>{_ARABIC}[余多]?[十百千]?[万亿]{{0,2}}+[余多]?)"
    rf"(?:[-—–－~～至]{{1,2}}(?P<second>{_ARABIC}[万亿]{{0,2}}+))?[ ]?(?P<rest>[^\s0-9][^\s]{{0,7}}+)?"
)
_MULTIPLIER: Final = re.compile("[十百千万亿]{1,3}")
_NO_UNIT: Final = frozenset(("article", "date", "ordinal", "place"))  # what tells nothing at the head of a column
_FIRST: Final = frozenset("0123456789约近超逾不达≥≤＞＜><-−+")


class Unit(NamedTuple):
    """A unit as a head prints it (计量单位): what one of it is, and how many of them the multiplier makes.

    Attributes:
        unit: The unit without its multiplier.
        factor: 10000 for 万元 and 万人, else 1.

    Example:
        >>> parse_unit("万元")
        Unit(unit='元', factor=Decimal('10000'))
    """

    unit: str
    factor: Decimal


def parse_unit(words: str) -> Unit | None:
    """Read what a head or a note on units says (解析计量单位).

    Args:
        words: The unit and nothing else: 人, 万元, %, 人次.

    Returns:
        The unit and its multiplier; None where the words are no unit.

    Example:
        >>> parse_unit("人次").unit, parse_unit("万人").factor, parse_unit("县区")
        ('人次', Decimal('10000'), None)
    """
    words = words.strip()
    known = measure_words()
    if words.startswith("1/") and words[1:] in known:
        words = words[1:]  # 1/10万
    if words in known:
        return None if known[words].counts in _NO_UNIT else Unit(words, Decimal(1))
    match = _MULTIPLIER.match(words)
    if match is None or words[match.end() :] not in known:
        return None
    try:
        return Unit(words[match.end() :], parse_numeral(match.group()).value)
    except ParseError:
        return None


def figure_in_cell(text: str, start: int, end: int, given: Unit | None = None) -> Figure | None:
    """Read a cell that holds a number, with its unit or without (单元格中的数).

    Args:
        text: The text.
        start: The cell's first character.
        end: The character after its last.
        given: The unit that a head gives; the cell's own unit goes before it.

    Returns:
        The figure, hedges before the number left out; None where the cell holds anything else.

    Example:
        >>> figure = figure_in_cell("320", 0, 3, Unit("元", Decimal(10000)))
        >>> figure.quantity.value, figure.quantity.unit, figure.quantity.text
        (Decimal('3200000'), '元', '320')
        >>> figure_in_cell("32万", 0, 3, Unit("元", Decimal(10000))).quantity.value
        Decimal('320000')
        >>> figure_in_cell("2014.3.5", 0, 8) is None
        True
    """
    if text[start : start + 1] not in _FIRST:
        return None
    match = _CELL.fullmatch(text, start, end)
    if match is None:
        return None
    value = number(match["first"], match["second"])
    if value is None:
        return None
    rest = match["rest"] or ""
    inside = value.hedge
    if rest in AFTER or rest == "+":
        inside, rest = AFTER.get(rest, Qualifier.OVER), ""
    own = parse_unit(rest) if rest else None
    if rest and own is None:
        return None
    unit = own or given or Unit("", Decimal(1))
    if own is None and text[match.end("first") - 1] in "十百千万亿":
        unit = Unit(unit.unit, Decimal(1))  # 10万 under 万元: the cell says itself what the head says
    if unit.factor != 1:
        scaled = value.value * unit.factor
        value = value._replace(
            value=_plain(scaled), high=None if value.high is None else _plain(value.high * unit.factor)
        )
    if match["sign"] in ("-", "−"):
        value = value._replace(value=-value.value)
    first = match.start("first") - (1 if match["sign"] else 0)
    last = match.end("rest") if own is not None else match.end("second") if match["second"] else match.end("first")
    qualifier = hedge(text, first, last, inside) if start < first else inside
    return Figure(first, last, quantity(value, unit.unit, qualifier, text[first:last]), "table-cell")


def _plain(value: Decimal) -> Decimal:
    """3200000 rather than 3.2E+6 or 3200000.0."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value
