"""Web pages: saved from a government site, a paper, or a program."""

from __future__ import annotations

import re
from typing import Any

from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.reading.files._builder import TextBuilder, place
from fulian.reading.files._extras import needed
from fulian.reading.files._grid import column_name
from fulian.reading.files._page_lines import Page, PageLine, page_lines
from fulian.reading.files._page_parts import part_page
from fulian.reading.files.source_text import SourceText
from fulian.reading.files.text_file import decode

__all__ = ["decode_page", "read", "read_page"]

_CHARSET = re.compile(rb"(?i)charset\s*=\s*[\"']?\s*([a-z0-9_-]{2,20})")
# Names under which pages go that are in GB18030 or a part of it.
_CHINESE = frozenset(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "hz-gb-2312", "cp936", "chinese"))
_CODECS = {"utf-8": "utf-8", "utf8": "utf-8", "big5": "big5hkscs", "utf-16": "utf-16", "utf-16le": "utf-16-le"}
_META = {
    "sitename": "site",
    "columnname": "column",
    "articletitle": "title",
    "pubdate": "published",
    "publishdate": "published",
    "contentsource": "publisher",
    "author": "author",
    "url": "url",
    "og:title": "title",
    "og:url": "url",
    "article:published_time": "published",
}
_DOCTYPE = re.compile(
    "(?i)<!doctype\\s+html\\s+public\\s+[\"']-//[A-Z0-9]{2,10}//DTD (X?HTML [0-9][^/]{0,40})//[A-Z]{2}[\"']"
)
_HEAD = 4096  # the declaration stands before the page; the parser gives one to pages without it
_OFFICE = re.compile("(?i)LibreOffice|OpenOffice|Microsoft (?:Word|Excel)|WPS")
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def read(data: bytes, *, kind: FileKind, file: str | None) -> SourceText:  # noqa: ARG001 - every reader is given it
    r"""Read a web page (读取网页).

    Args:
        data: The page's bytes.
        kind: The kind that was told by its content.
        file: Its name, for the error.

    Returns:
        The page's own text; navigation, related news and the site's foot are among its asides.

    Raises:
        ReadError: The bytes are no page, or the package lxml is missing.

    Example:
        >>> page = "<title>县妇联</title><p>一、维权</p><p>接访43件。</p>".encode()
        >>> read(page, kind=FileKind.HTML, file=None).text
        '一、维权\n接访43件。\n'
    """
    builder = TextBuilder()
    text, encoding = decode_page(data, file=file, builder=builder)
    read_page(text, builder, file=file)
    return builder.close(FileKind.HTML, file=file, encoding=encoding)


def read_page(text: str, builder: TextBuilder, *, file: str | None) -> None:
    r"""Read a page that is decoded into a text in the making (读取网页文本).

    Args:
        text: The page's source.
        builder: What takes its lines.
        file: Its name, for the error.

    Raises:
        ReadError: The page cannot be parsed, or the package lxml is missing.

    Example:
        >>> builder = TextBuilder()
        >>> read_page("<p>接访43件。", builder, file=None)
        >>> builder.close(FileKind.HTML, file=None).text
        '接访43件。\n'
    """
    root = _parse(text, file)
    if root is None:
        return
    builder.fields += _fields(root)
    doctype = _DOCTYPE.search(text[:_HEAD])
    builder.version = doctype[1] if doctype else builder.version
    page = Page(breaks_at_spaces=_is_wrapped(root))
    lines = page_lines(root, page)
    title = next((value for name, value in builder.fields if name == "title"), None) or _head_title(root)
    part_page(lines, title)
    _put(lines, builder)
    builder.fields += [("annex", f"{words} <{address}>") for words, address in page.annexes]


def _put(lines: list[PageLine], builder: TextBuilder) -> None:
    paragraph = 0
    for line in lines:
        paragraph += line.table is None
        at = place(paragraph=paragraph) if line.table is None else place(table=line.table, cell=f"A{line.row}")
        if line.aside:
            builder.aside(line.aside, line.text, at)
            builder.fields += line.fields
        elif line.cells is None:
            builder.line(line.text, at, heading=line.heading)
        else:
            cells = [
                (words, place(table=line.table, cell=f"{column_name(column)}{line.row}"))
                for column, words in line.cells
            ]
            builder.row(cells)


def decode_page(data: bytes, *, file: str | None, builder: TextBuilder) -> tuple[str, str]:
    """Decode a page: what is UTF-8 is UTF-8, else by its own word, where gb2312 means GB18030 (网页解码).

    Args:
        data: The page's bytes.
        file: Its name, for the error.
        builder: Takes a remark where the page's word is not to be trusted.

    Returns:
        The text and the encoding.

    Raises:
        ReadError: The bytes are no text.

    Example:
        >>> decode_page('<meta charset="gb2312">朱镕基'.encode("gb18030"), file=None, builder=TextBuilder())[1]
        'gb18030'
    """
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii").lower() if declared else ""
    try:
        text, encoding, _ = decode(data, file=file)
    except ReadError:
        codec = "gb18030" if name in _CHINESE else _CODECS.get(name)
        if codec is None:
            raise
        text, encoding = data.decode(codec, errors="replace"), codec
        builder.remark(
            "undecodable", f"{text.count(chr(0xFFFD))} characters are not in {encoding}, which the page declares"
        )
        return text, encoding
    codec = _CODECS.get(name)
    if encoding == "gb18030" and codec in ("utf-8", "big5hkscs"):
        text, encoding = _as_declared(data, text, codec)
    elif codec is None and name in _CHINESE and encoding == "utf-8" and not text.isascii():
        builder.remark("other-encoding", f"the page declares {name} and is in {encoding}")
    return text, encoding


def _as_declared(data: bytes, text: str, codec: str) -> tuple[str, str]:
    """A page may be in its declared encoding but for a few bytes, which then must be few."""
    other = data.decode(codec, errors="replace")
    return (other, codec) if other.count("\ufffd") * 200 < len(other) else (text, "gb18030")


def _parse(text: str, file: str | None) -> Any:
    etree = needed("lxml.etree", file=file, what="web pages")
    clean = _UNFIT.sub("", text)
    if not clean.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_pis=True)
    try:
        root = etree.fromstring(clean.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        found = f"one that cannot be parsed ({str(error)[:100]})"
        raise ReadError(file=file, found=found, expected="a web page") from error
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise ReadError(file=file, found="one whose elements are nested too deeply", expected="a web page")
    return root


def _fields(root: Any) -> list[tuple[str, str]]:
    """What the page says of itself in the tags that government sites are to have."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = _META.get((meta.get("name") or meta.get("property") or "").strip().lower())
        value = " ".join((meta.get("content") or "").split())
        if key and value:
            found.setdefault(key, value)
    return list(found.items())


def _is_wrapped(root: Any) -> bool:
    """Whether an office program wrote the page, which breaks its lines only where a space stands."""
    generators = (
        one.get("content") or "" for one in root.iter("meta") if (one.get("name") or "").lower() == "generator"
    )
    return any(_OFFICE.match(generator) for generator in generators)


def _head_title(root: Any) -> str | None:
    title = next(root.iter("title"), None)
    return " ".join("".join(title.itertext()).split()) or None if title is not None else None
