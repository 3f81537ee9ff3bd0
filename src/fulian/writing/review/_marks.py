"""What is marked in a text: figures, bodies, programmes, instruments, findings, doubts, what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from fulian.checks.finding import Finding
from fulian.model.organization import Organization
from fulian.model.reading import Part, Reading
from fulian.model.source import Source
from fulian.text.organizations import BodyForm, find_bodies
from fulian.text.quoted import find_instruments, find_programmes
from fulian.text.view import View

__all__ = ["KINDS", "Mark", "NamedBody", "marks_of", "named_bodies"]

# Outermost first: where marks overlap, one of a later kind stands inside one of an earlier.
KINDS: Final = ("unread", "note", "finding", "instrument", "programme", "body", "figure")


class Mark(NamedTuple):
    """A stretch of the text that is marked (标记).

    Its number counts the marks of its kind from zero; with the kind it names the mark on the page.
    """

    kind: str
    number: int
    start: int
    end: int
    standing: str = ""  # what tells marks of one kind apart: a figure's status, a finding's severity
    label: str = ""  # what is printed beside it: a finding's code


class NamedBody(NamedTuple):
    """A body where the text names it (机构称谓): its place, how it is named, and which one is meant."""

    start: int
    end: int
    form: BodyForm
    organization: Organization | None


class _Home(NamedTuple):
    """Whose text a stretch of the document is, and about which year (行文主体)."""

    start: int
    end: int
    organization: Organization | None
    year: int | None


def marks_of(
    reading: Reading, view: View, bodies: Sequence[NamedBody], findings: Sequence[Finding]
) -> tuple[Mark, ...]:
    """Give every mark of a reading's document, in no particular order."""
    return tuple(_marks(reading, view, bodies, findings))


def _marks(reading: Reading, view: View, bodies: Sequence[NamedBody], findings: Sequence[Finding]) -> Iterator[Mark]:
    for number, one in enumerate(reading.observations):
        yield Mark("figure", number, one.source.start, one.source.end, one.status.value)
    for number, body in enumerate(bodies):
        yield Mark("body", number, body.start, body.end)
    for kind, names in (("programme", find_programmes(view.text)), ("instrument", find_instruments(view.text))):
        for number, name in enumerate(names):
            span = view.span(name.start, name.end)
            yield Mark(kind, number, span.start, span.end)
    for number, finding in enumerate(findings):
        if finding.sources:
            place = finding.sources[0]
            yield Mark("finding", number, place.start, place.end, finding.severity.value, finding.code)
    for number, note in enumerate(reading.notes):
        if note.source is not None:
            yield Mark("note", number, note.source.start, note.source.end)
    for number, passage in enumerate(reading.unread):
        yield Mark("unread", number, passage.source.start, passage.source.end)


def named_bodies(reading: Reading, view: View) -> tuple[NamedBody, ...]:
    """Find the bodies and areas that the text names, each with the one that is meant where its report settles it."""
    homes = sorted(_homes(reading), key=lambda home: (home.start, -home.end))
    found: list[NamedBody] = []
    around: list[_Home] = []  # the stretches that began before the mention, the innermost last
    coming = 0
    for mention in find_bodies(view.text):
        if mention.form is BodyForm.SEVERAL or mention.in_title:
            continue
        span = view.span(mention.start, mention.end)
        while coming < len(homes) and homes[coming].start <= span.start:
            around.append(homes[coming])
            coming += 1
        while around and around[-1].end < span.end:
            around.pop()
        home = around[-1] if around else None
        meant = mention.resolve(home.organization, home.year) if home else mention.resolve()
        found.append(NamedBody(span.start, span.end, mention.form, meant))
    return tuple(found)


def _homes(reading: Reading) -> Iterator[_Home]:
    """The stretches whose speaker is known; inner ones later than those that hold them."""
    document = reading.document
    yield _Home(0, len(document.text), document.issuer, None)
    yield from _part_homes(reading.parts)
    for plan in reading.plans:
        yield from _home(plan.source, plan.issuer, plan.year)
    for report in reading.reports:
        yield from _home(report.source, report.organization, report.year)


def _part_homes(parts: Sequence[Part]) -> Iterator[_Home]:
    for part in parts:
        yield from _home(part.source, part.organization, part.year)
        yield from _part_homes(part.parts)


def _home(source: Source | None, organization: Organization | None, year: int | None) -> Iterator[_Home]:
    if source is not None and organization is not None:
        yield _Home(source.start, source.end, organization, year)
