"""A tree of texts and figures, drawn line by line to fit a screen."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from rich.text import Text

from fulian.cli._figures import FigureTable
from fulian.cli._lines import wrap
from fulian.cli._terminal import Guides
from fulian.model.observation import Observation
from fulian.model.organization import Organization

__all__ = ["Branch", "Painter"]


@attrs.frozen(kw_only=True)
class Branch:
    """A piece of a tree: a head, what it says, the figures in it, and smaller pieces.

    Attributes:
        head: Its first line.
        aside: What may stand at the end of the first line.
        words: More text under the head; empty where the head says all.
        tags: A faint line under the words; may be empty.
        figures: The figures it states.
        whose: The body that the figures are about unless they say otherwise.
        children: The smaller pieces.
    """

    head: Text
    aside: str = ""
    words: str = ""
    tags: str = ""
    figures: tuple[Observation, ...] = ()
    whose: Organization | None = None
    children: tuple[Branch, ...] = ()


@attrs.frozen
class Painter:
    """Draws trees: how wide, with what guides, whole texts or the beginnings of them."""

    guides: Guides
    table: FigureTable
    full: bool = False

    def lines(self, branches: tuple[Branch, ...], width: int, *, lead: Text | None = None) -> Iterator[Text]:
        """Draw branches under one another, with their guides."""
        lead = lead or Text()
        for branch in branches:
            last = branch is branches[-1]
            corner = self.guides.last if last else self.guides.branch
            below = self.guides.blank if last else self.guides.through
            yield from self._branch(branch, width, lead, corner, below)

    def _branch(self, branch: Branch, width: int, lead: Text, corner: str, below: str) -> Iterator[Text]:
        rest = lead.copy().append(below, style="guide")
        under = rest.copy().append(self.guides.through, style="guide") if branch.children else rest
        for place, line in enumerate(self.own_lines(branch, width - under.cell_len)):
            start = under if place else lead.copy().append(corner, style="guide")
            yield start.copy().append_text(line)
        yield from self.lines(branch.children, width, lead=rest)

    def own_lines(self, branch: Branch, width: int) -> list[Text]:
        """Draw a branch itself, without guides and children."""
        lines = wrap(branch.head, width, most=None if self.full else 2)
        tags = branch.tags
        aside = Text.assemble((f"  {branch.aside}", "faint"))
        if branch.aside and lines[-1].cell_len + aside.cell_len <= width:
            lines[-1] = Text().append_text(lines[-1]).append_text(aside)
        elif branch.aside:
            tags = " · ".join(filter(None, (branch.aside, tags)))
        if branch.words:
            lines += wrap(Text(branch.words), width, most=None if self.full else 2)
        if tags:
            lines += wrap(Text.assemble((tags, "faint")), width, most=None if self.full else 1)
        for figure in branch.figures:
            lines += self.table.lines(figure, width, whose=branch.whose, full=self.full)
        return lines
