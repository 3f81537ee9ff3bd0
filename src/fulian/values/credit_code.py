"""The code that every registered body in China has."""

from __future__ import annotations

from typing import Any, Self

import attrs

from fulian.errors import ParseError

__all__ = ["CreditCode"]

# GB 32100-2015, 4: digits and capitals without I, O, S, V, Z; a character's value is its place here.
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {char: value for value, char in enumerate(_ALPHABET)}
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
# GB 11714-1997: the body code's own check.
_BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_OTHER = "其他"
# Registration department: its name, and the kinds of body that it registers (GB 32100-2015, table 1, as amended 2016).
_DEPARTMENTS: dict[str, tuple[str, dict[str, str]]] = {
    "1": ("机构编制", {"1": "机关", "2": "事业单位", "3": "编办直接管理机构编制的群众团体", "9": _OTHER}),
    "2": ("外交", {"1": "外国常驻新闻机构", "9": _OTHER}),
    "3": (
        "司法行政",
        {
            "1": "律师执业机构",
            "2": "公证处",
            "3": "基层法律服务所",
            "4": "司法鉴定机构",
            "5": "仲裁委员会",
            "9": _OTHER,
        },
    ),
    "4": ("文化", {"1": "外国在华文化中心", "9": _OTHER}),
    "5": ("民政", {"1": "社会团体", "2": "民办非企业单位", "3": "基金会", "9": _OTHER}),
    "6": ("旅游", {"1": "外国旅游部门常驻代表机构", "2": "港澳台地区旅游部门常驻代表机构", "9": _OTHER}),
    "7": ("宗教", {"1": "宗教活动场所", "2": "宗教院校", "9": _OTHER}),
    "8": ("工会", {"1": "基层工会", "9": _OTHER}),
    "9": ("工商", {"1": "企业", "2": "个体工商户", "3": "农民专业合作社"}),
    "A": ("中央军委改革和编制办公室", {"1": "军队事业单位", "9": _OTHER}),
    "N": ("农业", {"1": "组级集体经济组织", "2": "村级集体经济组织", "3": "乡镇级集体经济组织", "9": _OTHER}),
    "Y": (_OTHER, {"1": _OTHER}),
}
# The first two digits of GB/T 2260; 10 stands for organs of the whole country.
_PROVINCES = frozenset(range(10, 16)) | {
    21,
    22,
    23,
    *range(31, 38),
    *range(41, 47),
    *range(50, 55),
    *range(61, 66),
    71,
    81,
    82,
}
_FULL_WIDTH = {ord("０") + shift: ord("0") + shift for shift in range(10)} | {
    ord(wide) + shift: ord("A") + shift for wide in "Ａａ" for shift in range(26)
}
_SEPARATORS = frozenset("-‐‑–—－−.·")


def _check_character(code: str) -> str:
    total = sum(_VALUES[char] * weight for char, weight in zip(code, _WEIGHTS, strict=False))
    return _ALPHABET[-total % 31]


def _body_check_character(body: str) -> str:
    # GB 11714 counts letters from A = 10 through all twenty-six.
    total = sum(int(char, 36) * weight for char, weight in zip(body, _BODY_WEIGHTS, strict=False))
    return "0123456789X0"[11 - total % 11]


def _fault(code: str) -> tuple[int, str] | None:
    """Give the first thing wrong with a code, as place from zero and what was expected; None where it is sound."""
    for place, char in enumerate(code[:18]):
        if char not in _VALUES:
            return place, "a digit or a capital other than I, O, S, V, Z"
    if len(code) != 18:
        return min(len(code), 18), f"18 characters, not {len(code)}"
    if code[0] not in _DEPARTMENTS:
        return 0, f"a registration department, one of {' '.join(_DEPARTMENTS)}"
    department, kinds = _DEPARTMENTS[code[0]]
    if code[1] not in kinds:
        return 1, f"a kind of body that {department} registers, one of {' '.join(kinds)}"
    for place in range(2, 8):
        if not code[place].isdigit():
            return place, "a digit of the division code"
    if code[16] != (due := _body_check_character(code[8:16])):
        return 16, f"{due}, the check character of the body code {code[8:16]} (GB 11714)"
    if code[17] != (due := _check_character(code)):
        return 17, f"{due}, the check character (GB 32100)"
    return None


