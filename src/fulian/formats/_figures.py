"""The figures that records state, whatever the records are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import Document
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation
from fulian.model.reading import Reading

__all__ = ["figures_of"]


def figures_of(records: Any, document: Document | None = None) -> Iterator[tuple[Observation, Document | None]]:
    """Give each figure that the records state, in their order, with its document where that is known."""
    match records:
        case Observation():
            yield records, document
        case Reading(document=read, observations=inner):
            yield from figures_of(inner, read)
        case CityReport(achievements=done, commitments=planned):
            yield from figures_of((*done, *planned), document)
        case AnnualPlan(sections=sections, key_tasks=tasks):
            yield from figures_of((*sections, *tasks), document)
        case PlanSection(tasks=inner):
            yield from figures_of(inner, document)
        case Achievement(observations=inner) | KeyTask(targets=inner):
            yield from figures_of(inner, document)
        case Iterable():
            for record in records:
                yield from figures_of(record, document)
        case _:
            pass  # a body, a document or another record states no figure
