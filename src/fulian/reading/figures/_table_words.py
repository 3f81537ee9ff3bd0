"""What the words of a table's heads, rows and titles say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.reading.figures._draft import Draft
from fulian.reading.setting import Setting
from fulian.text.quantities import Unit, parse_unit
from fulian.values.period import Period

__all__ = [
    "LONGEST_NAME",
    "NOTHING",
    "Head",
    "both",
    "label_of",
    "leans",
    "standing_of",
    "status_in",
    "title_name",
    "unit_of",
]

# A head that leaves what was counted to the row, or to the title.
LONGEST_NAME: Final = 24
_GENERIC: Final = re.compile(
    "(?:数量|数值|数据|数额|数|值|合计|总计|总数|总量|小计|指标值?|完成|实际|目标|计划|任务|预期|现状|基期|年度|全年|当年|本年|上年|去年|情况|单位|项目|名称"
    "|内容|类别|（|）|[()、/ 年度末底])+"
)
# A head that says too little without the title: 新建 of 儿童之家, 户数 of 小额贷款.
_LEANS: Final = re.compile(
    "新建|新增|累计|已建|在建|现有|城镇|农村|城市|乡村|男性?|女性?|(?:国家|[省市县区乡镇村])级|人数|人次|户数|次数|期数|场次|件数|金额|资金|占比|比例|增长率|增幅"
)
_BARE_KEY: Final = re.compile("数量|数值|人数|总数|次数|规模")
_PLANNED: Final = re.compile("计划|目标|任务|预期|预计|应完成|拟")
_REACHED: Final = re.compile("完成|实际|现状|已|现有|实绩|达到|基期")
_PLANNED_FIRST: Final = re.compile("计划完成|应完成|拟完成|预计完成|目标完成(?!率|情况|比例)")
_CHANGED: Final = re.compile(
    "增长|增减|增幅|升降|同比|环比|[比较](?:上年|去年|上期|[12][0-9]{3}年)|(?:上年|去年).{0,3}增|降幅|增速|净增"
)
_SURELY_PERCENT: Final = re.compile(
    "(?:比例|比重|占比|百分比|增幅|增速|(?:增长|增减|完成|覆盖|入学|入园|就业|普及|合格|满意|参与|知晓|巩固)率)$"
)
_RATE: Final = re.compile("率$|率[（(]|比例|比重|占比|百分比|增[长幅]|增速")
_COUNTER: Final = re.compile("((?:人|场|件|户)次(?=数?$)|[户人件期次个家所名场篇支项例](?=数$))数?$")
_MONEY: Final = re.compile("金额|资金|贷款|经费|投入|捐款|善款|收入|产值|贴息|总额|额$")
_PEOPLE: Final = re.compile("人数|妇女|女性|儿童|群众|干部|党员|女职工|学员|志愿者")
_TITLE_WORDS: Final = re.compile(
    "^附?表 ?[0-9一二三四五六七八九十]*[:：、.]? ?"
    "|(?:(?:统计|汇总|一览|明细|分解|完成)?情况)?(?:统计|汇总|一览|明细|分解)?表?(?:如下)?$"
)
_OF_ALL: Final = re.compile("^(?:各[县市区州镇乡街道村地]+|全[省市县区州])(?:妇联)?")


class Head(NamedTuple):
    """What a column's heads, or a row's words, say of its numbers."""

    name: str
    unit: Unit | None
    period: Period | None
    dated: bool
    body: Organization | None
    named: bool  # whether it names a body, also one that home does not settle
    status: Status | None
    total: bool = False


NOTHING: Final = Head("", None, None, False, None, False, None)


def both(upper: Head, lower: Head) -> Head:
    """Two heads over one number, or two words at the left of it: the nearer goes first, their names stand together."""
    return Head(
        _joined(upper.name, lower.name),
        lower.unit or upper.unit,
        lower.period if lower.dated else upper.period,
        lower.dated or upper.dated,
        lower.body if lower.named else upper.body,
        lower.named or upper.named,
        lower.status or upper.status,
        lower.total if lower.named else upper.total,
    )


def _joined(first: str, second: str) -> str:
    """妇女技能培训 and 培训人数 are 妇女技能培训人数; 资金 and 争取资金 are 争取资金."""
    if first in second:
        return second
    for shared in range(min(len(first), len(second)), 0, -1):
        if first.endswith(second[:shared]):
            return first + second[shared:]
    return first + second


def title_name(words: str) -> str:
    """What a title names: 培训 of 各县区培训情况表; nothing where its words are as good for any table."""
    name = _TITLE_WORDS.sub("", _OF_ALL.sub("", _TITLE_WORDS.sub("", words))).strip(" ：:、")
    return "" if _GENERIC.fullmatch(name) or len(name) > LONGEST_NAME else name


def leans(name: str) -> bool:
    """Whether a name says too little without the group or the title over it."""
    return _LEANS.fullmatch(name) is not None


@cache
def status_in(words: str) -> Status | None:
    """The standing that a head tells."""
    if _CHANGED.search(words) and not _PLANNED_FIRST.search(words):
        return Status.CHANGE
    if _PLANNED_FIRST.search(words):
        return Status.TARGET
    if _REACHED.search(words):
        return Status.ACTUAL
    return Status.TARGET if _PLANNED.search(words) else None


def standing_of(draft: Draft, left: Head, column: Head, title: Head, setting: Setting) -> tuple[Status, str]:
    """The standing of a number, and the rule."""
    if "百分点" in draft.quantity.unit:
        return Status.CHANGE, "points"
    for said in (column, left):
        if said.status is not None:
            return said.status, "table-head"
    if title.status is Status.TARGET:
        return title.status, "table-title"
    past = setting.year is not None and draft.period is not None and draft.period.last.year < setting.year
    if setting.status is Status.TARGET and past:
        return Status.ACTUAL, "done-within-a-plan"
    return setting.status, "setting-plans" if setting.status is Status.TARGET else "setting-tells-deeds"


def _fits(unit: Unit, words: str, counted: re.Match[str] | None) -> bool:
    """Which of several units a column has: yuan for money, 人 for people, 期 for 期数."""
    if unit.unit == "元":
        return _MONEY.search(words) is not None
    if counted is not None:
        return unit.unit == counted[1]
    return unit.unit in ("人", "名") and _PEOPLE.search(words) is not None and not _MONEY.search(words)


def label_of(left: Head, column: Head, title: Head, *, record: bool) -> tuple[str, str]:
    """What was counted: the row's words where they name it, the column's, or both; the title's where neither does."""
    row, head, above = left.name, column.name, title.name
    if record:
        return (above, "table-title") if _BARE_KEY.fullmatch(row) else (_joined(above, row), "table-title")
    row_says = bool(row) and not _GENERIC.fullmatch(row)
    head_says = bool(head) and not _GENERIC.fullmatch(head)
    if row_says and head_says:
        return _joined(row, head), "table-row-and-head"
    if row_says:
        return (_joined(above, row), "table-title") if above and _LEANS.fullmatch(row) else (row, "table-row")
    if head_says:
        return (_joined(above, head), "table-title") if above and _LEANS.fullmatch(head) else (head, "table-head")
    return (above, "table-title") if above else (row or head, "table-row")


