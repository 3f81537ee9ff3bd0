"""The files that a command line means: names, folders, patterns, saved readings."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from fulian.cli._words import error_speech
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
    "readings_of",
    "records_of",
    "standard_input",
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
    from fulian.cli._saved import saved_format  # noqa: PLC0415 - as below
    from fulian.reading.many import files_passed_over  # noqa: PLC0415 - as below

    names = list(names)
    documents = [name for name in [*names, *expand(names)] if name != STDIN and saved_format(name) is None]
    found = dict.fromkeys(other for name in documents for other in files_passed_over(name))
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


def standard_input() -> bytes:
    """What stands on standard input, whole; it can be asked for once.

    Raises:
        ReadError: It is closed.
    """
    if sys.stdin is None:
        raise ReadError(file=None, found="a closed one", expected="an open stream")
    return sys.stdin.buffer.read()


def _read_document(name: str, data: bytes | None, hints: Hints) -> Reading:
    from fulian.reading import read  # noqa: PLC0415 - loads the readers, which help and version don't need
    from fulian.reading.many import no_match  # noqa: PLC0415 - as above

    if name != STDIN and _is_pattern(name):
        raise no_match(name)
    return read(name if data is None else BytesIO(data), organization=hints.organization, year=hints.year)


def read_each(name: str, hints: Hints) -> Iterator[ReadResult]:
    """Read a document, or those that an archive holds; ``-`` is standard input. An error is a result too."""
    from fulian.reading.many import ReadResult, read_many  # noqa: PLC0415 - as above

    if name != STDIN:
        yield from read_many([name], organization=hints.organization, year=hints.year)
        return
    try:
        yield ReadResult(name, None, _read_document(name, standard_input(), hints), None)
    except FulianError as error:
        yield ReadResult(name, None, None, error)


def records_of(name: str, hints: Hints) -> tuple[object, ...]:
    """The records of a file: those that fulian saved in it, else the reading of the document that it is.

    Args:
        name: The file; ``-`` is standard input, whose content tells which of the two it is.
        hints: What the user knows of a document.

    Raises:
        FulianError: It cannot be read, or holds data that does not fit.
    """
    from fulian.cli._saved import load_saved, saved_format  # noqa: PLC0415 - as above

    data = standard_input() if name == STDIN else None
    if saved_format(name, data) is None:
        return (_read_document(name, data, hints),)
    held = load_saved(name, data)
    return held if isinstance(held, tuple) else (held,)


def readings_of(name: str, hints: Hints) -> tuple[Reading, ...]:
    """The readings of a file: those that were saved in it, else that of the document that it is.

    Raises:
        FulianError: It cannot be read, or holds data that does not fit, or records of other kinds.
    """
    records = records_of(name, hints)
    others = sorted({type(record).__name__ for record in records if not isinstance(record, Reading)})
    if others:
        raise ReadError(file=name, found=f"records of the kind {', '.join(others)}", expected="saved readings")
    return tuple(record for record in records if isinstance(record, Reading))


def complaint(name: str, error: FulianError | OSError) -> str:
    """Say in one line, or one a fault, what is wrong with which file, in the language of the run."""
    say = error_speech()
    shown = say("standard input", "标准输入") if name == STDIN else name or "''"
    if isinstance(error, ReadError):
        if error.file is not None and Path(error.file).name != Path(name).name:
            shown = error.file  # a file that another one was to be made of
        extra = f"; install it with: pip install 'fulian[{error.extra}]'" if error.extra else ""
        return say.told(f"{shown}: expected {error.expected}, found {error.found}{extra}")
    if isinstance(error, OSError):
        return say.told(f"{error.filename or shown}: {error.strerror or error}")
    # A fault names a place in the data, not in the file: what is said of it is said apart from the file's name.
    lines = [say.told(line) for line in str(error).splitlines()] or [type(error).__name__]
    colon = say(": ", "：")
    return (
        f"{shown}{colon}{lines[0]}"
        if len(lines) == 1
        else "\n".join([f"{shown}{colon.rstrip()}", *("  " + one for one in lines)])
    )
