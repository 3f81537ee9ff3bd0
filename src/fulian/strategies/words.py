"""Strategies for the words of the trade: names of places and programmes, headings, sentences.

The sentences are made from parts in the manner of published reports; none is taken from a document.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.strategies._arguments import check_bounds, check_flag, check_whole
from fulian.strategies._sharing import one_of

__all__ = ["headings", "instruments", "names", "paragraphs", "programmes", "sentences"]

_PROGRAMMES: Final = (
    "巾帼建功", "双学双比", "春蕾计划", "最美家庭", "平安家庭", "绿色家庭", "母亲水窖", "母亲健康快车", "母亲邮包",
    "巾帼文明岗", "三八红旗手", "巾帼志愿服务", "家庭教育大讲堂", "巾帼创业贷", "妇女之家提质",
)  # fmt: skip
_INSTRUMENTS: Final = (
    "中华人民共和国反家庭暴力法", "中华人民共和国妇女权益保障法", "中华人民共和国家庭教育促进法",
    "中国妇女发展纲要（2021—2030年）", "中国儿童发展纲要（2011—2020年）", "关于加强基层妇联组织建设的意见",
    "农村妇女两癌检查项目管理方案",
)  # fmt: skip
_HEADINGS: Final = (
    "强化思想引领", "服务乡村振兴", "维护妇女儿童合法权益", "促进妇女创业就业", "建设文明家庭", "关爱困境儿童",
    "深化妇联改革", "夯实基层基础", "提升妇女素质", "优化发展环境",
)  # fmt: skip
_NAMES: Final = ("李秀兰", "王玉梅", "张桂英", "欧阳慧", "阿依古丽", "石金花", "陈丽", "覃小红", "刘敏", "杨桂芝")
_DEEDS: Final = (
    ("举办招聘会", ("场", "次")), ("培训妇女骨干", ("名", "人", "人次")), ("建立妇女之家", ("个", "所")),
    ("救助困难母亲", ("名", "户", "人")), ("发放宣传资料", ("份", "册")), ("发放创业贷款", ("万元", "亿元", "笔")),
    ("调解家庭纠纷", ("件", "起")), ("免费检查妇女", ("人", "人次", "名")), ("表彰最美家庭", ("户", "个")),
    ("组建志愿服务队", ("支",)), ("开设家长课堂", ("期", "场", "课时")), ("群众满意率达到", ("%",)),
    ("服务覆盖面提高", ("个百分点",)), ("建成儿童乐园", ("处", "个")),
)  # fmt: skip
_OPENINGS: Final = (
    "全年",
    "一年来，全市",
    "上半年，各级妇联",
    "各县市区",
    "我县",
    "今后一年",
    "市妇联联合有关部门",
    "",
)
_CLOSINGS: Final = ("。", "，受到群众欢迎。", "，工作走在前列。", "，取得新进展。", "；其余事项按季度推进。")
_SURROGATES: Final[tuple[Literal["Cs"]]] = ("Cs",)
# What breaks naive code: characters beyond the first plane, combining marks, right-to-left text, joiners, leading signs
# that a spreadsheet takes for a formula, quotes and separators of every format, a no-break space, an ideographic one.
_NASTY: Final = (
    "𠮷", "𪚥家", "👩‍👧", "é", "ạ̈", "שלום", "مرحبا", "\u202e妇联\u202c", "\u200b", "=1+1", "+86", "-3",
    "@SUM(A1)", '"', "'", "\\", ",", ";", "\t", "\n", "\r\n", "\u2028", "\u00a0", "\u3000", "\ufeff", "---", "# ",
    ": ", "null", "true", "1.0", "~", "<a>&amp;", "%s", "{}", "\x7f", "\x00", "\x01", "\x1b", "\ufffe", "_x0041_",
    "‘’“”《》",
)  # fmt: skip


def _nasty_text() -> SearchStrategy[str]:
    pieces = st.one_of(st.sampled_from(_NASTY), st.text(st.characters(exclude_categories=_SURROGATES), max_size=6))
    return st.lists(pieces, min_size=1, max_size=4).map("".join)


def _filled(strategy: SearchStrategy[str]) -> SearchStrategy[str]:
    return strategy.filter(lambda text: bool(text) and not text.isspace())


def _either(pool: tuple[str, ...], nasty: bool) -> SearchStrategy[str]:  # noqa: FBT001 - private
    check_flag("nasty", nasty)
    return _made_either(pool, nasty)


@cache
def _made_either(pool: tuple[str, ...], nasty: bool) -> SearchStrategy[str]:  # noqa: FBT001 - private
    plain = st.sampled_from(pool)
    return st.one_of(plain, _filled(_nasty_text())) if nasty else plain


def names(*, nasty: bool = False) -> SearchStrategy[str]:
    """Draw names of persons (姓名).

    Args:
        nasty: Whether to draw also text that breaks naive code: astral characters, combining marks, right-to-left.

    Returns:
        A strategy for text that is not blank.

    Raises:
        InvalidArgument: `nasty` is no bool.

    Example:
        >>> from hypothesis import find
        >>> find(names(), lambda name: len(name) > 3)
        '阿依古丽'
    """
    return _either(_NAMES, nasty)


def programmes(*, nasty: bool = False) -> SearchStrategy[str]:
    """Draw names of programmes and campaigns (品牌活动), without quotation marks.

    Args:
        nasty: Whether to draw also text that breaks naive code.

    Returns:
        A strategy for text that is not blank.

    Raises:
        InvalidArgument: `nasty` is no bool.

    Example:
        >>> from hypothesis import find
        >>> find(programmes(), lambda name: "家庭" in name)
        '最美家庭'
    """
    return _either(_PROGRAMMES, nasty)


def instruments(*, nasty: bool = False) -> SearchStrategy[str]:
    """Draw titles of laws, outlines and papers (法规文件), without book-title marks.

    Args:
        nasty: Whether to draw also text that breaks naive code.

    Returns:
        A strategy for text that is not blank.

    Raises:
        InvalidArgument: `nasty` is no bool.

    Example:
        >>> from hypothesis import find
        >>> find(instruments(), lambda title: "纲要" in title)
        '中国妇女发展纲要（2021—2030年）'
    """
    return _either(_INSTRUMENTS, nasty)


def headings(*, nasty: bool = False) -> SearchStrategy[str]:
    """Draw headings of sections (小标题), without number.

    Args:
        nasty: Whether to draw also text that breaks naive code.

    Returns:
        A strategy for text that is not blank.

    Raises:
        InvalidArgument: `nasty` is no bool.

    Example:
        >>> from hypothesis import find
        >>> find(headings(), lambda heading: heading.startswith("关爱"))
        '关爱困境儿童'
    """
    return _either(_HEADINGS, nasty)


@st.composite
def _deeds(draw: st.DrawFn) -> str:
    deed, units = draw(one_of(_DEEDS))
    count = draw(st.integers(1, 100 if units[0] in "%个百分点" else 20_000))
    more = draw(one_of(("", "", "余"))) if count % 10 == 0 else ""
    return f"{draw(one_of(_OPENINGS))}{deed}{count}{more}{draw(one_of(units))}"


def sentences(*, nasty: bool = False) -> SearchStrategy[str]:
    """Draw sentences that tell of work done, each with one figure (工作语句).

    Args:
        nasty: Whether to draw also text that breaks naive code; such a sentence may have no figure.

    Returns:
        A strategy for text that is not blank.

    Raises:
        InvalidArgument: `nasty` is no bool.

    Example:
        >>> from hypothesis import given
        >>> @given(sentences())
        ... def holds(sentence):
        ...     assert any(char.isdigit() for char in sentence)
        >>> holds()
    """
    check_flag("nasty", nasty)
    return _made_sentences(nasty)


@cache
def _made_sentences(nasty: bool) -> SearchStrategy[str]:  # noqa: FBT001 - private
    plain = st.builds(str.__add__, _deeds(), st.sampled_from(_CLOSINGS))
    return st.one_of(plain, _filled(_nasty_text())) if nasty else plain


def paragraphs(*, min_sentences: int = 1, max_sentences: int = 4, nasty: bool = False) -> SearchStrategy[str]:
    """Draw paragraphs: some sentences in a row (段落文字).

    Args:
        min_sentences: The fewest sentences, at least 1.
        max_sentences: The most.
        nasty: Whether to draw also text that breaks naive code.

    Returns:
        A strategy for text that is not blank.

    Raises:
        InvalidArgument: A bound is no int from 1, or they are out of order.

    Example:
        >>> from hypothesis import given
        >>> @given(paragraphs(min_sentences=2))
        ... def holds(paragraph):
        ...     assert not paragraph.isspace()
        >>> holds()
    """
    check_whole("min_sentences", min_sentences, 1)
    check_whole("max_sentences", max_sentences, 1)
    check_bounds("min_sentences", min_sentences, "max_sentences", max_sentences)
    drawn = st.lists(sentences(nasty=nasty), min_size=min_sentences, max_size=max_sentences)
    return drawn.map("".join)
