"""The foot: copies and printing on the last page, and the page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from fulian.checks.finding import Finding
from fulian.checks.layout._findings import fault, textual
from fulian.checks.layout._looks import wrong_face, wrong_size
from fulian.checks.layout._picture import Footer, Laid
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.reference.official_layout import THICK_LINE_MM, THIN_LINE_MM, Element, Face, face_of, look_of

__all__ = [
    "copies_form",
    "imprint_lines",
    "imprint_look",
    "page_number_dashes",
    "page_number_inset",
    "page_number_look",
    "page_number_sides",
    "page_numbered",
    "printing_form",
]

_NEEDS: Final = (Need.LAYOUT,)
_IMPRINT: Final = (Element.COPIES, Element.PRINTING)
_CLAUSE: Final = "7.5"
_OPENING: Final = re.compile("\\s*[抄分]\\s?[送报]\\s?:")
_DASHED: Final = re.compile("— ?[0-9]* ?—")
_ZEROS: Final = re.compile("([12][0-9]{3}) ?年 ?(0?[0-9]{1,2}) ?月 ?(0?[0-9]{1,2}) ?日")
_NEAR: Final = 0.11  # millimetres: between the two thicknesses, and more than rounding


def _of(matter: Matter, *elements: Element) -> tuple[Laid, ...]:
    return matter.layout.of(*elements) if matter.layout else ()


@rule(
    "L501",
    name="imprint-look",
    en="Copies and printing are set in 4号仿宋.",
    zh="抄送机关、印发机关和印发日期一般用4号仿宋体字。",
    needs=_NEEDS,
)
def imprint_look(matter: Matter) -> Iterator[Finding]:
    """Typeface and size."""
    for paragraph in _of(matter, *_IMPRINT):
        element = paragraph.element or Element.COPIES
        yield from wrong_face("L501", paragraph, paragraph.prints, element)
        yield from wrong_size("L501", paragraph, paragraph.prints, element)


@rule(
    "L502",
    name="copies-form",
    en="Copies are printed 抄送：…。",
    zh="“抄送”二字后加全角冒号，最后一个抄送机关名称后标句号。",
    needs=_NEEDS,
)
def copies_form(matter: Matter) -> Iterator[Finding]:
    """A full-width colon, and a full stop at the end."""
    clause = look_of(Element.COPIES).clause
    for paragraph in _of(matter, Element.COPIES):
        text = paragraph.text
        opening = _OPENING.match(text)
        if opening is not None:
            colon = opening.end() - 1
            what = ("抄送 is followed by a half-width colon", "“抄送”后用了半角冒号")
            found = textual("L502", clause, what, paragraph, colon, colon + 1, "：")
            if found is not None:
                yield found
        end = len(text.rstrip())
        if end and text[end - 1] != "。":
            last = text[end - 1]
            instead = "。" if last in "；;，,.、" else f"{last}。"
            what = ("the copies do not end with a full stop", "抄送机关末尾没有标句号")
            found = textual("L502", clause, what, paragraph, end - 1, end, instead)
            if found is not None:
                yield found


@rule(
    "L503",
    name="printing-form",
    en="The day of printing has no leading zeros.",
    zh="印发日期的月、日不编虚位。",
    needs=_NEEDS,
)
def printing_form(matter: Matter) -> Iterator[Finding]:
    """2014年01月20日印发 is mended to 2014年1月20日印发."""
    for paragraph in _of(matter, Element.PRINTING):
        match = _ZEROS.search(paragraph.text)
        if match is None:
            continue
        instead = f"{match[1]}年{int(match[2])}月{int(match[3])}日"
        if match.group() != instead:
            what = (f"the day of printing is {match.group()}", f"印发日期写作“{match.group()}”")
            found = textual(
                "L503", look_of(Element.PRINTING).clause, what, paragraph, match.start(), match.end(), instead
            )
            if found is not None:
                yield found


@rule(
    "L504",
    name="imprint-lines",
    en="Lines stand above, between and below copies and printing: 0.35 mm first and last, 0.25 mm between.",
    zh="版记中的分隔线与版心等宽，首条和末条用粗线（推荐高度0.35mm），中间的用细线（推荐高度0.25mm）。",
    needs=_NEEDS,
)
def imprint_lines(matter: Matter) -> Iterator[Finding]:
    """Borders of paragraphs. Where something is drawn at the end of the document, it may be the lines."""
    if matter.layout is None:
        return
    held = _of(matter, *_IMPRINT)
    if not held or any(one.drawn for one in matter.layout.paragraphs[-12:]):
        return
    around = {one.number: one for one in matter.layout.paragraphs}
    before, behind = around.get(held[0].number - 1), around.get(held[-1].number + 1)
    first = held[0].top or (before.bottom if before else None)  # the border of an empty line is a line too
    last = held[-1].bottom or (behind.top if behind else None)
    places = [("above the first element", "首条", first, THICK_LINE_MM, held[0])]
    for above, below in pairwise(held):
        places.append(("between two elements", "中间", below.top or above.bottom, THIN_LINE_MM, below))
    places.append(("below the last element", "末条", last, THICK_LINE_MM, held[-1]))
    for en, zh, line, wanted, paragraph in places:
        if line is None:
            what = (f"the line {en} of the imprint is missing", f"版记缺少{zh}分隔线")
        elif abs(line.thickness - wanted) > _NEAR:
            what = (
                f"the line {en} of the imprint is {line.thickness:.2f} mm thick, not {wanted} mm",
                f"版记{zh}分隔线粗{line.thickness:.2f}mm，不是{wanted}mm",
            )
        else:
            continue
        points = "1 pt" if wanted == THICK_LINE_MM else "¾ pt"
        advice = (f"draw it {points} thick", f"改为{points.replace(' pt', '磅')}的线")
        yield fault("L504", look_of(Element.IMPRINT_LINE).clause, what, advice, at=paragraph)


# -------------------------------------------------------------------- page numbers


def _numbers(matter: Matter) -> Iterator[tuple[str, Laid]]:
    """The paragraphs that hold a page number, of odd pages and of even ones, each once."""
    if matter.layout is None or not matter.layout.pages:
        return
    page = matter.layout.pages[-1]
    for side, footer in (("odd", page.odd_footer), ("even", page.even_footer)):
        used = side == "odd" or matter.layout.even_and_odd
        if used and isinstance(footer, Footer) and footer.number is not None and not footer.number.framed:
            yield side, footer.number


@rule(
    "L511",
    name="page-numbered",
    en="Pages are numbered, below the text area.",
    zh="页码编排在公文版心下边缘之下。",
    needs=_NEEDS,
)
def page_numbered(matter: Matter) -> Iterator[Finding]:
    """A field in the foot of odd pages, and of even ones where they have a foot of their own."""
    if matter.layout is None or not matter.layout.pages:
        return
    page = matter.layout.pages[-1]
    sides = [("odd", "单", page.odd_footer)]
    if matter.layout.even_and_odd:
        sides.append(("even", "双", page.even_footer))
    for en, zh, footer in sides:
        if footer is None or (footer.number is None and footer.known):
            yield fault(
                "L511",
                _CLAUSE,
                (f"{en} pages have no number at their foot", f"{zh}页页脚没有页码"),
                ("put a page number between dashes there, such as — 1 —", "在页脚插入页码，如“— 1 —”"),
                path=f"footer of {en} pages",
            )


@rule(
    "L512",
    name="page-number-dashes",
    en="A page number stands between dashes: — 1 —.",
    zh="页码数字左右各放一条一字线。",
    needs=_NEEDS,
)
def page_number_dashes(matter: Matter) -> Iterator[Finding]:
    """One dash of a character's width on each side; hyphens are too short."""
    for side, number in _numbers(matter):
        words = " ".join(number.text.split())
        if not _DASHED.fullmatch(words):
            yield fault(
                "L512",
                _CLAUSE,
                (f"the page number is printed {words or 'bare'}", f"页码写作“{words}”"),
                ("put a dash — on each side", "数字左右各加一条一字线“—”"),
                path=f"footer of {side} pages",
            )


