"""Stretches of a text lead back to the file; a document keeps them in order."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import strategies
from fulian.model.stretch import locate


def stretch(start: int, end: int, paragraph: int) -> fulian.Stretch:
    """Make a stretch in a paragraph."""
    return fulian.Stretch(start=start, end=end, place=fulian.Place(paragraph=paragraph))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 3, [1]), (2, 5, [1, 2]), (3, 4, []), (3, 9, [2, 3]), (4, 5, [2]), (0, 10, [1, 2, 3])],
)
def test_a_span_has_the_places_it_touches(start: int, end: int, found: list[int]) -> None:
    """The places come in order; what stands between stretches is in none."""
    document = fulian.Document(
        id="d1", text="甲甲甲\n乙乙\n丙丙丙", stretches=(stretch(0, 3, 1), stretch(4, 6, 2), stretch(7, 10, 3))
    )
    assert [place.paragraph for place in document.locate(fulian.Span(start=start, end=end))] == found


def test_neighbours_in_one_place_are_one_place() -> None:
    """A paragraph that stands in two stretches is named once."""
    stretches = (stretch(0, 2, 1), stretch(3, 5, 1))
    assert len(locate(fulian.Span(start=0, end=5), "甲甲 乙乙", stretches)) == 1


@given(strategies.documents(nasty=True), st.data())
def test_places_are_those_of_the_stretches(document: fulian.Document, data: st.DataObject) -> None:
    """Whatever the span, its places are those of the stretches that share a character with it."""
    span = data.draw(strategies.spans(max_end=len(document.text)))
    if document.stretches:
        touched = [one.place for one in document.stretches if one.start < span.end and span.start < one.end]
        expected = [place for number, place in enumerate(touched) if not number or place != touched[number - 1]]
        assert list(document.locate(span)) == expected
    else:
        lines = [place.line or 0 for place in document.locate(span)]
        assert all(later == line + 1 for line, later in pairwise(lines))
        assert lines[0] == document.text.count("\n", 0, span.start) + 1
    assert pickle.loads(pickle.dumps(document)).locate(span) == document.locate(span)  # noqa: S301 - our own


@pytest.mark.parametrize(
    "stretches", [(stretch(0, 3, 1), stretch(2, 4, 2)), (stretch(4, 5, 1), stretch(0, 2, 2)), (stretch(0, 11, 1),)]
)
def test_stretches_out_of_order_are_refused(stretches: tuple[fulian.Stretch, ...]) -> None:
    """Stretches that overlap, come in disorder or reach beyond the text make no document."""
    with pytest.raises(ValueError, match="'stretches' must stand in order within the text's 10 characters"):
        fulian.Document(id="d1", text="甲甲甲\n乙乙\n丙丙丙", stretches=stretches)


def test_a_stretch_is_not_empty() -> None:
    """It ends after it starts."""
    with pytest.raises(ValueError, match="a stretch ends after it starts, got 3 to 3"):
        stretch(3, 3, 1)
