"""``fulian form``: forms made, filled from records, and shown when they come back."""

from __future__ import annotations

from pathlib import Path

import fulian
from fulian.reading.form.layout import FormKind

from ..forms import Form
from .conftest import Run


def test_a_form_is_made_and_read(run: Run, tmp_path: Path) -> None:
    """The command writes a workbook that reads as an empty report of the body and year."""
    made = tmp_path / "填报.xlsx"
    ran = run("form", "city-report", "--organization", "株洲市妇联", "--year", 2024, "-o", made)
    assert (ran.status, ran.err.strip()) == (0, str(made))
    [report] = fulian.read(made).reports
    assert (str(report.organization), report.year, report.achievements) == ("株洲市妇联", 2024, ())


def test_a_form_is_filled_from_a_document(run: Run, tmp_path: Path, samples: Path) -> None:
    """A report's work and tasks stand in the form, and last year's figures beside this year's."""
    made = tmp_path / "filled.xlsx"
    assert run("form", "city-report", "--from", samples / "summary.txt", "-o", made).status == 0
    [given] = fulian.read(samples / "summary.txt").reports
    [report] = fulian.read(made).reports
    assert report.year == given.year
    assert [one.text for one in given.achievements] == [
        one.text for one in report.achievements if not (one.title or "").startswith("指标数据：")
    ]
    after = tmp_path / "after.xlsx"
    assert given.year is not None
    ran = run("form", "city-report", "--year", given.year + 1, "--last-year", made, "-o", after)
    assert ran.status == 0
    page = Form(after.read_bytes()).book["指标数据"]
    assert any(page.cell(row, 4).value is not None for row in range(4, page.max_row + 1))


def test_a_plan_form_is_made_with_chosen_indicators(run: Run, tmp_path: Path, samples: Path) -> None:
    """Areas and codes choose what is asked for; a plan fills its tasks."""
    made = tmp_path / "要点.xlsx"
    options = ("--from", samples / "plan.txt", "--indicators", "环境，ORG_HOMES", "-o", made)
    assert run("form", FormKind.ANNUAL_PLAN, *options).status == 0
    [given] = fulian.read(samples / "plan.txt").plans
    [plan] = fulian.read(made).plans
    assert [one.title for one in plan.sections] == [one.title for one in given.sections if one.tasks]


def test_what_cannot_be_made_is_said(run: Run, tmp_path: Path, samples: Path) -> None:
    """No year, another suffix, an unknown indicator, or a file without such a record: each in plain words."""
    made = tmp_path / "a.xlsx"
    assert run("form", "city-report", "-o", made).status == 2
    assert "does not end in .xlsx" in run("form", "city-report", "--year", 2024, "-o", tmp_path / "a.docx").err
    assert run("form", "city-report", "--organization", "某集团女工部", "--year", 2024, "-o", made).status == 0
    made.unlink()
    assert "ORG_HOME" in run("form", "city-report", "--year", 2024, "--indicators", "ORG_HOME", "-o", made).err
    ran = run("form", "city-report", "--from", samples / "plan.txt", "-o", made)
    assert (ran.status, made.exists()) == (1, False)
    assert "expected one report" in ran.err


def test_show_tells_the_faults_of_a_form(run: Run, tmp_path: Path) -> None:
    """A filled form is a document although it is a workbook, and its faults are told by cell in Chinese."""
    made = tmp_path / "填报.xlsx"
    run("form", "city-report", "--organization", "株洲市妇联", "--year", 2024, "-o", made)
    form = Form(made.read_bytes())
    address = form.write("妇女之家数", "2024年实际", "很多")
    made.write_bytes(form.data())
    ran = run("show", made, "--language", "zh", "--width", 100)
    assert ran.status == 0
    assert f"填报问题  {address}：“2024年实际”应填数字（单位：个），填的是“很多”。" in ran.out


def test_a_folder_of_forms_is_collected(run: Run, tmp_path: Path) -> None:
    """Who is missing is said, a summary is written all the same, and the exit status tells that something is wrong."""
    folder = tmp_path / "forms"
    folder.mkdir()
    for name in ("长沙市妇联", "株洲市妇联"):
        run("form", "city-report", "--organization", name, "--year", 2024, "-o", folder / f"{name}.xlsx")
    names = tmp_path / "名单.txt"
    names.write_text("长沙市妇联\n株洲市妇联\n\n", encoding="utf-8")
    told = run("form", "collect", folder, "--year", 2024, "--expect-list", names, "--language", "zh")
    assert (told.status, told.out.count("已报")) == (0, 2)
    summary = tmp_path / "汇总.xlsx"
    told = run("form", "collect", folder, "--year", 2024, "--expect", "湖南省", "-o", summary, "--language", "zh")
    assert (told.status, told.out.count("缺报")) == (1, 13)
    told = run("form", "collect", folder, "--year", 2024, "--expect", "湖南省", "--language", "en")
    assert (told.out.count("  missing"), told.out.count("  handed in")) == (12, 2)
    assert "缺报" not in told.out
    assert summary.read_bytes().startswith(b"PK")
    assert "does not end in" in run("form", "collect", folder, "--year", 2024, "-o", tmp_path / "a.docx").err
    assert run("form", "collect", folder, "--year", 2024, "--expect", "无此省").status == 1
    wrong_year = run("form", "collect", folder, "--year", 2023, "--language", "zh")
    assert (wrong_year.status, wrong_year.out.count("不是2023年的")) == (1, 2)


def test_where_there_are_no_forms_nothing_is_written(run: Run, tmp_path: Path, samples: Path) -> None:
    """An empty folder, or one of other documents: it is said, in the language of the run, and the status is 1."""
    empty, summary = tmp_path / "empty", tmp_path / "汇总.xlsx"
    empty.mkdir()
    for folder, said in ((empty, ""), (samples, "plan.txt  it is no form")):
        ran = run("form", "collect", folder, "--year", 2024, "-o", summary)
        assert (ran.status, summary.exists()) == (1, False)
        assert ran.out.startswith("0 forms ")
        assert "not written, for there are no forms" in ran.out
        assert said in ran.out
    assert run("form", "collect", empty, "--year", 2024, "--language", "zh").status == 1


def test_an_error_names_the_file_that_it_is_about(run: Run, tmp_path: Path) -> None:
    """The one that is filled in from, not the form; and the form where its folder is missing, under its own name."""
    for option in ("--from", "--last-year"):
        ran = run("form", "city-report", option, tmp_path / "none.txt", "--year", 2024, "-o", tmp_path / "a.xlsx")
        assert (ran.status, ran.err) == (1, f"{tmp_path / 'none.txt'}: expected a file, found none of that name\n")
    lost = tmp_path / "nowhere" / "a.xlsx"
    ran = run("form", "city-report", "--year", 2024, "-o", lost)
    assert (ran.status, ran.err) == (1, f"{lost}: No such file or directory\n")
