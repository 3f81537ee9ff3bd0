"""What matplotlib draws as SVG, made fit for pages: attributes instead of styles, a name, marks that can be found."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

__all__ = ["to_page_svg"]

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_INHERITED = {"stroke-linejoin": "round", "stroke-linecap": "butt"}  # what matplotlib's style sheet says of everything


def to_page_svg(
    drawn: str, *, fonts: str, title: str, description: str, marks: Mapping[str, tuple[str, Mapping[str, str]]]
) -> str:
    """Make an SVG fit to stand alone and in a page.

    Args:
        drawn: What matplotlib wrote.
        fonts: The font families of all text.
        title: The name of the picture.
        description: What it shows, in words.
        marks: For the id of a group, its tooltip and its ``data-`` attributes.

    Returns:
        One element, without declaration and metadata. Ids begin with what is particular to the picture, so that several
        may stand in one page.
    """
    root = ET.fromstring(drawn)  # noqa: S314 - matplotlib's own output, with no entities
    prefix = f"fulian-{hashlib.sha256(f'{title}{description}'.encode()).hexdigest()[:8]}-"
    for metadata in root.findall(f"{_SVG}metadata"):
        root.remove(metadata)
    for definitions in root.findall(f"{_SVG}defs"):
        for sheet in definitions.findall(f"{_SVG}style"):
            definitions.remove(sheet)
        if not len(definitions):
            root.remove(definitions)
    used = _references(root)
    for element in root.iter():
        _plain(element, used, prefix, fonts)
        if element.get("id") is None and (mark := marks.get(element.attrib.pop("mark", ""))):
            told = ET.Element("title")
            told.text = mark[0]
            element.insert(0, told)
            element.attrib.update(mark[1])
    for name, text in (("desc", description), ("title", title)):
        head = ET.Element(name, id=f"{prefix}{name}")
        head.text = text
        root.insert(0, head)
    width, height = root.attrib["viewBox"].split()[2:]
    root.attrib = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": width,
        "height": height,
        "viewBox": root.attrib["viewBox"],
        "role": "img",
        "aria-labelledby": f"{prefix}title {prefix}desc",
        **_INHERITED,
    }
    return ET.tostring(root, encoding="unicode")


def _references(root: ET.Element) -> set[str]:
    """The ids that something in the picture points to."""
    found = set()
    for element in root.iter():
        for value in element.attrib.values():
            found.update(_REFERENCE.findall(value))
        if _HREF in element.attrib:
            found.add(element.attrib[_HREF].removeprefix("#"))
    return found


def _plain(element: ET.Element, used: set[str], prefix: str, fonts: str) -> None:
    """Turn an element's style into attributes, and give or take its id."""
    element.tag = element.tag.removeprefix(_SVG)
    style = element.attrib.pop("style", "")
    for name, value in (entry.split(":", 1) for entry in style.split(";") if ":" in entry):
        element.attrib[name.strip()] = value.strip()
    if "font-family" in element.attrib:
        element.attrib["font-family"] = fonts
        element.attrib["font-size"] = element.attrib["font-size"].removesuffix("px")
    name = element.attrib.pop("id", "")
    if name in used:
        element.attrib["id"] = prefix + name
    elif name:
        element.attrib["mark"] = name
    if _HREF in element.attrib:
        element.attrib["href"] = f"#{prefix}{element.attrib.pop(_HREF).removeprefix('#')}"
    for name, value in element.attrib.items():
        element.attrib[name] = _REFERENCE.sub(lambda found: f"url(#{prefix}{found[1]})", value)
    if element.tag == "path" and "d" in element.attrib:
        element.attrib["d"] = " ".join(element.attrib["d"].split())
    element.text = element.text if element.tag in ("text", "tspan", "title") else None
    element.tail = None
