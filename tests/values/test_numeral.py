from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.errors import FulianError, ParseError
from fulian.values import Numeral, parse_numeral
from fulian.values.numeral import format_numeral

WHOLE = st.integers(0, 10**16 - 1) | st.integers(0, 10**6)
NUMERAL_CHARACTERS = "0123456789０１．，.,零一二两三四五六七八九〇○十百千万亿廿卅半几数余多来点个½ \u3000"

# Text, value, upper end, step, hedge.
READ = [
    ("44", "44", None, "1", "exact"),
    ("0", "0", None, "1", "exact"),
    ("１２００", "1200", None, "1", "exact"),
    ("77,163", "77163", None, "1", "exact"),
    ("10，678", "10678", None, "1", "exact"),
    ("1,234,567.89", "1234567.89", None, "0.01", "exact"),
    ("10\u2009678", "10678", None, "1", "exact"),
    ("2 0", "20", None, "1", "exact"),
    ("89.5", "89.5", None, "0.1", "exact"),
    ("7.57万", "75700", None, "100", "exact"),
    ("1.3万", "13000", None, "1000", "exact"),
    ("4.4 亿", "440000000", None, "10000000", "exact"),
    ("3亿5千万", "350000000", None, "10000000", "exact"),
    ("1.2万亿", "1200000000000", None, "100000000000", "exact"),
    ("20个亿", "2000000000", None, "100000000", "exact"),
    ("1万2千", "12000", None, "1000", "exact"),
    ("1万5", "15000", None, "1000", "exact"),
    ("1万50", "10050", None, "1", "exact"),
    ("一百二十", "120", None, "1", "exact"),
    ("一百零二", "102", None, "1", "exact"),
    ("一百二", "120", None, "1", "exact"),
    ("两万五", "25000", None, "1", "exact"),
    ("两万零五", "20005", None, "1", "exact"),
    ("十二", "12", None, "1", "exact"),
    ("廿五", "25", None, "1", "exact"),
    ("壹佰贰拾叁", "123", None, "1", "exact"),
    ("二〇一四", "2014", None, "1", "exact"),
    ("二○一四", "2014", None, "1", "exact"),
    ("三点一四", "3.14", None, "0.01", "exact"),
    ("一点五万", "15000", None, "1000", "exact"),
    ("半", "0.5", None, "0.5", "exact"),
    ("2½", "2.5", None, "0.5", "exact"),
    ("百", "100", None, "1", "exact"),
    ("亿", "100000000", None, "100000000", "exact"),
    ("10余万", "100000", None, "10000", "over"),
    ("3万余", "30000", None, "10000", "over"),
    ("510多", "510", None, "1", "over"),
    ("百余", "100", None, "1", "over"),
    ("十几", "10", None, "1", "over"),
    ("十来", "10", None, "1", "about"),
    ("数十", "20", "90", "1", "about"),
    ("几百万", "2000000", "9000000", "10000", "about"),
    ("1万几千", "12000", "19000", "1", "about"),
    ("三四", "3", "4", "1", "about"),
    ("三五", "3", "5", "1", "about"),
    ("三两", "2", "3", "1", "about"),
    ("三四十", "30", "40", "1", "about"),
    ("十五六", "15", "16", "1", "about"),
    ("一百五六", "150", "160", "1", "about"),
    ("二三十万", "200000", "300000", "10000", "about"),
]

# Text, and where it stops making sense.
REFUSED = [
    ("", 0),
    ("一体", 1),
    ("上百", 0),
    ("十十", 1),
    ("一百百", 2),
    ("一万万", 2),
    ("1,23", 1),
    ("1234,567", 4),
    ("2016 123", 5),
    ("1.2.3", 3),
    (".5", 0),
    ("5.", 1),
    ("一点", 2),
    ("几", 1),
    ("余", 0),
    ("两两", 1),
    ("两个半", 1),
    ("-5", 0),
    ("1e5", 1),
    ("١٢", 0),
    ("44\n", 2),
    ("1" * 29, 0),
    ("9" * 39 + "万", 0),
    ("1" * 41, 0),
]


