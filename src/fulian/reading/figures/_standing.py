"""The standing of a figure: whether it was done, is planned, is a change against another time, or only a condition."""

from __future__ import annotations

import re
from typing import Final

from fulian.model.observation import Status
from fulian.reading.figures._draft import Draft, Sentence, Teller
from fulian.reading.figures._sought import Sought
from fulian.text.periods import PeriodForm
from fulian.values.quantity import Qualifier, QuantityKind

__all__ = ["stand"]

# Members at hand: to ask an enumeration for one takes longer than to compare it.
_ACTUAL: Final = Status.ACTUAL
_CONDITION: Final = Status.CONDITION
_CHANGE: Final = Status.CHANGE
_TARGET: Final = Status.TARGET
_POINTS: Final = QuantityKind.POINTS
_AGE: Final = QuantityKind.AGE
_MONEY: Final = QuantityKind.MONEY
_SHARE: Final = QuantityKind.SHARE
_MULTIPLE: Final = QuantityKind.MULTIPLE
_OVER: Final = Qualifier.OVER
_UNDER: Final = Qualifier.UNDER

_TELLER: Final = Teller("status")
_HEAD: Final = 200  # characters of a sentence that a word of will reaches over
_NAMES: Final = re.compile("“[^”]*”|《[^》]*》")  # what a name holds tells no time

