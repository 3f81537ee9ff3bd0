"""The code that every registered body in China has."""

from __future__ import annotations

import attrs
from attrs.validators import instance_of

__all__ = ["CreditCode"]


@attrs.frozen(kw_only=True, order=True)
class CreditCode:
    """A unified social credit code (统一社会信用代码).

    Attributes:
        code: The 18 characters.
    """

    code: str = attrs.field(validator=instance_of(str))

    def __str__(self) -> str:
        return self.code
