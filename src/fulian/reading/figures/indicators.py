"""Which indicator of the catalogue a figure is, from what its label and unit say; none unless that is sure.

A label is an entry's when, after words are dropped that do not change what is counted, nothing is left over. So a word
that narrows or widens (农村, 省级, 新建) keeps a figure out of an entry that does not have it, and a word nobody has
thought of keeps it out as well: a figure without an indicator is a gap, one with a wrong indicator is an error.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from fulian.model.indicator import IndicatorKind
from fulian.model.observation import Status
from fulian.reference.indicators import CatalogueEntry, catalogue, expand_wording

__all__ = ["match_indicator"]

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_CHANGE: Final = Status.CHANGE
_CONDITION: Final = Status.CONDITION

_NAMED: Final = Decimal(1)
_WORDED: Final = Decimal("0.9")
_TOTAL_UNSURE: Final = Decimal("0.8")
_VAGUE: Final = Decimal("0.7")

# Units that say the same of what is counted. 人次, 件次 and 户次 are not among them: they count times, not heads.
_SAME_UNIT: Final = {
    **dict.fromkeys(("名", "位"), "人"),
    **dict.fromkeys(("场次",), "场"),
    **dict.fromkeys(("起", "宗"), "件"),
    **dict.fromkeys(("元钱", "块钱"), "元"),
    **dict.fromkeys(("个百分点",), "百分点"),
    **dict.fromkeys(("‰", "/万", "/10万", "1/10万", "/千"), "%"),
}
_LONGEST: Final = 80  # code points; longer labels are sentences
_RATIO_TO_100: Final = "女=100"  # a sex ratio is as often printed bare

# Marks and particles that a label may have or not have: what is counted stays the same.
_SILENT: Final = str.maketrans(
    "０１２３４５６７８９—－～~",
    "0123456789----",
    " \u3000\u00a0\n\r\t“”‘’\"'「」『』《》〈〉（）()[]【】〔〕、和与及的了",
)
_SILENT_WORDS: Final = re.compile("以及|免费|其(?=中)")
_AGES: Final = {"三岁": "3岁", "五岁": "5岁", "七岁": "7岁", "十六岁": "16岁", "十六周岁": "16周岁"}

_DEEDS: Final = {
    "hold": ("组织开展 联合举办 联合开展 组织举办 集中开展 举办 开展 组织 召开 举行 开办 主办 承办 共举办 共开展"),
    "build": (
        "创建 建立 建成 成立 组建 设立 打造 培育 建设 创办 兴建 开办 认定 挂牌 扶持 发展 培植 培树 培养 开设 修建 "
        "援建 捐建 招募 选聘"
    ),
    "honour": (
        "评选表彰 评选命名 评选出 推选出 表彰 评选 命名 授予 选树 推选 评出 涌现出 涌现 获评 荣获 获得 获 创建 培树 "
        "寻找 评定 认定 被评为 评为 当选 入选"
    ),
    "give": "发放 送出 发送 赠送 捐赠 送去 派发",
    "handle": ("接待受理 受理接待 接待处理 受理处理 成功调解 调解处理 接待 受理 处理 办理 调解 调处 化解 接到 接访"),
    "have": "现有 共有 已有 建有 设有 拥有 有 配有 现共有 总共有 配备",
}
_PLAIN_WORDS: Final = (
    "截至目前 到目前为止 截至年底 至年底 到年底 目前 至今 今年以来 全年 今年 去年 当年 本年 本年度 年内 上半年 下半年 "
    "近年来 一年来 年初以来 期间 现 已经 已 共计 合计 总计 总共 共 均 都 先后 还 又 再 仅 约 达到 达 "
    "各县市区 各市县 各区县 各市州 各地 辖区内 辖区 城乡 "
    "积极 大力 成功 扎实 认真 广泛 深入 持续 精心 共同 联合 主动 分别 "
    "各级各类 各类 各种 各项 各级 系列 "
    "全年累计 今年累计 年内累计 本年累计"
)
_AREA: Final = "(?:全|我|本|该)[省市县区州镇乡村旗盟会]"
_BODY: Final = (
    "(?:各级|全[省市县区州]|[省市县区州]{1,3}|我)?妇联(?:组织|系统|干部)?"
    "(?=[举开组召建创成设打培表评命授选推发送接受处办调化共累已有])"
)
# 市人大, 第五届政协: the level and the term are the body's and the period's business
_OWN_BODY: Final = "[省市县区州](?=第|人大代表|人大常委|政协|党代|政府|委工作)|第[一二三四五六七八九十百0-9]{1,4}[届次]"
_JOINTLY: Final = "联合[^举开组召]{2,16}?(?=举办|开展|组织|召开|举行)"

_CLOSERS: Final = {
    "%": re.compile("(?:所占比例|比例|比重|占比|百分比|总数|总人数)$"),
    "元": re.compile("(?:总金额|金额|总额|资金|额度|总计|共计)$"),
    "人": re.compile("(?:总人数|人数|总数|数量|数|规模)$"),
    "人次": re.compile("(?:总人次|人次|人次数|人数)$"),
    "场": re.compile("(?:活动场次|活动次数|场次|场数|次数|活动|数量)$"),
    "件": re.compile("(?:总件数|件数|总数|总量|数量|案件)$"),
    "户": re.compile("(?:总户数|户数|总数|数量|数)$"),
}
_CLOSERS_ELSEWHERE: Final = re.compile("(?:总数量|总数|数量|个数|期数|份数|次数|数)$")


class _Fit(NamedTuple):
    """An entry that some words stand for, in some unit.

    `told` is how sure the words are behind a deed (现有, 评选), `alone` how sure without one; None for not at all.
    """

    code: str
    told: Decimal
    alone: Decimal | None


def match_indicator(label: str, unit: str, status: Status) -> tuple[str, Decimal] | None:
    """Tell which indicator of the catalogue a figure is (对应指标), if that is sure.

    Args:
        label: What was counted, in the document's own words.
        unit: The unit as written, without a multiplier; may be empty.
        status: The figure's standing.

    Returns:
        The code and how sure it is; None where the figure is a change or a condition, where the unit counts something
        else (persons are not person-times, contracts are not yuan), or where words are left over that no rule knows.
        The certainty is

        - 1: the label is the entry's name or one of its aliases, word for word;
        - 0.9: it is one of the entry's wordings, or words were dropped that say nothing of what is counted (全市, 举办,
          受理, a closing 人数);
        - 0.8: the same, but it may be another total than the entry's: a stock told as made (建立, 评选: this year's
          alone?) or a flow told as 累计 (more years'?);
        - 0.7: the words leave something unsaid: that those who found work are women, or, where heads are counted by a
          bare noun (女公务员), that these are all there are.

    Source:
        The rules and the levels are ours; the wordings are in the catalogue.

    Example:
        >>> from fulian.model.observation import Status
        >>> match_indicator("全市孕产妇死亡率", "/10万", Status.ACTUAL)
        ('HEA_MMR', Decimal('0.9'))
        >>> match_indicator("举办女性专场招聘会", "场", Status.TARGET)
        ('ECO_JOB_FAIRS', Decimal('0.9'))
        >>> match_indicator("流动人口住院分娩率", "%", Status.ACTUAL) is None
        True
    """
    if status is _CHANGE or status is _CONDITION:
        return None
    return _match(label, unit)


@lru_cache(maxsize=16384)
def _match(label: str, unit: str) -> tuple[str, Decimal] | None:
    family = _SAME_UNIT.get(unit, unit)
    fits = _fits().get(family)
    if fits is None:
        return None
    if len(label) > _LONGEST:
        return None
    rest = _plain(label)
    closers = _CLOSERS.get(family, _CLOSERS_ELSEWHERE)
    dropped: list[str] = []
    while rest:
        fit = _fit(rest, fits, closers)
        if fit is not None:
            return _judge(fit, dropped)
        opener = _openers().match(rest)
        if opener is None:
            return None
        dropped.append(opener.group())
        rest = rest[opener.end() :]
    return None


def _fit(words: str, fits: dict[str, _Fit], closers: re.Pattern[str]) -> _Fit | None:
    """The entry that the words stand for, with or without what closes them."""
    fit = fits.get(words)
    if fit is None:
        closer = closers.search(words)
        fit = fits.get(words[: closer.start()]) if closer else None
        fit = fit and _Fit(fit.code, min(fit.told, _WORDED), fit.alone and min(fit.alone, _WORDED))
    return fit


def _judge(fit: _Fit, dropped: list[str]) -> tuple[str, Decimal] | None:
    """Whether the words dropped before a name leave its entry what it is, and how sure."""
    entry = catalogue()[fit.code]
    certainty = _NAMED if not dropped else _WORDED
    told = False
    for words in dropped:
        if words == "累计" and entry.indicator.kind is IndicatorKind.FLOW:
            certainty = _TOTAL_UNSURE
        deeds = _deeds().get(words)
        if deeds is None:
            continue
        allowed = deeds & entry.deeds
        if not allowed:
            return None
        told = True
        if entry.indicator.kind is IndicatorKind.STOCK and "have" not in allowed:
            certainty = _TOTAL_UNSURE
    # 全市三八红旗手 may be the city's own title or all titles in the city.
    if dropped and "honour" in entry.deeds and _area().fullmatch(dropped[-1]):
        return None
    sure = fit.told if told else fit.alone
    return None if sure is None else (fit.code, min(sure, certainty))


def _plain(words: str) -> str:
    """Words without the marks that make no difference, and with one word for one thing."""
    words = _SILENT_WORDS.sub("", words).translate(_SILENT).upper().replace("女性", "妇女")
    if "乳腺癌" in words:
        words = words.replace("宫颈癌乳腺癌", "两癌").replace("乳腺癌宫颈癌", "两癌")
    if "岁" in words:
        for chinese, digits in _AGES.items():
            words = words.replace(chinese, digits)
    if "占全" in words:
        words = _whole_area().sub("占", words)
    return words


@cache
def _area() -> re.Pattern[str]:
    return re.compile(_AREA)


@cache
def _whole_area() -> re.Pattern[str]:
    return re.compile("占全[国省市县区州]")


@cache
def _deeds() -> dict[str, frozenset[str]]:
    """The kinds of each verb: 创建 builds and honours."""
    kinds: dict[str, set[str]] = {}
    for kind, verbs in _DEEDS.items():
        for verb in verbs.split():
            kinds.setdefault(verb, set()).add(kind)
    return {verb: frozenset(of) for verb, of in kinds.items()}


@cache
def _openers() -> re.Pattern[str]:
    words = sorted({*_deeds(), *_PLAIN_WORDS.split(), "累计"}, key=len, reverse=True)
    return re.compile(f"{_AREA}|{_BODY}|{_OWN_BODY}|{_JOINTLY}|{'|'.join(words)}")


@cache
def _fits() -> dict[str, dict[str, _Fit]]:
    """What the catalogue's words stand for, by unit, then by words."""
    fits: dict[str, dict[str, _Fit]] = {}
    shorter: list[tuple[str, str, _Fit]] = []
    for entry in catalogue().values():
        texts = _texts(entry)
        for unit in _units(entry):
            known = fits.setdefault(unit, {})
            closers = _CLOSERS.get(unit, _CLOSERS_ELSEWHERE)
            noun_only = unit == "人" and bool(entry.deeds)
            for text, certainty in texts.items():
                total = closers.search(text)
                alone = _of_heads(entry, certainty) if noun_only and total is None else certainty
                known.setdefault(text, _Fit(entry.indicator.code, certainty, alone))
                if total and certainty == _NAMED:
                    alone = _of_heads(entry, _NAMED) if noun_only else _WORDED
                    shorter.append((unit, text[: total.start()], _Fit(entry.indicator.code, _WORDED, alone)))
    for unit, text, fit in shorter:
        fits[unit].setdefault(text, fit)
    return fits


def _of_heads(entry: CatalogueEntry, certainty: Decimal) -> Decimal | None:
    """How sure a bare noun is that counts heads: all there are, or those who took part in something?

    What statistics count is mostly stated as a total (女公务员); whom only the federations count (巾帼志愿者) mostly
    took part, unless the wording itself says more (实名注册的巾帼志愿者).
    """
    if certainty == _NAMED and entry.indicator.basis == ("ACWF",):
        return None
    return min(certainty, _VAGUE)


def _texts(entry: CatalogueEntry) -> dict[str, Decimal]:
    """All that an entry is called, and how sure each makes it."""
    texts = {_plain(text): _NAMED for text in (entry.indicator.name, *entry.indicator.aliases)}
    for patterns, certainty in ((entry.wordings, _WORDED), (entry.vague_wordings, _VAGUE)):
        for pattern in patterns:
            for text in expand_wording(pattern):
                texts.setdefault(text, certainty)
    return texts


def _units(entry: CatalogueEntry) -> set[str]:
    """The units that fit an entry, one for each family, multipliers taken off: 万元 is 元."""
    units = {one.lstrip("千万亿") for one in (entry.indicator.unit, *entry.indicator.usual_units)}
    if _RATIO_TO_100 in units:
        units.add("")
    return {_SAME_UNIT.get(one, one) for one in units}
