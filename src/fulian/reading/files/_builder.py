"""A file's text in the making: lines, what stands beside them, and their places."""

from __future__ import annotations

from collections.abc import Iterable

from fulian.model.file_kind import FileKind
from fulian.model.stretch import Stretch
from fulian.reading.files.source_text import Aside, Heading, Remark, SourceText
from fulian.values.place import Place
from fulian.values.unchecked import unchecked

__all__ = ["TextBuilder", "place"]

place = unchecked(Place)
"""Makes a place that is right by construction; a file has as many as cells."""

_stretch = unchecked(Stretch)


class TextBuilder:
    """Gathers what a file holds; `close` makes the text of it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._stretches: list[Stretch] = []
        self.version: str | None = None
        self.headings: list[Heading] = []
        self.asides: list[Aside] = []
        self.remarks: list[Remark] = []
        self.fields: list[tuple[str, str]] = []

    @property
    def length(self) -> int:
        """How long the text is so far: where the next piece will begin."""
        return self._length

    def line(self, text: str, place: Place, *, heading: int | None = None) -> None:
        """Add a paragraph as a line; a heading with its level."""
        if heading is not None:
            self.headings.append(Heading(self._length, self._length + len(text), heading))
        self.piece(text, place)
        self.between("\n")

    def row(self, cells: Iterable[tuple[str, Place]]) -> None:
        """Add a table's row as a line, its cells separated by tabs."""
        for number, (text, place) in enumerate(cells):
            if number:
                self.between("\t")
            self.piece(text, place)
        self.between("\n")

    def blank(self) -> None:
        """Add an empty line, where what follows is no continuation."""
        self.between("\n")

    def aside(self, kind: str, text: str, place: Place | None = None) -> None:
        """Keep what stands beside the text; what is blank is dropped."""
        if text.strip():
            self.asides.append(Aside(kind=kind, text=text.strip(), place=place))

    def remark(self, code: str, text: str) -> None:
        """Note something about the file."""
        self.remarks.append(Remark(code, text))

    def piece(self, text: str, place: Place) -> None:
        """Add a piece of a line."""
        if text:
            self._stretches.append(_stretch(start=self._length, end=self._length + len(text), place=place))
            self._pieces.append(text)
            self._length += len(text)

    def between(self, text: str) -> None:
        """Add what stands between pieces, and in no place of the file."""
        self._pieces.append(text)
        self._length += len(text)

    def close(self, kind: FileKind, *, file: str | None, encoding: str | None = None) -> SourceText:
        """Give the finished text."""
        return SourceText(
            text="".join(self._pieces),
            kind=kind,
            version=self.version,
            encoding=encoding,
            file=file or None,
            stretches=tuple(self._stretches),
            headings=tuple(self.headings),
            asides=tuple(self.asides),
            remarks=tuple(self.remarks),
            fields=tuple(self.fields),
        )
