"""Which words of a clause are a figure's own, and what is left of them without adverbs, times and subjects."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from fulian.model.observation import Status
from fulian.reading.figures._draft import Draft, Sentence
from fulian.reference.deed_verbs import deed_verbs
from fulian.text.organizations import BodyForm, BodyMention

__all__ = ["cut", "deed_at", "next_deed", "only_noun", "own_noun", "stripped", "topic", "without_subject"]

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_PLACE: Final = BodyForm.PLACE
_FEDERATION: Final = BodyForm.FEDERATION
_COMMUNITY: Final = BodyForm.COMMUNITY
_CONDITION: Final = Status.CONDITION

# What opens a clause and tells nothing of what was counted.
_OPENERS: Final = re.compile(
    "(?:[（(]?[0-9]{1,2}[)）.、．]|[#*]+|【[^】]{1,20}】|其中|同时|此外|另外|并且?|还|也|又|再(?!就业|生|婚)|均|都(?!市)|已(?!婚)经?|先后|累计|共计|合计|总计|共有?(?!青团|产党|同|建|享|赢)|全年|目前|现有?(?!场|代|金|实|象|行)|至今|截至目前|今年|去年|当前|分别|"
    "年内|期间|以来|仅|如今|而|且|则|即|至|将要?|力争|确保|拟|预计|全[国省市县区州镇乡村](?!级)|全社区|我[省市县区州镇乡村会们]|各级|各地|各[县区市]+|我们|"
    "[共现下]?辖(?!区)|(?:大会|会议|会上)(?=表彰|授予|命名|宣读)|认真|积极(?!分子|性)|扎实|大力(?!士)|全力|精心|切实|稳步|顺利|"
    "[一二三四五六]是|一方|[，,、；;：: 　]|和(?!谐|睦|平|美|顺)|与|及(?!时)|以及|上述|该|此)+"
)
_OPENER_STARTS: Final = frozenset({*_OPENERS.pattern, *"0123456789"})  # all that one can begin with, and some more
_LEADERS: Final = "在由使让对为自,，、联合同与和及市县区各级“"  # what may stand before a body or a time besides
_OF_LEADERS: Final = _OPENER_STARTS | frozenset(_LEADERS)
# What leads from the noun to its number.
_CLOSERS: Final = re.compile(
    "(?:(?:可?达到?上?|可|为|有|是|共有?|共计|合计|总计|累计|约|近|超过?|逾|突破|多达|高达|不少于|不低于|至少|不足|接近|仅|只|就|[了着过到至]|(?<=[龄率量数度额例入])在|"
    "控制在|保持在|稳定在|维持在|(?:提高|上升|增加|下降|降低|增长|提升|减少|跃升|增|升|降)[到至]|由|从|一直|连续多年|分别|(?<![年月人户日平])均|各|已|大约|其中|"
    "[：:（(“ 　、])+)$"
)
_OF_CLOSERS: Final = "".join(sorted({*_CLOSERS.pattern, "\n"}))  # all characters that they are made of, and some more
_CLOSES_ALONE: Final = frozenset("可达为有是共约近超逾仅只就了着过到至由从各已：:（(“ 　、")
_CLOSER_ENDS: Final = frozenset("可上达到为有是共计约近超过逾破于少足仅只就了着至在由从直年别均各已概中：:（(“ 　、\n")
# 由最初的, 发展到现在的: the way from one number to the next.
_FROM_TO: Final = re.compile(
    "(?:(?:由|从(?![业事教医政军]))[^，,；;]{0,10}|^(?:发展|增加|增长|上升|提高|提升|扩大|跃升|下降|降低|减少)[到至为][^，,；;]{0,8})$",
)
_YEAR_LAST: Final = re.compile("(?<![0-9一—–~～至到为比较与同由从于自-])(?:19|20)[0-9]{2}年$")
_EACH: Final = re.compile("每[人户名个位村]$")  # 1800名患病妇女每人救助1万元
_BARE_PREPOSITIONS: Final = frozenset("对向给分各由让")
_IN_BRACKETS: Final = re.compile("[（(][^（()）]{0,20}[)）]")  # 县（市、区）
_RISE_AHEAD: Final = re.compile(
    "(?:逐步|逐年)?(?:上升|增加|增长|提高|提升|下降|降低|减少|跃升|发展|扩大|增|升|降)[到至为]"
    "|(?:逐步|逐年|持续)(?:上升|增加|增长|提高|提升|下降|降低|减少)(?=[，,]|$)"
)
_IN_ALL: Final = re.compile("共有|现有|已有|共计|累计")  # 党政机关共有公务员
_ADVERB_END: Final = re.compile(
    "(?:稳步|扎实|有序|深入|不断|有效|明显|全面|持续|进一步|积极|工作|顺利|成效|较好|得到).*$"
)
_PAIRS: Final = (("“", "”"), ("（", "）"), ("(", ")"), ("《", "》"))  # kept where both stand, dropped where one does
_PAIRED: Final = re.compile("[“”（）()《》]")
_OF_A_BODY: Final = frozenset(("干部", "执委", "主席", "副主席", "常委", "代表", "委员"))
_GO_ON: Final = frozenset("、和与及（(”")  # what stands behind a unit where no noun of its own does
_NO_NOUN: Final = re.compile("的?基础上|相比|比较")  # in an aside on another time
_NO_NOUN_STARTS: Final = frozenset("的基相比")
_LONGEST: Final = 30
_FURTHEST: Final = 160
_EARLIER: Final = 4  # clauses that a figure may lean on
_MOST_OPENING: Final = 8  # times, and bodies, that may open its words
# Phrases whose answers are kept: 举办, 培训妇女. Of 260 different documents half of the questions came again.
_KEPT: Final = 4096


@cache
def _deed_pattern() -> re.Pattern[str]:
    """All verbs, the longest first; those that begin alike share a branch."""
    branches: dict[str, list[str]] = {}
    for verb in sorted((verb for verb in deed_verbs() if len(verb) > 1), key=len, reverse=True):
        branches.setdefault(verb[0], []).append(re.escape(verb[1:]))
    first = "".join(map(re.escape, branches))
    verbs = [f"{re.escape(char)}(?:{'|'.join(rests)})" for char, rests in branches.items()]
    return re.compile(f"(?=[{first}])(?:{'|'.join(verbs)})")


@cache
def _deed_starts() -> frozenset[str]:
    return frozenset(verb[0] for verb in deed_verbs() if len(verb) > 1)


@lru_cache(maxsize=_KEPT)
def deed_at(words: str) -> tuple[str, str]:
    """The deed that words open with, and what it was done to."""
    starts = _deed_starts()
    match = _deed_pattern().match(words) if words[:1] in starts else None
    if match is None:
        return "", words
    verb, end = match.group(), match.end()
    again = _deed_pattern().match(words, end) if words[end : end + 1] in starts else None
    if again is not None and again.end() < len(words):
        verb += again.group()
    return verb, words[len(verb) :].removeprefix("了")


def deed_behind(words: str) -> str:
    """The deed that words end with, in a phrase that opens with who did it: 爱心企业资助; empty where there is none."""
    for length in range(min(4, len(words) - 1), 1, -1):
        verb = words[-length:]
        if verb in deed_verbs():
            return verb
    return ""


def next_deed(words: str, start: int) -> int:
    """Where the next verb of deeds begins, from a place on; -1 where none does."""
    match = _deed_pattern().search(words, start)
    return -1 if match is None else match.start()


def stripped(words: str) -> str:
    """Words without the marks at their edges; quotation marks stay where they hold a name."""
    if not words or words.isalnum():
        return words.strip("的")  # so it is mostly
    words = words.strip("、，,:：;； 　的")
    if _PAIRED.search(words) is None:
        return words
    for opening, closing in _PAIRS:
        if opening in words and closing in words:
            continue
        words = words.strip(opening + closing)
    return words.strip("、，,:：;； 　的")


def unclosed(words: str) -> str:
    """Words without what leads from a noun to its number."""
    if words[-1:] not in _CLOSER_ENDS:
        return words
    kept = words.rstrip(_OF_CLOSERS)
    if len(kept) == len(words) - 1 and words[-1] in _CLOSES_ALONE:
        return kept  # so it is mostly
    closers = _CLOSERS.search(words, len(kept))
    return words if closers is None else words[: closers.start()] + words[closers.end() :]


@lru_cache(maxsize=_KEPT)
def only_noun(words: str) -> str:
    """Words without what opens and what closes a clause."""
    words = unclosed(words)
    if words[-1:] == "年":
        words = unclosed(_YEAR_LAST.sub("", words))  # 预期寿命2025年达到81岁
    if "由" in words or "从" in words or "到" in words or "至" in words or "为" in words:
        way = _FROM_TO.search(words)
        if way is not None:
            words = unclosed(words[: way.start()])
    opener = _OPENERS.match(words) if words[:1] in _OPENER_STARTS else None
    if opener is not None:
        words = words[opener.end() :]
    if "有" in words or "计" in words:
        words = _IN_ALL.sub("", words)
    words = stripped(words)
    return "" if words in _BARE_PREPOSITIONS else words


def without_subject(sentence: Sentence, draft: Draft) -> str:
    """A figure's own words without the bodies and times that open them: those have fields of their own."""
    text, cut_at = sentence.text, draft.begin
    bodies = sentence.bodies_between(cut_at, draft.start) if sentence.bodies else []
    periods = sentence.periods_between(cut_at, draft.start) if sentence.periods else []
    if bodies or periods:
        opening = [(one.start, one.end) for one in periods[:_MOST_OPENING] if not one.comparison]
        opening += [(one.start, one.end) for one in bodies[:_MOST_OPENING]]
        for start, end in opening:
            if end > cut_at and _says_nothing(text[cut_at:start]):
                cut_at = end
    rest = text[cut_at : draft.start]
    if draft.after:
        return rest
    rest = unclosed(rest)
    if bodies and cut_at == bodies[-1].end and rest in _OF_A_BODY:
        return text[bodies[-1].start : draft.start]  # 乡镇妇联干部200人
    if rest or _names_a_subject(bodies):
        return rest
    if not bodies and cut_at > draft.begin:
        return ""  # 审结的案件数，在2020年为285件: the time is all that stands before the number
    return draft.before  # 村妇联157个: the bodies themselves are counted


