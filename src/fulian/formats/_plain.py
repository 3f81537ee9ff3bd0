"""Records to the plain data of an envelope and back: the quick way where all is good, else the slow way.

The formats that are not JSON itself go through here; JSON's text need not become plain data first.
"""

from __future__ import annotations

from typing import Any

from fulian.formats import _swift
from fulian.formats._envelope import unwrap, wrap

__all__ = ["plain_of", "record_of"]


def plain_of(record: Any) -> Any:
    """Make the envelope of a record, a list or tuple of records, or a record with its unknown keys.

    Raises:
        DataError: Something in it cannot be written; all such things at once.
        TypeError: It is no record.
    """
    quick = _swift.plain(record)
    return wrap(record) if quick is None else quick


def record_of(plain: Any, *, keep_unknown: bool = False) -> Any:
    """Read an envelope strictly.

    Returns:
        The record, or a tuple of records for a collection; with `keep_unknown`, a WithUnknown.

    Raises:
        DataError: Something does not fit; all such things at once, each with its path.
    """
    quick = _swift.MISSED if keep_unknown else _swift.structured(plain)
    return unwrap(plain, keep_unknown=keep_unknown) if quick is _swift.MISSED else quick
