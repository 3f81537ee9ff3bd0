"""The account of which block of the outline has which role in a document's frame."""

from __future__ import annotations

import re
from datetime import date

from fulian.errors import ParseError
from fulian.model.document import FrameRole
from fulian.reading._draft import PassageDraft
from fulian.reading.frame._frame import Frame
from fulian.reading.outline import Block
from fulian.text.periods import parse_period

__all__ = ["BODY_NAME", "DAY", "Roles", "day_in"]

_NUMERAL = "[0-9〇○零一二三四五六七八九十]"
DAY = f"{_NUMERAL}{{4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日"
"""A whole day as documents print it."""

_DAY_ANYWHERE = re.compile(
    f"{DAY}|(?:19|20)[0-9]{{2}}([-./])[0-9]{{1,2}}\\1[0-9]{{1,2}}(?![0-9])"
    "|(?<![0-9.])(?P<day>[0-9]{2})[.](?P<month>[0-9]{2})[.](?P<year>(?:19|20)[0-9]{2})(?![0-9.])"
)
# × and X stand for what was masked before publication.
BODY_NAME = re.compile(
    "[\u4e00-\u9fff（）()、×ＸX*]{0,24}"
    "(?:妇联|联合会|委员会|妇工委|妇儿工委|办公室|人民政府|党组|党委|协会|基金会|[部局厅处科])"
)
"""A body's name and nothing else."""


class Roles:
    """Which block has which role (段落作用分配), while the frame is being found."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.of: dict[int, FrameRole] = {}
        self.frame = Frame()

    def line(self, number: int) -> str:
        """A block's words."""
        block = self.blocks[number]
        return self.text[block.start : block.end]

    def is_body_name(self, number: int) -> bool:
        """Whether a block is a body's name and nothing else, its characters spaced or not."""
        block = self.blocks[number]
        if block.style is not None or block.end - block.start > 80:
            return False
        name = self.line(number).replace(" ", "")
        return len(name) <= 40 and BODY_NAME.fullmatch(name) is not None

    def split_signed(self, line: str) -> str | None:
        """The name in a line that is a body's name with a day behind it; None where the line is something else."""
        day = _DAY_ANYWHERE.search(line)
        if day is None or line[day.end() :].strip("）) "):
            return None
        name = line[: day.start()].rstrip("（( ")
        return name if BODY_NAME.fullmatch(name.replace(" ", "")) else None

    def close(self) -> Frame:
        """Gather the frame's passages, and the runs of blocks without a role: the body."""
        frame = self.frame
        start = None
        for number, block in enumerate(self.blocks):
            role = self.of.get(number)
            if role is None:
                start = number if start is None else start
                continue
            if start is not None:
                frame.body.append((start, number))
                start = None
            frame.passages.append(PassageDraft(block.start, block.end, role))
        if start is not None:
            frame.body.append((start, len(self.blocks)))
        return frame


def day_in(words: str) -> date | None:
    """Give the first whole day that words name (首个日期).

    Args:
        words: A line of a frame.

    Returns:
        The day, or None where they name none that exists.

    Example:
        >>> day_in("二〇一四年二月十二日印发"), day_in("2月12日")
        (datetime.date(2014, 2, 12), None)
    """
    match = _DAY_ANYWHERE.search(words)
    if match is None:
        return None
    try:
        first = match["year"] and f"{match['year']}-{match['month']}-{match['day']}"
        period = parse_period(first or match.group())
    except ParseError:
        return None
    return period.first if period.first == period.last else None