def _says_nothing(words: str) -> bool:
    """Whether words before a body or a time only lead to it."""
    if not words:
        return True
    if "【" not in words and not _OF_LEADERS.issuperset(words):
        return False
    return not _OPENERS.sub("", words).strip(_LEADERS)


def _names_a_subject(bodies: list[BodyMention]) -> bool:
    """安阳市320场: what stands before the number is the figure's body."""
    return any(one.form in (_PLACE, _FEDERATION, _COMMUNITY) for one in bodies)


def topic(sentence: Sentence, draft: Draft) -> str:
    """What the clauses before are about, for words that lean on them: the noun that opens the nearest of them."""
    for start, end in reversed(sentence.clauses[max(0, draft.clause - _EARLIER) : draft.clause]):
        _, noun = deed_at(only_noun(sentence.text[start:end]))
        deed = next_deed(noun, 2)
        if deed >= 0 and "的" in noun[deed:]:
            noun, deed = noun[deed:], -1  # 法院审结的家事案件
        noun = stripped(_ADVERB_END.sub("", noun if deed < 0 else noun[:deed]))
        if 2 <= len(noun) <= 16:
            return noun
    return ""


def cut(sentence: Sentence, draft: Draft, previous: Draft | None, following: Draft | None) -> None:
    """Divide the words of a clause among its figures."""
    text, first, last = sentence.text, draft.start, draft.end
    start, end = _begin(text, draft, previous), draft.clause_end
    if first - start > _FURTHEST:
        start = first - _FURTHEST
    if end - last > _FURTHEST:
        end = last + _FURTHEST
    if "(" in draft.lead or "（" in draft.lead:
        bracket = max(text.rfind("(", start, first), text.rfind("（", start, first))
        closed = _closing(text, bracket) if bracket >= 0 else -1
        if closed == last and bracket + 1 == first:
            end = min(end, closed)  # 家庭暴力（18.2%）: what stands before the bracket tells
        elif closed >= last:
            start, end = bracket + 1, min(end, closed)
    cut_short = following is not None and following.start <= end
    if cut_short and following is not None:
        end = following.start
    draft.begin = start
    draft.before = text[start:first]
    if text[first] in "百千万亿":
        draft.before = draft.before.removesuffix("上").removesuffix("过")  # 上百个村
    if last < end:
        draft.after = own_noun(text[last:end], cut_short=cut_short)


