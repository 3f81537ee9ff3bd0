"""What rules look at: a record, its document, its figures in their sentences, its bodies with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from fulian.checks.layout._picture import Picture
from fulian.model._given import given_records
from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import Document
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation
from fulian.model.organization import Organization
from fulian.model.reading import Part, Reading
from fulian.model.source import Source
from fulian.text.clauses import find_sentences
from fulian.text.view import View
from fulian.values.span import Span
from fulian.values.term import Term

__all__ = ["Located", "Matter", "Need", "Printed", "Statement"]


class Need(Term):
    """What a rule needs of a record (检查条件).

    Example:
        >>> Need.TEXT.zh
        '原文'
    """

    TEXT = "text", "原文"
    DOCUMENT = "document", "文件信息"
    FIGURES = "figures", "数据"
    REPORTS = "reports", "工作报告"
    PLANS = "plans", "工作要点"
    BODIES = "bodies", "组织"
    LAYOUT = "layout", "版面"


class Printed(NamedTuple):
    """A figure in its sentence (句中数据).

    Attributes:
        one: The figure.
        start: Its first character in the sentence's text.
        end: The character after its last.

    Example:
        >>> import fulian
        >>> [statement] = Matter(fulian.read_text("举办讲座12场。")).statements
        >>> [(figure.start, figure.end) for figure in statement.figures]
        [(4, 7)]
    """

    one: Observation
    start: int
    end: int


class Statement(NamedTuple):
    """A sentence that states figures (含数据的句子).

    Attributes:
        text: The sentence as a person reads it, lines joined.
        figures: Its figures, in order; never empty.
        offset: Where the sentence begins in the text as a person reads it.

    Example:
        >>> import fulian
        >>> [statement] = Matter(fulian.read_text("全年举办讲座12场，参加妇女500人。")).statements
        >>> statement.before(1)
        '，参加妇女'
    """

    text: str
    figures: tuple[Printed, ...]
    offset: int

    def before(self, number: int) -> str:
        """Give the words between a figure and the one before it, or the sentence's beginning (数据前文).

        Args:
            number: The figure's number in the sentence, from zero.

        Returns:
            The words; may be empty.

        Example:
            >>> import fulian
            >>> [statement] = Matter(fulian.read_text("全年举办讲座12场。")).statements
            >>> statement.before(0)
            '全年举办讲座'
        """
        start = self.figures[number - 1].end if number else 0
        return self.text[start : self.figures[number].start]

    def after(self, number: int) -> str:
        """Give the words between a figure and the next, or the sentence's end (数据后文).

        Args:
            number: The figure's number in the sentence, from zero.

        Returns:
            The words; may be empty.

        Example:
            >>> import fulian
            >>> [statement] = Matter(fulian.read_text("举办讲座12场，参加妇女500人。")).statements
            >>> statement.after(1)
            '。'
        """
        last = number + 1 == len(self.figures)
        return self.text[self.figures[number].end : len(self.text) if last else self.figures[number + 1].start]

    def clause(self, number: int) -> str:
        """Give the words before a figure, back to the last comma or to the figure before it (小句前文).

        Args:
            number: The figure's number in the sentence, from zero.

        Returns:
            The words; may be empty.

        Example:
            >>> import fulian
            >>> [statement] = Matter(fulian.read_text("举办讲座12场，参加妇女500人。")).statements
            >>> statement.clause(1)
            '参加妇女'
        """
        words = self.before(number)
        cut = max(words.rfind(mark) for mark in "，,；;：:")
        return words[cut + 1 :]


class Located(NamedTuple):
    """A part of a record and the path to it (记录路径).

    Attributes:
        path: Such as ``reports[2].organization``; empty for the record itself.
        record: The part.

    Example:
        >>> from fulian.model import CityReport
        >>> [one.path for one in Matter((CityReport(year=2016), CityReport(year=2017))).reports]
        ['[0]', '[1]']
    """

    path: str
    record: Any


class Matter:
    """What rules look at (检查对象): everything is found once and kept.

    Attributes:
        record: The record, or a tuple of records.
        layout: What the file that it was read from looks like, or None where that was not looked at.

    Raises:
        TypeError: What is given is no record and no collection of records.

    Example:
        >>> import fulian
        >>> matter = Matter(fulian.read_text("全年举办讲座12场。"))
        >>> matter.has(Need.TEXT), [str(one.quantity) for one in matter.observations]
        (True, ['12场'])
    """

    def __init__(self, record: object, layout: Picture | None = None) -> None:
        self.record = given_records(record)
        self.layout = layout

    def has(self, need: Need) -> bool:
        """Tell whether the record has what a rule needs (是否具备).

        Args:
            need: What is needed.

        Returns:
            True where it is there.

        Example:
            >>> from fulian.model import CityReport
            >>> Matter(CityReport(year=2016)).has(Need.REPORTS)
            True
        """
        match need:
            case Need.TEXT:
                return self.document is not None and bool(self.document.text)
            case Need.DOCUMENT:
                return self.document is not None
            case Need.FIGURES:
                return bool(self.observations)
            case Need.REPORTS:
                return bool(self.reports)
            case Need.PLANS:
                return bool(self.plans)
            case Need.BODIES:
                return bool(self.bodies)
            case Need.LAYOUT:
                return self.layout is not None

    @cached_property
    def reading(self) -> Reading | None:
        """The reading that is looked at, or None where the record is none."""
        return self.record if isinstance(self.record, Reading) else None

    @cached_property
    def document(self) -> Document | None:
        """The document that the record is or holds, or None."""
        if isinstance(self.record, Document):
            return self.record
        return None if self.reading is None else self.reading.document

    @cached_property
    def view(self) -> View:
        """The document's text as a person reads it; empty where there is no document."""
        return View(self.document.text if self.document else "")

    @cached_property
    def _located(self) -> tuple[Located, ...]:
        return tuple(_walk("", self.record, set()))

    @cached_property
    def reports(self) -> tuple[Located, ...]:
        """Every report of the record, with its path."""
        return self._all(CityReport)

    @cached_property
    def plans(self) -> tuple[Located, ...]:
        """Every plan of the record, with its path."""
        return self._all(AnnualPlan)

    @cached_property
    def bodies(self) -> tuple[Located, ...]:
        """Every different body that the record names, with the path where it is named first."""
        found: dict[Organization, Located] = {}
        for one in self._all(Organization):
            found.setdefault(one.record, one)
        return tuple(found.values())

    def _all(self, kind: type) -> tuple[Located, ...]:
        return tuple(one for one in self._located if isinstance(one.record, kind))

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """Every figure of the record in the order of the text, each once."""
        if self.reading is not None:
            return self.reading.observations
        found = {(one.record.source.document_id, one.record.source.span): one.record for one in self._all(Observation)}
        return tuple(found[place] for place in sorted(found))

    @cached_property
    def figures(self) -> dict[tuple[str, Span], Observation]:
        """Every figure by its document and place."""
        return {(one.source.document_id, one.source.span): one for one in self.observations}

    def figure(self, near: Observation, span: Span | None) -> Observation | None:
        """Give the figure at a span of the document that another figure stands in (查找数据).

        Args:
            near: A figure of the same document.
            span: The place; None gives None.

        Returns:
            The figure, or None where none stands there.

        Example:
            >>> import fulian
            >>> matter = Matter(fulian.read_text("公务员200名，其中女性40名，占20%。"))
            >>> share = matter.observations[2]
            >>> matter.figure(share, share.numerator).quantity.text
            '40名'
        """
        return None if span is None else self.figures.get((near.source.document_id, span))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The sentences of the document that state figures, in order; empty where the record is no reading.

        A sentence with more than sixty figures is left out.
        """
        if self.reading is None:
            return ()
        return tuple(_statements(self.view, self.observations))

    @cached_property
    def places(self) -> dict[Source, tuple[Statement, int]]:
        """The sentence of each figure, and the figure's number in it."""
        return {figure.one.source: (one, at) for one in self.statements for at, figure in enumerate(one.figures)}

    def source(self, start: int, end: int) -> Source:
        """Give the source of a stretch of the text as a person reads it (出处).

        Args:
            start: Its first character in the view.
            end: The character after its last.

        Returns:
            The source, in the document that the record holds.

        Raises:
            ValueError: The record holds no document.

        Example:
            >>> import fulian
            >>> Matter(fulian.read_text("全年举办讲座12场。")).source(2, 6).quote
            '举办讲座'
        """
        if self.document is None:
            raise ValueError("a record without a document has no places in it")
        return self.view.source(self.document.id, start, end)


