"""A web page as the lines that a person sees, each with what tells text from the page's own surroundings."""

from __future__ import annotations

import re
from typing import Any

import attrs

from fulian.reading.files._grid import Cell, lay_out
from fulian.reading.files._raised import raised
from fulian.values.numeral import format_numeral

__all__ = ["Page", "PageLine", "page_lines"]

Element = Any  # an lxml element; lxml comes without types


def _set_of(names: str) -> frozenset[str]:
    return frozenset(names.split())


_BLOCKS = _set_of(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary"
    " table tbody td tfoot th thead tr ul"
)
_UNSEEN = _set_of(
    "script style noscript template head iframe object embed svg math canvas audio video select button input textarea"
    " map applet frame frameset title link meta"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SURROUNDINGS = frozenset(("nav", "footer", "aside"))
_WORDS_OF_SURROUNDINGS = _set_of(
    "nav navbar navigation navi menu breadcrumb breadcrumbs crumb crumbs bread weizhi dqwz footer foot copyright"
    " sidebar related relate relevant recommend recommended hot share sharing pager pagination pagenav search"
    " login toolbar comment comments friendlink friendlinks yqlj xgxw xgyd xgwj xglj xgwz qrcode ewm banner ad"
    " ads advert vote digg path topbar bdsharebuttonbox bottom position"
)
_WORDS_OF_ARTICLES = _set_of(
    "ucapcontent zoom trseditor trsueditor vsbcontent articlecontent articlebody pagescontent contenttext newscontent"
    " articlecon contentbody"
)
_NAME = re.compile("[A-Z]?[a-z0-9]+|[A-Z]+")
_HIDES = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_ANNEX = re.compile(r"(?i)\.(?:docx?|wps|xlsx?|et|pdf|zip|rar|ofd|csv|txt|rtf|odt|ods)(?:[?#].*)?$")
_SPACE = re.compile("[ \t\r\n\f]+")
_EAST = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d"
# A line broken in the page's source where Chinese text has no space.
_BROKEN_LINE = re.compile(
    f"(?<=[{_EAST}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_EAST}0-9])|(?<=[0-9%])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_EAST}])"
)
_LONGEST_CELL = 300


@attrs.define
class PageLine:
    """A line of a page, or a row of a table."""

    text: str
    cells: list[tuple[int, str]] | None = None
    row: int = 0
    table: int | None = None
    linked: int = 0  # how many of its visible characters lead elsewhere
    heading: int | None = None  # its level
    surroundings: bool = False
    article: bool = False
    within: bool = False  # whether the article stands around what surrounds: a line on copying, buttons to share
    hidden: bool = False
    aside: str | None = None
    fields: list[tuple[str, str]] = attrs.Factory(list)

    @property
    def visible(self) -> int:
        """How many characters a person sees."""
        return len("".join(self.text.split()))

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it leads elsewhere."""
        return bool(self.linked) and self.linked >= 0.8 * self.visible


@attrs.define
class Page:
    """What is known of a page beside its lines."""

    breaks_at_spaces: bool = False  # in its source a new line stands for a space, also between Chinese characters
    annexes: list[tuple[str, str]] = attrs.Factory(list)  # the files that it links to: words and address


def page_lines(root: Element, page: Page) -> list[PageLine]:
    """Give the lines of a page in order; the files that it links to are added to it."""
    walker = _Walker(page)
    walker.walk(root)
    return walker.lines


class _Walker:
    """Goes through a page once, with what is open around the present place."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.lines: list[PageLine] = []
        self.tables = 0
        self._pieces: list[tuple[str, bool]] = []
        self._open = dict.fromkeys(("surroundings", "article", "within", "hidden", "link", "heading", "pre", "sup"), 0)
        self._lists: list[_Numbering | None] = []
        self._level = 1  # of the heading that is open
        self._mark = ""  # the number of a list's item, before its first line comes

    def walk(self, root: Element) -> None:
        waiting: list[tuple[Element, list[str] | None, str]] = [(root, None, "")]
        while waiting:
            element, opened, tail = waiting.pop()
            if opened is not None:
                self._close(element, opened)
                self._say(tail)
                continue
            tag = element.tag if isinstance(element.tag, str) else ""
            after = (element.tail or "") if element is not root else ""
            if not tag or tag in _UNSEEN:
                self._say(after)
            elif tag == "table" and (rows := _data_rows(element)) is not None:
                self._table(element, rows)
                self._say(after)
            else:
                waiting.append((element, self._enter(element, tag), after))
                self._say(element.text or "")
                waiting += [(child, None, "") for child in reversed(element)]
        self._flush()

    def _enter(self, element: Element, tag: str) -> list[str]:
        if tag in _BLOCKS:
            self._flush()
        opened = []
        if tag in _HEADINGS:
            opened.append("heading")
            self._level = int(tag[1])
        if tag in ("pre", "sup"):
            opened.append(tag)
        if not self._open["hidden"] and ("hidden" in element.attrib or _HIDES.search(element.get("style") or "")):
            opened.append("hidden")
        if tag == "a" and element.get("href"):
            opened += self._link(element)
        names = _names(element)
        if tag == "article" or names & _WORDS_OF_ARTICLES or element.get("itemprop") == "articleBody":
            opened.append("article")
        elif not self._open["surroundings"] and _surrounds(element, tag, names):
            opened.append("surroundings")
            if self._open["article"]:
                opened.append("within")
        for name in opened:
            self._open[name] += 1
        if tag in ("ol", "ul"):
            self._lists.append(_Numbering(element) if tag == "ol" else None)
        if tag == "li" and self._lists and (numbering := self._lists[-1]) is not None:
            self._mark = numbering.mark(element)
        return opened

    def _link(self, element: Element) -> list[str]:
        address = element.get("href").strip()
        if _ANNEX.search(address):
            self.page.annexes.append((" ".join("".join(element.itertext()).split()), address))
            return []
        return [] if address.startswith("#") and len(address) > 1 else ["link"]

    def _close(self, element: Element, opened: list[str]) -> None:
        if element.tag in _BLOCKS:
            self._flush()
        for name in opened:
            self._open[name] -= 1
        if element.tag in ("ol", "ul") and self._lists:
            self._lists.pop()

    def _say(self, text: str) -> None:
        if not text:
            return
        if self._open["pre"]:
            for number, line in enumerate(text.splitlines()):
                if number:
                    self._flush()
                self._pieces.append((line, bool(self._open["link"])))
            return
        if self._open["sup"]:
            text = raised(text.strip()) or text
        self._pieces.append((text, bool(self._open["link"])))

    def _flush(self) -> None:
        if not self._pieces:
            return
        text = "".join(piece for piece, _ in self._pieces)
        if not self.page.breaks_at_spaces:
            text = _BROKEN_LINE.sub("", text)
        text = _SPACE.sub(" ", text).strip()
        if text.strip():
            linked = sum(len("".join(piece.split())) for piece, is_link in self._pieces if is_link)
            self._add(PageLine(text=f"{self._mark}{text.strip()}", linked=linked))
            self._mark = ""
        self._pieces = []

    def _add(self, line: PageLine) -> None:
        line.heading = self._level if self._open["heading"] else None
        line.surroundings = bool(self._open["surroundings"])
        line.article = bool(self._open["article"])
        line.within = bool(self._open["within"])
        line.hidden = bool(self._open["hidden"])
        self.lines.append(line)

    def _table(self, element: Element, rows: list[list[Element]]) -> None:
        self._flush()
        self.tables += 1
        for caption in element.iter("caption"):
            if words := _words(caption, self.page):
                self._add(PageLine(text=words))
        cells = ([_cell(one, self.page) for one in row] for row in rows)
        for number, row in enumerate(lay_out(cells)):
            if any(words for _, words in row):
                text = "\t".join(words for _, words in row)
                linked = sum(_linked(cell) for cell in rows[number])
                self._add(PageLine(text=text, cells=row, row=number + 1, table=self.tables, linked=linked))


class _Numbering:
    """The numbers that a browser prints before the items of a list."""

    def __init__(self, element: Element) -> None:
        style = (element.get("style") or "").replace(" ", "")
        self.silent = "list-style:none" in style or "list-style-type:none" in style
        self.chinese = any(name in style for name in ("cjk-ideographic", "simp-chinese", "trad-chinese"))
        self.kind = element.get("type") or "1"
        start = element.get("start") or "1"
        self.next = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1

    def mark(self, item: Element) -> str:
        value = item.get("value") or ""
        number = int(value) if value.isascii() and value.isdigit() and len(value) < 6 else self.next
        self.next = number + 1
        if self.silent:
            return ""
        if self.chinese:
            return f"{format_numeral(number)}、"
        if self.kind in "aA" and 1 <= number <= 26:
            return f"{chr(ord(self.kind) + number - 1)}. "
        return f"{number}. "


def _names(element: Element) -> set[str]:
    """The words of an element's class, id and role, each also joined: page-footer gives page, footer, pagefooter."""
    found: set[str] = set()
    for value in (element.get("class"), element.get("id"), element.get("role")):
        for name in (value or "")[:300].split():
            words = [word.lower() for word in _NAME.findall(name)]
            found.update(words)
            found.add("".join(words))
    return found


def _surrounds(element: Element, tag: str, names: set[str]) -> bool:
    """Whether an element is the page's own: by its tag or its name, as long as it doesn't hold running text."""
    if element.get("title") in ("header", "footer"):
        return True  # as LibreOffice writes the head and foot of a printed page
    if tag not in _SURROUNDINGS and not names & _WORDS_OF_SURROUNDINGS and not (tag == "header" and _is_menu(element)):
        return False
    return not _holds_prose(element)


def _is_menu(header: Element) -> bool:
    return next(header.iter("h1"), None) is None and sum(1 for _ in header.iter("a")) >= 3


def _holds_prose(element: Element) -> bool:
    stops = 0
    for text in element.itertext():
        stops += text.count("。")
        if stops >= 4:
            return True
    return False


def _data_rows(table: Element) -> list[list[Element]] | None:
    """The rows of a table that holds data; None for one that only arranges the page."""
    if next(table.iterdescendants("table"), None) is not None:
        return None
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if max((len(row) for row in rows), default=0) < 2:
        return None
    long = any(sum(len(text) for text in cell.itertext()) > _LONGEST_CELL for row in rows for cell in row)
    return None if long else rows


def _cell(element: Element, page: Page) -> Cell:
    return Cell(_words(element, page), _count(element.get("colspan")), _count(element.get("rowspan")))


def _words(element: Element, page: Page) -> str:
    return " ".join(line.text for line in page_lines(element, page) if not line.hidden)


def _linked(cell: Element) -> int:
    links = (one for one in cell.iter("a") if one.get("href") and not _ANNEX.search(one.get("href")))
    return sum(len("".join(text.split())) for link in links for text in link.itertext())


def _count(value: str | None) -> int:
    value = (value or "1").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1
