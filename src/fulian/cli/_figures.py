"""A figure on a line: as printed, what it counts, the number it stands for, when, and whether it was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import attrs
from rich.cells import cell_len
from rich.text import Text

from fulian.cli._lines import clip, one_line, pad, wrap
from fulian.cli._words import Speech
from fulian.model.observation import Observation
from fulian.model.organization import Organization
from fulian.values.quantity import Qualifier, Quantity

__all__ = ["FigureTable", "plain_number", "spelled_out"]

# The widest cells that columns are made for; what is wider still is shown, and moves its own line only.
_PRINTED, _LABEL, _NUMBER, _PERIOD = 16, 60, 32, 21
# Below this width a figure takes two lines.
_ROOMY = 84


def plain_number(value: Decimal) -> str:
    """Print a number with commas between thousands and no zeros behind that say nothing."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def spelled_out(quantity: Quantity, say: Speech) -> str:
    """Say hedge, number, range and unit of a quantity: ``at most 2,000 人``."""
    number = plain_number(quantity.value)
    if quantity.high is not None:
        number += f" – {plain_number(quantity.high)}"
    return " ".join(filter(None, (say.hedge(quantity.qualifier), number, one_line(quantity.unit))))


def _says_itself(quantity: Quantity) -> bool:
    """Whether the print is plain enough that spelling it out would only say it again."""
    if quantity.high is not None or quantity.qualifier is not Qualifier.EXACT:
        return False
    return "".join(quantity.text.split()) == plain_number(quantity.value).replace(",", "") + quantity.unit


@attrs.frozen
class FigureTable:
    """Lays out the figures of one reading in columns that are the same all through it."""

    say: Speech
    ordinals: Mapping[int, int]
    ordinal: int
    printed: int
    label: int
    number: int
    period: int
    standing: int

    @classmethod
    def of(cls, observations: Sequence[Observation], say: Speech) -> FigureTable:
        """Measure the figures of a reading."""

        def widest(cells: Iterable[str], most: int) -> int:
            return min(max((cell_len(cell) for cell in cells), default=0), most)

        return cls(
            say=say,
            ordinals={one.source.start: place for place, one in enumerate(observations, start=1)},
            ordinal=len(str(len(observations))) + 1,
            printed=widest((one_line(str(one.quantity)) for one in observations), _PRINTED),
            label=widest((one_line(one.label) for one in observations), _LABEL),
            number=widest(
                (spelled_out(one.quantity, say) for one in observations if not _says_itself(one.quantity)), _NUMBER
            ),
            period=widest((str(one.period or "") for one in observations), _PERIOD),
            standing=widest((say.standing(one.status) for one in observations), 99),
        )

    def lines(self, one: Observation, width: int, *, whose: Organization | None, full: bool = False) -> list[Text]:
        """Lay out a figure.

        Args:
            one: The figure.
            width: Cells a line.
            whose: The body that the figures around it are about; another one is named.
            full: Whether to show the whole label, however long.

        Returns:
            One line, or more where the width is small or the label is shown whole.
        """
        other = one.organization is not None and str(one.organization) != str(whose or "")
        body = one_line(str(one.organization)) if other else ""
        rest = width - self.ordinal - self.printed - self.number - self.period - self.standing - 10
        if width < _ROOMY or rest < 12:
            return self._narrow(one, width, body, full=full)
        return self._wide(one, width, body, label=min(self.label, rest), full=full)

    def _start(self, one: Observation) -> Text:
        ordinal = f"#{self.ordinals.get(one.source.start, 0)}".rjust(self.ordinal)
        return Text.assemble((ordinal, "faint"), "  ", (one_line(str(one.quantity)), "number"))

    def _number(self, one: Observation) -> str:
        return "" if _says_itself(one.quantity) else spelled_out(one.quantity, self.say)

    def _wide(self, one: Observation, width: int, body: str, *, label: int, full: bool) -> list[Text]:
        first = pad(self._start(one), self.ordinal + 2 + self.printed)
        first.append("  ")
        indent = first.cell_len
        words = wrap(Text(one_line(one.label)), label, most=None if full else 1)
        first.append_text(pad(words[0], label))
        cells = (
            (self._number(one), "", self.number),
            (str(one.period or ""), "faint", self.period),
            (self.say.standing(one.status), self.say.style(one.status), self.standing),
        )
        for cell, style, size in cells:
            if size:
                first.append("  ").append_text(pad(Text(cell, style=style), size))
        if body and width - first.cell_len > 8:
            first.append("  ").append_text(clip(Text(body, style="faint"), width - first.cell_len))
        return [first, *(Text(" " * indent).append_text(more) for more in words[1:])]

    def _narrow(self, one: Observation, width: int, body: str, *, full: bool) -> list[Text]:
        first = self._start(one).append("  ")
        label = Text(one_line(one.label))
        facts = Text()
        for cell, style in (
            (self._number(one), ""),
            (str(one.period or ""), "faint"),
            (self.say.standing(one.status), self.say.style(one.status)),
            (body, "faint"),
        ):
            if cell:
                facts.append("  " if facts else "").append(cell, style=style)
        if first.cell_len + label.cell_len + 2 + facts.cell_len <= width:
            return [first.append_text(label).append("  ").append_text(facts)]
        indent = Text(" " * (self.ordinal + 2))
        room = width - indent.cell_len
        second = [indent.copy().append_text(line) for line in wrap(facts, room, most=None if full else 2)]
        if first.cell_len + label.cell_len <= width or not full:
            return [first.append_text(clip(label, max(width - first.cell_len, 8))), *second]
        return [first, *(indent.copy().append_text(line) for line in wrap(label, room)), *second]
