"""XML of Office files: parsed without entities, without a document type, without the network."""

from __future__ import annotations

from typing import Any

from fulian.errors import ReadError
from fulian.reading.files._extras import needed

__all__ = ["Element", "parse_xml"]

Element = Any  # an lxml element; lxml comes without types


def parse_xml(data: bytes, *, file: str | None, what: str) -> Element:
    """Parse a member of an Office file, which by its standard has no document type declaration."""
    etree = needed("lxml.etree", file=file, what=what)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(file=file, found=f"damaged XML inside it ({str(error)[:120]})", expected=what) from error
    if root.getroottree().docinfo.doctype:
        raise ReadError(file=file, found="XML with a document type declaration, which may hide a bomb", expected=what)
    return root
