"""Sentences of a paragraph, and which of them speak of what is still to be done."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from fulian.reading._table_parts import Table
from fulian.text.clauses import find_sentences

__all__ = ["announces", "find_statements", "first_plan", "tables_whole", "tells_lack", "without_stop"]

_SEMICOLON = re.compile("[；;]")

_YEAR = "(?<![0-9—–~～-])(?P<year>(?:19|20)[0-9]{2}) ?年度?"  # of 2001—2010年 it is neither
_COMING = "今后|下一步|下步|下一年|明年|来年|新的一年|未来|下一阶段|接下来|下半年|在今后"
_OPENING = re.compile(f" ?(?:[^，,。；;]{{0,12}}?)(?:{_YEAR}|(?P<this>今年|本年度?)|(?P<coming>{_COMING}))")
# 将 before what is done to its object (将培训覆盖到乡镇) tells a deed; before these words it tells a plan.
_WILL = re.compile(
    "将(?:会|要|集中|继续|进一步|着力|着重|致力|以|围绕|重点|大力|加强|加大|加快|推进|推动|推广|推出|开展|组织|举办|召开|努力|坚持|按照|充分|在|不断|全面"
    "|深入|积极|创新|突出|启动|实施|打造|注重|做好|做实|强化|紧紧|认真|持续|建立|建设|完善|健全|落实|贯彻|发挥|承办|服务|整合|探索|扎实|切实|始终|为|把"
    "|从|通过|抓|聚焦|立足|牢牢|更加|同|与|联合|依托|关注|引导|提升|提高|促进|争取|力争|巩固|深化|优化|构建|培育|培树|扩大|拓展|一如既往|有)"
)
_INTENDS = re.compile("计划|打算|拟|力争|争取在|准备|要(?![求点闻件素])|继续|进一步|努力")
# 省妇联将着力做好以下工作：, 决定办好十件实事。 But 主要做了以下工作：
_MUST = re.compile("[，,]?[^，,。；;]{0,8}要(?![求点闻件素])")  # 今年，各级妇联要
_DEED = re.compile("了(?<![为除罢到极].)(?![解却断如])[^。；将要]{0,30}[0-9]")  # 印制了传单1000份
_ANNOUNCES = re.compile(
    "(?:将|拟|决定|计划|打算|准备|(?<![主需重必首])要(?![求点务])|下一步|下半年|明年|今后)[^。；;\\n了]{0,50}"
    "(?:做好|抓好|办好|办|抓|开展|推进|落实|实施|突出|完成|推出|围绕|从)[^。；;\\n了]{0,16}?"
    "(?:(?:以下|如下|下列)[^。；;\\n了]{0,12}[：:。]|[一二三四五六七八九十0-9]{1,2}[件项个大][^。；;\\n了]{0,16}[：:。]"
    "|(?:工作|任务|实事)[：:])$"
)
_ANNOUNCEMENT = 100  # characters of a paragraph's end in which it announces
_LACK = re.compile(
    "相差甚远|(?:还|仍|尚)(?:存在|有).{0,16}(?:不足|问题|差距|困难|薄弱)|有待(?:进一步)?(?:提高|加强|深化|改进|完善)|存在(?:的|着|一些)?.{0,10}(?:不足|问题|差距|困难)"
    "|离.{2,24}(?:还|仍|尚)?有.{0,6}差距"
)


def find_statements(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the statements of a stretch (分述): its sentences, cut at semicolons too.

    Args:
        text: The text.
        start: The stretch's first character.
        end: The character after its last.

    Returns:
        Bounds in order, stops included; blank ones left out.

    Example:
        >>> text = "开展培训12期；接访43件。效果好。"
        >>> [text[first:last] for first, last in find_statements(text, 0, len(text))]
        ['开展培训12期；', '接访43件。', '效果好。']
    """
    found = []
    for first, last in find_sentences(text, start, end):
        at = first
        while match := _SEMICOLON.search(text, at, last - 1):
            found.append((at, match.end()))
            at = match.end()
        found.append((at, last))
    return [bounds for bounds in found if text[bounds[0] : bounds[1]].strip()]


