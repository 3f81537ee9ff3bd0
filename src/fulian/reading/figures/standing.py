"""The standing of a figure: whether it was done, is planned, is a change against another time, or only a condition."""

from __future__ import annotations

import re

from fulian.model.observation import Status
from fulian.reading.figures.draft import Draft, Sentence
from fulian.values.quantity import QuantityKind

__all__ = ["stand"]

_COMPARED = re.compile("比|较|同比|环比|相比|高于|低于|超出|缩小|拉大")
_ROSE_BY = re.compile(
    "(?:增长|增加|增幅|上升|提高|提升|下降|降低|减少|净增|多增|扩大|缩小|回升|回落|下滑|增|升|降|减|高|低|多|少|翻|超)"
    "(?:了|率|幅度?)?(?:为|达到?|约|近|超过?|逾|高达|[了超])*[ ]?$"
)
_ROSE_TO = re.compile("(?:增长|增加|上升|提高|提升|下降|降低|减少|跃升|扩大|发展|增|升|降)(?:到|至|为)[^，,；;]{0,4}$")
_ADDED = re.compile("(?:新增|新增加)[^，,；;]{0,12}$")
# 将 tells the future, unless it moves its object before a verb of placing, where it is 把.
_WILL_DO = (
    "将(?![近军士领])(?![^，,；;。]{0,24}(?:纳入|列入|列为|作为|送到|送去|送至|定为|确定为|命名为|落实到|融入|打造成|扩建|改造|建设成|建成为|变成|"
    "覆盖|交给|发给|转化|捆|归|改建))|力争|(?<!家庭)计划(?!生育|内|外|项目|的|任务)|(?:^|[，,])确保|拟|预计|打算|下一步|明年|今后|未来"
)
_WILL = re.compile(_WILL_DO)
_WILL_ANYWHERE = re.compile("力争|预计|打算|明年|下一步|今后|将(?=继续|进一步|着力|努力|大力|重点|力争)")
_DONE = re.compile("已|完成|累计|截[至止]|目前|现有|去年|上年|建成了|取得了|实际")
_DONE_IN_PLAN = re.compile("已|截[至止]|目前|现有|去年|上年|实现了|取得了")
_NAMES = re.compile("“[^”]*”|《[^》]*》")
_EACH = re.compile("(?:人均|户均|每[人户名个位]|平均每|均增收|月均|年均|户年均)[^，,；;。0-9]{0,12}$")
_EACH_TIME = re.compile("每[月期场次周天日][^，,；;。0-9]{0,12}$")
_MEAN = re.compile("(?:平均|预期寿命|年限|年龄)[^，,；;。]{0,6}$")
_THRESHOLD_AFTER = re.compile("(?:以[上下内]|之内)?(?:的|、|及以[上下]的?)?[^，,；;。0-9]{0,14}$")
_THRESHOLD_BEFORE = re.compile("(?:达到?|超过?|不足|满|在|不低于|近|年[^，,；;。0-9]{0,6}超?)$")
_MEASURED = frozenset(("平方米", "平米", "亩", "公斤", "升", "%", "‰"))  # 人均绿地面积 is a level like any other
_TIME_SPENT = re.compile("(?:服务|时长|累计|授课|志愿)[^，,；;。]{0,6}$")
_LASTING = frozenset((QuantityKind.DURATION, QuantityKind.AGE))


def stand(sentence: Sentence, draft: Draft, previous: Draft | None, *, earlier: bool) -> None:
    """Decide the standing of a figure (判断状态).

    Args:
        sentence: The figure's sentence.
        draft: The figure.
        previous: The figure before it in the sentence, or None.
        earlier: Whether its time lies before the year of its setting.
    """
    status, rule = _standing(sentence, draft, previous, earlier=earlier)
    draft.status = status
    draft.decide("status", rule, status.value)


def _standing(sentence: Sentence, draft: Draft, previous: Draft | None, *, earlier: bool) -> tuple[Status, str]:
    before = _NAMES.sub("“”", sentence.clause_before(draft))
    condition = _condition(sentence, draft, before)
    if condition:
        return Status.CONDITION, condition
    change = _change(draft, before)
    if change:
        return Status.CHANGE, change
    behind = sentence.text[draft.figure.end : draft.figure.end + 9]
    if (_MARK.match(behind) or _TASK_BEFORE.search(before)) and not _DONE_IN_PLAN.search(before):
        return Status.TARGET, "the-mark-to-reach"
    leans = previous is not None and ";" not in _between(sentence, previous, draft)
    if sentence.setting.status is Status.TARGET:
        will = _WILL.search(before)
        if earlier or (_DONE_IN_PLAN.search(before) and not will):
            return Status.ACTUAL, "done-within-a-plan"
        if leans and previous is not None and previous.status is Status.ACTUAL and not will and len(before) <= 8:
            return Status.ACTUAL, "as-the-figure-before"
        return Status.TARGET, "setting-plans"
    will = _WILL.search(before)
    if will and not re.search("已|完成|实现了", before[will.end() :]):
        return Status.TARGET, "will-in-clause"
    head = _NAMES.sub("“”", sentence.text[sentence.start : draft.figure.start])
    if _WILL_ANYWHERE.search(head) and not _DONE.search(before):
        return Status.TARGET, "will-in-sentence"
    return Status.ACTUAL, "setting-tells-deeds"


_TASK_BEFORE = re.compile("(?:任务|目标|指标|要求)(?:数|量|值|人数)?(?:为|是|达到?)?[^，,；;。0-9的]{0,2}$")
_MARK = re.compile("”?(?:以[上下内])?的(?:规划|任务|国家|全省|省定)?(?:目标|要求|标准)")


def _between(sentence: Sentence, previous: Draft, draft: Draft) -> str:
    return sentence.text[previous.figure.end : draft.figure.start].replace("；", ";")


def _condition(sentence: Sentence, draft: Draft, before: str) -> str | None:
    kind = draft.quantity.kind
    if kind in _LASTING:
        if _MEAN.search(before) or _ROSE_BY.search(before) or _TIME_SPENT.search(before):
            return None
        return "age-or-length-of-time"
    if (_EACH.search(before) and draft.quantity.unit not in _MEASURED) or (
        kind is QuantityKind.MONEY and _EACH_TIME.search(before)
    ):
        return "per-head"
    if draft.figure.rule == "measure-word" and _is_threshold(sentence, draft):
        return "threshold"
    return None


def _is_threshold(sentence: Sentence, draft: Draft) -> bool:
    """年发放加工费100万元以上的386名: a bound on what the next figure counts."""
    following = next((one for one in sentence.drafts if one.figure.start > draft.figure.start), None)
    if following is None or following.clause != draft.clause:
        return False
    between = sentence.text[draft.figure.end : following.figure.start]
    if re.match("(?:及?以[上下内])?的(?!乡|村|县|城)[^0-9，,]{0,12}$", between) and "、" not in between:
        return bool(re.match("(?:及?以[上下内])", between)) or draft.quantity.qualifier.value in ("over", "under")
    return False


def _change(draft: Draft, before: str) -> str | None:
    kind = draft.quantity.kind
    if kind is QuantityKind.POINTS:
        return "points"
    if _ROSE_TO.search(before):
        return None
    rose = _ROSE_BY.search(before)
    if rose is None:
        return None
    compared = _COMPARED.search(before)
    if compared or kind in (QuantityKind.SHARE, QuantityKind.MULTIPLE):
        return "rose-or-fell-by"
    if _ADDED.search(before):
        return None
    return "rose-or-fell-by" if re.search("(?:净增|多增|增加|增长|减少|下降|上升|提高)[了]?$", before) else None
