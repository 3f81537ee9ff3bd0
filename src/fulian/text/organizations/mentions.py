"""Bodies and areas in running text: where they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from fulian.text._place_scanner import Hit, scan_places
from fulian.text.organizations._mention import BodyForm, BodyMention
from fulian.text.organizations._place import masked_stretches
from fulian.values.unchecked import unchecked

__all__ = ["Named", "find_bodies", "find_named"]

_HAN = "\u4e00-\u9fff"
_mention = unchecked(BodyMention)


# Where a body or an area begins and ends, and how it is named: found by the thousand, so a bare tuple.
_Stretch: TypeAlias = tuple[int, int, BodyForm]

_START = itemgetter(0)
_TITLE = re.compile("《[^《》\n]{1,80}》")
# Two patterns, since the search is quick for one first character only.
_HEADS = (
    re.compile(
        f"妇(?<=[{_HAN}].)(?:联|女联合会|女儿童工作委员会|儿工委|女工作委员会|工委|女委员会|委会|代会|女代表会)"
    ),
    re.compile("女(?:职工委员会|工委)"),
)
_FEDERATIONS = frozenset({"妇联", "妇女联合会"})
_WITH_OFFICES = frozenset({"妇儿工委", "妇女儿童工作委员会"})
_CONGRESSES = frozenset({"妇代会", "妇女代表会"})
_ORGANS = re.compile("(?:直属机关|直机关|直)$")
_OFFICE = re.compile("办公室|办(?![理好事公成法])")
_DEPARTMENT = re.compile(
    "办公室|组织联络部|组织部|宣传部|宣教部|(?:妇女)?(?:城乡)?发展部|权益部|维权部|家庭和儿童工作部|家庭儿童部|家儿部|儿童工作部|"
    "儿童部|机关党委|人事部|联络部|研究室|计财部|城乡部|(?:妇女)?发展科|权益科|维权科|综合部|家庭(?:与|和)儿童工作科"
)
_DEPARTMENT_FIRSTS = frozenset("办组宣妇城发权维家儿机人联研计综")
_OWNER = re.compile(
    "(?=[中全国各上下基县市区州乡村我本该自省盟旗镇街社])"  # the firsts: most places are turned away at once
    "(?:中华全国|全国|国务院|"
    "(?P<several>各级|上级|下级|基层|各地|(?:各|全市|全省|全县|全区)?(?:县市区|市县区|县区|区县|市州|州市|县市|乡镇|村居|县乡|市县))|"
    "(?P<relative>(?:我们|[我本该])?(?:自治区|自治州|省|市|州|盟|县|区|旗|镇|乡|街道|街|村|社区)(?:直属机关|直机关|直)?)(?:人民政府|政府)?|"
    "(?P<self>[我本]))$"
)
_ORGANS_ENDS = frozenset("关直")
_UNITS = frozenset("省市州盟县区旗镇乡村")
_OWNER_ENDS = frozenset("国院级层地区市州县居镇省盟旗乡道街村关直府我本")
# What is no area: 安全省, 日本县; 全市场, 全国性.
_RELATIVE_AREAS = tuple(
    re.compile(
        f"{first}(?:自治[区州]|[省市州县区镇乡村旗盟国]|街道|社区|们(?:[市县区镇乡村]|街道|社区))"
        "(?!(?<=区)[域间块]|(?<=市)[场民值]|(?<=乡)[镇村]|(?<=村)[民委支居镇]|(?<=国)[性级]|(?<=镇)村)"
    )
    for first in ("全(?<![安健完齐保].)", "我", "本(?<![日基根资成书样].)", "该")
)
_SEVERAL = re.compile("各(?:县市区|市县区|县区|区县|市州|州市|县市|乡镇|村居|村)")
_SELF = re.compile("我(?<![\u4e00-\u9fff]我)会")
# What no township's or village's name ends with: 农村, 各乡, 示范村, 在社区.
_NO_END = "的各每全本我该个些县型性化级类多农城乡集下强范"
_NAMED_BEFORE = f"(?<![{_NO_END}在们进以让等是].)(?<=[{_HAN}].)"
# One pattern for each first character, which a search is quick to find. 村民, 乡亲 and 镇区 are others.
_LOW = tuple(
    re.compile(f"{first}{_NAMED_BEFORE}{rest}")
    for first, rest in (
        ("镇", "(?![村区街])"),
        ("村", "(?![民委级居支里口庄落镇干规两集容组务头官])"),
        ("乡", "(?![村镇亲土情风里])"),
        ("街", "道"),
        ("社", "区"),
        ("新(?<!高.)", "区"),
    )
)
# 黔城镇妇联: 城镇 are towns, but before its own federation or office it is the end of a name.
_TOWN = re.compile(f"镇(?<=[{_HAN}]城.)(?<![各县农全小大乡老新在]城.)(?=妇联|妇女|党委|政府|人民|[12][09][0-9]{{2}}年)")
# 一四三团, 142团: a regiment of the Xinjiang corps has a number for its name. 团结, 团体 and 团队 are others.
_REGIMENT = re.compile(
    "团(?<=[0-9一二三四五六七八九〇零十][0-9一二三四五六七八九〇零十].)(?=妇|场|[党机]委|[^\\u4e00-\\u9fff])"
)
_CORPS_NAME = re.compile("(?:第[一二三四五六七八九十]{1,3}师)?[0-9一二三四五六七八九〇零十]{2,4}团$")
_LONGEST_CORPS_NAME = 10
_ZONE = re.compile("区(?<=开发.|高新.|经开.|管理.)")  # a word of three characters, found by its last
# What may stand before the name of a township or village: anything but Chinese, or one of these.
_EDGE = frozenset("年月日在到从自向对为是与和及由把将等于的了有入进赴往们个往访至住给让请带与或以经被即如以其该如")
_HE = "共太永义保泰仁协祥中天平安顺"  # 共和, 太和, 永和 are names
_BEFORE_HE = frozenset(_HE)
# What is no name of a village or a community: a description of one, a count, or the verb that stands before one.
_NO_NAME = re.compile(
    f".{{0,6}}返乡|.{{1,8}}和(?<![{_HE}]和)|.{{0,8}}(?:[的各每全本我该个些县]|[{_NO_END}]$)|(?:农|城|乡|集|新|老|小城|新农|大|小|两|几|包|驻|[向进入]?居)$|[乡半]"
    "|无|和[谐美睦]|嘎查|苏木|百.{1,2}[千万]|农村|农业|城市|城乡|城区|行政|自然|文明|平安|特色|中心|街道|美丽|幸福|绿色|部分|重点|广大|妇女|儿童|居民|试点|示范|贫困|边远|偏远|周边"
    "|其他|任何|优秀|先进|戒毒|新型|民主|数字|智慧|移民|空心|国家|所在|居住|老旧|学校|家庭|企业|单位|机关|院校|园区|网络|虚拟|基层|辖区"
    "|新增|返|回乡|下乡|离乡|选举|产生|当选|推选|换届|召开|加强|切实|落实|成立|举行|举办|推进|推动|推广|深化|带动|组织|引导|宣传|服务|打造|参与|覆盖|走访|联系|指导|支持|关爱|治理"
    "|振兴|管理|创建|建设|建立|建成|开展|选派|选择|评选|促进|帮扶|帮助|扶持|完善|健全|构建|提升|发动|做好|抓好|实施|结合|依托|通过|围绕|扩大|拓展"
    "|延伸|选取|确定|命名|授予|培育|培养|培训|树立|整合|利用|动员|号召|鼓励|要求|协助|配合|联合|争取|启动|表彰|慰问|看望|调研|检查|督促"
    "|共建|新建|合建|自建|整建|改建|扩建|修建|续建|配备|配齐|选配|实现|选出|增补|改选|现有|已有|共有|吸纳|辐射|惠及|涉及|全部|多数|各类"
)
_NO_PART_OF_A_NAME = frozenset(
    (
        *("目前", "近日", "日前", "现在", "其中", "截至", "本次", "此次", "昨日", "今日", "同时", "年来"),
        *("总结", "回顾", "部署", "听取", "汇报", "代表"),
    )
)
_INSTITUTION = re.compile(
    "[^\\W0-9A-Za-z的了在将对向为与和及被把从到由有是已共等举办开展建创设组增投发成推培完争获帮提实落召筹募救助慰走启邀率通过打着]"
    "{0,7}?(?:晚报|日报|时报|早报|女报|女性网|新闻网|电视台|电台|大学|学院|职院|学校|中学|小学|幼儿园|医院|保健院|法院|检察院|公安"
    "|公司|集团|银行|合作社|协会|基金会|商会|联谊会|促进会|研究会|活动中心|局|厅|路(?![径线])|大道|机场|频道)"
)


def find_bodies(text: str) -> list[BodyMention]:
    """Find the bodies and areas that running text speaks of (识别机构与地区).

    Federations and their departments, committees, relative names (市妇联, 我会, 全市, 我县), several at once
    (各级妇联, 各县市区), listed places (慈利县, 宁波) and places below the county (西漾渔业社区, 万安镇景乐社区). A
    place that only begins the name of a paper, a school or an office (株洲晚报, 慈利县人民医院) is left out.

    Args:
        text: Any text.

    Returns:
        The mentions in text order, none overlapping another; may be empty.

    Example:
        >>> for mention in find_bodies("株洲市妇联深入白石镇长岭村，全市9个县市区妇联都已行动，县妇儿工委办牵头。"):
        ...     print(mention.start, mention.text, mention.form)
        0 株洲市妇联 federation
        7 白石镇长岭村 community
        14 全市 relative-area
        18 县市区妇联 several
        28 县妇儿工委办 relative-committee
    """
    return find_named(text).bodies


class Named(NamedTuple):
    r"""The places and bodies that a text names (文中地名与机构), found once for all who ask.

    Attributes:
        places: The listed places, in the order of the text.
        bodies: The bodies and areas, in the order of the text; no two overlap.

    Example:
        >>> named = find_named("慈利县妇联办班。\n宁波市妇联接访。")
        >>> [(one.start, one.text) for one in named.within(9, 17).bodies]
        [(0, '宁波市妇联')]
    """

    places: list[Hit]
    bodies: list[BodyMention]

    def within(self, start: int, end: int) -> Named:
        """Give those that lie in a stretch, counted from its first character.

        Args:
            start: The stretch's first character.
            end: The character after its last.

        Returns:
            The places and bodies, in order.
        """
        last = max(self.places[-1][1] if self.places else 0, self.bodies[-1].end if self.bodies else 0)
        if start == 0 and last <= end:
            return self
        places = self.places[bisect_left(self.places, (start, 0, "")) : bisect_left(self.places, (end, 0, ""))]
        bodies = self.bodies[bisect_left(self.bodies, start, key=_start) : bisect_left(self.bodies, end, key=_start)]
        return Named(
            [(first - start, last - start, name) for first, last, name in places if last <= end],
            [
                _mention(
                    start=one.start - start, end=one.end - start, text=one.text, form=one.form, in_title=one.in_title
                )
                for one in bodies
                if one.end <= end
            ],
        )


def _start(one: BodyMention) -> int:
    return one.start


def find_named(text: str) -> Named:
    """Find the places and bodies that running text names (查找地名与机构).

    Args:
        text: Running text with half-width digits.

    Returns:
        Both, in the order of the text.

    Example:
        >>> find_named("市妇联").bodies[0].text
        '市妇联'
    """
    hits = scan_places(text)
    places = _places(text, hits)
    bodies = _bodies(text, {end: start for start, end, _ in places})
    titles = (match.span() for match in _TITLE.finditer(text))
    mentions: list[BodyMention] = []
    past = (len(text) + 1, len(text) + 1)
    first, last = next(titles, past)
    for start, end, form in _untangled([*bodies, *_areas(text), *places]):
        while last <= start:
            first, last = next(titles, past)
        if form is BodyForm.PLACE and _INSTITUTION.match(text, end):
            continue
        inside = first <= start < last
        mentions.append(_mention(start=start, end=end, text=text[start:end], form=form, in_title=inside))
    return Named(hits, mentions)


def _untangled(found: list[_Stretch]) -> list[_Stretch]:
    """Of overlapping stretches the longest wins, as 株洲市妇联 wins over 株洲市; of equals the first."""
    found.sort(key=_START)
    kept: list[_Stretch] = []
    last_start = last_end = -1
    for one in found:
        start, end, _ = one
        if start >= last_end:
            kept.append(one)
        elif end - start > last_end - last_start:
            kept[-1] = one
        else:
            continue
        last_start, last_end = start, end
    return kept


def _places(text: str, hits: list[Hit]) -> list[_Stretch]:
    """Listed, masked and low places; those that follow one another without a gap are one: XX县|洣江街道|渡里村."""
    high = [(start, end, BodyForm.PLACE) for start, end, _ in hits]
    high += [(start, end, BodyForm.PLACE) for start, end in masked_stretches(text)]
    found = sorted([*high, *_low_places(text, {end for _, end, _ in high})])
    joined: list[_Stretch] = []
    last = -1
    for start, end, form in found:
        if start > last or not joined:
            joined.append((start, end, form))
        elif start == last:
            joined[-1] = (joined[-1][0], end, form)
        else:
            continue
        last = end
    return joined


def _low_places(text: str, ends: set[int]) -> list[_Stretch]:
    """Townships, villages and communities, which no list names: a name between an edge and its 镇, 村, 社区."""
    found: list[_Stretch] = []
    units = [match.span() for pattern in _LOW for match in pattern.finditer(text)]
    units += [(match.end() - 3, match.end()) for match in _ZONE.finditer(text)]
    if "城镇" in text:
        units += [match.span() for match in _TOWN.finditer(text)]
    if "团" in text:
        regiments = (match.end() for match in _REGIMENT.finditer(text))
        names = (_CORPS_NAME.search(text, max(0, end - _LONGEST_CORPS_NAME), end) for end in regiments)
        found += [(name.start(), name.end(), BodyForm.COMMUNITY) for name in names if name is not None]
        ends.update(end for _, end, _ in found)
    for unit, end in sorted(units):
        start = _edge(text, unit, ends)
        if start is None:
            continue
        if text[start : start + 2] in _NO_PART_OF_A_NAME:
            start += 2
        elif text[start] == "中" and text[start - 1 : start] == "其":
            start += 1  # 其 ends a name, and 其中 does too
        least = (0 if end - unit == 3 or text[unit] == "新" else 1) if start in ends else 2
        named_to = unit - 1 if text[unit - 1] == "城" else unit
        if unit - start < least or _NO_NAME.match(text, start, named_to):
            continue
        ends.add(end)
        found.append((start, end, BodyForm.COMMUNITY))
    return found


def _edge(text: str, end: int, ends: set[int]) -> int | None:
    """Where the name that ends here begins: after an edge at most six characters back, or None."""
    if end in ends:
        return end
    for start in range(end - 1, max(end - 7, -1), -1):
        char = text[start]
        if start + 1 in ends and start + 1 < end:
            return start + 1
        if not "\u4e00" <= char <= "\u9fff":
            return start + 1
        if char == "经" and text[start + 1] in "济开":
            continue  # 潍坊经济技术开发区
        if char in _EDGE and not (char in "和向" and end - start == 2):  # 和平镇, 向阳乡
            if char == "和" and start + 1 == end and text[start - 1 : start] in _BEFORE_HE:
                continue  # 太和镇
            return start + 1
    return 0 if end <= 6 else None


def _bodies(text: str, places: dict[int, int]) -> list[_Stretch]:
    """Federations and committees, with the place or the relative words before them and the part behind."""
    found: list[_Stretch] = []
    for head in chain.from_iterable(pattern.finditer(text) for pattern in _HEADS):
        at, end = head.span()
        word = text[at:end]
        last = text[at - 1] if at else ""
        organs = _ORGANS.search(text, at - 4, at) if last in _ORGANS_ENDS else None
        owner = places.get(organs.start() if organs else at)
        named = BodyForm.FEDERATION if word in _FEDERATIONS else BodyForm.COMMITTEE
        if owner is not None:
            start, form = owner, named
        elif word in _CONGRESSES:
            continue  # without a village's name it may be a meeting
        else:
            said = _said_before(text, at, named) if last in _OWNER_ENDS else None
            if said is None:
                continue
            start, form = said
        found.append(_with_parts(text, start, end, word, form))
    return found


def _said_before(text: str, at: int, named: BodyForm) -> tuple[int, BodyForm] | None:
    """Where the relative words before a body begin, and how they name it: 省妇联, 各级妇联, 市政府妇儿工委."""
    if text[at - 1] in _UNITS and not "\u4e00" <= text[at - 2 : at - 1] <= "\u9fff":
        return at - 1, _relative(named)  # most often a unit alone: no need to look further back
    before = _OWNER.search(text, at - 12, at)
    return (before.start(), _form(before, named)) if before is not None and _stands_alone(text, before) else None


def _relative(named: BodyForm) -> BodyForm:
    return BodyForm.RELATIVE_FEDERATION if named is BodyForm.FEDERATION else BodyForm.RELATIVE_COMMITTEE


def _form(before: re.Match[str], named: BodyForm) -> BodyForm:
    said = before.lastgroup
    if said == "several":
        return BodyForm.SEVERAL
    if said == "relative":
        return _relative(named)
    return BodyForm.SELF if said == "self" else named


def _stands_alone(text: str, before: re.Match[str]) -> bool:
    """区妇联 is relative; the 区 of an unlisted 高新区, the 村 of 农村妇联 and the 市 of 全市妇联 are not."""
    start = before.start()
    if before.lastgroup != "relative" or start == 0:
        return True
    previous = text[start - 1]
    if previous in "全一二两三四五六七八九十几数多":  # 全市妇联, 烟台、威海两市妇联
        return False
    unit = before[0]
    if unit.startswith(("省", "自治", "市", "州", "盟", "县", "旗", "我", "本", "该")):
        return True
    if unit.startswith("区"):
        return previous not in "新发园高景开经校城山社地理"
    return not "\u4e00" <= previous <= "\u9fff" or previous in _EDGE


def _with_parts(text: str, start: int, end: int, word: str, form: BodyForm) -> _Stretch:
    if word in _WITH_OFFICES:
        office = _OFFICE.match(text, end)
        return (start, office.end() if office else end, form)
    if form is BodyForm.SEVERAL or word not in _FEDERATIONS or text[end : end + 1] not in _DEPARTMENT_FIRSTS:
        return start, end, form
    part = _DEPARTMENT.match(text, end)
    return (start, part.end(), BodyForm.DEPARTMENT) if part else (start, end, form)


def _areas(text: str) -> list[_Stretch]:
    """全市, 我县, 各县市区, 我会."""
    found: list[_Stretch] = []
    for pattern in _RELATIVE_AREAS:
        found += [(match.start(), match.end(), BodyForm.RELATIVE_AREA) for match in pattern.finditer(text)]
    found += [(match.start(), match.end(), BodyForm.SEVERAL) for match in _SEVERAL.finditer(text)]
    found += [(match.start(), match.end(), BodyForm.SELF) for match in _SELF.finditer(text)]
    return found
