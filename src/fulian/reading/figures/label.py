"""What was counted: verb and noun in the document's own words, the shortest phrase that tells.

A Chinese report counts in three ways: verb, number, noun (组织44场招聘会); verb, noun, number (提供就业岗位7.57万个);
number, noun, verb (5890名妇女实现就业). A list states its verb once, a share and a change name their subject once, and
the figures that follow lean on it.
"""

from __future__ import annotations

import re
from functools import cache

from fulian.model.observation import Status
from fulian.reading.figures.draft import Draft, Sentence
from fulian.reference.counted_nouns import counted_nouns
from fulian.reference.deed_verbs import deed_verbs
from fulian.values.quantity import QuantityKind

__all__ = ["label"]

_OPENERS = re.compile(
    "(?:(?:其中|同时|此外|另外|并且?|还|也|又|再|均|都|已经?|先后|累计|共计|合计|总计|共有?|全年|目前|现有?|至今|截至目前|今年|去年|"
    "当前|分别|其它|其他|年内|期间|以来|仅|如|而|且|则|即|至|全国|全省|全市|全县|全区|全州|全镇|全乡|全村|全社区|我[省市县区州镇乡村会们]|"
    "各级|各地|各[县区市]+|我们|新(?=[发增建创设培]展?)|一[是方]|二是|三是|四是|五是|六是|[，,、；;：: 　]|和|与|及|以及|上述|该|此)+)"
)
_CLOSERS = re.compile(
    "(?:(?:达到?|为|有|是|共有?|共计|合计|总计|累计|约|近|超过?|逾|突破|多达|高达|不少于|不低于|至少|不足|接近|仅|只|就|[了着过到至]|"
    "控制在|保持在|稳定在|维持在|(?:提高|上升|增加|下降|降低|增长|提升|减少|跃升|增|升|降)[到至]|由|从|一直|连续多年|分别|均|各|已|大约|其中|"
    "[：:（(“ 　、])+)$"
)
_FROM_TO = re.compile(
    "(?:(?:^|(?<=.))(?:由|从)[^，,；;]{0,10}|^(?:发展|增加|增长|上升|提高|提升|扩大|跃升|下降|降低|减少)(?:到|至|为)[^，,；;]{0,8})$"
)
_LIST_BEFORE_NOUN = re.compile("^(?P<verb>.{0,6}?)[^、]{1,10}、.*等$")
_PLACE_OF_DEED = re.compile("^(?:在|为|向|对|给|于|深入|赴|到|联合|会同|依托|通过|利用|围绕|针对|结合|以)")
_RISE = re.compile("(?:增长|增加|上升|提高|提升|下降|降低|减少|净增|多增|增|升|降)了?$")
_LISTED = re.compile("[、和与及]")
_OF_THE_WHOLE = re.compile("(?:其中|占|比例|所占)")
_SHARE_OF = re.compile("占(?P<whole>[^，,；;。]{0,20}?)(?:的(?:比例|比重)?)?(?:为|达到?|约|近|超过?)*$")
_KINDS_OF = re.compile("^(?:女性|妇女|女|男性|男|女生|男生|女童|农村|城镇|城市|少数民族)$")
# A label made only of these leans on what was counted before.
_LEANING = re.compile(
    "^(?:(?:总)?金额|资金|总额|比例|占比|惠及|受益|受惠|参训|参加|参与|涉及|覆盖|投保金额|完成率|办结率|处理率|合格率|满意率|患病率|"
    "达标率|回收率|早诊率|检出率|涉案|受训|人数|户数|同比|同期|个|年|户均|人均|(?:.{0,3}[级类])|获.{0,3}|配备率|.{0,2}率)$"
)
_BARE_NOUN = 2  # a noun this short seldom tells by itself: 保费, 面积, 总数
_EDGES = "”“）)（(、，,:：;； 　的"
_LONGEST = 30


@cache
def _verb_pattern() -> re.Pattern[str]:
    verbs = sorted((verb for verb in deed_verbs() if len(verb) > 1), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, verbs)))


def label(sentence: Sentence) -> None:
    """Give every figure of a sentence its label (指标名称).

    Args:
        sentence: The sentence, whose figures know their standing.
    """
    previous: Draft | None = None
    for place, draft in enumerate(sentence.drafts):
        following = sentence.drafts[place + 1] if place + 1 < len(sentence.drafts) else None
        _cut(sentence, draft, previous, following)
        rule = _name(sentence, draft, previous)
        draft.label = draft.label.strip(_EDGES) if draft.label[:1] != "“" else draft.label.rstrip("、，,:：;； 　的")
        draft.decide("label", rule, draft.label)
        previous = draft


