"""What goes into a form from records: as much of a report or a plan as its cells can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

import attrs

from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.document import Passage
from fulian.model.indicator import Indicator
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization
from fulian.reading.form.figures import Asked, asked_of, asked_of_part, printed_figure, read_figure
from fulian.reading.form.layout import FIGURES, HEDGES, TARGETS
from fulian.reference.indicators import indicators
from fulian.text.periods import format_period
from fulian.values.period import Period
from fulian.values.quantity import Qualifier

__all__ = ["Filling", "fill_plan", "fill_report", "last_figures"]

_HEDGE_NAMES = {qualifier: name for name, qualifier in HEDGES.items()}

# A row's cells by their columns.
Row = dict[str, str]


@attrs.define
class Filling:
    """The cells that a form comes with: those of the first sheet by line, of the others row by row."""

    basics: Row = attrs.Factory(dict)
    figures: dict[str, Row] = attrs.Factory(dict)  # by the indicator's code
    own: list[Row] = attrs.Factory(list)
    achievements: list[Row] = attrs.Factory(list)
    problems: list[Row] = attrs.Factory(list)
    tasks: list[Row] = attrs.Factory(list)


def last_figures(
    reports: Iterable[CityReport | AnnualPlan], codes: Iterable[str], year: int, body: Organization | None
) -> dict[str, str]:
    """The figures that stand beside: those that a body's reports give for a year, by the indicator's code."""
    found: dict[str, str] = {}
    for report in reports:
        if isinstance(report, CityReport) and _is_of(report, body):
            for code, row in _actual(report, codes, year, report.organization).items():
                hedge = HEDGES[row["hedge"]] if "hedge" in row else Qualifier.EXACT
                asked = asked_of(indicators()[code])
                figure = read_figure(row["actual"], asked)
                if figure is not None:
                    found.setdefault(code, printed_figure(figure.quantity.value, hedge, asked))
    return found


def _is_of(report: CityReport, body: Organization | None) -> bool:
    """Whether a report may be a body's: it is, or one of the two is not known."""
    other = report.organization
    if other is None or body is None:
        return True
    return other.name == body.name or (other.division_code is not None and _place(other) == _place(body))


def _place(body: Organization) -> tuple[object, ...]:
    return body.kind, body.level, body.division_code


def fill_report(report: CityReport, codes: Iterable[str], year: int) -> Filling:
    """Fill a form with a report."""
    codes = tuple(codes)
    filling = Filling(basics=_basics(report.headline, report.introduction))
    for one in report.achievements:
        if not (one.title or "").startswith(FIGURES):
            filling.achievements.append(_cells(title=one.title, text=one.text, area=one.area and one.area.zh))
    filling.problems = [_cells(text=passage.text) for passage in report.problems]
    _fill_tasks(filling, report.commitments, "", report.organization, year + 1)
    for code, row in _actual(report, codes, year, report.organization).items():
        filling.figures.setdefault(code, {}).update(row)
    _fill_targets(filling, report.commitments, codes, year + 1, report.organization)
    _fill_own(filling, report.achievements, report.commitments)
    return filling


def fill_plan(plan: AnnualPlan, codes: Iterable[str], year: int) -> Filling:
    """Fill a form with a plan."""
    filling = Filling(basics=_basics(plan.title, plan.guidance))
    for section in plan.sections:
        _fill_tasks(filling, section.tasks, section.title, plan.issuer, year)
    _fill_tasks(filling, plan.key_tasks, "", plan.issuer, year)
    tasks = (*plan.key_tasks, *(task for section in plan.sections for task in section.tasks))
    _fill_targets(filling, tasks, codes, year, plan.issuer)
    _fill_own(filling, (), plan.key_tasks)
    return filling


def _cells(**cells: str | None) -> Row:
    return {key: text for key, text in cells.items() if text}


def _basics(headline: str | None, passages: Iterable[Passage]) -> Row:
    return _cells(headline=headline, introduction="\n".join(passage.text for passage in passages))


def _is_about(one: Observation, organization: Organization | None, year: int, status: Status) -> bool:
    """Whether a figure is the body's own, for the year."""
    ours = one.organization is None or organization is None or one.organization.name == organization.name
    return ours and one.status is status and one.period == Period.year(year) and one.quantity.high is None


def _held(one: Observation, asked: Asked, *, qualifier: Qualifier) -> str | None:
    """A figure as a cell holds it; None where what is read back would be another."""
    unit = one.quantity.unit
    if asked.units and unit not in asked.units:
        return None
    bare = printed_figure(one.quantity.value, Qualifier.EXACT, asked)
    text = printed_figure(one.quantity.value, qualifier, asked)
    if unit not in ("", asked.given.unit):  # another of the units that the indicator is counted in
        bare, text = (words.replace(bare, f"{one.quantity.value:f}{unit}") for words in (bare, text))
    figure = read_figure(text, asked)
    if figure is None or (figure.quantity.value, figure.quantity.qualifier) != (one.quantity.value, qualifier):
        return None
    return text


