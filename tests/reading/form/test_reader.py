"""A filled form is read: what was written, what is wrong with it and where, and what somebody did to the workbook."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fulian
from fulian.model.reading import Reading
from fulian.reading.files import read_bytes
from fulian.reading.form.figures import asked_of
from fulian.reading.form.layout import HEDGES, INFO, FormKind
from fulian.reading.form.reader import form_faults, form_info
from fulian.reference.indicators import indicator, indicators
from fulian.values import Span

from ...forms import FEW, Form, new_form
from ...programs import office_files
from .test_figures import TYPED

openpyxl: Any = importlib.import_module("openpyxl")


def said(reading: Reading) -> list[str]:
    """What is said of a form, as it is told."""
    return [note.text for note in reading.notes]


def filled() -> Form:
    """A form with a little of everything."""
    form = new_form(last_year=[])
    form.write("妇女之家数", "2024年实际", 1020)
    form.write("妇女之家数", "2025年目标", "1,100以上")
    form.write("妇女小额担保贷款发放额", "2024年实际", "约320")
    form.write("妇女小额担保贷款发放额", "备注", "含创业担保贷款")
    form.write_row(
        "工作成效", 1, 标题="深化普法", 内容="开展“巾帼普法”宣讲45场，落实《家庭教育促进法》。", 工作领域="法律与维权"
    )
    form.write_row("存在问题", 1, 问题="专职干部少。")
    form.write_row(
        "下年任务", 1, 任务="建好家长学校", 具体内容="新建家长学校20所。", 工作领域="家庭建设",
        责任单位="天元区妇联、市教育局", 完成时限="6月底前", 量化目标="培训家长：5000人次",
    )  # fmt: skip
    return form


# ---------------------------------------------------------------- what was written


def test_a_filled_form_is_a_report() -> None:
    """Figures, work, problems and tasks are records, and nothing is unread or doubtful."""
    reading = filled().read()
    [report] = reading.reports
    assert (reading.unread, reading.notes, reading.document.kind.zh) == ((), (), "填报表")
    assert (str(report.organization), report.year, str(report.commitment_period)) == ("株洲市妇联", 2024, "2025")
    figures, loans, work = report.achievements
    assert (figures.title, figures.text) == (
        "指标数据：妇女与经济",
        "妇女小额担保贷款发放额约320万元（含创业担保贷款）。",
    )
    assert loans.title == "指标数据：组织建设"
    assert (work.title, work.area and work.area.zh, work.programmes, work.instruments) == (
        "深化普法", "法律与维权", ("巾帼普法",), ("家庭教育促进法",),
    )  # fmt: skip
    assert [passage.text for passage in report.problems] == ["专职干部少。"]
    targets, task = report.commitments
    assert targets.text == "指标目标：组织建设。妇女之家数1,100个以上。"
    assert (task.ordinal, str(task.due), [str(one) for one in task.responsible]) == (
        1,
        "2025-06",
        ["天元区妇联", "市教育局"],
    )
    assert [(one.label, str(one.quantity)) for one in task.targets] == [
        ("新建家长学校", "20所"),
        ("培训家长", "5000人次"),
    ]


def test_a_filled_plan_is_a_plan() -> None:
    """Tasks stand in their sections, those of none among the key tasks; targets are for the year itself."""
    form = new_form(FormKind.ANNUAL_PLAN)
    form.book["指标目标"].cell(form.row("妇女之家数", "指标目标"), form.column("2024年目标", "指标目标")).value = 1100
    form.write_row("工作任务", 1, 所属部分="强化引领", 任务="开展宣讲")
    form.write_row("工作任务", 2, 所属部分="强化引领", 任务="选树典型")
    form.write_row("工作任务", 3, 任务="做好换届", 完成时限="第三季度")
    reading = form.read()
    [plan] = reading.plans
    assert (reading.notes, plan.year) == ((), 2024)
    assert [(one.title, [task.title for task in one.tasks]) for one in plan.sections] == [
        ("强化引领", ["开展宣讲", "选树典型"])
    ]
    assert [(task.title, str(task.due)) for task in plan.key_tasks] == [
        ("指标目标：组织建设", "2024"),
        ("做好换届", "2024-Q3"),
    ]
    assert [(str(one.quantity.value), str(one.period)) for one in reading.observations] == [("1100", "2024")]


def test_every_figure_stands_in_its_cell() -> None:
    """The source of each figure leads to the cell in which it was written."""
    data = filled().data()
    source = read_bytes(data, file="填报.xlsx")
    reading = fulian.read(source)
    places = {}
    for one in reading.observations:
        one.source.verify(reading.document)
        [place] = source.locate(Span(start=one.source.start, end=one.source.end))
        places[one.label] = str(place)
    form = filled()
    assert (
        places["妇女小额担保贷款发放额"] == f"指标数据!{form.cell('妇女小额担保贷款发放额', '2024年实际').coordinate}"
    )
    assert places["培训家长"] == "下年任务!G4"
    assert reading.observations[0].trail[0].startswith("quantity:form-cell=指标数据!")


@pytest.mark.parametrize(("text", "value", "qualifier"), TYPED)
def test_a_typed_figure_gives_the_same_through_the_form(text: str, value: str, qualifier: str) -> None:
    """What people type into a cell comes out as value and hedge, without a note."""
    form = new_form()
    form.write("妇女教育培训人次", "2024年实际", text)
    reading = form.read()
    [one] = reading.observations
    assert (f"{one.quantity.value:f}", one.quantity.qualifier, one.indicator) == (value, qualifier, "EDU_TRAINED")
    assert reading.notes == ()


def test_a_percentage_typed_into_excel_is_one() -> None:
    """Excel makes 0.955 shown as 95.5% of what was typed: it is read as shown."""
    form = new_form()
    form.write("信访办结率", "2024年实际", 0.955)
    form.cell("信访办结率", "2024年实际").number_format = "0.0%"
    [one] = form.read().observations
    assert (str(one.quantity.value), one.quantity.unit) == ("95.5", "%")


def test_the_chosen_hedge_holds_where_none_was_typed() -> None:
    """The column of hedges counts for a bare number; what was typed with the number goes before it, and that is said."""
    form = new_form()
    form.write("妇女之家数", "2024年实际", 200)
    form.write("妇女之家数", "准确程度", "以上")
    assert form.read().observations[0].quantity.qualifier == "over"
    form.write("妇女之家数", "2024年实际", "约200")
    reading = form.read()
    assert reading.observations[0].quantity.qualifier == "about"
    assert [note.code for note in reading.notes] == ["form-hedge-differs"]


def test_the_first_sheet_tells_who_and_when() -> None:
    """Headline, summary, author and day are read; without a body one is asked for, or taken from the caller."""
    form = new_form(organization="")
    basics = form.book["基本情况"]
    for row, value in ((6, "为妇女就业护航"), (7, "一年来稳步推进。"), (8, "李梅"), (9, "2025年1月10日")):
        basics.cell(row, 2).value = value
    reading = form.read()
    [report] = reading.reports
    assert (report.headline, report.introduction[0].text) == ("为妇女就业护航", "一年来稳步推进。")
    assert (reading.document.authors, str(reading.document.issued)) == (("李梅",), "2025-01-10")
    assert said(reading) == ["基本情况：没有填写填报单位。"]
    told = fulian.read(BytesIO(form.data()), organization="株洲市妇联")
    assert (said(told), str(told.reports[0].organization)) == ([], "株洲市妇联")


# ---------------------------------------------------------------- what is wrong, and where

SPOILS = (
    ("妇女之家数", "2024年实际", "很多", "form-not-a-number", "“2024年实际”应填数字（单位：个），填的是“很多”。"),
    (
        "妇女教育培训人次",
        "2024年实际",
        "1200人",
        "form-not-a-number",
        "“2024年实际”应填数字（单位：人次），填的是“1200人”。",
    ),
    ("妇女之家数", "2025年目标", "100-120", "form-not-a-number", "“2025年目标”应填数字（单位：个），填的是“100-120”。"),
    ("妇女之家数", "2024年实际", 12.5, "form-not-whole", "“2024年实际”应为整数，填的是“12.5”。"),
    ("妇女之家数", "2024年实际", -5, "form-negative", "“2024年实际”不应为负数，填的是“-5”。"),
    ("信访办结率", "2024年实际", "120%", "form-out-of-range", "“2024年实际”不应大于100，填的是“120%”。"),
    ("妇女之家数", "准确程度", "大概", "form-unknown-choice", "“准确程度”应从列表中选择，填的是“大概”。"),
)


@pytest.mark.parametrize(("name", "head", "value", "code", "words"), SPOILS)
def test_a_fault_names_its_cell_in_chinese(name: str, head: str, value: object, code: str, words: str) -> None:
    """Each kind of fault has a code and a sentence that begins with the cell's address."""
    form = new_form()
    address = form.write(name, head, value)
    reading = form.read()
    [note] = reading.notes
    assert (note.code, note.text) == (code, f"{address}：{words}")
    assert note.source is not None
    assert form_faults(reading) == (note,)


