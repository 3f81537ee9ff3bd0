"""What is said of a form's cells, in Chinese, the cell first."""

from __future__ import annotations

from fulian.model.reading import Note
from fulian.model.source import Source

__all__ = ["Notes"]

_LONGEST = 40


class Notes:
    """Gathers notes, and where the cells begin that they speak of; gives them in the order of the form."""

    def __init__(self) -> None:
        self._said: list[tuple[int, Note]] = []
        self.starts: set[int] = set()

    def at(self, source: Source, address: str, code: str, words: str) -> None:
        """Say something of a cell that holds words."""
        self.starts.add(source.start)
        found = " ".join(source.quote.split())
        found = found if len(found) <= _LONGEST else found[:_LONGEST] + "…"
        self._said.append((source.start, Note(code=code, text=f"{address}：{words}，填的是“{found}”。", source=source)))

    def of(self, where: str, code: str, words: str, start: int = 0) -> None:
        """Say something of what is not there, or of the form as a whole."""
        self._said.append((start, Note(code=code, text=f"{where}：{words}。" if where else f"{words}。")))

    def all(self) -> tuple[Note, ...]:
        """The notes in the order of the form, those of the whole form first."""
        return tuple(note for _, note in sorted(self._said, key=lambda pair: pair[0]))
