"""WordprocessingML in short: elements by name, measures in its units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from fulian.formats._extras import needed
from fulian.reference.official_layout import CHARACTERS_A_LINE, LINES_A_PAGE, TEXT_HEIGHT_MM, TEXT_WIDTH_MM

__all__ = ["CHARACTER", "LINE", "fonts", "twips", "w"]


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


LINE: Final = twips(TEXT_HEIGHT_MM) // LINES_A_PAGE
"""The pitch of the grid's lines, in twips."""

CHARACTER: Final = twips(TEXT_WIDTH_MM) // CHARACTERS_A_LINE
"""The pitch of the grid's characters, in twips."""


def w(name: str, attributes: Mapping[str, object] | None = None, children: Iterable[Any] = ()) -> Any:
    """Make an element of the namespace w; attributes are of it too, unless they name another."""
    oxml = needed("docx.oxml", extra="word", what="the official document")
    qualified = needed("docx.oxml.ns", extra="word", what="the official document").qn
    element = oxml.OxmlElement(f"w:{name}")
    for key, value in (attributes or {}).items():
        element.set(qualified(key if ":" in key else f"w:{key}"), str(value))
    for child in children:
        element.append(child)
    return element


def fonts(name: str) -> Any:
    """One font for all four slots; a theme's fonts would go before it, so none is named."""
    return w("rFonts", {"ascii": name, "hAnsi": name, "eastAsia": name, "cs": name})
