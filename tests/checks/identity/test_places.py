"""Bodies against their levels, codes and years."""

from __future__ import annotations

import pytest

import fulian
from fulian.model import CityReport, Level, Organization, OrganizationKind
from fulian.values import CreditCode


def body(name: str, level: Level, code: str, credit: str | None = None) -> Organization:
    """Make a federation."""
    return Organization(
        name=name,
        kind=OrganizationKind.FEDERATION,
        level=level,
        division_code=code,
        credit_code=None if credit is None else CreditCode.parse(credit),
    )


def codes(organization: Organization, year: int = 2020) -> list[str]:
    """The codes found on a report that a program made."""
    return [one.code for one in fulian.check(CityReport(organization=organization, year=year), rules=["I"])]


@pytest.mark.parametrize(("year", "found"), [(2016, []), (2017, []), (2019, ["I301"])])
def test_a_county_that_became_a_city(year: int, found: list[str]) -> None:
    """宁乡县 was 宁乡市 from 2017 on; in the year of the change both are right."""
    report = CityReport(organization=body("宁乡县妇女联合会", Level.COUNTY, "430124"), year=year)
    findings = fulian.check(report, rules=["I3"])
    assert [one.code for one in findings] == found
    if findings:
        assert "宁乡市" in findings[0].message_zh
        assert findings[0].path == "organization"


def test_a_text_that_uses_an_old_name_is_told_where() -> None:
    """In a text the finding stands on the name, or on a figure that is said of it."""
    [finding] = fulian.check(fulian.read_text("宁乡县妇联2019年工作总结\n2019年，宁乡县妇联举办讲座12场。"))
    assert finding.code == "I301"
    assert finding.sources


@pytest.mark.parametrize(
    ("organization", "found"),
    [
        (body("株洲市妇女联合会", Level.PREFECTURE, "430200"), []),
        (body("株洲市妇女联合会", Level.PROVINCE, "430200"), ["I302"]),
        (body("株洲市妇女联合会", Level.PREFECTURE, "430300"), ["I303"]),
        (body("湘西州妇女联合会", Level.PREFECTURE, "433100"), []),
        (body("湖南省株洲市天元区妇女联合会", Level.COUNTY, "430211"), []),
        (body("天元区三门镇妇女联合会", Level.TOWNSHIP, "430211"), []),
        (body("湖南省妇女联合会", Level.PROVINCE, "430000", "13430000000000019R"), []),
        (body("广东省妇女联合会", Level.PROVINCE, "440000", "13430000000000019R"), ["I401"]),
    ],
)
def test_level_name_and_codes_agree(organization: Organization, found: list[str]) -> None:
    """Each fault has its own code."""
    assert codes(organization) == found
