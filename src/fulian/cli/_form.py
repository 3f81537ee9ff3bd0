"""Forms: one made for a body, filled from records where they are given; a folder of them gathered."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rich.text import Text

from fulian.cli._inputs import Hints, records_of
from fulian.cli._lines import pad, wrap
from fulian.cli._terminal import Screen
from fulian.errors import ParseError, ReadError
from fulian.formats._files import replacing
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.organization import Organization, OrganizationKind
from fulian.model.reading import Reading
from fulian.reading.files import open_text
from fulian.reading.form.layout import FormKind
from fulian.text import parse_organization
from fulian.writing._form_notes import in_english
from fulian.writing.form import collect_forms, dumps_collected, dumps_form, expected_bodies
from fulian.writing.form.collect import bodies_of

__all__ = ["collect", "expected", "make_form"]

# Faults and files that are listed before the rest is only counted.
_MOST = 12


def make_form(
    kind: FormKind,
    output: Path,
    organization: str,
    year: int | None,
    *,
    indicators: Iterable[str],
    last_year: Iterable[str],
    record: str | None,
) -> None:
    """Make a form and write it to a file, whole or not at all.

    Args:
        kind: What it asks for.
        output: The file to write.
        organization: The body that is to fill it in, by any name; empty for that of the record, or for anybody.
        year: The year it is for; None for that of the record.
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
        body = _body(organization, year) if organization else None
        found = [one for one in _records(record, Hints(body, year)) if isinstance(one, wanted)]
        if len(found) != 1:
            expected = f"one {'report' if wanted is CityReport else 'plan'} that the form can be filled with"
            raise ReadError(file=record, found=f"{len(found)} of them", expected=expected)
        filled = found[0]
    last = [one for name in last_year for one in _records(name, Hints(None, None))]
    data = dumps_form(
        kind,
        organization=organization,
        year=year,
        indicators=indicators,
        last_year=[one for one in last if isinstance(one, CityReport)],
        record=filled,
    )
    with replacing(output) as file:
        file.write(data)


def _records(name: str, hints: Hints) -> list[CityReport | AnnualPlan]:
    """The reports and plans of a file: saved records, a saved reading, or a document."""
    found: list[CityReport | AnnualPlan] = []
    for one in records_of(name, hints):
        if isinstance(one, Reading):
            found += [*one.reports, *one.plans]
        elif isinstance(one, CityReport | AnnualPlan):
            found.append(one)
    return found


def expected(place: str | None, names: Path | None, year: int) -> tuple[Organization, ...]:
    """Tell who was to hand in.

    Args:
        place: A province or prefecture, whose parts were to; or None.
        names: A text file with a name a line; or None.
        year: The year the forms are for.

    Returns:
        The bodies, those of the place first; empty where nobody said.

    Raises:
        ParseError: There is no such place.
        ReadError: The file cannot be read.
    """
    found = list(expected_bodies(place, year=year)) if place else []
    if names is not None:
        lines = (line.strip() for line in open_text(names).text.splitlines())
        found += [_body(line, year) for line in dict.fromkeys(lines) if line]
    return tuple(found)


def _body(name: str, year: int | None) -> Organization:
    try:
        return parse_organization(name, year=year)
    except ParseError:
        return Organization(name=name, kind=OrganizationKind.OTHER)


def collect(
    screen: Screen, paths: Iterable[str], year: int, asked: tuple[Organization, ...], output: Path | None
) -> int:
    """Gather forms, say how each body stands, and write the summary where that was asked for.

    Args:
        screen: Where to say it.
        paths: Folders, files, patterns.
        year: The year the forms are for.
        asked: Who was to hand in.
        output: The file to write, or None; where there are no forms nothing is written.

    Returns:
        The exit status: 0 where there are forms, everybody handed in once and nothing is wrong, else 1.
    """
    collected = collect_forms(paths, year=year, expected=asked)
    say = screen.say
    counts = [say.count(len(collected.forms), "form", "份填报表")]
    if asked:
        counts.append(say("{} of {} missing", "缺报 {} 个，应报 {} 个").format(len(collected.missing), len(asked)))
    counts.append(say("{} with faults", "有问题的 {} 份").format(len(collected.faulty)))
    screen.line(Text(f" {screen.guides.dot} ".join(counts), style="head"))
    rows = list(bodies_of(collected, say))
    widest = max((Text(name).cell_len for name, *_ in rows), default=0)
    for name, said, files, well in rows:
        line = pad(Text(f"  {name}"), widest + 4)
        line.append(said, style="faint" if well else "warning")
        line.append(f"  {files}", style="faint")
        for one in wrap(line, screen.width):
            screen.line(one)
    told = [(form.name, say(in_english(note), note.text)) for form in collected.faulty for note in form.faults]
    told += [(one.name, say(one.reason_en, one.reason)) for one in collected.refused]
    for file, text in told[:_MOST]:
        for one in wrap(Text.assemble((f"  {Path(file).name}  ", "warning"), text), screen.width):
            screen.line(one)
    if len(told) > _MOST:
        more = say("and {} more; the workbook lists them", "另有 {} 处，汇总工作簿里全部列出").format(len(told) - _MOST)
        screen.line(f"  {more}", style="faint")
    if output is not None and not collected.forms:
        screen.line(say("{}: not written, for there are no forms", "{}：没有填报表，未写文件").format(output))
    elif output is not None:
        data = dumps_collected(collected, output.suffix.lower().removeprefix("."))
        with replacing(output) as file_out:
            file_out.write(data)
        screen.line(f"{output}", style="faint")
    return 0 if collected.forms and collected.is_complete else 1
