"""fulian (妇联): typed records of the published work of China's women's federations, and the way into and out of them.

``fulian.read(file)`` turns a published document into a :class:`~fulian.model.reading.Reading`, whose every record knows
the very characters it came from. Names are loaded on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fulian.checks import Finding, check
    from fulian.checks.layout.front import check_layout
    from fulian.errors import DataError, Fault, FulianError, ParseError, ReadError, SourceError
    from fulian.formats import dump, dumpb, dumps, load, loads, observations_table
    from fulian.model import (
        Achievement,
        AnnualPlan,
        CityReport,
        Direction,
        Division,
        Document,
        DocumentKind,
        FileKind,
        FrameRole,
        Indicator,
        IndicatorKind,
        KeyTask,
        Level,
        Note,
        Observation,
        Organization,
        OrganizationKind,
        Part,
        Passage,
        PlanSection,
        Reading,
        Source,
        Status,
        Stretch,
        TaskKind,
        WorkArea,
    )
    from fulian.reading import ReadResult, SourceText, read, read_many, read_source, read_text
    from fulian.text import parse_document_number, parse_organization, parse_period, parse_quantity
    from fulian.values import (
        Box,
        CreditCode,
        DocumentNumber,
        Interval,
        Numeral,
        Period,
        Place,
        Qualifier,
        Quantity,
        QuantityKind,
        Span,
        parse_numeral,
    )
    from fulian.writing.charts import (
        Chart,
        areas_chart,
        charts_of,
        cities_chart,
        targets_chart,
        tiles_chart,
        years_chart,
    )
    from fulian.writing.official import Annex, OfficialFrame, write_official
    from fulian.writing.review import write_review

_HOMES = {
    "fulian.checks": ("Finding", "check"),
    "fulian.checks.layout.front": ("check_layout",),
    "fulian.errors": ("DataError", "Fault", "FulianError", "ParseError", "ReadError", "SourceError"),
    "fulian.formats": ("dump", "dumpb", "dumps", "load", "loads", "observations_table"),
    "fulian.model": (
        "Achievement",
        "AnnualPlan",
        "CityReport",
        "Direction",
        "Division",
        "Document",
        "DocumentKind",
        "FileKind",
        "FrameRole",
        "Indicator",
        "IndicatorKind",
        "KeyTask",
        "Level",
        "Note",
        "Observation",
        "Organization",
        "OrganizationKind",
        "Part",
        "Passage",
        "PlanSection",
        "Reading",
        "Source",
        "Status",
        "Stretch",
        "TaskKind",
        "WorkArea",
    ),
    "fulian.reading": ("ReadResult", "SourceText", "read", "read_many", "read_source", "read_text"),
    "fulian.text": ("parse_document_number", "parse_organization", "parse_period", "parse_quantity"),
    "fulian.values": (
        "Box",
        "CreditCode",
        "DocumentNumber",
        "Interval",
        "Numeral",
        "Period",
        "Place",
        "Qualifier",
        "Quantity",
        "QuantityKind",
        "Span",
        "parse_numeral",
    ),
    "fulian.writing.charts": (
        "Chart",
        "areas_chart",
        "charts_of",
        "cities_chart",
        "targets_chart",
        "tiles_chart",
        "years_chart",
    ),
    "fulian.writing.official": ("Annex", "OfficialFrame", "write_official"),
    "fulian.writing.review": ("write_review",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Achievement",
    "Annex",
    "AnnualPlan",
    "Box",
    "Chart",
    "CityReport",
    "CreditCode",
    "DataError",
    "Direction",
    "Division",
    "Document",
    "DocumentKind",
    "DocumentNumber",
    "Fault",
    "FileKind",
    "Finding",
    "FrameRole",
    "FulianError",
    "Indicator",
    "IndicatorKind",
    "Interval",
    "KeyTask",
    "Level",
    "Note",
    "Numeral",
    "Observation",
    "OfficialFrame",
    "Organization",
    "OrganizationKind",
    "ParseError",
    "Part",
    "Passage",
    "Period",
    "Place",
    "PlanSection",
    "Qualifier",
    "Quantity",
    "QuantityKind",
    "ReadError",
    "ReadResult",
    "Reading",
    "Source",
    "SourceError",
    "SourceText",
    "Span",
    "Status",
    "Stretch",
    "TaskKind",
    "WorkArea",
    "areas_chart",
    "charts_of",
    "check",
    "check_layout",
    "cities_chart",
    "dump",
    "dumpb",
    "dumps",
    "load",
    "loads",
    "observations_table",
    "parse_document_number",
    "parse_numeral",
    "parse_organization",
    "parse_period",
    "parse_quantity",
    "read",
    "read_many",
    "read_source",
    "read_text",
    "targets_chart",
    "tiles_chart",
    "write_official",
    "write_review",
    "years_chart",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - costs ten milliseconds that few callers need

        return version("fulian")
    if name not in _HOME:
        raise AttributeError(f"module 'fulian' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