def test_parts_leaps_and_words_have_their_faults_too() -> None:
    """A part above its whole, ten times last year's figure, a task without a time or a number."""
    before = new_form(year=2023)
    before.write("妇女之家数", "2023年实际", 100)
    form = new_form(last_year=before.read().reports)
    leap = form.write("妇女之家数", "2024年实际", 1001)
    part = form.write("信访办结率", "分子", "１２０件")
    form.write("信访办结率", "分母", 100)
    form.write_row("工作成效", 1, 标题="只有标题")
    form.write_row("工作成效", 2, 工作领域="健康")
    form.write_row("下年任务", 1, 具体内容="没有标题", 完成时限="尽快", 量化目标="全覆盖", 工作领域="什么")
    assert said(form.read()) == [
        f"{part}：“分子”大于分母（分母为100），填的是“１２０件”。",
        f"{leap}：“2024年实际”与上年相差10倍以上（上年为100），填的是“1001”。",
        "工作成效!C4：“内容”没有填，只有标题，填的是“只有标题”。",
        "工作成效!C5：这一行没有写内容，填的是“健康”。",
        "下年任务!B4：“任务”没有填，只有具体内容，填的是“没有标题”。",
        "下年任务!D4：“工作领域”应从列表中选择，填的是“什么”。",
        "下年任务!F4：“完成时限”看不出是什么时间，请写成“2025年6月”“上半年”这样的时间，填的是“尽快”。",
        "下年任务!G4：“量化目标”里看不出数字和单位，请写成“培训妇女：500人次”这样，填的是“全覆盖”。",
    ]  # fmt: skip


