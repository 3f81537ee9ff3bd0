"""Each script in examples/ runs on the sample documents, and is named in its folder's README."""

from __future__ import annotations

import csv
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

import fulian

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def load(name: str) -> Callable[..., None]:
    """Give the main function of an example."""
    main: Callable[..., None] = runpy.run_path(str(EXAMPLES / name))["main"]
    return main


def test_figures_to_csv_has_a_row_a_figure(samples: Path, tmp_path: Path) -> None:
    """Exact numbers, and places that lead back to the text."""
    output = tmp_path / "figures.csv"
    load("figures_to_csv.py")(str(output), str(samples / "plan.txt"), str(samples / "summary.txt"))
    with output.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    readings = [fulian.read(samples / name) for name in ("plan.txt", "summary.txt")]
    assert len(rows) == sum(len(reading.observations) for reading in readings)
    text = readings[0].document.text
    assert (rows[0]["value"], text[int(rows[0]["start"]) : int(rows[0]["end"])]) == ("120", "120支")


def test_promised_and_done_tells_both(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A city's line, then its deeds and its plans."""
    load("promised_and_done.py")(str(samples / "round-up.txt"))
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "合肥市妇联  2021 → 2022"
    assert "  done     56场  举办女性专场招聘会" in lines
    assert "  planned  5000人次  培训家政服务员" in lines


def test_trust_but_verify_finds_every_figure_in_its_place(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All sources hold, and the share read is printed."""
    load("trust_but_verify.py")(str(samples / "summary.txt"))
    out = capsys.readouterr().out
    assert "figures, each where its source says" in out
    assert "% of the text stands in a record" in out


def test_save_and_load_gives_an_equal_reading(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The script itself asserts that the two are equal."""
    load("save_and_load.py")(str(samples / "plan.txt"), str(tmp_path / "plan.json"))
    assert "is equal: plans: 1, reports: 0, figures: 32" in capsys.readouterr().out


def test_an_official_document_is_read_back(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The script itself asserts that the sections are the same."""
    load("official_document.py")(str(samples / "plan.txt"), str(tmp_path / "plan.docx"))
    assert "关于印发《江西省妇联2022年工作要点》的通知, 赣妇字〔2022〕6号" in capsys.readouterr().out


def test_a_review_page_leads_to_its_documents(
    samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The page is written, and a line a document says where to look."""
    page = tmp_path / "page.html"
    load("review_page.py")(str(page), str(samples / "plan.txt"), str(samples / "summary.txt"))
    assert page.is_file()
    assert f"{page}#doc=2  腾冲市妇联2020年工作总结和2021年工作打算: " in capsys.readouterr().out


def test_charts_tell_what_is_missing(samples: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Cities, a map and years of both figures; the city without a figure is named."""
    load("charts_of_documents.py")(str(tmp_path / "charts"), str(samples / "cities.txt"))
    out = capsys.readouterr().out
    assert len(list((tmp_path / "charts").glob("*.svg"))) == out.count(".svg  ") == 6
    assert "1-cities.svg  2022年各市州妇女小额担保贷款发放额" in out
    assert "without a figure: 张家界市" in out


def test_the_readme_names_every_example() -> None:
    """No script without its row, no row without its script."""
    table = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    scripts = {path.name for path in EXAMPLES.glob("*.py")}
    assert {name for name in scripts if f"`{name} " in table or f"`{name}`" in table} == scripts
