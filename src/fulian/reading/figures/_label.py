"""What was counted: verb and noun in the document's own words, the shortest phrase that tells.

A Chinese report counts in three ways: verb, number, noun (组织44场招聘会); verb, noun, number (提供就业岗位7.57万个);
number, noun, verb (5890名妇女实现就业). A list states its verb once, a share and a change name their subject once, and
the figures that follow lean on it.
"""

from __future__ import annotations

import re
from typing import Final

from fulian.model.observation import Status
from fulian.reading.figures._draft import Draft, Sentence
from fulian.reading.figures._sought import Sought
from fulian.reading.figures._words import (
    cut,
    deed_at,
    deed_behind,
    next_deed,
    only_noun,
    stripped,
    topic,
    without_subject,
)
from fulian.values.quantity import QuantityKind

__all__ = ["label"]

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_CHANGE: Final = Status.CHANGE
_SHARE: Final = QuantityKind.SHARE
_MONEY: Final = QuantityKind.MONEY

_RISE: Final = re.compile("(?:增长|增加|上升|提高|提升|下降|降低|减少|净增|多增|增|升|降)了?$")
# 女职工人数逐年增加，比上年增加…: what the clause before says rose.
_ROSE: Final = re.compile(
    "(?P<what>.{2,24}?)(?:总体|呈|逐年|逐步|持续|稳步|稳定|不断|大幅度?|明显|显著|进一步|有所|快速|连年)+"
    "(?:增加|增长|上升|提高|提升|下降|降低|减少|扩大|缩小)(?:趋势|态势)?$"
)
_ARRIVES: Final = re.compile(
    "(?:下降|降低|上升|提高|提升|增加|增长|减少|扩大|缩小|增|降|升)[到至为](?:19|20)[0-9]{2}年的?"
)
_COMPARISON: Final = re.compile("(?:均?比|较|同比|环比|与[^，,]{1,8}相比|高于|低于)")
_SHARE_OF: Final = Sought("占(?P<whole>[^，,；;。]{0,20}?)(?:的(?:比例|比重)?)?(?:为|达到?|约|近|超过?)*$", signs="占")
_KIND_OF: Final = re.compile("^(?:女性|妇女|女|男性|男|女生|男生|女童|农村|城镇|城市|少数民族)$")
_LISTED: Final = re.compile("[”以上]*[、和与及]")
# 发动妇女参与…: what they were brought to do tells.
_CAUSING: Final = frozenset(
    (
        "发动",
        "组织",
        "引导",
        "动员",
        "帮助",
        "助推",
        "带动",
        "扶持",
        "吸引",
        "吸纳",
        "推动",
        "促进",
        "支持",
        "鼓励",
        "指导",
    )
)
_AT_A_LEVEL: Final = re.compile("^(?:全国|国家|省部?|市|县|区)级$")
_PREDICATE: Final = re.compile(
    "(?:在|通过|参加|参与(?!率)|进行|进入|进驻|实现|前往|赴|到(?!会)|申报|申请|遍布|覆盖|成为|受到|得到|获得|获评|荣获|解决|脱贫|投保)"
)
_SUM: Final = re.compile("[^，,、]{0,4}(?:资金|基金|救助金|慰问金|助学金|奖金|善款|捐款|贷款|经费|补贴|补助|保险)$")
_FOR_WHOM: Final = re.compile("[为给对向让使](?:[全我][省市县区州镇乡村国])?$")
_WHERE: Final = re.compile("全[省市县区州镇乡村国]$")
_CIRCUMSTANCE: Final = re.compile("^(?:在|为|向|对|给|于|深入|赴|到|联合|会同|依托|通过|利用|围绕|针对|结合|以)")
_CIRCUMSTANCE_STARTS: Final = frozenset("在为向对给于深赴到联会依通利围针结以")
_HEDGES_BEHIND: Final = re.compile("(?:[或及]?以[上下内]|之[多内]|左右|上下|[余多+])")
_HEDGE_STARTS: Final = frozenset("以之左上余多+或及")
# Words that lean on what was counted before.
_LEANING: Final = re.compile(
    "^(?:(?:总)?(?:金额|资金|总额|总数|人数|户数|面积|行程|价值|缺口|保费|保额|理赔|赔付|产值)|比例|占比|降幅|增幅|其[它他]|队员|成员|"
    "惠及|受益|受惠|参训|参加|参与|涉及|覆盖|投保|投保金额|涉案|受训|同比|同期|个|年|户均|人均|.{0,3}[级类]|获.{0,3}|"
    "(?:任务)?(?:完成|达标|回收|办结|结案|处理|调处|合格|检出|早诊|配备|患病|阳性|随访|还款|签订)率)$"
)
_LONGEST_LEANING: Final = 6
# Verbs that need nothing done to: 就业1.23万人.
_COMPLETE: Final = frozenset(
    ("就业", "创业", "再就业", "创业就业", "筹资", "募捐", "培训", "参保", "获贷", "贷款", "贴息", "发放贷款", "捐资")
)


