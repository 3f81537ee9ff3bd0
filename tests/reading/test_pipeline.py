"""From text to readings: each kind of document, and laws that hold for any text whatever."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.errors import FulianError, ParseError
from fulian.model.document import DocumentKind, FrameRole
from fulian.model.organization import Organization, OrganizationKind
from fulian.model.source import Source
from fulian.reading import read, read_text

from .specimens import COLLECTION, PLAN, ROUND_UP, RUN_INS, SUMMARY

PIECES = st.sampled_from(
    [
        "一、", "（一）", "1.", "1、", "(2)", "①", "第一篇:", "第二篇:", "第一、", "范文1", "范文2", "。", "，", "；", "：", "\n", "\n\n", " ", "\u3000",
        "长沙", "株洲:", "衡阳", "市妇联", "2014年", "2015年", "将继续", "了", "《", "》", "“", "”", "附件", "附件1：", "湘妇字〔2014〕1号", "关于", "的",
        "通知", "文件", "# ", "#### ", "**", "培训妇女100人", "要点", "总结", "计划", "存在问题", "下一步打算", "目标", "\r\n", "\f", "\x00", "来源:",
        "2019-01-25", "2014年2月12日", "印发", "- 3 -", "责任单位：省妇联", "到2015年", "13月底前", "年底前", "\ud800", "各县妇联：", "以上是",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80))


def sources(thing: Any) -> Iterator[Source]:
    """Give every source in a record and in what it holds."""
    if isinstance(thing, Source):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from sources(one)
    elif attrs.has(type(thing)):
        for name in (field.name for field in attrs.fields(type(thing))):
            yield from sources(getattr(thing, name))


@given(TEXTS)
def test_any_text_gives_a_reading_whose_sources_stand(text: str) -> None:
    """Any text is read without an error; the text is kept, and every source in every record verifies."""
    reading = read_text(text)
    assert reading.document.text == text
    assert 0.0 <= reading.coverage <= 1.0
    for source in sources(reading):
        source.verify(reading.document)


def checked(thing: Any) -> Any:
    """Make a record anew, and all that it holds, by constructors that look at every field."""
    if isinstance(thing, tuple):
        return tuple(map(checked, thing))
    if not attrs.has(type(thing)):
        return thing
    fields = {field.alias: checked(getattr(thing, field.name)) for field in attrs.fields(type(thing))}
    return type(thing)(**fields)


@given(TEXTS)
def test_a_reading_holds_nothing_that_its_classes_would_refuse(text: str) -> None:
    """What the readers make without looking is what the constructors make that look at every field."""
    reading = read_text(text)
    assert checked(reading) == reading


@pytest.mark.parametrize("text", [COLLECTION, PLAN, ROUND_UP, RUN_INS, SUMMARY])
def test_a_whole_document_holds_nothing_that_its_classes_would_refuse(text: str) -> None:
    """The same of documents of each kind, whose figures have labels, bodies, times and ties."""
    reading = read_text(text)
    assert checked(reading) == reading


@given(TEXTS)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    """Reading twice gives equal readings."""
    assert read_text(text) == read_text(text)


@given(st.one_of(st.binary(max_size=120), TEXTS.map(lambda text: text.encode("gb18030", "replace"))))
def test_any_bytes_raise_only_our_errors(data: bytes) -> None:
    """Bytes are read or refused with an error of fulian's."""
    try:
        reading = read(BytesIO(data))
    except FulianError:
        return
    assert reading.document.encoding is not None


