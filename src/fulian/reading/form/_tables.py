"""The sheets of words of a filled form: work, problems, tasks."""

from __future__ import annotations

import re
from typing import NamedTuple

import attrs

from fulian.errors import ParseError
from fulian.model.achievement import Achievement
from fulian.model.document import FrameRole, Passage
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization, OrganizationKind
from fulian.model.source import Source
from fulian.model.work_area import WorkArea
from fulian.reading._details import Details
from fulian.reading.figures import observe
from fulian.reading.form._cells import Cell
from fulian.reading.form._matter import Matter
from fulian.reading.form._sheets import Found, Row
from fulian.reading.form.figures import (
    CHOICE,
    Asked,
    read_figure,
)
from fulian.reading.setting import Setting
from fulian.text.organizations import parse_organization
from fulian.text.periods import parse_period
from fulian.text.quantities import Figure, find_quantities
from fulian.text.view import View
from fulian.values.period import Period
from fulian.values.span import Span

__all__ = ["Section", "Tables"]

_BETWEEN = re.compile("[；;]+")
_NAMES = re.compile("[、，,；;]+")
_BEFORE_DUE = re.compile("(?:之?前|以前|内|完成)+$")
_AREAS = {area.zh: area for area in WorkArea}


class Section(NamedTuple):
    """Tasks under one title, and where they stand."""

    title: str
    tasks: tuple[KeyTask, ...]
    source: Source


