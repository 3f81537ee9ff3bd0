"""Counties that the register does not have: by a name given up before it begins, or as a text prints it."""

from __future__ import annotations

import re

from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind

__all__ = ["unlisted_place"]

_OPENING = 600
# 双城县志, 双城县民主妇女联合会: a name of two or three characters where a name may begin.
_NAMED = re.compile(
    "(?:^|(?<=[\n《“（(，。、：:；;\u3000 省州盟区年由为在是]))(?P<name>[\u4e00-\u9fff]{2,3})(?P<unit>[县市旗])"
    "(?:(?P<annals>志)(?!愿)|(?:民主)?妇女联合会|妇联|妇儿工委|妇女发展|儿童发展|妇女儿童|人民政府|农村|20[0-9]{2}年)",
    re.MULTILINE,
)
# 各县妇联, 贫困县妇联, 本市妇联: a kind of county, or several.
_NO_NAME = re.compile(
    "[各全我本该两几多个每此外邻兄]|贫困|示范|试点|农业|山区|民族|革命|产粮|周边|部分|所有|其他|先进|关于|目前|近年|据|同时|随后|会|期间"
    "|邀请|会同|协同|走访|组织|配合|协助|根据|按照|支持|帮助|推荐|获得|荣获|通过|联合|加强|做好|推[进动]|开展|召开|参加|深入|走进|中共|年度|经济|国家|[省市县级大强的和与及等向对让使]$"
)
_TWICE = 2


def unlisted_place(title: str, text: str, unit: str | None) -> Organization | None:
    r"""Give the federation of a county that no register lists, by the name that its text prints (未列入区划表的县).

    Args:
        title: The document's title.
        text: Its text.
        unit: The kind of place that it is written in: 县, 市 or 旗.

    Returns:
        Its federation, without a code, where the title names it, or the text twice; None where nothing does, or
        several are named.

    Example:
        >>> str(unlisted_place("云岭县妇联总结", "我县培训妇女60人，云岭县受表彰。云岭县妇联", "县"))
        '云岭县妇联'
        >>> unlisted_place("工作总结", "各县妇联行动，贫困县妇联受助。", "县") is None
        True
    """
    if unit is None or unit not in "县市旗":
        return None
    in_title = _names(title, unit)
    names = in_title or _names(text[:_OPENING], unit)
    if len(set(names)) != 1 or (text.count(names[0]) < _TWICE):
        return None
    return Organization(
        name=f"{names[0]}妇女联合会",
        short_name=f"{names[0]}妇联",
        kind=OrganizationKind.FEDERATION,
        level=Level.COUNTY if unit != "市" else None,
    )


def _names(words: str, unit: str) -> list[str]:
    """The names of places of a kind in some words."""
    return [
        match["name"] + unit
        for match in _NAMED.finditer(words)
        if match["unit"] == unit and not _NO_NAME.search(match["name"])
    ]
