"""What a candidate's characters say as numbers."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from fulian.errors import ParseError
from fulian.text.quantities._pattern import ROUND
from fulian.values.numeral import parse_numeral
from fulian.values.quantity import Qualifier, Quantity
from fulian.values.unchecked import unchecked

# Arabic digits with or without decimals and 万 or 亿, few enough to be exact.
_PLAIN: Final = re.compile("([0-9]{1,14}(?:[.][0-9]{1,6})?)([万亿]?)")
_EXACT: Final = Context(prec=28)  # whatever the program's own context is
_SCALES: Final = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
DIGITS: Final = frozenset("零〇○一二两三四五六七八九")


class Value(NamedTuple):
    """The number or range, the hedge inside it, and whether 万 or 亿 stands in it."""

    value: Decimal
    high: Decimal | None
    hedge: Qualifier
    scaled: bool


@lru_cache(maxsize=16384)
def number(first: str, second: str | None = None) -> Value | None:
    """The value of one number or of a range; None where the characters are no number."""
    plain = _PLAIN.fullmatch(first) if second is None else None
    if plain is not None:  # the common case, in a straight line
        value = _EXACT.multiply(Decimal(plain[1]), _SCALES[plain[2]])
        whole = value.to_integral_value()
        return Value(value if value != whole else whole, None, Qualifier.EXACT, bool(plain[2]))
    try:
        low = parse_numeral(first)
        if second is None:
            return Value(low.value, low.high, Qualifier(low.hedge), "万" in first or "亿" in first)
        high = parse_numeral(second)
        shared = "".join(char for char in second if char in ROUND)
        if shared and not any(char in ROUND for char in first) and low.value < high.value / 10:
            low = parse_numeral(first + shared)  # 二至三万, 5-8万: the multiplier stands once
    except ParseError:
        return None
    if high.value <= low.value:
        return None
    return Value(low.value, high.value, Qualifier(high.hedge), "万" in second or "亿" in second)


def is_digit_string(digits: str) -> bool:
    """三八, 七五, 二〇一四: digits without 十 name things; 两三 and 三四 are pairs that count."""
    if len(digits) < 2 or not DIGITS.issuperset(digits):
        return False
    value = number(digits)
    return value is None or value.high is None


_quantity = unchecked(Quantity)
_made: dict[tuple[str, str, Qualifier], Quantity] = {}
_MOST_KEPT: Final = 32768


def quantity(value: Value, unit: str, qualifier: Qualifier, text: str) -> Quantity:
    """The quantity; what is printed alike is one object, since documents repeat themselves."""
    key = (text, unit, qualifier)
    made = _made.get(key)
    if made is None or (made.value is not value.value and made.value != value.value):
        if len(_made) >= _MOST_KEPT:
            _made.clear()
        made = _quantity(value=value.value, high=value.high, unit=unit, qualifier=qualifier, text=text)
        _made[key] = made
    return made
