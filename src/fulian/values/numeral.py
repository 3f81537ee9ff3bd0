"""Numbers as Chinese documents print them: the numeral's text, and what it says."""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext
from functools import lru_cache

import attrs
from attrs.validators import in_, instance_of, optional

from fulian.errors import ParseError
from fulian.values.validation import exact_number

__all__ = ["Numeral", "format_numeral", "parse_numeral"]

_DIGITS = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    **{char: value for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "○": 0,
    "两": 2,
    "俩": 2,
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TWENTIES = {"廿": 20, "卅": 30}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
# 一百二 is 120, 两万五 is 25000: a digit behind a unit counts in the next place; 十二 is just 12.
_NEXT_PLACE = {unit: Decimal(weight) / 10 for unit, weight in {**_SMALL, **_LARGE}.items() if weight > 10}
_HEDGES = {"余": "over", "多": "over", "来": "about"}
_SOME = frozenset("几数")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_SPACES = frozenset(" \u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n")
# Groups of three by comma or space, single digits that a typesetter spaced out, or a plain run.
_ARABIC = re.compile(
    r"(?P<whole>[0-9]{1,3}(?P<gap>[,\s])[0-9]{3}(?:(?P=gap)[0-9]{3})*+(?![0-9])|[0-9](?:\s[0-9])++|[0-9]++)"
    r"(?P<decimals>\.[0-9]++|\s\.\s[0-9](?:\s[0-9])*+(?![0-9]))?"
)
# Two digits that name no number but "some": 三五个 is three to five, 三两天 two or three (neighbours need no table).
_PAIRS = {(3, 5): (3, 5), (3, 2): (2, 3)}
# A numeral longer than this is a mistake or an attack: the largest sum in print has some twenty digits.
_LONGEST = 40
# Sums must come out exact, here and wherever a Decimal meets Python's usual context of 28 digits.
_EXACT = Context(prec=28, traps=[Inexact, InvalidOperation])


@attrs.frozen(kw_only=True)
class Numeral:
    """A number as it was printed (数字): ``7.57万``, ``一百二十``, ``10余万``, ``三四十``.

    Attributes:
        value: The number, multipliers applied; the lower end where the words name a range.
        high: The upper end of a range the words name (``三四十`` is 30 to 40, ``数十`` 20 to 90), else None.
        step: The weight of the last printed place: 100 for ``7.57万``, 1 for ``一百二十``, ``10000`` for ``3万``.
        hedge: ``over`` where 余, 多 or a trailing 几 say that it is more; ``about`` where 几 or 数 stand for a digit
            or two digits stand for a pair, or 来 follows; else ``exact``.
        text: The characters it was read from.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: A number is not finite, the range's ends are out of order, or the step is not positive and finite.

    Source:
        GB/T 15835-2011, 4 and 5 (Arabic and Chinese numerals, 万 and 亿 after Arabic digits). The ranges of 几 and 数
        are ours: two to nine of the unit.

    Example:
        >>> numeral = parse_numeral("7.57万")
        >>> numeral.value, numeral.step
        (Decimal('75700'), Decimal('100'))
    """

    value: Decimal = attrs.field(validator=exact_number())
    high: Decimal | None = attrs.field(default=None, validator=optional(exact_number()))
    step: Decimal = attrs.field(default=Decimal(1), validator=exact_number())
    hedge: str = attrs.field(default="exact", validator=in_(("exact", "about", "over")))
    text: str = attrs.field(default="", validator=instance_of(str))

    def __attrs_post_init__(self) -> None:
        if self.high is not None and self.high < self.value:
            raise ValueError(f"'high' must not be below 'value', got {self.value} to {self.high}")
        if self.step <= 0:
            raise ValueError(f"'step' must be above zero, got {self.step}")

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=8192)
def parse_numeral(text: str) -> Numeral:
    """Read one whole numeral (解析数字), Arabic or Chinese or mixed.

    Args:
        text: The numeral and nothing else: full-width digits, thin spaces or commas between digits, 万 and 亿, 余, 多
            and 来, 半, 两, 廿 and 〇 are all welcome.

    Returns:
        The number with its range, its last printed place and its hedge.

    Raises:
        ParseError: `text` is not one numeral, is longer than forty characters, or needs more than 28 digits.

    Example:
        >>> [str(parse_numeral(text).value) for text in ("１２００", "3亿5千万", "两万五", "二〇一四", "20个亿")]
        ['1200', '350000000', '25000', '2014', '2000000000']
        >>> parse_numeral("10余万").hedge, parse_numeral("三四十").high
        ('over', Decimal('40'))
        >>> parse_numeral("一体")
        Traceback (most recent call last):
        ...
        fulian.errors.ParseError: '一体' at 1: expected a digit, a unit such as 十 or 万, 余 or 多, found '体'
    """
    if not text or len(text) > _LONGEST:
        raise ParseError(text=text, position=0, expected=f"a numeral of 1 to {_LONGEST} characters")
    if text.isascii() and text.isdigit() and len(text) <= _EXACT.prec:
        return Numeral(value=Decimal(text), text=text)
    try:
        with localcontext(_EXACT):
            return _Reader(text).read()
    except (Inexact, InvalidOperation) as error:
        raise ParseError(text=text, position=0, expected=f"a number of at most {_EXACT.prec} digits") from error


