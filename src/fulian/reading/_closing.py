"""Where a document's last words begin: the paragraphs that belong to no section."""

from __future__ import annotations

import re

from fulian.reading.outline import Block, BlockKind

__all__ = ["closing"]

_CLOSING_WORDS = re.compile(
    "以上(?:是|就是)|总之|综上|总的来看|今后|下一步|新的一年里?[，,]|站在新的|展望|回顾(?:一年|过去)|同时，?,?我们也"
)


def closing(text: str, blocks: list[Block]) -> int:
    """Give the number of the block at which the closing begins (结语).

    A list whose items each stand on one line ends where a paragraph follows the last of them. Elsewhere only a last
    paragraph that says so (以上是…, 今后…, 总之…) is a closing.

    Args:
        text: The view's text.
        blocks: The blocks of one document's body, in order.

    Returns:
        A number; that of blocks where there is no closing.
    """
    count = len(blocks)
    first = count
    while first and blocks[first - 1].kind is BlockKind.PARAGRAPH:
        first -= 1
    if first in (0, count):
        return count
    last = blocks[first - 1]
    if last.kind is not BlockKind.HEADING and _siblings_stand_alone(blocks, first - 1):
        return first
    if count - first > 1 and _CLOSING_WORDS.match(text, blocks[-1].start):
        return count - 1
    return count


def _siblings_stand_alone(blocks: list[Block], number: int) -> bool:
    """Whether the item has fellows before it, and each is followed by the next at once."""
    last = blocks[number]
    fellows = 0
    for block in reversed(blocks[:number]):
        if block.kind is BlockKind.PARAGRAPH:
            return False
        if block.style is not last.style:
            break
        fellows += 1
        if block.ordinal == 1:
            break
    return fellows > 0
