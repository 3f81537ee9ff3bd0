"""Calculating with what prints allow: exact ranges of numbers, and how a result is printed."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

import attrs
from attrs.validators import instance_of, optional

from fulian.errors import ParseError
from fulian.values.numeral import parse_numeral
from fulian.values.quantity import Qualifier, Quantity, QuantityKind

__all__ = ["Range", "in_print", "printed_range", "printed_step", "range_of", "scale_of", "show", "truncated"]

_BARE = re.compile("[百千万亿]")
_INSIDE = re.compile("[余多几]")
_NUMERAL = re.compile("[0-9０-９.．,，零〇○一二三四五六七八九十百千万亿两]+")
_SCALES = {"%": 100, "‰": 1000, "成": 10, "折": 10, "/万": 10**4, "/10万": 10**5, "/100万": 10**6, "/千": 1000}
_COUNTED = (QuantityKind.COUNT, QuantityKind.AGE, QuantityKind.DURATION)


@attrs.frozen
class Range:
    """What a number may be (可能范围): everything from `low` to `high`, both included; None is open.

    Calculating with ranges loses nothing: the ends are exact fractions.

    Attributes:
        low: The lower end, or None.
        high: The upper end, or None.

    Raises:
        TypeError: An end is neither a Fraction nor None.

    Example:
        >>> part, whole = Range(Fraction(40), Fraction(40)), Range(Fraction(195), Fraction(205))
        >>> part.over(whole).meets(Range(Fraction(1, 5), Fraction(1, 5)))
        True
    """

    low: Fraction | None = attrs.field(validator=optional(instance_of(Fraction)))
    high: Fraction | None = attrs.field(validator=optional(instance_of(Fraction)))

    def plus(self, other: Range) -> Range:
        """Add (相加).

        Args:
            other: What is added.

        Returns:
            What the sum may be.

        Example:
            >>> Range(Fraction(1), None).plus(Range(Fraction(2), Fraction(3)))
            Range(low=Fraction(3, 1), high=None)
        """
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Range(low, high)

    def minus(self, other: Range) -> Range:
        """Take away (相减).

        Args:
            other: What is taken away.

        Returns:
            What the difference may be.

        Example:
            >>> Range(Fraction(5), Fraction(6)).minus(Range(Fraction(1), Fraction(2)))
            Range(low=Fraction(3, 1), high=Fraction(5, 1))
        """
        return self.plus(other.times(-1))

    def times(self, factor: int | Fraction) -> Range:
        """Multiply by one number (乘以).

        Args:
            factor: The number.

        Returns:
            What the product may be.

        Example:
            >>> Range(Fraction(1), None).times(-2)
            Range(low=None, high=Fraction(-2, 1))
        """
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Range(high, low) if factor < 0 else Range(low, high)

    def by(self, other: Range) -> Range:
        """Multiply by what another number may be (相乘), where neither is below zero.

        Args:
            other: The other factor.

        Returns:
            What the product may be; open to both sides where a factor may be below zero.

        Example:
            >>> Range(Fraction(2), Fraction(3)).by(Range(Fraction(5), None))
            Range(low=Fraction(10, 1), high=None)
        """
        if self.low is None or other.low is None or self.low < 0 or other.low < 0:
            return Range(None, None)
        high = None if self.high is None or other.high is None else self.high * other.high
        return Range(self.low * other.low, high)

    def over(self, other: Range) -> Range:
        """Divide (相除), where the divisor is above zero.

        Args:
            other: The divisor.

        Returns:
            What the quotient may be; open to both sides where the divisor may be zero or less.

        Example:
            >>> Range(Fraction(-1), Fraction(1)).over(Range(Fraction(2), Fraction(4)))
            Range(low=Fraction(-1, 2), high=Fraction(1, 2))
        """
        if other.low is None or other.low <= 0:
            return Range(None, None)
        low = _quotient(self.low, other, lower=True)
        return Range(low, _quotient(self.high, other, lower=False))

    def meets(self, other: Range) -> bool:
        """Tell whether one number may be both (是否相容).

        Args:
            other: The other range.

        Returns:
            True where they share a number.

        Example:
            >>> Range(Fraction(1), Fraction(2)).meets(Range(Fraction(3), None))
            False
        """
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and other.high < self.low
        return not (below or above)


def _quotient(end: Fraction | None, divisor: Range, *, lower: bool) -> Fraction | None:
    if end is None:
        return None
    wide = (end >= 0) == lower  # then the largest divisor gives the end
    by = divisor.high if wide else divisor.low
    if by is None:
        return Fraction(0)
    return end / by


def printed_step(quantity: Quantity) -> Fraction:
    """Give the weight of the last printed place (末位单位).

    Args:
        quantity: The quantity.

    Returns:
        100 for ``7.57万``, 1/100 for ``19.76%``; that of the value's own last place where nothing was printed.

    Example:
        >>> from decimal import Decimal
        >>> printed_step(Quantity(value=Decimal("19.76"), unit="%", text="19.76%"))
        Fraction(1, 100)
    """
    match = _NUMERAL.search(quantity.text)
    if match:
        try:
            return Fraction(parse_numeral(match.group()).step)
        except ParseError:
            pass
    exponent = quantity.value.as_tuple().exponent
    return Fraction(10) ** min(int(exponent), 0)


def printed_range(quantity: Quantity) -> Range:
    """Give what a number may stand for by its own print and hedge alone (书写范围).

    It is `Quantity.interval`, wider in two cases where documents print less than they seem to: a bare 百, 千, 万 or 亿
    is an order of magnitude, open to both sides; 余 and 多 behind a number whose last place is not zero say only that
    it is more.

    Args:
        quantity: The quantity.

    Returns:
        The range; never below zero for counts.

    Example:
        >>> from decimal import Decimal
        >>> printed_range(Quantity(value=Decimal(2000), unit="名", text="2000名"))
        Range(low=Fraction(2000, 1), high=Fraction(2000, 1))
    """
    if _BARE.match(quantity.text) or (quantity.high is not None and quantity.qualifier is Qualifier.ABOUT):
        return Range(Fraction(0), None)
    printed = quantity.interval
    low = None if printed.low is None else Fraction(printed.low)
    high = None if printed.high is None else Fraction(printed.high)
    value, step = Fraction(quantity.value), printed_step(quantity)
    if quantity.qualifier is Qualifier.OVER and _INSIDE.search(quantity.text) and value % (10 * step):
        high = None
    return _above_zero(low, high, quantity)


@lru_cache(maxsize=1024)  # several rules ask for the same figure
def range_of(quantity: Quantity) -> Range:
    """Give what a printed quantity may stand for, with the doubt that usage leaves (数量范围).

    It is `printed_range`, wider in one case: a whole count that ends in three zeros or more is taken as rounded there.
    That holds of what was measured, not of a target, which is what it says (`fulian.checks.reached`).

    Args:
        quantity: The quantity.

    Returns:
        The range; never below zero for counts.

    Example:
        >>> from decimal import Decimal
        >>> jobs = range_of(Quantity(value=Decimal(75700), unit="个", text="7.57万个"))
        >>> int(jobs.low), int(jobs.high)
        (75650, 75750)
        >>> rounded = range_of(Quantity(value=Decimal(2000), unit="名", text="2000名"))
        >>> int(rounded.low), int(rounded.high)
        (1500, 2500)
    """
    printed = printed_range(quantity)
    slack = _round_slack(quantity)
    if not slack or (printed.low == 0 and printed.high is None):
        return printed
    low = None if printed.low is None else min(printed.low, Fraction(quantity.value) - slack)
    high = None if printed.high is None else max(printed.high, Fraction(quantity.high or quantity.value) + slack)
    return _above_zero(low, high, quantity)


def _above_zero(low: Fraction | None, high: Fraction | None, quantity: Quantity) -> Range:
    """A range that does not go below zero for what cannot."""
    if low is None or low < 0 <= quantity.value:
        low = Fraction(0) if quantity.kind is not QuantityKind.POINTS else low
    return Range(low, high)


def _round_slack(quantity: Quantity) -> Fraction:
    """Half of the last place that is not zero, for a whole count printed with three zeros at its end."""
    value = quantity.value
    if quantity.kind not in (*_COUNTED, QuantityKind.MONEY) or not value or value % 1000:
        return Fraction(0)
    place = 1000
    while not value % (place * 10):
        place *= 10
    # 1000 itself may be rounded to hundreds, not to thousands, as far as anybody can say
    return Fraction(place, 2) if printed_step(quantity) == 1 else Fraction(0)


def truncated(quantity: Quantity) -> Range:
    """Give what a number may stand for where its further places were cut off instead of rounded (截尾范围).

    Args:
        quantity: The quantity.

    Returns:
        From the printed number up to one of its last places more.

    Example:
        >>> from decimal import Decimal
        >>> truncated(Quantity(value=Decimal("17.37"), unit="%", text="17.37%"))
        Range(low=Fraction(1737, 100), high=Fraction(869, 50))
    """
    value = Fraction(quantity.value)
    return Range(value, value + printed_step(quantity))


def scale_of(unit: str) -> int | None:
    """Give what one whole is in a unit of shares and rates (比率单位).

    Args:
        unit: The unit as written.

    Returns:
        100 for %, 1000 for ‰, 10 for 成, 10 000 for ``/万``; None where the unit is none of shares.

    Example:
        >>> scale_of("‰"), scale_of("人")
        (1000, None)
    """
    return _SCALES.get(unit)


def show(number: Fraction, places: int = 2) -> str:
    """Print a number for a person (数字显示): rounded half up to some places, without zeros that say nothing.

    Args:
        number: The number.
        places: Places behind the point at most.

    Returns:
        The number in digits.

    Example:
        >>> show(Fraction(200, 3)), show(Fraction(40))
        ('66.67', '40')
    """
    shift = 10**places
    scaled = abs(number) * shift
    whole = int(scaled + Fraction(1, 2))
    text = f"{whole // shift}.{whole % shift:0{places}d}".rstrip("0").rstrip(".") if places else str(whole)
    return f"-{text}" if number < 0 and whole else text


def in_print(number: Fraction, like: Quantity) -> str:
    """Print a number in the places, the multiplier and the unit that another is printed in (同式书写).

    Args:
        number: The number, in the unit's own terms.
        like: The quantity whose print is taken as the model.

    Returns:
        The characters that would stand there.

    Example:
        >>> from decimal import Decimal
        >>> in_print(Fraction(1340 * 100, 6728), Quantity(value=Decimal("19.76"), unit="%", text="19.76%"))
        '19.92%'
        >>> in_print(Fraction(203200), Quantity(value=Decimal(201200), unit="人", text="20.12万人"))
        '20.32万人'
    """
    step = printed_step(like)
    times = 1
    for word, weight in (("亿", 10**8), ("万", 10**4)):
        if word in like.text.partition(like.unit)[0]:
            times = weight
            break
    whole = int(number / step + Fraction(1, 2)) * step / times
    fine = step / times
    places = 0
    while fine.denominator != 1 and places < 12:
        places, fine = places + 1, fine * 10
    text = f"{int(whole * 10**places)}"
    if places:
        text = text.rjust(places + 1, "0")
        text = f"{text[:-places]}.{text[-places:]}"
    word = {10**8: "亿", 10**4: "万", 1: ""}[times]
    return f"{text}{word}{like.unit}"
