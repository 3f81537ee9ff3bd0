from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

from fulian.values.validation import LARGEST_WHOLE, digits, exact_number, filled, tuple_of, whole_number


@attrs.frozen(kw_only=True)
class Sample:
    """One field for each rule."""

    names: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    either: tuple[str | int, ...] = attrs.field(default=(), validator=tuple_of((str, int)))
    title: str = attrs.field(default="标题", validator=filled())
    year: int = attrs.field(default=2014, validator=whole_number(1949, 2100))
    copy: str = attrs.field(default="000001", validator=digits(6))
    start: int = attrs.field(default=0, validator=whole_number(0))
    value: Decimal = attrs.field(default=Decimal(0), validator=exact_number())


@pytest.mark.parametrize(
    ("fields", "error", "message"),
    [
        ({"names": ["一"]}, TypeError, "'names' must be a tuple of str, got"),
        ({"names": "一"}, TypeError, "'names' must be a tuple of str, got '一'"),
        ({"names": ("一", 2)}, TypeError, r"'names\[1\]' must be str, got 2"),
        ({"either": (1, None)}, TypeError, r"'either\[1\]' must be str or int, got None"),
        ({"title": ""}, ValueError, "'title' must not be blank, got ''"),
        ({"title": " \u3000"}, ValueError, "'title' must not be blank"),
        ({"title": 7}, TypeError, "'title' must be str, got 7"),
        ({"year": 1948}, ValueError, "'year' must be <whole number from 1949 to 2100>, got 1948"),
        ({"year": 2101}, ValueError, "got 2101"),
        ({"year": True}, TypeError, "'year' must be int, got True"),
        ({"copy": "12"}, ValueError, "'copy' must be 6 digits, got '12'"),
        ({"copy": "00000１"}, ValueError, "'copy' must be 6 digits, got '00000１'"),
        ({"copy": 123456}, TypeError, "'copy' must be str, got 123456"),
        ({"start": -1}, ValueError, "'start' must be <whole number from 0 to 9007199254740991>, got -1"),
        ({"start": 1.0}, TypeError, "'start' must be int, got 1.0"),
        (
            {"start": 2**53},
            ValueError,
            "'start' must be <whole number from 0 to 9007199254740991>, got 9007199254740992",
        ),
        ({"value": 1}, TypeError, "'value' must be Decimal, got 1"),
        ({"value": Decimal("NaN")}, ValueError, "'value' must be <finite number .*>, got NaN"),
        ({"value": Decimal("-Infinity")}, ValueError, "got -Infinity"),
        ({"value": Decimal("1" * 1001)}, ValueError, r"got 11111111111111111111… \(1001 characters\)"),
        ({"value": Decimal("1E+1000000")}, ValueError, r"got 1E\+1000000"),
    ],
)
def test_a_rule_that_is_broken_says_field_rule_and_value(
    fields: dict[str, Any], error: type[Exception], message: str
) -> None:
    """Each rule names the field, states itself and shows what came."""
    with pytest.raises(error, match=message):
        Sample(**fields)


def test_values_that_keep_the_rules_are_kept_as_they_are() -> None:
    """A validator judges and changes nothing; the ends of a range are included."""
    sample = Sample(
        names=("一", "二"),
        either=("一", 2),
        title=" 标题 ",
        year=2100,
        copy="000120",
        start=LARGEST_WHOLE,
        value=Decimal("1E-999999"),
    )
    assert attrs.astuple(sample) == (
        ("一", "二"),
        ("一", 2),
        " 标题 ",
        2100,
        "000120",
        LARGEST_WHOLE,
        Decimal("1E-999999"),
    )


def test_a_rule_states_itself() -> None:
    """The repr of a rule is the rule in words."""
    assert repr(tuple_of((str, int))) == "<tuple of str or int>"
    assert repr(digits(6)) == "<text of 6 digits>"
    assert repr(filled()) == "<text that is not blank>"
    assert repr(whole_number(3, 5)) == "<whole number from 3 to 5>"
