"""Where a fact stands: the proof that it was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs.validators import instance_of

from fulian.errors import SourceError
from fulian.values.span import Span
from fulian.values.validation import filled

if TYPE_CHECKING:
    from fulian.model.document import Document

__all__ = ["Source"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Source:
    """Where a fact stands (出处): a document, a span of its text, and the very characters there.

    Attributes:
        document_id: The document's id.
        span: The stretch of ``Document.text``, in code points.
        quote: The characters at the span, unchanged, line breaks included; exactly as long as the span.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The quote is not as long as the span.

    Example:
        >>> source = Source(document_id="d1", span=Span(start=8, end=11), quote="44场")
        >>> source.start, source.end
        (8, 11)
    """

    document_id: str = attrs.field(validator=filled())
    span: Span = attrs.field(validator=instance_of(Span))
    quote: str = attrs.field(validator=instance_of(str))

    def __attrs_post_init__(self) -> None:
        if len(self.quote) != self.span.end - self.span.start:
            raise ValueError(f"a quote must be as long as its span, got {len(self.quote)} for {self.span}")

    @property
    def start(self) -> int:
        """The first code point, from zero."""
        return self.span.start

    @property
    def end(self) -> int:
        """The code point after the last."""
        return self.span.end

    def verify(self, document: Document) -> None:
        """Check that the quote stands in the document where the source says; closed to doubt.

        Args:
            document: The document that the source should name.

        Raises:
            SourceError: The document is another one, or other characters stand there.

        Example:
            >>> from fulian.model.document import Document
            >>> source = Source(document_id="d1", span=Span(start=0, end=3), quote="44场")
            >>> source.verify(Document(id="d1", text="45场招聘会"))
            Traceback (most recent call last):
            ...
            fulian.errors.SourceError: document d1, 0 to 3: expected '44场', found '45场'
        """
        found = document.text[self.span.start : self.span.end]
        if document.id != self.document_id or found != self.quote:
            raise SourceError(
                document_id=self.document_id, start=self.start, end=self.end, quote=self.quote, found=found
            )
