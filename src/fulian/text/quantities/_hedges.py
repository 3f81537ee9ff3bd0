"""How sure the words around a number are of it: 近, 约, 超过, 以上, 以内, 左右."""

from __future__ import annotations

import re
from typing import Final

from fulian.text.quantities._pattern import ROUND
from fulian.values.quantity import Qualifier

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_EXACT: Final = Qualifier.EXACT
_OVER: Final = Qualifier.OVER
_ABOUT: Final = Qualifier.ABOUT
_UNDER: Final = Qualifier.UNDER

_BEFORE: Final = (
    (
        Qualifier.OVER,
        (
            "(?:(?<!不)超过?|逾|突破|不少于|不低于|不小于|不下于?|高于|大于|多于|至少|最少|起码|[≥>＞]"
            "|(?<=[入值额数量模])过)[达为到]?[ ]?$"
        ),
    ),
    (
        Qualifier.UNDER,
        (
            "(?:(?<![最附临靠就远邻新])(?<!(?<!母|双)亲)近|接近|不足|不到|不超过?|不高于|不大于|不多于|低于|少于|小于|不满|未满|最多|至多"
            "|[≤<＜])[ ]?$"
        ),
    ),
    (Qualifier.ABOUT, "(?:大约|(?<![签预节解违契合条公])约|大概|约为|约有|约占|约达|估计)[ ]?$"),
)
BEFORE: Final = tuple((qualifier, re.compile(pattern)) for qualifier, pattern in _BEFORE)
_LONGEST_BEFORE: Final = 5  # characters: 不低于达, and a space
# How each ends; a space may stand behind any.
_ENDS_BEFORE: Final = {
    Qualifier.OVER: "超过逾破于下少码≥>＞达为到 ",
    Qualifier.UNDER: "近足到超过于满多≤<＜ ",
    Qualifier.ABOUT: "约概为有占达计 ",
}
_BEFORE_BY_END: Final = {
    end: tuple((qualifier, pattern) for qualifier, pattern in BEFORE if end in _ENDS_BEFORE[qualifier])
    for end in "".join(_ENDS_BEFORE.values())
}
AFTER: Final = {
    "以上": Qualifier.OVER,
    "之多": Qualifier.OVER,
    "以下": Qualifier.UNDER,
    "以内": Qualifier.UNDER,
    "之内": Qualifier.UNDER,
    "左右": Qualifier.ABOUT,
    "上下": Qualifier.ABOUT,
}
_BOUNDS: Final = {
    "或以上": Qualifier.OVER,
    "及以上": Qualifier.OVER,
    "或以下": Qualifier.UNDER,
    "及以下": Qualifier.UNDER,
}
_AFTER_STARTS: Final = frozenset("以之左上+＋余多或及")
# 至少开展4次: these hedge a number across its verb.
_ACROSS: Final = re.compile("(?:(?P<over>至少|最少(?!的)|起码)|(?:至多|最多(?!的)))[^，,。；;、0-9\n]{1,6}$")
_ABOUT_OF_A_WHOLE: Final = re.compile("约占[^，,。；;、0-9\n]{1,16}的[ ]?$")  # 约占干部总数的21%
# 低于15/10万的目标: a comparison with a mark, not a hedge.
_MARKS: Final = (
    "目标",
    *(
        f"的{mark}"
        for mark in ("目标", "要求", "标准", "平均", "规定", "指标", "国家", "全省", "全国", "规划", "任务", "省定")
    ),
)


def hedge(text: str, start: int, end: int, inside: Qualifier) -> Qualifier:
    """The hedge inside the number wins, then the one behind it, then the one before, then one across the verb."""
    if inside is not _EXACT:
        return inside
    following = text[end : end + 1]
    if following in _AFTER_STARTS:
        behind = AFTER.get(text[end : end + 2]) or _BOUNDS.get(text[end : end + 3])
        if behind is not None:
            return behind
        if following in "+＋余" or (following == "多" and text[end - 1] in "成倍岁吨斤元"):
            return _OVER
    reach = text[start - 10 : start] if start >= 10 else text[:start]
    last = reach[-1:]
    for qualifier, pattern in _BEFORE_BY_END.get(last, ()):
        if pattern.search(reach, len(reach) - _LONGEST_BEFORE):
            return _EXACT if last in "于过" and text.startswith(_MARKS, end) else qualifier
    if last in "上过超破" and last and text[start] in ROUND:  # 上百名, 过万人
        return _OVER
    if last == "的" and _ABOUT_OF_A_WHOLE.search(text, max(0, start - 24), start):
        return _ABOUT
    if "少" in reach or "多" in reach or "码" in reach:
        across = _ACROSS.search(reach)
        if across:
            return _OVER if across["over"] else _UNDER
    return _EXACT
