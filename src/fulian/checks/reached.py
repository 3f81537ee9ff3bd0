"""Whether what was done reaches a target: the target as it is stated, what was done as it is printed."""

from __future__ import annotations

import re
from fractions import Fraction

from fulian.checks.arithmetic.ranges import Range, printed_range, printed_step
from fulian.model.indicator import Direction
from fulian.model.observation import Observation
from fulian.reference.indicators import indicators
from fulian.values.quantity import Qualifier, Quantity

__all__ = ["is_ceiling", "reached", "stated_range"]

# 近1000人 comes near a number from below, as a target does that is to be reached; 1000元以内 must not go above it.
_NEAR = re.compile("(?:将近|接近|逼近|近)$")
_LOOSE = (Qualifier.ABOUT, Qualifier.UNDER)


def is_ceiling(target: Observation, words_before: str = "") -> bool:
    r"""Tell whether a target is not to be exceeded (是否为上限目标).

    Such are 以内 and 不超过, and what is the better the lower it is.

    Args:
        target: The target.
        words_before: The words before it in its clause, by which 近1000人 is told from 1000人以内.

    Returns:
        False for a target that is to be reached.

    Example:
        >>> import fulian
        >>> text = "县妇联2020年工作要点\\n2020年，县妇联将把每场讲座的费用控制在800元以内。"
        >>> [is_ceiling(one) for one in fulian.read_text(text).observations]
        [True]
    """
    if target.quantity.qualifier is Qualifier.UNDER:
        return not _NEAR.search(words_before)
    known = indicators().get(target.indicator or "")
    return known is not None and known.direction is Direction.LOWER and target.quantity.qualifier is not Qualifier.OVER


def stated_range(target: Quantity) -> Range:
    """Give what a target states (目标范围): just its number, whatever it is rounded to; of a hedged one all it allows.

    Args:
        target: What is to be done.

    Returns:
        The range.

    Example:
        >>> from decimal import Decimal
        >>> stated_range(Quantity(value=Decimal(10_000), unit="人次", text="1万人次"))
        Range(low=Fraction(10000, 1), high=Fraction(10000, 1))
    """
    if target.qualifier is not Qualifier.EXACT:
        return printed_range(target)
    return Range(Fraction(target.value), Fraction(target.value if target.high is None else target.high))


def reached(target: Quantity, done: Quantity, *, ceiling: bool = False) -> bool | None:
    """Tell whether what was done reaches a target (是否达到目标).

    A target is a bound, just the number that is stated: 1000人次 is a thousand, 1万人次 ten thousand. What was done may
    be rounded or hedged: it is all that its print allows (1.0万: 9500 to 10 500). A number that is printed at least as
    finely as the target, without a hedge that the target has not, is taken at its word: 1万 reaches 1万. Below a target
    that is itself hedged (约300场, 近300场) nothing is said as far as its hedge reaches.

    Args:
        target: What was to be done.
        done: What was done, in the same unit.
        ceiling: Whether the target is not to be exceeded.

    Returns:
        True or False; None where the print allows both.

    Example:
        >>> from decimal import Decimal
        >>> target = Quantity(value=Decimal(1000), unit="人次", text="1000人次")
        >>> reached(target, Quantity(value=Decimal(800), unit="人次", text="800人次"))
        False
        >>> about = Quantity(value=Decimal(1000), unit="人次", qualifier=Qualifier.ABOUT, text="1000人次")
        >>> print(reached(target, about))
        None
    """
    printed, at_its_word = printed_range(done), _at_its_word(target, done)
    if ceiling:
        most = Fraction(target.value if target.high is None else target.high)
        value = done.value if done.high is None else done.high
        if (printed.high is not None and printed.high <= most) or (at_its_word and value <= most):
            return True
        return False if printed.low is not None and printed.low > most else None
    least = Fraction(target.value)
    if (printed.low is not None and printed.low >= least) or (at_its_word and done.value >= least):
        return True
    if target.qualifier in _LOOSE:
        least = printed_range(target).low or Fraction(0)
    return False if printed.high is not None and printed.high < least else None


def _at_its_word(target: Quantity, done: Quantity) -> bool:
    """Whether what was done is said no less exactly than the target."""
    hedged = done.qualifier not in (Qualifier.EXACT, target.qualifier)
    return not hedged and printed_step(done) <= printed_step(target)
