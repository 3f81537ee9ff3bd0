"""What all tests share: Hypothesis profiles, the public modules, and the folder of published documents."""

from __future__ import annotations

import importlib
import os
import pkgutil
from datetime import timedelta
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

import fulian

IN_CI = bool(os.environ.get("CI"))
ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("default", max_examples=30, deadline=None)
settings.register_profile(
    "thorough",  # pytest --hypothesis-profile=thorough
    max_examples=500,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # as in the gate
)
settings.register_profile(
    "ci",
    max_examples=50,  # there are hundreds of laws, and the gate is to take less than twenty minutes
    deadline=timedelta(seconds=5),
    derandomize=True,  # the same commit gives the same verdict
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # a slow machine is no fault of the code
)
settings.load_profile("ci" if IN_CI else "default")


def module_names() -> list[str]:
    """List fulian's modules."""
    return ["fulian", *(module.name for module in pkgutil.walk_packages(fulian.__path__, prefix="fulian."))]


def public_module_names() -> list[str]:
    """List fulian's modules, without those whose path holds a name with a leading underscore."""
    return [name for name in module_names() if not any(part.startswith("_") for part in name.split("."))]


def compiled_module_names() -> list[str]:
    """List the modules that this Python runs compiled; an editable install has none."""
    package = Path(fulian.__file__).parent
    found = (path.relative_to(package.parent) for path in package.rglob(f"*{EXTENSION_SUFFIXES[0]}"))
    return sorted(".".join([*path.parent.parts, path.name.partition(".")[0]]) for path in found)


# When pytest looks for examples it loads a module that is not loaded yet from its source, whatever stands beside it.
for _name in compiled_module_names():
    importlib.import_module(_name)


@pytest.fixture(params=public_module_names())
def public_module(request: pytest.FixtureRequest) -> ModuleType:
    """Give each public module in turn: a test that takes it runs once for each."""
    return importlib.import_module(request.param)


@pytest.fixture(scope="session")
def documents() -> Path:
    """Give the folder of published documents, which are not part of this project.

    The environment variable FULIAN_DOCUMENTS names it; else it is looked for beside the checkout. Without it the
    tests that need it are skipped, in CI they fail.
    """
    named = os.environ.get("FULIAN_DOCUMENTS")
    folder = Path(named) if named else ROOT.parent / "shared" / "documents"
    if not folder.is_dir():
        message = f"no folder of published documents at {folder}; FULIAN_DOCUMENTS can name one"
        if IN_CI:
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture(scope="session")
def chinese_font() -> str:
    """Give the family of a Chinese font; without one the tests of PNG pictures are skipped, in CI they fail."""
    from fulian.writing.charts._fonts import find_font

    try:
        return find_font()
    except fulian.ReadError as error:
        if IN_CI:
            pytest.fail(str(error))
        pytest.skip(str(error))
