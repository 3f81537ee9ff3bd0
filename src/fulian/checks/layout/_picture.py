"""What a Word file looks like: its pages, paragraphs and footers, every measure worked out."""

from __future__ import annotations

from typing import NamedTuple

import attrs

from fulian.model.source import Source
from fulian.reference.official_layout import Element, Face, face_of

__all__ = ["Border", "Footer", "Laid", "Page", "Picture", "Print", "Span", "gap_between"]

_LINE = 28.95  # points: a line of the standard's grid


class Span(NamedTuple):
    """A stretch of a paragraph's words."""

    start: int
    end: int


class Border(NamedTuple):
    """A line at a paragraph's edge: its thickness in millimetres, and its colour, None where it is the text's."""

    thickness: float
    colour: str | None


@attrs.frozen(kw_only=True)
class Print:
    """A run of words printed alike (文字).

    A font is None where the file names none: then nothing is said of it. Sizes and spacings are in points.
    """

    text: str
    start: int
    east_asian: str | None = None
    latin: str | None = None
    themed: bool = False
    size: float | None = None
    colour: str | None = None
    spacing: float = 0.0

    @property
    def face(self) -> Face | None:
        """The typeface of its Chinese characters; None where it has none or the font is not known to the standard."""
        return face_of(self.east_asian) if self.east_asian else None

    @property
    def has_chinese(self) -> bool:
        """Whether it prints Chinese characters."""
        return any("\u4e00" <= char <= "\u9fff" for char in self.text)


@attrs.frozen(kw_only=True)
class Laid:
    """A paragraph as it is laid out (段落版式): indents in characters of its own size, spaces in points.

    `blanks` is how many empty lines stand right before it, None where something that is no paragraph does. `numbered`
    says that the program prints a number before it, and moves it in by rules that are not looked at.
    """

    number: int
    text: str
    prints: tuple[Print, ...] = ()
    source: Source | None = None
    element: Element | None = None
    heading: Span | None = None  # its mark and its heading, for a level of the body
    align: str = "both"
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    exact: float | None = None  # the exact line pitch
    on_grid: bool = True
    top: Border | None = None
    bottom: Border | None = None
    breaks_page: bool = False
    framed: bool = False
    numbered: bool = False
    blanks: int | None = 0
    drawn: bool = False  # it holds a picture or a shape

    @property
    def size(self) -> float | None:
        """The size of its first characters."""
        return next((one.size for one in self.prints if one.text.strip()), None)

    @property
    def lines(self) -> tuple[str, ...]:
        """Its words as its soft breaks cut them."""
        return tuple(line.strip() for line in self.text.split("\n") if line.strip())


@attrs.frozen(kw_only=True)
class Page:
    """The page of a section (页面) in millimetres; the pitches of its grid in points, None where it sets none."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    grid_line: float | None = None
    grid_character: float | None = None
    odd_footer: Footer | None = None
    even_footer: Footer | None = None
    first_footer: bool = False


@attrs.frozen(kw_only=True)
class Footer:
    """The foot of a page (页脚): its paragraph that holds the page number, None where none does."""

    number: Laid | None = None
    known: bool = True  # False where the number may stand in what is not looked at, such as a picture


@attrs.frozen(kw_only=True)
class Picture:
    """A whole Word file as it looks (版面)."""

    pages: tuple[Page, ...]
    paragraphs: tuple[Laid, ...]
    even_and_odd: bool = False

    def of(self, *elements: Element) -> tuple[Laid, ...]:
        """The paragraphs with words that are one of some elements, in order."""
        return tuple(one for one in self.paragraphs if one.element in elements and one.text.strip())

    def before(self, paragraph: Laid) -> Laid | None:
        """The paragraph with words that stands before one."""
        held = [one for one in self.paragraphs if one.number < paragraph.number and one.text.strip()]
        return held[-1] if held else None


def gap_between(above: Laid | None, below: Laid) -> float | None:
    """How many empty lines stand between two paragraphs, spaces counted; None where that cannot be told."""
    if above is None or below.blanks is None or above.framed or below.framed:
        return None
    return below.blanks + (above.after + below.before) / _LINE
