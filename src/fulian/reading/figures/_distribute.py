"""分别: so many figures for as many subjects, each in its turn."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from fulian.model.observation import Status
from fulian.model.organization import Organization
from fulian.reading.figures._draft import Draft, Sentence
from fulian.reading.figures._sought import Sought
from fulian.reading.figures._words import only_noun
from fulian.text.organizations import BodyMention
from fulian.text.periods import PeriodForm, PeriodMention
from fulian.values.period import Period
from fulian.values.quantity import QuantityKind

__all__ = ["distribute"]

_IN_TURN: Final = Sought("(?:分别|依次|各(?!类|项|种|级|界|地|方|个))[^，,；;。、]{0,14}$", signs="别次各")
_AND: Final = re.compile("[ ]?(?:、|和|与|及|以及|，|,)[近约]?[ ]?")
_LONGEST_AND: Final = 5  # characters
_SPLIT: Final = re.compile("、|和|与|以及|(?<!普)及(?!时|率|格)")
_LEVEL: Final = re.compile("(?:[省市州县区乡镇村盟旗]|社区)(?:[两三四五]?级)?")  # 省、市、县三级 name no thing
_COMPARED: Final = re.compile("同比|环比|[比较与](?:(?:19|20)[0-9]{2}年|[上去]年)(?:同期|[末底])?(?:相比)?")
_REACH: Final = 160
_EARLIER: Final = 12  # figures before a run that its changes may be of
_PAUSE: Final = re.compile("[，,；;。]")


def distribute(sentence: Sentence) -> None:
    """Give each of the figures behind 分别 its own subject (分别对应).

    Args:
        sentence: The sentence, whose figures know their labels and bodies.
    """
    drafts = sentence.drafts
    at, last = 0, len(drafts) - 1
    while at < last:
        if drafts[at + 1].start - drafts[at].end > _LONGEST_AND:
            at += 1  # so it is mostly
            continue
        end = _end_of_run(sentence, at)
        if end - at > 1:
            before = drafts[at].lead
            turn = _IN_TURN.search(before)
            if turn is not None:
                _hand_out(sentence, drafts[at:end], before[: turn.start()])
        at = end


def _end_of_run(sentence: Sentence, at: int) -> int:
    """How far figures stand in a row with nothing but 、 or 和 between them."""
    drafts, end = sentence.drafts, at + 1
    while end < len(drafts):
        last, start = drafts[end - 1].end, drafts[end].start
        if start - last > _LONGEST_AND or not _AND.fullmatch(sentence.text, last, start):
            break
        end += 1
    return end


def _hand_out(sentence: Sentence, run: list[Draft], subjects: str) -> None:
    if not subjects.strip("，, "):
        if not run[0].clause:
            return
        start, end = sentence.clauses[run[0].clause - 1]
        subjects = sentence.text[start:end]
    years = _years(sentence, run)
    if years is not None:
        for draft, period in zip(run, years, strict=True):
            draft.period = period
            draft.decide("period", "each-in-turn", period)
        return
    bodies = _bodies(sentence, run)
    if run[0].status is Status.CHANGE and not only_noun(_COMPARED.sub("", subjects)):
        _hand_out_changes(sentence, run)
        return
    items = _SPLIT.split(only_noun(subjects))
    if bodies is None and any(item[-2:-1].isdigit() for item in items):
        _hand_out_shares(sentence, run)
        return
    if bodies is not None:
        for draft, body in zip(run, bodies, strict=True):
            draft.organization = body
            draft.decide("organization", "each-in-turn", body)
    elif len(items) == len(run) and not all(_LEVEL.fullmatch(item) for item in items):
        tail = _shared_tail(items)
        items[-1] = items[-1].removesuffix(tail)
        for draft, item in zip(run, items, strict=True):
            draft.label = draft.noun = item + tail
            draft.decide("label", "each-in-turn", draft.label)
    elif run[0].kind is QuantityKind.SHARE:
        _hand_out_to_parts(sentence, run)


def _hand_out_to_parts(sentence: Sentence, run: list[Draft]) -> None:
    """96人由亲戚照看，41人寄宿，分别占70.1%和29.9%: as many parts, each counted in the same unit."""
    levels = sentence.drafts[max(0, run[0].place - len(run)) : run[0].place]
    if len(levels) < len(run) or len({one.quantity.unit for one in levels}) > 1:
        return
    _, of, whole = run[0].label.rpartition("占")
    if of and levels[0].kind is not QuantityKind.SHARE:
        for draft, level in zip(run, levels, strict=True):
            draft.noun, draft.label = level.label, f"{level.label}占{whole}"
            draft.decide("label", "each-in-turn", draft.label)


def _hand_out_changes(sentence: Sentence, run: list[Draft]) -> None:
    """发出告诫书213份，签发保护令19份，同比分别增长31%和46%: the changes of the figures before, each in its turn."""
    first = run[0].place
    levels = [one for one in sentence.drafts[max(0, first - _EARLIER) : first] if one.status is not Status.CONDITION]
    levels = levels[-len(run) :]
    tail = run[0].label.rpartition(levels[-1].label)[2].replace("分别", "") if levels else ""
    if len(levels) == len(run):
        for draft, level in zip(run, levels, strict=True):
            draft.noun, draft.label = level.label, level.label + tail
            draft.decide("label", "each-in-turn", draft.label)


def _hand_out_shares(sentence: Sentence, run: list[Draft]) -> None:
    """筛查宫颈癌684人、乳腺癌740人，分别完成任务的104.6%和113.1%: of the figures before, each in its turn."""
    first = run[0].place
    levels = [one for one in sentence.drafts[max(0, first - _EARLIER) : first] if one.status is not Status.CONDITION]
    levels = levels[-len(run) :]
    tail = run[0].label
    if len(levels) == len(run):
        for draft, level in zip(run, levels, strict=True):
            draft.noun, draft.label = level.label, level.label + tail
            draft.decide("label", "each-in-turn", draft.label)


def _years(sentence: Sentence, run: list[Draft]) -> list[Period] | None:
    """2014年、2015年分别为29.4亿元、27.6亿元: as many years as figures, named right before 分别."""
    start = run[0].start
    last = sentence.periods_between(max(sentence.start, start - _REACH), start)[-len(run) :]
    if len(last) < len(run) or not _are_joined(sentence, last) or _PAUSE.search(sentence.text, last[-1].end, start):
        return None
    years = [one.resolve(sentence.setting.year) for one in last if one.form is PeriodForm.YEAR]
    return [one for one in years if one is not None] if len(years) == len(run) and None not in years else None


def _are_joined(sentence: Sentence, mentions: Sequence[PeriodMention | BodyMention]) -> bool:
    """Whether only 、 or 和 stands between one and the next."""
    return all(
        sentence.text[left.end : right.start] in ("、", "和", "与") for left, right in itertools.pairwise(mentions)
    )


def _bodies(sentence: Sentence, run: list[Draft]) -> list[Organization] | None:
    """As many bodies or places as figures, named right before 分别."""
    start = run[0].start
    last = sentence.bodies_between(max(sentence.start, start - _REACH), start)[-len(run) :]
    if len(last) < len(run) or not _are_joined(sentence, last):
        return None
    gap = sentence.text[last[-1].end : start]
    if _PAUSE.search(gap) and "分别" not in gap:
        return None
    home, year = sentence.setting.organization, sentence.setting.year
    bodies = [one.resolve(home, year) for one in last]
    return [one for one in bodies if one is not None] if None not in bodies else None


def _shared_tail(items: list[str]) -> str:
    """What the last of several subjects says for all: 普高、职高在校生规模; 代表、委员中女性比例."""
    first, last = items[0], items[-1]
    if first[-1:] == last[-1:]:
        return ""
    for mark in ("中", "的"):
        place = last.rfind(mark)
        if place >= 2:
            return last[place:]
    return last[len(first) :] if len(last) > len(first) else ""
