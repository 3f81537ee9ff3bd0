"""MessagePack: the data of JSON in fewer bytes, for programs among themselves. Needs the extra ``msgpack``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from fulian.formats._extras import needed
from fulian.formats._json_text import PairsParser
from fulian.formats._plain import plain_of, record_of
from fulian.formats._problems import one_fault

__all__ = ["LOSSES", "dumps", "loads"]

LOSSES: Final[tuple[str, ...]] = (
    "A number with a point under an unknown key, where no binary float equals it, is refused.",
)

_PACKAGE: Final = {"package": "msgpack", "extra": "msgpack", "what": "MessagePack"}


def dumps(record: Any) -> bytes:
    r"""Write a record as MessagePack (序列化).

    Args:
        record: A record, a list or tuple of records, or a record with its unknown keys.

    Returns:
        The bytes.

    Raises:
        DataError: Something cannot be written.
        ReadError: The package msgpack is not installed.
        TypeError: It is no record.

    Example:
        >>> from fulian.values import Span
        >>> dumps(Span(start=8, end=11))[:8]
        b'\x83\xa6fulian'
    """
    packing = needed(**_PACKAGE)
    envelope = plain_of(record)
    try:
        packed: bytes = packing.packb(envelope, default=_number)
    except (OverflowError, ValueError) as error:
        raise one_fault("data", "unknown keys that MessagePack can hold", str(error)) from error
    return packed


def _number(value: Any) -> float:
    """A number with a point, which only unknown keys have, where a binary float holds its very digits."""
    if isinstance(value, Decimal):
        binary = float(value)
        if Decimal(repr(binary)) == value:
            return binary
    raise ValueError(f"the number {value}, which no binary float is equal to")


def loads(data: str | bytes, *, keep_unknown: bool = False) -> Any:
    """Read a record from MessagePack, strictly (反序列化).

    Args:
        data: The bytes.
        keep_unknown: Whether to keep keys that are not of the vocabulary, instead of refusing them.

    Returns:
        The record, or a tuple of records; with `keep_unknown` a :class:`~fulian.formats.WithUnknown` around it.

    Raises:
        DataError: The bytes are not MessagePack, or do not fit; all faults at once.
        ReadError: The package msgpack is not installed.

    Example:
        >>> from fulian.values import Span
        >>> loads(dumps(Span(start=8, end=11)))
        Span(start=8, end=11)
    """
    packing = needed(**_PACKAGE)
    if isinstance(data, str):
        raise one_fault("data", "bytes of MessagePack", "text")
    parser = PairsParser()
    try:
        plain = packing.unpackb(data, object_pairs_hook=parser.pairs, strict_map_key=False)
    except (packing.UnpackException, ValueError, TypeError, RecursionError) as error:
        found = str(error) or type(error).__name__
        raise one_fault("data", "bytes of MessagePack", found[:100]) from error
    parser.check(plain)
    return record_of(plain, keep_unknown=keep_unknown)
