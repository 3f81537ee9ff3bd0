"""Functions made as Python source, once for each class, in the way that attrs makes its own methods."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from threading import RLock
from typing import Any, Final, TypeVar, cast

from fulian.formats import _shapes

__all__ = ["Aside", "Names", "Source", "aside", "is_flat", "leaf_of", "made_once"]

# Far less deep than the strict reader goes, which looks at what is deeper.
_DEEPEST: Final = 30


_Make = TypeVar("_Make", bound=Callable[..., Any])
_MAKING: Final = RLock()


def made_once(make: _Make) -> _Make:
    """Keep what a function makes, and let one thread make at a time: msgspec's types do not bear being made by two."""
    kept: Any = cache(make)

    def alone(*asked: Any, **by_name: Any) -> Any:
        with _MAKING:
            return kept(*asked, **by_name)

    known: Any = cache(alone)
    return cast(_Make, known)


class Aside(Exception):  # noqa: N818 - no error: the slow way decides
    """Something that only the slow way can judge."""


def aside(*_: object) -> Any:
    """Leave it to the slow way, in an expression."""
    raise Aside


class Names:
    """What the functions of one kind speak of, by name; among it themselves, so that they call one another.

    Args:
        verb: The first word of the functions' names.
        make: Makes the function of a class; asked when it is first called.
    """

    def __init__(self, verb: str, make: Callable[[type], Any], **things: Any) -> None:
        self.verb = verb
        self.make = make
        self.space: dict[str, Any] = {"Aside": Aside, **things}
        self._numbers = count()  # threads that make functions at the same time get names of their own

    def of(self, stem: str, thing: Any) -> str:
        """Give a name by which the source speaks of a thing."""
        name = f"{stem}_{next(self._numbers)}"
        self.space[name] = thing
        return name

    def function(self, cls: type) -> str:
        """The name of a class's function, which may still have to be made."""
        name = f"{self.verb}_{cls.__name__}"
        if name not in self.space:
            self.space[name] = lambda *arguments: self.make(cls)(*arguments)  # noqa: PLW0108 - made when first called
        return name


class Source:
    """The source of one class's function."""

    def __init__(self, names: Names, cls: type, parameters: str) -> None:
        self.names = names
        self.cls = cls
        self._locals = 0
        self.name = f"{names.verb}_{cls.__name__}"
        depth = ", depth=0" if _is_recursive(cls) else ""
        self.lines = [f"def {self.name}({parameters}{depth}):"]
        self._depth = 1
        if depth:
            self.add(f"if depth > {_DEEPEST}:", "    raise Aside")

    def add(self, *lines: str) -> None:
        """Add lines to the block that is being written."""
        self.lines += ["    " * self._depth + line for line in lines]

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Write a block under its head, such as a condition or a loop."""
        self.add(head)
        self._depth += 1
        before = len(self.lines)
        yield
        if len(self.lines) == before:
            self.add("pass")
        self._depth -= 1

    def local(self) -> str:
        """Give the name of a variable that is not in use."""
        self._locals += 1
        return f"v{self._locals}"

    def call(self, cls: type, *arguments: str) -> str:
        """The expression that calls the function of a class; one that may lead back to this class counts the depth."""
        deeper = ["depth + 1"] if _is_recursive(cls) and self.cls in _below(cls) else []
        return f"{self.names.function(cls)}({', '.join([*arguments, *deeper])})"

    def made(self) -> Any:
        """Make the function."""
        # The source is made from fulian's own classes, never from data.
        exec(compile("\n".join(self.lines), f"<fulian {self.name}>", "exec"), self.names.space)  # noqa: S102
        return self.names.space[self.name]


def _records(shape: _shapes.Shape) -> Iterator[type]:
    """The classes of the records right within a shape."""
    for inner in shape.inner():
        if isinstance(inner, _shapes.RecordShape):
            yield inner.cls
        else:
            yield from _records(inner)


@cache
def _below(cls: type) -> frozenset[type]:
    """The classes of all records that a record of this class may hold, however deep."""
    found: set[type] = set()
    waiting = [cls]
    while waiting:
        for inner in _records(_shapes.top_shape(waiting.pop())):
            if inner not in found:
                found.add(inner)
                waiting.append(inner)
    return frozenset(found)


def _is_recursive(cls: type) -> bool:
    """Tell whether a record of this class may hold another of it."""
    return cls in _below(cls)


def leaf_of(field: _shapes.Field) -> _shapes.RecordShape | None:
    """The shape of the record that is always in this field, and small enough to be handled in its holder's function.

    Spans, sources and quantities are most of all records; this saves their calls.
    """
    shape = field.shape
    return shape if field.required and isinstance(shape, _shapes.RecordShape) and _is_leaf(shape.cls) else None


@cache
def _is_leaf(cls: type) -> bool:
    shape = _shapes.top_shape(cls)
    return (
        isinstance(shape, _shapes.RecordShape)
        and len(shape.fields) <= 5
        and not any(isinstance(inner, _shapes.Many) for inner in shape.inner())
        and all(_is_leaf(inner) for inner in _records(shape))
        and not _is_recursive(cls)
    )


@cache
def is_flat(cls: type) -> bool:
    """Tell whether a record of this class has no list of records in it, so that a loop over such records is simple.

    Observations are most of what is in lists; this saves their calls.
    """
    shape = _shapes.top_shape(cls)
    return (
        isinstance(shape, _shapes.RecordShape)
        and not any(isinstance(inner, _shapes.Many) and any(_records(inner)) for inner in shape.inner())
        and not _is_recursive(cls)
    )
