"""The streams of the process, fit for whatever the terminal's code page is."""

from __future__ import annotations

from typing import TextIO

__all__ = ["forgiving"]


def forgiving(stream: TextIO) -> TextIO:
    """Let a stream write ? for what its encoding does not have, instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
    return stream