def _cut(sentence: Sentence, draft: Draft, previous: Draft | None, following: Draft | None) -> None:
    """Divide the words of a clause among its figures."""
    start, end = draft.clause.start, draft.clause.end
    text = sentence.text
    if previous is not None and previous.clause == draft.clause and previous.status is Status.CONDITION:
        start = previous.begin  # 45岁以上的占三分之二: the condition belongs to what is counted
    elif previous is not None and previous.figure.end > start:
        start = previous.figure.end + len(previous.after)
        between = text[previous.figure.end : draft.figure.start]
        listed = max(between.rfind(mark) for mark in "、和与及")
        if previous.after and listed >= 0:
            start = max(start, previous.figure.end + listed + 1)
        start = min(start, draft.figure.start)
    bracket = max(text.rfind("(", start, draft.figure.start), text.rfind("（", start, draft.figure.start))
    if bracket >= 0 and _closing(text, bracket) >= draft.figure.end:
        start, end = bracket + 1, min(end, _closing(text, bracket))
    if following is not None and following.figure.start < end:
        end = following.figure.start
    draft.begin = start
    draft.before = text[start : draft.figure.start]
    draft.after = _noun_behind(
        text[draft.figure.end : end], cut_short=following is not None and end == following.figure.start
    )


def _closing(text: str, bracket: int) -> int:
    ends = [
        place for place in (text.find(")", bracket, bracket + 60), text.find("）", bracket, bracket + 60)) if place >= 0
    ]
    return min(ends, default=-1)


_HEDGES_BEHIND = re.compile("^(?:以[上下内]|之[多内]|左右|上下|[余多+])")


def _noun_behind(words: str, *, cut_short: bool) -> str:
    """The words behind the unit that tell what was counted; where another figure follows, without its verb."""
    words = words.strip(" 　。！!？?\n”")
    if cut_short:
        listed = max(words.rfind(mark) for mark in "、和与及")
        if listed >= 0:
            words = words[:listed]
        elif not words.strip("的"):
            words = ""
        else:
            verb = _verb_pattern().search(words)
            if verb is not None and verb.start() > 0:
                words = words[: verb.start()]
            words = _CLOSERS.sub("", words)
    if words.startswith(("、", "和", "与", "及", "（", "(", "的1", "”")):
        return ""
    return words[:_LONGEST]


def _clean_before(words: str) -> str:
    words = _CLOSERS.sub("", _FROM_TO.sub("", _CLOSERS.sub("", words)))
    while True:
        opener = _OPENERS.match(words)
        if opener is None:
            break
        words = words[opener.end() :]
    return words.strip(_EDGES if words[:1] != "“" else _EDGES.replace("“", "").replace("”", ""))


def _without_subject_and_time(sentence: Sentence, draft: Draft, words: str) -> str:
    """Drop the bodies and times that stand before the verb: they have fields of their own."""
    start = draft.figure.start - len(draft.before)
    cut = start
    for mention in [*sentence.periods, *sentence.bodies]:
        comparison = getattr(mention, "comparison", False)
        if start <= mention.start and mention.end <= draft.figure.start and not comparison:
            gap = sentence.text[cut : mention.start]
            if not _OPENERS.sub("", gap).strip("在由使让对为自,，、联合同与和及市县区各级“"):
                cut = max(cut, mention.end)
    rest = sentence.text[cut : draft.figure.start]
    return rest if _CLOSERS.sub("", rest) or draft.after else draft.before


def _topic(sentence: Sentence, draft: Draft) -> str:
    """What the clauses before are about, for words that lean on them: the noun that opens the nearest of them."""
    for clause in reversed([one for one in sentence.clauses if one.end <= draft.clause.start]):
        words = _clean_before(sentence.text[clause.start : clause.end])
        verb, noun = _split_verb(words)
        again = _verb_pattern().search(noun, 2)
        if again is not None:
            noun = noun[: again.start()]
        noun = _ADVERB_END.sub("", noun).strip(_EDGES)
        if 2 <= len(noun) <= 16:
            return noun
    return ""


_ADVERB_END = re.compile("(?:稳步|扎实|有序|深入|不断|有效|明显|全面|持续|进一步|积极|工作|顺利|成效|较好|得到).*$")


