"""Hypothesis strategies for every value and record (策略): valid and realistic by default, nasty on request.

Other projects test their own code with them. Importing this module also teaches Hypothesis the classes, so that
``st.from_type(fulian.CityReport)`` draws what :func:`city_reports` draws. Needs the extra ``hypothesis``.

Strategies that take a `document` draw records that stand in it: each quote is the document's text at its span.
"""

try:
    import hypothesis  # noqa: F401 - only to see whether it is there
except ImportError as error:
    raise ImportError(
        "fulian.strategies needs Hypothesis; install it with: pip install 'fulian[hypothesis]'", name="hypothesis"
    ) from error

from fulian.strategies._registration import register_all
from fulian.strategies.bodies import divisions, organizations
from fulian.strategies.comparing import differences
from fulian.strategies.documents import documents, passages, sources
from fulian.strategies.figures import indicators, observations
from fulian.strategies.file_places import boxes, places, stretches
from fulian.strategies.period_texts import written_periods
from fulian.strategies.readings import notes, parts, readings
from fulian.strategies.slips import Slip, written_slips
from fulian.strategies.texts import Written, written_quantities
from fulian.strategies.values import (
    credit_codes,
    document_numbers,
    intervals,
    numerals,
    periods,
    quantities,
    spans,
)
from fulian.strategies.words import headings, instruments, names, paragraphs, programmes, sentences
from fulian.strategies.work import achievements, annual_plans, city_reports, key_tasks, plan_sections
from fulian.strategies.written_documents import WrittenDocument, written_annual_plans, written_city_reports

__all__ = [
    "Slip",
    "Written",
    "WrittenDocument",
    "achievements",
    "annual_plans",
    "boxes",
    "city_reports",
    "credit_codes",
    "differences",
    "divisions",
    "document_numbers",
    "documents",
    "headings",
    "indicators",
    "instruments",
    "intervals",
    "key_tasks",
    "names",
    "notes",
    "numerals",
    "observations",
    "organizations",
    "paragraphs",
    "parts",
    "passages",
    "periods",
    "places",
    "plan_sections",
    "programmes",
    "quantities",
    "readings",
    "register_all",
    "sentences",
    "sources",
    "spans",
    "stretches",
    "written_annual_plans",
    "written_city_reports",
    "written_periods",
    "written_quantities",
    "written_slips",
]

register_all()
