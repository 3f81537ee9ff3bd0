"""Readings of published documents come back from every format."""

from __future__ import annotations

from pathlib import Path

import pytest

import fulian
from fulian import formats

FILES = ("five-documents", "hunan-2014-plan", "hunan-2016-cities", "hunan-2018-cities", "hunan-2019-plan")


@pytest.mark.parametrize("file", FILES)
def test_a_reading_comes_back_from_every_format(documents: Path, file: str) -> None:
    """What was read from a real document is written and read back equal, whatever the format."""
    reading = fulian.read(documents / f"{file}.txt")
    for name in formats.formats():
        read = formats.loads(formats.dumps([reading], name), name)
        assert read == (reading,), name