def tables_whole(sentences: list[tuple[int, int]], tables: Sequence[Table]) -> list[tuple[int, int]]:
    r"""Put the lines of a table together again, behind the sentence that they belong to (表格归句).

    Args:
        sentences: Bounds of sentences, in order, the lines of tables among them.
        tables: The tables of the text, in order.

    Returns:
        The sentences; a table is part of the one before it, or one of its own where none stands before it.

    Example:
        >>> from fulian.text.view import View
        >>> from fulian.reading.table_layout import find_tables
        >>> text = "各县任务：\n县区\t培训（人）\n慈利县\t120\n桑植县\t90"
        >>> len(tables_whole(find_sentences(text, 0, len(text)), find_tables(View(text))))
        1
    """
    if not tables or not sentences:
        return sentences
    at = bisect_left(tables, sentences[0][0], key=_end)
    whole: list[tuple[int, int]] = []
    for start, end in sentences:
        while at < len(tables) and tables[at].end <= start:
            at += 1
        if whole and at < len(tables) and tables[at].start <= start:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def _end(table: Table) -> int:
    return table.end


def without_stop(text: str, sentence: tuple[int, int]) -> tuple[int, int]:
    """Give a sentence's bounds without its stop and the white space around it (去句末点号); of a table its first line.

    Args:
        text: The text.
        sentence: The sentence's bounds.

    Returns:
        Bounds of at least one character.

    Example:
        >>> without_stop("维权。", (0, 3))
        (0, 2)
    """
    start, end = sentence
    while start < end - 1 and text[start].isspace():
        start += 1
    line_end = text.find("\n", start, end)
    end = line_end if line_end > start else end
    while end > start + 1 and text[end - 1] in "。！？；;!?：: \n":
        end -= 1
    return (start, end)


def first_plan(text: str, sentences: list[tuple[int, int]], year: int | None) -> int:
    """Give the number of the first sentence that speaks of what is to be done (计划起句).

    Args:
        text: The text.
        sentences: A report's sentences, in order.
        year: The year reported, or None.

    Returns:
        The number of the first sentence that opens with a later year, with 今后 or 下一步, or with 今年 and a word of
        intention, or that says 将 of an activity; the number of sentences where none does.

    Example:
        >>> text = "2016年,市妇联办班5期。2017年,市妇联将办班8期。"
        >>> first_plan(text, find_sentences(text, 0, len(text)), 2016)
        1
    """
    for number, (start, end) in enumerate(sentences):
        opening = _OPENING.match(text, start, min(end, start + 30))
        will = _WILL.search(text, start, min(end, start + 60))
        if opening is None:
            if will and number and not _tells_deeds(text, sentences[number + 1 :]):
                return number
            continue
        if opening["year"]:
            if text[opening.start("year") - 1 : opening.start("year")] == "继":
                continue  # 继2013年…后
            later = year is not None and int(opening["year"]) > year
            if later or (year is None and will):
                return number
            continue
        must = opening["this"] and _MUST.match(text, opening.end(), end)
        if will or must or (opening["coming"] and _INTENDS.search(text, opening.end(), min(end, opening.end() + 30))):
            return number
    return len(sentences)


def _tells_deeds(text: str, sentences: list[tuple[int, int]]) -> bool:
    """15个点将开展活动。县妇联印制了传单1000份: deeds follow, so that what 将 told was said in passing."""
    return any(_DEED.search(text, start, end) for start, end in sentences)


def announces(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph ends with words that announce a list of what is to be done (引出计划).

    Args:
        text: The text.
        start: The paragraph's first character.
        end: The character after its last.

    Returns:
        True for 将着力做好以下工作：, 决定办好十件实事。 and their like.

    Example:
        >>> [announces(words, 0, len(words)) for words in ("今年，县妇联将抓好以下工作：", "主要做了以下工作：")]
        [True, False]
    """
    while end > start and text[end - 1] in " \u3000\n":
        end -= 1
    return text[end - 1 : end] in ("：", ":", "。") and bool(
        _ANNOUNCES.search(text, max(start, end - _ANNOUNCEMENT), end)
    )


def tells_lack(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence says what is lacking (不足).

    Args:
        text: The text.
        start: The sentence's first character.
        end: The character after its last.

    Returns:
        True for 离要求还有差距, 有待进一步提高 and their like.

    Example:
        >>> tells_lack("服务水平有待提高。", 0, 9)
        True
    """
    return _LACK.search(text, start, end) is not None
