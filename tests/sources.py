"""The source of a module, which in a wheel with compiled readers stands beside what runs."""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path
from types import MethodDescriptorType, ModuleType
from typing import Any


def source_of(module: ModuleType) -> str:
    """Give the text of a module's file, compiled or not."""
    assert module.__file__ is not None
    place = Path(module.__file__)
    return place.with_name(f"{place.name.partition('.')[0]}.py").read_text(encoding="utf-8")


@cache
def definitions(module: str) -> dict[str, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Parse a module; give its classes, functions and methods by their dotted names."""
    found: dict[str, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef] = {}
    waiting: list[tuple[str, ast.stmt]] = [("", node) for node in ast.parse(source_of(sys.modules[module])).body]
    while waiting:
        prefix, node = waiting.pop()
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found[prefix + node.name] = node
            if isinstance(node, ast.ClassDef):
                waiting += [(f"{prefix}{node.name}.", inner) for inner in node.body]
    return found


def tree_of(thing: Any) -> ast.AST:
    """Parse the source of a class or function."""
    home = thing.__objclass__ if isinstance(thing, MethodDescriptorType) else thing
    return definitions(home.__module__)[thing.__qualname__]
