"""The tidy table of figures: one row each, usable everywhere in one line."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import strategies
from fulian.formats.observations import COLUMNS

pa: Any = pytest.importorskip("pyarrow")


@given(st.lists(strategies.readings(), max_size=2))
def test_each_figure_has_a_row(readings: list[fulian.Reading]) -> None:
    """The rows are the figures of the readings, in order, with what they say."""
    table = fulian.observations_table(readings)
    figures = [figure for reading in readings for figure in reading.observations]
    assert table.column_names == list(COLUMNS)
    rows = table.to_pylist()
    assert [(row["label"], row["value"], row["quote"], row["start"]) for row in rows] == [
        (figure.label, figure.quantity.value, figure.source.quote, figure.source.start) for figure in figures
    ]
    for row, figure in zip(rows, figures, strict=True):
        assert row["organization"] == (figure.organization and figure.organization.name)
        assert row["period"] == (figure.period and str(figure.period))
        assert row["status"] == figure.status


@given(strategies.city_reports(), strategies.annual_plans())
def test_reports_and_plans_give_their_figures(report: fulian.CityReport, plan: fulian.AnnualPlan) -> None:
    """A report or a plan by itself gives the figures of its achievements, tasks and commitments."""
    expected = sum(len(one.observations) for one in report.achievements)
    expected += sum(len(one.targets) for one in report.commitments)
    expected += sum(len(task.targets) for section in plan.sections for task in section.tasks)
    expected += sum(len(task.targets) for task in plan.key_tasks)
    assert fulian.observations_table([report, plan]).num_rows == expected


def reading() -> fulian.Reading:
    """Make a reading of one figure."""
    text = "全年举办招聘会共44场。"
    figure = fulian.Observation(
        label="举办招聘会",
        quantity=fulian.Quantity(value=Decimal(44), unit="场", text="44场"),
        period=fulian.Period.year(2016),
        status=fulian.Status.ACTUAL,
        source=fulian.Source(document_id="d1", span=fulian.Span(start=8, end=11), quote="44场"),
    )
    return fulian.Reading(document=fulian.Document(id="d1", text=text, file="工作总结.txt"), observations=(figure,))


def test_tables_of_several_runs_can_be_put_together() -> None:
    """The type of a number does not hang on the numbers of its table; the document tells files of one name apart."""
    whole, parts = (reading(), fulian.read_text("某县妇联2021年工作总结\n支出2.505万元，占1.25%。"))
    table = pa.concat_tables([fulian.observations_table(whole), fulian.observations_table(parts)])
    assert table["value"].to_pylist() == [Decimal(44), Decimal(25050), Decimal("1.25")]
    assert table["document"].to_pylist() == ["d1", parts.document.id, parts.document.id]


def test_polars_takes_it_in_one_line() -> None:
    """``polars.from_arrow``."""
    polars: Any = pytest.importorskip("polars")
    frame = polars.from_arrow(fulian.observations_table(reading()))
    assert frame.filter(polars.col("status") == "actual")["value"].to_list() == [Decimal(44)]


def test_pandas_takes_it_in_one_line() -> None:
    """``to_pandas``."""
    pytest.importorskip("pandas")
    frame = fulian.observations_table(reading()).to_pandas()
    assert frame.loc[0, "file"] == "工作总结.txt"
    assert frame.loc[0, "value"] == Decimal(44)


def test_duckdb_takes_it_in_one_line() -> None:
    """DuckDB finds the table by its name."""
    duckdb: Any = pytest.importorskip("duckdb")
    figures = fulian.observations_table(reading())
    assert duckdb.sql("select sum(value) from figures where year = 2016").fetchall() == [(Decimal(44),)]
    assert figures.num_rows == 1
