"""Rules over a record: what they found, which ran and which could not."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from fulian.checks.catalogue import all_rules
from fulian.checks.finding import Finding, Severity
from fulian.checks.layout._picture import Picture
from fulian.checks.matter import Matter, Need
from fulian.checks.rule import Rule
from fulian.checks.settings import Selection
from fulian.values.validation import tuple_of

__all__ = ["Checked", "check", "check_fully"]

_WEIGHT = {severity: number for number, severity in enumerate(Severity)}


@attrs.frozen(kw_only=True)
class Checked:
    """What the rules found, and which of them ran (检查情况).

    Attributes:
        findings: The findings in the order of the text; those without a place last.
        ran: The rules that ran, in the order of their codes.
        unable: The rules that could not run, each with what the record lacks.

    Raises:
        TypeError: A field is of the wrong type.

    Example:
        >>> from fulian.model import CityReport
        >>> checked = check_fully(CityReport(year=2016))
        >>> [(rule.code, [need.value for need in needs]) for rule, needs in checked.unable if rule.code == "A101"]
        [('A101', ['figures'])]
    """

    findings: tuple[Finding, ...] = attrs.field(default=(), validator=tuple_of(Finding))
    ran: tuple[Rule, ...] = attrs.field(default=(), validator=tuple_of(Rule))
    unable: tuple[tuple[Rule, tuple[Need, ...]], ...] = attrs.field(default=(), validator=tuple_of(tuple))

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among the findings, or None where there are none."""
        return min((one.severity for one in self.findings), key=_WEIGHT.__getitem__, default=None)


def check(record: object, rules: Iterable[Rule | str] | None = None) -> tuple[Finding, ...]:
    """Check what does not hold together in a record (检查).

    Args:
        record: A reading, any other record, or a collection of records.
        rules: Rules, or words that mean rules of the catalogue (``A``, ``A101``, ``share-of-whole``); None for all.

    Returns:
        The findings in the order of the text.

    Raises:
        TypeError: It is no record and no collection of records, such as the name of a file.
        ValueError: A word means no rule.

    Example:
        >>> import fulian
        >>> for finding in fulian.check(fulian.read_text("公务员200名，其中女性40名，占30%。")):
        ...     print(finding, "->", finding.mend.text)
        A101 error: the share 30% is not that of 40名 in 200名 (40 ÷ 200 = 20%) -> 20%
    """
    return check_fully(record, rules).findings


def check_fully(record: object, rules: Iterable[Rule | str] | None = None, *, layout: Picture | None = None) -> Checked:
    """Check a record, and tell which rules ran and which could not (全面检查).

    Args:
        record: A reading, any other record, or a collection of records.
        rules: Rules, or words that mean rules of the catalogue; None for all, those on layout only where there is one.
        layout: What the record's file looks like, for rules on layout.

    Returns:
        Findings, the rules that ran, and those that could not.

    Raises:
        TypeError: It is no record and no collection of records, such as the name of a file.
        ValueError: A word means no rule.

    Example:
        >>> import fulian
        >>> checked = check_fully(fulian.read_text("全年举办讲座12场。"), rules=["A101"])
        >>> checked.findings, [rule.name for rule in checked.ran]
        ((), ['share-of-whole'])
    """
    matter = Matter(record, layout)
    found: list[Finding] = []
    ran: list[Rule] = []
    unable: list[tuple[Rule, tuple[Need, ...]]] = []
    for rule in _chosen(rules, layout=layout is not None):
        missing = rule.missing(matter)
        if missing:
            unable.append((rule, missing))
        else:
            ran.append(rule)
            found += rule.look(matter)
    return Checked(findings=tuple(sorted(found, key=_place)), ran=tuple(ran), unable=tuple(unable))


def _chosen(rules: Iterable[Rule | str] | None, *, layout: bool) -> tuple[Rule, ...]:
    if rules is None:
        return tuple(rule for rule in all_rules() if layout or Need.LAYOUT not in rule.needs)
    given = tuple(rules)
    selection = Selection(select=tuple(word for word in given if isinstance(word, str)))
    unknown = selection.unknown(all_rules())
    if unknown:
        raise ValueError(f"expected codes, families or names of rules, got {', '.join(map(repr, unknown))}")
    named = [rule for rule in all_rules() if selection.select and selection.takes(rule)]
    own = [rule for rule in given if isinstance(rule, Rule)]
    return tuple(sorted({rule.code: rule for rule in (*named, *own)}.values(), key=lambda rule: rule.code))


def _place(finding: Finding) -> tuple[bool, int, str, str]:
    first = min((source.start for source in finding.sources[:1]), default=0)
    return (not finding.sources, first, finding.code, finding.path or "")
