"""The classes that data can name: fulian's own, and those a program made known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import attrs

from fulian import model, values
from fulian.formats._problems import Problems

__all__ = ["COLLECTION", "class_of", "kind_of", "kinds", "make_known", "own_class_of", "own_kind_of", "own_kinds"]

COLLECTION: Final = "Collection"


@cache
def _own() -> dict[str, type]:
    named = {name: getattr(home, name) for home in (values, model) for name in home.__all__}
    return {name: cls for name, cls in sorted(named.items()) if isinstance(cls, type) and attrs.has(cls)}


_ADDED: Final[dict[str, type]] = {}


def kinds() -> Mapping[str, type]:
    """Every known kind and its class."""
    return {**_own(), **_ADDED}


def make_known(cls: type, kind: str) -> None:
    """Let data name the class; the kind must be free, or the class's own already."""
    if not attrs.has(cls):
        raise TypeError(f"a kind of record is an attrs class, got {cls!r}")
    if kind == COLLECTION or kinds().get(kind, cls) is not cls:
        raise ValueError(f"the kind {kind!r} is taken by {kinds().get(kind, 'collections of records')}")
    _ADDED[kind] = cls


def kind_of(cls: type) -> str | None:
    """The kind by which data names the class, or None where it is not known."""
    if _own().get(cls.__name__) is cls:
        return cls.__name__
    return next((kind for kind, known in _ADDED.items() if known is cls), None)


def own_kinds() -> Mapping[str, type]:
    """The kinds of fulian's own classes."""
    return _own()


def own_kind_of(cls: type) -> str | None:
    """The kind of a class of fulian's own, or None."""
    return cls.__name__ if _own().get(cls.__name__) is cls else None


def own_class_of(kind: str) -> type | None:
    """The class of fulian's own that data names by the kind, or None."""
    return _own().get(kind)


def class_of(kind: str) -> type | None:
    """The class that data names by the kind, or None."""
    return _own().get(kind) or _ADDED.get(kind)


def expected_kind(kind: Any, problems: Problems) -> str:
    """Say which kinds there are, the likely one first where the kind is misspelt."""
    known = [*kinds(), COLLECTION]
    likely = problems.likely(kind, known) if isinstance(kind, str) else None
    return f"a known kind, perhaps {likely!r}" if likely else "a known kind: " + ", ".join(sorted(known))
