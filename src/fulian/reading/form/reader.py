"""A filled form to a reading."""

from __future__ import annotations

from datetime import date

import attrs

from fulian.errors import ParseError
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import Document, DocumentKind, FrameRole, Passage
from fulian.model.organization import Organization, OrganizationKind
from fulian.model.reading import Note, Reading
from fulian.model.source import Source
from fulian.reading._identity import id_of
from fulian.reading.files import SourceText
from fulian.reading.form._cells import Cell, FoundInfo, find_info, grids_of
from fulian.reading.form._figure_rows import FigureRows
from fulian.reading.form._matter import Matter
from fulian.reading.form._notes import Notes
from fulian.reading.form._sheets import Found, Row, find_sheets
from fulian.reading.form._tables import Tables
from fulian.reading.form.layout import GUIDE, INFO, VERSION, FormInfo, FormKind
from fulian.text.organizations import parse_organization
from fulian.text.periods import parse_period
from fulian.values.period import Period

__all__ = ["form_faults", "form_info", "read_form", "without_formula_remark"]

_HARMLESS = frozenset(("form-info-missing", "form-remark", "form-sheet-renamed"))


def form_info(source: SourceText) -> FormInfo | None:
    r"""Tell whether a workbook is a form, and which (识别填报表).

    Args:
        source: What `read_source` gave for the workbook.

    Returns:
        What its hidden sheet says; None for any other workbook.

    Example:
        >>> from fulian.model import FileKind
        >>> form_info(SourceText(text="序号\t姓名", kind=FileKind.XLSX)) is None
        True
    """
    found = find_info(source)
    return found.info if found is not None else None


def form_faults(reading: Reading) -> tuple[Note, ...]:
    """Give the faults of a filled form (填报问题), in the order of the form.

    Args:
        reading: The reading of a form.

    Returns:
        The notes whose codes begin with ``form-``, without those that only say how a changed form was read.

    Example:
        >>> note = Note(code="form-not-a-number", text="指标数据!E7：“2024年实际”应填数字，填的是“很多”。")
        >>> form_faults(Reading(document=Document(id="d1", text=""), notes=(note,))) == (note,)
        True
    """
    return tuple(note for note in reading.notes if note.code.startswith("form-") and note.code not in _HARMLESS)


def read_form(source: SourceText, *, organization: Organization | None = None) -> Reading:
    """Read a filled form (读取填报表) into a report or a plan.

    Args:
        source: The workbook's text, of which `form_info` told that it is a form.
        organization: The body that filled it in, where the form doesn't say.

    Returns:
        A reading with one report or plan. Its notes name each fault's cell in a Chinese sentence; what could not be
        understood is unread, and so is a form of a later version as a whole.

    Raises:
        ValueError: The workbook is no form.

    Example:
        >>> from fulian.model import FileKind
        >>> read_form(SourceText(text="", kind=FileKind.XLSX))
        Traceback (most recent call last):
        ...
        ValueError: expected a form, found a workbook without the sheet that says which form it is
    """
    found = find_info(source)
    if found is None:
        raise ValueError("expected a form, found a workbook without the sheet that says which form it is")
    return _Form(source, found, organization).reading()


