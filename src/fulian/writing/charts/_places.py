"""One year's figures of one thing, body by body: what charts of cities and maps have in common."""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs

from fulian.errors import DataError, Fault, ParseError
from fulian.model.indicator import Indicator
from fulian.model.level import Level
from fulian.model.observation import Status
from fulian.model.organization import OrganizationKind
from fulian.reference.divisions import find_divisions
from fulian.reference.tile_maps import tile_map
from fulian.writing._speech import Speech
from fulian.writing.charts._bodies import Body, body_of, place
from fulian.writing.charts._choice import Choice, Entry, choose, pick, readings_of

__all__ = ["Places", "places", "province_code"]

# How a round-up's or a table's bodies are called together.
_TOGETHER = {
    Level.PROVINCE: ("provinces", "各省"),
    Level.PREFECTURE: ("cities", "各市州"),
    Level.COUNTY: ("counties", "各县市区"),
}


@attrs.frozen
class Places:
    """The figures of a year: of each body that which was done and that which was planned, where there are any."""

    choice: Choice
    year: int | None
    level: Level | None
    found: dict[Body, dict[Status, Entry]]
    notes: tuple[str, ...]

    def together(self, say: Speech) -> str:
        """Call the bodies by one name."""
        pair = _TOGETHER.get(self.level) if self.level else None
        return say(*(pair or ("bodies", "各单位")))

    @property
    def entries(self) -> list[Entry]:
        """All figures shown."""
        return [entry for standing in self.found.values() for entry in standing.values()]


def province_code(province: str) -> str:
    """Give the code of a province that is named or given as a code.

    Raises:
        DataError: There is no such province.
    """
    try:
        if province.isdecimal():
            return place(province, None).code or province
        [found] = {one.code for one in find_divisions(province, level=Level.PROVINCE)}
    except (ParseError, ValueError) as error:
        raise DataError(
            [Fault(path="province", expected="a province, such as 湖南 or 430000", value=repr(province))]
        ) from error
    return found


def places(
    records: Any, figure: str | Indicator, *, year: int | None, unit: str | None, province: str | None, say: Speech
) -> Places:
    """Gather the figures of one thing in one year.

    Bodies of the level that most have are kept, with those of that level that report something else.

    Raises:
        DataError: There is no such figure, or figures contradict each other.
    """
    choice = choose(records, figure, unit)
    year = _year(choice, year)
    entries = [one for one in choice.entries if one.year == year]
    notes = []
    nobody = sum(one.body is None for one in entries)
    if nobody:
        notes.append(say(f"Left out: {nobody} without a body.", f"未画入：{nobody}个数字没有说明是哪里的。"))
    code = province_code(province) if province else None
    groups: dict[Body, dict[Status, list[Entry]]] = {}
    for one in entries:
        if one.body and (code is None or (one.body.code or "").startswith(code[:2])):
            groups.setdefault(one.body, {}).setdefault(one.one.status, []).append(one)
    level = Level.PREFECTURE if code else _commonest(groups)
    others = sorted({body.name for body in groups if body.level is not level})
    if others:
        notes.append(
            say(f"Left out: {', '.join(others)}, of another level.", f"未画入层级不同的：{'、'.join(others)}。")
        )
    found = {
        body: {status: pick(group, f"{body.name} {year or ''} {status.zh}") for status, group in standings.items()}
        for body, standings in groups.items()
        if body.level is level
    }
    for body in _expected(records, level, year, code):
        found.setdefault(body, {})
    if not any(found.values()):
        raise DataError([Fault(path="figure", expected="figures of bodies in that place and year", value=repr(figure))])
    return Places(choice=choice, year=year, level=level, found=found, notes=tuple(notes))


def _year(choice: Choice, year: int | None) -> int | None:
    """The year asked for; else the latest in which something was done, or for which something is planned."""
    years = {one.year for one in choice.entries if one.year is not None}
    if year is not None:
        if year not in years:
            told = ", ".join(map(str, sorted(years))) or "none"
            raise DataError([Fault(path="year", expected=f"a year that figures are for: {told}", value=str(year))])
        return year
    done = {one.year for one in choice.entries if one.year is not None and one.one.status is Status.ACTUAL}
    return max(done or years, default=None)


def _commonest(groups: dict[Body, dict[Status, list[Entry]]]) -> Level | None:
    levels = Counter(body.level for body in groups)
    return min(levels, key=lambda level: (-levels[level], str(level)), default=None)


def _expected(records: Any, level: Level | None, year: int | None, province: str | None) -> list[Body]:
    """The bodies of which a figure may be looked for: a province's prefectures, or those that report."""
    if province:
        return [place(tile.code, year) for tile in tile_map(province, year).tiles]
    bodies = []
    for reading in readings_of(records):
        for report in reading.reports:
            one = report.organization
            if one and one.kind in (OrganizationKind.FEDERATION, OrganizationKind.AREA) and one.level is level:
                body = body_of(one, None)
                bodies += [body] if body and body.code else []
    return bodies
