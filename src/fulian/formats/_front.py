"""The doors to all formats: one name each for writing, reading and converting, whatever the format."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any, Final, Literal, overload

import attrs

from fulian._collector import collector_paused
from fulian.errors import ReadError
from fulian.formats import _kinds
from fulian.formats._files import replacing
from fulian.formats._problems import one_fault, shown
from fulian.formats._shapes import record_shape

__all__ = [
    "convert",
    "dump",
    "dumpb",
    "dumps",
    "format_of",
    "formats",
    "load",
    "loads",
    "losses",
    "register",
    "suffixes",
]

# The format, the module that reads and writes it, and the suffixes of its files.
_FORMATS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "json": ("fulian.formats.json", (".json",)),
        "jsonl": ("fulian.formats.jsonl", (".jsonl", ".ndjson")),
        "yaml": ("fulian.formats.yaml", (".yaml", ".yml")),
        "msgpack": ("fulian.formats.msgpack", (".msgpack",)),
        "csv": ("fulian.formats.csv", (".csv.zip", ".zip")),
        "xlsx": ("fulian.formats.xlsx", (".xlsx",)),
        "parquet": ("fulian.formats.parquet", (".parquet.zip",)),
    }
)
_SUFFIXES: Final = {suffix: name for name, (_, suffixes) in _FORMATS.items() for suffix in suffixes}

# From here on the collector would walk over the growing result again and again, for more than half of the time.
_MUCH: Final = 100_000

TextFormat = Literal["json", "jsonl", "yaml"]


def formats() -> tuple[str, ...]:
    """Name the formats, as ``format=`` takes them (格式名称).

    Returns:
        The names, in the order of the documentation.

    Example:
        >>> formats()[0]
        'json'
    """
    return tuple(_FORMATS)


def suffixes() -> tuple[str, ...]:
    """Name the suffixes that tell a file's format (格式后缀).

    Returns:
        The suffixes with their points, in the order of the formats; tables in CSV and in Parquet are packed in a .zip.

    Example:
        >>> suffixes()[:3]
        ('.json', '.jsonl', '.ndjson')
    """
    return tuple(_SUFFIXES)


def format_of(path: str | os.PathLike[str]) -> str | None:
    """Tell a file's format from its suffix (按后缀判断格式).

    Args:
        path: The file's name; the file need not exist.

    Returns:
        The format's name, or None for a suffix that none has.

    Example:
        >>> format_of("长沙.JSON"), format_of("长沙.docx")
        ('json', None)
    """
    name = Path(path).name.lower()
    fitting = [suffix for suffix in _SUFFIXES if name.endswith(suffix)]
    return _SUFFIXES[max(fitting, key=len)] if fitting else None


def losses(name: str) -> tuple[str, ...]:
    """Tell what a format cannot hold or give back (损失清单).

    What no format can hold stands in the documentation: text with halves of surrogate pairs, numbers that are not
    finite or have more than a thousand characters, records nested more than a hundred steps deep.

    Args:
        name: The format's name.

    Returns:
        A sentence for each loss; none for JSON.

    Raises:
        DataError: The format is not known.

    Example:
        >>> losses("json"), losses("yaml")[0]
        ((), 'Comments of a file that is read are not kept.')
    """
    told: tuple[str, ...] = _module(name).LOSSES
    return told


@cache
def _module(name: str) -> ModuleType:
    if name not in _FORMATS:
        raise one_fault("format", "one of " + ", ".join(_FORMATS), shown(name))
    return importlib.import_module(_FORMATS[name][0])


@overload
def dumps(record: Any, format: TextFormat = "json", **options: Any) -> str: ...
@overload
def dumps(record: Any, format: str, **options: Any) -> str | bytes: ...
def dumps(record: Any, format: str = "json", **options: Any) -> str | bytes:  # noqa: A002 - fixed by the design
    """Write a record as text or bytes (序列化).

    Args:
        record: A record, a list or tuple of records of any kinds, or a :class:`~fulian.formats.WithUnknown`.
        format: The format's name.
        options: What the format's own ``dumps`` takes besides, such as ``indent=2`` for JSON.

    Returns:
        Text for the formats that are text, bytes for the others.

    Raises:
        DataError: The format is not known, or something in the record cannot be written in it.
        ReadError: A package for the format is not installed; it names the extra.
        TypeError: It is no record.

    Example:
        >>> from fulian.values import Period
        >>> print(dumps(Period.year(2014)))
        {"fulian":"1","kind":"Period","data":"2014"}
        >>> print(dumps([Period.year(2014), Period.year(2015)], indent=2))
        {
          "fulian": "1",
          "kind": "Collection",
          "data": [{"kind": "Period", "data": "2014"}, {"kind": "Period", "data": "2015"}]
        }
    """
    written: str | bytes = _module(format).dumps(record, **options)
    return written


def dumpb(record: Any, format: str = "json", **options: Any) -> bytes:  # noqa: A002 - as in dumps
    """Write a record as bytes, whatever the format (序列化为字节): to be sent, stored or hashed.

    Args:
        record: A record, a list or tuple of records of any kinds, or a :class:`~fulian.formats.WithUnknown`.
        format: The format's name.
        options: What the format's own ``dumps`` takes besides, such as ``indent=2`` for JSON.

    Returns:
        The bytes, those of a format that is text in UTF-8; :func:`loads` takes them.

    Raises:
        DataError: The format is not known, or something in the record cannot be written in it.
        ReadError: A package for the format is not installed; it names the extra.
        TypeError: It is no record.

    Example:
        >>> from fulian.values import Period
        >>> dumpb(Period.year(2014))
        b'{"fulian":"1","kind":"Period","data":"2014"}'
    """
    module = _module(format)
    write = getattr(module, "dumpb", module.dumps)  # JSON is made as bytes; the text of YAML has to be turned into them
    written: str | bytes = write(record, **options)
    return written.encode() if isinstance(written, str) else written


def loads(data: str | bytes, format: str = "json", *, keep_unknown: bool = False) -> Any:  # noqa: A002 - fixed by the design
    """Read a record from text or bytes, strictly (反序列化).

    Args:
        data: What :func:`dumps` gave, or somebody wrote by hand.
        format: The format's name.
        keep_unknown: Whether to keep keys that are not of the vocabulary, instead of refusing them.

    Returns:
        The record; a tuple of records for a collection; with `keep_unknown` a :class:`~fulian.formats.WithUnknown`.

    Raises:
        DataError: The data does not fit; all its faults at once, each with its path.
        ReadError: A package for the format is not installed; it names the extra.

    Example:
        >>> loads('{"fulian": "1", "kind": "Quantity", "data": {"value": 44, "unti": "场"}}')
        Traceback (most recent call last):
        ...
        fulian.errors.DataError: data.value: expected a number as text, such as "12.5", found 44
        data.unit: expected text (required), found nothing
        data.unti: expected a key of Quantity, perhaps 'unit', found 'unti'
    """
    read = _module(format).loads
    if len(data) < _MUCH:
        return read(data, keep_unknown=keep_unknown)
    with collector_paused():
        return read(data, keep_unknown=keep_unknown)


def dump(record: Any, path: str | os.PathLike[str], *, format: str | None = None, **options: Any) -> None:  # noqa: A002 - as in dumps
    """Write a record to a file, whole or not at all (保存).

    The file is written beside its place and then put there: where something fails, the old file stays as it was.
    JSON files are indented by two unless `options` say otherwise.

    Args:
        record: A record, a list or tuple of records of any kinds, or a :class:`~fulian.formats.WithUnknown`.
        path: Where to write; the format is that of the suffix.
        format: The format's name, where the suffix does not tell.
        options: What the format's own ``dumps`` takes besides.

    Raises:
        DataError: No format has the suffix, or something in the record cannot be written.
        OSError: The file cannot be written.
        ReadError: A package for the format is not installed; it names the extra.
        TypeError: It is no record.

    Example:
        >>> import pathlib, tempfile
        >>> from fulian.values import Period
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = pathlib.Path(folder, "year.json")
        ...     dump(Period.year(2014), file)
        ...     load(file)
        Period(first=datetime.date(2014, 1, 1), last=datetime.date(2014, 12, 31))
    """
    name = format or format_of(path)
    if name is None:
        raise one_fault("path", f"a file name with one of the suffixes {', '.join(_SUFFIXES)}", shown(str(path)))
    if name == "json":
        options.setdefault("indent", 2)
    written = dumpb(record, name, **options)
    with replacing(path) as file:
        file.write(written)
        if name == "json":
            file.write(b"\n")


def load(path: str | os.PathLike[str], *, format: str | None = None, keep_unknown: bool = False) -> Any:  # noqa: A002 - as in dumps
    """Read a record from a file, strictly (读入).

    Args:
        path: The file; its format is that of the suffix.
        format: The format's name, where the suffix does not tell.
        keep_unknown: Whether to keep keys that are not of the vocabulary, instead of refusing them.

    Returns:
        The record; a tuple of records for a collection; with `keep_unknown` a :class:`~fulian.formats.WithUnknown`.

    Raises:
        DataError: The data does not fit; all its faults at once, each with its path.
        ReadError: There is no such file, no format has its suffix, or a package for it is not installed.

    Example:
        >>> load("missing.json")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: missing.json: expected a file, found none of that name
    """
    file = Path(path)
    name = format or format_of(path)
    if name is None:
        expected = f"a file with one of the suffixes {', '.join(_SUFFIXES)}"
        raise ReadError(file=file.name, found=f"the suffix {file.suffix!r}", expected=expected)
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(file=str(path), found="none of that name", expected="a file") from error
    except OSError as error:
        raise ReadError(file=str(path), found=f"that it cannot be read: {error.strerror}", expected="a file") from error
    return loads(data, name, keep_unknown=keep_unknown)


def convert(
    source: str | os.PathLike[str],
    target: str | os.PathLike[str],
    *,
    source_format: str | None = None,
    target_format: str | None = None,
    keep_unknown: bool = False,
) -> None:
    """Read a file of one format and write it in another (转换).

    Args:
        source: The file to read.
        target: The file to write, whole or not at all.
        source_format: The source's format, where its suffix does not tell.
        target_format: The target's format, where its suffix does not tell.
        keep_unknown: Whether to carry keys over that are not of the vocabulary, instead of refusing them.

    Raises:
        DataError: The data does not fit, or cannot be written in the target's format.
        OSError: The target cannot be written.
        ReadError: The source cannot be read, or a package for a format is not installed.

    Example:
        >>> import pathlib, tempfile
        >>> from fulian.values import Period
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     one, other = pathlib.Path(folder, "one.json"), pathlib.Path(folder, "other.json")
        ...     dump(Period.year(2014), one)
        ...     convert(one, other)
        ...     other.read_bytes() == one.read_bytes()
        True
    """
    record = load(source, format=source_format, keep_unknown=keep_unknown)
    dump(record, target, format=target_format)


def register(cls: type, *, kind: str | None = None) -> type:
    """Let data hold a class of your own (登记类别): an attrs class, or a subclass of a record with fields more.

    Its fields may be text, whole numbers, bool, Decimal, dates, enums, records, tuples of these, and None. Where it
    stands in a field typed as its base, the data names it under the key ``$kind``.

    Args:
        cls: The class. Can be used as a decorator.
        kind: The name by which data knows it; the class's own name where None.

    Returns:
        The same class.

    Raises:
        TypeError: It is no attrs class, or data cannot hold one of its fields.
        ValueError: The kind is taken by another class.

    Example:
        >>> import attrs
        >>> from fulian.model import Note
        >>> @register
        ... @attrs.frozen(kw_only=True)
        ... class SignedNote(Note):
        ...     by: str
        >>> print(dumps(SignedNote(code="typo", text="两处不一致", by="李秀兰")))
        {"fulian":"1","kind":"SignedNote","data":{"code":"typo","text":"两处不一致","by":"李秀兰"}}
    """
    if not attrs.has(cls):
        raise TypeError(f"a kind of record is an attrs class, got {cls!r}")
    shapes = [field.shape for field in record_shape(cls).fields]
    if not shapes:
        raise TypeError(f"a kind of record has fields, and {cls.__name__} has none")
    _kinds.make_known(cls, kind or cls.__name__)
    return cls
