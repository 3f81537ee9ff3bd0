"""Records whose fields are right by construction, made without looking at each again.

The constructor of a record looks at every field, since data comes from anywhere. A reader that has just cut a quote
from a text knows its length and its type; of the records that a document gives by the thousand the looking takes five
times as long as the making.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import attrs

__all__ = ["unchecked"]

_Fields = ParamSpec("_Fields")
_Record = TypeVar("_Record")
_FACTORY: type = type(attrs.Factory(list))


def unchecked(record: Callable[_Fields, _Record]) -> Callable[_Fields, _Record]:
    """Give a constructor that trusts its caller (免检构造): the same fields and defaults, no validator is run.

    Only for values that are right by construction. What it makes is equal to what the class makes of the same fields;
    that readings hold nothing the class would refuse is a law of the tests.

    Args:
        record: A slotted attrs class, derived from no other and without a slot for weak references, whose fields have
            no converters and no default factories.

    Returns:
        A function that takes the fields as the class does, by keyword.

    Raises:
        TypeError: A field has no slot of the class's own, or has a converter or a factory, which would have to be run;
            or the class has a slot for weak references.

    Example:
        >>> from fulian.values import Span
        >>> make = unchecked(Span)
        >>> make(start=8, end=11) == Span(start=8, end=11)
        True
    """
    cls: Any = record
    taken: list[str] = []
    lines = ["made = open()"]
    slots: tuple[str, ...] = cls.__dict__.get("__slots__", ())
    if "__weakref__" in slots:
        raise TypeError(f"{cls.__name__} must have no slot for weak references")
    # A class of the same slots that may be written: its instances may go over to a class of equal slots.
    names: dict[str, Any] = {"open": type("_Open", (), {"__slots__": slots}), "cls": cls}
    for field in attrs.fields(cls):
        if field.converter is not None or isinstance(field.default, _FACTORY) or field.name not in slots:
            raise TypeError(f"'{field.name}' must be a slot without converter and factory")
        names[f"default_{field.name}"] = field.default
        taken.append(field.alias if field.default is attrs.NOTHING else f"{field.alias}=default_{field.name}")
        lines.append(f"made.{field.name} = {field.alias}")
    body = "\n    ".join([*lines, "made.__class__ = cls", "return made"])
    exec(f"def make(*, {', '.join(taken)}):\n    {body}", names)  # noqa: S102 - as attrs makes its own constructors
    make: Callable[_Fields, _Record] = names["make"]
    return make