def _name(sentence: Sentence, draft: Draft, previous: Draft | None) -> str:
    words = _clean_before(_without_subject_and_time(sentence, draft, draft.before))
    behind = _HEDGES_BEHIND.sub("", draft.after).removeprefix("的")
    if draft.status is Status.CHANGE:
        return _name_change(draft, previous, words)
    share = _SHARE_OF.search(words) if draft.quantity.kind is QuantityKind.SHARE else None
    if share is not None:
        return _name_share(draft, previous, words, share)
    if "其中" in draft.before and previous is not None and not behind:
        return _name_part(draft, previous, words)
    verb, noun = _split_verb(words)
    if behind:
        if draft.quantity.kind is QuantityKind.SHARE:
            draft.noun, draft.verb, draft.label = noun + behind, verb, words + behind.removeprefix("的")
            return "share-of-the-noun-behind"
        if not words and previous is not None and _is_listed(sentence, previous, draft) and previous.after:
            verb = previous.verb
        draft.verb, draft.noun = verb, behind
        listed = _LIST_BEFORE_NOUN.match(noun) if verb else _LIST_BEFORE_NOUN.match(words)
        if listed:  # 走访甲、乙、丙等8个乡镇
            noun = ""
        draft.label = (verb + noun if len(noun) <= 12 else verb) + behind
        return "noun-behind"
    if not words:
        draft.verb, draft.noun = (previous.verb, previous.noun) if previous else ("", "")
        draft.label = previous.label if previous else _topic(sentence, draft)
        return "as-the-figure-before"
    if verb and not noun and not _LEANING.match(words):
        draft.verb = verb
        draft.noun = previous.noun if previous is not None else _topic(sentence, draft)
        draft.label = verb + draft.noun
        return "deed-on-the-thing-before"
    if not verb and previous is not None and previous.verb and _is_listed(sentence, previous, draft):
        verb = previous.verb
        draft.verb, draft.noun, draft.label = verb, noun, verb + noun
        return "list-shares-its-verb"
    draft.verb, draft.noun = verb, noun
    bare = len(words) <= _BARE_NOUN and words not in counted_nouns()
    if bare or _LEANING.match(words):
        base = (previous.noun or previous.label) if previous is not None else _topic(sentence, draft)
        draft.label = base + words if words not in base else base
        draft.noun = base
        return "leans-on-the-thing-before"
    if _PLACE_OF_DEED.match(words):
        deed = _verb_pattern().search(words, 2)
        if deed is not None and deed.end() < len(words):
            words = words[deed.start() :]
    draft.label = words
    return "words-before"


def _is_listed(sentence: Sentence, previous: Draft, draft: Draft) -> bool:
    """Whether only 、 or 和 and a noun stand between two figures."""
    between = sentence.text[previous.figure.end + len(previous.after) : draft.figure.start]
    return bool(re.match("[”以上]*[、和与及]", between)) or (
        previous.clause == draft.clause and bool(_LISTED.search(between[:3]))
    )


def _split_verb(words: str) -> tuple[str, str]:
    """The deed that the words open with, and what it was done to."""
    match = _verb_pattern().match(words)
    if match is None:
        return "", words
    verb = match.group()
    again = _verb_pattern().match(words, match.end())
    if again is not None and again.end() < len(words):
        verb += again.group()
    return verb, words[len(verb) :].removeprefix("了")


def _name_change(draft: Draft, previous: Draft | None, words: str) -> str:
    """比2005年增加2.09万人: the subject stands with the level before."""
    comparison = re.search("(?:比|较|同比|环比|均比|高于|低于)", words)
    subject = words[: comparison.start()] if comparison else _RISE.sub("", words)
    subject = _CLOSERS.sub("", subject).rstrip("均")
    tail = words[comparison.start() :] if comparison else words[len(_RISE.sub("", words)) :]
    if not subject and previous is not None:
        subject = previous.noun if previous.status is Status.CHANGE and previous.noun else previous.label
    draft.noun = subject
    draft.label = (subject + tail.removesuffix("了")).strip(_EDGES)
    return "subject-and-change"


def _name_share(draft: Draft, previous: Draft | None, words: str, share: re.Match[str]) -> str:
    """占总数的19.76%: part and whole stand with the figures before."""
    subject = words[: share.start()].rstrip("分别")
    whole = _clean_before(share["whole"])
    if not subject and previous is not None:
        subject = previous.noun if previous.noun and previous.status is not Status.CHANGE else previous.label
    draft.noun = subject
    draft.label = f"{subject}占{whole}"
    return "share-of-a-whole"


def _name_part(draft: Draft, previous: Draft, words: str) -> str:
    """其中女性1340名: the whole is named before."""
    whole = previous.denominator.noun if previous.denominator and previous.denominator.noun else previous.noun
    draft.noun = words + whole if _KINDS_OF.match(words) else words
    draft.label = draft.noun if _KINDS_OF.match(words) else words
    return "part-of-a-whole"
