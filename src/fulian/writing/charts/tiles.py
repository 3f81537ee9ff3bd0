"""A map of a province in equal tiles: each city as large as the other, darker where there is more."""

from __future__ import annotations

from typing import Any

from fulian.errors import DataError, Fault
from fulian.model._given import given_records
from fulian.model.indicator import Indicator
from fulian.model.observation import Status
from fulian.reference.divisions import division
from fulian.reference.tile_maps import tile_map as layout_of
from fulian.writing.charts._bodies import place, short_name
from fulian.writing.charts._numbers import Scale
from fulian.writing.charts._places import places, province_code
from fulian.writing.charts._spec import Cell, Tiles
from fulian.writing.charts._telling import Ledger, sources, speech
from fulian.writing.charts.chart import Chart

__all__ = ["tiles_chart"]


def tiles_chart(
    records: Any,
    figure: str | Indicator,
    *,
    province: str | None = None,
    year: int | None = None,
    unit: str | None = None,
    planned: bool = False,
    title: str | None = None,
    language: str = "zh",
) -> Chart:
    r"""Show a figure on a tile map of a province's cities (瓦片地图).

    The tiles stand as the cities lie where the province was laid out by hand (Hunan), else in code order, which the
    chart then says. A city without the figure is hatched.

    Args:
        records: Readings, or other records that state figures, or an iterable of such.
        figure: An indicator, its code or its name; or words that stand in the figures' labels.
        province: The province's name or code; may be left out where the figures are of cities of one province.
        year: The calendar year; where None the latest in which something was done.
        unit: The unit, where the words are used with several.
        planned: Whether to show what was planned instead of what was done.
        title: What to write over it instead of the figure's name.
        language: ``zh`` or ``en``.

    Returns:
        The chart. Its marks go by code, one for each city.

    Raises:
        TypeError: What is given is no record and no collection of records.
        DataError: No figure fits, the figures are of several provinces or units, or two contradict each other.

    Example:
        >>> import fulian
        >>> reading = fulian.read_text("长沙市妇联2021年培训妇女960人。株洲市妇联2021年培训妇女近1200人。")
        >>> [(mark.row, mark.text) for mark in tiles_chart(reading, "培训妇女").marks[:3]]
        [('长沙市', '实际960人'), ('株洲市', '实际至多1,200人'), ('湘潭市', '无数据')]
    """
    say = speech(language)
    records = given_records(records)
    if province is None:
        held = places(records, figure, year=year, unit=unit, province=None, say=say)
        found = {(body.code or "")[:2] for body in held.found if held.found[body]}
        if len(found) != 1 or "" in found:
            told = ", ".join(sorted(division(f"{code}0000").name for code in found if code)) or "none"
            raise DataError([Fault(path="province", expected="one of the figures' provinces", value=told)])
        province = f"{found.pop()}0000"
    code = province_code(province)
    layout = layout_of(code, year)
    if not layout.tiles:
        raise DataError([Fault(path="province", expected="a province that has prefectures", value=repr(province))])
    held = places(records, figure, year=year, unit=unit, province=code, say=say)
    status = Status.TARGET if planned else Status.ACTUAL
    shown = {body.code: standings[status] for body, standings in held.found.items() if status in standings}
    if not shown:
        raise DataError([Fault(path="planned", expected="figures of that standing", value=repr(planned))])
    scale = Scale.of((entry.one.quantity for entry in shown.values()), held.choice.unit, say)
    ledger = Ledger(scale)
    cells = []
    for tile in layout.tiles:
        body, entry = place(tile.code, held.year), shown.get(tile.code)
        value = ledger.maybe(body.name, entry)
        mark = ledger.missing(body.name) if value is None else value.mark
        cells.append(Cell(name=short_name(body), column=tile.column, row=tile.row, value=value, mark=mark))
    name, where = say(held.choice.name_en, held.choice.name), division(code).name
    when = f"{held.year}年" if held.year and say.language == "zh" else str(held.year or "")
    notes = (
        held.notes
        if layout.geographic
        else (*held.notes, say("Tiles in code order.", "方块按行政区划代码排列，不表示方位。"))
    )
    return Chart(
        kind="tiles",
        language=language,
        title=title or say(f"{where}: {name}, {when}".rstrip(", "), f"{when}{where}各市州{name}"),
        subtitle=say(f"{say.standing(status)}, {scale.unit}", f"{status.zh}，{scale.unit}").rstrip(", ，"),
        marks=tuple(ledger.marks),
        notes=notes,
        sources=sources(shown.values(), say),
        spec=Tiles(cells=tuple(cells), axis=scale.unit),
    )
