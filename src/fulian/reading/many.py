"""Many files at once: folders, patterns, archives; one that fails doesn't stop the rest."""

from __future__ import annotations

import functools
import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from fulian.errors import FulianError, ReadError
from fulian.model.file_kind import FileKind
from fulian.model.organization import Organization
from fulian.model.reading import Reading
from fulian.reading._pipeline import read
from fulian.reading._workers import WorkerDiedError, died, work_through
from fulian.reading.files import SourceText, file_kind, read_bytes, read_source, readable_suffixes
from fulian.text.organizations import parse_organization

if TYPE_CHECKING:
    from fulian.reading.files._archive import Archive

__all__ = ["ReadResult", "files_passed_over", "find_files", "is_pattern", "no_match", "read_many"]

_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")  # the second of an archive without members


class ReadResult(NamedTuple):
    """What came of one file (读取结局): a reading, or the error that says why there is none.

    Attributes:
        name: The file's path as it was found; for a file in an archive, the archive's path, a slash and the name in it.
        source: The text with its places in the file, or None where it could not be had.
        reading: The reading, or None.
        error: What went wrong, or None.

    Example:
        >>> [result] = read_many(["none.txt"])
        >>> result.reading is None, type(result.error).__name__
        (True, 'ReadError')
    """

    name: str
    source: SourceText | None
    reading: Reading | None
    error: FulianError | None


def read_many(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    organization: str | Organization | None = None,
    year: int | None = None,
    processes: int = 1,
) -> Iterator[ReadResult]:
    """Read many files (批量读取), each as soon as it is asked for.

    Args:
        paths: A path or several: files, folders (searched through for every kind of document), patterns such as
            ``2021/**/*.docx``, archives (.zip).
        organization: The body whose documents they are, where neither title nor signature says it; a name is parsed.
        year: The calendar year they are about, where the title does not say it.
        processes: How many processes read them, a little ahead of what is asked for. Each takes half a second to start,
            and a reading costs half of its time to come across: what is made of readings is better made by the process
            that reads, as ``fulian read --jobs`` does.

    Yields:
        A result for each file, in the order of the paths; those of a folder, a pattern or an archive in the order of
        their names. The same files give the same results in the same order on any machine, by any number of processes.

    Raises:
        ParseError: `organization` is a name that cannot be understood.
        ValueError: `processes` is less than one.

    Example:
        >>> import tempfile, pathlib
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     _ = pathlib.Path(folder, "a.txt").write_text("全年接访43件。", encoding="utf-8")
        ...     _ = pathlib.Path(folder, "b.pdf").write_bytes(b"%PDF-")
        ...     [(Path(result.name).name, result.error is None) for result in read_many(folder)]
        [('a.txt', True), ('b.pdf', False)]
    """
    if processes < 1:
        raise ValueError(f"expected at least one process, found {processes}")
    if isinstance(organization, str):
        organization = parse_organization(organization, year=year)
    given = [paths] if isinstance(paths, str | os.PathLike) else paths
    names = dict.fromkeys(name for path in given for name in find_files(path))
    if processes == 1 or len(names) < 2:
        for name in names:
            yield from _read_file(name, organization, year)
        return
    task = functools.partial(_read_whole, organization=organization, year=year)
    for name, results in zip(names, work_through(task, list(names), processes), strict=True):
        yield from [ReadResult(name, None, None, died(name))] if isinstance(results, WorkerDiedError) else results


def _read_whole(name: str, *, organization: Organization | None, year: int | None) -> list[ReadResult]:
    return list(_read_file(name, organization, year))


