"""From the bytes of a Word file to the picture of its layout; what each paragraph is for is told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

import attrs

from fulian.checks.layout._picture import Border, Footer, Laid, Page, Picture, Print
from fulian.checks.layout._styles import Styles, attribute, last_child
from fulian.reading.files._archive import Archive
from fulian.reading.files._word_runs import hidden_styles, is_hidden, words_of
from fulian.reading.files._word_xml import STRICT, TRANSITIONAL, Element, W, blocks, child, is_on, value
from fulian.reading.files._xml import parse_xml

__all__ = ["read_picture"]

_WHAT = "a Word file"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_TWIPS_A_MM = 1440 / 25.4
_UNSIGNED = 1 << 32
_TAKEN = (f"{W}del", f"{W}moveFrom")
_SPACES = frozenset(" \u3000\xa0")
_ALIGNED = {"start": "left", "end": "right"}


def read_picture(data: bytes, *, file: str | None = None) -> Picture:
    """Work out what a Word file looks like.

    Raises:
        ReadError: The file is damaged or no Word file, or the package lxml is missing.
    """
    return _Reader(Archive(data, file=file, what=_WHAT)).read()


class _Reader:
    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        styles = self._part("word/styles.xml")
        self.styles, self.hiding = Styles(styles, self._theme()), hidden_styles(styles)
        self.paragraphs: list[Laid] = []
        self.count = 0
        self.blanks: int | None = 0
        self.fresh = False  # whether the next words begin a page

    def _part(self, name: str) -> Element | None:
        data = self.archive.get(name)
        if data is None:
            return None
        return parse_xml(data.replace(STRICT, TRANSITIONAL), file=self.archive.file, what=_WHAT)

    def _theme(self) -> Element | None:
        names = [name for name in self.archive.names if name.startswith("word/theme/theme") and name.endswith(".xml")]
        return self._part(min(names)) if names else None

    def read(self) -> Picture:
        body = child(self._part("word/document.xml"), "body")
        sections: list[Element] = []
        for block in blocks(body) if body is not None else ():
            if block.tag == f"{W}p":
                self.count += 1
                self._paragraph(block, self.count)
                ending = child(child(block, "pPr"), "sectPr")
                sections += [ending] if ending is not None else []
            elif block.tag == f"{W}tbl":
                self.blanks, self.fresh = None, False
            elif block.tag == f"{W}sectPr":
                sections.append(block)
        footers = self._footers()
        pages: list[Page] = []
        for section in sections:
            pages.append(self._page(section, footers, pages[-1] if pages else None))
        settings = self._part("word/settings.xml")
        return Picture(
            pages=tuple(pages),
            paragraphs=tuple(self.paragraphs),
            even_and_odd=is_on(child(settings, "evenAndOddHeaders")),
        )

    # -------------------------------------------------------------- paragraphs

    def _paragraph(self, paragraph: Element, number: int) -> None:
        laid = self.laid(paragraph, number)
        begins, ends = _page_breaks(paragraph)
        ends |= _begins_page(child(child(paragraph, "pPr"), "sectPr"))
        if laid.text.strip():
            fresh = laid.breaks_page or begins or self.fresh
            self.paragraphs.append(attrs.evolve(laid, blanks=self.blanks, breaks_page=fresh))
            self.blanks, self.fresh = 0, ends
            return
        self.paragraphs.append(laid)
        if laid.breaks_page or begins or ends:
            self.blanks, self.fresh = 0, True
        elif not laid.framed and not laid.drawn and self.blanks is not None:
            self.blanks += 1

    def laid(self, paragraph: Element, number: int) -> Laid:
        properties = child(paragraph, "pPr")
        layers = self.styles.paragraph(properties)
        prints = tuple(self._prints(paragraph, properties))
        size = next((one.size for one in prints if one.size), None) or self.styles.run(properties, None).size or 10.0
        left, right, first = self._indents(layers, size)
        align = value(last_child(layers, "jc")) or "left"
        words = words_of(paragraph, self.hiding).shown
        spaces = sum(1.0 if char == "\u3000" else 0.5 for char in takewhile(_SPACES.__contains__, words))
        line, rule = attribute(layers, "spacing", "line"), attribute(layers, "spacing", "lineRule")
        snap = last_child(layers, "snapToGrid")
        page_break = last_child(layers, "pageBreakBefore")
        return Laid(
            number=number,
            text=words,
            prints=prints,
            align=_ALIGNED.get(align, align),
            left=left,
            right=right,
            first=first + spaces,
            before=_points(attribute(layers, "spacing", "before")),
            after=_points(attribute(layers, "spacing", "after")),
            exact=_points(line) if line and rule == "exact" else None,
            on_grid=snap is None or is_on(snap),
            top=_border(layers, "top"),
            bottom=_border(layers, "bottom"),
            breaks_page=is_on(page_break),
            framed=last_child(layers, "framePr") is not None,
            numbered=last_child(layers, "numPr") is not None,
            drawn=any(next(paragraph.iter(tag), None) is not None for tag in _DRAWN),
        )

    def _prints(self, paragraph: Element, properties: Element | None) -> Iterator[Print]:
        at = 0
        unseen = value(child(properties, "pStyle")) in self.hiding
        for run in paragraph.iter(f"{W}r"):
            if (
                next(run.iterancestors(f"{W}p"), None) is not paragraph
                or next(run.iterancestors(*_TAKEN), None) is not None
            ):
                continue  # of a text box, or taken away by a tracked change
            text = words_of(run).shown
            if not text or is_hidden(child(run, "rPr"), self.hiding, unseen=unseen):
                continue
            look = self.styles.run(properties, child(run, "rPr"))
            yield Print(
                text=text,
                start=at,
                east_asian=look.east_asian,
                latin=look.latin,
                themed=look.themed,
                size=look.size,
                colour=look.colour,
                spacing=look.spacing,
            )
            at += len(text)

    @staticmethod
    def _indents(layers: Sequence[Element], size: float) -> tuple[float, float, float]:
        """Left, right and first-line indent in characters; those in characters go before those in twips."""

        def indent(*names: str) -> float:
            for name in names:
                characters = _float(attribute(layers, "ind", f"{name}Chars"))
                if characters:
                    return characters / 100
                twips = attribute(layers, "ind", name)
                if twips is not None:
                    return _float(twips) / 20 / size
            return 0.0

        hanging = indent("hanging")
        return indent("left", "start"), indent("right", "end"), -hanging if hanging else indent("firstLine")

    # -------------------------------------------------------------- pages

    def _page(self, section: Element, footers: dict[str, Footer], before: Page | None) -> Page:
        size, margins = child(section, "pgSz"), child(section, "pgMar")
        grid = child(section, "docGrid")
        width, height = _mm(size, "w", 210.0), _mm(size, "h", 297.0)
        edges = {side: abs(_mm(margins, side, 25.4)) for side in ("top", "bottom", "left", "right")}
        edges["left"] += _mm(margins, "gutter", 0.0)
        kind = grid.get(f"{W}type") if grid is not None else None
        pitch = _float(grid.get(f"{W}linePitch")) / 20 if grid is not None and kind in _LINED else 0.0
        character = None
        if grid is not None and kind in ("linesAndChars", "snapToChars"):
            space = _float(grid.get(f"{W}charSpace"))
            space -= _UNSIGNED if space >= _UNSIGNED / 2 else 0  # LibreOffice writes it without a sign
            character = self.styles.size + space / 4096
        found = {
            reference.get(f"{W}type", "default"): footers.get(reference.get(_RELATION, ""))
            for reference in section.iterfind(f"{W}footerReference")
        }
        return Page(
            width=width,
            height=height,
            top=edges["top"],
            bottom=edges["bottom"],
            left=edges["left"],
            right=edges["right"],
            grid_line=pitch or None,
            grid_character=character,
            odd_footer=found.get("default") or (before.odd_footer if before else None),
            even_footer=found.get("even") or (before.even_footer if before else None),
            first_footer=is_on(child(section, "titlePg")),
        )

    def _footers(self) -> dict[str, Footer]:
        """The footers by the keys of their relations."""
        relations = self._part("word/_rels/document.xml.rels")
        found = {}
        for relation in relations if relations is not None else ():
            if str(relation.get("Type", "")).endswith("/footer"):
                root = self._part(f"word/{str(relation.get('Target', '')).removeprefix('/word/')}")
                if root is not None:
                    found[str(relation.get("Id"))] = self._footer(root)
        return found

    def _footer(self, root: Element) -> Footer:
        known = all(next(root.iter(tag), None) is None for tag in _DRAWN)
        for paragraph in root.iter(f"{W}p"):
            codes = "".join(one.text or "" for one in paragraph.iter(f"{W}instrText"))
            codes += "".join(one.get(f"{W}instr", "") for one in paragraph.iter(f"{W}fldSimple"))
            if "PAGE" in codes.upper().split():
                return Footer(number=self.laid(paragraph, 0), known=known)
        return Footer(known=known)


_LINED = ("lines", "linesAndChars", "snapToChars")


def _page_breaks(paragraph: Element) -> tuple[bool, bool]:
    """Whether a page break stands before the paragraph's own words, and whether one stands behind them."""
    begins = ends = worded = False
    for element in paragraph.iter(f"{W}br", f"{W}t"):
        if element.tag == f"{W}t":
            if (element.text or "").strip():
                worded, ends = True, False
        elif element.get(f"{W}type") == "page":
            begins, ends = begins or not worded, worded
    return begins, ends


def _begins_page(section: Element | None) -> bool:
    """Whether a section's end makes the next one begin a page."""
    return section is not None and value(child(section, "type")) not in ("continuous", "nextColumn")


def _border(layers: Sequence[Element], side: str) -> Border | None:
    for layer in reversed(layers):
        edges = [one for border in layer.findall(f"{W}pBdr") if (one := child(border, side)) is not None]
        for edge in edges[-1:]:  # LibreOffice writes an empty border before the one that counts
            if value(edge) in (None, "none", "nil"):
                return None
            colour = edge.get(f"{W}color")
            thickness = _float(edge.get(f"{W}sz")) / 8 * 25.4 / 72
            return Border(thickness, None if colour in (None, "auto") else str(colour).upper())
    return None


def _float(text: str | None) -> float:
    try:
        return float(text) if text else 0.0
    except ValueError:
        return 0.0


def _points(twips: str | None) -> float:
    return _float(twips) / 20


def _mm(element: Element | None, name: str, otherwise: float) -> float:
    found = element.get(f"{W}{name}") if element is not None else None
    return otherwise if found is None else _float(found) / _TWIPS_A_MM
