"""Numbers as a chart prints them: in one unit large enough, with the hedge that the document gave."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

import attrs

from fulian.text.wrapping import one_line
from fulian.values.quantity import Qualifier, Quantity, QuantityKind
from fulian.writing._speech import Speech

__all__ = ["Scale", "Value", "plain"]

# Signs where there is little room; in Chinese the words of `Speech.hedge`.
_SIGNS = {Qualifier.ABOUT: "~", Qualifier.OVER: "≥", Qualifier.UNDER: "≤"}
_ENGLISH_UNITS = {
    "元": "yuan",
    "人": "people",
    "人次": "person-times",
    "场": "events",
    "次": "times",
    "户": "households",
    "件": "cases",
    "期": "courses",
    "个百分点": "percentage points",
}


@attrs.frozen
class Value:
    """A number to be drawn: where it stands on the axis, how sure it is, and what is printed for it."""

    low: float
    high: float
    qualifier: Qualifier
    text: str
    mark: int

    @property
    def is_range(self) -> bool:
        """Whether it is a span between two numbers."""
        return self.high > self.low


@attrs.frozen
class Scale:
    """What the numbers of a chart are counted in: ``亿元`` with a divisor of a hundred million."""

    unit: str
    divisor: Decimal
    say: Speech

    @classmethod
    def of(cls, quantities: Iterable[Quantity], unit: str, say: Speech) -> Scale:
        """Choose the largest unit in which the largest number is at least one, or two where ten thousands are counted.

        Args:
            quantities: What is to be shown; of one unit.
            unit: The unit, as documents print it.
            say: The language.
        """
        most = max((abs(one.high if one.high is not None else one.value) for one in quantities), default=Decimal(0))
        steps = {"zh": ((10**8, "亿"), (20_000, "万")), "en": ((10**9, "billion"), (10**6, "million"))}[say.language]
        shown = one_line(say(_ENGLISH_UNITS.get(unit, unit), unit))
        if Quantity(value=Decimal(0), unit=unit).kind in (QuantityKind.COUNT, QuantityKind.MONEY):
            for least, word in steps:
                if most >= least:
                    divisor = Decimal(10_000 if least == 20_000 else least)
                    return cls(say(f"{word} {shown}", f"{word}{shown}").strip(), divisor, say)
        return cls(shown, Decimal(1), say)

    def number(self, value: Decimal) -> str:
        """Print a number in the unit, without the unit; three places behind the point at most."""
        return plain(value / self.divisor)

    def text(self, quantity: Quantity) -> str:
        """Print a quantity in the unit, with its hedge: 约3.5, 1.73–1.76."""
        number = self.number(quantity.value)
        if quantity.high is not None:
            number += f"–{self.number(quantity.high)}"
        return f"{hedge(quantity.qualifier, self.say)}{number}"

    def with_unit(self, number: str) -> str:
        """Put the unit behind a number: 6.23亿元, 623 million yuan, 98%."""
        close = not self.unit or self.unit[0] in "%‰/"
        return f"{number}{'' if close else self.say(' ', '')}{self.unit}"

    def value(self, quantity: Quantity, mark: int) -> Value:
        """Make a number to be drawn."""
        high = quantity.value if quantity.high is None else quantity.high
        return Value(
            low=float(quantity.value / self.divisor),
            high=float(high / self.divisor),
            qualifier=quantity.qualifier,
            text=self.text(quantity),
            mark=mark,
        )


def hedge(qualifier: Qualifier, say: Speech) -> str:
    """Print how sure the document was of a number; nothing where it was exact."""
    return say(_SIGNS.get(qualifier, ""), say.hedge(qualifier))


def plain(value: Decimal) -> str:
    """Print a number with commas between thousands, three places at most, and no zeros behind that say nothing."""
    if value.as_tuple().exponent < -3 and abs(value) >= Decimal("0.001"):  # type: ignore[operator]
        value = value.quantize(Decimal("0.001"), ROUND_HALF_UP)
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
