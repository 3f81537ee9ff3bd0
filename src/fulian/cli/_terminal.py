"""Where the command writes: a terminal in colour, a pipe in plain text, data as bytes."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import attrs
from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from fulian.cli._streams import forgiving
from fulian.cli._words import Speech

__all__ = ["PLAIN_WIDTH", "STYLES", "Guides", "Screen", "error_console", "open_screen", "write_data"]

# What a page is wide where nothing tells: a pipe, a file.
PLAIN_WIDTH = 100
STYLES = Theme(
    {
        "title": "bold",
        "head": "bold",
        "number": "cyan",
        "faint": "dim",
        "guide": "dim",
        "done": "green",
        "planned": "yellow",
        "change": "blue",
        "condition": "dim",
        "done.head": "bold green",
        "lacking.head": "bold magenta",
        "planned.head": "bold yellow",
        "warning": "yellow",
        "error": "red",
        "mark": "bold cyan",
    }
)


@attrs.frozen
class Guides:
    """The characters that draw a tree: box characters, or plain ones where the output's encoding has no others."""

    branch: str = "├─ "
    last: str = "└─ "
    through: str = "│  "
    blank: str = "   "
    rule: str = "─"
    dot: str = "·"
    dash: str = "–"


_PLAIN = Guides(branch="|- ", last="`- ", through="|  ", rule="-", dot="-", dash="-")


@attrs.frozen
class Screen:
    """A place to show things to a person: a console, how wide it is, how it draws, what language it speaks."""

    console: Console
    guides: Guides
    say: Speech
    width: int

    def line(self, text: Text | str = "", style: str = "") -> None:
        """Write one line that is wide enough already."""
        line = text if isinstance(text, Text) else Text(text, style=style)
        line.rstrip()
        self.console.print(line, soft_wrap=True)


def _console(stream: TextIO, width: int | None = None) -> Console:
    return Console(
        file=forgiving(stream), width=width, theme=STYLES, highlight=False, markup=False, emoji=False, soft_wrap=True
    )


def open_screen(say: Speech, width: int | None = None) -> Screen:
    """Open standard output for a person.

    Args:
        say: The language.
        width: Cells a line; what the terminal has, COLUMNS says or a page takes where None.

    Returns:
        The screen.
    """
    if width is None and not sys.stdout.isatty() and not os.environ.get("COLUMNS", "").isdigit():
        width = PLAIN_WIDTH
    console = _console(sys.stdout, width)
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "").replace("_", "")
    guides = Guides() if encoding.startswith("utf") else _PLAIN
    return Screen(console=console, guides=guides, say=say, width=max(console.width, 30))


def error_console() -> Console:
    """Open standard error for a person."""
    return _console(sys.stderr)


def write_data(text: str) -> None:
    """Write data to standard output, in UTF-8 whatever the terminal's encoding is."""
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
        return
    binary.write(text.encode())
    binary.flush()
