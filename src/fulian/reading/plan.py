"""Plans: a guidance, sections with their tasks, and a list of key tasks."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from fulian.model.document import DocumentKind, FrameRole
from fulian.model.key_task import TaskKind
from fulian.model.observation import Status
from fulian.reading._closing import closing
from fulian.reading._draft import PassageDraft, PlanDraft, SectionDraft, TaskDraft, make_setting
from fulian.reading._matter import Matter
from fulian.reading._terms import five_year_plan_in
from fulian.reading._years import year_in
from fulian.reading.outline import PLAIN_LEVEL, Block, BlockKind
from fulian.reading.sentences import tables_whole, without_stop
from fulian.reading.setting import Setting
from fulian.text.clauses import find_sentences
from fulian.values.period import Period

__all__ = ["HANDLES", "read_plan"]

HANDLES = DocumentKind.PLAN

_TITLE_LIKE = re.compile("[^，,。；;]{4,60}")
_BOOK = re.compile("《([^《》]{2,80})》")
# A run-in heading without a number: a short clause that says what is done to what, and nothing else.
_RUN_IN = re.compile("[^，,、；;：:。！？《》0-9]{5,26}。")
_LONGEST_RUN_IN = 27
# 前言, 发展现状, 2013年工作回顾 within a plan.
_FOREWORD = re.compile("[ 　]*(?:前[ 　]*言|序[ 　]*言|引[ 　]*言)[ 　]*")
_LOOKS_BACK = re.compile("^(?:前 *言|序 *言|引 *言)$|现状|回顾|背景|(?:发展|工作)基础|成就|成效|存在.{0,6}问题|形势")
_LOOKS_AHEAD = re.compile("目标|任务|计划|安排|打算|措施|思路")
# “十二五”规划目标完成情况: what the plan before came to, whatever was aimed at; but 加强落实情况督查 is a task.
_REVIEWS = re.compile(
    "(?!.*(?:强|监测|督|检查|通报|跟踪))[^，。；]*(?:执行|实施|完成|落实|进展)(?:总体|基本)?情况(?:回顾|总结|评估)?$"
)
# 五年来，…, 十年来，…, “十三五”期间，…: a foreword without a heading tells what the plan before came to.
_TELLS_OF_BEFORE = re.compile(
    "(?:(?:[五5十几多近]|10)年来|过去(?:的)?[五5]年|“?十[一二三四五]五”?(?:期间|时期|规划实施|以来)|规划实施以来)"
)
_ENACTS = re.compile("(?:特|制订|制定|编制)[^，,。；;\n]{0,12}本规划|根据[^。\n]{0,80}(?:特|制定|制订|编制)")
_SHORTEST_RUNNING_TEXT = 80

# At hand, since every block asks for them.
_HEADING: Final = BlockKind.HEADING
_ITEM: Final = BlockKind.ITEM
_PARAGRAPH: Final = BlockKind.PARAGRAPH
_TASK: Final = TaskKind.TASK


def read_plan(matter: Matter) -> None:
    r"""Read a plan (工作要点、工作计划) into the matter's draft.

    Args:
        matter: The document.

    Example:
        >>> from fulian.reading import read_text
        >>> [plan] = read_text("县妇联2020年工作要点\n一、加强引领\n举办宣讲12场。\n二、加强维权\n建站3个。").plans
        >>> [(section.ordinal, section.title, section.tasks[0].title) for section in plan.sections]
        [(1, '加强引领', '举办宣讲12场'), (2, '加强维权', '建站3个')]
    """
    plan = PlanDraft(matter.start, matter.end, issuer=matter.organization, title=matter.frame.title)
    sheets = [sheet for sheet in _sheets(matter) if sheet]
    reader = _PlanReader(matter, plan)
    for sheet in sheets:
        reader.sheet(sheet)
    if plan.title is not None:
        plan.title = _inner_title(matter, plan.title)
    matter.draft.plans.append(plan)


def _sheets(matter: Matter) -> list[list[Block]]:
    """The body, cut where an annex begins."""
    sheets: list[list[Block]] = [[]]
    annexes = matter.frame.annexes
    passed = 0
    for first, last in matter.frame.body:
        if passed < len(annexes) and annexes[passed] < first:
            passed = bisect_left(annexes, first, passed)
            sheets.append([])
        sheets[-1] += matter.blocks[first:last]
    return sheets


def _inner_title(matter: Matter, title: tuple[int, int]) -> tuple[int, int]:
    """The plan's own title within that of the notice which issues it."""
    words = matter.words(title)
    inner = _BOOK.search(words) if "印发" in words or "转发" in words else None
    return (title[0] + inner.start(1), title[0] + inner.end(1)) if inner else title


def _is_on_the_past(heading: str) -> bool:
    """Whether a plan's section tells what was reached before it: 发展现状, “十二五”规划执行情况."""
    if _REVIEWS.match(heading):
        return True
    return _LOOKS_BACK.search(heading) is not None and not _LOOKS_AHEAD.search(heading)