_NAMES = ("妇女之家数", "妇女小额担保贷款发放额", "妇女教育培训人次", "信访办结率")


@settings(max_examples=10)
@given(
    st.dictionaries(st.sampled_from(_NAMES), st.integers(0, 100), min_size=2),
    st.sampled_from(["很多", "暂无", "/", "３０至４０", "<b>1</b>", "=1+1", "\u202e12个月", "𠮷"]),
    st.data(),
)
def test_a_spoiled_cell_gives_one_fault_there_and_nothing_else_is_lost(
    values: dict[str, int], words: str, data: st.DataObject
) -> None:
    """One spoiled cell is named, its words are unread, and all other figures are read as before."""
    spoiled = data.draw(st.sampled_from(sorted(values)))
    form = new_form()
    for name, value in values.items():
        form.write(name, "2024年实际", value)
    whole = {one.label: one.quantity for one in form.read().observations}
    cell = form.cell(spoiled, "2024年实际")
    cell.value = words
    cell.data_type = "s"
    reading = form.read()
    assert [(note.code, note.text.partition("：")[0]) for note in reading.notes] == [
        ("form-not-a-number", f"指标数据!{cell.coordinate}")
    ]
    assert [passage.text for passage in reading.unread] == [words]
    assert {one.label: one.quantity for one in reading.observations} == {
        name: quantity for name, quantity in whole.items() if name != spoiled
    }


