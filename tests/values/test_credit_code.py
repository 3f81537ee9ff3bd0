from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fulian.errors import ParseError
from fulian.values import CreditCode

# The rules as the standards word them, written apart from the module: GB 32100-2015 and GB 11714-1997.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PAIRS = [
    department + kind
    for department, kinds in {
        "1": "1239",
        "2": "19",
        "3": "123459",
        "4": "19",
        "5": "1239",
        "6": "129",
        "7": "129",
        "8": "19",
        "9": "123",
        "A": "19",
        "N": "1239",
        "Y": "1",
    }.items()
    for kind in kinds
]
BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
# The first is a published one, the others are made up.
VALID = [
    "91110000600037341L",
    "13430000000000019R",
    "13433100MB00000199",
    "12430000448800006E",
    "51430000500000007D",
    "N2430102MF00000134",
]


def finish(seventeen: str) -> str:
    """Add the check character of GB 32100-2015 to the first seventeen."""
    total = sum(ALPHABET.index(char) * weight for char, weight in zip(seventeen, WEIGHTS, strict=True))
    return seventeen + ALPHABET[(31 - total % 31) % 31]


def body_check(eight: str) -> str:
    """Give the ninth character of a body code: 11 less the weighted sum modulo 11; 10 is X and 11 is 0."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    values = [int(char) if char.isdigit() else 10 + letters.index(char) for char in eight]
    check = 11 - sum(value * weight for value, weight in zip(values, BODY_WEIGHTS, strict=True)) % 11
    return {10: "X", 11: "0"}.get(check, str(check))


@st.composite
def credit_codes(draw: st.DrawFn) -> str:
    """Draw a code that keeps every rule."""
    division = draw(st.sampled_from(["100000", "110000", "430000", "430102", "433100", "659001"]))
    eight = draw(st.text(ALPHABET, min_size=8, max_size=8))
    return finish(draw(st.sampled_from(PAIRS)) + division + eight + body_check(eight))


@pytest.mark.parametrize("code", VALID)
def test_known_codes_are_sound(code: str) -> None:
    """A published code and made-up ones of several departments are accepted and raise no doubt."""
    assert str(CreditCode(code=code)) == code
    assert CreditCode(code=code).doubts == ()


@given(credit_codes())
def test_a_code_that_keeps_the_rules_is_accepted_and_prints_back(code: str) -> None:
    """Making, printing and parsing give the code back, and its parts make it up."""
    made = CreditCode(code=code)
    assert CreditCode.parse(str(made)) == made
    assert made.department + made.body_kind + made.division_code + made.body_code + code[17] == code
    assert made.department_name
    assert made.body_kind_name


@given(credit_codes(), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_a_single_wrong_character_is_noticed(code: str, place: int, char: str) -> None:
    """The weights are no multiples of 31, so that one changed character never goes unseen."""
    assume(code[place] != char)
    with pytest.raises(ValueError, match="'code', character"):
        CreditCode(code=code[:place] + char + code[place + 1 :])


@given(credit_codes(), st.data())
def test_a_code_is_parsed_however_it_is_written(code: str, data: st.DataObject) -> None:
    """Full-width and small characters, spaces and hyphens make no difference."""
    written = ""
    for char in code:
        wide = chr(ord(char) + 0xFEE0)
        written += data.draw(st.sampled_from([char, char.lower(), wide, wide.lower()]))
        written += data.draw(st.sampled_from(["", "", "", " ", "-", "\u3000", "－"]))
    assert str(CreditCode.parse(written)) == code


@given(st.text(ALPHABET + "abcISOVZ －-", max_size=24))
def test_any_text_is_a_code_or_a_parse_error(text: str) -> None:
    """Nothing but fulian's own error comes out."""
    try:
        code = CreditCode.parse(text)
    except ParseError:
        return
    assert CreditCode(code=str(code)) == code


@pytest.mark.parametrize(
    ("code", "character", "why"),
    [
        ("1343000000000001OR", 17, "a digit or a capital other than I, O, S, V, Z"),
        ("1343000000000001ÄR", 17, "a digit or a capital"),
        ("13430000000000019", 18, "18 characters, not 17"),
        ("13430000000000019R0", 19, "18 characters, not 19"),
        ("13430000000000019R\n", 19, "18 characters, not 19"),
        ("B3430000000000019R", 1, "a registration department"),
        ("14430000000000019R", 2, "a kind of body that 机构编制 registers, one of 1 2 3 9"),
        ("1343A000000000019R", 5, "a digit of the division code"),
        (finish("13430000000000018"), 17, "9, the check character of the body code 00000001"),
        ("13430000000000019Q", 18, "R, the check character"),
        ("", 1, "18 characters, not 0"),
    ],
)
def test_a_broken_rule_is_named_with_its_place(code: str, character: int, why: str) -> None:
    """The message counts characters from 1 and says what was expected; parsing says the same from zero."""
    with pytest.raises(ValueError, match=why) as caught:
        CreditCode(code=code)
    assert f"'code', character {character}:" in str(caught.value)
    assert repr(code) in str(caught.value)
    if not code.endswith("\n"):  # which parsing forgives
        with pytest.raises(ParseError, match=why) as refused:
            CreditCode.parse(code)
        assert refused.value.position == character - 1


def test_the_position_is_that_of_the_text_as_written() -> None:
    """Spaces count in the position that an error gives."""
    with pytest.raises(ParseError) as caught:
        CreditCode.parse("1343 0000 0000 0001 9Q")
    assert caught.value.position == 21


@pytest.mark.parametrize("code", [None, 13430000000000019, b"13430000000000019R"])
def test_a_code_is_a_str(code: Any) -> None:
    """Anything else is refused by type."""
    with pytest.raises(TypeError, match="'code' must be str"):
        CreditCode(code=code)


def test_a_province_that_is_none_is_only_doubtful() -> None:
    """Lists of divisions change, so that an unknown province does not refuse a code."""
    code = CreditCode(code=finish("13990000000000019"))
    assert code.doubts == ("no province has the code 990000",)


def test_department_and_kind_have_chinese_names() -> None:
    """A federation's code says that the establishment office registered it, and as what."""
    code = CreditCode(code="13430000000000019R")
    assert (code.department, code.department_name) == ("1", "机构编制")
    assert (code.body_kind, code.body_kind_name) == ("3", "编办直接管理机构编制的群众团体")
