"""A form as a workbook: what it offers, what it protects, and that a record goes into it and comes back."""

from __future__ import annotations

import importlib
import re
from decimal import Decimal
from io import BytesIO
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fulian
from fulian.errors import DataError
from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization
from fulian.model.source import Source
from fulian.reading.form.figures import asked_of
from fulian.reading.form.layout import FIGURES, HEDGES, TARGETS, FormKind
from fulian.reference.indicators import indicator
from fulian.strategies import annual_plans, city_reports
from fulian.values.period import Period
from fulian.values.quantity import Qualifier, Quantity
from fulian.values.span import Span
from fulian.writing.form import dumps_form

from ...forms import FEW, new_form

openpyxl: Any = importlib.import_module("openpyxl")

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def words(text: str | None) -> str | None:
    """What a cell holds of a text: white space is one space, and what no workbook has is gone."""
    if text is None:
        return None
    return " ".join(_CONTROL.sub("", text).split()) or None


def prose(achievements: tuple[Achievement, ...]) -> list[object]:
    """What a form holds of achievements."""
    return [
        (words(one.title), words(one.text), one.area)
        for one in achievements
        if not (one.title or "").startswith(FIGURES) and words(one.text)
    ]


def body(name: str, year: int, within: Organization | None = None) -> str:
    """The full name of the body that a name means, or the name where it means none that is known."""
    try:
        return fulian.parse_organization(words(name) or "", year=year, within=within).name
    except fulian.ParseError:
        return words(name) or ""


def tasks(given_tasks: tuple[KeyTask, ...], year: int, whose: Organization | None) -> list[object]:
    """What a form holds of tasks."""
    return [
        (words(one.title), one.area, one.due, [body(other.name, year, whose) for other in one.responsible])
        for one in given_tasks
        if not one.title.startswith(TARGETS) and words(one.title)
    ]


def figures(report: CityReport) -> dict[tuple[str | None, Status], Quantity]:
    """The figures of the sheet of figures, by indicator and standing; what was typed is not compared."""
    found = {}
    for one in report.achievements:
        for figure in one.observations if (one.title or "").startswith(FIGURES) else ():
            found[figure.indicator, figure.status] = attrs.evolve(figure.quantity, text="")
    for task in report.commitments:
        for figure in task.targets if task.title.startswith(TARGETS) else ():
            found[figure.indicator, figure.status] = attrs.evolve(figure.quantity, text="")
    return found


def refill(report: CityReport, **options: object) -> CityReport:
    """Put a report into a form and read the form."""
    [back] = fulian.read(BytesIO(dumps_form(record=report, **options))).reports  # type: ignore[arg-type]
    return back


# ---------------------------------------------------------------- records go in and come back


@settings(max_examples=15)
@given(city_reports(min_year=1960, max_year=2090), st.integers(1960, 2090))
def test_a_report_goes_into_a_form_and_comes_back(report: CityReport, year: int) -> None:
    """Body, year, headline, work, problems and tasks come back, up to white space and what the form numbers itself."""
    report = report if report.year is not None else attrs.evolve(report, year=year)
    back = refill(report, indicators=FEW)
    assert back.year == report.year
    assert words(back.headline) == words(report.headline)
    if report.organization is not None:
        assert back.organization is not None
        assert back.organization.name == body(report.organization.name, back.year or 0)
    assert prose(back.achievements) == prose(report.achievements)
    assert [words(one.text) for one in back.problems] == [words(one.text) for one in report.problems]
    following, whose = (report.year or 0) + 1, back.organization
    assert tasks(back.commitments, following, whose) == tasks(report.commitments, following, whose)


@settings(max_examples=12)
@given(city_reports(min_year=1960, max_year=2090, nasty=True), st.integers(1960, 2090))
def test_a_nasty_report_comes_back_too(report: CityReport, year: int) -> None:
    """Formulas, mark-up, right-to-left and astral characters in names and texts are text, and stay what they are."""
    report = report if report.year is not None else attrs.evolve(report, year=year)
    back = refill(report, indicators=FEW)
    assert prose(back.achievements) == prose(report.achievements)
    assert words(back.headline) == words(report.headline)
    assert [words(one.text) for one in back.problems] == [words(one.text) for one in report.problems]


@settings(max_examples=10)
@given(annual_plans(min_year=1960, max_year=2090), st.integers(1960, 2090))
def test_a_plan_goes_into_a_form_and_comes_back(plan: AnnualPlan, year: int) -> None:
    """Issuer, year, title, guidance, sections and tasks come back; sections without tasks have no row."""
    plan = plan if plan.year is not None else attrs.evolve(plan, year=year)
    [back] = fulian.read(BytesIO(dumps_form(FormKind.ANNUAL_PLAN, record=plan, indicators=FEW))).plans
    assert (back.year, words(back.title)) == (plan.year, words(plan.title))
    given_tasks = tuple(task for section in plan.sections for task in section.tasks)
    back_tasks = tuple(task for section in back.sections for task in section.tasks)
    told = (plan.year or 0, back.issuer)
    assert tasks(back_tasks, *told) == tasks(given_tasks, *told)
    assert tasks(back.key_tasks, *told) == tasks(plan.key_tasks, *told)


