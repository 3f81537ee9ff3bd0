"""The figures of a table: unit, time, body, standing and label come from its heads and from the row's own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

import attrs

from fulian.reading._table_lines import Cell
from fulian.reading._table_parts import Row, Table, unit_in_head
from fulian.reading.figures._draft import Draft, Sentence
from fulian.reading.figures._settle import recognize, settle
from fulian.reading.figures._table_words import (
    LONGEST_NAME,
    NOTHING,
    Head,
    both,
    label_of,
    leans,
    standing_of,
    status_in,
    title_name,
    unit_of,
)
from fulian.reading.figures._when import Clock
from fulian.reading.figures._whose import Speaker
from fulian.reading.setting import Setting
from fulian.text.clauses import find_clauses
from fulian.text.organizations import BodyForm, BodyMention
from fulian.text.periods import PeriodForm, PeriodMention
from fulian.text.quantities import figure_in_cell, find_quantities, parse_unit
from fulian.values.period import Period

__all__ = ["TableReader"]

_SUBTOTAL: Final = re.compile("小 ?计")
_TIMES: Final = re.compile("(?:19|20)[0-9]{2}年度?|[今明去]年")
_BRACKETED: Final = re.compile("[（(][^（）()]*[）)]")
_REST: Final = re.compile("[（）()0-9.、* ：:]*(?:妇联|县|市|区|末|底|份|度)?[（）()0-9.、* ：:]*")
_INDEX: Final = re.compile("序号|编号|排序|No\\.?|№")
# What a column may hold beside counts: no figure is read from it.
_NO_COUNT: Final = re.compile(
    "序号|编号|代码|编码|电话|手机|联系方式|邮编|传真|身份证|账号|日期|时间|年月|生日|年份|年度$|排名|名次|位次|排序|页码|门牌|文号"
)
# What stands at the left or the right and says neither what was counted nor whose it is.
_ASIDE: Final = re.compile("备注|说明|责任|牵头|配合|负责|联系|填报|来源|序号|编号|代码|电话|地址")
_TOTAL: Final = re.compile("(?:全[省市州县区国]|[省市州县区])?[合总共累] ?计|总数|全[省市州县区]|全体")
# The head of a column that tells, beside the body of a row, what was counted: 项目 does, 工作亮点 does not.
_NAMING: Final = re.compile("项目|指标|类别|类型|名称|事项|活动|任务|种类")
_STOPS: Final = re.compile("[，。；！？;]")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")

_Mention = TypeVar("_Mention", BodyMention, PeriodMention)


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
        self.ahead = tables[0].start if tables else len(text)  # where the table begins that comes next, or is read
        self.bodies = bodies
        self.body_starts = [one.start for one in bodies]
        self.periods = periods
        self.period_starts = [one.start for one in periods]
        self._key: tuple[int, Setting] | None = None
        self._columns: list[Head] = []
        self._parts: frozenset[int] = frozenset()  # where further tables begin beside the first
        self._corner = NOTHING  # what the head over the rows' own names says of the whole table
        self._groups: list[Head] = []
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
        if at == len(tables):
            self.ahead = len(self.text)
            return None
        self.ahead = tables[at].start
        return tables[at] if self.ahead <= position else None

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
            self._parts = self.parts(table)
            self._corner = self.corner(table)
            self._groups = [self.group(one, setting) for one in table.groups]
            self._above = {}
        cells = row.cells
        left = self.under_its_group(table, row, self.left(table, cells, setting))
        title = self.title(table, setting)
        drafts = []
        for number, cell in enumerate(cells):
            column = self._columns[number] if number < len(self._columns) else NOTHING
            if number in self._parts:
                left = self.under_its_group(table, row, self.left(table, cells, setting, number))
            if cell.kind == "T":
                drafts += self.prose(cell, left, setting)
            if cell.kind not in "NY" or self.counts_nothing(table, number, cell, column):
                continue
            unit, rule = unit_of(table.units, left, column, title)
            figure = figure_in_cell(self.text, cell.start, cell.end, unit)
            if figure is None:
                continue
            draft = Draft(figure, (cell.start, cell.end))
            if unit is not None and figure.quantity.unit and not figure.quantity.text.endswith(figure.quantity.unit):
                draft.decide("quantity", rule, f"{unit.factor:f}{unit.unit}" if unit.factor != 1 else unit.unit)
            self.settle(draft, table, left, column, title, setting)
            drafts.append(draft)
        return drafts

    def prose(self, cell: Cell, left: Head, setting: Setting) -> list[Draft]:
        """The figures in a cell of words, read as a sentence about the row's body and time."""
        words = self.words(cell)
        name, unit = unit_in_head(words)
        if unit is not None:  # 死亡率（1/10万): what stands in the brackets is no figure
            words = name if words.startswith(name) else ""
        found = [
            figure._replace(start=cell.start + figure.start, end=cell.start + figure.end)
            for figure in find_quantities(words)
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

    def counts_nothing(self, table: Table, number: int, cell: Cell, column: Head) -> bool:
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

    def columns(self, table: Table, setting: Setting) -> list[Head]:
        """What the heads say, column by column, from above."""
        if not table.heads:
            return []
        width = max(len(head.cells) for head in table.heads)
        columns = []
        for number in range(width):
            cells = [head.cells[number] for head in table.heads if number < len(head.cells)]
            said = NOTHING
            for cell in dict.fromkeys(cells):
                if cell.kind != "E":
                    said = both(said, self.head(cell, setting))
            columns.append(said)
        return columns

    def parts(self, table: Table) -> frozenset[int]:
        """Where further tables begin beside the first: behind a blank column, or where its first head stands again."""
        heads = [self.words(cell) for cell in table.heads[-1].cells] if table.heads else []
        first = table.rows[0].cells
        found = set()
        for number in range(2, min(len(heads), len(first))):
            again = bool(heads[number]) and heads[number] == heads[0]
            if (again or self.is_blank(table, heads, number - 1)) and first[number].kind in "TN":
                found.add(number)
        return frozenset(found)

    def is_blank(self, table: Table, heads: list[str], number: int) -> bool:
        """Whether a column has neither a head nor a cell with anything in it."""
        return not heads[number] and all(
            number >= len(row.cells) or row.cells[number].kind == "E" for row in (*table.heads, *table.rows)
        )

    def corner(self, table: Table) -> Head:
        """What the head over the rows' own names says of all of them: the body or the time alone."""
        over_names = bool(self._columns) and table.rows[0].cells[0].kind in "TY"
        return self._columns[0]._replace(name="", unit=None, status=None) if over_names else NOTHING

    def group(self, line: Row, setting: Setting) -> Head:
        """What a line says that names a group of rows."""
        return self.row_head(next(cell for cell in line.cells if cell.kind == "T"), setting)

    def under_its_group(self, table: Table, row: Row, left: Head) -> Head:
        """What a row says, with the body, time and standing of its group; with its name where the row says little."""
        above = bisect_left(table.groups, row.start, key=_start)
        if not above:
            return left
        group = self._groups[above - 1]
        return both(group if leans(left.name) else group._replace(name=""), left)

    def head(self, cell: Cell, setting: Setting) -> Head:
        """What the words of a head, of a row or of a title say."""
        words = self.words(cell)
        if cell.kind == "Y":
            return NOTHING._replace(period=Period.year(int(words)), dated=True)
        mention = self.body(cell)
        if mention is not None:
            body = mention.resolve(setting.organization, setting.year)
            return NOTHING._replace(body=body, named=True)
        name, unit = unit_in_head(words)
        period, dated = None, False
        for one in self.mentions(self.periods, self.period_starts, cell):
            if one.comparison or one.title or one.form in (PeriodForm.FIVE_YEAR_PLAN, PeriodForm.TERM):
                continue
            period, dated = one.resolve(setting.year), True
            name = name.replace(self.text[one.start : one.end], "", 1)
            break
        name = (_BRACKETED.sub("", name) or name).removeprefix("其中").strip("：: ")
        return Head(name, unit, period, dated, None, False, status_in(words))

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

    def left(self, table: Table, cells: Sequence[Cell], setting: Setting, first: int = 0) -> Head:
        """What the words at the left of a row say, or of its part from a column on: body, time, indicator, unit."""
        said = NOTHING
        total = any(cell.kind == "T" and _TOTAL.fullmatch(self.words(cell)) for cell in cells[first : first + 2])
        for number, printed in enumerate(cells[first:], first):
            column = self._columns[number] if number < len(self._columns) else NOTHING
            if printed.kind == "N" and not (number == 0 and self.is_index(table)):
                if first and number == first and _INDEX.search(column.name):
                    continue
                break
            # An empty cell is merged with the one above it, but for a total, which is of all rows above.
            cell = self._above.get(number, printed) if printed.kind == "E" and not total else printed
            if printed.kind == "T":
                self._above[number] = cell
            if cell.kind == "E" or (column.name and _ASIDE.search(column.name)):
                continue
            if cell.kind == "Y" and number > first:
                break
            if cell.kind != "N":
                told = self.row_head(cell, setting)
                aside = said.named and column.name and not _NAMING.search(column.name)
                said = both(said, told._replace(name="") if aside or not self.is_name(cell) else told)
        if table.whose is not None and not said.named:
            whose = Cell(*table.whose, "T")
            said = both(self.head(whose, setting)._replace(name=""), said)
        return said

    def is_name(self, cell: Cell) -> bool:
        """Whether a cell's words may name what was counted, and are no sentence."""
        return cell.end - cell.start <= LONGEST_NAME and not _STOPS.search(self.words(cell))

    def row_head(self, cell: Cell, setting: Setting) -> Head:
        """What one cell at the left says; 合计 means the whole area."""
        words = self.words(cell)
        unit = parse_unit(words)
        if unit is not None and len(words) <= 4:
            return NOTHING._replace(unit=unit)
        if _TOTAL.fullmatch(words):
            return NOTHING._replace(body=setting.organization, named=True, total=True)
        if _SUBTOTAL.fullmatch(words):
            return NOTHING
        return self.head(cell, setting)

    def title(self, table: Table, setting: Setting) -> Head:
        """What the line above a table says."""
        heading = NOTHING._replace(name=title_name(_TIMES.sub("", setting.heading)))
        if table.title is None:
            return heading
        cell = Cell(*table.title, "T")
        said = self.head(cell, setting)
        name = said.name
        for one in self.mentions(self.bodies, self.body_starts, cell):
            name = name.replace(one.text, "", 1)
        return said._replace(name=title_name(name) or heading.name)

    # -------------------------------------------------------------- fields

    def settle(self, draft: Draft, table: Table, left: Head, column: Head, title: Head, setting: Setting) -> None:
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
        draft.status, rule = standing_of(draft, left, column, title, setting)
        draft.decide("status", rule, draft.status)
        draft.label, rule = label_of(left, column, title, record=table.record)
        draft.noun = draft.label
        draft.decide("label", rule, draft.label or "—")
        recognize(draft)


def _start(row: Row) -> int:
    return row.start
