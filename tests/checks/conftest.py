"""A way to check a sentence and see the codes of what was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import fulian
from fulian.checks.finding import Finding

Found = Callable[..., list[Finding]]


@pytest.fixture
def found() -> Found:
    """Give a function that reads a text and checks it, by all rules or by those named."""

    def find(text: str, *rules: str) -> list[Finding]:
        return list(fulian.check(fulian.read_text(text), rules=rules or None))

    return find
