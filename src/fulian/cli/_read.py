"""``fulian read`` and ``fulian table``: many documents to data, one bad file not stopping the rest."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fulian.cli._inputs import NO_FILES, STDIN, Hints, complaint, expand, left_out, many_named, read_each, records_of
from fulian.cli._options import told
from fulian.cli._saved import saved_format
from fulian.cli._terminal import error_console, write_data
from fulian.cli._words import files_read, speech
from fulian.errors import FulianError
from fulian.formats import dump, dumps, format_of
from fulian.formats._figures import figures_of
from fulian.formats._files import replacing
from fulian.formats.figure_table import _csv_lines, _table_of_rows
from fulian.formats.observations import _rows_of
from fulian.model.reading import Reading
from fulian.reading._workers import WorkerDiedError, died, work_through

__all__ = ["read_to_file", "read_to_output", "table_to_file", "table_to_output"]

_Thing = TypeVar("_Thing")


class _NothingReadError(Exception):
    """No file could be read (没有可写的内容)."""


class _Made(NamedTuple):
    """What came of one document: what was made of its reading, or the error."""

    name: str
    made: Any
    figures: int
    error: FulianError | None


def _itself(reading: Reading) -> Reading:
    return reading


def _line(reading: Reading) -> str:
    return dumps(reading) + "\n"


def _rows(record: object) -> list[dict[str, Any]]:
    return list(_rows_of(record))


def _make_of_any(name: str, *, make: Callable[[Any], Any], hints: Hints) -> list[_Made]:
    """The same of the records that fulian saved in a file, where it is no document."""
    if name != STDIN and saved_format(name) is None:
        return _make(name, make=make, hints=hints)
    try:
        records = records_of(name, hints)
    except FulianError as error:
        return [_Made(name, None, 0, error)]
    return [_Made(name, make(one), sum(1 for _ in figures_of(one)), None) for one in records]


def _make(name: str, *, make: Callable[[Reading], Any], hints: Hints) -> list[_Made]:
    """Read a file's documents and make something of each; by this process or another, so that its result is packed."""
    return [
        _Made(result.name, None, 0, result.error)
        if result.reading is None
        else _Made(result.name, make(result.reading), len(result.reading.observations), None)
        for result in read_each(name, hints)
    ]