class Tables:
    """The sheets of words: what was done, what was lacking, what is to come."""

    def __init__(self, matter: Matter, task_year: int) -> None:
        self.matter, self.task_year = matter, task_year

    # ---------------------------------------------------------------- what was done and lacking

    def achievements(self, found: Found) -> tuple[Achievement, ...]:
        """A row, a piece of work."""
        return tuple(one for row in found.rows() if (one := self._achievement(found, row)) is not None)

    def _achievement(self, found: Found, row: Row) -> Achievement | None:
        title, text = row.cells.get("title"), row.cells.get("text")
        body = text or title
        area = self._area(found, row)
        if body is None:
            self._nothing(found, row, "text", "这一行没有写内容", "area")
            return None
        if text is None:
            address = found.address(row.number, "text")
            self.matter.notes.at(self.matter.source_of(body), address, "form-no-text", "“内容”没有填，只有标题")
        self.matter.take(title, text)
        setting = Setting(
            organization=self.matter.organization, year=self.matter.year, heading=title.text if title else ""
        )
        observations = self._observe(body, setting)
        details = Details(body.text)
        start = (title or body).start
        return Achievement(
            title=title.text if title else None,
            text=body.text,
            area=area,
            programmes=details.programmes(0, len(body.text)),
            instruments=details.instruments(0, len(body.text)),
            observations=observations,
            source=self.matter.source(min(start, body.start), max(body.end, (title or body).end)),
        )

    def problems(self, found: Found) -> tuple[Passage, ...]:
        """A row, a problem."""
        passages = []
        for row in found.rows():
            cell = row.cells.get("text")
            if cell is not None:
                self.matter.take(cell)
                self._observe(cell, Setting(organization=self.matter.organization, year=self.matter.year))
                passages.append(Passage(text=cell.text, role=FrameRole.BODY, source=self.matter.source_of(cell)))
        return tuple(passages)

    # ---------------------------------------------------------------- what is to come

    def sections(self, found: Found) -> tuple[Section, ...]:
        """The tasks under the titles of their sections, in order; those under none have an empty title."""
        gathered: list[tuple[str, list[KeyTask], int, int]] = []
        for row in found.rows():
            task = self._task(found, row)
            if task is None:
                continue
            cell = row.cells.get("section")
            self.matter.take(cell)
            title = cell.text if cell else ""
            start = min(task.source.start, cell.start if cell else task.source.start)
            if gathered and gathered[-1][0] == title:
                gathered[-1][1].append(task)
                gathered[-1] = (title, gathered[-1][1], gathered[-1][2], task.source.end)
            else:
                gathered.append((title, [task], start, task.source.end))
        return tuple(
            Section(title, tuple(tasks), self.matter.source(start, end)) for title, tasks, start, end in gathered
        )

    def _task(self, found: Found, row: Row) -> KeyTask | None:
        cells, matter = row.cells, self.matter
        title, text = cells.get("title"), cells.get("text")
        head = title or text
        if head is None:
            self._nothing(found, row, "title", "这一行没有写任务", "area", "responsible", "due", "target", "section")
            return None
        if title is None:
            address = found.address(row.number, "title")
            matter.notes.at(matter.source_of(head), address, "form-no-title", "“任务”没有填，只有具体内容")
        number, target = cells.get("number"), cells.get("target")
        matter.take(title, text)
        setting = Setting(
            organization=matter.organization, year=self.task_year, status=Status.TARGET, heading=head.text
        )
        targets: tuple[Observation, ...] = ()
        for cell in (title, text):
            if cell is not None:
                targets += self._observe(cell, setting)
        if target is not None:
            targets += self._targets(found, row, target, head.text)
        words = [cell.text for cell in (title, text) if cell is not None]
        whole = words[-1] if words[-1].startswith(head.text) else f"{head.text}。{words[-1]}"
        details = Details("\n".join(words))
        length = len("\n".join(words))
        taken = [cell for cell in (title, text, cells.get("responsible"), cells.get("due"), target) if cell is not None]
        return KeyTask(
            title=head.text,
            text=whole,
            ordinal=int(number.text) if number is not None and re.fullmatch("[1-9][0-9]{0,3}", number.text) else None,
            area=self._area(found, row),
            programmes=details.programmes(0, length),
            instruments=details.instruments(0, length),
            responsible=self._responsible(cells.get("responsible")),
            due=self._due(found, row),
            targets=targets,
            source=matter.source(min(one.start for one in taken), max(one.end for one in taken)),
        )

    def _responsible(self, cell: Cell | None) -> tuple[Organization, ...]:
        if cell is None:
            return ()
        self.matter.take(cell)
        names = [name.strip() for name in _NAMES.split(cell.text)]
        return tuple(self._body(name) for name in dict.fromkeys(names) if name)

    def _body(self, name: str) -> Organization:
        """A body by its name; of a kind that cannot be told, the name as it is written."""
        try:
            return parse_organization(name, year=self.task_year, within=self.matter.organization)
        except ParseError:
            return Organization(name=name, kind=OrganizationKind.OTHER)

    def _due(self, found: Found, row: Row) -> Period | None:
        cell = row.cells.get("due")
        if cell is None:
            return None
        try:
            period = parse_period(_BEFORE_DUE.sub("", cell.text), year=self.task_year)
        except ParseError:
            words = "“完成时限”看不出是什么时间，请写成“2025年6月”“上半年”这样的时间"
            words = words.replace("2025", str(self.task_year))
            self.matter.notes.at(
                self.matter.source_of(cell), found.address(row.number, "due"), "form-not-a-time", words
            )
            return None
        self.matter.take(cell)
        return period

    def _targets(self, found: Found, row: Row, cell: Cell, title: str) -> tuple[Observation, ...]:
        """The figures of a cell for targets: 培训妇女：500人次；讲座12场."""
        made: list[Observation] = []
        start = 0
        for piece in _BETWEEN.split(cell.text):
            at = cell.text.index(piece, start)
            start = at + len(piece)
            if not piece.strip():
                continue
            told = _target(piece)
            if told is None:
                words = "“量化目标”里看不出数字和单位，请写成“培训妇女：500人次”这样"
                address = found.address(row.number, "target")
                self.matter.notes.at(self.matter.source_of(cell), address, "form-no-target", words)
                continue
            label, figure = told
            first, last = cell.start + at + figure.start, cell.start + at + figure.end
            made.append(
                Observation(
                    label=label or title,
                    quantity=figure.quantity,
                    organization=self.matter.organization,
                    period=Period.year(self.task_year),
                    status=Status.TARGET,
                    source=self.matter.source(first, last),
                    trail=(f"quantity:form-cell={found.address(row.number, 'target')}",),
                )
            )
        if made:
            self.matter.take(cell)
        self.matter.observations += made
        return tuple(made)

    # ---------------------------------------------------------------- pieces

    def _area(self, found: Found, row: Row) -> WorkArea | None:
        cell = row.cells.get("area")
        if cell is None:
            return None
        area = _AREAS.get(cell.text)
        if area is None:
            words = f"“工作领域”{CHOICE.words}"
            self.matter.notes.at(self.matter.source_of(cell), found.address(row.number, "area"), CHOICE.code, words)
            return None
        self.matter.take(cell)
        return area

    def _nothing(self, found: Found, row: Row, key: str, words: str, *others: str) -> None:
        """Say that a row says something, but not what it is about."""
        told = [row.cells[other] for other in others if other in row.cells]
        if told:
            address = found.address(row.number, key)
            self.matter.notes.at(self.matter.source_of(told[0]), address, "form-no-text", words)

    def _observe(self, cell: Cell, setting: Setting) -> tuple[Observation, ...]:
        """The figures in a cell's words, at their places in the workbook's text."""
        view = View(cell.text)
        found = observe(view, [(0, len(view.text), setting)], self.matter.id, ())
        made = tuple(_moved(one, cell.start) for one in found)
        self.matter.observations += made
        return made


def _moved(one: Observation, by: int) -> Observation:
    """A figure of a cell at its place in the workbook's text."""

    def move(span: Span | None) -> Span | None:
        return None if span is None else Span(start=span.start + by, end=span.end + by)

    span = Span(start=one.source.start + by, end=one.source.end + by)
    return attrs.evolve(
        one,
        numerator=move(one.numerator),
        denominator=move(one.denominator),
        source=attrs.evolve(one.source, span=span),
    )


def _target(piece: str) -> tuple[str, Figure] | None:
    """What a target says: its words, and the one figure it holds."""
    label, colon, value = piece.rpartition("：") if "：" in piece else piece.rpartition(":")
    if colon:
        asked = Asked(label=label.strip())
        lead = len(value) - len(value.lstrip())
        figure = read_figure(value.strip(), asked)
        if figure is None:
            return None
        shift = len(label) + 1 + lead
        return label.strip(), figure._replace(start=figure.start + shift, end=figure.end + shift)
    figures = find_quantities(piece)
    if len(figures) != 1:
        figure = read_figure(piece.strip(), Asked(label=""))
        lead = len(piece) - len(piece.lstrip())
        return None if figure is None else ("", figure._replace(start=figure.start + lead, end=figure.end + lead))
    [figure] = figures
    return piece[: figure.start].strip(), figure
