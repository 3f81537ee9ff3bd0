"""What several commands share: options that arrive as one argument, and how an error is said."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from io import StringIO
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from fulian.cli._inputs import NO_FILES, Hints, complaint, expand, left_out
from fulian.cli._words import error_speech, speak, speech
from fulian.errors import FulianError, ParseError

__all__ = [
    "Complaint",
    "Failure",
    "Group",
    "Manner",
    "debug",
    "files_meant",
    "full_option",
    "hinted",
    "known_format",
    "language_option",
    "looking",
    "show_error",
    "told",
]

_OF_THE_TABLE = (".csv", ".parquet")  # formats of the table of figures, from which no record comes back

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Failure(click.ClickException):
    """A file cannot be read or written; its message names the file."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message alone, in the language of the run."""
        click.echo(told(self.message), file=file or sys.stderr)


class Complaint(Failure):
    """A failure whose message stands in the language of the run already."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message as it is."""
        click.echo(self.message, file=file or sys.stderr)


def told(message: str) -> str:
    """Say an error in the language of the run, line by line."""
    return "\n".join(map(error_speech().told, message.split("\n")))


def show_error(error: click.ClickException) -> None:
    """Write an error to standard error, with what click says around it, in the language of the run.

    Help, which click raises where a command is named without its arguments, is no message and stays as it is.
    """
    if isinstance(error, Failure | click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    written = StringIO()
    error.show(written)
    click.echo(told(written.getvalue()), err=True, nl=False)


class Group(click.Group):
    """The commands in the order a newcomer meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name them as they were added."""
        del ctx
        return list(self.commands)


class Manner:
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
            raise Complaint(complaint(name, error)) from error


def _set_debug(context: click.Context, _: click.Parameter, value: bool) -> None:
    context.find_object(Manner).debug |= value  # type: ignore[union-attr]


def debug(command: _Command) -> _Command:
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


def _set_language(_: click.Context, __: click.Parameter, value: str | None) -> None:
    speak(value)


language_option = click.option(
    "--language",
    type=click.Choice(["en", "zh"]),
    is_eager=True,  # errors about other options are said in it
    callback=_set_language,
    expose_value=False,
    help="The language to speak; by default that of the terminal.",
)


def hinted(command: _Command) -> _Command:
    """Two options that arrive in the command as one argument."""

    @wraps(command)
    def with_hints(*args: Any, organization: str | None, year: int | None, **options: Any) -> Any:
        return command(*args, hints=_parse_hints(organization, year), **options)

    for option in (
        click.option(
            "--year", type=click.IntRange(1949, 2100), help="The year they are about, where the title doesn't say."
        ),
        click.option(
            "--organization",
            metavar="NAME",
            help="Whose documents they are, such as 株洲市妇联, where title and signature don't say.",
        ),
    ):
        with_hints = option(with_hints)
    return with_hints  # type: ignore[return-value]


def looking(command: _Command) -> _Command:
    """Three options that arrive in the command as a screen."""

    @wraps(command)
    def with_screen(*args: Any, width: int | None, **options: Any) -> Any:
        from fulian.cli._terminal import open_screen  # noqa: PLC0415 - loads rich, which help and version don't need

        return command(*args, screen=open_screen(speech(), width), **options)

    width = click.option(
        "--width", type=click.IntRange(40, 400), help="Columns a line; by default those of the terminal."
    )
    for option in (width, language_option):
        with_screen = option(with_screen)
    return with_screen  # type: ignore[return-value]


full_option = click.option("--full", is_flag=True, help="Show passages whole, not only how they begin.")


def files_meant(names: Iterable[str]) -> list[str]:
    """List the files meant, of which there has to be one: an empty folder is not all clear.

    Raises:
        Failure: There is none.
    """
    names = list(names)
    files = expand(names)
    if others := left_out(names):
        click.echo(told(others), err=True)
    if not files:
        raise Failure(NO_FILES)
    return files


def known_format(path: Path, hint: str) -> None:
    from fulian.formats import format_of, suffixes  # noqa: PLC0415

    if format_of(path) is None:
        known = ", ".join(suffixes())
        if path.suffix.lower() in _OF_THE_TABLE:
            message = f"{path.name} holds no records, whose suffixes are {known}; fulian table writes figures to it"
        else:
            message = f"{path.name} ends in none of the suffixes that tell a format: {known}"
        raise click.BadParameter(message, param_hint=hint)
