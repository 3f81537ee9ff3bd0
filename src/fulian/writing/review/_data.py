"""A reading as the plain data that the page's script works on: figures in rows, records, findings, doubts."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Final, Generic, TypeVar

from fulian.checks.finding import Finding, Severity, Verdict
from fulian.checks.run import Checked
from fulian.formats.observations import COLUMNS
from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import Document, DocumentKind, FrameRole, Passage
from fulian.model.file_kind import FileKind
from fulian.model.key_task import KeyTask, TaskKind
from fulian.model.level import Level
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization, OrganizationKind
from fulian.model.reading import Note, Part, Reading
from fulian.model.source import Source
from fulian.model.work_area import WorkArea
from fulian.reading.figures.rules import rule_of
from fulian.reference.indicators import catalogue
from fulian.text.organizations import BodyForm
from fulian.values.quantity import Qualifier
from fulian.writing._chinese import in_chinese
from fulian.writing._form_notes import in_english
from fulian.writing._speech import Speech
from fulian.writing.review._marks import NamedBody

__all__ = ["FIELDS", "document_data", "shared_data"]

# What a row of a figure holds, in order; columns of the page's table are made from them.
FIELDS: Final = (
    "quote",
    "label",
    "body",
    "period",
    "year",
    "status",
    "indicator",
    "certainty",
    "value",
    "high",
    "unit",
    "qualifier",
    "start",
    "end",
    "where",
    "part",
    "whole",
    "trail",
)
_VOCABULARIES: Final = {
    "status": Status,
    "qualifier": Qualifier,
    "documentKind": DocumentKind,
    "fileKind": FileKind,
    "bodyKind": OrganizationKind,
    "bodyForm": BodyForm,
    "level": Level,
    "area": WorkArea,
    "taskKind": TaskKind,
    "role": FrameRole,
    "severity": Severity,
    "verdict": Verdict,
}
_Item = TypeVar("_Item", bound=Hashable)


class _Pool(Generic[_Item]):
    """Things that many rows name, each kept once and named by its number (汇总表)."""

    def __init__(self, plain: Callable[[_Item], Any]) -> None:
        self._numbers: dict[_Item, int] = {}
        self._plain = plain

    def number(self, item: _Item | None) -> int | None:
        """The number of a thing; None for None."""
        return None if item is None else self._numbers.setdefault(item, len(self._numbers))

    def items(self) -> list[Any]:
        """The things as plain data, by number."""
        return [self._plain(item) for item in self._numbers]


def shared_data(readings: Iterable[Reading]) -> dict[str, Any]:
    """Give what all documents of a page share: the closed vocabularies, the indicators met, heads of the CSV."""
    met = {one.indicator for reading in readings for one in reading.observations if one.indicator}
    known = catalogue()
    return {
        "vocabularies": {name: {member.value: member.zh for member in terms} for name, terms in _VOCABULARIES.items()},
        "indicators": {
            code: {"zh": known[code].indicator.name, "en": known[code].indicator.name_en}
            for code in sorted(met)
            if code in known
        },
        "columns": COLUMNS,
        "fields": FIELDS,
    }


def document_data(reading: Reading, bodies: Sequence[NamedBody], checked: Checked) -> dict[str, Any]:
    """Give one reading as plain data."""
    return _Writer(reading).data(bodies, checked)


class _Writer:
    """Turns the records of one reading into plain data that refer to figures and bodies by number."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.bodies: _Pool[Organization] = _Pool(_body)
        self.places: _Pool[tuple[str, str]] = _Pool(list)
        self.rules: _Pool[tuple[str, str | None]] = _Pool(_rule)
        self.figures = {one.source: number for number, one in enumerate(reading.observations)}
        self.starts = {(one.source.start, one.source.end): self.figures[one.source] for one in reading.observations}

    def data(self, bodies: Sequence[NamedBody], checked: Checked) -> dict[str, Any]:
        """Write everything; the pools last, when all that is named is known."""
        reading = self.reading
        data = {
            "about": self.about(reading.document),
            "coverage": round(reading.coverage, 4),
            "figures": [self.figure(one) for one in reading.observations],
            "named": [[self.bodies.number(one.organization), one.form.value] for one in bodies],
            "parts": [self.part(one) for one in reading.parts],
            "plans": [self.plan(one) for one in reading.plans],
            "reports": [self.report(one) for one in reading.reports],
            "findings": [_finding(one) for one in checked.findings],
            "rulesRun": len(checked.ran),
            "notes": [{"code": one.code, "text": _note(one), "at": _at(one.source)} for one in reading.notes],
            "unread": [_passage(one) for one in reading.unread],
        }
        return {**data, "bodies": self.bodies.items(), "places": self.places.items(), "rules": self.rules.items()}

    def about(self, document: Document) -> dict[str, Any]:
        """What the document's frame says."""
        return {
            "id": document.id,
            "title": document.title,
            "kind": document.kind.value,
            "number": str(document.number) if document.number else None,
            "issuer": self.bodies.number(document.issuer),
            "recipients": document.recipients,
            "issued": document.issued and document.issued.isoformat(),
            "published": document.published and document.published.isoformat(),
            "publisher": document.publisher,
            "authors": document.authors,
            "editor": document.editor,
            "url": document.url,
            "attachments": document.attachments,
            "file": document.file,
            "encoding": document.encoding,
            "fileKind": document.file_kind and document.file_kind.value,
            "fileVersion": document.file_version,
        }

    def figure(self, one: Observation) -> list[Any]:
        """One row, in the order of FIELDS."""
        period, quantity = one.period, one.quantity
        return [
            one.source.quote,
            one.label,
            self.bodies.number(one.organization),
            period and str(period),
            period.first.year if period and period.first.year == period.last.year else None,
            one.status.value,
            one.indicator,
            None if one.certainty is None else str(one.certainty),
            f"{quantity.value:f}",
            None if quantity.high is None else f"{quantity.high:f}",
            quantity.unit,
            quantity.qualifier.value,
            one.source.start,
            one.source.end,
            self.places.number(self.where(one.source)),
            one.numerator and self.starts.get((one.numerator.start, one.numerator.end)),
            one.denominator and self.starts.get((one.denominator.start, one.denominator.end)),
            [self.step(line) for line in one.trail],
        ]

    def where(self, source: Source) -> tuple[str, str] | None:
        """Where in its file a source stands, in English and in Chinese; None where its lines say it."""
        english, chinese = (Speech(language).place(self.reading.document, source.span) for language in ("en", "zh"))
        return (english, chinese) if english else None

    def step(self, line: str) -> list[Any]:
        """One line of a figure's trail: the rule by number, and what it decided."""
        rule, decision = rule_of(line)
        return [self.rules.number((line.partition("=")[0], rule and rule.reason)), decision]

    def part(self, part: Part) -> dict[str, Any]:
        """A document within the file."""
        return {
            "ordinal": part.ordinal,
            "title": part.title,
            "kind": part.kind.value,
            "body": self.bodies.number(part.organization),
            "year": part.year,
            "parts": [self.part(one) for one in part.parts],
            "at": _at(part.source),
        }

    def plan(self, plan: AnnualPlan) -> dict[str, Any]:
        """A plan with its sections and tasks."""
        return {
            "year": plan.year,
            "body": self.bodies.number(plan.issuer),
            "title": plan.title,
            "guidance": [_passage(one) for one in plan.guidance],
            "sections": [self.section(one) for one in plan.sections],
            "tasks": [self.task(one) for one in plan.key_tasks],
            "conclusion": [_passage(one) for one in plan.conclusion],
            "at": _at(plan.source),
        }

    def section(self, section: PlanSection) -> dict[str, Any]:
        """A section of a plan."""
        return {
            "ordinal": section.ordinal,
            "title": section.title,
            "text": section.text,
            "tasks": [self.task(one) for one in section.tasks],
            "at": _at(section.source),
        }

    def report(self, report: CityReport) -> dict[str, Any]:
        """What one body did, lacked and will do."""
        return {
            "year": report.year,
            "body": self.bodies.number(report.organization),
            "title": report.headline,
            "introduction": [_passage(one) for one in report.introduction],
            "achievements": [self.achievement(one) for one in report.achievements],
            "problems": [_passage(one) for one in report.problems],
            "commitments": [self.task(one) for one in report.commitments],
            "period": report.commitment_period and str(report.commitment_period),
            "at": _at(report.source),
        }

    def task(self, task: KeyTask) -> dict[str, Any]:
        """A task, goal or measure."""
        return {
            "kind": task.kind.value,
            "ordinal": task.ordinal,
            "responsible": [self.bodies.number(one) for one in task.responsible],
            "due": task.due and str(task.due),
            **self.work(task, task.targets),
        }

    def achievement(self, one: Achievement) -> dict[str, Any]:
        """A piece of work that was done."""
        return self.work(one, one.observations)

    def work(self, record: KeyTask | Achievement, figures: Iterable[Observation]) -> dict[str, Any]:
        """What tasks and achievements have alike; the text is left out where it only says the title again."""
        return {
            "title": record.title,
            "text": None if record.text == record.title else record.text,
            "area": record.area and record.area.value,
            "programmes": record.programmes,
            "instruments": record.instruments,
            "figures": [self.figures[one.source] for one in figures if one.source in self.figures],
            "at": _at(record.source),
        }