_SHEETS = {"基本情况": (4, 9, (1, 2)), "指标数据": (5, 22, (1, 2, 3, 5, 6, 7, 8, 9, 10, 25)), "工作成效": (4, 20, (1, 2, 3, 4, 7)),
           "存在问题": (4, 9, (1, 2)), "下年任务": (4, 15, (1, 2, 3, 4, 5, 6, 7))}  # fmt: skip


@st.composite
def _edits(draw: st.DrawFn) -> tuple[str, int, int, str]:
    """A cell somewhere in the form, and words for it."""
    sheet = draw(st.sampled_from(sorted(_SHEETS)))
    first, last, columns = _SHEETS[sheet]
    words = st.sampled_from(
        [
            "很多",
            "12",
            "约200",
            "3.2万",
            "95%",
            "健康",
            "万元",
            "2025年6月",
            "妇女之家数",
            "=1+1",
            "<b>粗</b>",
            "培训：5人",
            "\u202e左",
        ]
    ) | st.text("妇女年万%约0123456789.，；：、 ab<=", min_size=1, max_size=12)
    text = draw(words.map(lambda one: " ".join(one.split())).filter(bool))
    return sheet, draw(st.integers(first, last)), draw(st.sampled_from(columns)), text


@settings(max_examples=20)
@given(st.lists(_edits(), min_size=1, max_size=5, unique_by=lambda edit: edit[:3]))
def test_nothing_that_was_written_is_lost(edits: list[tuple[str, int, int, str]]) -> None:
    """Whatever stands in whatever cell is in a record, unread or said; what is unread is said; sources hold."""
    form = new_form()
    for sheet, row, column, text in edits:
        cell = form.book[sheet].cell(row, column)
        cell.value = text
        cell.data_type = "s"
    reading = form.read()
    [report] = reading.reports
    held = (attrs.evolve(report, source=None), *reading.unread, *reading.notes, *reading.observations)
    told = fulian.dumps(held) + str(reading.document.issued) + "".join(reading.document.authors)
    for sheet, row, column, text in edits:
        hedge = (sheet, column) == ("指标数据", 6) and text in HEDGES
        number = column == 1 and (text.isdecimal() or text == "健康")  # the form's own print
        assert hedge or number or json.dumps(text, ensure_ascii=False)[1:-1] in told, (sheet, row, column, text)
    assert bool(reading.unread) <= bool(reading.notes)
    for one in reading.observations:
        one.source.verify(reading.document)
    assert [one.source.start for one in reading.observations] == sorted(
        one.source.start for one in reading.observations
    )


# ---------------------------------------------------------------- what somebody did to the workbook


def _change_the_unit(form: Form) -> None:
    form.book["指标数据"].cell(form.row("妇女小额担保贷款发放额"), 3).value = "元"


def _spoil_the_unit(form: Form) -> None:
    form.book["指标数据"].cell(form.row("妇女教育培训人次"), 3).value = "斤"


def _only_a_remark(form: Form) -> None:
    form.write("妇女教育培训人次", "备注", "今年没有开展")


def _delete_row(form: Form) -> None:
    form.book["指标数据"].delete_rows(form.row("信访办结率"))


def _insert_rows(form: Form) -> None:
    form.book["指标数据"].insert_rows(form.row("信访办结率"), 2)
    form.book["指标数据"].insert_cols(3)


def _rename(form: Form) -> None:
    form.book["指标数据"].title = "数据"


def _merge(form: Form) -> None:
    row = form.row("妇女之家数")
    form.book["指标数据"].merge_cells(start_row=row, start_column=9, end_row=row, end_column=10)


def _remove_sheet(form: Form) -> None:
    form.book.remove(form.book["存在问题"])


def _add_sheet(form: Form) -> None:
    form.book.create_sheet("附件")["B2"] = "另附照片"


def _remove_column(form: Form) -> None:
    form.book["工作成效"].delete_cols(form.column("工作领域", "工作成效"))


def _write_beside(form: Form) -> None:
    form.book["工作成效"]["H5"] = "此处另有说明"


def _unhide(form: Form) -> None:
    form.book[INFO].sheet_state = "visible"


def _name_a_row_twice(form: Form) -> None:
    row = form.row("信访办结率")
    form.book["指标数据"].cell(row, 2).value, form.book["指标数据"].cell(row, 3).value = "妇女之家数", "个"


