"""How each field of a record looks as plain data: what is read, what is written, and what is refused.

Plain data is what JSON can say: objects, lists, text, whole numbers, true, false, null. Every shape reads strictly:
nothing is turned from one type into another, and each thing that does not fit is noted with its path.
"""

from __future__ import annotations

from fulian.formats._shapes.records import KIND_KEY, Field, RecordShape, record_shape, shape_of, top_shape
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

__all__ = [
    "DEEPEST",
    "KIND_KEY",
    "Choice",
    "Day",
    "Field",
    "Flag",
    "Many",
    "Maybe",
    "Number",
    "Printed",
    "Reading",
    "RecordShape",
    "Shape",
    "Text",
    "Whole",
    "record_shape",
    "shape_of",
    "top_shape",
]
