"""A number with its unit and its hedge: how many or how much."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs
from attrs.validators import instance_of, optional

from fulian.errors import ParseError
from fulian.values.interval import Interval
from fulian.values.numeral import parse_numeral
from fulian.values.term import Term
from fulian.values.validation import exact_number

__all__ = ["Qualifier", "Quantity", "QuantityKind"]


class Qualifier(Term):
    """How sure the document was of a number (限定).

    Example:
        >>> Qualifier("under").zh
        '近、不足、以下'
    """

    EXACT = "exact", "确数"
    ABOUT = "about", "约、左右"
    OVER = "over", "余、多、以上"
    UNDER = "under", "近、不足、以下"


class QuantityKind(Term):
    """What a unit measures (量的类别).

    Example:
        >>> QuantityKind.POINTS.zh
        '百分点'
    """

    COUNT = "count", "计数"
    MONEY = "money", "金额"
    SHARE = "share", "比率"
    POINTS = "points", "百分点"
    MULTIPLE = "multiple", "倍数"
    DURATION = "duration", "时长"
    AGE = "age", "年龄"

    @classmethod
    def of(cls, unit: str) -> QuantityKind:
        """Tell what a unit measures (单位的量类).

        Args:
            unit: The unit as written, without a multiplier; may be empty.

        Returns:
            Its kind; a count where the unit is a measure word, or none.

        Example:
            >>> QuantityKind.of("/万").value, QuantityKind.of("元").value, QuantityKind.of("名").value
            ('share', 'money', 'count')
        """
        return cls.SHARE if unit.startswith("/") else _KINDS.get(unit, cls.COUNT)


_KINDS = {
    **dict.fromkeys(("元", "美元", "港元", "欧元", "元钱", "块钱", "角", "分钱"), QuantityKind.MONEY),
    **dict.fromkeys(("%", "‰", "成", "折"), QuantityKind.SHARE),
    **dict.fromkeys(("个百分点", "百分点", "个千分点", "千分点", "个万分点", "个十万分点"), QuantityKind.POINTS),
    **dict.fromkeys(("倍", "番"), QuantityKind.MULTIPLE),
    **dict.fromkeys(
        ("年", "个月", "月", "周", "天", "日", "小时", "个小时", "学时", "课时", "分钟", "年半", "个工作日", "工作日"),
        QuantityKind.DURATION,
    ),
    **dict.fromkeys(("岁", "周岁"), QuantityKind.AGE),
}
_MULTIPLIERS = frozenset(Decimal(10) ** places for places in (1, 2, 3, 4, 5, 6, 7, 8))
_NUMERAL = re.compile(
    r"(?:[0-9０-９.．,， 　\u2009\u202f零〇○一二三四五六七八九十百千万亿两廿卅半几数余多来½¼¾]|个(?=[万亿]))+"
)


@attrs.frozen(kw_only=True, weakref_slot=False)
class Quantity:
    """How many or how much (数量): a number, its unit and how sure the document was.

    Attributes:
        value: The number, multipliers applied: ``7.57万个`` is 75700. A percentage stays in percent. The lower end of a
            range.
        high: The upper end of a range (``13-15家``), else None.
        unit: The unit or measure word as written, without the multiplier: ``元`` for 万元, ``%``, ``/万``, ``人次``.
            Empty where the document prints none and none could be told.
        qualifier: Whether the number is exact, about, over or under.
        text: The characters it was read from; empty where a program made it.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The range's ends are out of order, or a number is not finite or prints more than 1000 characters.

    Source:
        GB/T 15835-2011 for numerals and ranges; the four qualifiers are ours.

    Example:
        >>> jobs = Quantity(value=Decimal(75700), unit="个", text="7.57万个")
        >>> jobs.kind.value, jobs.interval.low, jobs.interval.high
        ('count', Decimal('75650'), Decimal('75750'))
        >>> print(jobs, Quantity(value=Decimal(13), high=Decimal(15), unit="家"))
        7.57万个 13-15家
    """

    value: Decimal = attrs.field(validator=exact_number())
    high: Decimal | None = attrs.field(default=None, validator=optional(exact_number()))
    unit: str = attrs.field(validator=instance_of(str))
    qualifier: Qualifier = attrs.field(default=Qualifier.EXACT, validator=instance_of(Qualifier))
    text: str = attrs.field(default="", validator=instance_of(str))

    def __attrs_post_init__(self) -> None:
        if self.high is not None and self.high < self.value:
            raise ValueError(f"'high' must not be below 'value', got {self.value} to {self.high}")

    def __str__(self) -> str:
        if self.text:
            return self.text
        high = "" if self.high is None else f"-{self.high:f}"
        return f"{self.value:f}{high}{self.unit}"

    @property
    def kind(self) -> QuantityKind:
        """What the unit measures; a count where the unit is a measure word."""
        return QuantityKind.of(self.unit)

    @property
    def interval(self) -> Interval:
        """The numbers that the print allows: half a unit in the last printed place, and the hedge's open side.

        A whole count without a multiplier (``1340名``) allows only itself. ``300多万`` allows 300 to 400 万: 多 stands
        for the places after the last printed one. ``about`` allows one unit of the last non-zero place to both sides.
        """
        place = self._place()
        counted = place == 1 and self.kind in (QuantityKind.COUNT, QuantityKind.AGE, QuantityKind.DURATION)
        slack = Decimal(0) if counted else place / 2
        low, high = self.value - slack, (self.value if self.high is None else self.high) + slack
        match self.qualifier:
            case Qualifier.OVER:
                inside = bool(re.search("[余多几]", self.text))
                return Interval(low=self.value, high=high - slack + _last_place(self.value) if inside else None)
            case Qualifier.UNDER:
                return Interval(low=None, high=high)
            case Qualifier.ABOUT:
                around = _last_place(self.value)
                return Interval(low=low - around, high=high + around)
            case _:
                return Interval(low=low, high=high)

    def _place(self) -> Decimal:
        """The weight of the last printed place; of the value's own last place where nothing was printed."""
        printed = _NUMERAL.match(self.text)
        if printed:
            try:
                numeral = parse_numeral(printed.group().strip())
                # 320 under 万元: the multiplier stands in a table's head, and the printed places are of it.
                scale = abs(self.value) / numeral.value if numeral.value else Decimal(1)
                return numeral.step * scale if scale in _MULTIPLIERS else numeral.step
            except ParseError:
                pass
        exponent = self.value.as_tuple().exponent
        return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)


def _last_place(value: Decimal) -> Decimal:
    """The weight of the last digit that is not zero: 100 for 300 and 0.1 for 2.5; 1 for zero."""
    if not value:
        return Decimal(1)
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