def label(sentence: Sentence) -> None:
    """Give every figure of a sentence its label (指标名称).

    Args:
        sentence: The sentence, whose figures know their standing and their ties.
    """
    drafts = sentence.drafts
    last = len(drafts) - 1
    previous: Draft | None = None
    for place, draft in enumerate(drafts):
        cut(sentence, draft, previous, drafts[place + 1] if place < last else None)
        rule, words = _named(sentence, draft, previous)
        draft.label = stripped(words)
        draft.decide("label", rule, draft.label)
        previous = draft
    for place in range(last - 1, -1, -1):
        draft, following = drafts[place], drafts[place + 1]
        if draft.rule != "list-shares-unit" or draft.after:
            continue
        if following.after or following.rule_of("label") == "list-shares-its-noun":
            draft.label, draft.noun = following.label, following.noun
            draft.decide("label", "list-shares-its-noun", draft.label)


def _named(sentence: Sentence, draft: Draft, previous: Draft | None) -> tuple[str, str]:
    """The rule and the label; leaves the draft's verb and noun for the figures after it."""
    words = only_noun(without_subject(sentence, draft))
    if draft.status is _CHANGE:
        return "subject-and-change", _change(sentence, draft, previous, words)
    if draft.kind is _SHARE:
        share = _SHARE_OF.search(words)
        if share is not None:
            return "share-of-a-whole", _share(draft, previous, words, share)
    behind = draft.after
    if behind:
        hedge = _HEDGES_BEHIND.match(behind) if behind[0] in _HEDGE_STARTS else None
        behind = (behind if hedge is None else behind[hedge.end() :]).removeprefix("的")
    for_whom = behind[:1].isalpha() and draft.kind is not _SHARE
    if words and for_whom and _FOR_WHOM.search(sentence.text, max(draft.begin, draft.start - 4), draft.start):
        words = ""  # 协调部门为1300名妇女争取…: whom it was done for
    if behind and not (words and draft.kind is _MONEY and deed_at(behind)[0] and not _SUM.match(behind)):
        return _before_its_noun(sentence, draft, previous, words, behind)
    if previous is not None and "其中" in draft.before:
        if draft.denominator is not None and (not words or _is_a_place(sentence, draft, words)):
            draft.verb, draft.noun = draft.denominator.verb, draft.denominator.noun or draft.denominator.label
            return "as-the-whole", draft.denominator.label
        return "part-of-a-whole", _part(draft, previous, words)
    return _behind_its_noun(sentence, draft, previous, words)


def _before_its_noun(
    sentence: Sentence, draft: Draft, previous: Draft | None, words: str, behind: str
) -> tuple[str, str]:
    """组织44场招聘会, 5890名妇女实现就业, 有99%的孕产妇到医院分娩."""
    if _tells_how(words) and (deed := next_deed(words, 2)) >= 0:
        words = words[deed:]
    verb, noun = deed_at(words)
    if draft.kind is _SHARE:
        draft.verb, draft.noun = verb, noun + behind
        return "share-of-the-noun-behind", words + behind
    if not words and previous is not None and previous.after and _is_listed(sentence, previous, draft):
        verb = previous.verb
    if noun.endswith("等"):  # 走访甲、乙、丙等8个乡镇; 区幼儿园等10个集体
        noun = ""
    elif not verb and (done := deed_behind(_WHERE.sub("", words) if words[-2:-1] == "全" else words)):
        verb, noun = done, ""
    if verb and verb not in _CAUSING and (predicate := _PREDICATE.search(behind, 2)) and not deed_at(behind)[0]:
        behind = stripped(behind[: predicate.start()])
    draft.verb, draft.noun = verb, behind
    return "noun-behind", (verb + noun if len(noun) <= 12 else verb) + behind


