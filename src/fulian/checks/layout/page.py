"""The page: its size, its margins, its lines and characters, the colour of its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from fulian.checks.finding import Finding, Severity
from fulian.checks.layout._findings import fault, part
from fulian.checks.layout._picture import Laid, Page, Picture
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.reference import official_layout as standard
from fulian.reference.official_layout import Element

__all__ = ["black_text", "characters_a_line", "lines_a_page", "page_margins", "paper_size"]

_NEEDS: Final = (Need.LAYOUT,)
_ROUNDED: Final = 0.15  # millimetres: programs keep twentieths of a point
_RUNNING: Final = (Element.BODY, Element.LEVEL_2, Element.LEVEL_3, Element.LEVEL_4)
_SIDES: Final = (
    ("top", "upper", "上", standard.TOP_MM),
    ("bottom", "lower", "下", standard.BOTTOM_MM),
    ("left", "left", "左", standard.LEFT_MM),
    ("right", "right", "右", standard.RIGHT_MM),
)


def _pages(matter: Matter) -> Iterator[tuple[str, Page]]:
    """The sections whose page differs from the one before, by name; a page that lies on its side is a table's."""
    seen: set[tuple[float, ...]] = set()
    for number, page in enumerate(matter.layout.pages if matter.layout else (), start=1):
        key = (page.width, page.height, page.top, page.bottom, page.left, page.right)
        if key not in seen and (number == 1 or page.width <= page.height):
            seen.add(key)
            yield f"section {number}", page


@rule("L101", name="paper-size", en="The paper is A4.", zh="公文用纸采用A4型纸。", needs=_NEEDS)
def paper_size(matter: Matter) -> Iterator[Finding]:
    """210 by 297 mm."""
    for path, page in _pages(matter):
        if abs(page.width - standard.PAGE_WIDTH_MM) > 1 or abs(page.height - standard.PAGE_HEIGHT_MM) > 1:
            size = f"{page.width:.0f} × {page.height:.0f} mm"
            yield fault(
                "L101",
                standard.CLAUSE_PAPER,
                (f"the paper is {size}, not A4 (210 × 297 mm)", f"纸张为{size}，不是A4（210 × 297 mm）"),
                ("set the paper to A4", "纸张大小改为A4"),
                path=path,
                severity=Severity.ERROR,
            )


@rule(
    "L102",
    name="page-margins",
    en="The margins leave a text area of 156 by 225 mm: 37 mm above and 28 mm left, give or take 1 mm.",
    zh="版心尺寸为156mm×225mm，天头37mm±1mm，订口28mm±1mm。",
    needs=_NEEDS,
)
def page_margins(matter: Matter) -> Iterator[Finding]:
    """Right and lower margin follow from paper and text area: 26 and 35 mm. Judged on A4 only."""
    for path, page in _pages(matter):
        if abs(page.width - standard.PAGE_WIDTH_MM) > 1:
            continue
        for side, en, zh, wanted in _SIDES:
            found: float = getattr(page, side)
            if abs(found - wanted) > standard.MARGIN_TOLERANCE_MM + _ROUNDED:
                yield fault(
                    "L102",
                    standard.CLAUSE_PAGE,
                    (
                        f"the {en} margin is {found:.1f} mm, not {wanted:.0f} mm",
                        f"{zh}页边距为{found:.1f}mm，不是{wanted:.0f}mm",
                    ),
                    (f"set the {en} margin to {wanted:.0f} mm", f"{zh}页边距改为{wanted:.0f}mm"),
                    path=path,
                    severity=Severity.ERROR,
                )


@rule("L103", name="lines-a-page", en="A page has 22 lines.", zh="一般每面排22行。", needs=_NEEDS)
def lines_a_page(matter: Matter) -> Iterator[Finding]:
    """By the line pitch of most of the running text, where that is exact, else by the grid; margins are told apart."""
    if matter.layout is None or not matter.layout.pages:
        return
    pitches = Counter(one.exact for one in matter.layout.of(*_RUNNING))
    if not pitches:
        return
    pitch = pitches.most_common(1)[0][0] or matter.layout.pages[0].grid_line
    lines = int(_points(standard.TEXT_HEIGHT_MM) / pitch + 0.05) if pitch else standard.LINES_A_PAGE
    if lines != standard.LINES_A_PAGE:
        yield fault(
            "L103",
            standard.CLAUSE_GRID,
            (f"the text area takes {lines} lines, not 22", f"每面{lines}行，不是22行"),
            (
                "set the page's grid to 22 lines, or the line pitch to exactly 28.95 pt",
                "文档网格设为每页22行，或行距设为固定值28.95磅",
            ),
            path="section 1",
        )


@rule("L104", name="characters-a-line", en="A line has 28 characters.", zh="每行排28个字，并撑满版心。", needs=_NEEDS)
def characters_a_line(matter: Matter) -> Iterator[Finding]:
    """By the page's grid where it counts characters, else by the width that most of the running text takes."""
    if matter.layout is None or not matter.layout.pages:
        return
    width = _character(matter.layout)
    if width is None:
        return
    count = int(_points(standard.TEXT_WIDTH_MM) / max(width, 1.0) + 0.05)
    if count == standard.CHARACTERS_A_LINE:
        return
    yield fault(
        "L104",
        standard.CLAUSE_GRID,
        (f"a line of the text area takes {count} characters, not 28", f"每行{count}字，不是28字"),
        (
            "set the page's grid to 28 characters a line, with text of 3号 (16 pt)",
            "文档网格设为每行28字，正文用3号字",
        ),
        path="section 1",
    )


def _character(picture: Picture) -> float | None:
    """How wide a character is, in points."""
    if picture.pages[0].grid_character is not None:
        return picture.pages[0].grid_character
    widths = Counter(
        one.prints[0].size + one.prints[0].spacing
        for one in picture.of(*_RUNNING)
        if one.prints and one.prints[0].size is not None
    )
    return widths.most_common(1)[0][0] if widths else None


def _points(millimetres: float) -> float:
    return millimetres / 25.4 * 72


@rule("L105", name="black-text", en="The text is black.", zh="如无特殊说明，公文中文字的颜色均为黑色。", needs=_NEEDS)
def black_text(matter: Matter) -> Iterator[Finding]:
    """All but the masthead; the first coloured words of a paragraph are told."""
    for paragraph in matter.layout.paragraphs if matter.layout else ():
        if paragraph.element in (None, Element.MASTHEAD):
            continue
        coloured = next((one for one in paragraph.prints if one.text.strip() and not _is_black(one.colour)), None)
        if coloured is not None:
            yield fault(
                "L105",
                standard.CLAUSE_COLOUR,
                (f"the text has the colour #{coloured.colour}", f"文字颜色为#{coloured.colour}，不是黑色"),
                ("make it black", "改为黑色"),
                at=part(paragraph, coloured.start, coloured.start + len(coloured.text)),
                path=None if paragraph.source else _path(paragraph),
            )


def _is_black(colour: str | None) -> bool:
    """Whether a colour is black to the eye."""
    if colour is None or len(colour) != 6:
        return True
    try:
        return max(int(colour[at : at + 2], 16) for at in (0, 2, 4)) <= 0x33
    except ValueError:
        return True


def _path(paragraph: Laid) -> str:
    return f"paragraph {paragraph.number}"
