"""What a form is: its sheets, their columns, what may be chosen; and what its hidden sheet says of it.

The writer and the reader of forms both follow it. A sheet is found by its name, else by its heads; a column by its
head; an indicator's row by its name: so rows and columns that somebody adds, moves or takes away are no riddle.
"""

from __future__ import annotations

from types import MappingProxyType

import attrs

from fulian.model.work_area import WorkArea
from fulian.values.quantity import Qualifier
from fulian.values.term import Term

__all__ = [
    "AREA_OF_DOMAIN",
    "FIGURES",
    "GUIDE",
    "HEDGES",
    "INFO",
    "LAYOUTS",
    "MARK",
    "TARGETS",
    "VERSION",
    "WORKINGS",
    "Column",
    "FormInfo",
    "FormKind",
    "SheetLayout",
]

MARK = "fulian-form"
"""What the first cell of the hidden sheet holds."""
VERSION = 1
"""The version of the layout; a reader refuses a form of a later one."""
INFO = "表格信息"
"""The name of the hidden sheet that says which form it is."""
GUIDE = "填报说明"
"""The name of the sheet that tells what to do."""
WORKINGS = "核对用"
"""The head of the hidden columns that the checks of a sheet work with."""
FIGURES = "指标数据："
"""How the title of a form's achievement begins that holds the figures of an area."""
TARGETS = "指标目标："
"""How the title of a form's task begins that holds the targets of an area."""

HEDGES = MappingProxyType(
    {"准确": Qualifier.EXACT, "约": Qualifier.ABOUT, "以上": Qualifier.OVER, "不足": Qualifier.UNDER}
)
"""How sure a figure is, as a form lets people choose."""

_DOMAINS = {"经济": WorkArea.ECONOMY, "法律": WorkArea.LAW, "社会保障": WorkArea.SOCIAL_SECURITY}
AREA_OF_DOMAIN = MappingProxyType({**{area.zh: area for area in WorkArea}, **_DOMAINS})
"""The area of work that a domain of the catalogue of indicators belongs to."""


class FormKind(Term):
    """What a form asks for (填报表类别).

    Example:
        >>> FormKind.CITY_REPORT.zh
        '工作情况填报表'
    """

    CITY_REPORT = "city-report", "工作情况填报表"
    ANNUAL_PLAN = "annual-plan", "工作要点填报表"


@attrs.frozen
class Column:
    """A column of a form's sheet (表格列), or a line of its first one.

    Attributes:
        key: Its name in the program.
        title: Its head, in which ``{last}``, ``{year}`` and ``{next}`` stand for years.
        width: Its width in Excel's units.
        hint: What to write there, shown beside the cell; empty for what is not to be written in.
        choices: What may be chosen there; empty where it is open.

    Example:
        >>> Column("actual", "{year}年实际", 14).head(2024)
        '2024年实际'
    """

    key: str
    title: str
    width: int
    hint: str = ""
    choices: tuple[str, ...] = ()

    def head(self, year: int) -> str:
        """The head's words in the form for a year.

        Args:
            year: The year that the form is for.

        Returns:
            The words.
        """
        return self.title.format(last=year - 1, year=year, next=year + 1)


@attrs.frozen(kw_only=True)
class SheetLayout:
    """A sheet of a form (工作表).

    Attributes:
        key: Its name in the program: ``basics``, ``figures``, ``achievements``, ``problems`` or ``tasks``.
        name: Its name in the workbook.
        lead: What to do there, in a sentence or two.
        columns: Its columns in order; of ``basics``, its lines.
        rows: How many lines stand open for writing.

    Example:
        >>> [sheet.name for sheet in LAYOUTS[FormKind.CITY_REPORT]][:2]
        ['基本情况', '指标数据']
    """

    key: str
    name: str
    lead: str
    columns: tuple[Column, ...]
    rows: int = 0

    def column(self, key: str) -> Column | None:
        """The column of a name, or None where the sheet has none.

        Args:
            key: The column's name in the program.

        Returns:
            The column.
        """
        return next((column for column in self.columns if column.key == key), None)


@attrs.frozen(kw_only=True)
class FormInfo:
    """What the hidden sheet of a form says of it (表格信息).

    Attributes:
        kind: What it asks for; None for a kind that this version does not know.
        version: The version of its layout.
        year: The year it is for.
        organization: The body that is to fill it in; empty where it is for any.
        indicators: The codes of the indicators it asks for, in its order.

    Example:
        >>> info = FormInfo(kind=FormKind.CITY_REPORT, version=1, year=2024, organization="株洲市妇联", indicators=())
        >>> FormInfo.of_rows(info.rows()) == info
        True
    """

    kind: FormKind | None
    version: int
    year: int
    organization: str
    indicators: tuple[str, ...]

    def rows(self) -> tuple[tuple[str, str], ...]:
        """The rows of the hidden sheet, each a name and a value.

        Returns:
            The rows; the first begins with the mark.
        """
        return (
            (MARK, str(self.kind or "")),
            ("version", str(self.version)),
            ("year", str(self.year)),
            ("organization", self.organization),
            *(("indicator", code) for code in self.indicators),
        )

    @classmethod
    def of_rows(cls, rows: tuple[tuple[str, str], ...]) -> FormInfo | None:
        """Read the rows of a hidden sheet.

        Args:
            rows: Pairs of a name and a value.

        Returns:
            What they say; None where they do not say that it is a form.
        """
        said = dict(rows)
        kind, version, year = said.get(MARK), said.get("version", ""), said.get("year", "")
        if kind is None or not (version.isdecimal() and year.isdecimal() and 1950 <= int(year) <= 2099):
            return None
        return cls(
            kind=FormKind(kind) if kind in set(FormKind) else None,
            version=int(version),
            year=int(year),
            organization=said.get("organization", ""),
            indicators=tuple(value for name, value in rows if name == "indicator"),
        )


