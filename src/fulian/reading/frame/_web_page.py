"""What a web page puts around an article: navigation, source, authors, links."""

from __future__ import annotations

import re
from contextlib import suppress

from fulian.errors import ParseError
from fulian.model.document import FrameRole
from fulian.reading.frame._frame import Frame
from fulian.reading.frame._roles import Roles, day_in
from fulian.text.document_numbers import parse_document_number

__all__ = ["find_page_lines"]

_LONGEST = 140
_HEAD, _FOOT = 20, 14  # blocks at the two ends where a page's own lines stand
_NAVIGATION = re.compile(
    "(?:您|你)?(?:当前|现在|目前)?(?:所在|所处)?的?位置.{0,40}"
    "|欢迎(?:您|来到|访问|光临)[^。]{0,30}[!！]?"
    "|[^。，]{0,20}首页[^。，]{0,30}"
    "|.{0,4}(?:上|下)一篇.{0,60}"
    "|[（(](?:上接|下转|紧接).{0,16}[）)]"
    "|[-—– ]{0,4}分享[^。]{0,10}"
    "|(?:打印|关闭|返回|收藏|字号|字体|大中小|浏览|点击|阅读|扫一扫|相关|热门|推荐|评论|订阅|关注我们|更多)[^。，；]{0,30}"
    "|.{0,6}(?:浏览|阅读|点击)(?:次数|量|数)?[:：] ?[0-9]*.{0,10}"
)
_PAPER = "(?:[^，。：:0-9 ]{2,8}(?:[日晚时早女]报|网) ?)?"
_BYLINE = re.compile(
    "[【（(\\[]?(?:信息|本文|文章|稿件)?"
    "(?:来源|作者|记者|通讯员|编辑|责任编辑|责编|审核|编审|撰稿|供稿|文/|发布时间|发布日期|更新时间|更新日期|发文机关|发文单位|发布机构|发布单位|日期|时间"
    "|索引号|成文日期|主题分类|文号|原标题|本文链接|原文链接|链接|网址|声明|版权|免责)[^。]{0,3}[:：].*"
    "|本文(?:为|系|来自).{0,60}"
    "|.{0,30}转载.{0,40}"
    "|[（(](?:记者|通讯员|作者|供稿)[^）)]{2,60}[）)]"
    "|(?:发布|发表|更新)?(?:时间|日期) ?[0-9]{4}[-/.年][^。]{0,100}"
    f"|{_PAPER}"
    "[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日? +[0-9]{1,2}:[0-9]{2}.{0,60}"
    f"|{_PAPER}"
    "[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?: +[^，。0-9]{0,24})?"  # the day, and perhaps who wrote it
    "|[^，。：:0-9]{2,14} +[0-9]{4}-[0-9]{1,2}-[0-9]{1,2} +[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"  # the site, day and time
    "|[\u4e00-\u9fff]{2,4} {1,4}[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"  # who wrote it, and the day
    "|[0-9]{2}[.][0-9]{2}[.][0-9]{4}(?: +[0-9]{1,2}:[0-9]{2})?"  # the day first
    "|[^，。：:0-9]{2,16} ?[0-9]{4}年第?[0-9]{1,2}期"  # a journal's issue
    "|[^，。：:0-9]{2,20}/ ?[0-9]{4} ?年/ ?[0-9]{1,2} ?月/ ?[0-9]{1,2} ?日(?:/[^，。]{0,24})?"  # a newspaper's page
)
# What every byline holds; most lines hold nothing of it, which is told at once.
_SIGN_OF_A_BYLINE = re.compile(
    "[:：转本0-9（(](?:(?<=[:：])|(?<=转)载|(?<=本)文|(?<=[0-9])[0-9]{3}|(?<=[（(])(?:记者|通讯员|作者|供稿))"
)
# A day and what a site says beside it: www.fjsen.com 2013-01-06 09:30 来源：…, 2014年12月28日 星期日.
_DATED_LINE = re.compile(
    "[【\\[(（]?(?:[a-z0-9.-]{3,30}[.](?:com|cn|net|org)(?:[.]cn)?|[^，。；0-9]{0,14}?)[】\\])）]?[:： ]{0,3}"
    "(?:19|20)[0-9]{2}[-/.年] ?[0-9]{1,2}[-/.月] ?[0-9]{1,2}日?[ T]*(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
    "(?=[^，。；]*(?:来源|作者|记者|编辑|发布|点击|阅读|浏览|查看|人气|访问|评论|字号|楼层|星期))[^，。；]{0,80}"
)
_PUBLISHER = ("来源", "发布机构", "发布单位")
_EDITOR = ("责任编辑", "责编", "编辑")
_AUTHOR = ("作者", "记者", "通讯员", "撰稿", "供稿")
_FIELDS = "|".join((*_PUBLISHER, *_EDITOR, *_AUTHOR))
_FIELD = re.compile(
    f"({_FIELDS})[^:：0-9]{{0,2}}[:：] ?"
    f"([^:：]*?)(?= *(?:{_FIELDS}|发布|日期|时间|浏览|点击|[0-9]{{4}}[-/年]|[】）)\\]|]|$))"
)
_CORRESPONDENTS = re.compile("[（(](?:[^（）()]{0,8}记者|通讯员|作者) ?[^（）()]{2,60}[）)]")
_CALLINGS = re.compile("[^ ]{0,6}记者|通讯员|作者|实习生|摄影报道|报道|文/图")
_BETWEEN_NAMES = re.compile("[ 、,，/;；|]+")
# The labels of the block that a government site puts over a document; a space or a colon parts them from their values.
_LABEL = re.compile(
    "(?:^|(?<= ))(索引号|信息索引号|发文字号|文号|发文机关|发布机构|公开机构|公开责任部门|成文日期|发布日期|生成日期"
    "|公开日期|主题分类|信息分类|体裁分类|信息名称|标题|名称|主题词|有效性|公开方式|公开形式|公开范围)"
    "(?=[ :：]|$)[:： ]*"
)
_FEWEST_LABELS = 3
_URL = re.compile("https?://[!-~]+")


