"""The small immutable values (值) that records are made of: one idea, one module."""

from fulian.values.credit_code import CreditCode
from fulian.values.document_number import DocumentNumber
from fulian.values.interval import Interval
from fulian.values.numeral import Numeral, parse_numeral
from fulian.values.period import Period
from fulian.values.place import Box, Place
from fulian.values.quantity import Qualifier, Quantity, QuantityKind
from fulian.values.span import Span
from fulian.values.term import Term

__all__ = [
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
    "Term",
    "parse_numeral",
]
