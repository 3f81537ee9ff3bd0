"""Which strategy draws which class."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.model.achievement import Achievement
from fulian.model.annual_plan import AnnualPlan, PlanSection
from fulian.model.city_report import CityReport
from fulian.model.division import Division
from fulian.model.document import Document, Passage
from fulian.model.indicator import Indicator
from fulian.model.key_task import KeyTask
from fulian.model.observation import Observation
from fulian.model.organization import Organization
from fulian.model.reading import Note, Part, Reading
from fulian.model.source import Source
from fulian.model.stretch import Stretch
from fulian.strategies.bodies import divisions, organizations
from fulian.strategies.documents import documents, passages, sources
from fulian.strategies.figures import indicators, observations
from fulian.strategies.file_places import boxes, places, stretches
from fulian.strategies.readings import notes, parts, readings
from fulian.strategies.values import (
    credit_codes,
    document_numbers,
    intervals,
    numerals,
    periods,
    quantities,
    spans,
)
from fulian.strategies.work import achievements, annual_plans, city_reports, key_tasks, plan_sections
from fulian.values.credit_code import CreditCode
from fulian.values.document_number import DocumentNumber
from fulian.values.interval import Interval
from fulian.values.numeral import Numeral
from fulian.values.period import Period
from fulian.values.place import Box, Place
from fulian.values.quantity import Quantity
from fulian.values.span import Span

__all__ = ["STRATEGIES", "register_all"]

STRATEGIES: Final[Mapping[type, Callable[..., SearchStrategy[Any]]]] = MappingProxyType(
    {
        Achievement: achievements,
        AnnualPlan: annual_plans,
        Box: boxes,
        CityReport: city_reports,
        CreditCode: credit_codes,
        Division: divisions,
        Document: documents,
        DocumentNumber: document_numbers,
        Indicator: indicators,
        Interval: intervals,
        KeyTask: key_tasks,
        Note: notes,
        Numeral: numerals,
        Observation: observations,
        Organization: organizations,
        Part: parts,
        Passage: passages,
        Period: periods,
        Place: places,
        PlanSection: plan_sections,
        Quantity: quantities,
        Reading: readings,
        Source: sources,
        Span: spans,
        Stretch: stretches,
    }
)


def register_all() -> None:
    """Teach Hypothesis the classes of fulian (登记策略), so that ``st.from_type`` draws valid records.

    Done once when :mod:`fulian.strategies` is imported; calling it again does no harm.

    Example:
        >>> import fulian
        >>> from hypothesis import find, strategies as st
        >>> len(find(st.from_type(fulian.Span), lambda span: len(span) > 2)) > 2
        True
    """
    for cls, strategy in STRATEGIES.items():
        st.register_type_strategy(cls, strategy())
