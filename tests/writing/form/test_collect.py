"""A folder of filled forms: who handed in, what adds up, what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

import fulian
from fulian.errors import ParseError
from fulian.model.observation import Status
from fulian.reading.form.layout import INFO, FormKind
from fulian.values.quantity import Qualifier
from fulian.writing.form import CollectedForms, collect_forms, expected_bodies

from ...forms import new_form


def hand_in(folder: Path, name: str, body: str, **figures: object) -> Path:
    """Put a form of a body into a folder, with figures of this year."""
    form = new_form(organization=body)
    for indicator, value in figures.items():
        form.write(indicator, "2024年实际", value)
    path = folder / name
    path.write_bytes(form.data())
    return path


@pytest.fixture
def collected(tmp_path: Path) -> CollectedForms:
    """A folder in which something of everything is wrong."""
    hand_in(tmp_path, "1-长沙.xlsx", "长沙市妇联", 妇女之家数=100, 信访办结率="95%")
    hand_in(tmp_path, "2-株洲.xlsx", "株洲市妇女联合会", 妇女之家数="200以上", 妇女小额担保贷款发放额="320")
    hand_in(tmp_path, "3-湘潭.xlsx", "湘潭市妇联", 妇女之家数="很多", 妇女教育培训人次="3.2万")
    hand_in(tmp_path, "4-湘西.xlsx", "湘西州妇联", 妇女之家数=50)
    hand_in(tmp_path, "5-湘西新.xlsx", "湘西土家族苗族自治州妇联", 妇女之家数=60)
    hand_in(tmp_path, "6-武汉.xlsx", "武汉市妇联", 妇女之家数=7)
    (tmp_path / "7-去年.xlsx").write_bytes(new_form(organization="衡阳市妇联", year=2023).data())
    newer = new_form(organization="邵阳市妇联")
    newer.book[INFO]["B2"] = "9"
    (tmp_path / "8-新版.xlsx").write_bytes(newer.data())
    (tmp_path / "9-总结.txt").write_text("全年接访43件。", encoding="utf-8")
    (tmp_path / "9-坏.xlsx").write_bytes(b"PK\x03\x04")
    return collect_forms(tmp_path, year=2024, expected=expected_bodies("湖南省", year=2024))


def test_who_is_missing_who_handed_in_twice_and_who_was_not_asked(collected: CollectedForms) -> None:
    """Bodies are matched by their place, whatever form of its name they wrote."""
    assert len(collected.expected) == 14
    assert "株洲市妇女联合会" not in [one.name for one in collected.missing]
    assert {"衡阳市妇女联合会", "邵阳市妇女联合会"} <= {one.name for one in collected.missing}
    assert len(collected.missing) == 10
    assert [[Path(one.name).name for one in pair] for pair in collected.twice] == [["4-湘西.xlsx", "5-湘西新.xlsx"]]
    assert [Path(one.name).name for one in collected.unexpected] == ["6-武汉.xlsx"]
    assert not collected.is_complete


def test_faulty_forms_and_refused_files_are_said(collected: CollectedForms) -> None:
    """A form with a fault is kept and named; another year's, a later version's and no form are not taken in."""
    assert [Path(one.name).name for one in collected.faulty] == ["3-湘潭.xlsx"]
    assert {Path(one.name).name: one.reason.partition("（")[0] for one in collected.refused} == {
        "7-去年.xlsx": "这是2023年的填报表，不是2024年的。",
        "8-新版.xlsx": "这张表由更新版本的 fulian 制作",
        "9-总结.txt": "这个文件不是填报表。",
        "9-坏.xlsx": "文件读不出来，可能已经损坏或加了密码",
    }
    assert [one.other_year for one in collected.refused if one.other_year] == [2023]


def test_flows_and_stocks_add_up_and_rates_do_not(collected: CollectedForms) -> None:
    """Sums leave out doubled bodies and faulty figures, keep the hedge, and are in the indicator's own unit."""
    totals = {one.indicator: one for one in collected.totals()}
    homes = totals["ORG_HOMES"]
    assert (str(homes.value), homes.unit, homes.bodies, homes.qualifier) == ("307", "个", 3, Qualifier.OVER)
    assert (totals["LAW_PETITION_CLOSED"].value, totals["LAW_PETITION_CLOSED"].bodies) == (None, 1)
    assert str(totals["ECO_LOAN_AMOUNT"].value) == "3200000"
    assert (str(totals["EDU_TRAINED"].value), totals["EDU_TRAINED"].status) == ("32000", Status.ACTUAL)


def test_the_table_has_a_row_a_figure_with_its_cell(collected: CollectedForms) -> None:
    """Each row names the file and the cell."""
    rows = collected.table().to_pylist()
    assert len(rows) == sum(len(one.reading.observations) for one in collected.forms)
    first = rows[0]
    assert (Path(first["file"]).name, first["cell"].partition("!")[0]) == ("1-长沙.xlsx", "指标数据")


def test_all_is_well_where_it_is(tmp_path: Path) -> None:
    """One form of the one body that was asked is complete."""
    hand_in(tmp_path, "a.xlsx", "株洲市妇联", 妇女之家数=1)
    body = fulian.parse_organization("株洲市妇联")
    assert collect_forms(tmp_path, year=2024, expected=[body]).is_complete


def test_plans_are_collected_too(tmp_path: Path) -> None:
    """Forms of plans count by their issuer, and their targets add up."""
    for number, body in enumerate(("长沙市妇联", "株洲市妇联")):
        form = new_form(FormKind.ANNUAL_PLAN, organization=body)
        form.book["指标目标"].cell(form.row("妇女之家数", "指标目标"), 5).value = 100
        (tmp_path / f"{number}.xlsx").write_bytes(form.data())
    [total] = collect_forms(tmp_path, year=2024).totals()
    assert (str(total.value), total.status, total.bodies) == ("200", Status.TARGET, 2)


@pytest.mark.parametrize("name", ["慈利县", "无此地", "朝阳"])
def test_a_place_that_tells_nobody_is_refused(name: str) -> None:
    """A county, an unknown place and a homonym are errors that name the place."""
    with pytest.raises(ParseError, match=name):
        expected_bodies(name, year=2024)
