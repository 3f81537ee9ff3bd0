"""The sheet of figures of a filled form, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import attrs

from fulian.model.achievement import Achievement
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation, Status
from fulian.model.source import Source
from fulian.model.work_area import WorkArea
from fulian.reading.form._cells import Cell
from fulian.reading.form._matter import Matter
from fulian.reading.form._sheets import Found, Row
from fulian.reading.form.figures import (
    CHOICE,
    LEAP,
    NOT_A_NUMBER,
    PART,
    Asked,
    asked_of,
    asked_of_part,
    leaps,
    read_figure,
)
from fulian.reading.form.layout import AREA_OF_DOMAIN, FIGURES, HEDGES, TARGETS
from fulian.reference.indicators import indicators
from fulian.text.quantities import Figure, parse_unit
from fulian.values.period import Period
from fulian.values.quantity import Qualifier
from fulian.values.span import Span

__all__ = ["FigureRows"]

_OTHERS = "其他指标"


class _Line(NamedTuple):
    """A figure with what it is of, for the words of a group."""

    area: WorkArea | None
    words: str
    first: Cell
    last: Cell
    observations: tuple[Observation, ...]


class FigureRows:
    """The sheet of figures: an achievement for each area with its figures, a task with its targets."""

    def __init__(self, matter: Matter, found: Found, codes: Iterable[str], target_year: int) -> None:
        self.matter, self.found = matter, found
        self.target_year = target_year
        known = indicators()
        self.asked = {known[code].name: known[code] for code in codes if code in known}
        self.done: list[_Line] = []
        self.planned: list[_Line] = []
        self._read()

    def _read(self) -> None:
        seen: dict[str, Cell] = {}
        area: WorkArea | None = None
        for row in self.found.rows():
            number, name = row.cells.get("number"), row.cells.get("name")
            if name is None and number is not None and (number.text in AREA_OF_DOMAIN or number.text == _OTHERS):
                self.matter.take(number)
                area = AREA_OF_DOMAIN.get(number.text)
                continue
            if name is not None and name.text in self.asked:
                if name.text in seen:
                    words = "这一指标在表中出现不止一次，各次都已读入，请核对"
                    address = self.found.address(row.number, "name")
                    self.matter.notes.at(self.matter.source_of(name), address, "form-row-repeated", words)
                seen.setdefault(name.text, name)
                entry = self.asked[name.text]
                self._row(row, asked_of(entry), AREA_OF_DOMAIN.get(entry.domain))
            else:
                self._own_row(row, area)
        for name_of in self.asked:
            if name_of not in seen:
                words = f"缺少指标“{name_of}”一行，可能已被删除"
                self.matter.notes.of(self.found.grid.name, "form-row-missing", words)

    def _own_row(self, row: Row, area: WorkArea | None) -> None:
        """A row that people add: name and unit are theirs."""
        name, unit = row.cells.get("name"), row.cells.get("unit")
        numbers = [row.cells[key] for key in ("actual", "target", "part", "whole") if key in row.cells]
        if name is None:
            if numbers or unit is not None:
                first = numbers[0] if numbers else unit
                assert first is not None  # noqa: S101 - one of the two is there
                address = self.found.grid.address(row.number, first.column)
                self.matter.notes.at(self.matter.source_of(first), address, "form-no-name", "这一行没有写指标名称")
            return
        if not numbers:
            address = self.found.address(row.number, "name")
            self.matter.notes.at(self.matter.source_of(name), address, "form-no-figure", "这一行没有填数字")
            return
        self._row(row, Asked(label=name.text, unit=unit.text if unit else ""), area)

    def _row(self, row: Row, asked: Asked, area: WorkArea | None) -> None:
        cells, matter = row.cells, self.matter
        matter.take(*(cells.get(key) for key in ("name", "unit", "last", "remark", "check")))
        told = self._unit(row, asked)
        if told is None:
            return
        asked = told
        entry = indicators().get(asked.code or "")
        actual = self._figure(row, "actual", asked)
        parts = {
            "part": asked_of_part((entry and entry.numerator) or asked.label),
            "whole": asked_of_part((entry and entry.denominator) or asked.label),
        }
        part, whole = (self._figure(row, key, parts[key]) for key in ("part", "whole"))
        target = self._figure(row, "target", asked)
        hedge = self._hedge(row, actual)
        self._compare(row, asked, actual, part, whole)
        year = Period.year(matter.year)
        made: list[Observation] = []
        spans = {key: self._span(cells[key], figure) for key, figure in (("part", part), ("whole", whole)) if figure}
        if actual is not None:
            figure = actual._replace(quantity=attrs.evolve(actual.quantity, qualifier=hedge))
            one = self._observe(row, "actual", figure, asked, year, Status.ACTUAL)
            made.append(attrs.evolve(one, numerator=spans.get("part"), denominator=spans.get("whole")))
        for key, figure_of in (("part", part), ("whole", whole)):
            if figure_of is not None:
                made.append(self._observe(row, key, figure_of, parts[key], year, Status.ACTUAL))
        remark = f"（{cells['remark'].text}）" if "remark" in cells else ""
        name = cells["name"]
        if made:
            said = [_said(one, asked) for one in made[:1]] if actual is not None else []
            said += [f"{one.label}{one.quantity.text}" for one in made[1 if actual is not None else 0 :]]
            words = f"{asked.label}{'，'.join(said)}{remark}"
            self.done.append(_Line(area, words, name, self._last(row, "actual", "hedge", "part", "whole"), tuple(made)))
        if target is not None:
            when = Period.year(self.target_year)
            goal = self._observe(row, "target", target, asked, when, Status.TARGET)
            words = f"{asked.label}{_said(goal, asked)}{remark if not made else ''}"
            self.planned.append(_Line(area, words, name, self._last(row, "target"), (goal,)))
            made.append(goal)
        elif not made and "remark" in cells:
            address = self.found.address(row.number, "remark")
            matter.notes.at(matter.source_of(cells["remark"]), address, "form-remark", "这一行只写了备注，没有填数字")
        matter.observations += made

    def _unit(self, row: Row, asked: Asked) -> Asked | None:
        """What is asked where somebody changed the unit that the form printed; None where the new one is no fit."""
        cell = row.cells.get("unit")
        if cell is None or asked.code is None or cell.text == asked.unit:
            return asked
        unit, address = parse_unit(cell.text), self.found.address(row.number, "unit")
        fits = unit is not None and unit.unit in asked.units
        read = "按改后的单位读入，请核对" if fits else "这一行没有读入"
        words = f"单位原来是“{asked.unit}”，已被改动，{read}"
        self.matter.notes.at(self.matter.source_of(cell), address, "form-unit-changed", words)
        return attrs.evolve(asked, unit=cell.text) if fits else None

    def _last(self, row: Row, *keys: str) -> Cell:
        return max((row.cells[key] for key in ("name", *keys) if key in row.cells), key=lambda cell: cell.end)

    def _figure(self, row: Row, key: str, asked: Asked) -> Figure | None:
        """What stands in a cell for a figure; what is none is said and stays unread."""
        cell = row.cells.get(key)
        if cell is None:
            return None
        matter = self.matter
        address, title = self.found.address(row.number, key), self.found.title(key, matter.year)
        figure = read_figure(cell.text, asked)
        if figure is None:
            unit = f"（单位：{asked.unit}）" if asked.unit else ""
            words = f"“{title}”{NOT_A_NUMBER.words}{unit}"
            matter.notes.at(matter.source_of(cell), address, NOT_A_NUMBER.code, words)
            return None
        matter.take(cell)
        for verdict in asked.verdicts(figure.quantity.value):
            matter.notes.at(matter.source_of(cell), address, verdict.code, f"“{title}”{verdict.words}")
        return figure

    def _hedge(self, row: Row, actual: Figure | None) -> Qualifier:
        """How sure the figure is: as typed with it, else as chosen."""
        typed = actual.quantity.qualifier if actual is not None else Qualifier.EXACT
        cell = row.cells.get("hedge")
        if cell is None:
            return typed
        matter, address = self.matter, self.found.address(row.number, "hedge")
        chosen = HEDGES.get(cell.text)
        if chosen is None:
            matter.notes.at(matter.source_of(cell), address, CHOICE.code, f"“准确程度”{CHOICE.words}")
            return typed
        matter.take(cell)
        if typed is not Qualifier.EXACT and typed is not chosen:
            words = "“准确程度”与数字前后写的不一致，以数字前后写的为准"
            matter.notes.at(matter.source_of(cell), address, "form-hedge-differs", words)
            return typed
        return chosen

    def _compare(
        self, row: Row, asked: Asked, actual: Figure | None, part: Figure | None, whole: Figure | None
    ) -> None:
        """This year's figure against last year's, the part against the whole."""
        matter, cells = self.matter, row.cells
        last = read_figure(cells["last"].text, asked) if "last" in cells else None
        if actual is not None and last is not None and leaps(actual.quantity.value, last.quantity.value):
            words = f"“{self.found.title('actual', matter.year)}”{LEAP.words}（上年为{cells['last'].text}）"
            address = self.found.address(row.number, "actual")
            matter.notes.at(matter.source_of(cells["actual"]), address, LEAP.code, words)
        if part is not None and whole is not None and part.quantity.value > whole.quantity.value:
            words = f"“分子”{PART.words}（分母为{cells['whole'].text}）"
            matter.notes.at(matter.source_of(cells["part"]), self.found.address(row.number, "part"), PART.code, words)

    @staticmethod
    def _span(cell: Cell, figure: Figure) -> Span:
        return Span(start=cell.start + figure.start, end=cell.start + figure.end)

    def _observe(self, row: Row, key: str, figure: Figure, asked: Asked, period: Period, status: Status) -> Observation:
        span = self._span(row.cells[key], figure)
        return Observation(
            label=asked.label,
            indicator=asked.code,
            certainty=Decimal(1) if asked.code else None,
            quantity=figure.quantity,
            organization=self.matter.organization,
            period=period,
            status=status,
            source=self.matter.source(span.start, span.end),
            trail=(f"quantity:form-cell={self.found.address(row.number, key)}",),
        )

    # ---------------------------------------------------------------- groups

    def achievements(self) -> tuple[Achievement, ...]:
        """The figures of this year, an achievement for each area."""
        return tuple(
            Achievement(title=FIGURES + _name(area), text=words, area=area, observations=observations, source=source)
            for area, words, observations, source in self._groups(self.done)
        )

    def tasks(self) -> tuple[KeyTask, ...]:
        """The targets, a task for each area."""
        return tuple(
            KeyTask(
                title=TARGETS + _name(area),
                text=f"{TARGETS}{_name(area)}。{words}",
                area=area,
                targets=observations,
                due=Period.year(self.target_year),
                source=source,
            )
            for area, words, observations, source in self._groups(self.planned)
        )

    def _groups(self, lines: Sequence[_Line]) -> Iterator[tuple[WorkArea | None, str, tuple[Observation, ...], Source]]:
        by_area: dict[WorkArea | None, list[_Line]] = {}
        for line in lines:
            by_area.setdefault(line.area, []).append(line)
        for area, group in by_area.items():
            start, end = min(one.first.start for one in group), max(one.last.end for one in group)
            observations = tuple(figure for one in group for figure in one.observations)
            yield area, "；".join(one.words for one in group) + "。", observations, self.matter.source(start, end)


def _name(area: WorkArea | None) -> str:
    return "其他" if area is None else area.zh


def _said(one: Observation, asked: Asked) -> str:
    """A figure as a sentence has it: with its unit and its hedge."""
    quantity = one.quantity
    text = quantity.text
    if not text.endswith(quantity.unit or asked.unit):
        text += asked.unit
    before, after = {Qualifier.ABOUT: ("约", ""), Qualifier.UNDER: ("不足", ""), Qualifier.OVER: ("", "以上")}.get(
        quantity.qualifier, ("", "")
    )
    return f"{before}{text}{after}"