# ------------------------------------------------------------ plans and deeds
# 将 tells the future, unless it moves a thing before a verb of placing, where it is 把.
# Straight before a number it is 把 too (将60份作品汇编成册): the clause before a figure ends there.
_NO_WILL: Final = "(?=[^来军士领近约超上0-9一二三四五六七八九十百千万])"
_AS_BA: Final = (
    "(?![^，,；;。]{0,24}(?:纳入|列入|列为|作为|送到|送去|送至|送往|运往|发往|寄往|转交|捐给|定为|确定为|命名为|落实到|融入|"
    "打造成|结合|融合|扩建|改建|改造|建设成|建成为|变成|覆盖|交给|发给|转化|归"
    "|汇编|编[成入印]|[制印整]成|整理成|录入|推送[到至给]|上传|刊登|发放[到至给]))"
)
_WILL: Final = Sought(
    f"将{_NO_WILL}{_AS_BA}"
    "|力争|(?<!家庭)(?<!春蕾)(?<!行动)(?<!帮扶)(?<!培训)(?<!提升)(?<!培育)计划"
    "(?!生育|免疫|内|外|项目|的|任务|专项|资金|经费|惠及)"
    "|(?:^|[，,])确保|拟|预计|打算|下一步|明年|今后|未来"
    "|再(?=新建|新增|发展|建|培育|培养|创建|投入|举办|扶持)|(?<![主需重首纲概摘])要(?=实现|达到|完成|建成)",
    signs="将力计确拟预打下明今未再要",
)
# 市妇联将拓宽渠道，输送900人: reaches over the clauses after it.
_AIM_BEFORE: Final = re.compile(
    "20[0-9]{2}年度?[，,]?[^，,。；0-9]{0,8}?(?<![主需重首纲概摘])(?:要(?![求点素件闻])|计划|力争|拟)"
    "|力争|预计|打算|明年|下一步|今后|计划(?=从|用[两三四五])|目标(?:任务)?(?:是|为)[，,：:]"
)
_WILL_BEFORE: Final = re.compile(
    "将(?:(?=继续|进一步|着力|努力|大力|重点|力争)"
    f"|(?:(?<=妇联.)|(?<=今年.)|(?<=明年.)|(?<=[省市县区州].)){_NO_WILL}{_AS_BA}"
    f"|(?=深入|全面|持续|加快|积极|扎实|开展|推进|推动|实施|组织|举办|围绕|通过|以){_AS_BA})"
)
# One of these stands in a sentence of deeds that has a plan in it.
_PLANS: Final = re.compile(
    "将|力争|计划|确保|拟|预计|打算|下一步|明年|今后|未来|目标|再(?=[新发建培创投举扶])|(?<![主需重首纲概摘])要(?![求点素件闻])"
)
# 计划2015—2017年培训妇女，累计培训900人次: a sentence that opens with a plan tells no deed.
_OPENS_WITH_A_PLAN: Final = re.compile("[ 　]*(?:计划|拟|预计)(?!生育|免疫|内|外|项目|的|任务)")
_DONE: Final = Sought(
    "已|完成|累计|截[至止]|目前|现有|去年|上年|建成了|取得了|实际|今年以来|共计", signs="已完累截目现去上建取实今共"
)
_DONE_IN_PLAN: Final = Sought("已|截[至止]|目前|现有|去年|上年|实现了|取得了", signs="已截目现去上实取")
_ANEW: Final = re.compile("新[建增设]|再")  # 巩固现有基地15个，新建5个
_FROM_NOW: Final = re.compile("[从由](?:现在|目前|当前|上年|去年|现有)?的?$")  # 由现在的35%提升至80%
_SINCE: Final = f"said-as-{PeriodForm.SINCE}"  # 自2013年实施以来，投入资金900万元: even in a plan it was done
_DONE_SINCE: Final = re.compile("已|完成|实现了")
_TASK: Final = re.compile(
    "(?:(?:任务|目标|要求)(?:数|量|值|人数)?(?:为|是|达到?)?|指标(?:数|值)?(?:为|是)?)(?![均都中])[^，,；;。0-9的达有]{0,2}$"
)
# 完成目标任务200户, 超额完成任务17%: the mark was reached.
_MARK_REACHED: Final = Sought(
    "(?:完成|实现)[^，,；;。0-9]{0,6}(?:任务|目标|指标|要求)[^，,；;。0-9]{0,2}$", signs="完实"
)
_MARK: Final = re.compile(
    '[”" ]*(?:或?以[上下内])?[”" ]*的(?:《[^》]{1,8}》|[“"][^”"]{1,8}[”"])?(?:规划|任务|国家|全省|省定)?'
    "(?:目标|要求|标准)"
    '|[ ]?[”"][ ]?(?:目标|要求)'
)
_SHARE_BEHIND: Final = re.compile("[0-9.]{1,6}%")
_COLONS: Final = frozenset("：:")
_TASK_SAID: Final = re.compile("(?:目标|任务)[：:]$")
_COUNTED_MARKS: Final = re.compile("(?:指标|目标|任务)$")  # 妇女指标36项: so many of them
_ARTICLES: Final = frozenset("项个条")
_MARK_STARTS: Final = frozenset('”" 或以的')

# 承担2万名妇女的检查任务: what was laid on a body.
_ASSIGNED: Final = re.compile("(?:承担|下达|分配)[^，,；;。0-9]{0,4}$")
_ASSIGNMENT: Final = re.compile("[^，,；;。0-9]{1,16}任务")
_OF_A_MARK: Final = re.compile("[务标求承下分]")  # what _TASK and _ASSIGNED have one of, among so many last characters
_MARK_REACH: Final = 9

# ------------------------------------------------------------ changes
_SHARE_OF: Final = re.compile("占比|比[例重率]")  # 女性占比超53% compares nothing
_COMPARED: Final = re.compile("比|较|同比|环比|相比|高于|低于|超出|缩小|拉大")
_ROSE_BY: Final = Sought(
    "(?:增长|增加|增幅|上升|提高|提升|下降|降低|减少|净增|多增|扩大|缩小|延长|缩短|回升|回落|下滑|增|升|降|减|高|低|多|少|翻|超)"
    "(?:了|出|幅度?)?(?:为|达到?|约|近|超过?|逾|高达|[了超])*[ ]?$",
    signs="增升高降减大小长短落滑低多少翻超",
)
_ROSE_BY_ENDS: Final = frozenset("增长加幅升高提降低减少多扩大缩小延短回落滑翻超了出度为达到约近过逾 \n")
_ROSE_TO: Final = Sought(
    "(?:增长|增加|上升|提高|提升|下降|降低|减少|跃升|扩大|缩小|发展|增|升|降)(?:到|至|为)[^，,；;]{0,12}$",
    signs="到至为",
)
_AS_MUCH_AS: Final = Sought("[高多]达到?[约近]?$", signs="高多")  # 占比高达70%
_ADDED: Final = re.compile("新增(?:加)?[^，,；;]{0,12}$")
_ROSE_PLAINLY: Final = re.compile("(?:净增|多增|增加|增长|减少|下降|降低|上升|提高|延长|缩短|多出|却多|却少)了?$")

