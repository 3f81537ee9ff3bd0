from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.values import Interval, Qualifier, Quantity, QuantityKind

NUMBERS = st.decimals(min_value=0, max_value=10**9, places=2)


def interval(low: str | None, high: str | None) -> Interval:
    """Make an interval of printed ends."""
    return Interval(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("人次", QuantityKind.COUNT),
        ("", QuantityKind.COUNT),
        ("元", QuantityKind.MONEY),
        ("%", QuantityKind.SHARE),
        ("‰", QuantityKind.SHARE),
        ("/10万", QuantityKind.SHARE),
        ("个百分点", QuantityKind.POINTS),
        ("倍", QuantityKind.MULTIPLE),
        ("学时", QuantityKind.DURATION),
        ("岁", QuantityKind.AGE),
    ],
)
def test_the_unit_tells_the_kind(unit: str, kind: QuantityKind) -> None:
    """A unit of money, share, points, time or age says what is measured; any other word counts."""
    assert Quantity(value=Decimal(1), unit=unit).kind is kind


# A quantity's value, upper end, unit, qualifier and text; and the interval that the print allows.
PRINTED = [
    (("1340", None, "名", Qualifier.EXACT, "1340名"), ("1340", "1340")),
    (("75700", None, "个", Qualifier.EXACT, "7.57万个"), ("75650", "75750")),
    (("19.76", None, "%", Qualifier.EXACT, "19.76%"), ("19.755", "19.765")),
    (("100", None, "%", Qualifier.EXACT, "100%"), ("99.5", "100.5")),
    (("80", None, "%", Qualifier.EXACT, "百分之八十"), ("79.5", "80.5")),
    (("2000000000", None, "元", Qualifier.EXACT, "20个亿元"), ("1950000000", "2050000000")),
    (("3000000", None, "元", Qualifier.OVER, "300多万元"), ("3000000", "4000000")),
    (("6000", None, "人次", Qualifier.OVER, "6000多人次"), ("6000", "7000")),
    (("1340", None, "名", Qualifier.OVER, "1340余名"), ("1340", "1350")),
    (("10", None, "%", Qualifier.OVER, "10%"), ("10", None)),
    (("2000", None, "人", Qualifier.UNDER, "2000人"), (None, "2000")),
    (("200", None, "人", Qualifier.ABOUT, "200人"), ("100", "300")),
    (("13", "15", "家", Qualifier.EXACT, "13-15家"), ("13", "15")),
    (("15000", "20000", "元", Qualifier.EXACT, "1.5万—2万元"), ("14500", "20500")),
    (("35", None, "岁", Qualifier.EXACT, "35岁"), ("35", "35")),
    (("2.5", None, "倍", Qualifier.EXACT, "2.5倍"), ("2.45", "2.55")),
    (("2.5", None, "万", Qualifier.EXACT, ""), ("2.45", "2.55")),
]


@pytest.mark.parametrize(("fields", "allowed"), PRINTED, ids=[fields[4] or "no text" for fields, _ in PRINTED])
def test_the_print_allows_an_interval(
    fields: tuple[str, str | None, str, Qualifier, str], allowed: tuple[str | None, str | None]
) -> None:
    """Half a unit of the last printed place to each side; whole counts only themselves; hedges open a side."""
    value, high, unit, qualifier, text = fields
    quantity = Quantity(
        value=Decimal(value), high=None if high is None else Decimal(high), unit=unit, qualifier=qualifier, text=text
    )
    assert quantity.interval == interval(*allowed)


@given(NUMBERS, st.sampled_from(list(Qualifier)), st.sampled_from(["元", "人", "%"]), st.booleans())
def test_a_quantity_lies_in_its_own_interval(number: Decimal, qualifier: Qualifier, unit: str, ranged: bool) -> None:  # noqa: FBT001
    """Whatever the hedge, the value itself and the upper end are allowed."""
    high = number + 1 if ranged else None
    quantity = Quantity(value=number, high=high, unit=unit, qualifier=qualifier)
    assert quantity.value in quantity.interval
    assert (quantity.high or quantity.value) in quantity.interval


@given(NUMBERS)
def test_a_quantity_prints_as_it_was_printed(number: Decimal) -> None:
    """The text wins; without it value and unit are printed, never with an exponent."""
    assert str(Quantity(value=number, unit="人", text="若干人")) == "若干人"
    assert str(Quantity(value=number, unit="人")) == f"{number:f}人"
    assert str(Quantity(value=Decimal("1E+4"), unit="人")) == "10000人"


def test_a_range_prints_both_ends() -> None:
    """A hyphen stands between the ends."""
    assert str(Quantity(value=Decimal(13), high=Decimal(15), unit="家")) == "13-15家"


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity")])
def test_a_number_that_is_not_finite_is_refused(number: Decimal) -> None:
    """Neither the value nor the upper end may be infinite or not a number."""
    with pytest.raises(ValueError, match="finite"):
        Quantity(value=number, unit="人")
    with pytest.raises(ValueError, match="finite"):
        Quantity(value=Decimal(1), high=number, unit="人")


def test_a_range_out_of_order_is_refused() -> None:
    """The message shows both ends."""
    with pytest.raises(ValueError, match="'high' must not be below 'value', got 15 to 13"):
        Quantity(value=Decimal(15), high=Decimal(13), unit="家")


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("value", 1), ("value", 1.5), ("high", "2"), ("unit", None), ("qualifier", "exact"), ("text", 1)],
)
def test_a_field_of_the_wrong_type_is_refused(field: str, wrong: Any) -> None:
    """The message names the field."""
    fields: dict[str, Any] = {"value": Decimal(1), "unit": "人", field: wrong}
    with pytest.raises(TypeError, match=field):
        Quantity(**fields)


def test_a_multiplier_in_a_head_widens_the_interval() -> None:
    """320 in a column of 万元 allows half a 万 to both sides, as 320万元 does."""
    cell = Quantity(value=Decimal(3200000), unit="元", text="320")
    assert cell.interval == interval("3195000", "3205000")