@pytest.mark.parametrize(("text", "value", "high", "step", "hedge"), READ, ids=[row[0] for row in READ])
def test_a_numeral_is_read_with_range_step_and_hedge(
    text: str, value: str, high: str | None, step: str, hedge: str
) -> None:
    """Each way of printing a number gives its value, its upper end, its last printed place and its hedge."""
    assert parse_numeral(text) == Numeral(
        value=Decimal(value), high=None if high is None else Decimal(high), step=Decimal(step), hedge=hedge, text=text
    )


@pytest.mark.parametrize(("text", "position"), REFUSED, ids=[repr(row[0])[:12] for row in REFUSED])
def test_what_is_no_numeral_is_refused_at_its_place(text: str, position: int) -> None:
    """The error keeps the text and says where it stopped making sense; a stranger may catch ValueError."""
    with pytest.raises(ParseError) as caught:
        parse_numeral(text)
    assert (caught.value.text, caught.value.position) == (text, position)
    assert isinstance(caught.value, ValueError)
    assert caught.value.expected in str(caught.value)


@given(WHOLE)
def test_a_printed_number_reads_back(number: int) -> None:
    """Printing in Chinese numerals and reading gives the number."""
    read = parse_numeral(format_numeral(number))
    assert (read.value, read.high, read.hedge) == (Decimal(number), None, "exact")


@given(WHOLE)
def test_arabic_digits_read_as_they_are(number: int) -> None:
    """Plain, full-width and grouped digits are the same number."""
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    assert parse_numeral(str(number)).value == parse_numeral(wide).value == number
    assert parse_numeral(f"{number:,}").value == number


@given(st.decimals(min_value=0, max_value=10**6, places=3), st.sampled_from([("", 0), ("万", 4), ("亿", 8)]))
def test_a_multiplier_multiplies_value_and_step(number: Decimal, multiplier: tuple[str, int]) -> None:
    """万 and 亿 behind a decimal multiply both the value and the weight of its last place."""
    name, power = multiplier
    read = parse_numeral(f"{number:f}{name}")
    assert read.value == number.scaleb(power)
    assert read.step == Decimal(1).scaleb(power - 3)


@given(st.integers(1, 10**6))
def test_a_value_prints_without_an_exponent(number: int) -> None:
    """Neither trailing zeros behind the point nor an exponent is left by a multiplier."""
    assert str(parse_numeral(f"{number}万").value) == str(number * 10**4)


@given(st.text(NUMERAL_CHARACTERS, max_size=45))
def test_any_text_is_a_numeral_or_a_parse_error(text: str) -> None:
    """Nothing but fulian's own error comes out, and what is read is in order and keeps its text."""
    try:
        read = parse_numeral(text)
    except FulianError:
        return
    assert read.text == str(read) == text
    assert read.high is None or read.high > read.value


@pytest.mark.parametrize("number", [-1, 10**16])
def test_a_number_out_of_range_is_not_printed(number: int) -> None:
    """Printing goes from zero to just below ten to the sixteenth."""
    with pytest.raises(ValueError, match=f"got {number}"):
        format_numeral(number)


@pytest.mark.parametrize("number", [True, 1.0, "1"])
def test_only_an_int_is_printed(number: Any) -> None:
    """A bool, a float and a str are refused."""
    with pytest.raises(TypeError, match="whole number"):
        format_numeral(number)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"value": Decimal("NaN")}, "finite"),
        ({"value": Decimal(1), "high": Decimal("Infinity")}, "finite"),
        ({"value": Decimal(2), "high": Decimal(1)}, "'high' must not be below 'value', got 2 to 1"),
        ({"value": Decimal(2), "step": Decimal(0)}, "'step' must be above zero"),
        ({"value": Decimal(2), "step": Decimal("Infinity")}, "'step' must be <finite"),
        ({"value": Decimal(2), "hedge": "maybe"}, "hedge"),
    ],
)
def test_an_impossible_numeral_is_refused(fields: dict[str, Any], message: str) -> None:
    """Numbers are finite and in order, the step is positive, the hedge is one of three."""
    with pytest.raises(ValueError, match=message):
        Numeral(**fields)
