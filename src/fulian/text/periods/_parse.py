"""One whole expression of time to a period, and a period to its expression."""

from __future__ import annotations

import re
from datetime import date, timedelta

from fulian.errors import ParseError
from fulian.text.periods._grammar import TO, year_of
from fulian.text.periods._mention import PeriodMention
from fulian.text.periods._scan import scan
from fulian.values.numeral import parse_numeral
from fulian.values.period import Period

_HALF_WIDTH = str.maketrans("０１２３４５６７８９．／－～（）", "0123456789./-~()")
_EXPECTED = "a time such as 2014年2月12日, 2014年上半年, “十三五”时期, 2018—2020年, 1—6月 or 截至2009年底"
# Forms too bare to be looked for in running text, but clear where they are all there is.
_YEARS = re.compile(f"(?P<first>[0-9]{{4}}|[一二][〇○零OoＯ0-9一二三四五六七八九]{{3}})(?:{TO}(?P<last>[0-9]{{4}}))?")
_MONTH = re.compile(r"(?P<year>[0-9]{4})[-./](?P<month>1[0-2]|0?[1-9])")
_PLAN = re.compile('[“"]?(?P<number>[一二三四五六七八九十])五[”"]?(?:计划)?(?:期间|时期)?')


def parse_period(text: str, *, year: int | None = None) -> Period:
    """Read one whole expression of time (解析时期).

    Args:
        text: The expression and nothing else: Arabic or Chinese digits of any width, any dash, spaces anywhere, also
            the printed forms of a period such as ``2014-S1``.
        year: The calendar year that 今年, 上半年, 5月 or 近五年 are counted from.

    Returns:
        The period: 近五年 ends with `year` and has five calendar years, 四年来 begins four years before `year`,
        2006年以来 ends with `year`, 年底 and 年初 stand for the year, 下旬 for the month.

    Raises:
        ParseError: `text` is no expression of time, has something behind it, hangs on a year that was not given, does
            not say how long (近年来), or names a day that does not exist.

    Source:
        GB/T 9704-2012, 7.3.5.4, and GB/T 15835-2011, 4 and 5, for dates; what 近五年, 年底 and 以来 mean is our choice.

    Example:
        >>> [str(parse_period(text)) for text in ("二〇一四年二月十二日", "“十三五”时期", "截至2009年底")]
        ['2014-02-12', '2016/2020', '2009']
        >>> str(parse_period("上半年", year=2014))
        '2014-S1'
        >>> parse_period("上半年")
        Traceback (most recent call last):
        ...
        fulian.errors.ParseError: '上半年' at 0: expected a year in the text or in the argument 'year', found '上半年'
    """
    places = [place for place, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[place] for place in places).translate(_HALF_WIDTH)
    period = _printed(bare)
    if period is not None:
        return period
    mention = next(iter(scan(bare, any_year=True)), None)
    if mention is None or bare[: mention.start] not in ("", "自", "从", "在"):
        raise ParseError(text=text, position=0, expected=_EXPECTED)
    if mention.end < len(bare):
        raise ParseError(text=text, position=places[mention.end], expected="nothing behind the time")
    period = mention.resolve(year)
    if period is None:
        raise ParseError(text=text, position=0, expected=_missing(mention, year))
    return period


def _missing(mention: PeriodMention, year: int | None) -> str:
    """Say what a mention lacks that could not be resolved."""
    if not mention.tells:
        return "a time that says how long"
    if year is None and any(mention.resolve(some_year) for some_year in (2000, 9999)):
        return "a year in the text or in the argument 'year'"
    return "a time that exists and does not end before it begins"


def _printed(bare: str) -> Period | None:
    """Read the forms that no running text has to be searched for; None where `bare` is none of them."""
    try:
        return Period.parse(bare)
    except ParseError:
        pass
    try:
        if match := _YEARS.fullmatch(bare):
            first = year_of(match["first"])
            return Period.years(first, int(match["last"] or first))
        if match := _MONTH.fullmatch(bare):
            return Period.month(int(match["year"]), int(match["month"]))
        if match := _PLAN.fullmatch(bare):
            return Period.five_year_plan(int(parse_numeral(match["number"]).value))
    except ValueError:  # year 0, or years out of order
        return None
    return None


def format_period(period: Period) -> str:
    """Print a period in Chinese (时期的汉语写法); ``parse_period`` gives it back.

    Args:
        period: Any period.

    Returns:
        The shortest usual form: ``2016年``, ``2014年上半年``, ``2014年第三季度``, ``2009年12月``, ``2014年1—5月``,
        ``2016—2020年``, ``2014年1月20—24日``. Years have four digits.

    Source:
        GB/T 9704-2012, 7.3.5.4: Arabic digits, the year in full, no leading zeros in month and day.

    Example:
        >>> print(format_period(Period.half(2014, 1)), format_period(Period.years(2016, 2020)))
        2014年上半年 2016—2020年
    """
    first, last = period.first, period.last
    whole_months = first.day == 1 and (last == date.max or (last + timedelta(days=1)).day == 1)
    if not whole_months:
        return _format_days(first, last)
    year, months = f"{first.year:04d}", (last.year - first.year) * 12 + last.month - first.month + 1
    if first.month == 1 and months % 12 == 0:
        return f"{year}年" if months == 12 else f"{year}—{last.year:04d}年"
    if first.year != last.year:
        return f"{year}年{first.month}月—{last.year:04d}年{last.month}月"
    if months == 6 and first.month in (1, 7):
        return f"{year}年{'上' if first.month == 1 else '下'}半年"
    if months == 3 and first.month % 3 == 1:
        return f"{year}年第{'一二三四'[first.month // 3]}季度"
    return f"{year}年{first.month}月" if months == 1 else f"{year}年{first.month}—{last.month}月"


def _format_days(first: date, last: date) -> str:
    printed = f"{first.year:04d}年{first.month}月{first.day}日"
    if first == last:
        return printed
    if first.year != last.year:
        return f"{printed}—{last.year:04d}年{last.month}月{last.day}日"
    if first.month != last.month:
        return f"{printed}—{last.month}月{last.day}日"
    return f"{printed.removesuffix('日')}—{last.day}日"
