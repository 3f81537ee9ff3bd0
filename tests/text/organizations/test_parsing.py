"""From a name to the body it names."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.errors import FulianError, ParseError
from fulian.model.division import Division
from fulian.model.level import Level
from fulian.model.organization import OrganizationKind
from fulian.reference.divisions import all_divisions, find_divisions
from fulian.text.organizations import parse_organization

K = OrganizationKind


@pytest.mark.parametrize(
    ("text", "within", "printed", "kind", "place"),
    [
        ("中华全国妇女联合会", None, ("中华全国妇女联合会", "全国妇联"), K.FEDERATION, (Level.NATIONAL, None)),
        ("全国妇联", None, ("中华全国妇女联合会", "全国妇联"), K.FEDERATION, (Level.NATIONAL, None)),
        ("湖 南 省 妇 联", None, ("湖南省妇女联合会", "湖南省妇联"), K.FEDERATION, (Level.PROVINCE, "430000")),
        ("省妇联", "430200", ("湖南省妇女联合会", "湖南省妇联"), K.FEDERATION, (Level.PROVINCE, "430000")),
        ("广西妇联", None, ("广西壮族自治区妇女联合会", "广西妇联"), K.FEDERATION, (Level.PROVINCE, "450000")),
        ("自治区妇联", "450804", ("广西壮族自治区妇女联合会", "广西妇联"), K.FEDERATION, (Level.PROVINCE, "450000")),
        ("市妇联", "500103", ("重庆市妇女联合会", "重庆市妇联"), K.FEDERATION, (Level.PROVINCE, "500000")),
        ("株洲市妇联", None, ("株洲市妇女联合会", "株洲市妇联"), K.FEDERATION, (Level.PREFECTURE, "430200")),
        ("株洲妇联", None, ("株洲市妇女联合会", "株洲市妇联"), K.FEDERATION, (Level.PREFECTURE, "430200")),
        (
            "湘西州妇联",
            None,
            ("湘西州妇女联合会", "湘西州妇联"),
            K.FEDERATION,
            (Level.PREFECTURE, "433100"),
        ),
        ("市妇联", "430821", ("张家界市妇女联合会", "张家界市妇联"), K.FEDERATION, (Level.PREFECTURE, "430800")),
        ("湖南省慈利县妇联", None, ("慈利县妇女联合会", "慈利县妇联"), K.FEDERATION, (Level.COUNTY, "430821")),
        ("我县妇联", "430821", ("慈利县妇女联合会", "慈利县妇联"), K.FEDERATION, (Level.COUNTY, "430821")),
        ("区妇联", "450804", ("覃塘区妇女联合会", "覃塘区妇联"), K.FEDERATION, (Level.COUNTY, "450804")),
        ("区妇联", "450000", ("广西壮族自治区妇女联合会", "广西妇联"), K.FEDERATION, (Level.PROVINCE, "450000")),
        ("永定区妇联", "430800", ("永定区妇女联合会", "永定区妇联"), K.FEDERATION, (Level.COUNTY, "430802")),
        ("永定区妇联", None, ("永定区妇女联合会", "永定区妇联"), K.FEDERATION, (Level.COUNTY, None)),
        ("白石镇妇联", "430821", ("白石镇妇女联合会", "白石镇妇联"), K.FEDERATION, (Level.TOWNSHIP, "430821")),
        ("青山湖街道妇联", None, ("青山湖街道妇女联合会", "青山湖街道妇联"), K.FEDERATION, (Level.TOWNSHIP, None)),
        ("XX村妇联", None, ("XX村妇女联合会", "XX村妇联"), K.FEDERATION, (Level.VILLAGE, None)),
        ("长岭村妇代会", None, ("长岭村妇女代表会", "长岭村妇代会"), K.FEDERATION, (Level.VILLAGE, None)),
        ("××县妇联", None, ("××县妇女联合会", "××县妇联"), K.FEDERATION, (Level.COUNTY, None)),
        (
            "省直妇工委",
            "430000",
            ("湖南省直机关妇女工作委员会", "湖南省直妇工委"),
            K.WORKING_COMMITTEE,
            (Level.PROVINCE, "430000"),
        ),
        ("湖南大学妇委会", None, ("湖南大学妇女委员会", "湖南大学妇委会"), K.WOMENS_COMMITTEE, (None, None)),
        (
            "株洲市女职工委员会",
            None,
            ("株洲市女职工委员会", "株洲市女工委"),
            K.WOMENS_COMMITTEE,
            (Level.PREFECTURE, "430200"),
        ),
        (
            "湖南省妇儿工委",
            None,
            ("湖南省人民政府妇女儿童工作委员会", "湖南省妇儿工委"),
            K.CHILDRENS_WORK_COMMITTEE,
            (Level.PROVINCE, "430000"),
        ),
        ("湖南省女企业家协会", None, ("湖南省女企业家协会", None), K.ASSOCIATION, (Level.PROVINCE, "430000")),
        (
            "张家界市妇儿活动中心",
            None,
            ("张家界市妇女儿童活动中心", None),
            K.AFFILIATED_UNIT,
            (Level.PREFECTURE, "430800"),
        ),
        ("慈利县", None, ("慈利县", None), K.AREA, (Level.COUNTY, "430821")),
        ("株洲", None, ("株洲市", None), K.AREA, (Level.PREFECTURE, "430200")),
        ("临港新区", None, ("临港新区", None), K.AREA, (None, None)),
        ("光明新区", None, ("光明新区", None), K.AREA, (None, None)),  # 新区 is no part of 唐山 here
        ("唐山市新区", None, ("唐山市新区", None), K.AREA, (Level.COUNTY, "130206")),
        ("长治市郊区", None, ("长治市郊区", None), K.AREA, (Level.COUNTY, "140411")),
    ],
)
def test_names_at_all_levels(
    text: str,
    within: str | None,
    printed: tuple[str, str | None],
    kind: OrganizationKind,
    place: tuple[Level | None, str | None],
) -> None:
    """A name, in full or shortened, gives the body with its full and short name, kind, level and code."""
    body = parse_organization(text, within=within)
    assert (body.name, body.short_name) == printed
    assert body.kind is kind
    assert (body.level, body.division_code) == place


@pytest.mark.parametrize(
    ("text", "within", "kind", "parent"),
    [
        ("省妇联组织联络部", "430000", K.DEPARTMENT, "湖南省妇联"),
        ("湖南省妇联机关党委", None, K.DEPARTMENT, "湖南省妇联"),
        ("县妇儿工委办", "430821", K.CHILDRENS_WORK_OFFICE, "慈利县妇儿工委"),
        ("国务院妇女儿童工作委员会办公室", None, K.CHILDRENS_WORK_OFFICE, "国务院妇儿工委"),
        ("湖南省妇联妇女干部学校", None, K.AFFILIATED_UNIT, "湖南省妇联"),
    ],
)
def test_a_part_has_the_whole_as_parent(text: str, within: str | None, kind: OrganizationKind, parent: str) -> None:
    """A department, an office and an affiliated unit belong to a body."""
    body = parse_organization(text, within=within)
    assert body.kind is kind
    assert str(body.parent) == parent


def test_a_bare_department_is_of_the_body_spoken_in() -> None:
    """机关党委 alone is a part of the federation at hand, or of the one that the department at hand is part of."""
    federation = parse_organization("湖南省妇联")
    office = parse_organization("办公室", within=federation)
    assert office.parent == federation
    assert parse_organization("机关党委", within=office).parent == federation


def test_a_low_relative_name_takes_the_body_spoken_in() -> None:
    """镇妇联 is the town of the body at hand, where its name tells one."""
    village = parse_organization("白石镇长岭村妇联")
    assert str(parse_organization("镇妇联", within=village)) == "白石镇妇联"
    with pytest.raises(ParseError):
        parse_organization("镇妇联", within=parse_organization("长岭村妇联"))


@pytest.mark.parametrize(
    ("text", "within", "position", "expected"),
    [
        ("", None, 0, "the name of a body"),
        ("妇联", None, 0, "a place before"),
        ("市妇联", None, 0, "which 市"),
        ("县妇联", "430200", 0, "which 县"),
        ("会议", None, 0, "a place"),
        ("株洲市妇联召开会议", None, 5, "the end, or a department"),
        ("省妇代会", "430000", 0, "a village or community"),
        ("妇" * 61, None, 0, "up to 60"),
    ],
)
def test_what_names_no_body_is_refused(text: str, within: str | None, position: int, expected: str) -> None:
    """A text that names no body, or no single one, is an error that says where and why."""
    with pytest.raises(ParseError) as caught:
        parse_organization(text, within=within)
    assert caught.value.text == text
    assert caught.value.position == position
    assert expected in caught.value.expected


HEADS = ("妇联", "妇女联合会", "妇联办公室", "妇儿工委", "妇儿工委办", "妇工委", "妇委会", "")


@given(st.sampled_from([one for one in all_divisions() if one.end is None]), st.sampled_from(HEADS))
def test_what_is_parsed_prints_back(division: Division, head: str) -> None:
    """Parsing what a body prints, in its own division, gives the body; also without one where the name is unique."""
    body = parse_organization(division.name + head, within=division.code)
    assert body.division_code == division.code
    assert parse_organization(str(body), within=division.code) == body
    assert parse_organization(body.name, within=division.code) == body
    if len(find_divisions(division.name, year=2025)) == 1:
        assert parse_organization(division.name + head, year=2025).division_code == division.code


def test_a_district_with_a_noun_for_a_name_is_that_of_its_year() -> None:
    """矿区 is one district since 2018, and was two before: then nobody can say which."""
    assert parse_organization("矿区妇联", year=2025).division_code == "140303"
    with pytest.raises(ParseError):
        parse_organization("矿区妇联", year=2010)


@given(
    st.text(st.sampled_from("长沙市县区湖南省妇联儿工委办公室镇村XX直机关妇女联合会部的。 "), max_size=30),
    st.none() | st.sampled_from(("430000", "430200", "430821", "999999", "")),
    st.none() | st.integers(1900, 2100),
)
def test_any_text_gives_a_body_or_our_error(text: str, within: str | None, year: int | None) -> None:
    """Whatever the text, the answer is a body or one of the library's errors."""
    with suppress(FulianError):
        parse_organization(text, within=within, year=year)
