"""The figures of tables that stand in plain text: what heads and rows say reaches every cell, and prose is no table."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.model.observation import Observation, Status
from fulian.reading import read_text
from fulian.reading._table_parts import unit_in_head
from fulian.reading.figures import observe
from fulian.reading.setting import Setting
from fulian.reading.table_layout import find_tables
from fulian.text.organizations import parse_organization
from fulian.text.view import View

HOME = parse_organization("张家界市妇联")


def read(text: str, status: Status = Status.ACTUAL, heading: str = "") -> tuple[Observation, ...]:
    """The figures of a text that the city's federation reports for 2014."""
    view = View(text)
    setting = Setting(organization=HOME, year=2014, status=status, heading=heading)
    return observe(view, [(0, len(view.text), setting)], "d1")


def facts(text: str, status: Status = Status.ACTUAL) -> list[str]:
    """Each figure in one line: quote, value, unit, label, body, time, standing."""
    return [
        f"{one.source.quote} {one.quantity.value:f}{one.quantity.unit} {one.label} "
        f"{str(one.organization).replace('张家界市妇女联合会', '本会').replace('张家界市妇联', '本会')} {one.period} {one.status}"
        for one in read(text, status)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "区县\t培训人数（人）\t发放贷款(万元)\n慈利县\t1,200\t320\n桑植县\t900\t210.5\n合计\t2100\t530.5",
            [
                "1,200 1200人 培训人数 慈利县 2014 actual",
                "320 3200000元 发放贷款 慈利县 2014 actual",
                "900 900人 培训人数 桑植县 2014 actual",
                "210.5 2105000元 发放贷款 桑植县 2014 actual",
                "2100 2100人 培训人数 本会 2014 actual",
                "530.5 5305000元 发放贷款 本会 2014 actual",
            ],
        ),
        (
            "指标名称\t单位\t2013年\t2014年\t增长率\n女干部\t人\t8213\t8460\t3.0",
            [
                "8213 8213人 女干部 本会 2013 actual",
                "8460 8460人 女干部 本会 2014 actual",
                "3.0 3% 女干部增长率 本会 2014 change",
            ],
        ),
        (
            "指标名称\t单位\t2013年\t2014年\t增长率\n女干部\t人\t8213\t8460\t3.0\n女性就业率\t%\t45\t46.2\t2.7",
            [
                "8213 8213人 女干部 本会 2013 actual",
                "8460 8460人 女干部 本会 2014 actual",
                "3.0 3% 女干部增长率 本会 2014 change",
                "45 45% 女性就业率 本会 2013 actual",
                "46.2 46.2% 女性就业率 本会 2014 actual",
                "2.7 2.7% 女性就业率增长率 本会 2014 change",
            ],
        ),
        (
            "| 区县 | 妇女之家（个） | 志愿者（万人） |\n|---|---|---|\n| 慈利县 | 120 | 1.2 |\n| 桑植县 | 98 | 0.8 |",
            [
                "120 120个 妇女之家 慈利县 2014 actual",
                "1.2 12000人 志愿者 慈利县 2014 actual",
                "98 98个 妇女之家 桑植县 2014 actual",
                "0.8 8000人 志愿者 桑植县 2014 actual",
            ],
        ),
        (
            "区县 慰问户数 投入资金（元）\n慈利县 120 3000\n桑植县 98 2500\n合 计 218 5500",
            [
                "120 120户 慰问户数 慈利县 2014 actual",
                "3000 3000元 投入资金 慈利县 2014 actual",
                "98 98户 慰问户数 桑植县 2014 actual",
                "2500 2500元 投入资金 桑植县 2014 actual",
                "218 218户 慰问户数 本会 2014 actual",
                "5500 5500元 投入资金 本会 2014 actual",
            ],
        ),
        (
            "2013年各区县小额贷款情况表\n单位：万元\n区县\t目标任务\t实际完成\n慈利县\t300\t320\n桑植县\t200\t210",
            [
                "300 3000000元 小额贷款 慈利县 2013 target",
                "320 3200000元 小额贷款 慈利县 2013 actual",
                "200 2000000元 小额贷款 桑植县 2013 target",
                "210 2100000元 小额贷款 桑植县 2013 actual",
            ],
        ),
        (
            "年份\t举办培训（期）\t培训妇女（人次）\n2012年\t12\t860\n2013\t15\t1040",
            [
                "12 12期 举办培训 本会 2012 actual",
                "860 860人次 培训妇女 本会 2012 actual",
                "15 15期 举办培训 本会 2013 actual",
                "1040 1040人次 培训妇女 本会 2013 actual",
            ],
        ),
        (
            "\t2013年\t\t2014年\t\n区县\t办班（期）\t学员（人）\t办班（期）\t学员（人）\n慈利县\t1\t20\t3\t40\n桑植县\t2\t30\t4\t50",
            [
                "1 1期 办班 慈利县 2013 actual",
                "20 20人 学员 慈利县 2013 actual",
                "3 3期 办班 慈利县 2014 actual",
                "40 40人 学员 慈利县 2014 actual",
                "2 2期 办班 桑植县 2013 actual",
                "30 30人 学员 桑植县 2013 actual",
                "4 4期 办班 桑植县 2014 actual",
                "50 50人 学员 桑植县 2014 actual",
            ],
        ),
        (
            "指标\t慈利县\t桑植县\n培训妇女（人）\t120\t90\n维权站（个）\t12\t9",
            [
                "120 120人 培训妇女 慈利县 2014 actual",
                "90 90人 培训妇女 桑植县 2014 actual",
                "12 12个 维权站 慈利县 2014 actual",
                "9 9个 维权站 桑植县 2014 actual",
            ],
        ),
        (
            "市州\t区县\t示范基地（个）\n张家界市\t慈利县\t12\n\t桑植县\t9",
            ["12 12个 示范基地 慈利县 2014 actual", "9 9个 示范基地 桑植县 2014 actual"],
        ),
        (
            "表2　活动室建设情况（单位：个）\n区县    新建    累计\n慈利县    12    120\n桑植县    9    -",
            [
                "12 12个 活动室建设新建 慈利县 2014 actual",
                "120 120个 活动室建设累计 慈利县 2014 actual",
                "9 9个 活动室建设新建 桑植县 2014 actual",
            ],
        ),
        (
            "区县\t工作亮点\t妇女之家（个）\n慈利县\t举办招聘会12场，提供岗位300个\t120\n桑植县\t开展宣讲\t98",
            [
                "12场 12场 举办招聘会 慈利县 2014 actual",
                "300个 300个 提供岗位 慈利县 2014 actual",
                "120 120个 妇女之家 慈利县 2014 actual",
                "98 98个 妇女之家 桑植县 2014 actual",
            ],
        ),
    ],
)
def test_a_row_a_line(text: str, expected: list[str]) -> None:
    """Tabs, bars and spaces part cells; heads, rows, titles and notes give unit, body, time, standing and label."""
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "序号\n区县\n慰问户数\n慰问金额（万元）\n1\n慈利县\n20\n3.5\n2\n桑植县\n30\n4.2\n3\n合计\n50\n7.7",
            [
                "20 20户 慰问户数 慈利县 2014 actual",
                "3.5 35000元 慰问金额 慈利县 2014 actual",
                "30 30户 慰问户数 桑植县 2014 actual",
                "4.2 42000元 慰问金额 桑植县 2014 actual",
                "50 50户 慰问户数 本会 2014 actual",
                "7.7 77000元 慰问金额 本会 2014 actual",
            ],
        ),
        (
            "指标\n2012年\n2013年\n女党员（人）\n713\n760\n女村官（人）\n13\n-",
            [
                "713 713人 女党员 本会 2012 actual",
                "760 760人 女党员 本会 2013 actual",
                "13 13人 女村官 本会 2012 actual",
            ],
        ),
        (
            "巾帼示范岗\n26个\n家长学校\n近90所",
            ["26个 26个 巾帼示范岗 本会 2014 actual", "90所 90所 家长学校 本会 2014 actual"],
        ),
        (
            "农村妇女参检率（%）\n目标值\n80\n实际值\n82.5",
            ["80 80% 农村妇女参检率 本会 2014 target", "82.5 82.5% 农村妇女参检率 本会 2014 actual"],
        ),
        (
            "项目\n数量\n妇女之家\n32个\n儿童之家\n11个",
            ["32个 32个 妇女之家 本会 2014 actual", "11个 11个 儿童之家 本会 2014 actual"],
        ),
    ],
)
def test_a_cell_a_line(text: str, expected: list[str]) -> None:
    """The shape that returns tells the columns; the same number of lines above it are their heads."""
    assert facts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "项目：救助患病儿童\n数量：36人\n金额：18万元",
            ["36人 36人 救助患病儿童 本会 2014 actual", "18万元 180000元 救助患病儿童金额 本会 2014 actual"],
        ),
        (
            "项目名称：家政技能培训\n实施单位：慈利县妇联\n培训人数：120人\n项目名称：爱心水窖\n受益户数：30户",
            [
                "120人 120人 家政技能培训人数 慈利县妇联 2014 actual",
                "30户 30户 爱心水窖受益户数 慈利县妇联 2014 actual",
            ],
        ),
    ],
)
def test_fields_of_a_record(text: str, expected: list[str]) -> None:
    """数量 and 金额 below 项目 are of what it names."""
    assert facts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一、培训工作\n二、维权工作\n三、家庭工作",
        "目录\n总则\n1\n组织\n5\n附则\n9",
        "一、培训\n12期\n二、接访\n43件",
        "全年举办培训班12期，培训妇女600人。\n接访43件。",
        "首页 | 新闻 | 图片\n通知 | 公告 | 视频",
        "张三 李四 王五\n赵六 钱七 孙八",
        "某某妇联\n2014年3月5日\n联系人 王某 0731 8222",
        "主要成绩：\n1.建立活动站45个；\n2.培训骨干900人；\n3.争取资金60万元。",
        "来源：某某妇联\n日期：2014-03-05\n浏览：126次",
        "姓名\t电话\n王某\t办公室转",
    ],
)
def test_prose_lists_and_contents_are_no_tables(text: str) -> None:
    """Without two rows of one shape, or with numbers that nothing gives a unit, no table is seen."""
    assert find_tables(View(text)) == []