def test_a_summary_is_told_apart() -> None:
    """Achievements, problems and tasks for the next year, with body, year, deadlines and the bodies responsible."""
    reading = read_text(SUMMARY)
    [report] = reading.reports
    assert (reading.document.kind, str(report.organization), report.year) == (DocumentKind.SUMMARY, "甘泉县妇联", 2021)
    assert [one.title for one in report.achievements] == [
        "开展主题宣讲",
        "选树先进典型",
        "助力创业就业",
        "守护妇儿权益",
    ]
    assert len(report.problems) == 1
    assert [one.title for one in report.commitments] == ["抓实思想引领", "抓实家庭建设", "抓实组织建设"]
    assert str(report.commitments[0].due) == "2022-06"
    assert [body.kind for body in report.commitments[1].responsible] == [OrganizationKind.DEPARTMENT]
    assert str(report.commitment_period) == "2022"
    assert reading.coverage == 1.0


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("县妇联2020年工 作 要 点", "县妇联2020年工作要点"),
        ("县妇联2020年工作　要点", "县妇联2020年工作 要点"),
        ("工　作　总　结", "工作总结"),
        ("关于举办培训班的通　　知", "关于举办培训班的通知"),
        ("县妇联工作会召开 各乡镇晒成绩单", "县妇联工作会召开 各乡镇晒成绩单"),
    ],
)
def test_a_title_set_wide_is_closed_up(printed: str, title: str) -> None:
    """Spaces that print put between single characters go; one between two phrases stays."""
    reading = read_text(f"{printed}\n一、抓学习\n2020年，县妇联举办讲座12场。\n二、抓维权\n接待来访30人次。")
    assert reading.document.title == title


def test_an_official_plan_is_told_apart() -> None:
    """Head, foot, annexes, sections, tasks and the list of key tasks."""
    reading = read_text(PLAN)
    document = reading.document
    [plan] = reading.plans
    assert (document.title, str(document.number)) == ("关于印发《2020年全县妇联工作要点》的通知", "甘妇〔2020〕3号")
    assert document.recipients == ("各乡镇（街道）妇联", "县直各单位妇委会")
    assert document.attachments == ("2020年全县妇联工作要点", "2020年妇联重点任务清单")
    assert str(document.issued) == "2020-03-05"
    assert {FrameRole.TRANSMITTAL, FrameRole.IMPRINT} <= {passage.role for passage in document.frame}
    assert (plan.title, plan.year) == ("2020年全县妇联工作要点", 2020)
    assert [[task.ordinal for task in section.tasks] for section in plan.sections] == [[1, 2], [3, 4]]
    assert plan.sections[0].tasks[1].programmes == ("百场宣讲进万家",)
    assert plan.sections[1].tasks[1].instruments == ("家庭教育促进法",)
    assert [task.title for task in plan.key_tasks][1] == "推进乡镇妇联组织区域化建设和换届工作规范化"
    assert len(plan.guidance) == 1
    assert reading.coverage == 1.0


def test_run_in_headings_without_numbers_head_tasks() -> None:
    """Short clauses between full sentences head tasks where each section has them; a title in 《》 heads nothing."""
    [plan] = read_text(RUN_INS).plans
    assert [[task.title for task in section.tasks] for section in plan.sections] == [
        ["抓实理论学习", "讲好巾帼故事"],
        ["做优创业服务", "做强技能培训"],
    ]
    assert all(section.text for section in plan.sections)


def test_a_round_up_is_told_apart() -> None:
    """Each body's headline, deeds and plans, under plain headings; the article's own lines are frame."""
    reading = read_text(ROUND_UP)
    assert [report.organization and report.organization.division_code for report in reading.reports] == [
        "330100",
        "330200",
        "330300",
    ]
    assert [report.headline for report in reading.reports] == ["小站点，大温暖", "护航创业路", "家事有人管"]
    assert [len(report.achievements) for report in reading.reports] == [1, 2, 1]
    assert [len(report.commitments) for report in reading.reports] == [1, 1, 1]
    assert {str(report.commitment_period) for report in reading.reports} == {"2023"}
    document = reading.document
    assert (document.publisher, document.authors, document.editor) == ("巾帼新闻网", ("李某", "王某"), "张某")
    assert str(document.published) == "2023-02-03"


