"""A stretch of a document's text."""

from __future__ import annotations

import attrs

from fulian.values.validation import whole_number

__all__ = ["Span"]


@attrs.frozen(kw_only=True, weakref_slot=False, order=True)
class Span:
    """A stretch of text (起止位置): the code points from `start` up to, not including, `end`.

    Attributes:
        start: The first code point, counted from zero in ``Document.text``.
        end: The code point after the last; always greater than `start`.

    Units:
        Code points (characters as Python counts them), not bytes.

    Raises:
        TypeError: A bound is not an int.
        ValueError: A bound is negative, or the span would be empty.

    Example:
        >>> span = Span(start=8, end=11)
        >>> "全年举办招聘会共44场。"[span.start:span.end], len(span)
        ('44场', 3)
    """

    start: int = attrs.field(validator=whole_number(0))
    end: int = attrs.field(validator=whole_number(1))

    def __attrs_post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"a span ends after it starts, got {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: object) -> bool:
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a code point.

        Args:
            other: The other span, over the same text.

        Returns:
            True where they share at least one code point.

        Example:
            >>> Span(start=0, end=3).overlaps(Span(start=2, end=5))
            True
        """
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """Give the characters of `text` that stand in this span.

        Args:
            text: The text that the span counts in.

        Returns:
            The substring; shorter than the span where `text` ends within it.

        Example:
            >>> Span(start=0, end=2).of("妇联工作")
            '妇联'
        """
        return text[self.start : self.end]