@st.composite
def _measured(draw: st.DrawFn) -> CityReport:
    """A report of 2024 with figures and targets of some indicators."""
    body = fulian.parse_organization("株洲市妇联")

    def figure(code: str, status: Status) -> Observation:
        asked = asked_of(indicator(code))
        places = 0 if asked.whole else 2
        value = draw(st.decimals(0, asked.most or 10**8, places=places)) * asked.given.factor
        quantity = Quantity(value=value, unit=asked.given.unit, qualifier=draw(st.sampled_from(Qualifier)))
        return Observation(
            label=asked.label,
            indicator=code,
            quantity=quantity,
            organization=body,
            period=Period.year(2024 if status is Status.ACTUAL else 2025),
            status=status,
            source=_SOURCE,
        )

    codes = draw(st.lists(st.sampled_from(FEW), unique=True, min_size=1))
    done = tuple(figure(code, Status.ACTUAL) for code in codes)
    planned = tuple(figure(code, Status.TARGET) for code in codes)
    return CityReport(
        organization=body,
        year=2024,
        achievements=(Achievement(title=FIGURES + "健康", text="略", observations=done, source=_SOURCE),),
        commitments=(KeyTask(title=TARGETS + "健康", text="略", targets=planned, source=_SOURCE),),
    )


_SOURCE = Source(document_id="d1", span=Span(start=0, end=1), quote="略")


@settings(max_examples=15)
@given(_measured())
def test_figures_come_back_with_unit_and_hedge(report: CityReport) -> None:
    """Each indicator's figure and target comes back: value, unit, hedge, year and standing."""
    back = refill(report, indicators=FEW)
    assert figures(back) == figures(report)
    assert all(one.period == Period.year(2024) for done in back.achievements for one in done.observations)
    assert all(one.period == Period.year(2025) for task in back.commitments for one in task.targets)


@settings(max_examples=10)
@given(_measured())
def test_filling_a_form_from_a_read_form_changes_nothing(report: CityReport) -> None:
    """A form that is read and written again reads the same."""
    once = refill(report, indicators=FEW)
    assert figures(refill(once, indicators=FEW)) == figures(once)


def test_the_part_and_the_whole_of_a_rate_come_back() -> None:
    """A rate points at the figures that it is a share by and of, also after another round."""
    form = new_form()
    form.write("信访办结率", "2024年实际", 95)
    form.write("信访办结率", "分子", "95件")
    form.write("信访办结率", "分母", 100)
    [first] = form.read().reports
    second = refill(first, indicators=FEW)
    for report in (first, second):
        [group] = report.achievements
        rate, part, whole = group.observations
        assert (rate.numerator, rate.denominator) == (part.source.span, whole.source.span)
        assert (str(part.quantity.value), part.quantity.unit, str(whole.quantity.value)) == ("95", "件", "100")


def test_indicators_that_people_add_come_back() -> None:
    """A row of one's own gives a figure with the name as written, and another round keeps it."""
    form = new_form()
    row = form.row("“两癌”检查任务完成率")
    page = form.book["指标数据"]
    own = next(at for at in range(row, page.max_row + 1) if page.cell(at, 1).value == "其他指标") + 1
    for column, value in ((2, "举办女性夜校"), (3, "期"), (5, 12), (9, "20以上")):
        page.cell(own, column).value = value
    [report] = form.read().reports
    for one in (report, refill(report, indicators=FEW)):
        assert {key: str(quantity.value) for key, quantity in figures(one).items()} == {
            (None, Status.ACTUAL): "12",
            (None, Status.TARGET): "20",
        }
        assert one.achievements[0].observations[0].label == "举办女性夜校"


def test_last_years_figures_stand_beside() -> None:
    """The figures of a report of the year before are printed, locked, and are no figures of this year's report."""
    form = new_form(year=2023)
    form.write("妇女之家数", "2023年实际", "约1,200")
    [before] = form.read().reports
    after = new_form(last_year=[before])
    cell = after.cell("妇女之家数", "2023年实际")
    assert (cell.value, cell.protection.locked) == ("约1200", True)
    assert after.read().observations == ()
    another = new_form(organization="湘潭市妇联", last_year=[before])
    assert another.cell("妇女之家数", "2023年实际").value is None


# ---------------------------------------------------------------- the workbook


