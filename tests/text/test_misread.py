"""Letters for digits are pointed out and never read."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import fulian
from fulian.text.quantities import find_misread, find_quantities


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("全年培训6O场，l2人结业", ["6O场", "l2人"]),
        ("帮扶1O0名、lO户、12lO余人次", ["1O0名", "lO户", "12lO余人次"]),
        ("自2O21年l2月起，满意率9O.5%", ["2O21年", "l2月", "9O.5%"]),
        ("筹款3O万元，放贷2O亿，发放O.5万份", ["3O万元", "2O亿", "O.5万份"]),
        ("培训５Ｏ期", ["５Ｏ期"]),
    ],
)
def test_letters_for_digits_are_noted(text: str, numbers: list[str]) -> None:
    """Each is a note with its place; no figure is made of it."""
    reading = fulian.read_text(text)
    assert [note.source and note.source.quote for note in reading.notes if note.code == "letter-for-digit"] == numbers
    assert reading.observations == ()


@pytest.mark.parametrize(
    "text",
    [
        "O2O个",
        "SO2日均值",
        "O3日最大8小时均值",
        "W3C个",
        "H2O份",
        "tool2个",
        "5l桶",
        "IO台",
        "Olo个",
        "3G个",
        "10l",
        "O个",
        "3O号楼",
    ],
)
def test_names_with_letters_are_passed_over(text: str) -> None:
    """Formulas, models and litres are no numbers misread."""
    assert find_misread(text) == []


@given(st.text("01590OolI.,，、 -至个人名万余%年《》", max_size=24))
@example("1O,000人")
@example("5l.3%")
@example("O.5万元至3O万元")
def test_no_figure_is_read_where_letters_stand_for_digits(text: str) -> None:
    """The note says that none was read: so it is, whatever stands around."""
    read = [(one.start, one.end) for one in find_quantities(text)]
    for start, end in find_misread(text):
        assert not any(begin < end and start < stop for begin, stop in read)
