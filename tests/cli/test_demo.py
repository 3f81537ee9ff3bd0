"""``fulian demo``: the samples are what they should be, and their figures are said to be invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

import fulian
from fulian.cli._demo import sample_names

from .conftest import Run


@pytest.mark.parametrize(("language", "said"), [("en", "figure in them are invented"), ("zh", "每个数字都是虚构的")])
def test_the_demo_says_that_its_figures_are_invented(run: Run, language: str, said: str) -> None:
    """It shows all samples, and ends in what to try next."""
    ran = run("demo", "--language", language, "--width", 120)
    assert (ran.status, ran.err) == (0, "")
    assert said in ran.out.replace("\n", " ")
    assert all(name in ran.out for name in sample_names())
    assert "fulian demo --save samples" in ran.out


def test_samples_can_be_kept(run: Run, tmp_path: Path, samples: Path) -> None:
    """They are saved as they are, again without harm; a file that holds something else is not overwritten."""
    folder = tmp_path / "new" / "folder"
    assert run("demo", "--save", folder).out.splitlines() == [str(folder / name) for name in sample_names()]
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == (
        {file.name: file.read_bytes() for file in samples.iterdir()}
    )
    assert run("demo", "--save", folder).status == 0
    (folder / "plan.txt").write_text("mine", encoding="utf-8")
    ran = run("demo", "--save", folder)
    assert ran.status == 1
    assert "plan.txt" in ran.err
    assert (folder / "plan.txt").read_text(encoding="utf-8") == "mine"


def test_what_to_try_next_works(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command the demo names can be run as it stands."""
    monkeypatch.chdir(tmp_path)
    named = [line.split("  ")[1] for line in run("demo").out.splitlines() if line.startswith("  fulian ")]
    assert len(named) == 4
    for command in named:
        arguments = command.replace("YOUR-FILE.txt", "samples/plan.txt").split()[1:]
        assert run(*arguments).status == 0


def test_the_plan_is_read_whole(samples: Path) -> None:
    """Number, date, recipients, annexes, sections with their tasks, the list of key tasks."""
    reading = fulian.read(samples / "plan.txt")
    [plan] = reading.plans
    assert str(reading.document.number) == "赣妇字〔2022〕6号"
    assert (len(reading.document.recipients), len(reading.document.attachments)) == (4, 2)
    assert [len(section.tasks) for section in plan.sections] == [2, 3, 2, 3, 2]
    assert plan.key_tasks[2].title == "发放妇女创业担保贷款15亿元，推动女性创业就业提质扩面"
    assert len(plan.key_tasks) == 8


def test_the_round_up_has_a_report_a_city(samples: Path) -> None:
    """Six cities, in order, each with what it did in 2021 and will do in 2022."""
    reports = fulian.read(samples / "round-up.txt").reports
    codes = [report.organization.division_code for report in reports if report.organization]
    assert codes[:6] == ["340100", "340200", "340300", "341000", "341500", "341300"]
    assert {(report.year, str(report.commitment_period)) for report in reports[:6]} == {(2021, "2022")}


def test_the_summary_tells_deeds_problems_and_plans_apart(samples: Path) -> None:
    """One report of the body that signed it."""
    [report] = fulian.read(samples / "summary.txt").reports
    assert str(report.organization) == "腾冲市妇联"
    assert (len(report.achievements), len(report.commitments)) == (5, 4)
    assert report.problems


def test_hardly_anything_of_the_samples_is_unread(samples: Path) -> None:
    """More than 98 of 100 characters lie in some record."""
    assert all(fulian.read(file).coverage > 0.98 for file in samples.iterdir())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_demo_fits_a_narrow_terminal(run: Run, language: str) -> None:
    """Forty columns hold every line, commands to try and titles of samples too."""
    ran = run("demo", "--language", language, "--width", 40)
    assert max(map(cell_len, ran.out.splitlines())) <= 40
