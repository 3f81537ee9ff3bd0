"""Laws of charts: whatever readings hold, a chart is refused in plain words or drawn whole."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

import fulian
from fulian.model.observation import Observation, Status
from fulian.model.reading import Reading
from fulian.strategies import readings
from fulian.values.period import Period
from fulian.values.quantity import Qualifier, Quantity
from fulian.writing.charts import Chart, charts_of, cities_chart, targets_chart, tiles_chart, years_chart

from .conftest import Picture

PLACES = ("长沙市", "株洲市", "张家界市永定区", "龙岩市永定区", "湖南省", "湘西州", "合肥市")
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12)


PERIODS = (Period.year(2019), Period.year(2020), Period.half(2021, 1), None)


@st.composite
def figures(draw: st.DrawFn) -> list[Observation]:
    """Draw figures of one thing and unit: any hedge, range, sign and size, of few bodies and years."""
    keys = st.tuples(st.sampled_from(PLACES), st.sampled_from(PERIODS), st.sampled_from(Status))
    made = []
    for at, (place, period, status) in enumerate(draw(st.lists(keys, unique=True, min_size=1, max_size=12))):
        value = draw(st.one_of(st.sampled_from([Decimal(0), Decimal(1)]), NUMBERS))
        high = value + draw(st.decimals(places=1, min_value=0, max_value=10**6)) if draw(st.booleans()) else None
        made.append(
            Observation(
                label="发放贷款",
                quantity=Quantity(value=value, high=high, unit="元", qualifier=draw(st.sampled_from(Qualifier))),
                organization=fulian.parse_organization(place),
                period=period,
                status=status,
                source=fulian.Source(document_id="d", span=fulian.Span(start=at, end=at + 1), quote="1"),
            )
        )
    return made


def drawn_whole(chart: Chart) -> None:
    """Every mark is in the picture, and is told in its description; the picture lies within its sheet."""
    found = Picture(chart)
    assert set(found.groups) == set(range(len(chart.marks)))
    assert all(mark.text in chart.description for mark in chart.marks)
    width, height = (float(found.root.attrib[name]) for name in ("width", "height"))
    for text in found.root.iter("{http://www.w3.org/2000/svg}text"):
        assert -1 <= float(text.attrib["x"]) <= width + 1
        assert 0 <= float(text.attrib["y"]) <= height


@settings(max_examples=40)
@given(figures(), st.sampled_from(["zh", "en"]))
def test_figures_are_refused_or_drawn_whole(made: list[Observation], language: str) -> None:
    """Of any kind, signs, zeros, ranges and hedges as they come."""
    for make in (cities_chart, years_chart, targets_chart, tiles_chart):
        try:
            chart = make(made, "发放贷款", language=language)
        except fulian.DataError:
            continue
        drawn_whole(chart)
        shown = [mark.observation for mark in chart.marks if mark.observation]
        assert all(one in made and one.status in (Status.ACTUAL, Status.TARGET) for one in shown)
        assert len(shown) == len({one.source.start for one in shown})


@settings(max_examples=25)
@given(st.lists(readings(nasty=True), max_size=2))
def test_any_readings_give_charts_that_can_be_drawn(some: list[Reading]) -> None:
    """And the order in which charts come is the same every time."""
    charts = charts_of(some)
    assert charts == charts_of(some)
    for chart in charts:
        drawn_whole(chart)
