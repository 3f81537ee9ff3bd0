"""A public docstring lets a reader use the thing without opening the code; these rules hold that, and excuse no name.

Each rule is run on each public module and reports all of the module's faults together.
"""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import cached_property
from types import FunctionType, MethodDescriptorType, ModuleType
from typing import Any

import attrs
import pytest

from .conftest import module_names
from .sources import definitions, tree_of

GOOGLE_SECTIONS = {"Args", "Attributes", "Example", "Examples", "Note", "Raises", "Returns", "Yields"}
OUR_SECTIONS = {"Units", "Source"}
CONSTRUCTION = {"__init__", "__new__", "__attrs_post_init__", "__post_init__"}

HEADING = re.compile(r"(?:^|\n\n)([A-Z][A-Za-z]*(?: [A-Za-z]+)?):\n(?= +\S)")
ENTRY = re.compile(r"^([\w.*`]+)(?: \([^)]*\))?:", re.MULTILINE)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def sections(doc: str) -> dict[str, str]:
    """Cut a cleaned docstring into its sections: the heading, without its colon, to the dedented text under it."""
    found = {}
    for heading in HEADING.finditer(doc):
        lines = doc[heading.end() :].split("\n")
        inside = next((i for i, line in enumerate(lines) if line and not line.startswith(" ")), len(lines))
        found[heading[1]] = textwrap.dedent("\n".join(lines[:inside]))
    return found


def entries(section: str) -> set[str]:
    """Name what a section of ``name: meaning`` lines describes."""
    return {name.strip("*`").rpartition(".")[2] for name in ENTRY.findall(section)}


def docs_of(thing: Any) -> str:
    """Give a thing's docstring, cleaned; a method that overrides one may leave it to that one."""
    if inspect.isclass(thing):  # a class must not borrow the docstring of its base
        return inspect.cleandoc(vars(thing).get("__doc__") or "")
    return inspect.getdoc(thing) or ""