def _behind_its_noun(sentence: Sentence, draft: Draft, previous: Draft | None, words: str) -> tuple[str, str]:
    """提供就业岗位7.57万个, and what leans on the figure before: 金额10211万元, 惠及6万人."""
    if words and words[-1] in "年的" and _ARRIVES.fullmatch(words):
        words = ""  # 死亡率由2010年的26/10万降至2019年的12/10万
    verb, noun = deed_at(words)
    if not words:
        draft.verb, draft.noun = (previous.verb, previous.noun) if previous else ("", topic(sentence, draft))
        return "as-the-figure-before", previous.label if previous else draft.noun
    leans = len(words) <= _LONGEST_LEANING and _LEANING.match(words) is not None
    if not leans and verb and not noun and verb not in _COMPLETE:
        draft.verb, draft.noun = verb, previous.noun if previous is not None else topic(sentence, draft)
        return "deed-on-the-thing-before", verb + draft.noun
    if not verb and previous is not None and previous.verb and _is_listed(sentence, previous, draft):
        draft.verb, draft.noun = previous.verb, noun
        return "list-shares-its-verb", previous.verb + noun
    if leans:
        base = (previous.noun or previous.label) if previous is not None else topic(sentence, draft)
        draft.verb, draft.noun = verb, base
        return "leans-on-the-thing-before", _joined(base, words)
    draft.verb, draft.noun = verb, noun
    if _tells_how(words):
        deed = next_deed(words, 2)
        if deed >= 0 and deed_at(words[deed:])[1]:
            words = words[deed:]
    return "words-before", words


def _tells_how(words: str) -> bool:
    """在全市开展…, 联合医院举办…: where, for whom or with whom it was done stands before the deed."""
    return words[:1] in _CIRCUMSTANCE_STARTS and _CIRCUMSTANCE.match(words) is not None


def _joined(base: str, words: str) -> str:
    """Two phrases as one, what they share said once: 已达标, 达标率."""
    if words in base:
        return base
    for length in range(min(len(base), len(words)), 0, -1):
        if base.endswith(words[:length]):
            return base + words[length:]
    return base + words


def _is_listed(sentence: Sentence, previous: Draft, draft: Draft) -> bool:
    """Whether only 、 or 和 and a noun stand between two figures."""
    between = sentence.text[previous.end + len(previous.after) : draft.start]
    return bool(_LISTED.match(between))


def _change(sentence: Sentence, draft: Draft, previous: Draft | None, words: str) -> str:
    """比2005年增加2.09万人: the subject stands with the level before."""
    comparison = _COMPARISON.search(words)
    subject = words[: comparison.start()] if comparison else _RISE.sub("", words)
    tail = words[len(subject) :].removesuffix("了")
    subject = only_noun(subject)
    if not subject and (previous is None or previous.clause < draft.clause - 1):
        subject = _risen(sentence, draft)
    if not subject and previous is not None:
        subject = previous.noun if previous.status is _CHANGE and previous.noun else previous.label
    draft.noun = subject
    return subject + tail


def _risen(sentence: Sentence, draft: Draft) -> str:
    """What rose, as the clause before says."""
    if not draft.clause:
        return ""
    start, end = sentence.clauses[draft.clause - 1]
    rose = _ROSE.match(only_noun(sentence.text[start:end]).strip())
    return stripped(rose["what"]) if rose else ""


def _share(draft: Draft, previous: Draft | None, words: str, share: re.Match[str]) -> str:
    """占总数的19.76%: part and whole stand with the figures before."""
    subject = words[: share.start()].removesuffix("分别")
    if not subject and previous is not None:
        subject = previous.noun if previous.noun and previous.status is not _CHANGE else previous.label
    draft.noun = subject
    return f"{subject}占{only_noun(share['whole'])}"


def _is_a_place(sentence: Sentence, draft: Draft, words: str) -> bool:
    """其中光明社区1户: where, not what."""
    return any(sentence.text[one.start : one.end] == words for one in sentence.bodies_between(draft.begin, draft.start))


def _part(draft: Draft, previous: Draft, words: str) -> str:
    """其中女性1340名: the whole is named before."""
    whole = draft.denominator if draft.denominator is not None else previous
    draft.verb, noun = deed_at(words)
    if _AT_A_LEVEL.match(words):
        draft.noun = whole.noun or whole.label
        return words
    draft.noun = words + (whole.noun or whole.label) if _KIND_OF.match(words) else noun or words
    return draft.noun if _KIND_OF.match(words) else words
