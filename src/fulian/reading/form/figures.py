"""What people type for a figure, and what a form has to say of it.

The sentences here stand in two places with one wording: in the sheet, whose column 检查 works them out as one types,
and in the notes of a reading.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

import attrs

from fulian.errors import ParseError
from fulian.model.indicator import Indicator, IndicatorKind
from fulian.text.quantities import Figure, Unit, figure_in_cell, find_quantities, parse_quantity, parse_unit
from fulian.values.quantity import Qualifier

__all__ = [
    "CHOICE",
    "LEAP",
    "NEGATIVE",
    "NOT_A_NUMBER",
    "NOT_WHOLE",
    "PART",
    "Asked",
    "Verdict",
    "asked_of",
    "asked_of_part",
    "leaps",
    "printed_figure",
    "read_figure",
]

_NARROW = str.maketrans("０１２３４５６７８９．，％＋－−　‰", "0123456789.,%+--\u0020‰")
# Growth, gross rates and ratios of two sides are no part of a whole: they pass 100.
_NO_PART = re.compile("毛入|之比|性别比|年限|任务完成率|差距|寿命")
_RANGE = re.compile("[0-9万亿%][ ]?[-—–~～至][ ]?[0-9]")
_COUNTERS = ("", "人次", "人", "名", "件", "个", "户", "所", "家", "支", "对", "元")
_SCALED = re.compile("[十百千万亿]")


class Verdict(NamedTuple):
    """Something that a form has to say of a figure (核对意见).

    Attributes:
        code: Its stable name.
        words: What it says after the name of the column, as the sheet shows it.

    Example:
        >>> Verdict("form-negative", "不应为负数").words
        '不应为负数'
    """

    code: str
    words: str


NOT_A_NUMBER = Verdict("form-not-a-number", "应填数字")
NEGATIVE = Verdict("form-negative", "不应为负数")
NOT_WHOLE = Verdict("form-not-whole", "应为整数")
LEAP = Verdict("form-leap", "与上年相差10倍以上")
PART = Verdict("form-part-exceeds-whole", "大于分母")
CHOICE = Verdict("form-unknown-choice", "应从列表中选择")


@attrs.frozen(kw_only=True)
class Asked:
    """What a row of a form asks for (填报项目).

    Attributes:
        label: What is counted.
        code: The indicator's code, or None for a row that people add.
        unit: The unit as the form prints it: 万元, 人次.
        units: The units that may stand behind a figure, multipliers left out.
        whole: Whether only whole numbers count.
        most: What a figure cannot pass, or None.
        signed: Whether a figure may be negative.

    Example:
        >>> from fulian.reference.indicators import indicator
        >>> asked = asked_of(indicator("ECO_LOAN_AMOUNT"))
        >>> asked.unit, asked.units, asked.whole
        ('万元', ('元',), False)
    """

    label: str
    code: str | None = None
    unit: str = ""
    units: tuple[str, ...] = ()
    whole: bool = False
    most: int | None = None
    signed: bool = False

    @property
    def given(self) -> Unit:
        """The unit of a bare number, and what it is multiplied by."""
        return parse_unit(self.unit) or Unit(self.unit, Decimal(1))

    @property
    def too_large(self) -> Verdict:
        """What is said of a figure that passes the most."""
        return Verdict("form-out-of-range", f"不应大于{self.most}")

    def verdicts(self, value: Decimal) -> tuple[Verdict, ...]:
        """Judge a figure by itself.

        Args:
            value: The figure, multipliers applied.

        Returns:
            What is wrong with it, in order; empty where nothing is.

        Example:
            >>> from fulian.reference.indicators import indicator
            >>> [one.words for one in asked_of(indicator("LAW_PETITION_CLOSED")).verdicts(Decimal(120))]
            ['不应大于100']
        """
        found = []
        if value < 0 and not self.signed:
            found.append(NEGATIVE)
        if self.most is not None and value > self.most:
            found.append(self.too_large)
        if self.whole and value % 1:
            found.append(NOT_WHOLE)
        return tuple(found)


def asked_of(indicator: Indicator) -> Asked:
    """Tell what a form asks for an indicator (指标的填报要求).

    Args:
        indicator: An entry of the catalogue.

    Returns:
        Its unit as federations print it, what else may stand behind a figure, and the bounds of a figure.

    Example:
        >>> from fulian.reference.indicators import indicator
        >>> asked_of(indicator("LAW_PETITION_CLOSED")).most, asked_of(indicator("ORG_HOMES")).whole
        (100, True)
    """
    unit = indicator.usual_units[0] if indicator.usual_units else indicator.unit
    bare = [one.unit for word in (unit, *indicator.usual_units, indicator.unit) if (one := parse_unit(word))]
    rate = indicator.kind is IndicatorKind.RATE
    part = rate and indicator.multiplier and not _NO_PART.search(indicator.name)
    return Asked(
        label=indicator.name,
        code=indicator.code,
        unit=unit,
        units=tuple(dict.fromkeys([*bare, *([] if parse_unit(unit) else [unit])])),
        whole=not rate and "元" not in bare,
        most=indicator.multiplier if part else None,
        signed="差距" in indicator.name,
    )


def asked_of_part(label: str) -> Asked:
    """Tell what a form asks for the part or the whole of a rate (分子、分母的填报要求).

    Args:
        label: What is counted there.

    Returns:
        A bare number is welcome, and one with the usual measure words.

    Example:
        >>> read_figure("120件", asked_of_part("受理件数")).quantity.unit
        '件'
    """
    return Asked(label=label, units=_COUNTERS)


def read_figure(text: str, asked: Asked) -> Figure | None:
    """Read what was typed for a figure (读取填写的数): 3.2万, 约200, 1,020, 95%, １２００人次.

    Args:
        text: The cell's words.
        asked: What the row asks for.

    Returns:
        The figure with its place in the cell; None where it is no number, or one with another unit. A range is none.

    Example:
        >>> asked = Asked(label="培训", unit="人次", units=("人次",))
        >>> [str(read_figure(text, asked).quantity.value) for text in ("3.2万", "1,020", "１２００人次")]
        ['32000', '1020', '1200']
        >>> read_figure("很多", asked) is None, read_figure("1200人", asked) is None
        (True, True)
    """
    plain = text.translate(_NARROW)
    if not re.search("[0-9]", plain) or "分之" in plain or _RANGE.search(plain):
        return None
    figure = figure_in_cell(plain, 0, len(plain), asked.given) or _with_hedges(plain, asked.unit)
    if figure is None or figure.quantity.high is not None:
        return None
    quantity = figure.quantity
    # 3.2万 where the head says 万元: nobody can tell which of the two was meant.
    bare = quantity.unit and not _ends_with_unit(plain, figure, quantity.unit)
    if asked.given.factor != 1 and bare and _SCALED.search(plain[figure.start : figure.end]):
        return None
    if asked.units and quantity.unit not in asked.units:
        return None
    return figure._replace(quantity=attrs.evolve(quantity, text=text[figure.start : figure.end]))


def _ends_with_unit(plain: str, figure: Figure, unit: str) -> bool:
    """Whether a figure's own characters end with its unit."""
    return plain[figure.start : figure.end].endswith(unit)


