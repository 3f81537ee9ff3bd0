"""The head of the first page: masthead, number, signatory, the red line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fulian.checks.finding import Finding, Severity
from fulian.checks.layout._findings import fault, textual
from fulian.checks.layout._looks import in_english, wrong_face, wrong_size
from fulian.checks.layout._picture import Laid, gap_between
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.errors import ParseError
from fulian.reference.official_layout import MASTHEAD_BELOW_MM, Element, Face, face_of, look_of
from fulian.text.document_numbers import parse_document_number

__all__ = [
    "copy_number_form",
    "head_look",
    "marking_face",
    "masthead_centred",
    "masthead_face",
    "masthead_height",
    "masthead_red",
    "number_below_masthead",
    "number_form",
    "number_place",
    "red_line",
    "signatory_face",
]

_NEEDS: Final = (Need.LAYOUT,)
_NUMBER: Final = re.compile("[^\\s　]{2,20}[〔\\[【（(﹝［].{2,6}[〕\\]】）)﹞］].{1,8}号")
_MOVED: Final = 3  # characters: an indent that wide is meant to put a short line in its place
_MARKS: Final = (Element.SECRECY, Element.URGENCY)


def _of(matter: Matter, *elements: Element) -> tuple[Laid, ...]:
    return matter.layout.of(*elements) if matter.layout else ()


@rule(
    "L201",
    name="masthead-face",
    en="The masthead is set in 小标宋.",
    zh="发文机关标志推荐使用小标宋体字。",
    needs=_NEEDS,
)
def masthead_face(matter: Matter) -> Iterator[Finding]:
    """The standard recommends it; told as a note."""
    for paragraph in _of(matter, Element.MASTHEAD):
        for finding in wrong_face("L201", paragraph, paragraph.prints, Element.MASTHEAD):
            yield fault(
                "L201",
                look_of(Element.MASTHEAD).clause,
                (finding.message_en, finding.message_zh),
                (finding.advice_en or "", finding.advice_zh or ""),
                at=finding.sources[0] if finding.sources else paragraph,
                severity=Severity.NOTE,
            )


@rule("L202", name="masthead-red", en="The masthead is red.", zh="发文机关标志颜色为红色。", needs=_NEEDS)
def masthead_red(matter: Matter) -> Iterator[Finding]:
    """Any red will do: much red, little green and blue."""
    for paragraph in _of(matter, Element.MASTHEAD):
        if any(one.text.strip() and not _is_red(one.colour) for one in paragraph.prints):
            yield fault(
                "L202",
                look_of(Element.MASTHEAD).clause,
                ("the masthead is not red", "发文机关标志不是红色"),
                ("make it red (#FF0000)", "改为红色"),
                at=paragraph,
                severity=Severity.ERROR,
            )


def _is_red(colour: str | None) -> bool:
    if colour is None or not re.fullmatch("[0-9A-F]{6}", colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0x90 and max(green, blue) <= 0x60


@rule("L203", name="masthead-centred", en="The masthead is centred.", zh="发文机关标志居中排布。", needs=_NEEDS)
def masthead_centred(matter: Matter) -> Iterator[Finding]:
    """One that is spread over the whole line (分散对齐) is centred too; what indents or spaces move is left alone."""
    for paragraph in _of(matter, Element.MASTHEAD):
        aside = paragraph.align == "center" and not _in_the_middle(paragraph)
        left = paragraph.align not in ("center", "distribute") and paragraph.left + paragraph.first < _MOVED
        if aside or left:
            yield fault(
                "L203",
                look_of(Element.MASTHEAD).clause,
                ("the masthead is not centred", "发文机关标志没有居中"),
                ("centre it", "改为居中"),
                at=paragraph,
            )


def _in_the_middle(paragraph: Laid) -> bool:
    """Whether a centred paragraph has no indent that moves it aside."""
    return abs(paragraph.left + paragraph.first - paragraph.right) <= 1


@rule(
    "L204",
    name="masthead-height",
    en="The masthead's upper edge is 35 mm below that of the text area.",
    zh="发文机关标志上边缘至版心上边缘为35mm。",
    needs=_NEEDS,
)
def masthead_height(matter: Matter) -> Iterator[Finding]:
    """Told where the height of all that stands over it is known: exact lines and spaces; give or take 5 mm."""
    for paragraph in _of(matter, Element.MASTHEAD)[:1]:
        above = [one for one in (matter.layout.paragraphs if matter.layout else ()) if one.number < paragraph.number]
        if paragraph.exact is None or any(one.exact is None or one.framed or one.drawn for one in above):
            continue
        size = max((one.size or 0 for one in paragraph.prints), default=0)
        height = sum((one.exact or 0) + one.before + one.after for one in above)
        height += paragraph.before + max(paragraph.exact - size, 0) / 2
        found = height / 72 * 25.4
        if abs(found - MASTHEAD_BELOW_MM) > 5:
            yield fault(
                "L204",
                look_of(Element.MASTHEAD).clause,
                (
                    f"the masthead's upper edge is {found:.0f} mm below that of the text area, not 35 mm",
                    f"发文机关标志上边缘距版心上边缘{found:.0f}mm，不是35mm",
                ),
                ("give it a space above that makes 35 mm", "调整段前间距，使其为35mm"),
                at=paragraph,
            )


@rule(
    "L205",
    name="number-form",
    en="The document number has its year in full in 〔〕, and its number without 第 and without leading zeros.",
    zh="发文字号的年份标全称，用六角括号“〔〕”括入；发文顺序号不加“第”字，不编虚位。",
    needs=_NEEDS,
)
def number_form(matter: Matter) -> Iterator[Finding]:
    """What is printed is compared with the number that it is read as."""
    for paragraph in _of(matter, Element.NUMBER):
        match = _NUMBER.search(paragraph.text)
        if match is None:
            continue
        try:
            number = parse_document_number(match.group())
        except ParseError:
            continue
        if match.group() != str(number):
            what = (f"the document number is printed {match.group()}", f"发文字号写作“{match.group()}”")
            found = textual(
                "L205", look_of(Element.NUMBER).clause, what, paragraph, match.start(), match.end(), str(number)
            )
            if found is not None:
                yield found


@rule(
    "L206",
    name="number-place",
    en="The document number is centred; beside a signatory it stands left, one character in.",
    zh="发文字号居中排布；上行文的发文字号居左空一字编排。",
    needs=_NEEDS,
)
def number_place(matter: Matter) -> Iterator[Finding]:
    """By its alignment and its indents, under a masthead: the number of a copy on the web may stand anywhere."""
    for paragraph in _of(matter, Element.NUMBER) if _of(matter, Element.MASTHEAD) else ():
        if "签发人" in paragraph.text:
            inset = paragraph.left + paragraph.first
            if paragraph.align in ("left", "both") and abs(inset - 1) > 0.6:
                yield fault(
                    "L206",
                    look_of(Element.NUMBER).clause,
                    (
                        f"beside a signatory the number stands {inset:.1f} characters in, not one",
                        f"上行文发文字号左空{inset:.1f}字，不是一字",
                    ),
                    ("set its indent to one character", "左缩进改为1字符"),
                    at=paragraph,
                )
        elif paragraph.align != "center" and paragraph.left + paragraph.first < _MOVED:
            yield fault(
                "L206",
                look_of(Element.NUMBER).clause,
                ("the document number is not centred", "发文字号没有居中"),
                ("centre it", "改为居中"),
                at=paragraph,
            )


@rule(
    "L207",
    name="head-look",
    en="Copy number and document number are set in 3号仿宋.",
    zh="份号、发文字号用3号字，发文字号用仿宋体。",
    needs=_NEEDS,
)
def head_look(matter: Matter) -> Iterator[Finding]:
    """Typeface and size, under a masthead."""
    for paragraph in _of(matter, Element.COPY_NUMBER, Element.NUMBER) if _of(matter, Element.MASTHEAD) else ():
        element = paragraph.element or Element.NUMBER
        end = paragraph.text.find("签发人")
        prints = [one for one in paragraph.prints if end < 0 or one.start < end]
        yield from wrong_face("L207", paragraph, prints, element)
        yield from wrong_size("L207", paragraph, prints, element)


@rule(
    "L208",
    name="red-line",
    en="A red line stands under the document number.",
    zh="发文字号之下印一条与版心等宽的红色分隔线。",
    needs=_NEEDS,
)
def red_line(matter: Matter) -> Iterator[Finding]:
    """A paragraph's border or a drawn line. Where something is drawn in the head, its colour is not looked at."""
    numbers = _of(matter, Element.NUMBER)
    if not numbers or not _of(matter, Element.MASTHEAD) or matter.layout is None:
        return
    number, title = numbers[0], next(iter(_of(matter, Element.TITLE)), None)
    last = title.number if title else number.number + 4
    between = [one for one in matter.layout.paragraphs if number.number <= one.number <= last]
    if any(one.drawn for one in (*between, *_of(matter, Element.MASTHEAD))):
        return
    lines = [line for one in between for line in (one.bottom, one.top) if line is not None]
    clause = look_of(Element.SEPARATOR).clause
    if not lines:
        yield fault(
            "L208",
            clause,
            ("no line stands under the document number", "发文字号下没有分隔线"),
            ("draw a red line as wide as the text area 4 mm below it", "在其下4mm处加一条与版心等宽的红色分隔线"),
            at=number,
            severity=Severity.ERROR,
        )
    elif not any(_is_red(line.colour) for line in lines):
        yield fault(
            "L208",
            clause,
            ("the line under the document number is not red", "版头分隔线不是红色"),
            ("make it red (#FF0000)", "改为红色"),
            at=number,
        )


