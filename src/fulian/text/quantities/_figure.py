"""A quantity and where it stands."""

from __future__ import annotations

from typing import NamedTuple

from fulian.values.quantity import Quantity


class Figure(NamedTuple):
    """A quantity and where it stands (数量的位置).

    Attributes:
        start: The first character of the number, in code points.
        end: The character after the unit.
        quantity: What it says.
        rule: The name of the rule that took it.

    Example:
        >>> from fulian.text.quantities import find_quantities
        >>> figure = find_quantities("培训妇女5049人。")[0]
        >>> figure.start, figure.end, figure.quantity.unit
        (4, 9, '人')
    """

    start: int
    end: int
    quantity: Quantity
    rule: str
