"""What is said to people, in English and in Chinese side by side."""

from __future__ import annotations

import attrs

from fulian.model.document import Document
from fulian.model.observation import Status
from fulian.values.quantity import Qualifier
from fulian.values.span import Span
from fulian.values.term import Term
from fulian.writing._chinese import in_chinese

__all__ = ["Speech"]

_STANDING = {Status.ACTUAL: "done", Status.TARGET: "planned"}
# One word for all that documents hedge with. 以上 and 不少于 let the number itself be, 余 and 超过 do not: 至少 is true
# of both. 不超过 and 以内 let it be, 近 and 不足 do not: 至多 is true of both.
_HEDGES = {
    Qualifier.ABOUT: ("about", "约"),
    Qualifier.OVER: ("at least", "至少"),
    Qualifier.UNDER: ("at most", "至多"),
}


@attrs.frozen
class Speech:
    """Says a thing in the language that was asked for; both stand together where the thing is said."""

    language: str

    def __call__(self, english: str, chinese: str) -> str:
        """Choose between the two."""
        return chinese if self.language == "zh" else english

    def told(self, english: str) -> str:
        """Say what stands in English alone where it is made: an error, a note, the reason of a rule."""
        return in_chinese(english) if self.language == "zh" else english

    def count(self, number: int, english: str, chinese: str) -> str:
        """Say how many: ``1 figure``, ``44 figures``, ``44 项数据``."""
        if self.language == "zh":
            return f"{number:,} {chinese}"
        return f"{number:,} {english}{'' if number == 1 else 's'}"

    def term(self, term: Term) -> str:
        """Name a member of a closed vocabulary."""
        return term.zh if self.language == "zh" else str(term)

    def place(self, document: Document, span: Span) -> str:
        """Say where in its file a span stands, without boxes: ``paragraph 14``; nothing of plain text."""
        if not document.stretches:
            return ""
        return self(", ", "、").join(dict.fromkeys(self(one.en, one.zh) for one in document.locate(span)))

    def standing(self, status: Status) -> str:
        """Say whether a figure was done, is planned, is a change or a condition."""
        return status.zh if self.language == "zh" else _STANDING.get(status, str(status))

    def hedge(self, qualifier: Qualifier) -> str:
        """Say how sure the document was of a number; nothing where it was exact."""
        pair = _HEDGES.get(qualifier)
        return self(*pair) if pair else ""
