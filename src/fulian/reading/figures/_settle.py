"""Settle the figures of a sentence: standing, ties, labels, what 分别 hands out, and the indicator of each."""

from __future__ import annotations

from fulian.reading.figures._distribute import distribute
from fulian.reading.figures._draft import Draft, Sentence
from fulian.reading.figures._label import label
from fulian.reading.figures._standing import stand
from fulian.reading.figures._ties import tie
from fulian.reading.figures.indicators import match_indicator

__all__ = ["recognize", "settle"]


def settle(sentence: Sentence) -> None:
    """Decide all of a sentence's figures but their time and body (判定数据).

    Args:
        sentence: The sentence, whose figures know for when and whose they are.
    """
    previous: Draft | None = None
    for draft in sentence.drafts:
        stand(sentence, draft, previous)
        previous = draft
    tie(sentence)
    label(sentence)
    distribute(sentence)
    for draft in sentence.drafts:
        recognize(draft)


def recognize(draft: Draft) -> None:
    """Tell which indicator of the catalogue a figure is, where that is sure (识别指标).

    Args:
        draft: The figure, which knows its label and standing.
    """
    found = match_indicator(draft.label, draft.quantity.unit, draft.status)
    if found is not None:
        draft.indicator, draft.certainty = found
        draft.decide("indicator", "catalogue", f"{draft.indicator} {draft.certainty}")