def test_columns_that_count_nothing_give_no_figures() -> None:
    """Telephones, years of founding, ranks and indexes are no figures."""
    text = "序号\t负责人\t联系电话\t成立时间\t排名\n1\t王某\t13800000000\t2010\t2\n2\t李某\t13900000000\t2011\t1"
    assert read(text) == ()


def test_a_part_among_the_rows_keeps_its_name() -> None:
    """其中：女性 names its row as 女性 does."""
    found = read("类别\t在岗（人）\n公务员\t1340\n其中：女性\t320")
    assert [one.label for one in found] == ["公务员在岗", "女性在岗"]


def test_years_in_the_past_of_a_plan_are_actual() -> None:
    """In a plan, the column of a year gone by holds what is; the target's column holds what is planned."""
    text = "指标 2013年 2014年目标值\n孕产妇系统管理率 91.2% 93.5%\n学前毛入园率 75.1% 80%"
    assert [one.status for one in read(text, Status.TARGET)] == [Status.ACTUAL, Status.TARGET] * 2


def test_an_unsettled_place_is_nobodys() -> None:
    """A row whose county could be any of several has no body, rather than the reporter's."""
    view = View("区\t培训（人）\n鼓楼区\t12\n市中区\t15")
    found = observe(view, [(0, len(view.text), Setting(year=2014))], "d1")
    assert [one.organization for one in found] == [None, None]


