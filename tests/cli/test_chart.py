"""``fulian chart``: every kind from the samples, and plain words where there is nothing to draw."""

from __future__ import annotations

from pathlib import Path

import pytest

import fulian

from .conftest import Run

COMMANDS = {
    "cities": ("cities.txt", "--figure", "创业担保贷款"),
    "years": ("cities.txt", "--figure", "扶持妇女创业", "--organization", "株洲市妇联"),
    "targets": ("cities.txt", "--figure", "扶持妇女创业"),
    "areas": ("plan.txt",),
    "tiles": ("cities.txt", "--figure", "ECO_LOAN_AMOUNT", "--planned"),
}


@pytest.mark.parametrize("kind", COMMANDS)
def test_every_kind_is_written(run: Run, samples: Path, tmp_path: Path, kind: str) -> None:
    """An SVG with Chinese words, whatever the terminal's language; its name and title are printed."""
    name, *options = COMMANDS[kind]
    ran = run("chart", kind, samples / name, *options, "-o", tmp_path / "chart.svg")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{tmp_path / 'chart.svg'}: ")
    text = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "资料来源：" in text
    assert ran.out.partition(": ")[2].strip() in text


@pytest.mark.usefixtures("chinese_font")
def test_a_png_in_english(run: Run, samples: Path, tmp_path: Path) -> None:
    """Title, language and scale are passed on."""
    out = tmp_path / "chart.png"
    ran = run("chart", "areas", samples / "plan.txt", "-o", out, "--language", "en", "--scale", 1, "--title", "Areas")
    assert ran.out == f"{out}: Areas\n"
    assert out.read_bytes().startswith(b"\x89PNG")


def test_saved_readings_are_drawn_as_their_documents(run: Run, samples: Path, tmp_path: Path) -> None:
    """The same bytes come of a document and of its saved reading."""
    fulian.dump(fulian.read(samples / "plan.txt"), tmp_path / "plan.json")
    run("chart", "areas", samples / "plan.txt", "-o", tmp_path / "a.svg")
    run("chart", "areas", tmp_path / "plan.json", "-o", tmp_path / "b.svg")
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("cities", "cities.txt"), 1, "such as 扶持妇女创业、发放妇女创业担保贷款"),
        (("cities", "cities.txt", "--figure", "创业"), 1, "chart: --unit: expected one unit for '创业'"),
        (("years", "cities.txt", "--figure", "扶持妇女创业"), 1, "株洲市 430200"),
        (("areas", "plan.txt", "--planned"), 2, "--planned is not for a chart of areas"),
        (("areas", "missing.txt"), 1, "missing.txt"),
    ],
)
def test_what_cannot_be_drawn_is_said(
    run: Run, samples: Path, tmp_path: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """And nothing is written."""
    kind, name, *options = arguments
    ran = run("chart", kind, samples / name, *options, "-o", tmp_path / "chart.svg")
    assert ran.status == status
    assert said in ran.err
    assert not (tmp_path / "chart.svg").exists()


def test_a_suffix_of_no_picture_is_refused(run: Run, samples: Path, tmp_path: Path) -> None:
    """Before anything is read."""
    ran = run("chart", "areas", samples / "plan.txt", "-o", tmp_path / "chart.jpg")
    assert ran.status == 2
    assert "neither in .svg nor in .png" in ran.err
