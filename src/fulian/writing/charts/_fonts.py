"""A font with Chinese characters, for pictures: the one that is asked for, a known one, or any that the machine has."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from fulian.errors import ReadError

__all__ = ["STACK", "find_font"]

STACK = (
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN"),
    *("PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei"),
    *("Heiti SC", "STHeiti", "SimHei", "Droid Sans Fallback", "Noto Serif CJK SC", "SimSun", "Arial Unicode MS"),
)
"""Families with simplified Chinese as Linux, macOS and Windows ship them, the best first."""

_ENVIRONMENT = "FULIAN_FONT"
_PROBE = "妇联区划镇Aa8%"  # some fonts with Chinese characters have no others
_ADVICE = (
    "a font with Chinese characters: install one (Debian and Ubuntu: apt install fonts-noto-cjk; "
    "Fedora: dnf install google-noto-sans-cjk-fonts), or name a font file or family in FULIAN_FONT"
)


def find_font(wanted: str | None = None) -> str:
    """Give the family of a font with Chinese characters.

    Args:
        wanted: A font file or a family; what FULIAN_FONT names, or the best that the machine has, where None.

    Returns:
        A family that matplotlib knows.

    Raises:
        ReadError: There is no such font, or none with Chinese characters.
    """
    wanted = wanted or os.environ.get(_ENVIRONMENT) or None
    return _installed() if wanted is None else _named(wanted)


@lru_cache(maxsize=8)
def _named(wanted: str) -> str:
    if Path(wanted).is_file():
        before = len(font_manager.fontManager.ttflist)
        try:
            font_manager.fontManager.addfont(wanted)
        except (RuntimeError, OSError) as error:
            raise ReadError(file=wanted, found="no font", expected="a font file (.ttf, .otf, .ttc)") from error
        entries = font_manager.fontManager.ttflist[before:]
    else:
        entries = [one for one in _entries() if one.name == wanted]
    if not entries:
        raise ReadError(file=None, found=f"no font {wanted!r}", expected=_ADVICE)
    best = next((one for one in entries if _has_chinese(one)), None)
    if best is None:
        raise ReadError(file=None, found=f"the font {wanted!r}, which has none", expected=_ADVICE)
    return best.name


@lru_cache(maxsize=1)
def _installed() -> str:
    entries = _entries()
    for family in STACK:
        if any(one.name == family and _has_chinese(one) for one in entries):
            return family
    for one in sorted(entries, key=lambda entry: (entry.weight != 400, entry.name)):
        if _has_chinese(one):
            return one.name
    raise ReadError(file=None, found="none on this machine", expected=_ADVICE)


def _entries() -> list[font_manager.FontEntry]:
    """The fonts that the machine has now; matplotlib's own list is from when it was first used."""
    manager = font_manager.fontManager
    known = {one.fname for one in manager.ttflist}
    for path in sorted(font_manager.findSystemFonts()):
        if path not in known:
            try:
                manager.addfont(path)
            except (RuntimeError, OSError):  # a broken font is no reason to draw nothing
                continue
    return manager.ttflist


def _has_chinese(entry: font_manager.FontEntry) -> bool:
    try:
        font = FT2Font(entry.fname, face_index=entry.index)
    except (RuntimeError, OSError):
        return False
    return all(font.get_char_index(ord(char)) for char in _PROBE)
