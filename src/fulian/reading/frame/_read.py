"""The passes that tell the frame from the body, from the surest sign to the least sure."""

from __future__ import annotations

from collections.abc import Sequence

from fulian.model.document import FrameRole
from fulian.reading.frame._footnotes import find_footnotes
from fulian.reading.frame._frame import Frame
from fulian.reading.frame._official import find_official_lines
from fulian.reading.frame._roles import Roles
from fulian.reading.frame._titles import find_titles
from fulian.reading.frame._web_page import find_page_lines
from fulian.reading.outline import Block

__all__ = ["read_frame"]


def read_frame(
    text: str,
    blocks: list[Block],
    note_marks: frozenset[str] = frozenset(),
    contents: Sequence[tuple[int, int]] = (),
) -> Frame:
    r"""Tell the frame from the body (识别文件框架).

    Args:
        text: The view's text.
        blocks: Its outline.
        note_marks: The marks of footnotes that its words bear.
        contents: The bounds of its tables of contents.

    Returns:
        The frame; what it did not take is body.

    Example:
        >>> from fulian.reading.outline import outline
        >>> text = "湘妇字〔2014〕1号\n关于开展培训的通知\n各县妇联、市直妇工委：\n请于5月举办培训。\n"
        >>> text += "株洲市妇联\n2014年2月12日"
        >>> frame = read_frame(text, outline(text))
        >>> str(frame.number), frame.recipients, str(frame.issued), frame.body
        ('湘妇字〔2014〕1号', ('各县妇联', '市直妇工委'), '2014-02-12', [(3, 4)])
    """
    roles = Roles(text, blocks)
    find_official_lines(roles)
    for first, last in contents:
        roles.of.update(
            (number, FrameRole.CONTENTS) for number, block in enumerate(blocks) if first <= block.start < last
        )
    find_page_lines(roles)
    find_titles(roles)
    find_footnotes(roles, note_marks)
    return roles.close()
