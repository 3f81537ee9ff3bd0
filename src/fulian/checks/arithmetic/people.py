"""Which units count the same kind of thing."""

from __future__ import annotations

from fulian.model.observation import Observation
from fulian.values.quantity import QuantityKind

__all__ = ["CASES", "PEOPLE", "counts", "same_kind"]

PEOPLE = frozenset(("人", "名", "位", "个人"))
"""Measure words of people, one as good as the other."""


CASES = frozenset(("例", *PEOPLE))
"""Measure words of cases of an illness or a death, each of which is a person."""


def counts(one: Observation) -> bool:
    """Tell whether a figure counts things or money (是否计数).

    Args:
        one: The figure.

    Returns:
        True for counts and sums of money; False for shares, changes in points, durations, ages.

    Example:
        >>> import fulian
        >>> [counts(one) for one in fulian.read_text("公务员200名，其中女性占20%。").observations]
        [True, False]
    """
    return one.quantity.kind in (QuantityKind.COUNT, QuantityKind.MONEY)


def same_kind(one: Observation, other: Observation) -> bool:
    """Tell whether two figures count the same kind of thing (同类单位).

    Args:
        one: A figure.
        other: Another.

    Returns:
        True where their units are the same, or both are measure words of people.

    Example:
        >>> import fulian
        >>> one, other = fulian.read_text("公务员200名，其中女性40人。").observations
        >>> same_kind(one, other)
        True
    """
    units = {one.quantity.unit, other.quantity.unit}
    return len(units) == 1 or units <= PEOPLE
