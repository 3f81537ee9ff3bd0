"""A form as an Excel workbook, to be filled in.

Needs the extra ``tables``. Text is always stored as text, never as a formula, whatever it begins with.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fulian.errors import ParseError
from fulian.formats._extras import needed
from fulian.formats._packages import workbook_bytes
from fulian.formats._problems import one_fault
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.organization import Organization, OrganizationKind
from fulian.reading.form.layout import GUIDE, INFO, LAYOUTS, VERSION, FormInfo, FormKind
from fulian.reference.indicators import indicators
from fulian.text.organizations import parse_organization
from fulian.writing.form import _guide, _sheets
from fulian.writing.form._filling import Filling, fill_plan, fill_report, last_figures
from fulian.writing.form._looks import Looks
from fulian.writing.form._text import fitting, put
from fulian.writing.form.indicators import USUAL, choose_indicators

__all__ = ["dumps_form"]


def dumps_form(
    kind: FormKind | str = FormKind.CITY_REPORT,
    *,
    organization: str = "",
    year: int | None = None,
    indicators: Iterable[str] = (),
    last_year: Iterable[CityReport | AnnualPlan] = (),
    record: CityReport | AnnualPlan | None = None,
) -> bytes:
    """Make a form (制作填报表): a workbook in Chinese that a body fills in and `fulian.read` reads back.

    Args:
        kind: What the form asks for.
        organization: The body that is to fill it in; by default that of `record`, else anybody.
        year: The calendar year it is for; by default that of `record`.
        indicators: Codes of the catalogue, and areas of work whose indicators are meant; by default those that a city's
            federation counts itself, and those of `record`.
        last_year: Reports of the year before; the figures of the body's own stand beside.
        record: A report, or for a plan's form a plan, that the form is filled with as far as its cells can hold it.

    Returns:
        The bytes of an ``.xlsx`` file.

    Raises:
        DataError: No year is known, the year is out of range, a record is of another kind than the form, or a text is
            longer than a cell can hold.
        ParseError: An indicator or area is not known.
        ReadError: The package openpyxl is not installed; it names the extra.

    Example:
        >>> from io import BytesIO
        >>> import fulian
        >>> form = dumps_form(organization="株洲市妇联", year=2024, indicators=["ORG_HOMES"])
        >>> reading = fulian.read(BytesIO(form))
        >>> str(reading.reports[0].organization), reading.reports[0].year, reading.notes
        ('株洲市妇联', 2024, ())
    """
    openpyxl = needed("openpyxl", extra="tables", what="forms")
    kind = FormKind(kind)
    info = _info(kind, organization, year, indicators, record)
    filling = _filling(info, record)
    filling.basics.update(organization=info.organization, year=str(info.year))
    last = last_figures(last_year, info.indicators, info.year - 1, _body_of(info))
    book = openpyxl.Workbook()
    looks = Looks(openpyxl, f"{info.organization}{info.year}年{kind.zh}")
    layouts = LAYOUTS[kind]
    guide = book.active
    guide.title = GUIDE
    for layout in layouts:
        _sheets.write_sheet(looks, book.create_sheet(layout.name), layout, info, filling, last)
    _guide.write_guide(looks, guide, layouts, kind)
    _write_info(book.create_sheet(INFO), info)
    _describe(book, looks.title)
    return workbook_bytes(book)


def _info(
    kind: FormKind,
    organization: str,
    year: int | None,
    chosen: Iterable[str],
    record: CityReport | AnnualPlan | None,
) -> FormInfo:
    wanted = CityReport if kind is FormKind.CITY_REPORT else AnnualPlan
    if record is not None and not isinstance(record, wanted):
        raise one_fault("record", f"a {wanted.__name__} for this form", type(record).__name__)
    body = record.organization if isinstance(record, CityReport) else record.issuer if record is not None else None
    year = year if year is not None else record.year if record is not None else None
    if year is None or not 1950 <= year <= 2099:
        raise one_fault("year", "a year from 1950 to 2099, or a record that has one", repr(year))
    codes = tuple(chosen) or (*USUAL, *_codes_of(record))
    return FormInfo(
        kind=kind,
        version=VERSION,
        year=year,
        organization=fitting(organization or (body.name if body else "")),
        indicators=choose_indicators(codes),
    )


def _body_of(info: FormInfo) -> Organization | None:
    """The body that a form is for; None where it is for any."""
    if not info.organization:
        return None
    try:
        return parse_organization(info.organization, year=info.year)
    except ParseError:
        return Organization(name=info.organization, kind=OrganizationKind.OTHER)


def _codes_of(record: CityReport | AnnualPlan | None) -> tuple[str, ...]:
    """The indicators that a record has figures of."""
    if isinstance(record, CityReport):
        figures = [figure for one in record.achievements for figure in one.observations]
        figures += [figure for task in record.commitments for figure in task.targets]
    elif record is not None:
        tasks = (*record.key_tasks, *(task for section in record.sections for task in section.tasks))
        figures = [figure for task in tasks for figure in task.targets]
    else:
        figures = []
    return tuple(figure.indicator for figure in figures if figure.indicator in indicators())


def _filling(info: FormInfo, record: CityReport | AnnualPlan | None) -> Filling:
    if isinstance(record, CityReport):
        return fill_report(record, info.indicators, info.year)
    return fill_plan(record, info.indicators, info.year) if record is not None else Filling()


def _write_info(sheet: Any, info: FormInfo) -> None:
    """The hidden sheet: which form it is."""
    for number, row in enumerate(info.rows(), start=1):
        for column, text in enumerate(row, start=1):
            put(sheet.cell(number, column), text)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True


def _describe(book: Any, title: str) -> None:
    book.properties.title = title
    book.properties.creator = "fulian"
    book.properties.language = "zh-CN"
    book.active = 0
