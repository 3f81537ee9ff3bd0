"""``fulian review``: documents to a page on which a person looks at what was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from fulian.checks.rule import Rule
from fulian.cli._words import Speech
from fulian.model.reading import Reading
from fulian.writing.review import write_review

__all__ = ["write_page"]


def write_page(readings: Sequence[Reading], output: Path, *, language: str, rules: Iterable[Rule], charts: bool) -> str:
    """Write the page, and tell in one line what is on it and where it is.

    Args:
        readings: What was read, a document each.
        output: The file to write.
        language: The language that the page opens in.
        rules: The rules that are checked.
        charts: Whether to add charts.

    Returns:
        The line, in the same language.
    """
    write_review(readings, output, language="en" if language == "en" else "zh", rules=rules, charts=charts)
    say = Speech(language)
    documents = say.count(len(readings), "document", "份文件")
    figures = say.count(sum(len(one.observations) for one in readings), "figure", "项数据")
    return f"{output}: {documents}{say(', ', '，')}{figures}{say('', '，用浏览器打开')}"
