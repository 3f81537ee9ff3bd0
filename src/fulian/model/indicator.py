"""An entry of the catalogue of what is counted."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of, matches_re, optional

from fulian.values.term import Term
from fulian.values.validation import filled, tuple_of, whole_number

__all__ = ["Direction", "Indicator", "IndicatorKind"]


class IndicatorKind(Term):
    """How an indicator's values may be added up (指标类型).

    Example:
        >>> IndicatorKind.STOCK.zh
        '存量'
    """

    RATE = "rate", "比率"
    FLOW = "flow", "流量"
    STOCK = "stock", "存量"


class Direction(Term):
    """Which way is better (指标方向).

    Example:
        >>> Direction.LOWER.zh
        '越低越好'
    """

    HIGHER = "higher", "越高越好"
    LOWER = "lower", "越低越好"
    BALANCE = "balance", "接近均衡为好"
    NEUTRAL = "neutral", "无方向"


@attrs.frozen(kw_only=True)
class Indicator:
    """What is counted (指标): an entry of the catalogue, or a user's own.

    Attributes:
        code: Capitals, digits and underscores, beginning with a letter: ``HEA_MMR``.
        name: The Chinese name.
        name_en: The English name, or None.
        domain: The domain of the outlines or of the federations' own work, in Chinese.
        kind: Rates are never added; flows add over areas and periods; stocks over areas only.
        unit: The canonical unit.
        usual_units: Units that documents print for it, in order; may be empty.
        direction: Which way is better.
        numerator: What is counted above the line of a rate, or None.
        denominator: What is counted below it, or None.
        multiplier: What the ratio is multiplied by: 100 for a percentage; None for what is no rate.
        aliases: Other names in documents, in order; may be empty.
        targets: Pairs of a year and the outlines' target for it, as ``"2030 <=12"``; may be empty.
        basis: The outlines or statistics it stands in (WP20, CP30, NBS, ACWF …); may be empty.
        evidence: How sure the entry is: ``seen`` in a public text, ``known`` or ``local``; None where unsaid.
        note: A remark, or None.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The code is not of the form above, or a name is blank.

    Example:
        >>> Indicator(
        ...     code="HEA_MMR", name="孕产妇死亡率", domain="健康", kind=IndicatorKind.RATE, unit="/10万",
        ...     direction=Direction.LOWER,
        ... ).name
        '孕产妇死亡率'
    """

    code: str = attrs.field(validator=matches_re("[A-Z][A-Z0-9_]*"))
    name: str = attrs.field(validator=filled())
    name_en: str | None = attrs.field(default=None, validator=optional(filled()))
    domain: str = attrs.field(validator=filled())
    kind: IndicatorKind = attrs.field(validator=instance_of(IndicatorKind))
    unit: str = attrs.field(validator=instance_of(str))
    usual_units: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    direction: Direction = attrs.field(validator=instance_of(Direction))
    numerator: str | None = attrs.field(default=None, validator=optional(filled()))
    denominator: str | None = attrs.field(default=None, validator=optional(filled()))
    multiplier: int | None = attrs.field(default=None, validator=optional(whole_number(1)))
    aliases: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    targets: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    basis: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    evidence: str | None = attrs.field(default=None, validator=optional(filled()))
    note: str | None = attrs.field(default=None, validator=optional(filled()))
