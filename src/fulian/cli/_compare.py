"""``fulian compare``: what became of the figures of one document in others, as a table."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from fulian.checks.compare import Comparison, Outcome, compare
from fulian.checks.output.plain import line_and_column
from fulian.cli._figures import spelled_out
from fulian.cli._lines import clip, one_line, pad
from fulian.cli._terminal import Screen, write_data
from fulian.model.observation import Observation
from fulian.model.reading import Reading

__all__ = ["show_comparisons", "write_comparisons"]

_STYLES = {
    Outcome.MET: "done",
    Outcome.MISSED: "error",
    Outcome.RESTATED: "warning",
    Outcome.SHRUNK: "error",
    Outcome.REPEATED: "warning",
    Outcome.DIFFERS: "error",
}
_LABEL = 40


def _texts(readings: Sequence[Reading]) -> dict[str, str]:
    return {reading.document.id: reading.document.text for reading in readings}


def _place(one: Observation, texts: dict[str, str]) -> str:
    text = texts.get(one.source.document_id)
    return "" if text is None else "{}:{}".format(*line_and_column(text, one.source.start))


def show_comparisons(screen: Screen, readings: Sequence[Reading]) -> None:
    """Show what was found, one line each: outcome, both figures, what was counted, for when, and where."""
    found, texts, say = compare(readings), _texts(readings), screen.say
    rows = [_row(one, texts, screen) for one in found]
    titles = (
        say("outcome", "结果"),
        say("first", "前"),
        say("second", "后"),
        say("what", "内容"),
        say("when", "时期"),
        say("where", "位置"),
    )
    widths = [max([cell_len(titles[at]), *(cell_len(row[at]) for row in rows)]) for at in range(len(titles))]
    widths[3] = min(widths[3], _LABEL)
    if rows:
        screen.line(_line(titles, widths, "head").copy())
    for one, row in zip(found, rows, strict=True):
        screen.line(clip(_line(row, widths, _STYLES.get(one.outcome, "")), max(screen.width, 60)))
    counts = {outcome: sum(one.outcome is outcome for one in found) for outcome in Outcome}
    told = [f"{counts[outcome]} {say.term(outcome)}" for outcome in Outcome if counts[outcome]]
    files = say.count(len(readings), "document", "个文件")
    screen.line(f"{files}: {', '.join(told) or say('nothing to compare', '没有可比对的数据')}")


def _row(one: Comparison, texts: dict[str, str], screen: Screen) -> tuple[str, ...]:
    second = one.second
    where = f"{one_line(one.first_file)}:{_place(one.first, texts)}"
    if second is not None:
        where += f" {one_line(one.second_file)}:{_place(second, texts)}"
    return (
        screen.say.term(one.outcome),
        spelled_out(one.first.quantity, screen.say),
        spelled_out(second.quantity, screen.say) if second is not None else "-",
        one_line(one.label),
        str(one.first.period or ""),
        where,
    )


def _line(cells: Sequence[str], widths: Sequence[int], style: str) -> Text:
    line = Text()
    for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        shown = Text(cell, style=style if at == 0 or style == "head" else "")
        line.append_text(pad(clip(shown, width), width)).append("  ")
    return line


def write_comparisons(readings: Sequence[Reading]) -> None:
    """Write what was found as JSON to standard output, in fulian's envelope."""
    texts = _texts(readings)
    rows: list[dict[str, Any]] = [
        {
            "outcome": one.outcome.value,
            "label": one.label,
            "first": {"file": one.first_file, **_plain(one.first, texts)},
            "second": {"file": one.second_file, **(_plain(one.second, texts) if one.second else {"quote": None})},
        }
        for one in compare(readings)
    ]
    data = {"fulian": "1", "kind": "Comparisons", "data": rows}
    write_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def _plain(one: Observation, texts: dict[str, str]) -> dict[str, Any]:
    return {
        "quote": one.source.quote,
        "value": f"{one.quantity.value:f}",
        "unit": one.quantity.unit,
        "period": str(one.period) if one.period else None,
        "place": _place(one, texts),
        "start": one.source.start,
        "end": one.source.end,
    }
