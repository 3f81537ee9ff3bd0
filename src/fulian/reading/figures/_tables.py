"""The figures of a table: unit, time, body, standing and label come from its heads and from the row's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple, TypeVar

import attrs

from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.reading._table_lines import Cell
from fulian.reading.figures._draft import Draft, Sentence
from fulian.reading.figures._settle import recognize, settle
from fulian.reading.figures._when import Clock
from fulian.reading.figures._whose import Speaker
from fulian.reading.setting import Setting
from fulian.reading.table_layout import Row, Table, unit_in_head
from fulian.text.clauses import find_clauses
from fulian.text.organizations import BodyForm, BodyMention
from fulian.text.periods import PeriodForm, PeriodMention
from fulian.text.quantities import Unit, figure_in_cell, find_quantities, parse_unit
from fulian.values.period import Period

__all__ = ["TableReader"]

_INDEX: Final = re.compile("序号|编号|排序|No\\.?|№")
# What a column may hold beside counts: no figure is read from it.
_NO_COUNT: Final = re.compile(
    "序号|编号|代码|编码|电话|手机|联系方式|邮编|传真|身份证|账号|日期|时间|年份|年度$|排名|名次|位次|排序|页码|门牌|文号"
)
# What stands at the left or the right and says neither what was counted nor whose it is.
_ASIDE: Final = re.compile("备注|说明|责任|牵头|配合|负责|联系|填报|来源|序号|编号|代码|电话|地址")
_TOTAL: Final = re.compile("(?:全[省市州县区国]|[省市州县区])?[合总共累] ?计|总数|全[省市州县区]|全体")
_SUBTOTAL: Final = re.compile("小 ?计")
# A head that leaves what was counted to the row, or to the title.
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
# The head of a column that tells, beside the body of a row, what was counted: 项目 does, 工作亮点 does not.
_NAMING: Final = re.compile("项目|指标|类别|类型|名称|事项|活动|任务|种类")
_STOPS: Final = re.compile("[，。；！？;]")
_LONGEST_NAME: Final = 24
_TIMES: Final = re.compile("(?:19|20)[0-9]{2}年度?|[今明去]年")
_OF_ALL: Final = re.compile("^(?:各[县市区州镇乡街道村地]+|全[省市县区州])(?:妇联)?")
_BRACKETED: Final = re.compile("[（(][^（）()]*[）)]")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_REST: Final = re.compile("[（）()0-9.、* ：:]*(?:妇联|县|市|区|末|底|份|度)?[（）()0-9.、* ：:]*")

_Mention = TypeVar("_Mention", BodyMention, PeriodMention)


class _Head(NamedTuple):
    """What a column's heads, or a row's words, say of its numbers."""

    name: str
    unit: Unit | None
    period: Period | None
    dated: bool
    body: Organization | None
    named: bool  # whether it names a body, also one that home does not settle
    status: Status | None
    total: bool = False


_NOTHING: Final = _Head("", None, None, False, None, False, None)


class TableReader:
    """Reads the figures of a document's tables (表格取数).

    Args:
        text: The view's text.
        tables: Its tables, in order.
        bodies: The bodies and places that it mentions, in order.
        periods: The expressions of time in it, in order.
    """

    def __init__(
        self, text: str, tables: Sequence[Table], bodies: Sequence[BodyMention], periods: Sequence[PeriodMention]
    ) -> None:
        self.text = text
        self.tables = tables
        self.at = 0
        self.bodies = bodies
        self.body_starts = [one.start for one in bodies]
        self.periods = periods
        self.period_starts = [one.start for one in periods]
        self._key: tuple[int, Setting] | None = None
        self._columns: list[_Head] = []
        self._corner = _NOTHING  # what the head over the rows' own names says of the whole table
        self._groups: list[_Head] = []
        self._above: dict[int, Cell] = {}  # the last words of each column, for rows that leave them out

    def words(self, bounds: tuple[int, int] | Cell) -> str:
        """The words of a cell."""
        return self.text[bounds[0] : bounds[1]]

    def table_at(self, position: int) -> Table | None:
        """Give the table that a place in the view belongs to, or None; must be asked in order."""
        tables, at = self.tables, self.at
        while at < len(tables) and tables[at].end <= position:
            at += 1
        self.at = at
        return tables[at] if at < len(tables) and tables[at].start <= position else None

    def within(self, table: Table, start: int, end: int) -> Sequence[Row]:
        """Give the rows of a table that begin between two places."""
        first = bisect_left(table.rows, start, key=_start)
        return table.rows[first : bisect_left(table.rows, end, first, key=_start)]

    # -------------------------------------------------------------- a row

    def row(self, table: Table, row: Row, setting: Setting) -> list[Draft]:
        """Give the figures of a row.

        Args:
            table: The table.
            row: One of its rows; rows are read in order.
            setting: What the stretch is about that the row stands in.

        Returns:
            A draft for each of its numbers, in order.
        """
        if self._key != (table.start, setting):
            self._key = (table.start, setting)
            self._columns = self.columns(table, setting)
            self._corner = self.corner(table)
            self._groups = [self.group(one, setting) for one in table.groups]
            self._above = {}
        cells = row.cells
        left = self.under_its_group(table, row, self.left(table, cells, setting))
        title = self.title(table, setting)
        drafts = []
        for number, cell in enumerate(cells):
            column = self._columns[number] if number < len(self._columns) else _NOTHING
            if cell.kind == "T":
                drafts += self.prose(cell, left, setting)
            if cell.kind not in "NY" or self.counts_nothing(table, number, cell, column):
                continue
            unit, rule = self.unit(table, left, column, title)
            figure = figure_in_cell(self.text, cell.start, cell.end, unit)
            if figure is None:
                continue
            draft = Draft(figure, (cell.start, cell.end))
            if unit is not None and figure.quantity.unit and not figure.quantity.text.endswith(figure.quantity.unit):
                draft.decide("quantity", rule, f"{unit.factor:f}{unit.unit}" if unit.factor != 1 else unit.unit)
            self.settle(draft, table, left, column, title, setting)
            drafts.append(draft)
        return drafts

    def prose(self, cell: Cell, left: _Head, setting: Setting) -> list[Draft]:
        """The figures in a cell of words, read as a sentence about the row's body and time."""
        found = [
            figure._replace(start=cell.start + figure.start, end=cell.start + figure.end)
            for figure in find_quantities(self.words(cell))
        ]
        if not found:
            return []
        if left.named:
            setting = attrs.evolve(setting, organization=left.body)
        bounds = (cell.start, cell.end)
        times = [*self.mentions(self.periods, self.period_starts, cell)]
        named = [*self.mentions(self.bodies, self.body_starts, cell)]
        clauses = find_clauses(self.text, *bounds)
        sentence = Sentence(self.text, bounds, clauses, found, times, named, setting, opens=True)
        clock, speaker = Clock(), Speaker()
        clock.begin_stretch(setting)
        speaker.begin_stretch(setting.organization, setting.year)
        clock.date(sentence)
        speaker.name(sentence)
        settle(sentence)
        return sentence.drafts

    def counts_nothing(self, table: Table, number: int, cell: Cell, column: _Head) -> bool:
        """Whether a number is an index, a date, a telephone or a rank."""
        words = self.words(cell)
        if column.name and _NO_COUNT.search(column.name) and column.unit is None:
            return True
        if cell.kind == "Y" and number == 0:
            return True
        if words.isdecimal() and len(words) >= 11:
            return True
        return number == 0 and self.is_index(table)

    def is_index(self, table: Table) -> bool:
        """Whether the first column counts the rows."""
        first = [row.cells[0] for row in table.rows[:3]]
        return (
            len(table.rows[0].cells) > 2
            and [self.words(cell) for cell in first] == [str(number) for number in range(1, len(first) + 1)]
            and table.rows[0].cells[1].kind == "T"
        )

    # -------------------------------------------------------------- heads

    def columns(self, table: Table, setting: Setting) -> list[_Head]:
        """What the heads say, column by column, from above."""
        if not table.heads:
            return []
        width = max(len(head.cells) for head in table.heads)
        columns = []
        for number in range(width):
            cells = [head.cells[number] for head in table.heads if number < len(head.cells)]
            said = _NOTHING
            for cell in dict.fromkeys(cells):
                if cell.kind != "E":
                    said = _both(said, self.head(cell, setting))
            columns.append(said)
        return columns

    def corner(self, table: Table) -> _Head:
        """What the head over the rows' own names says of all of them: the body or the time alone."""
        over_names = bool(self._columns) and table.rows[0].cells[0].kind in "TY"
        return self._columns[0]._replace(name="", unit=None, status=None) if over_names else _NOTHING

    def group(self, line: Row, setting: Setting) -> _Head:
        """What a line says that names a group of rows."""
        return self.row_head(next(cell for cell in line.cells if cell.kind == "T"), setting)

    def under_its_group(self, table: Table, row: Row, left: _Head) -> _Head:
        """What a row says, with the body, time and standing of its group; with its name where the row says little."""
        above = bisect_left(table.groups, row.start, key=_start)
        if not above:
            return left
        group = self._groups[above - 1]
        return _both(group if _LEANS.fullmatch(left.name) else group._replace(name=""), left)

    def head(self, cell: Cell, setting: Setting) -> _Head:
        """What the words of a head, of a row or of a title say."""
        words = self.words(cell)
        if cell.kind == "Y":
            return _NOTHING._replace(period=Period.year(int(words)), dated=True)
        mention = self.body(cell)
        if mention is not None:
            body = mention.resolve(setting.organization, setting.year)
            return _NOTHING._replace(body=body, named=True)
        name, unit = unit_in_head(words)
        period, dated = None, False
        for one in self.mentions(self.periods, self.period_starts, cell):
            if one.comparison or one.title or one.form in (PeriodForm.FIVE_YEAR_PLAN, PeriodForm.TERM):
                continue
            period, dated = one.resolve(setting.year), True
            name = name.replace(self.text[one.start : one.end], "", 1)
            break
        name = (_BRACKETED.sub("", name) or name).removeprefix("其中").strip("：: ")
        return _Head(name, unit, period, dated, None, False, _status(words))

    def mentions(self, things: Sequence[_Mention], starts: list[int], cell: Cell) -> Iterator[_Mention]:
        """The mentions within a cell."""
        first = bisect_left(starts, cell.start)
        while first < len(things) and things[first].end <= cell.end:
            yield things[first]
            first += 1

    def body(self, cell: Cell) -> BodyMention | None:
        """The body or place that a cell names, and nothing besides."""
        for one in self.mentions(self.bodies, self.body_starts, cell):
            rest = self.text[cell.start : one.start] + self.text[one.end : cell.end]
            return one if one.form is not BodyForm.SEVERAL and _REST.fullmatch(rest) else None
        return None

    def left(self, table: Table, cells: Sequence[Cell], setting: Setting) -> _Head:
        """What the words at the left of a row say: its body, its time, its indicator, its unit."""
        said = _NOTHING
        total = any(cell.kind == "T" and _TOTAL.fullmatch(self.words(cell)) for cell in cells[:2])
        for number, printed in enumerate(cells):
            column = self._columns[number] if number < len(self._columns) else _NOTHING
            if printed.kind == "N" and not (number == 0 and self.is_index(table)):
                break
            # An empty cell is merged with the one above it, but for a total, which is of all rows above.
            cell = self._above.get(number, printed) if printed.kind == "E" and not total else printed
            if printed.kind == "T":
                self._above[number] = cell
            if cell.kind == "E" or (column.name and _ASIDE.search(column.name)):
                continue
            if cell.kind == "Y" and number > 0:
                break
            if cell.kind != "N":
                told = self.row_head(cell, setting)
                aside = said.named and column.name and not _NAMING.search(column.name)
                said = _both(said, told._replace(name="") if aside or not self.is_name(cell) else told)
        if table.whose is not None and not said.named:
            whose = Cell(*table.whose, "T")
            said = _both(self.head(whose, setting)._replace(name=""), said)
        return said

    def is_name(self, cell: Cell) -> bool:
        """Whether a cell's words may name what was counted, and are no sentence."""
        return cell.end - cell.start <= _LONGEST_NAME and not _STOPS.search(self.words(cell))

    def row_head(self, cell: Cell, setting: Setting) -> _Head:
        """What one cell at the left says; 合计 means the whole area."""
        words = self.words(cell)
        unit = parse_unit(words)
        if unit is not None and len(words) <= 4:
            return _NOTHING._replace(unit=unit)
        if _TOTAL.fullmatch(words):
            return _NOTHING._replace(body=setting.organization, named=True, total=True)
        if _SUBTOTAL.fullmatch(words):
            return _NOTHING
        return self.head(cell, setting)

    def title(self, table: Table, setting: Setting) -> _Head:
        """What the line above a table says."""
        heading = _NOTHING._replace(name=_named(_TIMES.sub("", setting.heading)))
        if table.title is None:
            return heading
        cell = Cell(*table.title, "T")
        said = self.head(cell, setting)
        name = said.name
        for one in self.mentions(self.bodies, self.body_starts, cell):
            name = name.replace(one.text, "", 1)
        return said._replace(name=_named(name) or heading.name)

    # -------------------------------------------------------------- fields

    def unit(self, table: Table, left: _Head, column: _Head, title: _Head) -> tuple[Unit | None, str]:
        """The unit of a number that brings none: the column's, the row's, the note's above the table."""
        if column.unit is not None:
            return column.unit, "unit-of-the-column"
        if _SURELY_PERCENT.search(column.name):
            return parse_unit("%"), "unit-of-a-share"
        if left.unit is not None:
            return left.unit, "unit-of-the-row"
        words = column.name if column.name and not _GENERIC.fullmatch(column.name) else left.name
        if _RATE.search(words):
            shares = (one for one in (*table.units, title.unit) if one is not None and one.unit in ("%", "‰"))
            if (share := next(shares, None)) is not None:
                return share, "unit-above-the-table"
            return (parse_unit("%"), "unit-of-a-share") if _SURELY_PERCENT.search(words) else (None, "")
        counted = _COUNTER.search(words)
        for wanted in table.units:
            if len(table.units) == 1 or _fits(wanted, words, counted):
                return wanted, "unit-above-the-table"
        if title.unit is not None:
            return title.unit, "unit-above-the-table"
        return (parse_unit(counted[1]), "unit-in-the-name") if counted else (None, "")

    def settle(self, draft: Draft, table: Table, left: _Head, column: _Head, title: _Head, setting: Setting) -> None:
        """Decide whose a number is, for when, its standing and its label."""
        named = ((left, "table-row"), (column, "table-column"), (self._corner, "table-corner"))
        who = next(((one, rule) for one, rule in named if one.named), None)
        if who is None:
            speaker = Speaker()
            speaker.begin_stretch(setting.organization, setting.year)
            draft.organization, rule = speaker.default, "reporting-body"
        else:
            draft.organization, rule = who[0].body, "table-total" if who[0].total else who[1]
        draft.decide("organization", rule, draft.organization)
        draft.period = None if setting.year is None else Period.year(setting.year)
        rule = "setting-year"
        dated = ((left, "table-row"), (column, "table-head"), (self._corner, "table-corner"), (title, "table-title"))
        for said, by in dated:
            if said.dated:
                draft.period, rule = said.period, by
                break
        draft.decide("period", rule, draft.period)
        draft.status, rule = _standing(draft, left, column, title, setting)
        draft.decide("status", rule, draft.status)
        draft.label, rule = _label(left, column, title, record=table.record)
        draft.noun = draft.label
        draft.decide("label", rule, draft.label or "—")
        recognize(draft)


def _start(row: Row) -> int:
    return row.start


def _both(upper: _Head, lower: _Head) -> _Head:
    """Two heads over one number, or two words at the left of it: the nearer goes first, their names stand together."""
    return _Head(
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


def _named(words: str) -> str:
    """What a title names: 培训 of 各县区培训情况表; nothing where its words are as good for any table."""
    name = _TITLE_WORDS.sub("", _OF_ALL.sub("", _TITLE_WORDS.sub("", words))).strip(" ：:、")
    return "" if _GENERIC.fullmatch(name) or len(name) > _LONGEST_NAME else name


@cache
def _status(words: str) -> Status | None:
    """The standing that a head tells."""
    if _CHANGED.search(words) and not _PLANNED_FIRST.search(words):
        return Status.CHANGE
    if _PLANNED_FIRST.search(words):
        return Status.TARGET
    if _REACHED.search(words):
        return Status.ACTUAL
    return Status.TARGET if _PLANNED.search(words) else None


def _standing(draft: Draft, left: _Head, column: _Head, title: _Head, setting: Setting) -> tuple[Status, str]:
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


def _label(left: _Head, column: _Head, title: _Head, *, record: bool) -> tuple[str, str]:
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
