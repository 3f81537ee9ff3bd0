"""Which figures a chart shows: those of one thing, in one unit, one for each body and year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import attrs

from fulian.checks.arithmetic.people import PEOPLE
from fulian.errors import DataError, Fault
from fulian.formats._figures import figures_of
from fulian.model.document import Document
from fulian.model.indicator import Indicator
from fulian.model.observation import Observation, Status
from fulian.model.reading import Reading
from fulian.reference.indicators import indicators
from fulian.values.period import Period
from fulian.writing.charts._bodies import Body, body_of

__all__ = ["Choice", "Entry", "choose", "pick", "readings_of", "subject", "year_of"]

# What a table's head adds to what is counted: whether it was planned or done.
_STANDING = re.compile("(?:年度|全年)?(?:计划|目标|任务|实际|完成|实绩)(?:数|值|量|情况)?$")


@attrs.frozen
class Entry:
    """A figure that may be shown: its document, the body it is of, and whether it is just what was asked for."""

    one: Observation
    document: Document | None
    body: Body | None
    exact: bool

    @property
    def year(self) -> int | None:
        """The calendar year its period lies in."""
        return year_of(self.one.period)


@attrs.frozen
class Choice:
    """The figures of one thing: its Chinese and English name, their unit, and they themselves in document order."""

    name: str
    name_en: str
    unit: str
    entries: tuple[Entry, ...]


def readings_of(records: Any) -> Iterator[Reading]:
    """Give the readings among some records: one, or a tuple of records and of such."""
    if isinstance(records, Reading):
        yield records
    elif isinstance(records, tuple):
        for record in records:
            yield from readings_of(record)


def subject(label: str) -> str:
    """Give what a label counts, without a table head's 计划 or 实际."""
    return _STANDING.sub("", label).strip() or label


def year_of(period: Period | None) -> int | None:
    """Give the calendar year that a period lies in, or None."""
    return period.first.year if period and period.first.year == period.last.year else None


@cache
def _codes() -> dict[str, str]:
    """The code of each name and alias of the catalogue; a name that two indicators have is none's."""
    names = [(name, one.code) for one in indicators().values() for name in (one.name, *one.aliases)]
    often = Counter(name for name, _ in names)
    return {name: code for name, code in names if often[name] == 1}


def choose(records: Any, wanted: str | Indicator, unit: str | None) -> Choice:
    """Choose the figures of one thing, done or planned.

    Args:
        records: Readings, reports, plans or observations.
        wanted: An indicator, its code or its name; or words that stand in the figures' labels.
        unit: The unit that they must have; where None they must all have one.

    Raises:
        DataError: There is no such figure, or there are several units.
    """
    code = wanted.code if isinstance(wanted, Indicator) else wanted if wanted in indicators() else _codes().get(wanted)
    words = wanted.name if isinstance(wanted, Indicator) else wanted
    known = wanted if isinstance(wanted, Indicator) else indicators().get(code or "")
    # A document is often given twice, as a file and within a collection; each figure counts once.
    stated = {
        (one.source.document_id, one.source.start, one.source.end): (one, doc) for one, doc in figures_of(records)
    }
    figures = [(one, doc) for one, doc in stated.values() if one.status in (Status.ACTUAL, Status.TARGET)]
    found = [(one, doc, exact) for one, doc in figures if (exact := _fits(one, words, code)) is not None]
    if not found:
        expected = "words of a figure that the documents state" + _examples([one for one, _ in figures])
        raise DataError([Fault(path="figure", expected=expected, value=repr(words) if words else "nothing")])
    entries = [Entry(one, doc, body_of(one.organization, one.period), exact) for one, doc, exact in found]
    entries = [one for one in entries if unit is None or _unit(one.one.quantity.unit) == _unit(unit)]
    units = Counter(_unit(one.one.quantity.unit) for one in entries)
    if len(units) != 1:
        told = Counter(_unit(one.quantity.unit) for one, _, _ in found)
        value = ", ".join(f"{name or '(none)'} ({count})" for name, count in told.most_common())
        raise DataError([Fault(path="unit", expected=f"one unit for {words!r}; choose one of them", value=value)])
    name = known.name if known else words
    english = (known.name_en or known.name) if known else words
    return Choice(name=name, name_en=english, unit=next(iter(units)), entries=tuple(entries))


def _fits(one: Observation, words: str, code: str | None) -> bool | None:
    """Whether a figure is just what was asked for (True), speaks of it (False), or not (None)."""
    if (code is not None and one.indicator == code) or words in (one.label, subject(one.label)):
        return True
    return False if words and words in one.label else None


def _unit(unit: str) -> str:
    return "人" if unit in PEOPLE else unit


def _examples(figures: list[Observation]) -> str:
    common = [label for label, _ in Counter(subject(one.label) for one in figures if one.label).most_common(5)]
    return f", such as {'、'.join(common)}" if common else "; they state none"


def pick(entries: Iterable[Entry], where: str) -> Entry:
    """Pick the one figure of a body, a year and a standing.

    The words that were asked for go before words around them, the whole year before its end, the end before a part.

    Args:
        entries: At least one figure.
        where: What to call them where they contradict each other.

    Raises:
        DataError: Figures that are as good as each other say different things.
    """
    ranked = sorted(entries, key=_rank, reverse=True)
    best = [one for one in ranked if _rank(one) == _rank(ranked[0])]
    said = {(one.one.quantity.value, one.one.quantity.high, one.one.quantity.qualifier): one for one in best}
    if len(said) > 1:
        value = ", ".join(f"{one.one.quantity} ({one.one.label or '-'})" for one in said.values())
        raise DataError([Fault(path=where, expected="one figure; closer words may tell them apart", value=value)])
    return best[0]


def _rank(entry: Entry) -> tuple[bool, int, int]:
    period = entry.one.period
    if period is None:
        return entry.exact, 0, 0
    whole = period.first.timetuple().tm_yday == 1 and (period.last.month, period.last.day) == (12, 31)
    return entry.exact, 2 if whole else 1, period.last.toordinal()