class _Reader:
    """One pass over a numeral, from left to right.

    A numeral is a sum of sections (…亿, …万, the rest); a section is a sum of digits times 千, 百, 十.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.chars = text.translate(_FULL_WIDTH)
        self.at = 0
        self.total = Decimal(0)
        self.section = Decimal(0)
        self.digit: Decimal | None = None
        self.spread = Decimal(0)  # how far the upper end lies above the value, in units of what was read last
        self.section_spread = Decimal(0)
        self.total_spread = Decimal(0)
        self.step = Decimal(1)
        self.unit = Decimal(0)  # the last 十 百 千 of this section: they must fall
        self.large = Decimal(0)  # the last 万 or 亿
        self.hedge = "exact"
        self.arabic = False
        self.digit_at = 0  # where the last digits began

    def fail(self, expected: str = "a digit, a unit such as 十 or 万, 余 or 多") -> ParseError:
        return ParseError(text=self.text, position=self.at, expected=expected)

    def read(self) -> Numeral:
        while self.at < len(self.chars):
            self.token(self.chars[self.at])
        if self.digit is not None:
            self.last_digit()
        value = self.total + self.section
        spread = self.total_spread + self.section_spread
        return Numeral(
            value=_plain(value),
            high=_plain(value + spread) if spread else None,
            step=_plain(self.step),
            hedge=self.hedge,
            text=self.text,
        )

    def token(self, char: str) -> None:
        if "0" <= char <= "9":
            self.digits()
        elif char in _DIGITS:
            self.chinese_digits()
        elif char in _SMALL:
            self.small(_SMALL[char])
        elif char == "点" and self.digit is None and self.section and not self.arabic:
            self.digit_at = self.at + 1
            self.decimals([0])  # 十点五
        elif char in _TWENTIES:
            self.twenties(_TWENTIES[char])
        elif char in _LARGE:
            self.multiply(Decimal(_LARGE[char]))
        elif char in _HEDGES:
            self.more(_HEDGES[char])
        elif char in _SOME:
            self.some()
        elif char in _FRACTIONS or char == "半":
            self.half(_FRACTIONS.get(char, Decimal("0.5")))
        elif char == "个" and self.digit is not None and self.chars[self.at + 1 : self.at + 2] in _LARGE:
            self.at += 1  # 20个亿
        elif char in _SPACES and 0 < self.at < len(self.chars) - 1:
            self.at += 1
        else:
            raise self.fail()

    def digits(self) -> None:
        match = _ARABIC.match(self.chars, self.at)
        if self.digit is not None or match is None:
            raise self.fail()
        self.digit_at, self.at = self.at, match.end()
        whole, decimals = match["whole"], "".join((match["decimals"] or "").split())
        self.digit = +Decimal("".join(whole.replace(",", "").split()) + decimals)  # + refuses too many digits
        self.step = Decimal(1).scaleb(min(1 - len(decimals), 0))
        self.arabic = True

    def chinese_digits(self) -> None:
        if self.digit is not None:
            raise self.fail()
        start = self.digit_at = self.at
        while self.at < len(self.chars) and self.chars[self.at] in _DIGITS:
            self.at += 1
        run = [_DIGITS[char] for char in self.chars[start : self.at]]
        pair = self.pair(run)
        self.step = Decimal(1)
        if self.chars[self.at : self.at + 1] == "点":
            self.decimals(run)
        elif len(run) == 1:
            self.digit = Decimal(run[0])
        elif run[0] == 0 and len(run) == 2 and (self.section or self.total):
            self.digit = Decimal(run[1])  # 一百零二
        elif pair is not None:
            self.digit = Decimal(pair[0])
            self.spread = Decimal(pair[1] - pair[0])
            self.hedge = "about"
        elif self.section or self.total or not {"两", "俩"}.isdisjoint(self.chars[start : self.at]):
            self.at = start + 1
            raise self.fail()
        else:
            self.digit = +Decimal("".join(map(str, run)))  # 二〇一四

    @staticmethod
    def pair(run: list[int]) -> tuple[int, int] | None:
        """Give the range that two digits name (三四, 三五, 三两); None where they are two places of one number."""
        if len(run) != 2 or not run[0]:
            return None
        first, second = run
        return (first, second) if second == first + 1 else _PAIRS.get((first, second))

    def decimals(self, run: list[int]) -> None:
        start = self.at + 1
        self.at = start
        while self.at < len(self.chars) and self.chars[self.at] in _DIGITS:
            self.at += 1
        places = [str(_DIGITS[char]) for char in self.chars[start : self.at]]
        if not places:
            raise self.fail("a digit after 点")
        self.digit = +Decimal("".join(map(str, run)) + "." + "".join(places))
        self.step = Decimal(1).scaleb(-len(places))

    def small(self, unit: int) -> None:
        if self.unit and unit >= self.unit:
            raise self.fail()
        if self.digit is None and self.section and unit != 10:
            raise self.fail()
        digit = Decimal(1) if self.digit is None else self.digit
        self.section += digit * unit
        self.section_spread += self.spread * unit
        self.spread = Decimal(0)
        # 5千 printed with an Arabic digit is rounded to thousands; 五千 or 一百二十 is a whole number in words.
        self.step = self.step * unit if self.arabic else Decimal(1)
        self.digit = None
        self.unit = Decimal(unit)
        self.at += 1

    def twenties(self, value: int) -> None:
        if self.digit is not None or self.section:
            raise self.fail()
        self.section = Decimal(value)
        self.unit = Decimal(10)
        self.at += 1

    def multiply(self, large: Decimal) -> None:
        if self.digit is not None:
            self.section += self.digit
            self.section_spread += self.spread
        if not self.section and self.digit is None:
            if self.total and large <= self.large:
                raise self.fail()
            if not self.total:
                self.section = Decimal(1)  # 亿元, 万名
        if self.total and large > self.large:  # 1.2万亿
            self.total = (self.total + self.section) * large
            self.total_spread = (self.total_spread + self.section_spread) * large
        elif self.total and large == self.large:
            raise self.fail()
        else:
            self.total += self.section * large
            self.total_spread += self.section_spread * large
        self.step *= large
        self.section = self.section_spread = self.spread = Decimal(0)
        self.digit = None
        self.unit = Decimal(0)
        self.large = large
        self.at += 1

    def more(self, hedge: str) -> None:
        if self.at == 0 or self.hedge == "over":
            raise self.fail("a number before 余, 多 or 来")
        self.hedge = hedge
        self.at += 1

    def some(self) -> None:
        if self.digit is not None:
            raise self.fail()
        self.at += 1
        following = self.chars[self.at : self.at + 1]
        self.step = Decimal(1)
        self.arabic = False
        if self.unit == 10 and following not in _SMALL and self.section:
            self.hedge = "over"  # 十几, 二十几
        elif following in _SMALL or following in _LARGE:
            self.digit = Decimal(2)  # 几十, 数百
            self.spread = Decimal(7)
            self.hedge = "about"
        else:
            raise self.fail("十, 百, 千, 万 or 亿 after 几 or 数")

    def half(self, fraction: Decimal) -> None:
        if self.digit is not None and self.chars[self.at] != "半":
            self.digit += fraction  # 2½
        elif self.digit is None and not self.section and not self.total:
            self.digit = fraction
        else:
            raise self.fail()
        self.step = fraction
        self.at += 1

    def last_digit(self) -> None:
        """Add what stands after the last unit: the ones, or, in 一百二, 两万五 and 1万5, the next place."""
        digit = self.digit or Decimal(0)
        before = self.chars[self.digit_at - 1 : self.digit_at]
        weight = Decimal(1)
        # Only one digit (or a pair: 一百五六), right behind the unit, at the very end: 一百零二 and 1万50 are plain.
        if 0 < digit < 10 and before in _NEXT_PLACE and self.chars[self.digit_at] not in "0零〇○" and self.is_short():
            weight = _NEXT_PLACE[before]
            self.step = weight if self.arabic else Decimal(1)
        self.section += digit * weight
        self.section_spread += self.spread * weight

    def is_short(self) -> bool:
        return self.at == len(self.chars) and self.at - self.digit_at <= (2 if self.spread else 1)


def _plain(number: Decimal) -> Decimal:
    """The same number without the zeros behind the point that a multiplier leaves: 75700.00 is 75700."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def format_numeral(value: int) -> str:
    """Print a whole number in Chinese numerals (汉字数字).

    Args:
        value: A whole number from 0 up to, not including, 10 to the 16th.

    Returns:
        The numeral in the everyday form: 十二, 一百零二, 三亿五千万.

    Raises:
        TypeError: `value` is not an int.
        ValueError: `value` is out of range.

    Source:
        GB/T 15835-2011, 5.2: 零 inside amounts. The everyday form writes 十 for 一十 at the head.

    Example:
        >>> [format_numeral(n) for n in (0, 12, 102, 2014, 350_000_000)]
        ['零', '十二', '一百零二', '二千零一十四', '三亿五千万']
    """
    if type(value) is not int:
        raise TypeError(f"a whole number can be printed, got {value!r}")
    if not 0 <= value < 10**16:
        raise ValueError(f"a numeral can be printed from 0 to 10**16 - 1, got {value}")
    if value == 0:
        return "零"
    printed = ""
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part, value = divmod(value, unit)
        if part >= 10**4:
            printed += format_numeral(part) + name
        elif part:
            gap = "零" if printed and part < 1000 else ""
            printed += gap + _section(part) + name
        elif printed and value:
            printed = printed.removesuffix("零") + "零"
    printed = printed.replace("零零", "零")
    return printed[1:] if printed.startswith("一十") else printed


def _section(part: int) -> str:
    printed = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, part = divmod(part, unit)
        if digit:
            printed += "零一二三四五六七八九"[digit] + name
        elif printed and part and not printed.endswith("零"):
            printed += "零"
    return printed
