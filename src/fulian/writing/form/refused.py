"""Files among the forms that are none, or none that can be taken."""

from __future__ import annotations

import attrs
from attrs.validators import optional

from fulian.errors import FulianError
from fulian.values.validation import filled, whole_number
from fulian.writing._chinese import in_chinese

__all__ = ["Refused", "unread"]


@attrs.frozen(kw_only=True)
class Refused:
    """A file that is no form of the year, or none that can be read (未收文件).

    Attributes:
        name: The file's path as it was found.
        reason: Why, in a Chinese sentence.
        reason_en: Why, in English.
        other_year: The year of a form that is for another year, else None.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: Name or reason is blank, or the year is out of range.

    Example:
        >>> Refused(name="a.xlsx", reason="这是2023年的填报表，不是2024年的。", other_year=2023).other_year
        2023
    """

    name: str = attrs.field(validator=filled())
    reason: str = attrs.field(validator=filled())
    reason_en: str = attrs.field(default="no form that can be taken", validator=filled())
    other_year: int | None = attrs.field(default=None, validator=optional(whole_number(1949, 2100)))


def unread(name: str, error: FulianError | None) -> Refused:
    """Say of a file that it cannot be read (读不出的文件).

    Args:
        name: The file's path as it was found.
        error: What is wrong with it, or None where that is not known.

    Returns:
        The file, with the reason in both languages.

    Example:
        >>> unread("a.xlsx", None).reason_en
        'it cannot be read'
    """
    why = next(iter(str(error or "").splitlines()), "")
    return Refused(
        name=name,
        reason=f"文件读不出来，可能已经损坏或加了密码（{in_chinese(why)}）。" if why else "文件读不出来。",
        reason_en=f"it cannot be read: {why}" if why else "it cannot be read",
    )
