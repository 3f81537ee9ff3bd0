"""What a printed number may stand for: a closed interval of Decimals."""

from __future__ import annotations

from decimal import Decimal

import attrs
from attrs.validators import optional

from fulian.values.validation import exact_number

__all__ = ["Interval"]


@attrs.frozen(kw_only=True)
class Interval:
    """A closed interval of numbers (区间); an end that is None is open to infinity.

    Attributes:
        low: The lower end, included, or None.
        high: The upper end, included, or None.

    Raises:
        TypeError: An end is neither a Decimal nor None.
        ValueError: The ends are in the wrong order, or an end is not finite.

    Example:
        >>> Interval(low=Decimal(3), high=None).meets(Interval(low=Decimal(1), high=Decimal(3)))
        True
    """

    low: Decimal | None = attrs.field(validator=optional(exact_number()))
    high: Decimal | None = attrs.field(validator=optional(exact_number()))

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError(f"an interval's ends must be in order, got {self.low} to {self.high}")

    def __contains__(self, number: object) -> bool:
        if not isinstance(number, Decimal | int) or (isinstance(number, Decimal) and number.is_nan()):
            return False
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)

    def meets(self, other: Interval) -> bool:
        """Tell whether some number lies in both intervals.

        Args:
            other: The other interval, in the same unit.

        Returns:
            True where they share at least one number.

        Example:
            >>> one_to_two = Interval(low=Decimal(1), high=Decimal(2))
            >>> one_to_two.meets(Interval(low=Decimal("2.5"), high=None))
            False
        """
        below = self.high is not None and other.low is not None and self.high < other.low
        above = self.low is not None and other.high is not None and other.high < self.low
        return not (below or above)
