"""``fulian check``: what does not hold together, with the source line and the characters marked under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from fulian.checks.catalogue import all_rules
from fulian.checks.finding import Finding, Severity
from fulian.checks.matter import Need
from fulian.checks.output.plain import Inspected, dumps_json, line_and_column
from fulian.checks.output.sarif import dumps_sarif
from fulian.checks.output.workbook import dumps_workbook
from fulian.checks.rule import Rule
from fulian.checks.run import check_fully
from fulian.checks.settings import Selection, load_selection
from fulian.cli._inputs import STDIN
from fulian.cli._lines import clip, one_line, wrap
from fulian.cli._terminal import Screen, write_data
from fulian.cli._words import Speech, files_read
from fulian.errors import DataError, Fault
from fulian.formats._files import replacing
from fulian.model.reading import Reading

__all__ = ["FORMATS", "inspect", "rules_for", "show_inspected", "status_of", "write_inspected"]

FORMATS = ("text", "json", "sarif", "xlsx")
_STYLES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "faint"}
# How much of a long line is shown to each side of what is marked, in characters.
_AROUND = 16


def rules_for(select: Sequence[str], ignore: Sequence[str], folder: Path, *, layout: bool = False) -> tuple[Rule, ...]:
    """Choose the rules: by the command line where it says anything, else by the nearest pyproject.toml.

    Rules on layout are among them only where layout is looked at.

    Raises:
        DataError: A word means no rule, or the table of pyproject.toml does not fit.
    """
    told = load_selection(folder)
    selection = Selection(select=tuple(select) or told.select, ignore=tuple(ignore) or told.ignore)
    unknown = selection.unknown(all_rules())
    if unknown:
        raise DataError(
            [Fault(path="rules", expected="a code, a family or a name of a rule", value=repr(word)) for word in unknown]
        )
    taken = [rule for rule in all_rules() if selection.takes(rule)]
    chosen = tuple(rule for rule in taken if layout or Need.LAYOUT not in rule.needs)
    if selection.select and taken and not chosen:
        value = ", ".join(selection.select)
        raise DataError([Fault(path="rules", expected="--layout beside rules on layout", value=value)])
    return chosen


def inspect(name: str, reading: Reading, rules: Sequence[Rule]) -> Inspected:
    """Check one reading."""
    return Inspected(name="stdin" if name == STDIN else name, record=reading, checked=check_fully(reading, rules))


def status_of(inspected: Sequence[Inspected]) -> int:
    """The exit status: 1 where an error or a warning was found."""
    return int(any(one.checked.worst in (Severity.ERROR, Severity.WARNING) for one in inspected))


def write_inspected(inspected: Sequence[Inspected], form: str, output: Path | None) -> None:
    """Write findings as data, to a file (whole or not at all) or to standard output."""
    if form == "xlsx":
        data = dumps_workbook(inspected)
    else:
        data = (dumps_sarif if form == "sarif" else dumps_json)(inspected).encode()
    if output is None:
        write_data(data.decode())
    else:
        with replacing(output) as file:
            file.write(data)


def show_inspected(screen: Screen, inspected: Sequence[Inspected], *, failed: int = 0, verbose: bool = False) -> None:
    """Show findings, equal ones together, and say how many rules ran.

    Args:
        screen: Where to show them.
        inspected: What was found, file by file.
        failed: How many files could not be read.
        verbose: Whether to say which rules did not run, and what the files lack for them.
    """
    for one in inspected:
        for group in _groups(one.checked.findings):
            _show(screen, one, group)
    _summary(screen, inspected, failed=failed, verbose=verbose)


def _groups(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Findings that say the same of the same characters, together, where the first of them stands."""
    order: dict[tuple[str, str], list[Finding]] = {}
    for one in findings:
        order.setdefault((one.code, one.message_en), []).append(one)
    return iter(order.values())


def _place(file: Inspected, finding: Finding, say: Speech) -> str:
    if not finding.sources or file.document is None:
        return finding.path or "-"
    source = finding.sources[0]
    line = "{}:{}".format(*line_and_column(file.document.text, source.start))
    in_file = one_line(say.place(file.document, source.span))
    return f"{line} ({in_file})" if in_file else line


def _show(screen: Screen, file: Inspected, group: Sequence[Finding]) -> None:
    finding = group[0]
    say = screen.say
    head = Text.assemble(
        (f"{one_line(file.name)}:{_place(file, finding, say)}", "head"),
        "  ",
        (f"{say.term(finding.severity)} {finding.code}", _STYLES[finding.severity]),
        "  ",
        one_line(say(finding.message_en, finding.message_zh)),
    )
    for line in wrap(head, screen.width):
        screen.line(line)
    if file.document is not None:
        _lines(screen, file.document.text, finding)
    if finding.arithmetic:
        screen.line(clip(Text(f"  = {one_line(finding.arithmetic)}"), screen.width))
    if finding.mend is not None:
        change = f"{one_line(finding.mend.source.quote)} -> {one_line(finding.mend.text)}"
        screen.line(clip(Text(f"  {say('would fit: ', '可改为：')}{change}", style="faint"), screen.width))
    if finding.advice_en is not None:
        advice = one_line(say(finding.advice_en, finding.advice_zh or finding.advice_en))
        _below(screen, f"{finding.clause}{say(': ', '：')}{advice}")
    if len(group) > 1:
        places = say(", ", "、").join(_place(file, one, say) for one in group[1:])
        _below(screen, f"{say('the same at', '相同结果另见')} {places}")
    screen.line()