_AREAS = tuple(area.zh for area in WorkArea)
_BODY = Column("organization", "填报单位", 60, "填本单位名称，如“株洲市妇联”。")
_YEAR = Column("year", "填报年度", 60, "")
_AUTHOR = Column("author", "填报人", 60, "填写人姓名，可不填。")
_DAY = Column("day", "填报日期", 60, "如“2025年1月10日”，可不填。")
_NUMBER = Column("number", "序号", 6)
_CHECK = Column("check", "检查", 24)
_AREA = Column("area", "工作领域", 15, "从下拉列表中选择一项。", _AREAS)
_NAME = Column("name", "指标", 27, "自行补充的指标在此填写名称，如“举办女性夜校”。")
_UNIT = Column("unit", "单位", 8, "自行补充的指标在此填写单位，如“期”“人次”“万元”。")
_LAST = Column("last", "{last}年实际", 12)
_REMARK = Column("remark", "备注", 18, "统计口径、数据来源等需要说明的事项，可不填。")
_FIGURE = "填数字即可，也可带单位或“万”：1020、1,020、3.2万、约200、95%。没有数据请留空，不要填“无”或“/”。"
_TASKS = (
    Column("title", "任务", 24, "一句话写明要做什么。"),
    Column("text", "具体内容", 44, "写明怎么做、做到什么程度，可不填。"),
    _AREA,
    Column("responsible", "责任单位", 18, "几个单位之间用顿号隔开，如“株洲市妇联权益部、天元区妇联”。"),
    Column("due", "完成时限", 13, "如“2025年6月”“上半年”“第三季度”“2025年底”。"),
    Column("target", "量化目标", 24, "如“培训妇女：500人次”；几个目标之间用分号隔开。"),
)

LAYOUTS = MappingProxyType(
    {
        FormKind.CITY_REPORT: (
            SheetLayout(
                key="basics",
                name="基本情况",
                lead="单位和年度已经填好，请核对；其余各项在黄色格内填写。",
                columns=(
                    _BODY,
                    _YEAR,
                    Column("headline", "报告标题", 60, "一句话概括全年工作，如“为妇女就业创业保驾护航”，可不填。"),
                    Column("introduction", "工作概述", 60, "概括全年工作的一段话，可不填。"),
                    _AUTHOR,
                    _DAY,
                ),
            ),
            SheetLayout(
                key="figures",
                name="指标数据",
                lead="在黄色格内填数字，没有数据的留空；“检查”一列显示“✓”表示填写无误，有提示时请按提示核对。",
                columns=(
                    _NUMBER,
                    _NAME,
                    _UNIT,
                    _LAST,
                    Column("actual", "{year}年实际", 13, _FIGURE),
                    Column("hedge", "准确程度", 9, "数字不是准确数时选择；留空即为准确数。", tuple(HEDGES)),
                    Column("part", "分子", 10),
                    Column("whole", "分母", 10),
                    Column("target", "{next}年目标", 13, _FIGURE),
                    _REMARK,
                    _CHECK,
                ),
                rows=8,
            ),
            SheetLayout(
                key="achievements",
                name="工作成效",
                lead="一行写一项工作：做了什么、成效如何。文字中的数字请带单位。",
                columns=(
                    _NUMBER,
                    Column("title", "标题", 30, "这项工作的小标题，可不填。"),
                    Column("text", "内容", 80, "写明做了什么、成效如何；一格写不下可以拉高行高。"),
                    _AREA,
                    _CHECK,
                ),
                rows=15,
            ),
            SheetLayout(
                key="problems",
                name="存在问题",
                lead="一行写一个问题。",
                columns=(_NUMBER, Column("text", "问题", 100, "写明问题和原因。"), _CHECK),
                rows=6,
            ),
            SheetLayout(
                key="tasks",
                name="下年任务",
                lead="一行写一项下一年要做的工作；时限和目标尽量具体。",
                columns=(_NUMBER, *_TASKS, _CHECK),
                rows=12,
            ),
        ),
        FormKind.ANNUAL_PLAN: (
            SheetLayout(
                key="basics",
                name="基本情况",
                lead="单位和年度已经填好，请核对；其余各项在黄色格内填写。",
                columns=(
                    _BODY,
                    _YEAR,
                    Column("headline", "要点标题", 60, "如“株洲市妇联2025年工作要点”，可不填。"),
                    Column("introduction", "总体要求", 60, "全年工作的总体要求，可不填。"),
                    _AUTHOR,
                    _DAY,
                ),
            ),
            SheetLayout(
                key="figures",
                name="指标目标",
                lead="在黄色格内填全年目标，没有的留空；“检查”一列显示“✓”表示填写无误，有提示时请按提示核对。",
                columns=(
                    _NUMBER,
                    _NAME,
                    _UNIT,
                    _LAST,
                    Column("target", "{year}年目标", 15, _FIGURE),
                    _REMARK,
                    _CHECK,
                ),
                rows=8,
            ),
            SheetLayout(
                key="tasks",
                name="工作任务",
                lead="一行写一项任务；同一部分的任务写相同的部分标题，没有分部分的可不填。",
                columns=(
                    _NUMBER,
                    Column("section", "所属部分", 24, "如“强化思想引领”；同一部分的各项任务都填上。"),
                    *_TASKS,
                    _CHECK,
                ),
                rows=20,
            ),
        ),
    }
)
"""The sheets of each kind of form, in order, without the guide and the hidden one."""
