"""Times in Chinese (时间表述): one expression to a period and back, and all the expressions in a text."""

from fulian.text.periods._mention import PeriodForm, PeriodMention
from fulian.text.periods._parse import format_period, parse_period
from fulian.text.periods._scan import find_periods

__all__ = ["PeriodForm", "PeriodMention", "find_periods", "format_period", "parse_period"]
