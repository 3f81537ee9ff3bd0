"""What functions that take records say of what is no record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import fulian
from fulian.checks.compare import compare
from fulian.checks.run import check_fully
from fulian.model._given import given_readings, given_records
from fulian.writing.review import render_review

READING = fulian.read_text("县妇联2020年工作要点\n2020年，县妇联将举办讲座20场。")

TAKING_RECORDS: dict[str, Callable[[Any], object]] = {
    "check": fulian.check,
    "check_fully": check_fully,
    "observations_table": fulian.observations_table,
    "charts_of": fulian.charts_of,
    "areas_chart": fulian.areas_chart,
    "targets_chart": fulian.targets_chart,
    "cities_chart": lambda given: fulian.cities_chart(given, "讲座"),
    "tiles_chart": lambda given: fulian.tiles_chart(given, "讲座"),
    "years_chart": lambda given: fulian.years_chart(given, "讲座"),
}
TAKING_READINGS: dict[str, Callable[[Any], object]] = {
    "compare": compare,
    "render_review": render_review,
    "write_review": lambda given: fulian.write_review(given, "never-written.html"),
}
NO_RECORDS = {
    "a path as text": ("samples/plan.txt", "fulian.read makes a reading of a file, fulian.read_text of a text"),
    "a path": (Path("plan.txt"), "fulian.read makes a reading of a file"),
    "bytes": (b"plan", "fulian.read makes a reading of a file"),
    "a number": (123, "got 123 (an int)"),
    "nothing": (None, "got None"),
    "a text in a list": (["x"], "got 'x' (a str) as number 1 of a collection"),
    "an object with keys": ({"a": READING}, "(a dict)"),
    "results": (list(fulian.read_many(["none.txt"])), "its reading is one, where there is no error"),
    "what was found": (fulian.check(fulian.read_text("公务员200名，其中女性40名，占30%。")), "(a Finding)"),
}


@pytest.mark.parametrize("given", NO_RECORDS)
@pytest.mark.parametrize("name", [*TAKING_RECORDS, *TAKING_READINGS])
def test_what_is_no_record_is_refused(name: str, given: str) -> None:
    """By every function in the same words: what was expected, what came, and what makes a reading of it."""
    thing, said = NO_RECORDS[given]
    kinds = "another record, or a collection of them" if name in TAKING_RECORDS else ", or a collection of readings"
    with pytest.raises(TypeError) as caught:
        (TAKING_RECORDS | TAKING_READINGS)[name](thing)
    assert str(caught.value).startswith("expected a reading")
    assert kinds in str(caught.value)
    assert said in str(caught.value)


def test_an_official_document_is_made_of_one_record(tmp_path: Path) -> None:
    """The file's name is taken for the record no more than elsewhere, and no file is written."""
    with pytest.raises(TypeError, match=r"expected a plan, a report or a reading, got 'x' .*fulian.read makes"):
        fulian.write_official("x", tmp_path / "x.docx")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_long_text_is_shown_as_it_begins() -> None:
    """Whoever gives a document's text is not shown all of it again."""
    with pytest.raises(TypeError) as caught:
        fulian.check(READING.document.text * 100)
    assert len(str(caught.value)) < 250


@pytest.mark.parametrize("name", ["check", "observations_table", "charts_of", "targets_chart"])
def test_what_can_be_gone_through_once_is_a_collection_too(name: str) -> None:
    """A generator gives what a list gives."""
    report = fulian.read_text("县妇联2020年工作总结\n2020年，县妇联举办讲座12场。")
    function = TAKING_RECORDS[name]
    assert function(one for one in (READING, report)) == function([READING, report])


def test_records_are_taken_as_they_are() -> None:
    """One record as itself, collections as tuples at any depth, of readings as one row."""
    assert given_records(READING) is READING
    assert given_records([READING, [READING.document]]) == (READING, (READING.document,))
    assert given_readings(READING) == given_readings(iter([READING])) == (READING,)
    assert given_records(()) == given_readings([]) == ()
