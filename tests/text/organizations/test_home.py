"""Whose report a text is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.text.organizations import name_the_body, unnamed_body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("醴陵市妇联2020年工作总结\n今年，全市培训妇女300人。", "醴陵市妇联"),
        ("工作总结\n全市培训妇女300人。\n株洲市妇联\n2016年12月20日", "株洲市妇联"),
        ("关于印发工作要点的通知\n各市州妇联：\n      湖 南 省 妇 联   \n2019年2月21日", "湖南省妇联"),
        ("盘点\n秭归县妇联用心用情。我县家庭获宜昌市表彰，湖北省妇联来我县调研。", "秭归县妇联"),
        ("株洲\n今年，市妇联办班3期。", "株洲市"),
        ("鼓楼区妇联2013年工作总结\n区妇联办班3期。福州市妇联来人。", "鼓楼区妇联"),
        ("城关区妇联办班3期，全区受益。", "城关区妇联"),
        ("光明新区妇联2016年工作总结\n新区妇联办班3期。", "光明新区妇联"),
        ("深圳市坪山新区妇联2016年工作总结\n办班3期。", "深圳市坪山新区妇联"),
        ("兰州新区妇联2020年工作总结\n办班3期。", "兰州新区妇联"),
        ("阳泉市城区妇联2020年工作总结\n全区受益，区妇联办班3期。", "阳泉市城区妇联"),
        ("2018年，湘西州妇联办班10期。\n2019年，湘西州妇联将再办5期。全州受益。", "湘西州妇联"),
        ("渔浦社区在镇党委领导下开展工作。我们社区现有妇女200人。", "渔浦社区"),
        ("2019年，青溪街道妇联在区妇联指导下开展工作，街道妇联办班3期。我街道妇女踊跃。", "青溪街道妇联"),
        ("总结\n县妇联办班。全县受益。在“平安慈利”建设中，慈利一中设点，慈利妇联行动。", "慈利县"),
        ("总结\nXX区妇联办班，全区受益。结合平安覃塘建设，在覃塘中学宣讲。", "覃塘区"),
    ],
)
def test_the_body_named_most_plainly(text: str, body: str) -> None:
    """Title, signature, self-reference and namesakes tell whose report it is."""
    assert str(name_the_body(text)) == body


@pytest.mark.parametrize(
    "text",
    [
        "",
        "社区妇女工作总结\n今年我们办班3期，社区妇联慰问老人。",
        "全市建成妇女之家30个。长沙、株洲、湘潭的同行来访。",
        "2016年，长沙市妇联办班。2016年，株洲市妇联办班。2016年，湘潭市妇联办班。",
        "XX区妇联办班，全区受益。区妇联到株洲学习。",
        "总结\n全区受益。《株洲晚报》报道，株洲女性网报道。",
    ],
)
def test_nobody_is_guessed(text: str) -> None:
    """Where no body is named, or several are, or the place is of another kind than the writer's, the answer is None."""
    assert name_the_body(text) is None


def test_a_named_federation_is_not_taken_for_an_unnamed_one() -> None:
    """长沙市妇联 ends like 市妇联; only where no city's name stands before it does a text speak of its own."""
    assert unnamed_body("2021年，长沙市妇联办班5期。株洲市妇联办班7期。") is None
    assert str(unnamed_body("2021年，在长沙市妇联支持下，县妇联办班5期，惠及全县。")) == "县妇联"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2021年，**县妇联办班5期，惠及全县。县妇联接访3件。", "**县妇联"),
        ("XX镇2021年妇女工作总结\n今年，镇妇联在全镇办班5期。", "XX镇妇联"),
        ("今年，##市妇联在全市办班5期。", "##市妇联"),
        ("今年，自治区妇联为我区妇女办班5期。", "自治区妇联"),
        ("今年，区妇联为我区妇女办班5期。某区域妇女受益。", "区妇联"),
    ],
)
def test_a_name_that_is_taken_out_stays_as_printed(text: str, name: str) -> None:
    """A text whose place is masked speaks for the body that it prints; an autonomous region is no district."""
    assert str(unnamed_body(text)) == name


def test_only_the_stretch_counts() -> None:
    """What stands outside the stretch is no evidence."""
    text = "长沙市妇联总结\n株洲市妇联总结\n"
    assert str(name_the_body(text, 8)) == "株洲市妇联"
    assert str(name_the_body(text, 0, 8)) == "长沙市妇联"


def test_published_documents(documents: Path) -> None:
    """The parts of a published collection name themselves somewhere; two of its samples do not."""
    text = (documents / "five-documents.txt").read_text(encoding="utf-8")
    parts = [match.start() for match in re.finditer("第[一二三四五]篇:", text)]
    samples = [match.end() for match in re.finditer("工作计划范文[123](?!\n.{0,3}你)", text)][-3:]
    ends = [*parts[1:], len(text)]
    named = [name_the_body(text, start, end) for start, end in zip(parts, ends, strict=True)]
    assert [str(one) for one in named[1:]] == ["张家界市妇联", "株洲市", "罗江县", "覃塘区"]
    sampled = [name_the_body(text, start, end) for start, end in zip(samples, [*samples[1:], parts[1]], strict=True)]
    assert [one and one.name for one in sampled] == [None, "西漾渔业社区", None]


@given(
    st.text(st.sampled_from("长沙市县区湖南省妇联我们社区平安建设中学晚报\n #，全"), max_size=80), st.integers(0, 40)
)
def test_any_stretch_gives_an_answer(text: str, start: int) -> None:
    """Any stretch of any text has an answer, the same each time."""
    assert name_the_body(text, start) == name_the_body(text, start)


@pytest.mark.parametrize("several", ["各市州", "各县区", "各县市区", "市州", "乡镇", "各乡镇", "各乡镇街道", "村社区"])
def test_several_bodies_are_none_of_them(several: str) -> None:
    """各市州妇联 are many: such a text is not that of a 州妇联 without a name."""
    assert unnamed_body(f"2021年{several}妇联工作情况\n{several}妇联办班5期，{several}妇联接访7件。") is None
