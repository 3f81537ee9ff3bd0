"""The table of contents that Word made of a document's headings: it says nothing that they don't say."""

from __future__ import annotations

import re

from fulian.reading.files._word_xml import Element, W, child, value

__all__ = ["paragraphs_of_contents", "styles_of_contents"]

_NAME = re.compile("(?i)(?:toc|contents|.{0,12}目录) ?(?:[1-9]|heading|标题)|目录标题")
_GALLERY = "Table of Contents"


def styles_of_contents(styles: Element | None) -> frozenset[str]:
    """Give the styles of the lines of a table of contents, by their names: toc 1, TOC Heading, 目录 1."""
    return frozenset(
        style.get(f"{W}styleId", "")
        for style in (styles.iterfind(f"{W}style") if styles is not None else ())
        if _NAME.fullmatch((value(child(style, "name")) or "").strip())
    )


def paragraphs_of_contents(body: Element, listing: frozenset[str]) -> frozenset[Element]:
    """Give the paragraphs that are lines of a table of contents: by the control around them, or by their style."""
    found = []
    for gallery in body.iter(f"{W}docPartGallery"):
        control = next(gallery.iterancestors(f"{W}sdt"), None)
        if value(gallery) == _GALLERY and control is not None:
            found += control.iter(f"{W}p")
    if listing:
        styled = body.iter(f"{W}pStyle")
        found += [style.getparent().getparent() for style in styled if value(style) in listing]
    return frozenset(found)
