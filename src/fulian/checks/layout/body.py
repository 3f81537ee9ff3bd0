"""The body: title, recipients, running text, the levels of its headings."""

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
from fulian.reference.official_layout import Element, look_of
from fulian.text.titles import is_well_shaped

__all__ = [
    "body_face",
    "body_indent",
    "body_size",
    "level_face",
    "level_mark",
    "level_order",
    "recipients_closed",
    "recipients_flush",
    "recipients_place",
    "title_centred",
    "title_face",
    "title_place",
    "title_shape",
    "title_size",
]

_NEEDS: Final = (Need.LAYOUT,)
_TITLES: Final = (Element.TITLE, Element.ANNEX_TITLE)
_LEVELS: Final = (Element.LEVEL_1, Element.LEVEL_2, Element.LEVEL_3, Element.LEVEL_4)
_PLAIN: Final = (Element.RECIPIENTS, Element.BODY, Element.ANNEX_LIST, Element.SIGNATURE, Element.DATE, Element.NOTE)
_MOST_LINES: Final = 5  # a title of more lines has no shape
_HAN: Final = "[一二三四五六七八九十]{1,3}"
# Marks as they are met, and what the standard writes for them.
_MARKS: Final = (
    (Element.LEVEL_1, re.compile(f"({_HAN})(?:[.．，,])"), "{}、"),
    (Element.LEVEL_2, re.compile(f"[（(]({_HAN})[）)][、.．]"), "（{}）"),
    (Element.LEVEL_2, re.compile(f"(?:\\(({_HAN})[）)]|（({_HAN})\\))"), "（{}）"),
    (Element.LEVEL_3, re.compile("([0-9]{1,3})[、．]"), "{}."),
    (Element.LEVEL_4, re.compile("[（(]([0-9]{1,2})[）)][、.．]"), "（{}）"),
    (Element.LEVEL_4, re.compile("(?:\\(([0-9]{1,2})[）)]|（([0-9]{1,2})\\))"), "（{}）"),
)


def _of(matter: Matter, *elements: Element) -> tuple[Laid, ...]:
    return matter.layout.of(*elements) if matter.layout else ()


def _titles(matter: Matter) -> Iterator[tuple[Laid, Element]]:
    """Titles without their subtitles, which the standard does not know."""
    for paragraph in _of(matter, *_TITLES):
        if not paragraph.text.strip().startswith(("——", "--")):
            yield paragraph, paragraph.element or Element.TITLE


def _own_prints(paragraph: Laid) -> tuple[list[str], list[int]]:
    """The lines of a title before its subtitle, and the places of runs in them."""
    lines = [line for line in paragraph.lines if not line.startswith(("——", "--"))]
    end = paragraph.text.find("——")
    return lines, [0, end if end >= 0 else len(paragraph.text)]


@rule("L301", name="title-face", en="The title is set in 小标宋.", zh="标题一般用2号小标宋体字。", needs=_NEEDS)
def title_face(matter: Matter) -> Iterator[Finding]:
    """Titles of annexes too: 附件格式要求同正文."""
    for paragraph, element in _titles(matter):
        _, (start, end) = _own_prints(paragraph)
        prints = [one for one in paragraph.prints if start <= one.start < end]
        yield from wrong_face("L301", paragraph, prints, element)


@rule("L302", name="title-size", en="The title is set in 2号 (22 pt).", zh="标题一般用2号字。", needs=_NEEDS)
def title_size(matter: Matter) -> Iterator[Finding]:
    """Titles of annexes too."""
    for paragraph, element in _titles(matter):
        _, (start, end) = _own_prints(paragraph)
        prints = [one for one in paragraph.prints if start <= one.start < end]
        yield from wrong_size("L302", paragraph, prints, element)


@rule("L303", name="title-centred", en="The title is centred.", zh="标题居中排布。", needs=_NEEDS)
def title_centred(matter: Matter) -> Iterator[Finding]:
    """A first-line indent moves a centred title aside; spaces before it do, too."""
    for paragraph, element in _titles(matter):
        if paragraph.numbered:
            continue
        aside = paragraph.left + paragraph.first - paragraph.right
        if paragraph.align not in ("center", "distribute") and paragraph.first + paragraph.left < 3:
            what = ("the title is not centred", "标题没有居中")
        elif paragraph.align == "center" and abs(aside) > 1:
            what = ("an indent moves the centred title aside", "缩进使居中的标题偏移")
        else:
            continue
        yield fault(
            "L303", look_of(element).clause, what, ("centre it, without indents", "改为居中，不设缩进"), at=paragraph
        )


