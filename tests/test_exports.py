"""What a module lists in ``__all__`` is what it offers (ruff, rule RUF022, keeps the lists sorted)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.resources import files
from types import ModuleType

from .sources import source_of


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


def test_all_lists_what_the_module_offers(public_module: ModuleType) -> None:
    """``__all__`` names each public thing the module defines, a front also what it takes in, and nothing else."""
    tree = ast.parse(source_of(public_module))
    front = hasattr(public_module, "__path__")
    offered = {name for name in names_bound(tree.body, front=front) if not name.startswith("_")}
    listed = [name for name in public_module.__all__ if not name.startswith("__")]
    assert len(listed) == len(set(listed))
    assert set(listed) == offered


def test_all_names_exist(public_module: ModuleType) -> None:
    """Each name in ``__all__`` can be had from the module, also where it is loaded on first use."""
    assert [name for name in public_module.__all__ if not hasattr(public_module, name)] == []


def test_the_package_says_that_it_is_typed() -> None:
    """The installed package carries the marker that makes type checkers believe its annotations."""
    assert files("fulian").joinpath("py.typed").is_file()
