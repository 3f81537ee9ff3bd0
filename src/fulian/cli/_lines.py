"""Lines of text on a terminal, where a Chinese character is as wide as two Latin letters."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from fulian.text import wrapping
from fulian.text.wrapping import one_line

__all__ = ["break_offsets", "clip", "one_line", "pad", "wrap"]


def break_offsets(text: str, width: int) -> list[int]:
    """Say where lines of at most `width` cells begin, the first left out."""
    return wrapping.break_offsets(text, width, cell_len)


def wrap(text: Text, width: int, *, most: int | None = None) -> list[Text]:
    """Break a text into lines of at most `width` cells; where there are more than `most`, the last one ends in ….

    Args:
        text: The text, on one line.
        width: Cells a line.
        most: How many lines at most; None for as many as it takes.

    Returns:
        The lines, at least one.
    """
    width = max(width, 2)
    offsets = break_offsets(text.plain, width)
    if most is not None and len(offsets) >= most:
        rest = offsets[most - 2] if most > 1 else 0
        lines = list(text[:rest].divide(offsets[: most - 2])) if most > 1 else []
        return [*(_trimmed(line) for line in lines), clip(text[rest:], width)]
    return [_trimmed(line) for line in text.divide(offsets)]


def _trimmed(line: Text) -> Text:
    line = line[len(line.plain) - len(line.plain.lstrip(" ")) :]
    line.rstrip()
    return line


def clip(text: Text, width: int) -> Text:
    """Cut a text to `width` cells; … says that there was more."""
    if text.cell_len <= width:
        return text
    kept, used = 0, 0
    for char in text.plain:
        wide = cell_len(char)
        if used + wide > width - 1:
            break
        kept, used = kept + 1, used + wide
    short = text[:kept]
    short.rstrip()
    short.append("…")
    return short


def pad(text: Text, width: int) -> Text:
    """Fill a text with spaces on the right up to `width` cells."""
    padded = text.copy()
    padded.append(" " * max(0, width - text.cell_len))
    return padded
