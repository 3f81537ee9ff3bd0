"""JSON (RFC 8259): readable Chinese, keys in the order of the class, numbers exact.

=================  ==================================================================================
a record           an object; a field that holds its default is left out
text               text; Chinese as it is, not escaped
a whole number     a number
a Decimal          text, digit for digit as ``str`` prints it: most readers make binary floats of numbers
a day              text: ``2014-01-20``
a period           text: ``2014``, ``2014-Q3``, ``2016/2020``
a credit code      text
a span             an object with ``start`` and ``end``
an enum's member   its value
a tuple            a list
=================  ==================================================================================

Reading is strict: see :doc:`/strict-reading`.
"""

from __future__ import annotations

from typing import Any, Final

from fulian.formats import _swift
from fulian.formats._envelope import unwrap, wrap
from fulian.formats._json_text import compact, parse, pretty
from fulian.formats._plain import plain_of

__all__ = ["LOSSES", "dumpb", "dumps", "loads"]

LOSSES: Final[tuple[str, ...]] = ()


def dumps(record: Any, *, indent: int | None = None) -> str:
    """Write a record as JSON text (序列化).

    Args:
        record: A record, a list or tuple of records, or a record with its unknown keys.
        indent: How many spaces to indent by; what fits in a line stays in one. None for all in one line without spaces.

    Returns:
        The text, without a line break at the end.

    Raises:
        DataError: Something cannot be written: a number that is not finite, a lone surrogate.
        TypeError: It is no record.

    Example:
        >>> from decimal import Decimal
        >>> from fulian.values import Quantity
        >>> print(dumps(Quantity(value=Decimal("75700"), unit="个", text="7.57万个")))
        {"fulian":"1","kind":"Quantity","data":{"value":"75700","unit":"个","text":"7.57万个"}}
    """
    return dumpb(record, indent=indent).decode()


def dumpb(record: Any, *, indent: int | None = None) -> bytes:
    """Write a record as JSON in UTF-8 (序列化为字节), as it is sent and stored: no text is made in between.

    Args:
        record: A record, a list or tuple of records, or a record with its unknown keys.
        indent: As :func:`dumps` takes it.

    Returns:
        The bytes of what :func:`dumps` gives.

    Raises:
        DataError: Something cannot be written: a number that is not finite, a lone surrogate.
        TypeError: It is no record.

    Example:
        >>> from fulian.values import Period
        >>> dumpb(Period.year(2014))
        b'{"fulian":"1","kind":"Period","data":"2014"}'
    """
    if indent is not None:
        return pretty(plain_of(record), indent).encode()
    quick = _swift.dumps(record)
    return compact(wrap(record)).encode() if quick is None else quick


def loads(data: str | bytes, *, keep_unknown: bool = False) -> Any:
    """Read a record from JSON text, strictly (反序列化).

    Args:
        data: The text, or its bytes in UTF-8, with or without a byte order mark.
        keep_unknown: Whether to keep keys that are not of the vocabulary, instead of refusing them.

    Returns:
        The record, or a tuple of records; with `keep_unknown` a :class:`~fulian.formats.WithUnknown` around it.

    Raises:
        DataError: The text is not JSON, or does not fit; all faults at once.

    Example:
        >>> loads('{"fulian": "1", "kind": "Span", "data": {"start": 8, "end": 11}}')
        Span(start=8, end=11)
    """
    if not keep_unknown:
        record = _swift.loads(data)
        if record is not _swift.MISSED:
            return record
    return unwrap(parse(data), keep_unknown=keep_unknown)
