"""What stands in and under every chart: marks with their words, and the documents that figures come from."""

from __future__ import annotations

from collections.abc import Iterable

from fulian.errors import DataError, Fault
from fulian.model.document import Document
from fulian.model.observation import Observation, Status
from fulian.text.periods import format_period
from fulian.text.wrapping import one_line
from fulian.writing._speech import Speech
from fulian.writing.charts._choice import Entry
from fulian.writing.charts._numbers import Scale, Value
from fulian.writing.charts.chart import Mark

__all__ = ["Ledger", "document_name", "part_of_year", "sources", "speech"]


def speech(language: str) -> Speech:
    """Give what says things in a language.

    Raises:
        DataError: It is neither Chinese nor English.
    """
    if language not in ("en", "zh"):
        raise DataError([Fault(path="language", expected="zh or en", value=repr(language))])
    return Speech(language)


class Ledger:
    """Keeps the marks of a chart in the order in which they are made."""

    def __init__(self, scale: Scale) -> None:
        self.scale, self.say = scale, scale.say
        self.marks: list[Mark] = []

    def value(self, row: str, one: Observation) -> Value:
        """Enter a figure and give what is drawn for it."""
        shown = self.scale.value(one.quantity, len(self.marks))
        words = self.say(f"{self.say.standing(one.status)} ", one.status.zh)
        self.marks.append(Mark(row=row, text=words + self.scale.with_unit(shown.text), observation=one))
        return shown

    def maybe(self, row: str, entry: Entry | None) -> Value | None:
        """Enter a figure if there is one."""
        return self.value(row, entry.one) if entry else None

    def missing(self, row: str) -> int:
        """Enter that there is no figure."""
        self.marks.append(Mark(row=row, text=self.say("no figure", "无数据")))
        return len(self.marks) - 1


def part_of_year(entry: Entry | None) -> str:
    """Say for which part of its year a figure is; nothing where it is for the whole or its end."""
    period = entry.one.period if entry else None
    if period is None or (period.first.month == 1 and period.last.month == 12) or period.first.month == 12:
        return ""
    return format_period(period).partition("年")[2]


def document_name(document: Document, say: Speech) -> str:
    """Name a document: title, whose it is, when."""
    title = one_line(document.title or document.file or document.id)
    name = f"《{title}》" if document.title and say.language == "zh" else title
    whose = one_line(str(document.issuer or document.publisher or ""))
    when = document.issued or document.published
    told = say(", ", "，").join(filter(None, (whose, str(when) if when else "")))
    return f"{name}{say(f' ({told})', f'（{told}）')}" if told else name


def sources(entries: Iterable[Observation | Entry], say: Speech, documents: Iterable[Document] = ()) -> tuple[str, ...]:
    """Name the documents that figures come from, each once, in their order."""
    named = [document_name(document, say) for document in documents]
    for entry in entries:
        if isinstance(entry, Entry) and entry.document:
            named.append(document_name(entry.document, say))
        else:
            one = entry.one if isinstance(entry, Entry) else entry
            named.append(one_line(one.source.document_id))
    return tuple(dict.fromkeys(named))


def standing_first(status: Status) -> int:
    """Sort what was done before what was planned."""
    return 0 if status is Status.ACTUAL else 1
