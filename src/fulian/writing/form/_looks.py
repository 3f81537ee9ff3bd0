"""How a form looks: fonts, colours, borders, paper."""

from __future__ import annotations

from typing import Any

from fulian.writing.form._text import put

__all__ = ["Looks"]

_FONT = "微软雅黑"
_DARK, _LIGHT, _PAPER, _LINE, _FAINT = "7A2E46", "F4E9ED", "FFFBE6", "C9B8BF", "6B6B6B"
_RED, _RED_PAPER, _GREEN = "B00020", "FDE7E9", "2E7D32"


class Looks:
    """The styles of one workbook, made once."""

    def __init__(self, openpyxl: Any, title: str) -> None:
        self.title = title
        self.openpyxl = openpyxl
        styles = openpyxl.styles
        self._styles = styles
        side = styles.Side(style="thin", color=_LINE)
        self.border = styles.Border(left=side, right=side, top=side, bottom=side)
        self.open = styles.Protection(locked=False)
        self.paper = styles.PatternFill("solid", start_color=_PAPER)
        self.dark = styles.PatternFill("solid", start_color=_DARK)
        self.light = styles.PatternFill("solid", start_color=_LIGHT)
        self.grey = styles.PatternFill("solid", start_color="EDEDED")
        self.plain = styles.Font(name=_FONT, size=10)
        self.bold = styles.Font(name=_FONT, size=10, bold=True)
        self.faint = styles.Font(name=_FONT, size=9, color=_FAINT)
        self.small = styles.Font(name=_FONT, size=9)
        self.head = styles.Font(name=_FONT, size=10, bold=True, color="FFFFFF")
        self.area = styles.Font(name=_FONT, size=10, bold=True, color=_DARK)
        self.large = styles.Font(name=_FONT, size=16, bold=True, color=_DARK)
        self.middle = styles.Alignment(horizontal="center", vertical="center", wrap_text=True)
        self.left = styles.Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
        self.flat = styles.Alignment(horizontal="left", vertical="center")
        self.right = styles.Alignment(horizontal="right", vertical="center", indent=1)
        self.band = styles.Border(top=side, bottom=side)

    def heading(self, sheet: Any, title: str, lead: str) -> None:
        """The title of a sheet, and what to do there."""
        for row, words, font, height in ((1, title, self.large, 34), (2, lead, self.faint, 22)):
            cell = sheet.cell(row, 1)
            put(cell, words)
            cell.font, cell.alignment = font, self.flat
            sheet.row_dimensions[row].height = height

    def heads(self, sheet: Any, row: int, titles: list[str]) -> None:
        """A row of heads."""
        for column, title in enumerate(titles, start=1):
            cell = sheet.cell(row, column)
            put(cell, title)
            cell.font, cell.fill, cell.border, cell.alignment = self.head, self.dark, self.border, self.middle
        sheet.row_dimensions[row].height = 28

    def box(self, cell: Any, *, alignment: Any, font: Any = None, fill: Any = None) -> Any:
        """A cell of the form's own print."""
        cell.font, cell.border, cell.alignment = font or self.plain, self.border, alignment
        if fill is not None:
            cell.fill = fill
        return cell

    def input(self, cell: Any, *, alignment: Any) -> Any:
        """A cell to write in."""
        self.box(cell, alignment=alignment, fill=self.paper)
        cell.protection = self.open
        return cell

    def judge(self, sheet: Any, check: str, cells: str, first: str) -> None:
        """Colour the column of checks, and the row that it says something of."""
        rule = self.openpyxl.formatting.rule.FormulaRule
        differential = {"fill": self._styles.PatternFill(bgColor=_RED_PAPER)}
        wrong = f'AND(${first}<>"",${first}<>"✓")'
        sheet.conditional_formatting.add(check, rule(formula=[wrong], font=self._styles.Font(color=_RED)))
        sheet.conditional_formatting.add(check, rule(formula=[f'${first}="✓"'], font=self._styles.Font(color=_GREEN)))
        sheet.conditional_formatting.add(cells, rule(formula=[wrong], **differential))

    def finish(self, sheet: Any, *, freeze: str | None, landscape: bool, heads: str | None) -> None:
        """Freeze the heads, protect what is not to be written in, set up the paper."""
        sheet.freeze_panes = freeze
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "landscape" if landscape else "portrait"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = self.openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        for side in ("left", "right"):
            setattr(sheet.page_margins, side, 0.5)
        sheet.page_margins.top, sheet.page_margins.bottom = 0.6, 0.7
        sheet.page_margins.header, sheet.page_margins.footer = 0.3, 0.35
        if heads is not None:
            sheet.print_title_rows = heads
        sheet.oddFooter.center.text = "第 &P 页，共 &N 页"
        sheet.oddFooter.right.text = "&A"
        protection = sheet.protection
        protection.sheet = True
        protection.formatColumns = protection.formatRows = False  # widths and heights are people's own
        protection.selectLockedCells = False
