"""Whose a figure is: the reporting body's, unless the sentence names another as its subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from fulian.model.level import Level
from fulian.model.organization import Organization, OrganizationKind
from fulian.reading.figures._draft import Draft, Sentence, Teller
from fulian.text.organizations import BodyForm, BodyMention, area_of_body

__all__ = ["Speaker"]

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_FEDERATION: Final = BodyForm.FEDERATION
_RELATIVE_AREA: Final = BodyForm.RELATIVE_AREA
_PLACE: Final = BodyForm.PLACE
_COMMUNITY: Final = BodyForm.COMMUNITY
_SEVERAL: Final = BodyForm.SEVERAL

# A committee that coordinates reports the figures of its area.
_COORDINATING: Final = frozenset((OrganizationKind.CHILDRENS_WORK_COMMITTEE, OrganizationKind.CHILDRENS_WORK_OFFICE))
# What may stand before a subject: nothing but a pause, a time, or one of these.
_BEFORE_SUBJECT: Final = frozenset("，,。；;：:、！!？?—\n（(”仅如在由使让对年月日底来后前共")
_WORDS_BEFORE_SUBJECT: Final = ("其中", "期间", "共有", "截至", "老区", "贫困县", "省会")
# What follows a place that is only part of a name: 永定区幼儿园, 株洲晚报.
_ONLY_A_NAME: Final = re.compile(
    "(?:[^，,。；;：:、\n0-9]{1,12}?(?:公司|集团|合作社)"
    "|[^，,。；;：:\n0-9]{0,4}?(?:法院|检察院|学校|小学|中学|大学|幼儿园|医院|中心|公司|企业|晚报|日报|公安局|局|集团|合作社|基地|路|街道办|的))"
)


_VENUE: Final = re.compile(
    "[^，,。；;：:\\n0-9]{0,8}?(?:召开|举行)的"
    "|[^，,。；;：:\\n0-9]{0,4}?(?:召开|举行|表示|揭牌|启动|开幕|闭幕|落幕|开班|说|指出|强调)"
)


# 玉井村妇代会等193个: an example of what is counted.
_AN_EXAMPLE: Final = re.compile(
    "(?:妇联|妇代会|妇委会)?等(?:[^，,。；;：:\n0-9]{0,6}?[0-9一二两三四五六七八九十百]|地)"
)
_EXAMPLE_STARTS: Final = frozenset("妇等")
# 甲市6个，其他市1至3个: the others are not the place named before.
_THE_OTHERS: Final = re.compile("而?其[他它余]")
_OTHERS_STARTS: Final = frozenset("而其")
_SOON: Final = re.compile(
    "[ 　●■◆★▲·•]*(?:日前|近日|昨日|昨天|今天|[0-9]{1,2}月[0-9]{1,2}日(?:[上下]午)?"
    "|近(?:几|[两三五])?年来|[一三五]年来|今年(?:以来)?|去年|20[0-9]{2}年(?:以来)?)[，, ]*"
)
_THE_WORLD_STARTS: Final = frozenset("据目现全")
_THE_WORLD: Final = re.compile("(?:据[^，,。；;0-9]{0,8}[，,])?(?:目前|现在)?(?:全世界|全球)")
# 全国有2800个县开通热线, 中国有5万: the nation's own figures; but 全国三八红旗手 is an honour.
_HAS: Final = re.compile(
    "(?:每年|目前|现|已|一?共|累计|平均|大?约)*(?:有|达|为|是)"
    "|[0-9][0-9.]*[万亿]?[多余]?[名个]?(?:家庭|妇女|女性|人口|儿童|县|城市|省份)(?!联)"
)
# 我省每年拿出2000万元: what the province itself does, in a city's news.
_OF_THE_PROVINCE: Final = re.compile("(?:每年|将|已|决定|计划|拟|累计|共)*(?:拿出|安排|投入|为|对|有|实施|下达|下拨)")
_HONOURS: Final = frozenset('“”"级三巾最五优先十文示双')  # 全国“巾帼文明岗”3个, 全国最美家庭2户
_OPENS: Final = 2  # characters before a subject that still opens a paragraph
_ACTORS: Final = frozenset(
    (
        BodyForm.FEDERATION,
        BodyForm.DEPARTMENT,
        BodyForm.COMMITTEE,
        BodyForm.RELATIVE_FEDERATION,
        BodyForm.RELATIVE_COMMITTEE,
        BodyForm.SELF,
    )
)


def _is_told_of(sentence: Sentence, mention: BodyMention) -> bool:
    """Whether a body above the reporting one is what the words tell of."""
    if mention.form is _RELATIVE_AREA and mention.text == "我省":
        return _OF_THE_PROVINCE.match(sentence.text, mention.end) is not None
    if mention.form is _FEDERATION:
        return sentence.text.startswith("决定", mention.end)  # 全国妇联决定，授予…
    return _HAS.match(sentence.text, mention.end) is not None


class Speaker:
    """Who is spoken of while a reader goes through a stretch (主体线索)."""

    def __init__(self) -> None:
        self.home: Organization | None = None
        self.default: Organization | None = None  # whose a figure is where no subject is named
        self.topic: Organization | None = None
        self.spoken: Organization | None = None  # the paragraph's last subject, which 该乡 and 全乡 mean
        self.year: int | None = None
        self.meant: dict[tuple[str, BodyForm], Organization | None] = {}  # what names mean to this body and year
        self.teller = Teller("organization")

    def begin_stretch(self, home: Organization | None, year: int | None) -> None:
        """Take a new setting's body."""
        if home is self.home and year == self.year:
            return
        self.meant.clear()
        self.home, self.topic, self.year = home, None, year
        self.default = area_of_body(home) if home is not None and home.kind in _COORDINATING else home

    def begin_paragraph(self) -> None:
        """Forget whom the paragraph before was about."""
        self.topic = self.spoken = None

    def name(self, sentence: Sentence) -> None:
        """Give every figure of a sentence its body, and remember the paragraph's subject."""
        if not sentence.drafts:
            if sentence.opens:
                self._take_topic(sentence)
            return
        now = self.topic or self.default
        rule = "paragraph-subject" if self.topic else "reporting-body"
        text, start = sentence.text, sentence.start
        if text[start] in _THE_WORLD_STARTS and _THE_WORLD.match(text, start, sentence.end):
            now, rule = None, "the-world"
        bodies, at = sentence.bodies, 0
        count = len(bodies)
        for draft in sentence.drafts:
            while at < count and bodies[at].start < draft.start:
                mention = bodies[at]
                at += 1
                if not self._is_subject(sentence, mention):
                    if now is not self.default and _opens_with_a_firm(sentence, mention):
                        now, rule = self.default, "reporting-body"
                    continue
                body, why = self._who(mention), f"subject-{mention.form}"
                if body is None or mention.text[0] == "该":
                    before = self._named_before(sentence, mention)
                    body, why = (body, why) if before is None else (before, "place-named-before")
                if body is None and now is not None and now is not self.home:
                    body, why = mention.resolve(now, self.year), f"subject-{mention.form}"
                if body is not None and (not self._is_above(body) or _is_told_of(sentence, mention)):
                    now, rule, self.spoken = body, why, body
            clause = draft.clause_start
            if now is not self.default and text[clause] in _OTHERS_STARTS and _THE_OTHERS.match(text, clause):
                now, rule = self.default, "the-others"
            draft.organization = now
            self.teller.tell(draft, rule, now)

    def _take_topic(self, sentence: Sentence) -> None:
        """Take the subject that a paragraph opens with for what it is about."""
        start = sentence.start
        for mention in sentence.bodies:
            if mention.start - start > _OPENS:
                soon = _SOON.match(sentence.text, start)
                if soon is None or mention.start - soon.end() > _OPENS:
                    return
            if self._is_subject(sentence, mention):
                self.topic = self._who(mention) or self.topic
                return

    def _who(self, mention: BodyMention) -> Organization | None:
        name = (mention.text, mention.form)
        if name in self.meant:
            body = self.meant[name]
        else:
            body = self.meant[name] = mention.resolve(self.home, self.year)
        return area_of_body(body) if body is not None and body.kind in _COORDINATING else body

    def _named_before(self, sentence: Sentence, mention: BodyMention) -> Organization | None:
        """星一村人多地少，全村800人: 全 of the place of its kind that the sentence named last."""
        if mention.form is not _RELATIVE_AREA or mention.text[0] not in "全该":
            return None
        unit = mention.text[1:]
        for one in reversed(sentence.bodies_between(sentence.start, mention.start)):
            if one.form in (_PLACE, _COMMUNITY) and one.text.endswith(unit):
                return one.resolve(self.home, self.year)
        for one_before in (self.spoken, self.topic):
            if one_before is not None and one_before.name.endswith(unit):
                return one_before  # 湖溪乡出租用房。该乡发放加工费900万元。
        return None

    def _is_above(self, body: Organization) -> bool:
        """全国 in a city's report: honours and comparisons, not the city's own figures."""
        home = self.home
        if home is None or body.level is None:
            return False
        if home.level is None:  # a body that is only 市妇联
            return home.kind is OrganizationKind.FEDERATION and body.level.rank <= Level.PROVINCE.rank
        return body.level.rank < home.level.rank

    def _is_venue(self, sentence: Sentence, mention: BodyMention) -> bool:
        """在福州召开, 县妇联在城关镇开展: where it was said, held or done by the body named before."""
        if mention.form not in (_PLACE, _COMMUNITY):
            return False
        if _VENUE.match(sentence.text, mention.end, sentence.end):
            return True
        if sentence.text.endswith("联合在", sentence.start, mention.start):
            return True  # 与医院联合在桃花源镇开展: the reporting body did it
        return any(one.form in _ACTORS for one in sentence.bodies_between(sentence.start, mention.start))

    def _is_subject(self, sentence: Sentence, mention: BodyMention) -> bool:
        text, start, end = sentence.text, mention.start, mention.end
        before = text[max(sentence.start, start - 4) : start]
        words = before.rstrip(" 　")
        if words and words[-1] not in _BEFORE_SUBJECT and not words.endswith(_WORDS_BEFORE_SUBJECT):
            return False
        last, following = before[-1:], text[end : end + 1]
        if last == "在" and self._is_venue(sentence, mention):
            return False
        if following in _HONOURS and mention.text == "全国":
            return False
        if last in ("（", "(") and following in ("）", ")"):
            return False  # 示范村1个（湖洋村）: a note to the figure before
        if following == "、" or text.startswith("办、", end):
            return False  # one of a list; but 甲市120场、乙市80场 has two subjects
        if last == "、" and not _ends_at(sentence.drafts, start - 1):
            return False
        form = mention.form
        if form is _SEVERAL or mention.in_title:
            return False
        if following in _EXAMPLE_STARTS and _AN_EXAMPLE.match(text, end):
            return False
        if form is _PLACE or form is _COMMUNITY:
            return _ONLY_A_NAME.match(text, end, sentence.end) is None
        return True


def _opens_with_a_firm(sentence: Sentence, mention: BodyMention) -> bool:
    """，平利县的某公司解决100人就业: no longer of the place that was the subject before."""
    return sentence.text[mention.start - 1] in "，,；;" and mention.form in (_PLACE, _COMMUNITY)


def _ends_at(drafts: list[Draft], place: int) -> bool:
    """Whether one of the figures ends at a place."""
    found = bisect_left(drafts, place, key=_end)
    return found < len(drafts) and drafts[found].end == place


def _end(draft: Draft) -> int:
    return draft.end
