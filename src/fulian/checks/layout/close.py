"""What stands behind the body: the list of annexes, signature and date, the note, and the annexes themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fulian.checks.finding import Finding
from fulian.checks.layout._findings import fault, textual
from fulian.checks.layout._looks import wrong_face, wrong_size
from fulian.checks.layout._picture import Laid, gap_between
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import rule
from fulian.errors import ParseError
from fulian.reference.official_layout import CHARACTERS_A_LINE, Element, from_the_right, look_of
from fulian.text.periods import parse_period
from fulian.text.titles import width_of

__all__ = [
    "annex_list_form",
    "annex_list_place",
    "annex_mark_face",
    "annex_mark_form",
    "annex_mark_place",
    "annex_new_page",
    "annex_title_announced",
    "annex_title_place",
    "date_form",
    "note_form",
    "signature_place",
]

_NEEDS: Final = (Need.LAYOUT,)
_NEAR: Final = 1.1  # characters: digits of other fonts are wider than half a character
_ANNEX: Final = re.compile("(附 ?件)( ?[0-9]{0,2} ?)([:：])")
_LISTED: Final = re.compile(
    "(?:附 ?件 ?[0-9]{0,2} ?[:：])?[ \u3000]*(?:([0-9]{1,2})([.、．]))?[ \u3000]*(.*?)[ \u3000]*"
)
_DAY: Final = re.compile("[1-9][0-9]{3}年(?:[1-9]|1[0-2])月(?:[1-9]|[12][0-9]|3[01])日")
_MARK: Final = re.compile("附件([1-9][0-9]?)?")
_ANY_MARK: Final = re.compile("附 ?件 ?([0-9]{1,2}|[一二三四五六七八九十]{1,2})? ?[:：]?")
_HAN: Final = "一二三四五六七八九十"


def _of(matter: Matter, *elements: Element) -> tuple[Laid, ...]:
    return matter.layout.of(*elements) if matter.layout else ()


@rule(
    "L401",
    name="annex-list-place",
    en="The list of annexes stands one line below the body, two characters in.",
    zh="附件说明在正文下空一行左空二字编排。",
    needs=_NEEDS,
)
def annex_list_place(matter: Matter) -> Iterator[Finding]:
    """By the first line of the list."""
    for paragraph in _of(matter, Element.ANNEX_LIST)[:1]:
        clause = look_of(Element.ANNEX_LIST).clause
        gap = gap_between(matter.layout.before(paragraph) if matter.layout else None, paragraph)
        if gap is not None and not 0.5 <= gap <= 1.6:
            what = (
                f"the list of annexes stands {gap:.0f} lines below the body, not one",
                f"附件说明在正文下空{gap:.0f}行，不是一行",
            )
            yield fault("L401", clause, what, ("leave one line empty", "改为空一行"), at=paragraph)
        begins = paragraph.left + paragraph.first
        if abs(begins - 2) > 0.6 and paragraph.align not in ("center", "right") and not paragraph.numbered:
            what = (
                f"the list of annexes begins {begins:.1f} characters in, not two",
                f"附件说明左空{begins:.1f}字，不是二字",
            )
            yield fault("L401", clause, what, ("set an indent of two characters", "改为左空二字"), at=paragraph)


@rule(
    "L402",
    name="annex-list-form",
    en="The list of annexes is printed 附件：1.名称, without book-title marks or a stop; a single one has no number.",
    zh="附件说明写作“附件：1.名称”，附件名称后不加标点符号；只有一个附件的不编序号。",
    needs=_NEEDS,
)
def annex_list_form(matter: Matter) -> Iterator[Finding]:
    """Each fault with the words that mend it."""
    listed = [(one, match) for one in _of(matter, Element.ANNEX_LIST) if (match := _LISTED.fullmatch(one.text.strip()))]
    titled = [one for one, match in listed if match[3]]
    for paragraph, match in listed:
        for found in _list_faults(paragraph, match, single=len(titled) == 1):
            if found is not None:
                yield found


def _list_faults(paragraph: Laid, match: re.Match[str], *, single: bool) -> Iterator[Finding | None]:
    clause = look_of(Element.ANNEX_LIST).clause
    shift = len(paragraph.text) - len(paragraph.text.lstrip())
    opening = _ANNEX.match(paragraph.text, shift)
    if opening is not None and (opening[3] == ":" or opening[2].strip()):
        what = (f"the list of annexes opens with {opening.group()}", f"附件说明写作“{opening.group()}”")
        yield textual("L402", clause, what, paragraph, opening.start(), opening.end(), "附件：")
    if match[2] and match[2] != ".":
        what = (f"the annex's number is followed by {match[2]}", f"附件顺序号后用了“{match[2]}”")
        yield textual("L402", clause, what, paragraph, shift + match.start(2), shift + match.end(2), ".")
    if match[1] and single:
        what = ("the only annex has a number", "只有一个附件，不编顺序号")
        yield textual("L402", clause, what, paragraph, shift + match.start(1), shift + match.start(3), "")
    title, start = match[3], shift + match.start(3)
    bare = title.rstrip("。；;，,、.")
    if title != bare:
        what = ("a mark stands behind the annex's name", "附件名称后加了标点符号")
        yield textual("L402", clause, what, paragraph, start + len(bare), start + len(title), "")
    if bare.startswith("《") and bare.endswith("》") and bare.count("《") == 1:
        what = ("the annex's name stands in book-title marks", "附件名称用了书名号")
        yield textual("L402", clause, what, paragraph, start, start + len(bare), bare[1:-1])


# -------------------------------------------------------------------- signature, date, note


@rule(
    "L411",
    name="signature-place",
    en="Signature and date stand at the right: the date four characters in under a seal, else the longer of both two.",
    zh="加盖印章的，成文日期右空四字，署名以其居中；不加盖印章的，署名右空二字，日期首字比署名首字右移二字。",
    needs=_NEEDS,
)
def signature_place(matter: Matter) -> Iterator[Finding]:
    """Either form will do. Told of one signature with one date; what spaces move into place is left alone."""
    signatures, dates = _of(matter, Element.SIGNATURE), _of(matter, Element.DATE)
    if len(signatures) != 1 or len(dates) != 1 or dates[0].number < signatures[0].number:
        return
    name, day = signatures[0], dates[0]
    of_name, of_day = _right_of(name), _right_of(day)
    if of_name is None or of_day is None:
        return
    widths = width_of(name.text.strip()), width_of(day.text.strip())
    for sealed in (True, False):
        wanted = from_the_right(*widths, sealed=sealed)
        if abs(of_name - wanted[0]) <= _NEAR and abs(of_day - wanted[1]) <= _NEAR:
            return
    sealed_name, sealed_day = from_the_right(*widths, sealed=True)
    open_name, open_day = from_the_right(*widths, sealed=False)
    yield fault(
        "L411",
        look_of(Element.SIGNATURE).clause,
        (
            f"signature and date stand {of_name:.1f} and {of_day:.1f} characters from the right",
            f"署名、成文日期分别右空{of_name:.1f}字、{of_day:.1f}字",
        ),
        (
            f"align them right, {sealed_name:g} and {sealed_day:g} in; unsealed {open_name:g} and {open_day:g}",
            f"右对齐，加盖印章的分别右空{sealed_name:g}字、{sealed_day:g}字，否则{open_name:g}字、{open_day:g}字",
        ),
        at=day,
    )


def _right_of(paragraph: Laid) -> float | None:
    """How many characters a short paragraph's end is from the right edge; None where spaces or tabs decide."""
    words = paragraph.text
    if words != words.strip() or "\t" in words or "\n" in words.strip() or paragraph.framed:
        return None
    if paragraph.align == "right":
        return paragraph.right
    if paragraph.align == "center":
        middle = (CHARACTERS_A_LINE + paragraph.left + paragraph.first - paragraph.right) / 2
        return CHARACTERS_A_LINE - middle - width_of(words) / 2
    return CHARACTERS_A_LINE - paragraph.left - paragraph.first - width_of(words)