def _note(note: Note) -> list[str]:
    """A note in English and in Chinese; those of a form are made in Chinese."""
    return [in_english(note), note.text] if note.code.startswith("form-") else _told(note.text)


def _told(text: str) -> list[str]:
    """What stands in English where it is made, in English and in Chinese."""
    return [text, in_chinese(text)]


def _rule(named: tuple[str, str | None]) -> list[Any]:
    """A rule's name, and its reason where it is known."""
    name, reason = named
    return [name, reason and _told(reason)]


def _at(source: Source | None) -> list[int] | None:
    return None if source is None else [source.start, source.end]


def _body(body: Organization) -> dict[str, Any]:
    return {
        "name": body.name,
        "short": body.short_name,
        "kind": body.kind.value,
        "level": body.level and body.level.value,
        "code": body.division_code,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {"text": passage.text, "role": passage.role.value, "at": _at(passage.source)}


def _finding(finding: Finding) -> dict[str, Any]:
    mend = finding.mend
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "verdict": finding.verdict.value,
        "zh": finding.message_zh,
        "en": finding.message_en,
        "arithmetic": finding.arithmetic,
        "mend": mend and {"from": mend.source.quote, "to": mend.text, "at": _at(mend.source)},
        "path": finding.path,
        "places": [{"at": _at(one), "quote": one.quote} for one in finding.sources],
    }
