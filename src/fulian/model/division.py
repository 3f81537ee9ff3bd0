"""A place in the national list of administrative divisions."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of, matches_re, optional

from fulian.model.level import Level
from fulian.values.validation import filled, whole_number

__all__ = ["Division"]


@attrs.frozen(kw_only=True)
class Division:
    """An administrative division (行政区划) of county level or above, with the years its code was in use.

    Attributes:
        code: Six digits: province, prefecture, county.
        name: The full name, such as 株洲市.
        level: Province, prefecture or county.
        start: The first year whose list (of 31 December) holds the code, or None where it began before the table.
        end: The first year whose list no longer holds it, or None while it is in use.
        successor: The code that replaced it, or None.

    Units:
        Calendar years; a list holds on 31 December.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The code is not six digits, or the years are out of order.

    Source:
        GB/T 2260-2007 and the yearly lists of the Ministry of Civil Affairs.

    Example:
        >>> division = Division(code="430124", name="宁乡县", level=Level.COUNTY, end=2017, successor="430182")
        >>> division.is_valid(2016), division.is_valid(2017)
        (True, False)
    """

    code: str = attrs.field(validator=matches_re("[1-9][0-9]{5}"))
    name: str = attrs.field(validator=filled())
    level: Level = attrs.field(validator=instance_of(Level))
    start: int | None = attrs.field(default=None, validator=optional(whole_number(1949, 2100)))
    end: int | None = attrs.field(default=None, validator=optional(whole_number(1949, 2100)))
    successor: str | None = attrs.field(default=None, validator=optional(matches_re("[1-9][0-9]{5}")))

    def __attrs_post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise ValueError(f"'end' must lie after 'start', got {self.start} to {self.end}")

    @property
    def province_code(self) -> str:
        """The code of the province it lies in; its own where it is one."""
        return self.code[:2] + "0000"

    @property
    def prefecture_code(self) -> str | None:
        """The code of the prefecture it lies in (its own where it is one); None for a province."""
        return None if self.level is Level.PROVINCE else self.code[:4] + "00"

    def is_valid(self, year: int) -> bool:
        """Tell whether the code was in use at the end of a year.

        Args:
            year: The calendar year.

        Returns:
            True where the list of 31 December of that year holds it.

        Example:
            >>> Division(code="430100", name="长沙市", level=Level.PREFECTURE).is_valid(2016)
            True
        """
        return (self.start is None or self.start <= year) and (self.end is None or year < self.end)
