"""A record written as an official document: composed, laid out, and looked at again before it is given away."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from io import BytesIO

from fulian.checks.finding import Severity
from fulian.checks.layout.front import layout_rules, look_at
from fulian.checks.run import check_fully
from fulian.errors import DataError, Fault
from fulian.formats._files import replacing
from fulian.model._given import refusal
from fulian.model.annual_plan import AnnualPlan
from fulian.model.city_report import CityReport
from fulian.model.reading import Reading
from fulian.writing.official.compose import compose
from fulian.writing.official.content import Content
from fulian.writing.official.frame import OfficialFrame
from fulian.writing.official.word import Drawn, draw

__all__ = ["write_official"]

# What XML 1.0 has no way to write.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_official(
    record: AnnualPlan | CityReport | Reading, path: str | os.PathLike[str], *, frame: OfficialFrame | None = None
) -> None:
    r"""Write a plan or a report as an official document (生成公文), a Word file that meets GB/T 9704-2012.

    The file is opened again and looked at by the rules of `check_layout` before it is put in its place.

    Args:
        record: A plan, a report, or a reading that holds one of either; of a reading the document gives number,
            recipients, issuer, date and the words of the notice.
        path: The file to write, whole or not at all.
        frame: What stands around the body; None takes it all from the record.

    Raises:
        TypeError: The record is none of these.
        DataError: A reading holds no plan and no report or more than one, a text has characters that a Word file
            cannot hold, or the file does not keep the standard when it is looked at again; all faults are named.
        ReadError: The package python-docx is missing.

    Source:
        GB/T 9704-2012, Layout key for official document of Party and government organs.

    Example:
        >>> import tempfile
        >>> from pathlib import Path
        >>> import fulian
        >>> reading = fulian.read_text("株洲市妇联2024年工作要点\n一、维权\n1.接访群众500人次。")
        >>> target = Path(tempfile.mkdtemp(), "plan.docx")
        >>> write_official(reading, target, frame=OfficialFrame(recipients=("各县市区妇联",)))
        >>> fulian.read(target).document.title
        '株洲市妇女联合会关于印发《株洲市妇联2024年工作要点》的通知'
    """
    if not isinstance(record, AnnualPlan | CityReport | Reading):
        raise refusal(record, "a plan, a report or a reading")
    content = compose(record, frame or OfficialFrame())
    faults = list(_unfit(content))
    if faults:
        raise DataError(faults)
    drawn = draw(content)
    faults = _faults_of_layout(drawn)
    if faults:
        raise DataError(faults)
    with replacing(path) as file:
        file.write(drawn.data)


def _faults_of_layout(drawn: Drawn) -> list[Fault]:
    """What the rules on layout say of our own file; notes, and what other words would mend, are the record's."""
    reading, picture = look_at(BytesIO(drawn.data), drawn.known)
    found = check_fully(reading, layout_rules(), layout=picture).findings
    return [
        Fault(
            path=one.path or one.sources[0].quote[:40], expected=f"{one.clause}: {one.advice_en}", value=one.message_en
        )
        for one in found
        if one.mend is None and one.severity is not Severity.NOTE
    ]


def _unfit(content: Content) -> Iterator[Fault]:
    """Every text with a character that a Word file cannot hold."""
    for path, text in _texts(content):
        match = _UNFIT.search(text)
        if match is not None:
            around = text[max(0, match.start() - 10) : match.end() + 10]
            expected = f"characters that XML can hold, not U+{ord(match.group()):04X}"
            yield Fault(path=path, expected=expected, value=repr(around))


def _texts(content: Content) -> Iterator[tuple[str, str]]:
    frame = content.frame
    for name in ("issuer", "masthead", "title", "secrecy", "urgency", "signatory", "note", "printing"):
        if words := getattr(frame, name):
            yield f"frame.{name}", words
    for name in ("recipients", "copies"):
        for place, words in enumerate(getattr(frame, name)):
            yield f"frame.{name}[{place}]", words
    for place, sheet in enumerate((content.main, *content.annexes)):
        where = f"annexes[{place - 1}]" if place else "document"
        yield f"{where}.title", sheet.title
        for number, line in enumerate(sheet.lines):
            yield f"{where}.paragraphs[{number}]", line.text
