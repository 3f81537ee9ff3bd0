"""Chinese text to values with places (文本识别)."""

from fulian.text.organizations import BodyForm, BodyMention, find_bodies, parse_organization
from fulian.text.periods import PeriodForm, PeriodMention, find_periods
from fulian.text.places import PlaceMention, find_places, resolve

__all__ = [
    "BodyForm",
    "BodyMention",
    "PeriodForm",
    "PeriodMention",
    "PlaceMention",
    "find_bodies",
    "find_periods",
    "find_places",
    "parse_organization",
    "resolve",
]
