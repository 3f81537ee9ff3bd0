"""The words of WordprocessingML that the reader of Word files speaks."""

from __future__ import annotations

from collections.abc import Iterator

from fulian.reading.files._xml import Element

__all__ = ["STRICT", "TRANSITIONAL", "Element", "W", "blocks", "child", "is_on", "value"]

TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{TRANSITIONAL.decode()}}}"
_WRAPPERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


def child(element: Element | None, name: str) -> Element | None:
    """Give an element's first child of a name."""
    return element.find(W + name) if element is not None else None


def value(element: Element | None) -> str | None:
    """Give an element's w:val."""
    if element is None:
        return None
    found: str | None = element.get(f"{W}val")
    return found


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off")


def blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables of a part, also those in content controls and tracked changes."""
    waiting = list(reversed(parent))
    while waiting:
        block = waiting.pop()
        if block.tag in _WRAPPERS:
            waiting += reversed(block)
        elif isinstance(block.tag, str):
            yield block
