"""Records whose fields are right by construction, made without looking at each again.

The constructor of a record looks at every field, since data comes from anywhere. A reader that has just cut a quote
from a text knows its length and its type; of the records that a document gives by the thousand the looking takes five
times as long as the making.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import attrs

__all__ = ["changeable", "unchecked"]

_Fields = ParamSpec("_Fields")
_Record = TypeVar("_Record")
_FACTORY: type = type(attrs.Factory(list))
_KEPT_HASH = "_attrs_cached_hash"  # the slot of classes with cache_hash; None until the hash is asked for
_CHANGEABLE: dict[type, type] = {}


def _forget_hash(draft: Any) -> None:
    setattr(draft, _KEPT_HASH, None)


def changeable(record: type[_Record]) -> type[_Record]:
    """Give a subclass whose instances can be changed, and made instances of the class itself at last (可改的子类).

    Setting the fields of such an instance one by one and then its ``__class__`` is the quickest way to make a record:
    Python takes both for the same layout at a glance, since the subclass adds nothing.

    Args:
        record: A slotted attrs class.

    Returns:
        The subclass, always the same of one class; its constructor takes nothing and sets nothing.

    Example:
        >>> from fulian.values import Span
        >>> span = changeable(Span)()
        >>> span.start, span.end = 8, 11
        >>> span.__class__ = Span
        >>> span
        Span(start=8, end=11)
    """
    if record not in _CHANGEABLE:
        space = {
            "__slots__": (),
            "__init__": _forget_hash if hasattr(record, _KEPT_HASH) else object.__init__,
            "__setattr__": object.__setattr__,
            "__delattr__": object.__delattr__,
        }
        _CHANGEABLE.setdefault(record, type(f"Changeable{record.__name__}", (record,), space))
    return cast(type[_Record], _CHANGEABLE[record])


def unchecked(record: Callable[_Fields, _Record]) -> Callable[_Fields, _Record]:
    """Give a constructor that trusts its caller (免检构造): the same fields and defaults, no validator is run.

    Only for values that are right by construction. What it makes is equal to what the class makes of the same fields;
    that readings hold nothing the class would refuse is a law of the tests.

    Args:
        record: A slotted attrs class whose fields have no converters and no default factories.

    Returns:
        A function that takes the fields as the class does, by keyword.

    Raises:
        TypeError: A field has no slot, or has a converter or a factory, which would have to be run.

    Example:
        >>> from fulian.values import Span
        >>> make = unchecked(Span)
        >>> make(start=8, end=11) == Span(start=8, end=11)
        True
    """
    cls: Any = record
    taken: list[str] = []
    lines = ["made = changeable()"]
    names: dict[str, Any] = {"changeable": changeable(cls), "cls": cls}
    for field in attrs.fields(cls):
        slot: Any = getattr(cls, field.name, None)
        if field.converter is not None or isinstance(field.default, _FACTORY) or not hasattr(slot, "__set__"):
            raise TypeError(f"'{field.name}' must be a slot without converter and factory")
        names[f"default_{field.name}"] = field.default
        taken.append(field.alias if field.default is attrs.NOTHING else f"{field.alias}=default_{field.name}")
        lines.append(f"made.{field.name} = {field.alias}")
    body = "\n    ".join([*lines, "made.__class__ = cls", "return made"])
    exec(f"def make(*, {', '.join(taken)}):\n    {body}", names)  # noqa: S102 - as attrs makes its own constructors
    make: Callable[_Fields, _Record] = names["make"]
    return make