def _with_hedges(plain: str, unit: str) -> Figure | None:
    """A figure with a hedge that a bare cell does not know: 200人以上, 不少于200."""
    for words in (plain, plain + unit):
        try:
            quantity = parse_quantity(words)
        except ParseError:
            continue
        figure = find_quantities(words)[0]
        end = min(figure.end, len(plain))
        return Figure(figure.start, end, quantity, figure.rule)
    return None


def leaps(value: Decimal, last: Decimal) -> bool:
    """Tell whether a figure is more than ten times that of the year before, or less than a tenth (悬殊).

    Args:
        value: The figure.
        last: That of the year before, in the same unit.

    Returns:
        Whether it is; never where one of them is not above zero.

    Example:
        >>> leaps(Decimal(5000), Decimal(480)), leaps(Decimal(5000), Decimal(0))
        (True, False)
    """
    return value > 0 and last > 0 and (value > last * 10 or value * 10 < last)


def printed_figure(value: Decimal, qualifier: Qualifier, asked: Asked) -> str:
    """Print a figure as people type it into a form (填写的数); `read_figure` gives it back.

    Args:
        value: The figure, multipliers applied.
        qualifier: How sure it is.
        asked: What the row asks for.

    Returns:
        The number in the row's unit, with its hedge.

    Example:
        >>> printed_figure(Decimal(3200000), Qualifier.OVER, Asked(label="贷款", unit="万元", units=("元",)))
        '320以上'
    """
    text = _digits(value / asked.given.factor)
    before, after = {Qualifier.ABOUT: ("约", ""), Qualifier.UNDER: ("不足", ""), Qualifier.OVER: ("", "以上")}.get(
        qualifier, ("", "")
    )
    return f"{before}{text}{after}"


def _digits(value: Decimal) -> str:
    return f"{value.normalize() if value % 1 else value.to_integral_value():f}"
