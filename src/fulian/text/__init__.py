"""Chinese text to values with places (文本识别)."""

from fulian.text.document_numbers import find_document_numbers, parse_document_number
from fulian.text.organizations import BodyForm, BodyMention, find_bodies, parse_organization
from fulian.text.periods import PeriodForm, PeriodMention, find_periods, format_period, parse_period
from fulian.text.places import PlaceMention, find_places, resolve

__all__ = [
    "BodyForm",
    "BodyMention",
    "PeriodForm",
    "PeriodMention",
    "PlaceMention",
    "find_bodies",
    "find_document_numbers",
    "find_periods",
    "find_places",
    "format_period",
    "parse_document_number",
    "parse_organization",
    "parse_period",
    "resolve",
]
