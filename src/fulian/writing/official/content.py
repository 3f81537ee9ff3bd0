"""What an official document says, line for line, before it is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import attrs

from fulian.reading.outline import Block, BlockKind, outline
from fulian.reference.official_layout import Element
from fulian.text.list_markers import MarkerStyle
from fulian.text.view import View
from fulian.writing.official.frame import OfficialFrame

__all__ = ["Content", "Line", "Sheet", "lines_of", "paragraphs"]

_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LEVELS = {
    MarkerStyle.HAN: Element.LEVEL_1,
    MarkerStyle.HAN_PAREN: Element.LEVEL_2,
    MarkerStyle.ARABIC: Element.LEVEL_3,
    MarkerStyle.ARABIC_PAREN: Element.LEVEL_4,
}


class Line(NamedTuple):
    """A paragraph of the body (正文段落).

    Attributes:
        element: What it is: running text, or a level of the body.
        text: Its words.
        lead: How many of its first characters have the level's own typeface: its mark, and its heading if it has one.
        alone: Whether it is a heading and nothing else.

    Example:
        >>> lines_of(["一、维权", "接访43件。"])[0]
        Line(element=<Element.LEVEL_1: 'level-1'>, text='一、维权', lead=4, alone=True)
    """

    element: Element
    text: str
    lead: int = 0
    alone: bool = False


@attrs.frozen(kw_only=True)
class Sheet:
    """The document itself or one of its annexes (正文或附件).

    Attributes:
        title: Its title; a subtitle stands on a line of its own.
        lines: Its paragraphs, in order.

    Example:
        >>> Sheet(title="重点任务", lines=lines_of(["1.换届"])).lines[0].element.zh
        '第三层标题'
    """

    title: str
    lines: tuple[Line, ...] = ()


@attrs.frozen(kw_only=True)
class Content:
    """A whole official document (公文内容).

    Attributes:
        frame: What stands around the body.
        main: The document itself.
        annexes: Its annexes, in order.
        recipients: The line of main recipients (主送机关) as a document printed it, its colon included; None where the
            names of the frame make it.

    Example:
        >>> Content(frame=OfficialFrame(), main=Sheet(title="工作要点")).annexes
        ()
    """

    frame: OfficialFrame
    main: Sheet
    annexes: tuple[Sheet, ...] = ()
    recipients: str | None = None


def paragraphs(text: str) -> list[str]:
    r"""Cut a passage into its paragraphs (分段).

    Args:
        text: The passage.

    Returns:
        The paragraphs without the white space around them, none of them blank.

    Example:
        >>> paragraphs("一是培训。\n二是维权。")
        ['一是培训。', '二是维权。']
    """
    return [kept for one in _BREAKS.split(text) if (kept := one.strip())]


def lines_of(texts: Iterable[str]) -> tuple[Line, ...]:
    """Tell the level of each paragraph by its mark, and how far its heading reaches (层次划分).

    Args:
        texts: Paragraphs in order, each without a line break.

    Returns:
        A line for each.

    Example:
        >>> line = lines_of(["（一）深化宣讲。全年宣讲210场。"])[0]
        >>> line.element.zh, line.text[: line.lead]
        ('第二层标题', '（一）深化宣讲。')
    """
    lines = []
    text = "\n".join(texts)
    view = View(text)  # the reader's: a line that breaks off within a sentence goes on in the next one
    blocks = {view.place(block.start): block for block in outline(view.text)}
    start = 0
    for one in text.split("\n") if text else ():
        lines.append(_line(one, start, blocks.get(start), view))
        start += len(one) + 1
    return tuple(lines)


def _line(text: str, start: int, block: Block | None, view: View) -> Line:
    element = _LEVELS.get(block.style) if block is not None and block.style is not None else None
    if block is None or element is None:
        return Line(Element.BODY, text)
    if block.kind is BlockKind.HEADING:
        return Line(element, text, len(text), alone=True)
    lead = min(view.place(max(block.text, block.heading_end) - 1) + 1 - start, len(text))
    closed = block.kind is BlockKind.RUN_IN and text[lead : lead + 1] in "。！!"
    return Line(element, text, lead + closed)
