"""The quick way and the slow way through JSON accept the same data and give the same records and text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import strategies
from fulian.formats import _swift
from fulian.formats._envelope import unwrap, wrap
from fulian.formats._json_text import compact, parse
from fulian.strategies._registration import STRATEGIES

KINDS: list[type] = sorted(STRATEGIES, key=lambda cls: cls.__name__)


@pytest.mark.parametrize("cls", KINDS, ids=lambda cls: cls.__name__)
def test_both_ways_agree(cls: type, exactly: Callable[[Any], Any]) -> None:
    """Where the quick way gives a text or a record, it is the one that the slow way gives, of the same class and hash."""

    @given(st.from_type(cls))
    def holds(record: Any) -> None:
        text = compact(wrap(record))
        assert _swift.dumps(record) in {None, text}
        read = _swift.loads(text)
        if read is not _swift.MISSED:
            assert exactly(read) == exactly(unwrap(parse(text))) == exactly(record)
            assert type(read) is cls
            assert hash(read) == hash(record)
            assert repr(read) == repr(record)

    holds()


@given(strategies.readings())
def test_good_records_go_the_quick_way(reading: fulian.Reading) -> None:
    """The quick way takes what is usual: else it would be of no use."""
    text = _swift.dumps(reading)
    assert text is not None
    assert _swift.loads(text) == reading
    assert _swift.loads(json.dumps(json.loads(text), ensure_ascii=False)) == reading


@given(st.from_type(fulian.Observation), st.data())
def test_spoiled_data_is_left_to_the_slow_way(figure: fulian.Observation, data: st.DataObject) -> None:
    """Whatever the slow way refuses, the quick way does not take."""
    plain = json.loads(compact(wrap(figure)))
    target = plain["data"]
    while data.draw(st.booleans()) and any(isinstance(value, dict) for value in target.values()):
        target = data.draw(st.sampled_from([value for value in target.values() if isinstance(value, dict)]))
    key = data.draw(st.sampled_from([*target, "strange"]))
    target[key] = data.draw(
        st.sampled_from(
            [None, True, 1, 2.0, -1, 2**70, "", " ", "NaN", "1_0", "１", [], {}, "actual", "2014", "430100\n"]
        )
    )
    text = json.dumps(plain)
    read = _swift.loads(text)
    try:
        right: Any = unwrap(parse(text))
    except fulian.DataError:
        right = _swift.MISSED
    assert read is _swift.MISSED or read == right


@pytest.mark.parametrize(
    "text",
    [
        '{"fulian": "1", "kind": "Span", "data": {"start": 1, "end": 3, "start": 2}}',
        '{"fulian": "1", "kind": "Span", "data": {"start" :1, "start":1, "end": 3}}',
        '{"fulian": "1", "kind": "Span", "kind": "Span", "data": {"start": 1, "end": 3}}',
        '{"fulian": "1", "kind": "Note", "data": {"code": "\\ud83d", "text": "b"}}',
        '{"fulian": "1", "kind": "Note", "data": {"code": "a", "text": "b", "source": null, "x": 1}}',
        '{"fulian": "2", "kind": "Span", "data": {"start": 1, "end": 3}}',
        '{"fulian": "1", "kind": "Collection", "data": null}',
        '{"fulian": "1", "kind": "Collection", "data": [{"kind": "Span"}]}',
        '{"fulian": "1", "kind": "Span", "data": {"start": 1, "end": 36893488147419103232}}',
        "[" * 100_000,
    ],
)
def test_the_slow_way_looks_at_what_is_odd(text: str) -> None:
    """Keys that stand twice, halves of surrogate pairs, unknown keys and other versions are not taken."""
    assert _swift.loads(text) is _swift.MISSED


def test_colons_in_texts_do_no_harm() -> None:
    """A text with colons and quotes in it is read all the same."""
    for words in ("时间：9:30", 'a": "b', "x :y"):
        note = fulian.Note(code="a", text=words)
        assert fulian.loads(fulian.dumps(note)) == note


def test_it_works_without_orjson() -> None:
    """Python's own parser does where orjson is not installed, and its numbers with a point are left to the slow way."""
    program = (
        "import sys; sys.modules['orjson'] = None\n"
        "import fulian\nfrom fulian.formats import _swift\n"
        "text = fulian.dumps(fulian.Period.year(2014))\n"
        "assert _swift.loads(text) == fulian.loads(text) == fulian.Period.year(2014)\n"
        "assert _swift.loads(text.replace('\"2014\"', '2014.5')) is _swift.MISSED"
    )
    subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603
