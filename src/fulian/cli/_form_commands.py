"""The commands for forms: those that make one, and the one that gathers them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from fulian.cli._options import Group, Manner, debug, looking

if TYPE_CHECKING:
    from fulian.cli._terminal import Screen

__all__ = ["form"]

_Command = TypeVar("_Command", bound=Callable[..., Any])


@click.group("form", cls=Group, short_help="Make forms in Excel (填报表), and gather them.")
def form() -> None:
    """Forms in Excel (填报表): made for a body and a year, read back as any document, gathered from a folder."""


def _form_options(command: _Command) -> _Command:
    """The options of every form that is made."""
    options = (
        click.option("--year", type=click.IntRange(1950, 2099), help="The year it is for."),
        click.option("--organization", metavar="NAME", help="The body that is to fill it in, such as 株洲市妇联."),
        click.option(
            "--from",
            "record",
            metavar="FILE",
            help="Fill it from a report or plan: a document, or records that fulian saved.",
        ),
        click.option(
            "--last-year",
            multiple=True,
            metavar="FILE",
            help="Reports of the year before, whose figures stand beside; may be given several times.",
        ),
        click.option(
            "--indicators",
            metavar="CODE,...",
            help="What it asks for: codes of the catalogue, and areas (健康, economy) whose indicators are all meant.",
        ),
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="OUT",
            required=True,
            help="The workbook to write (.xlsx).",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _make_form(manner: Manner, kind: str, options: dict[str, Any]) -> None:
    from fulian.cli._form import make_form  # noqa: PLC0415
    from fulian.reading.form.layout import FormKind  # noqa: PLC0415

    output: Path = options["output"]
    if output.suffix.lower() != ".xlsx":
        raise click.BadParameter(f"{output.name} does not end in .xlsx", param_hint="'-o' / '--output'")
    if options["record"] is None and options["year"] is None:
        raise click.UsageError("give --year, or --from a record that has one")
    with manner.about(str(output)):
        make_form(
            FormKind(kind),
            output,
            options["organization"] or "",
            options["year"],
            indicators=[code for code in re.split("[,，、 ]+", options["indicators"] or "") if code],
            last_year=options["last_year"],
            record=options["record"],
        )
    click.echo(f"{output}", err=True)


@form.command(
    "city-report",
    short_help="A form for a year's work and what comes next.",
    epilog="""\b
Examples:
  fulian form city-report --organization 株洲市妇联 --year 2024 -o 填报.xlsx
  fulian form city-report --organization 株洲市妇联 --year 2024 --last-year 2023.json -o 填报.xlsx
  fulian form city-report --year 2024 --indicators 健康,ORG_HOMES -o 填报.xlsx
  fulian form city-report --from report.txt -o 填报.xlsx       filled, as far as its cells can hold it""",
)
@_form_options
@debug
@click.pass_obj
def _city_report_form(manner: Manner, /, **options: Any) -> None:
    """Make a form in which a body reports a year's work and what it will do next."""
    _make_form(manner, "city-report", options)


@form.command(
    "annual-plan",
    short_help="A form for a year's plan.",
    epilog="""\b
Examples:
  fulian form annual-plan --organization 株洲市妇联 --year 2025 -o 要点.xlsx
  fulian form annual-plan --from plan.txt -o 要点.xlsx""",
)
@_form_options
@debug
@click.pass_obj
def _annual_plan_form(manner: Manner, /, **options: Any) -> None:
    """Make a form in which a body writes its plan for a year."""
    _make_form(manner, "annual-plan", options)


@form.command(
    "collect",
    short_help="Gather filled forms into one table.",
    epilog="""\b
Examples:
  fulian form collect 上报/ --year 2024 --expect 湖南省 -o 汇总.xlsx
  fulian form collect 上报/ --year 2024 --expect-list 名单.txt -o 汇总.csv
  fulian form collect 上报/*.xlsx --year 2024

\b
Exit status: 0 everybody handed in once and nothing is wrong, 1 somebody is missing, handed in twice or
was not asked, a form has faults, or a file is no form of the year; the summary is written all the same,
unless there are no forms at all.""",
)
@click.argument("paths", nargs=-1, required=True, metavar="FOLDER...")
@click.option("--year", type=click.IntRange(1950, 2099), required=True, help="The year the forms are for.")
@click.option("--expect", metavar="PROVINCE", help="Who was to hand in: what lies right in a province or prefecture.")
@click.option(
    "--expect-list",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Who was to hand in: a text file with a name a line.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="Write the summary: .xlsx (all of it), .csv or .parquet (the table of figures).",
)
@debug
@looking
@click.pass_obj
def _collect(
    manner: Manner,
    /,
    paths: tuple[str, ...],
    year: int,
    expect: str | None,
    expect_list: Path | None,
    output: Path | None,
    screen: Screen,
) -> int:
    """Gather a folder of filled forms: one table, totals, and who is missing."""
    from fulian.cli._form import collect, expected  # noqa: PLC0415

    if output is not None and output.suffix.lower() not in (".xlsx", ".csv", ".parquet"):
        raise click.BadParameter(f"{output.name} does not end in .xlsx, .csv or .parquet", param_hint="'-o'")
    with manner.about(str(expect_list or expect or "")):
        asked = expected(expect, expect_list, year)
    with manner.about(str(output or "fulian")):
        return collect(screen, paths, year, asked, output)