def _own_row_without_a_name(form: Form) -> None:
    form.book["指标数据"].cell(form.book["指标数据"].max_row, 5).value = 12


def _own_row_without_a_number(form: Form) -> None:
    form.book["指标数据"].cell(form.book["指标数据"].max_row, 2).value = "新指标"


def _other_year(form: Form) -> None:
    form.book["基本情况"]["B5"] = 2023


def _other_body(form: Form) -> None:
    form.book["基本情况"]["B4"] = "湘潭市妇联"


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        (_delete_row, ["指标数据：缺少指标“信访办结率”一行，可能已被删除。"]),
        (_insert_rows, []),
        (_rename, ["工作表“指标数据”已改名为“数据”，仍按原表读入。"]),
        (_merge, ["指标数据!I13:J13：这几格被合并了，只读左上角一格；请取消合并后分别填写。"]),
        (_remove_sheet, ["缺少工作表“存在问题”，或它的表头已被改动，这一表没有读入。"]),
        (_add_sheet, ["工作表“附件”不是本表的一部分，没有读入。"]),
        (_remove_column, ["工作成效：缺少“工作领域”一列，这一列没有读入。"]),
        (_write_beside, ["工作成效!H5：这一格不在本表要填的栏目内，没有读入，填的是“此处另有说明”。"]),
        (_unhide, []),
        (
            _name_a_row_twice,
            [
                "指标数据：缺少指标“信访办结率”一行，可能已被删除。",
                "指标数据!B13：这一指标在表中出现不止一次，各次都已读入，请核对，填的是“妇女之家数”。",
            ],
        ),
        (_spoil_the_unit, ["指标数据!C9：单位原来是“人次”，已被改动，这一行没有读入，填的是“斤”。"]),
        (_only_a_remark, ["指标数据!J9：这一行只写了备注，没有填数字，填的是“今年没有开展”。"]),
        (_own_row_without_a_name, ["指标数据!E22：这一行没有写指标名称，填的是“12”。"]),
        (_own_row_without_a_number, ["指标数据!B22：这一行没有填数字，填的是“新指标”。"]),
        (_other_year, ["基本情况!B5：本表是2024年的表，“填报年度”不能改，仍按2024年读入，填的是“2023”。"]),
        (_other_body, ["基本情况!B4：“填报单位”与制表时的“株洲市妇联”不同，按表中所填的读入，填的是“湘潭市妇联”。"]),
    ],
)
def test_a_changed_workbook_is_read_and_the_change_is_said(
    change: Callable[[Form], None], sentences: list[str]
) -> None:
    """Rows, columns and sheets may be moved, added, renamed or gone: what is there is read, and what is wrong is said."""
    form = filled()
    change(form)
    reading = form.read()
    assert said(reading) == sentences
    values = [str(one.quantity.value) for one in reading.observations]
    assert {"1020", "3200000", "5000"} <= set(values)


def test_a_changed_unit_is_followed_and_said() -> None:
    """A form whose 万元 somebody made 元 gives what the sheet now says, with a fault."""
    form = filled()
    _change_the_unit(form)
    reading = form.read()
    assert [note.code for note in reading.notes] == ["form-unit-changed"]
    assert [str(one.quantity.value) for one in reading.observations if one.indicator == "ECO_LOAN_AMOUNT"] == ["320"]


def test_a_sheet_without_its_heads_is_said_to_be_missing() -> None:
    """Where somebody wrote over the heads, the sheet's words are unread, and no other sheet is."""
    form = filled()
    for column in range(1, 6):
        form.book["工作成效"].cell(3, column).value = "x"
    reading = form.read()
    assert said(reading)[0] == "缺少工作表“工作成效”，或它的表头已被改动，这一表没有读入。"
    assert "深化普法" in [passage.text for passage in reading.unread]
    assert len(reading.reports[0].commitments) == 2


