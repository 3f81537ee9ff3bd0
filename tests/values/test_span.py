from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.values import Span


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Draw short spans near the beginning of a text."""
    start = draw(st.integers(0, 50))
    return Span(start=start, end=start + draw(st.integers(1, 20)))


@given(spans(), st.text(max_size=80))
def test_a_span_within_a_text_gives_as_many_characters_as_it_is_long(span: Span, text: str) -> None:
    """Where the text reaches, the characters of the span are as many as its length; else fewer."""
    found = span.of(text)
    assert found == text[span.start : span.end]
    assert len(found) == len(span) if span.end <= len(text) else len(found) < len(span)


@given(spans(), spans())
def test_spans_overlap_where_a_code_point_is_in_both(one: Span, other: Span) -> None:
    """Overlap is symmetric and means a shared code point; a span within another overlaps it."""
    shared = any(place in other for place in range(one.start, one.end))
    assert one.overlaps(other) is other.overlaps(one) is shared
    assert (one in other) == all(place in other for place in range(one.start, one.end))
    assert one in one  # noqa: PLR0124 - that is the law


@given(spans(), spans())
def test_spans_sort_by_their_start(one: Span, other: Span) -> None:
    """The order of spans is the order of their starts, then of their ends."""
    assert (one < other) == ((one.start, one.end) < (other.start, other.end))


@pytest.mark.parametrize("bounds", [(3, 3), (4, 3), (-1, 2), (0, 0)])
def test_an_empty_or_negative_span_is_refused(bounds: tuple[int, int]) -> None:
    """A span ends after it starts, and starts at zero or later."""
    with pytest.raises(ValueError, match="got"):
        Span(start=bounds[0], end=bounds[1])


@pytest.mark.parametrize("bound", [True, 1.0, "1", None])
def test_a_bound_is_an_int(bound: Any) -> None:
    """A bool, a float, a str and None are no bounds, and the message names the field."""
    with pytest.raises(TypeError, match="'start' must be int"):
        Span(start=bound, end=9)


def test_only_spans_and_whole_numbers_can_lie_in_a_span() -> None:
    """Anything else is in no span."""
    assert "1" not in Span(start=0, end=3)
