"""What a reader is given: a stretch of the view that is one document, with its outline and its frame."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.reading._draft import Draft
from fulian.reading._found import Found
from fulian.reading._table_parts import Table
from fulian.reading.frame import Frame
from fulian.reading.outline import Block
from fulian.reading.setting import Setting
from fulian.values.period import Period

__all__ = ["Matter"]


@attrs.define(kw_only=True)
class Matter:
    """One document within a file (待读文件), and where its reader puts what it finds.

    Attributes:
        text: The view's text.
        start: Its first character.
        end: The character after its last.
        blocks: Its outline.
        frame: Its frame, with the stretches of blocks that are body.
        title: Its title's words, which may stand outside of it; empty where it has none.
        sample: Whether the title is that of a collection of samples and no evidence for what it holds.
        organization: The body it speaks for, once that is told.
        year: The year it is about; until that is told, as far as the caller says.
        written: The year in which it was written, where that is the one after the year it tells of and its title names
            neither; else None.
        term: The years of a plan of several years or a report on several, or None.
        tables: The tables of the whole text, in order.
        found: The times, places and bodies of the whole text.
        draft: Where its reader puts what it finds.
        body: The blocks of the body, in order.
    """

    text: str
    start: int
    end: int
    blocks: list[Block]
    frame: Frame
    found: Found
    title: str = ""
    sample: bool = False
    organization: Organization | None = None
    year: int | None = None
    written: int | None = None
    term: Period | None = None
    tables: Sequence[Table] = ()
    draft: Draft = attrs.field(factory=Draft)
    body: list[Block] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.body = [block for first, last in self.frame.body for block in self.blocks[first:last]]

    def words(self, bounds: tuple[int, int]) -> str:
        """The characters between two bounds."""
        return self.text[bounds[0] : bounds[1]]

    def setting(self, status: Status) -> Setting:
        """The setting of what stands in no section."""
        return Setting(
            organization=self.organization, year=self.year, status=status, written=self.written, term=self.term
        )
