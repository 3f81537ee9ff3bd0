"""MessagePack carries the same data as JSON."""

from __future__ import annotations

from typing import Any

import pytest

import fulian
from fulian import formats

packing: Any = pytest.importorskip("msgpack")


def test_it_holds_the_data_of_json() -> None:
    """The envelope is JSON's, in fewer bytes."""
    span = fulian.Span(start=8, end=11)
    assert packing.unpackb(formats.dumps(span, "msgpack")) == {
        "fulian": "1",
        "kind": "Span",
        "data": {"start": 8, "end": 11},
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "data: expected bytes of MessagePack, found"),
        (b"\xc1", "data: expected bytes of MessagePack, found"),
        (b"\x91" * 100_000, "data: expected bytes of MessagePack, found"),
        (b"\xdd\xff\xff\xff\xff", "data: expected bytes of MessagePack, found"),
        (b"\x82\xa1a\x01\xa1a\x01", "a: expected each key once, found 'a' more than once"),
        (packing.packb({1: 2}), "data: expected an envelope such as"),
        (
            packing.packb({"fulian": "1", "kind": "Note", "data": {"code": b"a", "text": "b"}}),
            "data.code: expected text, found b'a'",
        ),
    ],
)
def test_what_does_not_fit_is_told(data: bytes, message: str) -> None:
    """Bytes that are no MessagePack or hold other types are refused."""
    with pytest.raises(fulian.DataError) as caught:
        formats.loads(data, "msgpack")
    assert str(caught.value).startswith(message)


def test_text_is_no_messagepack() -> None:
    """Text is refused, not encoded."""
    with pytest.raises(fulian.DataError, match="expected bytes of MessagePack, found text"):
        formats.loads("{}", "msgpack")


def test_unknown_numbers_are_carried_or_refused() -> None:
    """A number of an unknown key is written where a binary float equals it, and refused where none does."""
    text = '{"fulian":"1","kind":"Period","data":"2014","weight":%s}'
    kept = formats.loads(text % "0.1", keep_unknown=True)
    assert formats.dumps(formats.loads(formats.dumps(kept, "msgpack"), "msgpack", keep_unknown=True)) == text % "0.1"
    kept = formats.loads(text % "0.12345678901234567890", keep_unknown=True)
    with pytest.raises(fulian.DataError, match="which no binary float is equal to"):
        formats.dumps(kept, "msgpack")
