"""A cell's value printed as the sheet shows it: by its number format."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

__all__ = ["CHINESE_FORMATS", "printed"]

_MONTH, _IN_YEAR, _DAY = 'yyyy"年"m"月"', 'm"月"d"日"', 'yyyy"年"m"月"d"日"'
CHINESE_FORMATS = {
    **dict.fromkeys((27, 36, 50, 52, 57), _MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _IN_YEAR),
    30: "m-d-yy",
    31: _DAY,
}
"""The formats of days that every Chinese program knows by number alone, by ECMA-376 part 1, 18.8.30 (zh-cn)."""

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_PLACES = re.compile(r"\.([0#?]+)")


def printed(value: object, number_format: str = "General") -> str:
    """Print a cell's value as a person sees it: places, percent and grouping as its format has them, the rest plain."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float | Decimal):
        return _number(value, number_format or "General")
    if isinstance(value, datetime):
        day = _day(value, number_format)
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return _day(value, number_format)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    return " ".join(str(value).split())


def _day(day: date, number_format: str) -> str:
    """A day; a month or a year where the format shows no more, since then the rest was never said."""
    pattern = _QUOTED.sub("", number_format.partition(";")[0]).lower()
    if "y" not in pattern or "d" in pattern:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.year}年{day.month}月" if "m" in pattern else f"{day.year}年"


def _number(value: float | Decimal, number_format: str) -> str:
    try:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    except InvalidOperation:
        return str(value)
    if not number.is_finite():
        return str(value)
    pattern = _QUOTED.sub("", number_format.partition(";")[0])
    percent = "%" in pattern
    if percent:
        number *= 100
    places = _PLACES.search(pattern)
    if "0" not in pattern and "#" not in pattern:
        # no format of its own: as many digits as a cell shows, so that 0.1 + 0.2 is 0.3
        number = number if isinstance(value, int) else Decimal(f"{number:.15g}")
        shown = f"{number.normalize() if number % 1 else number.to_integral_value():f}"
    else:
        digits = places[1] if places else ""
        number = (
            number.quantize(Decimal(1).scaleb(-len(digits)), rounding=ROUND_HALF_UP) if abs(number) < 10**20 else number
        )
        shown = f"{number:,f}" if "," in pattern else f"{number:f}"
        optional = len(digits) - len(digits.rstrip("#?"))
        while optional and shown.endswith("0"):
            shown, optional = shown[:-1], optional - 1
        shown = shown.rstrip(".")
    return f"{shown}%" if percent else shown