def unit_of(units: Sequence[Unit], left: Head, column: Head, title: Head) -> tuple[Unit | None, str]:
    """The unit of a number that brings none: the column's, the row's, the note's above the table."""
    if column.unit is not None:
        return column.unit, "unit-of-the-column"
    if _SURELY_PERCENT.search(column.name):
        return parse_unit("%"), "unit-of-a-share"
    if left.unit is not None:
        return left.unit, "unit-of-the-row"
    words = column.name if column.name and not _GENERIC.fullmatch(column.name) else left.name
    if _RATE.search(words):
        shares = (one for one in (*units, title.unit) if one is not None and one.unit in ("%", "‰"))
        if (share := next(shares, None)) is not None:
            return share, "unit-above-the-table"
        return (parse_unit("%"), "unit-of-a-share") if _SURELY_PERCENT.search(words) else (None, "")
    counted = _COUNTER.search(words)
    units = [one for one in units if one.unit not in ("%", "‰")] or units  # what is no share is not in percent
    for wanted in units:
        if len(units) == 1 or _fits(wanted, words, counted):
            return wanted, "unit-above-the-table"
    if title.unit is not None:
        return title.unit, "unit-above-the-table"
    return (parse_unit(counted[1]), "unit-in-the-name") if counted else (None, "")
