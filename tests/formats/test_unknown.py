"""Keys that this version does not know survive a round trip where that is asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian
from fulian import formats, strategies

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=4,
)


def objects_in(data: Any) -> list[dict[str, Any]]:
    """Give every object in a piece of plain data."""
    inner = list(data.values()) if isinstance(data, dict) else data if isinstance(data, list) else []
    own = [data] if isinstance(data, dict) else []
    return own + [found for item in inner for found in objects_in(item)]


@given(strategies.annual_plans(), VALUES, st.data())
def test_unknown_keys_survive(plan: fulian.AnnualPlan, value: Any, data: st.DataObject) -> None:
    """A key put anywhere into a record's data comes back at the same place."""
    plain = json.loads(formats.dumps(plan))
    place = data.draw(st.sampled_from(objects_in(plain)))
    place["future"] = value
    text = json.dumps(plain)
    with pytest.raises(fulian.DataError, match="future"):
        formats.loads(text)
    kept = formats.loads(text, keep_unknown=True)
    assert kept.record == plan
    assert json.loads(formats.dumps(kept)) == plain


def test_numbers_of_unknown_keys_keep_their_digits() -> None:
    """A number that a binary float could not hold comes back digit for digit."""
    text = '{"fulian":"1","kind":"Period","data":"2014","weight":12345678901234567890.10}'
    assert formats.dumps(formats.loads(text, keep_unknown=True)) == text


def test_newer_data_survives() -> None:
    """Data of a newer version is read as far as it is known, and written back under its version."""
    text = '{"fulian": "2", "kind": "Span", "data": {"start": 0, "end": 2, "page": 7}, "signed": true}'
    kept = formats.loads(text, keep_unknown=True)
    assert kept.record == fulian.Span(start=0, end=2)
    assert json.loads(formats.dumps(kept)) == json.loads(text)


def test_a_changed_record_keeps_them() -> None:
    """The record beside them can be changed."""
    text = '{"fulian": "1", "kind": "AnnualPlan", "data": {"year": 2014, "mood": "good"}}'
    kept = formats.loads(text, keep_unknown=True)
    changed = attrs.evolve(kept, record=attrs.evolve(kept.record, year=2015))
    assert json.loads(formats.dumps(changed))["data"] == {"year": 2015, "mood": "good"}


def test_a_lost_place_is_told() -> None:
    """Where the changed record has no such place any more, writing refuses and names the key."""
    text = '{"fulian": "1", "kind": "Collection", "data": [{"kind": "Period", "data": "2014", "mood": "good"}]}'
    kept = attrs.evolve(formats.loads(text, keep_unknown=True), record=())
    with pytest.raises(fulian.DataError) as caught:
        formats.dumps(kept)
    assert str(caught.value) == "data[0]: expected the object that held the unknown key 'mood', found nothing"


def test_a_key_that_is_known_by_now_is_not_overwritten() -> None:
    """An unknown key never replaces what the record itself writes."""
    one = formats.Unknown(path=("data",), key="start", value=9)
    kept = formats.WithUnknown(record=fulian.Span(start=0, end=2), unknown=(one,))
    with pytest.raises(fulian.DataError, match=r"data\.start: expected a key that is not written already"):
        formats.dumps(kept)


def test_unknown_keys_survive_files(tmp_path: Path) -> None:
    """Loading, saving and converting files can keep them."""
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    one.write_text('{"fulian": "1", "kind": "Period", "data": "2014", "mood": "good"}', encoding="utf-8")
    formats.convert(one, other, keep_unknown=True)
    assert json.loads(other.read_text(encoding="utf-8"))["mood"] == "good"
