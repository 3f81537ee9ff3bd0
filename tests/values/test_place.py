"""A place says where in a file something stands, in both languages."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from fulian.values import Box, Place

BOX = Box(left=Decimal("72.5"), bottom=Decimal(500), right=Decimal(90), top=Decimal(512))


@pytest.mark.parametrize(
    ("place", "en", "zh", "printed"),
    [
        (Place(page=3), "page 3", "第3页", "page 3"),
        (Place(page=3, box=BOX), "page 3", "第3页", "page 3 (72.5, 500, 90, 512)"),
        (Place(paragraph=14), "paragraph 14", "第14段", "paragraph 14"),
        (Place(table=2), "table 2", "表2", "table 2"),
        (Place(table=2, cell="C7"), "table 2, C7", "表2 C7", "table 2, C7"),
        (Place(sheet="汇总", cell="C7"), "汇总!C7", "汇总!C7", "汇总!C7"),
        (Place(sheet="汇总"), "汇总", "汇总", "汇总"),
        (Place(cell="C7"), "C7", "C7", "C7"),
        (Place(line=5), "line 5", "第5行", "line 5"),
    ],
    ids=str,
)
def test_a_place_prints(place: Place, en: str, zh: str, printed: str) -> None:
    """It prints as people name it, its box only where it is printed in full."""
    assert (place.en, place.zh, str(place)) == (en, zh, printed)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "a place must say where something stands"),
        ({"box": BOX}, "a box stands on a page"),
        ({"page": 0}, "'page' must be"),
        ({"sheet": " ", "cell": "A1"}, "'sheet' must not be blank"),
        ({"cell": "c7"}, "'cell' must match"),
        ({"cell": "C7\n"}, "'cell' must match"),
    ],
)
def test_what_is_no_place_is_refused(fields: dict[str, Any], told: str) -> None:
    """Nothing, a box without a page, numbers below one, blank names and what is no address."""
    with pytest.raises(ValueError, match=told):
        Place(**fields)


@pytest.mark.parametrize(
    ("side", "value", "told"),
    [("left", "NaN", "must be <finite"), ("top", "499", "ends after"), ("right", "1", "ends")],
)
def test_what_is_no_box_is_refused(side: str, value: str, told: str) -> None:
    """Sides are finite and in order."""
    sides = {"left": BOX.left, "bottom": BOX.bottom, "right": BOX.right, "top": BOX.top, side: Decimal(value)}
    with pytest.raises(ValueError, match=told):
        Box(**sides)
