"""``fulian explain``: a figure in its sentence, and the rules that decided what it says."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

from fulian.cli._figures import FigureTable, spelled_out
from fulian.cli._lines import break_offsets, clip, one_line, pad, wrap
from fulian.cli._terminal import Screen
from fulian.cli._words import Speech
from fulian.errors import ReadError
from fulian.model.observation import Observation, Status
from fulian.model.reading import Reading
from fulian.reading.figures.rules import rule_of
from fulian.values.span import Span

__all__ = ["explain_figure", "figure_at", "list_figures", "number_at", "offset_of", "sentence_around"]

_SENTENCE_ENDS = frozenset("。！？\n")
# A sentence without a full stop is shown this far around its figure, in characters.
_REACH = 160
# What a rule decides, in Chinese: the words of the facts above the rules.
_FIELDS = {
    "quantity": "数量",
    "label": "内容",
    "organization": "主体",
    "period": "时期",
    "status": "状态",
    "indicator": "指标",
    "numerator": "分子",
    "denominator": "分母",
}
_STANDINGS = {str(one): one for one in Status}


def offset_of(place: str, text: str) -> int | None:
    """Find a place in a text: an offset from zero (``1840``), or line and column from one (``12:30``).

    Args:
        place: The place.
        text: The document's text.

    Returns:
        The offset in code points; None where there is no such place.
    """
    match = re.fullmatch(r"([0-9]{1,12})(?::([0-9]{1,12}))?", place)
    if match is None:
        return None
    if match[2] is None:
        offset = int(match[1])
        return offset if offset <= len(text) else None
    lines = text.splitlines(keepends=True)
    line, column = int(match[1]), int(match[2])
    if not (1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1])):
        return None
    return sum(map(len, lines[: line - 1])) + column - 1


def figure_at(reading: Reading, offset: int) -> int | None:
    """The number, from one, of the figure at an offset (just behind it counts too); None where there is none."""
    starts = [one.source.start for one in reading.observations]
    number = bisect_right(starts, offset)
    return number if number and offset <= reading.observations[number - 1].source.end else None


def number_at(reading: Reading, place: str) -> int:
    """Find the figure at a place of the document.

    Args:
        reading: The reading.
        place: An offset from zero (``1840``), or line and column from one (``12:30``).

    Returns:
        The figure's number, from one.

    Raises:
        ReadError: There is no such place, or no figure there; it names the nearest ones.
    """
    document = reading.document
    offset = offset_of(place, document.text)
    if offset is None:
        size = f"an offset from 0 to {len(document.text)}, or LINE:COLUMN of a character"
        raise ReadError(file=document.file, expected=size, found=repr(place))
    number = figure_at(reading, offset)
    if number is not None:
        return number
    before = bisect_right([one.source.start for one in reading.observations], offset)
    around = [
        (one, reading.observations[one - 1]) for one in (before, before + 1) if 1 <= one <= len(reading.observations)
    ]
    near = [f"#{one} {one_line(str(figure.quantity))} at {figure.source.start}" for one, figure in around]
    found = f"none; the nearest are {' and '.join(near)}" if near else "none; the document states none"
    raise ReadError(file=document.file, expected=f"a figure at {place}", found=found)


def sentence_around(text: str, span: Span) -> Span:
    """The sentence in which a span stands, for showing: from full stop to full stop, no farther than a few lines."""
    floor, ceiling = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    start = span.start
    while start > floor and text[start - 1] not in _SENTENCE_ENDS:
        start -= 1
    end = span.end
    while end < ceiling and text[end - 1] not in _SENTENCE_ENDS:
        end += 1
    return Span(start=start, end=max(end, span.end))


def list_figures(screen: Screen, reading: Reading) -> None:
    """Show all figures, a line each, with the numbers by which they can be asked for."""
    if not reading.observations:
        screen.line(screen.say("no figures", "没有数字"))
    table = FigureTable.of(reading.observations, screen.say)
    for one in reading.observations:
        for line in table.lines(one, screen.width, whose=None):
            screen.line(line)


def explain_figure(screen: Screen, reading: Reading, number: int) -> None:
    """Show one figure in its sentence, what was made of it, and by which rules.

    Args:
        screen: Where to show it.
        reading: The reading it is from.
        number: Its number, from one.
    """
    one = reading.observations[number - 1]
    say, dot = screen.say, screen.guides.dot
    text = reading.document.text
    line = text.count("\n", 0, one.source.start) + 1
    column = one.source.start - (text.rfind("\n", 0, one.source.start) + 1) + 1
    where = say("characters {}–{}, line {}, column {}", "字符 {}–{}，第 {} 行第 {} 列").format(
        one.source.start, one.source.end, line, column
    )
    where = where.replace("–", screen.guides.dash)
    if in_file := one_line(say.place(reading.document, one.source.span)):
        where += f"  {dot} {in_file}"
    head = Text.assemble(
        (f"#{number}  ", "faint"), (one_line(str(one.quantity)), "mark"), (f"  {dot} {where}", "faint")
    )
    for part in wrap(head, screen.width):
        screen.line(part)
    screen.line()
    _sentence(screen, text, one.source.span)
    screen.line()
    _facts(screen, one, reading)
    screen.line()
    _trail(screen, one.trail)


def _sentence(screen: Screen, text: str, span: Span) -> None:
    """The sentence, with the figure in colour and marked from below, so that it shows without colour too."""
    around = sentence_around(text, span)
    before, marked, after = text[around.start : span.start], span.of(text), text[span.end : around.end]
    # What parts a cell from the next one parts them here too.
    before = one_line(before) + " " * (before[-1:].isspace() and not before.isspace())
    after = " " * (after[:1].isspace() and not after.isspace()) + one_line(after)
    shown = Text.assemble(before, (one_line(marked), "mark"), after)
    begin, finish = len(before), len(before) + len(one_line(marked))
    width = screen.width - 2
    edges = [0, *break_offsets(shown.plain, width), len(shown)]
    for left, right in pairwise(edges):
        screen.line(Text("  ").append_text(shown[left:right]))
        if begin < right and finish > left:
            lead = cell_len(shown.plain[left : max(begin, left)])
            size = cell_len(shown.plain[max(begin, left) : min(finish, right)])
            screen.line(Text("  " + " " * lead).append("^" * size, style="mark"))


def _facts(screen: Screen, one: Observation, reading: Reading) -> None:
    say = screen.say
    text = reading.document.text
    unknown = say("not told", "未说明")
    rows = [
        (say("quantity", "数量"), spelled_out(one.quantity, say)),
        (say("what", "内容"), one_line(one.label) or unknown),
        (say("whose", "主体"), one_line(str(one.organization)) if one.organization else unknown),
        (say("when", "时期"), str(one.period) if one.period else unknown),
        (say("standing", "状态"), say.standing(one.status)),
    ]
    if one.indicator:
        sure = f" ({one.certainty})" if one.certainty is not None else ""
        rows.append((say("indicator", "指标"), one.indicator + sure))
    for name, span in ((say("part", "分子"), one.numerator), (say("of", "分母"), one.denominator)):
        if span is not None:
            number = figure_at(reading, span.start)
            rows.append((name, f"{one_line(span.of(text))}" + (f"  #{number}" if number else "")))
    widest = max(cell_len(name) for name, _ in rows)
    for name, value in rows:
        start = pad(Text.assemble((f"  {name}", "faint")), widest + 4)
        for place, line in enumerate(wrap(Text(value), screen.width - start.cell_len)):
            screen.line((start if place == 0 else Text(" " * start.cell_len)).copy().append_text(line))


def _trail(screen: Screen, trail: Sequence[str]) -> None:
    if not trail:
        screen.line(screen.say("no rule trail was kept", "没有保留规则轨迹"), style="faint")
        return
    say = screen.say
    screen.line(say("Rules that decided", "判定规则"), style="head")
    steps = [(*_parted(line, say), rule_of(line)[0]) for line in trail]
    fields = max(cell_len(field) for field, *_ in steps)
    rules = max(cell_len(name) for _, name, *_ in steps)
    for field, name, decision, rule in steps:
        start = pad(Text.assemble((f"  {field}", "faint")), fields + 4)
        indent = Text(" " * start.cell_len)
        start.append_text(pad(Text(name), rules + 2))
        screen.line(clip(start.append_text(Text(decision, style="number")), screen.width))
        for line in wrap(Text(say.told(rule.reason), style="faint"), screen.width - indent.cell_len) if rule else []:
            screen.line(indent.copy().append_text(line))


def _parted(line: str, say: Speech) -> tuple[str, str, str]:
    """Field, rule and decision of a line of a trail, ``field:rule=decision``."""
    field, _, rest = line.partition(":")
    rule, _, decision = rest.partition("=")
    if field == "status" and decision in _STANDINGS:
        decision = say(decision, _STANDINGS[decision].zh)
    return one_line(say(field, _FIELDS.get(field, field))), one_line(rule), one_line(decision)
