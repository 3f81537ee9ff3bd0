from __future__ import annotations

from typing import Any

import pytest

from fulian.values import DocumentNumber


def test_a_number_prints_in_the_normal_form() -> None:
    """GB/T 9704-2012, 7.2.5: the year in full in 〔〕, no 第, no leading zeros, 号."""
    assert str(DocumentNumber(prefix="湘妇字", year=2014, serial=1)) == "湘妇字〔2014〕1号"


def test_equality_looks_at_sign_year_and_serial_alone() -> None:
    """How the number was printed makes no difference, also not for the hash."""
    one = DocumentNumber(prefix="湘妇字", year=2014, serial=1, text="湘妇字[2014]01号")
    other = DocumentNumber(prefix="湘妇字", year=2014, serial=1)
    assert one == other
    assert hash(one) == hash(other)
    assert one != DocumentNumber(prefix="湘妇办", year=2014, serial=1)


@pytest.mark.parametrize("prefix", ["湘", "", "A妇字", "湘妇字\n", "湘 妇字", "妇" * 15])
def test_a_sign_has_two_to_fourteen_chinese_characters(prefix: str) -> None:
    """One character, fifteen, or anything but Chinese characters is refused."""
    with pytest.raises(ValueError, match="prefix"):
        DocumentNumber(prefix=prefix, year=2014, serial=1)


@pytest.mark.parametrize(("field", "number"), [("year", 1899), ("year", 2100), ("serial", 0), ("serial", 100000)])
def test_year_and_serial_have_bounds(field: str, number: int) -> None:
    """The message names the field, its bounds and what came."""
    fields: dict[str, Any] = {"prefix": "湘妇字", "year": 2014, "serial": 1, field: number}
    with pytest.raises(ValueError, match=f"'{field}' must be <whole number from .*>, got {number}"):
        DocumentNumber(**fields)


@pytest.mark.parametrize(("field", "wrong"), [("year", "2014"), ("serial", True), ("text", None), ("prefix", 1)])
def test_a_field_of_the_wrong_type_is_refused(field: str, wrong: Any) -> None:
    """Digits in a str are no int, and a bool is none either."""
    fields: dict[str, Any] = {"prefix": "湘妇字", "year": 2014, "serial": 1, field: wrong}
    with pytest.raises(TypeError):
        DocumentNumber(**fields)
