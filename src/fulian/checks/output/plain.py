"""Findings as plain data, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import attrs
from attrs.validators import instance_of

from fulian.checks.finding import Finding
from fulian.checks.run import Checked
from fulian.model.document import Document
from fulian.model.reading import Reading
from fulian.model.source import Source
from fulian.values.place import Place
from fulian.values.validation import filled

__all__ = ["Inspected", "dumps_json", "line_and_column", "places_in_file", "plain_finding", "plain_findings"]


@attrs.frozen(kw_only=True)
class Inspected:
    """A file and what the checks found in it (已检文件).

    Attributes:
        name: The file's name, as it was given.
        record: What was checked: a reading or other records.
        checked: What was found, and which rules ran.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> import fulian
        >>> from fulian.checks.run import check_fully
        >>> reading = fulian.read_text("公务员200名，其中女性40名，占30%。")
        >>> Inspected(name="plan.txt", record=reading, checked=check_fully(reading)).document is reading.document
        True
    """

    name: str = attrs.field(validator=filled())
    record: object = attrs.field()
    checked: Checked = attrs.field(validator=instance_of(Checked))

    @property
    def document(self) -> Document | None:
        """The document that was checked, or None."""
        return self.record.document if isinstance(self.record, Reading) else None


def line_and_column(text: str, place: int) -> tuple[int, int]:
    r"""Give the line and column of a place in a text (行列).

    Args:
        text: The text.
        place: A code point of it, from zero.

    Returns:
        Both counted from one, in code points; lines end with a line feed.

    Example:
        >>> line_and_column("要点\n一、学习", 5)
        (2, 3)
    """
    start = text.rfind("\n", 0, place) + 1
    return text.count("\n", 0, place) + 1, place - start + 1


def places_in_file(source: Source, document: Document | None) -> tuple[Place, ...]:
    """Give the places in the file that a source touches (文件中的位置).

    Args:
        source: The source.
        document: The document that it stands in, or None.

    Returns:
        The places in the order of the text; none where the file is plain text, whose lines are counted.

    Example:
        >>> import fulian
        >>> reading = fulian.read_text("举办讲座12场。")
        >>> places_in_file(reading.observations[0].source, reading.document)
        ()
    """
    if document is None or not document.stretches or source.document_id != document.id:
        return ()
    return document.locate(source.span)


def _source(source: Source, document: Document | None) -> dict[str, Any]:
    plain: dict[str, Any] = {"document_id": source.document_id, "start": source.start, "end": source.end}
    if document is not None:
        plain["line"], plain["column"] = line_and_column(document.text, source.start)
    if places := places_in_file(source, document):
        plain["places"] = list(map(str, places))
    return {**plain, "quote": source.quote}


def plain_finding(finding: Finding, document: Document | None = None) -> dict[str, Any]:
    """Give a finding as plain data (检查结果数据).

    Args:
        finding: The finding.
        document: The document, for lines, columns and places in the file; None leaves them out.

    Returns:
        Dicts, lists, text and numbers, as JSON takes them; Decimals as text.

    Example:
        >>> import fulian
        >>> [finding] = fulian.check(fulian.read_text("公务员200名，其中女性40名，占30%。"))
        >>> plain = plain_finding(finding)
        >>> plain["code"], plain["mend"]["text"], plain["numbers"]["whole"]
        ('A101', '20%', '200')
    """
    mend = finding.mend
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "verdict": finding.verdict.value,
        "message": {"en": finding.message_en, "zh": finding.message_zh},
        "sources": [_source(source, document) for source in finding.sources],
        "arithmetic": finding.arithmetic,
        "numbers": {one.name: f"{one.value:f}" for one in finding.numbers},
        "mend": None if mend is None else {"source": _source(mend.source, document), "text": mend.text},
        "path": finding.path,
        "clause": finding.clause,
        "advice": {"en": finding.advice_en, "zh": finding.advice_zh} if finding.advice_en else None,
    }


def plain_findings(inspected: Iterable[Inspected]) -> dict[str, Any]:
    """Give what was found in several files as plain data, in fulian's envelope (检查报告数据).

    Args:
        inspected: The files, in order.

    Returns:
        An envelope of the kind ``Findings``: for each file its findings, the codes of the rules that ran, and those
        that could not, with what the record lacks.

    Example:
        >>> plain_findings(())
        {'fulian': '1', 'kind': 'Findings', 'data': {'files': []}}
    """
    files = [
        {
            "file": one.name,
            "findings": [plain_finding(finding, one.document) for finding in one.checked.findings],
            "ran": [rule.code for rule in one.checked.ran],
            "unable": {rule.code: [need.value for need in needs] for rule, needs in one.checked.unable},
        }
        for one in inspected
    ]
    return {"fulian": "1", "kind": "Findings", "data": {"files": files}}


def dumps_json(inspected: Iterable[Inspected]) -> str:
    """Write what was found as JSON (检查报告).

    Args:
        inspected: The files, in order.

    Returns:
        JSON, indented, with a line feed at its end.

    Example:
        >>> print(dumps_json(()), end="")
        {
          "fulian": "1",
          "kind": "Findings",
          "data": {
            "files": []
          }
        }
    """
    return json.dumps(plain_findings(inspected), ensure_ascii=False, indent=2) + "\n"
