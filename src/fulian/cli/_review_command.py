"""The command that writes a page to look at: review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fulian.cli._inputs import Hints, readings_of
from fulian.cli._options import Failure, Manner, debug, files_meant, hinted, language_option
from fulian.cli._words import speech
from fulian.errors import FulianError

if TYPE_CHECKING:
    from fulian.model.reading import Reading

__all__ = ["review"]


@click.command(
    "review",
    short_help="Write a page to look at what was read.",
    epilog="""\b
Examples:
  fulian review report.txt -o review.html
  fulian review documents/ -o review.html   a folder: one page with a list of documents
  fulian review plan.txt -o plan.html --language en
  fulian review cities.txt -o cities.html --charts
  fulian review readings.jsonl -o review.html

\b
The page is one file that needs no network: send it, keep it, print it. A link opens it where you
want: review.html#lang=en, review.html#doc=2&figure=7, review.html#tab=findings. A file that cannot
be read is named on standard error and does not stop the rest; the exit status is then 1.""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PAGE.html",
    help="The file to write, whole or not at all.",
)
@language_option
@click.option("--charts", is_flag=True, help="Add the charts that suit the documents; needs the extra charts.")
@hinted
@debug
@click.pass_obj
def review(manner: Manner, files: tuple[str, ...], output: Path, hints: Hints, *, charts: bool) -> int:
    """Write a page to look at what was read: the text with its marks, records, figures, findings, doubts."""
    from fulian.cli._check import rules_for  # noqa: PLC0415
    from fulian.cli._review import write_page  # noqa: PLC0415

    _fit_for_a_page(output)
    try:
        rules = rules_for((), (), Path.cwd())
    except FulianError as error:
        raise click.UsageError(str(error)) from error
    readings, failed = _readings(manner, files, hints)
    if not readings:
        raise Failure(f"{output}: not written, for nothing was read")
    with manner.about(str(output)):
        click.echo(write_page(readings, output, language=speech().language, rules=rules, charts=charts))
    return 1 if failed else 0


def _fit_for_a_page(output: Path) -> None:
    if output.suffix.lower() not in (".html", ".htm"):
        raise click.BadParameter(f"{output.name} does not end in .html", param_hint="'-o' / '--output'")
    if not output.absolute().parent.is_dir():
        raise click.BadParameter(f"there is no folder {output.parent}", param_hint="'-o' / '--output'")


def _readings(manner: Manner, files: tuple[str, ...], hints: Hints) -> tuple[list[Reading], bool]:
    """Read every file, or load what was saved; a bad one is named and does not stop the rest."""
    readings: list[Reading] = []
    failed = False
    for name in files_meant(files):
        try:
            with manner.about(name):
                readings += readings_of(name, hints)
        except Failure as failure:
            failure.show()
            failed = True
    return readings, failed
