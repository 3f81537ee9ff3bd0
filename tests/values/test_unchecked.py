from __future__ import annotations

import pickle
import weakref
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian import strategies
from fulian.model.observation import Observation
from fulian.model.source import Source
from fulian.values.quantity import Quantity
from fulian.values.span import Span
from fulian.values.unchecked import unchecked

RECORDS = {
    Span: strategies.spans(),
    Quantity: strategies.quantities(),
    Source: strategies.sources(),
    Observation: strategies.observations(),
}


@given(st.sampled_from(list(RECORDS)).flatmap(lambda record: RECORDS[record]))
def test_what_is_made_unchecked_is_what_the_class_makes(record: Any) -> None:
    """Of the same fields both make equal records, alike in hash, print, pickle and evolution."""
    fields = {field.alias: getattr(record, field.name) for field in attrs.fields(type(record))}
    made = unchecked(type(record))(**fields)
    assert (type(made), made, repr(made), hash(made)) == (type(record), record, repr(record), hash(record))
    assert pickle.loads(pickle.dumps(made)) == record  # noqa: S301 - our own bytes
    assert attrs.evolve(made) == record


def test_defaults_are_the_class_s_own() -> None:
    """Fields that are left out have the class's defaults."""
    assert unchecked(Quantity)(value=Decimal(3), unit="人") == Quantity(value=Decimal(3), unit="人")


def test_a_field_that_has_to_be_computed_is_refused() -> None:
    """A converter or a factory would have to run, and an instance without slots has nowhere to put the fields."""

    @attrs.frozen(kw_only=True, weakref_slot=False)
    class Converted:
        name: str = attrs.field(converter=str)

    @attrs.frozen(kw_only=True, weakref_slot=False)
    class Made:
        names: list[str] = attrs.field(factory=list)

    @attrs.frozen(kw_only=True, slots=False)
    class Open:
        name: str

    records: tuple[Any, ...] = (Converted, Made, Open)
    for record in records:
        with pytest.raises(TypeError, match="must be a slot without converter and factory"):
            unchecked(record)


def test_a_class_with_weak_references_keeps_them() -> None:
    """What is made is as frozen as any instance, and can be referred to weakly where the class allows it."""

    @attrs.frozen(kw_only=True)
    class Referred:
        name: str

    made = unchecked(Referred)(name="株洲")
    assert type(made) is Referred
    assert made == Referred(name="株洲")
    assert weakref.ref(made)() is made
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.name = "长沙"  # type: ignore[misc]


def test_a_class_that_keeps_its_hash_is_hashed() -> None:
    """What is made has no hash yet, and finds it when it is asked."""

    @attrs.frozen(kw_only=True, cache_hash=True)
    class Counted:
        name: str

    made = unchecked(Counted)(name="株洲")
    assert hash(made) == hash(made) == hash(Counted(name="株洲"))
