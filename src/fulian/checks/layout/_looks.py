"""Whether words have the typeface and the size that the standard asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fulian.checks.finding import Finding
from fulian.checks.layout._findings import fault, part
from fulian.checks.layout._picture import Laid, Print
from fulian.reference.official_layout import Element, Face, fonts_of, look_of

__all__ = ["in_english", "wrong_face", "wrong_size"]

_SIZES = {22: "2号", 16: "3号", 14: "4号"}
_NEAR = 0.3  # points: programs round


def in_english(element: Element) -> str:
    """Name an element in an English sentence: the masthead, a heading of level 2."""
    if element.startswith("level-"):
        return f"a heading of level {element.removeprefix('level-')}"
    return f"the {element.replace('-', ' ')}"


def wrong_face(code: str, paragraph: Laid, prints: Iterable[Print], element: Element) -> Iterator[Finding]:
    """A finding for the first words whose Chinese font has another typeface, and is named at all."""
    look = look_of(element)
    for one in prints:
        if one.face is look.face or not one.east_asian or not one.has_chinese or look.face is None:
            continue
        font, wanted = one.east_asian, look.face
        english = f"{in_english(element)} is set in {font}{', which the theme gives' if one.themed else ''}"
        yield fault(
            code,
            look.clause,
            (
                f"{english}, not in {wanted} ({wanted.zh})",
                f"{element.zh}用{'主题字体' if one.themed else ''}“{font}”，不是{wanted.zh}",
            ),
            (f"set it in {fonts_of(wanted)[0]}", f"改用{_named(wanted)}"),
            at=part(paragraph, one.start, one.start + len(one.text)),
            path=None if paragraph.source else f"paragraph {paragraph.number}",
        )
        return


def _named(face: Face) -> str:
    font = fonts_of(face)[0]
    return face.zh if font == face.zh else f"{face.zh}（如“{font}”）"


def wrong_size(code: str, paragraph: Laid, prints: Iterable[Print], element: Element) -> Iterator[Finding]:
    """A finding for the first words of another size."""
    look = look_of(element)
    for one in prints:
        if look.size is None or one.size is None or abs(one.size - look.size) <= _NEAR or not one.text.strip():
            continue
        name = _SIZES[round(look.size)]
        yield fault(
            code,
            look.clause,
            (
                f"{in_english(element)} is set in {one.size:g} pt, not in {look.size:g} pt",
                f"{element.zh}字号为{one.size:g}磅，不是{name}（{look.size:g}磅）",
            ),
            (f"set it in {look.size:g} pt", f"改为{name}"),
            at=part(paragraph, one.start, one.start + len(one.text)),
            path=None if paragraph.source else f"paragraph {paragraph.number}",
        )
        return