def test_a_form_of_a_later_version_is_left_unread() -> None:
    """It says that a later fulian made it and what to do; all it holds is unread, nothing is guessed."""
    form = filled()
    form.book[INFO]["B2"] = "7"
    reading = form.read()
    [sentence] = said(reading)
    assert sentence.startswith("这张表由更新版本的 fulian 制作（第7版，")
    assert "请升级" in sentence
    assert (reading.reports, reading.observations) == ((), ())
    assert "深化普法" in [passage.text for passage in reading.unread]


def test_a_form_copied_into_another_workbook_is_known_by_its_title() -> None:
    """Where the hidden sheet is gone, title and heads tell what it is; that is said, and nothing is lost."""
    form = filled()
    before = form.read()
    form.book.remove(form.book[INFO])
    reading = form.read()
    assert [note.code for note in reading.notes] == ["form-info-missing"]
    assert "复制到了新的工作簿" in reading.notes[0].text
    assert form_faults(reading) == ()
    assert [one.quantity for one in reading.observations] == [one.quantity for one in before.observations]
    assert reading.reports[0].organization == before.reports[0].organization


def test_an_ordinary_workbook_is_read_as_before() -> None:
    """A workbook without the hidden sheet and the title is no form, even with the same sheets and heads."""
    form = filled()
    form.book.remove(form.book[INFO])
    form.book["基本情况"]["A1"] = "株洲市妇联2024年工作情况"
    source = read_bytes(form.data(), file="a.xlsx")
    assert form_info(source) is None
    assert fulian.read(source).document.kind != "form"


def test_a_form_is_known() -> None:
    """The hidden sheet tells kind, year, body and indicators."""
    info = form_info(read_bytes(new_form().data(), file="a.xlsx"))
    assert info is not None
    assert (info.kind, info.year, info.organization, set(info.indicators)) == (
        FormKind.CITY_REPORT, 2024, "株洲市妇联", set(FEW),
    )  # fmt: skip


# ---------------------------------------------------------------- LibreOffice

SHEET_WORDS = {
    "form-not-a-number": "应填数字",
    "form-negative": "不应为负数",
    "form-out-of-range": "不应大于100",
    "form-not-whole": "应为整数",
    "form-leap": "与上年相差10倍以上",
    "form-part-exceeds-whole": "大于分母",
    "form-unknown-choice": "应从列表中选择",
    "form-no-text": "请填写",
    "form-no-title": "请填写",
    "form-no-name": "请填写指标名称",
    "form-no-figure": "没有填数字",
}


def _checked(form: Form) -> dict[str, str]:
    """What the columns of checks show, by sheet and row."""
    shown = {}
    for sheet in form.book.worksheets[1:-1]:
        column = next(cell.column for cell in sheet[3] if cell.value == "检查")
        for row in range(4, sheet.max_row + 1):
            value = sheet.cell(row, column).value
            if value:
                shown[f"{sheet.title}!{row}"] = value
    return shown


# What is typed for an indicator, or for another that is counted alike.
_ALSO_TYPED: tuple[tuple[str, object], ...] = (
    ("ECO_LOAN_AMOUNT", "3.2万"),
    ("ECO_LOAN_AMOUNT", "3.2亿元"),
    ("ECO_LOAN_AMOUNT", "320万元"),
    ("ECO_LOAN_AMOUNT", 12.5),
    ("LAW_PETITION_CLOSED", "95％"),
    ("LAW_PETITION_CLOSED", "0.5‰"),
    ("EDU_TRAINED", "2024.3.5"),
    ("EDU_TRAINED", "1/2"),
    ("EDU_TRAINED", "13-15"),
    ("EDU_TRAINED", "1e5"),
    ("EDU_TRAINED", "三百"),
    ("EDU_TRAINED", 5001),
)


