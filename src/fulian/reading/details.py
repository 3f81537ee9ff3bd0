"""Programmes, instruments, areas, deadlines and responsible bodies: looked for once, told for any stretch."""

from __future__ import annotations

from fulian.model.organization import Organization
from fulian.model.work_area import WorkArea
from fulian.values.period import Period

__all__ = ["Details"]


class Details:
    def __init__(self, text: str) -> None:
        self.text = text

    def area(self, start: int, end: int, title: tuple[int, int]) -> WorkArea | None:
        return None

    def programmes(self, start: int, end: int) -> tuple[str, ...]:
        return ()

    def instruments(self, start: int, end: int) -> tuple[str, ...]:
        return ()

    def responsible(self, start: int, end: int) -> tuple[Organization, ...]:
        return ()

    def due(self, start: int, end: int, year: int | None) -> Period | None:
        return None
