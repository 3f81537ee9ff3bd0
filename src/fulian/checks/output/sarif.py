"""Findings as SARIF 2.1.0, which code review tools show beside the lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from fulian.checks.finding import Finding
from fulian.checks.output.plain import Inspected, line_and_column, places_in_file
from fulian.checks.rule import Rule
from fulian.model.source import Source

__all__ = ["SARIF_SCHEMA", "dumps_sarif", "sarif_log"]

SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
"""The address by which a SARIF log names its schema."""


def sarif_log(inspected: Iterable[Inspected]) -> dict[str, Any]:
    """Give what was found as a SARIF log (SARIF检查报告).

    Args:
        inspected: The files, in order.

    Returns:
        The log as plain data: one run, with all rules that ran anywhere, and a result for each finding.

    Source:
        OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0 (2020).

    Example:
        >>> log = sarif_log(())
        >>> log["version"], log["runs"][0]["tool"]["driver"]["name"]
        ('2.1.0', 'fulian')
    """
    files = tuple(inspected)
    rules = sorted({rule.code: rule for one in files for rule in one.checked.ran}.values(), key=lambda rule: rule.code)
    places = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "fulian", "version": version("fulian"), "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, one, places) for one in files for finding in one.checked.findings],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.en},
        "fullDescription": {"text": f"{rule.en} {rule.zh}"},
    }


def _result(finding: Finding, file: Inspected, places: dict[str, int]) -> dict[str, Any]:
    sums = f" ({finding.arithmetic})" if finding.arithmetic else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": f"{finding.message_en}{sums}{_advice(finding)}"},
        "locations": [_location(finding.sources[:1], file, finding.path)],
        "properties": {"verdict": finding.verdict.value, "message_zh": finding.message_zh},
    }
    if finding.clause:
        result["properties"] |= {"clause": finding.clause, "advice_zh": finding.advice_zh}
    if finding.code in places:
        result["ruleIndex"] = places[finding.code]
    if len(finding.sources) > 1:
        result["relatedLocations"] = [_location((source,), file, None) for source in finding.sources[1:]]
    if finding.mend is not None and file.document is not None:
        replacement = {
            "deletedRegion": _region(finding.mend.source, file.document.text),
            "insertedContent": {"text": finding.mend.text},
        }
        change = {"artifactLocation": _artifact(file), "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": finding.mend.text or "-"}, "artifactChanges": [change]}]
    return result


def _advice(finding: Finding) -> str:
    """What the standard says and what to do, behind the message."""
    return f" ({finding.clause}): {finding.advice_en}" if finding.clause and finding.advice_en else ""


def _artifact(file: Inspected) -> dict[str, Any]:
    """The file's address: its name with what an address does not take written as %XX."""
    return {"uri": quote(PurePath(file.name).as_posix(), safe="/._-~")}


def _location(sources: Sequence[Source], file: Inspected, path: str | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(file)}
    if sources and file.document is not None:
        physical["region"] = _region(sources[0], file.document.text)
    location: dict[str, Any] = {"physicalLocation": physical}
    # Lines and columns are those of the text; where that came out of another kind of file, it has places of its own.
    places = places_in_file(sources[0], file.document) if sources else ()
    if names := [*([path] if path else []), *map(str, places)]:
        location["logicalLocations"] = [{"fullyQualifiedName": name} for name in names]
    return location


def _region(source: Source, text: str) -> dict[str, Any]:
    line, column = line_and_column(text, source.start)
    last, end = line_and_column(text, source.end)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last,
        "endColumn": end,
        "charOffset": source.start,
        "charLength": source.end - source.start,
        "snippet": {"text": source.quote},
    }


def dumps_sarif(inspected: Iterable[Inspected]) -> str:
    """Write what was found as SARIF 2.1.0 (SARIF检查报告).

    Args:
        inspected: The files, in order.

    Returns:
        JSON, indented, with a line feed at its end.

    Example:
        >>> import json
        >>> json.loads(dumps_sarif(()))["runs"][0]["results"]
        []
    """
    return json.dumps(sarif_log(inspected), ensure_ascii=False, indent=2) + "\n"
