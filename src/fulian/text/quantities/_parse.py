"""One whole quantity from a text."""

from __future__ import annotations

from fulian.errors import ParseError
from fulian.text.quantities._hedges import AFTER, BEFORE
from fulian.text.quantities._scan import find_quantities
from fulian.values.quantity import Quantity


def parse_quantity(text: str) -> Quantity:
    """Read one whole quantity (解析数量): a number with its unit, hedges before or behind it welcome.

    Args:
        text: The quantity and nothing else, such as ``近2000人``, ``7.57万个``, ``百分之八十以上``.

    Returns:
        The quantity; its `text` is the number and unit without the hedges around it.

    Raises:
        ParseError: `text` holds no quantity, more than one, or something besides.

    Example:
        >>> quantity = parse_quantity("近2000人")
        >>> quantity.value, quantity.unit, quantity.qualifier.value
        (Decimal('2000'), '人', 'under')
        >>> parse_quantity("四个意识")
        Traceback (most recent call last):
        ...
        fulian.errors.ParseError: '四个意识' at 0: expected a number with its unit, found '四个意识'
    """
    plain = text
    for wide, narrow in zip("０１２３４５６７８９．％", "0123456789.%", strict=True):
        plain = plain.replace(wide, narrow)
    found = find_quantities(plain)
    if not found:
        raise ParseError(text=text, position=0, expected="a number with its unit")
    figure = found[0]
    before, after = plain[: figure.start].strip(), plain[figure.end :].strip()
    if before and not any(pattern.fullmatch(before) for _, pattern in BEFORE) and before not in "上过超破翻":
        raise ParseError(text=text, position=0, expected="a number, or a hedge such as 近, 约 or 超过")
    if after and after not in AFTER and after not in ("余", "多", "+"):
        raise ParseError(text=text, position=figure.end, expected="the end, or a hedge such as 以上 or 左右")
    return figure.quantity
