"""A folder of filled forms: one table, totals where figures add up, and who is missing.

The table needs the extra ``tables``, the forms the extra ``files``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

import attrs
from attrs.validators import instance_of, optional

from fulian.errors import ParseError
from fulian.formats.observations import observations_table
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.document import DocumentKind
from fulian.model.indicator import IndicatorKind
from fulian.model.observation import Observation, Status
from fulian.model.organization import Organization, OrganizationKind
from fulian.model.reading import Note, Reading
from fulian.reading.files import SourceText
from fulian.reading.form.layout import FIGURES, TARGETS
from fulian.reading.form.reader import form_faults, form_info
from fulian.reading.many import ReadResult, read_many
from fulian.reference.divisions import children, find_divisions
from fulian.reference.indicators import indicators
from fulian.text.organizations import parse_organization
from fulian.values.quantity import Qualifier
from fulian.values.validation import filled, tuple_of, whole_number
from fulian.writing._form_notes import in_english
from fulian.writing._speech import Speech
from fulian.writing.form.indicators import choose_indicators
from fulian.writing.form.refused import Refused, unread

__all__ = ["CollectedForms", "HandedIn", "Total", "bodies_of", "collect_forms", "expected_bodies"]

_CHINESE = Speech("zh")


@attrs.frozen(kw_only=True)
class HandedIn:
    """A form that a body handed in (上报件).

    Attributes:
        name: The file's path as it was found.
        source: The form's text, with its places.
        reading: What was read from it.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The name is blank.

    Example:
        >>> import tempfile, pathlib
        >>> from fulian.writing.form import dumps_form
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     form = dumps_form(organization="株洲市妇联", year=2024, indicators=["ORG_HOMES"])
        ...     _ = pathlib.Path(folder, "a.xlsx").write_bytes(form)
        ...     [one] = collect_forms(folder, year=2024).forms
        >>> str(one.organization), one.faults
        ('株洲市妇联', ())
    """

    name: str = attrs.field(validator=filled())
    source: SourceText = attrs.field(validator=instance_of(SourceText), repr=False)
    reading: Reading = attrs.field(validator=instance_of(Reading), repr=False)

    @property
    def record(self) -> CityReport | AnnualPlan | None:
        """The report or plan that the form holds; None for a form that could not be read."""
        records: tuple[CityReport | AnnualPlan, ...] = (*self.reading.reports, *self.reading.plans)
        return records[0] if records else None

    @property
    def organization(self) -> Organization | None:
        """The body that handed it in, or None where the form does not say."""
        record = self.record
        return record.organization if isinstance(record, CityReport) else record.issuer if record else None

    @property
    def faults(self) -> tuple[Note, ...]:
        """What is wrong with it, in the order of the form."""
        return form_faults(self.reading)

    @property
    def figures(self) -> tuple[Observation, ...]:
        """The figures of its sheet of figures that are of the catalogue."""
        record = self.record
        if isinstance(record, CityReport):
            groups = [(one.title or "", one.observations) for one in record.achievements]
            groups += [(task.title, task.targets) for task in record.commitments]
        else:
            groups = [(task.title, task.targets) for task in record.key_tasks] if record else []
        return tuple(
            one for title, found in groups if title.startswith((FIGURES, TARGETS)) for one in found if one.indicator
        )


@attrs.frozen(kw_only=True)
class Total:
    """An indicator over all bodies that gave it (合计).

    Attributes:
        indicator: The catalogue's code.
        status: Whether the figures were done or are planned.
        bodies: How many bodies gave one.
        value: The sum, or None for a rate, which is never summed, and where units differ.
        unit: The unit of the sum; empty where there is none.
        qualifier: Exact only where every figure is; over or under where all others are; else about.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The code is blank, or no body gave a figure.

    Example:
        >>> total = Total(indicator="ORG_HOMES", status=Status.ACTUAL, bodies=14, value=Decimal(9120), unit="个")
        >>> f"{total.value}{total.unit}, {total.bodies} bodies"
        '9120个, 14 bodies'
    """

    indicator: str = attrs.field(validator=filled())
    status: Status = attrs.field(validator=instance_of(Status))
    bodies: int = attrs.field(validator=whole_number(1))
    value: Decimal | None = attrs.field(default=None, validator=optional(instance_of(Decimal)))
    unit: str = attrs.field(default="", validator=instance_of(str))
    qualifier: Qualifier = attrs.field(default=Qualifier.EXACT, validator=instance_of(Qualifier))


@attrs.frozen(kw_only=True)
class CollectedForms:
    """The forms of a folder, and who handed in (填报汇总).

    Attributes:
        year: The year they are for.
        forms: The forms of that year, in the order of their names.
        refused: The files that are none, in the order of their names.
        expected: The bodies that were to hand in, in order; empty where nobody said.

    Raises:
        TypeError: A field is of the wrong type.
        ValueError: The year is out of range.

    Example:
        >>> CollectedForms(year=2024, expected=expected_bodies("湖南省", year=2024)).missing[0].name
        '长沙市妇女联合会'
    """

    year: int = attrs.field(validator=whole_number(1949, 2100))
    forms: tuple[HandedIn, ...] = attrs.field(default=(), validator=tuple_of(HandedIn))
    refused: tuple[Refused, ...] = attrs.field(default=(), validator=tuple_of(Refused))
    expected: tuple[Organization, ...] = attrs.field(default=(), validator=tuple_of(Organization))

    @property
    def missing(self) -> tuple[Organization, ...]:
        """The bodies that were to hand in and did not."""
        there = {_key(one.organization) for one in self.forms}
        return tuple(body for body in self.expected if _key(body) not in there)

    @property
    def unexpected(self) -> tuple[HandedIn, ...]:
        """The forms of bodies that were not asked; empty where nobody said who is."""
        asked = {_key(body) for body in self.expected}
        return tuple(one for one in self.forms if asked and _key(one.organization) not in asked)

    @property
    def twice(self) -> tuple[tuple[HandedIn, ...], ...]:
        """The forms that one body handed in more than once, body by body."""
        by_body: dict[object, list[HandedIn]] = {}
        for one in self.forms:
            if one.organization is not None:
                by_body.setdefault(_key(one.organization), []).append(one)
        return tuple(tuple(forms) for forms in by_body.values() if len(forms) > 1)

    @property
    def faulty(self) -> tuple[HandedIn, ...]:
        """The forms that have faults."""
        return tuple(one for one in self.forms if one.faults)

    @property
    def is_complete(self) -> bool:
        """Whether everybody handed in once, and nothing is wrong with any form or file."""
        return not (self.missing or self.unexpected or self.twice or self.faulty or self.refused)

    def totals(self) -> tuple[Total, ...]:
        """Sum what adds up (合计), indicator by indicator, area by area as in the form.

        Flows and stocks add over bodies; rates never do. A body that handed in twice counts for nothing until it is
        clear which form holds; nor does a figure that its form has a fault at.

        Returns:
            A total for each indicator and standing that some body gave.
        """
        doubled = {id(one) for forms in self.twice for one in forms}
        gathered: dict[tuple[str, Status], list[Observation]] = {}
        for form in self.forms:
            if id(form) in doubled:
                continue
            cells = {note.source.start for note in form.faults if note.source is not None}
            for one in form.figures:
                if one.indicator and not _in_cells(one, cells, form.source):
                    gathered.setdefault((one.indicator, one.status), []).append(one)
        codes = choose_indicators({code for code, _ in gathered}) if gathered else ()
        order = {code: place for place, code in enumerate(codes)}
        return tuple(
            _total(code, status, found)
            for (code, status), found in sorted(gathered.items(), key=lambda pair: (order[pair[0][0]], pair[0][1]))
        )

    def table(self) -> Any:
        """Make the table of all figures (汇总表): that of `observations_table` with a column ``cell``.

        Returns:
            A ``pyarrow.Table``; a row for each figure of each form, also those in its texts; ``file`` is the file's
            path, ``cell`` the cell in which the figure stands.

        Raises:
            DataError: The numbers do not fit in one column.
            ReadError: The package pyarrow is not installed.
        """
        table = observations_table([one.reading for one in self.forms])
        rows = [(form, figure) for form in self.forms for figure in form.reading.observations]
        cells = [str(form.source.locate(figure.source.span)[0]) for form, figure in rows]
        place = table.schema.get_field_index("file")
        return table.set_column(place, "file", [[form.name for form, _ in rows]]).append_column("cell", [cells])


def collect_forms(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    year: int,
    expected: Iterable[Organization] = (),
) -> CollectedForms:
    """Read a folder of filled forms (收集填报表).

    Args:
        paths: A folder, or files, patterns, archives.
        year: The calendar year the forms are for.
        expected: The bodies that were to hand in; `expected_bodies` gives those of a province.

    Returns:
        The forms of the year, and the files that are none.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     collected = collect_forms(folder, year=2024, expected=expected_bodies("湖南省", year=2024))
        >>> len(collected.missing), collected.is_complete
        (14, False)
    """
    forms: list[HandedIn] = []
    refused: list[Refused] = []
    for result in read_many(paths):
        one = _take(result, year)
        if isinstance(one, HandedIn):
            forms.append(one)
        else:
            refused.append(one)
    return CollectedForms(year=year, forms=tuple(forms), refused=tuple(refused), expected=tuple(expected))


def _take(result: ReadResult, year: int) -> HandedIn | Refused:
    if result.reading is None or result.source is None:
        return unread(result.name, result.error)
    info = form_info(result.source) if result.reading.document.kind is DocumentKind.FORM else None
    if info is None:
        return Refused(name=result.name, reason="这个文件不是填报表。", reason_en="it is no form")
    if info.year != year:
        reason = f"这是{info.year}年的填报表，不是{year}年的。"
        english = f"it is a form for {info.year}, not for {year}"
        return Refused(name=result.name, reason=reason, reason_en=english, other_year=info.year)
    handed = HandedIn(name=result.name, source=result.source, reading=result.reading)
    if handed.record is None:
        fault = handed.faults[0]
        return Refused(name=result.name, reason=fault.text, reason_en=in_english(fault))
    return handed


def expected_bodies(name: str, *, year: int) -> tuple[Organization, ...]:
    """Give the federations of what lies right in a division (应报单位): of a province its prefectures.

    Args:
        name: A province or a prefecture, by its full or short name.
        year: The calendar year whose register of divisions counts.

    Returns:
        Their federations, in the order of the codes.

    Raises:
        ParseError: No division of that name is in use in that year, several are, or nothing lies in it.

    Source:
        GB/T 2260 and the yearly lists of the Ministry of Civil Affairs.

    Example:
        >>> [str(one) for one in expected_bodies("湖南省", year=2024)][-1]
        '湘西土家族苗族自治州妇联'
    """
    found = find_divisions(name.strip(), year=year)
    below = children(found[0], year=year) if len(found) == 1 else ()
    if not below:
        raise ParseError(text=name, position=0, expected=f"the one province or prefecture of that name in {year}")
    return tuple(parse_organization(f"{one.name}妇联", year=year, within=one.code) for one in below)


def _key(body: Organization | None) -> object:
    """What makes two names of a body one: for a federation of a place with a code, kind and place."""
    if body is None:
        return None
    if body.kind is OrganizationKind.FEDERATION and body.division_code is not None:
        return body.division_code, body.level
    return body.name


def _in_cells(one: Observation, starts: set[int], source: SourceText) -> bool:
    """Whether a figure stands in one of the cells that begin at these places."""
    return any(start <= one.source.start and "\t" not in source.text[start : one.source.start] for start in starts)


def _total(code: str, status: Status, found: list[Observation]) -> Total:
    entry = indicators()[code]
    units = {one.quantity.unit for one in found}
    known = {entry.unit, *entry.usual_units}
    adds = entry.kind is not IndicatorKind.RATE and (len(units) == 1 or units <= known)
    hedges = {one.quantity.qualifier for one in found} - {Qualifier.EXACT}
    return Total(
        indicator=code,
        status=status,
        bodies=len(found),
        value=sum((one.quantity.value for one in found), Decimal(0)) if adds else None,
        unit=(units.pop() if len(units) == 1 else entry.unit) if adds else "",
        qualifier=Qualifier.EXACT if not hedges else hedges.pop() if len(hedges) == 1 else Qualifier.ABOUT,
    )


def bodies_of(collected: CollectedForms, say: Speech = _CHINESE) -> Iterator[tuple[str, str, str, bool]]:
    """Say of each body how it stands (上报情况).

    Args:
        collected: The forms.
        say: The language to say it in.

    Yields:
        First the bodies that were to hand in, then the others: a body's name, what there is to say, its files, and
        whether all is well with it.

    Example:
        >>> expected = expected_bodies("湖南省", year=2024)
        >>> next(bodies_of(CollectedForms(year=2024, expected=expected)))
        ('长沙市妇联', '缺报', '', False)
    """
    forms: dict[object, list[HandedIn]] = {}
    for one in collected.forms:
        forms.setdefault(_key(one.organization), []).append(one)
    for body in collected.expected:
        yield _standing(str(body), forms.pop(_key(body), []), say, asked=True)
    for others in forms.values():
        name = str(others[0].organization or say("(no body written)", "（没有写单位）"))
        yield _standing(name, others, say, asked=not collected.expected)


def _standing(name: str, forms: list[HandedIn], say: Speech, *, asked: bool) -> tuple[str, str, str, bool]:
    if not forms:
        return name, say("missing", "缺报"), "", False
    wrong = [] if asked else [say("was not asked", "不在应报名单内")]
    if len(forms) > 1:
        wrong.append(say("handed in {} times, not in the totals", "重复上报{}份，未计入合计").format(len(forms)))
    faults = sum(len(one.faults) for one in forms)
    if faults:
        wrong.append(say("faults: {}", "有{}处问题").format(faults))
    said = say("; ", "；").join(wrong) or say("handed in", "已报")
    return name, said, say(", ", "、").join(one.name for one in forms), not wrong