@pytest.mark.parametrize("kind", FormKind)
def test_only_what_is_to_be_written_in_is_open(kind: FormKind) -> None:
    """Each sheet is protected without a password; heads, names and units are locked, cells to fill in are not."""
    form = new_form(kind)
    for sheet in form.book.worksheets:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        opened = [cell for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
        assert all(cell.fill.start_color.rgb == "00FFFBE6" for cell in opened), sheet.title
        assert not [cell for cell in opened if cell.row <= 3], sheet.title
    assert form.book["表格信息"].sheet_state == "veryHidden"


@pytest.mark.parametrize("kind", FormKind)
def test_sheets_are_set_up_for_paper_and_screen(kind: FormKind) -> None:
    """Heads stay in sight and are repeated on A4 pages that a sheet's width fits."""
    for sheet in new_form(kind).book.worksheets[1:-1]:
        assert sheet.freeze_panes in ("A4", "C4")
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (9, 1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$1:$3"


def test_choices_are_offered_and_hints_are_shown() -> None:
    """Hedges and areas come from lists that refuse anything else, and each open column says what to write."""
    form = new_form()
    rules = form.book["指标数据"].data_validations.dataValidation
    hedges = next(rule for rule in rules if rule.type == "list")
    assert hedges.formula1 == f'"{",".join(HEDGES)}"'
    assert hedges.showErrorMessage
    assert all(rule.prompt and rule.showInputMessage for rule in rules)
    assert any("受理件数" in rule.prompt for rule in rules)
    areas = next(rule for rule in form.book["工作成效"].data_validations.dataValidation if rule.type == "list")
    assert "法律与维权" in areas.formula1
    assert len(areas.formula1) <= 255


def test_formulas_are_within_the_bounds_of_excel() -> None:
    """No formula is longer than 8,192 characters or nested deeper than 64 levels."""
    for sheet in new_form(indicators=()).book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    depth = deepest = 0
                    for char in cell.value:
                        depth += (char == "(") - (char == ")")
                        deepest = max(deepest, depth)
                    assert len(cell.value) <= 8192
                    assert deepest <= 64


HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://x")',
    "<script>alert(1)</script>",
    "\u202e右到左",
    "𠮷",
    "_x0041_",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    """Whatever a name or a text begins with, no cell of it is a formula, and it is read as it was."""
    source = Source(document_id="d1", span=Span(start=0, end=len(text)), quote=text)
    report = CityReport(
        organization=Organization(name=text, kind=fulian.OrganizationKind.OTHER),
        year=2024,
        headline=text,
        achievements=(Achievement(title=text, text=text, source=source),),
        commitments=(KeyTask(title=text, text=text, source=source),),
    )
    data = dumps_form(record=report, indicators=FEW)
    for sheet in openpyxl.load_workbook(BytesIO(data)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert text not in str(cell.value) or text in ("+1", "-1"), cell.coordinate
    back = refill(report, indicators=FEW)
    assert (back.headline, back.achievements[0].text, back.commitments[0].title) == (text, text, text)
    assert back.organization is not None
    assert back.organization.name == text


def test_a_text_too_long_for_a_cell_is_refused() -> None:
    """Nothing is cut off: the error names the cell."""
    text = "长" * 40_000
    source = Source(document_id="d1", span=Span(start=0, end=len(text)), quote=text)
    with pytest.raises(DataError, match="工作成效!C4"):
        dumps_form(record=CityReport(year=2024, achievements=(Achievement(text=text, source=source),)))


def test_a_form_needs_a_year_and_a_record_of_its_kind() -> None:
    """Without a year, with one out of range, or with a plan for a report, no form is made."""
    with pytest.raises(DataError, match="year"):
        dumps_form(organization="株洲市妇联")
    with pytest.raises(DataError, match="year"):
        dumps_form(organization="株洲市妇联", year=1900)
    with pytest.raises(DataError, match="CityReport"):
        dumps_form(record=AnnualPlan(year=2024))


def test_a_decimal_of_many_digits_is_kept() -> None:
    """A figure of more digits than a number of Excel holds stands as text and comes back whole."""
    value = Decimal(1234567890123456789)
    figure = Observation(
        label="妇女之家数",
        indicator="ORG_HOMES",
        quantity=Quantity(value=value, unit="个"),
        period=Period.year(2024),
        status=Status.ACTUAL,
        source=_SOURCE,
    )
    report = CityReport(year=2024, achievements=(Achievement(text="略", observations=(figure,), source=_SOURCE),))
    assert figures(refill(report, indicators=FEW))["ORG_HOMES", Status.ACTUAL].value == value


@pytest.mark.parametrize(
    ("kind", "title"), [(FormKind.CITY_REPORT, "工作情况填报表"), (FormKind.ANNUAL_PLAN, "工作要点填报表")]
)
def test_a_form_says_whose_it_is_and_for_when(kind: FormKind, title: str) -> None:
    """The first sheets and the reading are titled with body, year and kind."""
    form = new_form(kind)
    assert form.book["填报说明"]["A1"].value == form.book["基本情况"]["A1"].value == f"株洲市妇联2024年{title}"
    assert form.read().document.title == f"株洲市妇联2024年{title}"