class _Form:
    def __init__(self, source: SourceText, found: FoundInfo, organization: Organization | None) -> None:
        self.source, self.info, self.shown = source, found.info, found.shown
        info = found.info
        self.notes = Notes()
        if found.by_title:
            words = f"工作表“{INFO}”不见了，可能是把各表复制到了新的工作簿里；按标题和表头读入，缺了哪些指标看不出来"
            self.notes.of("", "form-info-missing", words)
        self.matter = Matter(source.text, id_of(source.text), info.year, organization, self.notes)
        self.title: Cell | None = None
        self.places: dict[str, str] = {}
        self.day: date | None = None
        self.words: dict[str, Cell] = {}
        self.task_year = info.year + (info.kind is FormKind.CITY_REPORT)

    def reading(self) -> Reading:
        """Read sheet by sheet."""
        if self.info.kind is None or self.info.version > VERSION:
            words = f"这张表由更新版本的 fulian 制作（第{self.info.version}版，本程序只认识到第{VERSION}版），没有读入"
            self.notes.of("", "form-newer-version", f"{words}；请升级 fulian 后再读")
            return self._result(reports=(), plans=())
        sheets, others = find_sheets(self.source, self.info, self.shown, self.notes)
        for sheet in sheets.values():
            self.matter.take(*sheet.heads(), *sheet.workings_cells())
        self._basics(sheets.get("basics"))
        report = self.info.kind is FormKind.CITY_REPORT
        made = self._report(sheets) if report else self._plan(sheets)
        self._strays(sheets)
        for grid in others:
            words = f"工作表“{grid.name}”不是本表的一部分，没有读入"
            self.notes.of("", "form-other-sheet", words, start=len(self.source.text))
        self._merged(sheets)
        if isinstance(made, CityReport):
            return self._result(reports=(made,), plans=())
        return self._result(reports=(), plans=(made,))

    # ---------------------------------------------------------------- the first sheet

    def _basics(self, found: Found | None) -> None:
        if found is not None:
            heads = found.heads()
            self.title = next(heads, None)
            self._lines(found)
        name, given = self.words.get("organization"), self.info.organization
        if name is not None:
            self.matter.organization = self._body(name.text)
            if given and self._body(given).name != self.matter.organization.name:
                words = f"“填报单位”与制表时的“{given}”不同，按表中所填的读入"
                self._say("organization", "form-other-organization", words)
        elif given:
            self.matter.organization = self._body(given)
        elif self.matter.organization is None:
            self.notes.of(found.grid.name if found else "", "form-no-organization", "没有填写填报单位")
        self._check_year()
        self._set_day()

    def _lines(self, found: Found) -> None:
        names = {column.head(self.info.year): column.key for column in found.layout.columns}
        item, value = found.columns["item"], found.columns["value"]
        for number, cells in found.grid.rows.items():
            label = cells.get(item)
            if number <= found.head or label is None or label.text not in names:
                continue
            self.matter.take(label, *(cell for column, cell in cells.items() if column > value))
            if value in cells:
                key = names[label.text]
                self.words[key] = cells[value]
                self.places[key] = found.grid.address(number, value)
                self.matter.take(cells[value])

    def _say(self, key: str, code: str, words: str) -> None:
        self.notes.at(self.matter.source_of(self.words[key]), self.places[key], code, words)

    def _check_year(self) -> None:
        cell = self.words.get("year")
        if cell is not None and cell.text.removesuffix("年").replace(",", "") != str(self.info.year):
            self._say(
                "year", "form-other-year", f"本表是{self.info.year}年的表，“填报年度”不能改，仍按{self.info.year}年读入"
            )

    def _set_day(self) -> None:
        cell = self.words.get("day")
        if cell is None:
            return
        try:
            period = parse_period(cell.text, year=self.info.year + 1)
        except ParseError:
            period = None
        if period is not None and period.first == period.last:
            self.day = period.first
        else:
            self._say("day", "form-not-a-day", "“填报日期”看不出是哪一天，请写成“2025年1月10日”这样的日期")
            self.matter.taken.discard(cell.start)

    def _body(self, name: str) -> Organization:
        try:
            return parse_organization(name, year=self.info.year)
        except ParseError:
            return Organization(name=name, kind=OrganizationKind.OTHER)

    # ---------------------------------------------------------------- the records

    def _report(self, sheets: dict[str, Found]) -> CityReport:
        tables = Tables(self.matter, self.task_year)
        figures = self._figures(sheets)
        done, lacking, tasks = sheets.get("achievements"), sheets.get("problems"), sheets.get("tasks")
        return CityReport(
            organization=self.matter.organization,
            year=self.info.year,
            headline=self._text("headline"),
            introduction=self._passages("introduction", FrameRole.LEAD),
            achievements=(*(figures.achievements() if figures else ()), *(tables.achievements(done) if done else ())),
            problems=tables.problems(lacking) if lacking else (),
            commitments=(
                *(figures.tasks() if figures else ()),
                *(task for section in (tables.sections(tasks) if tasks else ()) for task in section.tasks),
            ),
            commitment_period=Period.year(self.task_year),
            document_id=self.matter.id,
            source=self._whole(),
        )

    def _plan(self, sheets: dict[str, Found]) -> AnnualPlan:
        figures, tasks = self._figures(sheets), sheets.get("tasks")
        sections = Tables(self.matter, self.task_year).sections(tasks) if tasks else ()
        return AnnualPlan(
            year=self.info.year,
            issuer=self.matter.organization,
            title=self._text("headline"),
            guidance=self._passages("introduction", FrameRole.GUIDANCE),
            sections=tuple(
                PlanSection(title=one.title, tasks=one.tasks, source=one.source) for one in sections if one.title
            ),
            key_tasks=(
                *(figures.tasks() if figures else ()),
                *(task for one in sections if not one.title for task in one.tasks),
            ),
            document_id=self.matter.id,
            source=self._whole(),
        )

    def _figures(self, sheets: dict[str, Found]) -> FigureRows | None:
        found = sheets.get("figures")
        return FigureRows(self.matter, found, self.info.indicators, self.task_year) if found is not None else None

    def _text(self, key: str) -> str | None:
        cell = self.words.get(key)
        return cell.text if cell is not None else None

    def _passages(self, key: str, role: FrameRole) -> tuple[Passage, ...]:
        cell = self.words.get(key)
        return () if cell is None else (Passage(text=cell.text, role=role, source=self.matter.source_of(cell)),)

    # ---------------------------------------------------------------- what is left

    def _strays(self, sheets: dict[str, Found]) -> None:
        """The form's own print that stands beside what was written, and what was written beside the form."""
        for found in sheets.values():
            for row in found.rows():
                number = row.cells.get("number")
                own = [row.cells.get(key) for key in ("check", "last")]
                self.matter.take(*own, number if number is not None and number.text.isdecimal() else None)
                # What is unread in a row of which something is said, is said enough.
                inside = [] if self._is_noted(row) else row.cells.values()
                for cell in (*inside, *row.strays):
                    if cell.start not in self.matter.taken:
                        address = found.grid.address(row.number, cell.column)
                        words = "这一格不在本表要填的栏目内，没有读入"
                        self.notes.at(self.matter.source_of(cell), address, "form-stray", words)

    def _is_noted(self, row: Row) -> bool:
        return any(cell.start in self.notes.starts for cell in row.cells.values())

    def _merged(self, sheets: dict[str, Found]) -> None:
        names = {found.grid.name for found in sheets.values()}
        for name, cells in self.source.fields:
            if name == "merged" and cells.partition("!")[0] in names:
                self.notes.of(cells, "form-merged-cells", "这几格被合并了，只读左上角一格；请取消合并后分别填写")

    def _result(self, *, reports: tuple[CityReport, ...], plans: tuple[AnnualPlan, ...]) -> Reading:
        matter = self.matter
        title = self.title
        frame = (
            () if title is None else (Passage(text=title.text, role=FrameRole.TITLE, source=matter.source_of(title)),)
        )
        author = self.words.get("author")
        document = Document(
            id=matter.id,
            title=title.text if title else None,
            kind=DocumentKind.FORM,
            issuer=matter.organization,
            issued=self.day,
            authors=(author.text,) if author else (),
            frame=frame,
            text=matter.text,
            encoding=self.source.encoding,
            file=self.source.file,
            file_kind=self.source.kind,
            file_version=self.source.version,
            stretches=self.source.stretches,
        )
        return Reading(
            document=document,
            plans=plans,
            reports=reports,
            observations=tuple(sorted(matter.observations, key=lambda one: one.source.start)),
            unread=tuple(self._unread()),
            notes=self.notes.all(),
        )

    def _unread(self) -> list[Passage]:
        shown = (grid for grid in grids_of(self.source) if grid.name not in (GUIDE, self.shown))
        cells = (cell for grid in shown for row in grid.rows.values() for cell in row.values())
        return [
            Passage(text=cell.text, role=FrameRole.BODY, source=self.matter.source_of(cell))
            for cell in cells
            if cell.start not in self.matter.taken
        ]

    def _whole(self) -> Source | None:
        text = self.matter.text
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        return self.matter.source(start, end) if end > start else None


def without_formula_remark(source: SourceText) -> SourceText:
    """Leave out what is said of formulas without values (去除公式说明).

    A form's own formulas have no values until Excel saves it, and its reading needs none.

    Args:
        source: The form's text.

    Returns:
        The same without that remark.

    Example:
        >>> from fulian.model import FileKind
        >>> from fulian.reading.files import Remark
        >>> remarks = (Remark("formulas-without-values", "3 formulas have no value stored"),)
        >>> without_formula_remark(SourceText(text="", kind=FileKind.XLSX, remarks=remarks)).remarks
        ()
    """
    remarks = tuple(remark for remark in source.remarks if remark.code != "formulas-without-values")
    return attrs.evolve(source, remarks=remarks)
