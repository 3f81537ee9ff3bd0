"""A CSV data package: valid for others, safe in a spreadsheet, strict when read back."""

from __future__ import annotations

import csv
import io
import tempfile
import warnings
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import fulian
from fulian import formats, strategies
from fulian.formats import csv as csv_package

SOURCE = fulian.Source(document_id="d1", span=fulian.Span(start=0, end=2), quote="办会")
REPORT = fulian.CityReport(
    organization=fulian.Organization(name="长沙市妇女联合会", kind=fulian.OrganizationKind.FEDERATION),
    year=2016,
    achievements=(fulian.Achievement(text="=1+1", source=SOURCE),),
    commitments=(fulian.KeyTask(title="'办会", text="'办会", programmes=("巾帼建功",), source=SOURCE),),
)


def files_of(record: Any) -> dict[str, bytes]:
    """Give the files of a package."""
    with zipfile.ZipFile(io.BytesIO(csv_package.dumps(record))) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    """Pack files into a package."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def faults_for_others(folder: str) -> list[Any]:
    """Give what frictionless, a reader and validator of data packages, finds wrong with one."""
    frictionless: Any = pytest.importorskip("frictionless")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = frictionless.validate(str(Path(folder, "datapackage.json")))
    found: list[Any] = report.flatten(["title", "rowNumber", "fieldName", "message"])
    return found


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(strategies.readings(nasty=True))
def test_others_find_the_package_valid(reading: fulian.Reading) -> None:
    """Frictionless finds no fault: types, constraints, primary and foreign keys."""
    with tempfile.TemporaryDirectory() as folder:
        csv_package.dump_folder([reading, REPORT], folder)
        assert faults_for_others(folder) == []


def test_others_find_faults_in_what_was_spoiled(tmp_path: Path) -> None:
    """The schema says enough for frictionless to find a wrong year and a key that leads nowhere."""
    csv_package.dump_folder(REPORT, tmp_path)
    file = tmp_path / "reports.csv"
    file.write_bytes(file.read_bytes().replace(b",2016,", b",216,"))
    file = tmp_path / "key_tasks.csv"
    file.write_bytes(file.read_bytes().replace(b"1,1,1,", b"1,7,1,"))
    assert [fault[0] for fault in faults_for_others(str(tmp_path))] == ["Constraint Error", "ForeignKey Error"]


def test_tables_have_the_names_of_the_trade() -> None:
    """Each class has its table; a commitment is a task with the key of its report."""
    files = files_of(REPORT)
    assert [name.removesuffix(".csv") for name in files] == [
        "datapackage.json",
        "records",
        "achievements",
        "reports",
        "key_tasks",
        "organizations",
    ]
    assert files["records.csv"] == b"place,kind,key\r\n1,CityReport,1\r\n"
    [task] = csv.DictReader(io.StringIO(files["key_tasks.csv"].decode(), newline=""))
    assert (task["report_key"], task["report_place"], task["programmes"]) == ("1", "1", '["巾帼建功"]')


def test_a_figure_stands_in_one_row() -> None:
    """A figure of an achievement that the reading lists too is one row, with both keys."""
    figure = fulian.Observation(
        label="办会",
        quantity=fulian.Quantity(value=Decimal(2), unit="场"),
        status=fulian.Status.ACTUAL,
        source=SOURCE,
    )
    report = fulian.CityReport(achievements=(fulian.Achievement(text="办会", source=SOURCE, observations=(figure,)),))
    reading = fulian.Reading(
        document=fulian.Document(id="d1", text="办会"), reports=(report,), observations=(figure, figure)
    )
    files = files_of(reading)
    rows = list(csv.DictReader(io.StringIO(files["observations.csv"].decode(), newline="")))
    assert [(row["achievement_key"], row["reading_place"]) for row in rows] == [("1", "1"), ("", "2")]
    assert formats.loads(packed(files), "csv") == (reading,)


def test_no_cell_of_text_is_a_formula() -> None:
    """A cell that begins as a formula gets an apostrophe, and comes back without it."""
    texts = ["=1+1", "+86", "-3", "@SUM(A1)", "\t=1", "\r", "'quoted", "a=b"]
    notes = [fulian.Note(code=text, text="好") for text in texts if not text.isspace()]
    files = files_of(notes)
    cells = [row["code"] for row in csv.DictReader(io.StringIO(files["notes.csv"].decode(), newline=""))]
    assert all(cell[0] not in "=+-@\t\r" for cell in cells)
    assert formats.loads(packed(files), "csv") == tuple(notes)


def test_the_same_records_give_the_same_bytes() -> None:
    """A package has no time of its own."""
    assert formats.dumps(REPORT, "csv") == formats.dumps(REPORT, "csv")


def edited(name: str, old: str, new: str) -> bytes:
    """Give the package of the report with one file edited."""
    files = files_of(REPORT)
    text = files[name].decode()
    assert old in text
    return packed({**files, name: text.replace(old, new, 1).encode()})


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("reports.csv", ",2016,", ",2016年,", "reports, row 2, year: expected a whole number, found '2016年'"),
        (
            "reports.csv",
            ",2016,",
            ",216,",
            "reports, row 2, year: expected a whole number from 1949 to 2100, found 216",
        ),
        ("reports.csv", "year", "yaer", "reports: expected a column of this table, perhaps 'year', found 'yaer'"),
        (
            "key_tasks.csv",
            '"[""巾帼建功""]"',
            "巾帼建功",
            "key_tasks, row 2, programmes: expected a list, found '巾帼建功'",
        ),
        (
            "key_tasks.csv",
            "1,1,1,",
            "1,7,1,",
            "key_tasks, row 2, report_key: expected the key of a row of reports, found 7",
        ),
        ("organizations.csv", "federation", "federatoin", "organizations, row 2, kind: expected one of federation"),
        ("organizations.csv", "长沙市妇女联合会", " ", "organizations, row 2, name: expected text that is not blank"),
        ("records.csv", "CityReport", "CityRport", "records, row 2, kind: expected a known kind, perhaps 'CityReport'"),
        (
            "records.csv",
            "1,CityReport,1",
            "1,CityReport,2",
            "records, row 2, key: expected the key of a row of reports",
        ),
        ("records.csv", "1,CityReport,1", "first,CityReport,1", "records, row 2, place: expected a whole number"),
        ("achievements.csv", "办会", '"办会', "achievements.csv: expected CSV"),
        ("achievements.csv", "\r\n1,", "\r\n9,1,1,1,1,", "achievements, row 2: expected"),
        ("datapackage.json", "reports.csv", "rapports.csv", "datapackage.json, resources[2].path: expected a file of"),
    ],
)
def test_what_does_not_fit_is_told_by_its_cell(name: str, old: str, new: str, message: str) -> None:
    """A fault names table, row as a spreadsheet counts it, and column."""
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(edited(name, old, new), "csv")
    assert str(caught.value).startswith(message)


def test_a_row_that_holds_itself_is_told() -> None:
    """A body that is its own parent is refused."""
    child = fulian.Organization(name="b", kind=fulian.OrganizationKind.OTHER, parent=REPORT.organization)
    files = files_of(child)
    text = files["organizations.csv"].decode().replace(",1,", ",2,")
    rows = text.splitlines()
    assert "2" in rows[-1]
    with pytest.raises(fulian.DataError):
        formats.loads(packed({**files, "organizations.csv": text.encode()}), "csv")


def test_unknown_keys_have_no_room() -> None:
    """Tables refuse unknown keys by name instead of dropping them."""
    text = '{"fulian": "1", "kind": "Period", "data": "2014", "mood": "good"}'
    with pytest.raises(
        fulian.DataError, match="mood: expected a key of the vocabulary: tables have no room for others"
    ):
        formats.dumps(formats.loads(text, keep_unknown=True), "csv")


def test_a_long_text_is_whole() -> None:
    """A text longer than Python's own limit for CSV comes back."""
    document = fulian.Document(id="d1", text="长" * 200_000)
    assert formats.loads(formats.dumps(document, "csv"), "csv") == (document,)
