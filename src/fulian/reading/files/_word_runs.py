"""The words of one Word paragraph: what is shown, and what is not."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from fulian.reading.files._raised import raised
from fulian.reading.files._word_xml import Element, W, child, is_on, value

__all__ = ["Words", "hidden_styles", "is_hidden", "words_of"]

_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# Runs that a tracked change took away, and what of an element is no text of its own.
_TAKEN_AWAY = frozenset((f"{W}del", f"{W}moveFrom"))
_PUT_IN = frozenset((f"{W}ins", f"{W}moveTo"))
_NO_TEXT = frozenset(
    (f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delInstrText", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}rt", f"{W}fldData")
)
_CHARACTERS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@attrs.define
class Words:
    """What a paragraph says, and what it holds beside."""

    shown: str = ""
    deleted: str = ""
    hidden: str = ""
    inserted: int = 0
    boxes: list[Element] = attrs.Factory(list)  # the contents of text boxes
    footnotes: list[str] = attrs.Factory(list)  # their ids
    endnotes: list[str] = attrs.Factory(list)


def hidden_styles(styles: Element | None) -> frozenset[str]:
    """Give the styles whose words are hidden, by themselves or by what they are based on."""
    own: dict[str, tuple[str | None, Element | None]] = {}
    for style in styles.iterfind(f"{W}style") if styles is not None else ():
        based = child(style, "basedOn")
        own[style.get(f"{W}styleId", "")] = (value(based), child(child(style, "rPr"), "vanish"))
    hidden = set()
    for name in own:
        at: str | None = name
        for _ in range(20):  # a chain that turns back on itself ends
            if at is None or at not in own:
                break
            at, switch = own[at]
            if switch is not None:
                if is_on(switch):
                    hidden.add(name)
                break
    return frozenset(hidden)


def words_of(paragraph: Element, hiding: frozenset[str] = frozenset()) -> Words:
    """Read a paragraph as it stands once its tracked changes are accepted; `hiding` are the styles that hide words."""
    unseen = value(child(child(paragraph, "pPr"), "pStyle")) in hiding
    words = Words()
    shown: list[str] = []
    hidden: list[str] = []
    deleted: list[str] = []
    waiting: list[tuple[Element, list[str]]] = [(one, shown) for one in reversed(paragraph)]
    while waiting:
        element, into = waiting.pop()
        tag = element.tag
        if not isinstance(tag, str) or tag in _NO_TEXT:
            continue
        if tag in (f"{W}t", f"{_MATHS}t", f"{W}delText"):
            into.append(element.text or "")
        elif tag == f"{W}txbxContent":
            if into is shown:
                words.boxes.append(element)
        elif (char := _character(element)) is not None:
            into.append(char)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            notes = words.footnotes if tag == f"{W}footnoteReference" else words.endnotes
            notes.append(element.get(f"{W}id", ""))
        else:
            if tag in _TAKEN_AWAY:
                into = deleted
            elif tag in _PUT_IN:
                words.inserted += 1
            elif tag == f"{W}r" and into is shown and is_hidden(child(element, "rPr"), hiding, unseen=unseen):
                into = hidden
            number = _raised_number(element)
            if number is not None:
                into.append(number)
                continue
            waiting += [(one, into) for one in reversed(list(_inside(element)))]
    words.shown, words.hidden, words.deleted = "".join(shown), "".join(hidden), "".join(deleted)
    return words


def is_hidden(properties: Element | None, hiding: frozenset[str], *, unseen: bool) -> bool:
    """Whether a run is hidden: by its own switch, else by its style, else by its paragraph's."""
    switch = child(properties, "vanish")
    if switch is not None:
        return is_on(switch)
    return unseen or value(child(properties, "rStyle")) in hiding


def _raised_number(run: Element) -> str | None:
    """A number that is printed raised, as the mark of a note or a power is; None for anything else."""
    if len(run) != 2 or run[1].tag != f"{W}t" or value(child(run[0], "vertAlign")) != "superscript":
        return None
    return raised(run[1].text or "")


def _character(element: Element) -> str | None:
    """The character that an empty element stands for; None where it is no such element."""
    if element.tag == f"{W}br":
        return "" if element.get(f"{W}type") in ("page", "column") else "\n"
    if element.tag == f"{W}sym":
        code = element.get(f"{W}char", "")
        number = int(code, 16) if 0 < len(code) <= 4 and all(one in "0123456789abcdefABCDEF" for one in code) else 0
        return "" if not number or 0xD800 <= number <= 0xF8FF else chr(number)
    return _CHARACTERS.get(element.tag)


def _inside(element: Element) -> Iterator[Element]:
    """An element's children; of alternatives the first, so that a text box is not read twice."""
    if element.tag == f"{_MARKUP}AlternateContent":
        chosen = element.find(f"{_MARKUP}Choice")
        if chosen is None:
            chosen = element.find(f"{_MARKUP}Fallback")
        return iter(chosen) if chosen is not None else iter(())
    return iter(element)