def _begin(text: str, draft: Draft, previous: Draft | None) -> int:
    """Where a figure's own words begin: behind those of the figure before it."""
    start = draft.clause_start
    if previous is None or previous.end <= start:
        return start
    if previous.clause == draft.clause and previous.status is _CONDITION:
        return previous.begin  # 45岁以上的占三分之二: the condition belongs to what is counted
    start = previous.end + len(previous.after)
    if previous.after:
        between = text[previous.end : draft.start]
        start = max(start, previous.end + 1 + _last_and(between))
    return min(start, draft.start)


def _blank(match: re.Match[str]) -> str:
    return "-" * len(match[0])


def _last_and(words: str) -> int:
    """Where the last 、 or 和 of a list stands; -1 where none does."""
    return max(words.rfind("、"), words.rfind("和"), words.rfind("与"), words.rfind("及"))


def _closing(text: str, bracket: int) -> int:
    ends = [
        place for place in (text.find(")", bracket, bracket + 60), text.find("）", bracket, bracket + 60)) if place >= 0
    ]
    return min(ends, default=-1)


@lru_cache(maxsize=_KEPT)
def own_noun(words: str, *, cut_short: bool) -> str:
    """The words behind a unit that tell what was counted; where another figure follows, without its verb."""
    if "…" in words:
        words = words[: words.index("…")]
    words = words.removeprefix("人民币").strip(" 　。！!？?\n").removesuffix("。”")
    if "“" not in words:
        words = words.strip("”")
    if not words or words[0] in _GO_ON:
        return ""
    if words[0] in _NO_NOUN_STARTS and _NO_NOUN.match(words):
        return ""
    if cut_short and _RISE_AHEAD.match(words):
        return ""  # 从61.2%上升到2018年的75.5%, 从6923对逐年上升
    if cut_short:
        listed = _last_and(_IN_BRACKETS.sub(_blank, words) if "（" in words or "(" in words else words)
        if listed >= 0:
            words = words[:listed]
        else:
            deed = next_deed(words, 1)
            words = _EACH.sub("", unclosed(words[:deed] if deed > 0 else words))
    return "" if words == "的" else words[:_LONGEST]
