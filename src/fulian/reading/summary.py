"""A single body's summary or study: what was done, what was lacking, what is to be done."""

from __future__ import annotations

import re
from typing import Final

from fulian.model.document import DocumentKind, FrameRole
from fulian.model.key_task import TaskKind
from fulian.model.observation import Status
from fulian.reading._closing import closing
from fulian.reading._draft import AchievementDraft, PassageDraft, ReportDraft, TaskDraft, make_setting
from fulian.reading._matter import Matter
from fulian.reading._plan_times import PlanTimes
from fulian.reading.outline import Block, BlockKind
from fulian.reading.sentences import announces, first_plan, tables_whole, tells_lack, without_stop
from fulian.reading.setting import Setting
from fulian.text.clauses import find_sentences
from fulian.values.period import Period
from fulian.values.term import Term

__all__ = ["HANDLES", "read_summary"]

HANDLES = (DocumentKind.SUMMARY, DocumentKind.STUDY, DocumentKind.OTHER)


class _Class(Term):
    """What a section tells."""

    DONE = "done", "成效"
    LACKING = "lacking", "问题"
    TO_DO = "to-do", "计划"


# At hand, since every block asks for them.
_PLANS: Final = _Class.TO_DO
_HEADING: Final = BlockKind.HEADING
_PARAGRAPH: Final = BlockKind.PARAGRAPH
_ACTUAL: Final = Status.ACTUAL
_TARGET: Final = Status.TARGET

_DONE = re.compile("成绩|成效|现状|做法|亮点|总结|回顾|完成情况|工作情况|基本情况|基本状况|经验|特点|进展")
_LACKING = re.compile(
    "(?:存在|主要|面临|突出)(?:的|着)?.{0,6}(?:问题|不足|困难|差距|短板|挑战)|^(?:主要|突出)?(?:问题|不足|困难|差距)|(?:问题|不足|困难|差距)(?:和|与|及|、).{0,8}$"
    "|薄弱环节|不足之处|制约因素"
)
_TO_DO = re.compile(
    "(?:19|20)[0-9]{2}年?度?.{0,12}(?:计划|打算|思路|安排|要点|目标|任务)|(?:工作|下步|明年|今后).{0,8}(?:计划|打算|思路|设想|安排|展望)"
    "|下一步|下步|今后|明年|来年|新的一年|努力方向|(?:总体|工作|总|主要|发展|具体)?目标(?:任务)?$|^总目标|目标、|主要任务|重点任务|对策|^(?:主要|具体|工作)?措施$|建议$|^建议|^打算"
    "|(?:打算|安排|思路|设想|展望|(?<!春蕾)(?<!行动)计划)$|下半年.{0,6}(?:工作|重点|任务)"
)
_REACHED = re.compile(
    "(?:达到|实现了?|完成了?)[^，,]{0,16}[0-9%成][^，,]{0,8}目标$|均(?:已)?(?:达到|实现|完成)"
)  # tells of goals that were met
_GOAL = re.compile("目标")
_MEASURE = re.compile("对策|措施|建议")
_ENUMERATED = re.compile("[ 　]*(?:第?[一二三四五六七八九十]{1,3}[是要、，,]|[（(][一二三四五六七八九十0-9]{1,2}[）)])")


class _Section:
    """A section that is open; under a `loose` heading, which only says that plans follow, each sentence is a task."""

    __slots__ = ("kind", "level", "loose", "period", "tells")

    def __init__(
        self, level: int, tells: _Class, kind: TaskKind, period: Period | None = None, *, loose: bool = False
    ) -> None:
        self.level = level
        self.tells = tells
        self.kind = kind
        self.period = period
        self.loose = loose


class _Unit:
    """A passage in the making: its heading block or first paragraph, and where it ends so far."""

    __slots__ = ("end", "head", "section")

    def __init__(self, head: Block, section: _Section) -> None:
        self.head = head
        self.end = head.end
        self.section = section


def read_summary(matter: Matter) -> None:
    r"""Read a summary (工作总结) or a study (调研报告) into the matter's draft.

    Args:
        matter: The document.

    Example:
        >>> from fulian.reading import read_text
        >>> [report] = read_text("2020年工作总结\n一、培训\n办班5期。\n二、存在问题\n人手不足。").reports
        >>> report.achievements[0].text, report.problems[0].text
        ('办班5期。', '二、存在问题\n人手不足。')
    """
    report = ReportDraft(
        matter.start, matter.end, organization=matter.organization, year=matter.year, headline=matter.frame.title
    )
    _SummaryReader(matter, report).read()
    matter.draft.reports.append(report)


