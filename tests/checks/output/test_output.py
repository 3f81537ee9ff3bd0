"""Findings as JSON, SARIF and a workbook hold what was found, and nothing that a program would run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest

import fulian
from fulian.checks.finding import Finding
from fulian.checks.output.plain import Inspected, dumps_json, plain_findings
from fulian.checks.output.sarif import dumps_sarif, sarif_log
from fulian.checks.output.workbook import dumps_workbook
from fulian.checks.run import check_fully
from fulian.formats import _kinds, register

openpyxl: Any = pytest.importorskip("openpyxl")
# made by others from the published schema of SARIF 2.1.0 (OASIS, 2020): unknown properties are refused
sarif_model: Any = pytest.importorskip("pydantic_sarif.model")

TEXT = "县妇联2020年工作总结\n2020年，全县公务员200名，其中女性40名，占30%。\n开展最美家庭”活动。"


def assert_sarif(log: dict[str, Any]) -> None:
    """Fail where a log is not as the published schema has it."""
    sarif_model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(json.dumps(log))


def inspected(text: str = TEXT, name: str = "总结 1.txt") -> Inspected:
    """Check a text."""
    reading = fulian.read_text(text)
    return Inspected(name=name, record=reading, checked=check_fully(reading))


def at(text: str, region: Mapping[str, int]) -> str:
    """The characters that a region of SARIF means by its lines and columns."""
    lines = text.split("\n")
    assert region["startLine"] == region["endLine"]
    return lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


def test_json_holds_all_that_was_found() -> None:
    """Each finding with its places, lines and columns; and which rules ran."""
    data = json.loads(dumps_json([inspected()]))
    assert data == plain_findings([inspected()])
    [file] = data["data"]["files"]
    assert [one["code"] for one in file["findings"]] == ["A101", "S301"]
    first = file["findings"][0]["sources"][0]
    assert (first["line"], first["column"], first["quote"]) == (2, 26, "30%")
    assert "A101" in file["ran"]
    assert file["unable"]["I201"] == ["plans"]


def test_sarif_is_as_the_standard_has_it() -> None:
    """The log fits the schema; rule indexes, regions and fixes mean what they should."""
    log = json.loads(dumps_sarif([inspected()]))
    assert_sarif(log)
    [run] = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "%E6%80%BB%E7%BB%93%201.txt"
        assert at(TEXT, place["region"]) == place["region"]["snippet"]["text"]
    [replacement] = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert (at(TEXT, replacement["deletedRegion"]), replacement["insertedContent"]["text"]) == ("30%", "20%")


def test_places_in_the_file_are_told() -> None:
    """Of what came out of a workbook or a PDF, cell or page stand beside the lines of the text."""
    reading = fulian.read_text(TEXT)
    place = fulian.Place(sheet="汇总", cell="C7")
    stretches = (fulian.Stretch(start=TEXT.index("2020年，"), end=len(TEXT), place=place),)
    document = attrs.evolve(reading.document, file_kind=fulian.FileKind.XLSX, stretches=stretches)
    reading = attrs.evolve(reading, document=document)
    file = Inspected(name="总结.xlsx", record=reading, checked=check_fully(reading))
    [plain] = plain_findings([file])["data"]["files"]
    assert plain["findings"][0]["sources"][0]["places"] == ["汇总!C7"]
    assert plain["findings"][0]["mend"]["source"]["places"] == ["汇总!C7"]
    log = sarif_log([file])
    assert_sarif(log)
    names = log["runs"][0]["results"][0]["locations"][0]["logicalLocations"]
    assert {"fullyQualifiedName": "汇总!C7"} in names
    book = openpyxl.load_workbook(BytesIO(dumps_workbook([file])))
    for sheet in book.worksheets:
        column = [cell.value for cell in sheet[1]].index("文件中位置") + 1
        assert sheet.cell(2, column).value == "汇总!C7"


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    """A clean file gives a log that says what was looked for."""
    log = sarif_log([inspected("全年举办讲座12场。")])
    assert_sarif(log)
    assert log["runs"][0]["results"] == []
    assert log["runs"][0]["tool"]["driver"]["rules"]


def test_the_workbook_has_notes_on_the_figures() -> None:
    """The figure in question carries the finding; the second sheet lists all."""
    book = openpyxl.load_workbook(BytesIO(dumps_workbook([inspected()])))
    figures, findings = book["数据"], book["检查结果"]
    [noted] = [cell for row in figures.iter_rows() for cell in row if cell.comment]
    assert noted.value == "30%"
    assert "A101" in noted.comment.text
    assert [findings.cell(row=row, column=2).value for row in (2, 3)] == ["A101", "S301"]


def test_the_workbook_runs_nothing() -> None:
    """A file name or words that begin like a formula are text."""
    book = openpyxl.load_workbook(BytesIO(dumps_workbook([inspected(name="=1+1\x07\u202e")])))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert not [
        cell for cell in cells if isinstance(cell.value, str) and ("\x07" in cell.value or "\u202e" in cell.value)
    ]


def test_findings_can_be_a_kind_of_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that registers the class keeps findings in any format of fulian's."""
    monkeypatch.setattr(_kinds, "_ADDED", {})
    register(Finding)
    findings = inspected().checked.findings
    assert fulian.loads(fulian.dumps(findings)) == findings


@pytest.mark.parametrize("name", ["hunan-2016-cities", "five-documents"])
def test_sarif_of_published_documents_fits_the_schema(documents: Path, name: str) -> None:
    """What is found in real documents is a log that others take."""
    reading = fulian.read(documents / f"{name}.txt")
    assert_sarif(sarif_log([Inspected(name=f"文件/{name}.txt", record=reading, checked=check_fully(reading))]))


def test_a_log_that_the_schema_does_not_know_is_refused() -> None:
    """The test of the logs above can fail."""
    log = sarif_log([inspected()])
    log["runs"][0]["results"][0]["confidence"] = "high"
    with pytest.raises(ValueError, match="confidence"):
        assert_sarif(log)
