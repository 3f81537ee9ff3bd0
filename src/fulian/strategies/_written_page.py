"""The page that a drawn document is printed on, and the records that are true of it."""

from __future__ import annotations

import hashlib

import attrs

from fulian.model.achievement import Achievement
from fulian.model.document import Document
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.values.period import Period
from fulian.values.quantity import Quantity
from fulian.values.span import Span

__all__ = ["Figure", "Item", "Page", "Truth"]


class Page:
    """Text that grows, and the places of what it says; sources are made when the text is whole."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, words: str) -> Span | None:
        start = len(self.text)
        self.text += words
        return Span(start=start, end=len(self.text)) if words else None


@attrs.frozen
class Figure:
    label: str
    quantity: Quantity
    span: Span
    status: Status
    period: Period


@attrs.frozen
class Item:
    """A passage with its figures: an achievement or a task before the text is whole."""

    title: str | None
    span: Span
    figures: tuple[Figure, ...]


class Truth:
    """Makes records from places in a text that is whole."""

    def __init__(self, page: Page) -> None:
        self.text = page.text
        self.document = Document(id=hashlib.sha256(page.text.encode()).hexdigest()[:16], text=page.text)

    def source(self, span: Span) -> Source:
        return Source(document_id=self.document.id, span=span, quote=span.of(self.text))

    def figures(self, item: Item, body: Organization) -> tuple[Observation, ...]:
        return tuple(
            Observation(
                label=figure.label,
                quantity=figure.quantity,
                organization=body,
                period=figure.period,
                status=figure.status,
                source=self.source(figure.span),
            )
            for figure in item.figures
        )

    def achievement(self, item: Item, body: Organization) -> Achievement:
        return Achievement(
            title=item.title,
            text=item.span.of(self.text),
            observations=self.figures(item, body),
            source=self.source(item.span),
        )

    def task(self, item: Item, body: Organization) -> KeyTask:
        words = item.span.of(self.text)
        title = item.title or words
        return KeyTask(title=title, text=words, targets=self.figures(item, body), source=self.source(item.span))
