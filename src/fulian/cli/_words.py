"""What the command says to people: in which language, and in which style."""

from __future__ import annotations

import os

from fulian.model.observation import Status
from fulian.writing._speech import Speech as _Speech

__all__ = ["Speech", "default_language"]

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