@rule(
    "L412",
    name="date-form",
    en="The date of issue has Arabic digits, its year in full, and no leading zeros.",
    zh="成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位。",
    needs=_NEEDS,
)
def date_form(matter: Matter) -> Iterator[Finding]:
    """二〇一四年一月二十日 was the form before 2012."""
    for paragraph in _of(matter, Element.DATE):
        words = paragraph.text.strip()
        bare = "".join(words.split())
        if _DAY.fullmatch(words) or bare.startswith(("（", "(")):
            continue
        try:
            period = parse_period(bare)
        except ParseError:
            continue
        if period.first != period.last or words != bare:
            continue
        day = f"{period.first.year}年{period.first.month}月{period.first.day}日"
        start = paragraph.text.index(words)
        what = (f"the date is printed {words}", f"成文日期写作“{words}”")
        found = textual("L412", "7.3.5.4", what, paragraph, start, start + len(words), day)
        if found is not None:
            yield found


@rule(
    "L413",
    name="note-form",
    en="A note stands two characters in, in full-width brackets.",
    zh="附注居左空二字加圆括号编排。",
    needs=_NEEDS,
)
def note_form(matter: Matter) -> Iterator[Finding]:
    """Brackets and indent."""
    for paragraph in _of(matter, Element.NOTE):
        clause = look_of(Element.NOTE).clause
        words = paragraph.text.strip()
        start = paragraph.text.index(words)
        if words.startswith("(") or words.endswith(")"):
            what = ("the note stands in half-width brackets", "附注用了半角括号")
            instead = f"（{words[1:-1]}）"
            found = textual("L413", clause, what, paragraph, start, start + len(words), instead)
            if found is not None:
                yield found
        begins = paragraph.left + paragraph.first
        if paragraph.align in ("center", "right") or abs(begins - 2) > 0.6:
            what = ("the note does not stand two characters in", "附注没有左空二字")
            yield fault("L413", clause, what, ("set an indent of two characters", "改为左空二字"), at=paragraph)


# -------------------------------------------------------------------- annexes


