"""The first sheet of a form: what to do, and how far one is."""

from __future__ import annotations

from typing import Any

from fulian.reading.form.layout import FormKind, SheetLayout
from fulian.writing.form import _formulas
from fulian.writing.form._looks import Looks
from fulian.writing.form._sheets import check_cells

__all__ = ["write_guide"]

_STEPS = {
    FormKind.CITY_REPORT: (
        "本表由各单位填写本年度工作情况和下一年打算，从左到右一张表一张表填，填完保存后原样交回。",
        "黄色格是要填的；其余各格已经锁定，不用填，也不要改动。点一下黄色格，旁边会出现这一格怎么填的提示。",
        "“指标数据”：没有的数据请留空。数字可以直接写，也可以写成“1,020”“3.2万”“约200”“95%”；单位已印在表上，按表上的单位填。",
        "不是准确数的，在“准确程度”里选“约”“以上”或“不足”；比率类指标最好把分子、分母也填上，便于核对。",
        "表里没有的指标，写在“指标数据”最后的“其他指标”里，自己写明名称和单位。",
        "“工作成效”“存在问题”“下年任务”都是一行写一项，行数不够可以在最后接着写。",
        "每张表的“检查”一列会自动核对：显示“✓”表示没有发现问题；有红字提示的，请核对后改正，确实无误的在备注里说明。",
        "请不要删除行、列，不要合并单元格，不要给工作表改名。",
    ),
    FormKind.ANNUAL_PLAN: (
        "本表由各单位填写年度工作要点，从左到右一张表一张表填，填完保存后原样交回。",
        "黄色格是要填的；其余各格已经锁定，不用填，也不要改动。点一下黄色格，旁边会出现这一格怎么填的提示。",
        "“指标目标”：没有目标的留空。数字可以直接写，也可以写成“1,020”“3.2万”“500以上”“95%”；单位已印在表上，按表上的单位填。",
        "“工作任务”一行写一项，同一部分的任务写相同的部分标题；时限和目标尽量具体。",
        "每张表的“检查”一列会自动核对：显示“✓”表示没有发现问题；有红字提示的，请核对后改正。",
        "请不要删除行、列，不要合并单元格，不要给工作表改名。",
    ),
}


def write_guide(looks: Looks, sheet: Any, layouts: tuple[SheetLayout, ...], kind: FormKind) -> None:
    """Write what to do, and a table of how far each sheet is."""
    looks.heading(sheet, looks.title, "填报说明")
    for letter, width in zip("ABC", (8, 24, 62), strict=True):
        sheet.column_dimensions[letter].width = width
    row = 4
    for number, step in enumerate(_STEPS[kind], start=1):
        looks.box(sheet.cell(row, 1, number), alignment=looks.middle, font=looks.area, fill=looks.light)
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=3)
        looks.box(sheet.cell(row, 2, step), alignment=looks.left)
        looks.box(sheet.cell(row, 3), alignment=looks.left)
        sheet.row_dimensions[row].height = 36 if len(step) > 44 else 22
        row += 1
    row += 1
    looks.heads(sheet, row, ["", "工作表", "填报情况"])
    for number, layout in enumerate(layouts, start=1):
        row += 1
        cells = f"'{layout.name}'!{check_cells(layout)}"
        filled = f'COUNTIF({cells},"?*")'
        right = f'COUNTIF({cells},"{_formulas.OK}")'
        looks.box(sheet.cell(row, 1, number), alignment=looks.middle, font=looks.area, fill=looks.light)
        link = looks.box(sheet.cell(row, 2, layout.name), alignment=looks.left, font=looks.area)
        link.hyperlink = looks.openpyxl.worksheet.hyperlink.Hyperlink(
            ref=link.coordinate, location=f"'{layout.name}'!A1", display=layout.name
        )
        link.font = looks.area
        doubtful = f'"已填"&{filled}&"项，有"&({filled}-{right})&"处提示，请核对"'
        fine = f'"已填"&{filled}&"项，没有发现问题"'
        said = f'=IF({filled}=0,"还没有填",IF({filled}={right},{fine},{doubtful}))'
        looks.box(sheet.cell(row, 3, said), alignment=looks.left)
        sheet.row_dimensions[row].height = 22
    looks.finish(sheet, freeze=None, landscape=False, heads=None)