def test_several_units_above_go_where_they_fit() -> None:
    """单位：个、人、万元 gives money to 金额 and people to 人数."""
    text = "单位：人、万元\n区县\t受益人数\t救助金额\n慈利县\t20\t3\n桑植县\t30\t4"
    assert [one.quantity.unit for one in read(text)] == ["人", "元", "人", "元"]


def test_the_heading_names_what_a_bare_head_leaves_out() -> None:
    """Under a heading, 任务数 counts what the heading names."""
    view = View("区县\t任务数（人）\n慈利县\t20\n桑植县\t30")
    setting = Setting(organization=HOME, year=2014, heading="两癌检查")
    found = observe(view, [(0, len(view.text), setting)], "d1")
    assert [(one.label, one.status) for one in found] == [("两癌检查", Status.TARGET)] * 2


@pytest.mark.parametrize(
    ("head", "name", "unit", "factor"),
    [
        ("培训人数（人）", "培训人数", "人", 1),
        ("金额/万元", "金额", "元", 10000),
        ("占比%", "占比", "%", 1),
        ("投入(单位：万元)", "投入", "元", 10000),
        ("县（市、区）", "县（市、区）", None, 1),
        ("死亡率（/10万）", "死亡率", "/10万", 1),
    ],
)
def test_units_of_heads(head: str, name: str, unit: str | None, factor: int) -> None:
    """A unit in brackets, behind a slash or at the end is taken off the head's words."""
    words, found = unit_in_head(head)
    assert (words, found and found.unit) == (name, unit)
    assert found is None or found.factor == factor


