"""The rule between a class's fields, in line: a call for each record would cost more than most of these rules."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from functools import cache
from types import CodeType
from typing import Any

from fulian.formats._swift.source import Names

__all__ = ["rule_in_line"]


def rule_in_line(cls: Any, values: Mapping[str, str], names: Names) -> list[str] | None:
    """Give the lines of a class's ``__attrs_post_init__`` over variables that hold its fields.

    Args:
        cls: The class.
        values: The variable of each field.
        names: What the lines may speak of.

    Returns:
        The lines, in which whatever is refused is left to the slow way; None where the method does more than to look
        at fields and raise, or its source is not at hand: then it has to be called.
    """
    check = cls.__attrs_post_init__
    try:
        source = _source(check)
        [method] = ast.parse(source).body
    except (OSError, SyntaxError, TypeError, ValueError):
        return None
    if not isinstance(method, ast.FunctionDef) or not _is_source_of(check, source):
        return None
    over = _OverValues(method.args.args[0].arg, values, names, check.__globals__)
    body = [over.visit(statement) for statement in method.body]
    return None if over.is_stuck else ast.unparse(ast.Module(body, type_ignores=[])).splitlines()


@cache
def _source(method: Any) -> str:
    return textwrap.dedent(inspect.getsource(method))


def _is_source_of(method: Any, source: str) -> bool:
    """Tell whether a text gives the very code that runs: a file may have changed since its module was loaded."""
    own = method.__code__
    module = compile(source, own.co_filename, "exec", flags=annotations.compiler_flag, dont_inherit=True)
    [read] = [constant for constant in module.co_consts if isinstance(constant, CodeType)]
    return all(getattr(read, part) == getattr(own, part) for part in ("co_code", "co_consts", "co_names"))


class _OverValues(ast.NodeTransformer):
    """Puts variables in the place of fields; stuck at whatever is not a condition on fields, or that raises."""

    def __init__(self, record: str, values: Mapping[str, str], names: Names, known: Mapping[str, Any]) -> None:
        self.is_stuck = False
        self._record, self._values, self._names, self._known = record, values, names, known

    def visit(self, node: ast.AST) -> Any:
        if isinstance(node, ast.Raise):
            return ast.copy_location(ast.Raise(ast.Name("Aside", ast.Load())), node)
        if isinstance(node, ast.stmt) and not isinstance(node, ast.If):
            self.is_stuck = True
        return super().visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> Any:
        if isinstance(node.value, ast.Name) and node.value.id == self._record and node.attr in self._values:
            return ast.Name(self._values[node.attr], ast.Load())
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> Any:
        if node.id == self._record or not isinstance(node.ctx, ast.Load):
            self.is_stuck = True
        if node.id in self._known:
            return ast.Name(self._names.of(node.id, self._known[node.id]), ast.Load())
        return node
