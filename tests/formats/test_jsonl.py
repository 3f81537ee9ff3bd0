"""JSON Lines streams: one record at a time, both ways."""

from __future__ import annotations

import tempfile
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import formats, strategies
from fulian.formats import jsonl
from fulian.formats._envelope import wrap
from fulian.formats._json_text import compact


def years(count: int) -> Iterator[fulian.Period]:
    """Make periods one by one."""
    for place in range(count):
        yield fulian.Period.year(1949 + place % 100)


def test_streaming_keeps_memory_constant(tmp_path: Path) -> None:
    """Ten times the records take the same memory, to write and to read."""
    peaks = []
    for count in (2_000, 20_000):
        tracemalloc.start()
        written = jsonl.dump_each(years(count), tmp_path / "years.jsonl")
        read = sum(1 for _ in jsonl.load_each(tmp_path / "years.jsonl"))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert (written, read) == (count, count)
    assert peaks[1] < 2 * peaks[0] + 500_000


@given(st.lists(st.one_of(strategies.observations(nasty=True), strategies.periods(), strategies.organizations())))
def test_lines_are_the_same_whichever_way(records: list[Any]) -> None:
    """Each line is what JSON writes of its record, and what is written at once is what is streamed."""
    text = formats.dumps(records, "jsonl")
    assert text == "".join(compact(wrap(record)) + "\n" for record in records)
    with tempfile.TemporaryDirectory() as folder:
        jsonl.dump_each(records, Path(folder, "some.jsonl"))
        assert Path(folder, "some.jsonl").read_bytes() == text.encode()


def test_a_list_within_a_list_is_no_record() -> None:
    """Lists stand in no list of records."""
    with pytest.raises(TypeError, match="expected a record"):
        formats.dumps([[fulian.Period.year(2014)]], "jsonl")


def test_lines_can_be_cut_and_joined() -> None:
    """Each line is whole by itself; blank lines and the line ends of Windows do no harm."""
    text = formats.dumps(list(years(2)), "jsonl")
    assert formats.loads(text.replace("\n", "\r\n") + "\n  \n" + text, "jsonl") == tuple(years(2)) * 2
    assert formats.loads("", "jsonl") == ()


def test_the_faults_of_all_lines_are_told() -> None:
    """Each fault's path begins with its line."""
    text = (
        '7\n{"fulian": "1", "kind": "Period", "data": "2014"}\n{"fulian": "1", "kind": "Span", "data": {"start": 1}}\n{'
    )
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(text, "jsonl")
    assert [fault.path for fault in caught.value.faults] == ["line 1, data", "line 3, data.end", "line 4, column 2"]


def test_a_bad_line_stops_or_is_passed_by(tmp_path: Path) -> None:
    """Without `on_error` the first bad line raises; with it the rest is read."""
    file = tmp_path / "a.jsonl"
    file.write_text('{"fulian": "1", "kind": "Period", "data": "2014"}\n{\n', encoding="utf-8")
    with pytest.raises(fulian.DataError, match="line 2, column 2"):
        list(jsonl.load_each(file))
    errors: list[fulian.DataError] = []
    assert list(jsonl.load_each(file, on_error=errors.append)) == [fulian.Period.year(2014)]
    assert len(errors) == 1
    with pytest.raises(fulian.ReadError):
        jsonl.load_each(tmp_path / "missing.jsonl")


def test_a_record_that_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    """The line is named, and nothing is written."""
    file = tmp_path / "a.jsonl"
    jsonl.dump_each(years(1), file)
    with pytest.raises(fulian.DataError, match=r"line 2, data\.text"):
        jsonl.dump_each([fulian.Period.year(2014), fulian.Note(code="a", text="\ud83d")], file)
    assert formats.load(file) == tuple(years(1))


def test_unknown_keys_are_kept_line_by_line() -> None:
    """With `keep_unknown` what is not known goes back to its line."""
    text = '{"fulian":"1","kind":"Period","data":"2014"}\n{"fulian":"1","kind":"Period","data":"2015","mood":1.50}\n'
    assert formats.dumps(formats.loads(text, "jsonl", keep_unknown=True), "jsonl") == text