def _a_form_of_everything() -> Form:
    """A form of the whole catalogue in which each spelling and each fault has a row of its own."""
    codes = [code for code in indicators() if code != "HEA_2CANCER_TASK_RATE"]
    alike: dict[object, list[str]] = {}
    for code in codes:
        asked = asked_of(indicator(code))
        alike.setdefault((asked.unit, asked.whole, asked.most), []).append(indicator(code).name)

    def fresh(code: str) -> str:
        asked = asked_of(indicator(code))
        return alike[asked.unit, asked.whole, asked.most].pop()

    typed: list[tuple[str, str, object]] = [(fresh("EDU_TRAINED"), "2024年实际", text) for text, _, _ in TYPED[:6]]
    typed += [(name, "2025年目标", text) for (name, _, _), (text, _, _) in zip(typed * 2, TYPED[6:], strict=True)][:6]
    typed += [(fresh("EDU_TRAINED_PERSONS"), "2024年实际", text.replace("人次", "人")) for text, _, _ in TYPED]
    typed += [(fresh(code), "2024年实际", value) for code, value in _ALSO_TYPED]
    by_name = {indicator(code).name: code for code in FEW}
    typed += [(fresh(by_name[name]), head, value) for name, head, value, _, _ in SPOILS]
    before = new_form(year=2023, indicators=codes)
    for name, _, value in typed:
        before.write(name, "2023年实际", 50 if value != 5001 else 500)
    form = new_form(indicators=codes, last_year=before.read().reports)
    for name, head, value in typed:
        form.write(name, head, value)
    for code in ("LAW_PETITION_CLOSED", "ORG_HOMES"):
        name = fresh(code)
        form.write(name, "2024年实际", 0.95)
        form.cell(name, "2024年实际").number_format = "0%"
    name = fresh("LAW_PETITION_CLOSED")
    form.write(name, "分子", "120件")
    form.write(name, "分母", "１００")
    return form


def _forms_to_check() -> list[Form]:
    words = filled()
    words.write("“两癌”检查任务完成率", "2024年实际", 120)
    words.write_row("工作成效", 2, 标题="只有标题")
    words.write_row("工作成效", 3, 内容="办讲座。", 工作领域="别的")
    words.write_row("下年任务", 2, 具体内容="没有标题")
    _own_row_without_a_number(words)
    words.book["指标数据"].cell(words.book["指标数据"].max_row - 1, 5).value = 12
    return [_a_form_of_everything(), words]


def test_the_sheet_says_what_the_reader_says(tmp_path: Path) -> None:
    """LibreOffice works out the checks of forms: a row shows faults exactly where the reader has them, and which."""
    forms = _forms_to_check()
    given_files = [tmp_path / f"{number:02}.xlsx" for number in range(len(forms))]
    for path, form in zip(given_files, forms, strict=True):
        path.write_bytes(form.data())
    (tmp_path / "made").mkdir()
    codes: set[str] = set()
    for path, form in zip(office_files(given_files, "xlsx", tmp_path / "made"), forms, strict=True):
        made = Form(path.read_bytes())
        made.book = openpyxl.load_workbook(path, data_only=True)
        shown = _checked(made)
        reading = form.read()
        codes.update(note.code for note in reading.notes)
        told: dict[str, list[str]] = {}
        for note in reading.notes:
            address = note.text.partition("：")[0]
            row = (
                address.partition("!")[0] + "!" + "".join(char for char in address.partition("!")[2] if char.isdigit())
            )
            told.setdefault(row, []).append(SHEET_WORDS[note.code])
        assert {row: words for row, words in shown.items() if words != "✓"}.keys() == told.keys(), path.name
        for row, words in told.items():
            assert len(shown[row].split("；")) == len(words), (path.name, shown[row], words)
            assert all(one in shown[row] for one in words), (path.name, shown[row], words)
        again = fulian.read(path)
        assert [note.text for note in again.notes] == [note.text for note in reading.notes], path.name
        assert [one.quantity for one in again.observations] == [one.quantity for one in reading.observations]
    assert codes == set(SHEET_WORDS)


def test_a_form_saved_as_an_old_workbook_is_read(tmp_path: Path) -> None:
    """An .xls gives the same records, and no fault."""
    path = tmp_path / "填报.xlsx"
    path.write_bytes(filled().data())
    (tmp_path / "made").mkdir()
    [old] = office_files([path], "xls", tmp_path / "made")
    before, after = fulian.read(path), fulian.read(old)
    assert after.notes == ()
    assert after.unread == ()
    assert [(one.label, one.quantity.value) for one in after.observations] == [
        (one.label, one.quantity.value) for one in before.observations
    ]
