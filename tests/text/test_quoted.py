"""Names in quotation marks and in book-title marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fulian.text import quoted
from fulian.text.quoted import find_instruments, find_programmes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("落实《家庭教育促进法》", ["家庭教育促进法"]),
        ("推动《省实施〈反家庭暴力法〉办法》出台", ["省实施〈反家庭暴力法〉办法"]),
        ("印发《关于落实《妇女发展规划》的意见》", ["关于落实《妇女发展规划》的意见"]),
        ("《甲法》《乙条例》", ["甲法", "乙条例"]),
        ("左《开着", []),
        ("《今日晚报》报道", []),
    ],
)
def test_instruments(text: str, names: list[str]) -> None:
    """Titles are whole with the titles in them; an open mark and a newspaper name nothing."""
    assert [one.name for one in find_instruments(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("深化“巾帼暖心”行动", ["巾帼暖心"]),
        ("开展“下基层、听民声”活动", ["下基层、听民声"]),
        ("增强“四个意识”，坚定“四个自信”", []),
        ("做好“两癌”检查，庆祝“三八”", []),
        ("提供“保姆式”服务", []),
        ("亲情缺“慰”的问题", []),
        ("实施春蕾计划和母亲邮包", ["春蕾计划", "母亲邮包"]),
        ("命名“巾帼文明岗”", ["巾帼文明岗"]),
    ],
)
def test_programmes(text: str, names: list[str]) -> None:
    """Named work is told from formulas, fixed phrases and figures of speech."""
    assert [one.name for one in find_programmes(text)] == names


@given(st.text(alphabet="“”《》〈〉妇联活动行动春蕾计划\n，。", max_size=60))
def test_names_stand_where_they_say(text: str) -> None:
    """The characters at each place are the name's, in order, without overlap."""
    for names in (find_instruments(text), find_programmes(text)):
        assert all(text[one.start : one.end].strip() == one.name for one in names)
        assert all(one.end <= other.start for one, other in pairwise(names))


@given(st.from_regex(quoted._FORMULA, fullmatch=True))
def test_every_formula_has_a_sign_of_one(name: str) -> None:
    """The quick look at a quoted name misses no formula."""
    assert quoted._is_formula(name)
