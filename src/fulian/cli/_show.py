"""A reading as a page to look at: who and when, the tree, and at the end what was not read or is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from fulian.cli._branches import Figures, Grower
from fulian.cli._figures import FigureTable
from fulian.cli._lines import clip, one_line, pad, wrap
from fulian.cli._terminal import Screen
from fulian.cli._tree import Branch, Painter
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.document import Document
from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.model.reading import Part, Reading
from fulian.model.source import Source
from fulian.writing._form_notes import in_english

__all__ = ["show_reading", "show_readings"]

# Unread passages and notes that are shown before the rest is only counted.
_MOST = 12
_LEAST = 12  # cells that are left for a text beside its place


def show_reading(screen: Screen, reading: Reading, *, full: bool = False, name: str | None = None) -> None:
    """Show a reading.

    Args:
        screen: Where to show it.
        reading: What to show.
        full: Whether to show whole passages, or their first lines.
        name: The file's name as the user knows it; the document's own where None.
    """
    _Page(screen, reading, full=full).show(name)


def show_readings(screen: Screen, readings: Iterable[Reading], *, full: bool = False, after: int = 0) -> None:
    """Show readings under one another.

    Args:
        screen: Where to show them.
        readings: What to show.
        full: Whether to show whole passages, or their first lines.
        after: How many were shown before.
    """
    for place, reading in enumerate(readings, start=after):
        if place:
            screen.line()
            screen.line()
        show_reading(screen, reading, full=full)


class _Page:
    def __init__(self, screen: Screen, reading: Reading, *, full: bool) -> None:
        self.screen, self.reading, self.full = screen, reading, full
        self.say = screen.say
        self.grower = Grower(Figures(reading.observations), screen.say)
        self.painter = Painter(screen.guides, FigureTable.of(reading.observations, screen.say), full)

    def show(self, name: str | None) -> None:
        """Write the page."""
        self._head(self.reading.document, name)
        if self.reading.parts:
            self._parts(self.reading.parts, ())
        else:
            self._records(self.reading.plans, self.reading.reports)
        self._tree(self.grower.rest(), gap=True)
        self._foot()

    # ---------------------------------------------------------------- the head

    def _head(self, document: Document, name: str | None) -> None:
        say, dot = self.say, f" {self.screen.guides.dot} "
        title = Text(one_line(document.title or "") or say("(no title)", "（无标题）"), style="title")
        for line in wrap(title, self.screen.width):
            self.screen.line(line)
        size = say("{:,} characters", "{:,} 字符").format(len(document.text))
        facts = (
            say.term(document.kind),
            one_line(name or document.file or ""),
            one_line(document.encoding or document.file_version or ""),
            size,
        )
        self.screen.line(clip(Text(dot.join(filter(None, facts)), style="faint"), self.screen.width))
        rows = [(label, value) for label, value in self._facts(document) if value]
        if rows:
            self.screen.line()
        widest = max((Text(label).cell_len for label, _ in rows), default=0)
        for label, value in rows:
            start = pad(Text.assemble((f"  {label}", "faint")), widest + 4)
            lines = wrap(Text(one_line(value)), self.screen.width - start.cell_len, most=None if self.full else 3)
            for place, line in enumerate(lines):
                self.screen.line((start if place == 0 else Text(" " * start.cell_len)).copy().append_text(line))

    def _facts(self, document: Document) -> Iterator[tuple[str, str]]:
        say = self.say
        yield say("number", "发文字号"), str(document.number or "")
        yield say("issuer", "发文机关"), str(document.issuer or "")
        yield say("issued", "成文日期"), str(document.issued or "")
        yield say("recipients", "主送机关"), "、".join(document.recipients)
        for place, title in enumerate(document.attachments, start=1):
            yield say("annexes", "附件") if place == 1 else "", f"{place}. {title}"
        yield say("published", "发布日期"), str(document.published or "")
        yield say("publisher", "来源"), document.publisher or ""
        yield say("authors", "作者"), "、".join(document.authors)
        yield say("editor", "编辑"), document.editor or ""
        yield say("address", "网址"), document.url or ""

    # ---------------------------------------------------------------- the body

    def _parts(self, parts: tuple[Part, ...], above: tuple[int, ...]) -> None:
        for place, part in enumerate(parts, start=1):
            number = (*above, part.ordinal or place)
            self._part_title(part, ".".join(map(str, number)))
            if part.parts:
                self._parts(part.parts, number)
            else:
                inside = part.source.span
                self._records(
                    tuple(plan for plan in self.reading.plans if plan.source and plan.source.start in inside),
                    tuple(one for one in self.reading.reports if one.source and one.source.start in inside),
                )

    def _part_title(self, part: Part, number: str) -> None:
        self.screen.line()
        label = f"{self.say('Part', '第')} {number}{self.say('', ' 篇')}  "
        title = one_line(part.title or "") or self.say("(no title)", "（无标题）")
        for line in wrap(Text.assemble((label, "faint"), (title, "title")), self.screen.width):
            self.screen.line(line)
        self.screen.line(self.screen.guides.rule * self.screen.width, style="guide")

    def _records(self, plans: tuple[AnnualPlan, ...], reports: tuple[CityReport, ...]) -> None:
        say = self.say
        for plan in plans:
            tasks = sum(len(section.tasks) for section in plan.sections)
            counts = [say.count(len(plan.sections), "section", "个部分"), say.count(tasks, "task", "项任务")]
            if plan.key_tasks:
                counts.append(say.count(len(plan.key_tasks), "key task", "项重点工作"))
            self._title(say("Plan", "工作要点"), plan.issuer, plan.year, plan.title, counts)
            self._tree(self.grower.plan(plan))
        for report in reports:
            self._title(say("Report", "工作报告"), report.organization, report.year, report.headline, [])
            self._tree(self.grower.report(report))

    def _title(
        self, kind: str, body: Organization | None, year: int | None, title: str | None, counts: list[str]
    ) -> None:
        say, screen = self.say, self.screen
        screen.line()
        code = (body.division_code or "") if body else ""
        who = one_line(str(body)) if body else say("(body not told)", "（单位不详）")
        when = str(year) if year else say("(year not told)", "（年份不详）")
        line = Text.assemble((f"{kind}  ", "faint"), (f"{who}  {when}", "title"), (f"  {code}", "faint"))
        screen.line(clip(line, screen.width))
        same = title is None or title == self.reading.document.title
        for text in wrap(Text(one_line(title or "")), screen.width, most=2) if not same else []:
            screen.line(text)
        if counts:
            screen.line(clip(Text(f" {screen.guides.dot} ".join(counts), style="faint"), screen.width))

    def _tree(self, branches: tuple[Branch, ...], *, gap: bool = False) -> None:
        if gap and branches:
            self.screen.line()
        for line in self.painter.lines(branches, self.screen.width):
            self.screen.line(line)

    # ---------------------------------------------------------------- the foot

    def _foot(self) -> None:
        say, screen, reading = self.say, self.screen, self.reading
        screen.line()
        screen.line(screen.guides.rule * screen.width, style="guide")
        counts = [say.count(len(reading.observations), "figure", "项数据")]
        for status in Status:
            number = sum(one.status is status for one in reading.observations)
            if number:
                counts.append(f"{say.standing(status)} {number:,}")
        dot = f" {screen.guides.dot} "
        for line in wrap(Text(dot.join(counts)), screen.width):
            screen.line(line)
        read = say("{} of the text stands in a record", "全文 {} 已归入记录").format(_percent(reading.coverage))
        if not reading.document.text.strip():
            read = say("the text is empty", "全文为空")
        unread = say.count(len(reading.unread), "passage unread", "段未读") if reading.unread else ""
        if say.language == "en" and len(reading.unread) > 1:
            unread = f"{len(reading.unread):,} passages unread"
        notes = say.count(len(reading.notes), "note", "条疑点") if reading.notes else say("no doubts noted", "未记疑点")
        for line in wrap(Text(dot.join(filter(None, (read, unread, notes)))), screen.width):
            screen.line(line)
        self._list(say("unread", "未读"), [(one.source, one_line(one.text)) for one in reading.unread])
        # What is said of a form names its cell itself.
        forms = [note for note in reading.notes if note.code.startswith("form-")]
        others = [note for note in reading.notes if not note.code.startswith("form-")]
        self._list(say("form", "填报问题"), [(None, one_line(say(in_english(one), one.text))) for one in forms])
        self._list(
            say("note", "疑点"),
            [(one.source, f"{one.code}{say(': ', '：')}{one_line(say.told(one.text))}") for one in others],
        )

    def _list(self, label: str, rows: list[tuple[Source | None, str]]) -> None:
        for source, text in rows if self.full else rows[:_MOST]:
            where = "" if source is None else self.say(" at {}", " {}").format(source.start)
            if source is not None and (in_file := one_line(self.say.place(self.reading.document, source.span))):
                where += self.say(" ({})", "（{}）").format(in_file)
            lead = Text.assemble((f"  {label}{where}  ", "warning"))
            if self.screen.width - lead.cell_len < _LEAST:
                # A place may be as long as the names of two sheets: it has lines of its own, and the text stands below.
                for line in wrap(Text(f"{label}{where}", style="warning"), self.screen.width - 2):
                    self.screen.line(Text("  ").append_text(line))
                lead = Text("    ")
            lines = wrap(Text(text), self.screen.width - lead.cell_len, most=None if self.full else 2)
            for place, line in enumerate(lines):
                self.screen.line((lead if place == 0 else Text(" " * lead.cell_len)).copy().append_text(line))
        if not self.full and len(rows) > _MOST:
            more = self.say("and {} more; --full lists them", "另有 {} 处，用 --full 查看").format(len(rows) - _MOST)
            self.screen.line(f"  {more}", style="faint")


def _percent(share: float) -> str:
    """Print a share rounded down, so that 100% means all."""
    return f"{int(share * 1000) / 10:g}%"
