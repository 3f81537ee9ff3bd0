"""Findings as an Excel workbook: the figures of each file with the findings as notes on their cells, and a list."""

from __future__ import annotations

import importlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final

from fulian._missing import package_missing
from fulian.checks.finding import Finding
from fulian.checks.matter import Matter
from fulian.checks.output.plain import Inspected, line_and_column, places_in_file
from fulian.formats._cell_text import put_text
from fulian.formats._packages import workbook_bytes
from fulian.model.source import Source

__all__ = ["dumps_workbook"]

_FIGURES: Final = ("文件", "原文", "内容", "数值", "上限", "单位", "状态", "主体", "时期", "位置", "文件中位置")
_FINDINGS: Final = (
    "文件",
    "代码",
    "严重程度",
    "判定",
    "说明",
    "Message",
    "算式",
    "原文",
    "建议改为",
    "行",
    "列",
    "文件中位置",
    "路径",
    "依据",
    "处理建议",
)
# What a workbook cannot hold, and marks that turn the direction of writing.
_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\ufffe\uffff]"
)
_LONGEST: Final = 32_000
_MOST_DIGITS: Final = 15


def dumps_workbook(inspected: Iterable[Inspected]) -> bytes:
    """Write what was found as an Excel workbook (检查工作簿).

    The sheet 数据 has a row for each figure; a figure that findings stand on is coloured and carries them as a note.
    The sheet 检查结果 lists all findings. What begins like a formula is written as text.

    Args:
        inspected: The files, in order.

    Returns:
        The workbook's bytes.

    Raises:
        ReadError: openpyxl is not installed; it names the extra.

    Example:
        >>> dumps_workbook(())[:2]
        b'PK'
    """
    openpyxl = _openpyxl()
    files = tuple(inspected)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "数据"
    _figures(openpyxl, sheet, files)
    _findings(openpyxl, book.create_sheet("检查结果"), files)
    return workbook_bytes(book)


def _openpyxl() -> Any:
    try:
        importlib.import_module("openpyxl.comments")
        return importlib.import_module("openpyxl")
    except ImportError as error:
        raise package_missing("openpyxl", what="Excel workbooks", extra="tables") from error


def _put(sheet: Any, row: int, values: Sequence[object]) -> None:
    """Write a row; text is text, whatever it begins with, and only numbers that a workbook keeps are numbers."""
    for column, value in enumerate(values, start=1):
        if value is None or value == "":
            continue
        cell = sheet.cell(row=row, column=column)
        long = isinstance(value, Decimal) and len(f"{value:f}") > _MOST_DIGITS
        if isinstance(value, str) or long:
            text = value if isinstance(value, str) else f"{value:f}"
            put_text(cell, _UNFIT.sub("", text)[:_LONGEST])
        else:
            cell.value = value


def _head(openpyxl: Any, sheet: Any, titles: Sequence[str]) -> None:
    _put(sheet, 1, titles)
    for cell in sheet[1]:
        cell.font = openpyxl.styles.Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = 18
    sheet.freeze_panes = "A2"


def _figures(openpyxl: Any, sheet: Any, files: Sequence[Inspected]) -> None:
    _head(openpyxl, sheet, _FIGURES)
    row = 2
    for file in files:
        notes: dict[Source, list[Finding]] = defaultdict(list)
        for finding in file.checked.findings:
            if finding.sources:
                notes[finding.sources[0]].append(finding)
        for one in Matter(file.record).observations:
            quantity = one.quantity
            body, period = one.organization, one.period
            _put(
                sheet,
                row,
                (
                    file.name,
                    one.source.quote,
                    one.label,
                    quantity.value,
                    quantity.high,
                    quantity.unit,
                    one.status.zh,
                    str(body) if body else None,
                    str(period) if period else None,
                    one.source.start,
                    _place(one.source, file),
                ),
            )
            if one.source in notes:
                _note(openpyxl, sheet.cell(row=row, column=2), notes[one.source])
            row += 1


def _place(source: Source, file: Inspected) -> str:
    """Where in its file a source stands; nothing of plain text, where line and column say it."""
    return "、".join(dict.fromkeys(place.zh for place in places_in_file(source, file.document)))


def _note(openpyxl: Any, cell: Any, findings: Sequence[Finding]) -> None:
    text = "\n".join(
        f"{one.code} {one.severity.zh}：{one.message_zh}" + (f"（{one.arithmetic}）" if one.arithmetic else "")
        for one in findings
    )
    cell.comment = openpyxl.comments.Comment(_UNFIT.sub("", text)[:_LONGEST], "fulian", height=120, width=360)
    cell.fill = openpyxl.styles.PatternFill("solid", start_color="FFF2CC")


def _findings(openpyxl: Any, sheet: Any, files: Sequence[Inspected]) -> None:
    _head(openpyxl, sheet, _FINDINGS)
    row = 2
    for file in files:
        for one in file.checked.findings:
            first = one.sources[0] if one.sources else None
            place = line_and_column(file.document.text, first.start) if first and file.document else (None, None)
            _put(
                sheet,
                row,
                (
                    file.name,
                    one.code,
                    one.severity.zh,
                    one.verdict.zh,
                    one.message_zh,
                    one.message_en,
                    one.arithmetic,
                    first.quote if first else None,
                    one.mend.text if one.mend else None,
                    *place,
                    _place(first, file) if first else None,
                    one.path,
                    one.clause,
                    one.advice_zh,
                ),
            )
            row += 1
