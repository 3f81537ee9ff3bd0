"""Tables as sheets have them: side by side, with lines above their heads on who made them, with units of all kinds."""

from __future__ import annotations

from typing import Any

import pytest

import fulian

TITLE = ["2021年各县区情况表"]


def figures(*rows: list[Any]) -> list[tuple[str | None, str, str]]:
    """Read rows as a table of 张家界市: whose each figure is, what was counted, how much."""
    text = "\n".join("\t".join(row) for row in rows)
    reading = fulian.read_text(text, organization="张家界市妇联", year=2021)
    return [
        (
            one.organization.name if one.organization else None,
            one.label or "",
            f"{one.quantity.value}{one.quantity.unit}",
        )
        for one in reading.observations
    ]


def test_tables_with_a_blank_column_between_them() -> None:
    """Each number is of the body at its own left."""
    rows = [
        ["县区", "培训（期）", "", "县区", "调解（起）"],
        ["桑植县", "12", "", "慈利县", "44"],
        ["永定区", "9", "", "武陵源区", "7"],
    ]
    assert figures(TITLE, *rows) == [
        ("桑植县", "培训", "12期"), ("慈利县", "调解", "44起"), ("永定区", "培训", "9期"), ("武陵源区", "调解", "7起"),
    ]  # fmt: skip


@pytest.mark.parametrize("between", [[], [""]])
def test_a_table_folded_to_stand_beside_itself(between: list[str]) -> None:
    """Where the first head stands again the rows go on, with their numbers or without."""
    head = ["序号", "县区", "培训（期）"]
    rows = [
        [*head, *between, *head],
        ["1", "桑植县", "12", *between, "3", "慈利县", "44"],
        ["2", "永定区", "9", *between, "4", "武陵源区", "7"],
    ]
    assert [one[0] for one in figures(TITLE, *rows)] == ["桑植县", "慈利县", "永定区", "武陵源区"]
    head = ["指标", "单位", "数值"]
    rows = [
        [*head, *between, *head],
        ["培训妇女", "人次", "12", *between, "调解纠纷", "件", "7"],
        ["发放贷款", "万元", "3", *between, "走访家庭", "户", "8"],
    ]
    assert [one[1:] for one in figures(TITLE, *rows)] == [
        ("培训妇女", "12人次"), ("调解纠纷", "7件"), ("发放贷款", "30000元"), ("走访家庭", "8户"),
    ]  # fmt: skip


def test_a_number_with_its_own_multiplier() -> None:
    """10万 under 万元 is a hundred thousand yuan, 1.2亿 is not a million times more."""
    rows = [["县区", "贷款（万元）"], ["桑植县", "10万"], ["慈利县", "1.2亿"], ["永定区", "30"]]
    assert [one[2] for one in figures(TITLE, *rows)] == ["100000元", "120000000元", "300000元"]


def test_one_unit_beside_percent() -> None:
    """Of 单位：万人、% what is no share has the other."""
    rows = [
        ["单位：万人、%"],
        ["县区", "检查任务数", "检查完成数", "完成率"],
        ["桑植县", "1.5", "1.2", "80"],
        ["慈利县", "2", "2", "100"],
    ]
    assert [one[2] for one in figures(TITLE, *rows)][:3] == ["15000人", "12000人", "80%"]


def test_a_month_of_birth_is_no_figure() -> None:
    """1990.05 under 出生年月 counts nothing."""
    rows = [["姓名", "出生年月", "慰问金（元）"], ["林月", "1990.05", "500"], ["周青", "1988.11", "800"]]
    assert [one[2] for one in figures(TITLE, *rows)] == ["500元", "800元"]


@pytest.mark.parametrize(
    "line",
    [
        ["制表单位：市妇联办公室", "", "", "2022年1月10日"],
        ["填报单位（盖章）：", "", "填表人：林月"],
        ["填报时间：2022-01-10", "", "", "单位：件"],
        ["2022.1.10"],
    ],
)
def test_who_made_a_table_and_when_is_no_head(line: list[str]) -> None:
    """A line between the title and the heads that says so lends its words to no label and its day to no figure."""
    rows = [
        ["县区", "维权", "", "满意率（%）"],
        ["", "接访（件）", "办结率", ""],
        ["桑植县", "43", "95%", "98"],
        ["慈利县", "20", "90%", "97"],
    ]
    text = "\n".join("\t".join(row) for row in (TITLE, line, *rows))
    reading = fulian.read_text(text, organization="张家界市妇联", year=2021)
    assert [(one.label, str(one.period)) for one in reading.observations[:3]] == [
        ("维权接访", "2021"), ("维权办结率", "2021"), ("满意率", "2021"),
    ]  # fmt: skip


def test_the_number_of_a_table_is_no_head() -> None:
    """表1 stands in a cell of its own before the title."""
    rows = [
        ["表1", "2019—2020年主要指标"],
        ["指标", "2019", "2020"],
        ["孕产妇死亡率（1/10万）", "9.8", "8.9"],
        ["普查率（%）", "60", "70"],
    ]
    text = "\n".join("\t".join(row) for row in rows)
    reading = fulian.read_text(text, organization="张家界市妇联", year=2020)
    assert [(one.label, f"{one.quantity.value}{one.quantity.unit}", str(one.period)) for one in reading.observations] == [
        ("孕产妇死亡率", "9.8/10万", "2019"), ("孕产妇死亡率", "8.9/10万", "2020"),
        ("普查率", "60%", "2019"), ("普查率", "70%", "2020"),
    ]  # fmt: skip
