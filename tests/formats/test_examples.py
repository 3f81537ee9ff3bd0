"""The examples about formats run."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.mark.parametrize(
    ("name", "package", "said"),
    [
        ("forms_for_a_province", "openpyxl", "ORG_HOMES together: about 1880个, of 2 forms"),
        (
            "spreadsheet_out_and_back",
            "openpyxl",
            "举办招聘会 21场, where 20场 stood\nrefused: observations, row 2, status: expected one of actual",
        ),
        ("figures_as_a_table", "duckdb", "举办招聘会"),
        ("duckdb_over_parquet", "duckdb", "浏阳市妇联2023年工作总结 - 3 figures"),
        ("a_project_of_your_own", "ruamel.yaml", '{"fulian":"1","kind":"Indicator"'),
    ],
)
def test_an_example_runs(name: str, package: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It runs to its end and says what it promises."""
    pytest.importorskip(package)
    runpy.run_path(str(EXAMPLES / f"{name}.py"), run_name="__main__")
    assert said in capsys.readouterr().out
