"""Names of places in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.reference.divisions import all_divisions, find_divisions
from fulian.text.places import find_places, narrow, resolve


def found(text: str) -> list[str]:
    """The names found in a text."""
    return [mention.text for mention in find_places(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("慈利县与武陵源区的妇联干部", ["慈利县", "武陵源区"]),
        ("到湖南省株洲市醴陵市考察", ["湖南省", "株洲市", "醴陵市"]),
        ("在宁波、温州各办一场", ["宁波", "温州"]),
        ("湘西土家族苗族自治州、湘西州、湘西", ["湘西土家族苗族自治州", "湘西州", "湘西"]),
        ("博州妇联和锡盟妇联签约", ["博州", "锡盟"]),
        ("科右中旗和阿左旗", ["科右中旗", "阿左旗"]),
        ("东营村妇代会", []),
        ("洛阳镇妇联、长沙乡镇、南京镇江", ["长沙", "南京", "镇江"]),
        ("长沙市民在长沙市场上", ["长沙", "长沙"]),
        ("长沙市民政局", ["长沙市"]),
        ("项目落户茶陵、炎陵等县", ["茶陵", "炎陵"]),
        ("湖南醴陵的瓷器", ["湖南", "醴陵"]),
        ("资阳妇联", ["资阳"]),
        ("益阳、资阳两地", ["益阳", "资阳"]),
        ("茶陵：干部下村", ["茶陵"]),
        ("#### 大理\n\n今年", ["大理"]),
        ("西安市新城区妇联", ["西安市", "新城区"]),
        ("安徽省和县妇联", ["安徽省", "和县"]),
        ("湖南省第十二次妇女代表大会", ["湖南省"]),
    ],
)
def test_places_are_found(text: str, names: list[str]) -> None:
    """Names with a suffix stand for themselves; short ones where something shows that they are places."""
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "和平与发展，东方文明，建设新城",
        "隆重庆祝，形成都市圈，日常德育，公益阳光",
        "创新乡村，确保定期，平安阳光，重大庆典，重大理论",
        "改造老城区，新建县级阵地，新城区建设",
        "来宾300人参加，为妇女办理安康保险",
        "各市和县都在行动",
        "资阳、和平、东方",
        "市、县、区三级",
        "",
    ],
)
def test_words_are_no_places(text: str) -> None:
    """What is a word, or arises across two words, is no place."""
    assert found(text) == []


def test_a_mention_stands_where_it_says() -> None:
    """Start and end give the name in the text, and the candidates come in code order."""
    text = "永定区和慈利县"
    for mention in find_places(text):
        assert text[mention.start : mention.end] == mention.text
        assert [one.code for one in mention.candidates] == sorted(one.code for one in mention.candidates)


@pytest.mark.parametrize(
    ("name", "year", "home", "code"),
    [
        ("永定区", 2020, "430800", "430802"),
        ("永定区", 2020, "430821", "430802"),
        ("永定区", 2020, "350000", "350803"),
        ("永定区", 2020, None, None),
        ("永定区", 2020, "330000", None),
        ("永定区", 2010, None, "430802"),
        ("长沙", 2020, None, "430100"),
        ("长沙县", 2020, None, "430121"),
        ("河北", 2020, None, "130000"),
        ("望城", 2010, "430100", "430122"),
        ("望城", 2014, "430100", "430112"),
        ("望城县", 2014, "430100", "430122"),
        ("慈利县", None, None, "430821"),
        ("资阳", 2020, "430900", "430902"),
    ],
)
def test_homonyms_are_settled_by_year_and_home(name: str, year: int | None, home: str | None, code: str | None) -> None:
    """A name means the division near the writer, in the year spoken of; where that leaves several, none."""
    [mention] = find_places(f"{name}妇联")
    settled = resolve(mention, year=year, home=home)
    assert (settled.code if settled else None) == code
    assert narrow(name, find_divisions(name), year=year, home=home) == settled


@given(
    st.sampled_from([one for one in all_divisions() if len(one.name) > 3]), st.sampled_from(["", "，", "在", "2019年"])
)
def test_every_full_name_is_found(division: object, before: str) -> None:
    """A full name of four characters or more is found after a stop, a word or a number."""
    name = getattr(division, "name", "")
    [mention] = find_places(f"{before}{name}，")
    assert mention.text == name
    assert division in mention.candidates


@given(st.text(st.sampled_from("长沙市县区省湖南、和平镇妇联资阳\n#：等XX"), max_size=60))
def test_mentions_do_not_overlap(text: str) -> None:
    """In any text the mentions stand in order, apart, and are what stands there."""
    end = 0
    for mention in find_places(text):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text
        end = mention.end
