"""Faults planted in a good file: one change of its WordprocessingML each."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

import fulian
from fulian.reading.files._word_xml import W, child
from fulian.writing.official import OfficialFrame
from fulian.writing.official.compose import compose
from fulian.writing.official.word import draw

from ...reading.specimens import PLAN, SUMMARY

Part = Any  # the root of a part of a Word file
Change = Callable[[Part], None]


def notice() -> bytes:
    """A sealed notice with two annexes, copies, printing and a note."""
    frame = OfficialFrame(
        copies=("市妇联", "县委办公室"), printing="甘泉县妇女联合会办公室", note="此件公开发布", urgency="特急"
    )
    return draw(compose(fulian.read_text(PLAN), frame)).data


def report() -> bytes:
    """A report to a superior, not sealed."""
    frame = OfficialFrame(
        number=fulian.parse_document_number("甘妇〔2021〕30号"), recipients=("市妇联",), signatory="王某某", sealed=False,
        issued=date(2021, 12, 20), copy_number="000012", secrecy="秘密★1年",
    )  # fmt: skip
    return draw(compose(fulian.read_text(SUMMARY), frame)).data


def plant(data: bytes, change: Change, part: str = "word/document.xml") -> bytes:
    """The file with one of its parts changed."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root)
            target.writestr(name, content)
    return packed.getvalue()


# -------------------------------------------------------------------- changes


def words_of(paragraph: Part) -> str:
    """A paragraph's words."""
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))


def paragraph(root: Part, words: str) -> Part:
    """The first paragraph that begins with some words; a $ behind them says that it has no others."""
    whole, words = words.endswith("$"), words.rstrip("$")
    return next(
        one for one in root.iter(f"{W}p") if words_of(one).startswith(words) and (not whole or words_of(one) == words)
    )


def properties(root: Part, words: str) -> Part:
    """The properties of a paragraph."""
    return child(paragraph(root, words), "pPr")


def fresh(parent: Part, name: str, **values: object) -> Part:
    """Put an element of a name in place of those there are."""
    for old in parent.findall(f"{W}{name}"):
        parent.remove(old)
    made = etree.SubElement(parent, f"{W}{name}")
    for key, value in values.items():
        made.set(f"{W}{key}", str(value))
    return made


def of(words: str, name: str, **values: object) -> Change:
    """Set a property of a paragraph."""

    def change(root: Part) -> None:
        fresh(properties(root, words), name, **values)

    return change


def both(first: Change, second: Change) -> Change:
    """Two changes, where one alone would be two faults."""

    def change(root: Part) -> None:
        first(root)
        second(root)

    return change


def font(words: str, name: str, *, run: int | None = None, slot: str = "eastAsia") -> Change:
    """Set the font of a paragraph's runs, or of one of them."""

    def change(root: Part) -> None:
        runs = paragraph(root, words).findall(f"{W}r")
        for one in runs if run is None else [runs[run]]:
            fresh(_look(one), "rFonts", **{slot: name})

    return change


def size(words: str, points: float) -> Change:
    """Set the size of a paragraph's runs."""

    def change(root: Part) -> None:
        for one in paragraph(root, words).findall(f"{W}r"):
            fresh(_look(one), "sz", val=int(points * 2))

    return change


def colour(words: str, value: str) -> Change:
    """Set the colour of a paragraph's runs."""

    def change(root: Part) -> None:
        for one in paragraph(root, words).findall(f"{W}r"):
            fresh(_look(one), "color", val=value)

    return change


def _look(run: Part) -> Part:
    found = child(run, "rPr")
    if found is None:
        found = etree.Element(f"{W}rPr")
        run.insert(0, found)
    return found


def say(words: str, old: str, new: str) -> Change:
    """Change words within one run of a paragraph."""

    def change(root: Part) -> None:
        for one in paragraph(root, words).iter(f"{W}t"):
            if old in (one.text or ""):
                one.text = one.text.replace(old, new, 1)
                return
        raise LookupError(old)

    return change


def blanks_before(words: str, count: int) -> Change:
    """Have so many empty lines before a paragraph."""

    def change(root: Part) -> None:
        place = paragraph(root, words)
        above = place.getprevious()
        while above is not None and above.tag == f"{W}p" and not words_of(above):
            above.getparent().remove(above)
            above = place.getprevious()
        for _ in range(count):
            place.addprevious(etree.Element(f"{W}p"))

    return change


def section(name: str, **values: object) -> Change:
    """Set measures of the page."""

    def change(root: Part) -> None:
        found = next(root.iter(f"{W}{name}"))
        for key, value in values.items():
            found.set(f"{W}{key}", str(value))

    return change


def without(name: str, words: str | None = None) -> Change:
    """Take elements of a name away, of a paragraph or of the whole part."""

    def change(root: Part) -> None:
        held = list((root if words is None else paragraph(root, words)).iter(f"{W}{name}"))
        assert held, name
        for one in held:
            one.getparent().remove(one)

    return change


def lines(words: str, *texts: str) -> Change:
    """Break a paragraph's words by hand into other lines."""

    def change(root: Part) -> None:
        runs = paragraph(root, words).findall(f"{W}r")
        kept = runs[0]
        for one in runs[1:]:
            one.getparent().remove(one)
        next(kept.iter(f"{W}t")).text = texts[0]
        for text in texts[1:]:
            etree.SubElement(kept, f"{W}br")
            etree.SubElement(kept, f"{W}t").text = text

    return change