# ------------------------------------------------------------ conditions
_A_HEAD: Final = re.compile("(?:人均|户均|每[人户名]|平均每|均增收|月均|户年均)[^，,；;。0-9]{0,12}$")
_EACH: Final = re.compile("每[个位月期场次周天日村镇乡县所家][^，,；;。0-9]{0,12}$")
_MEASURED: Final = frozenset(("平方米", "平米", "亩", "公斤", "升", "%", "‰"))  # 人均绿地面积 is a level like any other
_TIME_SPENT: Final = re.compile("(?:服务|时长|累计|授课|志愿)[^，,；;。]{0,6}$")
_SESSIONS: Final = frozenset(("课时", "学时", "个学时", "个课时", "小时", "个小时"))
_MANY: Final = 100  # so many hours were given or served; a few are how long something took
_MEAN: Final = re.compile("平均|寿命|年限")
_LEVEL_A_HEAD: Final = re.compile("人均.{0,6}(?:收入|支出|产值|消费|贷款额)")  # a level like any other
_LASTING: Final = frozenset((QuantityKind.DURATION, QuantityKind.AGE))
_BOUND: Final = re.compile("(?:及?以[上下内]|之间)")
_A_SHARE_OF: Final = re.compile("[占达率]")
_OF_WHAT: Final = re.compile("的(?!乡|村|县|城|市)[^0-9，,、]{0,12}$")
_WHO_MAY: Final = re.compile(
    "(?:以[上下内]|之间)?(?:的|可以?)(?=[^，,；;。0-9]{0,8}(?:妇女|家庭|女性|农户|贷款|创业|人员|群众|可|均可|申请|享受))"
)


def stand(sentence: Sentence, draft: Draft, previous: Draft | None) -> None:
    """Decide the standing of a figure (判断状态).

    Args:
        sentence: The figure's sentence.
        draft: The figure.
        previous: The figure before it in the sentence, or None.
    """
    status, rule = _standing(sentence, draft, previous)
    draft.status = status
    _TELLER.tell(draft, rule, status)


def _standing(sentence: Sentence, draft: Draft, previous: Draft | None) -> tuple[Status, str]:
    if draft.joined and previous is not None and previous.kind is draft.kind:
        return previous.status, "as-the-figure-before"
    before = draft.lead
    if "“" in before or "《" in before:
        before = _without_names(before)
    condition = _condition(sentence, draft, before)
    if condition and previous is not None and _goes_on_with_a_mean(previous, draft):
        return previous.status, "as-the-figure-before"
    if condition:
        return _CONDITION, condition
    if _is_change(draft, before):
        return _CHANGE, "points" if draft.kind is _POINTS else "rose-or-fell-by"
    if _is_mark(sentence, draft, before):
        return _TARGET, "the-mark-to-reach"
    if previous is not None and _parted(sentence, previous, draft):
        if previous.status is _TARGET and _same_deed(previous, before):
            return _TARGET, "will-goes-on"
        previous = None
    if sentence.setting.status is _TARGET:
        return _in_a_plan(sentence, draft, previous, before)
    return _in_a_report(sentence, draft, previous, before)


def _without_names(words: str) -> str:
    return _NAMES.sub("“”", words) if "“" in words or "《" in words else words


