"""The body of a report: under the headings that its document printed, else under our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from fulian.model.achievement import Achievement
from fulian.model.city_report import CityReport
from fulian.model.document import DocumentKind, Passage
from fulian.model.key_task import KeyTask, TaskKind
from fulian.model.reading import Reading
from fulian.model.source import Source
from fulian.reading._kinds import kind_by_title
from fulian.reading.outline import BlockKind, outline
from fulian.text.clauses import find_sentences
from fulian.values.period import Period
from fulian.writing.official._headings import Heading, Headings
from fulian.writing.official._passages import joined, marked, numbered, one_line
from fulian.writing.official.content import paragraphs

__all__ = ["is_running", "report_lines", "report_title"]

_STOPS = "。！？；"
_DONE, _LACKING = "主要工作成效", "存在的问题"
_PLANNED = {TaskKind.TASK: "工作打算", TaskKind.GOAL: "工作目标", TaskKind.MEASURE: "对策措施"}


def report_title(report: CityReport) -> str:
    """The report's own title; where that is a headline and names no kind of document, it goes under one that does."""
    headline = one_line(report.headline)
    if headline and kind_by_title(headline) in (DocumentKind.SUMMARY, DocumentKind.STUDY):
        return headline
    return _formal_title(report) + (f"\n——{headline}" if headline else "")


def _formal_title(report: CityReport) -> str:
    body = one_line(report.organization.name) if report.organization else ""
    if report.year is None:
        return f"{body}工作情况报告"
    return f"{body}关于{report.year}年工作情况的报告" if body else f"{report.year}年工作情况报告"


def report_lines(report: CityReport, reading: Reading | None) -> Iterator[str]:
    """The paragraphs of a report; its headings are those of the document where it was read from one."""
    yield from joined(report.introduction)
    body = _Body(Headings(report, reading))
    body.achievements(report.achievements)
    body.problems(report.problems)
    for kind, tasks in groupby(report.commitments, key=lambda task: task.kind):
        body.commitments(tuple(tasks), f"{_when(report.commitment_period)}{_PLANNED[kind]}")
    yield from body.lines


class _Body:
    """The sections of a report in the making: a level is counted anew under each heading above it."""

    def __init__(self, headings: Headings) -> None:
        self.headings = headings
        self.lines: list[str] = []
        self.open: tuple[Heading, ...] = ()  # the headings over what comes next
        self.counts = [0]  # of each level that is open, and of what stands under them
        self.own: str | None = None  # our heading for what comes next, where the document printed none

    @property
    def depth(self) -> int:
        """The level of what comes next."""
        return len(self.counts)

    def take(self, ordinal: int | None = None) -> int:
        """The number of what comes next: the one that it has, else the next."""
        self.counts[-1] = ordinal or self.counts[-1] + 1
        return self.counts[-1]

    def head(self, words: str) -> None:
        """Print a heading; what comes next stands under it."""
        self.lines.append(marked(self.depth, self.take(), words))
        self.counts.append(0)

    def under(self, source: Source) -> None:
        """Print the headings over a passage, as far as it does not stand under them already."""
        chain = self.headings.over(source)
        if not chain and not self.headings.heads_itself(source):
            chain = self.open[:1] if self.own is None else (Heading(-1, -1, self.own),)
        shared = 0
        while shared < min(len(chain), len(self.open)) and chain[shared] == self.open[shared]:
            shared += 1
        del self.counts[shared + 1 :]
        for heading in chain[shared:]:
            self.head(heading.words)
        self.open, self.own = chain, None

    def achievements(self, achievements: Sequence[Achievement]) -> None:
        self.own = _DONE
        for one in achievements:
            self.under(one.source)
            self.lines += numbered(self.take(), _with_title(one), self.depth)

    def problems(self, problems: Sequence[Passage]) -> None:
        """What was lacking; a heading of its own stands in our heading's place."""
        self.own = _LACKING
        for one in problems:
            heading, text = _split_heading(one.text)
            if heading and self.headings.over(one.source):
                self.under(one.source)
                self.lines.append(marked(self.depth, self.take(), heading))
            elif heading and (self.own is not None or self.headings.heads_itself(one.source)):
                del self.counts[1:]
                self.head(heading)
                self.open, self.own = (Heading(one.source.start, -1, heading),), None
            else:
                self.under(one.source)
                text = one.text
            self.lines += paragraphs(text)

    def commitments(self, tasks: Sequence[KeyTask], own: str) -> None:
        self.own = own
        for _, together in groupby(tasks, key=self._place):
            run = tuple(together)
            self.under(run[0].source)
            if is_running(run):
                self.lines.append("".join(task.text for task in run))
                continue
            for task in run:
                ordinal = task.ordinal if self.depth > 1 else None  # sections are counted through
                self.lines += numbered(self.take(ordinal), task.text, self.depth)

    def _place(self, task: KeyTask) -> tuple[tuple[Heading, ...], bool]:
        return self.headings.over(task.source), self.headings.heads_itself(task.source)


def _with_title(one: Achievement) -> str:
    """The words of a deed behind its title, unless they begin with it: 走访。走访30户, but not 走访30户."""
    title = one.title or ""
    rest = one.text.removeprefix(title)
    run_in = one.text.startswith(title) and not (rest and (title[-1:] + rest[0]).isalnum())
    return one.text if run_in or not title else f"{title}\n{one.text}"


def is_running(tasks: Sequence[KeyTask]) -> bool:
    """Whether tasks are sentences without a number, which run on."""
    return all(task.ordinal is None and _is_sentence(task.text) for task in tasks)


def _is_sentence(text: str) -> bool:
    return text[-1] in _STOPS and len(find_sentences(text, 0, len(text))) == 1 and "\n" not in text


def _split_heading(text: str) -> tuple[str | None, str]:
    blocks = outline(text)
    if len(blocks) > 1 and blocks[0].kind is BlockKind.HEADING and blocks[0].style is not None:
        return text[blocks[0].text : blocks[0].heading_end], text[blocks[1].start :]
    return None, text


def _when(period: Period | None) -> str:
    """The time of commitments as a heading says it."""
    if period is None:
        return "下一步"
    first, last = period.first.year, period.last.year
    return f"{first}年" if first == last else f"{first}—{last}年"
