"""Strategies for places and bodies: real divisions, and organizations as they name themselves."""

from __future__ import annotations

from functools import cache
from typing import Final

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from hypothesis.strategies import SearchStrategy

from fulian.model.division import Division
from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.strategies._arguments import check_flag, check_type
from fulian.strategies._sharing import maybe, one_of
from fulian.strategies.values import credit_codes
from fulian.strategies.words import names

__all__ = ["divisions", "organizations"]

# Real divisions of three levels: code, name, the name in 妇联 names, level, and the years and successor of those gone.
_DIVISIONS: Final = (
    ("430000", "湖南省", "湖南省", Level.PROVINCE, None, None),
    ("110000", "北京市", "北京市", Level.PROVINCE, None, None),
    ("440000", "广东省", "广东省", Level.PROVINCE, None, None),
    ("450000", "广西壮族自治区", "广西", Level.PROVINCE, None, None),
    ("650000", "新疆维吾尔自治区", "新疆", Level.PROVINCE, None, None),
    ("430100", "长沙市", "长沙市", Level.PREFECTURE, None, None),
    ("430200", "株洲市", "株洲市", Level.PREFECTURE, None, None),
    ("433100", "湘西土家族苗族自治州", "湘西州", Level.PREFECTURE, None, None),
    ("440300", "深圳市", "深圳市", Level.PREFECTURE, None, None),
    ("450800", "贵港市", "贵港市", Level.PREFECTURE, None, None),
    ("654000", "伊犁哈萨克自治州", "伊犁州", Level.PREFECTURE, None, None),
    ("430121", "长沙县", "长沙县", Level.COUNTY, None, None),
    ("430181", "浏阳市", "浏阳市", Level.COUNTY, None, None),
    ("430802", "永定区", "永定区", Level.COUNTY, None, None),
    ("330106", "西湖区", "西湖区", Level.COUNTY, None, None),
    ("360103", "西湖区", "西湖区", Level.COUNTY, None, None),
    ("430124", "宁乡县", "宁乡县", Level.COUNTY, 2017, "430182"),
    ("430122", "望城县", "望城县", Level.COUNTY, 2011, "430112"),
)
_PROVINCES: Final = {
    "11": "北京市", "33": "浙江省", "36": "江西省", "43": "湖南省", "44": "广东省", "45": "广西壮族自治区",
    "65": "新疆维吾尔自治区",
}  # fmt: skip
_DEPARTMENTS: Final = ("办公室", "组织部", "宣传部", "妇女发展部", "权益部", "家庭和儿童工作部")
_UNITS: Final = ("妇女儿童活动中心", "妇女干部学校", "妇女儿童服务中心")
_KINDS_WITHIN: Final = (
    OrganizationKind.DEPARTMENT,
    OrganizationKind.AFFILIATED_UNIT,
    OrganizationKind.CHILDRENS_WORK_OFFICE,
    OrganizationKind.FEDERATION,
    OrganizationKind.AREA,
)
_VILLAGES: Final = ("清溪", "桂花", "石桥", "东风", "杨柳")


def divisions(*, levels: tuple[Level, ...] | None = None) -> SearchStrategy[Division]:
    """Draw real administrative divisions (行政区划), some of them replaced by others since.

    Args:
        levels: The levels to choose from: province, prefecture, county; None for all three.

    Returns:
        A strategy for divisions.

    Raises:
        InvalidArgument: A level is none of the three, or there is nothing to choose.

    Example:
        >>> from hypothesis import find
        >>> find(divisions(), lambda division: division.successor == "430182").name
        '宁乡县'
    """
    check_type("levels", levels, tuple)
    wanted = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY) if levels is None else levels
    rows = [row for row in _DIVISIONS if row[3] in wanted]
    if not rows or any(level not in {row[3] for row in _DIVISIONS} for level in wanted):
        raise InvalidArgument(f"levels must be of province, prefecture and county, got {levels!r}")
    return st.sampled_from(rows).map(_division)


def _division(row: tuple[str, str, str, Level, int | None, str | None]) -> Division:
    code, name, _, level, end, successor = row
    return Division(code=code, name=name, level=level, end=end, successor=successor)


def _province(code: str) -> Organization:
    name = _PROVINCES[code[:2]]
    return Organization(
        name=f"{name}妇女联合会",
        short_name=f"{name}妇联",
        kind=OrganizationKind.FEDERATION,
        level=Level.PROVINCE,
        division_code=code[:2] + "0000",
    )


@st.composite
def _federations(draw: st.DrawFn) -> Organization:
    code, name, short, level, _, _ = draw(one_of(_DIVISIONS))
    return Organization(
        name=f"{name}妇女联合会",
        short_name=f"{short}妇联",
        kind=OrganizationKind.FEDERATION,
        level=level,
        division_code=code,
        parent=_province(code) if level is not Level.PROVINCE and draw(st.booleans()) else None,
        credit_code=draw(maybe(credit_codes())),
    )


@st.composite
def _within(draw: st.DrawFn) -> Organization:
    """A department, an affiliated unit, an office, or a village's federation: with the body it belongs to."""
    parent = draw(_federations())
    place = parent.name.removesuffix("妇女联合会")
    kind = draw(one_of(_KINDS_WITHIN))
    level, short = parent.level, None
    match kind:
        case OrganizationKind.DEPARTMENT:
            name = parent.name + draw(one_of(_DEPARTMENTS))
        case OrganizationKind.AFFILIATED_UNIT:
            name = place + draw(one_of(_UNITS))
        case OrganizationKind.CHILDRENS_WORK_OFFICE:
            name, short = f"{place}妇女儿童工作委员会办公室", f"{place}妇儿工委办"
        case OrganizationKind.AREA:
            name = place
        case _:
            level, name = Level.VILLAGE, f"{draw(one_of(_VILLAGES))}村妇女联合会"
    return Organization(
        name=name,
        short_name=short,
        kind=kind,
        level=level,
        division_code=parent.division_code,
        parent=None if kind is OrganizationKind.AREA else parent,
    )


@st.composite
def _nasty_organizations(draw: st.DrawFn) -> Organization:
    return Organization(
        name=draw(names(nasty=True)),
        short_name=draw(maybe(names(nasty=True))),
        kind=draw(st.sampled_from(OrganizationKind)),
        level=draw(st.none() | st.sampled_from(Level)),
        parent=draw(st.none() | _within()),
    )


def organizations(*, nasty: bool = False) -> SearchStrategy[Organization]:
    """Draw bodies (组织): federations of real places, their departments, offices and units, villages, areas.

    Name, short name, level, division code and parent fit one another.

    Args:
        nasty: Whether to draw also bodies whose names break naive code.

    Returns:
        A strategy for organizations.

    Raises:
        InvalidArgument: `nasty` is no bool.

    Example:
        >>> from hypothesis import find
        >>> office = find(organizations(), lambda body: body.kind is OrganizationKind.CHILDRENS_WORK_OFFICE)
        >>> office.name.endswith("妇女儿童工作委员会办公室")
        True
    """
    check_flag("nasty", nasty)
    return _made_organizations(nasty)


@cache
def _made_organizations(nasty: bool) -> SearchStrategy[Organization]:  # noqa: FBT001 - private
    real = st.one_of(_federations(), _within())
    return st.one_of(real, _nasty_organizations()) if nasty else real
