"""Round-ups: one article with a short report of each of many bodies."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from fulian.errors import ParseError
from fulian.model.document import DocumentKind, FrameRole
from fulian.model.key_task import TaskKind
from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.reading._draft import AchievementDraft, NoteDraft, PassageDraft, ReportDraft, TaskDraft, make_setting
from fulian.reading._entries import LONGEST_HEADLINE, Entry, best_of, common_level, common_region, place_of
from fulian.reading._matter import Matter
from fulian.reading._years import year_in
from fulian.reading.outline import PLAIN_LEVEL, Block, BlockKind
from fulian.reading.sentences import find_statements, first_plan, tables_whole, without_stop
from fulian.reading.setting import Setting
from fulian.text.clauses import find_sentences
from fulian.text.organizations import parse_organization
from fulian.values.period import Period

__all__ = ["HANDLES", "read_round_up"]

HANDLES = DocumentKind.ROUND_UP

_YEAR_OPENING = re.compile("[^，,。；;\n]{0,12}?((?:19|20)[0-9]{2}) ?年")
_FIRST_YEAR = 1949  # a year before it is one of a place's history
_SEMICOLON = re.compile("[；;]")
_LAST_YEAR_OPENING = re.compile("[^，,。；;\n]{0,12}?(?:去年|过去的?一年)")

# At hand, since every block asks for them.
_ACTUAL: Final = Status.ACTUAL
_HEADING: Final = BlockKind.HEADING
_PARAGRAPH: Final = BlockKind.PARAGRAPH
_HEAD_ROLE: Final = FrameRole.HEADING
_LEAD_ROLE: Final = FrameRole.LEAD


def read_round_up(matter: Matter, entries: list[Entry]) -> None:
    r"""Read a round-up (多地工作综述) into the matter's draft.

    Args:
        matter: The document.
        entries: What `find_entries` found in it; not empty.

    Example:
        >>> from fulian.reading import read_text
        >>> text = "各市妇联\n长沙：2020年，办班5期。2021年，将办班8期。\n株洲：接访3件。\n湘潭：建站2个。"
        >>> report = read_text(text).reports[0]
        >>> report.achievements[0].text, report.commitments[0].text, str(report.commitment_period)
        ('2020年，办班5期。', '2021年，将办班8期。', '2021')
    """
    _RoundUpReader(matter, entries).read()


class _RoundUpReader:
    def __init__(self, matter: Matter, entries: list[Entry]) -> None:
        self.matter = matter
        self.text = matter.text
        self.entries = entries
        self.told = self.year_of_openings()
        self.year = matter.draft.year = self.told or self.year_of_document()
        if self.year is not None:
            self.entries = [entry.in_year(self.year) for entry in entries]
        self.level = common_level(self.entries)
        self.within = common_region(self.entries, self.level)
        self.body = {number for first, end in matter.frame.body for number in range(first, end)}
        self.written = self.matter.written

    def written_in(self, entry: Entry) -> int | None:
        """The year in which an entry was written: the next, where it calls the year that the others tell of 去年."""
        if self.year is None or not _LAST_YEAR_OPENING.match(self.text, *self.first_words(entry)):
            return self.matter.written
        day = self.matter.frame.issued or self.matter.frame.published
        dated = day is not None and day.year == self.year + 1
        return self.year + 1 if dated or self.told is not None else self.matter.written

    def setting(self, organization: Organization | None, year: int | None, status: Status, heading: str) -> Setting:
        return make_setting(organization=organization, year=year, status=status, heading=heading, written=self.written)

    def year_of_document(self) -> int | None:
        return self.matter.year if self.matter.year is not None else year_in(self.matter.title)

    def year_of_openings(self) -> int | None:
        """The year with which most entries open."""
        counts: Counter[int] = Counter()
        for entry in self.entries:
            start, end = self.first_words(entry)
            match = _YEAR_OPENING.match(self.text, start, end)
            if match and int(match[1]) >= _FIRST_YEAR:
                counts[int(match[1])] += 1
        return counts.most_common(1)[0][0] if counts else None

    def first_words(self, entry: Entry) -> tuple[int, int]:
        """The bounds of an entry's first paragraph."""
        head, *following = self.matter.blocks[entry.number : entry.number + 4]
        if entry.text < head.end:
            return entry.text, head.end
        paragraph = next((block for block in following if block.kind is _PARAGRAPH), head)
        return paragraph.start, paragraph.end

    def read(self) -> None:
        blocks = self.matter.blocks
        numbers = [entry.number for entry in self.entries]
        body = self.matter.frame.body
        last = body[-1][1]
        for first, end in body:
            self.lead(blocks[first : min(end, numbers[0])])
        for entry, end in zip(self.entries, [*numbers[1:], last], strict=True):
            self.written = self.written_in(entry)
            self.entry(entry, end)

    def lead(self, blocks: list[Block]) -> None:
        """What stands outside of all entries is of the frame."""
        draft = self.matter.draft
        setting = self.setting(self.matter.organization, self.year, _ACTUAL, "")
        for block in blocks:
            role = _HEAD_ROLE if block.kind is _HEADING else _LEAD_ROLE
            draft.frame.append(PassageDraft(block.start, block.end, role))
            draft.stretch(block.start, block.end, setting)

    def entry(self, entry: Entry, end: int) -> None:
        blocks = self.matter.blocks
        head = blocks[entry.number]
        bodies = self.bodies(entry)
        report = ReportDraft(head.start, head.end, organization=bodies[0][1] if bodies else None, year=self.year)
        report.headline = entry.headline
        self.heading(head, report, min(entry.text, head.end))
        number = entry.number + 1
        state = _State(report, bodies)
        if entry.text < head.end:
            self.paragraph(entry.text, head.end, state)
        while number < end:
            block = blocks[number]
            if number in self.body:
                if block.kind is not _HEADING and not self.is_headline(number, end, report):
                    self.paragraph(block.start, block.end, state)
                elif report.headline is None and not report.achievements and not report.commitments:
                    report.headline = (block.text, max(block.heading_end, block.text + 1))
                    if block.kind is _PARAGRAPH:
                        report.headline = (block.start, block.end)
                    self.heading(block, report)
                elif block.level in (head.level, PLAIN_LEVEL):
                    break
                else:
                    self.heading(block, report)
                report.end = block.end
            number += 1
        self.matter.draft.reports.append(report)
        if len(bodies) > 1:
            names = " and ".join(str(body) for _, body in bodies)
            self.matter.draft.notes.append(
                NoteDraft("joint-report", f"one heading names several bodies: {names}", *entry.name)
            )
        self.lead(blocks[number:end])

    def is_headline(self, number: int, end: int, report: ReportDraft) -> bool:
        """Whether a short line without a stop stands between a body's name and its report."""
        if report.headline or report.achievements or report.commitments or number + 1 >= end:
            return False
        block, following = self.matter.blocks[number], self.matter.blocks[number + 1]
        length = block.end - block.start
        unstopped = block.kind is _PARAGRAPH and self.text[block.end - 1] not in "。！？；;：:"
        return unstopped and length <= LONGEST_HEADLINE and following.end - following.start > length

    def heading(self, block: Block, report: ReportDraft, end: int | None = None) -> None:
        end = block.end if end is None else end
        self.matter.draft.frame.append(PassageDraft(block.start, end, _HEAD_ROLE))
        setting = self.setting(report.organization, report.year, _ACTUAL, "")
        self.matter.draft.stretch(block.start, end, setting)

    # -------------------------------------------------------------- who

    def bodies(self, entry: Entry) -> list[tuple[str, Organization]]:
        """The bodies that a heading names, each with the words that name it."""
        found = best_of(entry.candidates, self.within, self.level)
        words = self.text[entry.name[0] : entry.name[1]].strip()
        body = self.parsed(f"{place_of(words)}妇联", found.code) if found is not None else None
        if body is not None:
            return [(words, body)]
        if entry.candidates:
            codes = ", ".join(one.code for one in entry.candidates)
            self.matter.draft.notes.append(NoteDraft("ambiguous-place", f"{words} may be {codes}", *entry.name))
            return []
        alone = self.parsed(words)  # 家庭和儿童工作部 is one department
        if alone is not None:
            return [(words, alone)]
        bodies: list[tuple[str, Organization]] = []
        whole = ""  # 省妇联 of 省妇联组织部、机关党委 goes for both
        for name in re.split("[、和]", words):
            body = self.parsed(name) or (self.parsed(whole + name) if whole else None)
            if body is not None:
                bodies.append((name, body))
                whole = whole or (str(body.parent) if body.parent else "")
        return bodies

    def parsed(self, name: str, within: str | None = None) -> Organization | None:
        try:
            return parse_organization(name, year=self.year, within=within or self.within)
        except ParseError:
            return None

    # -------------------------------------------------------------- what

    def paragraph(self, start: int, end: int, state: _State) -> None:
        report = state.report
        tables = self.matter.tables
        whole = sentences = tables_whole(find_sentences(self.text, start, end), tables)
        if _SEMICOLON.search(self.text, start, end):
            sentences = tables_whole(find_statements(self.text, start, end), tables)
        opening = _YEAR_OPENING.match(self.text, start, end)
        if opening and report.year is not None and int(opening[1]) <= report.year:
            state.planning = False
        turn = first_plan(self.text, whole, report.year)
        turning = start if state.planning else (whole[turn][0] if turn < len(whole) else end)
        organization = state.body_of(self.text[start : min(end, start + 24)])
        heading = self.text[report.headline[0] : report.headline[1]] if report.headline else ""
        done = [one for one in sentences if one[0] < turning]
        to_do = [one for one in sentences if one[0] >= turning]
        report.achievements += [AchievementDraft(first, (first, first), first, last) for first, last in done]
        if done:
            setting = self.setting(organization, report.year, _ACTUAL, heading)
            self.matter.draft.stretch(done[0][0], done[-1][1], setting)
        if to_do:
            if not state.planning:
                state.planned = self.planned_year(to_do[0], report.year)
            state.planning = True
            self.commitments(to_do, state, self.setting(organization, state.planned, Status.TARGET, heading))

    def commitments(self, sentences: list[tuple[int, int]], state: _State, setting: Setting) -> None:
        report = state.report
        report.commitments += [
            TaskDraft(one[0], without_stop(self.text, one), one[1], None, TaskKind.TASK, state.planned)
            for one in sentences
        ]
        if state.planned is not None and report.commitment_period is None:
            report.commitment_period = Period.year(state.planned)
        self.matter.draft.stretch(sentences[0][0], sentences[-1][1], setting)

    def planned_year(self, opening: tuple[int, int], year: int | None) -> int | None:
        match = _YEAR_OPENING.match(self.text, *opening)
        if match and (year is None or int(match[1]) > year):
            return int(match[1])
        return year + 1 if year is not None else None


class _State:
    """What is known while an entry's paragraphs are read."""

    def __init__(self, report: ReportDraft, bodies: list[tuple[str, Organization]]) -> None:
        self.report = report
        self.bodies = bodies
        self.planning = False
        self.planned: int | None = None

    def body_of(self, opening: str) -> Organization | None:
        """The body that a paragraph with these first words speaks of: of several, the one that it names first."""
        for name, body in self.bodies[1:]:
            if name in opening and self.bodies[0][0] not in opening:
                return body
        return self.report.organization
