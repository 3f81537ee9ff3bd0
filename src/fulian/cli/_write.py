"""``fulian write``: which record of a file is written, and the annexes that go with it."""

from __future__ import annotations

from pathlib import Path

from fulian.cli._inputs import Hints, records_of
from fulian.errors import ReadError
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.reading import Reading
from fulian.reading.files import read_source
from fulian.writing.official import Annex, OfficialFrame, write_official

__all__ = ["OfficialFrame", "choose_record", "named", "read_annex", "write_official"]

_LISTED = 12
_BEGINS = 24


def choose_record(name: str, number: int | None, hints: Hints) -> AnnualPlan | CityReport | Reading:
    """Give the record of a file that is to be written: its only one, or that of a number.

    A reading with one record is given whole, since its document says more than the record.

    Raises:
        ReadError: There is none, there are several and no number, or the number is too high.
    """
    found: list[tuple[AnnualPlan | CityReport | Reading, AnnualPlan | CityReport]] = []
    for held in records_of(name, hints):
        inner = (*held.plans, *held.reports) if isinstance(held, Reading) else (held,)
        whole = held if isinstance(held, Reading) and len(inner) == 1 else None
        found += [(whole or one, one) for one in inner if isinstance(one, AnnualPlan | CityReport)]
    if not found:
        raise ReadError(file=name, found="none", expected="a plan or a report")
    if number is None and len(found) > 1:
        listed = "; ".join(f"{place}. {_name(one)}" for place, (_, one) in enumerate(found[:_LISTED], start=1))
        more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
        raise ReadError(file=name, found=f"{len(found)}: {listed}{more}", expected="--record to choose one of them")
    if (number or 1) > len(found):
        raise ReadError(file=name, found=f"{len(found)}", expected=f"at least {number} plans and reports")
    return found[(number or 1) - 1][0]


def named(record: AnnualPlan | CityReport | Reading) -> str:
    """A record by its title, or by its body and year."""
    if not isinstance(record, Reading):
        return _name(record)
    return record.document.title or next(map(_name, record.plans), "") or next(map(_name, record.reports), "")


def _name(record: AnnualPlan | CityReport) -> str:
    """A record by its title, or by its body and year; else by how it begins."""
    if isinstance(record, AnnualPlan):
        named = record.title or f"{record.issuer or ''}{record.year or ''}"
    else:
        named = f"{record.organization or ''} {record.headline or record.year or ''}".strip()
    if named or record.source is None:
        return named or "-"
    begins = " ".join(record.source.quote.split())
    return begins if len(begins) <= _BEGINS else f"{begins[:_BEGINS]}…"


def read_annex(path: Path) -> Annex:
    """Read a file as an annex: its first line is the title."""
    lines = [line.strip() for line in read_source(path).text.splitlines() if line.strip()]
    if len(lines) < 2:
        raise ReadError(
            file=str(path),
            found="one line" if len(lines) == 1 else f"{len(lines)} lines",
            expected="a title and a text under it",
        )
    return Annex(title=lines[0], text="\n".join(lines[1:]))
