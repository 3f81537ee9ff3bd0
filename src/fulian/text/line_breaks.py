"""Which line breaks end a paragraph, and which only cut a sentence where the paper ended."""

from __future__ import annotations

import re
from collections import Counter

from fulian.text.list_markers import MarkerStyle, marker_at

__all__ = ["find_lines"]

_PAGE_NUMBER = re.compile(r"[-—–－·\s]*[0-9]{1,3}[-—–－·\s]*|第\s?[0-9]{1,4}\s?页(?:\s?[共/]\s?[0-9]{1,4}\s?页?)?")
_DRESSED_PAGE_NUMBER = re.compile(r"[-—–－·]\s*[0-9]{1,3}\s*[-—–－·]|第\s?[0-9]{1,4}\s?页.*")
_PAGE_NUMBER_STARTS = frozenset("-—–－·0123456789第")
# A number at a line's end, set off by white space: the page's, unless the next line's first word can be counted.
_TRAILING_PAGE_NUMBER = re.compile(r"(?<=[^0-9\s.．、:：#])[ \t\u3000\xa0]+[0-9]{1,3}$")
_COUNTABLE = frozenset(
    "个名人件次场期户家所项条篇万亿千百元年月日号岁周天种类批支余多起例亩吨份部张对位%％‰.．,，-—~～/点时"
)

# The unit that a line begins with, where it can be nothing else.
_UNIT = re.compile(
    "(?:[余多]?(?:万|亿)?(?:个|名|人次|场次|户次|元)|[万亿][余多]?[人件户场期所项条篇份岁天册张亩吨次套本米]|(?:件次|件|人|户|场|期|所|项|条|篇|份|岁|天)(?=[，,。；;、]))"
)
_LISTED = re.compile("(?:附件|附表|表|图|注|电话|传真|邮编) ?[0-9]|[^，。]{0,6}[:：]? ?[0-9-]{7,}$")
_ENDS = frozenset("。！？；!?;：:…")
_CLOSERS = "”’》〉）)】」』\"'"
_OPEN_TO_CLOSE = {"“": "”", "《": "》", "（": "）", "(": ")", "【": "】", "「": "」"}
_OPENER = re.compile(f"[{''.join(_OPEN_TO_CLOSE)}]")
_CLAUSE_ENDS = ("，", ",", "、", "——")
_INNER_STOP = re.compile("[。！？；!?;]")
_UP_TO_THE_LAST_STOP = re.compile("(?s:.*)[。！？；!?;]")
_LONGEST_CELL = 16
_PROSE_SIGN = re.compile("[，,。；;、]")
_SPACED = re.compile(rf"\S{{1,{_LONGEST_CELL}}}\s+\S{{1,{_LONGEST_CELL}}}\s")
_SAMPLE_MARK = re.compile(r"(?:范文|样本|模板|范例|篇)\s?[0-9一二三四五六七八九十]{1,2}[:：]?$")
_SAMPLE_ENDS = frozenset("0123456789一二三四五六七八九十:：")
_LONGEST_HEADING = 45
_INNER_ENDS = frozenset("，,、。；;")
# A mark, a few words and a dash or a colon: what follows is no heading any more.
_RUN_IN = re.compile("[^，。——：:]{3,24}(?:——|[：:])[^\n]{6}")
_FIELD = re.compile(
    r"(?:来源|作者|编辑|责任编辑|责编|记者|通讯员|时间|日期|附件|抄送|主题词|发布|索引号|本文链接)[^，。]{0,6}[:：]"
)
_FIELD_STARTS = frozenset("来作编责记通时日附抄主发索本")
_KINDS_OF_DOCUMENT = [
    "通知",
    "意见",
    "决定",
    "通报",
    "报告",
    "公告",
    "通告",
    "请示",
    "批复",
    "函",
    "纪要",
    "办法",
    "方案",
    "要点",
    "计划",
    "规划",
    "总结",
]
_TITLE_OVER_TWO_LINES = re.compile(f".*(?:{'|'.join(_KINDS_OF_DOCUMENT)})")


