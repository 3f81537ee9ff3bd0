"""Sentences and clauses of running text."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["find_clauses", "find_sentences"]

# Each begins with one class of characters, so that the search skips all others.
_SENTENCE_END: Final = re.compile("[。！？!?\n][。！？!?\n]*[”’」』）)]?")
_CLAUSE_END: Final = re.compile("[，,；;：:—](?:(?<!—)|—)")


def find_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a stretch into sentences (分句): at full stops, question and exclamation marks and line ends.

    Args:
        text: Running text.
        start: Where the stretch begins.
        end: Where it ends, excluded.

    Returns:
        Bounds in order, closing marks included; blank sentences left out.

    Example:
        >>> find_sentences("办讲座3场。收信9封。", 0, 11)
        [(0, 6), (6, 11)]
    """
    sentences = []
    at = start
    for match in _SENTENCE_END.finditer(text, start, end):
        stop, following = match.span()
        if at < stop and not (text[at].isspace() and text[at:stop].isspace()):
            sentences.append((at, following))
        at = following
    if text[at:end].strip():
        sentences.append((at, end))
    return sentences


def find_clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a sentence into clauses: at commas, semicolons and colons; a comma within brackets or quotes counts too.

    Args:
        text: Running text.
        start: Where the sentence begins.
        end: Where it ends, excluded.

    Returns:
        Bounds in order, the closing marks not included; never none where the sentence is not empty.

    Example:
        >>> text = "培训58期，培训妇女5049人；帮助3568人就业。"
        >>> [text[start:end] for start, end in find_clauses(text, 0, len(text))]
        ['培训58期', '培训妇女5049人', '帮助3568人就业。']
    """
    clauses = []
    at = start
    for match in _CLAUSE_END.finditer(text, start, end):
        clauses.append((at, match.start()))
        at = match.end()
    if at < end:
        clauses.append((at, end))
    return clauses
