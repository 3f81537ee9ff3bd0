"""The figures that records state, whatever the records are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fulian.model._given import given_records
from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.document import Document
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation
from fulian.model.reading import Reading

__all__ = ["figures_of"]


def figures_of(records: Any) -> Iterator[tuple[Observation, Document | None]]:
    """Give each figure that the records state, in their order, with its document where that is known.

    Raises:
        TypeError: What is given is no record and no collection of records.
    """
    return _figures(given_records(records), None)


def _figures(records: Any, document: Document | None) -> Iterator[tuple[Observation, Document | None]]:
    match records:
        case Observation():
            yield records, document
        case Reading(document=read, observations=inner):
            yield from _figures(inner, read)
        case CityReport(achievements=done, commitments=planned):
            yield from _figures((*done, *planned), document)
        case AnnualPlan(sections=sections, key_tasks=tasks):
            yield from _figures((*sections, *tasks), document)
        case PlanSection(tasks=inner):
            yield from _figures(inner, document)
        case Achievement(observations=inner) | KeyTask(targets=inner):
            yield from _figures(inner, document)
        case tuple():
            for record in records:
                yield from _figures(record, document)
        case _:
            pass  # a body, a document or another record states no figure
