"""What fulian saved, told from documents: by the suffix where a format has it, else by how the content begins."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from fulian.cli._words import speech
from fulian.errors import ReadError
from fulian.formats import WithUnknown, format_of, load, loads
from fulian.model.reading import Reading

__all__ = ["load_saved", "saved_format", "written"]

# What a package holds that fulian saved, rather than a document or an archive of such: a member, and words in it.
_PACKAGES = {
    "xlsx": ("xl/workbook.xml", b'name="records"'),
    "csv": ("datapackage.json", b""),
    "parquet": ("records.parquet", b""),
}
# How the other formats begin. A document in JSON Lines is one in JSON where it holds a single line.
_BEGINNINGS = {
    "json": re.compile(rb'\s*\{\s*"fulian"\s*:'),
    "yaml": re.compile(rb"\s*['\"]?fulian['\"]?:"),
    "msgpack": re.compile(rb"[\x80-\x8f]\xa6fulian"),
}
_LOOKED_AT = 256


def saved_format(name: str, data: bytes | None = None) -> str | None:
    """Tell the format of the records that fulian saved; None where it is a document, or no file at all.

    Args:
        name: The file's name.
        data: The content, where it comes from no file.
    """
    form = None if data is not None else format_of(name)
    if form is not None and form not in _PACKAGES:
        return form
    try:
        with Path(name).open("rb") if data is None else BytesIO(data) as file:
            return _format_within(file)
    except (OSError, ValueError):
        return None  # reading it says what is wrong with it


def load_saved(name: str, data: bytes | None = None, *, keep_unknown: bool = False) -> Any:
    """Load the records that fulian saved, as `fulian.formats.load` gives them.

    Args:
        name: The file's name.
        data: The content, where it comes from no file.
        keep_unknown: Whether to keep keys that are not of the vocabulary, instead of refusing them.

    Raises:
        FulianError: The data does not fit, or it is a document.
    """
    form = saved_format(name, data)
    if form is None:
        there = data is not None or Path(name).exists()
        found = "a document, which fulian read makes them of" if there else "none of that name"
        raise ReadError(file=name, found=found, expected="saved records" if there else "a file")
    if data is None:
        return load(name, format=form, keep_unknown=keep_unknown)
    return loads(data, form, keep_unknown=keep_unknown)


def written(target: Path, records: Any) -> str:
    """Say in the language of the run what was written where: the file, and how much is in it."""
    held = records.record if isinstance(records, WithUnknown) else records
    each = held if isinstance(held, tuple) else (held,)
    say = speech()
    if all(isinstance(one, Reading) for one in each):
        figures = sum(len(one.observations) for one in each)
        counts = [say.count(len(each), "reading", "份文件"), say.count(figures, "figure", "项数据")]
    else:
        counts = [say.count(len(each), "record", "条记录")]
    return f"{target}{say(': ', '：')}{say(', ', '，').join(counts)}"


def _format_within(file: BinaryIO) -> str | None:
    begin = file.read(_LOOKED_AT)
    if begin.startswith(b"PK"):
        return next((form for form, inside in _PACKAGES.items() if _holds(file, *inside)), None)
    form = next((form for form, pattern in _BEGINNINGS.items() if pattern.match(begin)), None)
    if form != "json":
        return form
    file.seek(0)
    return "jsonl" if file.readline().rstrip().endswith(b"}") and file.readline().startswith(b"{") else "json"


def _holds(file: BinaryIO, member: str, words: bytes) -> bool:
    try:
        with zipfile.ZipFile(file) as package, package.open(member) as part:
            return words in part.read(1 << 20)
    except (OSError, ValueError, KeyError, RuntimeError, zlib.error, NotImplementedError, zipfile.BadZipFile):
        return False  # reading it says what is wrong with it
