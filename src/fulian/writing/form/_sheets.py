"""The sheets of a form, cell by cell."""

from __future__ import annotations

from typing import Any

from fulian.model.indicator import Indicator
from fulian.reading.files._grid import column_name
from fulian.reading.form.figures import Asked, asked_of, asked_of_part
from fulian.reading.form.layout import AREA_OF_DOMAIN, WORKINGS, Column, FormInfo, SheetLayout
from fulian.reference.indicators import indicators
from fulian.writing.form import _formulas
from fulian.writing.form._filling import Filling, Row, as_number
from fulian.writing.form._looks import Looks
from fulian.writing.form._text import put

__all__ = ["check_cells", "write_sheet"]

_HEAD = 3
_FIGURES = ("last", "actual", "part", "whole", "target")
_RIGHT = frozenset(_FIGURES)
_MIDDLE = frozenset(("number", "unit", "hedge", "area"))
_OTHERS = "其他指标"


def check_cells(layout: SheetLayout) -> str:
    """The cells of a sheet's column of checks, over more rows than it has at first."""
    letter = column_name(2) if layout.key == "basics" else _letter(layout, "check")
    return f"${letter}${_HEAD + 1}:${letter}$2000"


def write_sheet(
    looks: Looks, sheet: Any, layout: SheetLayout, info: FormInfo, filling: Filling, last: dict[str, str]
) -> None:
    """Write a sheet of a form."""
    if layout.key == "basics":
        _Basics(looks, sheet, layout, info).write(filling.basics)
        return
    writer = _FigureSheet(looks, sheet, layout, info) if layout.key == "figures" else _Rows(looks, sheet, layout, info)
    writer.start()
    if isinstance(writer, _FigureSheet):
        writer.write(filling, last)
    else:
        writer.write(
            {"achievements": filling.achievements, "problems": filling.problems}.get(layout.key, filling.tasks)
        )
    writer.close()


def _letter(layout: SheetLayout, key: str) -> str:
    return column_name(next(place for place, column in enumerate(layout.columns) if column.key == key))