def _actual(report: CityReport, codes: Iterable[str], year: int, body: Organization | None) -> dict[str, Row]:
    """The figures of a year by their indicators, with the part and the whole that they are a share by and of."""
    wanted = {code: indicators()[code] for code in codes}
    rows: dict[str, Row] = {}
    for one in report.achievements:
        for figure in one.observations:
            entry = wanted.get(figure.indicator or "")
            if entry is None or entry.code in rows or not _is_about(figure, body, year, Status.ACTUAL):
                continue
            row = _actual_row(figure, entry, one.observations)
            if row is not None:
                rows[entry.code] = row
    return rows


def _actual_row(figure: Observation, entry: Indicator, beside: Iterable[Observation]) -> Row | None:
    text = _held(figure, asked_of(entry), qualifier=Qualifier.EXACT)
    if text is None:
        return None
    row = {"actual": text}
    if figure.quantity.qualifier is not Qualifier.EXACT:
        row["hedge"] = _HEDGE_NAMES[figure.quantity.qualifier]
    for key, span in (("part", figure.numerator), ("whole", figure.denominator)):
        other = next((one for one in beside if one.source.span == span), None)
        if other is not None and other.quantity.high is None and entry.numerator and entry.denominator:
            other_text = _held(other, asked_of_part(other.label), qualifier=other.quantity.qualifier)
            if other_text is not None:
                row[key] = other_text
    return row


def _with_unit(text: str, unit: str) -> str:
    """A figure with its unit, the unit before a hedge that follows: 200人以上."""
    return f"{text.removesuffix('以上')}{unit}以上" if text.endswith("以上") else f"{text}{unit}"


def _fill_targets(
    filling: Filling, tasks: Iterable[KeyTask], codes: Iterable[str], year: int, body: Organization | None
) -> None:
    wanted = {code: asked_of(indicators()[code]) for code in codes}
    for figure in (figure for task in tasks for figure in task.targets):
        asked = wanted.get(figure.indicator or "")
        if asked is None or not _is_about(figure, body, year, Status.TARGET):
            continue
        row = filling.figures.setdefault(asked.code or "", {})
        text = _held(figure, asked, qualifier=figure.quantity.qualifier)
        if text is not None:
            row.setdefault("target", text)


def _fill_own(filling: Filling, achievements: Iterable[Achievement], tasks: Iterable[KeyTask]) -> None:
    """The rows that people added to a form that these records were read from."""
    rows: dict[tuple[str, str], Row] = {}
    for key, figures in (
        ("actual", _own_figures(((one.title or "", one.observations) for one in achievements), FIGURES)),
        ("target", _own_figures(((task.title, task.targets) for task in tasks), TARGETS)),
    ):
        for one in figures:
            unit = one.quantity.unit
            text = _held(one, Asked(label=one.label, unit=unit), qualifier=one.quantity.qualifier)
            if text is not None and one.label:
                row = rows.setdefault((one.label, unit), _cells(name=one.label, unit=unit))
                row.setdefault(key, text)
    filling.own = list(rows.values())


def _own_figures(groups: Iterable[tuple[str, tuple[Observation, ...]]], mark: str) -> Iterator[Observation]:
    for title, observations in groups:
        if title.startswith(mark):
            parts = {span for one in observations for span in (one.numerator, one.denominator) if span is not None}
            yield from (one for one in observations if one.indicator is None and one.source.span not in parts)


def _fill_tasks(filling: Filling, tasks: Iterable[KeyTask], section: str, body: Organization | None, year: int) -> None:
    for task in tasks:
        if task.title.startswith(TARGETS):
            continue
        targets = [one for one in task.targets if one.source.quote not in task.text]
        filling.tasks.append(
            _cells(
                section=section,
                title=task.title,
                text=task.text if task.text != task.title else None,
                area=task.area and task.area.zh,
                responsible="、".join(one.name for one in task.responsible),
                due=format_period(task.due) if task.due else None,
                target="；".join(words for one in targets if (words := _target(one, body, year))),
            )
        )


def _target(one: Observation, body: Organization | None, year: int) -> str | None:
    """A target in words: 培训妇女：500人次; None where a cell cannot hold it."""
    quantity = one.quantity
    asked = Asked(label=one.label, unit=quantity.unit)
    if not _is_about(one, body, year, Status.TARGET) or not one.label or set(one.label) & set("；;：:\n"):
        return None
    text = _held(one, asked, qualifier=quantity.qualifier)
    return f"{one.label}：{_with_unit(text, quantity.unit)}" if text is not None else None


def as_number(text: str) -> int | float | None:
    """A figure as a number of the workbook, where it is one that fifteen digits hold; else it stays text."""
    digits = sum(char.isdigit() for char in text)
    if digits > 15 or not text.replace(".", "", 1).removeprefix("-").isdecimal() or not text.isascii():
        return None
    return float(text) if Decimal(text) % 1 else int(Decimal(text))
