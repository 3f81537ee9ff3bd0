"""Forms to fill in (制表): a workbook in Chinese for a body and a year, and a folder of filled ones as one table."""

from fulian.writing.form.collect import (
    CollectedForms,
    HandedIn,
    Total,
    collect_forms,
    expected_bodies,
)
from fulian.writing.form.indicators import choose_indicators
from fulian.writing.form.refused import Refused
from fulian.writing.form.summary import dumps_collected
from fulian.writing.form.workbook import dumps_form

__all__ = [
    "CollectedForms",
    "HandedIn",
    "Refused",
    "Total",
    "choose_indicators",
    "collect_forms",
    "dumps_collected",
    "dumps_form",
    "expected_bodies",
]
