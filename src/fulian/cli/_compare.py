"""``fulian compare``: what became of the figures of one document in others, as a table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from fulian.checks.compare import Comparison, Outcome, compare
from fulian.checks.output.plain import line_and_column
from fulian.cli._figures import spelled_out
from fulian.cli._lines import clip, one_line, pad, wrap
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
# The columns of what was counted and of the places; how wide the first is at most and at least.
_WHAT, _WHERE = 3, 5
_LABEL, _LEAST_LABEL = 40, 12


def _texts(readings: Sequence[Reading]) -> dict[str, str]:
    return {reading.document.id: reading.document.text for reading in readings}


def _place(one: Observation, texts: dict[str, str]) -> str:
    text = texts.get(one.source.document_id)
    return "" if text is None else "{}:{}".format(*line_and_column(text, one.source.start))


def show_comparisons(screen: Screen, readings: Sequence[Reading]) -> None:
    """Show what was found, a row each: outcome, both figures, what was counted, for when, and where.

    Where a row is wider than the screen, the places stand on a line of their own under it.
    """
    found, texts, say = compare(readings), _texts(readings), screen.say
    titles = (
        say("outcome", "结果"),
        say("first", "前"),
        say("second", "后"),
        say("what", "内容"),
        say("when", "时期"),
        say("where", "位置"),
    )
    rows = [_row(one, texts, screen) for one in found]
    widths = [max(cell_len(row[at]) for row in (titles, *rows)) for at in range(len(titles))]
    widths[_WHAT] = min(widths[_WHAT], _LABEL)
    beside = sum(widths) + 2 * (len(widths) - 1) <= screen.width
    if not beside:
        widths = widths[:_WHERE]
        others = sum(widths) - widths[_WHAT] + 2 * (len(widths) - 1)
        widths[_WHAT] = min(widths[_WHAT], max(screen.width - others, _LEAST_LABEL))
    if rows:
        screen.line(_line(titles, widths, "head").copy())
    for one, row in zip(found, rows, strict=True):
        screen.line(_line(row, widths, _STYLES.get(one.outcome, "")))
        if not beside:
            for part in wrap(Text(row[_WHERE], style="faint"), screen.width - 2):
                screen.line(Text("  ").append_text(part))
    _summary(screen, len(readings), found)


def _summary(screen: Screen, files: int, found: Sequence[Comparison]) -> None:
    say = screen.say
    counts = Counter(one.outcome for one in found)
    told = [say("{:,} {}", "{:,} 项{}").format(counts[one], say.term(one)) for one in Outcome if counts[one]]
    nothing = say(
        "nothing to compare, for no figures agree in body, unit and year",
        "没有可比对的数据：没有单位名称、计量单位和年份都相同的数据",
    )
    line = f"{say.count(files, 'document', '个文件')}{say(': ', '：')}{say(', ', '，').join(told) or nothing}"
    for part in wrap(Text(line), screen.width):
        screen.line(part)


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
    """The cells under their titles; cells without a width are left out."""
    line = Text()
    for at, (cell, width) in enumerate(zip(cells, widths, strict=False)):
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
