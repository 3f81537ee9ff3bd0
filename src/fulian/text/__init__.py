"""Chinese text to values with places (文本识别)."""

from fulian.text.periods import PeriodForm, PeriodMention, find_periods

__all__ = ["PeriodForm", "PeriodMention", "find_periods"]
