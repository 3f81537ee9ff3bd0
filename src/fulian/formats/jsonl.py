"""JSON Lines: one record a line, each line an envelope of its own, so that files can be cut, joined and streamed.

A file of JSON Lines is always a collection: reading one gives a tuple, also where it has one line only. Blank lines are
skipped. :func:`dump_each` and :func:`load_each` stream, in the memory of one record.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from fulian.errors import DataError, Fault, ReadError
from fulian.formats import _swift, migrations
from fulian.formats._envelope import unwrap, wrap
from fulian.formats._files import replacing
from fulian.formats._json_text import compact, parse
from fulian.formats._kinds import COLLECTION
from fulian.formats.unknown import Unknown, WithUnknown

__all__ = ["LOSSES", "dump_each", "dumpb", "dumps", "load_each", "loads"]

LOSSES: Final[tuple[str, ...]] = (
    "A file is always a collection: a record that stood alone comes back as a tuple of one.",
)

# Many small writes cost more than a few large ones.
_CHUNK: Final = 1 << 18


def dumps(record: Any) -> str:
    """Write records as JSON Lines text (逐行序列化).

    Args:
        record: A list or tuple of records, a record, or a record with its unknown keys.

    Returns:
        One line for each record, each with a line break at its end.

    Raises:
        DataError: Something cannot be written.
        TypeError: It is no record.

    Example:
        >>> from fulian.values import Period
        >>> print(dumps([Period.year(2014), Period.year(2015)]), end="")
        {"fulian":"1","kind":"Period","data":"2014"}
        {"fulian":"1","kind":"Period","data":"2015"}
    """
    return dumpb(record).decode()


def dumpb(record: Any) -> bytes:
    r"""Write records as JSON Lines in UTF-8 (逐行序列化为字节).

    Args:
        record: A list or tuple of records, a record, or a record with its unknown keys.

    Returns:
        The bytes of what :func:`dumps` gives.

    Raises:
        DataError: Something cannot be written.
        TypeError: It is no record.

    Example:
        >>> from fulian.values import Period
        >>> dumpb([Period.year(2014)])
        b'{"fulian":"1","kind":"Period","data":"2014"}\n'
    """
    quick = _quick_lines(record)
    if quick is not None:
        return quick
    envelope = wrap(record)
    if envelope["kind"] != COLLECTION:
        return compact(envelope).encode() + b"\n"
    lines = [compact({"fulian": envelope["fulian"], **item}) + "\n" for item in envelope["data"]]
    return "".join(lines).encode()


def _quick_lines(record: Any) -> bytes | None:
    """Write good records without delay; None where the slow way has to look."""
    written = []
    for one in record if isinstance(record, list | tuple) else (record,):
        line = None if isinstance(one, list | tuple) else _swift.dumps(one)
        if line is None:
            return None
        written.append(line + b"\n")
    return b"".join(written)


def loads(data: str | bytes, *, keep_unknown: bool = False) -> Any:
    """Read JSON Lines, strictly (逐行反序列化).

    Args:
        data: The text, or its bytes in UTF-8.
        keep_unknown: Whether to keep keys that are not of the vocabulary, instead of refusing them.

    Returns:
        A tuple of records; with `keep_unknown` a :class:`~fulian.formats.WithUnknown` around it.

    Raises:
        DataError: Lines do not fit; the faults of all lines at once, each path beginning with its line.

    Example:
        >>> loads('{"fulian": "1", "kind": "Span", "data": {"start": 8, "end": 11}}')
        (Span(start=8, end=11),)
    """
    faults: list[Fault] = []
    lines = io.BytesIO(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    read = list(_read(lines, keep_unknown=keep_unknown, on_error=lambda error: faults.extend(error.faults)))
    if faults:
        raise DataError(faults)
    if not keep_unknown:
        return tuple(read)
    unknown = [
        Unknown(path=("data", place, *one.path), key=one.key, value=one.value)
        for place, kept in enumerate(read)
        for one in kept.unknown
    ]
    version = read[0].version if read else migrations.CURRENT
    return WithUnknown(record=tuple(kept.record for kept in read), unknown=tuple(unknown), version=version)


def dump_each(records: Iterable[Any], path: str | os.PathLike[str]) -> int:
    """Write records to a file one by one, in the memory of one (逐条保存); the file appears when all are written.

    Args:
        records: Records of any kinds; an iterator that makes them as they are needed is welcome.
        path: The file. Where something fails, the old file of that name stays as it was.

    Returns:
        How many were written.

    Raises:
        DataError: A record cannot be written; the paths begin with its line.
        OSError: The file cannot be written.
        TypeError: One is no record.

    Example:
        >>> import pathlib, tempfile
        >>> from fulian.values import Period
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = pathlib.Path(folder, "years.jsonl")
        ...     dump_each((Period.year(year) for year in range(1949, 2050)), file)
        ...     [str(period) for period in load_each(file)][:3]
        101
        ['1949', '1950', '1951']
    """
    count, waiting = 0, bytearray()
    with replacing(path) as file:
        for count, record in enumerate(records, start=1):
            try:
                waiting += (_swift.dumps(record) or compact(wrap(record)).encode()) + b"\n"
            except DataError as error:
                raise _at_line(error, count) from error
            if len(waiting) >= _CHUNK:
                file.write(waiting)
                waiting.clear()
        file.write(waiting)
    return count


def load_each(
    path: str | os.PathLike[str],
    *,
    keep_unknown: bool = False,
    on_error: Callable[[DataError], object] | None = None,
) -> Iterator[Any]:
    r"""Read a file's records one by one, in the memory of one (逐条读入).

    Args:
        path: The file.
        keep_unknown: Whether to keep keys that are not of the vocabulary; each record then comes in a
            :class:`~fulian.formats.WithUnknown`.
        on_error: What to call with the error of each bad line before going on with the next; None to raise it and stop.

    Returns:
        An iterator over the records, in the order of the file.

    Raises:
        DataError: A line does not fit; the paths begin with the line.
        ReadError: There is no such file.

    Example:
        >>> import pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = pathlib.Path(folder, "years.jsonl")
        ...     written = file.write_text('{"fulian": "1", "kind": "Period", "data": "2014"}\n7\n')
        ...     for period in load_each(file, on_error=print):
        ...         print(period)
        2014
        line 2, data: expected an envelope such as {"fulian": "1", "kind": "CityReport", "data": {…}}, found 7
    """
    file = Path(path)
    if not file.is_file():
        raise ReadError(file=str(path), found="none of that name", expected="a file")
    return _stream(file, keep_unknown=keep_unknown, on_error=on_error)


def _stream(path: Path, *, keep_unknown: bool, on_error: Callable[[DataError], object] | None) -> Iterator[Any]:
    with path.open("rb") as file:
        yield from _read(file, keep_unknown=keep_unknown, on_error=on_error)


def _read(
    lines: Iterable[bytes], *, keep_unknown: bool, on_error: Callable[[DataError], object] | None
) -> Iterator[Any]:
    for number, line in enumerate(lines, start=1):
        if line.isspace() or not line:
            continue
        try:
            record = _swift.MISSED if keep_unknown else _swift.loads(line)
            if record is _swift.MISSED:
                record = unwrap(parse(line.rstrip(b"\r\n"), where="column {column}"), keep_unknown=keep_unknown)
        except DataError as error:
            placed = _at_line(error, number)
            if on_error is None:
                raise placed from error
            on_error(placed)
        else:
            yield record


def _at_line(error: DataError, number: int) -> DataError:
    return DataError(
        [
            Fault(path=f"line {number}, {fault.path}", expected=fault.expected, value=fault.value)
            for fault in error.faults
        ]
    )