def _goes_on_with_a_mean(previous: Draft, draft: Draft) -> bool:
    """平均预期寿命77岁，其中女性80岁: what follows a mean is one."""
    lasting = draft.kind is _AGE and previous.kind in _LASTING  # 提高8年，达到74岁
    return lasting and previous.status is not _CONDITION


def _in_a_plan(sentence: Sentence, draft: Draft, previous: Draft | None, before: str) -> tuple[Status, str]:
    year = sentence.setting.first_year
    earlier = year is not None and draft.period is not None and draft.period.last.year < year
    from_now = ("从" in before or "由" in before) and _FROM_NOW.search(before) is not None
    told = draft.rule_of("period") == _SINCE or sentence.text.find("据统计", sentence.start, draft.start) >= 0
    if earlier or from_now or ((told or _DONE_IN_PLAN.search(before)) and not _WILL.search(before)):
        return _ACTUAL, "done-within-a-plan"
    after_deeds = previous is not None and previous.status is _ACTUAL
    if after_deeds and len(before) <= 8 and not _WILL.search(before) and not _ANEW.match(before):
        return _ACTUAL, "as-the-figure-before"
    return _TARGET, "setting-plans"


def _in_a_report(sentence: Sentence, draft: Draft, previous: Draft | None, before: str) -> tuple[Status, str]:
    if sentence.plans is None:
        sentence.plans = _PLANS.search(sentence.text, sentence.start, sentence.drafts[-1].start) is not None
    if not sentence.plans:
        return _ACTUAL, "setting-tells-deeds"
    will = _WILL.search(before)
    if will and not _is_done_since(before, will):
        return _TARGET, "will-in-clause"
    if _OPENS_WITH_A_PLAN.match(sentence.text, sentence.start) and "已" not in before:
        return _TARGET, "will-in-sentence"
    done = _DONE.search(before)
    if done is not None and done[0] != "完成":
        return _ACTUAL, "setting-tells-deeds"
    begin = max(sentence.start, draft.start - _HEAD)
    if previous is not None and previous.status is _ACTUAL and previous.rule_of("status") == "setting-tells-deeds":
        begin = max(begin, previous.end)  # 力争达标，今年以来共计15户达标，1个社区…
    head = _without_names(sentence.text[begin : draft.start])
    if _AIM_BEFORE.search(head) or _WILL_BEFORE.search(head):
        return _TARGET, "will-in-sentence"  # 今年将拓宽渠道，完成输出5000人
    if done is not None:
        return _ACTUAL, "setting-tells-deeds"
    if previous is not None and previous.status is _TARGET and "will" in previous.rule_of("status"):
        return _TARGET, "as-the-figure-before"
    return _ACTUAL, "setting-tells-deeds"


def _is_done_since(before: str, will: re.Match[str]) -> bool:
    """计划投资2亿元，已完成: but 今年要完成3000例 and 力争完成 tell of what is to be completed."""
    done = _DONE_SINCE.search(before, will.end())
    return done is not None and (done[0] != "完成" or done.start() > will.end())


def _parted(sentence: Sentence, previous: Draft, draft: Draft) -> bool:
    between = sentence.text[previous.end : draft.start]
    return "；" in between or ";" in between


def _same_deed(previous: Draft, before: str) -> bool:
    """今年将选择7个县…；选择14个县…: the verb behind 将 again."""
    will = _WILL.search(previous.lead)
    return will is not None and len(before) > 1 and previous.lead.startswith(before[:2], will.end())