@pytest.mark.parametrize(
    "text",
    [
        "**各省妇联成果**\n**安徽省：**发放贷款10亿元。\n**河南省：**建车间3000个。\n**湖北省：**培训5万人次。",
        "各省妇联成果\n安徽省：2020年，发放贷款10亿元，效果好。\n河南省：2020年，建车间3000个。\n湖北省：2020年，培训5万人次。",
        "各省妇联成果\n【安徽】2020年，发放贷款10亿元，效果好。\n【河南】2020年，建车间3000个。\n【湖北】2020年，培训5万人次。",
        "各省妇联成果\n一、安徽省\n发放贷款10亿元，效果好。\n二、河南省\n建车间3000个，效果好。\n三、湖北省\n培训5万人次，效果好。",
    ],
)
def test_entries_of_a_round_up_take_many_forms(text: str) -> None:
    """Bold names, names with a colon, names in brackets and numbered names head entries."""
    reading = read_text(text)
    codes = [report.organization and report.organization.division_code for report in reading.reports]
    assert codes == ["340000", "410000", "420000"]
    assert all(report.achievements for report in reading.reports)


def test_a_collection_is_told_apart() -> None:
    """Parts and samples; a wrapper's title says nothing of what it holds."""
    reading = read_text(COLLECTION)
    first, second = reading.parts
    assert (first.kind, [part.kind for part in first.parts]) == (
        DocumentKind.COLLECTION,
        [DocumentKind.PLAN, DocumentKind.SUMMARY],
    )
    assert [part.year for part in first.parts] == [None, None]
    assert (second.kind, second.year, str(second.organization)) == (DocumentKind.SUMMARY, 2019, "甘泉县妇联")
    assert str(first.parts[1].organization) == "东风社区妇联"


@pytest.mark.parametrize(
    ("title", "body", "doubts"),
    [
        ("云溪县妇联2019年工作总结", "云溪县妇联", [("unlisted-place", "云溪县", "云溪县 is in no list of divisions")]),
        ("城关区妇联2019年工作总结", "城关区妇联", [("ambiguous-place", "城关区", "城关区 may be 540102, 620102")]),
        ("甘泉县妇联2019年工作总结", "甘泉县妇联", []),
        ("延安市甘泉县2019年妇联工作总结", "甘泉县妇联", []),
        ("某县妇联2019年工作总结", "某县妇联", []),
        ("甘泉县下寺湾街道办事处2019年妇女工作总结", "甘泉县下寺湾街道", []),
        ("邀请县妇联讲课", "县妇联", []),
    ],
)
def test_a_county_that_is_not_settled_is_noted(title: str, body: str, doubts: list[tuple[str, str, str]]) -> None:
    """It keeps the name that is printed; which one it is, or that no list has it, is said where the name stands."""
    reading = read_text(f"{title}\n一、维权\n县妇联全年接访43件。全县受益。")
    assert str(reading.reports[0].organization) == body
    assert [(one.code, one.source.quote if one.source else None, one.text) for one in reading.notes] == doubts


@pytest.mark.parametrize(
    ("title", "body", "year"),
    [
        ("甘泉县妇联2019年工作总结", "甘泉县妇联", 2019),
        ("2019年工作总结", "株洲市妇联", 2019),
        ("甘泉县妇联工作总结", "甘泉县妇联", 2016),
    ],
)
def test_what_a_title_says_goes_before_what_the_caller_knows(title: str, body: str, year: int) -> None:
    """A hint for a whole folder falsifies no document that says otherwise."""
    [report] = read_text(f"{title}\n一、维权\n全年接访43件。", organization="株洲市妇联", year=2016).reports
    assert (str(report.organization), report.year) == (body, year)


def test_the_caller_may_know_body_and_year() -> None:
    """Hints fill what a document leaves open; a name that cannot be read is refused."""
    text = "工作总结\n一、维权\n全年接访43件。"
    [report] = read_text(text, organization="株洲市妇联", year=2016).reports
    assert (str(report.organization), report.year) == ("株洲市妇联", 2016)
    body = Organization(name="某社区", kind=OrganizationKind.AREA)
    assert read_text(text, organization=body).reports[0].organization == body
    with pytest.raises(ParseError):
        read_text(text, organization="？")


