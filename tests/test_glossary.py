"""The glossary has one row for each class of the vocabulary, with the Chinese term of its docstring."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from fulian import model, values

GLOSSARY = (Path(__file__).parent.parent / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\S+) \| [^|]+ \| `(\w+)` \|$", GLOSSARY, re.MULTILINE)
CLASSES = [
    thing
    for module in (values, model)
    for thing in (getattr(module, name) for name in module.__all__)
    if inspect.isclass(thing)
]


@pytest.mark.parametrize("cls", CLASSES)
def test_a_class_has_one_row_with_its_term(cls: type) -> None:
    """The first docstring line's Chinese term and the class stand in one row, and in no other."""
    [term] = [term for term, name in ROWS if name == cls.__name__]
    assert f"({term})" in str(cls.__doc__).partition("\n")[0]


def test_rows_speak_of_classes_that_exist() -> None:
    """No row is left over from a class that is gone or renamed."""
    assert {name for _, name in ROWS} == {cls.__name__ for cls in CLASSES}