@rule(
    "L513",
    name="page-number-sides",
    en="Odd page numbers stand right, even ones left.",
    zh="单页码居右空一字，双页码居左空一字。",
    needs=_NEEDS,
)
def page_number_sides(matter: Matter) -> Iterator[Finding]:
    """The alignment of the number's paragraph; spaces and tabs are left alone."""
    numbers = dict(_numbers(matter))
    if not numbers or matter.layout is None:
        return
    if not matter.layout.even_and_odd:
        yield fault(
            "L513",
            _CLAUSE,
            ("odd and even pages have the same foot", "奇偶页页脚相同"),
            (
                "let odd and even pages differ: odd numbers right, even ones left",
                "设置“奇偶页不同”，单页码居右、双页码居左",
            ),
            path="footer of odd pages",
        )
        return
    for side, wanted, zh in (("odd", "right", "单页码没有居右"), ("even", "left", "双页码没有居左")):
        number = numbers.get(side)
        if number is None or number.text != number.text.strip() or "\t" in number.text:
            continue
        align = "left" if number.align == "both" else number.align
        if align != wanted:
            yield fault(
                "L513",
                _CLAUSE,
                (f"numbers of {side} pages do not stand {wanted}", zh),
                (f"align them {wanted}", f"改为{'右' if wanted == 'right' else '左'}对齐"),
                path=f"footer of {side} pages",
            )


@rule(
    "L514",
    name="page-number-look",
    en="Page numbers are set in 4号宋体.",
    zh="页码一般用4号半角宋体阿拉伯数字。",
    needs=_NEEDS,
)
def page_number_look(matter: Matter) -> Iterator[Finding]:
    """The font of the digits, and their size."""
    for side, number in _numbers(matter):
        path = f"footer of {side} pages"
        digits = next((one for one in number.prints if any(char.isdigit() for char in one.text)), None)
        if digits is None:
            continue
        if digits.latin and face_of(digits.latin) is not Face.SONG:
            what = (
                f"the page number is set in {digits.latin}, not in song (宋体)",
                f"页码用“{digits.latin}”，不是宋体",
            )
            yield fault("L514", _CLAUSE, what, ("set it in song (宋体)", "改用宋体"), path=path)
        for found in wrong_size("L514", number, [digits], Element.PAGE_NUMBER):
            said, advice = (found.message_en, found.message_zh), (found.advice_en or "", found.advice_zh or "")
            yield fault("L514", _CLAUSE, said, advice, path=path)


@rule(
    "L515",
    name="page-number-inset",
    en="A page number stands one character from its edge.",
    zh="页码距版心边缘空一字。",
    needs=_NEEDS,
)
def page_number_inset(matter: Matter) -> Iterator[Finding]:
    """By the indent on its side."""
    for side, number in _numbers(matter):
        edge = "right" if side == "odd" else "left"
        aligned = number.align == edge or (edge == "left" and number.align == "both")
        if not aligned or number.text != number.text.strip():
            continue
        inset = number.right if edge == "right" else number.left + number.first
        if abs(inset - 1) > 0.6:
            yield fault(
                "L515",
                _CLAUSE,
                (
                    f"numbers of {side} pages stand {inset:.1f} characters from the edge, not one",
                    f"页码距边{inset:.1f}字，不是一字",
                ),
                ("set an indent of one character", "缩进改为1字符"),
                path=f"footer of {side} pages",
            )