def test_a_file_and_its_text_give_the_same_reading() -> None:
    """A byte order mark and an encoding change neither id nor records."""
    one = read(BytesIO(PLAN.encode("utf-8-sig")))
    other = read(BytesIO(PLAN.encode("gb18030")))
    assert one.document.id == other.document.id
    assert attrs.evolve(one.document, encoding=None) == attrs.evolve(other.document, encoding=None)
    assert one.plans == other.plans


def test_an_empty_text_is_an_empty_reading() -> None:
    """Nothing in, nothing out: no record, full coverage."""
    reading = read_text("")
    assert (reading.plans, reading.reports, reading.unread, reading.coverage) == ((), (), (), 1.0)


def test_an_unseen_character_may_end_a_row() -> None:
    """A line that ends in a space, for what followed cannot be seen, is a row like others."""
    reading = read_text("项目 人数 \x08\n慰问 12 \x08\n走访 13 \x08\n")
    assert [one.source.quote for one in reading.observations] == ["12", "13"]
    assert read_text("0 \x08").observations == ()


def body_and_year(text: str) -> tuple[str | None, int | None]:
    """Give whom a report is by and what year it is about."""
    [report] = read_text(text).reports
    return (str(report.organization) if report.organization else None), report.year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("镇妇联工作总结\n一年来，镇妇联在全镇办班5期，共培训妇女300人。", ("镇妇联", None)),
        ("调查报告\n我区有镇4个。区妇联走访了妇女120人，全国表彰2人，我区共有志愿者30名。", ("区妇联", None)),
        ("调研情况\n目前，建宁县共有村委会92个。我们对全县妇女组织作了调研，走访了40村。", ("建宁县", None)),
        (
            "内蒙古草原妇女致富，全区活动累计投入200万元，武川县、赛罕区共受益300户，全区反响好。",
            ("内蒙古", None),
        ),
        ("20XX年妇联工作总结\n20XX年，镇妇联办班6期。1999年调查时我们发现，当时全镇外出务工400人。", ("镇妇联", None)),
        (
            "妇女团体\n1950年，县妇联成立。1957年，有干部12人。1973年恢复。1985年，干部40人。1990年，全县干部60人。",
            ("县妇联", None),
        ),
        ("县妇联动态\n2013年01月25日\n去年，全县培训妇女600人。2013年，县妇联将培训妇女800人。", ("县妇联", 2012)),
    ],
)
def test_texts_from_elsewhere_have_their_body_and_year(text: str, expected: tuple[str | None, int | None]) -> None:
    """A text is its own body's, and of its own year, by what it says; a model or a chronicle is of none."""
    assert body_and_year(text) == expected


def test_last_year_is_counted_from_when_a_text_was_written() -> None:
    """去年 in news of January is the year reported, 今年 the year in which it stands."""
    text = "县妇联动态\n2013年01月25日\n去年，全县培训妇女600人。今年，县妇联将培训妇女800人。"
    assert [str(one.period) for one in read_text(text).observations] == ["2012", "2013"]


def test_a_plan_of_several_years_looks_back_and_ahead() -> None:
    """Its foreword tells how things stood when it began; its marks hold for its whole term or the year they name."""
    text = (
        "甘州区妇女发展规划(2011-2020年)\n前言\n全区孕产妇系统管理率达88.1%。\n一、主要目标\n"
        "1.孕产妇系统管理率达到95%以上。\n2.到2015年，妇女病检查率达到80%以上。"
    )
    found = [(str(one.period), one.status.value) for one in read_text(text).observations]
    assert found == [("2010", "actual"), ("2011/2020", "target"), ("2015", "target")]


