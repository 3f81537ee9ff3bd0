"""The records for users of cattrs: converters that read and write them as fulian's formats do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fulian.formats._kinds import kinds
from fulian.formats._problems import Problems
from fulian.formats._shapes import Reading, top_shape

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["configure_converter", "make_converter"]


def configure_converter(converter: Converter) -> Converter:
    """Teach a cattrs converter the records (配置转换器), strictly read and written as JSON has them.

    Args:
        converter: Any converter, such as one of ``cattrs.preconf``; its own hooks stay for other classes.

    Returns:
        The same converter. Structuring raises :class:`~fulian.errors.DataError` with all faults at once.

    Example:
        >>> from cattrs import Converter
        >>> from fulian.values import Period
        >>> converter = configure_converter(Converter())
        >>> converter.unstructure({"长沙": Period.year(2014)})
        {'长沙': '2014'}
        >>> print(converter.structure(["2014-Q3"], list[Period])[0])
        2014-Q3
    """
    for cls in kinds().values():
        converter.register_structure_hook(cls, _structure)
        converter.register_unstructure_hook(cls, _unstructure)
    return converter


def make_converter() -> Converter:
    """Make a cattrs converter that knows the records (转换器).

    Returns:
        A converter whose plain data is that of JSON, without the envelope.

    Example:
        >>> from fulian.values import Span
        >>> converter = make_converter()
        >>> converter.unstructure(Span(start=8, end=11))
        {'start': 8, 'end': 11}
        >>> converter.structure({"start": 8, "end": "11"}, Span)
        Traceback (most recent call last):
        ...
        fulian.errors.DataError: data.end: expected a whole number, found '11'
    """
    from cattrs import Converter  # noqa: PLC0415 - most who read and write never need it, and it takes its time

    return configure_converter(Converter())


def _structure(data: Any, cls: Any) -> Any:
    reading = Reading(keep_unknown=False)
    record = top_shape(cls).read(data, ("data",), reading)
    reading.problems.check()
    return record


def _unstructure(record: Any) -> Any:
    problems = Problems()
    data = top_shape(type(record)).write(record, ("data",), problems)
    problems.check()
    return data
