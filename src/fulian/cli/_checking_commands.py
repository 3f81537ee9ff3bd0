"""The commands that check: check, compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fulian.cli._inputs import Hints, readings_of
from fulian.cli._options import Failure, Manner, debug, files_meant, hinted, looking
from fulian.errors import FulianError

if TYPE_CHECKING:
    from fulian.cli._terminal import Screen
    from fulian.model.reading import Reading

__all__ = ["check", "compare"]


@click.command(
    "check",
    short_help="Check what does not hold together.",
    epilog="""\b
Examples:
  fulian check report.txt
  fulian check documents/ --ignore A301     all of a folder, without one rule
  fulian check report.txt --select A        only the arithmetic
  fulian check *.txt -o findings.xlsx       the figures, with findings as notes
  fulian check *.txt --format sarif > findings.sarif
  fulian check notice.docx --layout         the layout of an official document (GB/T 9704-2012)

\b
Rules can be chosen in pyproject.toml too: [tool.fulian] with select and ignore. Exit status: 0 nothing
graver than a note, 1 an error or a warning was found or a file could not be read, 2 the command was
not understood.""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--select", multiple=True, metavar="RULE", help="Run only these: a code, a family (A, A1) or a name.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these out.")
@click.option("--layout", is_flag=True, help="Check the layout of Word files (公文版式), not what they say.")
@click.option("-v", "--verbose", is_flag=True, help="Say which rules did not run, and what the files lack for them.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "xlsx"]),
    help="How to write findings; by default by the suffix of --output, else as text.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="Write to a file: .json, .sarif or .xlsx.",
)
@hinted
@looking
@debug
@click.pass_obj
def check(
    manner: Manner,
    files: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str | None,
    output: Path | None,
    *,
    layout: bool,
    verbose: bool,
    hints: Hints,
    screen: Screen,
) -> int:
    """Check what does not hold together: figures, dates, names, numbers of sections."""
    from fulian.cli import _check as checking  # noqa: PLC0415
    from fulian.cli._layout import inspect_layout, layout_rules_for  # noqa: PLC0415

    form = _form(form, output)
    try:
        rules = (layout_rules_for if layout else checking.rules_for)(select, ignore, Path.cwd())
    except FulianError as error:
        raise click.UsageError(str(error)) from error
    inspected = []
    failed = 0
    names = files_meant(files)
    if layout:  # of a folder only its Word files
        names = [name for name in names if name in files or name.lower().endswith(".docx")]
    for name in names:
        try:
            with manner.about(name):
                if layout:
                    inspected.append(inspect_layout(name, rules))
                    continue
                readings = readings_of(name, hints)
        except Failure as failure:
            failure.show()
            failed += 1
            continue
        inspected += [checking.inspect(name, reading, rules) for reading in readings]
    if form == "text":
        checking.show_inspected(screen, inspected, failed=failed, verbose=verbose)
    else:
        with manner.about(str(output or "fulian")):
            checking.write_inspected(inspected, form, output)
    return 1 if failed else checking.status_of(inspected)


@click.command(
    "compare",
    short_help="Compare a plan with later reports.",
    epilog="""\b
Examples:
  fulian compare plan-2019.txt report-2019.txt     targets: met, missed, restated, not reported, dropped
  fulian compare report-2018.txt report-2019.txt   sums that shrink, figures repeated word for word
  fulian compare round-up.txt zhuzhou.txt          a round-up and a city's own summary
  fulian compare plan.txt report.txt --format json""",
)
@click.argument("first", metavar="PLAN")
@click.argument("others", nargs=-1, required=True, metavar="REPORT...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="A table, or data.")
@hinted
@looking
@debug
@click.pass_obj
def compare(manner: Manner, first: str, others: tuple[str, ...], form: str, *, hints: Hints, screen: Screen) -> int:
    """Compare a plan with later reports, or reports with each other."""
    from fulian.cli import _compare as comparing  # noqa: PLC0415

    readings: list[Reading] = []
    for name in files_meant((first, *others)):
        with manner.about(name):
            readings += readings_of(name, hints)
    if form == "json":
        comparing.write_comparisons(readings)
    else:
        comparing.show_comparisons(screen, readings)
    return 0


def _form(form: str | None, output: Path | None) -> str:
    """The format of findings: as asked, or by the suffix of the file; text goes to the screen, a workbook to a file."""
    if output is None:
        if form == "xlsx":
            raise click.UsageError("a workbook is written to a file; name it with --output")
        return form or "text"
    form = form or output.suffix.removeprefix(".").lower()
    if form not in ("json", "sarif", "xlsx"):
        raise click.BadParameter(
            f"{output.name} has no suffix of a format; the formats are json, sarif, xlsx",
            param_hint="'-o' / '--output'",
        )
    return form