class _PlanReader:
    def __init__(self, matter: Matter, plan: PlanDraft) -> None:
        self.matter = matter
        self.text = matter.text
        self.plan = plan
        self.year = matter.year
        self.looks_back = False  # in a section on what was reached so far
        self.before: Period | None = None  # the years of the plan before, where the section's heading names it

    def setting(self, bounds: tuple[int, int] | None = None) -> Setting:
        heading = self.matter.words(bounds) if bounds else ""
        status = Status.ACTUAL if self.looks_back else Status.TARGET
        year, term = self.year, self.matter.term
        if self.looks_back and year is None and term is not None:
            began = term.first.year  # what is told stood when the plan began
            year, term = began - 1, self.before if self.before and self.before.last.year < began else None
        return make_setting(organization=self.matter.organization, year=year, term=term, status=status, heading=heading)

    def sheet(self, blocks: list[Block]) -> None:
        """Read the main document, or one annex."""
        title, blocks = self.sheet_title(blocks)
        listed = bool(blocks) and all(block.kind is _ITEM for block in blocks)
        if title and not (listed and self.plan.sections):
            self.plan.title = title
            year = year_in(self.matter.words(title))
            if year is not None and self.matter.year is None:
                self.year = year
        self.plan.year = self.year
        if listed and len(blocks) > 1:
            self.key_tasks(blocks)
            return
        end = closing(self.text, blocks)
        self.sections(blocks[:end])
        for block in blocks[end:]:
            self.passage(block, self.plan.conclusion, FrameRole.BODY)

    def sheet_title(self, blocks: list[Block]) -> tuple[tuple[int, int] | None, list[Block]]:
        """The lines at a sheet's head that name it, where the document's own head stands before them."""
        taken = 0
        while taken < min(3, len(blocks) - 1):
            block = blocks[taken]
            is_title = (
                block.style is None
                and block.end - block.start <= 60
                and (block.kind is _HEADING or _TITLE_LIKE.fullmatch(self.text, block.start, block.end))
            )
            if not is_title:
                break
            self.matter.draft.frame.append(PassageDraft(block.start, block.end, FrameRole.TITLE))
            self.looks_back = _FOREWORD.fullmatch(self.text, block.start, block.end) is not None
            taken += 1
        if not taken:
            return None, blocks
        return (blocks[0].start, blocks[taken - 1].end), blocks[taken:]

    def key_tasks(self, blocks: list[Block]) -> None:
        for block in blocks:
            self.plan.key_tasks.append(self.task(block, block.end))
            self.matter.draft.stretch(block.start, block.end, self.setting(self.plan.title))

    def passage(self, block: Block, into: list[PassageDraft], role: FrameRole) -> None:
        into.append(PassageDraft(block.start, block.end, role))
        self.looks_back |= _FOREWORD.fullmatch(self.text, block.start, block.end) is not None
        looked, self.looks_back = self.looks_back, self.looks_back or self.tells_of_before(block)
        self.matter.draft.stretch(block.start, block.end, self.setting())
        self.looks_back = looked

    def tells_of_before(self, block: Block) -> bool:
        """Whether a paragraph of a plan of several years tells what the one before came to."""
        if self.matter.term is None or _TELLS_OF_BEFORE.search(self.text, block.start, block.end) is None:
            return False
        return _ENACTS.search(self.text, block.start, block.end) is None

    def sections(self, blocks: list[Block]) -> None:
        levels = [block.level for block in blocks if block.kind is not _PARAGRAPH]
        if not levels:
            self.without_sections(blocks)
            return
        top = min(levels)
        tops = [number for number, block in enumerate(blocks) if block.level == top]
        for block in blocks[: tops[0]]:
            self.passage(block, self.plan.guidance, FrameRole.GUIDANCE)
        groups = [blocks[first:last] for first, last in zip(tops, [*tops[1:], len(blocks)], strict=True)]
        run_ins = self.has_run_ins(groups)
        for group in groups:
            self.plan.sections.append(self.section(group, run_ins=run_ins))

    def without_sections(self, blocks: list[Block]) -> None:
        """A plan of plain paragraphs: the first is its guidance, the others are its tasks."""
        for number, block in enumerate(blocks):
            if number == 0:
                self.passage(block, self.plan.guidance, FrameRole.GUIDANCE)
                continue
            if self.tells_of_before(block):
                self.passage(block, self.plan.guidance, FrameRole.GUIDANCE)
                continue
            self.plan.key_tasks.append(self.task(block, block.end))
            self.matter.draft.stretch(block.start, block.end, self.setting())

    # -------------------------------------------------------------- sections

    def section(self, group: list[Block], *, run_ins: bool) -> SectionDraft:
        head, inner = group[0], group[1:]
        title = self.title(head)
        self.looks_back = _is_on_the_past(self.matter.words(title))
        self.before = five_year_plan_in(self.matter.words(title)) if self.looks_back else None
        levels = [block.level for block in inner if block.kind is not _PARAGRAPH]
        marked = [level for level in levels if level < PLAIN_LEVEL]
        child = min(marked or levels, default=None)
        section = SectionDraft(head.start, group[-1].end, head.ordinal, title, None, [])
        own = [block for block in inner if block.kind is _PARAGRAPH]
        if child is not None:
            first = next(number for number, block in enumerate(inner) if block.level == child)
            own = inner[:first]
        running = self.running_text(head, own)
        self.matter.draft.stretch(head.start, running[0] if running else head.end, self.setting())
        text: tuple[int, int] | None = None
        if running and child is not None:
            text = running
            self.matter.draft.stretch(*running, self.setting(title))
        elif running:
            text = self.tasks_of_text(running, section.tasks, title, run_ins=run_ins)
        if child is not None:
            self.child_tasks(inner, child, section.tasks)
        return section._replace(text=text)

    def running_text(self, head: Block, own: list[Block]) -> tuple[int, int] | None:
        """The bounds of the text between a section's heading and its first numbered task."""
        start = head.heading_end if head.kind is BlockKind.RUN_IN else head.end
        while start < head.end and self.text[start] in "。！：:—!. ":
            start += 1
        end = own[-1].end if own else head.end
        if start >= head.end:
            start = own[0].start if own else end
        return (start, end) if end > start else None

    def title(self, block: Block) -> tuple[int, int]:
        """A block's heading; where it has none, its first sentence without the stop."""
        if block.heading_end > block.text:
            return (block.text, block.heading_end)
        sentences = find_sentences(self.text, block.text, block.end)
        if not sentences:
            return (block.start, block.end)
        return without_stop(self.text, sentences[0])

    def task(self, block: Block, end: int) -> TaskDraft:
        return TaskDraft(block.start, self.title(block), end, block.ordinal, _TASK, self.year)

    def child_tasks(self, inner: list[Block], child: int, into: list[TaskDraft]) -> None:
        starts = [number for number, block in enumerate(inner) if block.level == child]
        for first, last in zip(starts, [*starts[1:], len(inner)], strict=True):
            task = self.task(inner[first], inner[last - 1].end)
            into.append(task)
            for block in inner[first:last]:
                self.matter.draft.stretch(block.start, block.end, self.setting(task.title))

    def tasks_of_text(
        self, running: tuple[int, int], into: list[TaskDraft], title: tuple[int, int], *, run_ins: bool
    ) -> tuple[int, int] | None:
        """A section without numbered tasks: by its run-in headings, else a task for each sentence."""
        sentences = tables_whole(find_sentences(self.text, *running), self.matter.tables)
        heads = self.run_ins(sentences) if run_ins else []
        if len(heads) < 2:
            into += [
                TaskDraft(one[0], without_stop(self.text, one), one[1], None, _TASK, self.year) for one in sentences
            ]
            self.matter.draft.stretch(*running, self.setting(title))
            return None
        for first, last in zip(heads, [*heads[1:], len(sentences)], strict=True):
            start, end = sentences[first][0], sentences[last - 1][1]
            bounds = without_stop(self.text, sentences[first])
            if not into and start > running[0]:
                self.matter.draft.stretch(running[0], sentences[first - 1][1], self.setting(title))
            into.append(TaskDraft(start, bounds, end, None, _TASK, self.year))
            self.matter.draft.stretch(start, end, self.setting(bounds))
        before = sentences[heads[0] - 1][1] if heads[0] else running[0]
        return (running[0], before) if before > running[0] else None

    # -------------------------------------------------------------- run-in headings without a number

    def has_run_ins(self, groups: list[list[Block]]) -> bool:
        """Whether the plan heads its tasks with short sentences: then it does so throughout."""
        counted = having = 0
        for head, *inner in groups:
            if any(block.kind is not _PARAGRAPH for block in inner):
                return False
            running = self.running_text(head, inner)
            if running is None or running[1] - running[0] < _SHORTEST_RUNNING_TEXT:
                continue
            counted += 1
            having += len(self.run_ins(find_sentences(self.text, *running))) >= 2
        return counted >= 2 and having * 3 >= counted * 2

    def run_ins(self, sentences: list[tuple[int, int]]) -> list[int]:
        """The sentences that are headings: short, one clause, no figure, and a full sentence after each."""
        found: list[int] = []
        for number, (start, end) in enumerate(sentences[:-1]):
            length = sentences[number + 1][1] - sentences[number + 1][0]
            if end - start > _LONGEST_RUN_IN or not _RUN_IN.fullmatch(self.text, start, end):
                continue
            if length > end - start and not (found and found[-1] == number - 1):
                found.append(number)
        return found
