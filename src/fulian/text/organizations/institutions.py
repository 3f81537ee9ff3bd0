"""Bodies of another kind that report for themselves: a university's women's committee, an association, a firm."""

from __future__ import annotations

import re

from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.text.places import find_places

__all__ = ["called_our_own", "name_the_institution"]

_HAN = "\u4e00-\u9fff"
_OPENING = 150  # a report names its author in its first sentence
_INSTITUTION = (
    "大学|学院|学校|中学|小学|幼儿园|医院|保健院|公司|集团|银行|税务局|供电局|铁路局|法院|检察院|总工会"
    "|协会|商会|联谊会|促进会|基金会|研究会"
)
_ORGAN = "分?妇委会|妇女(?:工作)?委员会|(?:工会)?女教?职工(?:工作)?委员会|(?:工会)?女工委(?:员会)?"
# Where a sentence or a clause begins, perhaps behind 本报讯 or a day.
_NAME = re.compile(
    rf"(?:^|[\n。，,：:、 ）)日])(?P<name>(?P<house>[{_HAN}]{{1,16}}?(?:{_INSTITUTION}))(?P<organ>{_ORGAN})?)"
    "(?![部党院系班级副会主理成])"
)
# 临江妇女干部学校（以下简称“我校”）: it says whose text it is.
_CALLS_ITSELF = re.compile(
    rf"(?:^|[\n。，,：:、 ）)日])(?P<house>[{_HAN}]{{2,16}}(?:{_INSTITUTION}|中心|俱乐部))"
    r"[（(]以下简称[：:]?[“\"]?[我本][校院会司行中所][”\"]?"
)
_FIRST_PAGE = 600
_FOUNDATIONS = (("中国妇女发展基金会", "中国妇基会"), ("中国儿童少年基金会", "中国儿基会"))
_OFTEN = 3  # a gift from them is told of once or twice
_NO_NAME = re.compile(
    "[的了在将为与和及被把从到由有是使让对各全两我本该]|(?<!第)一|推[动进]|走进|开展|举办|组织|召开|深入|联合|关爱|弘扬|发展"
)
_OWN = re.compile(
    "我[校院司行局会]|本[校院会行]|全[校院]|[校院]妇(?:女)?委|协会(?:成立|现有|会员)|会员(?:单位|企业)?[0-9]"
)
_ACTS = re.compile("(?:联合[^，。]{2,20})?(?:发布|召开|举行|通报|共?审结|共?审理|共?受理|签订|开展)")
_ASSOCIATIONS = ("协会", "商会", "联谊会", "促进会", "基金会", "研究会")


def called_our_own(text: str) -> Organization | None:
    """Tell which institution a text says to be its own, in brackets behind the name (判定自称单位).

    Args:
        text: The title and the text, in lines.

    Returns:
        The school, centre or association that is 以下简称“我校” in the first lines; None where none is.

    Example:
        >>> str(called_our_own("临江妇女干部学校（以下简称“我校”）办班39期。"))
        '临江妇女干部学校'
        >>> called_our_own("临江市妇女发展规划（以下简称《规划》）印发。") is None
        True
    """
    found = _CALLS_ITSELF.search(text, 0, _FIRST_PAGE) if "简称" in text else None
    if found is None or _NO_NAME.search(found["house"]):
        return None
    return Organization(name=found["house"], kind=OrganizationKind.OTHER)


def _acts(text: str, end: int) -> bool:
    """津南区人民法院发布白皮书: it did what the text tells."""
    return text[end - 1] in "院会" and _ACTS.match(text, end) is not None


def name_the_institution(text: str) -> Organization | None:
    r"""Tell which institution a text speaks for, where it speaks for none of the federations (判定单位).

    Args:
        text: The title and the text, in lines.

    Returns:
        A university, a hospital, a firm or an association, or the women's committee of one, that a sentence near the
        beginning opens with, where the text says 我校, 我会, 协会会员 or the like, or names a women's committee; else
        None.

    Example:
        >>> str(name_the_institution("临江理工大学妇委会年度总结\n我校现有女教职工320人。"))
        '临江理工大学妇委会'
        >>> name_the_institution("全县有女企业家协会会员320人。") is None
        True
    """
    for match in _NAME.finditer(text, 0, _OPENING):
        name, house = match["name"], match["house"]
        if _NO_NAME.search(house) or not (match["organ"] or _acts(text, match.end()) or _OWN.search(text)):
            continue
        if match["organ"] is None and not find_places(house) and text.count(house) < 2:
            continue
        kind = OrganizationKind.OTHER
        if match["organ"]:
            kind = OrganizationKind.WOMENS_COMMITTEE
        elif house.endswith(_ASSOCIATIONS):
            kind = OrganizationKind.ASSOCIATION
        return Organization(name=name, kind=kind)
    return _national_foundation(text)


def _national_foundation(text: str) -> Organization | None:
    """One of the two foundations of the national federation, where a text tells of it often: it speaks for itself."""
    for name, short in _FOUNDATIONS:
        if name in text and text.count(name) + text.count(short) >= _OFTEN:
            return Organization(name=name, short_name=short, kind=OrganizationKind.ASSOCIATION, level=Level.NATIONAL)
    return None
