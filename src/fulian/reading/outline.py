"""The outline of a document: its headings, items and paragraphs in order, each with its bounds in the view."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from fulian.reading._table_parts import Table
from fulian.text.list_markers import ListMarker, MarkerStyle, marker_at, markers_inside
from fulian.values.term import Term

__all__ = ["PLAIN_LEVEL", "Block", "BlockKind", "outline"]

PLAIN_LEVEL = 20
"""The level of a heading without a mark: under every mark."""

_PARAGRAPH_LEVEL = 30
_NO_LEVELS: Mapping[int, int] = {}
_LONGEST_HEADING = 45
_LOOK_AHEAD = 12  # marks, or lines, within which a first mark finds its second
_TO_THE_FIRST = 4  # lines after a part's heading in which its count begins
_STOP = re.compile("[。！？；!?;]")
_STOP_OR_COMMA = re.compile("[。！？；!?;，,]")
_STOPPED = frozenset("。！；;!")
_ENDED = frozenset("。！？；;!?：:”")
_LEAD_IN = re.compile("[^，,。：:—]{2,15}(?=[：:][^0-9])|[^，,。：:—]{2,24}(?=——)")
_PLAIN_HEADING = re.compile(r"[^，,。！；;!|\t\n]{2,30}|[^，,。！；;!？?：:|\t\n]{1,16}[：:][^。；;：:\n]{2,36}")
# 2020年工作计划, 下一步打算, on a line of its own: one of the parts of a report, whatever numbers stand above.
_PART_HEADING = re.compile(
    "(?:(?:19|20)[0-9]{2}年度?|上半年|下半年|下一?步|下阶段|下一阶段|明年|今后|今年|主要)?[^，,。、；;：:0-9]{0,10}"
    "(?:总结|回顾|完成情况|计划|打算|安排|思路|要点|设想)[：:]?"
)
_PART_ENDS = frozenset("结顾况划算排路点想：:")
_ENTRY_HEAD = re.compile("【[^【】\n]{2,20}】")  # as yearbooks and papers print it
_FIELD_LIKE = re.compile("[^：:]{0,8}[：:] ?(?:https?|[0-9])|[0-9 .:：/-]+$|[0-9]{4}年[0-9]{1,2}月|[（(].*[）)]$")


class BlockKind(Term):
    """What a block is (段落类别).

    Example:
        >>> BlockKind.RUN_IN.zh
        '段首标题'
    """

    HEADING = "heading", "标题行"
    RUN_IN = "run-in", "段首标题"
    ITEM = "item", "列表项"
    PARAGRAPH = "paragraph", "段落"


# At hand, since many lines ask for them.
_HEADING: Final = BlockKind.HEADING
_RUN_IN: Final = BlockKind.RUN_IN
_ITEM: Final = BlockKind.ITEM
_PARAGRAPH: Final = BlockKind.PARAGRAPH
_MARKDOWN: Final = MarkerStyle.MARKDOWN
_BOLD: Final = MarkerStyle.BOLD
_CHAPTER_RANK: Final = MarkerStyle.CHAPTER.rank


class Block:
    r"""A heading, an item or a paragraph (段落块), with its bounds in the view.

    Attributes:
        kind: What it is.
        level: How deep it stands, by its mark: the smaller, the higher.
        style: How its mark is printed, or None where it has none.
        ordinal: The number of its mark, or None.
        start: Its first character, the mark included.
        text: The first character after the mark.
        end: The character after its last.
        heading_end: Where its heading ends, its closing mark excluded; equal to `text` where it has no heading.

    Example:
        >>> from fulian.text.view import View
        >>> [(block.kind.value, block.level) for block in outline("一、维权工作\n接访43件。")]
        [('heading', 3), ('paragraph', 30)]
    """

    __slots__ = ("end", "heading_end", "kind", "level", "ordinal", "start", "style", "text")

    def __init__(
        self,
        kind: BlockKind,
        level: int,
        marker: ListMarker | None,
        start: int,
        text: int,
        end: int,
        heading_end: int,
    ) -> None:
        self.kind = kind
        self.level = level
        self.style = marker.style if marker else None
        self.ordinal = marker.ordinal if marker else None
        self.start = start
        self.text = text
        self.end = end
        self.heading_end = heading_end


_Line: TypeAlias = tuple[int, int, ListMarker | None, list[ListMarker]]
"""A line: its bounds, the mark that it begins with, and what may be marks within it."""

_Segment: TypeAlias = tuple[int, int, ListMarker | None]
"""A line, or the part of a line that a mark within it begins: its bounds, and its mark."""


def outline(
    text: str,
    start: int = 0,
    end: int | None = None,
    tables: Sequence[Table] = (),
    levels: Mapping[int, int] = _NO_LEVELS,
) -> list[Block]:
    """Cut a view's text, or a stretch of it, into blocks (提纲).

    Args:
        text: The text of a view: a line for each paragraph.
        start: Where the stretch begins.
        end: Where it ends; None for the end of the text.
        tables: The tables of the text, in order; each that begins in the stretch is one paragraph.
        levels: Where a line begins that the file marks as a heading, and its level, from 1. A line with a mark of its
            own is told by that.

    Returns:
        The blocks in order. Together they hold every character but the line breaks and white space between them.

    Example:
        >>> blocks = outline("（一）培训。办班5期。（二）维权。接访43件。")
        >>> [(block.kind.zh, block.ordinal) for block in blocks]
        [('段首标题', 1), ('段首标题', 2)]
    """
    segments = _segments(text, _lines(text, start, len(text) if end is None else end, tables))
    told = _told_levels(segments, levels)
    blocks: list[Block] = []
    for number, segment in enumerate(segments):
        start, end, marker = segment
        following = segments[number + 1] if number + 1 < len(segments) else None
        if marker is None or marker.end >= end:
            after = segments[number + 2] if number + 2 < len(segments) else None
            block = _unmarked(text, segment, following, after, told.get(start))
            if block.level == PLAIN_LEVEL and text[end - 1] in _PART_ENDS and _PART_HEADING.fullmatch(text, start, end):
                block.level = _above_a_new_count(segments, number)
            blocks.append(block)
        else:
            blocks.append(_marked(text, segment, marker, following, blocks[-1] if blocks else None))
    return blocks


# ------------------------------------------------------------------ lines and marks


def _lines(text: str, first: int, last: int, tables: Sequence[Table]) -> list[_Line]:
    """Lines that are not blank; a table is one."""
    lines: list[_Line] = []
    all_inside = markers_inside(text, first, last)
    seen, count = 0, len(all_inside)
    at = first
    following = bisect_left(tables, first, key=_start) if tables else 0
    table_end = first
    for line in text[first:last].split("\n"):
        end = at + len(line)
        if following < len(tables) and tables[following].start < end:
            table_end = min(tables[following].end, last)
            lines.append((at, table_end, None, []))
            following += 1
        elif at < table_end:
            pass
        elif line and not line.isspace():
            marker = marker_at(text, at)
            inside: list[ListMarker] = []
            free = end if end - at <= 8 else marker.end if marker else at + 1
            while seen < count and all_inside[seen].start < end:
                if all_inside[seen].start >= free:
                    inside.append(all_inside[seen])
                seen += 1
            lines.append((at, end, marker, inside))
        at = end + 1
    return lines


def _segments(text: str, lines: list[_Line]) -> list[_Segment]:
    """Lines, cut further at the marks within them that continue a running order."""
    if not any(inside for _, _, _, inside in lines):
        return [(start, end, marker) for start, end, marker, _ in lines]
    running = _RunningOrder()
    segments: list[_Segment] = []
    for number, (start, end, marker, inside) in enumerate(lines):
        if marker:
            running.take(marker)
        current, at = marker, start
        stop = -1  # the first from `at` on
        for place, candidate in enumerate(inside):
            if not running.continues(candidate):
                continue
            if stop < at:
                found = _STOP.search(text, at, end)
                stop = found.start() if found else end
            if not _stands_free(text, current, candidate, stop):
                continue
            if candidate.ordinal == 1 and not _has_second(
                candidate, inside[place + 1 : place + 1 + _LOOK_AHEAD], lines, number + 1
            ):
                continue
            segments.append((at, _trimmed(text, at, candidate.start), current))
            running.take(candidate)
            current, at = candidate, candidate.start
        segments.append((at, end, current))
    return segments


def _start(table: Table) -> int:
    return table.start


class _RunningOrder:
    """The last number met of each style, forgotten where a higher level begins anew."""

    def __init__(self) -> None:
        self.last: dict[MarkerStyle, int] = {}
        self.deepest = 0

    def take(self, marker: ListMarker) -> None:
        """Note a mark; what stands deeper begins anew."""
        rank = marker.style.rank
        if rank < self.deepest:
            self.last = {style: number for style, number in self.last.items() if style.rank <= rank}
        self.deepest = rank
        if marker.ordinal:
            self.last[marker.style] = marker.ordinal

    def continues(self, marker: ListMarker) -> bool:
        return marker.ordinal == 1 or (
            marker.ordinal is not None and marker.ordinal == self.last.get(marker.style, 0) + 1
        )


def _stands_free(text: str, current: ListMarker | None, candidate: ListMarker, stop: int) -> bool:
    """Whether a sentence has ended before the mark, or only a heading, without a stop, stands before it."""
    before = text[candidate.start - 1]
    if before in _ENDED:
        return True
    return current is not None and candidate.ordinal == 1 and stop >= candidate.start


def _has_second(
    first: ListMarker,
    inside: list[ListMarker],
    lines: list[_Line],
    number: int,
) -> bool:
    """Whether a 二 follows a 一: within the line, or in one of the next lines."""
    wanted = (first.style, 2)
    if any((marker.style, marker.ordinal) == wanted for marker in inside):
        return True
    for _, _, marker, others in lines[number : number + _LOOK_AHEAD]:
        for found in (marker, *others[:_LOOK_AHEAD]) if marker else others[:_LOOK_AHEAD]:
            if (found.style, found.ordinal) == wanted:
                return True
    return False


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] == " ":
        end -= 1
    return end


# ------------------------------------------------------------------ blocks


def _told_levels(segments: list[_Segment], levels: Mapping[int, int]) -> dict[int, int]:
    """The levels of headings that the file tells: as many #, but under marks where headings above have some."""
    if not levels:
        return {}
    marked = min(
        (levels[start] for start, _, marker in segments if marker and start in levels), default=_PARAGRAPH_LEVEL
    )
    return {start: PLAIN_LEVEL if marked < level else min(level, 6) - 7 for start, level in levels.items()}


