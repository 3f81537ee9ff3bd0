"""What a form's notes say, in English: they are made in Chinese, for whoever has to mend the form."""

from __future__ import annotations

import re
from typing import Final

from fulian.model.reading import Note

__all__ = ["MEANINGS", "in_english"]

MEANINGS: Final = {
    "form-column-missing": "a column is missing, which was not read",
    "form-hedge-differs": "the hedge that was chosen is not that of the number, which counts",
    "form-info-missing": "the hidden sheet is gone; the form was read by its title and heads",
    "form-leap": "more than ten times, or less than a tenth of, the year before",
    "form-merged-cells": "merged cells, of which the first alone was read",
    "form-negative": "must not be negative",
    "form-newer-version": "made by a later version of fulian; nothing was read",
    "form-no-figure": "a row without a number",
    "form-no-name": "a row without the indicator's name",
    "form-no-organization": "the body that reports is not written",
    "form-no-target": "a target needs a number and a unit",
    "form-no-text": "what belongs in this cell is not written",
    "form-no-title": "a task without its name",
    "form-not-a-day": "must be a day",
    "form-not-a-number": "must be a number",
    "form-not-a-time": "must be a time",
    "form-not-whole": "must be a whole number",
    "form-other-organization": "another body than the form was made for; read as written",
    "form-other-sheet": "a sheet that is no part of the form was not read",
    "form-other-year": "another year than the form was made for; read for the form's",
    "form-out-of-range": "more than can be",
    "form-part-exceeds-whole": "more than the whole that it is a part of",
    "form-remark": "a remark without a number",
    "form-row-missing": "the row of an indicator is missing",
    "form-row-repeated": "an indicator that stands in several rows; all were read",
    "form-sheet-missing": "a sheet is missing, or its head was changed; it was not read",
    "form-sheet-renamed": "a sheet was renamed",
    "form-stray": "a cell outside the form was not read",
    "form-unit-changed": "the unit was changed",
    "form-unknown-choice": "must be chosen from the list",
}
"""What each code means."""

# Notes on a cell or a sheet begin with its place.
_WHERE: Final = re.compile("([^：“”，（]+)：")
_NAMED: Final = re.compile("“([^“”]*)”")


def in_english(note: Note) -> str:
    """Say a form's note in English: the place, what is meant by its code, the name it speaks of, what the cell holds.

    Args:
        note: A note whose code begins with ``form-``; another, or a code that is not known, keeps its text.

    Example:
        >>> in_english(Note(code="form-no-figure", text="指标数据!B9：这一行没有填数字。"))
        '指标数据!B9: a row without a number'
    """
    meaning = MEANINGS.get(note.code)
    if meaning is None:
        return note.text
    where = _WHERE.match(note.text)
    words = note.text[where.end() :] if where else note.text
    words, filled, held = words.partition("，填的是")
    name = _NAMED.search(words)
    said = f"{where[1]}: {meaning}" if where else meaning
    said += f" (“{name[1]}”)" if name else ""
    return f"{said}, found {held.removesuffix('。')}" if filled else said
