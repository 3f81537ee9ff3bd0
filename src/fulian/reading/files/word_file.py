"""Word files (.docx): paragraphs with their numbers, tables, text boxes; the rest beside the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files._archive import Archive
from fulian.reading.files._builder import TextBuilder
from fulian.reading.files._conformance import version_of
from fulian.reading.files._grid import arranges, column_name
from fulian.reading.files._numbering import Numbering
from fulian.reading.files._word_contents import paragraphs_of_contents, styles_of_contents
from fulian.reading.files._word_headings import Looks
from fulian.reading.files._word_parts import WordParts
from fulian.reading.files._word_runs import Words, hidden_styles, words_of
from fulian.reading.files._word_xml import STRICT, TRANSITIONAL, Element, W, blocks, child, is_on, value
from fulian.reading.files._xml import parse_xml
from fulian.reading.files.source_text import SourceText
from fulian.values.place import Place

__all__ = ["read"]

_MOST_COLUMNS = 100  # beyond which no cell covers more than its own; Word has 63
_WHAT = "a Word file"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"


def read(data: bytes, *, kind: FileKind, file: str | None) -> SourceText:
    """Read a Word file (读取 Word 文档).

    Args:
        data: The file's bytes.
        kind: The kind that was told by its content.
        file: Its name, for the error.

    Returns:
        The text a line for each paragraph, numbers included, tracked changes accepted. Headers, footers, notes,
        comments, deleted and hidden words are among its asides.

    Raises:
        ReadError: The file is damaged or too large, or the package lxml is missing.

    Example:
        >>> read(b"PK", kind=FileKind.DOCX, file="plan.docx")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: plan.docx: expected a Word file, found one that is damaged, cut short or locked ...
    """
    archive = Archive(data, file=file, what=_WHAT)
    builder = TextBuilder()
    _Document(archive, builder).read()
    return builder.close(kind, file=file)


class _Document:
    """One Word file on its way into a text."""

    def __init__(self, archive: Archive, builder: TextBuilder) -> None:
        self.archive, self.builder = archive, builder
        self.parts = WordParts(archive)
        styles = self._part(self.parts.name("styles"))
        self.numbering = Numbering(self._part(self.parts.name("numbering")), styles)
        self.looks = Looks(styles)
        self.hiding = hidden_styles(styles)
        self.listing = styles_of_contents(styles)
        self.footnotes = self._notes("footnote")
        self.endnotes = self._notes("endnote")
        self.counts: Counter[str] = Counter()
        self.paragraphs = self.tables = 0
        self.begun = ""  # the words of a paragraph whose end a tracked change took away

    def _part(self, name: str) -> Element | None:
        data = self.archive.get(name)
        if data is None:
            return None
        return parse_xml(data.replace(STRICT, TRANSITIONAL), file=self.archive.file, what=_WHAT)

    def _notes(self, name: str) -> dict[str, str]:
        root = self._part(self.parts.name(f"{name}s"))
        if root is None:
            return {}
        return {note.get(f"{W}id", ""): _plain(note) for note in root.iterfind(f"{W}{name}")}

    def read(self) -> None:
        body = self._body()
        contents = paragraphs_of_contents(body, self.listing)
        for block in blocks(body):
            if block.tag == f"{W}p":
                self.paragraphs += 1
                place = Place(paragraph=self.paragraphs)
                if block in contents:
                    self.builder.aside("contents", words_of(block).shown, place)
                else:
                    self._paragraph(block, place)
            elif block.tag == f"{W}tbl":
                self._table(block)
            elif block.tag == f"{W}altChunk":
                self.builder.remark("embedded-document", "a document embedded in the file was not read")
        if self.begun:
            self.builder.line(self.begun, Place(paragraph=self.paragraphs))
        self.builder.headings += self.looks.headings()
        self._beside()
        self._remarks()

    def _body(self) -> Element:
        data = self.archive.read(self.parts.main)
        self.builder.version = version_of(data)
        body = child(parse_xml(data.replace(STRICT, TRANSITIONAL), file=self.archive.file, what=_WHAT), "body")
        if body is None:
            raise ReadError(file=self.archive.file, found="one without a body", expected=_WHAT)
        return body

    def _paragraph(self, paragraph: Element, place: Place) -> None:
        for number, line in enumerate(self._lines(paragraph, place)):
            if not number:
                self.looks.take(paragraph, line, self.builder.length)
            self.builder.line(line, place)

    def _lines(self, paragraph: Element, place: Place) -> Iterator[str]:
        """The lines of a paragraph: more than one where a soft break cuts it, and those of its text boxes."""
        words = words_of(paragraph, self.hiding)
        self._note(words, place)
        properties = child(paragraph, "pPr")
        shown, self.begun = self.begun + words.shown, ""
        mark_run = child(properties, "rPr")
        if is_on(child(mark_run, "del")) or is_on(child(mark_run, "moveFrom")):
            self.begun = shown  # its end was taken away: it goes on in the next paragraph, whose number it then has
        else:
            mark = self.numbering.mark(properties)
            lines = (line.strip() for line in f"{mark}{shown.lstrip() if mark else shown}".split("\n"))
            yield from (line for line in lines if line and shown.strip())
        for box in words.boxes:
            self.counts["box"] += 1
            for inner in blocks(box):
                if inner.tag == f"{W}p":
                    yield from self._lines(inner, place)
                elif inner.tag == f"{W}tbl":
                    yield from (line for row in _rows(inner) for _, cell in row for line in self._cell(cell, place))

    def _note(self, words: Words, place: Place) -> None:
        """Keep what a paragraph holds beside its words."""
        self.counts["inserted"] += words.inserted
        self.counts["deleted"] += bool(words.deleted)
        self.counts["hidden"] += bool(words.hidden)
        self.builder.aside("deleted", words.deleted, place)
        self.builder.aside("hidden", words.hidden, place)
        for number in words.footnotes:
            self.builder.aside("footnote", self.footnotes.get(number, ""), place)
        for number in words.endnotes:
            self.builder.aside("endnote", self.endnotes.get(number, ""), place)

    # -------------------------------------------------------------- tables

    def _table(self, table: Element) -> None:
        self.tables += 1
        number = self.tables
        rows: list[list[tuple[Place, list[str]]]] = []
        gone: list[Element] = []
        for at, row in enumerate(_rows(table, gone), start=1):
            cells: list[tuple[Place, list[str]]] = []
            for column, cell in row:
                place = Place(table=number, cell=f"{column_name(column)}{at}")
                cells += [(place, [])] * (column - len(cells))  # blank under a cell that covers several columns
                cells.append((place, [] if _continues(cell) else list(self._cell(cell, place))))
            rows.append(cells)
        self._note_gone(gone, Place(table=number, cell="A1"))
        if arranges([[" ".join(lines) for _, lines in row] for row in rows]):
            for place, lines in (cell for row in rows for cell in row):
                for line in lines:
                    self.builder.line(line, place)
            return
        for row_cells in rows:
            while row_cells and not row_cells[-1][1]:
                row_cells.pop()
            if row_cells:
                self.builder.row((" ".join(lines).replace("\t", " "), place) for place, lines in row_cells)

    def _note_gone(self, gone: list[Element], place: Place) -> None:
        """Keep what the rows and cells said that a tracked change took away."""
        for element in gone:
            self.counts["deleted"] += 1
            said = (words_of(one) for one in element.iter(f"{W}p"))
            self.builder.aside("deleted", "\t".join(filter(None, (one.shown + one.deleted for one in said))), place)

    def _cell(self, cell: Element, place: Place) -> Iterator[str]:
        """The lines of a cell, those of a table within it too."""
        for block in blocks(cell):
            if block.tag == f"{W}p":
                yield from self._lines(block, place)
            elif block.tag == f"{W}tbl":
                for row in _rows(block):
                    yield from (line for _, inner in row for line in self._cell(inner, place))

    # -------------------------------------------------------------- beside the text

    def _beside(self) -> None:
        for kind in ("header", "footer"):
            names = [name for name in self.archive.names if name.startswith(f"word/{kind}") and name.endswith(".xml")]
            texts = (_plain(part) for name in sorted(names) if (part := self._part(name)) is not None)
            for text in dict.fromkeys(texts):
                self.builder.aside(kind, text)
        comments = self._part(self.parts.name("comments"))
        for comment in comments.iterfind(f"{W}comment") if comments is not None else ():
            self.builder.aside("comment", _plain(comment))
        properties = self._part("docProps/core.xml")
        title = properties.find(f"{_DUBLIN}title") if properties is not None else None
        if title is not None and (title.text or "").strip():
            self.builder.fields.append(("title", title.text.strip()))

    def _remarks(self) -> None:
        counts = self.counts
        if counts["inserted"] or counts["deleted"]:
            text = (
                f"tracked changes are read as accepted: {counts['inserted']} insertions, {counts['deleted']} deletions"
            )
            self.builder.remark("tracked-changes", text)
        if counts["hidden"]:
            self.builder.remark("hidden-text", f"hidden text in {counts['hidden']} paragraphs was left out")
        if any(name.endswith("vbaProject.bin") for name in self.archive.names):
            self.builder.remark("macros", "the file holds macros; they were not run")


def _rows(table: Element, gone: list[Element] | None = None) -> Iterator[list[tuple[int, Element]]]:
    """The cells of each row with their columns, from 0; `gone` takes the rows and cells that a change took away."""
    for row in (block for block in blocks(table) if block.tag == f"{W}tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            if gone is not None:
                gone.append(row)
            continue
        at = _count(value(child(properties, "gridBefore")), 0)
        cells = []
        for cell in row.iterfind(f".//{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is not row:
                continue
            its = child(cell, "tcPr")
            if child(its, "cellDel") is None:
                cells.append((at, cell))
            elif gone is not None:
                gone.append(cell)
            at += max(1, min(_count(value(child(its, "gridSpan")), 1), _MOST_COLUMNS - at))
        yield cells


def _continues(cell: Element) -> bool:
    """Whether a cell only goes on from the one above or before it."""
    properties = child(cell, "tcPr")
    merges = [child(properties, name) for name in ("vMerge", "hMerge")]
    return any(merge is not None and value(merge) != "restart" for merge in merges)


def _count(text: str | None, otherwise: int) -> int:
    return min(int(text), _MOST_COLUMNS) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _plain(part: Element) -> str:
    """The words of a part that stands beside the text, its paragraphs as lines."""
    lines = (words_of(paragraph).shown.strip() for paragraph in part.iter(f"{W}p"))
    return "\n".join(line for line in lines if line)
