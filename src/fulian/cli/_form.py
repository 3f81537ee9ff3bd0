"""Forms: one made for a body, filled from records where they are given."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fulian.cli._inputs import Hints, read_file, saved_records
from fulian.errors import ReadError
from fulian.formats._files import replacing
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.reading import Reading
from fulian.reading.form.layout import FormKind
from fulian.writing.form import dumps_form

__all__ = ["make_form"]


def make_form(
    kind: FormKind,
    output: Path,
    hints: Hints,
    *,
    indicators: Iterable[str],
    last_year: Iterable[str],
    record: str | None,
) -> None:
    """Make a form and write it to a file, whole or not at all.

    Args:
        kind: What it asks for.
        output: The file to write.
        hints: The body and the year it is for.
        indicators: What it asks for: codes and areas of work; the usual ones where empty.
        last_year: Files with the reports of the year before.
        record: A file with the report or plan that it is filled with, or None.

    Raises:
        FulianError: A file cannot be read or holds no such record, or the form cannot be made.
        OSError: The file cannot be written.
    """
    wanted = CityReport if kind is FormKind.CITY_REPORT else AnnualPlan
    filled: CityReport | AnnualPlan | None = None
    if record is not None:
        found = [one for one in _records(record, hints) if isinstance(one, wanted)]
        if len(found) != 1:
            expected = f"one {wanted.__name__} that the form can be filled with"
            raise ReadError(file=record, found=f"{len(found)} of them", expected=expected)
        filled = found[0]
    last = [one for name in last_year for one in _records(name, Hints(None, None))]
    data = dumps_form(
        kind,
        organization=str(hints.organization or ""),
        year=hints.year,
        indicators=indicators,
        last_year=[one for one in last if isinstance(one, CityReport)],
        record=filled,
    )
    with replacing(output) as file:
        file.write(data)


def _records(name: str, hints: Hints) -> list[CityReport | AnnualPlan]:
    """The reports and plans of a file: saved records, a saved reading, or a document."""
    records: Iterable[object] = saved_records(name) or (read_file(name, hints),)
    found: list[CityReport | AnnualPlan] = []
    for one in records:
        if isinstance(one, Reading):
            found += [*one.reports, *one.plans]
        elif isinstance(one, CityReport | AnnualPlan):
            found.append(one)
    return found