def exported(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Give a module's public classes and functions: its own, and those it takes from a private module."""
    for name in module.__all__:
        thing = getattr(module, name)
        if not (inspect.isclass(thing) or inspect.isroutine(inspect.unwrap(thing))):
            continue
        home = thing.__module__
        if home == module.__name__ or any(part.startswith("_") for part in home.split(".")):
            yield name, thing


def members(cls: type) -> Iterator[tuple[str, Any]]:
    """Give the public methods and properties that a class itself defines."""
    for name, member in vars(cls).items():
        if name.startswith("_"):
            continue
        if isinstance(member, property) and not isinstance(function_of(member), FunctionType):
            continue  # compiled, with nothing to look at; the same source is looked at where it is plain
        if isinstance(
            member, FunctionType | MethodDescriptorType | property | cached_property | classmethod | staticmethod
        ):
            yield f"{cls.__name__}.{name}", member


def documented(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """Give all that has to have a docstring: public classes, their public members, public functions."""
    for name, thing in exported(module):
        yield name, thing
        if inspect.isclass(thing):
            yield from members(thing)


def function_of(thing: Any) -> Any:
    """Give the plain function behind a method, a property, a cache or another wrapper."""
    match thing:
        case property(fget=function):
            return function
        case cached_property(func=function):
            return function
        case classmethod() | staticmethod():
            return inspect.unwrap(thing.__func__)
        case _:
            return inspect.unwrap(thing)


def raised(body: ast.AST) -> set[str]:
    """Name what a function raises by itself; a raise of something without a class name, such as a variable, is ''."""
    names = set()
    waiting = list(ast.iter_child_nodes(body))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            continue
        if isinstance(node, ast.Raise):
            name = ast.unparse(node.exc.func if isinstance(node.exc, ast.Call) else node.exc) if node.exc else ""
            name = name.rpartition(".")[2]
            names.add(name if name[:1].isupper() else "")
        waiting.extend(ast.iter_child_nodes(node))
    return names


def raised_on_construction(cls: type) -> set[str]:
    """Name what making an instance raises in the class's own code: its constructor and its attrs validators."""
    names = set()
    for node in ast.iter_child_nodes(tree_of(cls)):
        if isinstance(node, ast.FunctionDef):
            validates = any(ast.unparse(decorator).endswith(".validator") for decorator in node.decorator_list)
            if node.name in CONSTRUCTION or validates:
                names |= raised(node)
    return names


def test_everything_public_has_a_docstring(public_module: ModuleType) -> None:
    """The module, each public class and function, and each public method and property has a docstring."""
    assert public_module.__doc__
    assert [name for name, thing in documented(public_module) if not docs_of(thing)] == []


def test_sections_are_known(public_module: ModuleType) -> None:
    """Sections are Google's, and Units and Source; none stands twice."""
    faults = []
    for name, thing in documented(public_module):
        found = HEADING.findall(docs_of(thing))
        faults += [f"{name}: {section}" for section in found if section not in GOOGLE_SECTIONS | OUR_SECTIONS]
        faults += [f"{name}: {section} twice" for section in set(found) if found.count(section) > 1]
    assert faults == []


def test_classes_name_their_chinese_term(public_module: ModuleType) -> None:
    """The first line of a class's docstring has the Chinese term."""
    classes = [(name, thing) for name, thing in exported(public_module) if inspect.isclass(thing)]
    assert [name for name, cls in classes if not CHINESE.search(docs_of(cls).partition("\n")[0])] == []


def test_classes_and_functions_have_an_example(public_module: ModuleType) -> None:
    """Each public class and function shows itself in a doctest."""
    assert [name for name, thing in exported(public_module) if ">>> " not in docs_of(thing)] == []


def test_fields_are_described(public_module: ModuleType) -> None:
    """Each field that an attrs class adds is described under Attributes, and nothing that the class does not have."""
    faults = []
    for name, cls in exported(public_module):
        if inspect.isclass(cls) and attrs.has(cls):
            own = {field.name for field in attrs.fields(cls) if not field.inherited and not field.name.startswith("_")}
            described = entries(sections(docs_of(cls)).get("Attributes", ""))
            faults += [f"{name}.{field}" for field in own - described]
            faults += [f"{name}.{field} does not exist" for field in described - own if not hasattr(cls, field)]
    assert faults == []


def test_arguments_described_exist(public_module: ModuleType) -> None:
    """What a function describes under Args is among its parameters."""
    faults = []
    for name, thing in documented(public_module):
        if not inspect.isclass(thing):
            described = entries(sections(docs_of(thing)).get("Args", ""))
            parameters = set(inspect.signature(function_of(thing)).parameters)
            faults += [f"{name}: {argument}" for argument in described - parameters]
    assert faults == []


def test_raises_are_documented(public_module: ModuleType) -> None:
    """What a function raises by itself, and what a class raises when it is made, stands under Raises by name."""
    faults = []
    for name, thing in documented(public_module):
        is_class = inspect.isclass(thing)
        names = raised_on_construction(thing) if is_class else raised(tree_of(function_of(thing)))
        section = sections(docs_of(thing)).get("Raises", "")
        faults += [
            f"{name}: {error or 'Raises'}"
            for error in names
            if error not in entries(section) | ({""} if section else set())
        ]
    assert faults == []


@pytest.mark.parametrize("name", [name for name in module_names() if not name.endswith("__main__")])
def test_examples_are_found(name: str) -> None:
    """Every example of the source is found in what runs, also where that is compiled; pytest looks in the same way."""
    module = importlib.import_module(name)
    written = {one for one, node in definitions(name).items() if ">>> " in (ast.get_docstring(node) or "")}
    found = {one.name.removeprefix(f"{name}.") for one in doctest.DocTestFinder().find(module) if one.examples}
    assert written - found == set()
