"""Document number, dates and years against each other."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

import fulian
from fulian.model import AnnualPlan, Document, Level, Organization, OrganizationKind, Reading
from fulian.values import DocumentNumber

HUNAN = Organization(
    name="湖南省妇女联合会", kind=OrganizationKind.FEDERATION, level=Level.PROVINCE, division_code="430000"
)
SOUND = Document(
    id="d1",
    text="x",
    number=DocumentNumber(prefix="湘妇字", year=2014, serial=1),
    issuer=HUNAN,
    issued=date(2014, 2, 12),
    published=date(2014, 2, 13),
)


def codes(document: Document, *plans: AnnualPlan) -> list[str]:
    """The codes found on a document with plans."""
    return [one.code for one in fulian.check(Reading(document=document, plans=plans), rules=["I"])]


def test_a_sound_frame_is_passed_over() -> None:
    """Number, letter, dates and the plan's year agree."""
    assert codes(SOUND, AnnualPlan(year=2014, title="湖南省妇联2014年工作要点")) == []


@pytest.mark.parametrize(
    ("issued", "found"),
    [(date(2015, 1, 5), []), (date(2015, 3, 5), ["I101"]), (date(2013, 12, 30), ["I101"])],
)
def test_a_number_is_of_the_year_of_issue(issued: date, found: list[str]) -> None:
    """In January a number of the year before still occurs."""
    assert codes(attrs.evolve(SOUND, issued=issued, published=None)) == found


def test_a_province_has_its_own_letter() -> None:
    """粤 is not Hunan's; a prefix that begins with no province's letter is left alone."""
    assert codes(attrs.evolve(SOUND, number=DocumentNumber(prefix="粤妇字", year=2014, serial=1))) == ["I102"]
    assert codes(attrs.evolve(SOUND, number=DocumentNumber(prefix="妇厅字", year=2014, serial=1))) == []


def test_publication_follows_issue() -> None:
    """A document that was on the web before its date has a wrong date."""
    assert codes(attrs.evolve(SOUND, published=date(2014, 2, 1))) == ["I103"]


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (AnnualPlan(year=2014, title="湖南省妇联2015年工作要点"), ["I201"]),
        (AnnualPlan(year=2015, title="湖南省妇联2015年工作要点"), ["I201"]),
        (AnnualPlan(year=None, title="湖南省妇联2011-2020年规划"), []),
    ],
)
def test_a_plan_is_of_its_title_and_its_date(plan: AnnualPlan, found: list[str]) -> None:
    """A plan issued in February 2014 is for 2014; a title with a span of years names no year."""
    assert codes(SOUND, plan) == found