class _Job:
    """The documents of one command line, read in their order."""

    def __init__(
        self, names: tuple[str, ...], hints: Hints, *, jobs: int, debug: bool, by: Callable[..., list[_Made]] = _make
    ) -> None:
        self.names, self.files, self.by = names, expand(names), by
        self.hints, self.jobs, self.debug = hints, jobs, debug
        self.console = error_console()
        self.read = self.failed = self.figures = 0

    def each(self, make: Callable[[Any], _Thing]) -> Iterator[_Thing]:
        """Read each file and make something of it; a bad one is named on standard error.

        A bar is shown on a terminal, for several files.
        """
        bar = Progress(
            TextColumn("[faint]{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=self.console,
            transient=True,
            disable=not self.console.is_terminal or len(self.files) < 2,
        )
        with bar:
            task = bar.add_task(speech()("reading", "正在读取"), total=len(self.files))
            for done, results in enumerate(self._results(make), start=1):
                for result in results:
                    if result.error is not None:
                        self._complain(result.name, result.error)
                        continue
                    self.read += 1
                    self.figures += result.figures
                    yield result.made
                bar.update(task, completed=done)

    def _results(self, make: Callable[[Any], Any]) -> Iterator[list[_Made]]:
        """What came of each file; of an archive, of each document that it holds."""
        task = partial(self.by, make=make, hints=self.hints)
        if self.jobs == 1 or STDIN in self.files or len(self.files) == 1:
            yield from map(task, self.files)
            return
        for name, results in zip(self.files, work_through(task, self.files, self.jobs), strict=True):
            yield [_Made(name, None, 0, died(name))] if isinstance(results, WorkerDiedError) else results

    def _complain(self, name: str, error: FulianError) -> None:
        if self.debug:
            raise error
        self.failed += 1
        self.console.print(complaint(name, error), style="error", soft_wrap=True)

    def at_least_one(self, make: Callable[[Any], _Thing]) -> Iterator[_Thing]:
        """The same; raises _NothingReadError at the end where no file could be read, so that nothing is written."""
        yield from self.each(make)
        if not self.read:
            raise _NothingReadError

    def say_written(self, output: Path) -> None:
        """Say what stands in the file that was written."""
        say = speech()
        counts = [say.count(self.read, "reading", "份文件"), say.count(self.figures, "figure", "项数据")]
        said = f"{output}{say(': ', '：')}{say(', ', '，').join(counts)}"
        self.console.print(said, style="faint", soft_wrap=True)

    def say_nothing_written(self, output: Path) -> None:
        """Say that there was nothing to write."""
        self.console.print(told(f"{output}: not written, for nothing was read"), style="error", soft_wrap=True)

    def status(self) -> int:
        """Say how it went where something failed; the exit status."""
        if others := left_out(self.names):
            self.console.print(told(others), style="faint", soft_wrap=True)
        if not self.files:
            self.console.print(told(NO_FILES), style="error")
            return 1
        if self.failed:
            self.console.print(told(files_read(self.read, self.failed)), style="warning")
        return 1 if self.failed else 0


def read_to_output(names: tuple[str, ...], hints: Hints, *, lines: bool | None, jobs: int, debug: bool) -> int:
    """Read documents and write their data to standard output.

    Args:
        names: Files, folders, patterns.
        hints: What the user knows of the documents.
        lines: Whether to write JSON Lines, an envelope a line, each as soon as it is read; else one JSON document.
            None: lines where the names mean several files.
        jobs: How many processes read.
        debug: Whether the first error is raised.

    Returns:
        The exit status.
    """
    job = _Job(names, hints, jobs=jobs, debug=debug)
    many = many_named(names)
    if many if lines is None else lines:
        for line in job.each(_line):
            write_data(line)
    else:
        readings = tuple(job.each(_itself))
        if readings:
            write_data(dumps(readings if many else readings[0], indent=2) + "\n")
    return job.status()


def read_to_file(names: tuple[str, ...], hints: Hints, output: Path, *, jobs: int, debug: bool) -> int:
    """Read documents and write their data to a file, whole or not at all; the suffix gives the format.

    Args:
        names: Files, folders, patterns.
        hints: What the user knows of the documents.
        output: The file to write; one reading where one file was named, else a collection.
        jobs: How many processes read.
        debug: Whether the first error is raised.

    Returns:
        The exit status.
    """
    job = _Job(names, hints, jobs=jobs, debug=debug)
    try:
        if format_of(output) == "jsonl":
            with replacing(output) as file:
                for line in job.at_least_one(_line):
                    file.write(line.encode())
        else:
            readings = tuple(job.at_least_one(_itself))
            dump(readings if many_named(names) else readings[0], output)
    except _NothingReadError:
        job.say_nothing_written(output)
    else:
        job.say_written(output)
    return job.status()


def table_to_output(names: tuple[str, ...], hints: Hints, *, jobs: int, debug: bool) -> int:
    """Write the figures of documents and saved records to standard output, as CSV without a byte order mark.

    Args:
        names: Files, folders, patterns.
        hints: What the user knows of the documents.
        jobs: How many processes read.
        debug: Whether the first error is raised.

    Returns:
        The exit status.
    """
    job = _Job(names, hints, jobs=jobs, debug=debug, by=_make_of_any)
    with suppress(_NothingReadError):
        for line in _lines_of_table(job):
            write_data(line)
    return job.status()


def table_to_file(names: tuple[str, ...], hints: Hints, output: Path, *, jobs: int, debug: bool) -> int:
    """Write the figures of documents and saved records to a file, a row each; the suffix gives the format.

    Args:
        names: Files, folders, patterns.
        hints: What the user knows of the documents.
        output: The file to write, whole or not at all.
        jobs: How many processes read.
        debug: Whether the first error is raised.

    Returns:
        The exit status.
    """
    job = _Job(names, hints, jobs=jobs, debug=debug, by=_make_of_any)
    form = output.suffix.lower().removeprefix(".")
    try:
        with replacing(output) as file:
            if form == "csv":
                file.write(BOM_UTF8)  # with it a spreadsheet shows Chinese
                for line in _lines_of_table(job):
                    file.write(line.encode())
            else:
                file.write(_table_of_rows(list(chain.from_iterable(job.at_least_one(_rows))), form))
    except _NothingReadError:
        job.say_nothing_written(output)
    else:
        job.say_written(output)
    return job.status()


def _lines_of_table(job: _Job) -> Iterator[str]:
    """The table in CSV, as soon as each document is read; its head with the first."""
    for number, rows in enumerate(job.at_least_one(_rows)):
        yield from islice(_csv_lines(rows), 1 if number else 0, None)
