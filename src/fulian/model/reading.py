"""Everything that was read from one document."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of, optional

from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.document import Document, DocumentKind, Passage
from fulian.model.observation import Observation
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.values.validation import filled, tuple_of, whole_number

__all__ = ["Note", "Part", "Reading"]


@attrs.frozen(kw_only=True)
class Note:
    """Something doubtful that a reader met (疑点).

    Attributes:
        code: A short stable name of the kind of doubt, in lower-case English with hyphens.
        text: What was doubtful, in plain English with the Chinese terms; of a form, in Chinese, the cell first.
        source: Where, or None for the document as a whole.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: Code or text is blank.

    Example:
        >>> Note(code="ambiguous-place", text="西湖区 may be 330106 or 360103").code
        'ambiguous-place'
    """

    code: str = attrs.field(validator=filled())
    text: str = attrs.field(validator=filled())
    source: Source | None = attrs.field(default=None, validator=optional(instance_of(Source)))


@attrs.frozen(kw_only=True)
class Part:
    """One of the documents that a file holds (篇).

    Attributes:
        ordinal: Its number in the file as printed (第二篇, 范文3), from 1; None where it has none.
        title: Its title, or None.
        kind: What kind of document it is.
        organization: The body whose document it is, or None where that cannot be known.
        year: The calendar year it is about, or None where that cannot be known.
        parts: The documents within it, in order; may be empty.
        source: Where it stands, title included.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: A field is out of range.

    Example:
        >>> from fulian.values import Span
        >>> source = Source(document_id="d1", span=Span(start=0, end=5), quote="第一篇：…")
        >>> Part(ordinal=1, kind=DocumentKind.SUMMARY, source=source).parts
        ()
    """

    ordinal: int | None = attrs.field(default=None, validator=optional(whole_number(1)))
    title: str | None = attrs.field(default=None, validator=optional(filled()))
    kind: DocumentKind = attrs.field(validator=instance_of(DocumentKind))
    organization: Organization | None = attrs.field(default=None, validator=optional(instance_of(Organization)))
    year: int | None = attrs.field(default=None, validator=optional(whole_number(1949, 2100)))
    parts: tuple[Part, ...] = attrs.field(default=())
    source: Source = attrs.field(validator=instance_of(Source))

    @parts.validator
    def _check_parts(self, attribute: attrs.Attribute[tuple[Part, ...]], value: object) -> None:
        tuple_of(Part)(self, attribute, value)


def _how_many(records: tuple[object, ...]) -> str:
    """Print a long tuple: a reading holds hundreds of records, and each of them the next."""
    return f"<{len(records)}>"


@attrs.frozen(kw_only=True)
class Reading:
    """Everything that was read from one document (读取结果).

    Attributes:
        document: The document, its text unchanged.
        parts: The documents that the file holds, where it holds several, in order; else empty.
        plans: The plans, in order; may be empty.
        reports: The reports, one for each body, in order; may be empty.
        observations: Every figure of the document, in document order; those on tasks and achievements are among them.
        unread: The passages that no record took, in order; may be empty.
        notes: What was doubtful, in document order; may be empty.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> Reading(document=Document(id="d1", text="")).coverage
        1.0
    """

    document: Document = attrs.field(validator=instance_of(Document))
    parts: tuple[Part, ...] = attrs.field(default=(), validator=tuple_of(Part), repr=_how_many)
    plans: tuple[AnnualPlan, ...] = attrs.field(default=(), validator=tuple_of(AnnualPlan), repr=_how_many)
    reports: tuple[CityReport, ...] = attrs.field(default=(), validator=tuple_of(CityReport), repr=_how_many)
    observations: tuple[Observation, ...] = attrs.field(default=(), validator=tuple_of(Observation), repr=_how_many)
    unread: tuple[Passage, ...] = attrs.field(default=(), validator=tuple_of(Passage), repr=_how_many)
    notes: tuple[Note, ...] = attrs.field(default=(), validator=tuple_of(Note), repr=_how_many)

    @property
    def coverage(self) -> float:
        """The share, from 0 to 1, of the document's visible characters that some record took."""
        visible = _visible(self.document.text)
        if not visible:
            return 1.0
        return 1.0 - sum(_visible(passage.source.quote) for passage in self.unread) / visible


def _visible(text: str) -> int:
    return len("".join(text.split()))
