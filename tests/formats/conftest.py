"""What the tests of the formats share."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pytest


def everything(value: Any) -> Any:
    """Give all that a record holds, also what its equality leaves out, and a Decimal's very digits."""
    if isinstance(value, tuple):
        return tuple(everything(item) for item in value)
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return type(value), tuple(everything(getattr(value, field.name)) for field in fields)
    if isinstance(value, Decimal):
        return str(value)
    return type(value), value


@pytest.fixture(scope="session")
def exactly() -> Callable[[Any], Any]:
    """Give the function by which two records are compared to the last digit."""
    return everything
