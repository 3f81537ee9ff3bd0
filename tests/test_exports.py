"""What a module lists in ``__all__`` is what it offers (ruff, rule RUF022, keeps the lists sorted)."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

import fulian


def public_modules() -> list[str]:
    """List fulian's importable modules, without those whose path holds a name with a leading underscore."""
    names = [module.name for module in pkgutil.walk_packages(fulian.__path__, prefix="fulian.")]
    return ["fulian", *(name for name in names if not any(part.startswith("_") for part in name.split(".")))]


def names_bound(body: list[ast.stmt], *, front: bool) -> Iterator[str]:
    """Name what a module's top level defines and, in a package's front, what it takes in from fulian."""
    for statement in body:
        match statement:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=targets):
                yield from (node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case ast.ImportFrom(module=str(module), names=aliases) if front and module.startswith("fulian."):
                yield from (alias.asname or alias.name for alias in aliases)
            case ast.If(body=inner, orelse=other):
                yield from names_bound([*inner, *other], front=front)
            case ast.Try(body=inner, handlers=handlers, orelse=other):
                rest = [line for handler in handlers for line in handler.body]
                yield from names_bound([*inner, *rest, *other], front=front)
            case _:
                pass


@pytest.mark.parametrize("name", public_modules())
def test_all_lists_what_the_module_offers(name: str) -> None:
    """``__all__`` names each public thing the module defines, a front also what it takes in, and nothing else."""
    module = importlib.import_module(name)
    tree = ast.parse(inspect.getsource(module))
    offered = {found for found in names_bound(tree.body, front=hasattr(module, "__path__")) if found[0] != "_"}
    listed = [listed for listed in module.__all__ if not listed.startswith("__")]
    assert len(listed) == len(set(listed))
    assert set(listed) == offered


@pytest.mark.parametrize("name", public_modules())
def test_all_names_exist(name: str) -> None:
    """Each name in ``__all__`` can be had from the module, also where it is loaded on first use."""
    module = importlib.import_module(name)
    assert [listed for listed in module.__all__ if not hasattr(module, listed)] == []