def find_page_lines(roles: Roles) -> None:
    """Give roles to a page's own lines at its two ends, and note what they say.

    Args:
        roles: The account of roles.
    """
    count = len(roles.blocks)
    _find_metadata(roles)
    first_byline = None
    for number in [*range(min(count, _HEAD)), *range(max(_HEAD, count - _FOOT), count)]:
        block = roles.blocks[number]
        if number in roles.of or block.end - block.start > _LONGEST:
            continue
        line = roles.line(number)
        if _SIGN_OF_A_BYLINE.search(line) and (_BYLINE.fullmatch(line) or _DATED_LINE.fullmatch(line)):
            roles.of[number] = FrameRole.BYLINE
            _note_byline(roles.frame, line)
            first_byline = number if first_byline is None else first_byline
        elif len(line) <= 60 and _NAVIGATION.fullmatch(line):
            roles.of[number] = FrameRole.NAVIGATION
    if first_byline is not None and first_byline < _HEAD and any(one not in roles.of for one in range(first_byline)):
        _find_sundries(roles, first_byline + 1)
    _note_correspondents(roles)


def _find_metadata(roles: Roles) -> None:
    """The rows of labels and values that a government site puts over a document."""
    found = []
    for number in range(min(len(roles.blocks), _HEAD)):
        line = roles.line(number)
        if len(line) <= _LONGEST and number not in roles.of and _LABEL.match(line):
            labels = list(_LABEL.finditer(line))
            ends = [*(label.start() for label in labels[1:]), len(line)]
            pairs = [(label[1], line[label.end() : end].strip()) for label, end in zip(labels, ends, strict=True)]
            found.append((number, pairs))
    if sum(len(pairs) for _, pairs in found) < _FEWEST_LABELS:
        return
    for number, pairs in found:
        roles.of[number] = FrameRole.NAVIGATION
        for label, value in pairs:
            if label in ("发文字号", "文号"):
                with suppress(ParseError):
                    roles.frame.number = roles.frame.number or parse_document_number(value)
            elif label.startswith("发布日"):
                roles.frame.published = roles.frame.published or day_in(value)
            elif label == "发布机构":
                roles.frame.publisher = roles.frame.publisher or value or None


def _find_sundries(roles: Roles, number: int) -> None:
    """Short lines between the byline and the first paragraph: the site's own."""
    while number < len(roles.blocks):
        block = roles.blocks[number]
        if number not in roles.of:
            if block.end - block.start > 10 or block.style is not None or roles.text[block.end - 1] in "。：:":
                return
            roles.of[number] = FrameRole.NAVIGATION
        number += 1


def _note_byline(frame: Frame, line: str) -> None:
    """Take publisher, authors, editor, address and day from a line."""
    address = _URL.search(line)
    if address:
        frame.url = frame.url or address.group()
        return
    for field, value in _FIELD.findall(line):
        named = value.strip(" |")
        if not named:
            continue
        if field in _PUBLISHER:
            frame.publisher = frame.publisher or named
        elif field in _EDITOR:
            frame.editor = frame.editor or named
        else:
            frame.authors = frame.authors or tuple(name for name in _BETWEEN_NAMES.split(named) if name)
    if "成文" not in line:
        # 2023 年/5 月/9 日 too
        frame.published = frame.published or day_in(line) or day_in(line.replace("/", "").replace(" ", ""))


def _note_correspondents(roles: Roles) -> None:
    """The names in （记者 … 通讯员 …） near the head, where no line names the authors."""
    if roles.frame.authors or not roles.blocks:
        return
    end = roles.blocks[min(len(roles.blocks), _HEAD) - 1].end
    match = _CORRESPONDENTS.search(roles.text, roles.blocks[0].start, min(end, roles.blocks[0].start + 3000))
    if match:
        words = _CALLINGS.sub(" ", match.group().strip("（）()"))
        roles.frame.authors = tuple(name for name in _BETWEEN_NAMES.split(words) if 2 <= len(name) <= 4)