def _sound(instance: CreditCode, attribute: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, str):
        raise TypeError(f"'{attribute.name}' must be str, got {value!r}")
    fault = _fault(value)
    if fault is not None:
        place, expected = fault
        raise ValueError(f"'{attribute.name}', character {place + 1}: expected {expected}; got {value!r}")


@attrs.frozen(kw_only=True, order=True)
class CreditCode:
    """A unified social credit code (统一社会信用代码).

    Every rule of the standard is held when a code is made: alphabet, length, registration department and the kinds it
    registers, a division code of digits, and both check characters. A division code whose province is none is only
    unusual, for lists of divisions change; `doubts` names it.

    Attributes:
        code: The 18 characters: department, kind of body, division code (6), body code (9), check character.

    Raises:
        TypeError: `code` is no str.
        ValueError: A rule is broken; the message says at which character, counted from 1, and why.

    Source:
        GB 32100-2015, 4 and 5, with amendment 1 of 2016; GB 11714-1997 for characters 9 to 17. That a wrong character
        17 refuses the code is our reading: the body code is defined with its own check character.

    Example:
        >>> code = CreditCode(code="13430000000000019R")
        >>> code.department_name, code.division_code, code.body_code
        ('机构编制', '430000', '000000019')
        >>> CreditCode(code="13430000000000019Q")
        Traceback (most recent call last):
        ...
        ValueError: 'code', character 18: expected R, the check character (GB 32100); got '13430000000000019Q'
    """

    code: str = attrs.field(validator=_sound)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code as people write it.

        Args:
            text: The code and nothing else; full-width characters, small letters, spaces and hyphens are welcome.

        Returns:
            The code.

        Raises:
            ParseError: A rule is broken; the position is the place in `text`.

        Example:
            >>> print(CreditCode.parse("1343 0000 0000 0001 9-r"))
            13430000000000019R
            >>> CreditCode.parse("1343")
            Traceback (most recent call last):
            ...
            fulian.errors.ParseError: '1343' at 4: expected 18 characters, not 4, found the end
        """
        places = [place for place, char in enumerate(text) if not (char.isspace() or char in _SEPARATORS)]
        code = "".join(_capital(text[place]) for place in places)
        fault = _fault(code)
        if fault is not None:
            place, expected = fault
            raise ParseError(text=text, position=places[place] if place < len(places) else len(text), expected=expected)
        return cls(code=code)

    @property
    def department(self) -> str:
        """The registration department's character (登记管理部门代码)."""
        return self.code[0]

    @property
    def department_name(self) -> str:
        """The registration department in Chinese: 机构编制, 民政 …."""
        return _DEPARTMENTS[self.code[0]][0]

    @property
    def body_kind(self) -> str:
        """The character of the kind of body (机构类别代码), which means something only beside the department."""
        return self.code[1]

    @property
    def body_kind_name(self) -> str:
        """The kind of body in Chinese: 机关, 社会团体 …."""
        return _DEPARTMENTS[self.code[0]][1][self.code[1]]

    @property
    def division_code(self) -> str:
        """The six digits of the registering organ's division (登记管理机关行政区划码); lists may have dropped it."""
        return self.code[2:8]

    @property
    def body_code(self) -> str:
        """The nine characters of the body itself (主体标识码, 组织机构代码)."""
        return self.code[8:17]

    @property
    def doubts(self) -> tuple[str, ...]:
        """What is unusual about a sound code, in words; empty for nearly every code."""
        if int(self.code[2:4]) in _PROVINCES:
            return ()
        return (f"no province has the code {self.code[2:4]}0000",)

    def __str__(self) -> str:
        return self.code


def _capital(char: str) -> str:
    narrow = chr(_FULL_WIDTH.get(ord(char), ord(char)))
    return narrow.upper() if narrow.isascii() else narrow
