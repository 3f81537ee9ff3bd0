"""A Word file on its way to the rules on layout: its text read, its picture taken, its paragraphs named."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import BinaryIO

from fulian.checks.catalogue import all_rules
from fulian.checks.finding import Finding
from fulian.checks.layout._picture import Picture
from fulian.checks.layout._roles import with_roles
from fulian.checks.layout._word import read_picture
from fulian.checks.matter import Need
from fulian.checks.rule import Rule
from fulian.checks.run import check_fully
from fulian.errors import ReadError
from fulian.model.file_kind import FileKind
from fulian.model.reading import Reading
from fulian.reading import read
from fulian.reading.files._load import load_bytes
from fulian.reading.files.opening import read_bytes
from fulian.reference.official_layout import Element

__all__ = ["check_layout", "layout_rules", "look_at"]


def check_layout(source: str | os.PathLike[str] | BinaryIO) -> tuple[Finding, ...]:
    """Check the layout of a Word file against GB/T 9704-2012 (检查公文版式).

    It looks at anybody's document. Which paragraph is the title, the number, a heading, is told by the readers of
    fulian; what cannot be told, such as the place of drawn lines, is not reported.

    Args:
        source: A path, or a file opened for reading bytes: a Word file (.docx).

    Returns:
        The findings in the order of the text, those on pages and footers last; each with its clause and what to do.

    Raises:
        ReadError: The file cannot be read, or is no Word file.

    Source:
        GB/T 9704-2012, Layout key for official document of Party and government organs.

    Example:
        >>> from io import BytesIO
        >>> import fulian
        >>> from fulian.writing.official.compose import compose
        >>> from fulian.writing.official.word import draw
        >>> plan = fulian.AnnualPlan(year=2024, title="县妇联2024年工作要点")
        >>> check_layout(BytesIO(draw(compose(plan, fulian.OfficialFrame())).data))
        ()
    """
    reading, picture = look_at(source)
    return check_fully(reading, layout_rules(), layout=picture).findings


def layout_rules() -> tuple[Rule, ...]:
    """Give the rules on layout (版式规则).

    Returns:
        The rules in the order of their codes.

    Example:
        >>> [rule.code for rule in layout_rules()][:2]
        ['L101', 'L102']
    """
    return tuple(rule for rule in all_rules() if Need.LAYOUT in rule.needs)


def look_at(
    source: str | os.PathLike[str] | BinaryIO, known: Mapping[int, Element] | None = None
) -> tuple[Reading, Picture]:
    """Read a Word file, and take the picture of its layout (读取版面).

    Args:
        source: A path, or a file opened for reading bytes.
        known: What paragraphs outside the body are for, by number from 1, where their writer says it.

    Returns:
        What was read, and what the file looks like.

    Raises:
        ReadError: The file cannot be read, or is no Word file.

    Example:
        >>> from io import BytesIO
        >>> look_at(BytesIO("县妇联工作要点".encode()))
        Traceback (most recent call last):
        ...
        fulian.errors.ReadError: data: expected a Word file (.docx), found text
    """
    data, file = load_bytes(source)
    text = read_bytes(data, file=file)
    if text.kind is not FileKind.DOCX:
        raise ReadError(file=file, found=str(text.kind), expected="a Word file (.docx)")
    reading = read(text)
    return reading, with_roles(read_picture(data, file=file), text, reading.document, known)
