"""What the command says to people: in which language, and in which style."""

from __future__ import annotations

import os
import sys
from contextvars import ContextVar

from fulian.model.observation import Status
from fulian.writing._speech import Speech as _Speech

__all__ = ["Speech", "default_language", "error_speech", "files_read", "speak", "speech"]

# The language that --language asked for, in this run of the command.
_asked: ContextVar[str | None] = ContextVar("language", default=None)
_STYLES = {Status.ACTUAL: "done", Status.TARGET: "planned"}


def default_language() -> str:
    """The language of the terminal's locale: zh for any Chinese one, else en."""
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "zh" if locale.lower().startswith("zh") else "en"


class Speech(_Speech):
    """Says a thing in the language that was asked for, and knows how it looks on a terminal."""

    __slots__ = ()

    @staticmethod
    def style(status: Status) -> str:
        """The style that a standing is shown in."""
        return _STYLES.get(status, str(status))


def speak(language: str | None) -> None:
    """Speak a language from here on; that of the terminal's locale where None."""
    _asked.set(language)


def files_read(read: int, failed: int) -> str:
    """Say how many of the files meant could be read."""
    total = read + failed
    return f"{read:,} of {total:,} {'file' if total == 1 else 'files'} read, {failed:,} failed"


def error_speech() -> Speech:
    """What says errors in this run: as `speech` does, but in English where standard error has no Chinese characters."""
    say = speech()
    try:
        say("", "需要：得到").encode(getattr(sys.stderr, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return Speech("en")
    return say


def speech() -> Speech:
    """What says things in this run: in the language that was asked for, else in that of the terminal's locale."""
    return Speech(_asked.get() or default_language())