def test_a_table_is_one_paragraph_of_the_record_around_it() -> None:
    """Every character of a table is covered, its lines stay together, and its heads open no section."""
    text = "张家界市妇联2014年工作总结\n一、培训工作\n全年抓好各类培训，情况见表。\n区县\t目标\t完成（人）\n慈利县\t20\t30\n桑植县\t30\t40\n二、维权工作\n接访43件。"
    reading = read_text(text)
    [report] = reading.reports
    assert [one.title for one in report.achievements] == ["培训工作", "维权工作"]
    assert "桑植县 30 40" in report.achievements[0].text
    assert [one.source.quote for one in report.achievements[0].observations] == ["20", "30", "30", "40"]
    assert reading.unread == ()


def test_a_row_is_never_joined_with_the_next() -> None:
    """Thousands separators and equal widths make no prose of rows."""
    rows = [f"{name}\t1,{number}00\t32,000" for number, name in enumerate(["慈利县", "桑植县", "永定区"] * 3)]
    assert View("\n".join(rows)).text.count("\n") == len(rows) - 1


NAMES = st.sampled_from(["慈利县", "桑植县", "永定区", "武陵源区"])
CELLS = st.lists(st.tuples(NAMES, st.integers(0, 99999), st.integers(1, 999)), min_size=2, max_size=6)


@given(CELLS, st.sampled_from(["\t", " | ", "   "]))
def test_every_cell_of_a_rendered_table_reads_back(rows: list[tuple[str, int, int]], gap: str) -> None:
    """A table printed from facts gives these facts, whatever parts its cells."""
    lines = [("区县", "检查人数（人）", "投入资金（万元）"), *((name, str(one), str(two)) for name, one, two in rows)]
    found = read("\n".join(gap.join(line) for line in lines))
    expected = [fact for name, one, two in rows for fact in ((name, one, "人"), (name, two * 10000, "元"))]
    assert [(str(one.organization), int(one.quantity.value), one.quantity.unit) for one in found] == expected