def test_a_headline_states_its_figure() -> None:
    """The figure in a headline is read like any other; the number of samples in a collection's title is none."""
    text = "绵竹市妇联发放母亲邮包600个\n3月5日，市妇联走访了清平镇，慰问困难母亲40名。"
    assert [one.quantity.text for one in read_text(text).observations] == ["600个", "40名"]
    assert not read_text("妇联工作总结精选5篇\n一年来做了大量工作。").observations


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("我市圆满完成妇女儿童民生实事任务\n全市检查妇女2万人。", DocumentKind.SUMMARY),
        ("2012年省妇联十件妇女儿童民生实事\n1、促进就业。开展培训20期。", DocumentKind.PLAN),
        ("昨天，市妇联发布了2017年民生实事。包括:\n1.建设母婴室50个。\n2.新建儿童之家200个。", DocumentKind.PLAN),
        ("州妇联“巾帼行动”助推发展\n各级妇联开展培训427期，稳定就业4105人。", DocumentKind.SUMMARY),
        ("“春蕾”计划工作简报\n市妇联资助女童46名，走访家庭320户。", DocumentKind.SUMMARY),
        ("“春蕾”计划经验材料\n市妇联资助女童46名，走访家庭320户。", DocumentKind.SUMMARY),
        ("关于开展2022年“春蕾行动”的通知\n各县妇联：\n一、活动内容\n举办讲座20场。", DocumentKind.PLAN),
        ("“春蕾”行动方案\n资助女童46名，走访家庭320户。", DocumentKind.PLAN),
        ("“十四五”妇女培训规划\n培训妇女3000名。", DocumentKind.PLAN),
        (
            "巾帼护航进行时\n2025年，市妇联织密服务网，排查纠纷355起、化解355起，走访102人，梳理线索116条，确保见底清零。",
            DocumentKind.SUMMARY,
        ),
        (
            "健康行动\n记者近日获悉，全国妇幼死亡率由2002年的43‰下降到2011年的26‰，有机构3036个，从业26.2万人。",
            DocumentKind.SUMMARY,
        ),
        (
            "多元化解促和谐\n来源：泾川县妇联 2026-01-22\n发挥妇联作用，化解家庭纠纷。整合巾帼宣讲力量，举办普法课堂50场。",
            DocumentKind.SUMMARY,
        ),
        ("泾川县妇联2022年工作亮点和2023年工作思路\n2022年，带动就业320人。", DocumentKind.SUMMARY),
        ("据介绍，就业人口中女性占45%，女企业家约占企业家总数的25%，妇女就业领域更广。", DocumentKind.SUMMARY),
    ],
)
def test_news_and_lists_of_tasks_are_told_apart(text: str, kind: DocumentKind) -> None:
    """What was done and what is to be done are told apart by title, opening and wording."""
    assert read_text(text).document.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "今天股市上涨3%，成交额1.2万亿元。分析师认为，明年将继续上涨5%。",
        "联赛今年共有20支球队。2025年将举办30场比赛。",
        "选好猪种30头。每天喂3次。",
    ],
)
def test_a_text_of_another_trade_is_placed_nowhere(text: str) -> None:
    """Figures are found in it, but no plan and no report; it stays unread and says so."""
    reading = read_text(text)
    assert (reading.document.kind, reading.plans, reading.reports) == (DocumentKind.OTHER, (), ())
    assert [note.code for note in reading.notes] == ["unknown-kind"]
    assert reading.unread


def test_entries_headed_by_federations_under_a_title_are_no_authors() -> None:
    """Three lines that are names of federations head entries; the first of them signs nothing."""
    text = (
        "工作亮点\n麻章区妇联\n办班8期，培训1200人。\n坡头区妇联\n办讲座22场，服务5000人。\n赤坎区妇联\n帮扶儿童64名。"
    )
    found = [str(one.organization) for one in read_text(text).observations]
    assert found == ["麻章区妇联"] * 2 + ["坡头区妇联"] * 2 + ["赤坎区妇联"]


def test_entries_that_open_with_a_year_of_history_are_read() -> None:
    """1905年 is no year of a report's."""
    text = "各市妇联\n长沙：1905年，办班5期。\n株洲：1905年，接访3件。\n湘潭：1905年，建站2个。"
    assert [(str(one.organization), one.year) for one in read_text(text).reports] == [
        ("长沙市妇联", None),
        ("株洲市妇联", None),
        ("湘潭市妇联", None),
    ]


