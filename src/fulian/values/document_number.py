"""The number of an official document."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of, matches_re

from fulian.values.validation import whole_number

__all__ = ["DocumentNumber"]


@attrs.frozen(kw_only=True)
class DocumentNumber:
    """The number of an official document (发文字号): ``湘妇字〔2014〕1号``.

    Two numbers are equal where prefix, year and serial are, however they were printed.

    Attributes:
        prefix: The issuing organ's sign (机关代字): region letter, organ letters, class mark; two to fourteen Chinese
            characters.
        year: The calendar year in the brackets.
        serial: The number within the year, from 1.
        text: The characters it was read from; empty where a program made it. Not part of equality.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The prefix is not of Chinese characters, or a number is out of range.

    Source:
        GB/T 9704-2012, 7.2.5: year in full in 〔〕, no 第 and no leading zeros before the serial.

    Example:
        >>> number = DocumentNumber(prefix="湘妇字", year=2014, serial=1)
        >>> print(number)
        湘妇字〔2014〕1号
    """

    prefix: str = attrs.field(validator=matches_re("[\u4e00-\u9fff]{2,14}"))
    year: int = attrs.field(validator=whole_number(1900, 2099))
    serial: int = attrs.field(validator=whole_number(1, 99999))
    text: str = attrs.field(default="", validator=instance_of(str), eq=False)

    def __str__(self) -> str:
        return f"{self.prefix}〔{self.year}〕{self.serial}号"