def find_lines(text: str) -> list[tuple[int, int, bool]]:
    r"""Give the lines that hold something, and say which of them only look finished (分行).

    Page numbers in the midst of a sentence are left out: alone on a line, or at a line's end after white space.

    Args:
        text: The text, unchanged.

    Returns:
        The lines in order, without the white space around them: the first character of each, the one after its last,
        and whether its last sentence goes on in the next; none is blank.

    Example:
        >>> text = "组织培训12期,\n3\n培训妇女300人。\n二、维权"
        >>> [(text[start:end], goes_on) for start, end, goes_on in find_lines(text)]
        [('组织培训12期,', True), ('培训妇女300人。', False), ('二、维权', False)]
    """
    raw = []
    at = 0
    two = "\r\n" in text  # else a break is one character, and a line need not be cut twice
    step = 0 if two else 1
    for line in text.splitlines(keepends=two):
        kept = line.strip()
        if kept:
            start = at if line.startswith(kept) else at + line.index(kept[0])
            raw.append((start, start + len(kept), kept))
        at += len(line) + step
    return _judge(text, raw)


def _judge(text: str, raw: list[tuple[int, int, str]]) -> list[tuple[int, int, bool]]:
    width = _wrapping_width(raw)
    lines: list[tuple[int, int, bool]] = []
    at, count, beyond = 0, len(raw), 0
    while at < count:
        start, end, line = raw[at]
        if len(line) < 24 and line[0] in _PAGE_NUMBER_STARTS and _DRESSED_PAGE_NUMBER.fullmatch(line):
            at += 1
            continue
        following = at + 1
        if line[-1] in _ENDS:
            lines.append((start, end, False))
            at = following
            continue
        following = max(following, beyond)  # numbers by the thousand are looked at once
        while following < count and _is_page_number(raw[following][2]):
            following += 1
        beyond = following
        if following == count:
            lines.append((start, end, False))
            at += 1
            continue
        next_line = raw[following][2]
        page = _TRAILING_PAGE_NUMBER.search(line) if line[-1] in "0123456789" else None
        if page and next_line[0] not in _COUNTABLE:
            line = line[: page.start()]
            end = start + len(line)
        after = raw[following + 1] if following + 1 < count else None
        goes_on = _goes_on(line, next_line, gap=_gap(text, end, raw[following][0]), width=width) or _is_item_tail(
            text, line, raw[following], end, after
        )
        goes_on = goes_on and not (_is_row(raw[at][2]) or _is_row(next_line))
        if page and not goes_on and line[-1] not in _ENDS:
            end = raw[at][1]  # no sentence was cut: the number is the line's own
        lines.append((start, end, goes_on))
        at = following if goes_on else at + 1
    return lines


def _is_page_number(line: str) -> bool:
    return len(line) < 12 and line[0] in _PAGE_NUMBER_STARTS and _PAGE_NUMBER.fullmatch(line) is not None


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table: several cells parted by tabs or bars, or numbers parted by spaces."""
    for mark in ("\t", "|", "│"):
        if line.count(mark) >= 2:
            return True
    if not _SPACED.match(line):
        return False
    cells = line.split()
    numbers = sum(cell[0] in "0123456789" and cell[-1] not in _INNER_ENDS for cell in cells)
    return len(cells) >= 3 and numbers * 2 >= len(cells) and all(len(cell) <= _LONGEST_CELL for cell in cells)


def _gap(text: str, end: int, start: int) -> bool:
    """Whether blank lines stand between two lines."""
    if start == end + 1:
        return text[end] == "\x0c"
    between = text[end:start]
    return between.count("\n") > 1 or between.count("\r") > 1 or "\x0c" in between


def _wrapping_width(raw: list[tuple[int, int, str]]) -> int | None:
    """The width at which the whole text was wrapped by hand or by a page, or None where paragraphs are lines."""
    lengths = [len(line) for _, _, line in raw if len(line) > 12]
    if len(lengths) < 6:
        return None
    (width, _), *_ = Counter(lengths).most_common(1)
    full = sum(width - 3 <= length <= width + 3 for length in lengths)
    longer = sum(length > width + 3 for length in lengths)
    return width if width <= 60 and full >= len(lengths) * 0.5 and longer <= len(lengths) * 0.05 else None


def _goes_on(line: str, following: str, *, gap: bool, width: int | None) -> bool:
    """Whether a line's last sentence continues in the next one."""
    if line[0] in "#＃" or following[0] in "#＃*|" or marker_at(following) or _is_field(following):
        return False
    if _is_open(line, following) or _waits_for_its_unit(line, following):
        return True
    stopped = _UP_TO_THE_LAST_STOP.match(line, len(line) - 200 if len(line) > 200 else 0)
    stop = stopped.end() if stopped else 0
    tail = line[stop:].lstrip(_CLOSERS)
    if not tail or (tail[-1] in _SAMPLE_ENDS and _SAMPLE_MARK.search(tail)) or (stop and marker_at(tail)):
        return False
    if line.endswith(_CLAUSE_ENDS):
        return True
    if _is_field(line):
        return False
    return _is_title(line, following) or _is_cut_prose(line, following, gap=gap, width=width, has_stop=bool(stop))