def test_last_year_in_a_round_up_is_the_year_that_its_other_entries_name() -> None:
    """An entry that says 去年 and 今年 was written in the year after the one that the round-up tells of."""
    reading = read_text(
        "各市州妇联亮出2023年“成绩单”\n\n成都市妇联：\n2023年，成都市妇联举办讲座30场。2024年，将救助母亲40名。\n\n"
        "绵阳市妇联：\n2023年，绵阳市妇联举办讲座20场。\n\n凉山州妇联：\n去年，凉山州妇联办班50期。今年将扶持绣娘300人。"
    )
    assert [str(one.period) for one in reading.observations] == ["2023", "2024", "2023", "2023", "2024"]


def test_a_heading_with_another_unit_than_the_list_has_is_noted() -> None:
    """历城 is a district; 历城县 is read as a heading, its body is left open, and a note says which may be meant."""
    text = "各县\n历城县：办班5期。\n长清县：接访3件。\n章丘县：建站2个。\n平阴县：办班2期。"
    reading = read_text(text)
    assert len(reading.reports) == 4
    assert reading.reports[0].organization is None
    assert any(note.code == "ambiguous-place" and "历城县" in note.text for note in reading.notes)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("“巾帼健康”活动在武汉举行\n日前，活动在武汉举行。10年来，全国有机构300个，全国从业人员20万人。", "全国"),
        ("白石镇强化家庭教育促和谐\n创新机制。成立工作站，接受咨询20次，调解2件。", "白石镇"),
        (
            "欢迎访问郴州市妇女联合会网站!\n永兴县妇联工作总结\n永兴县妇联有干部5人。全县有村妇代会主任342人。",
            "永兴县妇联",
        ),
        (
            "基层动态\n您现在所在位置：\n首页 >> 工作动态\n白石镇强化家庭教育\n发布日期：2022-04-14\n接受咨询20次，调解2件。",
            "白石镇",
        ),
        (
            "您所在的位置：福建妇联新闻> 妇联要闻\n数字见证发展\n全国妇联全年募集资金7亿元，资助1.8万人次。全国妇联发放邮包9万个。",
            "全国妇联",
        ),
        ("连日来，张家川县干部下村，送去12万元。县妇联核定12名。我县已获拨付101万元，全县受益。", "张家川县"),
        ("自治区妇联在桂林举办交流活动\n广西的庭院受好评。全区妇联建庭院500户，全区妇女受益。", "广西"),
        ("潍坊经济技术开发区妇联总结\n2016年，区妇联办班24期。", "潍坊经济技术开发区妇联"),
        ("江州市第一人民医院妇委会总结\n我院现有女职工860人。", "江州市第一人民医院妇委会"),
        ("培训情况\n临江妇女干部学校（以下简称“我校”）是省妇联的学校。全年办班39期。", "临江妇女干部学校"),
        ("第八师一四三团妇联2020年工作总结\n2020年，团妇联办班16期。", "第八师一四三团妇联"),
        ("142团妇联2019年工作总结\n2019年，142团妇联办班12期。", "142团妇联"),
        (
            "省政府为民实事完成\n省委、省政府决定，对全省妇女免费检查。全市检查900人，兰州市承担900名，全市落实资金90万元。",
            "兰州市",
        ),
        ("云岭县志\n1957年，县妇联配干部6名。全县有妇女会员60人。云岭县民主妇女联合会成立于1949年。", "云岭县妇联"),
        ("杭州经验\n全县妇女走出桐庐县，我县培训妇女60人，为我县发展作出贡献。", "桐庐县"),
        (
            "巾帼示范村受表彰\n日前，福州市妇联等29家单位受到表彰。全省培训妇女90人，我省姐妹受益，在福建立足。",
            "福建省妇联",
        ),
        ("巧手致富\n走进洛河镇车间，全县加工户21户。我州姐妹受益，临夏州各级妇联开展活动，全州妇女参与。", "临夏州"),
    ],
)
def test_whose_text_it_is(text: str, body: str) -> None:
    """Where the nation met, a township in a title, a site's welcome, 我校, and regiments with numbers for names."""
    assert str(read_text(text).observations[0].organization) == body