def _unmarked(
    text: str, segment: _Segment, following: _Segment | None, after: _Segment | None, level: int | None
) -> Block:
    """A paragraph; or a heading without a mark: one that the file tells (`level`), or that a longer line follows."""
    start, end, _ = segment
    if level is not None:
        closed = end - 1 if text[end - 1] in "：:" and end - start > 1 else end
        return Block(_HEADING, level, None, start, start, end, closed)
    if text[start] == "【" and (entry := _ENTRY_HEAD.match(text, start, end)):
        kind = _HEADING if entry.end() == end else _RUN_IN
        return Block(kind, PLAIN_LEVEL, None, start, start + 1, end, entry.end() - 1)
    heading = (
        end - start <= 52
        and following is not None
        and text[end - 1] not in _STOPPED
        and _PLAIN_HEADING.fullmatch(text, start, end) is not None
        and not _FIELD_LIKE.match(text, start, end)
        and (following[2] is not None or end - start < max(_length(following), _length(after or following)))
    )
    if heading:
        closed = end - 1 if text[end - 1] in "：:" else end
        return Block(_HEADING, PLAIN_LEVEL, None, start, start, end, closed)
    return Block(_PARAGRAPH, _PARAGRAPH_LEVEL, None, start, start, end, start)


def _above_a_new_count(segments: list[_Segment], number: int) -> int:
    """The level of a part's heading: above the marks that begin anew behind it, else under every mark."""
    for _, _, marker in segments[number + 1 : number + 1 + _TO_THE_FIRST]:
        if marker is not None:
            return marker.style.rank - 1 if marker.ordinal == 1 else PLAIN_LEVEL
    return PLAIN_LEVEL


