"""The commands and their options. What a command does stands in a module of its own, loaded when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from fulian.cli._inputs import STDIN, Hints, complaint, expand, read_file, saved_readings
from fulian.cli._words import Speech, default_language
from fulian.errors import FulianError, ParseError

if TYPE_CHECKING:
    from fulian.cli._terminal import Screen
    from fulian.model.reading import Reading

__all__ = ["run"]

_INTERRUPTED = 130
_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Failure(click.ClickException):
    """A file cannot be read or written; its message names the file."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message as it is."""
        click.echo(self.message, file=file or sys.stderr)


class _Manner:
    """How the command is to behave on an error: say it in plain words, or show where it came from."""

    def __init__(self) -> None:
        self.debug = False

    @contextmanager
    def about(self, name: str) -> Iterator[None]:
        """Name the file that an error inside is about."""
        try:
            yield
        except (FulianError, OSError) as error:
            if self.debug or isinstance(error, BrokenPipeError):
                raise
            raise _Failure(complaint(name, error)) from error


def run(arguments: Sequence[str]) -> int:
    """Run the command on its arguments and give the exit status; errors go to standard error in plain words."""
    manner = _Manner()
    try:
        with manner.about("fulian"):
            status = _fulian.main(args=list(arguments), prog_name="fulian", standalone_mode=False, obj=manner)
            sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nfulian: interrupted; no file was left half-written", err=True)
        return _INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click leaves by SystemExit where the pipe is closed, and only there
        return _broken_pipe()
    return status if isinstance(status, int) else 0


def _broken_pipe() -> int:
    """The reader of our output has seen enough (as head does): end in silence."""
    with suppress(OSError, ValueError):  # standard output may be no file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


# -------------------------------------------------------------------- options that several commands have


def _set_debug(context: click.Context, _: click.Parameter, value: bool) -> None:
    context.find_object(_Manner).debug |= value  # type: ignore[union-attr]


def _debug(command: _Command) -> _Command:
    option = click.option(
        "--debug", is_flag=True, expose_value=False, callback=_set_debug, help="Show the traceback of an error."
    )
    return option(command)


def _parse_hints(organization: str | None, year: int | None) -> Hints:
    if organization is None:
        return Hints(None, year)
    from fulian.text import parse_organization  # noqa: PLC0415 - loads the tables of places

    try:
        return Hints(parse_organization(organization, year=year), year)
    except ParseError as error:
        raise click.BadParameter(str(error), param_hint="'--organization'") from error


def _hints(command: _Command) -> _Command:
    """Two options that arrive in the command as one argument."""

    @wraps(command)
    def with_hints(*args: Any, organization: str | None, year: int | None, **options: Any) -> Any:
        return command(*args, hints=_parse_hints(organization, year), **options)

    for option in (
        click.option(
            "--year", type=click.IntRange(1949, 2100), help="The year they are about, for documents that don't say."
        ),
        click.option(
            "--organization",
            metavar="NAME",
            help="Whose documents they are, such as 株洲市妇联, for documents that don't say.",
        ),
    ):
        with_hints = option(with_hints)
    return with_hints  # type: ignore[return-value]


def _looks(command: _Command) -> _Command:
    """Three options that arrive in the command as a screen."""

    @wraps(command)
    def with_screen(*args: Any, language: str | None, width: int | None, **options: Any) -> Any:
        from fulian.cli._terminal import open_screen  # noqa: PLC0415 - loads rich, which help and version don't need

        return command(*args, screen=open_screen(Speech(language or default_language()), width), **options)

    for option in (
        click.option("--width", type=click.IntRange(40, 400), help="Columns a line; by default those of the terminal."),
        click.option(
            "--language",
            type=click.Choice(["en", "zh"]),
            help="The language of headings; by default that of the terminal.",
        ),
    ):
        with_screen = option(with_screen)
    return with_screen  # type: ignore[return-value]


_full = click.option("--full", is_flag=True, help="Show passages whole, not only how they begin.")


class _Group(click.Group):
    """The commands in the order a newcomer meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name them as they were added."""
        del ctx
        return list(self.commands)


# -------------------------------------------------------------------- the commands


