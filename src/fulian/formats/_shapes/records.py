"""How a record looks as plain data, and which shape each type of field has."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final

import attrs

from fulian.formats._kinds import class_of, kind_of, kinds
from fulian.formats._problems import FAILED, Path, Problems, shown
from fulian.formats._rules import words_of_message, words_of_rule
from fulian.formats._shapes.values import (
    DEEPEST,
    Choice,
    Day,
    Flag,
    Many,
    Maybe,
    Number,
    Printed,
    Reading,
    Shape,
    Text,
    Whole,
)
from fulian.formats.unknown import _keep
from fulian.values.credit_code import CreditCode
from fulian.values.period import Period

__all__ = ["KIND_KEY", "Field", "RecordShape", "record_shape", "shape_of", "top_shape"]

KIND_KEY: Final = "$kind"


@attrs.frozen
class Field:
    """One field of a record: its key, its shape, and what it is where the data leaves it out."""

    name: str
    key: str
    shape: Shape
    default: Any
    attribute: attrs.Attribute[Any]

    @property
    def required(self) -> bool:
        """Whether data must have it."""
        return self.default is attrs.NOTHING

    def holds_default(self, value: Any) -> bool:
        """Tell whether the value need not be written, because reading puts the very same one there."""
        default = self.default
        if value is default:
            return True
        if type(value) is not type(default) or isinstance(value, Decimal):
            return False
        return bool(value == default)


class RecordShape(Shape):
    """An object whose keys are the fields of a class, in the order of the class."""

    def __init__(self, cls: type) -> None:
        self.cls = cls
        self.expected = f"an object ({cls.__name__})"
        self._fields: tuple[Field, ...] | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields, in the order of the class; found on first use, for a class may hold itself."""
        if self._fields is None:
            hints = typing.get_type_hints(self.cls)
            self._fields = tuple(
                Field(
                    name=attribute.name,
                    key=attribute.alias or attribute.name,
                    shape=shape_of(hints[attribute.name], f"{self.cls.__name__}.{attribute.name}"),
                    default=_default(attribute),
                    attribute=attribute,
                )
                for attribute in attrs.fields(self.cls)
                if attribute.init
            )
        return self._fields

    def inner(self) -> Iterator[Shape]:
        return (field.shape for field in self.fields)

    def read(self, value: Any, path: Path, reading: Reading) -> Any:
        if not isinstance(value, dict):
            return reading.refuse(path, self.expected, value)
        if len(path) > DEEPEST:
            reading.problems.add(path, f"data nested at most {DEEPEST} steps deep", "more")
            return FAILED
        if KIND_KEY in value:
            return self._read_subclass(value, path, reading)
        return self._read_fields(value, path, reading)

    def _read_subclass(self, value: dict[str, Any], path: Path, reading: Reading) -> Any:
        kind = value[KIND_KEY]
        cls = class_of(kind) if isinstance(kind, str) else None
        rest = {key: item for key, item in value.items() if key != KIND_KEY}
        if cls is None or not issubclass(cls, self.cls):
            below = sorted(known for known, other in kinds().items() if issubclass(other, self.cls))
            return reading.refuse((*path, KIND_KEY), "one of " + ", ".join(below), kind)
        return record_shape(cls)._read_fields(rest, path, reading)  # noqa: SLF001 - the same class

    def _read_fields(self, value: dict[str, Any], path: Path, reading: Reading) -> Any:
        before = len(reading.problems.faults)
        given: dict[str, Any] = {}
        for field in self.fields:
            if field.key in value:
                given[field.name] = field.shape.read(value[field.key], (*path, field.key), reading)
            elif field.required:
                reading.problems.add((*path, field.key), f"{field.shape.expected} (required)", "nothing")
                given[field.name] = FAILED
        known = {field.key for field in self.fields}
        for key in value:
            if key not in known:
                self._read_unknown(key, value, path, reading)
        if all(item is not FAILED for item in given.values()):
            try:
                made = self.cls(**{self._key(name): item for name, item in given.items()})
            except (TypeError, ValueError) as error:
                self._diagnose(given, value, path, reading, error)
                return FAILED
            return made if len(reading.problems.faults) == before else FAILED
        self._diagnose(given, value, path, reading, None)
        return FAILED

    def _key(self, name: str) -> str:
        return next(field.key for field in self.fields if field.name == name)

    def _read_unknown(self, key: Any, value: dict[str, Any], path: Path, reading: Reading) -> None:
        if not isinstance(key, str):
            reading.problems.add(path, "keys that are text", shown(key))
        elif reading.keep_unknown:
            reading.unknown.append(_keep(path, key, value[key], reading.problems))
        else:
            likely = reading.problems.likely(key, (field.key for field in self.fields if field.key not in value))
            perhaps = f", perhaps {likely!r}" if likely else ""
            reading.problems.add((*path, key), f"a key of {self.cls.__name__}{perhaps}", shown(key))

    def _diagnose(
        self, given: dict[str, Any], value: dict[str, Any], path: Path, reading: Reading, error: Exception | None
    ) -> None:
        """Ask each field's validator, then the class's own rule, so that no fault hides another."""
        draft: Any = object.__new__(self.cls)
        for field in self.fields:
            item = given.get(field.name, field.default)
            if item is not FAILED:
                object.__setattr__(draft, field.name, item)
        clean = True
        for field in self.fields:
            item = given.get(field.name, FAILED)
            if item is FAILED or field.attribute.validator is None:
                continue
            try:
                field.attribute.validator(draft, field.attribute, item)
            except (TypeError, ValueError) as fault:
                expected = words_of_rule(field.attribute.validator) or words_of_message(fault)[0]
                reading.problems.add((*path, field.key), expected, shown(value[field.key]))
                clean = False
            except AttributeError:
                pass  # the rule looks at a field whose own fault is told already
        if clean and error is not None:
            expected, found = words_of_message(error)
            reading.problems.add(path, expected, found or shown(value))

    def write(self, value: Any, path: Path, problems: Problems) -> Any:
        if len(path) > DEEPEST:
            problems.add(path, f"records nested at most {DEEPEST} steps deep", "more")
            return None
        if type(value) is self.cls:
            return self.write_fields(value, path, problems)
        kind = kind_of(type(value))
        if kind is None:
            found = f"a {type(value).__name__}, which fulian.formats.register does not know"
            problems.add(path, f"{self.cls.__name__} itself or a registered subclass", found)
            return None
        return {KIND_KEY: kind, **record_shape(type(value)).write_fields(value, path, problems)}

    def write_fields(self, value: Any, path: Path, problems: Problems) -> dict[str, Any]:
        """Write the fields in the order of the class; those that hold their default are left out."""
        written = {}
        for field in self.fields:
            item = getattr(value, field.name)
            if not field.holds_default(item):
                written[field.key] = field.shape.write(item, (*path, field.key), problems)
        return written


