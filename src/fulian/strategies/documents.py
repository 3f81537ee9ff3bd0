"""Strategies for documents and for what stands in them: sources, passages."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Final, TypeVar

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from fulian.model.document import Document, DocumentKind, FrameRole, Passage
from fulian.model.source import Source
from fulian.strategies._arguments import check_bounds, check_flag, check_type, check_whole
from fulian.strategies._sharing import maybe, one_of, some
from fulian.strategies.bodies import organizations
from fulian.strategies.file_places import _files
from fulian.strategies.values import document_numbers, spans
from fulian.strategies.words import headings, names, paragraphs
from fulian.values.span import Span

__all__ = ["documents", "passages", "sources"]

_RECIPIENTS: Final = ("各市州妇联", "省直妇工委", "机关各部室", "各直属单位", "各县（市、区）妇联", "各乡镇妇联")
_FIRST_DAY: Final = date(1990, 1, 1)
_LAST_DAY: Final = date(2030, 12, 31)
_T = TypeVar("_T")


@cache
def _bodies(low: int, high: int, nasty: bool) -> SearchStrategy[list[str]]:  # noqa: FBT001 - private
    return st.lists(paragraphs(max_sentences=3, nasty=nasty), min_size=low, max_size=high)


@st.composite
def _documents(draw: st.DrawFn, low: int, high: int, nasty: bool) -> Document:  # noqa: FBT001 - private
    title = draw(headings(nasty=nasty))
    body = draw(_bodies(low, high, nasty))
    text = "\n".join([title, *body])
    made = Document(id=hashlib.sha256(text.encode()).hexdigest()[:16], text=text)
    if draw(st.booleans()):
        return made
    came = draw(_files(text, nasty))
    issued = draw(st.none() | st.dates(_FIRST_DAY, _LAST_DAY))
    return Document(
        id=made.id,
        title=title,
        kind=draw(one_of(tuple(DocumentKind))),
        number=draw(maybe(document_numbers())),
        issuer=draw(maybe(organizations(nasty=nasty))),
        recipients=draw(st.lists(st.sampled_from(_RECIPIENTS), max_size=3, unique=True).map(tuple)),
        issued=issued,
        published=draw(st.none() | st.dates(issued or _FIRST_DAY, _LAST_DAY)),
        publisher=draw(maybe(names(nasty=nasty))),
        authors=draw(some(names(nasty=nasty), 2)),
        editor=draw(maybe(names(nasty=nasty))),
        url=draw(st.sampled_from((None, "https://www.example.org/2016/12/report.html"))),
        attachments=draw(some(headings(nasty=nasty), 2)),
        frame=(Passage(text=title, role=FrameRole.TITLE, source=_source(made, Span(start=0, end=len(title)))),),
        text=text,
        encoding=came.encoding,
        file=came.file,
        file_kind=came.file_kind,
        file_version=came.file_version,
        stretches=came.stretches,
    )


def documents(*, min_paragraphs: int = 1, max_paragraphs: int = 4, nasty: bool = False) -> SearchStrategy[Document]:
    """Draw published documents (文件): a title, and paragraphs of sentences with figures.

    The id is that of the text, and the title's passage stands in it.

    Args:
        min_paragraphs: The fewest paragraphs after the title.
        max_paragraphs: The most.
        nasty: Whether to draw also text that breaks naive code.

    Returns:
        A strategy for documents; the text is never empty.

    Raises:
        InvalidArgument: A bound is no int from 0, or they are out of order.

    Example:
        >>> from hypothesis import given
        >>> @given(documents())
        ... def holds(document):
        ...     for passage in document.frame:
        ...         passage.source.verify(document)
        >>> holds()
    """
    check_whole("min_paragraphs", min_paragraphs, 0)
    check_whole("max_paragraphs", max_paragraphs, 0)
    check_bounds("min_paragraphs", min_paragraphs, "max_paragraphs", max_paragraphs)
    check_flag("nasty", nasty)
    return _documents(min_paragraphs, max_paragraphs, nasty)


def _source(document: Document, span: Span) -> Source:
    return Source(document_id=document.id, span=span, quote=span.of(document.text))


def _standing_in(
    document: Document | None, make: Callable[[Document], SearchStrategy[_T]], *, nasty: bool
) -> SearchStrategy[_T]:
    """What `make` draws for the document given, or for one drawn; it has a text to quote from."""
    check_type("document", document, Document)
    check_flag("nasty", nasty)
    if document is None:
        return documents(max_paragraphs=2, nasty=nasty).flatmap(make)
    if not document.text:
        raise InvalidArgument("document must have a text, for a source quotes at least one character")
    return make(document)


def sources(
    document: Document | None = None, *, max_size: int | None = None, nasty: bool = False
) -> SearchStrategy[Source]:
    """Draw sources that stand in their document (出处): the quote is the document's text at the span.

    Args:
        document: The document to quote, with a text; None for one that is drawn and not given away.
        max_size: The most code points to quote, or None for as many as there are.
        nasty: Whether a drawn document may have text that breaks naive code.

    Returns:
        A strategy for sources; ``source.verify(document)`` passes for each.

    Raises:
        InvalidArgument: The document is empty or no document, or `max_size` is no int from 1.

    Example:
        >>> from hypothesis import given
        >>> document = Document(id="d1", text="全年举办招聘会共44场。")
        >>> @given(sources(document, max_size=3))
        ... def holds(source):
        ...     source.verify(document)
        ...     assert len(source.quote) <= 3
        >>> holds()
    """
    if max_size is not None:
        check_whole("max_size", max_size, 1)

    def within(one: Document) -> SearchStrategy[Source]:
        return spans(max_end=len(one.text), max_size=max_size).map(lambda span: _source(one, span))

    return _standing_in(document, within, nasty=nasty)


def _filled_sources(document: Document) -> SearchStrategy[Source]:
    """Sources whose quote is not blank, for records that need words: a line of the text and what follows it."""
    return sources(document).filter(lambda source: not source.quote.isspace())


@st.composite
def _passages(draw: st.DrawFn, document: Document, roles: tuple[FrameRole, ...]) -> Passage:
    source = draw(_filled_sources(document))
    return Passage(text=source.quote, role=draw(one_of(roles)), source=source)


def passages(
    document: Document | None = None, *, roles: tuple[FrameRole, ...] | None = None, nasty: bool = False
) -> SearchStrategy[Passage]:
    """Draw passages that stand in their document (段落).

    Args:
        document: The document they stand in; None for one that is drawn.
        roles: The roles to choose from; None for all.
        nasty: Whether a drawn document may have text that breaks naive code.

    Returns:
        A strategy for passages whose text is the quote.

    Raises:
        InvalidArgument: The document is empty or no document, or a role is none.

    Example:
        >>> from hypothesis import given
        >>> @given(passages(Document(id="d1", text="各县妇联："), roles=(FrameRole.RECIPIENTS,)))
        ... def holds(passage):
        ...     assert passage.text in "各县妇联："
        >>> holds()
    """
    check_type("roles", roles, tuple)
    for role in roles or ():
        check_type("roles", role, FrameRole)
    chosen = roles or tuple(FrameRole)
    return _standing_in(document, lambda one: _passages(one, chosen), nasty=nasty)
