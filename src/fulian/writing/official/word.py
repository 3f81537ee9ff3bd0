"""The content of an official document laid out as a Word file."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from fulian.reference.official_layout import (
    CHARACTERS_A_LINE,
    LEFT_MM,
    LINES_A_PAGE,
    MASTHEAD_BELOW_MM,
    RED,
    SEPARATOR_BELOW_MM,
    TEXT_HEIGHT_MM,
    TEXT_WIDTH_MM,
    THICK_LINE_MM,
    THIN_LINE_MM,
    TOP_MM,
    Element,
    Face,
    fonts_of,
    from_the_right,
    look_of,
)
from fulian.text.titles import title_lines, width_of
from fulian.writing.official._markup import CHARACTER, LINE, fonts, twips, w
from fulian.writing.official._package import close_package, open_package, page_setup, style_id
from fulian.writing.official.content import Content, Line, Sheet
from fulian.writing.official.frame import OfficialFrame

__all__ = ["Drawn", "draw"]

_WIDEST_MASTHEAD: Final = 54  # points a character, for a short name
_OF_THE_BODY: Final = (Element.BODY, Element.LEVEL_1, Element.LEVEL_2, Element.LEVEL_3, Element.LEVEL_4)
_SUBTITLE: Final = 16  # points; the standard knows no subtitles, offices set them in 3号楷体
_SMALL: Final = round(CHARACTER * 14 / 16)  # a character of 4号, in twips
_COPIES_A_LINE: Final = 26  # such characters in a line of copies
_SEAL_LINES, _SIGNED_LINES = 2, 1  # blank lines over a signature that is sealed, and over one that is not


class Drawn(NamedTuple):
    """A laid-out document (排版结果).

    Attributes:
        data: The bytes of the Word file.
        elements: What each of its paragraphs is, in order; None where it is empty.

    Example:
        >>> Drawn(b"PK", (Element.TITLE, None)).known
        {1: <Element.TITLE: 'title'>}
    """

    data: bytes
    elements: tuple[Element | None, ...]

    @property
    def known(self) -> dict[int, Element]:
        """The paragraphs outside the body, by their numbers from 1."""
        return {
            number: element
            for number, element in enumerate(self.elements, start=1)
            if element is not None and element not in _OF_THE_BODY
        }


def draw(content: Content) -> Drawn:
    """Lay out the content of an official document (排版).

    Args:
        content: The content; every character of it can stand in XML.

    Returns:
        The Word file, the same for the same content, and what its paragraphs are.

    Raises:
        ReadError: The package python-docx is missing.

    Source:
        GB/T 9704-2012, 5 and 7.

    Example:
        >>> draw(Content(frame=OfficialFrame(), main=Sheet(title="县妇联2024年工作要点"))).data[:2]
        b'PK'
    """
    frame = content.frame
    document = open_package(title="".join(content.main.title.split("\n")), author=frame.issuer, issued=frame.issued)
    page = _Page(document)
    page.head(frame)
    page.sheet(content.main, Element.TITLE)
    page.recipients(content.recipients or ("，".join(frame.recipients) + "：" if frame.recipients else ""))
    page.lines(content.main.lines)
    page.annex_list([annex.title for annex in content.annexes])
    page.signature(frame)
    for number, annex in enumerate(content.annexes, start=1):
        page.annex(annex, number if len(content.annexes) > 1 else None)
    page.imprint(frame)
    page.close()
    return Drawn(close_package(document), tuple(page.elements))


def _printed_day(day: date) -> str:
    """A day as official documents print it."""
    return f"{day.year}年{day.month}月{day.day}日"


class _Page:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.body = document.element.body
        self.elements: list[Element | None] = []  # what each paragraph is; None where it is empty
        self.height = 0.0  # of what stands on the sheet so far, in lines

    # ---------------------------------------------------------------- paragraphs

    def put(self, element: Element, runs: Sequence[Any], properties: Sequence[Any] = ()) -> Any:
        """Add a paragraph; its properties come in the order of the schema, behind the style."""
        layout = w("pPr", children=[w("pStyle", {"val": style_id(element)}), *properties])
        paragraph = w("p", children=[layout, *runs])
        self.body.append(paragraph)
        self.elements.append(element)
        words = "".join(run.text or "" for run in runs)
        self.height += max(1, math.ceil(width_of(words) / CHARACTERS_A_LINE))
        return paragraph

    def blank(self, count: int = 1, *, keep: bool = False) -> None:
        """Add empty lines."""
        for _ in range(count):
            self.put(Element.RECIPIENTS, (), [w("keepNext")] if keep else ())
            self.elements[-1] = None

    def head(self, frame: OfficialFrame) -> None:
        """The part above the red line: masthead, number and signatory."""
        for element, words in (
            (Element.COPY_NUMBER, frame.copy_number),
            (Element.SECRECY, frame.secrecy),
            (Element.URGENCY, frame.urgency),
        ):
            if words:
                self.put(element, [_text(words)])
        masthead = frame.masthead or (f"{frame.issuer}文件" if frame.issuer else None)
        if masthead is None:
            return
        self.masthead(masthead)
        self.blank(2)
        border = w("pBdr", children=[_border("bottom", 1.0, RED, space=round(SEPARATOR_BELOW_MM / 25.4 * 72))])
        words = str(frame.number) if frame.number else ""
        if frame.signatory:
            self.signed_number(words, frame.signatory, border)
        else:
            self.put(Element.NUMBER, [_text(words)], [border])
        self.blank(2)

    def masthead(self, words: str) -> None:
        """The red name, as large as the line takes it, its upper edge 35 mm below that of the text area."""
        width = TEXT_WIDTH_MM / 25.4 * 72
        size = max(22, min(_WIDEST_MASTHEAD, int(width * 0.97 / max(width_of(words), 1))))
        before = max(0, twips(MASTHEAD_BELOW_MM) - round(self.height) * LINE)
        spacing = w("spacing", {"before": before, "line": size * 20, "lineRule": "exact"})
        self.put(Element.MASTHEAD, [_text(words, colour=RED, size=size)], [spacing])
        self.height += (before + size * 20) / LINE - 1

    def signed_number(self, number: str, signatory: str, border: Any) -> None:
        """A document to a superior: the number left, who signed it right, one character from each side."""
        end = (CHARACTERS_A_LINE - 1) * CHARACTER
        tabs = w("tabs", children=[w("tab", {"val": "right", "pos": end})])
        indent = w("ind", {"firstLineChars": 100, "firstLine": CHARACTER})
        kai = fonts_of(Face.KAI)[0]
        runs = [_text(number), w("r", children=[w("tab")]), _text("签发人："), _text(signatory, font=kai)]
        self.put(Element.NUMBER, runs, [border, tabs, indent, w("jc", {"val": "left"})])

    def sheet(self, sheet: Sheet, element: Element) -> None:
        """The title, its lines broken between words; a subtitle under it, smaller and whole."""
        title, *subtitles = sheet.title.split("\n")
        pieces = [_text(line) for line in title_lines(title)]
        pieces += [_text(line, font=fonts_of(Face.KAI)[0], size=_SUBTITLE) for line in subtitles]
        runs = [pieces[0]]
        for piece in pieces[1:]:
            runs += [w("r", children=[w("br")]), piece]
        self.put(element, runs, [w("keepNext"), w("spacing", {"line": LINE, "lineRule": "exact"})])
        self.blank(keep=True)

    def recipients(self, line: str) -> None:
        """Whom the document is for."""
        if line:
            self.put(Element.RECIPIENTS, [_text(line)])

    def lines(self, lines: Sequence[Line]) -> None:
        """The paragraphs of a body."""
        for line in lines:
            if line.alone:
                self.put(line.element, [_text(line.text)])
                continue
            face = look_of(line.element).face
            lead = line.text[: line.lead]
            font = fonts_of(face)[0] if face is not None else None
            runs = [_text(lead, font=font)] if lead else []
            self.put(Element.BODY, [*runs, _text(line.text[line.lead :])])

    # ---------------------------------------------------------------- the end of the body

    def annex_list(self, titles: Sequence[str]) -> None:
        """The names of the annexes, each under the one before it."""
        if not titles:
            return
        if self.elements[-1] is not None:  # an empty line stands there already
            self.blank(keep=True)
        for number, title in enumerate((_bare_name(title) for title in titles), start=1):
            keep = [w("keepNext")] if number == len(titles) else []
            mark = f"{number}." if len(titles) > 1 else ""
            words = f"附件：{mark}" if number == 1 else mark
            # A long name goes on under its own first character: what hangs is the width of what stands before it.
            hanging = round(width_of("附件：" + mark) * CHARACTER)
            first = round(width_of(words) * CHARACTER)
            indent = w("ind", {"left": 2 * CHARACTER + hanging, "hanging": first})
            self.put(Element.ANNEX_LIST, [_text(words + title)], [*keep, indent])

    def signature(self, frame: OfficialFrame) -> None:
        """The issuer over the date of issue: sealed, the date four characters from the right; else by the longer."""
        day = _printed_day(frame.issued) if frame.issued else ""
        name = frame.issuer or ""
        if not name and not day:
            return
        self.blank(self.lines_before(bool(name) + bool(day), sealed=frame.sealed), keep=True)
        of_name, of_day = from_the_right(width_of(name), width_of(day), sealed=frame.sealed)
        if name:
            keep = [w("keepNext")] if day else []
            self.put(Element.SIGNATURE, [_text(name)], [*keep, *_right(of_name)])
        if day:
            self.put(Element.DATE, [_text(day)], _right(of_day))
        if frame.note:
            self.put(Element.NOTE, [_text(f"（{frame.note}）")])

    def lines_before(self, signed: int, *, sealed: bool) -> int:
        """How many empty lines a signature takes before it; one fewer where that saves it from a page of its own."""
        wanted = _SEAL_LINES if sealed else _SIGNED_LINES
        left = LINES_A_PAGE - math.ceil(self.height) % LINES_A_PAGE
        return wanted - 1 if wanted > 1 and left == wanted - 1 + signed else wanted

    def annex(self, sheet: Sheet, number: int | None) -> None:
        """An annex on a page of its own: its mark on the first line, its title on the third."""
        self.put(Element.ANNEX_MARK, [_text(f"附件{number or ''}")], [w("keepNext"), w("pageBreakBefore")])
        self.blank(keep=True)
        self.sheet(sheet, Element.ANNEX_TITLE)
        self.lines(sheet.lines)

    # ---------------------------------------------------------------- the last page's foot

    def imprint(self, frame: OfficialFrame) -> None:
        """Copies and printing at the foot of the last page, between lines as wide as the text area."""
        day = frame.printed or frame.issued
        # Organ and date are one element: an organ without a day is not printed.
        printing = [frame.printing, f"{_printed_day(day)}印发"] if frame.printing and day else []
        copies = f"抄送：{'，'.join(frame.copies)}。" if frame.copies else ""
        if not copies and not printing:
            return
        thick, thin = THICK_LINE_MM / 25.4 * 72, THIN_LINE_MM / 25.4 * 72
        bottom = twips(TOP_MM + TEXT_HEIGHT_MM)
        lines = max(1, math.ceil((width_of(copies) + 3) / _COPIES_A_LINE))
        if copies:
            edges = [_border("top", thick), *([] if printing else [_border("bottom", thick)])]
            place = _foot(bottom - (LINE if printing else 0), lines)
            hanging = w("ind", {"left": 4 * _SMALL, "right": _SMALL, "hanging": 3 * _SMALL})
            self.put(Element.COPIES, [_text(copies)], [place, w("pBdr", children=edges), hanging])
        if printing:
            tabs = w("tabs", children=[w("tab", {"val": "right", "pos": twips(TEXT_WIDTH_MM) - _SMALL})])
            runs = [_text(printing[0]), w("r", children=[w("tab")]), _text(printing[1])]
            edges = [_border("top", thin if copies else thick), _border("bottom", thick)]
            borders = w("pBdr", children=edges)
            self.put(Element.PRINTING, runs, [_foot(bottom, 1), borders, tabs, w("ind", {"left": _SMALL})])
        self.blank()  # what stands at the foot hangs on the paragraph behind it

    def close(self) -> None:
        """The page numbers and the page itself."""
        section = self.document.element.body
        section.append(page_setup([(kind, self.footer(kind)) for kind in ("default", "even")]))

    def footer(self, kind: str) -> str:
        """A footer part with the page number between dashes; the key of its relation."""
        part, key = self.document.part.add_footer_part()
        root = part.element
        for child in list(root):
            root.remove(child)
        side, align = ("right", "right") if kind == "default" else ("left", "left")
        layout = w(
            "pPr",
            children=[
                w("pStyle", {"val": style_id(Element.PAGE_NUMBER)}),
                w("spacing", {"line": 320, "lineRule": "exact"}),
                w("ind", {f"{side}Chars": 100, side: _SMALL}),
                w("jc", {"val": align}),
            ],
        )
        field = [w("r", children=[w("fldChar", {"fldCharType": which})]) for which in ("begin", "separate", "end")]
        code = w("instrText", {"xml:space": "preserve"})
        code.text = " PAGE "
        runs = [_text("— "), field[0], w("r", children=[code]), field[1], _text("1"), field[2], _text(" —")]
        root.append(w("p", children=[layout, *runs]))
        return str(key)


def _bare_name(title: str) -> str:
    """The name of an annex as a list has it: no mark behind it, none around it."""
    bare = title.rstrip("。；;，,、.") or title
    inner = bare[1:-1]
    return inner if bare.startswith("《") and bare.endswith("》") and inner and "《" not in inner else bare


def _right(characters: float) -> list[Any]:
    indent = {"rightChars": round(characters * 100), "right": round(characters * CHARACTER)}
    return [w("ind", indent), w("jc", {"val": "right"})]


def _border(side: str, points: float, colour: str = "000000", *, space: int = 0) -> Any:
    return w(side, {"val": "single", "sz": round(points * 8), "space": space, "color": colour})


def _foot(bottom: int, lines: int) -> Any:
    """A place as wide as the text area, so many lines high, ending at a height of the page."""
    size = {"w": twips(TEXT_WIDTH_MM), "h": lines * LINE, "hRule": "exact"}
    place = {"wrap": "around", "vAnchor": "page", "hAnchor": "page", "x": twips(LEFT_MM), "y": bottom - lines * LINE}
    return w("framePr", {**size, **place})


def _text(words: str, *, font: str | None = None, colour: str | None = None, size: int | None = None) -> Any:
    """A run of words, tabs in them kept."""
    look = w("rPr")
    if font:
        look.append(fonts(font))
    if colour:
        look.append(w("color", {"val": colour}))
    if size:
        look.append(w("sz", {"val": size * 2}))
        look.append(w("szCs", {"val": size * 2}))
    run = w("r", children=[look] if len(look) else [])
    for number, piece in enumerate(words.split("\t")):
        if number:
            run.append(w("tab"))
        text = w("t", {"xml:space": "preserve"})
        text.text = piece
        run.append(text)
    return run