class _SummaryReader:
    def __init__(self, matter: Matter, report: ReportDraft) -> None:
        self.matter = matter
        self.text = matter.text
        self.report = report
        self.plans = PlanTimes(matter)
        self.sections = [_Section(-99, _Class.DONE, TaskKind.TASK)]
        self.unit: _Unit | None = None
        self.has_headings = False
        self.announced: tuple[int, int] | None = None  # the words that announce the plans which are listed next

    def setting(self, status: Status, year: int | None, heading: str = "", *, planned: Period | None = None) -> Setting:
        own = year == self.report.year
        return make_setting(
            organization=self.report.organization,
            year=year,
            status=status,
            heading=heading,
            written=self.matter.written if own else self.report.year if status is _TARGET else None,
            term=self.matter.term if own and status is _ACTUAL else planned,
        )

    def read(self) -> None:
        blocks = self.matter.body
        self.has_headings = any(block.kind is not _PARAGRAPH for block in blocks)
        end = closing(self.text, blocks)
        for number, block in enumerate(blocks[:end]):
            following = blocks[number + 1] if number + 1 < end else None
            self.block(block, following)
        self.finish()
        self.sections = self.sections[:1]
        for block in blocks[end:]:
            self.plain_paragraph(block)

    def block(self, block: Block, following: Block | None) -> None:
        if block.kind is _PARAGRAPH:
            self.paragraph(block)
            self.announce(block, following)
            return
        self.finish()
        while self.sections[-1].level >= block.level:
            self.sections.pop()
        section = self.section(block)
        self.sections.append(section)
        is_leaf = following is None or following.level <= block.level
        has_text = following is not None and following.kind is _PARAGRAPH
        if block.kind is _HEADING and not is_leaf and (section.loose or not has_text):
            self.matter.draft.frame.append(PassageDraft(block.start, block.end, FrameRole.HEADING))
            status = _TARGET if section.tells is _PLANS else _ACTUAL
            self.matter.draft.stretch(block.start, block.end, self.setting(status, self.year(section)))
            return
        self.open(block, section)

    def paragraph(self, block: Block) -> None:
        """A paragraph of the unit that is open, of the section, or of the body under no heading."""
        section = self.sections[-1]
        if section.tells is _PLANS and section.period is None:
            section.period = self.plans.opened(max(block.text, block.heading_end), block.end)
        if self.unit is not None:
            self.unit.end = block.end
            self.stretch(block, self.unit)
        elif section.loose:
            self.loose_tasks(block, section)
        elif len(self.sections) > 1:
            self.open(block, section)
        elif self.has_headings:
            self.report.introduction.append(PassageDraft(block.start, block.end, FrameRole.BODY))
            self.matter.draft.stretch(block.start, block.end, self.setting(_ACTUAL, self.report.year))
        else:
            self.plain_paragraph(block)

    def announce(self, block: Block, following: Block | None) -> None:
        """县妇联将做好以下工作： opens a section of plans, for the deeper blocks that follow."""
        if following is None or self.sections[-1].tells is _PLANS:
            return
        if following.kind is _PARAGRAPH or following.level <= self.sections[-1].level:
            return
        if announces(self.text, block.start, block.end):
            year = self.plans.announced(self.last_sentence(block)) or self.plans.year_at_hand
            period = None if year is None else Period.year(year)
            self.sections.append(_Section(following.level - 1, _Class.TO_DO, TaskKind.TASK, period))

    # -------------------------------------------------------------- sections

    def section(self, block: Block) -> _Section:
        """What a section tells: by its heading, else what the section around it tells."""
        around = self.sections[-1]
        if block.heading_end <= block.text:
            return _Section(block.level, around.tells, around.kind, around.period)
        words = self.text[block.text : block.heading_end]
        tells, kind, period = around.tells, around.kind, around.period
        if block.kind is _HEADING or around.level < 0:
            if _LACKING.search(words):
                tells = _Class.LACKING
            elif (
                (_TO_DO.search(words) or self.plans.are_headed(words))
                and not (_DONE.search(words) and around.tells is _Class.DONE)
                and not _REACHED.search(words)
            ):
                tells = _Class.TO_DO
            elif _DONE.search(words):
                tells = _Class.DONE
        loose = False
        if tells is _PLANS and block.kind is _HEADING:
            kind = self.task_kind(words, kind)
            period = self.plans.headed(words) or period
            if self.report.commitment_period is None:
                self.report.commitment_period = period
            loose = kind is not TaskKind.GOAL and _TO_DO.search(words) is not None
        return _Section(block.level, tells, kind, period, loose=loose)

    def task_kind(self, words: str, around: TaskKind) -> TaskKind:
        goal, measure = _GOAL.search(words), _MEASURE.search(words)
        if goal and (measure or "任务" in words):
            return TaskKind.TASK
        if goal:
            return TaskKind.GOAL
        if measure:
            return TaskKind.MEASURE
        return TaskKind.TASK if "任务" in words else around

    def year(self, section: _Section) -> int | None:
        if section.tells is not _PLANS:
            return self.report.year
        period = section.period
        return period.first.year if period and period.first.year == period.last.year else None

    def years(self, section: _Section) -> Period | None:
        """The years that a section of plans is for, where they are several."""
        period = section.period if section.tells is _Class.TO_DO else None
        return period if period is not None and period.first.year < period.last.year else None

    # -------------------------------------------------------------- units

    def open(self, block: Block, section: _Section) -> None:
        self.unit = _Unit(block, section)
        self.stretch(block, self.unit)

    def stretch(self, block: Block, unit: _Unit) -> None:
        section = unit.section
        status = _TARGET if section.tells is _PLANS else _ACTUAL
        heading = self.text[unit.head.text : unit.head.heading_end]
        setting = self.setting(status, self.year(section), heading, planned=self.years(section))
        self.matter.draft.stretch(block.start, block.end, setting)

    def loose_tasks(self, block: Block, section: _Section) -> None:
        year = self.year(section)
        for start, end in tables_whole(find_sentences(self.text, block.start, block.end), self.matter.tables):
            title = without_stop(self.text, (start, end))
            self.report.commitments.append(TaskDraft(start, title, end, None, section.kind, year))
        setting = self.setting(_TARGET, year, planned=self.years(section))
        self.matter.draft.stretch(block.start, block.end, setting)

    def finish(self) -> None:
        """Close the open unit and make of it what its section tells."""
        unit, self.unit = self.unit, None
        if unit is None:
            return
        head = unit.head
        heading = (head.text, head.heading_end)
        match unit.section.tells:
            case _Class.DONE:
                text = head.end if head.kind is _HEADING and unit.end > head.end else head.text
                while text < unit.end and self.text[text] in "\n ":
                    text += 1
                self.report.achievements.append(AchievementDraft(head.start, heading, text, unit.end))
            case _Class.LACKING:
                self.report.problems.append(PassageDraft(head.start, unit.end, FrameRole.BODY))
            case _Class.TO_DO:
                year = self.year(unit.section)
                title = heading if heading[1] > heading[0] else _first_sentence(self.text, head.text, unit.end)
                self.report.commitments.append(
                    TaskDraft(head.start, title, unit.end, head.ordinal, unit.section.kind, year)
                )

    def plain_paragraph(self, block: Block) -> None:
        """A paragraph under no heading: sentence by sentence, by what each says."""
        report = self.report
        sentences = tables_whole(find_sentences(self.text, block.start, block.end), self.matter.tables)
        turn = first_plan(self.text, sentences, report.year)
        opening = sentences[turn] if turn < len(sentences) else (block.start, block.end)
        if self.announced is not None and _ENUMERATED.match(self.text, block.start):
            turn, opening = 0, self.announced
        else:
            self.announced = sentences[-1] if announces(self.text, block.start, block.end) else None
        for number, (start, end) in enumerate(sentences):
            if number >= turn:
                year = self.plans.announced(opening)
                report.commitments.append(
                    TaskDraft(start, without_stop(self.text, (start, end)), end, None, TaskKind.TASK, year)
                )
                if year is not None and report.commitment_period is None:
                    report.commitment_period = Period.year(year)
                self.matter.draft.stretch(start, end, self.setting(_TARGET, year))
                continue
            if tells_lack(self.text, start, end):
                report.problems.append(PassageDraft(start, end, FrameRole.BODY))
            else:
                report.achievements.append(AchievementDraft(start, (start, start), start, end))
            self.matter.draft.stretch(start, end, self.setting(_ACTUAL, report.year))

    def last_sentence(self, block: Block) -> tuple[int, int]:
        return find_sentences(self.text, block.start, block.end)[-1]


def _first_sentence(text: str, start: int, end: int) -> tuple[int, int]:
    sentences = find_sentences(text, start, end)
    return without_stop(text, sentences[0]) if sentences else (start, end)