def find_files(path: str | os.PathLike[str]) -> list[str]:
    """List the files that a path means (查找文件): itself, those in a folder, those of a pattern.

    Args:
        path: A file, a folder, or a pattern.

    Returns:
        The files by name. In a folder: every kind of document and archive, at any depth, hidden ones left out. A path
        of which there is nothing stands for itself, so that reading it says so; so does an empty name, which does not
        mean the current folder.

    Example:
        >>> find_files("none.txt")
        ['none.txt']
    """
    name = os.fspath(path)
    folder = Path(name)
    if name and folder.is_dir():
        return [str(folder / one) for one in _files_in(folder) if one.suffix.lower() in _suffixes_in_folders()]
    if is_pattern(name):
        matches = glob.iglob(name, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute patterns
        return sorted((one for one in matches if Path(one).is_file()), key=lambda one: Path(one).parts) or [name]
    return [name]


def files_passed_over(path: str | os.PathLike[str]) -> list[str]:
    """List the files that `find_files` and `read_many` leave out of a folder or an archive (略过的文件).

    Args:
        path: A folder or an archive; what else it may be, nothing is left out of it.

    Returns:
        The files of other kinds by name: pictures, slides, notes without a suffix; not what is hidden.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     Path(folder, "a.txt").touch()
        ...     Path(folder, "map.png").touch()
        ...     [Path(name).name for name in files_passed_over(folder)]
        ['map.png']
    """
    name = os.fspath(path)
    folder = Path(name)
    if name and folder.is_dir():
        return [str(folder / one) for one in _files_in(folder) if one.suffix.lower() not in _suffixes_in_folders()]
    if not _is_archive(name):
        return []
    try:
        members = _members_of(_archive(name))
    except FulianError:
        return []  # reading it says what is wrong with it
    suffixes = readable_suffixes()
    return [f"{name}/{shown}" for _, shown in members if Path(shown).suffix.lower() not in suffixes]


def _files_in(folder: Path) -> list[Path]:
    """The files at any depth of a folder that are not hidden, as seen from it, by name."""
    inside = (one.relative_to(folder) for one in folder.rglob("*") if one.is_file())
    return sorted((one for one in inside if not _is_hidden(one)), key=lambda one: one.parts)


def _suffixes_in_folders() -> frozenset[str]:
    return readable_suffixes() | {".zip"}


def _is_hidden(path: Path) -> bool:
    """Whether a file is hidden, or a lock file that an Office program left beside an open document."""
    return any(part.startswith((".", "~$")) for part in path.parts)


def is_pattern(name: str) -> bool:
    """Tell whether a name is a pattern and no file's own name (是否通配).

    Args:
        name: A path or a pattern.

    Returns:
        True for what has characters of a pattern, where there is nothing of just that name.

    Example:
        >>> is_pattern("2021/*.txt"), is_pattern("2021/plan.txt")
        (True, False)
    """
    return glob.has_magic(name) and not Path(name).exists()


def no_match(name: str) -> ReadError:
    """Make the error that says of a pattern that no file fits it (没有匹配的文件).

    Args:
        name: The pattern.

    Returns:
        The error.

    Example:
        >>> print(no_match("2021/*.txt"))
        2021/*.txt: expected a file, found none that fits the pattern
    """
    return ReadError(file=name, found="none that fits the pattern", expected="a file")


def _read_file(name: str, organization: Organization | None, year: int | None) -> Iterator[ReadResult]:
    if is_pattern(name):
        yield ReadResult(name, None, None, no_match(name))
        return
    try:
        if _is_archive(name):
            yield from _read_archive(name, organization, year)
            return
        source = read_source(name)
    except FulianError as error:
        yield ReadResult(name, None, None, error)
        return
    yield _result(name, source, organization, year)


def _result(name: str, source: SourceText, organization: Organization | None, year: int | None) -> ReadResult:
    return ReadResult(name, source, read(source, organization=organization, year=year), None)


def _is_archive(name: str) -> bool:
    try:
        with Path(name).open("rb") as file:
            if file.read(4) not in _ZIP_MAGIC:
                return False
        return file_kind(Path(name).read_bytes(), file=Path(name).name) is FileKind.ZIP
    except (OSError, ValueError):  # a ReadError is an OSError
        return False  # reading it says what is wrong with it


def _read_archive(name: str, organization: Organization | None, year: int | None) -> Iterator[ReadResult]:
    archive = _archive(name)
    suffixes = readable_suffixes()
    members = [(member, shown) for member, shown in _members_of(archive) if Path(shown).suffix.lower() in suffixes]
    if not members:
        nothing = ReadError(file=archive.file, found="an archive that holds none", expected="documents in an archive")
        yield ReadResult(name, None, None, nothing)
    for member, shown in members:
        path = Path(shown)
        try:
            source = read_bytes(archive.read(member), file=path.name)
        except FulianError as error:
            yield ReadResult(f"{name}/{shown}", None, None, error)
        else:
            yield _result(f"{name}/{shown}", source, organization, year)


def _archive(name: str) -> Archive:
    from fulian.reading.files._archive import Archive  # noqa: PLC0415 - few callers read archives

    return Archive(Path(name).read_bytes(), file=Path(name).name, what="an archive of documents")


def _members_of(archive: Archive) -> list[tuple[str, str]]:
    """The members that are not hidden, as they are read and as they are shown, by the latter."""
    members = ((member, shown, Path(shown)) for member, shown in archive.members())
    seen = [one for one in members if not _is_hidden(one[2]) and "__MACOSX" not in one[2].parts]
    return [(member, shown) for member, shown, _ in sorted(seen, key=lambda one: one[2].parts)]
