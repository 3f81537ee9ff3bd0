"""Chinese text to values with places (文本识别)."""

from fulian.text.document_numbers import find_document_numbers, parse_document_number
from fulian.text.organizations import BodyForm, BodyMention, find_bodies, parse_organization
from fulian.text.periods import PeriodForm, PeriodMention, find_periods, format_period, parse_period
from fulian.text.places import PlaceMention, find_places, resolve
from fulian.text.quantities import Figure, find_quantities, parse_quantity

__all__ = [
    "BodyForm",
    "BodyMention",
    "Figure",
    "PeriodForm",
    "PeriodMention",
    "PlaceMention",
    "find_bodies",
    "find_document_numbers",
    "find_periods",
    "find_places",
    "find_quantities",
    "format_period",
    "parse_document_number",
    "parse_organization",
    "parse_period",
    "parse_quantity",
    "resolve",
]