def _is_field(line: str) -> bool:
    """来源：…, 记者：…: a line that says what the page is."""
    return line[0] in _FIELD_STARTS and _FIELD.match(line) is not None


def _is_cut_prose(line: str, following: str, *, gap: bool, width: int | None, has_stop: bool) -> bool:
    """Whether a line is running text that the paper's edge cut, by its stops, its commas and its length."""
    run_in = False
    if not has_stop:
        marker = marker_at(line)
        run_in = marker is not None and bool(_RUN_IN.match(line, marker.end)) and marker.style is not MarkerStyle.PART
        if marker and not run_in and len(line) < _LONGEST_HEADING:
            return False  # a heading, or an item of a list
    full = width is not None and not gap and len(line) >= width - 3
    long = len(line) >= (60 if gap else 36)
    prose = has_stop or ((full or long) and _PROSE_SIGN.search(line) is not None)
    if full and prose:
        return True
    cut = (has_stop and len(line) >= 16) or (prose and long) or (run_in and not gap)
    return cut and _PROSE_SIGN.search(following) is not None


def _is_open(line: str, following: str) -> bool:
    """Whether the line leaves a quotation or a book title open that the next line closes."""
    if _OPENER.search(line) is None:
        return False
    for opener, closer in _OPEN_TO_CLOSE.items():
        closed = following.find(closer, 0, 60)
        if closed >= 0 and following.find(opener, 0, closed) < 0:
            opened = line.rfind(opener)
            if opened >= 0 and line.find(closer, opened) < 0:
                return True
    return False


def _waits_for_its_unit(line: str, following: str) -> bool:
    """Whether a line ends in a number whose unit begins the next: 建立妇女之家20 over 个."""
    return line[-1] in "0123456789" and len(line) > 4 and _UNIT.match(following) is not None and not _LISTED.match(line)


def _is_title(line: str, following: str) -> bool:
    """Whether the two lines are one title, 关于…的 over 通知."""
    if len(line) > 60 or line.find("关于", 0, 24) < 0 or _INNER_STOP.search(line):
        return False
    closed = "".join(following.split())
    if line.endswith("的") and closed in _KINDS_OF_DOCUMENT:
        return True
    return (
        len(closed) <= 40
        and closed.endswith(tuple(f"的{kind}" for kind in _KINDS_OF_DOCUMENT))
        and not (line.endswith(tuple(_KINDS_OF_DOCUMENT)))
    )


def _is_item_tail(
    text: str, line: str, following: tuple[int, int, str], end: int, after: tuple[int, int, str] | None
) -> bool:
    """Whether the next line is the rest of a list's item: short, unmarked, and then the next item or nothing."""
    start, stop, tail = following
    if len(line) < 12 or len(tail) >= len(line) or len(tail) > 24 or tail[-1] in _ENDS:
        return False
    marker = marker_at(line)
    if marker is None or marker.ordinal is None or _INNER_STOP.search(line) or _INNER_STOP.search(tail):
        return False
    if tail.replace(",", "").isdecimal():
        return False  # a cell of a table
    if marker_at(tail) or _gap(text, end, start) or _is_field(tail) or tail[0] in "#*（(":
        return False
    if after is None or _gap(text, stop, after[0]):
        return True
    next_marker = marker_at(after[2])
    return next_marker is not None and next_marker.style is marker.style and next_marker.ordinal == marker.ordinal + 1
