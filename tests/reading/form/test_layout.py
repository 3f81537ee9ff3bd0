"""What a form is: layouts that hold together, and a hidden sheet that says which form it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.model.work_area import WorkArea
from fulian.reading.form.layout import AREA_OF_DOMAIN, LAYOUTS, MARK, VERSION, FormInfo, FormKind
from fulian.reference.indicators import indicators

infos = st.builds(
    FormInfo,
    kind=st.sampled_from(FormKind),
    version=st.integers(1, 99),
    year=st.integers(1950, 2099),
    organization=st.sampled_from(("", "株洲市妇联", "<b>")),
    indicators=st.lists(st.sampled_from(sorted(indicators())), max_size=5, unique=True).map(tuple),
)


@given(infos)
def test_what_is_said_of_a_form_is_read_back(info: FormInfo) -> None:
    """The rows of the hidden sheet say all of it."""
    assert FormInfo.of_rows(info.rows()) == info


def test_a_kind_of_a_later_version_is_known_as_a_form() -> None:
    """A form of a kind that this version does not know is a form all the same, of no kind."""
    info = FormInfo.of_rows(((MARK, "questionnaire"), ("version", "9"), ("year", "2030")))
    assert info is not None
    assert (info.kind, info.version) == (None, 9)


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("version", "1"), ("year", "2024")),
        ((MARK, "city-report"), ("version", "one"), ("year", "2024")),
        ((MARK, "city-report"), ("version", "1"), ("year", "24")),
    ],
)
def test_other_rows_say_of_no_form(rows: tuple[tuple[str, str], ...]) -> None:
    """Without the mark, a version and a year it is no form."""
    assert FormInfo.of_rows(rows) is None


@pytest.mark.parametrize("kind", FormKind)
def test_heads_tell_columns_and_sheets_apart(kind: FormKind) -> None:
    """In each sheet no two columns have the same head, and no two sheets the same heads."""
    sheets = [tuple(column.head(2024) for column in sheet.columns) for sheet in LAYOUTS[kind]]
    assert all(len(set(heads)) == len(heads) for heads in sheets)
    assert len(set(sheets)) == len(sheets)
    assert VERSION == 1


def test_every_domain_of_the_catalogue_has_its_area() -> None:
    """Each indicator falls under an area of work, and each area can be named."""
    assert {AREA_OF_DOMAIN[one.domain] for one in indicators().values()} <= set(WorkArea)
    assert all(AREA_OF_DOMAIN[area.zh] is area for area in WorkArea)