def _length(segment: _Segment) -> int:
    return segment[1] - segment[0]


def _marked(
    text: str, segment: _Segment, marker: ListMarker, following: _Segment | None, previous: Block | None
) -> Block:
    start, end, _ = segment
    body = min(marker.end, end)
    level = marker.style.rank
    if marker.style is _MARKDOWN:
        level = text.count("#", start, body) - 7
    kind, heading_end = _marked_kind(text, body, end, marker, following, previous)
    return Block(kind, level, marker, start, body, end, heading_end)


def _marked_kind(
    text: str, body: int, end: int, marker: ListMarker, following: _Segment | None, previous: Block | None
) -> tuple[BlockKind, int]:
    """What stands behind a mark, and where its heading ends; at `body` where it has none."""
    if marker.style is _MARKDOWN:
        return _HEADING, max(_undressed(text, body, end), body + 1)
    if marker.style is _BOLD:
        closing = text.find("**", body, end)
        heading_end = max(_undressed(text, body, closing), body + 1)
        run_in = text[closing + 2 : end].strip(" *：:") != ""
        return _RUN_IN if run_in else _HEADING, heading_end
    level = marker.style.rank
    stop = _STOP.search(text, body, end)
    first = stop.start() if stop else end
    if stop and first - body <= _LONGEST_HEADING and end - first > 4 and text[first] in "。！!":
        return _RUN_IN, first
    lead_in = _LEAD_IN.match(text, body, end) if level > _CHAPTER_RANK else None
    if lead_in and end - lead_in.end() > 6:
        return _RUN_IN, lead_in.end()
    closed = end - 1 if text[end - 1] in "：:。" else end
    alone = end - body <= _LONGEST_HEADING + 15 and first >= end - 1
    if alone and closed > body and _heads_something(level, following, previous, marker):
        return _HEADING, closed
    return _ITEM, body


def _undressed(text: str, start: int, end: int) -> int:
    """Where a heading ends without the signs that close it."""
    while end > start and text[end - 1] in "*#：: ":
        end -= 1
    return end


def _heads_something(level: int, following: _Segment | None, previous: Block | None, marker: ListMarker) -> bool:
    """Whether text or a deeper level follows, so that the line is a heading and no item of a list."""
    if level <= _CHAPTER_RANK:
        return True
    if following is None:
        return False
    mark = following[2]
    if mark is not None:
        return mark.style.rank > level
    listed = previous is not None and previous.kind is _ITEM and previous.style is marker.style
    return not listed