@rule(
    "L421",
    name="annex-mark-face",
    en="The mark 附件 is set in 3号黑体.",
    zh="“附件”二字及附件顺序号用3号黑体字。",
    needs=_NEEDS,
)
def annex_mark_face(matter: Matter) -> Iterator[Finding]:
    """Typeface and size."""
    for paragraph in _of(matter, Element.ANNEX_MARK):
        yield from wrong_face("L421", paragraph, paragraph.prints, Element.ANNEX_MARK)
        yield from wrong_size("L421", paragraph, paragraph.prints, Element.ANNEX_MARK)


@rule("L422", name="annex-new-page", en="An annex begins a page.", zh="附件应当另面编排。", needs=_NEEDS)
def annex_new_page(matter: Matter) -> Iterator[Finding]:
    """A page break, a section, or the property of a paragraph; many empty lines may do the same and are left alone."""
    for paragraph in _of(matter, Element.ANNEX_MARK):
        if not paragraph.breaks_page and paragraph.blanks is not None and paragraph.blanks <= 3:
            yield fault(
                "L422",
                look_of(Element.ANNEX_MARK).clause,
                ("the annex does not begin a page", "附件没有另面编排"),
                ("put a page break before it", "在“附件”前分页"),
                at=paragraph,
            )


@rule(
    "L423",
    name="annex-mark-place",
    en="The mark 附件 stands flush left.",
    zh="“附件”二字顶格编排在版心左上角第一行。",
    needs=_NEEDS,
)
def annex_mark_place(matter: Matter) -> Iterator[Finding]:
    """Without an indent."""
    for paragraph in _of(matter, Element.ANNEX_MARK):
        if paragraph.align in ("center", "right") or abs(paragraph.left + paragraph.first) > 0.6:
            yield fault(
                "L423",
                look_of(Element.ANNEX_MARK).clause,
                ("the mark 附件 does not stand flush left", "“附件”没有顶格"),
                ("set it flush left", "改为顶格"),
                at=paragraph,
            )


@rule(
    "L424",
    name="annex-mark-form",
    en="The mark is 附件 and the number, and nothing else.",
    zh="附件标记为“附件”二字及顺序号，不加标点。",
    needs=_NEEDS,
)
def annex_mark_form(matter: Matter) -> Iterator[Finding]:
    """附件一 and 附件1： are mended to 附件1."""
    for paragraph in _of(matter, Element.ANNEX_MARK):
        words = paragraph.text.strip()
        match = _ANY_MARK.fullmatch(words)
        if _MARK.fullmatch(words) or match is None:
            continue
        number = match[1] or ""
        if number and number[0] in _HAN:
            number = str(_HAN.index(number) + 1) if number in _HAN else number
        start = paragraph.text.index(words)
        what = (f"the annex's mark is printed {words}", f"附件标记写作“{words}”")
        instead = f"附件{number.lstrip('0')}"
        found = textual("L424", look_of(Element.ANNEX_MARK).clause, what, paragraph, start, start + len(words), instead)
        if found is not None:
            yield found


def _titled(matter: Matter) -> Iterator[tuple[Laid, Laid]]:
    """The marks of annexes with the titles under them."""
    mark: Laid | None = None
    for one in matter.layout.paragraphs if matter.layout else ():
        if one.element is Element.ANNEX_MARK:
            mark = one
        elif one.text.strip():
            if mark is not None and one.element is Element.ANNEX_TITLE:
                yield mark, one
            mark = None


@rule(
    "L425",
    name="annex-title-place",
    en="An annex's title stands on the third line.",
    zh="附件标题居中编排在版心第三行。",
    needs=_NEEDS,
)
def annex_title_place(matter: Matter) -> Iterator[Finding]:
    """One line is left empty under the mark."""
    for mark, title in _titled(matter):
        gap = gap_between(mark, title)
        if gap is not None and not 0.5 <= gap <= 1.6:
            yield fault(
                "L425",
                look_of(Element.ANNEX_TITLE).clause,
                (
                    f"{gap:.0f} lines are empty between the mark 附件 and the title, not one",
                    f"附件标记与附件标题之间空{gap:.0f}行，不是一行",
                ),
                ("leave one line empty", "改为空一行"),
                at=title,
            )


@rule(
    "L426",
    name="annex-title-announced",
    en="An annex is titled as it is announced.",
    zh="附件标题应当与附件说明的表述一致。",
    needs=_NEEDS,
)
def annex_title_announced(matter: Matter) -> Iterator[Finding]:
    """Told where as many annexes stand in the document as it announces; spaces and book-title marks don't count."""
    document = matter.document
    titled = list(_titled(matter))
    if document is None or len(titled) != len(document.attachments):
        return
    for (_, title), announced in zip(titled, document.attachments, strict=True):
        if _squeezed(title.text) != _squeezed(announced):
            yield fault(
                "L426",
                look_of(Element.ANNEX_TITLE).clause,
                (f"the annex is announced as {announced}", f"附件说明中名称为“{announced}”，与附件标题不一致"),
                ("write the same in both places", "两处表述改为一致"),
                at=title,
            )


def _squeezed(title: str) -> str:
    """A title's words alone: signs that one of two places may lack don't count."""
    return re.sub(r"\W+", "", title)
