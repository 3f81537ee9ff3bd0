"""What a wheel's readers are compiled from, and how docstrings come into them (tools/compile_readers.py)."""

from __future__ import annotations

import ast
import inspect
import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fulian

from .conftest import ROOT, compiled_module_names

SOURCE = '''"""Of the module."""
class Block:
    """Of the class (段落块)."""
    def end(self, *, after: int = FIRST) -> int:
        """Of the method."""
class Kind(StrEnum):
    """Of an enumeration, with "quotes"."""
    @property
    def zh(self) -> str:
        """Of its property."""
def outline(text: str, tables: Sequence[Table] = NONE, width: float = 1.5) -> list[Block]:
    """Of the function.

    Example:
        >>> outline("一、")
    """
def _bare(text: str) -> str:
    return text
'''
CODE = r"""
static PyMethodDef outline___Block_methods[] = {
    {"end",
     (PyCFunction)CPyPy_outline___Block___end,
     METH_FASTCALL | METH_KEYWORDS, PyDoc_STR(NULL)},
static PyTypeObject CPyType_outline___Block_template_ = {
    .tp_doc = PyDoc_STR("Block()\n--\n\n"),
static PyTypeObject CPyType_zh_template_ = {
    .tp_doc = PyDoc_STR("zh_Kind_obj()\n--\n\n"),
static PyMethodDef outlinemodule_methods[] = {
    {"outline", (PyCFunction)CPyPy_outline___outline, METH_FASTCALL | METH_KEYWORDS, PyDoc_STR(NULL) /* docstring */},
    {"_bare", (PyCFunction)CPyPy_outline____bare, METH_FASTCALL, PyDoc_STR("_bare(text)\n--\n\n") /* docstring */},
    "outline",
    NULL, /* docstring */
    cpy_r_r263 = CPyStatics[214]; /* 'mypyc filler docstring' */
"""


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    """Give what the script defines."""
    return runpy.run_path(str(ROOT / "tools" / "compile_readers.py"))


def test_records_and_fronts_stay_plain(tool: dict[str, Any]) -> None:
    """Modules that read text are compiled; none that defines records, handles files or gathers names."""
    package = ROOT / "src" / "fulian"
    names = [path.relative_to(package).as_posix() for path in tool["compiled_modules"](package)]
    assert {"text/clauses.py", "text/quantities/_scan.py", "reading/plan.py", "reading/figures/_when.py"} <= set(names)
    assert not [name for name in names if "@attrs." in (package / name).read_text(encoding="utf-8")]
    assert not [name for name in names if name.endswith("__init__.py") or name.startswith(("model/", "reading/files/"))]


def test_a_wheel_is_compiled_whole_or_not_at_all(tool: dict[str, Any]) -> None:
    """What is installed has all the compiled modules of this checkout, or none."""
    expected = tool["compiled_modules"](Path(ROOT, "src", "fulian"))
    names = [".".join(path.relative_to(ROOT / "src").with_suffix("").parts) for path in expected]
    assert compiled_module_names() in ([], sorted(names))


@given(st.text())
def test_a_text_in_c_is_the_text(tool: dict[str, Any], text: str) -> None:
    """Python reads octal escapes as C does."""
    assert ast.literal_eval("b" + tool["in_c"](text)).decode() == text


def test_each_docstring_comes_to_its_place(tool: dict[str, Any]) -> None:
    """Signatures are those of the source without types; `...` stands for a default that is no literal."""
    lines = tool["with_docstrings"](CODE, SOURCE).splitlines()
    strings = [ast.literal_eval("b" + found).decode() for line in lines for found in octal(line)]
    assert strings == [
        "end($self, *, after=...)\n--\n\nOf the method.",
        "Of the class (段落块).",
        "Of its property.",
        'outline(text, tables=..., width=1.5)\n--\n\nOf the function.\n\nExample:\n    >>> outline("一、")',
        "_bare(text)\n--\n\n",
        "Of the module.",
        'Of an enumeration, with "quotes".',
    ]
    assert "PyDoc_STR(" not in "".join(lines)
    assert '"Block()\\n--\\n\\n" "' in "".join(lines)


def octal(line: str) -> list[str]:
    """Find the strings that are written in octal."""
    return [f'"{part}"' for part in line.split('"') if part.startswith("\\") and part[1:4].isdigit()]


def test_functions_tell_their_parameters() -> None:
    """A compiled function has its docstring and its parameters, as a plain one has; only the types are missing."""
    parameters = inspect.signature(fulian.read_text).parameters.values()
    assert [(one.name, one.kind.name, one.default) for one in parameters] == [
        ("text", "POSITIONAL_OR_KEYWORD", inspect.Parameter.empty),
        ("organization", "KEYWORD_ONLY", None),
        ("year", "KEYWORD_ONLY", None),
        ("file", "KEYWORD_ONLY", None),
    ]
    assert ">>> " in (inspect.getdoc(fulian.read_text) or "")