@rule(
    "L304",
    name="title-shape",
    en="The lines of a title form a trapezoid or a diamond.",
    zh="标题回行应当使用梯形或菱形，不用矩形、沙漏形。",
    needs=_NEEDS,
)
def title_shape(matter: Matter) -> Iterator[Finding]:
    """Told where the lines were broken by hand; how a program breaks them is not known."""
    titles = [one for one, _ in _titles(matter)]
    for number, paragraph in enumerate(titles):
        lines = list(_own_prints(paragraph)[0])
        if number and titles[number - 1].number == paragraph.number - 1:
            continue  # told with the paragraph before it
        for other in titles[number + 1 :]:
            if other.number != paragraph.number + len(lines):
                break
            lines += _own_prints(other)[0]
        if 1 < len(lines) <= _MOST_LINES and not is_well_shaped(tuple(lines)):
            widths = "、".join(str(len(line)) for line in lines)
            yield fault(
                "L304",
                look_of(Element.TITLE).clause,
                (
                    f"the title's lines of {widths.replace('、', ', ')} characters form no trapezoid and no diamond",
                    f"标题各行{widths}字，不成梯形或菱形",
                ),
                (
                    "break it between words, in lines that grow, shrink, or do one after the other",
                    "按词意回行，排成梯形或菱形",
                ),
                at=paragraph,
            )


@rule(
    "L305",
    name="title-place",
    en="The title stands two lines below the red line.",
    zh="标题编排于红色分隔线下空二行位置。",
    needs=_NEEDS,
)
def title_place(matter: Matter) -> Iterator[Finding]:
    """Told where the document number stands right above it."""
    for paragraph in _of(matter, Element.TITLE)[:1]:
        above = matter.layout.before(paragraph) if matter.layout else None
        gap = gap_between(above, paragraph)
        if above is None or above.element is not Element.NUMBER or gap is None or 1.4 <= gap <= 3.2:
            continue
        yield fault(
            "L305",
            look_of(Element.TITLE).clause,
            (f"the title stands {gap:.0f} lines below the red line, not two", f"标题在分隔线下空{gap:.0f}行，不是二行"),
            ("leave two lines empty", "改为空二行"),
            at=paragraph,
        )


# -------------------------------------------------------------------- recipients


@rule(
    "L311",
    name="recipients-flush",
    en="The recipients stand flush left.",
    zh="主送机关居左顶格，回行时仍顶格。",
    needs=_NEEDS,
)
def recipients_flush(matter: Matter) -> Iterator[Finding]:
    """Without an indent, on the first line as on the others."""
    for paragraph in _of(matter, Element.RECIPIENTS):
        moved = max(abs(paragraph.left), abs(paragraph.left + paragraph.first))
        if paragraph.align in ("center", "right") or moved > 0.6:
            yield fault(
                "L311",
                look_of(Element.RECIPIENTS).clause,
                ("the recipients do not stand flush left", "主送机关没有顶格"),
                ("take the indent away", "取消缩进，顶格编排"),
                at=paragraph,
            )


@rule(
    "L312",
    name="recipients-closed",
    en="The recipients end with a full-width colon.",
    zh="主送机关最后一个机关名称后标全角冒号。",
    needs=_NEEDS,
)
def recipients_closed(matter: Matter) -> Iterator[Finding]:
    """A half-width colon is one of another script."""
    for paragraph in _of(matter, Element.RECIPIENTS):
        end = len(paragraph.text.rstrip())
        if paragraph.text[:end].endswith(":"):
            what = ("the recipients end with a half-width colon", "主送机关后用了半角冒号")
            found = textual("L312", look_of(Element.RECIPIENTS).clause, what, paragraph, end - 1, end, "：")
            if found is not None:
                yield found


@rule(
    "L313",
    name="recipients-place",
    en="The recipients stand one line below the title.",
    zh="主送机关编排于标题下空一行位置。",
    needs=_NEEDS,
)
def recipients_place(matter: Matter) -> Iterator[Finding]:
    """Told where the title stands right above them."""
    for paragraph in _of(matter, Element.RECIPIENTS):
        above = matter.layout.before(paragraph) if matter.layout else None
        gap = gap_between(above, paragraph)
        if above is None or above.element is not Element.TITLE or gap is None or 0.5 <= gap <= 1.6:
            continue
        yield fault(
            "L313",
            look_of(Element.RECIPIENTS).clause,
            (
                f"the recipients stand {gap:.0f} lines below the title, not one",
                f"主送机关在标题下空{gap:.0f}行，不是一行",
            ),
            ("leave one line empty", "改为空一行"),
            at=paragraph,
        )


# -------------------------------------------------------------------- running text


@rule("L321", name="body-face", en="The text is set in 仿宋.", zh="正文一般用3号仿宋体字。", needs=_NEEDS)
def body_face(matter: Matter) -> Iterator[Finding]:
    """Recipients, running text, list of annexes, signature, date and note; of a level what is behind its heading."""
    for paragraph in _of(matter, *_PLAIN, *_LEVELS):
        element = paragraph.element or Element.BODY
        prints = list(paragraph.prints)
        if element in _LEVELS:
            end = paragraph.heading.end if paragraph.heading else len(paragraph.text)
            prints = [one for one in prints if one.start > end]
            element = Element.BODY
        yield from wrong_face("L321", paragraph, prints, element)


