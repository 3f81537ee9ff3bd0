"""Strategies for the small values: spans, periods, quantities, document numbers, credit codes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from fulian.strategies._arguments import check_bounds, check_day, check_flag, check_type, check_whole, number
from fulian.strategies._sharing import one_of
from fulian.values.credit_code import CreditCode
from fulian.values.document_number import DocumentNumber
from fulian.values.interval import Interval
from fulian.values.numeral import Numeral, format_numeral, parse_numeral
from fulian.values.period import Period
from fulian.values.quantity import Qualifier, Quantity
from fulian.values.span import Span

__all__ = ["credit_codes", "document_numbers", "intervals", "numerals", "periods", "quantities", "spans"]

_UNITS: Final = ("人", "名", "个", "场", "户", "元", "%", "个百分点", "人次", "件", "倍", "年", "岁", "/10万", "")
_PREFIXES: Final = ("妇字", "湘妇字", "粤妇字", "苏妇", "浙妇发", "鄂妇办", "湘妇儿工委", "国办发", "桂妇组字")
_CODE_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_BODY_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_REGISTRIES: Final = ("11", "12", "13", "51", "52", "53", "91", "N2")
_CODE_DIVISIONS: Final = ("110000", "430000", "430100", "433100", "330106", "450800", "510600", "654000")


@st.composite
def _spans(draw: st.DrawFn, first: int, last: int, shortest: int, longest: int) -> Span:
    start = draw(st.integers(first, last - shortest))
    return Span(start=start, end=draw(st.integers(start + shortest, min(last, start + longest))))


def spans(
    *, min_start: int = 0, max_end: int = 100_000, min_size: int = 1, max_size: int | None = None
) -> SearchStrategy[Span]:
    """Draw spans (起止位置).

    Args:
        min_start: The least start.
        max_end: The greatest end.
        min_size: The fewest code points, at least 1.
        max_size: The most, or None for as many as fit.

    Returns:
        A strategy for spans within the bounds.

    Raises:
        InvalidArgument: A bound is no int, is out of range, or no span fits.

    Example:
        >>> from hypothesis import find
        >>> find(spans(max_end=5, min_size=5), lambda span: True)
        Span(start=0, end=5)
    """
    check_whole("min_start", min_start, 0)
    check_whole("min_size", min_size, 1)
    check_whole("max_end", max_end, 1)
    longest = max_end - min_start
    if max_size is not None:
        check_whole("max_size", max_size, 1)
        check_bounds("min_size", min_size, "max_size", max_size)
        longest = min(longest, max_size)
    if min_start + min_size > max_end:
        raise InvalidArgument(f"no span of {min_size} fits from min_start={min_start} to max_end={max_end}")
    return _spans(min_start, max_end, min_size, longest)


@st.composite
def _periods(draw: st.DrawFn, first: date, last: date) -> Period:
    one = draw(st.dates(first, last))
    shape = draw(one_of(("year", "month", "day", "half", "quarter", "years", "months", "days")))
    year, month = one.year, one.month
    match shape:
        case "year":
            drawn = Period.year(year)
        case "month":
            drawn = Period.month(year, month)
        case "half":
            drawn = Period.half(year, 1 if month < 7 else 2)
        case "quarter":
            drawn = Period.quarter(year, (month + 2) // 3)
        case "years":
            drawn = Period.years(year, min(year + draw(st.integers(1, 10)), 9999))
        case "months":
            later = draw(st.dates(one, last))
            drawn = Period(first=one.replace(day=1), last=Period.month(later.year, later.month).last)
        case _:
            drawn = Period.day(one)
    # A period of the calendar may stick out of the bounds; the days between them are one too.
    if shape == "days" or drawn.first < first or drawn.last > last:
        drawn = Period(first=one, last=draw(st.dates(one, last)))
    return drawn


def periods(*, min_day: date = date(1949, 10, 1), max_day: date = date(2100, 12, 31)) -> SearchStrategy[Period]:
    """Draw periods of every printed form (时期): years, halves, quarters, months, days, and stretches of them.

    Args:
        min_day: The earliest first day.
        max_day: The latest last day.

    Returns:
        A strategy for periods within the bounds.

    Raises:
        InvalidArgument: A bound is no date, or they are out of order.

    Example:
        >>> from hypothesis import find
        >>> print(find(periods(min_day=date(2014, 1, 1), max_day=date(2014, 12, 31)), lambda p: "Q3" in str(p)))
        2014-Q3
    """
    check_day("min_day", min_day)
    check_day("max_day", max_day)
    check_bounds("min_day", min_day, "max_day", max_day)
    return _made_periods(min_day, max_day)


@cache
def _made_periods(first: date, last: date) -> SearchStrategy[Period]:
    return _periods(first, last)


@cache
def _decimals(low: Decimal, high: Decimal, *, nasty: bool) -> SearchStrategy[Decimal]:
    plain = st.decimals(low, high, places=2, allow_nan=False, allow_infinity=False)
    whole = st.integers(int(low.to_integral_value("ROUND_CEILING")), int(high.to_integral_value("ROUND_FLOOR")))
    choices = [plain.map(_trimmed)]
    if low.to_integral_value("ROUND_CEILING") <= high.to_integral_value("ROUND_FLOOR"):
        choices.insert(0, whole.map(Decimal))
    if nasty:
        odd = [Decimal(text) for text in ("1E+30", "-1E+30", "1E-30", "0E-5", "-0", "1.10", "12345678901234567890.5")]
        odd = [value for value in odd if low <= value <= high]
        if odd:
            choices.append(st.sampled_from(odd))
    return st.one_of(choices)


def _trimmed(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


@st.composite
def _quantities(
    draw: st.DrawFn,
    numbers: SearchStrategy[Decimal],
    units: tuple[str, ...],
    qualifiers: tuple[Qualifier, ...],
    ranges: bool,  # noqa: FBT001 - private
) -> Quantity:
    value, unit, qualifier = draw(numbers), draw(one_of(units)), draw(one_of(qualifiers))
    high = None
    if ranges and draw(st.integers(0, 4)) == 4:
        value, high = sorted((value, draw(numbers)))
    if draw(st.booleans()):
        return Quantity(value=value, high=high, unit=unit, qualifier=qualifier)
    more = "余" if qualifier is Qualifier.OVER and high is None else ""
    upper = "" if high is None else f"-{high:f}"
    return Quantity(value=value, high=high, unit=unit, qualifier=qualifier, text=f"{value:f}{upper}{more}{unit}")


def quantities(
    *,
    min_value: int | Decimal = 0,
    max_value: int | Decimal = 10**9,
    units: tuple[str, ...] | None = None,
    qualifiers: tuple[Qualifier, ...] | None = None,
    allow_ranges: bool = True,
    nasty: bool = False,
) -> SearchStrategy[Quantity]:
    """Draw quantities (数量), with and without their printed text; a text says what the fields say.

    Args:
        min_value: The least number, of either end of a range.
        max_value: The greatest number.
        units: The units to choose from; None for those of the trade.
        qualifiers: The qualifiers to choose from; None for all.
        allow_ranges: Whether a quantity may have an upper end.
        nasty: Whether to draw also numbers that break naive code, where they fit the bounds: 1E+30, 0E-5, -0, and more
            digits than a binary float has.

    Returns:
        A strategy for quantities within the bounds.

    Raises:
        InvalidArgument: A bound is a float or not finite, the bounds are out of order, or there is nothing to choose.

    Example:
        >>> from hypothesis import find
        >>> find(quantities(min_value=13, units=("家",)), lambda one: one.high is not None).unit
        '家'
    """
    low, high = number("min_value", min_value), number("max_value", max_value)
    check_bounds("min_value", low, "max_value", high)
    check_flag("allow_ranges", allow_ranges)
    check_flag("nasty", nasty)
    check_type("units", units, tuple)
    check_type("qualifiers", qualifiers, tuple)
    if units == () or qualifiers == ():
        raise InvalidArgument("units and qualifiers must not be empty")
    for unit in units or ():
        check_type("units", unit, str)
    for qualifier in qualifiers or ():
        check_type("qualifiers", qualifier, Qualifier)
    numbers = _decimals(low, high, nasty=nasty)
    return _quantities(numbers, units or _UNITS, qualifiers or tuple(Qualifier), allow_ranges)


def intervals(*, min_value: int | Decimal = -(10**9), max_value: int | Decimal = 10**9) -> SearchStrategy[Interval]:
    """Draw closed intervals, either end of which may be open to infinity (区间).

    Args:
        min_value: The least end.
        max_value: The greatest end.

    Returns:
        A strategy for intervals within the bounds.

    Raises:
        InvalidArgument: A bound is a float or not finite, or they are out of order.

    Example:
        >>> from hypothesis import find
        >>> find(intervals(), lambda interval: interval.low is None)
        Interval(low=None, high=None)
    """
    low, high = number("min_value", min_value), number("max_value", max_value)
    check_bounds("min_value", low, "max_value", high)
    ends = _decimals(low, high, nasty=False)
    closed = st.tuples(ends, ends).map(sorted).map(lambda pair: Interval(low=pair[0], high=pair[1]))
    return st.one_of(
        st.just(Interval(low=None, high=None)),
        ends.map(lambda end: Interval(low=end, high=None)),
        ends.map(lambda end: Interval(low=None, high=end)),
        closed,
    )


def _numeral_texts(low: int, high: int) -> SearchStrategy[str]:
    whole = st.integers(low, high)
    forms = [whole.map(str), whole.map("{:,}".format), whole.map(format_numeral)]
    if high >= 100_000:
        myriads = st.integers(max(1, -(-low // 10_000)), high // 10_000)
        forms += [myriads.map("{}万".format), myriads.map("{}余万".format)]
    return st.one_of(forms)


def numerals(*, min_value: int = 0, max_value: int = 10**12) -> SearchStrategy[Numeral]:
    """Draw numerals as documents print them, Arabic and Chinese (数字).

    Args:
        min_value: The least number.
        max_value: The greatest number, below 10 to the 16th.

    Returns:
        A strategy for numerals, each as :func:`fulian.values.parse_numeral` reads its text.

    Raises:
        InvalidArgument: A bound is no int, is out of range, or they are out of order.

    Example:
        >>> from hypothesis import find
        >>> find(numerals(min_value=100, max_value=100), lambda numeral: "百" in numeral.text).text
        '一百'
    """
    check_whole("min_value", min_value, 0, 10**16 - 1)
    check_whole("max_value", max_value, 0, 10**16 - 1)
    check_bounds("min_value", min_value, "max_value", max_value)
    return _numeral_texts(min_value, max_value).map(parse_numeral)


def document_numbers(*, min_year: int = 1949, max_year: int = 2099) -> SearchStrategy[DocumentNumber]:
    """Draw numbers of official documents (发文字号), with and without their printed text.

    Args:
        min_year: The earliest year, from 1900.
        max_year: The latest year, to 2099.

    Returns:
        A strategy for document numbers.

    Raises:
        InvalidArgument: A bound is no int, is out of range, or they are out of order.

    Example:
        >>> from hypothesis import find
        >>> find(document_numbers(min_year=2014, max_year=2014), lambda number: number.prefix == "湘妇字").year
        2014
    """
    check_whole("min_year", min_year, 1900, 2099)
    check_whole("max_year", max_year, 1900, 2099)
    check_bounds("min_year", min_year, "max_year", max_year)
    return _made_numbers(min_year, max_year)


@cache
def _made_numbers(low: int, high: int) -> SearchStrategy[DocumentNumber]:
    plain = st.builds(
        DocumentNumber,
        prefix=st.sampled_from(_PREFIXES),
        year=st.integers(low, high),
        serial=st.integers(1, 300),
    )
    return st.one_of(plain, plain.map(_as_printed))


def _as_printed(plain: DocumentNumber) -> DocumentNumber:
    return DocumentNumber(prefix=plain.prefix, year=plain.year, serial=plain.serial, text=str(plain))


@st.composite
def _credit_codes(draw: st.DrawFn) -> CreditCode:
    body = "".join(draw(st.lists(st.sampled_from(_CODE_ALPHABET), min_size=8, max_size=8)))
    code = draw(st.sampled_from(_REGISTRIES)) + draw(st.sampled_from(_CODE_DIVISIONS)) + body + _body_check(body)
    return CreditCode(code=code + _code_check(code))


def _body_check(body: str) -> str:
    """The check character of an organization code, GB 11714: weights over digits, A as 10 to Z as 35, modulo 11."""
    rest = sum(int(char, 36) * weight for char, weight in zip(body, _BODY_WEIGHTS, strict=True)) % 11
    return "0" if rest == 0 else "X" if rest == 1 else str(11 - rest)


def _code_check(code: str) -> str:
    """The check character of a credit code, GB 32100-2015: powers of three modulo 31."""
    total = sum(_CODE_ALPHABET.index(char) * pow(3, place, 31) for place, char in enumerate(code))
    return _CODE_ALPHABET[(31 - total % 31) % 31]


_CREDIT_CODES: Final = _credit_codes()


def credit_codes() -> SearchStrategy[CreditCode]:
    """Draw unified social credit codes with right check characters (统一社会信用代码), none of a real body on purpose.

    Returns:
        A strategy for credit codes.

    Example:
        >>> from hypothesis import find
        >>> len(str(find(credit_codes(), lambda code: code.code[0] == "N")))
        18
    """
    return _CREDIT_CODES
