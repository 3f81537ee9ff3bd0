"""What the field knows (参考数据): divisions over time, indicators, measure words, fixed phrases."""

from fulian.reference.divisions import (
    FIRST_YEAR,
    LAST_YEAR,
    all_divisions,
    division,
    find_divisions,
    parent,
    short_names,
    successor_in,
    successors,
)

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "all_divisions",
    "division",
    "find_divisions",
    "parent",
    "short_names",
    "successor_in",
    "successors",
]
