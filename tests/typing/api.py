"""What a user's type checker makes of the front door. mypy reads this file with the others; nothing runs it.

Each line fails to check where a public signature changes its meaning.
"""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import assert_type

import fulian


def reading_a_document() -> None:
    """A path, a binary file or a text gives a reading, and a reading gives typed records."""
    assert_type(fulian.read("要点.txt"), fulian.Reading)
    assert_type(fulian.read(Path("要点.docx"), year=2024), fulian.Reading)
    assert_type(fulian.read(BytesIO(b""), organization="株洲市妇联"), fulian.Reading)
    reading = fulian.read_text("举办讲座12场。")
    assert_type(reading.document.text, str)
    assert_type(reading.plans, tuple[fulian.AnnualPlan, ...])
    assert_type(reading.reports, tuple[fulian.CityReport, ...])
    assert_type(reading.coverage, float)
    for figure in reading.observations:
        assert_type(figure.quantity.value, Decimal)
        assert_type(figure.quantity.high, Decimal | None)
        assert_type(figure.quantity.qualifier, fulian.Qualifier)
        assert_type(figure.status, fulian.Status)
        assert_type(figure.period, fulian.Period | None)
        assert_type(figure.organization, fulian.Organization | None)
        assert_type(figure.source.start, int)


def reading_many() -> None:
    """Each file gives its name, and a reading or an error."""
    for result in fulian.read_many(["2021/"]):
        assert_type(result, fulian.ReadResult)
        assert_type(result.reading, fulian.Reading | None)


def locating() -> None:
    """A source of text tells the places of a span."""
    source = fulian.read_source("总结.pdf")
    assert_type(source, fulian.SourceText)
    assert_type(source.locate(fulian.Span(start=0, end=1)), tuple[fulian.Place, ...])


def parsing_values() -> None:
    """Each parser gives its value, or raises."""
    assert_type(fulian.parse_quantity("3.2万余人"), fulian.Quantity)
    assert_type(fulian.parse_period("2014年上半年"), fulian.Period)
    assert_type(fulian.parse_organization("株洲市妇联"), fulian.Organization)
    assert_type(fulian.parse_document_number("湘妇字〔2014〕1号"), fulian.DocumentNumber)
    assert_type(fulian.parse_numeral("二百三十六"), fulian.Numeral)


def checking(reading: fulian.Reading) -> None:
    """Findings come as a tuple."""
    assert_type(fulian.check(reading), tuple[fulian.Finding, ...])
    assert_type(fulian.check(reading, rules=["A101"])[0].code, str)


def saving(reading: fulian.Reading) -> None:
    """Formats that are text give text; others may give bytes."""
    assert_type(fulian.dumps(reading), str)
    assert_type(fulian.dumps(reading, "yaml"), str)
    assert_type(fulian.dumps(reading, "msgpack"), str | bytes)
    assert_type(fulian.dumpb(reading, "yaml"), bytes)
    fulian.dump(reading, "reading.json")


def catching() -> None:
    """Every error of fulian's is one kind, with its facts as attributes."""
    try:
        fulian.load("reading.json")
    except fulian.DataError as error:
        assert_type(error.faults, tuple[fulian.Fault, ...])
        assert_type(error.faults[0].path, str)
    except fulian.FulianError as error:
        assert_type(str(error), str)
