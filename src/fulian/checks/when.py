"""For which year a place of a document speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fulian.checks.matter import Matter
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.reading import Part

__all__ = ["year_at", "year_in"]

_YEAR = re.compile("(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")


def year_in(title: str | None) -> int | None:
    """Give the one year that a title names (标题年份).

    Args:
        title: The title, or None.

    Returns:
        The year; None where it names none, or several.

    Example:
        >>> year_in("县妇联2014年工作要点"), year_in("2011-2020年规划")
        (2014, None)
    """
    years = set(_YEAR.findall(title or ""))
    return int(years.pop()) if len(years) == 1 else None


def year_at(matter: Matter, place: int) -> int | None:
    r"""Give the year that a place of the document speaks for (所述年份).

    Args:
        matter: What is looked at.
        place: A code point of the document.

    Returns:
        The year of the innermost part that has one, or names one in its title; else of the report or plan there; else
        that of the document's own date or title. None where none tells.

    Example:
        >>> import fulian
        >>> year_at(Matter(fulian.read_text("县妇联2020年工作总结\n2020年，县妇联举办讲座12场。")), 20)
        2020
    """
    reading = matter.reading
    if reading is None:
        return None
    inner = _part_year(reading.parts, place)
    if inner is not None:
        return inner
    records: tuple[CityReport | AnnualPlan, ...] = (*reading.reports, *reading.plans)
    for one in records:
        if one.year is not None and one.source is not None and place in one.source.span:
            return one.year
    document = reading.document
    issued = document.issued or document.published
    return issued.year if issued else year_in(document.title)


def _part_year(parts: Iterable[Part], place: int) -> int | None:
    for part in parts:
        if place in part.source.span:
            inner = _part_year(part.parts, place)
            return inner if inner is not None else (part.year or year_in(part.title))
    return None
