"""Quantities in running text (数量识别): one pass that finds numbers with their units, and refuses what counts none.

The pattern (`_pattern`) finds candidates, a character class first; small named rules take or refuse them: `_units`
where a unit stands behind the number, `_bare` where none does, `_refusals` for names and slogans. A rule sees the text
around a candidate, never the document's layout.
"""

from fulian.text.quantities._cell import Unit, figure_in_cell, parse_unit
from fulian.text.quantities._figure import Figure
from fulian.text.quantities._misread import find_misread
from fulian.text.quantities._parse import parse_quantity
from fulian.text.quantities._scan import find_quantities

__all__ = ["Figure", "Unit", "figure_in_cell", "find_misread", "find_quantities", "parse_quantity", "parse_unit"]