@rule(
    "L209",
    name="number-below-masthead",
    en="The document number stands two lines below the masthead.",
    zh="发文字号编排在发文机关标志下空二行位置。",
    needs=_NEEDS,
)
def number_below_masthead(matter: Matter) -> Iterator[Finding]:
    """Empty lines count, and so does space before and behind; told where one or none, or four and more, are there."""
    for paragraph in _of(matter, Element.NUMBER)[:1]:
        above = matter.layout.before(paragraph) if matter.layout else None
        gap = gap_between(above, paragraph)
        if above is None or above.element is not Element.MASTHEAD or gap is None or 1.4 <= gap <= 3.2:
            continue
        yield fault(
            "L209",
            look_of(Element.NUMBER).clause,
            (
                f"the document number stands {gap:.0f} lines below the masthead, not two",
                f"发文字号在发文机关标志下空{gap:.0f}行，不是二行",
            ),
            ("leave two lines empty", "改为空二行"),
            at=paragraph,
        )


@rule(
    "L210",
    name="marking-face",
    en="Secrecy and urgency are set in 3号黑体, flush left.",
    zh="密级和保密期限、紧急程度用3号黑体字，顶格编排。",
    needs=_NEEDS,
)
def marking_face(matter: Matter) -> Iterator[Finding]:
    """Typeface, size and place."""
    for paragraph in _of(matter, *_MARKS):
        element = paragraph.element or Element.SECRECY
        yield from wrong_face("L210", paragraph, paragraph.prints, element)
        yield from wrong_size("L210", paragraph, paragraph.prints, element)
        if paragraph.align in ("center", "right") or paragraph.left + paragraph.first > 0.6:
            yield fault(
                "L210",
                look_of(element).clause,
                (f"{in_english(element)} does not stand flush left", f"{element.zh}没有顶格编排"),
                ("set it flush left", "改为顶格"),
                at=paragraph,
            )