def _default(attribute: attrs.Attribute[Any]) -> Any:
    default = attribute.default
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return attrs.NOTHING if default.takes_self else default.factory()  # type: ignore[union-attr]
    return default


_PRINTED: Final = {
    Period: Printed(Period, Period.parse, "a period such as 2016, 2009-12, 2014-Q3 or 2016/2020"),
    CreditCode: Printed(CreditCode, lambda text: CreditCode(code=text), "a credit code of 18 characters"),
}
_SCALARS: Final[dict[type, Shape]] = {str: Text(), int: Whole(), bool: Flag(), Decimal: Number(), date: Day()}


_RECORDS: Final[dict[type, RecordShape]] = {}


def record_shape(cls: type) -> RecordShape:
    """The shape of a record's class."""
    if cls not in _RECORDS:
        _RECORDS[cls] = RecordShape(cls)
    return _RECORDS[cls]


@cache
def shape_of(annotation: Any, where: str = "") -> Shape:
    """Give the shape of a field with this annotation.

    Raises:
        TypeError: Fields of this type cannot be written as data.
    """
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (types.UnionType, typing.Union) and type(None) in arguments and len(arguments) == 2:
        [wanted] = [one for one in arguments if one is not type(None)]
        return Maybe(shape_of(wanted, where))
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return Many(shape_of(arguments[0], where))
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if annotation in _PRINTED:
        return _PRINTED[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return Choice(annotation)
    if isinstance(annotation, type) and attrs.has(annotation):
        return record_shape(annotation)
    raise TypeError(
        f"{where}: data can hold str, int, bool, Decimal, date, enums, records, tuples of these and None, "
        f"not {annotation!r}"
    )


def top_shape(cls: type) -> Shape:
    """The shape of a class that stands by itself in an envelope."""
    return _PRINTED.get(cls) or record_shape(cls)
