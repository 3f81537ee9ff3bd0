"""Columns of Arrow: exact numbers, days and closed vocabularies in types of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from fulian.formats._extras import needed
from fulian.formats._problems import one_fault

__all__ = ["arrow", "decimal_type", "terms"]

# Twenty-eight digits before the point and ten after it hold every figure of the trade.
_DIGITS: Final = 38
_PLACES: Final = 10


def arrow(submodule: str = "") -> Any:
    """Import pyarrow, or say which extra brings it."""
    return needed(f"pyarrow{submodule}", extra="tables", what="Arrow and Parquet")


def decimal_type(numbers: Iterable[Decimal | None], where: str) -> Any:
    """Give the decimal type for a column: decimal128(38, 10), and another only where the numbers need it.

    Raises:
        DataError: The numbers do not fit in one column of seventy-six digits.
    """
    pa = arrow()
    before, after = 1, 0
    for number in numbers:
        if number is not None:
            _, digits, exponent = number.as_tuple()
            assert isinstance(exponent, int)  # noqa: S101 - a finite number has one
            after = max(after, -exponent)
            before = max(before, len(digits) + exponent)
    if after <= _PLACES and before <= _DIGITS - _PLACES:
        return pa.decimal128(_DIGITS, _PLACES)
    if before + after <= _DIGITS:
        return pa.decimal128(_DIGITS, after)
    if before + after <= 2 * _DIGITS:
        return pa.decimal256(2 * _DIGITS, after)
    found = f"{before} before the point and {after} after it"
    raise one_fault(where, f"numbers of at most {2 * _DIGITS} digits in one column", found)


def terms(values: Sequence[str | None], members: Sequence[str] = ()) -> Any:
    """Make a dictionary-encoded column: the members of the vocabulary in their order, then what else occurs."""
    pa = arrow()
    known = list(dict.fromkeys([*members, *(value for value in values if value is not None)]))
    place = {member: index for index, member in enumerate(known)}
    indices = pa.array([None if value is None else place[value] for value in values], pa.int32())
    return pa.DictionaryArray.from_arrays(indices, pa.array(known, pa.string()))
