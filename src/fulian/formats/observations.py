"""The table that everyone wants: one row for each figure, as Arrow, for polars, pandas and DuckDB.

Needs the extra ``tables``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from fulian.formats._arrow import arrow, decimal_type, terms
from fulian.formats._figures import figures_of
from fulian.model.level import Level
from fulian.model.observation import Status
from fulian.values.quantity import Qualifier

__all__ = ["COLUMNS", "observations_table"]

COLUMNS: Final = {
    "organization": "机构",
    "code": "行政区划代码",
    "level": "层级",
    "year": "年份",
    "period": "时期",
    "status": "状态",
    "label": "指标",
    "indicator": "指标代码",
    "value": "数值",
    "high": "上限",
    "unit": "单位",
    "qualifier": "限定",
    "quote": "原文",
    "file": "文件",
    "start": "起",
    "end": "止",
    "document": "文件标识",
}


def observations_table(records: Any) -> Any:
    """Make the table of all figures of some readings (指标值表), one row for each.

    Args:
        records: A reading, an observation, a report, a plan, or an iterable of such. A reading gives its own
            observations, which are all figures of its document.

    Returns:
        A ``pyarrow.Table`` with these columns, in this order; any may be null but status, label, value, unit,
        qualifier, quote, file, start, end and document:

        - ``organization``: the full name of the body the figure is about
        - ``code``, ``level``: its division code and level
        - ``year``: the calendar year, where the period lies within one; ``period``: the period as printed
        - ``status``: actual, target, change or condition
        - ``label``: what was counted, in the document's words; ``indicator``: the catalogue's code
        - ``value``, ``high``: the number and, for a range, its upper end, as decimal128
        - ``unit``, ``qualifier``: the unit, and how sure the document was
        - ``quote``, ``file``, ``start``, ``end``: the characters, the file's name or else the document's id, and where
          the characters stand in its text, in code points
        - ``document``: the document's id, which tells two files of one name apart

        The decimals have ten places whatever the numbers are, so that tables of several runs can be put together;
        more only where a number needs them.

    Raises:
        TypeError: What is given is no record and no collection of records.
        DataError: The numbers do not fit in one column.
        ReadError: The package pyarrow is not installed.

    Example:
        >>> from decimal import Decimal
        >>> from fulian.model import Observation, Source
        >>> from fulian.values import Period, Quantity, Span
        >>> table = observations_table(Observation(
        ...     label="举办招聘会", quantity=Quantity(value=Decimal(44), unit="场"), period=Period.year(2016),
        ...     status=Status.ACTUAL, source=Source(document_id="d1", span=Span(start=8, end=11), quote="44场"),
        ... ))
        >>> table.select(["year", "label", "value", "unit"]).to_pylist()
        [{'year': 2016, 'label': '举办招聘会', 'value': Decimal('44.0000000000'), 'unit': '场'}]
    """
    return _as_arrow(list(_rows_of(records)))


def _as_arrow(rows: Sequence[Mapping[str, Any]]) -> Any:
    """The rows of figures as a table of Arrow."""
    pa = arrow()
    columns: dict[str, list[Any]] = {name: [row[name] for row in rows] for name in COLUMNS}
    made = {}
    for name, values in columns.items():
        if name in ("value", "high"):
            made[name] = pa.array(values, decimal_type(values, name))
        elif name in _MEMBERS:
            made[name] = terms(values, _MEMBERS[name])
        elif name == "year":
            made[name] = pa.array(values, pa.int16())
        else:
            made[name] = pa.array(values, pa.int64() if name in ("start", "end") else pa.string())
    return pa.table(made)


_MEMBERS: Final[dict[str, list[Any]]] = {"level": list(Level), "status": list(Status), "qualifier": list(Qualifier)}


def _rows_of(records: Any) -> Iterator[dict[str, Any]]:
    """Give the row of each figure, in the order of the records."""
    for observation, document in figures_of(records):
        body, period, quantity = observation.organization, observation.period, observation.quantity
        yield {
            "organization": body and body.name,
            "code": body and body.division_code,
            "level": body and body.level,
            "year": period.first.year if period and period.first.year == period.last.year else None,
            "period": period and str(period),
            "status": observation.status,
            "label": observation.label,
            "indicator": observation.indicator,
            "value": quantity.value,
            "high": quantity.high,
            "unit": quantity.unit,
            "qualifier": quantity.qualifier,
            "quote": observation.source.quote,
            "file": (document and document.file) or observation.source.document_id,
            "start": observation.source.start,
            "end": observation.source.end,
            "document": observation.source.document_id,
        }
