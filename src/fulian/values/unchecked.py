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
        record: A slotted attrs class whose fields have no converters and no default factories.

    Returns:
        A function that takes the fields as the class does, by keyword.

    Raises:
        TypeError: The class has no slots, or a field has a converter or a factory, which would have to be run.

    Example:
        >>> from fulian.values import Span
        >>> make = unchecked(Span)
        >>> make(start=8, end=11) == Span(start=8, end=11)
        True
    """
    cls: Any = record
    taken: list[str] = []
    lines = ["made = new(cls)"]
    names: dict[str, Any] = {"new": object.__new__, "cls": cls}
    for field in attrs.fields(cls):
        slot: Any = getattr(cls, field.name, None)
        if field.converter is not None or isinstance(field.default, _FACTORY) or not hasattr(slot, "__set__"):
            raise TypeError(f"'{field.name}' must be a slot without converter and factory")
        names[f"set_{field.name}"] = slot.__set__
        names[f"default_{field.name}"] = field.default
        taken.append(field.alias if field.default is attrs.NOTHING else f"{field.alias}=default_{field.name}")
        lines.append(f"set_{field.name}(made, {field.alias})")
    body = "\n    ".join([*lines, "return made"])
    exec(f"def make(*, {', '.join(taken)}):\n    {body}", names)  # noqa: S102 - as attrs makes its own constructors
    make: Callable[_Fields, _Record] = names["make"]
    return make
