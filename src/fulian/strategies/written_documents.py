"""Whole documents with their truth (带答案的文件): reports and plans as they are published."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

import attrs
from attrs.validators import instance_of
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import Document
from fulian.model.level import Level
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization, OrganizationKind
from fulian.strategies._arguments import check_years, chosen
from fulian.strategies._sharing import one_of
from fulian.strategies._written_page import Figure, Item, Page, Truth
from fulian.values.period import Period
from fulian.values.quantity import Qualifier, Quantity
from fulian.values.span import Span
from fulian.values.validation import tuple_of

__all__ = [
    "WrittenDocument",
    "report_layouts",
    "written_annual_plans",
    "written_city_reports",
]


@attrs.frozen(kw_only=True)
class WrittenDocument:
    """A document and what it says (文件与答案).

    Attributes:
        document: The document; its text is what a reader gets.
        layout: The name of its layout.
        reports: The reports that it holds, in order; every source is true to the text.
        plans: The plans that it holds, in order.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> from hypothesis import given
        >>> @given(written_city_reports())
        ... def holds(written):
        ...     for figure in written.figures:
        ...         figure.source.verify(written.document)
        >>> holds()
    """

    document: Document = attrs.field(validator=instance_of(Document))
    layout: str = attrs.field(validator=instance_of(str))
    reports: tuple[CityReport, ...] = attrs.field(default=(), validator=tuple_of(CityReport))
    plans: tuple[AnnualPlan, ...] = attrs.field(default=(), validator=tuple_of(AnnualPlan))

    @property
    def figures(self) -> tuple[Observation, ...]:
        """Every figure of the text, in order."""
        done = [one for report in self.reports for item in report.achievements for one in item.observations]
        tasks = [task for report in self.reports for task in report.commitments]
        tasks += [task for plan in self.plans for section in plan.sections for task in section.tasks]
        figures = [*done, *(target for task in tasks for target in task.targets)]
        return tuple(sorted(figures, key=lambda one: one.source.span))


# Place, division code, level; what was done or is to be done, with its units.
_PLACES: Final[tuple[tuple[str, str, Level], ...]] = (
    ("长沙市", "430100", Level.PREFECTURE),
    ("株洲市", "430200", Level.PREFECTURE),
    ("深圳市", "440300", Level.PREFECTURE),
    ("贵港市", "450800", Level.PREFECTURE),
    ("长沙县", "430121", Level.COUNTY),
    ("浏阳市", "430181", Level.COUNTY),
)
# A round-up is a province's: its cities with their codes.
_PROVINCES: Final[tuple[tuple[str, tuple[tuple[str, str, Level], ...]], ...]] = tuple(
    (province, tuple((f"{name}市", code, Level.PREFECTURE) for name, code in cities))
    for province, cities in (
        (
            "湖南省",
            (("长沙", "430100"), ("株洲", "430200"), ("湘潭", "430300"), ("衡阳", "430400"), ("岳阳", "430600")),
        ),
        (
            "广东省",
            (("广州", "440100"), ("韶关", "440200"), ("深圳", "440300"), ("珠海", "440400"), ("佛山", "440600")),
        ),
        (
            "江苏省",
            (("南京", "320100"), ("无锡", "320200"), ("徐州", "320300"), ("常州", "320400"), ("南通", "320600")),
        ),
    )
)
_DEEDS: Final = (
    ("举办招聘会", ("场",)),
    ("开展家庭教育讲座", ("场", "期")),
    ("培训妇女骨干", ("名", "人次")),
    ("救助困难母亲", ("名", "户")),
    ("建立妇女之家", ("个",)),
    ("发放创业贷款", ("元",)),
    ("调解家庭纠纷", ("件", "起")),
    ("表彰最美家庭", ("户",)),
)
_HEADINGS: Final = ("强化思想引领", "促进创业就业", "维护合法权益", "关爱妇女儿童", "建设文明家庭", "夯实基层基础")
_PROBLEMS: Final = ("基层妇联力量还不足，工作创新不够。", "服务手段比较单一，经费保障有待加强。")
_LAYOUTS: Final = ("summary", "round-up", "round-up-marked")


@st.composite
def _counts(draw: st.DrawFn, units: tuple[str, ...]) -> tuple[str, Quantity]:
    """A count as reports print it: the hedge before it, and the quantity."""
    unit = draw(one_of(units))
    form = draw(one_of(("plain", "plain", "commas", "myriads", "more", "near", "over")))
    number = draw(st.integers(2, 9999))
    hedge, qualifier, value = "", Qualifier.EXACT, Decimal(number)
    match form:
        case "commas":
            value = Decimal(number + 10_000)
            text = f"{number + 10_000:,}{unit}"
        case "myriads":
            value, text = Decimal(number) * 100, f"{Decimal(number).scaleb(-2).normalize():f}万{unit}"
        case "more":
            value, qualifier, text = value * 10, Qualifier.OVER, f"{number * 10}余{unit}"
        case "near":
            hedge, qualifier, value, text = "近", Qualifier.UNDER, value * 10, f"{number * 10}{unit}"
        case "over":
            hedge, qualifier, value, text = "超过", Qualifier.OVER, value * 10, f"{number * 10}{unit}"
        case _:
            text = f"{number}{unit}"
    return hedge, Quantity(value=value, unit=unit, qualifier=qualifier, text=text)


def _state(
    draw: st.DrawFn, page: Page, status: Status, period: Period, *, opening: str = "", most: int = 3
) -> tuple[Figure, ...]:
    """Write some deeds in a row, each with its count."""
    deeds = draw(st.lists(one_of(_DEEDS), min_size=1, max_size=most, unique=True))
    figures = []
    page.put(opening)
    for place, (deed, units) in enumerate(deeds):
        hedge, quantity = draw(_counts(units))
        page.put(("，" if place else "") + deed + hedge)
        span = page.put(quantity.text)
        assert span is not None  # noqa: S101 - a quantity has a text
        figures.append(Figure(deed, quantity, span, status, period))
    page.put("。")
    return tuple(figures)


def _body(place: str, code: str, level: Level) -> Organization:
    return Organization(
        name=f"{place}妇女联合会",
        short_name=f"{place}妇联",
        kind=OrganizationKind.FEDERATION,
        level=level,
        division_code=code,
    )


@st.composite
def _summaries(draw: st.DrawFn, low: int, high: int) -> WrittenDocument:
    year = draw(st.integers(low, high))
    now, then = Period.year(year), Period.year(year + 1)
    body = _body(*draw(one_of(_PLACES)))
    page = Page()
    page.put(
        f"{body.short_name}{year}年工作总结\n{year}年，{body.short_name}围绕中心，服务妇女。现总结如下：\n一、主要工作\n"
    )
    done = []
    headings = draw(st.lists(one_of(_HEADINGS), min_size=1, max_size=3, unique=True))
    for ordinal, heading in enumerate(headings):
        page.put(f"（{'一二三'[ordinal]}）")
        start = len(page.text)
        page.put(f"{heading}。")
        figures = _state(draw, page, Status.ACTUAL, now, opening="全年")
        done.append(Item(heading, Span(start=start, end=len(page.text)), figures))
        page.put("\n")
    page.put(f"二、存在的问题\n{draw(one_of(_PROBLEMS))}\n三、{year + 1}年工作计划\n")
    planned = []
    for ordinal in range(1, draw(st.integers(1, 3)) + 1):
        page.put(f"{ordinal}.")
        start = len(page.text)
        figures = _state(draw, page, Status.TARGET, then, most=2)
        planned.append(Item(None, Span(start=start, end=len(page.text)), figures))
        page.put("\n")
    truth = Truth(page)
    report = CityReport(
        organization=body,
        year=year,
        achievements=tuple(truth.achievement(item, body) for item in done),
        commitments=tuple(truth.task(item, body) for item in planned),
        commitment_period=then,
        document_id=truth.document.id,
        source=truth.source(Span(start=0, end=len(page.text.rstrip("\n")))),
    )
    return WrittenDocument(document=truth.document, layout="summary", reports=(report,))


@st.composite
def _round_ups(draw: st.DrawFn, low: int, high: int, marks: tuple[str, str, str], layout: str) -> WrittenDocument:
    year = draw(st.integers(low, high))
    now, then = Period.year(year), Period.year(year + 1)
    province, cities = draw(one_of(_PROVINCES))
    places = draw(st.lists(one_of(cities), min_size=3, max_size=4, unique=True))
    page = Page()
    page.put(f"{marks[0]}{province}各市妇联{year}年干了什么\n")
    drafts = []
    for row in places:
        body = _body(*row)
        headline = draw(one_of(_HEADINGS))
        page.put("\n")
        start = len(page.text)
        page.put(f"{marks[1]}{row[0].removesuffix('市')}\n{marks[2]}{headline}\n")
        begin = len(page.text)
        figures = _state(draw, page, Status.ACTUAL, now, opening=f"{year}年，{body.short_name}")
        done = Item(None, Span(start=begin, end=len(page.text)), figures)
        begin = len(page.text)
        figures = _state(draw, page, Status.TARGET, then, opening=f"{year + 1}年，市妇联将", most=2)
        planned = Item(None, Span(start=begin, end=len(page.text)), figures)
        drafts.append((body, headline, Span(start=start, end=len(page.text)), done, planned))
        page.put("\n")
    truth = Truth(page)
    reports = tuple(
        CityReport(
            organization=body,
            year=year,
            headline=headline,
            achievements=(truth.achievement(done, body),),
            commitments=(truth.task(planned, body),),
            commitment_period=then,
            document_id=truth.document.id,
            source=truth.source(span),
        )
        for body, headline, span, done, planned in drafts
    )
    return WrittenDocument(document=truth.document, layout=layout, reports=reports)


_MAKERS: Final[dict[str, Callable[[int, int], SearchStrategy[WrittenDocument]]]] = {
    "summary": _summaries,
    "round-up": lambda low, high: _round_ups(low, high, ("", "", ""), "round-up"),
    "round-up-marked": lambda low, high: _round_ups(low, high, ("### ", "#### ", "##### "), "round-up-marked"),
}


def report_layouts() -> tuple[str, ...]:
    """Name the layouts of reports (报告版式).

    Returns:
        The names, as :func:`written_city_reports` takes them.

    Example:
        >>> report_layouts()
        ('summary', 'round-up', 'round-up-marked')
    """
    return _LAYOUTS


def written_city_reports(
    *, layouts: tuple[str, ...] | None = None, min_year: int = 1995, max_year: int = 2035
) -> SearchStrategy[WrittenDocument]:
    """Draw documents that hold reports, with what they say (工作报告与答案).

    Args:
        layouts: Of :func:`report_layouts`: ``summary``, one body's summary with numbered sections; ``round-up``, an
            article on three or four cities of a province with a paragraph each, what was done and what will be, under
            bare headings; ``round-up-marked``, the same with headings marked by ``#``; None for all.
        min_year: The earliest year reported, from 1949.
        max_year: The latest year reported, to 2099.

    Returns:
        A strategy for :class:`WrittenDocument` with reports.

    Raises:
        InvalidArgument: A layout is none, or a year is out of range.

    Example:
        >>> from hypothesis import given
        >>> @given(written_city_reports(layouts=("round-up",), min_year=2016, max_year=2016))
        ... def holds(written):
        ...     assert {str(figure.period) for figure in written.figures} == {"2016", "2017"}
        ...     assert len(written.reports) > 1
        >>> holds()
    """
    check_years(min_year, max_year, latest=2099)
    return st.one_of([_MAKERS[layout](min_year, max_year) for layout in chosen("layouts", layouts, _LAYOUTS)])


@st.composite
def _plans(draw: st.DrawFn, low: int, high: int) -> WrittenDocument:
    year = draw(st.integers(low, high))
    body = _body(*draw(one_of(_PLACES)))
    title = f"{body.short_name}{year}年工作要点"
    page = Page()
    page.put(f"{title}\n{year}年，全市妇联工作的总体要求是：围绕中心，服务大局，服务妇女。\n")
    drafts = []
    headings = draw(st.lists(one_of(_HEADINGS), min_size=1, max_size=4, unique=True))
    for ordinal, heading in enumerate(headings, start=1):
        start = len(page.text)
        page.put(f"{'一二三四'[ordinal - 1]}、{heading}\n")
        tasks = []
        for number in range(1, draw(st.integers(1, 2)) + 1):
            page.put(f"{number}.")
            begin = len(page.text)
            figures = _state(draw, page, Status.TARGET, Period.year(year), most=2)
            tasks.append(Item(None, Span(start=begin, end=len(page.text)), figures))
            page.put("\n")
        drafts.append((ordinal, heading, Span(start=start, end=len(page.text) - 1), tasks))
    truth = Truth(page)
    plan = AnnualPlan(
        year=year,
        issuer=body,
        title=title,
        sections=tuple(
            PlanSection(
                ordinal=ordinal,
                title=heading,
                tasks=tuple(truth.task(item, body) for item in tasks),
                source=truth.source(span),
            )
            for ordinal, heading, span, tasks in drafts
        ),
        document_id=truth.document.id,
        source=truth.source(Span(start=0, end=len(page.text) - 1)),
    )
    return WrittenDocument(document=truth.document, layout="plan", plans=(plan,))


def written_annual_plans(*, min_year: int = 1995, max_year: int = 2035) -> SearchStrategy[WrittenDocument]:
    """Draw plans for a year as text, with what they say (工作要点与答案).

    Args:
        min_year: The earliest year planned, from 1949.
        max_year: The latest year planned, to 2099.

    Returns:
        A strategy for :class:`WrittenDocument` with one plan of up to four sections.

    Raises:
        InvalidArgument: A year is out of range.

    Example:
        >>> from hypothesis import given
        >>> @given(written_annual_plans())
        ... def holds(written):
        ...     assert all(figure.status == "target" for figure in written.figures)
        >>> holds()
    """
    check_years(min_year, max_year, latest=2099)
    return _plans(min_year, max_year)