def _is_mark(sentence: Sentence, draft: Draft, before: str) -> bool:
    text, end = sentence.text, draft.end
    ahead = _OF_A_MARK.search(before, max(0, len(before) - _MARK_REACH)) is not None
    if ahead and _ASSIGNED.search(before) and _ASSIGNMENT.match(text, end, draft.clause_end):
        return True
    opens = draft.clause_start
    if text[opens - 1 : opens] in _COLONS and _TASK_SAID.search(text, max(sentence.start, opens - 6), opens):
        return True  # 目标任务：救助400名
    if not ahead and text[end : end + 1] not in _MARK_STARTS:
        return False  # so it is mostly
    behind = text[end : end + 1] in _MARK_STARTS and _MARK.match(text, end, end + 16)
    if draft.quantity.unit in _ARTICLES and _COUNTED_MARKS.search(before):
        return draft.quantity.unit == "个" and before.endswith("任务")  # 新建任务22个 is a mark
    if not (behind or (ahead and _TASK.search(before))) or _DONE_IN_PLAN.search(before):
        return False
    if sentence.setting.status is _TARGET or not _MARK_REACHED.search(before):
        return True
    return text.startswith("的", end) and _SHARE_BEHIND.match(text, end + 1) is not None  # 完成任务2000万元的67.5%


def _condition(sentence: Sentence, draft: Draft, before: str) -> str | None:
    kind = draft.kind
    if kind in _LASTING:
        if draft.quantity.unit in _SESSIONS and draft.quantity.value >= _MANY:
            return None  # 开设公益课堂1500课时
        if kind is _AGE and "寿命" in sentence.text[max(sentence.start, draft.start - _HEAD) : draft.start]:
            return None  # 人均预期寿命延长，2030年达到82岁
        told = _MEAN.search(before) or _ROSE_BY.search(before) or _TIME_SPENT.search(before)
        return None if told else "age-or-length-of-time"
    if "均" in before or "每" in before:
        if _LEVEL_A_HEAD.search(before):
            return None
        if _A_HEAD.search(before) and draft.quantity.unit not in _MEASURED:
            return "per-head"
        if kind is _MONEY and _EACH.search(before):
            return "per-head"
    if draft.rule == "measure-word" and _is_threshold(sentence, draft, before):
        return "threshold"
    return None


def _is_threshold(sentence: Sentence, draft: Draft, before: str) -> bool:
    """年发放加工费100万元以上的386名; 对贷款额10万元以下的妇女: a bound on what is counted or who is meant."""
    following = sentence.after(draft)
    if following is not None and following.clause != draft.clause:
        following = None
    if following is None and draft.kind is not _MONEY:
        return False  # so it is mostly
    quantity = draft.quantity
    bounded = quantity.qualifier in (_OVER, _UNDER) or quantity.high is not None
    if bounded and draft.kind is _MONEY and _WHO_MAY.match(sentence.clause_after(draft)):
        return True
    if following is None or (draft.kind is _SHARE and not _A_SHARE_OF.search(before)):
        return False  # 80%以上的妇女掌握了1门技术: a share of those who did
    between = sentence.text[draft.end : following.start]
    bound = _BOUND.match(between)
    return bool(_OF_WHAT.match(between, bound.end() if bound else 0)) and (bound is not None or bounded)


def _is_level(before: str) -> bool:
    """差距由8个百分点缩小到6个百分点: how wide a gap was and is; but 缩小了2个百分点 is a change."""
    return _ROSE_TO.search(before) is not None or _ROSE_BY.search(before) is None


def _is_change(draft: Draft, before: str) -> bool:
    kind = draft.kind
    if kind is _POINTS:
        return not ("差距" in before and _is_level(before))
    if before[-1:] not in _ROSE_BY_ENDS or not _ROSE_BY.search(before):
        return False
    if _AS_MUCH_AS.search(before) and not _COMPARED.search(before.replace("占比", "")):
        return False
    if _ROSE_TO.search(before):
        return False
    if _COMPARED.search(_SHARE_OF.sub("", before) if "比" in before else before):
        return True
    if kind in (_SHARE, _MULTIPLE):
        # 实现目标超六成, but 下降超四成
        return not before.endswith("超") or _ROSE_PLAINLY.search(before[:-1]) is not None
    return not _ADDED.search(before) and bool(_ROSE_PLAINLY.search(before))
