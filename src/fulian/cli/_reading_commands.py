"""The commands that read: demo, show, read, table, explain."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fulian.cli._inputs import STDIN, Hints, readings_of
from fulian.cli._options import Failure, Manner, debug, files_meant, full_option, hinted, known_format, looking

if TYPE_CHECKING:
    from fulian.cli._terminal import Screen

__all__ = ["demo", "explain", "read", "show", "table"]

_TABLES = (".csv", ".parquet", ".xlsx")

_jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="How many processes read; the data is the same. Worth it from some hundred documents on.",
)


@click.command(
    "demo",
    short_help="Show sample documents; their figures are invented.",
    epilog="""\b
Examples:
  fulian demo
  fulian demo --save samples                keep the four documents""",
)
@click.option(
    "--save",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Save the sample documents in a folder instead of showing them.",
)
@full_option
@looking
@debug
def demo(screen: Screen, save: Path | None, *, full: bool) -> int:
    """Show the sample documents that come with fulian; their figures are invented."""
    from fulian.cli._demo import copy_samples, show_samples  # noqa: PLC0415

    if save is None:
        show_samples(screen, full=full)
    else:
        for path in copy_samples(save):
            click.echo(str(path))
    return 0


@click.command(
    "show",
    short_help="Show documents as trees.",
    epilog="""\b
Examples:
  fulian show plan.txt
  fulian show plan.txt --full | less
  fulian show report.txt --organization 罗江县妇联 --year 2016
  fulian show readings.jsonl                what was saved before
  fulian show - < plan.txt                  from standard input
  fulian read *.txt | fulian show -         saved readings too""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@full_option
@hinted
@looking
@debug
@click.pass_obj
def show(manner: Manner, files: tuple[str, ...], screen: Screen, hints: Hints, *, full: bool) -> int:
    """Show documents as trees: who, when, sections, tasks, reports and figures, and what was not read."""
    from fulian.cli._show import show_readings  # noqa: PLC0415

    failed = False
    shown = 0
    for name in files_meant(files):
        try:
            with manner.about(name):
                readings = readings_of(name, hints)
        except Failure as failure:
            failure.show()
            failed = True
            continue
        show_readings(screen, readings, full=full, after=shown)
        shown += len(readings)
    return 1 if failed else 0


@click.command(
    "read",
    short_help="Read documents into data.",
    epilog="""\b
Examples:
  fulian read plan.txt                      JSON on standard output
  fulian read documents/ -o readings.jsonl  a folder: one reading a line
  fulian read "*.txt" -o readings.json      a pattern: one collection
  fulian read 2021/ --jobs 2                by two processes at once
  fulian read *.txt | jq -r .data.document.title

\b
One file gives one JSON document; several files, a folder or a pattern give JSON Lines on standard
output, each line as soon as its file is read. A file that cannot be read is named on standard error
and does not stop the rest; the exit status is then 1.""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="Write to a file, whole or not at all; its suffix gives the format.",
)
@click.option("--lines/--one", "lines", default=None, help="On standard output: JSON Lines, or one JSON document.")
@_jobs_option
@hinted
@debug
@click.pass_obj
def read(
    manner: Manner, files: tuple[str, ...], output: Path | None, hints: Hints, *, lines: bool | None, jobs: int
) -> int:
    """Read documents into data: files, folders (all kinds of document), patterns, archives, or - for standard input."""
    from fulian.cli._read import read_to_file, read_to_output  # noqa: PLC0415

    if output is None:
        return read_to_output(files, hints, lines=lines, jobs=jobs, debug=manner.debug)
    if lines is not None:
        raise click.UsageError("--lines and --one are for standard output; the suffix of --output gives its format")
    known_format(output, "'-o' / '--output'")
    _there_is_a_folder_for(output)
    with manner.about(str(output)):
        return read_to_file(files, hints, output, jobs=jobs, debug=manner.debug)


def _there_is_a_folder_for(output: Path) -> None:
    if not output.absolute().parent.is_dir():
        raise click.BadParameter(f"there is no folder {output.parent}", param_hint="'-o' / '--output'")


@click.command(
    "table",
    short_help="Write the figures as one table: CSV, Excel, Parquet.",
    epilog="""\b
Examples:
  fulian table 2019/ 2021/ -o figures.csv   every figure of two folders, a row each
  fulian table *.docx -o figures.xlsx       an Excel sheet; .parquet for programs
  fulian table readings.jsonl -o figures.csv
  fulian table plan.txt | head              CSV on standard output

\b
A row says who, when, whether done or planned, what was counted, how much in which unit, how sure the document
was (over: at least, under: at most), and where it stands. A file that cannot be read is named on standard
error and does not stop the rest; the exit status is then 1.""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="OUT",
    help="Write to a file, whole or not at all: .csv, .xlsx or .parquet; by default CSV to standard output.",
)
@_jobs_option
@hinted
@debug
@click.pass_obj
def table(manner: Manner, files: tuple[str, ...], output: Path | None, hints: Hints, *, jobs: int) -> int:
    """Write the figures of documents or saved readings as one table, a row each, for spreadsheets and programs."""
    from fulian.cli._read import table_to_file, table_to_output  # noqa: PLC0415

    if output is None or str(output) == STDIN:
        return table_to_output(files, hints, jobs=jobs, debug=manner.debug)
    if output.suffix.lower() not in _TABLES:
        raise click.BadParameter(
            f"{output.name} does not end in .xlsx, .csv or .parquet", param_hint="'-o' / '--output'"
        )
    _there_is_a_folder_for(output)
    with manner.about(str(output)):
        return table_to_file(files, hints, output, jobs=jobs, debug=manner.debug)


@click.command(
    "explain",
    short_help="Explain how a figure was read.",
    epilog="""\b
Examples:
  fulian explain plan.txt                   all figures with their numbers
  fulian explain plan.txt --figure 3        the third figure
  fulian explain plan.txt --at 1840         the figure at an offset in characters, from 0
  fulian explain plan.txt --at 12:30        the figure at a line and column, from 1""",
)
@click.argument("file", metavar="FILE")
@click.option("--figure", type=click.IntRange(min=1), metavar="N", help="The figure's number, as show prints it.")
@click.option("--at", metavar="PLACE", help="Where it stands: an offset from 0, or LINE:COLUMN from 1.")
@hinted
@looking
@debug
@click.pass_obj
def explain(manner: Manner, file: str, figure: int | None, at: str | None, screen: Screen, hints: Hints) -> None:
    """Show a figure in its sentence, what was made of it, and the rules that decided."""
    from fulian.cli import _explain as explaining  # noqa: PLC0415

    if figure is not None and at is not None:
        raise click.UsageError("give --figure or --at, not both")
    with manner.about(file):
        readings = readings_of(file, hints)
    if len(readings) != 1:
        raise Failure(f"{file}: expected one reading, found {len(readings)}")
    [reading] = readings
    if at is not None:
        with manner.about(file):
            figure = explaining.number_at(reading, at)
    if figure is None:
        explaining.list_figures(screen, reading)
    elif figure > len(reading.observations):
        count = len(reading.observations)
        raise Failure(
            f"{file}: expected a figure from 1 to {count}, found {figure}" if count else f"{file}: no figures"
        )
    else:
        explaining.explain_figure(screen, reading, figure)
