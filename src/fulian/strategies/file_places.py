"""Strategies for where things stand in files: boxes, places, and stretches of a text with their places."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from fulian.model.file_kind import FileKind
from fulian.model.stretch import Stretch
from fulian.strategies._arguments import check_flag, check_type
from fulian.strategies._sharing import one_of
from fulian.strategies.words import names
from fulian.values.place import Box, Place

__all__ = ["boxes", "places", "stretches"]

_WIDTH, _HEIGHT = 5953, 8419  # A4 in tenths of a point
_SHEETS: Final = ("汇总", "Sheet1", "2021年")
_LETTERS: Final = ("A", "B", "C", "G", "Z", "AA")
_VERSIONS: Final = {
    FileKind.TEXT: (None,),
    FileKind.HTML: (None, "XHTML 1.0 Transitional"),
    FileKind.MHT: ("MIME 1.0",),
    FileKind.DOCX: ("OOXML transitional", "OOXML strict"),
    FileKind.DOC: ("Word 97", "Word 2003"),
    FileKind.XLSX: ("OOXML transitional",),
    FileKind.XLS: ("BIFF8",),
    FileKind.CSV: (None,),
    FileKind.PDF: ("PDF 1.4", "PDF 1.7"),
}


def boxes() -> SearchStrategy[Box]:
    """Draw boxes on a page of A4 (版面框), to the tenth of a point.

    Returns:
        A strategy for boxes.

    Example:
        >>> from hypothesis import find
        >>> print(find(boxes(), lambda box: box.top > 100))
        (0, 0, 0, 100.1)
    """
    return _boxes()


@st.composite
def _boxes(draw: st.DrawFn) -> Box:
    left, bottom = draw(st.integers(0, _WIDTH)), draw(st.integers(0, _HEIGHT))
    right, top = draw(st.integers(left, _WIDTH)), draw(st.integers(bottom, _HEIGHT))
    return Box(left=_tenths(left), bottom=_tenths(bottom), right=_tenths(right), top=_tenths(top))


def _tenths(number: int) -> Decimal:
    return Decimal(number) / 10


def places(kind: FileKind | None = None, *, nasty: bool = False) -> SearchStrategy[Place]:
    """Draw places in a file (文件位置).

    Args:
        kind: The kind of file, for places that it has; None for any.
        nasty: Whether sheets may have names that break naive code.

    Returns:
        A strategy for places.

    Raises:
        InvalidArgument: `kind` is no kind of file, or `nasty` no bool.

    Example:
        >>> from hypothesis import find
        >>> print(find(places(FileKind.DOCX), lambda place: place.paragraph is not None))
        paragraph 1
    """
    if kind is not None:
        check_type("kind", kind, FileKind)
    check_flag("nasty", nasty)
    return _made_places(kind, nasty)


@cache
def _made_places(kind: FileKind | None, nasty: bool) -> SearchStrategy[Place]:  # noqa: FBT001 - private
    number = st.integers(1, 300)
    cell = st.builds(lambda letter, row: f"{letter}{row}", one_of(_LETTERS), number)
    in_tables = st.builds(Place, table=number, cell=cell)
    match kind:
        case None:
            return st.sampled_from(tuple(_VERSIONS)).flatmap(lambda one: _made_places(one, nasty))
        case FileKind.TEXT:
            return st.builds(Place, line=number)
        case FileKind.PDF:
            return st.builds(Place, page=number, box=st.none() | boxes())
        case FileKind.CSV:
            return st.builds(Place, cell=cell)
        case FileKind.XLSX | FileKind.XLS | FileKind.ODS:
            sheet = one_of(_SHEETS) | names(nasty=nasty) if nasty else one_of(_SHEETS)
            return st.builds(Place, sheet=sheet, cell=cell)
        case _:
            return st.builds(Place, paragraph=number) | in_tables


@st.composite
def _stretches(draw: st.DrawFn, text: str, kind: FileKind | None, nasty: bool) -> tuple[Stretch, ...]:  # noqa: FBT001 - private
    drawn, start = [], 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        if end > start and draw(st.integers(0, 9)):
            drawn.append(Stretch(start=start, end=end, place=draw(places(kind, nasty=nasty))))
        start += len(line)
    return tuple(drawn)


def stretches(*, nasty: bool = False) -> SearchStrategy[Stretch]:
    """Draw stretches of some text with their places (段位).

    Args:
        nasty: Whether sheets may have names that break naive code.

    Returns:
        A strategy for stretches; those of a drawn document stand in its text, in order.

    Raises:
        InvalidArgument: `nasty` is no bool.

    Example:
        >>> from hypothesis import find
        >>> find(stretches(), lambda one: one.end > 8).start
        0
    """
    check_flag("nasty", nasty)
    return _some_stretches(nasty)


@st.composite
def _some_stretches(draw: st.DrawFn, nasty: bool) -> Stretch:  # noqa: FBT001 - private
    start = draw(st.integers(0, 10_000))
    return Stretch(start=start, end=draw(st.integers(start + 1, start + 500)), place=draw(places(nasty=nasty)))


class _File(NamedTuple):
    """In what file a document came, in fields that keep with one another."""

    encoding: str | None = None
    file: str | None = None
    file_kind: FileKind | None = None
    file_version: str | None = None
    stretches: tuple[Stretch, ...] = ()


@st.composite
def _files(draw: st.DrawFn, text: str, nasty: bool) -> _File:  # noqa: FBT001 - private
    kind = draw(st.sampled_from((None, *_VERSIONS)))
    if kind is None:
        return _File(file=draw(st.sampled_from((None, "工作总结.txt"))))
    coded = kind in (FileKind.TEXT, FileKind.HTML, FileKind.MHT, FileKind.CSV)
    suffix = "txt" if kind is FileKind.TEXT else kind.value
    return _File(
        encoding=draw(st.sampled_from(("utf-8", "gb18030"))) if coded else None,
        file=draw(st.sampled_from((None, f"工作总结.{suffix}"))),
        file_kind=kind,
        file_version=draw(st.sampled_from(_VERSIONS[kind])),
        stretches=() if kind is FileKind.TEXT else draw(_stretches(text, kind, nasty)),
    )
