"""Parts and wholes: which figure is a part of which, and by which two figures a share was formed."""

from __future__ import annotations

from typing import Final

from fulian.model.observation import Status
from fulian.reading.figures._draft import Draft, Sentence
from fulian.values.quantity import QuantityKind

__all__ = ["tie"]

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_CHANGE: Final = Status.CHANGE
_CONDITION: Final = Status.CONDITION
_SHARE: Final = QuantityKind.SHARE

_COUNTS: Final = frozenset((QuantityKind.COUNT, QuantityKind.MONEY))


def tie(sentence: Sentence) -> None:
    """Tie parts and shares of a sentence to their wholes (部分与整体).

    Args:
        sentence: The sentence, whose figures know their standing.
    """
    drafts = sentence.drafts
    if len(drafts) == 1:
        return
    whole: Draft | None = None
    part: Draft | None = None
    for draft in drafts:
        if draft.status in (_CHANGE, _CONDITION):
            continue
        before = draft.lead
        if draft.kind in _COUNTS:
            if "其中" in before and whole is not None and _same_unit(draft, whole):
                draft.denominator = whole
                part = draft
                draft.decide("denominator", "among-which", whole.quantity.text)
            else:
                whole, part = draft, None
        elif (draft.kind is _SHARE or draft.rule == "fraction") and "占" in before:
            if part is not None and whole is not None:
                draft.numerator, draft.denominator = part, whole
                draft.decide("denominator", "share-of-the-whole-before", whole.quantity.text)
            elif whole is not None and not before.rpartition("占")[0].strip("其中，,约"):
                draft.numerator = whole
                draft.decide("numerator", "share-by-the-figure-before", whole.quantity.text)


def _same_unit(part: Draft, whole: Draft) -> bool:
    people = ("人", "名", "位")
    return part.quantity.unit == whole.quantity.unit or (part.quantity.unit in people and whole.quantity.unit in people)
