"""The way back from a text to the file it came in: stretches of the text, each with its place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import attrs
from attrs.validators import instance_of

from fulian.values.place import Place
from fulian.values.span import Span
from fulian.values.validation import whole_number

__all__ = ["Stretch", "check_stretches", "locate"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Stretch:
    """A stretch of a text with its place in the file (段位): a paragraph, a cell, a printed line.

    Attributes:
        start: Its first character, code points from zero.
        end: The character after its last; always greater than `start`.
        place: Where it stands.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: A bound is negative, or the stretch would be empty.

    Example:
        >>> str(Stretch(start=0, end=12, place=Place(paragraph=1)).place)
        'paragraph 1'
    """

    start: int = attrs.field(validator=whole_number(0))
    end: int = attrs.field(validator=whole_number(1))
    place: Place = attrs.field(validator=instance_of(Place))

    def __attrs_post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a stretch ends after it starts, got {self.start} to {self.end}")


def check_stretches(stretches: Sequence[Stretch], text: str) -> None:
    """Check that stretches stand in a text, in order and without overlap (段位检查).

    Args:
        stretches: The stretches.
        text: The text that they count in.

    Raises:
        ValueError: One begins before the last one ended, or ends beyond the text.

    Example:
        >>> check_stretches([Stretch(start=0, end=5, place=Place(paragraph=1))], "妇联")
        Traceback (most recent call last):
        ...
        ValueError: 'stretches' must stand in order within the text's 2 characters, got 0 to 5
    """
    reached = 0
    for one in stretches:
        if one.start < reached or one.end > len(text):
            within = f"'stretches' must stand in order within the text's {len(text)} characters"
            raise ValueError(f"{within}, got {one.start} to {one.end}")
        reached = one.end


def locate(span: Span, text: str, stretches: Sequence[Stretch]) -> tuple[Place, ...]:
    r"""Give the places in a file that a span of its text touches (定位).

    Args:
        span: The span.
        text: The text that it counts in.
        stretches: Where the text stands in the file, in order; where there are none, its lines are counted.

    Returns:
        The places in the order of the text. Empty where the span holds nothing but what stands between two stretches,
        such as a line break.

    Raises:
        IndexError: The span reaches beyond the text.

    Example:
        >>> [str(place) for place in locate(Span(start=8, end=11), "县妇联工作要点\n一、维权", ())]
        ['line 2']
    """
    if span.end > len(text):
        raise IndexError(f"expected a span within {len(text)} characters, found {span}")
    if not stretches:
        first = text.count("\n", 0, span.start) + 1
        last = first + text.count("\n", span.start, span.end - 1)
        return tuple(Place(line=line) for line in range(first, last + 1))
    at = max(bisect_right(stretches, span.start, key=lambda stretch: stretch.start) - 1, 0)
    found: list[Place] = []
    while at < len(stretches) and stretches[at].start < span.end:
        if stretches[at].end > span.start and (not found or found[-1] != stretches[at].place):
            found.append(stretches[at].place)
        at += 1
    return tuple(found)
