"""Every class in every format comes back equal: the law behind the matrix in docs/formats.md."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

import fulian
from fulian import formats, strategies
from fulian.strategies._registration import STRATEGIES

KINDS = sorted(STRATEGIES, key=lambda cls: cls.__name__)
SEVERAL = st.one_of(strategies.observations(nasty=True), strategies.periods(), strategies.organizations(nasty=True))


def drawn(cls: type) -> st.SearchStrategy[Any]:
    """Draw instances of a class, half of them nasty."""
    make = STRATEGIES[cls]
    try:
        return st.one_of(make(), make(nasty=True))
    except TypeError:
        return make()


def alone(name: str, record: Any) -> Any:
    """Give what a format makes of a record that stands alone: some formats are always collections."""
    return (record,) if name in ALWAYS_COLLECTIONS else record


ALWAYS_COLLECTIONS = {"jsonl", "csv", "xlsx", "parquet"}
# Formats that keep a number but not the zeros printed behind it.
WITHOUT_TRAILING_ZEROS = {"parquet"}


def hold_for_all_formats(record: Any, given_back: Callable[[str], Any], exactly: Callable[[Any], Any]) -> None:
    """Hold that each format gives back what it should: drawing costs more than most formats, so all share a draw."""
    for name in formats.formats():
        note(f"format: {name}")  # the last one that a failure tells is the one that failed
        read, wanted = formats.loads(formats.dumps(record, name), name), given_back(name)
        assert read == wanted
        if name not in WITHOUT_TRAILING_ZEROS:
            assert exactly(read) == exactly(wanted)


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_reading_gives_back_what_was_written(cls: type, exactly: Callable[[Any], Any]) -> None:
    """``loads(dumps(record)) == record`` in every format, to the last digit and with what equality leaves out."""

    @given(drawn(cls))
    def holds(record: Any) -> None:
        hold_for_all_formats(record, lambda name: alone(name, record), exactly)

    holds()


@given(st.lists(SEVERAL, max_size=4))
def test_a_collection_gives_back_its_records(exactly: Callable[[Any], Any], records: list[Any]) -> None:
    """A list of records of several kinds comes back as a tuple of them, in order."""
    hold_for_all_formats(records, lambda _: tuple(records), exactly)


@pytest.mark.parametrize("name", formats.formats())
def test_any_bytes_give_a_record_or_an_error_of_ours(name: str) -> None:
    """Whatever is given as data, reading raises nothing but fulian's own errors."""

    @given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
    def holds(data: bytes) -> None:
        with contextlib.suppress(fulian.FulianError):
            formats.loads(data, name)

    holds()


@pytest.mark.parametrize("name", formats.formats())
def test_files_give_back_what_was_written(name: str, tmp_path: Path) -> None:
    """Saving, loading and converting from and to JSON keep the records."""
    records = (fulian.Period.year(2014), fulian.Document(id="d1", text="第一行\n第二行\n"))
    suffixes = (".json", ".jsonl", ".yaml", ".msgpack", ".xlsx", ".csv.zip", ".parquet.zip")
    suffix = next(one for one in suffixes if formats.format_of(f"a{one}") == name)
    file, plain = tmp_path / f"records{suffix}", tmp_path / "plain.json"
    formats.dump(records, file)
    assert formats.load(file) == records
    formats.convert(file, plain)
    assert formats.load(plain) == records
    formats.convert(plain, file)
    assert formats.load(file) == records
