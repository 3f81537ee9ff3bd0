"""What is known while a form is read, and what was taken and said."""

from __future__ import annotations

import attrs

from fulian.model.observation import Observation
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.reading.form._cells import Cell
from fulian.reading.form._notes import Notes
from fulian.values.span import Span

__all__ = ["Matter"]


@attrs.define
class Matter:
    """What is known while a form is read: its text, its id, its body, its year; and what was taken and said."""

    text: str
    id: str
    year: int
    organization: Organization | None
    notes: Notes
    observations: list[Observation] = attrs.Factory(list)
    taken: set[int] = attrs.Factory(set)

    def source(self, start: int, end: int) -> Source:
        """Where a stretch stands."""
        return Source(document_id=self.id, span=Span(start=start, end=end), quote=self.text[start:end])

    def source_of(self, cell: Cell) -> Source:
        """Where a cell stands."""
        return self.source(cell.start, cell.end)

    def take(self, *cells: Cell | None) -> None:
        """Note that records took cells."""
        self.taken.update(cell.start for cell in cells if cell is not None)
