"""Every strategy draws valid records that fit together, and says at the call what it cannot do."""

from __future__ import annotations

import datetime as dt
import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

import fulian
from fulian import model, strategies, values
from fulian.strategies._registration import STRATEGIES


def sources_in(record: Any) -> Iterator[fulian.Source]:
    """Give every source in a record, however deep."""
    waiting = [record]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, fulian.Source):
            yield thing
        elif attrs.has(type(thing)):
            waiting.extend(getattr(thing, field.name) for field in attrs.fields(type(thing)))
        elif isinstance(thing, tuple):
            waiting.extend(thing)


@pytest.mark.parametrize("cls", list(STRATEGIES), ids=lambda cls: cls.__name__)
def test_a_class_has_a_strategy_that_draws_it(cls: type) -> None:
    """``st.from_type`` draws instances of each value and record, and nasty ones can be drawn too."""
    make = STRATEGIES[cls]
    nasty = make(nasty=True) if "nasty" in inspect.signature(make).parameters else make()

    @given(st.from_type(cls), nasty)
    def holds(one: Any, other: Any) -> None:
        assert type(one) is cls
        assert type(other) is cls

    holds()


def test_every_record_has_a_strategy() -> None:
    """No attrs class of the values and the model is left out."""
    vocabulary = [getattr(home, name) for home in (model, values) for name in home.__all__]
    assert {cls for cls in vocabulary if attrs.has(cls)} <= set(STRATEGIES)


@given(strategies.readings(nasty=True))
def test_a_reading_is_true_to_its_document(reading: fulian.Reading) -> None:
    """Every source in a drawn reading verifies, and the figures stand in document order."""
    for source in sources_in(reading):
        source.verify(reading.document)
    places = [(figure.source.start, figure.source.end) for figure in reading.observations]
    assert places == sorted(places)


@given(strategies.readings())
def test_figures_of_a_report_are_its_bodys(reading: fulian.Reading) -> None:
    """The figures of a report are about the body that reports, and are among the reading's observations."""
    for report in reading.reports:
        for achievement in report.achievements:
            for figure in achievement.observations:
                assert figure in reading.observations
                assert report.organization in {None, figure.organization}


@given(strategies.credit_codes())
def test_credit_codes_have_eighteen_characters(code: fulian.CreditCode) -> None:
    """GB 32100-2015: 18 characters of digits and capitals without I, O, S, V, Z."""
    assert len(code.code) == 18
    assert set(code.code) <= set("0123456789ABCDEFGHJKLMNPQRTUWXY")


@given(strategies.quantities(min_value=Decimal("1.5"), max_value=20, units=("家",)))
def test_quantities_keep_their_bounds(quantity: fulian.Quantity) -> None:
    """Both ends of a quantity lie within the bounds, and the unit is one of those given."""
    assert Decimal("1.5") <= quantity.value <= (quantity.high or quantity.value) <= 20
    assert quantity.unit == "家"


@given(strategies.periods(min_day=dt.date(2014, 2, 3), max_day=dt.date(2016, 4, 5)))
def test_periods_keep_their_bounds(period: fulian.Period) -> None:
    """Both ends of a period lie within the bounds."""
    assert dt.date(2014, 2, 3) <= period.first <= period.last <= dt.date(2016, 4, 5)


BAD_CALLS: list[Callable[[], Any]] = [
    lambda: strategies.spans(min_start=-1),
    lambda: strategies.spans(min_start=5, max_end=5),
    lambda: strategies.spans(min_size=3, max_size=2),
    lambda: strategies.spans(min_start=True),
    lambda: strategies.quantities(min_value=2, max_value=1),
    lambda: strategies.quantities(min_value=0.5),  # type: ignore[arg-type]
    lambda: strategies.quantities(max_value=Decimal("NaN")),
    lambda: strategies.quantities(units=()),
    lambda: strategies.quantities(units=(1,)),  # type: ignore[arg-type]
    lambda: strategies.intervals(min_value=2, max_value=1),
    lambda: strategies.numerals(min_value=-1),
    lambda: strategies.periods(min_day=dt.datetime(2014, 1, 1)),  # noqa: DTZ001 - what must be refused
    lambda: strategies.periods(min_day=dt.date(2015, 1, 1), max_day=dt.date(2014, 1, 1)),
    lambda: strategies.document_numbers(min_year=1800),
    lambda: strategies.divisions(levels=(fulian.Level.VILLAGE,)),
    lambda: strategies.divisions(levels=()),
    lambda: strategies.documents(min_paragraphs=3, max_paragraphs=2),
    lambda: strategies.documents(nasty=1),  # type: ignore[arg-type]
    lambda: strategies.sources("text"),  # type: ignore[arg-type]
    lambda: strategies.sources(fulian.Document(id="d1", text="")),
    lambda: strategies.sources(max_size=0),
    lambda: strategies.passages(roles=("body",)),  # type: ignore[arg-type]
    lambda: strategies.observations(statuses=("actual",)),  # type: ignore[arg-type]
    lambda: strategies.key_tasks(year=1900),
    lambda: strategies.annual_plans(min_year=2015, max_year=2014),
    lambda: strategies.city_reports(max_year=2200),
    lambda: strategies.paragraphs(min_sentences=0),
]


@pytest.mark.parametrize("call", BAD_CALLS)
def test_a_bad_argument_is_refused_at_the_call(call: Callable[[], Any]) -> None:
    """What cannot be drawn is refused when the strategy is made, not at the first draw."""
    with pytest.raises(InvalidArgument):
        call()


def test_without_hypothesis_the_error_names_the_extra() -> None:
    """Where Hypothesis is missing, importing the strategies says what to install."""
    program = (
        "import sys; sys.modules['hypothesis'] = None\n"
        "try:\n    import fulian.strategies\nexcept ImportError as error:\n    print(error)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603
    assert result.stdout.strip() == (
        "fulian.strategies needs Hypothesis; install it with: pip install 'fulian[hypothesis]'"
    )
