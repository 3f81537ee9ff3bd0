"""Records as branches of a tree: plans with sections and tasks, reports with what was done, lacking and is to come."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rich.text import Text

from fulian.cli._lines import one_line
from fulian.cli._tree import Branch
from fulian.cli._words import Speech
from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import Passage
from fulian.model.key_task import KeyTask, TaskKind
from fulian.model.observation import Observation
from fulian.model.organization import Organization
from fulian.model.source import Source

__all__ = ["Figures", "Grower"]

_NUMERALS = "零一二三四五六七八九十"


def _ordinal(number: int) -> str:
    """Print a section's number as documents do: 一, 十二, 二十."""
    if number <= 10:
        return _NUMERALS[number]
    tens, ones = divmod(number, 10)
    return (
        (_NUMERALS[tens] if tens > 1 else "") + "十" + (_NUMERALS[ones] if ones else "") if tens < 10 else str(number)
    )


class Figures:
    """The figures of a reading, found by where they stand; each is given out once."""

    def __init__(self, observations: Sequence[Observation]) -> None:
        self._all = observations
        self._starts = [one.source.start for one in observations]
        self._given = [False] * len(observations)

    def within(self, source: Source | None) -> tuple[Observation, ...]:
        """Those that stand in a source and were not given out before."""
        if source is None:
            return ()
        return self._take(range(bisect_left(self._starts, source.start), bisect_left(self._starts, source.end)))

    def others(self) -> tuple[Observation, ...]:
        """Those that were not given out at all."""
        return self._take(range(len(self._all)))

    def _take(self, places: Iterable[int]) -> tuple[Observation, ...]:
        fresh = [place for place in places if not self._given[place]]
        for place in fresh:
            self._given[place] = True
        return tuple(self._all[place] for place in fresh)


class Grower:
    """Makes branches of records."""

    def __init__(self, figures: Figures, say: Speech) -> None:
        self.figures = figures
        self.say = say

    def plan(self, plan: AnnualPlan) -> tuple[Branch, ...]:
        """Guidance, sections with their tasks, the list of key tasks, the conclusion."""
        say, whose = self.say, plan.issuer
        branches = [self._passage(passage, whose, say("guidance", "总体要求")) for passage in plan.guidance]
        branches += [self._section(section, whose) for section in plan.sections]
        if plan.key_tasks:
            tasks = tuple(self._task(task, whose) for task in plan.key_tasks)
            head = Text(say("Key tasks", "重点工作"), style="head")
            branches.append(Branch(head=head, aside=str(len(tasks)), children=tasks))
        branches += [self._passage(passage, whose, say("conclusion", "结语")) for passage in plan.conclusion]
        return tuple(branches)

    def report(self, report: CityReport) -> tuple[Branch, ...]:
        """Introduction, what was done, what was lacking, what is to come."""
        say, whose = self.say, report.organization
        branches = [self._passage(passage, whose, say("introduction", "导语")) for passage in report.introduction]
        done = tuple(self._achievement(one, whose) for one in report.achievements)
        branches += self._group(say("Done", "工作成效"), "done", str(report.year or ""), done)
        problems = tuple(self._passage(passage, whose) for passage in report.problems)
        branches += self._group(say("Problems", "存在问题"), "lacking", "", problems)
        coming = tuple(self._task(task, whose) for task in report.commitments)
        branches += self._group(say("Planned", "下步打算"), "planned", str(report.commitment_period or ""), coming)
        return tuple(branches)

    def rest(self) -> tuple[Branch, ...]:
        """The figures that stand in no plan and no report, if there are any."""
        others = self.figures.others()
        return (
            (Branch(head=Text(self.say("Other figures", "其他数据"), style="head"), figures=others),) if others else ()
        )

    @staticmethod
    def _group(title: str, style: str, aside: str, children: tuple[Branch, ...]) -> list[Branch]:
        if not children:
            return []
        return [Branch(head=Text(title, style=f"{style}.head"), aside=aside, children=children)]

    def _section(self, section: PlanSection, whose: Organization | None) -> Branch:
        number = f"{_ordinal(section.ordinal)}、" if section.ordinal else ""
        tasks = tuple(self._task(task, whose) for task in section.tasks)
        return Branch(
            head=Text(number + one_line(section.title), style="head"),
            words=one_line(section.text or ""),
            figures=self.figures.within(section.source),
            whose=whose,
            children=tasks,
        )

    def _task(self, task: KeyTask, whose: Organization | None) -> Branch:
        say = self.say
        due = say("by {}", "时限 {}").format(task.due) if task.due else ""
        bodies = say("responsible: ", "责任单位：") + "、".join(map(str, task.responsible)) if task.responsible else ""
        kind = "" if task.kind is TaskKind.TASK else say.term(task.kind)
        area = say.term(task.area) if task.area else ""
        number = f"{task.ordinal}. " if task.ordinal else ""
        title, words = _title_and_rest(task.title, task.text)
        return Branch(
            head=Text(number + title),
            aside=" · ".join(filter(None, (kind, area))),
            words=words,
            tags=_tags(task.programmes, task.instruments, due, bodies),
            figures=self.figures.within(task.source),
            whose=whose,
        )

    def _achievement(self, one: Achievement, whose: Organization | None) -> Branch:
        title, words = _title_and_rest(one.title or "", one.text)
        return Branch(
            head=Text(title),
            aside=self.say.term(one.area) if one.area else "",
            words=words,
            tags=_tags(one.programmes, one.instruments),
            figures=self.figures.within(one.source),
            whose=whose,
        )

    def _passage(self, passage: Passage, whose: Organization | None, name: str = "") -> Branch:
        head = Text.assemble((f"{name}  " if name else "", "faint"), one_line(passage.text))
        return Branch(head=head, figures=self.figures.within(passage.source), whose=whose)


def _title_and_rest(title: str, text: str) -> tuple[str, str]:
    """Part a passage into its title and what follows, so that nothing is said twice."""
    title, text = one_line(title), one_line(text)
    if not title:
        return text, ""
    if text.startswith(title):
        text = text[len(title) :].lstrip("。：:；; ")
    return title, text


def _tags(programmes: Iterable[str], instruments: Iterable[str], *more: str) -> str:
    named = [*(f"“{one}”" for one in programmes), *(f"《{one}》" for one in instruments)]
    return " · ".join(filter(None, (" ".join(map(one_line, named)), *map(one_line, more))))