def _below(screen: Screen, words: str) -> None:
    """Say something more of a finding, set in under it."""
    for line in wrap(Text(words, style="faint"), screen.width - 2):
        screen.line(Text("  ").append_text(line))


def _lines(screen: Screen, text: str, finding: Finding) -> None:
    """Each source line that the finding stands on, with ^ under what is in question and - under what it stands by."""
    marks = [(source.start, source.end, "^" if number == 0 else "-") for number, source in enumerate(finding.sources)]
    numbered = sorted((line_and_column(text, start)[0], start, end, mark) for start, end, mark in marks)
    for number, group in groupby(numbered, key=lambda one: one[0]):
        places = [(start, end, mark) for _, start, end, mark in group]
        gutter = f"{number:>6} | "
        for left, right, inside in _windows(text, places):
            for shown, under in _rows(text, left, right, inside, screen.width - len(gutter)):
                screen.line(Text(gutter, style="faint").append(shown, style="default"))
                screen.line(Text(" " * (len(gutter) - 2) + "| ", style="faint").append(under, style="mark"))


def _windows(
    text: str, places: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, list[tuple[int, int, str]]]]:
    """Stretches of one line around the marks: marks that are near share one."""
    held: list[tuple[int, int, str]] = []
    for place in places:
        if held and place[0] - held[-1][1] > 2 * _AROUND:
            yield _window(text, held)
            held = []
        held.append(place)
    if held:
        yield _window(text, held)


def _window(text: str, held: list[tuple[int, int, str]]) -> tuple[int, int, list[tuple[int, int, str]]]:
    start = text.rfind("\n", 0, held[0][0]) + 1
    stop = text.find("\n", held[-1][1])
    stop = len(text) if stop < 0 else stop
    return max(start, held[0][0] - _AROUND), min(stop, held[-1][1] + _AROUND), held


def _rows(
    text: str, left: int, right: int, places: Sequence[tuple[int, int, str]], width: int
) -> Iterator[tuple[str, str]]:
    """The stretch in rows of at most so many cells, each with the row under it; only rows with marks are given."""
    shown, under, used = "", "", 0
    for at in range(left, right):
        char = one_line(text[at]) or " "
        wide = cell_len(char)
        if used + wide > width:
            if under.strip():
                yield shown, under.rstrip()
            shown, under, used = "", "", 0
        mark = next((mark for start, end, mark in places if start <= at < end), " ")
        shown, under, used = shown + char, under + mark * wide, used + wide
    if under.strip():
        yield shown, under.rstrip()


def _summary(screen: Screen, inspected: Sequence[Inspected], *, failed: int, verbose: bool) -> None:
    if not inspected:
        return  # nothing was looked at, which is not the same as nothing found
    say = screen.say
    files = say.count(len(inspected), "file", "个文件")
    if failed:
        files = say.told(files_read(len(inspected), failed))
    counts = Counter(finding.severity for one in inspected for finding in one.checked.findings)
    kinds = [say.count(counts[one], one.value, f"个{one.zh}") for one in Severity if counts[one]]
    told = say(", ", "，").join(kinds) or say("nothing found", "未发现问题")
    ran = {rule.code for one in inspected for rule in one.checked.ran}
    unable = _unable(inspected, say)
    rules = say.count(len(ran), "rule", "条规则")
    if unable:
        rules = say("{} of {} rules", "{} 条规则（共 {} 条）").format(len(ran), len(ran) + len(unable))
    line = say("{}: {}; {} ran", "{}：{}；执行了 {}").format(files, told, rules)
    if unable and not verbose:
        line += say(" (--verbose tells which not)", "，用 --verbose 查看未执行的规则")
    for part in wrap(Text(line), screen.width):
        screen.line(part)
    if verbose:
        _tell_unable(screen, unable)


def _unable(inspected: Sequence[Inspected], say: Speech) -> dict[str, set[str]]:
    """The rules that ran on none of the files, by their codes, each with what the files lack for it."""
    ran = {rule.code for one in inspected for rule in one.checked.ran}
    unable: dict[str, set[str]] = {}
    for one in inspected:
        for rule, needs in one.checked.unable:
            if rule.code not in ran:
                unable.setdefault(rule.code, set()).update(say.term(need) for need in needs)
    return unable


def _tell_unable(screen: Screen, unable: Mapping[str, set[str]]) -> None:
    say = screen.say
    codes: dict[str, list[str]] = {}
    for code, wants in sorted(unable.items()):
        codes.setdefault(say(", ", "、").join(sorted(wants)), []).append(code)
    for lacking, found in codes.items():
        line = say("not run, for there are no {}: {}", "没有{}，未执行：{}").format(
            lacking, say(", ", "、").join(found)
        )
        for part in wrap(Text(line, style="faint"), screen.width):
            screen.line(part)
