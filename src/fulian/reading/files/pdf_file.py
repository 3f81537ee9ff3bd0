"""PDF files: lines joined to paragraphs, each line with its page and its box."""

from __future__ import annotations

from typing import Any

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files._builder import TextBuilder
from fulian.reading.files._extras import needed
from fulian.reading.files._pdf_footnotes import part_footnotes, short_rules
from fulian.reading.files._pdf_layout import lines_of
from fulian.reading.files._pdf_lines import PdfLine
from fulian.reading.files._pdf_page import Rect, page_content
from fulian.reading.files._pdf_paragraphs import body_and_margins, paragraphs
from fulian.reading.files.source_text import SourceText
from fulian.values.place import Place

__all__ = ["read"]

_WHAT = "a PDF file"
_MOST_PAGES = 5000


def read(data: bytes, *, kind: FileKind, file: str | None) -> SourceText:
    """Read a PDF file (读取 PDF 文件).

    Args:
        data: The file's bytes.
        kind: The kind that was told by its content.
        file: Its name, for the error.

    Returns:
        The text, a line for each paragraph; its places are the printed lines, each with page and box. Page numbers,
        running heads and footnotes are among the asides.

    Raises:
        ReadError: The file is damaged, locked with a password, or holds pictures of pages and no text; or the package
            pypdfium2 is missing.

    Example:
        >>> read(b"%PDF-1.7", kind=FileKind.PDF, file="a.pdf")
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: a.pdf: expected a PDF file, found one that is damaged or cut short
    """
    pdfium = needed("pypdfium2", file=file, what="PDF files")
    raw = needed("pypdfium2.raw", file=file, what="PDF files")
    pages, rules, title, version = _pages(data, pdfium, raw, file)
    blank = [number for number, (_, lines) in enumerate(pages, start=1) if not lines]
    if len(blank) == len(pages):
        expected = (
            "a PDF with text: run a scan through text recognition (OCR) first, or ask for the file it was made from"
        )
        if len(pages) == 1:
            raise ReadError(file=file, found="a PDF of one page without text, such as a scan", expected=expected)
        raise ReadError(file=file, found=f"a PDF of {len(pages)} pages without text, such as a scan", expected=expected)
    builder = TextBuilder()
    builder.version = version
    body, beside = body_and_margins(pages)
    body, notes = part_footnotes(body, rules)
    for paragraph in paragraphs(body):
        _put(paragraph, builder)
    for words, line in notes:
        builder.aside("footnote", words, Place(page=line.page, box=line.box))
    for name, line in beside:
        builder.aside(name, line.text, Place(page=line.page, box=line.box))
    if blank:
        numbers = ", ".join(map(str, blank[:20]))
        builder.remark("pages-without-text", f"{len(blank)} of {len(pages)} pages hold no text: {numbers}")
    if title:
        builder.fields.append(("title", title))
    return builder.close(kind, file=file)


def _pages(
    data: bytes, pdfium: Any, raw: Any, file: str | None
) -> tuple[list[tuple[float, list[PdfLine]]], list[list[Rect]], str, str | None]:
    """The lines of each page with the page's height, its level rules, the title that the file gives, and its version.

    A page at a time is held.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        found = "one that is locked with a password" if locked else "one that is damaged or cut short"
        raise ReadError(file=file, found=found, expected=_WHAT) from error
    try:
        if len(document) > _MOST_PAGES:
            found = f"one of {len(document)} pages, the bound being {_MOST_PAGES}"
            raise ReadError(file=file, found=found, expected=_WHAT)
        pages: list[tuple[float, list[PdfLine]]] = []
        rules: list[list[Rect]] = []
        for index in range(len(document)):
            page = document[index]
            content = page_content(page, raw)
            pages.append((content.height, lines_of(content, index + 1)))
            rules.append(short_rules(content.rules))
            page.close()
        version = document.get_version()
        title = " ".join((document.get_metadata_dict().get("Title") or "").split())
        return pages, rules, title, f"PDF {version // 10}.{version % 10}" if version else None
    except pdfium.PdfiumError as error:
        raise ReadError(file=file, found="one with a damaged page", expected=_WHAT) from error
    finally:
        document.close()


def _put(lines: list[PdfLine], builder: TextBuilder) -> None:
    last = ""
    for line in lines:
        words = line.text.strip()
        if last:
            builder.between(" " if _are_two_words(last[-1], words[0]) else "")
        cells = line.text.split("\t")
        if len(cells) == len(line.pieces) > 1:
            _put_row(line, cells, builder)
        else:
            builder.piece(words, Place(page=line.page, box=line.box))
        last = words
    builder.between("\n")


def _are_two_words(last: str, first: str) -> bool:
    """Whether a line's last character and the next line's first belong to two Latin words; a number goes on."""
    latin = last.isascii() and first.isascii() and first.isalnum()
    return latin and (last.isalpha() or first.isalpha()) and last not in "-/([<"


def _put_row(line: PdfLine, cells: list[str], builder: TextBuilder) -> None:
    """Put a row's cells, each with its own box."""
    for number, (words, piece) in enumerate(zip(cells, line.pieces, strict=True)):
        if number:
            builder.between("\t")
        if piece is not None:
            builder.piece(words, Place(page=line.page, box=piece.box))
