"""What a folder of forms comes to, as a file: a workbook for people, or the table of figures as CSV or Parquet.

Needs the extra ``tables``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from fulian.formats._cell_text import guarded
from fulian.formats._extras import needed
from fulian.formats._packages import workbook_bytes
from fulian.formats._problems import one_fault
from fulian.formats.observations import COLUMNS
from fulian.model.level import Level
from fulian.model.observation import Observation, Status
from fulian.reading.files._grid import column_name
from fulian.reading.form.figures import asked_of, printed_figure
from fulian.reading.form.layout import AREA_OF_DOMAIN
from fulian.reference.indicators import indicators
from fulian.values.quantity import Qualifier
from fulian.writing.form._filling import as_number
from fulian.writing.form._looks import Looks
from fulian.writing.form._text import put
from fulian.writing.form.collect import CollectedForms, HandedIn, Total, bodies_of

__all__ = ["dumps_collected"]

_HEAD = 3
_WIDTHS = {
    "organization": 24,
    "label": 28,
    "indicator": 24,
    "value": 14,
    "quote": 14,
    "file": 30,
    "cell": 18,
    "period": 10,
}


def dumps_collected(collected: CollectedForms, format: str = "xlsx") -> bytes:  # noqa: A002 - as in fulian.dumps
    """Write what a folder of forms comes to (汇总文件).

    Args:
        collected: The forms.
        format: ``xlsx``: a workbook with who handed in, the totals with each body's figure beside, all figures, and
            the faults. ``csv`` (UTF-8 with a mark, Chinese heads) or ``parquet``: the table of all figures.

    Returns:
        The file's bytes.

    Raises:
        DataError: The format is none of these.
        ReadError: A package is not installed; it names the extra.

    Example:
        >>> dumps_collected(CollectedForms(year=2024), "csv").decode("utf-8-sig").split(",")[:3]
        ['机构', '行政区划代码', '层级']
    """
    if format == "xlsx":
        return _Book(collected).data()
    if format == "csv":
        return _csv(collected)
    if format == "parquet":
        buffer = BytesIO()
        needed("pyarrow.parquet", extra="tables", what="Parquet files").write_table(collected.table(), buffer)
        return buffer.getvalue()
    raise one_fault("format", "one of xlsx, csv, parquet", format)


def _heads() -> dict[str, str]:
    return {**COLUMNS, "cell": "单元格"}


def _rows(collected: CollectedForms) -> Iterable[dict[str, Any]]:
    rows: list[dict[str, Any]] = collected.table().to_pylist()
    for row in rows:
        for name in ("value", "high"):
            row[name] = _plain(row[name])
        for name, kind in (("status", Status), ("level", Level), ("qualifier", Qualifier)):
            row[name] = kind(row[name]).zh if row[name] is not None else None
        yield row


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize() if value % 1 else value.to_integral_value():f}"


def _csv(collected: CollectedForms) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(_heads().values())
    for row in _rows(collected):
        writer.writerow([guarded(value) if isinstance(value := row[name], str) else value for name in _heads()])
    return buffer.getvalue().encode("utf-8-sig")


class _Book:
    """The workbook for people."""

    def __init__(self, collected: CollectedForms) -> None:
        self.collected = collected
        self.openpyxl = needed("openpyxl", extra="tables", what="Excel workbooks")
        self.looks = Looks(self.openpyxl, f"{collected.year}年填报汇总")
        self.book = self.openpyxl.Workbook()

    def data(self) -> bytes:
        """Write sheet by sheet."""
        self.book.remove(self.book.active)
        self._standing()
        self._totals()
        self._figures()
        self._faults()
        return workbook_bytes(self.book)

    def _sheet(self, name: str, lead: str, heads: Sequence[tuple[str, int]], freeze: str = "A4") -> Any:
        sheet = self.book.create_sheet(name)
        self.looks.heading(sheet, f"{self.looks.title}：{name}", lead)
        self.looks.heads(sheet, _HEAD, [title for title, _ in heads])
        for column, (_, width) in enumerate(heads):
            sheet.column_dimensions[column_name(column)].width = width
        self.looks.finish(sheet, freeze=freeze, landscape=True, heads=f"1:{_HEAD}")
        sheet.protection.sheet = False
        return sheet

    def _row(self, sheet: Any, row: int, values: Sequence[object], *, middle: frozenset[int] = frozenset()) -> None:
        for column, value in enumerate(values, start=1):
            number = as_number(value) if isinstance(value, str) and column - 1 in middle else None
            alignment = self.looks.right if number is not None or isinstance(value, int) else self.looks.left
            cell = self.looks.box(sheet.cell(row, column), alignment=alignment)
            if number is not None:
                cell.value = number
                cell.number_format = "#,##0" if isinstance(number, int) else "#,##0.####"
            elif isinstance(value, str):
                put(cell, value)
            else:
                cell.value = value

    def _standing(self) -> None:
        one = self.collected
        lead = f"收到{len(one.forms)}份"
        if one.expected:
            lead += f"，应报{len(one.expected)}个单位，缺报{len(one.missing)}个"
        lead += f"；重复上报{len(one.twice)}个，有问题的{len(one.faulty)}份，另有{len(one.refused)}个文件没有收入。"
        sheet = self._sheet("上报情况", lead, [("序号", 8), ("单位", 34), ("情况", 40), ("文件", 60)])
        row = _HEAD
        for number, (name, said, files, well) in enumerate(bodies_of(one), start=1):
            row += 1
            self._row(sheet, row, [number, name, said, files])
            if not well:
                for cell in sheet[row]:
                    cell.fill = self.looks.light
        for refused in one.refused:
            row += 1
            self._row(sheet, row, [None, "", refused.reason, refused.name])

    def _totals(self) -> None:
        one = self.collected
        doubled = {id(form) for pair in one.twice for form in pair}
        asked_for = [body.name for body in one.expected]
        forms = sorted(
            (form for form in one.forms if id(form) not in doubled),
            key=lambda form: _place(asked_for, form),
        )
        bodies = [str(form.organization or form.name) for form in forms]
        heads = [("工作领域", 16), ("指标", 30), ("状态", 8), ("单位", 9), ("填报数", 8), ("合计", 14)]
        lead = "比率不加总；重复上报的单位和有问题的数字不计入合计。"
        sheet = self._sheet("汇总", lead, [*heads, *((name, 14) for name in bodies)], freeze="G4")
        found = [_by_code(form) for form in forms]
        for row, total in enumerate(one.totals(), start=_HEAD + 1):
            asked = asked_of(indicators()[total.indicator])
            area = AREA_OF_DOMAIN[indicators()[total.indicator].domain].zh
            figures = [figures.get((total.indicator, total.status)) for figures in found]
            cells = ["" if figure is None else _shown(figure) for figure in figures]
            values = [area, asked.label, total.status.zh, asked.unit, total.bodies, _sum(total), *cells]
            self._row(sheet, row, values, middle=frozenset(range(5, len(values))))

    def _figures(self) -> None:
        heads = _heads()
        lead = "每个数字一行，“文件”和“单元格”写明出处。"
        sheet = self._sheet("数据", lead, [(title, _WIDTHS.get(name, 10)) for name, title in heads.items()])
        numbers = frozenset(place for place, name in enumerate(heads) if name in ("value", "high"))
        for row, values in enumerate(_rows(self.collected), start=_HEAD + 1):
            self._row(sheet, row, [values[name] for name in heads], middle=numbers)
        sheet.auto_filter.ref = f"A{_HEAD}:{column_name(len(heads) - 1)}{max(sheet.max_row, _HEAD)}"

    def _faults(self) -> None:
        sheet = self._sheet("问题", "请各单位核对后重报。", [("单位", 30), ("文件", 44), ("问题", 100)])
        row = _HEAD
        for form in self.collected.faulty:
            for note in form.faults:
                row += 1
                self._row(sheet, row, [str(form.organization or ""), form.name, note.text])


def _place(names: list[str], form: HandedIn) -> int:
    """Where a body stands among those that were asked; behind them all where it was not."""
    name = form.organization.name if form.organization is not None else ""
    return names.index(name) if name in names else len(names)


def _by_code(form: HandedIn) -> dict[tuple[str | None, Status], Observation]:
    figures: dict[tuple[str | None, Status], Observation] = {}
    for one in form.figures:
        figures.setdefault((one.indicator, one.status), one)
    return figures


def _shown(figure: Observation) -> str:
    """A body's figure in the unit of its row."""
    asked = asked_of(indicators()[figure.indicator or ""])
    return printed_figure(figure.quantity.value, figure.quantity.qualifier, asked)


def _sum(total: Total) -> str:
    if total.value is None:
        return "不加总"
    return printed_figure(total.value, total.qualifier, asked_of(indicators()[total.indicator]))
