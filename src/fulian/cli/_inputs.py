"""The files that a command line means: names, folders, patterns, saved readings."""

from __future__ import annotations

import glob
import sys
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from fulian.errors import FulianError, ReadError
from fulian.model.organization import Organization
from fulian.model.reading import Reading

if TYPE_CHECKING:
    from fulian.reading.many import ReadResult

__all__ = [
    "NO_FILES",
    "STDIN",
    "Hints",
    "complaint",
    "expand",
    "left_out",
    "many_named",
    "read_each",
    "read_file",
    "saved_readings",
    "saved_records",
]

STDIN = "-"
_MOST_NAMED = 5


class Hints:
    """What the user knows of documents that don't say it themselves."""

    def __init__(self, organization: Organization | None, year: int | None) -> None:
        self.organization = organization
        self.year = year


def many_named(names: Iterable[str]) -> bool:
    """Whether a command line means more than one file: several names, a folder, a pattern or an archive."""
    names = list(names)
    one = Path(names[0]) if len(names) == 1 else None
    return one is None or one.is_dir() or one.suffix.lower() == ".zip" or _is_pattern(names[0])


def _is_pattern(name: str) -> bool:
    return glob.has_magic(name) and not Path(name).exists()


NO_FILES = "no files to read: the folder holds no documents"


def expand(names: Iterable[str]) -> list[str]:
    """List the files meant, in the order given; those of a folder or pattern by name, each file once.

    A name of which there is no file stays, so that reading it says so.
    """
    found: dict[str, None] = {}
    for name in names:
        found.update(dict.fromkeys(_files(name)))
    return list(found)


def left_out(names: Iterable[str]) -> str | None:
    """Say which files of the folders and archives meant hold no document; None where there is none of them."""
    from fulian.reading.many import files_passed_over  # noqa: PLC0415 - as below

    names = [name for name in names if name != STDIN]
    found = dict.fromkeys(other for name in [*names, *expand(names)] for other in files_passed_over(name))
    if not found:
        return None
    noun = "1 file of another kind" if len(found) == 1 else f"{len(found):,} files of other kinds"
    more = f" and {len(found) - _MOST_NAMED:,} more" if len(found) > _MOST_NAMED else ""
    return f"{noun} passed over: {', '.join(list(found)[:_MOST_NAMED])}{more}"


def _files(name: str) -> Iterator[str]:
    path = Path(name)
    if name == STDIN:
        yield name
    elif path.is_dir() or _is_pattern(name):
        from fulian.reading.many import find_files  # noqa: PLC0415 - loads the readers, which help and version don't need

        yield from find_files(name)
    else:
        yield name


def read_file(name: str, hints: Hints) -> Reading:
    """Read one document; ``-`` is standard input."""
    from fulian.reading import read  # noqa: PLC0415 - loads the readers, which help and version don't need

    source = BytesIO(sys.stdin.buffer.read()) if name == STDIN else name
    return read(source, organization=hints.organization, year=hints.year)


def read_each(name: str, hints: Hints) -> Iterator[ReadResult]:
    """Read a document, or those that an archive holds; ``-`` is standard input. An error is a result too."""
    from fulian.reading.many import ReadResult, read_many  # noqa: PLC0415 - as above

    if name != STDIN:
        yield from read_many([name], organization=hints.organization, year=hints.year)
        return
    try:
        yield ReadResult(name, None, read_file(name, hints), None)
    except FulianError as error:
        yield ReadResult(name, None, None, error)


def saved_readings(name: str) -> tuple[Reading, ...] | None:
    """The readings that a file of a known format holds; None where it is no such file but a document.

    Raises:
        FulianError: The file holds data that does not fit, or records of other kinds.
    """
    records = saved_records(name)
    if records is None:
        return None
    others = sorted({type(record).__name__ for record in records if not isinstance(record, Reading)})
    if others:
        raise ReadError(file=name, found=f"records of the kind {', '.join(others)}", expected="saved readings")
    return tuple(record for record in records if isinstance(record, Reading))


def saved_records(name: str) -> tuple[object, ...] | None:
    """The records that a file of a known format holds; None where it is no such file but a document.

    Raises:
        FulianError: The file holds data that does not fit.
    """
    from fulian.formats import format_of, load  # noqa: PLC0415 - as above

    form = None if name == STDIN else format_of(name)
    if form is None or (form in _TABLES and not _holds(Path(name), *_TABLES[form])):
        return None
    held = load(name)
    return held if isinstance(held, tuple) else (held,)


# What a package holds that fulian saved, rather than a document or an archive of such: a member, and words in it.
_TABLES = {"xlsx": ("xl/workbook.xml", b'name="records"'), "csv": ("datapackage.json", b"")}


def _holds(path: Path, member: str, words: bytes) -> bool:
    try:
        with zipfile.ZipFile(path) as package, package.open(member) as part:
            return words in part.read(1 << 20)
    except (OSError, ValueError, KeyError, RuntimeError, zlib.error, NotImplementedError, zipfile.BadZipFile):
        return False  # reading it says what is wrong with it


def complaint(name: str, error: FulianError | OSError) -> str:
    """Say in one line, or one a fault, what is wrong with which file."""
    shown = "standard input" if name == STDIN else name
    if isinstance(error, ReadError):
        extra = f"; install it with: pip install 'fulian[{error.extra}]'" if error.extra else ""
        return f"{shown}: expected {error.expected}, found {error.found}{extra}"
    if isinstance(error, OSError):
        return f"{error.filename or shown}: {error.strerror or error}"
    lines = str(error).splitlines() or [type(error).__name__]
    return f"{shown}: {lines[0]}" if len(lines) == 1 else "\n".join([f"{shown}:", *(f"  {line}" for line in lines)])
