"""``fulian read``: many documents to data, one bad file not stopping the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fulian.cli._inputs import STDIN, Hints, complaint, expand, many_named, read_each
from fulian.cli._terminal import error_console, write_data
from fulian.errors import FulianError
from fulian.formats import dump, dumps, format_of
from fulian.formats.jsonl import dump_each
from fulian.model.reading import Reading
from fulian.reading.many import ReadResult, read_many

__all__ = ["read_to_file", "read_to_output"]


class _NothingReadError(Exception):
    """No file could be read (没有可写的内容)."""


class _Job:
    """The documents of one command line, read in their order."""

    def __init__(self, names: tuple[str, ...], hints: Hints, *, jobs: int, debug: bool) -> None:
        self.files = expand(names)
        self.hints, self.jobs, self.debug = hints, jobs, debug
        self.console = error_console()
        self.read = self.failed = self.figures = 0

    def readings(self) -> Iterator[Reading]:
        """Read each file; a bad one is named on standard error. A bar is shown on a terminal, for several files."""
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
            task = bar.add_task("reading", total=len(self.files))
            for done, result in self._results():
                if result is not None and result.reading is not None:
                    self.read += 1
                    self.figures += len(result.reading.observations)
                    yield result.reading
                elif result is not None and result.error is not None:
                    self._complain(result.name, result.error)
                bar.update(task, completed=done)

    def _results(self) -> Iterator[tuple[int, ReadResult | None]]:
        """Each result with how many files are done; a file that holds no document comes alone."""
        if self.jobs == 1 or STDIN in self.files:
            for done, name in enumerate(self.files):
                yield from ((done, result) for result in read_each(name, self.hints))
                yield done + 1, None
            return
        hints = self.hints
        done = 0
        for result in read_many(self.files, organization=hints.organization, year=hints.year, processes=self.jobs):
            while result.name != self.files[done] and not result.name.startswith(f"{self.files[done]}/"):
                done += 1
            yield done, result
        yield len(self.files), None

    def _complain(self, name: str, error: FulianError) -> None:
        if self.debug:
            raise error
        self.failed += 1
        self.console.print(complaint(name, error), style="error", soft_wrap=True)

    def at_least_one(self) -> Iterator[Reading]:
        """The same; raises _NothingReadError at the end where no file could be read, so that nothing is written."""
        yield from self.readings()
        if not self.read:
            raise _NothingReadError

    def status(self) -> int:
        """Say how it went where something failed; the exit status."""
        if not self.files:
            self.console.print("no files to read: the folder holds no documents", style="error")
            return 1
        if self.failed:
            self.console.print(
                f"{self.read} of {self.read + self.failed} files read, {self.failed} failed", style="warning"
            )
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
        for reading in job.readings():
            write_data(dumps(reading) + "\n")
    else:
        readings = tuple(job.readings())
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
            dump_each(job.at_least_one(), output)
        else:
            readings = tuple(job.at_least_one())
            dump(readings if many_named(names) else readings[0], output)
    except _NothingReadError:
        job.console.print(f"{output}: not written, for nothing was read", style="error", soft_wrap=True)
    else:
        noun = "reading" if job.read == 1 else "readings"
        job.console.print(f"{output}: {job.read} {noun}, {job.figures:,} figures", style="faint", soft_wrap=True)
    return job.status()
