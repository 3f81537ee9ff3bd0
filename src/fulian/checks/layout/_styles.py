"""How a Word file says that something looks: defaults, styles based on styles, a theme, and what stands directly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fulian.reading.files._word_xml import Element, W, child, value

__all__ = ["RunLook", "Styles", "attribute", "last_child"]

_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MOST_BASED = 20  # a chain that turns back on itself ends


class RunLook(NamedTuple):
    """How a run looks: fonts by slot, whether a theme gives the Chinese one, size in points, colour, spacing."""

    east_asian: str | None
    latin: str | None
    themed: bool
    size: float | None
    colour: str | None
    spacing: float


class Styles:
    """The styles of a Word file, and the fonts of its theme."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._usual: str | None = None
        self._defaults = child(styles, "docDefaults")
        self._theme = theme
        for style in styles.iterfind(f"{W}style") if styles is not None else ():
            key = style.get(f"{W}styleId", "")
            self._styles[key] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._usual = key

    def paragraph(self, properties: Element | None) -> list[Element]:
        """What says how a paragraph is laid out, the weakest first."""
        default = child(child(self._defaults, "pPrDefault"), "pPr")
        chain = [child(style, "pPr") for style in self._chain(properties)]
        return [one for one in (default, *chain, properties) if one is not None]

    def run(self, paragraph: Element | None, properties: Element | None) -> RunLook:
        """How a run of a paragraph looks, its slots filled by the strongest that names them."""
        default = child(child(self._defaults, "rPrDefault"), "rPr")
        chain = [child(style, "rPr") for style in self._chain(paragraph)]
        own = [child(style, "rPr") for style in self._based(value(child(properties, "rStyle")))]
        layers = [one for one in (default, *chain, *own, properties) if one is not None]
        east, themed = self._font(layers, "eastAsia", "eastAsiaTheme")
        latin, _ = self._font(layers, "ascii", "asciiTheme")
        size, spacing = _number(value(last_child(layers, "sz"))), _number(value(last_child(layers, "spacing")))
        colour = value(last_child(layers, "color"))
        return RunLook(
            east_asian=east,
            latin=latin,
            themed=themed,
            size=size / 2 if size else None,
            colour=None if colour in (None, "auto") else str(colour).upper(),
            spacing=(spacing or 0.0) / 20,
        )

    @property
    def size(self) -> float:
        """The size of the usual paragraph's characters, which the grid of a page counts from, in points."""
        return self.run(None, None).size or 10.0

    def _chain(self, properties: Element | None) -> list[Element]:
        return self._based(value(child(properties, "pStyle")) or self._usual)

    def _based(self, key: str | None) -> list[Element]:
        found: list[Element] = []
        while key is not None and key in self._styles and len(found) < _MOST_BASED:
            found.insert(0, self._styles[key])
            key = value(child(found[0], "basedOn"))
        return found

    def _font(self, layers: Sequence[Element], slot: str, theme: str) -> tuple[str | None, bool]:
        """The font of a slot: in each layer the theme's goes before the named one."""
        for layer in reversed(layers):
            fonts = child(layer, "rFonts")
            if fonts is None:
                continue
            if named := fonts.get(f"{W}{theme}"):
                return self._of_theme(named), True
            if named := fonts.get(f"{W}{slot}"):
                return str(named), False
        return None, False

    def _of_theme(self, name: str) -> str | None:
        kind = "majorFont" if name.startswith("major") else "minorFont"
        fonts = self._theme.find(f".//{_MAIN}{kind}") if self._theme is not None else None
        if fonts is None:
            return None
        tag = "ea" if name.endswith("EastAsia") else "cs" if name.endswith("Bidi") else "latin"
        found = fonts.find(f"{_MAIN}{tag}")
        named = found.get("typeface") if found is not None else None
        if not named and tag == "ea":
            han = next((one for one in fonts.iterfind(f"{_MAIN}font") if one.get("script") == "Hans"), None)
            named = han.get("typeface") if han is not None else None
        return str(named) if named else None


def last_child(layers: Sequence[Element], name: str) -> Element | None:
    """The strongest element of a name."""
    return next((found for layer in reversed(layers) if (found := child(layer, name)) is not None), None)


def attribute(layers: Sequence[Element], name: str, key: str) -> str | None:
    """The strongest value of an element's attribute; elements give way attribute by attribute."""
    return next(_values(layers, name, key), None)


def _values(layers: Sequence[Element], name: str, key: str) -> Iterator[str]:
    for layer in reversed(layers):
        found = child(layer, name)
        if found is not None and found.get(f"{W}{key}") is not None:
            yield str(found.get(f"{W}{key}"))


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