@click.group(
    cls=_Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  fulian demo                               sample documents, read and shown
  fulian show plan.txt                      a document as a tree
  fulian read *.txt -o readings.jsonl       a folder of documents as data
  fulian explain plan.txt --figure 3        why a figure was read as it was
  fulian check *.txt                        what does not hold together

\b
Exit status: 0 all well, 1 something could not be read or written, 2 the command was not understood.""",
)
@click.version_option(package_name="fulian", message="fulian %(version)s")
@_debug
def _fulian() -> None:
    """Read the published work of women's federations (妇联) into typed records, each of which knows where it stands."""


@_fulian.command(
    "demo",
    epilog="""\b
Examples:
  fulian demo
  fulian demo --save samples                keep the three documents""",
)
@click.option(
    "--save",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Save the sample documents in a folder instead of showing them.",
)
@_full
@_looks
@_debug
def _demo(screen: Screen, save: Path | None, *, full: bool) -> int:
    """Show the sample documents that come with fulian; their figures are invented."""
    from fulian.cli._demo import copy_samples, show_samples  # noqa: PLC0415

    if save is None:
        show_samples(screen, full=full)
    else:
        for path in copy_samples(save):
            click.echo(str(path))
    return 0


@_fulian.command(
    "show",
    epilog="""\b
Examples:
  fulian show plan.txt
  fulian show plan.txt --full | less
  fulian show report.txt --organization 罗江县妇联 --year 2016
  fulian show readings.jsonl                what was saved before
  fulian show - < plan.txt                  from standard input""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@_full
@_hints
@_looks
@_debug
@click.pass_obj
def _show(manner: _Manner, files: tuple[str, ...], screen: Screen, hints: Hints, *, full: bool) -> int:
    """Show documents as trees: who, when, sections, tasks, reports and figures, and what was not read."""
    from fulian.cli._show import show_readings  # noqa: PLC0415

    failed = False
    shown = 0
    for name in expand(files):
        try:
            with manner.about(name):
                readings = saved_readings(name)
                title = None if readings is not None or name == STDIN else Path(name).name
                readings = (read_file(name, hints),) if readings is None else readings
        except _Failure as failure:
            failure.show()
            failed = True
            continue
        show_readings(screen, readings, full=full, name=title, after=shown)
        shown += len(readings)
    return 1 if failed else 0


@_fulian.command(
    "read",
    epilog="""\b
Examples:
  fulian read plan.txt                      JSON on standard output
  fulian read documents/ -o readings.jsonl  a folder: one reading a line
  fulian read "*.txt" -o readings.json      a pattern: one collection
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
@_hints
@_debug
@click.pass_obj
def _read(manner: _Manner, files: tuple[str, ...], output: Path | None, hints: Hints, *, lines: bool | None) -> int:
    """Read documents into data: files, folders (their .txt), patterns, or - for standard input."""
    from fulian.cli._read import read_to_file, read_to_output  # noqa: PLC0415

    if output is None:
        return read_to_output(files, hints, lines=lines, debug=manner.debug)
    if lines is not None:
        raise click.UsageError("--lines and --one are for standard output; the suffix of --output gives its format")
    _known_format(output, "'-o' / '--output'")
    if not output.absolute().parent.is_dir():
        raise click.BadParameter(f"there is no folder {output.parent}", param_hint="'-o' / '--output'")
    with manner.about(str(output)):
        return read_to_file(files, hints, output, debug=manner.debug)


def _known_format(path: Path, hint: str) -> None:
    from fulian.formats import format_of, formats  # noqa: PLC0415

    if format_of(path) is None:
        raise click.BadParameter(
            f"{path.name} has no suffix of a format; the formats are {', '.join(formats())}", param_hint=hint
        )


@_fulian.command(
    "explain",
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
@_hints
@_looks
@_debug
@click.pass_obj
def _explain(manner: _Manner, file: str, figure: int | None, at: str | None, screen: Screen, hints: Hints) -> None:
    """Show a figure in its sentence, what was made of it, and the rules that decided."""
    from fulian.cli import _explain as explain  # noqa: PLC0415

    if figure is not None and at is not None:
        raise click.UsageError("give --figure or --at, not both")
    with manner.about(file):
        readings = saved_readings(file) or (read_file(file, hints),)
    if len(readings) != 1:
        raise _Failure(f"{file}: expected one reading, found {len(readings)}")
    [reading] = readings
    if at is not None:
        figure = explain.number_at(reading, at)
    if figure is None:
        explain.list_figures(screen, reading)
    elif figure > len(reading.observations):
        count = len(reading.observations)
        raise _Failure(
            f"{file}: expected a figure from 1 to {count}, found {figure}" if count else f"{file}: no figures"
        )
    else:
        explain.explain_figure(screen, reading, figure)


@_fulian.command(
    "check",
    epilog="""\b
Examples:
  fulian check report.txt
  fulian check documents/ --ignore A301     all of a folder, without one rule
  fulian check report.txt --select A        only the arithmetic
  fulian check *.txt -o findings.xlsx       the figures, with findings as notes
  fulian check *.txt --format sarif > findings.sarif

\b
Rules can be chosen in pyproject.toml too: [tool.fulian] with select and ignore. Exit status: 0 nothing
graver than a note, 1 an error or a warning was found or a file could not be read, 2 the command was
not understood.""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--select", multiple=True, metavar="RULE", help="Run only these: a code, a family (A, A1) or a name.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave these out.")
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
@_hints
@_looks
@_debug
@click.pass_obj
def _check(
    manner: _Manner,
    files: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    form: str | None,
    output: Path | None,
    *,
    hints: Hints,
    screen: Screen,
) -> int:
    """Check what does not hold together: figures, dates, names, numbers of sections."""
    from fulian.cli import _check as check  # noqa: PLC0415

    form = _form(form, output)
    try:
        rules = check.rules_for(select, ignore, Path.cwd())
    except FulianError as error:
        raise click.UsageError(str(error)) from error
    inspected = []
    failed = False
    for name in expand(files):
        try:
            with manner.about(name):
                readings = saved_readings(name) or (read_file(name, hints),)
        except _Failure as failure:
            failure.show()
            failed = True
            continue
        inspected += [check.inspect(name, reading, rules) for reading in readings]
    if form == "text":
        check.show_inspected(screen, inspected)
    else:
        with manner.about(str(output or "fulian")):
            check.write_inspected(inspected, form, output)
    return 1 if failed else check.status_of(inspected)


@_fulian.command(
    "compare",
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
@_hints
@_looks
@_debug
@click.pass_obj
def _compare(manner: _Manner, first: str, others: tuple[str, ...], form: str, *, hints: Hints, screen: Screen) -> int:
    """Compare a plan with later reports, or reports with each other."""
    from fulian.cli import _compare as compare  # noqa: PLC0415

    readings: list[Reading] = []
    for name in expand((first, *others)):
        with manner.about(name):
            readings += saved_readings(name) or (read_file(name, hints),)
    if form == "json":
        compare.write_comparisons(readings)
    else:
        compare.show_comparisons(screen, readings)
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


@_fulian.command(
    "schema",
    epilog="""\b
Examples:
  fulian schema                             the kinds of data there are
  fulian schema CityReport > CityReport.schema.json""",
)
@click.argument("kind", required=False, metavar="KIND")
@_debug
@click.pass_obj
def _schema(manner: _Manner, kind: str | None) -> None:
    """Print the JSON Schema (2020-12) of a kind of data, or the names of the kinds."""
    import json  # noqa: PLC0415

    from fulian.formats.schemas import schema, schema_kinds  # noqa: PLC0415

    if kind is None:
        click.echo("\n".join(schema_kinds()))
        return
    with manner.about(kind):
        click.echo(json.dumps(schema(kind), ensure_ascii=False, indent=2))


@_fulian.command(
    "convert",
    epilog="""\b
Examples:
  fulian convert readings.json readings.jsonl
  fulian convert readings.jsonl readings.yaml""",
)
@click.argument("source", metavar="SRC", type=click.Path(path_type=Path))
@click.argument("target", metavar="DST", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--keep-unknown", is_flag=True, help="Carry over keys that fulian does not know, instead of refusing.")
@_debug
@click.pass_obj
def _convert(manner: _Manner, source: Path, target: Path, *, keep_unknown: bool) -> None:
    """Write saved data in another format; the suffixes give the formats."""
    from fulian.formats import convert  # noqa: PLC0415

    _known_format(source, "'SRC'")
    _known_format(target, "'DST'")
    with manner.about(str(source)):
        convert(source, target, keep_unknown=keep_unknown)
