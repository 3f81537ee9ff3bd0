"""The command itself: its parts in the order a newcomer meets them, and how it ends.

What a command does stands in a module of its own, loaded when it is called.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from fulian.cli import _chart_command as charting
from fulian.cli import _checking_commands as checking
from fulian.cli import _data_commands as data
from fulian.cli import _form_commands as forms
from fulian.cli import _official_command as official
from fulian.cli import _reading_commands as reading
from fulian.cli import _review_command as reviewing
from fulian.cli._options import Group, Manner, debug, show_error, told
from fulian.cli._streams import forgiving
from fulian.cli._words import speak

__all__ = ["run"]

_INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run the command on its arguments and give the exit status; errors go to standard error in plain words."""
    manner = Manner()
    speak(None)
    for stream in (sys.stdout, sys.stderr):  # help and errors hold Chinese words, which cp1252 does not have
        forgiving(stream)
    try:
        with manner.about("fulian"):
            status = _fulian.main(args=list(arguments), prog_name="fulian", standalone_mode=False, obj=manner)
            sys.stdout.flush()
    except click.ClickException as error:
        show_error(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(told("\nfulian: interrupted; no file was left half-written"), err=True)
        return _INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click leaves by SystemExit where the pipe is closed, and only there
        return _broken_pipe()
    return status if isinstance(status, int) else 0


def _broken_pipe() -> int:
    """The reader of our output has seen enough (as head does): end in silence."""
    with suppress(OSError, ValueError):  # standard output may be no file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  fulian demo                               sample documents, read and shown
  fulian show plan.txt                      a document as a tree
  fulian read *.txt -o readings.jsonl       a folder of documents as data
  fulian table *.txt -o figures.csv         their figures as a table, a row each
  fulian explain plan.txt --figure 3        why a figure was read as it was
  fulian check *.txt                        what does not hold together
  fulian review plan.txt -o review.html     a page to look at what was read
  fulian chart areas plan.txt -o plan.svg   what documents say, as a picture
  fulian write plan.txt -o plan.docx        an official document (公文)

\b
Exit status: 0 all well, 1 something could not be read or written, 2 the command was not understood.""",
)
@click.version_option(package_name="fulian", message="fulian %(version)s")
@debug
def _fulian() -> None:
    """Read the published work of women's federations (妇联) into typed records, each of which knows where it stands."""


for _command in (
    reading.demo,
    reading.show,
    reading.read,
    reading.table,
    reading.explain,
    checking.check,
    checking.compare,
    reviewing.review,
    forms.form,
    charting.chart,
    official.write,
    data.schema,
    data.convert,
):
    _fulian.add_command(_command)