# A sentence with more figures than this is a table that lost its lines, or an attack: its ties cannot be trusted.
_MOST_FIGURES: Final = 60


def _statements(view: View, observations: Sequence[Observation]) -> Iterator[Statement]:
    text = view.text
    placed = [Printed(one, view.seen(one.source.start), view.seen(one.source.end - 1) + 1) for one in observations]
    at = 0
    for start, end in find_sentences(text, 0, len(text)):
        while at < len(placed) and placed[at].start < start:
            at += 1
        first = at
        while at < len(placed) and placed[at].start < end:
            at += 1
        if 0 < at - first <= _MOST_FIGURES:
            inside = tuple(Printed(one.one, one.start - start, one.end - start) for one in placed[first:at])
            yield Statement(text[start:end], inside, start)


# The fields of each record that hold records which rules look at.
_HOLDING: Final[dict[type, tuple[str, ...]]] = {
    Reading: ("document", "parts", "plans", "reports", "observations"),
    Document: ("issuer",),
    Part: ("organization", "parts"),
    AnnualPlan: ("issuer", "sections", "key_tasks"),
    PlanSection: ("tasks",),
    KeyTask: ("responsible", "targets"),
    CityReport: ("organization", "achievements", "commitments"),
    Achievement: ("observations",),
    Observation: ("organization",),
    Organization: ("parent",),
}


def _walk(path: str, thing: object, bodies: set[int], *, figures: bool = True) -> Iterator[Located]:
    """Every record within a record, itself first.

    A reading's figures come once, not again on its tasks and achievements; so does a body, which many records name:
    `bodies` has those that were met.
    """
    if isinstance(thing, tuple | list):
        for number, item in enumerate(thing):
            yield from _walk(f"{path}[{number}]", item, bodies, figures=figures)
        return
    fields = _HOLDING.get(type(thing))
    if fields is None or id(thing) in bodies:
        return
    if isinstance(thing, Organization):
        bodies.add(id(thing))
    yield Located(path, thing)
    inside = figures and not isinstance(thing, Reading)
    for name in fields:
        inner = getattr(thing, name)
        if inner and (figures or name not in ("observations", "targets")):
            below = f"{path}.{name}" if path else name
            yield from _walk(below, inner, bodies, figures=inside or name == "observations")
