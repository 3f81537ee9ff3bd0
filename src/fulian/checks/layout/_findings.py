"""How findings on layout are made: the place, the clause, what is, what should be, and what to do."""

from __future__ import annotations

import attrs

from fulian.checks.finding import Finding, Mend, Severity, Verdict
from fulian.checks.layout._picture import Laid
from fulian.model.source import Source
from fulian.reference.official_layout import STANDARD
from fulian.values.span import Span

__all__ = ["Said", "fault", "part", "textual"]

Said = tuple[str, str]
"""A sentence in English and in Chinese."""


def fault(
    code: str,
    clause: str,
    what: Said,
    advice: Said,
    *,
    at: Laid | Source | None = None,
    path: str | None = None,
    severity: Severity = Severity.WARNING,
) -> Finding:
    """A finding on layout: a place in the text, or a path such as ``page 1`` or ``footer``."""
    source = at.source if isinstance(at, Laid) else at
    if source is None and path is None:
        path = f"paragraph {at.number}" if isinstance(at, Laid) else "file"
    return Finding(
        code=code,
        severity=severity,
        verdict=Verdict.INCONSISTENT,
        message_en=what[0],
        message_zh=what[1],
        sources=(source,) if source is not None else (),
        path=path,
        clause=f"{STANDARD}, {clause}",
        advice_en=advice[0],
        advice_zh=advice[1],
    )


def part(paragraph: Laid, start: int, end: int) -> Source | None:
    """Where a stretch of a paragraph's words stands; all of it where that cannot be told to the character."""
    source = paragraph.source
    if source is None:
        return None
    shift = len(paragraph.text) - len(paragraph.text.lstrip())
    first, last = max(start - shift, 0), end - shift
    words = paragraph.text[first + shift : last + shift]
    if source.quote[first:last] != words or not words.strip():
        return source
    return Source(
        document_id=source.document_id, span=Span(start=source.start + first, end=source.start + last), quote=words
    )


def textual(code: str, clause: str, what: Said, paragraph: Laid, start: int, end: int, instead: str) -> Finding | None:
    """A finding that other words would mend; None where the words cannot be placed."""
    source = part(paragraph, start, end)
    if source is None or source.quote != paragraph.text[start:end]:
        return None
    to = (f"write {instead}", f"改为“{instead}”") if instead else ("take it out", f"删去“{source.quote}”")
    found = fault(code, clause, what, to, at=source)
    return attrs.evolve(found, mend=Mend(source=source, text=instead))
