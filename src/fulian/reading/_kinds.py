"""What kind of document a stretch of text is, by its title and, where that tells nothing, by its wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from fulian.model.document import DocumentKind
from fulian.reading._matter import Matter

__all__ = ["kind_by_title", "kind_of"]

_TITLE_WORDS = (
    (
        DocumentKind.SUMMARY,
        re.compile(
            "总结|汇报|述职|自查|自评|[这过去近][三四五十]年|[三四五十]年(?:来|工作|回眸|巡礼|答卷)|回眸|巡礼|成就|小结|回顾|情况报告|情况的报告|工作报告|工作情况|工作成效|进度(?:情况|通报|公示)?$|半年工作|综述|"
            "(?:完成|实施|进展|开展|落实|执行)情况|情况(?:的)?通报|大会上的报告|简报|专报|(?:经验|典型|事迹|交流|推荐|推介|申报)材料|"
            "年鉴|大事记|纪实|侧记|掠影|工作亮点|(?:提案|建议)[^\n]{0,6}(?:答复|复函|回复)|[省市县区州乡镇]志(?!愿)"
        ),
    ),
    (DocumentKind.STUDY, re.compile("调研|研究|调查|监测|评估|分析|思考|课题|统计公报|状况|现状")),
    (
        DocumentKind.PLAN,
        re.compile(
            "要点|计划|安排|方案|规划|打算|重点工作|任务|目标|实施意见|行动(?=方案|计划)|的意见|思路|实事|分解书"
            "|关于(?:开展|实施|举办|做好|组织|推进|组织开展|深入开展)[^\n]*通知$"
        ),
    ),
    (DocumentKind.SUMMARY, re.compile("报告|情况|简报|工作$")),
)
# What another paper or a campaign (“木兰”计划) is called says nothing of this one; “十四五”规划 is a plan.
_TITLED = re.compile("《[^》]*》|“[^”五]*”(?:计划|行动|工程)(?!方案)|“[^”]*”")
_REACHED = re.compile(
    "圆满|超额|(?:全面|率先|顺利|提前|已)完成|实现目标|目标(?:超|实现|完成)|达标"
)  # 圆满完成民生实事任务 tells a deed
# 现将一年工作做如下总结: what a text calls itself goes before a title that a collection gave it.
_SUMS_UP = re.compile(
    "(?:现将|现就)[^。；;\n]{0,24}(?:总结|汇报|报告|小结)(?:如下|[。：:])|作?做?如下(?:总结|汇报|小结)"
)
_ISSUES = re.compile("[印转下]发")  # a notice that issues a paper is of that paper's kind
_COUNTED = re.compile("[0-9](?:余|多|万|千|百)*(?:人次|场次|[件场次人名户期份个家所支条项亿元起例])")
# A text without any of these is not of this field: a recipe, a poem, another language.
_OF_THE_TRADE = re.compile(
    "妇|女|儿童|少年|家庭|母亲|巾帼|婚姻|维权|接访|来访|信访|社区|街道|乡镇|[全我本各][省市县区村镇]|[县村镇]|培训|工作|活动|宣传|讲座"
)
_PLANNED = re.compile("计划|目标|任务|预期|预计|拟")
_DONE = re.compile("了(?!解)|已(?!婚)|全年|[一两三四五十]年来|总结如下|今年以来|累计|取得")
# What is, rather than what is to be done.
_STATES = re.compile(
    "(?:比例|总数|人数|人口)(?:为|是|达)|占[^，,。；;]{0,20}?的?[0-9]|数据显示|据(?:统计|介绍|了解)|介绍[，,]"
)
_ANNOUNCES = re.compile(
    "(?:发布|公布|推出)[^。；;]{0,30}实事|实事[^。；;]{0,4}(?:包括|如下)|[二三四五六七八九十0-9]件[^。；;\n]{0,12}实事\n"
)
_OPENING = 300
# 本报讯, 记者获悉, 近日…举行: news, which tells what happened.
_NEWS = re.compile(
    "讯[ (（]|电[ (（]|记者|据悉|获悉|日前|近日|连日来|昨日|昨天"
    "|[0-9]日(?:[上下]午|[^，。；;\n]{0,40}(?:举行|举办|召开|开幕|启动))"
)
# A number to its last digit, or with decimals, was counted: plans are made in round ones.
_UNROUND = re.compile(
    "[0-9](?<![0-9.][0-9])(?:[0-9]*[.][0-9]+|[0-9]*[1-9])[余多]?[万亿]?[余多]?[个人名户件场期次元笔份项所家条支位篇处倍平%]"
)
_ENOUGH_UNROUND = 2
_AIMS = re.compile(
    "力争|确保[^，,。；;]{0,20}[0-9]|(?<![降高升长加少伸])到20[0-9]{2}年|(?:主要|具体|工作)目标|目标任务|提出.{0,6}目标|预期"
)
_SECTION_OF_A_SUMMARY = re.compile(
    "(?:年|月份?|季度|年度)工作总结|做法|成效|成绩|存在.{0,6}问题|今后|下一步|打算|回顾|亮点"
)
_TO_DO = re.compile(
    "将(?:继续|进一步|要)|要(?:进一步|继续|坚持|把|以|在)|今后|新的一年|主要抓好|指导思想|总体要求|总体思路"
)


def kind_of(matter: Matter) -> DocumentKind:
    """Tell what kind of document it is (文件类别).

    Args:
        matter: The document.

    Returns:
        Plan, summary or study; a summary where neither title nor wording leans to a plan; other where no word of the
        trade stands in the text.
    """
    kind = None if matter.sample else kind_by_title(matter.title)
    if kind is DocumentKind.PLAN and _SUMS_UP.search(
        matter.text, matter.start, min(matter.end, matter.start + _OPENING)
    ):
        return DocumentKind.SUMMARY
    if kind is not None:
        return kind
    if any(_SECTION_OF_A_SUMMARY.search(words) for words in _headings(matter)):
        return DocumentKind.SUMMARY
    length = matter.end - matter.start
    if not _OF_THE_TRADE.search(matter.text, matter.start, matter.end):
        return DocumentKind.OTHER
    done = len(_DONE.findall(matter.text, matter.start, matter.end))
    to_do = len(_TO_DO.findall(matter.text, matter.start, matter.end))
    counted = len(_COUNTED.findall(matter.text, matter.start, matter.end))
    if not to_do and _is_of_tables(matter) and not _PLANNED.search(matter.text, matter.start, matter.end):
        return DocumentKind.SUMMARY  # tables report, where they don't say that they plan
    if _ANNOUNCES.search(matter.text, matter.start, min(matter.end, matter.start + _OPENING)):
        return DocumentKind.PLAN
    if not to_do and matter.frame.published and (matter.frame.publisher or done):
        return DocumentKind.SUMMARY  # what a site publishes as news, with its day and its source
    if to_do <= 1 and not _AIMS.search(matter.text, matter.start, matter.end) and _tells_what_was(matter):
        return DocumentKind.SUMMARY
    states = len(_STATES.findall(matter.text, matter.start, matter.end))
    tells = (done + states) * 500 >= length or counted * 100 >= length
    return DocumentKind.SUMMARY if tells and to_do <= done + states + counted else DocumentKind.PLAN


def _tells_what_was(matter: Matter) -> bool:
    """News, or figures that nobody plans: 1837名, 1.46亿元."""
    if _NEWS.search(matter.text, matter.start, min(matter.end, matter.start + _OPENING)):
        return True
    unround = islice(_UNROUND.finditer(matter.text, matter.start, matter.end), _ENOUGH_UNROUND)
    return sum(1 for _ in unround) == _ENOUGH_UNROUND


def kind_by_title(title: str) -> DocumentKind | None:
    """Tell what kind of document a title names (标题所示类别).

    Args:
        title: The title, on one line.

    Returns:
        Plan, summary or study; None where its words say nothing.
    """
    title = title if _ISSUES.search(title) else _TITLED.sub("", title)
    told = _REACHED.search(title) is not None
    return next(
        (kind for kind, words in _TITLE_WORDS if words.search(title) and not (told and kind is DocumentKind.PLAN)), None
    )


def _is_of_tables(matter: Matter) -> bool:
    """Whether more than half of a document stands in tables."""
    inside = (table for table in matter.tables if matter.start <= table.start < matter.end)
    return 2 * sum(table.end - table.start for table in inside) > matter.end - matter.start


def _headings(matter: Matter) -> Iterator[str]:
    return (matter.text[block.text : block.heading_end] for block in matter.body if block.heading_end > block.text)
