"""Goes through a text once and settles its figures, sentence by sentence and table by table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

import attrs

from fulian.model.observation import Observation
from fulian.reading._found import Found
from fulian.reading._table_parts import Table
from fulian.reading.figures._draft import Draft, Sentence
from fulian.reading.figures._settle import settle
from fulian.reading.figures._tables import TableReader
from fulian.reading.figures._when import Clock
from fulian.reading.figures._whose import Speaker
from fulian.reading.setting import Stretch
from fulian.reading.table_layout import find_tables
from fulian.text.clauses import find_clauses, find_sentences
from fulian.text.organizations import BodyForm, BodyMention
from fulian.text.quantities import Figure, find_quantities
from fulian.text.view import View
from fulian.values.unchecked import unchecked

__all__ = ["observe"]


_observation = unchecked(Observation)
_OF_VILLAGES = frozenset("个名位家所座处支批类种成户人次期件场")  # 五个村, 三家社区 are so many


class _Placed(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Thing = TypeVar("_Thing", bound=_Placed)


class _Cursor(Generic[_Thing]):
    """Walks once over things in the order of the text, none of which overlaps another."""

    __slots__ = ("ahead", "at", "starts", "things")

    def __init__(self, things: Sequence[_Thing], end: int) -> None:
        self.things = list(things)
        self.starts = [thing.start for thing in things]
        self.starts.append(end)  # a last start that no stretch reaches
        self.at = 0
        self.ahead: int = self.starts[0]  # where the next begins

    def within(self, start: int, end: int) -> list[_Thing]:
        """Those that lie from `start` to `end`; must be asked in order."""
        if self.ahead >= end:
            return []
        starts, at = self.starts, self.at
        while starts[at] < start:
            at += 1
        first = at
        while starts[at] < end:
            at += 1
        self.at, self.ahead = at, starts[at]
        found = self.things[first:at]
        if found and found[-1].end > end:
            found.pop()
        return found


def observe(
    view: View,
    stretches: Sequence[Stretch],
    document_id: str,
    tables: Sequence[Table] | None = None,
    found: Found | None = None,
) -> tuple[Observation, ...]:
    """Give the figures that a document states (提取数据).

    Args:
        view: The document's text as a person reads it.
        stretches: The stretches of body text, in order.
        document_id: The document's id.
        tables: Its tables, in order; None to have them found.
        found: What its text mentions; None to have it found.

    Returns:
        The figures, in document order.

    Example:
        >>> from fulian.reading.setting import Setting
        >>> text = "全年举办招聘会44场，提供就业岗位7.57万个。"
        >>> found = observe(View(text), [(0, len(text), Setting(year=2016))], "d1")
        >>> [(one.label, str(one.quantity), str(one.period)) for one in found]
        [('举办招聘会', '44场', '2016'), ('提供就业岗位', '7.57万个', '2016')]
    """
    text = view.text
    mentioned = Found(text) if found is None else found
    figures = _Cursor(find_quantities(text), len(text))
    periods = _Cursor(mentioned.periods, len(text))
    bodies = _Cursor(mentioned.named.bodies, len(text))
    tables = find_tables(view) if tables is None else tables
    rows = TableReader(text, tables, bodies.things, periods.things)
    clock, speaker = Clock(), Speaker()
    observations: list[Observation] = []
    for start, end, setting in stretches:
        clock.begin_stretch(setting)
        speaker.begin_stretch(setting.organization, setting.year)
        fresh = start == 0 or text[start - 1] == "\n"
        told = figures.ahead < end or periods.ahead < end or bodies.ahead < end or rows.ahead < end
        # Where a paragraph tells nothing, its sentences are all the same.
        whole = fresh and not told and start < end and not text[start].isspace()
        for first, last in ((start, end),) if whole else find_sentences(text, start, end):
            table = rows.table_at(first) if rows.ahead <= first else None
            if table is not None:
                for row in rows.within(table, first, last):
                    observations += _observations(view, rows.row(table, row, setting), document_id)
                fresh = True
                continue
            if fresh:
                clock.begin_paragraph()
                speaker.begin_paragraph()
            counted = figures.within(first, last) if figures.ahead < last else []
            times = periods.within(first, last) if periods.ahead < last else []
            named = bodies.within(first, last) if bodies.ahead < last and (counted or times or fresh) else []
            if counted and named:
                counted = [one for one in counted if text[one.start] <= "9" or not _names_a_place(one, named)]
            if counted or times or (named and fresh):
                clauses = find_clauses(text, first, last) if counted else []
                sentence = Sentence(text, (first, last), clauses, counted, times, named, setting, opens=fresh)
                clock.date(sentence)
                speaker.name(sentence)
                if counted:
                    settle(sentence)
                    observations += _observations(view, sentence.drafts, document_id)
            else:
                clock.pass_over(text, first)
            fresh = text[last - 1] == "\n"
    return tuple(observations)


def _names_a_place(figure: Figure, named: Sequence[BodyMention]) -> bool:
    """三棵树镇, 五里桥村: a number that a place's name begins with."""
    form = next((one.form for one in named if one.start <= figure.start and figure.end < one.end), None)
    if form is BodyForm.PLACE:
        return True
    return form is BodyForm.COMMUNITY and figure.quantity.unit not in _OF_VILLAGES


def _observations(view: View, drafts: Sequence[Draft], document_id: str) -> list[Observation]:
    made: list[Observation] = []
    for draft in drafts:
        source = view.source(document_id, draft.start, draft.end)
        quote, quantity = source.quote, draft.quantity
        printed = quantity.text
        if quote != printed and len(quote) == len(printed):
            quantity = attrs.evolve(quantity, text=quote)  # as printed: with full-width digits
        above, below = draft.numerator, draft.denominator
        made.append(
            _observation(
                label=draft.label,
                indicator=draft.indicator,
                certainty=draft.certainty,
                quantity=quantity,
                organization=draft.organization,
                period=draft.period,
                status=draft.status,
                numerator=None if above is None else view.span(above.start, above.end),
                denominator=None if below is None else view.span(below.start, below.end),
                source=source,
                trail=tuple(draft.trail),
            )
        )
    return made
