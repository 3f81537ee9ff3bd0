"""Bodies and areas in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.model.organization import OrganizationKind
from fulian.text.organizations import BodyForm, find_bodies, parse_organization

F = BodyForm


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("2016年，株洲市妇联举办招聘会", [("株洲市妇联", F.FEDERATION)]),
        ("湖南省妇女联合会、醴陵妇联", [("湖南省妇女联合会", F.FEDERATION), ("醴陵妇联", F.FEDERATION)]),
        ("省妇联组织联络部、省直妇工委", [("省妇联组织联络部", F.DEPARTMENT), ("省直妇工委", F.RELATIVE_COMMITTEE)]),
        ("目前，市妇联在全市推广", [("市妇联", F.RELATIVE_FEDERATION), ("全市", F.RELATIVE_AREA)]),
        (
            "我区妇联、区妇儿工委办公室",
            [("我区妇联", F.RELATIVE_FEDERATION), ("区妇儿工委办公室", F.RELATIVE_COMMITTEE)],
        ),
        ("全县各级妇联都在行动", [("全县", F.RELATIVE_AREA), ("各级妇联", F.SEVERAL)]),
        ("全省妇联系统", [("全省", F.RELATIVE_AREA)]),
        ("各市州妇联，各县市区", [("各市州妇联", F.SEVERAL), ("各县市区", F.SEVERAL)]),
        ("同时，我会筹资10万元", [("我会", F.SELF)]),
        ("慈利县率先完成", [("慈利县", F.PLACE)]),
        ("在白石镇举办讲座", [("白石镇", F.COMMUNITY)]),
        ("深入白石镇景乐社区、金山镇长岭村", [("白石镇景乐社区", F.COMMUNITY), ("金山镇长岭村", F.COMMUNITY)]),
        ("我们渔浦社区现有人口", [("渔浦社区", F.COMMUNITY)]),
        ("我们社区现有人口", [("我们社区", F.RELATIVE_AREA)]),
        ("送到XX县东江街道渡口村", [("XX县东江街道渡口村", F.COMMUNITY)]),
        ("临港新区12家企业", [("临港新区", F.COMMUNITY)]),
        ("XX镇妇联、某县妇联", [("XX镇妇联", F.FEDERATION), ("某县妇联", F.FEDERATION)]),
        ("湖南省长沙市芙蓉区", [("湖南省长沙市芙蓉区", F.PLACE)]),
        ("今年3月青溪镇和向阳乡", [("青溪镇", F.COMMUNITY), ("向阳乡", F.COMMUNITY)]),
        ("石桥镇街道南门社区", [("石桥镇街道南门社区", F.COMMUNITY)]),
        ("和平村妇代会", [("和平村妇代会", F.COMMITTEE)]),
        ("**镇妇联、__区", [("**镇妇联", F.FEDERATION), ("__区", F.PLACE)]),
        ("代表房县妇联发言", [("房县妇联", F.FEDERATION)]),
        ("市中区妇联", [("市中区妇联", F.FEDERATION)]),
        ("按照旗妇联部署", [("旗妇联", F.RELATIVE_FEDERATION)]),
    ],
)
def test_bodies_are_found(text: str, bodies: list[tuple[str, BodyForm]]) -> None:
    """Federations, committees, relative names and places are found with their forms."""
    assert [(mention.text, mention.form) for mention in find_bodies(text)] == bodies


@pytest.mark.parametrize(
    "text",
    [
        "创建示范社区3个、文明村5个，农村妇女，城乡社区，乡镇干部",
        "召开社区座谈会，加强社区建设，广大社区群众",
        "安全区域，全市场，全国性活动，基本省出",
        "慈利县商业幼儿园，株洲晚报，株洲女性网，慈利县人民医院",
        "2个村、12个社区、三个镇",
        "送科技三下乡，百城万村行动",
        "推动项目向居村延伸",
        "妇联工作",
        "第十三次妇代会，三市妇联携手",
        "",
    ],
)
def test_other_words_are_no_bodies(text: str) -> None:
    """Kinds of villages, counts, verbs and names that only begin with a place are left out."""
    assert [mention.text for mention in find_bodies(text)] == []


def test_a_title_is_marked() -> None:
    """A body in 《》 names a paper: the mention says so."""
    assert [mention.in_title for mention in find_bodies("市妇联印发《株洲市妇女发展规划》，株洲市妇联落实")] == [
        False,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "home", "body", "kind", "code"),
    [
        ("全市", "株洲市妇联", "株洲市", OrganizationKind.AREA, "430200"),
        ("全省", "株洲市妇联", "湖南省", OrganizationKind.AREA, "430000"),
        ("全国", "株洲市妇联", "全国", OrganizationKind.AREA, None),
        ("我区", "覃塘区妇联", "覃塘区", OrganizationKind.AREA, "450804"),
        ("全区", "广西妇联", "广西壮族自治区", OrganizationKind.AREA, "450000"),
        ("全县", "罗江县", "罗江县", OrganizationKind.AREA, "510626"),
        ("全县", "XX县妇联", "XX县", OrganizationKind.AREA, None),
        ("我们社区", "渔浦社区", "渔浦社区", OrganizationKind.AREA, None),
        ("全镇", "白石镇妇联", "白石镇", OrganizationKind.AREA, None),
        ("市妇联", "株洲市", "株洲市妇女联合会", OrganizationKind.FEDERATION, "430200"),
        ("省妇联", "慈利县妇联", "湖南省妇女联合会", OrganizationKind.FEDERATION, "430000"),
        ("慈利县", "张家界市妇联", "慈利县", OrganizationKind.AREA, "430821"),
        ("永定区", "张家界市妇联", "永定区", OrganizationKind.AREA, "430802"),
        ("慈利县妇联", "张家界市妇联", "慈利县妇女联合会", OrganizationKind.FEDERATION, "430821"),
        ("省妇联办公室", "湖南省妇联", "湖南省妇女联合会办公室", OrganizationKind.DEPARTMENT, "430000"),
        ("我会", "覃塘区妇联", "覃塘区妇女联合会", OrganizationKind.FEDERATION, "450804"),
        ("我会", "覃塘区", "覃塘区妇女联合会", OrganizationKind.FEDERATION, "450804"),
        (
            "县妇儿工委办",
            "慈利县妇联",
            "慈利县人民政府妇女儿童工作委员会办公室",
            OrganizationKind.CHILDRENS_WORK_OFFICE,
            "430821",
        ),
    ],
)
def test_home_settles_what_is_meant(text: str, home: str, body: str, kind: OrganizationKind, code: str | None) -> None:
    """A relative name, and a place, means what it means to the body that reports."""
    [mention] = find_bodies(f"，{text}，")
    meant = mention.resolve(parse_organization(home, year=2014), 2014)
    assert meant is not None
    assert (meant.name, meant.kind, meant.division_code) == (body, kind, code)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("全市", None),
        ("市妇联", None),
        ("全县", "株洲市妇联"),
        ("全省", "广西妇联"),
        ("永定区", "西安市妇联"),
        ("永定区妇联", None),
        ("各县市区", "株洲市妇联"),
        ("各级妇联", "株洲市妇联"),
        ("镇妇联", "渔浦社区"),
        ("我会", None),
    ],
)
def test_what_home_does_not_settle_stays_open(text: str, home: str | None) -> None:
    """A relative name without its place, a homonym elsewhere, and several at once are left open."""
    [mention] = find_bodies(f"，{text}，")
    assert mention.resolve(parse_organization(home) if home else None, 2020) is None


@given(st.text(st.sampled_from("长沙市县区省湖南、和平镇妇联村社区全我各级儿工委《》\n#：等XX在"), max_size=80))
def test_mentions_do_not_overlap(text: str) -> None:
    """In any text the mentions stand in order, apart, and are what stands there."""
    end = 0
    for mention in find_bodies(text):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text
        mention.resolve(parse_organization("株洲市妇联"), 2016)
        end = mention.end
