"""Strategies made once and used in every draw: making a strategy costs more than drawing from it."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

__all__: list[str] = []

T = TypeVar("T")


@cache
def maybe(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """The strategy, or None; for strategies that are themselves made once."""
    return st.one_of(st.none(), strategy)


@cache
def some(strategy: SearchStrategy[T], at_most: int) -> SearchStrategy[tuple[T, ...]]:
    """Tuples of up to so many; for strategies that are themselves made once."""
    return st.lists(strategy, max_size=at_most).map(tuple)


@cache
def whole_or_none(low: int, high: int) -> SearchStrategy[int | None]:
    """A whole number within the bounds, or None."""
    return st.one_of(st.none(), st.integers(low, high))


@cache
def one_of(choices: tuple[T, ...]) -> SearchStrategy[T]:
    """One of the choices."""
    return st.sampled_from(choices)
