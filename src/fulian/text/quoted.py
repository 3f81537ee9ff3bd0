"""Names in marks: programmes in “…” and instruments in 《…》."""

from __future__ import annotations

import re

from fulian.reference.fixed_phrases import fixed_phrases
from fulian.reference.work_areas import find_programme_words

__all__ = ["QuotedName", "find_instruments", "find_programmes"]

_LONGEST = 80
_INSTRUMENT = re.compile(f"《([^《》\n]{{1,{_LONGEST}}}(?:《[^《》\n]{{1,{_LONGEST}}}》[^《》\n]{{0,{_LONGEST}}})?)》")
_QUOTED = re.compile("“([^“”\n]{2,40})”")
# What a quoted name is called where it names a piece of work, and what a federation does with one.
_CALLED = (
    "行动|活动|计划|工程|项目|创建|主题|大赛|竞赛|培训|讲座|讲堂|课堂|沙龙|系列|品牌|平台|基地|车间|之家|工作室|示范|宣讲|巡讲|展演|征集|评选|寻找|联盟|服务队|志愿"
    "|家庭|岗|标兵|热线|公众号|大会|论坛|联谊|专场|招聘|救助|关爱|公益|模式|机制|工作法|称号|小组|学校|驿站|中心|仪式|比赛|测评|宣传|周|日|节|月"
)
_CALLED_AFTER = re.compile(f"[^“”，。；,;、]{{0,8}}?(?:{_CALLED})")
_CALLED_WITHIN = re.compile(_CALLED)
_TRADE = re.compile("巾帼|最美|春蕾|母亲|妈妈|姐妹|妇女|女性|儿童|家风|家教|娘家|她|湘女|半边天|木兰|玫瑰|花木兰")
_DONE_TO = re.compile(
    "(?:开展|实施|启动|推进|打造|举办|深化|组织|创建|参与|推行|落实|承办|唱响|以|建立|成立|开设|搭建|抓好|做好|持续|推动)[^“”，。；,;]{0,12}$"
)
# 四个意识, 五位一体, 三项服务: a formula that counts its parts names no piece of work; nor does 保姆式.
_PAPER = re.compile(".*(?<!通)(?<!汇)报|.*(?:杂志|周刊)")  # 《…晚报》 is a newspaper
_FORMULA = re.compile(
    "(?:[0-9.·]+|[一二三四五六七八九十两双0-9]+(?:个|大|项|条|种|类|位|好|型|化|率先).{0,6}|第?[一二三四五六七八九十]{1,3}五|[一二三四五六七八九十]{2}|.{1,6}式|.*[+].*|.{0,6}[,，].{0,4})"
)
_FORMULA_STARTS = frozenset("0123456789.·一二三四五六七八九十两双第")


class QuotedName:
    """A name in marks and its place (引号内名称).

    Attributes:
        start: The first character of the name, the mark not included.
        end: The character after its last.
        name: The name without its marks.

    Example:
        >>> [one] = find_instruments("出台《信访办法》。")
        >>> one.start, one.end, one.name
        (3, 7, '信访办法')
    """

    __slots__ = ("end", "name", "start")

    def __init__(self, start: int, end: int, name: str) -> None:
        self.start = start
        self.end = end
        self.name = name


def find_instruments(text: str) -> list[QuotedName]:
    """Find the laws, plans and papers named in book-title marks (查找法规文件).

    A title within a title (in 〈…〉 or 《…》) is part of the outer one. A mark that is never closed names nothing, and
    a newspaper is no instrument.

    Args:
        text: Running text.

    Returns:
        The names in order.

    Example:
        >>> [one.name for one in find_instruments("推动《实施〈反家庭暴力法〉办法》和《家庭教育促进条例》落实")]
        ['实施〈反家庭暴力法〉办法', '家庭教育促进条例']
    """
    return [
        QuotedName(match.start(1), match.end(1), match[1].strip())
        for match in _INSTRUMENT.finditer(text)
        if not _PAPER.fullmatch(match[1])
    ]


def find_programmes(text: str) -> list[QuotedName]:
    """Find the programmes and campaigns that a text names (查找活动品牌).

    A quoted name is one where it is called an activity (“…”活动), says so itself, uses the trade's words, or is what
    somebody carries out (实施“…”). Formulas that count their parts (“四个意识”) and fixed phrases (“两癌”) are none.
    The trade's best-known campaigns count without quotation marks too.

    Args:
        text: Running text.

    Returns:
        The names in order.

    Example:
        >>> [one.name for one in find_programmes("增强“四个意识”，深化“巾帼暖心”行动，实施春蕾计划，做好“两癌”检查")]
        ['巾帼暖心', '春蕾计划']
    """
    found = []
    plain = iter(find_programme_words(text))
    waiting = next(plain, None)
    for match in _QUOTED.finditer(text):
        start, end = match.span()
        while waiting is not None and waiting[0] < end:
            if waiting[0] < start:
                found.append(QuotedName(*waiting, text[waiting[0] : waiting[1]]))
            waiting = next(plain, None)
        if _names_work(text, match):
            found.append(QuotedName(start + 1, end - 1, match[1].strip()))
    if waiting is not None:
        found += [QuotedName(*bounds, text[bounds[0] : bounds[1]]) for bounds in (waiting, *plain)]
    return found


def _is_formula(name: str) -> bool:
    """Whether a quoted name is a formula; most names have none of a formula's signs."""
    may_be = name[0] in _FORMULA_STARTS or name[-1] == "式" or "+" in name or "," in name or "，" in name
    return may_be and _FORMULA.fullmatch(name) is not None


def _names_work(text: str, match: re.Match[str]) -> bool:
    name = match[1]
    if name in fixed_phrases() or _is_formula(name) or not name.strip():
        return False
    start, end = match.span()
    return bool(
        _TRADE.search(name)
        or (len(name) > 2 and _CALLED_WITHIN.search(name, 2))
        or _CALLED_AFTER.match(text, end, end + 14)
        or (len(name) > 2 and _DONE_TO.search(text, max(0, start - 18), start))
    )
