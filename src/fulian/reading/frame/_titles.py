"""The lines at the head of a document that name it, its author and its day."""

from __future__ import annotations

import re

from fulian.model.document import FrameRole
from fulian.reading.frame._roles import DAY, Roles, day_in
from fulian.reading.outline import PLAIN_LEVEL, BlockKind
from fulian.reference.divisions import find_divisions
from fulian.text.list_markers import MarkerStyle

__all__ = ["find_titles"]

_MOST_LINES = 5
_LONGEST = 60
_LONGEST_PLACE = 12
_FEWEST_ENTRIES = 3
_MONTH = "[0-9〇○零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月"
_MONTH_OR_DAY = re.compile(f"[（(]?(?:{DAY}|{_MONTH})[）)]?")
_FOREWORD = re.compile("(?:前|序|引|导) *言|目 *录|摘 *要")
_SOURCE_AND_DAY = re.compile(f"([^0-9，。：:]{{2,16}}(?:网|报|社|台|站|客户端))({DAY})(?:[0-9]{{1,2}}[:：][0-9]{{2}})?")
_COLUMN = re.compile("[\u4e00-\u9fff]{0,4}(?:动态|新闻|要闻|资讯|信息|公告|专栏|之窗|园地|风采|在线|公开)")
_STOP = re.compile("[。！；;]")
_GOES_ON = ("关于", "——", "及", "暨")  # what a title is about, under the name of the body; a subtitle; its second half
_BREAKS_OFF = ("和", "及", "与", "暨", "、")  # 2021年工作总结和, whose next line is the rest of it
_UNDER_A_TITLE = (FrameRole.BYLINE, FrameRole.RECIPIENTS, FrameRole.NUMBER)


def find_titles(roles: Roles) -> None:
    """Give roles to the title's lines and to the author and the day under them.

    Args:
        roles: The account of roles; the head and the byline have theirs.
    """
    first = 0
    while first < len(roles.blocks) and roles.of.get(first, FrameRole.BYLINE) is not FrameRole.BYLINE:
        first += 1
    if first + 1 in roles.of and roles.of[first + 1] is FrameRole.NAVIGATION and _is_a_column(roles, first):
        roles.of[first] = FrameRole.NAVIGATION  # 基层动态, over 您的位置：首页
        while roles.of.get(first) is FrameRole.NAVIGATION:
            first += 1
    taken: list[int] = []
    for number in range(first, min(len(roles.blocks) - 1, first + _MOST_LINES)):
        if _is_place(roles, number) and _places_head(roles):
            break  # 长沙市, 株洲市, 湘潭市 head the entries of a round-up
        role = _role(roles, number, titled=bool(taken)) if number not in roles.of else None
        if role is None or (role is FrameRole.TITLE and taken and roles.line(taken[-1]).startswith(("—", "--"))):
            break  # a subtitle is the last line of a title
        roles.of[number] = role
        if role is FrameRole.TITLE:
            taken.append(number)
    if taken:
        top, last = roles.blocks[taken[0]], roles.blocks[taken[-1]]
        end = last.heading_end if last.kind is BlockKind.HEADING else last.end
        roles.frame.title = (top.text, max(end, top.text + 1))


def _is_a_column(roles: Roles, number: int) -> bool:
    """Whether a line is what a site calls a part of itself."""
    return _COLUMN.fullmatch(roles.line(number)) is not None


def _is_place(roles: Roles, number: int) -> bool:
    """Whether a block is a heading that is nothing but the name of a place, or of its federation."""
    block = roles.blocks[number]
    if block.kind is not BlockKind.HEADING or block.end - block.start > _LONGEST_PLACE:
        return False
    return bool(find_divisions(roles.line(number).removesuffix("妇联")))


def _places_head(roles: Roles) -> bool:
    """Whether several headings are places' names."""
    return sum(_is_place(roles, number) for number in range(len(roles.blocks))) >= _FEWEST_ENTRIES


def _role(roles: Roles, number: int, *, titled: bool) -> FrameRole | None:
    """Whether a line is a title, or the author's name or the day under one."""
    block, line = roles.blocks[number], roles.line(number)
    if _FOREWORD.fullmatch(line):
        return None
    if titled and _MONTH_OR_DAY.fullmatch(line.replace(" ", "")):
        roles.frame.issued = roles.frame.issued or day_in(line)
        return FrameRole.DATE
    source = _SOURCE_AND_DAY.fullmatch(line.replace(" ", "")) if titled else None
    if source:
        roles.frame.published = roles.frame.published or day_in(source[2])
        roles.frame.publisher = roles.frame.publisher or source[1]
        return FrameRole.BYLINE
    if titled and roles.is_body_name(number):
        roles.frame.signature = roles.frame.signature or (block.start, block.end)
        return FrameRole.SIGNATURE
    if block.style in (MarkerStyle.MARKDOWN, MarkerStyle.BOLD):
        return FrameRole.TITLE if block.kind is BlockKind.HEADING and not titled else None
    if block.style is not None or len(line) > _LONGEST or line[-1] in "。；;：:，," or _STOP.search(line):
        return None
    if not titled or roles.of.get(number + 1) in _UNDER_A_TITLE or line.startswith(_GOES_ON):
        return FrameRole.TITLE
    if roles.of.get(number - 1) is FrameRole.TITLE and roles.line(number - 1).endswith(_BREAKS_OFF):
        return FrameRole.TITLE
    heads = block.kind is BlockKind.HEADING and block.level == PLAIN_LEVEL and "：" not in line and ":" not in line
    return FrameRole.TITLE if heads else None