@given(
    st.lists(
        st.sampled_from(
            ["县区", "培训", "12", "3.5", "2013", "-", "慈利县", "单位：人", "a\tb", "1 2 3", "|1|2|", "。"]
        ),
        max_size=30,
    )
)
def test_any_lines_give_tables_in_order(lines: list[str]) -> None:
    """Whatever the lines, tables lie in order, apart from one another, and their cells within them."""
    view = View("\n".join(lines))
    tables = find_tables(view)
    assert all(one.end <= other.start for one, other in pairwise(tables))
    for table in tables:
        for row in table.rows:
            assert table.start <= row.start <= row.end <= table.end
    for one in read("\n".join(lines)):
        assert view.original[one.source.span.start : one.source.span.end] == one.source.quote


@pytest.mark.parametrize("between", ["2020年\t—\t—", "2020年\t\t—", "2020年\t-\t无\n城区\t/\t/"])
def test_a_row_without_numbers_ends_no_table(between: str) -> None:
    """A year without figures stands between rows that are read."""
    head, rows = "年份\t培训妇女（人）\t贷款（万元）", ["2019年\t120\t320", between, "2021年\t90\t210"]
    reading = read_text("\n".join([head, *rows]))
    assert [(one.quantity.text, str(one.period)) for one in reading.observations] == [
        ("120", "2019"), ("320", "2019"), ("90", "2021"), ("210", "2021"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("东片", "西片"),
        ("一、妇女工作", "二、儿童工作"),
        ("东片\t\t", "西片\t\t"),
        ("2013年", "2012年"),
        ("慈利县", "桑植县"),
    ],
)
def test_rows_may_stand_under_the_names_of_groups(first: str, second: str) -> None:
    """A line that only names a group ends no table, not even between its heads and its first row."""
    found = facts(f"项目\t期数\t人次\n{first}\n电商\t12\t600\n家政\t8\t420\n{second}\n月嫂\t5\t300\n合计\t25\t1320")
    assert [one.split()[0] for one in found] == ["12", "600", "8", "420", "5", "300", "25", "1320"]
    said = {"2013年": ("2013", "2012"), "慈利县": ("慈利县", "桑植县")}.get(first, ("", ""))
    assert all(said[0] in one for one in found[:4])
    assert all(said[1] in one for one in found[4:6])


def test_a_row_that_says_little_takes_the_name_of_its_group() -> None:
    """新建 and 城镇 are of what their group names."""
    found = read("项目\t2013年\t2014年\n一、儿童之家\n新建\t5\t8\n城镇\t20\t28\n二、妇女微家\n新建\t3\t4")
    assert [one.label for one in found] == [
        "儿童之家新建",
        "儿童之家新建",
        "儿童之家城镇",
        "儿童之家城镇",
        "妇女微家新建",
        "妇女微家新建",
    ]


def test_a_heading_between_two_tables_is_no_group() -> None:
    """Where the first row stands under no number of a heading, one further down parts two tables."""
    found = read("二、儿童之家\n县区\t个数\n慈利县\t5\n桑植县\t6\n三、妇女微家\n县区\t个数\n慈利县\t7\n桑植县\t8")
    assert [one.quantity.value for one in found] == [5, 6, 7, 8]
    assert (
        len(find_tables(View("县区\t个数\n慈利县\t5\n桑植县\t6\n三、妇女微家\n县区\t个数\n慈利县\t7\n桑植县\t8"))) == 2
    )


@pytest.mark.parametrize(
    ("corner", "body", "year"), [("慈利县", "慈利县", "2014"), ("2013年", "本会", "2013"), ("项目", "本会", "2014")]
)
def test_the_corner_speaks_for_the_whole_table(corner: str, body: str, year: str) -> None:
    """The body or the year over the names of the rows goes for all that say none of their own."""
    found = facts(f"{corner}\t期数（期）\t人次（人次）\n电商培训\t12\t600\n桑植县\t8\t420")
    assert [one.split()[-3:] for one in found[:2]] == [[body, year, "actual"]] * 2
    assert [one.split()[-3:] for one in found[2:]] == [["桑植县", year, "actual"]] * 2