@rule("L322", name="body-size", en="The text is set in 3号 (16 pt).", zh="正文一般用3号字。", needs=_NEEDS)
def body_size(matter: Matter) -> Iterator[Finding]:
    """Headings of the body have the same size."""
    for paragraph in _of(matter, *_PLAIN, *_LEVELS):
        yield from wrong_size("L322", paragraph, paragraph.prints, paragraph.element or Element.BODY)


@rule(
    "L323",
    name="body-indent",
    en="A paragraph begins two characters in, and goes on flush left.",
    zh="每个自然段左空二字，回行顶格。",
    needs=_NEEDS,
)
def body_indent(matter: Matter) -> Iterator[Finding]:
    """Indents and spaces count alike. What a program numbers is moved by its own rules and not looked at."""
    for paragraph in _of(matter, Element.BODY, *_LEVELS):
        if paragraph.numbered or paragraph.align in ("center", "right") or paragraph.text.startswith("\t"):
            continue
        begins = paragraph.left + paragraph.first
        clause = look_of(Element.BODY).clause
        if abs(begins - 2) > 0.5:
            yield fault(
                "L323",
                clause,
                (f"the paragraph begins {begins:.1f} characters in, not two", f"段首左空{begins:.1f}字，不是二字"),
                ("set a first-line indent of two characters", "首行缩进改为2字符"),
                at=paragraph,
            )
        elif abs(paragraph.left) > 0.6 and len(paragraph.text) > 28:
            yield fault(
                "L323",
                clause,
                (
                    f"the paragraph goes on {paragraph.left:.1f} characters in, not flush left",
                    f"回行左空{paragraph.left:.1f}字，没有顶格",
                ),
                ("set the left indent to none", "左缩进改为0"),
                at=paragraph,
            )


@rule(
    "L324",
    name="level-face",
    en="一、 is set in 黑体, （一） in 楷体, 1. and （1） in 仿宋.",
    zh="一般第一层用黑体字、第二层用楷体字、第三层和第四层用仿宋体字标注。",
    needs=_NEEDS,
)
def level_face(matter: Matter) -> Iterator[Finding]:
    """The mark, and the heading behind it where there is one. What a program numbers is judged by its heading."""
    for paragraph in _of(matter, *_LEVELS):
        element = paragraph.element or Element.BODY
        end = paragraph.heading.end if paragraph.heading else len(paragraph.text)
        prints = [one for one in paragraph.prints if one.start < end]
        yield from wrong_face("L324", paragraph, prints, element)


@rule(
    "L325",
    name="level-mark",
    en="The marks of levels are printed 一、 （一） 1. （1）.",
    zh="结构层次序数依次用“一、”“（一）”“1.”“（1）”标注。",
    needs=_NEEDS,
)
def level_mark(matter: Matter) -> Iterator[Finding]:
    """1、 for 1., （一）、 for （一）, half-width brackets."""
    for paragraph in _of(matter, *_LEVELS):
        start = len(paragraph.text) - len(paragraph.text.lstrip())
        for element, wrong, form in _MARKS:
            match = wrong.match(paragraph.text, start) if element is paragraph.element else None
            if match is None or paragraph.numbered:
                continue
            instead = form.format(next(group for group in match.groups() if group))
            what = (f"the mark is printed {match.group()}", f"序数写作“{match.group()}”")
            found = textual("L325", look_of(element).clause, what, paragraph, match.start(), match.end(), instead)
            if found is not None:
                yield found
            break


@rule(
    "L326",
    name="level-order",
    en="Levels follow each other in the order 一、 （一） 1. （1）.",
    zh="结构层次依次为“一、”“（一）”“1.”“（1）”，不越级。",
    needs=_NEEDS,
)
def level_order(matter: Matter) -> Iterator[Finding]:
    """A level under one that is not the next higher: the first of its kind is told, as a note, since offices do it."""
    told: set[tuple[Element, Element]] = set()
    above: Element | None = None
    for paragraph in matter.layout.paragraphs if matter.layout else ():
        level = paragraph.element
        if level is Element.ANNEX_MARK:
            above = None
        if level is None or level not in _LEVELS:
            continue
        skips = above is not None and _LEVELS.index(level) > _LEVELS.index(above) + 1
        if above is not None and skips and (above, level) not in told:
            told.add((above, level))
            missing = _LEVELS[_LEVELS.index(above) + 1]
            yield fault(
                "L326",
                look_of(level).clause,
                (f"{in_english(level)} stands right under {in_english(above)}", f"{above.zh}下直接用{level.zh}，越级"),
                (f"number it as {in_english(missing)}", f"改用{missing.zh}的序数"),
                at=paragraph,
                severity=Severity.NOTE,
            )
        above = level