@rule(
    "L211",
    name="signatory-face",
    en="The signatory's name is set in 楷体 behind 签发人：.",
    zh="“签发人”用3号仿宋体字，签发人姓名用3号楷体字。",
    needs=_NEEDS,
)
def signatory_face(matter: Matter) -> Iterator[Finding]:
    """Told where the font of the name is known."""
    for paragraph in _of(matter, Element.NUMBER, Element.SIGNATORY):
        at = paragraph.text.find("签发人")
        if at < 0:
            continue
        colon = paragraph.text[at + 3 : at + 4]
        if colon == ":":
            what = ("签发人 is followed by a half-width colon", "“签发人”后用了半角冒号")
            found = textual("L211", look_of(Element.SIGNATORY).clause, what, paragraph, at + 3, at + 4, "：")
            if found is not None:
                yield found
        for one in paragraph.prints:
            behind = one.start >= at + 4 and one.has_chinese
            if behind and one.east_asian and face_of(one.east_asian) is not Face.KAI:
                yield fault(
                    "L211",
                    look_of(Element.SIGNATORY).clause,
                    (
                        f"the signatory's name is set in {one.east_asian}, not in 楷体",
                        f"签发人姓名用“{one.east_asian}”，不是楷体",
                    ),
                    ("set the name in 楷体_GB2312", "姓名改用楷体"),
                    at=paragraph,
                )


@rule(
    "L212",
    name="copy-number-form",
    en="The copy number stands flush left on the first line.",
    zh="份号顶格编排在版心左上角第一行。",
    needs=_NEEDS,
)
def copy_number_form(matter: Matter) -> Iterator[Finding]:
    """By its alignment and indents."""
    for paragraph in _of(matter, Element.COPY_NUMBER):
        if paragraph.align in ("center", "right") or paragraph.left + paragraph.first > 0.6:
            yield fault(
                "L212",
                look_of(Element.COPY_NUMBER).clause,
                ("the copy number does not stand flush left", "份号没有顶格编排"),
                ("set it flush left", "改为顶格"),
                at=paragraph,
            )