class _Sheet:
    def __init__(self, looks: Looks, sheet: Any, layout: SheetLayout, info: FormInfo) -> None:
        self.looks, self.sheet, self.layout, self.info = looks, sheet, layout, info

    def put_value(self, cell: Any, key: str, text: str) -> None:
        number = as_number(text) if self.layout.key == "figures" and key in _RIGHT else None
        if number is None:
            put(cell, text)
        else:
            cell.value = number

    def hint(self, column: Column, cells: str, words: str | None = None) -> None:
        """Say what to write where somebody clicks, and offer what may be chosen."""
        hint = column.hint if words is None else words
        if not hint and not column.choices:
            return
        make = self.looks.openpyxl.worksheet.datavalidation.DataValidation
        if column.choices:
            rule = make(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
            rule.errorTitle, rule.error = "请从列表中选择", f"“{column.head(self.info.year)}”只能从下拉列表中选择。"
            rule.showErrorMessage = True
        elif column.key in ("actual", "target", "part", "whole"):
            rule = make(type="custom", formula1=_has_digit(cells.partition(":")[0]), allow_blank=True)
            rule.errorStyle = "warning"
            rule.errorTitle, rule.error = (
                "这里应填数字",
                "这一格里没有看到数字。没有数据请留空；确实要这样填，请点“是”。",
            )
            rule.showErrorMessage = True
        else:
            rule = make(type=None, allow_blank=True)
        rule.promptTitle, rule.prompt = column.head(self.info.year)[:30], hint[:250]
        rule.showInputMessage = True
        rule.add(cells)
        self.sheet.add_data_validation(rule)


def _has_digit(cell: str) -> str:
    text = f"ASC({cell})"  # wide digits are digits
    for digit in "0123456789":
        text = f"SUBSTITUTE({text},{digit},)"
    return f"LEN(ASC({cell}))<>LEN({text})"


class _Basics(_Sheet):
    """The first sheet to fill in: a line for each thing."""

    def write(self, cells: Row) -> None:
        looks, sheet = self.looks, self.sheet
        looks.heading(sheet, looks.title, self.layout.lead)
        for letter, width in zip("ABCD", (14, 50, 16, 34), strict=True):
            sheet.column_dimensions[letter].width = width
        looks.heads(sheet, _HEAD, ["项目", "填写内容", "检查", "怎么填"])
        for row, column in enumerate(self.layout.columns, start=_HEAD + 1):
            looks.box(sheet.cell(row, 1, column.head(self.info.year)), alignment=looks.middle, font=looks.bold)
            given = column.key == "year" or (column.key == "organization" and bool(self.info.organization))
            cell = sheet.cell(row, 2)
            if given:
                looks.box(cell, alignment=looks.left, font=looks.bold)
            else:
                looks.input(cell, alignment=looks.left)
                self.hint(column, cell.coordinate)
            if column.key == "year":
                cell.value = self.info.year
            elif cells.get(column.key):
                put(cell, cells[column.key])
            self._check(row, column)
            looks.box(sheet.cell(row, 4, column.hint or None), alignment=looks.left, font=looks.faint)
            sheet.row_dimensions[row].height = 96 if column.key == "introduction" else 30
        first = _HEAD + 1
        rows = f"{first}:C{_HEAD + len(self.layout.columns)}"
        looks.judge(sheet, f"C{rows}", f"A{rows.replace('C', 'B')}", f"C{first}")
        looks.finish(sheet, freeze=f"A{first}", landscape=False, heads=f"1:{_HEAD}")

    def _check(self, row: int, column: Column) -> None:
        missing = "请填写填报单位" if column.key == "organization" else ""
        formula = f'=IF(B{row}="","{missing}","{_formulas.OK}")'
        self.looks.box(self.sheet.cell(row, 3, formula), alignment=self.looks.middle)


class _Rows(_Sheet):
    """A sheet of rows under heads."""

    def start(self) -> None:
        looks, sheet, year = self.looks, self.sheet, self.info.year
        title = f"{self.info.organization}{year}年{self.layout.name}"
        looks.heading(sheet, title, self.layout.lead)
        looks.heads(sheet, _HEAD, [column.head(year) for column in self.layout.columns])
        for place, column in enumerate(self.layout.columns):
            sheet.column_dimensions[column_name(place)].width = column.width
        self.at = _HEAD + 1

    def write(self, rows: list[Row]) -> None:
        """Write the rows that are filled, and leave some open."""
        count = max(self.layout.rows, len(rows) + 5)
        for number in range(count):
            cells = rows[number] if number < len(rows) else {}
            for place, column in enumerate(self.layout.columns, start=1):
                self.cell(self.sheet.cell(self.at, place), column, cells.get(column.key), number + 1)
            self.sheet.cell(self.at, len(self.layout.columns)).value = self.verdict(self.at)
            self.sheet.row_dimensions[self.at].height = self.height(cells)
            self.at += 1
        for place, column in enumerate(self.layout.columns):
            letter = column_name(place)
            self.hint(column, f"{letter}{_HEAD + 1}:{letter}{self.at - 1}")

    def height(self, cells: Row) -> float:
        """A height at which a row's words can be seen, up to half a page."""
        lines = 1.0
        for column in self.layout.columns:
            text = cells.get(column.key, "")
            for_line = max(column.width / 2.05, 1)
            lines = max(lines, sum(-(-len(piece) // for_line) for piece in text.split("\n")))
        return min(max(30, 6 + 15 * lines), 400)

    def cell(self, cell: Any, column: Column, text: str | None, number: int) -> None:
        """Write one cell: of the form's own print, or to write in."""
        looks = self.looks
        if column.key == "number":
            looks.box(cell, alignment=looks.middle, font=looks.faint).value = number
        elif column.key == "check":
            looks.box(cell, alignment=looks.left, font=looks.small)
        else:
            figure = self.layout.key == "figures" and column.key in _RIGHT
            alignment = looks.middle if column.key in _MIDDLE else looks.right if figure else looks.left
            looks.input(cell, alignment=alignment)
            if text:
                self.put_value(cell, column.key, text)

    def verdict(self, row: int) -> str:
        """The formula of the column of checks."""
        cells = {column.key: f"${_letter(self.layout, column.key)}{row}" for column in self.layout.columns}
        inputs = [cell for key, cell in cells.items() if key not in ("number", "check")]
        subject = "title" if self.layout.key == "tasks" else "text"
        column = self.layout.column(subject)
        assert column is not None  # noqa: S101 - each sheet of rows has its subject
        said = f'IF({cells[subject]}="","；请填写{column.title}","")'
        area = self.layout.column("area")
        if area is not None:
            said += "&" + _formulas.choice_verdict(cells["area"], area.title, area.choices)
        return _formulas.row_verdict(f"({said})", inputs)

    def close(self) -> None:
        """Colour, freeze, protect, set up the paper."""
        first, last = _HEAD + 1, self.at - 1
        check = _letter(self.layout, "check")
        self.looks.judge(
            self.sheet, f"{check}{first}:{check}{last}", f"A{first}:{self.last_input()}{last}", f"{check}{first}"
        )
        freeze = "C" if self.layout.key == "figures" else "A"
        landscape = self.layout.key != "problems"
        self.looks.finish(self.sheet, freeze=f"{freeze}{first}", landscape=landscape, heads=f"1:{_HEAD}")

    def last_input(self) -> str:
        """The letter of the last column before the checks."""
        return column_name(len(self.layout.columns) - 2)


class _FigureSheet(_Rows):
    """The sheet of figures: the indicators by area, then rows of people's own."""

    def write(self, filling: Filling, last: dict[str, str]) -> None:  # type: ignore[override]
        area: str | None = None
        number = 0
        for code in self.info.indicators:
            entry = indicators()[code]
            name = AREA_OF_DOMAIN[entry.domain].zh
            if name != area:
                self.area_row(name)
                area = name
            number += 1
            cells = {"name": entry.name, "unit": asked_of(entry).unit, **filling.figures.get(code, {})}
            if code in last:
                cells["last"] = last[code]
            self.row(number, cells, asked_of(entry), entry)
        self.area_row(_OTHERS)
        first = self.at
        for place in range(max(self.layout.rows, len(filling.own) + 3)):
            cells = filling.own[place] if place < len(filling.own) else {}
            self.row(number + place + 1, cells, Asked(label="", unit=""), None)
        for column in self.layout.columns:
            letter = _letter(self.layout, column.key)
            start = first if column.key in ("name", "unit") else _HEAD + 1
            if column.key not in ("part", "whole"):
                self.hint(column, f"{letter}{start}:{letter}{self.at - 1}")
        for place in range(len(self.layout.columns), len(self.layout.columns) + 2 * len(_FIGURES) + 1):
            self.sheet.cell(_HEAD, place + 1).value = WORKINGS
            self.sheet.column_dimensions[column_name(place)].hidden = True

    def area_row(self, name: str) -> None:
        """A row with the name of an area."""
        for place in range(1, len(self.layout.columns) + 1):
            cell = self.sheet.cell(self.at, place)
            cell.font, cell.fill, cell.border = self.looks.area, self.looks.light, self.looks.band
            cell.alignment = self.looks.flat
        self.sheet.cell(self.at, 1).value = name
        self.sheet.row_dimensions[self.at].height = 22
        self.at += 1

    def row(self, number: int, cells: Row, asked: Asked, entry: Indicator | None) -> None:
        """A row for an indicator, or an open one."""
        looks, sheet = self.looks, self.sheet
        for place, column in enumerate(self.layout.columns, start=1):
            cell = sheet.cell(self.at, place)
            key = column.key
            fixed = key == "last" or (entry is not None and key in ("name", "unit"))
            closed = key in ("part", "whole") and (entry is None or not (entry.numerator and entry.denominator))
            if fixed:
                alignment = looks.left if key == "name" else looks.right if key == "last" else looks.middle
                looks.box(cell, alignment=alignment, font=looks.faint if key == "last" else looks.plain)
                if cells.get(key):
                    self.put_value(cell, key, cells[key])
            elif closed:
                looks.box(cell, alignment=looks.middle, fill=looks.grey)
            else:
                self.cell(cell, column, cells.get(key), number)
        if entry is not None and entry.numerator and entry.denominator:
            self.parts(entry)
        self.formulas(asked, entry)
        sheet.row_dimensions[self.at].height = 30 if len(cells.get("name", "")) > 12 else 26
        self.at += 1

    def parts(self, entry: Indicator) -> None:
        """Say what the part and the whole of a rate are."""
        for key, words in (("part", entry.numerator), ("whole", entry.denominator)):
            column = self.layout.column(key)
            if column is not None:
                self.hint(column, f"{_letter(self.layout, key)}{self.at}", f"{words}，可不填。")

    def formulas(self, asked: Asked, entry: Indicator | None) -> None:
        """The column of checks, and the hidden ones that it works with."""
        columns = {column.key: f"${_letter(self.layout, column.key)}{self.at}" for column in self.layout.columns}
        numbers: dict[str, str] = {}
        place = len(self.layout.columns)
        for key in (key for key in _FIGURES if key in columns):
            asked_here = asked if key not in ("part", "whole") else asked_of_part("")
            left, value = f"${column_name(place)}{self.at}", f"${column_name(place + 1)}{self.at}"
            if entry is not None and (key not in ("part", "whole") or (entry.numerator and entry.denominator)):
                self.sheet.cell(self.at, place + 1, _formulas.bare(columns[key], asked_here))
                self.sheet.cell(self.at, place + 2, _formulas.number(columns[key], left, asked_here))
                numbers[key] = value
            place += 2
        titles = {column.key: column.head(self.info.year) for column in self.layout.columns}
        said = [
            _formulas.figure_verdict(value, titles[key], asked if key not in ("part", "whole") else asked_of_part(""))
            for key, value in numbers.items()
            if key != "last"
        ]
        if "actual" in numbers and "last" in numbers:
            said.append(_formulas.leap_verdict(numbers["actual"], numbers["last"], titles["actual"]))
        if "part" in numbers:
            said.append(_formulas.part_verdict(numbers["part"], numbers["whole"], titles["part"]))
        hedge = self.layout.column("hedge")
        if hedge is not None:
            said.append(_formulas.choice_verdict(columns["hedge"], hedge.title, hedge.choices))
        if entry is None:
            named = "".join(f"&{columns[key]}" for key in ("actual", "target") if key in columns)
            said = [f'IF({columns["name"]}="","；请填写指标名称","")', f'IF(""{named}="","；没有填数字","")', *said]
        inputs = [columns[key] for key in ("actual", "hedge", "part", "whole", "target") if key in columns]
        inputs += [columns[key] for key in ("name", "unit") if entry is None]
        verdict = f"${column_name(place)}{self.at}"
        self.sheet.cell(self.at, place + 1, "=" + "&".join(said))
        self.sheet.cell(self.at, len(self.layout.columns)).value = _formulas.row_verdict(verdict, inputs)
