"""JSON Schema (2020-12) of every record, made from the classes (数据模式).

The schemas stand as files in the package, in ``fulian/formats/schemas``, one for each kind and one for collections, and
say of the data what the strict reader says, but for what a schema cannot say: the rules between fields, days that do
not exist, check characters, nesting, and that 1.0 is no whole number. The page on formats lists these.
"""

from __future__ import annotations

import inspect
import json
import re
from enum import Enum
from importlib.resources import files
from typing import Any, Final

from fulian.formats import _shapes, migrations
from fulian.formats._kinds import COLLECTION, class_of, kind_of, kinds
from fulian.formats._problems import Problems, one_fault, shown
from fulian.formats._rules import schema_of_rule
from fulian.values.credit_code import CreditCode
from fulian.values.validation import LONGEST_NUMBER, NUMBER

__all__ = ["make_schema", "schema", "schema_kinds"]

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_MONTH: Final = "(?:0[1-9]|1[0-2])"
_DAY: Final = (
    "(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|"
    "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_YEAR: Final = "(?!0000)[0-9]{4}"
_PERIOD: Final = (
    f"{_YEAR}/{_YEAR}|{_DAY}/{_DAY}|{_YEAR}-{_MONTH}/{_YEAR}-{_MONTH}|{_YEAR}(?:-(?:S[12]|Q[1-4]|{_MONTH}))?|{_DAY}"
)
_CODE: Final = "[0-9A-HJ-NPQRTUWXY]{18}"
_PLACE: Final = "schemas"


def schema_kinds() -> tuple[str, ...]:
    """Name the kinds that have a schema (有模式的类别).

    Returns:
        Every known kind and ``Collection``, sorted.

    Example:
        >>> "CityReport" in schema_kinds(), "Collection" in schema_kinds()
        (True, True)
    """
    return tuple(sorted([*kinds(), COLLECTION]))


def schema(kind: str) -> dict[str, Any]:
    """Give the JSON Schema of written data of a kind, envelope included (数据模式).

    Args:
        kind: The kind, such as ``CityReport``, or ``Collection``.

    Returns:
        The schema as plain data, a new one at each call.

    Raises:
        DataError: There is no such kind.

    Example:
        >>> described = schema("Span")
        >>> described["title"], described["$defs"]["Span"]["required"]
        ('Span 起止位置', ['start', 'end'])
    """
    shipped = files("fulian.formats").joinpath(_PLACE, f"{kind}.json") if kind.isidentifier() else None
    if shipped is not None and shipped.is_file():
        made: dict[str, Any] = json.loads(shipped.read_text(encoding="utf-8"))
        return made
    return make_schema(kind)


def make_schema(kind: str) -> dict[str, Any]:
    """Make the JSON Schema of a kind from its class, as the shipped files were made (生成数据模式).

    Args:
        kind: The kind, of fulian's own or registered, or ``Collection``.

    Returns:
        The schema as plain data.

    Raises:
        DataError: There is no such kind.

    Example:
        >>> make_schema("Span") == schema("Span")
        True
    """
    if kind == COLLECTION:
        return _collection()
    cls = class_of(kind)
    if cls is None:
        likely = Problems().likely(kind, schema_kinds())
        known = f", perhaps {likely!r}" if likely else f": {', '.join(schema_kinds())}"
        raise one_fault("kind", f"a known kind{known}", shown(kind))
    definitions: dict[str, Any] = {}
    data = _describe(_shapes.top_shape(cls), definitions)
    return {
        "$schema": _DRAFT,
        "$id": f"urn:fulian:{migrations.CURRENT}:{kind}",
        "title": _title(cls),
        "description": f"An envelope with a {kind}. {_first_line(cls)}",
        "type": "object",
        "properties": {
            "fulian": {"const": migrations.CURRENT, "description": "The format version 格式版本"},
            "kind": {"const": kind, "description": "The kind of the data 类别"},
            "data": data,
        },
        "required": ["fulian", "kind", "data"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _collection() -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    choices = [
        {
            "properties": {"kind": {"const": kind}, "data": _describe(_shapes.top_shape(cls), definitions)},
            "required": ["kind", "data"],
            "type": "object",
            "additionalProperties": False,
        }
        for kind, cls in sorted(kinds().items())
    ]
    return {
        "$schema": _DRAFT,
        "$id": f"urn:fulian:{migrations.CURRENT}:{COLLECTION}",
        "title": "Collection 记录集",
        "description": "An envelope with records of any kinds 多条记录",
        "type": "object",
        "properties": {
            "fulian": {"const": migrations.CURRENT, "description": "The format version 格式版本"},
            "kind": {"const": COLLECTION, "description": "The kind of the data 类别"},
            "data": {"type": "array", "items": {"anyOf": choices}},
        },
        "required": ["fulian", "kind", "data"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _whole(pattern: str) -> str:
    """A pattern for the whole text; some readers let ``$`` match before a line break at the end."""
    return f"^(?:{pattern})$(?!\\n)"


def _describe(shape: _shapes.Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    """Describe what a shape reads."""
    match shape:
        case _shapes.Text():
            return {"type": "string"}
        case _shapes.Whole():
            return {"type": "integer", "minimum": 1 - 2**63, "maximum": 2**63 - 1}
        case _shapes.Flag():
            return {"type": "boolean"}
        case _shapes.Number():
            return {
                "type": "string",
                "pattern": _whole(NUMBER.pattern),
                "maxLength": LONGEST_NUMBER,
                "description": "An exact number as text 以文本表示的准确数字",
            }
        case _shapes.Day():
            return {"type": "string", "format": "date", "pattern": _whole(_DAY)}
        case _shapes.Choice():
            return _choice(shape.members)
        case _shapes.Printed():
            pattern = _CODE if shape.cls is CreditCode else _PERIOD
            return {"type": "string", "pattern": _whole(pattern), "description": _first_line(shape.cls)}
        case _shapes.Maybe():
            return _or_null(_describe(shape.shape, definitions))
        case _shapes.Many():
            return {"type": "array", "items": _describe(shape.shape, definitions)}
        case _shapes.RecordShape():
            name = kind_of(shape.cls) or shape.cls.__name__
            if name not in definitions:
                definitions[name] = {}  # a class may hold itself
                definitions[name] = _record(shape, name, definitions)
            return {"$ref": f"#/$defs/{name}"}
        case _:
            raise AssertionError(shape)


def _choice(members: type[Enum]) -> dict[str, Any]:
    meanings = [f"{member.value} {member.zh}" for member in members if hasattr(member, "zh")]
    described: dict[str, Any] = {"type": "string", "enum": [member.value for member in members]}
    first = _first_line(members)
    described["description"] = f"{first} {'; '.join(meanings)}" if meanings else first
    return described


def _or_null(described: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in described:
        return {"anyOf": [described, {"type": "null"}]}
    made = {**described, "type": [described["type"], "null"]}
    if "enum" in described:
        made["enum"] = [*described["enum"], None]
    return made


def _record(shape: _shapes.RecordShape, name: str, definitions: dict[str, Any]) -> dict[str, Any]:
    meanings = _meanings(shape.cls)
    properties: dict[str, Any] = {_shapes.KIND_KEY: {"const": name}}
    for field in shape.fields:
        described = _describe(field.shape, definitions)
        for keyword, value in schema_of_rule(field.attribute.validator).items():
            stricter = keyword in ("minimum", "maximum") or keyword not in described
            described[keyword] = value if stricter else described[keyword]
        if isinstance(field.shape, _shapes.Maybe) and "enum" in described and None not in described["enum"]:
            described["enum"] = [*described["enum"], None]
        if field.name in meanings:
            own = described.get("description")
            described["description"] = f"{meanings[field.name]} ({own})" if own else meanings[field.name]
        if not field.required:
            described["default"] = field.shape.write(field.default, (), Problems())
        properties[field.key] = described
    return {
        "title": _title(shape.cls),
        "description": _first_line(shape.cls),
        "type": "object",
        "properties": properties,
        "required": [field.key for field in shape.fields if field.required],
        "additionalProperties": False,
    }


def _first_line(cls: type) -> str:
    return (inspect.getdoc(cls) or "").partition("\n")[0]


def _title(cls: type) -> str:
    term = re.search(r"\(([^()]*[\u4e00-\u9fff][^()]*)\)", _first_line(cls))
    return f"{kind_of(cls) or cls.__name__} {term[1]}" if term else cls.__name__


def _meanings(cls: type) -> dict[str, str]:
    """What the docstring says of each field, under Attributes; a subclass has its base's fields too."""
    meanings: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        text = inspect.cleandoc(vars(base).get("__doc__") or "")
        section = re.search(r"(?:^|\n)Attributes:\n((?:    .*\n?|\n)+)", text)
        for entry in re.finditer(r"^    (\w+): (.*(?:\n {5,}.*)*)", section[1] if section else "", re.MULTILINE):
            meanings[entry[1]] = " ".join(entry[2].split())
    return meanings
